//! Numbers in running text that look like figures: shares in digits or words, and large counts.
//!
//! What is found is read by [`said_at`], as claims are; this leaves out what is written like a
//! figure and seldom is one. A difference ("29 points") is worked out from two figures and has no
//! source of its own, so it is none.

use std::ops::Range;

use super::hedge::Hedge;
use super::said::{Said, SaidAt, Unit, said_at};
use super::units::NAMES_OF_THINGS;

/// Counts below this are too often lists, ages or seats to look like figures.
const LEAST_COUNT: f64 = 1_000.0;

/// The numbers in a text that look like figures, in order, each with its bytes.
pub fn figure_like(text: &str) -> Vec<(Range<usize>, Said)> {
    said_at(text)
        .into_iter()
        .filter(|found| match found.said.unit {
            Unit::Share => is_share(text, found),
            Unit::Bare | Unit::Counted | Unit::Money => is_count(text, found),
            Unit::BareWord | Unit::Points | Unit::Aside => false,
        })
        .map(|found| (found.range, found.said))
        .collect()
}

/// Percentages and "one in three" always are; a fraction in words may be an ordinal ("a third
/// story") or a manner of speaking ("half-public", "two and a half").
fn is_share(text: &str, found: &SaidAt) -> bool {
    let words = text[found.bare.clone()].to_ascii_lowercase();
    // "6 of 13 countries" and "24/7" are seldom shares of people.
    let is_spelt = words.ends_with(" hundred") || words.ends_with(" thousand");
    let is_part = words.contains('/') || words.contains(" of ") && !words.contains("out of");
    let is_of_people = text[found.bare.end..].starts_with(" of") || words.ends_with("00");
    if is_spelt || is_part && !is_of_people {
        return false;
    }
    let is_single = words == "half" || words.starts_with("a ") || words.starts_with("a-");
    if !is_single {
        return true;
    }
    let (before, after) = (&text[..found.bare.start], &text[found.bare.end..]);
    let led_by = last_word(before);
    let is_part_of_time = ["first", "second", "other", "latter", "later", "half"].contains(&led_by.as_str());
    if led_by == "and" || is_part_of_time || after.starts_with(['-', '‑']) {
        return false;
    }
    let mut next = after.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (first, second) = (next.next().unwrap_or_default(), next.next().unwrap_or_default());
    if first == "of" {
        return !["a", "an", "it", "that", "this", "what", "which"].contains(&second);
    }
    let ends_clause = words != "half" && !after.starts_with(char::is_whitespace);
    found.said.hedge != Hedge::None || ends_clause || words == "half" && ["the", "all"].contains(&first)
}

/// Large, and neither a year nor part of a name.
fn is_count(text: &str, found: &SaidAt) -> bool {
    let digits = &text[found.bare.clone()];
    let is_plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = is_plain && (1500.0..2100.0).contains(&found.said.number);
    let (before, after) = (&text[..found.bare.start], &text[found.bare.end..]);
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '#' | '@' | ':' | '.');
    let is_in_name = before.ends_with(joined)
        || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '@'));
    found.said.number >= LEAST_COUNT
        && !is_year
        && !is_in_name
        && !NAMES_OF_THINGS.contains(&last_word(before).as_str())
}

/// The word that a text ends with, in lower case.
fn last_word(text: &str) -> String {
    let text = text.trim_end();
    let start = text
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    text[start..].to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        figure_like(text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn shares_and_large_counts_look_like_figures() {
        for (text, figure) in [
            ("They say 62% of adults did.", "62%"),
            ("They say 62 per cent did.", "62 per cent"),
            ("About one in three agreed.", "About one in three"),
            ("So nine in ten want it.", "nine in ten"),
            ("Almost two thirds want it.", "Almost two thirds"),
            ("Then half of adults left.", "half of adults"),
            ("And more than half of them.", "more than half"),
            ("Only a quarter of children knew.", "a quarter"),
            ("There were 2,500 arrests.", "2,500"),
            ("More than 3,000 children were safeguarded.", "More than 3,000"),
            ("Some 12000 people wrote.", "Some 12000"),
            ("It was 2.5 million in all.", "2.5 million"),
            ("Between 70–75% agreed.", "70–75%"),
        ] {
            let figure = figure.strip_suffix(" of adults").unwrap_or(figure);
            assert_eq!(found(text), [figure], "{text}");
        }
    }

    #[test]
    fn years_ages_names_and_manners_of_speaking_do_not() {
        for text in [
            "In 2023 and on 4 July 2021.",
            "Teenagers aged 13 to 17 in 13 countries.",
            "A shift of 29 points, or 29 percentage points.",
            "Question 7 of Eurobarometer 2,532; section 1234; Regulation (EU) 2021/1232.",
            "A third story tells of the 2nd poll.",
            "On half-public pages, in the second half of the year, two and a half thousand.",
            "It leaves out half of what was said.",
            "One in a series of polls, asked of 302 people.",
            "A quarter of an hour later the three met.",
            "In 6 of 13 countries, 24/7, and ten in a hundred of any hundred; they are 75 points apart.",
            "See example.org/12345 and #12345.",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_place_is_whole(
            text in "([0-9,.%–-]{1,6}|half|a|third|one|in|ten|more|than|of|İ|ß|é|million| ){0,40}|\\PC{0,60}"
        ) {
            let mut last = 0;
            for (range, _) in figure_like(&text) {
                prop_assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()));
                prop_assert!(range.start >= last || range.end > last);
                last = range.end;
            }
        }
    }
}
