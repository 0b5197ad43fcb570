//! What the words around a bare number say that it counts.

use super::quantity::Unit;
use super::words::{Word, Words};

/// The unit of the number in the words from `start` up to `end`, which is no share.
pub fn unit(words: &Words<'_>, start: usize, end: usize) -> Unit {
    let before = start.checked_sub(1).map_or("", |before| words.name(before));
    let next = words.name(end);
    let is_in_digits = matches!(words.get(start), Some(Word::Digits { .. }));
    let follows_sign = start
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|word| matches!(word, Word::Of | Word::Slash));
    let is_name = start > 0 && words.is_glued(start) && matches!(words.get(start - 1), Some(Word::Name(_)));
    let has_sign = words.get(end) == Some(&Word::Of) && words.is_glued(end);
    if follows_sign || has_sign || words.get(end) == Some(&Word::Slash) || is_name && is_letters(before) {
        return Unit::Aside;
    }
    if is_aside(before, next) || is_in_digits && NAMES_OF_THINGS.contains(&before) {
        return Unit::Aside;
    }
    if is_money(words, end) || MONEY_BEFORE.contains(&before) && is_in_digits {
        return Unit::Money;
    }
    if matches!(next, "point" | "points" | "pp" | "ppt" | "ppts" | "pts") {
        return Unit::Points;
    }
    match is_in_digits {
        false => Unit::BareWord,
        true if is_counted(words, end) => Unit::Counted,
        true => Unit::Bare,
    }
}

/// Where a number ends with its unit: "75kg" and "75 points" are said as one.
pub fn end(words: &Words<'_>, unit: Unit, end: usize) -> usize {
    let is_part = match unit {
        Unit::Points => true,
        Unit::Money | Unit::Counted => words.is_glued(end) && !words.name(end).is_empty(),
        _ => false,
    };
    if is_part { end + 1 } else { end }
}

/// Whether what follows a number makes it an amount of money.
pub fn is_money(words: &Words<'_>, end: usize) -> bool {
    const NAMES: [&str; 13] = [
        "pound", "pounds", "pence", "penny", "euro", "euros", "dollar", "dollars", "cent", "cents", "gbp",
        "eur", "usd",
    ];
    match words.get(end) {
        Some(Word::Currency) => {
            words.is_joined(end) && !matches!(words.get(end + 1), Some(Word::Digits { .. }))
        }
        Some(Word::Name("p")) => words.is_glued(end),
        Some(Word::Name(name)) => words.is_joined(end) && NAMES.contains(name),
        _ => false,
    }
}

/// Whether a number may be a year: four plain digits among other words, which count nobody.
pub fn is_year(words: &Words<'_>, start: usize, end: usize, number: f64) -> bool {
    const OF_A_YEAR: [&str; 6] = ["elections", "figures", "polls", "results", "surveys", "tables"];
    let next = words.name(end);
    let counts = matches!(next, "people" | "children" | "men" | "women")
        || next.ends_with('s') && !OF_A_YEAR.contains(&next) && is_counted(words, end);
    (1900.0..2100.0).contains(&number) && words.places[start].len() == 4 && words.all.len() > 1 && !counts
}

/// Whether a word measures time, which makes "3 in 10 years" no share.
pub fn is_time(name: &str) -> bool {
    const NAMES: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "year", "decade"];
    NAMES.contains(&name.strip_suffix('s').unwrap_or(name))
}

/// Whether a word names people, of whom shares are.
pub fn is_people(name: &str) -> bool {
    const NAMES: [&str; 16] = [
        "adults",
        "britons",
        "children",
        "citizens",
        "men",
        "mothers",
        "parents",
        "participants",
        "people",
        "pupils",
        "respondents",
        "teenagers",
        "users",
        "voters",
        "women",
        "workers",
    ];
    NAMES.contains(&name)
}

/// Names of currencies that stand before an amount.
const MONEY_BEFORE: [&str; 17] = [
    "aud", "cad", "chf", "cny", "czk", "dkk", "eur", "gbp", "huf", "inr", "jpy", "kr", "nok", "pln", "rs",
    "sek", "usd",
];

/// Words after which a number names a thing and counts nothing.
pub const NAMES_OF_THINGS: [&str; 34] = [
    "annex",
    "appendix",
    "article",
    "channel",
    "chapter",
    "chart",
    "clause",
    "directive",
    "edition",
    "eurobarometer",
    "figure",
    "iso",
    "item",
    "line",
    "no",
    "note",
    "number",
    "page",
    "paragraph",
    "part",
    "question",
    "rank",
    "ranked",
    "recital",
    "regulation",
    "rfc",
    "rule",
    "section",
    "step",
    "table",
    "top",
    "version",
    "volume",
    "wave",
];

/// Letters, and not a sign that leaves a number open.
fn is_letters(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
}

/// Ages, dates and ordinals: "16–24 year-olds", "over-60s", "aged 18", "3 March", "2nd".
fn is_aside(before: &str, next: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    matches!(next, "year" | "years" | "yr" | "yrs" | "s" | "st" | "nd" | "rd" | "th" | "plus")
        || matches!(before, "aged" | "age" | "ages")
        || MONTHS.contains(&next)
        || MONTHS.contains(&before)
}

/// Whether a number in digits counts what follows it: anything but the end of the clause and words
/// that go on after a share.
pub fn is_counted(words: &Words<'_>, end: usize) -> bool {
    const GO_ON: [&str; 92] = [
        "a",
        "according",
        "against",
        "agree",
        "agreed",
        "agrees",
        "also",
        "among",
        "and",
        "answer",
        "answered",
        "are",
        "as",
        "at",
        "back",
        "backed",
        "be",
        "because",
        "believe",
        "believed",
        "but",
        "by",
        "call",
        "called",
        "can",
        "chose",
        "compared",
        "could",
        "did",
        "disagree",
        "disagreed",
        "do",
        "does",
        "down",
        "fear",
        "feared",
        "feel",
        "felt",
        "find",
        "for",
        "found",
        "from",
        "had",
        "has",
        "have",
        "held",
        "hold",
        "if",
        "in",
        "is",
        "it",
        "knew",
        "know",
        "need",
        "needed",
        "never",
        "not",
        "on",
        "only",
        "opposed",
        "oppose",
        "or",
        "prefer",
        "preferred",
        "said",
        "saw",
        "say",
        "says",
        "see",
        "so",
        "support",
        "supported",
        "that",
        "the",
        "they",
        "think",
        "thought",
        "to",
        "up",
        "use",
        "used",
        "versus",
        "voted",
        "vs",
        "want",
        "wanted",
        "was",
        "were",
        "when",
        "while",
        "who",
        "would",
    ];
    match words.get(end) {
        Some(Word::Name(_)) if words.is_glued(end) => true,
        // What follows in another language may be a verb as well.
        Some(Word::Name(name)) => {
            words.is_english && words.is_joined(end) && is_letters(name) && !GO_ON.contains(name)
        }
        _ => false,
    }
}
