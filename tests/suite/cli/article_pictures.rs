//! `render` and `check`: the pictures of an article.

use std::fs;
use std::path::Path;

use image::{Rgba, RgbaImage};

use super::{folder, run_in};

/// Draws a briefing whose article is one picture, and says what `check` says of it.
fn drawn(svg: &str, theme: &str) -> (RgbaImage, String) {
    let folder = folder();
    write_briefing(&folder.path().join("b"), svg);
    let options = ["render", "b", "--to", "x.png", "--size", "600x500", "--theme", theme];
    let run = run_in(folder.path(), &options);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let picture = image::open(folder.path().join("x.png")).expect("it is a picture").into_rgba8();
    let check = run_in(folder.path(), &["check", "b"]);
    (picture, check.out + &check.err)
}

fn write_briefing(folder: &Path, svg: &str) {
    fs::create_dir_all(folder.join("media")).unwrap();
    let manifest = "Briefing(format: 1, id: \"a\", edition: 1, title: \"A\", summary: \"B.\", language: \"en\", \
                    published: NotStated, publisher: \"C\", article: \"article.md\")";
    fs::write(folder.join("briefing.ron"), manifest).unwrap();
    fs::write(folder.join("article.md"), "## D\n\n![Lines](media/a.svg)\n").unwrap();
    fs::write(folder.join("media/a.svg"), svg).unwrap();
}

fn luminance(colour: Rgba<u8>) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(colour[0]) + 0.7152 * channel(colour[1]) + 0.0722 * channel(colour[2])
}

fn contrast(one: Rgba<u8>, other: Rgba<u8>) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn lines_on_a_clear_ground_are_seen_in_every_theme() {
    for theme in ["paper", "ink", "sepia", "contrast"] {
        for ink in ["#000000", "#222233", "#ffffff", "#ffee00", "#777777", "#00696b"] {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"500\" height=\"100\">\
                 <rect x=\"250\" y=\"0\" width=\"8\" height=\"100\" fill=\"{ink}\"/></svg>"
            );
            let (picture, _) = drawn(&svg, theme);
            let channel = |at: usize| u8::from_str_radix(&ink[at..at + 2], 16).expect("it is a colour");
            let line = Rgba([channel(1), channel(3), channel(5), 255]);
            let rows = (0..picture.height()).filter(|y| {
                let x = (280..330).find(|x| *picture.get_pixel(*x, *y) == line);
                x.is_some_and(|x| contrast(line, *picture.get_pixel(x - 20, *y)) >= 3.0)
            });
            let seen = rows.count();
            assert!(seen > 80, "{ink} in {theme}: {seen} rows of the line are seen");
        }
    }
}

#[test]
fn words_in_a_face_that_is_not_there_are_drawn_and_check_says_in_which() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"500\" height=\"100\">\n\
               <rect width=\"500\" height=\"100\" fill=\"#fff\"/>\n\
               <text x=\"9\" y=\"40\" font-size=\"30\" fill=\"#f00\">MMMM</text>\n\
               <text x=\"9\" y=\"80\" font-size=\"30\" fill=\"#00f\" style=\"font-family: Arial\">MMMM</text></svg>";
    let (picture, check) = drawn(svg, "paper");
    for colour in [[255, 0, 0, 255], [0, 0, 255, 255]] {
        let drawn = picture.pixels().filter(|pixel| pixel.0 == colour).count();
        assert!(drawn > 100, "{drawn} pixels of {colour:?}");
    }
    assert!(check.contains("media/a.svg:3:1"), "{check}");
    assert!(check.contains("Source Serif 4 where none is named, Inter for `Arial`"), "{check}");
}
