//! Imports run one way: a room of `src/` uses only rooms that stand before it in [`ROOMS`], and
//! some rooms know still less. This reads every path that the sources name, tests included.

use crate::files::{files_under, text_of};
use crate::rust_source::{NamedPath, RustSource};

/// The rooms in the order that imports may run: each may use those before it.
const ROOMS: [&str; 16] = [
    "disk",
    "diagnostics",
    "text",
    "poll",
    "article",
    "bundle",
    "notes",
    "library",
    "import",
    "ui",
    "chart",
    "paint",
    "export",
    "view",
    "app",
    "cli",
];

/// Not rooms: they hang the house together.
const EXEMPT: [&str; 3] = ["src/lib.rs", "src/main.rs", "src/bin/briefing-reader-window.rs"];

/// What some rooms may not use although the order, or Rust, would let them.
struct Fence {
    rooms: &'static [&'static str],
    /// Paths without generics; a name ending in `*` stands for all names that begin so.
    closed: &'static [&'static str],
    /// Files that may all the same.
    but: &'static [&'static str],
    why: &'static str,
}

const FENCES: [Fence; 5] = [
    Fence {
        rooms: &["text", "poll", "article"],
        closed: &["std::fs", "ron", "tempfile"],
        but: &[],
        why: "it knows what a thing is, not how it is stored",
    },
    Fence {
        rooms: &["disk", "diagnostics", "text", "poll", "article", "bundle", "notes", "library", "import"],
        closed: &["egui", "egui_*", "eframe", "rfd"],
        but: &[],
        why: "it works without a window",
    },
    Fence {
        rooms: &["ui", "paint"],
        closed: &[
            "crate::poll",
            "crate::article",
            "crate::bundle",
            "crate::notes",
            "crate::library",
            "crate::import",
        ],
        but: &[],
        why: "it would serve any program: hand it texts, numbers and shapes instead",
    },
    Fence {
        rooms: &["view"],
        closed: &["std::fs", "tempfile"],
        but: &[],
        why: "it asks for what it needs; only app and cli touch the disk for it",
    },
    Fence {
        rooms: &["cli"],
        closed: &["crate::view", "crate::app"],
        // The arguments name the window's own views.
        but: &[
            "src/cli/render.rs",
            "src/cli/open.rs",
            "src/cli/arguments/choices.rs",
            "src/cli/arguments/window.rs",
        ],
        why: "only the subcommands that draw may know the window",
    },
];

/// Each step of `source`, the file `file`, that the order or a fence forbids.
fn faults(file: &str, source: &str) -> Vec<String> {
    if EXEMPT.contains(&file) {
        return Vec::new();
    }
    let Some(room) = ROOMS.into_iter().find(|room| *room == room_of(file)) else {
        return vec![format!(
            "{file}: the room {} is not in the table of tests/repository/layers.rs",
            room_of(file)
        )];
    };
    match RustSource::read(source) {
        Err(message) => vec![format!("{file}:{message}")],
        Ok(source) => source.paths.into_iter().filter_map(|path| fault(file, room, path)).collect(),
    }
}

fn room_of(file: &str) -> &str {
    let inside = file.strip_prefix("src/").expect("every source is under src/");
    inside.split_once('/').map_or_else(|| inside.trim_end_matches(".rs"), |(room, _)| room)
}

fn fault(file: &str, room: &str, path: NamedPath) -> Option<String> {
    let NamedPath { segments, line, import, .. } = path;
    let imported = import.is_some();
    let segments = from_the_root(file, segments);
    let step = |why: &str| Some(format!("{file}:{line}: {room} uses {}: {why}", segments.join("::")));

    if segments[0] == "crate" {
        match segments.get(1).map(String::as_str) {
            // `pub(crate)` and the like.
            None if !imported => return None,
            None | Some("*" | "self") => {
                return step("name the room: whoever takes the whole crate hides what is used");
            }
            Some(used) => {
                let Some(theirs) = ROOMS.iter().position(|known| *known == used) else {
                    return step("no such room in the table of tests/repository/layers.rs");
                };
                let ours = ROOMS.iter().position(|known| *known == room)?;
                if theirs > ours {
                    return step(&format!("imports run one way, and {used} stands after {room}"));
                }
            }
        }
    }
    // A single name in code is as likely a variable.
    if segments.len() == 1 && !imported {
        return None;
    }
    let fence = FENCES.iter().find(|fence| {
        fence.rooms.contains(&room)
            && !fence.but.contains(&file)
            && fence.closed.iter().any(|closed| is_under(&segments, closed))
    })?;
    step(fence.why)
}

/// `super::super::poll` as `crate::poll`, where it climbs out of the room.
fn from_the_root(file: &str, segments: Vec<String>) -> Vec<String> {
    let climbs = segments.iter().filter(|segment| *segment == "super").count();
    let depth = file.trim_end_matches("/mod.rs").split('/').count() - 1;
    let rest: Vec<String> =
        segments.iter().filter(|segment| !matches!(segment.as_str(), "super" | "self")).cloned().collect();
    let names_a_room = rest.first().is_some_and(|name| ROOMS.contains(&name.as_str()));
    // Modules inside a file climb less far, so what is named must be a room as well.
    if climbs >= depth && names_a_room {
        std::iter::once("crate".to_owned()).chain(rest).collect()
    } else {
        segments
    }
}

fn is_under(segments: &[String], closed: &str) -> bool {
    let mut segments = segments.iter();
    closed.split("::").all(|closed| {
        segments.next().is_some_and(|segment| match closed.strip_suffix('*') {
            Some(beginning) => segment.starts_with(beginning),
            None => segment == closed,
        })
    })
}

#[test]
fn no_source_takes_a_step_the_other_way() {
    let sources = files_under("src", "rs");
    assert!(sources.len() > EXEMPT.len(), "no sources found");
    let faults: Vec<String> = sources.iter().flat_map(|file| faults(file, &text_of(file))).collect();
    assert!(faults.is_empty(), "{} steps the other way:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_architecture_lists_the_rooms_in_the_order_checked_here() {
    let listed: Vec<String> = text_of("ARCHITECTURE.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| **")?.split_once("**").map(|(room, _)| room.to_owned()))
        .collect();
    assert_eq!(listed, ROOMS);
}

/// The faults of an invented source, without the file's name.
fn faults_in(file: &str, source: &str) -> Vec<String> {
    faults(file, source).into_iter().map(|fault| fault.replacen(file, "", 1)).collect()
}

#[test]
fn a_step_the_other_way_is_told_with_file_line_and_reason() {
    assert_eq!(
        faults("src/poll/question.rs", "use std::fmt;\n\nuse crate::bundle::Bundle;\n"),
        [
            "src/poll/question.rs:3: poll uses crate::bundle::Bundle: imports run one way, and bundle stands after poll"
        ]
    );
}

#[test]
fn steps_back_and_inside_the_room_are_free() {
    let source =
        "use crate::poll::Poll; use crate::bundle::Limits; use super::files::Files; pub(crate) struct A;";
    assert_eq!(faults("src/bundle/read.rs", source), [""; 0]);
    assert_eq!(faults("src/main.rs", "use crate::app::App;"), [""; 0]);
}

#[test]
fn every_branch_of_a_use_is_followed() {
    let source =
        "use crate::{poll::{Poll, Answer}, view, diagnostics::Place as P};\nuse {crate::app::App, std::fmt};";
    assert_eq!(
        faults_in("src/bundle/mod.rs", source),
        [
            ":1: bundle uses crate::view: imports run one way, and view stands after bundle",
            ":2: bundle uses crate::app::App: imports run one way, and app stands after bundle",
        ]
    );
}

#[test]
fn paths_in_code_macros_and_tests_count_as_imports() {
    let source = "fn f() -> crate::cli::A { format!(\"{}\", crate::app::x()) }\nmod tests { fn t() { crate::view::f::<u8>() } }";
    assert_eq!(faults("src/export/html.rs", source).len(), 3);
}

#[test]
fn climbing_out_of_the_room_is_followed() {
    assert_eq!(faults("src/article/parse.rs", "use super::super::bundle::Bundle;").len(), 1);
    assert_eq!(faults("src/article/mod.rs", "use super::bundle::Bundle;").len(), 1);
    assert_eq!(faults("src/article.rs", "use super::bundle::Bundle;").len(), 1);
    assert_eq!(faults("src/view/parts/a.rs", "use super::app::A; use super::super::cli;"), [""; 0]);
}

#[test]
fn comments_documentation_and_strings_name_nothing() {
    let source = "//! [`crate::app`]\n/// crate::view::A\n// use crate::cli::B;\nconst A: &str = \"crate::app::C\"; /* crate::app */";
    assert_eq!(faults("src/poll/mod.rs", source), [""; 0]);
}

#[test]
fn the_whole_crate_and_unknown_rooms_are_refused() {
    assert_eq!(faults("src/app/mod.rs", "use crate::*;").len(), 1);
    assert_eq!(faults("src/app/mod.rs", "use crate as whole;").len(), 1);
    assert_eq!(faults("src/app/mod.rs", "use crate::{self as whole};").len(), 1);
    assert_eq!(
        faults_in("src/app/mod.rs", "use crate::cellar::Wine;"),
        [":1: app uses crate::cellar::Wine: no such room in the table of tests/repository/layers.rs"]
    );
    assert_eq!(
        faults("src/cellar/mod.rs", ""),
        ["src/cellar/mod.rs: the room cellar is not in the table of tests/repository/layers.rs"]
    );
}

#[test]
fn rooms_without_a_window_know_no_egui() {
    assert_eq!(faults("src/notes/store.rs", "use egui::Color32;").len(), 1);
    assert_eq!(faults("src/bundle/mod.rs", "fn f(p: egui_plot::Plot) {}").len(), 1);
    assert_eq!(faults("src/library/mod.rs", "use eframe as frame;").len(), 1);
    assert_eq!(faults("src/chart/mod.rs", "use egui::Color32;"), [""; 0]);
}

#[test]
fn polls_articles_and_views_know_no_disk() {
    assert_eq!(faults("src/poll/mod.rs", "use std::{fmt, fs};").len(), 1);
    assert_eq!(faults("src/article/mod.rs", "fn f() { ron::from_str::<u8>(\"1\"); }").len(), 1);
    assert_eq!(faults("src/view/reader.rs", "fn f() { std::fs::read(\"a\"); }").len(), 1);
    assert_eq!(faults("src/poll/mod.rs", "fn f(ron: u8) -> u8 { ron }"), [""; 0]);
    assert_eq!(faults("src/bundle/read.rs", "use std::fs;"), [""; 0]);
}

#[test]
fn the_kit_and_the_painter_know_no_domain() {
    assert_eq!(faults("src/ui/table.rs", "use crate::poll::Poll;").len(), 1);
    assert_eq!(faults("src/paint/svg.rs", "use crate::article::Block;").len(), 1);
    assert_eq!(faults("src/paint/svg.rs", "use crate::diagnostics::Place; use crate::ui::Theme;"), [""; 0]);
}

#[test]
fn only_the_subcommands_that_draw_know_the_window() {
    let source = "use crate::view::reader; use crate::app::App;";
    assert_eq!(faults("src/cli/check.rs", source).len(), 2);
    assert_eq!(faults("src/cli/render.rs", source), [""; 0]);
    assert_eq!(faults("src/cli/open.rs", source), [""; 0]);
}

#[test]
fn a_source_that_is_no_rust_is_reported_with_its_line() {
    assert!(faults("src/poll/mod.rs", "\nfn f( {").concat().starts_with("src/poll/mod.rs:2:"));
}
