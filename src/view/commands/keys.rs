//! Keys, by system: the Command key of macOS stands where Ctrl stands elsewhere, and some keys are
//! taken there.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A key with its modifiers.
pub type Shortcut = KeyboardShortcut;

/// Systems whose habits with keys differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Linux and the BSDs.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    Mac,
}

impl System {
    /// The one that this program is built for.
    pub const THIS: System = if cfg!(target_os = "macos") {
        System::Mac
    } else if cfg!(windows) {
        System::Windows
    } else {
        System::Linux
    };
}

/// A command's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    usual: Shortcut,
    mac: Shortcut,
}

/// A key that is the same on all systems, but that macOS has Command where others have Ctrl.
pub const fn keys(modifiers: Modifiers, key: Key) -> Keys {
    let usual = Shortcut::new(modifiers, key);
    Keys { usual, mac: usual }
}

impl Keys {
    /// Another key on macOS.
    pub const fn mac(self, modifiers: Modifiers, key: Key) -> Keys {
        Keys { mac: Shortcut::new(modifiers, key), ..self }
    }

    /// The key on a system.
    pub const fn on(self, system: System) -> Shortcut {
        match system {
            System::Mac => self.mac,
            System::Linux | System::Windows => self.usual,
        }
    }
}

/// How many modifiers a key has. egui takes Ctrl+Shift+K for Ctrl+K too, so keys with more of them
/// are to be asked for first.
pub fn modifiers_of(shortcut: Shortcut) -> usize {
    let Modifiers { alt, ctrl, shift, mac_cmd, command } = shortcut.modifiers;
    [alt, ctrl, shift, mac_cmd, command].into_iter().filter(|held| *held).count()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::view::actions::Command;

    /// A key as it is held down: Ctrl, Alt (Option), Shift, Command, and the key's name.
    type Held = (bool, bool, bool, bool, Key);

    fn held(shortcut: Shortcut, system: System) -> Held {
        let Modifiers { alt, ctrl, shift, mac_cmd, command } = shortcut.modifiers;
        let mac = system == System::Mac;
        assert!(mac || !mac_cmd, "{shortcut:?} has a key that only macOS has");
        (ctrl || command && !mac, alt, shift, mac_cmd || command && mac, shortcut.logical_key)
    }

    const PLAIN: Modifiers = Modifiers::NONE;
    const CTRL: Modifiers = Modifiers::COMMAND;
    const ALT: Modifiers = Modifiers::ALT;

    /// Keys of text fields and of pages: commands are asked for first, and would take them away.
    const OURS: [(Modifiers, Key, &str); 24] = [
        (CTRL, Key::A, "select all"),
        (CTRL, Key::C, "copy"),
        (CTRL, Key::X, "cut"),
        (CTRL, Key::V, "paste"),
        (CTRL, Key::Z, "undo"),
        (CTRL, Key::Y, "redo"),
        (CTRL, Key::ArrowLeft, "a word or line back in a text field"),
        (CTRL, Key::ArrowRight, "a word or line on in a text field"),
        (CTRL, Key::Backspace, "delete a word"),
        (CTRL, Key::Delete, "delete a word"),
        (CTRL, Key::Home, "the beginning of a text"),
        (CTRL, Key::End, "the end of a text"),
        (PLAIN, Key::Space, "a page down, or press"),
        (PLAIN, Key::Home, "the top of the page"),
        (PLAIN, Key::End, "the end of the page"),
        (PLAIN, Key::PageUp, "a page up"),
        (PLAIN, Key::PageDown, "a page down"),
        (PLAIN, Key::ArrowUp, "scroll"),
        (PLAIN, Key::ArrowDown, "scroll"),
        (PLAIN, Key::ArrowLeft, "move in a text or fold"),
        (PLAIN, Key::ArrowRight, "move in a text or unfold"),
        (PLAIN, Key::Enter, "press"),
        (PLAIN, Key::Escape, "close or clear"),
        (PLAIN, Key::Tab, "the next control"),
    ];

    /// Keys that the system has before any program.
    const LINUX: [(Modifiers, Key, &str); 7] = [
        (ALT, Key::F4, "close the window"),
        (ALT, Key::Tab, "switch windows"),
        (ALT, Key::F1, "GNOME's overview"),
        (ALT, Key::F2, "run a program"),
        (ALT, Key::F7, "move the window"),
        (ALT, Key::F8, "resize the window"),
        (ALT, Key::Space, "the window's menu"),
    ];
    const WINDOWS: [(Modifiers, Key, &str); 6] = [
        (ALT, Key::F4, "close the window"),
        (ALT, Key::Tab, "switch windows"),
        (ALT, Key::Escape, "switch windows"),
        (ALT, Key::Space, "the window's menu"),
        (PLAIN, Key::F10, "the menu bar"),
        (CTRL, Key::Escape, "the start menu"),
    ];
    const MAC: [(Modifiers, Key, &str); 9] = [
        (CTRL, Key::Q, "quit"),
        (CTRL, Key::H, "hide the program"),
        (CTRL, Key::M, "minimise the window"),
        (CTRL, Key::Space, "Spotlight"),
        (CTRL, Key::Tab, "switch programs"),
        (CTRL, Key::Backtick, "switch windows"),
        (PLAIN, Key::F3, "Mission Control"),
        (PLAIN, Key::F11, "the desktop"),
        (PLAIN, Key::F12, "the dashboard"),
    ];

    fn taken(system: System) -> BTreeMap<Held, &'static str> {
        let of_system: &[_] = match system {
            System::Linux => &LINUX,
            System::Windows => &WINDOWS,
            System::Mac => &MAC,
        };
        let all = OURS.iter().chain(of_system);
        all.map(|(modifiers, key, what)| (held(Shortcut::new(*modifiers, *key), system), *what)).collect()
    }

    const SYSTEMS: [System; 3] = [System::Linux, System::Windows, System::Mac];

    /// `Ctrl+=` is Ctrl+Plus without the shift key, so it is taken where Ctrl+Plus is.
    fn all_held(command: Command, system: System) -> Vec<Held> {
        let held = held(command.shortcut_on(system), system);
        let equals = (held.0, held.1, held.2, held.3, Key::Equals);
        if held.4 == Key::Plus { vec![held, equals] } else { vec![held] }
    }

    #[test]
    fn no_two_commands_have_the_same_key_on_any_system() {
        for system in SYSTEMS {
            let mut known = BTreeMap::new();
            for command in Command::ALL {
                for held in all_held(command, system) {
                    if let Some(other) = known.insert(held, command) {
                        panic!("{command:?} and {other:?} share {held:?} on {system:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_command_takes_a_key_that_texts_pages_or_the_system_need() {
        for system in SYSTEMS {
            let taken = taken(system);
            for command in Command::ALL.into_iter().filter(|command| !command.yields_to_typing()) {
                for held in all_held(command, system) {
                    assert_eq!(taken.get(&held), None, "{command:?} on {system:?}: {held:?}");
                }
            }
        }
    }

    #[test]
    fn no_command_takes_keys_that_type_or_that_leave_the_program() {
        for system in SYSTEMS {
            for command in Command::ALL {
                let (ctrl, alt, _, cmd, key) = held(command.shortcut_on(system), system);
                // AltGr is Ctrl and Alt on Windows; Linux switches screens and workspaces with them.
                assert!(system == System::Mac || !(ctrl && alt), "{command:?} on {system:?}");
                // Option with a key types a sign or moves by words on macOS.
                assert!(system != System::Mac || !alt || cmd || ctrl, "{command:?} on {system:?}");
                let plain = !ctrl && !alt && !cmd;
                let function_key = key.name().len() > 1 && key.name().starts_with('F');
                assert!(!plain || function_key, "{command:?} on {system:?} would take what is typed");
            }
        }
    }

    #[test]
    fn the_tests_would_see_a_clash() {
        let copy = held(Shortcut::new(CTRL, Key::C), System::Windows);
        assert_eq!(taken(System::Windows).get(&copy), Some(&"copy"));
        let command = held(Shortcut::new(CTRL, Key::K), System::Mac);
        let ctrl = held(Shortcut::new(Modifiers::CTRL, Key::K), System::Mac);
        assert_ne!(command, ctrl, "Ctrl and Command are two keys on macOS");
        let same = held(Shortcut::new(Modifiers::CTRL, Key::K), System::Linux);
        assert_eq!(held(Shortcut::new(CTRL, Key::K), System::Linux), same, "and one elsewhere");
    }
}
