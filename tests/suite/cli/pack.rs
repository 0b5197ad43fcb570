//! `pack` and `unpack`.

use std::fs;
use std::path::Path;

use super::{folder, here, run_in};

#[test]
fn a_folder_packed_and_unpacked_is_the_folder_it_was() {
    let folder = folder();
    let good = here("tests/good/small");
    let packed = run_in(folder.path(), &["pack", &good, "--to", "a.briefing"]);
    assert_eq!((packed.code, packed.err.as_str()), (Some(0), ""));
    assert!(packed.out.starts_with("packed ") && packed.out.contains("`a.briefing`"), "{}", packed.out);
    assert_eq!(run_in(folder.path(), &["unpack", "a.briefing", "--to", "b"]).code, Some(0));
    for file in ["briefing.ron", "article.md"] {
        assert_eq!(
            fs::read(folder.path().join("b").join(file)).unwrap(),
            fs::read(Path::new(&good).join(file)).unwrap()
        );
    }
    let shown = |path: &str| run_in(folder.path(), &["show", path]).out;
    assert_eq!(shown("a.briefing"), shown("b"));
    assert_eq!(run_in(folder.path(), &["check", "a.briefing"]).out, "a.briefing: nothing wrong\n");
}

#[test]
fn packing_twice_gives_the_same_bytes() {
    let folder = folder();
    for name in ["a.briefing", "b.briefing"] {
        assert_eq!(run_in(folder.path(), &["pack", &here("tests/good/small"), "--to", name]).code, Some(0));
    }
    assert_eq!(
        fs::read(folder.path().join("a.briefing")).unwrap(),
        fs::read(folder.path().join("b.briefing")).unwrap()
    );
}

#[test]
fn a_file_is_replaced_only_by_force() {
    let folder = folder();
    fs::write(folder.path().join("a.briefing"), "mine").unwrap();
    let arguments = ["pack", &here("tests/good/small"), "--to", "a.briefing", "--force"];
    let kept = run_in(folder.path(), &arguments[..4]);
    assert_eq!(kept.code, Some(1));
    assert!(kept.err.contains("`a.briefing` exists") && kept.err.contains("--force"), "{}", kept.err);
    assert_eq!(fs::read(folder.path().join("a.briefing")).unwrap(), b"mine");
    assert_eq!(run_in(folder.path(), &arguments).code, Some(0));
    assert_ne!(fs::read(folder.path().join("a.briefing")).unwrap(), b"mine");
}

#[test]
fn what_cannot_be_read_ends_with_2_and_what_cannot_be_written_with_1() {
    let folder = folder();
    let good = here("tests/good/small");
    assert_eq!(run_in(folder.path(), &["pack", &good, "--to", "a.briefing"]).code, Some(0));
    fs::create_dir(folder.path().join("full")).unwrap();
    fs::write(folder.path().join("full/mine"), "mine").unwrap();
    for (arguments, code) in [
        (["pack", "nowhere", "--to", "b.briefing"], 2),
        (["pack", good.as_str(), "--to", "not/there/b.briefing"], 1),
        (["unpack", "nowhere.briefing", "--to", "b"], 2),
        (["unpack", good.as_str(), "--to", "b"], 2),
        (["unpack", "a.briefing", "--to", "full"], 1),
    ] {
        let run = run_in(folder.path(), &arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{arguments:?}: {}", run.err);
        assert!(run.err.starts_with("briefing-reader: `"), "{arguments:?}: {}", run.err);
    }
    assert!(!folder.path().join("b").exists() && !folder.path().join("b.briefing").exists());
}
