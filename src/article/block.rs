//! The shapes that a parsed article is made of.

use std::ops::Range;

/// A parsed article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// In reading order; footnote definitions come last, in the order they are first referred to.
    pub blocks: Vec<Block>,
}

/// A piece of the article that is laid out as one: a paragraph, a heading, a table, a chart.
///
/// Containers (quotations, lists, footnotes) are not blocks of their own: each block says in
/// [`Block::containers`] what it stands in, so that any block can be laid out alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the article's source.
    pub source: Range<usize>,
    /// Its plain text: what is read aloud, found, selected and copied. Soft line breaks are spaces,
    /// hard ones `\n`. For a table, the cells in reading order, tabs between cells and `\n`
    /// between rows. Empty for a rule, a picture and a chart (their words are in the kind).
    pub text: String,
    /// Styled stretches of `text`, in order, without gaps or overlaps.
    pub runs: Vec<Run>,
    /// What the block stands in, from the outside in.
    pub containers: Vec<Container>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A heading of level 1–6, with an anchor unique in the article.
    Heading { level: u8, anchor: String },
    /// Running text.
    Paragraph,
    /// A code block; `language` is the info string's first word, or empty.
    Code { language: String },
    /// Raw HTML, shown as the text it is and never run.
    Html,
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
    /// A picture on a line of its own. `path` is as written.
    Picture { path: String, alt: String, title: String },
    /// A chart: `![caption](poll:…)` on a line of its own.
    Chart { reference: String, caption: String },
}

/// Where a block stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// A quotation.
    Quote,
    /// An item of a list. `marker` is `None` for the item's second and later blocks.
    Item { marker: Option<Marker>, tight: bool },
    /// A footnote's definition; `number` counts from 1 in the order of reference. `first` holds
    /// for the block that shows the number.
    Footnote { label: String, number: usize, first: bool },
}

/// How a list item is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// Its number in an ordered list.
    Number(u64),
}

/// A stretch of a block's text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Bytes of [`Block::text`].
    pub range: Range<usize>,
    /// Bytes of the article's source that it was written as: for a link, the link as a whole.
    pub source: Range<usize>,
    /// How it is set.
    pub style: Style,
    /// Where it leads.
    pub target: Option<Target>,
}

/// How a run is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// `*…*`
    pub emphasis: bool,
    /// `**…**`
    pub strong: bool,
    /// `` `…` ``
    pub code: bool,
    /// `~~…~~`
    pub strikethrough: bool,
    /// A footnote's mark.
    pub superscript: bool,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `figure:poll/question/answer` or `figure:id`: a claim.
    Figure(String),
    /// `poll:poll/question` or `poll:poll`.
    Poll(String),
    /// `call:id`.
    Call(String),
    /// `source:id`.
    Source(String),
    /// A footnote, by label and number (from 1).
    Footnote { label: String, number: usize },
    /// `#anchor`: a heading of this article.
    Heading(String),
    /// `http:`, `https:` or `mailto:`: opened in the browser, when clicked.
    Web(String),
    /// Anything else, as written: shown as text, never followed.
    Other(String),
}

/// A table's cells as ranges of the block's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// One a column.
    pub alignment: Vec<Alignment>,
    /// The header row first; every row has as many cells as there are columns.
    pub rows: Vec<Vec<Range<usize>>>,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// As the language reads.
    #[default]
    Start,
    /// Centred.
    Centre,
    /// To the far edge: numbers.
    End,
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// 1–6.
    pub level: u8,
    /// The heading's plain text.
    pub text: String,
    /// Its index in [`Article::blocks`].
    pub block: usize,
}
