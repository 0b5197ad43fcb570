//! Which notes the Notes view lists, and in which order.

use crate::notes::{Colour, Note, Stance, Status, Target};
use crate::text::plain;

/// What is asked for. Everything that is not asked for is any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of comment, quotation, tags or section, as they were typed.
    pub words: String,
    /// A tag.
    pub tag: Option<String>,
    /// A colour.
    pub colour: Option<Colour>,
    /// A stance.
    pub stance: Option<Stance>,
    /// A kind of target, by [`crate::notes::Target::kind`].
    pub kind: Option<&'static str>,
    /// What became of its place; only known of the briefing in the window.
    pub status: Option<Status>,
    /// All briefings, not the one in the window alone.
    pub everywhere: bool,
    /// The order.
    pub sort: Sort,
}

/// In which order notes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As they stand on the page.
    #[default]
    Page,
    /// The latest first.
    Newest,
    /// The first made first.
    Oldest,
    /// The one that was changed last first.
    Changed,
}

impl Sort {
    /// All of them.
    pub const ALL: [Sort; 4] = [Sort::Page, Sort::Newest, Sort::Oldest, Sort::Changed];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Page => "Place on the page",
            Sort::Newest => "Newest first",
            Sort::Oldest => "Oldest first",
            Sort::Changed => "Last changed first",
        }
    }
}

impl Filter {
    /// Whether anything is asked for but the scope and the order.
    pub fn is_on(&self) -> bool {
        let Filter { words, tag, colour, stance, kind, status, .. } = self;
        let chosen =
            tag.is_some() || colour.is_some() || stance.is_some() || kind.is_some() || status.is_some();
        chosen || !words.trim().is_empty()
    }

    /// Whether a note is asked for. `section` and `status` are those in the briefing in the window.
    pub fn wants(&self, note: &Note, section: &str, status: Option<Status>) -> bool {
        let has = |text: &str| plain(text).contains(&plain(self.words.trim()));
        self.tag.as_ref().is_none_or(|tag| note.tags.contains(tag))
            && self.colour.is_none_or(|colour| note.colour == colour)
            && self.stance.is_none_or(|stance| note.stance == Some(stance))
            && self.kind.is_none_or(|kind| note.target.kind() == kind)
            && self.status.is_none_or(|wanted| status == Some(wanted))
            && (self.words.trim().is_empty()
                || has(&note.comment)
                || has(note.target.quote())
                || matches!(&note.target, Target::Comparison { name } if has(name))
                || has(section)
                || note.tags.iter().any(|tag| has(tag)))
    }

    /// Puts notes in order; those that come in the order of the page keep it.
    pub fn sort<'n, T>(&self, notes: &mut [T], of: impl Fn(&T) -> &'n Note) {
        match self.sort {
            Sort::Page => {}
            Sort::Newest => notes.sort_by_key(|item| std::cmp::Reverse(of(item).created)),
            Sort::Oldest => notes.sort_by_key(|item| of(item).created),
            Sort::Changed => notes.sort_by_key(|item| std::cmp::Reverse(of(item).modified)),
        }
    }
}
