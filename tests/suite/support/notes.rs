//! Notes for tests, on briefings that are open.

use briefing_reader::bundle::Bundle;
use briefing_reader::notes::{Colour, EditionText, Note, Passage, Target, new_id};
use jiff::Timestamp;

/// A moment, so many minutes after another.
pub fn moment(number: i64) -> Timestamp {
    Timestamp::from_second(1_764_000_000 + 60 * number).expect("it is a moment")
}

/// A note on a briefing, told from others by its number: that is when it was made.
pub fn note(number: u8, bundle: &Bundle, target: Target, comment: &str) -> Note {
    let now = moment(number.into());
    Note {
        id: new_id(now, [number; 10]),
        briefing: bundle.manifest.id.clone(),
        title: bundle.manifest.title.clone(),
        edition: bundle.manifest.edition,
        text_hash: EditionText::of(&bundle.article).hash(),
        target,
        comment: comment.to_owned(),
        tags: Vec::new(),
        colour: Colour::ALL[usize::from(number) % 4],
        stance: None,
        settled: None,
        created: now,
        modified: now,
    }
}

/// The first place in a briefing's article where these words stand.
pub fn passage(bundle: &Bundle, words: &str) -> Target {
    let text = EditionText::of(&bundle.article);
    let at = text.as_str().find(words).unwrap_or_else(|| panic!("there is no {words}"));
    let start = text.as_str()[..at].chars().count();
    Target::Passage(Passage::at(&text, start..start + words.chars().count()).expect("some words"))
}
