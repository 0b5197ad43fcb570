//! The shapes that a parsed article is made of.

use std::ops::Range;
use std::sync::Arc;

/// A parsed article; see [`crate::article::parse`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// In reading order; footnote definitions come last, in the order they are first referred to.
    pub blocks: Vec<Block>,
    /// HTML that is not understood and so stands in the text as it is written: a tag of each piece,
    /// as bytes of the source, in the order in which it was read.
    pub html_as_text: Vec<Range<usize>>,
}

/// A piece of the article that is laid out as one: a paragraph, a heading, a table, a chart.
///
/// Containers (quotations, lists, footnotes) are not blocks of their own: each block says in
/// [`Block::containers`] what it stands in, so that any block can be laid out alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the article's source, without the line end behind it. A quotation's or list's
    /// marks inside a block of several lines are within.
    pub source: Range<usize>,
    /// Its plain text: what is read aloud, found, selected and copied. Soft line breaks are spaces,
    /// hard ones `\n` (in a table's cell a space). For a table, the cells in reading order, tabs between cells and `\n`
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
    Heading {
        /// 1–6.
        level: u8,
        /// What a link's `#` is followed by.
        anchor: String,
    },
    /// Running text.
    Paragraph,
    /// A code block.
    Code {
        /// The info string's first word, or empty.
        language: String,
    },
    /// HTML that is not understood, shown as the text it is and never run.
    Html,
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
    /// A picture on a line of its own. A link around it is not kept.
    Picture {
        /// As written.
        path: String,
        /// Plain text, instead of the picture.
        alt: String,
        /// Plain text, or empty.
        title: String,
    },
    /// A chart: `![caption](poll:…)` on a line of its own.
    Chart {
        /// `poll/question`, without the scheme.
        reference: String,
        /// Plain text.
        caption: String,
    },
}

/// Where a block stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// A quotation.
    Quote,
    /// An item of a list.
    Item {
        /// `None` for the item's second and later blocks.
        marker: Option<Marker>,
        /// For the first block of a task, whether it is done.
        task: Option<bool>,
        /// A list is loose where a blank line parts its paragraphs. One without paragraphs of its
        /// own is tight.
        tight: bool,
    },
    /// A footnote's definition.
    Footnote {
        /// As the first mark writes it. Shared: a footnote can have many blocks.
        label: Arc<str>,
        /// From 1, in the order in which a reader meets the marks.
        number: usize,
        /// Whether the block shows the number: the footnote's first.
        first: bool,
    },
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
    /// Bytes of the article's source that it was written as: for a link, the link as a whole, for
    /// words in emphasis or code, the words without their marks.
    pub source: Range<usize>,
    /// How it is set.
    pub style: Style,
    /// Where it leads.
    pub target: Option<Target>,
}

/// How a run is set.
#[expect(clippy::struct_excessive_bools, reason = "any of them goes with any other")]
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
    /// A footnote's mark, or `<sup>`.
    pub superscript: bool,
    /// `<sub>`
    pub subscript: bool,
    /// `<u>` and `<ins>`
    pub underline: bool,
    /// `<mark>`
    pub highlight: bool,
}

/// Where a link leads. The words are shared: a link can be set in many runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `figure:poll/question/answer` or `figure:id`: a claim. Without the scheme, as in the three
    /// that follow.
    Figure(Arc<str>),
    /// `poll:poll/question` or `poll:poll`.
    Poll(Arc<str>),
    /// `call:id`.
    Call(Arc<str>),
    /// `source:id`.
    Source(Arc<str>),
    /// A footnote.
    Footnote {
        /// As in its definition's [`Container::Footnote`].
        label: Arc<str>,
        /// From 1.
        number: usize,
    },
    /// `#anchor`: a heading of this article. Without the `#`.
    Heading(Arc<str>),
    /// `http:`, `https:` or `mailto:`: opened in the browser, when clicked. The whole address.
    Web(Arc<str>),
    /// Anything else, as written: shown as text, never followed.
    Other(Arc<str>),
}

/// A table's cells as ranges of the block's text. No run reaches over a cell's edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// One a column.
    pub alignment: Vec<Alignment>,
    /// The header row first; every row has as many cells as there are columns.
    pub rows: Vec<Vec<Range<usize>>>,
    /// Spaces in cells that are set as line ends (`<br>`): bytes of the block's text, in order.
    pub line_ends: Vec<usize>,
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
