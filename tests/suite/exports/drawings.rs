//! One drawing for all: vectors, pixels and pages show the same.

use std::process::Command;

use briefing_reader::chart::Kind;
use briefing_reader::export::{Exhibit, Format, Settings, Studio};
use briefing_reader::ui::{ThemeName, fonts};
use image::RgbaImage;
use resvg::{tiny_skia, usvg};

use super::programs;
use super::same::{BROWSER, CLOSE, apart};
use super::samples::{built_in, exhibit, faces};

/// Charts of every kind, in several themes, widths and text sizes.
const DRAWN: [(&str, &str, Kind, ThemeName, u16, u16); 5] = [
    ("nspcc-e2ee-2021", "yougov-2021/detect-or-privacy", Kind::Bars, ThemeName::Paper, 652, 100),
    ("nspcc-e2ee-2021", "yougov-2021/detect-or-privacy", Kind::Bars, ThemeName::Ink, 420, 100),
    ("iwf-2025", "iwf-2025/concern", Kind::Stacked, ThemeName::Ink, 652, 100),
    ("iwf-2025", "iwf-2025/concern", Kind::Bars, ThemeName::Contrast, 800, 150),
    ("nspcc-e2ee-2021", "yougov-2021/support", Kind::Bars, ThemeName::Sepia, 360, 100),
];

fn each(mut look: impl FnMut(&str, &mut Studio, &dyn Exhibit)) {
    for (id, reference, kind, theme, width, text_size) in DRAWN {
        let bundle = built_in(id);
        let mut studio = Studio::new(Settings { theme, width, text_size, scale: 1 });
        let name = format!("{id}#{reference} {kind:?} {theme:?} {width} {text_size}%");
        look(&name, &mut studio, &exhibit(&bundle, reference, Some(kind)));
    }
}

pub fn tree(svg: &str) -> usvg::Tree {
    let mut options = usvg::Options::default();
    for file in fonts::files() {
        options.fontdb_mut().load_font_data(file.to_vec());
    }
    usvg::Tree::from_str(svg, &options).expect("usvg reads it")
}

/// The drawing in pixels, by the library that reads SVG for us.
pub fn drawn_by_resvg(svg: &str) -> RgbaImage {
    let tree = tree(svg);
    let size = tree.size().to_int_size();
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).expect("a picture has a size");
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    RgbaImage::from_raw(size.width(), size.height(), pixels.take()).expect("its bytes fill it")
}

#[test]
fn the_drawing_in_vectors_shows_what_the_picture_shows() {
    each(|name, studio, exhibit| {
        let picture = studio.picture(exhibit).unwrap();
        let found = apart(&picture, &drawn_by_resvg(&studio.svg(exhibit)));
        CLOSE.hold(name, found);
    });
}

#[test]
fn a_browser_draws_it_alike() {
    let Some(chromium) = programs::find(&["chromium", "chromium-browser", "google-chrome"]) else { return };
    each(|name, studio, exhibit| {
        let picture = studio.picture(exhibit).unwrap();
        let by_chromium =
            programs::chromium_picture(&chromium, &studio.svg(exhibit), picture.dimensions(), &faces());
        let found = apart(&picture, &by_chromium);
        BROWSER.hold(name, found);
    });
}

#[test]
fn text_is_text_and_stands_in_the_faces_of_the_page() {
    each(|name, studio, exhibit| {
        let svg = studio.svg(exhibit);
        assert!(svg.len() < 40_000, "{name}: {} bytes", svg.len());
        assert!(!svg.contains("<image"), "{name}");
        let document = usvg::roxmltree::Document::parse(&svg).unwrap();
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .flat_map(|node| node.descendants().filter_map(|node| node.is_text().then(|| node.text())?))
            .collect();
        let face = document.root_element().attribute("font-family").unwrap();
        assert!(face.starts_with("Inter, ") && face.ends_with("sans-serif"), "{name}: {face}");
        let all = texts.join(" ");
        for cells in exhibit.table().rows {
            assert!(all.contains(&cells[0]), "{name}: no {} in {all}", cells[0]);
        }
        assert!(all.contains("Source: ") && all.contains("https://"), "{name}: {all}");
    });
}

#[test]
fn a_drawing_says_what_it_is_and_each_of_its_parts_too() {
    let bundle = built_in("nspcc-e2ee-2021");
    let exhibit = exhibit(&bundle, "yougov-2021/detect-or-privacy", None);
    let svg = Studio::new(Settings::default()).svg(&exhibit);
    let document = usvg::roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let words = |tag: &str| root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
    assert_eq!(words("title"), Some("Which matters more: detecting child abuse images, or privacy?"));
    assert_eq!(words("desc"), Some(exhibit.summary().as_str()));
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(ids.contains(&id), "{id}");
    }
    let parts: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("g"))
        .filter_map(|node| node.first_element_child()?.text())
        .collect();
    assert_eq!(
        parts,
        [
            "Detecting abuse images: more than half (above 50%, at most 100%)",
            "Equally important: almost a third (below 33.3%; taken as within 3 points of 33.3%)",
            "Privacy: 4%",
        ]
    );
}

#[test]
fn a_drawing_has_the_width_that_was_asked_for_and_a_picture_its_multiple() {
    let bundle = built_in("nspcc-e2ee-2021");
    let exhibit = exhibit(&bundle, "yougov-2021/detect-or-privacy", None);
    for (width, text_size, scale) in [(240, 80, 1), (652, 100, 2), (777, 150, 3), (1200, 200, 4)] {
        let mut studio = Studio::new(Settings { width, text_size, scale, ..Settings::default() });
        let drawn = tree(&studio.svg(&exhibit)).size();
        assert!((drawn.width() - f32::from(width)).abs() < 0.02, "{width}: {drawn:?}");
        let picture = studio.picture(&exhibit).unwrap();
        assert!(picture.width().abs_diff(u32::from(width) * u32::from(scale)) <= 1, "{width} × {scale}");
        let height = drawn.height() * f32::from(scale);
        assert!((picture.height() as f32 - height).abs() < 12.0, "{} and {height}", picture.height());
    }
}

#[test]
fn the_same_exhibit_is_the_same_file_each_time_and_after_others() {
    let bundle = built_in("iwf-2025");
    let [one, other] =
        ["iwf-2025/concern", "iwf-2025/invest"].map(|reference| exhibit(&bundle, reference, None));
    for format in Format::ALL {
        let mut studio = Studio::new(Settings::default());
        let first = studio.make(&one, format).unwrap();
        studio.make(&other, format).unwrap();
        assert!(studio.make(&one, format).unwrap() == first, "{format:?} after another");
        assert!(Studio::new(Settings::default()).make(&one, format).unwrap() == first, "{format:?} anew");
    }
}

#[test]
fn a_page_has_the_drawings_text_as_text_and_its_faces() {
    let Some(pdftotext) = programs::find(&["pdftotext"]) else { return };
    let pdffonts = programs::find(&["pdffonts"]).expect("it comes with pdftotext");
    each(|name, studio, exhibit| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.pdf");
        std::fs::write(&path, studio.make(exhibit, Format::Pdf).unwrap()).unwrap();
        let text = programs::run(Command::new(&pdftotext).arg("-layout").arg(&path).arg("-"));
        let words = |text: &str| text.split_whitespace().collect::<String>();
        for cells in exhibit.table().rows {
            assert!(words(&text).contains(&words(&cells[0])), "{name}: no {} in {text}", cells[0]);
        }
        let fonts = programs::run(Command::new(&pdffonts).arg(&path));
        assert!(fonts.contains("+Inter-Regular") && fonts.contains("+Inter-SemiBold"), "{name}: {fonts}");
        for line in fonts.lines().skip(2) {
            // Embedded, a subset, with its signs' letters.
            assert!(line.contains("yes yes yes"), "{name}: {line}");
        }
    });
}

#[test]
fn a_page_shows_what_the_picture_shows() {
    let Some(pdftoppm) = programs::find(&["pdftoppm"]) else { return };
    each(|name, studio, exhibit| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.pdf");
        std::fs::write(&path, studio.make(exhibit, Format::Pdf).unwrap()).unwrap();
        let to = folder.path().join("page");
        // At 96 dots an inch a pixel of the page is one of the drawing.
        programs::run(Command::new(&pdftoppm).args(["-png", "-r", "96", "-singlefile"]).arg(&path).arg(&to));
        let page = image::open(to.with_extension("png")).unwrap().into_rgba8();
        let picture = studio.picture(exhibit).unwrap();
        let (width, height) = (page.width().min(picture.width()), page.height().min(picture.height()));
        assert!(page.width().abs_diff(picture.width()) <= 1 && page.height().abs_diff(picture.height()) <= 1);
        let cut = |picture: &RgbaImage| image::imageops::crop_imm(picture, 0, 0, width, height).to_image();
        let found = apart(&cut(&picture), &cut(&page));
        CLOSE.hold(name, found);
    });
}
