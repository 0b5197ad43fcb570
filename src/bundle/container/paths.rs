//! What a file in a bundle may be called: the same on every system, and never outside the bundle.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;

/// The longest path inside a bundle, in bytes of UTF-8. Systems with the narrowest limit (260
/// characters for a whole path) then still have room for the folder that the bundle lies in.
pub const LONGEST_PATH: usize = 200;

/// The most parts of a path inside a bundle, the file's own name included.
pub const DEEPEST_PATH: usize = 8;

/// The longest name that a fault shows, in characters.
const LONGEST_SHOWN: usize = 80;

/// A name as it can be shown: one line, without characters that change how the rest is shown, and
/// cut where it is very long.
#[must_use]
pub(super) fn shown(name: &str) -> String {
    let mut shown = String::new();
    for (index, character) in name.chars().enumerate() {
        if index == LONGEST_SHOWN {
            shown.push('…');
            break;
        }
        if is_control(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Control characters, and those that turn the direction of the text after them.
fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The one form of a path that the bundle's files go by: composed characters, as keyboards type
/// them, whatever the file system that the bundle was made on; no `./` before it.
#[must_use]
pub(super) fn canonical(path: &str) -> String {
    path.strip_prefix("./").unwrap_or(path).nfc().collect()
}

/// What is wrong with a path, if anything: the first fault that is found.
#[must_use]
pub(super) fn fault_of(path: &str) -> Option<Diagnostic> {
    let name = shown(path);
    let parts = || path.split('/');
    let fault = if path.chars().any(is_control) {
        fault("name-control", format!("the name `{name}` holds a character that cannot be seen"))
            .hint("rename the file without it")
    } else if path.starts_with("\\\\") || path.starts_with("//") || has_drive(path) {
        fault("name-drive", format!("the name `{name}` begins with a drive or a server"))
            .hint("names are relative to the bundle's folder: `media/map.png`")
    } else if path.contains('\\') {
        fault("name-backslash", format!("the name `{name}` holds a backslash"))
            .hint("folders are parted by `/`; pack the folder again with `briefing-reader pack`")
    } else if path.starts_with('/') {
        fault("name-absolute", format!("the name `{name}` is absolute"))
            .hint("names are relative to the bundle's folder: `media/map.png`")
    } else if parts().any(|part| part == "..") {
        fault("name-leaves-bundle", format!("the name `{name}` leads out of the bundle"))
            .hint("a name holds no `..`")
    } else if parts().any(|part| part.is_empty() || part == ".") {
        fault("name-malformed", format!("the name `{name}` has a part that is empty or `.`"))
            .hint("parts of a name are parted by one `/`")
    } else if path.len() > LONGEST_PATH {
        let message = format!("the name `{name}` takes {} bytes, more than {LONGEST_PATH}", path.len());
        fault("name-too-long", message).hint("shorten the names of the file and its folders")
    } else if parts().count() > DEEPEST_PATH {
        fault("name-too-deep", format!("`{name}` lies more than {DEEPEST_PATH} folders deep"))
            .hint("move the file up")
    } else if let Some(part) = parts().find(|part| !is_portable(part)) {
        fault("name-not-portable", format!("a file on Windows cannot be called `{}`", shown(part)))
            .hint("rename it, with letters, digits, `-` and `_`")
    } else {
        return None;
    };
    Some(fault.in_file(name))
}

fn has_drive(path: &str) -> bool {
    let mut characters = path.chars();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic()) && characters.next() == Some(':')
}

/// Whether a part of a path is a name on Windows too, where some names are devices and some
/// characters are not allowed.
#[must_use]
pub fn is_portable(part: &str) -> bool {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().filter_map(|port| stem.strip_prefix(port)).any(|number| {
        let mut characters = number.chars();
        characters.next().is_some_and(|digit| matches!(digit, '0'..='9' | '¹' | '²' | '³'))
            && characters.next().is_none()
    });
    !numbered
        && !DEVICES.contains(&stem.as_str())
        && !part.contains(['<', '>', ':', '"', '|', '?', '*'])
        && !part.ends_with(['.', ' '])
}

/// What systems and programs leave in folders, and the container's own mark: no part of the
/// bundle, left out without a word.
#[must_use]
pub(super) fn is_litter(path: &str) -> bool {
    path == "mimetype"
        || path.split('/').any(|part| {
            part.starts_with('.') && part != ".."
                || part == "__MACOSX"
                || part.eq_ignore_ascii_case("thumbs.db")
                || part.eq_ignore_ascii_case("desktop.ini")
        })
}

/// Whether the name is that of an archive, such as an earlier `pack` of the same folder.
#[must_use]
pub(super) fn is_archive(path: &str) -> bool {
    const ARCHIVES: [&str; 10] = ["briefing", "zip", "tar", "gz", "tgz", "xz", "bz2", "zst", "7z", "rar"];
    extension(path).is_some_and(|extension| ARCHIVES.contains(&extension.as_str()))
}

/// Whether the name is that of a file, and a folder would be a mistake.
fn is_file_name(path: &str) -> bool {
    const FILES: [&str; 7] = ["ron", "md", "csv", "png", "jpg", "jpeg", "svg"];
    extension(path).is_some_and(|extension| FILES.contains(&extension.as_str()))
}

/// A path's extension in small letters.
#[must_use]
pub(super) fn extension(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_lowercase())
}

/// The paths met so far, to tell those that some system cannot keep apart.
#[derive(Debug, Default)]
pub(super) struct Names {
    seen: HashMap<String, Seen>,
}

#[derive(Debug)]
struct Seen {
    spelling: String,
    is_folder: bool,
}

impl Names {
    /// Takes a path in, unless it clashes with one met before: then says how.
    pub(super) fn add(&mut self, path: &str, is_folder: bool) -> Option<Diagnostic> {
        let folders = path.match_indices('/').map(|(at, _)| (&path[..at], true));
        let steps: Vec<(&str, bool)> = folders.chain([(path, is_folder)]).collect();
        if let Some(fault) = steps.iter().find_map(|(step, is_folder)| self.clash(step, *is_folder)) {
            return Some(fault.in_file(shown(path)));
        }
        for (step, is_folder) in steps {
            self.seen.insert(folded(step), Seen { spelling: step.to_owned(), is_folder });
        }
        None
    }

    fn clash(&self, path: &str, is_folder: bool) -> Option<Diagnostic> {
        let name = shown(path);
        if is_folder && is_file_name(path) {
            let fault = fault("file-is-folder", format!("`{name}` is a folder, not a file"));
            return Some(fault.hint("put the file in its place, or rename the folder"));
        }
        let seen = self.seen.get(&folded(path))?;
        if seen.spelling != path {
            let other = shown(&seen.spelling);
            let message = format!("`{name}` and `{other}` differ only in capitals or in the form of letters");
            let hint = "rename one of them: on many systems they are one file";
            return Some(fault("name-collides", message).hint(hint));
        }
        if seen.is_folder != is_folder {
            let fault = fault("file-is-folder", format!("`{name}` is both a file and a folder"));
            return Some(fault.hint("rename one of them"));
        }
        let hint = "pack the folder again with `briefing-reader pack`; the first of the two is shown";
        (!is_folder).then(|| fault("name-twice", format!("the archive holds `{name}` twice")).hint(hint))
    }
}

/// What a file system that does not tell capitals or forms of letters apart makes of a path.
fn folded(path: &str) -> String {
    path.nfd().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(path: &str) -> Option<&'static str> {
        fault_of(path).map(|fault| fault.code)
    }

    #[test]
    fn plain_names_are_allowed() {
        for path in ["briefing.ron", "media/karte-größe.png", "polls/a b.csv", "日本/図.svg", "console.md"]
        {
            assert_eq!(code_of(path), None, "{path}");
        }
    }

    #[test]
    fn names_that_no_bundle_may_hold_are_told_apart() {
        for (path, code) in [
            ("../a", "name-leaves-bundle"),
            ("media/../../a", "name-leaves-bundle"),
            ("/etc/passwd", "name-absolute"),
            ("C:/a", "name-drive"),
            ("c:a", "name-drive"),
            ("\\\\server\\share", "name-drive"),
            ("//server/share", "name-drive"),
            ("media\\a.png", "name-backslash"),
            ("a\0b", "name-control"),
            ("a\nb", "name-control"),
            ("a\u{202e}gnp.md", "name-control"),
            ("a//b", "name-malformed"),
            ("a/./b", "name-malformed"),
            ("", "name-malformed"),
            ("CON", "name-not-portable"),
            ("media/nul.png", "name-not-portable"),
            ("com1.csv", "name-not-portable"),
            ("LPT³", "name-not-portable"),
            ("what?.md", "name-not-portable"),
            ("a.", "name-not-portable"),
            ("a ", "name-not-portable"),
            ("1/2/3/4/5/6/7/8/9", "name-too-deep"),
        ] {
            assert_eq!(code_of(path), Some(code), "{path:?}");
        }
        assert_eq!(code_of(&"x".repeat(LONGEST_PATH)), None);
        assert_eq!(code_of(&"x".repeat(LONGEST_PATH + 1)), Some("name-too-long"));
    }

    #[test]
    fn names_that_some_system_takes_for_one_collide() {
        for (one, other) in [
            ("media/Map.png", "media/map.png"),
            ("Media/a.png", "media/b.png"),
            ("caf\u{e9}.md", "cafe\u{301}.md"),
            ("stra\u{df}e.md", "STRASSE.md"),
        ] {
            let mut names = Names::default();
            assert_eq!(names.add(one, false), None);
            assert_eq!(names.add(other, false).unwrap().code, "name-collides", "{one} {other}");
        }
    }

    #[test]
    fn a_path_is_either_a_file_or_a_folder() {
        let mut names = Names::default();
        assert_eq!(names.add("notes", false), None);
        assert_eq!(names.add("notes/a.txt", false).unwrap().code, "file-is-folder");
        assert_eq!(names.add("briefing.ron/a.txt", false).unwrap().code, "file-is-folder");
        assert_eq!(names.add("notes", false).unwrap().code, "name-twice");
        assert_eq!(names.add("media", true), None);
        assert_eq!(names.add("media", true), None);
        assert_eq!(names.add("media/a.png", false), None);
    }

    #[test]
    fn names_are_shown_on_one_line_and_cut() {
        assert_eq!(shown("a\nb\u{202e}"), "a\\u{a}b\\u{202e}");
        assert_eq!(shown(&"x".repeat(500)).chars().count(), LONGEST_SHOWN + 1);
    }
}
