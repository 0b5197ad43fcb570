//! Where a key leads to, as far as words alone can tell: characters as people see them, words as
//! Unicode divides them (UAX #29), blocks, the whole.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::matter::Matter;
use super::position::{Position, byte};

/// A step that needs no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Over one character as people see it.
    Character,
    /// Over one word.
    Word,
    /// To the end of the block, or its beginning.
    Block,
    /// To the end of everything, or its beginning.
    Everything,
}

/// The position after a step, forward or back.
pub fn step(matter: Matter<'_>, from: Position, step: Step, forward: bool) -> Position {
    if step == Step::Everything {
        return if forward { matter.end() } else { Matter::start() };
    }
    let mut position = from;
    let mut text = matter.text(position.place);
    loop {
        let length = matter.length(position.place);
        let next = match &text {
            Some(text) => within(text, position.character.min(length), step, forward),
            None if forward => (position.character == 0).then_some(1),
            None => (position.character > 0).then_some(0),
        };
        if let Some(character) = next {
            return Position::new(position.place, character);
        }
        let place = if forward { matter.after(position.place) } else { matter.before(position.place) };
        let Some(place) = place else {
            let character = if forward { length } else { 0 };
            return Position::new(position.place, character);
        };
        position = Position::new(place, if forward { 0 } else { matter.length(place) });
        text = matter.text(place);
        // The end of one block and the beginning of the next are two positions.
        if step == Step::Character {
            return position;
        }
    }
}

/// A step inside a text; `None` where it leads out of it.
fn within(text: &str, character: usize, step: Step, forward: bool) -> Option<usize> {
    let at = byte(text, character);
    let count = |byte: usize| text[..byte].chars().count();
    match (step, forward) {
        (Step::Character, true) => {
            let next = text[at..].graphemes(true).next()?;
            Some(character + next.chars().count())
        }
        (Step::Character, false) => {
            let before = text[..at].graphemes(true).next_back()?;
            Some(character - before.chars().count())
        }
        (Step::Word, true) => words(text).map(|word| word.end).find(|end| *end > at).map(count),
        (Step::Word, false) => {
            words(text).map(|word| word.start).take_while(|start| *start < at).last().map(count)
        }
        (_, true) => (at < text.len()).then(|| text.chars().count()),
        (_, false) => (at > 0).then_some(0),
    }
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.unicode_word_indices().map(|(start, word)| start..start + word.len())
}

/// The characters of the word, or of what stands between words, around a character.
pub fn word_around(text: &str, character: usize) -> Range<usize> {
    let mut found = 0..0;
    for piece in text.split_word_bounds() {
        found = found.end..found.end + piece.chars().count();
        if character < found.end {
            break;
        }
    }
    found
}

/// The nearest place before a character where people see one character end and another begin.
pub fn whole_character(text: &str, character: usize) -> usize {
    let at = byte(text, character);
    let before = text.grapheme_indices(true).map(|(start, _)| start).take_while(|start| *start <= at).last();
    if at == text.len() { character } else { before.map_or(0, |start| text[..start].chars().count()) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::article::parse;
    use crate::bundle::{Bundle, Files, Limits, Origin, from_files};
    use crate::view::pages::article::selection::position::Place;

    fn bundle(article: &str) -> Bundle {
        let mut files = Files::default();
        files.insert(
            "briefing.ron",
            b"Briefing(format: 1, id: \"a\", edition: 1, title: \"T\", article: \"article.md\")".to_vec(),
        );
        files.insert("article.md", article.as_bytes().to_vec());
        let bundle = from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new());
        assert_eq!(bundle.article, parse(article));
        bundle
    }

    /// The positions that one step after another leads to, as (block, character).
    fn walk(article: &str, kind: Step, forward: bool) -> Vec<(usize, usize)> {
        let bundle = bundle(article);
        let calls = HashMap::new();
        let lists = crate::view::pages::article::lists::of(&bundle.article.blocks);
        let matter = Matter { bundle: &bundle, calls: &calls, lists: &lists };
        let mut here = if forward { Position::new(Place::Block(0), 0) } else { matter.end() };
        let mut walked = Vec::new();
        while let Place::Block(block) = here.place {
            walked.push((block, here.character));
            let next = step(matter, here, kind, forward);
            if next == here {
                break;
            }
            here = next;
        }
        walked
    }

    #[test]
    fn a_step_is_a_character_as_people_see_it() {
        let article = "e\u{301}👨‍👩‍👧x\n\ny";
        let forward = [(0, 0), (0, 2), (0, 7), (0, 8), (1, 0), (1, 1)];
        assert_eq!(walk(article, Step::Character, true), forward);
        let mut back = walk(article, Step::Character, false);
        back.reverse();
        assert_eq!(back, forward);
    }

    #[test]
    fn words_are_stepped_over_from_block_to_block() {
        assert_eq!(
            walk("It’s 3.5%, so.\n\n***\n\nNo", Step::Word, true),
            [(0, 0), (0, 4), (0, 8), (0, 13), (1, 1), (2, 2)]
        );
        assert_eq!(
            walk("It’s so.\n\n***\n\nNo", Step::Word, false),
            [(2, 2), (2, 0), (1, 0), (0, 5), (0, 0)]
        );
    }

    #[test]
    fn a_word_is_found_from_any_of_its_characters() {
        let text = "Größe, it’s 62%";
        for (character, word) in
            [(0, 0..5), (4, 0..5), (5, 5..6), (7, 7..11), (10, 7..11), (12, 12..14), (15, 14..15)]
        {
            assert_eq!(word_around(text, character), word, "at {character}");
        }
        assert_eq!(word_around("", 0), 0..0);
    }

    #[test]
    fn no_position_is_inside_what_people_see_as_one_character() {
        let text = "e\u{301}x";
        assert_eq!([0, 1, 2, 3].map(|character| whole_character(text, character)), [0, 0, 2, 3]);
    }
}
