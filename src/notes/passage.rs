//! A passage that a note hangs on: its words, what stands around them, and where they stood.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::edition_text::EditionText;

/// Words of one edition: a `TextQuoteSelector` with a `TextPositionSelector` of the W3C's Web
/// Annotation model. It is never rewritten: where it stands in another edition is worked out anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The words as they stand in the [`EditionText`].
    pub exact: String,
    /// Up to [`CONTEXT`] code points before them.
    pub prefix: String,
    /// Up to [`CONTEXT`] code points after them.
    pub suffix: String,
    /// Code points of the [`EditionText`].
    pub position: Range<usize>,
}

/// Code points that are kept before and after a passage.
pub const CONTEXT: usize = 64;

impl Passage {
    /// The passage at these code points, cut to the text; `None` where it would be empty.
    #[must_use]
    pub fn at(text: &EditionText, position: Range<usize>) -> Option<Passage> {
        let signs: Vec<char> = text.as_str().chars().collect();
        let end = position.end.min(signs.len());
        if position.start >= end {
            return None;
        }
        let words = |range: Range<usize>| signs[range].iter().collect::<String>();
        Some(Passage {
            exact: words(position.start..end),
            prefix: words(position.start.saturating_sub(CONTEXT)..position.start),
            suffix: words(end..(end + CONTEXT).min(signs.len())),
            position: position.start..end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_its_words_and_what_stands_around_them() {
        let text = EditionText::from_stored("Of all, 54% said so.".to_owned());
        let passage = Passage::at(&text, 8..11).expect("there are words");
        assert_eq!((passage.exact.as_str(), passage.prefix.as_str()), ("54%", "Of all, "));
        assert_eq!((passage.suffix.as_str(), passage.position), (" said so.", 8..11));
        assert_eq!(Passage::at(&text, 12..99).expect("it is cut").exact, "said so.");
        assert!(Passage::at(&text, 40..50).is_none() && Passage::at(&text, 3..3).is_none());
    }
}
