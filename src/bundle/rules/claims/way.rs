//! Which way something went: "fell by 4.2%", "a 4.2% fall".

use super::words::Words;

/// Whether the words around a number, its hedge included, say that something went down by so much.
/// Where it went *to* is no change.
pub fn falls(words: &Words<'_>, start: usize, end: usize) -> bool {
    const DOWN: [&str; 34] = [
        "cut",
        "declined",
        "declines",
        "decline",
        "declining",
        "decrease",
        "decreased",
        "decreases",
        "decreasing",
        "dip",
        "dipped",
        "down",
        "drop",
        "dropped",
        "dropping",
        "drops",
        "fall",
        "fallen",
        "falling",
        "falls",
        "fell",
        "lost",
        "lower",
        "plunged",
        "reduced",
        "reduction",
        "shrank",
        "shrunk",
        "slid",
        "slipped",
        "slump",
        "slumped",
        "tumbled",
        "plummeted",
    ];
    const BEHIND: [&str; 12] = [
        "cut",
        "decline",
        "decrease",
        "dip",
        "down",
        "drop",
        "fall",
        "fewer",
        "less",
        "lower",
        "reduction",
        "slump",
    ];
    let before = |back: usize| start.checked_sub(back).map_or("", |index| words.name(index));
    let led_by = if matches!(before(1), "by" | "of") { before(2) } else { before(1) };
    DOWN.contains(&led_by) || BEHIND.contains(&words.name(end)) && words.is_joined(end)
}
