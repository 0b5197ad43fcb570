//! Files as Unix has them: modes, links, pipes, names that are no text.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{copy, folder, here, program, run_in};

const QUESTION: &str = "nspcc-e2ee-2021#yougov-2021/support";

#[test]
fn every_command_that_writes_a_file_keeps_its_mode_and_refuses_one_that_is_protected() {
    let folder = folder();
    copy(Path::new(&here("briefings/cable-2017")), &folder.path().join("cable"));
    assert_eq!(run_in(folder.path(), &["notes", "add", "nspcc-e2ee-2021", "--comment", "x"]).code, Some(0));
    let figures = "nspcc-e2ee-2021#yougov-2021/support";
    for (file, arguments) in [
        ("n.md", vec!["notes", "export", "--to", "n.md"]),
        ("n.pdf", vec!["notes", "export", "--to", "n.pdf"]),
        ("c.svg", vec!["chart", QUESTION, "--to", "c.svg"]),
        ("d.png", vec!["compare", figures, "--to", "d.png"]),
        ("r.png", vec!["render", "nspcc-e2ee-2021", "--size", "400x300", "--to", "r.png"]),
        ("p.briefing", vec!["pack", "cable", "--force", "--to", "p.briefing"]),
        ("b.sqlite", vec!["notes", "backup", "--to", "b.sqlite"]),
    ] {
        let path = folder.path().join(file);
        for mode in [0o600, 0o640, 0o755] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let run = run_in(folder.path(), &arguments);
            assert_eq!(run.code, Some(0), "{file}: {}", run.err);
            assert_ne!(fs::read(&path).unwrap(), b"old", "{file}");
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode, "{file}");
        }
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let run = run_in(folder.path(), &arguments);
        assert_eq!(run.code, Some(1), "{file}: {}", run.err);
        assert!(run.err.contains("protected from writing"), "{file}: {}", run.err);
        assert_eq!(fs::read(&path).unwrap(), b"old", "{file}");
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn what_goes_into_a_pipe_goes_through_it() {
    let folder = folder();
    let pipe = folder.path().join("pipe.svg");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there").success());
    let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().expect("cat is there");
    let run = run_in(folder.path(), &["chart", QUESTION, "--to", "pipe.svg"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), "Wrote into the pipe `pipe.svg`.\n"));
    let read = reader.wait_with_output().expect("it ends").stdout;
    assert!(read.starts_with(b"<svg ") && read.ends_with(b"</svg>\n"), "{}", read.len());
    assert!(!fs::metadata(&pipe).unwrap().is_file(), "it is a pipe still");
    let run = run_in(folder.path(), &["chart", QUESTION, "--to", "/dev/stdout", "--format", "svg"]);
    assert!(run.out.starts_with("<svg ") && run.err.is_empty(), "{}", run.err);
}

#[cfg(target_os = "linux")]
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

#[test]
fn a_variable_that_is_set_and_empty_is_not_set() {
    let folder = folder();
    let home = folder.path().join("home");
    let mut program = program(folder.path());
    for name in
        ["BRIEFING_READER_DATA", "XDG_DATA_HOME", "COLUMNS", "TMPDIR", "BRIEFING_READER_LOG", "NO_COLOR"]
    {
        program.env(name, "");
    }
    let run = program
        .env("HOME", &home)
        .args(["notes", "add", "nspcc-e2ee-2021", "--comment", "x"])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let kept: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(kept, ["home"], "nothing lies where the program started");
}
