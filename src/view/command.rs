//! The one table of commands: name, what it does, shortcut. Menus, tooltips, help and tests read it.

use egui::{Key, KeyboardShortcut, Modifiers};

/// Something a person can ask for that needs no more said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open a folder or file.
    Open,
    /// Every command, heading and briefing.
    Palette,
    /// Find words in the briefing.
    Find,
    /// The next place where they stand.
    FindNext,
    /// The place before.
    FindPrevious,
    /// The selected text, to the clipboard.
    Copy,
    /// All text of the article.
    SelectAll,
    /// Keys that move in the text instead of scrolling.
    TextCursor,
    /// Back to where one was.
    Back,
    /// Forward again.
    Forward,
    /// The shelf of briefings.
    ShowShelf,
    /// The article.
    Read,
    /// The polls.
    Polls,
    /// The calls to action.
    Calls,
    /// Every number with its figure.
    Claims,
    /// What is wrong with the briefing.
    Problems,
    /// Text one step larger.
    LargerText,
    /// Text one step smaller.
    SmallerText,
    /// Text at 100%.
    NormalText,
    /// The next theme.
    NextTheme,
    /// How things look.
    Settings,
    /// Show or hide the outline.
    Outline,
    /// The whole screen.
    FullScreen,
}

/// A key with its modifiers.
pub type Shortcut = KeyboardShortcut;

const fn key(modifiers: Modifiers, key: Key) -> Shortcut {
    KeyboardShortcut::new(modifiers, key)
}

impl Command {
    /// All of them, in the order they are listed.
    pub const ALL: [Command; 23] = [
        Command::Open,
        Command::Palette,
        Command::Find,
        Command::FindNext,
        Command::FindPrevious,
        Command::Copy,
        Command::SelectAll,
        Command::TextCursor,
        Command::Back,
        Command::Forward,
        Command::ShowShelf,
        Command::Read,
        Command::Polls,
        Command::Calls,
        Command::Claims,
        Command::Problems,
        Command::LargerText,
        Command::SmallerText,
        Command::NormalText,
        Command::NextTheme,
        Command::Settings,
        Command::Outline,
        Command::FullScreen,
    ];

    /// A few words for menus and tooltips.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.row().1
    }

    /// Its key.
    #[must_use]
    pub fn shortcut(self) -> Shortcut {
        self.row().2
    }

    /// Whether it makes sense only while a briefing is open.
    #[must_use]
    pub fn needs_briefing(self) -> bool {
        matches!(
            self,
            Command::Find
                | Command::FindNext
                | Command::FindPrevious
                | Command::Copy
                | Command::SelectAll
                | Command::TextCursor
                | Command::Read
                | Command::Polls
                | Command::Calls
                | Command::Problems
                | Command::Outline
        )
    }

    fn row(self) -> (&'static str, &'static str, Shortcut) {
        const CTRL: Modifiers = Modifiers::COMMAND;
        const ALT: Modifiers = Modifiers::ALT;
        match self {
            Command::Open => ("Open…", "Choose a briefing to open.", key(CTRL, Key::O)),
            Command::Palette => {
                ("Palette…", "Choose among all commands, headings and briefings.", key(CTRL, Key::K))
            }
            Command::Find => {
                ("Find…", "Find words in the text, the charts, the calls and the sources.", key(CTRL, Key::F))
            }
            Command::FindNext => ("Find next", "Go to the next place found.", key(Modifiers::NONE, Key::F3)),
            Command::FindPrevious => {
                ("Find previous", "Go to the place found before.", key(Modifiers::SHIFT, Key::F3))
            }
            Command::Copy => ("Copy", "Copy the selected text.", key(CTRL, Key::C)),
            Command::SelectAll => ("Select all", "Select title, summary and article.", key(CTRL, Key::A)),
            Command::TextCursor => (
                "Text cursor",
                "Move a cursor in the text with the arrow keys, or scroll again.",
                key(Modifiers::NONE, Key::F7),
            ),
            Command::Back => ("Back", "Go back to the line you came from.", key(ALT, Key::ArrowLeft)),
            Command::Forward => ("Forward", "Undo going back.", key(ALT, Key::ArrowRight)),
            Command::ShowShelf => ("Briefings", "Show the shelf of briefings.", key(CTRL, Key::B)),
            Command::Read => ("Read", "Show the article.", key(ALT, Key::Num1)),
            Command::Polls => ("Polls", "Show the polls and what they disclose.", key(ALT, Key::Num2)),
            Command::Calls => ("Calls", "Show the calls to action and their evidence.", key(ALT, Key::Num3)),
            Command::Claims => ("Claims", "Show every number with its figure.", key(ALT, Key::Num5)),
            Command::Problems => ("Problems", "Show what is wrong with this briefing.", key(ALT, Key::Num4)),
            Command::LargerText => ("Larger text", "Make everything one step larger.", key(CTRL, Key::Plus)),
            Command::SmallerText => {
                ("Smaller text", "Make everything one step smaller.", key(CTRL, Key::Minus))
            }
            Command::NormalText => {
                ("Normal text size", "Set the text size back to 100%.", key(CTRL, Key::Num0))
            }
            Command::NextTheme => {
                ("Next theme", "Go round paper, ink, sepia and high contrast.", key(CTRL, Key::T))
            }
            Command::Settings => (
                "Settings",
                "Choose theme, typeface, text size, line length and motion.",
                key(CTRL, Key::Comma),
            ),
            Command::Outline => ("Outline", "Show or hide the outline.", key(CTRL, Key::L)),
            Command::FullScreen => {
                ("Full screen", "Use the whole screen, or leave it.", key(Modifiers::NONE, Key::F11))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_have_the_same_key() {
        for (index, command) in Command::ALL.iter().enumerate() {
            for other in &Command::ALL[index + 1..] {
                assert!(command.shortcut() != other.shortcut(), "{command:?} and {other:?} share a key");
            }
        }
    }

    #[test]
    fn every_command_has_a_name_and_a_sentence() {
        for command in Command::ALL {
            assert!(!command.name().is_empty() && command.help().ends_with('.'), "{command:?}");
        }
    }
}
