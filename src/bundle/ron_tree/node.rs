//! What the tree is made of.

use crate::bundle::span::Span;

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
