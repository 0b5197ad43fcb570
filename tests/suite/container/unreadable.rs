//! Paths that cannot be opened at all.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path};

use briefing_reader::bundle::{Limits, check_readable, container};

/// Why a path cannot be opened, in words.
pub fn why(path: &Path) -> String {
    let why = container::read(path, &Limits::default()).unwrap_err().to_string();
    assert_eq!(check_readable(path).unwrap_err().to_string(), why);
    why.replace(&path.parent().unwrap().display().to_string(), "…").replace(MAIN_SEPARATOR, "/")
}

#[test]
fn a_path_without_anything_is_named_with_what_was_perhaps_meant() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        why(&folder.path().join("nspcc")),
        "`…/nspcc` does not exist: check the spelling and the folder."
    );
    fs::create_dir(folder.path().join("nspcc-2021")).unwrap();
    assert_eq!(
        why(&folder.path().join("nspc-2021")),
        "`…/nspc-2021` does not exist: did you mean `…/nspcc-2021`?"
    );
    fs::write(folder.path().join("iwf.briefing"), "x").unwrap();
    assert_eq!(why(&folder.path().join("iwf")), "`…/iwf` does not exist: did you mean `…/iwf.briefing`?");
    assert_eq!(
        why(&folder.path().join("iwf.briefing/article.md")),
        "`…/article.md` does not exist: check the spelling and the folder."
    );
}

#[test]
fn what_can_be_opened_is_readable() {
    let folder = tempfile::tempdir().unwrap();
    check_readable(folder.path()).unwrap();
    fs::write(folder.path().join("a.briefing"), "x").unwrap();
    check_readable(&folder.path().join("a.briefing")).unwrap();
}
