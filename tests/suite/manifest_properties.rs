//! No text, however broken, makes reading panic, and places always lie in the text.

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use proptest::prelude::*;

const MANIFEST: &str = include_str!("../good/small/briefing.ron");
const ARTICLE: &str = include_str!("../good/small/article.md");
const TABLE: &str = include_str!("../good/small/polls/north.csv");

fn read(manifest: &[u8], article: &[u8], table: &[u8]) -> Bundle {
    let mut files = Files::default();
    files.insert("briefing.ron", manifest.to_vec());
    files.insert("article.md", article.to_vec());
    files.insert("polls/north.csv", table.to_vec());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

fn places_lie_in_their_lines(bundle: &Bundle) -> bool {
    bundle.problems().iter().filter_map(|fault| fault.place.as_ref()).all(|place| {
        place.line >= 1 && place.column >= 1 && place.source_line.get(place.marked.clone()).is_some()
    })
}

/// A change at a place: take bytes out, put some in, or swap two stretches.
#[derive(Clone, Debug)]
enum Change {
    Delete(usize, usize),
    Insert(usize, String),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let odd = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ":",
        "=",
        "'",
        "“",
        "”",
        "/*",
        "//",
        "r#\"",
        "\\",
        "%",
        "\0",
        "\n",
        "é",
        "𝄞",
        "1e999",
        "NotStated",
        "Answer(",
        "#![",
        "-",
        "..",
        "NaN",
        "1,234",
    ]);
    prop_oneof![
        (any::<usize>(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (any::<usize>(), odd).prop_map(|(at, text)| Change::Insert(at, text.to_owned())),
        (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let length = bytes.len();
        match change {
            _ if length == 0 => {}
            Change::Delete(at, count) => {
                let at = at % length;
                bytes.drain(at..(at + count).min(length));
            }
            Change::Insert(at, text) => {
                let at = at % length;
                bytes.splice(at..at, text.bytes());
            }
            Change::Swap(one, other) => bytes.swap(one % length, other % length),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let bundle = read(&bytes, &bytes, &bytes);
        prop_assert!(!bundle.problems().is_empty());
        prop_assert!(places_lie_in_their_lines(&bundle));
    }

    #[test]
    fn any_text_that_looks_like_a_manifest_is_survived(text in "[(){}\\[\\]\",:=a-c1. \n“”'/*#\\\\-]{0,200}") {
        prop_assert!(places_lie_in_their_lines(&read(text.as_bytes(), b"Words.", b"")));
    }

    #[test]
    fn a_changed_manifest_is_survived(changes in prop::collection::vec(change(), 1..6)) {
        let manifest = changed(MANIFEST, &changes);
        prop_assert!(places_lie_in_their_lines(&read(&manifest, ARTICLE.as_bytes(), TABLE.as_bytes())));
    }

    #[test]
    fn a_changed_table_is_survived(changes in prop::collection::vec(change(), 1..6)) {
        let table = changed(TABLE, &changes);
        prop_assert!(places_lie_in_their_lines(&read(MANIFEST.as_bytes(), ARTICLE.as_bytes(), &table)));
    }

    #[test]
    fn a_changed_article_is_survived(changes in prop::collection::vec(change(), 1..6)) {
        let article = changed(ARTICLE, &changes);
        prop_assert!(places_lie_in_their_lines(&read(MANIFEST.as_bytes(), &article, TABLE.as_bytes())));
    }

    /// What `ron` itself reads as a value is never called ill-formed.
    #[test]
    fn a_change_that_ron_allows_is_no_fault_of_syntax(changes in prop::collection::vec(change(), 1..3)) {
        let manifest = changed(MANIFEST, &changes);
        if let Ok(text) = std::str::from_utf8(&manifest)
            && !text.contains('\0')
            && ron::from_str::<ron::Value>(text).is_ok()
        {
            let bundle = read(&manifest, ARTICLE.as_bytes(), TABLE.as_bytes());
            let syntax: Vec<_> = bundle.problems().iter().filter(|fault| fault.code.starts_with("ron-")).collect();
            prop_assert!(syntax.is_empty(), "{syntax:?}");
        }
    }
}
