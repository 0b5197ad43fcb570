//! References as CSL-JSON
//! (<https://docs.citationstyles.org/en/stable/specification.html>), which Zotero and Pandoc read.

use serde_json::{Map, Value, json};

use super::{Kind, Reference, When};
use crate::poll::dates::Date;

/// The whole file.
#[must_use]
pub fn csl_json(references: &[Reference]) -> String {
    let items: Vec<Value> = references.iter().map(|reference| Value::Object(item(reference))).collect();
    serde_json::to_string_pretty(&items).expect("they are plain data") + "\n"
}

/// One item.
pub(super) fn item(reference: &Reference) -> Map<String, Value> {
    let mut item = Map::new();
    let kind = match reference.kind {
        Kind::Briefing => "document",
        Kind::Page => "webpage",
        Kind::Poll => "dataset",
    };
    let words = [
        ("id", reference.id.as_str()),
        ("type", kind),
        ("title", &reference.title),
        ("genre", &reference.genre),
        ("note", &reference.note),
        ("language", &reference.language),
        ("URL", &reference.url),
    ];
    for (name, words) in words {
        if !words.is_empty() {
            item.insert(name.to_owned(), words.into());
        }
    }
    if let Some(author) = &reference.author {
        item.insert("author".to_owned(), json!([{"literal": author}]));
    }
    for (name, when) in [("issued", &reference.issued), ("accessed", &reference.accessed)] {
        if let Some(when) = when {
            item.insert(name.to_owned(), date(when));
        }
    }
    item
}

fn date(when: &When) -> Value {
    match when {
        When::Dates(period) if period.is_date() => json!({"date-parts": [parts(period.first)]}),
        When::Dates(period) => json!({"date-parts": [parts(period.first), parts(period.last)]}),
        When::AsWritten(written) => json!({"literal": written}),
    }
}

/// Year, month and day, as far as they are known.
fn parts(date: Date) -> Vec<i16> {
    let rest = [date.month, date.day].into_iter().map_while(|part| part.map(i16::from));
    std::iter::once(date.year).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_parts_and_what_is_none_is_literal() {
        let issued = |written: &str| {
            let issued = When::of(Some(&written.to_owned()));
            item(&Reference { issued, ..Reference::alone("a", "", 1) }).remove("issued").unwrap_or_default()
        };
        assert_eq!(issued("2021-04-19"), json!({"date-parts": [[2021, 4, 19]]}));
        assert_eq!(issued("2021-04/2021-06"), json!({"date-parts": [[2021, 4], [2021, 6]]}));
        for written in ["20210419", "19-04-2021", "2021-22", "2021-04-31", "circa 2019", "12021"] {
            assert_eq!(issued(written), json!({"literal": written}));
        }
        assert_eq!(issued(" "), Value::Null);
    }

    #[test]
    fn csl_json_is_what_hayagriva_reads() {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let references =
            [Reference::briefing(&bundle), Reference::source(&bundle, &bundle.manifest.sources[0])];
        let items: Vec<hayagriva::citationberg::json::Item> =
            serde_json::from_str(&csl_json(&references)).expect("it is read");
        assert_eq!(items[1].id().as_deref(), Some("nspcc-e2ee-2021/children-first"));
    }
}
