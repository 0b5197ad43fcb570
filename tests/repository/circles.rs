//! Inside each folder of `src/`, files and folders use each other one way: there is an order in which
//! each uses only those before it. Re-exports are followed to what they pass on, and do not count
//! themselves; neither do tests. What cannot be seen from here is a method called on a value.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::modules::{Use, uses, uses_in};

/// The files and folders of one folder that use each other in a circle, with a use for each step.
#[derive(Debug, PartialEq)]
struct Circle {
    folder: String,
    members: Vec<String>,
    steps: Vec<String>,
}

/// Who uses whom in a folder, each with the first use found.
type Neighbours<'a> = BTreeMap<(&'a str, &'a str), &'a Use>;

fn circles(uses: &[Use]) -> Vec<Circle> {
    let mut folders: BTreeMap<&str, Neighbours<'_>> = BTreeMap::new();
    for used in uses {
        let (folder, by, of) = neighbours(&used.by, &used.of);
        folders.entry(folder).or_default().entry((by, of)).or_insert(used);
    }
    folders.iter().flat_map(|(folder, neighbours)| circles_in(folder, neighbours)).collect()
}

/// The folder that two files have in common, and what each is or stands in there.
fn neighbours<'a>(by: &'a str, of: &'a str) -> (&'a str, &'a str, &'a str) {
    let same = by.split_inclusive('/').zip(of.split_inclusive('/')).take_while(|(by, of)| by == of);
    let length: usize = same.map(|(part, _)| part.len()).sum();
    let first = |path: &'a str| path[length..].split('/').next().unwrap_or_default();
    (&by[..length.saturating_sub(1)], first(by), first(of))
}

fn circles_in(folder: &str, neighbours: &Neighbours<'_>) -> Vec<Circle> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        neighbours.keys().map(|(by, _)| (*by, reached_from(by, neighbours))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|reached| reached.contains(to));
    let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
    for at in reached.keys().filter(|at| reaches(at, at)) {
        circles
            .insert(reached.keys().copied().filter(|with| reaches(at, with) && reaches(with, at)).collect());
    }
    let circle = |members: Vec<&str>| Circle {
        folder: folder.to_owned(),
        steps: neighbours
            .iter()
            .filter(|((by, of), _)| members.contains(by) && members.contains(of))
            .map(|((by, of), used)| format!("{by} uses {of}: {} at {}:{}", used.path, used.by, used.line))
            .collect(),
        members: members.into_iter().map(str::to_owned).collect(),
    };
    circles.into_iter().map(circle).collect()
}

fn reached_from<'a>(start: &str, neighbours: &Neighbours<'a>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        for (_, of) in neighbours.keys().filter(|(by, _)| *by == at) {
            if reached.insert(*of) {
                open.push(of);
            }
        }
    }
    reached
}

#[test]
fn no_folder_has_a_circle() {
    let uses = uses();
    assert!(!uses.is_empty(), "no sources found");
    let mut faults = String::new();
    for Circle { folder, members, steps } in circles(&uses) {
        let _ = writeln!(faults, "a circle in {folder}, of {members:?}:\n    {}", steps.join("\n    "));
    }
    assert!(faults.is_empty(), "{faults}");
}

/// Circles among invented files: the folder, its members, the steps.
fn circles_of(files: &[(&str, &str)]) -> Vec<Circle> {
    let files = files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned()));
    circles(&uses_in(files))
}

#[test]
fn a_circle_is_told_with_each_of_its_steps() {
    let found = circles_of(&[
        ("src/a/mod.rs", "mod b; mod c;"),
        ("src/a/b.rs", "pub struct B;\nuse super::c::f;"),
        ("src/a/c.rs", "pub fn f() -> super::b::B { super::b::B }"),
    ]);
    let steps =
        ["b.rs uses c.rs: super::c::f at src/a/b.rs:2", "c.rs uses b.rs: super::b::B at src/a/c.rs:1"];
    let members = ["b.rs", "c.rs"].map(str::to_owned).to_vec();
    assert_eq!(
        found,
        [Circle { folder: "src/a".to_owned(), members, steps: steps.map(str::to_owned).to_vec() }]
    );
}

#[test]
fn re_exports_and_globs_are_followed_and_are_no_use_themselves() {
    let b = ("src/a/b.rs", "pub struct B; fn f() { crate::C::new(); }");
    let c = ("src/a/c/mod.rs", "mod d; pub use d::*;");
    let d = |text| ("src/a/c/d.rs", text);
    let a = ("src/a/mod.rs", "mod b; mod c; pub(crate) use self::{b::B as Named, c::C};");
    let lib = ("src/lib.rs", "mod a; pub use a::*;");
    assert_eq!(circles_of(&[lib, a, b, c, d("pub struct C;")]), []);
    let found = circles_of(&[lib, a, b, c, d("use crate::a::Named; pub struct C;")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members, ["b.rs", "c"]);
}

#[test]
fn folders_are_a_circle_though_no_two_files_are() {
    let found = circles_of(&[
        ("src/lib.rs", "mod a;"),
        ("src/a/mod.rs", "mod b; mod c;"),
        ("src/a/b/mod.rs", "mod one; mod two;"),
        ("src/a/c/mod.rs", "mod one; mod two;"),
        ("src/a/b/one.rs", "pub fn f() {}"),
        ("src/a/c/one.rs", "fn f() { crate::a::b::one::f() }"),
        ("src/a/c/two.rs", "pub fn f() {}"),
        ("src/a/b/two.rs", "fn f() { matches!(1, crate::a::c::two::f) }"),
    ]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members, ["b", "c"]);
}

#[test]
fn tests_may_use_what_they_like() {
    let files = |before: &str| {
        let b = format!("pub struct B; {before} mod tests {{ use crate::a::c::f; }} {before} mod more;");
        circles_of(&[
            ("src/lib.rs", "mod a;"),
            ("src/a/mod.rs", "mod b; mod c;"),
            ("src/a/b.rs", &b),
            ("src/a/b/more.rs", "use crate::a::c::f;"),
            ("src/a/c.rs", "use super::b::B; pub fn f() {}"),
        ])
    };
    assert_eq!(files("").len(), 1);
    assert_eq!(files("#[cfg(test)]"), []);
}
