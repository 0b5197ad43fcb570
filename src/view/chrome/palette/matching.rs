//! Which entries of the palette match what is typed, the best first.

use std::cmp::Reverse;

use crate::text::plain;
use crate::ui::matching::{Fit, fit};
use crate::view::actions::{Action, NoteAction};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its words.
    pub name: String,
    /// What sort of thing it is, or its key.
    pub note: String,
    /// What is done when it is chosen.
    pub action: Action,
}

/// The entries that fit what was typed, the best first; of two that fit alike, the one that was
/// chosen later; then in their order. `recent` are names, the latest first.
pub fn matching(entries: Vec<Entry>, typed: &str, recent: &[String]) -> Vec<Entry> {
    let typed = plain(typed);
    let chosen = |name: &str| recent.iter().position(|known| known == name).map(|place| recent.len() - place);
    let fits = entries.into_iter().filter_map(|entry| Some((found_by(&entry, &typed)?, entry)));
    let mut found: Vec<_> = fits.collect();
    found.sort_by_key(|(by, entry)| (*by, Reverse(chosen(&entry.name))));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What an entry is found by, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Name(Fit),
    /// What a command does: who types "pack" means "Save as one file".
    Help,
    /// A note that could be made on something comes after all that is there, but where its own first
    /// words were typed: what has the name itself is looked for more often.
    NoteOn(Fit),
}

fn found_by(entry: &Entry, typed: &str) -> Option<By> {
    match (&entry.action, fit(&plain(&entry.name), typed)) {
        (Action::Note(NoteAction::Write(_)), Some(fit)) if fit != Fit::Beginning => Some(By::NoteOn(fit)),
        (_, Some(fit)) => Some(By::Name(fit)),
        (Action::Do(command), None) => {
            let fit = fit(&plain(command.help()), typed)?;
            (fit <= Fit::WordBeginnings).then_some(By::Help)
        }
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::actions::Command;

    fn names(typed: &str, recent: &[&str]) -> Vec<String> {
        let entries = ["Read", "Larger text", "The round table", "Next theme", "Café"].map(|name| Entry {
            name: name.to_owned(),
            note: String::new(),
            action: Action::Find,
        });
        let recent: Vec<String> = recent.iter().map(|name| (*name).to_owned()).collect();
        matching(entries.into(), typed, &recent).into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn all_words_typed_have_to_be_there_in_any_order() {
        assert_eq!(names("table round", &[]), ["The round table"]);
        assert_eq!(names("zebra", &[]), Vec::<String>::new());
        assert_eq!(names("cafe", &[]), ["Café"]);
    }

    #[test]
    fn commands_are_found_by_what_they_do_after_all_that_has_the_name() {
        let entry = |name: &str, action| Entry { name: name.to_owned(), note: String::new(), action };
        let entries = vec![
            entry(Command::Pack.name(), Action::Do(Command::Pack)),
            entry(Command::NextTheme.name(), Action::Do(Command::NextTheme)),
            entry("A dark web of packs", Action::Find),
        ];
        let found = |typed: &str| -> Vec<String> {
            matching(entries.clone(), typed, &[]).into_iter().map(|entry| entry.name).collect()
        };
        assert_eq!(found("pack"), ["A dark web of packs", Command::Pack.name()]);
        assert_eq!(found("dark"), ["A dark web of packs", Command::NextTheme.name()]);
        assert_eq!(found("ack"), ["A dark web of packs"], "only the words' beginnings");
    }

    #[test]
    fn what_begins_with_the_words_comes_first_then_what_was_used_lately() {
        assert_eq!(names("the", &[]), ["The round table", "Next theme"]);
        assert_eq!(names("t", &["Next theme"]), ["The round table", "Next theme", "Larger text"]);
        assert_eq!(names("", &["Café", "Next theme"])[..3], ["Café", "Next theme", "Read"]);
    }
}
