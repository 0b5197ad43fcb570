//! `docs/keys.md` lists each command once, with its keys on every system.

use briefing_reader::view::actions::Command;
use briefing_reader::view::{Shortcut, System};
use egui::ModifierNames;

const DOCUMENT: &str = include_str!("../../docs/keys.md");

/// A key as the document writes it.
fn written(shortcut: Shortcut, system: System) -> String {
    let keys = shortcut.format(&ModifierNames::NAMES, system == System::Mac);
    keys.replace("OpenBracket", "[").replace("CloseBracket", "]")
}

#[test]
fn the_document_lists_each_command_with_its_keys() {
    for command in Command::ALL {
        let [linux, windows, mac] = [System::Linux, System::Windows, System::Mac]
            .map(|system| written(command.shortcut_on(system), system));
        assert_eq!(linux, windows, "the document has one column for both");
        let row = format!("| {} | {linux} | {mac} | ", command.name());
        assert_eq!(DOCUMENT.lines().filter(|line| line.starts_with(&row)).count(), 1, "{row}");
    }
}
