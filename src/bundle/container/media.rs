//! What can be told of a picture without drawing it.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use super::gathering::{grouped, in_words};
use super::{paths, svg};
use crate::bundle::Limits;
use crate::bundle::rules::fault;
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
            let message = format!("`{name}` cannot be read ({})", paths::shown(why.to_string().trim_end()));
            faults.push(fault("picture-unreadable", message).hint("save it again, or fetch it again"));
        }
    }
    faults
}

/// What a picture is, whatever it is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Raster(ImageFormat),
    Svg,
}

fn kind_of(content: &[u8]) -> Option<Kind> {
    if let Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) = image::guess_format(content) {
        return Some(Kind::Raster(format));
    }
    let start = &content[..content.len().min(1024)];
    start.windows(4).any(|window| window == b"<svg").then_some(Kind::Svg)
}

/// The name of the kind of raster picture that `content` is, if it is one.
pub(super) fn raster_kind(content: &[u8]) -> Option<&'static str> {
    match kind_of(content) {
        Some(Kind::Raster(ImageFormat::Png)) => Some("PNG"),
        Some(Kind::Raster(_)) => Some("JPEG"),
        _ => None,
    }
}

/// The fault of a picture whose extension says another kind than its content.
pub(super) fn misnamed(name: &str, kind: &str) -> Diagnostic {
    fault("picture-kind-differs", format!("`{name}` is {kind} by its content, not what its name says"))
        .hint("give it the extension of its kind, here and in the article")
}

/// The fault of a picture of more pixels than the limit.
pub(super) fn too_many_pixels(name: &str, width: u32, height: u32, limits: &Limits) -> Option<Diagnostic> {
    let pixels = u64::from(width) * u64::from(height);
    (pixels > limits.picture_pixels).then(|| {
        let needed = in_words(pixels.saturating_mul(4));
        let (width, height) = (grouped(width.into()), grouped(height.into()));
        let message = format!("`{name}` is {width} × {height} pixels large, which takes {needed} to show");
        let most = grouped(limits.picture_pixels);
        fault("picture-too-large", message)
            .hint(format!("scale it to {most} pixels or fewer, width times height"))
    })
}
