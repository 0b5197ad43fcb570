//! Notes to W3C annotations and back.

use briefing_reader::export::notes::{Entry, Grouping, NotesFormat, Options, read_jsonld, write};
use briefing_reader::export::references::Style;
use briefing_reader::notes::{Colour, EditionText, Note, Passage, Settled, Stance, Target, new_id};
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use super::moment;

const AS_ANNOTATIONS: Options<'_> = Options {
    format: NotesFormat::JsonLd,
    style: Style::Harvard,
    by: Grouping::Briefing,
    template: None,
    day: "2026-11-23",
};

fn target() -> impl Strategy<Value = Target> {
    let words = "\\PC{1,30}";
    let passage = ("[a-z“”é\u{301}👩‍👧 ]{20,60}", 0usize..10, 1usize..10).prop_filter_map(
        "no words",
        |(text, start, length)| {
            Passage::at(&EditionText::from_stored(text), start..start + length).map(Target::Passage)
        },
    );
    prop_oneof![
        passage,
        ("[a-z/-]{1,20}", words).prop_map(|(reference, printed)| Target::Figure { reference, printed }),
        (prop::collection::vec("[a-z/-]{1,9}", 1..3), words)
            .prop_map(|(references, printed)| Target::KeyFigure { references, printed }),
        ("[a-z-]{1,20}", words).prop_map(|(call, words)| Target::Call { call, words }),
        "\\PC{1,20}".prop_map(|name| Target::Comparison { name }),
        Just(Target::Briefing),
    ]
}

fn note() -> impl Strategy<Value = Note> {
    let stance = option::of(prop::sample::select(Stance::ALL.to_vec()));
    // A tag has single spaces, and none around it.
    let tag = "\\PC{1,8}".prop_map(|tag| tag.split_whitespace().collect::<Vec<_>>().join(" "));
    let tag = tag.prop_filter("a tag says something", |tag| !tag.is_empty());
    let tags = prop::collection::btree_set(tag, 0..3);
    let colour = prop::sample::select(Colour::ALL.to_vec());
    let settled = option::of((1u32..9, option::of(target())).prop_map(|(edition, target)| Settled {
        edition,
        text_hash: "sha256:01".to_owned(),
        target,
    }));
    let times = (0i64..9999, 0i64..9999);
    (any::<[u8; 10]>(), target(), "\\PC{0,40}", tags, stance, colour, settled, times).prop_map(
        |(chance, target, comment, tags, stance, colour, settled, (created, later))| Note {
            id: new_id(moment(created), chance),
            briefing: "care".to_owned(),
            title: "Care, “and” more".to_owned(),
            edition: 3,
            text_hash: "sha256:00".to_owned(),
            target,
            comment,
            tags: tags.into_iter().collect(),
            colour,
            stance,
            settled,
            created: moment(created),
            modified: moment(created + later),
        },
    )
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_the_same(notes in prop::collection::vec(note(), 0..6)) {
        let entries: Vec<Entry<'_>> = notes.iter().map(Entry::alone).collect();
        let written = String::from_utf8(write(&entries, &AS_ANNOTATIONS).expect("it is written").content).expect("it is text");
        let read = read_jsonld(&written).expect("it is JSON");
        let back: Vec<Note> = read.into_iter().map(|taken| taken.expect("it is ours").note).collect();
        prop_assert_eq!(back, notes);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,200}", junk in "[\\[\\]{}:,\"a-z0-9]{0,80}") {
        let _ = read_jsonld(&text);
        let _ = read_jsonld(&junk);
    }
}

/// What an annotation lacks of the W3C's model (<https://www.w3.org/TR/annotation-model/>): the rules
/// that the W3C's own schemas check, as far as they bear on what notes use.
fn lacks(annotation: &Value) -> Vec<String> {
    let mut lacks = Vec::new();
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            lacks.push(rule.to_owned());
        }
    };
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    must(is_uri(&annotation["id"]), "3.1 an id that is an IRI");
    must(annotation["type"] == "Annotation", "3.1 the type Annotation");
    for moment in ["created", "modified"] {
        let stated = text(&annotation[moment]);
        must(stated.ends_with('Z') && stated.parse::<jiff::Timestamp>().is_ok(), "3.3.1 moments in UTC");
    }
    must(is_motivation(&annotation["motivation"]), "3.3.5 a motivation of the model");
    must(annotation["bodyValue"].is_null(), "3.2.5 not both body and bodyValue");
    for body in annotation["body"].as_array().into_iter().flatten() {
        must(body["type"] == "TextualBody" && body["value"].is_string(), "3.2.4 textual bodies with a value");
        must(is_motivation(&body["purpose"]), "3.3.5 a purpose of the model");
    }
    let target = &annotation["target"];
    must(target["type"] == "SpecificResource" && is_uri(&target["source"]), "4 a source that is an IRI");
    let class = format!(".{} {{", text(&target["styleClass"]));
    must(text(&annotation["stylesheet"]["value"]).starts_with(&class), "4.4 a stylesheet for the styleClass");
    must(is_uri(&target["state"]["id"]), "4.3 a state of the model, or one with an IRI");
    let selectors =
        target["selector"].as_array().cloned().unwrap_or_else(|| vec![target["selector"].clone()]);
    for selector in &selectors {
        let start = selector["start"].as_u64();
        must(
            match selector["type"].as_str() {
                Some("TextQuoteSelector") => selector["exact"].is_string(),
                Some("TextPositionSelector") => start.is_some() && start < selector["end"].as_u64(),
                Some("FragmentSelector") => is_uri(&format!("a:{}", text(&selector["value"])).into()),
                _ => false,
            },
            "4.2 a selector of the model",
        );
    }
    lacks
}

fn is_uri(value: &Value) -> bool {
    let allowed = |sign: char| sign.is_ascii_graphic() && !"\"<>\\^`{|}".contains(sign);
    let parts = value.as_str().and_then(|uri| uri.split_once(':'));
    parts.is_some_and(|(scheme, rest)| {
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
        scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && scheme.chars().all(plain)
            && rest.chars().all(allowed)
            && rest.matches('#').count() < 2
    })
}

fn is_motivation(value: &Value) -> bool {
    let model = [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ];
    value.as_str().is_some_and(|motivation| model.contains(&motivation))
}

proptest! {
    #[test]
    fn every_annotation_keeps_to_the_model(notes in prop::collection::vec(note(), 1..6), id in "\\PC{1,12}") {
        let notes: Vec<Note> = notes.into_iter().map(|note| Note { briefing: id.clone(), ..note }).collect();
        let entries: Vec<Entry<'_>> = notes.iter().map(Entry::alone).collect();
        let written = write(&entries, &AS_ANNOTATIONS).expect("it is written").content;
        let collection: Value = serde_json::from_slice(&written).expect("it is JSON");
        prop_assert_eq!(&collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
        prop_assert_eq!(&collection["total"], notes.len());
        prop_assert_eq!(&collection["first"]["partOf"]["id"], &collection["id"]);
        for annotation in collection["first"]["items"].as_array().expect("a page") {
            prop_assert_eq!(lacks(annotation), Vec::<String>::new(), "{}", annotation);
        }
        let read = read_jsonld(&String::from_utf8(written).expect("it is text")).expect("it is JSON");
        let back: Vec<Note> = read.into_iter().map(|taken| taken.expect("it is ours").note).collect();
        prop_assert_eq!(back, notes);
    }
}
