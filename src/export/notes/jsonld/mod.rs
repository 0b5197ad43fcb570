//! Notes as W3C Web Annotations (JSON-LD, <https://www.w3.org/TR/annotation-model/>), out and in.
//!
//! What the model has no word for (edition, printed figure, title) stands under names of our own,
//! which other programs may leave aside.

mod body;
mod kind;
mod place;
mod reading;

use serde_json::{Value, json};

use super::Entry;
use crate::library::address::{SCHEME, escaped};
use crate::notes::{Colour, Note, Target};

pub use reading::{Known, Refused, Taken, read, read_with};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Where our own names belong.
const OURS: &str = "urn:briefing-reader:";

/// Writes the notes as one collection.
pub(super) fn write(entries: &[Entry<'_>]) -> String {
    let items: Vec<Value> = entries.iter().map(|entry| annotation(entry.note)).collect();
    let mut collection = json!({
        "id": "urn:briefing-reader:notes",
        "label": "Notes of Briefing Reader",
        "total": items.len(),
    });
    let whole = collection.clone();
    collection["@context"] = json!([CONTEXT, {"br": OURS}]);
    collection["type"] = "AnnotationCollection".into();
    collection["first"] = json!({
        "id": "urn:briefing-reader:notes:1",
        "type": "AnnotationPage",
        "partOf": whole,
        "startIndex": 0,
        "items": items,
    });
    serde_json::to_string_pretty(&collection).expect("it is plain data") + "\n"
}

fn annotation(note: &Note) -> Value {
    let mut bodies = Vec::new();
    let body =
        |purpose: &str, value: &str| json!({"type": "TextualBody", "purpose": purpose, "value": value});
    if !note.comment.is_empty() {
        let mut comment = body("commenting", &note.comment);
        comment["format"] = "text/markdown".into();
        bodies.push(comment);
    }
    bodies.extend(note.tags.iter().map(|tag| body("tagging", tag)));
    bodies.extend(note.stance.map(|stance| body("assessing", stance.name())));
    let motivation = match bodies.first() {
        Some(body) => body["purpose"].clone(),
        None => "highlighting".into(),
    };
    let mut annotation = json!({
        "id": note.id.urn().to_string(),
        "type": "Annotation",
        "motivation": motivation,
        "created": note.created.to_string(),
        "modified": note.modified.to_string(),
        "stylesheet": {"type": "CssStylesheet", "value": stylesheet(note.colour)},
        "target": {
            "type": "SpecificResource",
            "source": format!("{SCHEME}{}", escaped(&note.briefing)),
            "styleClass": note.colour.name(),
            "selector": selector(&note.target),
            "state": {
                "id": edition(note),
                "type": "br:Edition",
                "br:edition": note.stated_edition(),
                "br:text": note.text_hash,
                "br:title": note.title,
            },
        },
    });
    if let Some(settled) = &note.settled {
        annotation["br:settled"] = serde_json::to_value(settled).expect("it is plain data");
    }
    if !bodies.is_empty() {
        annotation["body"] = bodies.into();
    }
    annotation
}

/// What a colour's name comes to in other programs.
fn stylesheet(colour: Colour) -> String {
    let background = match colour {
        Colour::Yellow => "#f6e391",
        Colour::Green => "#cdeabf",
        Colour::Blue => "#ccd9f7",
        Colour::Pink => "#f8cfdb",
    };
    format!(".{} {{ background-color: {background} }}", colour.name())
}

/// An edition is no state of the model's own kinds, so it is one by its name.
fn edition(note: &Note) -> String {
    let number = note.stated_edition().map_or_else(String::new, |edition| format!(":{edition}"));
    format!("{OURS}edition:{}{number}", escaped(&note.briefing))
}

fn selector(target: &Target) -> Value {
    let fragment = |value: String, printed: &str| {
        let value = match value.split_once('=') {
            Some((kind, name)) => format!("{kind}={}", escaped(name)),
            None => value,
        };
        json!({"type": "FragmentSelector", "value": value, "br:printed": printed})
    };
    match target {
        Target::Passage(passage) => json!([
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": passage.position.start,
                "end": passage.position.end,
            },
        ]),
        Target::Figure { reference, printed } => fragment(format!("figure={reference}"), printed),
        Target::KeyFigure { references, printed } => {
            fragment(format!("key-figure={}", references.join(" ")), printed)
        }
        Target::Call { call, words } => fragment(format!("call={call}"), words),
        Target::Comparison { name } => fragment(format!("comparison={name}"), ""),
        Target::Briefing => fragment("briefing".to_owned(), ""),
    }
}
