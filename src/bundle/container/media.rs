//! What is known about a picture without drawing it.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use super::picture_kind::{Kind, kind_of, misnamed, too_many_pixels};
use super::{paths, svg};
use crate::bundle::Limits;
use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;

/// The faults of the picture `content`, which lies at `name` in the bundle: its kind, its size in
/// pixels and, for SVG, what it would run or fetch. Only headers are read, so a picture that
/// breaks off after them passes; a file that is no picture by its name has no faults.
#[must_use]
pub fn inspect(name: &str, content: &[u8], limits: &Limits) -> Vec<Diagnostic> {
    let faults = match paths::extension(name).as_deref() {
        Some("png") => raster(name, content, ImageFormat::Png, limits),
        Some("jpg" | "jpeg") => raster(name, content, ImageFormat::Jpeg, limits),
        Some("svg") => svg::inspect(name, content, limits),
        Some("gif" | "webp" | "avif" | "bmp" | "tif" | "tiff" | "svgz" | "heic" | "ico") => vec![
            fault("picture-kind-unknown", format!("`{name}` is of a kind that is not shown"))
                .hint("save it as PNG, JPEG or SVG"),
        ],
        _ => Vec::new(),
    };
    faults.into_iter().map(|fault| fault.in_file(name)).collect()
}

fn raster(name: &str, content: &[u8], expected: ImageFormat, limits: &Limits) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let format = match kind_of(content) {
        Some(Kind::Raster(format)) => format,
        Some(Kind::Svg) => {
            faults.extend(svg::inspect(name, content, limits));
            faults.push(misnamed(name, "SVG"));
            return faults;
        }
        None => {
            let message = format!("`{name}` is not a picture that can be read");
            return vec![fault("picture-unreadable", message).hint("save it again as PNG, JPEG or SVG")];
        }
    };
    if format != expected {
        faults.push(misnamed(name, if format == ImageFormat::Png { "PNG" } else { "JPEG" }));
    }
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    let mut memory = image::Limits::default();
    memory.max_alloc = Some(limits.media_bytes);
    reader.limits(memory);
    match reader.into_dimensions() {
        Ok((width, height)) => faults.extend(too_many_pixels(name, width, height, limits)),
        Err(why) => {
            log::debug!("{name}: the reader of pictures said: {why}");
            let message = format!("`{name}` cannot be read: {}", reason(&why));
            faults.push(fault("picture-unreadable", message).hint("save it again, or fetch it again"));
        }
    }
    faults
}

/// What is wrong with a picture's file.
fn reason(why: &image::ImageError) -> &'static str {
    match why {
        image::ImageError::IoError(_) => "it ends too early",
        image::ImageError::Unsupported(_) => "it is of a kind that is not known here",
        image::ImageError::Limits(_) => "it would take too much memory",
        _ => "it is damaged",
    }
}
