use super::*;

fn names(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_file_is_written_and_written_over_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.svg");
    let told = write_whole(&path, b"one").unwrap().to_string();
    assert!(told.starts_with("Wrote `") && told.ends_with("chart.svg`."), "{told}");
    let told = write_whole(&path, b"two").unwrap().to_string();
    assert!(told.contains("in the place of"), "{told}");
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(folder.path()), 1);
}

#[test]
fn what_cannot_be_written_is_said_with_its_cause() {
    let folder = tempfile::tempdir().unwrap();
    let why = write_whole(folder.path(), b"").unwrap_err().to_string();
    assert!(why.ends_with("it is a folder. Name a file in it."), "{why}");
    let why = write_whole(&folder.path().join("none/chart.svg"), b"").unwrap_err().to_string();
    assert!(why.ends_with("there is no such folder."), "{why}");
    fs::write(folder.path().join("file"), "").unwrap();
    let why = write_whole(&folder.path().join("file/chart.svg"), b"").unwrap_err().to_string();
    assert!(why.contains("is a file") && !why.contains("os error"), "{why}");
}

#[test]
fn a_protected_file_is_refused_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.md");
    fs::write(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let why = write_whole(&path, b"new").unwrap_err();
    assert!(matches!(why, NotWritten::Protected(_)), "{why}");
    assert_eq!((fs::read(&path).unwrap().as_slice(), names(folder.path())), (&b"old"[..], 1));
}

#[test]
fn what_came_there_meanwhile_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.briefing");
    let target = Target::of(&path).unwrap();
    let file = target.begin().unwrap();
    fs::write(&path, "another's").unwrap();
    assert!(matches!(target.put_new(file), Err(NotWritten::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), b"another's");
}

#[cfg(unix)]
mod where_files_have_modes_and_links {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_new_file_is_as_open_as_any_and_one_that_is_there_keeps_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let [ours, usual] = ["ours", "usual"].map(|name| folder.path().join(name));
        write_whole(&ours, b"").unwrap();
        fs::write(&usual, b"").unwrap();
        assert_eq!(mode(&ours), mode(&usual));
        for kept in [0o600, 0o640, 0o664, 0o755, 0o200] {
            fs::set_permissions(&ours, Permissions::from_mode(kept)).unwrap();
            write_whole(&ours, b"secret").unwrap();
            assert_eq!(mode(&ours), kept, "{kept:o}");
        }
    }

    #[test]
    fn links_stay_and_what_they_lead_to_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("other")).unwrap();
        fs::write(at("other/real"), "old").unwrap();
        fs::set_permissions(at("other/real"), Permissions::from_mode(0o600)).unwrap();
        symlink("other/real", at("link")).unwrap();
        symlink("link", at("link-to-link")).unwrap();
        symlink("other/none-yet", at("hanging")).unwrap();
        symlink("nowhere/none", at("lost")).unwrap();
        symlink("round", at("round")).unwrap();
        write_whole(&at("link-to-link"), b"new").unwrap();
        assert_eq!(
            (fs::read(at("other/real")).unwrap().as_slice(), mode(&at("other/real"))),
            (&b"new"[..], 0o600)
        );
        let told = write_whole(&at("hanging"), b"new").unwrap().to_string();
        assert!(told.contains("where the link"), "{told}");
        assert_eq!(fs::read(at("other/none-yet")).unwrap(), b"new");
        for link in ["link", "link-to-link", "hanging"] {
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink(), "{link}");
        }
        assert!(matches!(write_whole(&at("lost"), b""), Err(NotWritten::NoFolder(_))));
        let why = write_whole(&at("round"), b"").unwrap_err().to_string();
        assert!(!why.contains("os error"), "{why}");
    }

    #[test]
    fn a_file_with_two_names_keeps_both() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "what was there before was longer").unwrap();
        fs::hard_link(&one, &other).unwrap();
        write_whole(&other, b"new").unwrap();
        assert_eq!(fs::read(&one).unwrap(), b"new");
        assert_eq!(fs::metadata(&one).unwrap().nlink(), 2);
        assert_eq!(names(folder.path()), 2);
    }

    #[test]
    fn devices_are_written_into_and_stay_devices() {
        let told = write_whole(Path::new("/dev/null"), b"gone").unwrap().to_string();
        assert_eq!(told, "Wrote into the device `/dev/null`.");
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said_in_words() {
        let why = write_whole(Path::new("/dev/full"), b"much").unwrap_err().to_string();
        assert_eq!(why, "`/dev/full` cannot be written: the disk is full: make room and try again.");
    }

    #[test]
    fn a_new_file_of_notes_is_as_private_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let [notes, copy] = ["notes", "copy"].map(|name| folder.path().join(name));
        fs::write(&notes, "").unwrap();
        fs::set_permissions(&notes, Permissions::from_mode(0o400)).unwrap();
        let mut target = Target::of(&copy).unwrap();
        target.as_private_as(&notes);
        let file = target.begin().unwrap();
        target.put(file).unwrap();
        assert_eq!(mode(&copy), 0o600);
    }
}
