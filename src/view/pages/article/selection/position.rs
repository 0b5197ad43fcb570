//! Where a selection begins and ends: places of the page's text and characters in them, never
//! pixels, so that it outlives scrolling, resizing and larger text.

use std::cmp::Ordering;
use std::ops::Range;

use crate::article::{Article, Block, Container};
use crate::bundle::Section;

/// A piece of the page whose text can be selected, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The briefing's title.
    Title,
    /// Its summary.
    Summary,
    /// The line that says who published it and when.
    Origin,
    /// A key figure, by its index.
    KeyFigure(usize),
    /// A block of the article that is not of a footnote, by its index.
    Block(usize),
    /// The heading of a section that the program adds.
    Head(Section),
    /// A call that the article gives no place, by its index.
    Call(usize),
    /// A block of a footnote, by its index in the article.
    Footnote(usize),
    /// A line of a related story: the story's index, and the line's.
    Story(usize, usize),
    /// A line of a source: the source's index, and the line's.
    Source(usize, usize),
}

impl Place {
    /// The place of a block of the article.
    #[must_use]
    pub fn of_block(article: &Article, index: usize) -> Place {
        if article.blocks.get(index).is_some_and(is_of_footnote) {
            Place::Footnote(index)
        } else {
            Place::Block(index)
        }
    }

    /// The block of the article that stands here.
    #[must_use]
    pub fn block(self) -> Option<usize> {
        match self {
            Place::Block(index) | Place::Footnote(index) => Some(index),
            _ => None,
        }
    }

    /// The part of the page that it stands in.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Place::Title => Part::Title,
            Place::Summary => Part::Summary,
            Place::Origin => Part::Origin,
            Place::KeyFigure(_) => Part::KeyFigures,
            Place::Block(_) => Part::Article,
            Place::Head(Section::Calls) | Place::Call(_) => Part::Calls,
            Place::Head(Section::Notes) | Place::Footnote(_) => Part::Notes,
            Place::Head(Section::Related) | Place::Story(..) => Part::Stories,
            Place::Head(Section::Sources) | Place::Source(..) => Part::Sources,
        }
    }

    /// Which thing of its part it is, a heading first, and which line of that.
    fn within_part(self) -> (usize, usize) {
        match self {
            Place::Title | Place::Summary | Place::Origin | Place::Head(_) => (0, 0),
            Place::KeyFigure(index) | Place::Block(index) | Place::Call(index) | Place::Footnote(index) => {
                (index + 1, 0)
            }
            Place::Story(index, line) | Place::Source(index, line) => (index + 1, line),
        }
    }

    fn rank(self) -> (Part, (usize, usize)) {
        (self.part(), self.within_part())
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Place) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Place) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The parts of a page, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title.
    Title,
    /// The summary.
    Summary,
    /// Who published it and when.
    Origin,
    /// The strip of key figures.
    KeyFigures,
    /// The article without its footnotes.
    Article,
    /// The calls that the article gives no place.
    Calls,
    /// The footnotes.
    Notes,
    /// The related stories.
    Stories,
    /// The sources.
    Sources,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 9] = [
        Part::Title,
        Part::Summary,
        Part::Origin,
        Part::KeyFigures,
        Part::Article,
        Part::Calls,
        Part::Notes,
        Part::Stories,
        Part::Sources,
    ];

    /// The heading that the program gives it.
    #[must_use]
    pub fn head(self) -> Option<Section> {
        match self {
            Part::Calls => Some(Section::Calls),
            Part::Notes => Some(Section::Notes),
            Part::Stories => Some(Section::Related),
            Part::Sources => Some(Section::Sources),
            Part::Title | Part::Summary | Part::Origin | Part::KeyFigures | Part::Article => None,
        }
    }
}

/// The first block of the footnotes, which come last; how many blocks there are where it has none.
pub fn first_footnote(article: &Article) -> usize {
    article.blocks.partition_point(|block| !is_of_footnote(block))
}

fn is_of_footnote(block: &Block) -> bool {
    matches!(block.containers.first(), Some(Container::Footnote { .. }))
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
    pub fn blocks(&self, article: &Article) -> usize {
        self.touched(article).len()
    }

    fn touched(&self, article: &Article) -> Range<usize> {
        let (start, end) = (self.start().place, self.end().place);
        let before = |place: Place| match place.part() {
            Part::Title | Part::Summary | Part::Origin | Part::KeyFigures | Part::Article => 0,
            Part::Calls | Part::Notes => first_footnote(article),
            Part::Stories | Part::Sources => article.blocks.len(),
        };
        let first = start.block().unwrap_or_else(|| before(start));
        let last = end.block().map_or_else(|| before(end), |index| index + 1);
        first..last.min(article.blocks.len()).max(first)
    }

    /// The place that all of it is in, if it is in one.
    #[must_use]
    pub fn only_place(&self) -> Option<Place> {
        (self.anchor.place == self.head.place).then_some(self.anchor.place)
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
        let touched = self.touched(article).filter_map(|index| {
            let text = &article.blocks[index].text;
            let place = Place::of_block(article, index);
            let characters = self.within(place, text.chars().count())?;
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
        let sources = Position::new(Place::Source(0, 0), 1);
        let beyond = Selection::new(sources, Position::new(Place::Source(0, 1), 4));
        assert!(beyond.ranges(&article).is_empty());
        assert_eq!(Selection::new(title, sources).ranges(&article), [(0, 0..3)]);
    }
}
