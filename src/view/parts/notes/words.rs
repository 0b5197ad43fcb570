//! What is said of a note: what it hangs on, what became of that.

use std::ops::Range;

use super::placed_note::PlacedNote;
use crate::notes::{ChangeKind, EditionText, Note, Status, Target};
use crate::poll::capitalised;

/// Characters of a quotation that stand on a card.
const SHORT: usize = 90;
/// Lines and characters of a comment that stand in a list.
const LINES: usize = 12;
const LONG: usize = 900;
/// Characters before a place that tell it from another.
const AROUND: usize = 30;

/// What a note hangs on, in a word.
pub fn kind(target: &Target) -> &'static str {
    match target {
        Target::Passage(_) => "Passage",
        Target::Figure { .. } => "Figure",
        Target::KeyFigure { .. } => "Key figure",
        Target::Call { .. } => "Call to action",
        Target::Comparison { .. } => "Comparison",
        Target::Briefing => "Briefing",
    }
}

/// What it hangs on, in a few words: “54% said”, the whole briefing.
pub fn about(note: &Note) -> String {
    match &note.target {
        Target::Passage(passage) => format!("“{}”", short(&passage.exact)),
        Target::Figure { printed, .. } | Target::KeyFigure { printed, .. } => short(printed),
        Target::Call { words, .. } => short(words),
        Target::Comparison { name } => format!("the comparison “{name}”"),
        Target::Briefing => "the whole briefing".to_owned(),
    }
}

/// All of a note in plain text, for wherever it is pasted.
pub fn plain(note: &Note) -> String {
    let quote = note.target.quote();
    let on = if quote.is_empty() { capitalised(&about(note)) } else { format!("“{quote}”") };
    let whence = [note.title.clone(), note.edition_words()];
    let whence: Vec<String> = whence.into_iter().filter(|part| !part.is_empty()).collect();
    let mut lines = vec![on, whence.join(", ")];
    lines.extend(note.stance.map(|stance| capitalised(stance.name())));
    lines.extend((!note.comment.trim().is_empty()).then(|| note.comment.trim().to_owned()));
    lines.extend((!note.tags.is_empty()).then(|| format!("Tags: {}", note.tags.join(", "))));
    lines.join("\n")
}

/// As a screen reader says it: what it is, what it hangs on, what it says, what became of its place.
pub fn spoken(placed: &PlacedNote) -> String {
    let spoken = spoken_alone(&placed.note);
    match status(placed) {
        Some(status) => format!("{} {status}", ended(&spoken)),
        None => spoken,
    }
}

/// The same of a note on a briefing that is not in the window.
pub fn spoken_alone(note: &Note) -> String {
    let comment = note.comment.trim();
    let what = if comment.is_empty() { "Highlight" } else { "Note" };
    let stance = note.stance.map_or_else(String::new, |stance| format!(", {stance}"));
    let comment = if comment.is_empty() { String::new() } else { format!(": {comment}") };
    let said = format!("{what} on {}{stance}{comment}", about(note));
    if note.tags.is_empty() { said } else { format!("{} Tags: {}", ended(&said), note.tags.join(", ")) }
}

/// A sentence with the sign that it ends with.
pub fn ended(sentence: &str) -> String {
    if sentence.ends_with(['.', '!', '?', '…']) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// What became of what it hangs on, where a person should know; `None` where nothing did.
pub fn status(placed: &PlacedNote) -> Option<String> {
    if placed.is_settled {
        let has_none = placed.placement.status == Status::Orphaned;
        return has_none.then(|| "Kept without a place".to_owned());
    }
    let changed = placed.placement.change.as_ref();
    Some(match placed.placement.status {
        Status::Unchanged | Status::Moved => return None,
        Status::TextChanged => match changed.map(|change| change.kind) {
            Some(ChangeKind::Figure) => "The figure has changed".to_owned(),
            Some(ChangeKind::Negation) => "A “not” came or went: it may say the opposite".to_owned(),
            Some(ChangeKind::Unit) => "The unit has changed".to_owned(),
            Some(ChangeKind::Words) | None => "The words have changed".to_owned(),
        },
        Status::Ambiguous => "It may belong to several places".to_owned(),
        Status::Orphaned => "Its place is gone".to_owned(),
    })
}

/// The beginning of a comment, as much as stands in a list; the rest is there when the note is opened.
pub fn beginning(comment: &str) -> String {
    let comment = comment.trim();
    let line = comment.match_indices('\n').nth(LINES - 1).map(|(end, _)| end);
    let sign = comment.char_indices().nth(LONG).map(|(end, _)| end);
    match [line, sign].into_iter().flatten().min() {
        Some(end) => format!("{} …", comment[..end].trim_end()),
        None => comment.to_owned(),
    }
}

/// The first words of a text, on one line.
pub fn short(text: &str) -> String {
    short_to(text, SHORT)
}

/// A passage of an edition with a few words around it.
pub fn around(text: &EditionText, at: Range<usize>) -> String {
    let line = text.line(text.line_at(at.start));
    let from = at.start.saturating_sub(AROUND).max(line.start);
    let words: String = text.as_str().chars().skip(from).take(at.end.min(line.end) - from).collect();
    format!("“{}{}”", if from > line.start { "… " } else { "" }, short(&words))
}

/// The first words of a text up to so many characters, on one line.
pub fn short_to(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        None => line,
        Some((end, _)) => {
            let cut = line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words);
            format!("{cut} …")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LINES, LONG, beginning, ended, short};

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(["Who", "Who?", "Me."].map(ended), ["Who.", "Who?", "Me."]);
    }

    #[test]
    fn a_long_comment_is_begun_in_a_list() {
        assert_eq!(beginning(" One\n\ntwo \n"), "One\n\ntwo");
        assert_eq!(beginning(&"line\n".repeat(2_000)).lines().count(), LINES);
        let long = beginning(&"é".repeat(100_000));
        assert_eq!((long.chars().count(), long.ends_with(" …")), (LONG + 2, true));
    }

    #[test]
    fn a_long_quotation_is_cut_between_words() {
        assert_eq!(short("One\n two"), "One two");
        let long = short(&"words ".repeat(40));
        assert!(long.ends_with("words …") && long.chars().count() < 95, "{long}");
        assert!(short(&"é".repeat(200)).ends_with(" …"));
    }
}
