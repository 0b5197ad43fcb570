//! Folders with what no bundle should hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Case, SOUND, write_files};

/// Every broken folder, made in `folder`.
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut cases = plain(folder);
    #[cfg(unix)]
    cases.extend(unix::cases(folder));
    cases
}

fn sound(folder: &Path, name: &'static str) -> (Case, PathBuf) {
    let root = folder.join(name.replace(' ', "-"));
    write_files(&root, &SOUND);
    (Case::new(name, root.clone()), root)
}

fn plain(folder: &Path) -> Vec<Case> {
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

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    pub fn cases(folder: &Path) -> Vec<Case> {
        vec![
            made(folder, "a link to a file", |root| {
                symlink("/etc/passwd", root.join("media/passwd.png")).unwrap();
            }),
            made(folder, "a link to a folder", |root| symlink("..", root.join("media/up")).unwrap()),
            made(folder, "a manifest that is a link", |root| {
                fs::remove_file(root.join("briefing.ron")).unwrap();
                symlink("article.md", root.join("briefing.ron")).unwrap();
            }),
            made(folder, "a pipe", |root| {
                let made = Command::new("mkfifo").arg(root.join("media/pipe.png")).status().unwrap();
                assert!(made.success());
            }),
            made(folder, "a manifest that is a pipe", |root| {
                fs::remove_file(root.join("briefing.ron")).unwrap();
                let made = Command::new("mkfifo").arg(root.join("briefing.ron")).status().unwrap();
                assert!(made.success());
            }),
            made(folder, "a socket", |root| drop(UnixListener::bind(root.join("s")).unwrap())),
            made(folder, "a name with a backslash", |root| {
                fs::write(root.join("media\\a.png"), "x").unwrap();
            }),
            made(folder, "a name with a line break", |root| fs::write(root.join("a\nb.md"), "x").unwrap()),
            #[cfg(target_os = "linux")]
            made(folder, "a name that is not UTF-8", |root| {
                fs::write(root.join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
            }),
            #[cfg(target_os = "linux")]
            made(folder, "names that differ in case", |root| {
                fs::write(root.join("Article.md"), "x").unwrap();
            }),
        ]
    }

    fn made(folder: &Path, name: &'static str, make: impl FnOnce(&Path)) -> Case {
        let (case, root) = sound(folder, name);
        make(&root);
        case
    }

    /// Whether this machine keeps its own rules: an administrator reads everything.
    #[test]
    fn a_file_that_may_not_be_read_is_left_out_and_named() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let (case, root) = sound(folder.path(), "no permission");
        let table = root.join("polls/regions.csv");
        fs::set_permissions(&table, fs::Permissions::from_mode(0o000)).unwrap();
        let (files, problems) = case.read();
        if fs::read(&table).is_ok() {
            assert_eq!((files.iter().count(), problems), (4, Vec::new()));
        } else {
            assert_eq!(files.iter().count(), 3);
            assert_eq!(problems[0].code, "file-unreadable");
            assert_eq!(problems[0].file, "polls/regions.csv");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn each_broken_folder_is_told_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let told: String = cases(folder.path()).iter().map(Case::told).collect();
    insta::assert_snapshot!(told);
}
