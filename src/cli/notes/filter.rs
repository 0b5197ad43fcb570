//! Which notes are wanted, and what to say where there is none.

use crate::diagnostics::nearest;
use crate::notes::{Colour, Note};

/// Notes with a tag, in a colour; what is `None` takes all.
pub struct Filter {
    /// The tag, on one line.
    pub tag: Option<String>,
    /// The colour.
    pub colour: Option<Colour>,
}

/// How many tags are named where none is like the one that is wanted.
const NAMED: usize = 6;

impl Filter {
    /// Whether a note is one of those.
    pub fn takes(&self, note: &Note) -> bool {
        self.has_tag(note) && self.has_colour(note)
    }

    fn has_tag(&self, note: &Note) -> bool {
        self.tag.as_ref().is_none_or(|tag| note.tags.contains(tag))
    }

    fn has_colour(&self, note: &Note) -> bool {
        self.colour.is_none_or(|colour| note.colour == colour)
    }

    /// Why none of the notes is wanted, and what would help; `None` where one is.
    pub fn meets_nothing(&self, notes: &[&Note]) -> Option<String> {
        if notes.iter().any(|note| self.takes(note)) {
            return None;
        }
        Some(match (&self.tag, self.colour) {
            _ if notes.is_empty() => "there are no notes to write".to_owned(),
            (Some(tag), _) if !notes.iter().any(|note| self.has_tag(note)) => {
                format!("no note has the tag `{tag}`: {}", other_tag(tag, notes))
            }
            (Some(tag), Some(colour)) if notes.iter().any(|note| self.has_colour(note)) => {
                format!("no note with the tag `{tag}` is {colour}")
            }
            (_, Some(colour)) => format!("no note is {colour}: {}", other_colours(notes)),
            (_, None) => "there are no notes to write".to_owned(),
        })
    }
}

/// A tag as notes have it: with single spaces.
pub fn on_one_line(tag: &str) -> String {
    tag.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn other_tag(wanted: &str, notes: &[&Note]) -> String {
    let mut known: Vec<&str> = notes.iter().flat_map(|note| &note.tags).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let folded = wanted.to_lowercase();
    let is_within = |tag: &&&str| {
        let tag = tag.to_lowercase();
        !folded.is_empty() && (tag.contains(&folded) || folded.contains(&tag))
    };
    let near = nearest(wanted, known.iter().copied()).or_else(|| known.iter().find(is_within).copied());
    match (near, &known[..]) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => "none of them has a tag".to_owned(),
        (None, _) => {
            let named: Vec<String> = known.iter().take(NAMED).map(|tag| format!("`{tag}`")).collect();
            let more = known.len().saturating_sub(NAMED);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            format!("their tags are {}{more}", named.join(", "))
        }
    }
}

fn other_colours(notes: &[&Note]) -> String {
    let are = |colour: &Colour| notes.iter().any(|note| note.colour == *colour);
    let colours: Vec<&str> = Colour::ALL.into_iter().filter(are).map(Colour::name).collect();
    format!("they are {}", colours.join(", "))
}
