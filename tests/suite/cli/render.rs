//! `render`: pictures of the window.

use std::fs;
use std::path::Path;

use super::{ID, copy, folder, here, run, run_in};

fn size_of(picture: &Path) -> (u32, u32) {
    image::image_dimensions(picture).expect("it is a picture")
}

#[test]
fn the_picture_has_the_size_asked_for_and_the_same_bytes_each_time() {
    let folder = folder();
    for name in ["a.png", "b.png"] {
        let run = run_in(folder.path(), &["render", ID, "--to", name, "--size", "640x480", "--scale", "2"]);
        assert_eq!((run.code, run.out, run.err), (Some(0), String::new(), format!("Wrote `{name}`.\n")));
    }
    assert_eq!(size_of(&folder.path().join("a.png")), (1280, 960));
    assert_eq!(
        fs::read(folder.path().join("a.png")).unwrap(),
        fs::read(folder.path().join("b.png")).unwrap()
    );
}

#[test]
fn every_view_and_theme_is_a_picture_of_its_own() {
    let folder = folder();
    let options = ["read", "polls", "calls", "shelf", "problems"]
        .map(|view| ["--view", view])
        .into_iter()
        .chain(["ink", "sepia", "contrast"].map(|theme| ["--theme", theme]))
        .chain([["--text-size", "150"], ["--scroll", "The round table"], ["--scroll", "13"]]);
    let mut seen: Vec<Vec<u8>> = Vec::new();
    for option in options {
        let run = run_in(
            folder.path(),
            &[&["render", ID, "--to", "x.png", "--size", "640x480"], &option[..]].concat(),
        );
        assert_eq!(run.code, Some(0), "{option:?}: {}", run.err);
        assert_eq!(size_of(&folder.path().join("x.png")), (640, 480), "{option:?}");
        let bytes = fs::read(folder.path().join("x.png")).unwrap();
        assert!(!seen.contains(&bytes), "{option:?} draws what another one drew");
        seen.push(bytes);
    }
}

#[test]
fn a_folder_of_briefings_is_a_shelf() {
    let folder = folder();
    copy(Path::new(&here("tests/good/small")), &folder.path().join("mine/small"));
    let shelf = run_in(folder.path(), &["render", "mine", "--to", "x.png", "--view", "shelf"]);
    assert_eq!(shelf.code, Some(0), "{}", shelf.err);
    assert_eq!(run_in(folder.path(), &["render", "mine", "--to", "y.png"]).code, Some(2));
    assert!(!folder.path().join("y.png").exists());
}

#[test]
fn a_place_that_is_not_in_the_article_is_wrong_usage() {
    let run = run(&["render", ID, "--to", "x.png", "--scroll", "No such heading"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("no heading and no block `No such heading`"), "{}", run.err);
}

#[test]
fn a_picture_that_cannot_be_written_ends_with_1() {
    let run = run(&["render", ID, "--to", "not/there/x.png", "--size", "320x240"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("`not/there/x.png` cannot be written"), "{}", run.err);
}
