//! Anchors for headings, made as GitHub makes them, so that `#links` written for it work here too.

use std::collections::HashMap;

/// The anchor of a heading without a letter or a digit.
const NAMELESS: &str = "section";

/// The anchors given so far.
#[derive(Default)]
pub(super) struct Anchors {
    /// For each anchor given, the number to try next behind it.
    next: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor for a heading: its words, and a number if they were used before.
    pub(super) fn give(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        let Some(&unused) = self.next.get(&slug) else {
            self.next.insert(slug.clone(), 1);
            return slug;
        };
        // Numbers are not tried twice for one slug, so that many like headings take linear time.
        let mut number = unused;
        let mut anchor = format!("{slug}-{number}");
        while self.next.contains_key(&anchor) {
            number += 1;
            anchor = format!("{slug}-{number}");
        }
        self.next.insert(slug, number + 1);
        self.next.insert(anchor.clone(), 1);
        anchor
    }
}

/// Letters, digits, `-` and `_` in lower case, spaces as `-`, nothing else.
fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    for character in heading.trim().chars() {
        if character.is_ascii() {
            match character {
                'a'..='z' | '0'..='9' | '-' | '_' => slug.push(character),
                'A'..='Z' => slug.push(character.to_ascii_lowercase()),
                ' ' | '\n' | '\t' => slug.push('-'),
                _ => {}
            }
        } else if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        }
    }
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(headings: &[&str]) -> Vec<String> {
        let mut anchors = Anchors::default();
        headings.iter().map(|heading| anchors.give(heading)).collect()
    }

    #[test]
    fn words_are_lowered_and_joined_and_marks_left_out() {
        assert_eq!(
            anchors(&["What we ask, and why?", "62% — “safe”", "Ünïcode_x", "a  b"]),
            ["what-we-ask-and-why", "62--safe", "ünïcode_x", "a--b"]
        );
    }

    #[test]
    fn the_same_heading_again_gets_a_number() {
        assert_eq!(anchors(&["Calls", "Calls", "calls!"]), ["calls", "calls-1", "calls-2"]);
    }

    #[test]
    fn a_number_that_a_heading_wrote_itself_is_not_given_twice() {
        assert_eq!(
            anchors(&["Calls-1", "Calls", "Calls", "Calls-1"]),
            ["calls-1", "calls", "calls-2", "calls-1-1"]
        );
    }

    #[test]
    fn a_heading_without_words_has_an_anchor_too() {
        assert_eq!(anchors(&["", "?!"]), ["section", "section-1"]);
    }
}
