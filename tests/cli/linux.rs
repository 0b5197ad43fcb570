//! What only Linux has for sure: names that are bytes, and no display.

use std::ffi::OsStr;
use std::path::Path;

use super::{copy, folder, here, program, run_in};

#[test]
fn without_a_display_the_person_learns_what_works_without_one() {
    let folder = folder();
    for variables in [&[][..], &[("DISPLAY", ":987")], &[("WAYLAND_DISPLAY", "no-such-one")]] {
        let run =
            program(folder.path()).envs(variables.iter().copied()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{variables:?}: {said}");
        assert!(said.starts_with("briefing-reader: no window could be opened: "), "{said}");
        assert!(
            said.contains("`briefing-reader show ") && said.contains("`briefing-reader render "),
            "{said}"
        );
        assert!(!said.contains("panicked") && !said.contains(".rs:"), "{said}");
    }
}

#[test]
fn a_path_that_is_not_utf_8_is_read_and_named() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder();
    let name = OsStr::from_bytes(b"caf\xe9");
    copy(Path::new(&here("tests/good/small")), &folder.path().join(name));
    for command in ["check", "show"] {
        let run = run_in(folder.path(), &[OsStr::new(command), name]);
        assert_eq!(run.code, Some(0), "{command}: {}", run.err);
    }
    let absent = run_in(folder.path(), &[OsStr::new("show"), OsStr::from_bytes(b"th\xe9")]);
    assert_eq!(absent.code, Some(2));
    assert!(absent.err.contains("does not exist"), "{}", absent.err);
}
