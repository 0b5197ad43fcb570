//! What an annotation says: its bodies as a comment in CommonMark, as tags and as a stance.

use serde_json::Value;

use super::kind::is_a;
use crate::export::notes::{as_typed, html};
use crate::notes::{Note, Stance};

/// How a body's words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Markdown,
    Html,
    Plain,
}

/// Takes the bodies of an annotation.
pub(super) fn take(note: &mut Note, annotation: &Value) {
    let whole = &annotation["motivation"];
    match &annotation["body"] {
        Value::Array(bodies) => bodies.iter().for_each(|body| take_body(note, body, whole)),
        // The model has these read as plain text.
        Value::Null => take_words(note, &text(&annotation["bodyValue"]), Written::Plain, whole),
        body => take_body(note, body, whole),
    }
}

/// Takes a body; `why` is what the annotation is for, where the body does not say it of itself.
fn take_body(note: &mut Note, body: &Value, why: &Value) {
    let why = if body["purpose"].is_null() { why } else { &body["purpose"] };
    if let Some(items) = body["items"].as_array() {
        // Of a choice, the first is the one to show.
        let wanted = if is_a(body, "Choice") { 1 } else { items.len() };
        return items.iter().take(wanted).for_each(|item| take_body(note, item, why));
    }
    if body["source"].is_object() {
        return take_body(note, &body["source"], why);
    }
    if let Some(words) = body.as_str() {
        return take_words(note, words, Written::Plain, why);
    }
    let words = [&body["value"], &body["chars"]].map(text).into_iter().find(|words| !words.is_empty());
    if let Some(words) = words {
        let written = written(&body["format"], &words);
        return take_words(note, &words, written, why);
    }
    // What is elsewhere is named.
    let elsewhere = body["id"].as_str().or_else(|| body["source"].as_str());
    take_words(note, elsewhere.unwrap_or_default(), Written::Plain, why);
}

fn take_words(note: &mut Note, words: &str, written: Written, why: &Value) {
    if is_for(why, "tagging") {
        let tag = if written == Written::Html { html::words(words) } else { words.to_owned() };
        return note.tag_with(&tag);
    }
    if is_for(why, "assessing")
        && let Ok(stance) = words.trim().parse::<Stance>()
    {
        note.stance = Some(stance);
        return;
    }
    let said = match written {
        Written::Markdown => words.to_owned(),
        Written::Html => html::commonmark(words),
        Written::Plain => as_typed::commonmark(words),
    };
    // What this program wrote comes back as it was.
    if said.is_empty() || written != Written::Markdown && said.trim().is_empty() {
        return;
    }
    note.comment = if note.comment.is_empty() { said } else { format!("{}\n\n{said}", note.comment) };
}

/// Whether something is for this, and for nothing else.
fn is_for(why: &Value, purpose: &str) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|name| name.rsplit(['/', '#', ':']).next() == Some(purpose))
    };
    match why {
        Value::Array(all) => !all.is_empty() && all.iter().all(is),
        one => is(one),
    }
}

/// How words are written that have this format, which may be left out: programs that do so write
/// Markdown, as Hypothesis does, or HTML.
fn written(format: &Value, words: &str) -> Written {
    let formats = format.as_array().map_or(std::slice::from_ref(format), Vec::as_slice);
    let named = formats.iter().find_map(Value::as_str).unwrap_or_default();
    let named = named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match named.as_str() {
        "text/html" | "application/xhtml+xml" => Written::Html,
        "" if html::is_html(words) => Written::Html,
        "" | "text/markdown" | "text/x-markdown" | "text/commonmark" => Written::Markdown,
        _ => Written::Plain,
    }
}

/// A text; several are lines.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(texts) => texts.iter().map(text).collect::<Vec<_>>().join("\n"),
        // A value with its language, or one for each language.
        Value::Object(object) => {
            object.get("@value").or_else(|| object.values().next()).map(text).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Somebody's name.
pub(super) fn name(of: &Value) -> Option<String> {
    let of = of.as_array().and_then(|all| all.first()).unwrap_or(of);
    let names = [of, &of["name"], &of["nickname"], &of["email"], &of["id"]];
    names.into_iter().map(text).map(|name| name.trim().to_owned()).find(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(annotation: &Value) -> (String, Vec<String>, Option<Stance>) {
        let mut note = crate::export::notes::jsonld::reading::read(
            &json!([{"id": "a", "type": "Annotation", "target": "briefing:a"}]).to_string(),
        )
        .expect("it is read")
        .remove(0)
        .expect("it is taken")
        .note;
        take(&mut note, annotation);
        (note.comment, note.tags, note.stance)
    }

    #[test]
    fn words_are_read_as_what_they_are() {
        let of = |format: Value, value: &str| {
            said(&json!({"body": {"type": "TextualBody", "format": format, "value": value}})).0
        };
        assert_eq!(of("text/html".into(), "<p>Ask <b>who</b> &amp; when.</p>"), "Ask **who** & when.");
        assert_eq!(of("text/html; charset=utf-8".into(), "a<br>b"), "a  \nb");
        assert_eq!(of(json!(["TEXT/HTML"]), "<i>a</i>"), "*a*");
        assert_eq!(of("text/plain".into(), "2 < 3 and *so*"), "2 < 3 and \\*so\\*");
        assert_eq!(of("text/markdown".into(), "2 < 3 and *so*"), "2 < 3 and *so*");
        assert_eq!(of(Value::Null, "*so*"), "*so*");
        assert_eq!(of(Value::Null, "<p>a</p>"), "a");
        assert_eq!(of("application/x-tex".into(), "a_1 *b*"), "a_1 \\*b\\*");
        assert_eq!(said(&json!({"bodyValue": "*so*"})).0, "\\*so\\*");
        assert_eq!(said(&json!({"body": "https://example.org/a_b"})).0, "https://example.org/a_b");
    }

    #[test]
    fn tags_are_single_spaced_and_none_is_empty() {
        let tag = |value: &str| json!({"type": "TextualBody", "purpose": "tagging", "value": value});
        let bodies =
            json!({"body": [tag(" Child  safety "), tag(""), tag(" \n"), tag("Child safety"), tag("law")]});
        assert_eq!(said(&bodies), (String::new(), vec!["Child safety".to_owned(), "law".to_owned()], None));
        let whole = json!({"motivation": "oa:tagging", "body": {"type": "TextualBody", "value": "law"}});
        assert_eq!(said(&whole).1, ["law"]);
        let both = json!({"motivation": ["commenting", "tagging"], "bodyValue": "law"});
        assert_eq!(said(&both).0, "law");
    }

    #[test]
    fn what_stands_within_is_taken_too() {
        let words = |value: &str| json!({"type": "TextualBody", "value": value, "format": "text/plain"});
        let nested = json!({"body": [{"type": "List", "items": [words("one"), words("two")]},
            {"type": "SpecificResource", "purpose": "tagging", "source": words("law")},
            {"type": "Choice", "items": [words("three"), words("four")]},
            {"id": "https://example.org/video", "type": "Video"},
            {"type": "TextualBody", "purpose": "assessing", "value": "doubt"}, 7, null]});
        let (comment, tags, stance) = said(&nested);
        assert_eq!(comment, "one\n\ntwo\n\nthree\n\nhttps://example.org/video");
        assert_eq!((tags, stance), (vec!["law".to_owned()], Some(Stance::Doubt)));
    }
}
