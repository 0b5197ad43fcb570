//! The one table of commands: name, what it does, keys, group, when it can be asked for. Menus,
//! tooltips, palette, help and tests read it.

use egui::{Key, Modifiers};

use super::Window;
use super::actions::Command;
use super::keys::{Keys, Shortcut, System, keys};
use crate::bundle::Origin;

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

    /// Whether it can be asked for now.
    #[must_use]
    pub fn is_available(self, window: &Window) -> bool {
        match self.row().when {
            When::Always => true,
            When::Reading => window.reading.is_some(),
            When::ReadingFolder => window
                .reading
                .as_ref()
                .is_some_and(|reading| matches!(reading.bundle.origin, Origin::Folder(_))),
            When::HasSide => super::has_side(window),
            When::SeveralOpen => window.tabs.len() > usize::from(window.reading.is_some()),
            When::CanGoBack => window.can_go_back,
            When::CanGoForward => window.can_go_forward,
            When::HasNotes => window.reading.as_ref().is_some_and(|reading| !reading.notes.all().is_empty()),
            When::CanUndo => window.notes.can_undo,
            When::CanRedo => window.notes.can_redo,
            When::Found => window.reading.is_some() && !window.find.hits.is_empty(),
        }
    }

    fn row(self) -> Row {
        const CTRL: Modifiers = Modifiers::COMMAND;
        const ALT: Modifiers = Modifiers::ALT;
        const SHIFT: Modifiers = Modifiers::SHIFT;
        const PLAIN: Modifiers = Modifiers::NONE;
        use Group::{Briefings, Finding, Looks, Notes, Views};
        use When::{
            Always, CanGoBack, CanGoForward, CanRedo, CanUndo, Found, HasNotes, HasSide, Reading,
            ReadingFolder, SeveralOpen,
        };
        let row = |name, help, keys, group, when| Row { name, help, keys, group, when };
        match self {
            Command::Open => {
                row("Open…", "Choose a briefing to open.", keys(CTRL, Key::O), Briefings, Always)
            }
            Command::Pack => row(
                "Save as one file…",
                "Pack the briefing’s folder into one file that can be sent and opened.",
                keys(CTRL.plus(SHIFT), Key::S),
                Briefings,
                ReadingFolder,
            ),
            Command::Close => row(
                "Close briefing",
                "Close the briefing in the window; Back opens it again.",
                keys(CTRL, Key::W),
                Briefings,
                Reading,
            ),
            // Command+Tab switches programs on macOS.
            Command::NextBriefing => row(
                "Next briefing",
                "Go to the next of the open briefings.",
                keys(CTRL, Key::Tab).mac(Modifiers::CTRL, Key::Tab),
                Briefings,
                SeveralOpen,
            ),
            Command::PreviousBriefing => row(
                "Previous briefing",
                "Go to the open briefing before.",
                keys(CTRL.plus(SHIFT), Key::Tab).mac(Modifiers::CTRL.plus(SHIFT), Key::Tab),
                Briefings,
                SeveralOpen,
            ),
            Command::Palette => row(
                "Palette…",
                "Choose among all commands, headings, charts, calls, sources and briefings.",
                keys(CTRL, Key::K),
                Finding,
                Always,
            ),
            Command::Find => row(
                "Find…",
                "Find words in the text, the charts, the calls, the sources and your notes.",
                keys(CTRL, Key::F),
                Finding,
                Reading,
            ),
            Command::FindNext => row(
                "Find next",
                "Go to the next place found.",
                keys(PLAIN, Key::F3).mac(CTRL, Key::G),
                Finding,
                Found,
            ),
            Command::FindPrevious => row(
                "Find previous",
                "Go to the place found before.",
                keys(SHIFT, Key::F3).mac(CTRL.plus(SHIFT), Key::G),
                Finding,
                Found,
            ),
            // Option with an arrow or a digit is for typing on macOS.
            Command::Back => row(
                "Back",
                "Go back to the line you came from.",
                keys(ALT, Key::ArrowLeft).mac(CTRL, Key::OpenBracket),
                Finding,
                CanGoBack,
            ),
            Command::Forward => row(
                "Forward",
                "Undo going back.",
                keys(ALT, Key::ArrowRight).mac(CTRL, Key::CloseBracket),
                Finding,
                CanGoForward,
            ),
            Command::ShowShelf => {
                row("Briefings", "Show the shelf of briefings.", keys(CTRL, Key::B), Briefings, Always)
            }
            Command::Read => {
                row("Read", "Show the article.", keys(ALT, Key::Num1).mac(CTRL, Key::Num1), Views, Reading)
            }
            Command::Polls => row(
                "Polls",
                "Show the polls and what they disclose.",
                keys(ALT, Key::Num2).mac(CTRL, Key::Num2),
                Views,
                Reading,
            ),
            Command::Calls => row(
                "Calls",
                "Show the calls to action and their evidence.",
                keys(ALT, Key::Num3).mac(CTRL, Key::Num3),
                Views,
                Reading,
            ),
            Command::Claims => row(
                "Claims",
                "Show every number with its figure.",
                keys(ALT, Key::Num5).mac(CTRL, Key::Num5),
                Views,
                Reading,
            ),
            Command::Compare => row(
                "Compare",
                "Hold figures of several polls against each other.",
                keys(ALT, Key::Num6).mac(CTRL, Key::Num6),
                Views,
                Always,
            ),
            Command::ExportCharts => row(
                "Export all charts…",
                "Write every chart of this briefing into a folder, as SVG drawings.",
                keys(CTRL.plus(SHIFT), Key::E),
                Briefings,
                Reading,
            ),
            Command::Notes => row(
                "Notes",
                "Show your notes, and what a new edition did to them.",
                keys(ALT, Key::Num7).mac(CTRL, Key::Num7),
                Views,
                Always,
            ),
            // Command+H hides the program on macOS, Command+M the window.
            Command::Highlight => row(
                "Highlight",
                "Mark the selected words, or the paragraph at the text cursor.",
                keys(CTRL.plus(SHIFT), Key::H),
                Notes,
                Reading,
            ),
            Command::Note => row(
                "Note…",
                "Write a note on the selected words, the figure that has the keyboard, or the paragraph.",
                keys(CTRL.plus(SHIFT), Key::M),
                Notes,
                Reading,
            ),
            Command::NoteOnSentence => row(
                "Note on the sentence…",
                "Write a note on the sentence at the text cursor.",
                keys(CTRL.plus(SHIFT), Key::J),
                Notes,
                Reading,
            ),
            Command::NoteOnBriefing => row(
                "Note on the briefing…",
                "Write a note on the briefing as a whole.",
                keys(CTRL.plus(SHIFT), Key::B),
                Notes,
                Reading,
            ),
            Command::NextNote => row(
                "Next note",
                "Go to the next note of the briefing.",
                keys(PLAIN, Key::F8),
                Notes,
                HasNotes,
            ),
            Command::PreviousNote => {
                row("Previous note", "Go to the note before.", keys(SHIFT, Key::F8), Notes, HasNotes)
            }
            Command::CopyCited => row(
                "Copy with citation",
                "Copy the selected words, or the figure that has the keyboard, with their reference.",
                keys(CTRL.plus(SHIFT), Key::C),
                Notes,
                Reading,
            ),
            Command::Undo => {
                row("Undo", "Undo the last change of a note.", keys(CTRL, Key::Z), Notes, CanUndo)
            }
            Command::Redo => {
                row("Redo", "Do again what was undone.", keys(CTRL.plus(SHIFT), Key::Z), Notes, CanRedo)
            }
            Command::Problems => row(
                "Problems",
                "Show what is wrong with this briefing.",
                keys(ALT, Key::Num4).mac(CTRL, Key::Num4),
                Views,
                Reading,
            ),
            Command::LargerText => {
                row("Larger text", "Make everything one step larger.", keys(CTRL, Key::Plus), Looks, Always)
            }
            Command::SmallerText => row(
                "Smaller text",
                "Make everything one step smaller.",
                keys(CTRL, Key::Minus),
                Looks,
                Always,
            ),
            Command::NormalText => row(
                "Normal text size",
                "Set the text size back to 100%.",
                keys(CTRL, Key::Num0),
                Looks,
                Always,
            ),
            Command::NextTheme => row(
                "Next theme",
                "Go round the colours: paper, ink (dark), sepia and high contrast.",
                keys(CTRL, Key::T),
                Looks,
                Always,
            ),
            Command::NextRegion => row(
                "Next part of the window",
                "Take the keyboard to the bar, the outline, the page or the margin, one after another.",
                keys(PLAIN, Key::F6),
                Finding,
                Always,
            ),
            Command::PreviousRegion => row(
                "Previous part of the window",
                "Take the keyboard to the part before.",
                keys(SHIFT, Key::F6),
                Finding,
                Always,
            ),
            Command::Outline => {
                row("Outline", "Show or hide the outline.", keys(CTRL, Key::L), Views, HasSide)
            }
            // F11 shows the desktop on macOS.
            Command::FullScreen => row(
                "Full screen",
                "Use the whole screen, or leave it.",
                keys(PLAIN, Key::F11).mac(Modifiers::MAC_CMD.plus(Modifiers::CTRL), Key::F),
                Looks,
                Always,
            ),
            Command::Settings => row(
                "Settings",
                "Choose theme, typeface, text size, line length and motion.",
                keys(CTRL, Key::Comma),
                Looks,
                Always,
            ),
            Command::Copy => row("Copy", "Copy the selected text.", keys(CTRL, Key::C), Finding, Reading),
            Command::SelectAll => {
                row("Select all", "Select the whole page.", keys(CTRL, Key::A), Finding, Reading)
            }
            Command::TextCursor => row(
                "Text cursor",
                "Move a cursor in the text with the arrow keys, or scroll again.",
                keys(PLAIN, Key::F7),
                Finding,
                Reading,
            ),
            Command::Help => {
                row("Help", "Show all keys and what the mouse does.", keys(PLAIN, Key::F1), Views, Always)
            }
        }
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

    #[test]
    fn what_needs_a_briefing_is_not_available_on_the_shelf() {
        let window = Window::default();
        for command in [Command::Find, Command::Claims, Command::Back, Command::FindNext] {
            assert!(!command.is_available(&window), "{command:?}");
        }
        assert!(Command::Open.is_available(&window) && Command::Help.is_available(&window));
    }
}
