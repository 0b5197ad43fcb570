//! How wide things are printed, and what is said of what goes on.

use std::path::Path;

use unicode_width::UnicodeWidthStr;

use super::{copy, folder, here, program, run_in};

#[test]
fn every_text_keeps_to_the_terminals_width() {
    let folder = folder();
    copy(Path::new(&here("tests/broken/claim-differs")), &folder.path().join("broken"));
    let quote = "a message can be read on the sender’s device";
    let comment = "A long comment, with 日本語の長い言葉がここに and 👩‍👩‍👧 in it, and an address: https://example.org/a/b/c/d/e/f/g/h";
    for more in [vec!["--quote", quote], vec!["--figure", "yougov-2021/support/support"]] {
        let add =
            [vec!["notes", "add", "nspcc-e2ee-2021", "--comment", comment, "--tag", "a-tag"], more].concat();
        assert_eq!(run_in(folder.path(), &add).code, Some(0));
    }
    for arguments in [
        vec!["show", "nspcc-e2ee-2021"],
        vec!["show", "eurobarometer-532-2023"],
        vec!["show", "nspcc-e2ee-2021#yougov-2021"],
        vec!["compare", "--topic", "message-scanning"],
        vec!["compare", "--topic", "message-scanning", "--assume-n", "1000"],
        vec!["check", "broken", "nspcc-e2ee-2021"],
        vec!["diff", "nspcc-e2ee-2021", "cable-2017"],
        vec!["notes", "list", "nspcc-e2ee-2021"],
    ] {
        for columns in [40, 57, 100] {
            let run =
                program(folder.path()).env("COLUMNS", columns.to_string()).args(&arguments).output().unwrap();
            let (out, err) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
            assert!(!out.is_empty(), "{arguments:?}: {err}");
            for line in out.lines().chain(err.lines()) {
                assert!(
                    line.width() <= columns,
                    "{arguments:?} at {columns}: {} columns: {line}",
                    line.width()
                );
            }
        }
    }
}

#[test]
fn what_goes_on_is_said_to_who_asks_and_to_nobody_else() {
    let folder = folder();
    let said = |arguments: &[&str], log: &str| {
        let run = program(folder.path()).env("BRIEFING_READER_LOG", log).args(arguments).output().unwrap();
        assert_eq!(String::from_utf8(run.stdout).unwrap().lines().count(), 1, "{arguments:?}");
        String::from_utf8(run.stderr).unwrap()
    };
    let check = ["check", "nspcc-e2ee-2021"];
    assert_eq!(said(&check, ""), "");
    assert!(
        said(&["-v", "check", "nspcc-e2ee-2021"], "").contains("info  cli::locate: opening nspcc-e2ee-2021")
    );
    assert!(said(&["check", "nspcc-e2ee-2021", "--verbose"], "").contains("opening"));
    assert!(said(&check, "cli=info").contains("opening"));
    assert_eq!(said(&check, "notes=debug"), "");
    assert!(said(&check, "loud").contains("`loud`, which is no level"));
}

#[test]
fn no_message_has_a_librarys_words() {
    let folder = folder();
    std::fs::write(folder.path().join("file"), "{").unwrap();
    std::fs::write(folder.path().join("bytes.jsonld"), b"\xff\xfe").unwrap();
    for arguments in [
        vec!["notes", "edit", "12", "--comment", "x"],
        vec!["notes", "delete", "zz"],
        vec!["notes", "import", "file"],
        vec!["notes", "import", "bytes.jsonld"],
        vec!["notes", "import", "."],
        vec!["notes", "import", "none.jsonld"],
        vec!["notes", "export", "--to", "file/n.md"],
        vec!["notes", "export", "--to", "n.md", "--template", "none.md"],
        vec!["notes", "backup", "--to", "file/b.sqlite"],
        vec!["notes", "restore", "file"],
        vec!["notes", "restore", "none.sqlite"],
        vec!["notes", "list", "--data-dir", "file/data"],
        vec!["chart", "nspcc-e2ee-2021#yougov-2021/support", "--to", "file/c.svg"],
        vec!["chart", "nspcc-e2ee-2021#yougov-2021/support", "--to", "c.svg", "--width", "wide"],
        vec!["chart", "nspcc-e2ee-2021#yougov-2021/support", "--to", "c.svg", "--scale", "-1"],
        vec!["chart", "nspcc-e2ee-2021", "--all", "--format", "svg", "--to", "file"],
        vec!["render", "nspcc-e2ee-2021", "--to", "file/r.png"],
        vec!["pack", "file", "--to", "p.briefing"],
        vec!["unpack", "file", "--to", "folder"],
        vec!["check", "file/none"],
    ] {
        let run = run_in(folder.path(), &arguments);
        assert_ne!(run.code, Some(0), "{arguments:?}");
        for words in [
            "os error",
            "invalid length",
            "invalid digit",
            "No such file",
            "expected value",
            "Error",
            "at line 1 column",
        ] {
            assert!(!run.err.contains(words), "{arguments:?}: {}", run.err);
        }
    }
}
