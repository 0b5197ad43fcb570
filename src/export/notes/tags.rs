//! Tags as Obsidian and Logseq take them.
//!
//! Both end a tag at white space and at most marks, want a sign that is no digit, and take `/` for tags
//! within tags, which must not be empty
//! (<https://help.obsidian.md/tags#Tag+format>). Capitals make no difference to either.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::is_unseen;

/// The tags of a file, each as the other programs take it.
pub struct Tags {
    taken: HashMap<String, String>,
}

impl Tags {
    /// For all the tags of a file. Two that would be one get a number, in the order of the alphabet;
    /// two that differ in capitals alone are one for those programs, and stay.
    pub fn of<'t>(tags: impl IntoIterator<Item = &'t str>) -> Tags {
        let all: BTreeSet<&str> = tags.into_iter().collect();
        let mut given: HashMap<String, String> = HashMap::new();
        let mut taken = HashMap::new();
        for tag in all {
            let own = tag.nfc().collect::<String>().to_lowercase();
            let plain = taken_by_others(tag);
            let mut mapped = plain.clone();
            let mut number = 2;
            while given.get(&mapped.to_lowercase()).is_some_and(|known| *known != own) {
                mapped = format!("{plain}-{number}");
                number += 1;
            }
            given.insert(mapped.to_lowercase(), own);
            taken.insert(tag.to_owned(), mapped);
        }
        Tags { taken }
    }

    /// One of them, without the `#`.
    pub fn mapped<'t>(&'t self, tag: &'t str) -> &'t str {
        self.taken.get(tag).map_or(tag, String::as_str)
    }

    /// Some of them, each once, in order.
    pub fn all_mapped<'t>(&'t self, tags: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
        let mut mapped: Vec<&str> = Vec::new();
        for tag in tags {
            let tag = self.mapped(tag);
            if !mapped.contains(&tag) {
                mapped.push(tag);
            }
        }
        mapped
    }
}

/// A tag with hyphens for what would end it.
fn taken_by_others(tag: &str) -> String {
    let kept: String = tag.nfc().filter(|sign| !is_unseen(*sign)).collect();
    let levels = kept.split('/').map(|level| {
        let parts = level.split(|sign: char| !is_taken(sign)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("-")
    });
    let mapped = levels.filter(|level| !level.is_empty()).collect::<Vec<_>>().join("/");
    if mapped.is_empty() {
        // There is nothing in it that they take: the signs go by their numbers.
        let numbers: Vec<String> =
            tag.chars().take(8).map(|sign| format!("u{:x}", u32::from(sign))).collect();
        return numbers.join("-");
    }
    if mapped.chars().all(char::is_numeric) { format!("_{mapped}") } else { mapped }
}

fn is_taken(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || is_combining_mark(sign) || is_pictograph(sign)
}

/// Emoji and signs like them.
fn is_pictograph(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_is_one_that_they_take() {
        for (tag, taken) in [
            ("child safety", "child-safety"),
            ("2026", "_2026"),
            ("٢٠٢٦", "_٢٠٢٦"),
            ("2026-27", "2026-27"),
            ("1st draft", "1st-draft"),
            ("🔒", "🔒"),
            ("👩\u{200d}👧", "👩👧"),
            ("Q&A", "Q-A"),
            ("a/b_c", "a/b_c"),
            ("/a//b /", "a/b"),
            ("a - b", "a-b"),
            ("#x", "x"),
            ("été 2026!", "été-2026"),
            ("e\u{301}te\u{301}", "été"),
            ("हिन्दी", "हिन्दी"),
            ("子供の安全", "子供の安全"),
            ("—", "u2014"),
            ("?!", "u3f-u21"),
            ("£50", "_50"),
        ] {
            assert_eq!(taken_by_others(tag), taken, "{tag}");
        }
    }

    #[test]
    fn two_tags_stay_two_and_capitals_make_none() {
        let tags = Tags::of(["Q&A", "Q A", "Law", "law", "q-a"]);
        let mapped = ["Q A", "Q&A", "q-a", "Law", "law"].map(|tag| tags.mapped(tag));
        assert_eq!(mapped, ["Q-A", "Q-A-2", "q-a-3", "Law", "law"]);
        assert_eq!(tags.all_mapped(["Law", "Law", "Q A"]), ["Law", "Q-A"]);
    }

    proptest! {
        #[test]
        fn no_tag_is_empty_or_digits_or_ended_early(tags in prop::collection::btree_set("\\PC{1,6}", 1..6)) {
            let mapped = Tags::of(tags.iter().map(String::as_str));
            for tag in &tags {
                let tag = mapped.mapped(tag);
                prop_assert!(!tag.is_empty() && !tag.chars().all(char::is_numeric), "{}", tag);
                prop_assert!(tag.chars().all(|sign| is_taken(sign) || "-/".contains(sign)), "{}", tag);
                prop_assert!(tag.split('/').all(|level| !level.is_empty()), "{}", tag);
            }
            let folded: BTreeSet<String> = tags.iter().map(|tag| tag.nfc().collect::<String>().to_lowercase()).collect();
            let distinct: BTreeSet<String> = tags.iter().map(|tag| mapped.mapped(tag).to_lowercase()).collect();
            prop_assert_eq!(folded.len(), distinct.len());
        }
    }
}
