//! What only Linux has for sure: names that are bytes, and no display.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
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

#[test]
fn briefings_whose_names_are_no_text_are_read_by_every_command() {
    let folder = folder();
    let name = OsStr::from_bytes(b"b\xff#%3f");
    copy(Path::new(&here("briefings/nspcc-e2ee-2021")), &folder.path().join(name));
    let inside = [name.as_bytes(), b"#yougov-2021/support/support"].concat();
    let inside = OsStr::from_bytes(&inside);
    let out = OsStr::from_bytes(b"out\xff.png");
    let (data, with) = (OsStr::new("--to"), OsStr::new("--compare"));
    for arguments in [
        vec![OsStr::new("check"), name],
        vec![OsStr::new("show"), name],
        vec![OsStr::new("show"), inside],
        vec![OsStr::new("compare"), inside],
        vec![OsStr::new("chart"), inside, data, OsStr::from_bytes(b"out\xff.svg")],
        vec![OsStr::new("render"), name, data, out],
        vec![OsStr::new("render"), OsStr::new("--view"), OsStr::new("compare"), with, inside, data, out],
        vec![OsStr::new("diff"), name, name],
        vec![OsStr::new("pack"), name, data, OsStr::from_bytes(b"out\xff.briefing")],
        vec![OsStr::new("check"), OsStr::from_bytes(b"out\xff.briefing")],
        vec![OsStr::new("notes"), OsStr::new("add"), name, OsStr::new("--comment"), OsStr::new("x")],
        vec![OsStr::new("notes"), OsStr::new("list"), name],
        vec![OsStr::new("notes"), OsStr::new("export"), name, data, OsStr::from_bytes(b"out\xff.md")],
        vec![OsStr::new("notes"), OsStr::new("backup"), data, OsStr::from_bytes(b"out\xff.sqlite")],
        vec![OsStr::new("notes"), OsStr::new("restore"), OsStr::from_bytes(b"out\xff.sqlite")],
    ] {
        let run = run_in(folder.path(), &arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    }
}
