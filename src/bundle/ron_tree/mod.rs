//! RON as a tree with the place of every part, read so that one fault does not hide the next.
//!
//! `ron` itself stops at the first fault, names it poorly ("Expected comma" for a missing `)`, an
//! unclosed string and a wrong type alike) and gives values no places. So the structure is read
//! here, and only strings and numbers, whose inner forms are intricate, are left to `ron`.

mod body;
mod lexer;
mod mend;
mod parser;
mod printed;
#[cfg(test)]
mod tests;

pub use parser::{Parsed, parse};

use std::ops::Range;

/// Bytes of the text. Half the size of a `Range<usize>`, and there is one for each value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`. Texts of more than 4 GiB are refused before they are
    /// parsed.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Span {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end) }
    }

    /// The same as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What stands there in `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The whole value.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A string in a form that `ron` decodes.
    Text,
    /// A string in wrong or missing quotation marks (a fault was reported): its words as they stand.
    LooseText(Span),
    /// A character, `'x'`, or a byte string.
    Other,
    /// Something that begins like a number.
    Number,
    /// What is no RON but is printed in the place of numbers: `−5`, `62 %`, `<1`, `n/a`.
    AsPrinted,
    /// A name alone: `NotStated`, `true`.
    Name,
    /// `Name(a, b)` or `(a, b)`.
    Tuple(Option<Span>, Vec<Node>),
    /// `Name(field: a)` or `(field: a)`.
    Struct(Option<Span>, Vec<Field>),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{a: b}`
    Map(Vec<(Node, Node)>),
    /// Unreadable; a fault was reported here.
    Broken,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The part that stands for a whole group where its faults are shown: its name, or else its
    /// first character.
    #[must_use]
    pub fn opening(&self) -> Span {
        match &self.kind {
            Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _) => *name,
            Kind::Tuple(None, _) | Kind::Struct(None, _) | Kind::List(_) | Kind::Map(_) => {
                Span { start: self.span.start, end: self.span.start + 1 }
            }
            _ => self.span,
        }
    }
}
