//! What a picture is by its content, and what is wrong with any kind of picture.

use image::ImageFormat;

use super::gathering::{grouped, in_words};
use crate::bundle::Limits;
use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;

/// What a picture is, whatever it is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PNG or JPEG.
    Raster(ImageFormat),
    /// SVG.
    Svg,
}

/// What a picture is by its content; `None` for none that can be shown.
pub fn kind_of(content: &[u8]) -> Option<Kind> {
    if let Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) = image::guess_format(content) {
        return Some(Kind::Raster(format));
    }
    let start = &content[..content.len().min(1024)];
    start.windows(4).any(|window| window == b"<svg").then_some(Kind::Svg)
}

/// The name of the kind of raster picture that `content` is, if it is one.
pub fn raster_kind(content: &[u8]) -> Option<&'static str> {
    match kind_of(content) {
        Some(Kind::Raster(ImageFormat::Png)) => Some("PNG"),
        Some(Kind::Raster(_)) => Some("JPEG"),
        _ => None,
    }
}

/// The fault of a picture whose extension says another kind than its content.
pub fn misnamed(name: &str, kind: &str) -> Diagnostic {
    fault("picture-kind-differs", format!("`{name}` is {kind} by its content, not what its name says"))
        .hint("give it the extension of its kind, here and in the article")
}

/// The fault of a picture of more pixels than the limit.
pub fn too_many_pixels(name: &str, width: u32, height: u32, limits: &Limits) -> Option<Diagnostic> {
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
