//! A picture's pixels, as they are to be seen: photographs upright, words in the program's own faces.

use std::io::Cursor;
use std::sync::Arc;

use egui::{ColorImage, Context, vec2};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader};
use resvg::{tiny_skia, usvg};

use crate::bundle::{PictureFace, picture_faces};
use crate::ui::{svg_faces, system_fonts};

/// Wider pictures are drawn at this many pixels.
const WIDEST: u32 = 1_600;

/// The pixels of a picture of the bundle; `None` for what turns out to be none. Signs that none of our
/// faces has come from the system's, where `ctx` may use them.
pub fn decode(ctx: &Context, bytes: &[u8]) -> Option<ColorImage> {
    match image::guess_format(bytes) {
        Ok(format) => decode_raster(bytes, format),
        Err(_) => decode_svg(ctx, bytes),
    }
}

fn decode_raster(bytes: &[u8], format: ImageFormat) -> Option<ColorImage> {
    let image = upright(bytes, format)?;
    let image = if image.width() > WIDEST { image.thumbnail(WIDEST, u32::MAX) } else { image };
    let rgba = image.into_rgba8();
    let size = [rgba.width() as usize, rgba.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, &rgba))
}

/// A picture upright. Cameras store what they see as they are held, and beside it which way is up (Exif 2.3,
/// tag 274).
fn upright(bytes: &[u8], format: ImageFormat) -> Option<DynamicImage> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().ok()?;
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(turned);
    Some(image)
}

/// A photograph in an SVG picture, where it has to be turned: upright, as PNG.
fn turned(photograph: &[u8]) -> Option<Vec<u8>> {
    let format = image::guess_format(photograph).ok()?;
    let mut decoder = ImageReader::with_format(Cursor::new(photograph), format).into_decoder().ok()?;
    if decoder.orientation().ok()? == Orientation::NoTransforms {
        return None;
    }
    let image = upright(photograph, format)?;
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

fn decode_svg(ctx: &Context, bytes: &[u8]) -> Option<ColorImage> {
    let words = String::from_utf8_lossy(bytes);
    let mut options = options();
    options.fontdb = svg_faces::for_picture(&words, |sign| system_fonts::face_with(ctx, sign));
    let tree = usvg::Tree::from_data(bytes, &options).ok()?;
    let scale = 2.0_f32.min(WIDEST as f32 / tree.size().width());
    let size = vec2(tree.size().width(), tree.size().height()) * scale;
    let mut pixels = tiny_skia::Pixmap::new(size.x.ceil() as u32, size.y.ceil() as u32)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let size = [pixels.width() as usize, pixels.height() as usize];
    Some(ColorImage::from_rgba_premultiplied(size, pixels.data()))
}

fn options() -> usvg::Options<'static> {
    let font_family = picture_faces::NONE_NAMED.to_owned();
    let mut options = usvg::Options { font_family, ..usvg::Options::default() };
    // A picture may name files and addresses; none of them is followed.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let as_it_is = usvg::ImageHrefResolver::default_data_resolver();
    options.image_href_resolver.resolve_data = Box::new(move |kind, data, options| match turned(&data) {
        Some(png) => Some(usvg::ImageKind::PNG(Arc::new(png))),
        None => as_it_is(kind, data, options),
    });
    options.font_resolver.select_font = Box::new(|font, faces| {
        let family = PictureFace::standing_for(font.families()).name();
        svg_faces::nearest(faces, family, font.weight(), font.style() != usvg::FontStyle::Normal)
    });
    options.font_resolver.select_fallback =
        Box::new(|sign, tried, faces| svg_faces::fallback(faces, sign, tried));
    options
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    /// A picture with a red corner at the top left and a blue one at the top right, as a camera that
    /// was held so stores it.
    fn stored(orientation: u8, format: ImageFormat) -> Vec<u8> {
        let upright = RgbImage::from_fn(96, 64, |x, y| match (x < 32, x >= 64, y < 32) {
            (true, _, true) => Rgb([255, 0, 0]),
            (_, true, true) => Rgb([0, 0, 255]),
            _ => Rgb([255, 255, 255]),
        });
        let mut turned = DynamicImage::ImageRgb8(upright);
        // What the reader is to do is undone here.
        let undo = match Orientation::from_exif(orientation).unwrap() {
            Orientation::Rotate90 => Orientation::Rotate270,
            Orientation::Rotate270 => Orientation::Rotate90,
            other => other,
        };
        turned.apply_orientation(undo);
        let mut bytes = Cursor::new(Vec::new());
        turned.write_to(&mut bytes, format).unwrap();
        let bytes = bytes.into_inner();
        match format {
            ImageFormat::Jpeg => jpeg_with_exif(&bytes, orientation),
            _ => png_with_exif(&bytes, orientation),
        }
    }

    fn exif(orientation: u8) -> Vec<u8> {
        [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation], &[0; 6]].concat()
    }

    fn jpeg_with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let segment = [&b"Exif\0\0"[..], &exif(orientation)].concat();
        let length = (segment.len() as u16 + 2).to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &segment, &jpeg[2..]].concat()
    }

    fn png_with_exif(png: &[u8], orientation: u8) -> Vec<u8> {
        let chunk = [&b"eXIf"[..], &exif(orientation)].concat();
        let crc = !chunk.iter().fold(!0, |mut crc: u32, byte| {
            crc ^= u32::from(*byte);
            (0..8).fold(crc, |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
        });
        let length = (chunk.len() as u32 - 4).to_be_bytes();
        let after_header = 8 + 25;
        [&png[..after_header], &length, &chunk, &crc.to_be_bytes(), &png[after_header..]].concat()
    }

    #[test]
    fn photographs_are_upright_however_the_camera_was_held() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            for orientation in 1..=8 {
                let image =
                    decode(&Context::default(), &stored(orientation, format)).expect("it is a picture");
                assert_eq!(image.size, [96, 64], "{format:?}, orientation {orientation}");
                let at = |x: usize, y: usize| image.pixels[y * 96 + x];
                let (red, blue, rest) = (at(10, 10), at(86, 10), at(10, 54));
                assert!(red.r() > 200 && red.b() < 60, "{format:?}, orientation {orientation}: {red:?}");
                assert!(blue.b() > 200 && blue.r() < 60, "{format:?}, orientation {orientation}: {blue:?}");
                assert!(rest.g() > 200, "{format:?}, orientation {orientation}: {rest:?}");
            }
        }
    }

    #[test]
    fn photographs_in_drawings_are_upright_too() {
        for orientation in [1, 3, 6, 8] {
            let photograph = base64(&stored(orientation, ImageFormat::Jpeg));
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"64\"><image width=\"96\" \
                 height=\"64\" href=\"data:image/jpeg;base64,{photograph}\"/></svg>"
            );
            let image = decode(&Context::default(), svg.as_bytes()).expect("it is a picture");
            // Drawn at twice its size.
            let red = image.pixels[20 * image.width() + 20];
            assert!(red.r() > 200 && red.b() < 60, "orientation {orientation}: {red:?}");
            let blue = image.pixels[20 * image.width() + 172];
            assert!(blue.b() > 200 && blue.r() < 60, "orientation {orientation}: {blue:?}");
        }
    }

    fn base64(bytes: &[u8]) -> String {
        const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let chunks = bytes.chunks(3).map(|chunk| {
            let value =
                (0..3).fold(0, |value, at| value << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
            let sign = |at: usize| SIGNS[(value >> (18 - 6 * at)) as usize & 63] as char;
            (0..4).map(|at| if at > chunk.len() { '=' } else { sign(at) }).collect::<String>()
        });
        chunks.collect()
    }

    #[test]
    fn an_orientation_that_is_none_leaves_a_picture_as_it_is() {
        let mut bytes = stored(1, ImageFormat::Jpeg);
        let tag = bytes.windows(4).position(|window| window == b"\0\x03\0\0").unwrap() + 7;
        bytes[tag] = 99;
        assert_eq!(decode(&Context::default(), &bytes).expect("it is a picture").size, [96, 64]);
    }

    /// How much of a picture is of the colour of its words, in thousandths.
    fn ink(text: &str) -> usize {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"30\">\
             <style>.sheet {{ font-family: 'Comic Sans MS' }}</style>{text}</svg>"
        );
        let image = decode(&Context::default(), svg.as_bytes()).expect("it is a picture");
        image.pixels.iter().filter(|pixel| pixel.r() > 80).count() * 1_000 / image.pixels.len()
    }

    #[test]
    fn no_word_of_a_picture_is_dropped_whatever_face_it_names() {
        let words = |attributes: &str, inner: &str| {
            ink(&format!("<text x=\"2\" y=\"24\" font-size=\"20\" fill=\"#f00\" {attributes}>{inner}</text>"))
        };
        let least = words("font-family=\"Inter\"", "MMMM") / 2;
        assert!(least > 20, "{least}");
        for attributes in [
            "",
            "font-family=\"Arial\"",
            "font-family=\"Helvetica, sans-serif\"",
            "font-family=\"'Never Heard Of', 'Nor Of This'\"",
            "font-family=\"serif\" font-weight=\"bold\" font-style=\"italic\"",
            "font-family=\"monospace\" font-style=\"oblique\"",
            "font-family=\"cursive\" font-weight=\"100\" font-stretch=\"condensed\"",
            "style=\"font: italic 900 20px Georgia\"",
            "class=\"sheet\"",
            "font-family=\"'\"",
            "font-family=\"\"",
        ] {
            assert!(words(attributes, "MMMM") > least, "{attributes}");
        }
        assert!(
            words("", "<tspan font-family=\"Arial\">MM</tspan><tspan font-family=\"Lato\">MM</tspan>")
                > least
        );
        // A sign that the named face lacks, and one that none has.
        for signs in ["⁶⁶⁶⁶⁶⁶⁶⁶", "☑☑☑☑", "字字字字", "字☑☑☑"] {
            assert!(words("font-family=\"Atkinson Hyperlegible Next\"", signs) > least / 4, "{signs}");
        }
    }
}
