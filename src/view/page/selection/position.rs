//! Where a selection begins and ends: places of the page's text and characters in them, never
//! pixels, so that it outlives scrolling, resizing and larger text.

use std::ops::Range;

use crate::article::Article;

/// A piece of the page whose text can be selected, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The briefing's title.
    Title,
    /// Its summary.
    Summary,
    /// A block of the article, by its index.
    Block(usize),
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Where the text is.
    pub place: Place,
    /// Characters (Unicode scalar values) of that text before the position. In what is no text (a
    /// chart, a picture, a call, a rule) 0 is before it and 1 is behind it.
    pub character: usize,
}

impl Position {
    /// A position.
    #[must_use]
    pub fn new(place: Place, character: usize) -> Position {
        Position { place, character }
    }
}

/// Two positions, in the order in which a person chose them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Where it was begun.
    pub anchor: Position,
    /// Where it was drawn to, and where the caret stands.
    pub head: Position,
}

impl Selection {
    /// Between two positions.
    #[must_use]
    pub fn new(anchor: Position, head: Position) -> Selection {
        Selection { anchor, head }
    }

    /// Nothing, at a position.
    #[must_use]
    pub fn at(position: Position) -> Selection {
        Selection { anchor: position, head: position }
    }

    /// Whichever comes first on the page.
    #[must_use]
    pub fn start(&self) -> Position {
        self.anchor.min(self.head)
    }

    /// Whichever comes last on the page.
    #[must_use]
    pub fn end(&self) -> Position {
        self.anchor.max(self.head)
    }

    /// How many blocks of the article it touches, at most.
    #[must_use]
    pub fn blocks(&self) -> usize {
        match (self.start().place, self.end().place) {
            (Place::Block(from), Place::Block(to)) => to - from + 1,
            (_, Place::Block(to)) => to + 1,
            _ => 0,
        }
    }

    /// Whether nothing is between the two.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.anchor == self.head
    }

    /// The characters of a place that are selected, of `length` that it has.
    #[must_use]
    pub fn within(&self, place: Place, length: usize) -> Option<Range<usize>> {
        let (start, end) = (self.start(), self.end());
        if place < start.place || place > end.place {
            return None;
        }
        let from = if place == start.place { start.character.min(length) } else { 0 };
        let to = if place == end.place { end.character.min(length) } else { length };
        (from < to).then_some(from..to)
    }

    /// The selected bytes of [`crate::article::Block::text`], for each block of the article whose
    /// text the selection touches. Blocks without text are left out.
    #[must_use]
    pub fn ranges(&self, article: &Article) -> Vec<(usize, Range<usize>)> {
        let first = match self.start().place {
            Place::Block(index) => index,
            Place::Title | Place::Summary => 0,
        };
        let last = match self.end().place {
            Place::Block(index) => index + 1,
            Place::Title | Place::Summary => 0,
        };
        let touched = (first..last.min(article.blocks.len())).filter_map(|index| {
            let text = &article.blocks[index].text;
            let characters = self.within(Place::Block(index), text.chars().count())?;
            Some((index, byte(text, characters.start)..byte(text, characters.end)))
        });
        touched.collect()
    }
}

/// The byte at which a character begins; the text's end where it has fewer.
pub fn byte(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::parse;

    #[test]
    fn a_selection_over_blocks_is_a_range_of_bytes_in_each() {
        let article = parse("Größe und\n\n![A chart](poll:a/b)\n\n- naïve words");
        let (from, to) = (Position::new(Place::Block(0), 3), Position::new(Place::Block(2), 5));
        for selection in [Selection::new(from, to), Selection::new(to, from)] {
            let ranges = selection.ranges(&article);
            let words: Vec<&str> =
                ranges.iter().map(|(index, bytes)| &article.blocks[*index].text[bytes.clone()]).collect();
            assert_eq!(words, ["ße und", "naïve"]);
        }
    }

    #[test]
    fn the_title_and_the_summary_are_no_part_of_the_article() {
        let article = parse("One");
        let title = Position::new(Place::Title, 0);
        assert!(Selection::new(title, Position::new(Place::Summary, 4)).ranges(&article).is_empty());
        let all = Selection::new(title, Position::new(Place::Block(0), 99));
        assert_eq!(all.ranges(&article), [(0, 0..3)]);
    }
}
