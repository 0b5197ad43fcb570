//! What can be selected on a page, piece by piece, in the order of the page.

use std::borrow::Cow;
use std::collections::HashMap;

use super::position::Place;
use crate::article::{Block, Kind};
use crate::bundle::Bundle;
use crate::view::pages::article::lists::Lists;
use crate::view::pages::article::{end_words, head_words};

/// The page's text as selecting sees it.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// The briefing.
    pub bundle: &'a Bundle,
    /// The calls that stand in a block's stead, by block.
    pub calls: &'a HashMap<usize, usize>,
    /// The blocks that stand in lists.
    pub lists: &'a Lists,
}

impl<'a> Matter<'a> {
    /// The text of a place; `None` for what is selected as a whole.
    pub fn text(self, place: Place) -> Option<Cow<'a, str>> {
        let manifest = &self.bundle.manifest;
        Some(match place {
            Place::Title => Cow::from(&manifest.title),
            Place::Summary => Cow::from(&manifest.summary),
            Place::Origin => Cow::from(head_words::origin_line(self.bundle)),
            Place::KeyFigure(index) => {
                Cow::from(head_words::key_figure_text(self.bundle, manifest.highlights.get(index)?))
            }
            Place::Block(_) | Place::Footnote(_) => return self.text_of_block(place),
            Place::Head(section) => Cow::from(section.title()),
            Place::Call(_) => return None,
            Place::Story(index, line) => end_words::story(self.bundle, manifest.related.get(index)?)
                .into_iter()
                .nth(line)?
                .words
                .into(),
            Place::Source(index, line) => {
                end_words::source(manifest.sources.get(index)?).into_iter().nth(line)?.words.into()
            }
        })
    }

    /// Characters of a place; 1 for what is selected as a whole.
    pub fn length(self, place: Place) -> usize {
        self.text(place).map_or(1, |text| text.chars().count())
    }

    /// The block of the article that stands at a place.
    pub fn block(self, place: Place) -> Option<&'a Block> {
        self.bundle.article.blocks.get(place.block()?)
    }

    /// The call that stands at a place.
    pub fn call(self, place: Place) -> Option<usize> {
        match place {
            Place::Call(call) => Some(call),
            _ => self.calls.get(&place.block()?).copied(),
        }
    }

    fn text_of_block(self, place: Place) -> Option<Cow<'a, str>> {
        let block = self.block(place)?;
        match block.kind {
            Kind::Chart { .. } | Kind::Picture { .. } | Kind::Rule => None,
            _ if self.call(place).is_some() => None,
            // Code is drawn without its last line end.
            Kind::Code { .. } | Kind::Html => Some(block.text.trim_end_matches('\n').into()),
            _ => Some(Cow::from(&block.text)),
        }
    }
}
