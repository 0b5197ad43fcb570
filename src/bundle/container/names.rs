//! The names of files in a container: which are safe on every system, which are litter, and which
//! would fall together.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::bundle::rules::fault;
use crate::diagnostics::Diagnostic;

/// The longest path inside a bundle, in bytes: with a folder before it, it must stay under the 260
/// characters that Windows allows.
const LONGEST: usize = 200;

/// Folders within folders; more than any bundle needs.
pub const DEEPEST: usize = 16;

/// Whether a system or a tool put the file there by itself; nobody needs to hear of those.
pub fn is_litter(path: &str) -> bool {
    const NAMES: [&str; 8] =
        [".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".git", ".hg", ".svn", "icon\r"];
    path.split('/').any(|part| part.starts_with("._") || NAMES.contains(&part.to_lowercase().as_str()))
}

/// Whether a folder of this name is surely meant to be a file.
pub fn is_file_name(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    matches!(ending.as_deref(), Some("ron" | "md" | "csv" | "png" | "jpg" | "jpeg" | "svg"))
}

/// A name as it can be shown: without characters that would act on the screen, and not too long.
pub fn shown(name: &str) -> String {
    const LONGEST_SHOWN: usize = 80;
    let cut = name.char_indices().nth(LONGEST_SHOWN).map_or(name.len(), |(at, _)| at);
    let mut shown = String::new();
    for character in name[..cut].chars() {
        if acts(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    if cut < name.len() {
        shown.push('…');
    }
    shown
}

/// What makes a name unsafe, or useless on some system.
pub fn unsafe_name(name: &str) -> Option<Diagnostic> {
    let shown = shown(name);
    let found = |code, message: String, hint: &str| Some(fault(code, message).in_file(&shown).hint(hint));
    if name.contains(acts) {
        let message = format!("the name `{shown}` has a control character in it");
        return found("name-control", message, "rename the file with visible characters only");
    }
    if has_drive(name) {
        let message = format!("the name `{shown}` begins with a drive or a network share");
        return found("name-drive", message, "name files from the bundle's folder on: `media/map.png`");
    }
    if name.contains('\\') {
        let message = format!("the name `{shown}` has a backslash in it");
        return found("name-backslash", message, "between folders stands `/`; pack the bundle anew");
    }
    if name.starts_with('/') {
        let message = format!("the name `{shown}` begins at the root of the disk");
        return found("name-absolute", message, "name files from the bundle's folder on: `media/map.png`");
    }
    if name.split('/').any(|part| part == "..") {
        let message = format!("the name `{shown}` leads out of the bundle");
        return found("name-parent", message, "take the `..` out of the name");
    }
    if name.split('/').any(|part| part.is_empty() || part == ".") {
        let message = format!("the name `{shown}` has an empty part or a `.` in it");
        return found("name-empty-part", message, "write it plainly: `media/map.png`");
    }
    if name.len() > LONGEST {
        let message = format!("the name `{shown}` is {} bytes long, more than {LONGEST}", name.len());
        return found("name-too-long", message, "give the file and its folders shorter names");
    }
    if name.split('/').count() > DEEPEST {
        return Some(too_deep(name));
    }
    let part = name.split('/').find(|part| is_reserved(part))?;
    let message = format!("Windows cannot have a file named `{part}`");
    found("name-reserved", message, "rename it, so that the bundle opens everywhere")
}

/// Folders lie within folders beyond [`DEEPEST`].
pub fn too_deep(path: &str) -> Diagnostic {
    let message = format!("`{}` lies more than {DEEPEST} folders deep", shown(path));
    fault("bundle-too-deep", message).in_file(shown(path)).hint("move the file further up")
}

/// Whether the character acts on a screen instead of showing there, or turns the text around it.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn has_drive(name: &str) -> bool {
    let bytes = name.as_bytes();
    name.starts_with("\\\\") || name.starts_with("//") || matches!(bytes, [letter, b':', ..] if letter.is_ascii_alphabetic())
}

fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_uppercase();
    let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.strip_prefix("COM").or(stem.strip_prefix("LPT")))
            .is_some_and(|port| matches!(port, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"));
    device || part.ends_with(['.', ' ']) || part.contains(['<', '>', ':', '"', '|', '?', '*'])
}

/// The paths of a container so far, for finding those that would fall together somewhere.
#[derive(Default)]
pub struct Taken {
    by_folded: BTreeMap<String, Spelt>,
}

struct Spelt {
    name: String,
    is_file: bool,
}

impl Taken {
    /// Takes the path of a file, if nothing stands in its way.
    pub fn take(&mut self, path: &str) -> Result<(), Diagnostic> {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        let steps: Vec<(&str, bool)> = ends.map(|end| (&path[..end], end == path.len())).collect();
        for (step, is_file) in &steps {
            if let Some(other) = self.by_folded.get(&folded(step)) {
                collide(step, *is_file, other)?;
            }
        }
        for (step, is_file) in steps {
            self.by_folded.entry(folded(step)).or_insert_with(|| Spelt { name: step.to_owned(), is_file });
        }
        Ok(())
    }
}

fn collide(step: &str, is_file: bool, other: &Spelt) -> Result<(), Diagnostic> {
    if step != other.name {
        let by = match step.to_lowercase() == other.name.to_lowercase() {
            true => "capitals",
            false => "the form of their Unicode characters",
        };
        let message = format!("`{}` and `{step}` differ only in {by}", other.name);
        return Err(fault("name-alike", message)
            .in_file(step)
            .hint("rename one of them; Windows and macOS cannot tell them apart"));
    }
    match (is_file, other.is_file) {
        (false, false) => Ok(()),
        (true, true) => Err(fault("name-duplicate", format!("there are two files `{step}`"))
            .in_file(step)
            .hint("the first counts; pack the bundle anew with one of them")),
        _ => Err(fault("file-is-folder", format!("`{step}` is a file and a folder at once"))
            .in_file(step)
            .hint("rename one of them")),
    }
}

/// The same text for all names that some file system takes for the same.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> Option<&'static str> {
        unsafe_name(name).map(|fault| fault.code)
    }

    #[test]
    fn plain_names_are_safe() {
        for name in ["briefing.ron", "media/Größe 2.png", "polls/a.b.csv", "common/console.md", "..a/b..c"] {
            assert_eq!(code(name), None, "{name}");
        }
    }

    #[test]
    fn each_unsafe_name_has_its_own_fault() {
        let cases = [
            ("../a", "name-parent"),
            ("media/../../a", "name-parent"),
            ("/etc/passwd", "name-absolute"),
            ("C:/a", "name-drive"),
            ("c:a", "name-drive"),
            ("\\\\server\\a", "name-drive"),
            ("//server/a", "name-drive"),
            ("media\\a.png", "name-backslash"),
            ("a\0b", "name-control"),
            ("a\nb", "name-control"),
            ("a\u{202E}gnp.exe", "name-control"),
            ("./a", "name-empty-part"),
            ("media//a", "name-empty-part"),
            ("", "name-empty-part"),
            ("media/nul.png", "name-reserved"),
            ("COM¹", "name-reserved"),
            ("a./b", "name-reserved"),
            ("a ", "name-reserved"),
            ("a:b", "name-drive"),
            ("ab:c", "name-reserved"),
            ("what?.md", "name-reserved"),
        ];
        for (name, expected) in cases {
            assert_eq!(code(name), Some(expected), "{name:?}");
        }
        assert_eq!(code(&"a".repeat(201)), Some("name-too-long"));
        assert_eq!(code(&"a/".repeat(16).trim_end_matches('/').to_owned()), None);
        assert_eq!(code(&format!("{}a", "a/".repeat(16))), Some("bundle-too-deep"));
    }

    #[test]
    fn litter_is_known_wherever_it_lies() {
        assert!(is_litter(".DS_Store") && is_litter("__MACOSX/media/._a.png") && is_litter(".git/config"));
        assert!(!is_litter("media/a.png") && !is_litter(".gitignored.md"));
    }

    #[test]
    fn names_that_would_fall_together_are_found() {
        let mut taken = Taken::default();
        let mut code = |path: &str| taken.take(path).err().map(|fault| fault.code);
        assert_eq!(code("media/é.png"), None);
        assert_eq!(code("media/b.png"), None);
        assert_eq!(code("media/e\u{301}.png"), Some("name-alike"));
        assert_eq!(code("media/B.PNG"), Some("name-alike"));
        assert_eq!(code("Media/c.png"), Some("name-alike"));
        assert_eq!(code("media/b.png"), Some("name-duplicate"));
        assert_eq!(code("media"), Some("file-is-folder"));
        assert_eq!(code("media/b.png/c.png"), Some("file-is-folder"));
    }
}
