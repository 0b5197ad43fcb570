//! W3C Web Annotations, read to notes. What other programs write is taken as far as it says what a note
//! can hold; each annotation is taken or refused, with a sentence.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::body;
use super::kind::is_a;
use super::place::{self, Placed};
use crate::disk::json_reason;
use crate::library::address::SCHEME;
use crate::notes::{EditionText, Note, Target};

/// An annotation that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The note.
    pub note: Note,
    /// Whether only its words are known, and not where they stood.
    pub needs_a_place: bool,
    /// Who made it, where it says so: a note keeps no name.
    pub by: Option<String>,
}

/// An annotation that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which one: its id, or its number in the file.
    pub which: String,
    /// Why, and what would help.
    pub why: String,
}

/// The text of a briefing, by its id and the hash that an annotation names (empty where it names none),
/// for annotations that say where words stand and not which.
pub type Known<'k> = dyn Fn(&str, &str) -> Option<EditionText> + 'k;

/// Reads annotations: a collection, a page, a list, or one alone. Each one is taken or refused.
///
/// # Errors
/// A sentence where the text is no JSON, or no annotations.
pub fn read(text: &str) -> Result<Vec<Result<Taken, Refused>>, String> {
    read_with(text, &|_, _| None)
}

/// The same where texts are at hand.
///
/// # Errors
/// As [`read`].
pub fn read_with(text: &str, known: &Known<'_>) -> Result<Vec<Result<Taken, Refused>>, String> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|why| json_reason(&why))?;
    let items = items(value)
        .ok_or("it has no annotations: a W3C AnnotationCollection, AnnotationPage or Annotation is wanted")?;
    let read = |(index, item): (usize, Value)| {
        taken(&item, known).map_err(|why| {
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

fn taken(item: &Value, known: &Known<'_>) -> Result<Taken, String> {
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
    let source = [&target["source"], &target["source"]["id"], target, &target["id"]];
    let source = source.into_iter().find_map(Value::as_str).ok_or("its target has no source")?;
    if !source.starts_with(SCHEME) {
        return Err(format!("its source `{source}` is no briefing: `briefing:ID` is wanted"));
    }
    let (briefing, edition, fragment) = place::source(source)?;
    let state = &target["state"];
    let text_hash = state["br:text"].as_str().unwrap_or_default().to_owned();
    let is_ours = !text_hash.is_empty();
    let text = || known(&briefing, &text_hash);
    let Placed { target: hangs_on, has_position } =
        place::place(&target["selector"], fragment, is_ours, &text)?;
    let created = moment(&item["created"]);
    let needs_a_place = matches!(hangs_on, Target::Passage(_)) && (!has_position || !is_ours);
    // One without a name is known again by all that it says.
    let id = item["id"].as_str().map_or_else(|| item.to_string(), str::to_owned);
    let stated = state["br:edition"].as_u64().and_then(|edition| u32::try_from(edition).ok());
    let mut note = Note {
        id: id_of(&id),
        briefing,
        title: state["br:title"].as_str().unwrap_or_default().to_owned(),
        edition: stated.or(edition).unwrap_or(0),
        text_hash,
        target: hangs_on,
        comment: String::new(),
        tags: Vec::new(),
        colour: target["styleClass"].as_str().and_then(|name| name.parse().ok()).unwrap_or_default(),
        stance: None,
        settled: serde_json::from_value(item["br:settled"].clone()).ok(),
        created: created.unwrap_or_default(),
        modified: moment(&item["modified"]).or(created).unwrap_or_default(),
    };
    body::take(&mut note, item);
    Ok(Taken { note, needs_a_place, by: body::name(&item["creator"]) })
}

/// A moment, as RFC 3339 or without its zone or its time of day, which then are UTC and midnight.
fn moment(stated: &Value) -> Option<Timestamp> {
    let stated = stated.as_str()?.trim();
    let in_utc = |time: DateTime| time.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp());
    stated.parse().ok().or_else(|| in_utc(stated.parse().ok()?))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_with_and_without_a_zone() {
        let told = |text: &str| moment(&text.into()).map(|moment| moment.to_string());
        let ten = Some("2026-05-01T10:00:00Z".to_owned());
        for text in [
            "2026-05-01T10:00:00Z",
            "2026-05-01T12:00:00+02:00",
            "2026-05-01T10:00:00",
            " 2026-05-01T10:00Z ",
        ] {
            assert_eq!(told(text), ten, "{text}");
        }
        assert_eq!(told("2026-05-01").as_deref(), Some("2026-05-01T00:00:00Z"));
        for text in ["", "yesterday", "2026", "2026-13-01T00:00:00Z"] {
            assert_eq!(told(text), None, "{text}");
        }
        assert_eq!(moment(&1_777_629_600.into()), None);
    }
}
