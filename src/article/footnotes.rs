//! Footnotes: numbered in the order a reader meets their marks, definitions kept for the end.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event};
use unicase::UniCase;

/// A piece of the source's structure with its bytes.
pub(super) type Piece<'s> = (Event<'s>, Range<usize>);

/// A footnote's definition, kept until it is its turn.
pub(super) struct Definition<'s> {
    label: CowStr<'s>,
    pub(super) source: Range<usize>,
    pub(super) pieces: Vec<Piece<'s>>,
}

/// A numbered footnote.
#[derive(Clone)]
pub(super) struct Numbered {
    pub(super) label: Arc<str>,
    /// From 1.
    pub(super) number: usize,
}

/// All footnotes of an article.
#[derive(Default)]
pub(super) struct Footnotes<'s> {
    /// In the order of their numbers: the label as shown, and as compared.
    numbered: Vec<(Arc<str>, UniCase<CowStr<'s>>)>,
    number_of: HashMap<UniCase<CowStr<'s>>, usize>,
    /// Definitions that have begun and not ended, each with its place among all, the innermost last.
    open: Vec<(usize, Definition<'s>)>,
    definitions: Vec<Option<Definition<'s>>>,
    definition_of: HashMap<UniCase<CowStr<'s>>, usize>,
    /// Numbered footnotes already read out.
    read: usize,
    /// Definitions already looked at for one that nothing refers to.
    searched: usize,
}

impl<'s> Footnotes<'s> {
    /// Whether a definition has begun and not ended.
    pub(super) fn is_in_definition(&self) -> bool {
        !self.open.is_empty()
    }

    pub(super) fn start_definition(&mut self, label: CowStr<'s>, source: Range<usize>) {
        let place = self.definitions.len();
        self.definitions.push(None);
        // As on GitHub, the first definition of a label is the one referred to.
        self.definition_of.entry(UniCase::new(label.clone())).or_insert(place);
        self.open.push((place, Definition { label, source, pieces: Vec::new() }));
    }

    /// Keeps a piece of the definition that has begun.
    pub(super) fn keep(&mut self, piece: Piece<'s>) {
        if let Some((_, definition)) = self.open.last_mut() {
            definition.pieces.push(piece);
        }
    }

    pub(super) fn end_definition(&mut self) {
        if let Some((place, definition)) = self.open.pop() {
            self.definitions[place] = Some(definition);
        }
    }

    /// The footnote that a mark refers to.
    pub(super) fn refer(&mut self, label: CowStr<'s>) -> Numbered {
        let key = UniCase::new(label);
        if let Some(&number) = self.number_of.get(&key) {
            return Numbered { label: self.numbered[number - 1].0.clone(), number };
        }
        let number = self.numbered.len() + 1;
        self.number_of.insert(key.clone(), number);
        self.append(key)
    }

    /// The definition to be read next: those referred to in the order of their numbers, then the
    /// others as they stand in the source. Reading one can number others.
    pub(super) fn next_definition(&mut self) -> Option<(Numbered, Definition<'s>)> {
        while let Some((label, key)) = self.numbered.get(self.read) {
            self.read += 1;
            let numbered = Numbered { label: label.clone(), number: self.read };
            let definition = self.definition_of.get(key).and_then(|index| self.definitions[*index].take());
            if let Some(definition) = definition {
                return Some((numbered, definition));
            }
        }
        while let Some(definition) = self.definitions.get_mut(self.searched) {
            self.searched += 1;
            if let Some(definition) = definition.take() {
                let key = UniCase::new(definition.label.clone());
                let number = self.numbered.len() + 1;
                self.number_of.entry(key.clone()).or_insert(number);
                self.read += 1;
                return Some((self.append(key), definition));
            }
        }
        None
    }

    fn append(&mut self, key: UniCase<CowStr<'s>>) -> Numbered {
        let label: Arc<str> = Arc::from(&**key);
        self.numbered.push((label.clone(), key));
        Numbered { label, number: self.numbered.len() }
    }
}
