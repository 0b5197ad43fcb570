//! What the top of the page says in words: where a briefing comes from, and its key figures.

use crate::bundle::{Bundle, Highlight};
use crate::poll::Disclosed;
use crate::ui::dotted;

/// Words a minute, for the reading time.
const READING_SPEED: usize = 220;

/// "Children First · about the NSPCC/YouGov survey of 2021 · 4 min · edition 1"
#[must_use]
pub fn origin_line(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let mut parts = Vec::new();
    if !manifest.publisher.is_empty() {
        parts.push(manifest.publisher.clone());
    }
    if let Disclosed::Stated(date) = &manifest.published {
        parts.push(crate::poll::dates::spoken(date));
    }
    if !manifest.about.is_empty() {
        parts.push(format!("about {}", manifest.about));
    }
    parts.push(reading_time(bundle.word_count()));
    parts.push(format!("edition {}", manifest.edition));
    // Short parts stay on one row: "edition" never stands apart from its number.
    let unbroken =
        parts.iter().map(|part| if part.len() < 16 { part.replace(' ', "\u{a0}") } else { part.clone() });
    dotted(&unbroken.collect::<Vec<_>>())
}

/// "5 min", and of a book "125 hours".
fn reading_time(words: usize) -> String {
    match words.div_ceil(READING_SPEED).max(1) {
        minutes @ ..120 => format!("{minutes} min"),
        minutes => format!("{} hours", (minutes + 30) / 60),
    }
}

/// Between two values that are one key figure.
const ARROW: &str = " → ";

/// The values of a key figure, as printed.
pub fn values(bundle: &Bundle, highlight: &Highlight) -> Vec<String> {
    highlight.figures.iter().map(|reference| bundle.value_text(reference)).collect()
}

/// "33% → 62% support it if it is safe", as it stands there.
pub fn key_figure_text(bundle: &Bundle, highlight: &Highlight) -> String {
    format!("{} {}", values(bundle, highlight).join(ARROW), highlight.caption)
}

/// "33% to 62% support it if it is safe", as it is heard.
pub fn key_figure_words(bundle: &Bundle, highlight: &Highlight) -> String {
    format!("{} {}", values(bundle, highlight).join(" to "), highlight.caption)
}

#[cfg(test)]
mod tests {
    use super::reading_time;

    #[test]
    fn a_book_is_read_in_hours() {
        for (words, said) in [(0, "1 min"), (900, "5 min"), (26_000, "119 min"), (30_000, "2 hours")] {
            assert_eq!(reading_time(words), said);
        }
    }
}
