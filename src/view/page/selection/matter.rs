//! What can be selected on a page, piece by piece.

use std::collections::HashMap;

use super::position::{Place, Position, Selection};
use crate::article::Kind;
use crate::bundle::Bundle;

/// The page's text as selecting sees it: title, summary, the article's blocks.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// The briefing.
    pub bundle: &'a Bundle,
    /// The calls that stand in a block's stead, by block.
    pub calls: &'a HashMap<usize, usize>,
}

impl<'a> Matter<'a> {
    /// The text of a place; `None` for what is selected as a whole.
    pub fn text(self, place: Place) -> Option<&'a str> {
        match place {
            Place::Title => Some(&self.bundle.manifest.title),
            Place::Summary => Some(&self.bundle.manifest.summary),
            Place::Block(index) => {
                let block = self.bundle.article.blocks.get(index)?;
                match block.kind {
                    Kind::Chart { .. } | Kind::Picture { .. } | Kind::Rule => None,
                    _ if self.calls.contains_key(&index) => None,
                    // Code is drawn without its last line end.
                    Kind::Code { .. } | Kind::Html => Some(block.text.trim_end_matches('\n')),
                    _ => Some(&block.text),
                }
            }
        }
    }

    /// Characters of a place; 1 for what is selected as a whole.
    pub fn length(self, place: Place) -> usize {
        self.text(place).map_or(1, |text| text.chars().count())
    }

    /// The place after this one.
    pub fn after(self, place: Place) -> Option<Place> {
        let block = |index: usize| (index < self.bundle.article.blocks.len()).then_some(Place::Block(index));
        match place {
            Place::Title if !self.bundle.manifest.summary.is_empty() => Some(Place::Summary),
            Place::Title | Place::Summary => block(0),
            Place::Block(index) => block(index + 1),
        }
    }

    /// The place before this one.
    pub fn before(self, place: Place) -> Option<Place> {
        match place {
            Place::Title => None,
            Place::Block(index) if index > 0 => Some(Place::Block(index - 1)),
            Place::Block(_) if !self.bundle.manifest.summary.is_empty() => Some(Place::Summary),
            Place::Block(_) | Place::Summary => Some(Place::Title),
        }
    }

    /// Before the first character.
    pub fn start() -> Position {
        Position::new(Place::Title, 0)
    }

    /// Behind the last character.
    pub fn end(self) -> Position {
        let last = match self.bundle.article.blocks.len().checked_sub(1) {
            Some(last) => Place::Block(last),
            None if self.bundle.manifest.summary.is_empty() => Place::Title,
            None => Place::Summary,
        };
        Position::new(last, self.length(last))
    }

    /// Everything.
    pub fn all(self) -> Selection {
        Selection::new(Matter::start(), self.end())
    }
}
