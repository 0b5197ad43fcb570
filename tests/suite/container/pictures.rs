//! Pictures that are not what they should be.

use std::collections::BTreeSet;
use std::io::Cursor;

use briefing_reader::bundle::Limits;
use briefing_reader::bundle::container::media;
use image::{DynamicImage, ImageFormat};

use super::told;

pub struct Picture {
    case: &'static str,
    name: &'static str,
    content: Vec<u8>,
}

impl Picture {
    fn told(&self) -> String {
        let faults = media::inspect(self.name, &self.content, &Limits::default());
        format!("## {}\n{}\n", self.case, faults.iter().map(told).collect::<String>())
    }

    pub fn codes(&self) -> BTreeSet<&'static str> {
        media::inspect(self.name, &self.content, &Limits::default()).iter().map(|fault| fault.code).collect()
    }
}

fn picture(case: &'static str, name: &'static str, content: impl Into<Vec<u8>>) -> Picture {
    Picture { case, name, content: content.into() }
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(3, 2).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG whose header claims a size, with its checksum made right.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = encoded(ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&checksum.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |mut crc: u32, byte| {
        crc ^= u32::from(*byte);
        (0..8).fold(crc, |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         viewBox=\"0 0 100 100\">{inner}</svg>"
    )
}

/// Twelve groups, each of ten uses of the one before.
fn bomb_of_uses() -> String {
    let groups: Vec<String> = (1..=12)
        .map(|level| {
            let uses = format!("<use xlink:href=\"#g{}\"/>", level - 1).repeat(10);
            format!("<g id=\"g{level}\">{uses}</g>")
        })
        .collect();
    svg(&format!("<defs><path id=\"g0\" d=\"M0 0h1\"/>{}</defs><use xlink:href=\"#g12\"/>", groups.concat()))
}

fn chain_of_uses() -> String {
    let links: Vec<String> =
        (0..5_000).map(|link| format!("<g id=\"g{link}\"><use href=\"#g{}\"/></g>", link + 1)).collect();
    svg(&links.concat())
}

fn bomb_of_entities() -> String {
    let entities: Vec<String> = (1..9)
        .map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10)))
        .collect();
    format!("<!DOCTYPE svg [<!ENTITY e0 \"ha\">{}]>{}", entities.concat(), svg("<text>&e8;</text>"))
}

fn bomb_of_one_entity() -> String {
    let long = "ha".repeat(100_000);
    format!(
        "<!DOCTYPE svg [<!ENTITY e \"{long}\">]>{}",
        svg(&format!("<text>{}</text>", "&e;".repeat(10_000)))
    )
}

pub fn cases() -> Vec<Picture> {
    let cut = |mut bytes: Vec<u8>, to: usize| {
        bytes.truncate(to);
        bytes
    };
    vec![
        picture("a picture as large as a town", "media/a.png", png_of(100_000, 100_000)),
        picture("a picture of no pixels", "media/a.png", png_of(0, 7)),
        picture("a PNG that breaks off in its header", "media/a.png", cut(encoded(ImageFormat::Png), 20)),
        picture("a JPEG that breaks off in its header", "media/a.jpg", cut(encoded(ImageFormat::Jpeg), 30)),
        picture("a JPEG called PNG", "media/a.png", encoded(ImageFormat::Jpeg)),
        picture("an SVG called JPEG", "media/a.jpeg", svg("")),
        picture("a PNG called SVG", "media/a.svg", encoded(ImageFormat::Png)),
        picture("a web page called PNG", "media/a.png", "<!DOCTYPE html><title>Not found</title>"),
        picture("an empty picture", "media/a.png", ""),
        picture("a GIF", "media/a.gif", "GIF89a"),
        picture(
            "an SVG of no size",
            "media/a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"5\"/>",
        ),
        picture("an SVG as large as a town", "media/a.svg", "<svg width=\"1e9px\" height=\"1e9px\"/>"),
        picture("an SVG that is not closed", "media/a.svg", "<svg><g></svg>"),
        picture("another kind of XML", "media/a.svg", "<html/>"),
        picture("an SVG in an old encoding", "media/a.svg", b"<svg>\xe9</svg>"),
        picture("an SVG with a script", "media/a.svg", svg("<script>alert(1)</script>")),
        picture("an SVG with a handler", "media/a.svg", svg("<rect onclick=\"alert(1)\"/>")),
        picture(
            "an SVG with a picture from elsewhere",
            "media/a.svg",
            svg("<image href=\"https://example.org/a.png\"/>"),
        ),
        picture(
            "an SVG with a file of the reader",
            "media/a.svg",
            svg("<image xlink:href=\"file:///etc/passwd\"/>"),
        ),
        picture(
            "an SVG with a style from elsewhere",
            "media/a.svg",
            svg("<style>@import 'https://example.org/a.css';</style>"),
        ),
        picture(
            "an SVG with a filling from elsewhere",
            "media/a.svg",
            svg("<rect fill=\"url(https://example.org/a#b)\"/>"),
        ),
        picture("an SVG of 10^12 paths", "media/a.svg", bomb_of_uses()),
        picture("an SVG with a long chain of uses", "media/a.svg", chain_of_uses()),
        picture("an SVG that uses itself", "media/a.svg", svg("<g id=\"a\"><use href=\"#a\"/></g>")),
        picture("an SVG of many entities", "media/a.svg", bomb_of_entities()),
        picture("an SVG of a long entity", "media/a.svg", bomb_of_one_entity()),
        picture(
            "an SVG nested very deep",
            "media/a.svg",
            svg(&("<g>".repeat(50_000) + &"</g>".repeat(50_000))),
        ),
        picture("an SVG of very many elements", "media/a.svg", svg(&"<g/>".repeat(200_000))),
    ]
}

#[test]
fn each_broken_picture_is_told_what_is_wrong_with_it() {
    let told: String = cases().iter().map(Picture::told).collect();
    insta::assert_snapshot!(told);
}

#[test]
fn sound_pictures_have_no_faults() {
    let drawn = "<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>\
                 <svg xmlns=\"&ns;\" width=\"80mm\" height=\"50%\"><a href=\"https://example.org\"><rect \
                 fill=\"url(#b)\"/></a><use href=\"#c\"/><image href=\"data:image/png;base64,AAAA\"/></svg>";
    for (name, content) in [
        ("media/a.png", encoded(ImageFormat::Png)),
        ("media/a.JPG", encoded(ImageFormat::Jpeg)),
        ("media/a.svg", svg("<rect width=\"5\" height=\"5\"/>").into_bytes()),
        ("media/b.svg", drawn.as_bytes().to_vec()),
        ("polls/a.csv", b"not a picture".to_vec()),
    ] {
        assert_eq!(media::inspect(name, &content, &Limits::default()), [], "{name}");
    }
}

#[test]
fn a_picture_just_within_the_limit_passes() {
    let limits = Limits { picture_pixels: 70, ..Limits::default() };
    assert_eq!(media::inspect("a.png", &png_of(10, 7), &limits), []);
    assert_eq!(media::inspect("a.png", &png_of(10, 8), &limits).len(), 1);
}
