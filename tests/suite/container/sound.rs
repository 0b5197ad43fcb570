//! Bundles without faults, as people and other programs make them.

use std::fs;
use std::path::{Path, PathBuf};

use briefing_reader::bundle::{Limits, Origin, container};

use super::{Case, SOUND, write_files};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/container").join(name)
}

fn assert_sound(case: &Case) {
    let (files, problems) = case.read();
    assert_eq!(problems, [], "{}", case.name);
    let read: Vec<(&str, &[u8])> = files.iter().collect();
    assert_eq!(read, SOUND, "{}", case.name);
}

#[test]
fn a_folder_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &SOUND);
    assert_sound(&Case::new("a folder", folder.path().to_owned()));
}

#[test]
fn the_manifest_stands_for_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &SOUND);
    let manifest = folder.path().join("briefing.ron");
    let (origin, files, problems) = container::read(&manifest, &Limits::default()).unwrap();
    assert_eq!(origin, Origin::Folder(folder.path().to_owned()));
    assert_eq!((files.iter().count(), problems), (4, Vec::new()));
}

#[test]
fn archives_of_other_programs_are_read_whole() {
    for name in ["info-zip.briefing", "python.briefing"] {
        assert_sound(&Case::new(name, fixture(name)));
    }
}

#[test]
fn archives_made_without_a_thought_are_read_with_a_warning() {
    for (name, codes) in [
        ("info-zip-streamed.zip", vec!["archive-mimetype-missing"]),
        ("info-zip-folder.zip", vec!["archive-mimetype-missing", "archive-wrapped"]),
    ] {
        let (files, problems) = Case::new(name, fixture(name)).read();
        assert_eq!(problems.iter().map(|fault| fault.code).collect::<Vec<_>>(), codes, "{name}");
        assert_eq!(files.iter().collect::<Vec<_>>(), SOUND, "{name}");
    }
}

#[test]
fn an_archive_is_told_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("briefing.pdf");
    fs::copy(fixture("python.briefing"), &path).unwrap();
    assert_sound(&Case::new("an archive with another extension", path));
}

#[test]
fn a_file_in_a_bundle_points_to_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &SOUND);
    let (_, problems) = Case::new("an article", folder.path().join("article.md")).read();
    assert_eq!(problems[0].code, "archive-unknown");
    assert_eq!(problems[0].hints, ["open the folder that it lies in"]);
}

#[test]
fn letters_are_composed_whatever_the_file_system_made_of_them() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[("briefing.ron", b"x"), ("media/cafe\u{301}.svg", b"x")]);
    let (files, problems) = Case::new("decomposed", folder.path().to_owned()).read();
    assert_eq!(problems, []);
    assert!(files.get("media/caf\u{e9}.svg").is_some());
}
