//! The article's reader against the CommonMark specification's own examples, and against whatever
//! else can be typed.

mod extent;
mod html;
mod invariants;
mod reading;
mod soup;

use std::fmt::Write as _;
use std::fs;

use briefing_reader::article::parse;
use serde::Deserialize;

use reading::Read;

/// See `tests/fixtures/commonmark/README.md` for where they come from and their licence.
#[derive(Deserialize)]
struct Example {
    markdown: String,
    html: String,
    #[serde(rename = "example")]
    number: usize,
    section: String,
}

/// Examples read otherwise than the specification has it, each with the reason. Tables, footnotes
/// and strikethrough are read beyond CommonMark; none of the examples happens to be written so.
const READ_OTHERWISE: [(usize, &str); 1] =
    [(587, "a picture on a line of its own is a block, also where words follow without a blank line")];

/// Examples with HTML that is understood, so that a reader meets what it means and not its tags;
/// `html_that_is_understood_reads_as_what_it_means` has what comes of each.
const UNDERSTOOD: [usize; 43] = [
    21, 31, 151, 152, 153, 154, 155, 159, 161, 162, 164, 165, 166, 167, 168, 174, 175, 177, 179, 183, 184,
    185, 186, 187, 188, 189, 308, 309, 344, 476, 477, 494, 613, 614, 615, 616, 623, 625, 626, 630, 631, 642,
    643,
];

fn examples() -> Vec<Example> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/commonmark/examples.json");
    let examples: Vec<Example> =
        serde_json::from_str(&fs::read_to_string(path).expect("the fixture is there")).expect("it is JSON");
    assert_eq!(examples.len(), 652);
    examples
}

#[test]
fn examples_of_the_specification_read_as_it_says() {
    let (mut structure, mut text, mut style) = (0, 0, 0);
    let mut otherwise = Vec::new();
    for Example { markdown, html, number, section } in &examples() {
        let expected = reading::of_html(markdown, html);
        let read = reading::of_article(&parse(markdown));
        let same_structure = expected.iter().map(Read::structure).eq(read.iter().map(Read::structure));
        let same_text = expected.iter().map(Read::text).eq(read.iter().map(Read::text));
        structure += usize::from(same_structure);
        text += usize::from(same_text);
        style += usize::from(expected == read);
        if expected != read {
            println!("{number} ({section}): {markdown:?}\n  expected {expected:?}\n  read     {read:?}");
            otherwise.push(*number);
        }
    }
    println!("of 652 examples, {structure} have the blocks, {text} the text, {style} the styles and links");
    let mut known = READ_OTHERWISE.map(|(number, _)| number).to_vec();
    known.extend(UNDERSTOOD);
    known.sort_unstable();
    assert_eq!(otherwise, known);
    assert_eq!((text, style), (608, 608));
    assert!(structure >= style);
}

#[test]
fn html_that_is_not_understood_is_text_as_written() {
    let mut pieces = 0;
    for Example { markdown, number, .. } in &examples() {
        let article = parse(markdown);
        let text: String = article.blocks.iter().map(|block| block.text.as_str()).collect();
        if UNDERSTOOD.contains(number) {
            continue;
        }
        for (piece, _) in reading::raw_html(markdown) {
            assert!(text.contains(&piece) || text.contains(&piece.replace('\n', " ")), "{number}: {piece:?}");
            pieces += 1;
        }
    }
    assert_eq!(pieces, 38, "pieces of HTML that is not understood, in the examples");
}

#[test]
fn html_that_is_understood_reads_as_what_it_means() {
    let mut told = String::new();
    for Example { markdown, number, .. } in &examples() {
        if UNDERSTOOD.contains(number) {
            let _ = writeln!(told, "{number}\n{}", markdown.trim_end().replace('\n', "\n  "));
            for read in reading::of_article(&parse(markdown)) {
                let _ = writeln!(told, "    = {:?} {} {:?}", read.around, read.kind, read.text());
            }
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn examples_of_the_specification_hold_what_every_article_holds() {
    for Example { markdown, .. } in &examples() {
        invariants::hold(markdown);
        invariants::hold(&markdown.replace('\n', "\r\n"));
    }
}

/// Code spans over several lines: pulldown-cmark 0.13 reads the two bytes as two spaces.
const WITH_A_SPACE_TOO_MANY: [usize; 6] = [121, 335, 336, 337, 640, 641];

#[test]
fn line_ends_of_two_bytes_read_like_those_of_one() {
    let mut otherwise = Vec::new();
    for Example { markdown, number, .. } in &examples() {
        let windows = reading::of_article(&parse(&markdown.replace('\n', "\r\n")));
        if windows != reading::of_article(&parse(markdown)) {
            println!("{number}: {markdown:?}");
            otherwise.push(*number);
        }
    }
    assert_eq!(otherwise, WITH_A_SPACE_TOO_MANY);
}
