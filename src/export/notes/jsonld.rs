//! Notes as W3C Web Annotations (JSON-LD, <https://www.w3.org/TR/annotation-model/>), out and in.
//!
//! What the model has no word for (edition, printed figure, title) stands under names of our own,
//! which other programs may leave aside.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::Entry;
use crate::disk::json_reason;
use crate::library::address::{SCHEME, escaped, unescaped};
use crate::notes::{Colour, Note, Passage, Target};

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
                "br:edition": note.edition,
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
    format!("{OURS}edition:{}:{}", escaped(&note.briefing), note.edition)
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

/// An annotation that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The note.
    pub note: Note,
    /// Whether only its words are known, and not where they stood.
    pub needs_a_place: bool,
}

/// An annotation that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which one: its id, or its number in the file.
    pub which: String,
    /// Why, and what would help.
    pub why: String,
}

/// Reads annotations: a collection, a page, a list, or one alone. Each one is taken or refused.
///
/// # Errors
/// A sentence where the text is no JSON, or no annotations.
pub fn read(text: &str) -> Result<Vec<Result<Taken, Refused>>, String> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|why| json_reason(&why))?;
    let items = items(value)
        .ok_or("it has no annotations: a W3C AnnotationCollection, AnnotationPage or Annotation is wanted")?;
    let read = |(index, item): (usize, Value)| {
        taken(&item).map_err(|why| {
            let which =
                item["id"].as_str().map_or_else(|| format!("annotation {}", index + 1), str::to_owned);
            Refused { which, why }
        })
    };
    Ok(items.into_iter().enumerate().map(read).collect())
}

fn items(mut value: Value) -> Option<Vec<Value>> {
    if let Value::Array(items) = value {
        return Some(items);
    }
    if is_a(&value, "Annotation") {
        return Some(vec![value]);
    }
    let object: &mut Map<String, Value> = value.as_object_mut()?;
    match (object.remove("items"), object.remove("first")) {
        (Some(Value::Array(items)), _) => Some(items),
        (_, Some(first)) if first.is_object() => items(first),
        _ => None,
    }
}

fn is_a(value: &Value, kind: &str) -> bool {
    let of = &value["type"];
    of == kind || of.as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind))
}

fn taken(item: &Value) -> Result<Taken, String> {
    if !is_a(item, "Annotation") {
        return Err("it is not of the type Annotation".to_owned());
    }
    let target = match &item["target"] {
        Value::Array(targets) => match targets.as_slice() {
            [target] => target,
            targets => return Err(format!("it has {} targets: a note hangs on one", targets.len())),
        },
        target => target,
    };
    let source =
        target["source"].as_str().or_else(|| target["source"]["id"].as_str()).or_else(|| target.as_str());
    let source = source.ok_or("its target has no source")?;
    let briefing = source
        .strip_prefix(SCHEME)
        .ok_or_else(|| format!("its source `{source}` is no briefing: `briefing:ID` is wanted"))?;
    let state = &target["state"];
    let text_hash = state["br:text"].as_str().unwrap_or_default().to_owned();
    let (found, has_position) = place(&target["selector"])?;
    let time = |name: &str| item[name].as_str().and_then(|time| time.parse().ok());
    let created = time("created").unwrap_or_default();
    let needs_a_place = matches!(found, Target::Passage(_)) && (!has_position || text_hash.is_empty());
    let id = item["id"].as_str().ok_or("it has no id")?;
    let mut note = Note {
        id: id_of(id),
        briefing: unescaped(briefing.split('#').next().unwrap_or(briefing)),
        title: state["br:title"].as_str().unwrap_or_default().to_owned(),
        edition: state["br:edition"].as_u64().and_then(|edition| u32::try_from(edition).ok()).unwrap_or(0),
        text_hash,
        target: found,
        comment: String::new(),
        tags: Vec::new(),
        colour: target["styleClass"].as_str().and_then(|name| name.parse().ok()).unwrap_or_default(),
        stance: None,
        settled: serde_json::from_value(item["br:settled"].clone()).ok(),
        created,
        modified: time("modified").unwrap_or(created),
    };
    match &item["body"] {
        Value::Array(bodies) => bodies.iter().for_each(|body| take_body(&mut note, body)),
        Value::Null => take_body(&mut note, &item["bodyValue"]),
        body => take_body(&mut note, body),
    }
    Ok(Taken { note, needs_a_place })
}

/// Ours are UUIDs; of other programs' ids one is made that is the same each time.
fn id_of(id: &str) -> Uuid {
    id.parse().unwrap_or_else(|_| {
        use sha2::{Digest, Sha256};
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&Sha256::digest(id.as_bytes())[..16]);
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    })
}

fn take_body(note: &mut Note, body: &Value) {
    if let Some(items) = body["items"].as_array() {
        // Of a choice, the first is the one to show.
        let wanted = if is_a(body, "Choice") { 1 } else { items.len() };
        return items.iter().take(wanted).for_each(|item| take_body(note, item));
    }
    // What is elsewhere is named.
    let elsewhere = || body["id"].as_str().or_else(|| body["source"].as_str());
    let value = body.as_str().or_else(|| body["value"].as_str()).or_else(elsewhere).unwrap_or_default();
    match body["purpose"].as_str() {
        Some("tagging") => {
            if !value.is_empty() && !note.tags.iter().any(|tag| tag == value) {
                note.tags.push(value.to_owned());
            }
        }
        Some("assessing") if value.parse::<crate::notes::Stance>().is_ok() => {
            note.stance = value.parse().ok();
        }
        _ if value.is_empty() => {}
        _ if note.comment.is_empty() => value.clone_into(&mut note.comment),
        _ => note.comment = format!("{}\n\n{value}", note.comment),
    }
}

/// What it hangs on, and whether it says where that stood.
fn place(selector: &Value) -> Result<(Target, bool), String> {
    let alone = std::slice::from_ref(selector);
    let selectors = selector.as_array().map_or(alone, Vec::as_slice);
    let of = |kind: &str| selectors.iter().find(|selector| is_a(selector, kind));
    if let Some(quote) = of("TextQuoteSelector") {
        let text = |name: &str| quote[name].as_str().unwrap_or_default().to_owned();
        let exact = text("exact");
        if exact.is_empty() {
            return Err("its quotation is empty".to_owned());
        }
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let position =
            of("TextPositionSelector").and_then(|at| Some(number(&at["start"])?..number(&at["end"])?));
        let position = position.filter(|position| position.start < position.end);
        let passage = Passage {
            exact,
            prefix: text("prefix"),
            suffix: text("suffix"),
            position: position.clone().unwrap_or_default(),
        };
        return Ok((Target::Passage(passage), position.is_some()));
    }
    if let Some(fragment) = of("FragmentSelector") {
        let value = fragment["value"].as_str().unwrap_or_default();
        let printed = fragment["br:printed"].as_str().unwrap_or_default().to_owned();
        let target = match value.split_once('=').map(|(kind, name)| (kind, unescaped(name))) {
            Some(("figure", reference)) => Target::Figure { reference, printed },
            Some(("key-figure", references)) => {
                Target::KeyFigure { references: references.split(' ').map(str::to_owned).collect(), printed }
            }
            Some(("call", call)) => Target::Call { call, words: printed },
            Some(("comparison", name)) => Target::Comparison { name },
            _ if value == "briefing" => Target::Briefing,
            _ => return Err(format!("its selector `{value}` names nothing in a briefing")),
        };
        return Ok((target, true));
    }
    if selector.is_null() {
        return Ok((Target::Briefing, true));
    }
    Err("it has no selector of a kind that is known (TextQuoteSelector, FragmentSelector)".to_owned())
}
