//! Files as Unix has them: modes, links, pipes.

use std::fs;
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
