//! The places of a page, one after another.

use super::matter::Matter;
use super::position::{Part, Place, Position, Selection, first_footnote};
use crate::bundle::Section;
use crate::view::pages::article::end_words;

impl Matter<'_> {
    /// The place after this one.
    pub fn after(self, place: Place) -> Option<Place> {
        let next = match place {
            Place::KeyFigure(index) => self.key_figure(index + 1),
            Place::Block(index) | Place::Footnote(index) => self.block_in(place.part(), index + 1),
            Place::Head(Section::Calls) => self.loose_calls().next().map(Place::Call),
            Place::Call(index) => self.loose_calls().find(|call| *call > index).map(Place::Call),
            Place::Head(Section::Notes) => self.block_in(Part::Notes, first_footnote(&self.bundle.article)),
            Place::Head(Section::Related) => self.story(0, 0),
            Place::Story(index, line) => self.story(index, line + 1).or_else(|| self.story(index + 1, 0)),
            Place::Head(Section::Sources) => self.source(0, 0),
            Place::Source(index, line) => self.source(index, line + 1).or_else(|| self.source(index + 1, 0)),
            Place::Title | Place::Summary | Place::Origin => None,
        };
        let later = || Part::ALL.into_iter().filter(|part| *part > place.part());
        next.or_else(|| later().find_map(|part| self.first_in(part)))
    }

    /// The place before this one.
    pub fn before(self, place: Place) -> Option<Place> {
        let previous = match place {
            Place::KeyFigure(index) => index.checked_sub(1).map(Place::KeyFigure),
            Place::Block(index) => index.checked_sub(1).map(Place::Block),
            Place::Call(index) => self.loose_calls().take_while(|call| *call < index).last().map(Place::Call),
            Place::Footnote(index) => {
                index.checked_sub(1).and_then(|index| self.block_in(Part::Notes, index))
            }
            Place::Story(index, line) if line > 0 => Some(Place::Story(index, line - 1)),
            Place::Story(index, _) => index.checked_sub(1).and_then(|index| self.last_line_of_story(index)),
            Place::Source(index, line) if line > 0 => Some(Place::Source(index, line - 1)),
            Place::Source(index, _) => index.checked_sub(1).and_then(|index| self.last_line_of_source(index)),
            Place::Title | Place::Summary | Place::Origin | Place::Head(_) => None,
        };
        let head = || place.part().head().map(Place::Head).filter(|head| *head != place);
        let earlier = || Part::ALL.into_iter().rev().filter(|part| *part < place.part());
        previous.or_else(head).or_else(|| earlier().find_map(|part| self.last_in(part)))
    }

    /// Before the first character.
    pub fn start() -> Position {
        Position::new(Place::Title, 0)
    }

    /// Behind the last character.
    pub fn end(self) -> Position {
        let last = Part::ALL.into_iter().rev().find_map(|part| self.last_in(part));
        let last = last.unwrap_or(Place::Title);
        Position::new(last, self.length(last))
    }

    /// Everything.
    pub fn all(self) -> Selection {
        Selection::new(Matter::start(), self.end())
    }

    fn first_in(self, part: Part) -> Option<Place> {
        match part {
            Part::Title => Some(Place::Title),
            Part::Summary => (!self.bundle.manifest.summary.is_empty()).then_some(Place::Summary),
            Part::Origin => Some(Place::Origin),
            Part::KeyFigures => self.key_figure(0),
            Part::Article => self.block_in(part, 0),
            Part::Calls | Part::Notes | Part::Stories | Part::Sources => {
                self.last_in(part).and(part.head()).map(Place::Head)
            }
        }
    }

    fn last_in(self, part: Part) -> Option<Place> {
        let manifest = &self.bundle.manifest;
        match part {
            Part::Title | Part::Summary | Part::Origin => self.first_in(part),
            Part::KeyFigures => manifest.highlights.len().checked_sub(1).map(Place::KeyFigure),
            Part::Article => first_footnote(&self.bundle.article).checked_sub(1).map(Place::Block),
            Part::Calls => self.loose_calls().last().map(Place::Call),
            Part::Notes => {
                self.bundle.article.blocks.len().checked_sub(1).and_then(|last| self.block_in(part, last))
            }
            Part::Stories => {
                manifest.related.len().checked_sub(1).and_then(|last| self.last_line_of_story(last))
            }
            Part::Sources => {
                manifest.sources.len().checked_sub(1).and_then(|last| self.last_line_of_source(last))
            }
        }
    }
}

impl<'a> Matter<'a> {
    fn key_figure(self, index: usize) -> Option<Place> {
        (index < self.bundle.manifest.highlights.len()).then_some(Place::KeyFigure(index))
    }

    /// A block, if it stands in this part.
    fn block_in(self, part: Part, index: usize) -> Option<Place> {
        let article = &self.bundle.article;
        let place = Place::of_block(article, index);
        (index < article.blocks.len() && place.part() == part).then_some(place)
    }

    /// The calls that the article gives no place.
    fn loose_calls(self) -> impl Iterator<Item = usize> + use<'a> {
        let stands = move |call: &usize| self.calls.values().any(|standing| standing == call);
        (0..self.bundle.manifest.calls.len()).filter(move |call| !stands(call))
    }

    fn story(self, index: usize, line: usize) -> Option<Place> {
        let lines = end_words::story(self.bundle, self.bundle.manifest.related.get(index)?);
        (line < lines.len()).then_some(Place::Story(index, line))
    }

    fn source(self, index: usize, line: usize) -> Option<Place> {
        let lines = end_words::source(self.bundle.manifest.sources.get(index)?);
        (line < lines.len()).then_some(Place::Source(index, line))
    }

    fn last_line_of_story(self, index: usize) -> Option<Place> {
        let lines = end_words::story(self.bundle, self.bundle.manifest.related.get(index)?);
        Some(Place::Story(index, lines.len() - 1))
    }

    fn last_line_of_source(self, index: usize) -> Option<Place> {
        let lines = end_words::source(self.bundle.manifest.sources.get(index)?);
        Some(Place::Source(index, lines.len() - 1))
    }
}
