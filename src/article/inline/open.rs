//! What can be open where words are read.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::article::block::{Run, Style};

/// What sets words apart, and can be nested in itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
    Underline,
    Highlight,
    Superscript,
    Subscript,
    Code,
}

impl Mark {
    /// What of a style it sets.
    pub(in crate::article) fn of(self, style: &mut Style) -> &mut bool {
        match self {
            Mark::Emphasis => &mut style.emphasis,
            Mark::Strong => &mut style.strong,
            Mark::Strikethrough => &mut style.strikethrough,
            Mark::Underline => &mut style.underline,
            Mark::Highlight => &mut style.highlight,
            Mark::Superscript => &mut style.superscript,
            Mark::Subscript => &mut style.subscript,
            Mark::Code => &mut style.code,
        }
    }
}

/// A tag that was opened and not closed.
pub(super) struct OpenTag {
    pub(super) name: String,
    pub(super) does: Does,
}

/// Tags that are open at a time: those beyond do nothing, so that no close has to look far for its own.
pub(in crate::article) const MOST_OPEN: usize = 100;

/// What an open tag does to the words in it.
pub(super) enum Does {
    Mark(Mark),
    /// A link, with the tag's own source: the link's is known once it is closed.
    Link {
        source: Range<usize>,
    },
    /// A link in another, which has the words already.
    NestedLink,
    Nothing,
}

/// A picture in the source; its alternative text is in the text.
pub(in crate::article) struct Picture<'s> {
    pub(in crate::article) destination: CowStr<'s>,
    pub(in crate::article) title: CowStr<'s>,
    pub(in crate::article) source: Range<usize>,
}

/// A picture whose alternative text is being read.
pub(super) struct OpenPicture<'s> {
    pub(super) picture: Picture<'s>,
    pub(super) text_start: usize,
    /// Pictures in its alternative text that are open too.
    pub(super) nested: usize,
}

/// What has been read of the current line of source.
pub(super) enum Line<'s> {
    Empty,
    Picture(Picture<'s>),
    Words,
}

/// Text and runs before the current line, and the line's only picture.
pub(in crate::article) struct LonePicture<'s> {
    pub(in crate::article) text: String,
    pub(in crate::article) runs: Vec<Run>,
    pub(in crate::article) picture: Picture<'s>,
    pub(in crate::article) alt: String,
}
