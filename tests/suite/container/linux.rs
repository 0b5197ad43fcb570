//! What only Linux has for sure in folders: links, pipes, sockets, names that are bytes, permissions.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use super::Case;
use super::broken_folders::{self, sound};
use super::unreadable::why;
use super::writing::{Desk, files_in};

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
        made(folder, "a name that is not UTF-8", |root| {
            fs::write(root.join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
        }),
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

#[test]
fn each_broken_folder_is_told_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let told: String =
        broken_folders::cases(folder.path()).iter().chain(&cases(folder.path())).map(Case::told).collect();
    insta::assert_snapshot!(told);
}

#[test]
fn a_pipe_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(
        why(&pipe),
        "`…/pipe` is neither a file nor a folder: give a folder with a `briefing.ron`, or a `.briefing` file."
    );
}

#[test]
fn what_is_written_is_open_to_whom_the_users_mask_says() {
    let desk = Desk::new();
    desk.pack("sound", "a.briefing").unwrap();
    desk.unpack("a.briefing", "unpacked").unwrap();
    let mode = |name: &str| fs::metadata(desk.at(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("a.briefing"), mode("sound/article.md"));
    assert_eq!(mode("unpacked"), mode("sound"));
    assert_eq!(mode("unpacked/media"), mode("sound/media"));
}

#[test]
fn a_link_to_an_empty_folder_stays_a_link() {
    let desk = Desk::new();
    desk.pack("sound", "a.briefing").unwrap();
    fs::create_dir(desk.at("elsewhere")).unwrap();
    symlink("elsewhere", desk.at("link")).unwrap();
    desk.unpack("a.briefing", "link").unwrap();
    assert!(desk.at("link").is_symlink());
    assert_eq!(files_in(&desk.at("elsewhere")), files_in(&desk.at("sound")));
}
