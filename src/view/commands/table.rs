//! The one table of commands.

use egui::{Key, Modifiers};

use super::keys::keys;
use super::{Group, Row, When};
use crate::view::actions::Command;

impl Command {
    pub(super) fn row(self) -> Row {
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
                "Go to the previous open briefing.",
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
                "Compare figures from several polls.",
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
