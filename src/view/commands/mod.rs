//! What a command is called, does and is for, its keys, and when it can be asked for. Menus, tooltips,
//! palette, help and tests read it here.

pub mod keys;
mod table;

use crate::view::actions::Command;
use keys::{Keys, Shortcut, System};

/// What a command is for: the help page's sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Which briefing is open.
    Briefings,
    /// Finding one's way in it.
    Finding,
    /// What one says of it.
    Notes,
    /// What the window shows of it.
    Views,
    /// How it is shown.
    Looks,
}

impl Group {
    /// In the order of the help page.
    pub const ALL: [Group; 5] = [Group::Briefings, Group::Finding, Group::Notes, Group::Views, Group::Looks];

    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Briefings => "Briefings",
            Group::Finding => "Finding your way",
            Group::Notes => "Notes",
            Group::Views => "Views",
            Group::Looks => "How it looks",
        }
    }
}

/// When a command can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At any time.
    Always,
    /// While a briefing is open.
    Reading,
    /// While a briefing is open that is a folder.
    ReadingFolder,
    /// While a column stands, or could stand, beside the page.
    HasSide,
    /// While another one is open.
    SeveralOpen,
    /// While there is a place behind.
    CanGoBack,
    /// While there is a place ahead.
    CanGoForward,
    /// While something is found.
    Found,
    /// While there are notes on the briefing.
    HasNotes,
    /// While there is a change of a note to undo.
    CanUndo,
    /// While there is one to do again.
    CanRedo,
}

/// A row of the table.
struct Row {
    name: &'static str,
    help: &'static str,
    keys: Keys,
    group: Group,
    when: When,
}

impl Command {
    /// A few words for menus and tooltips.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.row().help
    }

    /// Its key on this system.
    #[must_use]
    pub fn shortcut(self) -> Shortcut {
        self.row().keys.on(System::THIS)
    }

    /// Its key on a system.
    #[must_use]
    pub fn shortcut_on(self, system: System) -> Shortcut {
        self.row().keys.on(system)
    }

    /// Whether a text field that has the keyboard takes its keys: it copies and selects its own words.
    #[must_use]
    pub fn yields_to_typing(self) -> bool {
        matches!(self, Command::Copy | Command::SelectAll | Command::Undo | Command::Redo)
    }

    /// What it is for.
    #[must_use]
    pub fn group(self) -> Group {
        self.row().group
    }

    /// When it can be asked for.
    #[must_use]
    pub fn when(self) -> When {
        self.row().when
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_and_a_sentence() {
        for command in Command::ALL {
            assert!(!command.name().is_empty() && command.help().ends_with('.'), "{command:?}");
            assert!(!command.help().contains('\''), "{command:?}: a straight apostrophe");
        }
    }

    #[test]
    fn every_command_is_in_the_list_once() {
        for (index, command) in Command::ALL.iter().enumerate() {
            assert!(!Command::ALL[..index].contains(command), "{command:?} is listed twice");
        }
        assert_eq!(Command::ALL.len(), Command::Help as usize + 1, "a command is missing in the list");
    }
}
