//! Words that break what is written without care survive in each format, or are made harmless.

use std::process::Command;

use briefing_reader::export::{Exhibit, Format, Settings, Studio, plain};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use resvg::usvg::roxmltree::Document;

use super::programs;
use super::samples::{HOSTILE, exhibit, hostile};

/// The words as any of these formats can hold them: control codes are replaced.
fn expected() -> String {
    HOSTILE.replace(char::is_control, "\u{fffd}")
}

fn made(format: Format) -> String {
    let bundle = hostile();
    let exhibit = exhibit(&bundle, "poll/question", None);
    let content = Studio::new(Settings::default()).make(&exhibit, format).expect("it is made");
    if format.is_text() { String::from_utf8(content).expect("text") } else { String::new() }
}

#[test]
fn svg_keeps_them() {
    let svg = made(Format::Svg);
    let document = Document::parse(&svg).expect("well-formed");
    let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
    assert_eq!(title, Some(expected().as_str()));
    assert!(!document.descendants().any(|node| node.has_tag_name("b") || node.has_tag_name("script")));
    let drawn: String = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    let [drawn, words] = [drawn, expected()].map(|text| text.split_whitespace().collect::<String>());
    assert!(drawn.contains(&words), "{drawn}");
}

#[test]
fn html_keeps_them_and_runs_nothing() {
    let html = made(Format::Html);
    // The page is XML too but for its first line and its void elements.
    let xml = html
        .replace("<!doctype html>", "")
        .replace("charset=\"utf-8\">", "charset=\"utf-8\"/>")
        .replace("initial-scale=1\">", "initial-scale=1\"/>");
    let document = Document::parse(&xml).expect("well-formed");
    let of = |tag: &str| {
        document
            .descendants()
            .find(|node| node.has_tag_name(tag))
            .and_then(|node| node.text())
            .unwrap_or_default()
    };
    assert_eq!(of("title"), expected());
    assert_eq!(of("caption").trim(), expected());
    let tags: Vec<&str> = document.descendants().map(|node| node.tag_name().name()).collect();
    assert!(!tags.contains(&"script") && !tags.contains(&"b") && !tags.contains(&"img"), "{tags:?}");
    let link = document.descendants().find(|node| node.has_tag_name("a")).unwrap();
    assert_eq!(link.attribute("href"), Some("https://example.org/?a=1&b=<script>"));
    let heads = document.descendants().filter(|node| node.attribute("scope") == Some("row")).count();
    assert_eq!(heads, 2, "one for each answer");
}

#[test]
fn markdown_keeps_them_as_words() {
    let markdown = made(Format::Markdown);
    let mut cells: Vec<String> = Vec::new();
    let mut bold = String::new();
    let (mut in_cell, mut in_bold) = (false, false);
    for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => {
                in_cell = true;
                cells.push(String::new());
            }
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::Start(Tag::Strong) => in_bold = true,
            Event::End(TagEnd::Strong) => in_bold = false,
            Event::Text(text) if in_cell => *cells.last_mut().unwrap() += &text,
            Event::Text(text) if in_bold => bold += &text,
            Event::Html(html) | Event::InlineHtml(html) => panic!("this is HTML: {html}"),
            Event::Code(code) => panic!("this is code: {code}"),
            _ => {}
        }
    }
    assert_eq!(bold, expected());
    assert_eq!(cells.len(), 3 * 4, "{cells:?}");
    assert_eq!(cells[4..7], [expected(), expected(), "above 50%".to_owned()]);
    assert_eq!(cells[8..10], ["-1", "@20%"]);
}

#[test]
fn csv_keeps_them_and_no_cell_is_a_formula() {
    let text = made(Format::Csv);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let records: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(records.len(), 3);
    assert!(records.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{records:?}");
    let label = records[0].iter().position(|name| name == "label").unwrap();
    assert_eq!(plain(&records[1][label]), expected());
    assert_eq!((records[2][label].as_str(), plain(&records[2][label])), ("'-1", "-1"));
}

#[test]
fn pictures_and_pages_are_made_all_the_same() {
    made(Format::Png);
    let Some(pdfinfo) = programs::find(&["pdfinfo"]) else { return };
    let bundle = hostile();
    let exhibit = exhibit(&bundle, "poll/question", None);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.pdf");
    std::fs::write(&path, Studio::new(Settings::default()).make(&exhibit, Format::Pdf).unwrap()).unwrap();
    let info = programs::run(Command::new(pdfinfo).arg(&path));
    assert!(info.contains("שלום") && info.contains("👩") && info.contains("<b>&amp; </title>"), "{info}");
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(exhibit.title().contains('\u{1b}'), "what is tested is hostile");
}

#[test]
fn signs_that_no_typeface_has_are_told_where_a_box_stands_for_them() {
    // For private use, so that no computer has it.
    let nobodys = '\u{10fffd}';
    let mut bundle = hostile();
    bundle.manifest.polls[0].questions[0].title = format!("Is it {nobodys}?");
    let unset = |format: Format| {
        let mut studio = Studio::new(Settings::default());
        studio.make(&exhibit(&bundle, "poll/question", None), format).expect("it is made");
        studio.unset().contains(&nobodys.to_string())
    };
    assert!(unset(Format::Png) && unset(Format::Pdf));
    assert!(!unset(Format::Svg) && !unset(Format::Markdown), "text stays text");
    let mut plain = Studio::new(Settings::default());
    bundle.manifest.polls[0].questions[0].title = "“62%” → more?".to_owned();
    for format in [Format::Png, Format::Pdf] {
        plain.make(&exhibit(&bundle, "poll/question", None), format).expect("it is made");
    }
    assert!(!plain.unset().iter().any(|sign| "“”→".contains(sign.as_str())), "{:?}", plain.unset());
}
