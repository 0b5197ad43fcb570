//! Folders with what no bundle should hold.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Case, SOUND, write_files};

/// A sound bundle, to be broken.
pub fn sound(folder: &Path, name: &'static str) -> (Case, PathBuf) {
    let root = folder.join(name.replace(' ', "-"));
    write_files(&root, &SOUND);
    (Case::new(name, root.clone()), root)
}

/// Every broken folder that each system can hold, made in `folder`.
pub fn cases(folder: &Path) -> Vec<Case> {
    let with = |name: &'static str, files: &[(&str, &[u8])]| {
        let (case, root) = sound(folder, name);
        write_files(&root, files);
        case
    };
    let without_manifest = |name: &'static str, files: &[(&str, &[u8])]| {
        let root = folder.join(name.replace(' ', "-"));
        fs::create_dir(&root).unwrap();
        write_files(&root, files);
        Case::new(name, root)
    };
    let long_line = {
        let (case, root) = sound(folder, "a line of 100 MB");
        fs::File::create(root.join("article.md")).unwrap().set_len(100 * 1024 * 1024).unwrap();
        case
    };
    let deep: String = "a/".repeat(9) + "b.md";
    vec![
        without_manifest("no manifest", &[("article.md", b"x")]),
        without_manifest("a manifest in capitals", &[("Briefing.RON", b"x")]),
        without_manifest("a manifest one folder down", &[("nspcc/briefing.ron", b"x"), ("notes.md", b"x")]),
        without_manifest("a manifest that is a folder", &[("briefing.ron/a.txt", b"x")]),
        with("an article that is a folder", &[("appendix.md/a.txt", b"x")]),
        with("a pack of itself", &[("a-pack-of-itself.briefing", b"PK\x03\x04")]),
        with("a deep file", &[(&deep, b"x")]),
        with(
            "what systems leave behind",
            &[(".DS_Store", b"x"), (".git/config", b"x"), ("media/Thumbs.db", b"x")],
        ),
        with("other files", &[("LICENSE", b"x"), ("notes/a.txt", b"x"), ("mimetype", b"x")]),
        with("too many files", &[("a.md", b"x"), ("b.md", b"x")]).within(|limits| limits.entries = 3),
        with("a bundle over the limit", &[("media/b.svg", b"xxxxx")])
            .within(|limits| limits.bundle_bytes = 70),
        long_line,
    ]
}
