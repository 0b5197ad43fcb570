//! `check`: what is wrong with bundles.

use serde::Serialize;

use super::arguments::{Check, Format};
use super::faults::rendered;
use super::locate::{expand, locate};
use super::output::{DONE, FAILED, USAGE, fail, harmless, print};
use super::show_text::layout::Page;
use crate::bundle::Bundle;
use crate::diagnostics::{Diagnostic, Severity};

/// One diagnostic, as JSON gives it.
#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: Severity,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    hints: &'a [String],
}

/// Checks all bundles named.
pub fn run(what: &Check) -> u8 {
    let mut bundles = Vec::new();
    let mut unreadable = Vec::new();
    for path in what.paths.iter().flat_map(|path| expand(path)) {
        match locate(&path) {
            Ok(located) => bundles.push(located.bundle),
            Err(why) => unreadable.push(why),
        }
    }
    let printed = match what.format {
        Format::Json => print(&json(&bundles)),
        Format::Text => print(&harmless(&text(&bundles))),
    };
    for why in &unreadable {
        fail(USAGE, why);
    }
    let bar = if what.deny_warnings { Severity::Warning } else { Severity::Error };
    let found = bundles.iter().flat_map(Bundle::problems).any(|problem| problem.severity >= bar);
    match (printed, unreadable.is_empty(), found) {
        (DONE, true, false) => DONE,
        (DONE, true, true) => FAILED,
        (DONE, false, _) => USAGE,
        (failed, ..) => failed,
    }
}

fn json(bundles: &[Bundle]) -> String {
    let rows: Vec<Row<'_>> = bundles
        .iter()
        .flat_map(|bundle| bundle.problems().iter().map(|problem| row(bundle, problem, bundles.len() > 1)))
        .collect();
    serde_json::to_string_pretty(&rows).expect("rows are plain data") + "\n"
}

/// With several bundles, a file is named with its bundle before it.
fn row<'a>(bundle: &Bundle, problem: &'a Diagnostic, several: bool) -> Row<'a> {
    let file = match (several, problem.file.is_empty()) {
        (true, true) => bundle.name(),
        (true, false) => bundle.name_of_file(&problem.file),
        (false, _) => problem.file.clone(),
    };
    Row {
        code: problem.code,
        severity: problem.severity,
        file,
        line: problem.place.as_ref().map(|place| place.line),
        column: problem.place.as_ref().map(|place| place.column),
        message: &problem.message,
        hints: &problem.hints,
    }
}

fn text(bundles: &[Bundle]) -> String {
    let about = |bundle: &Bundle| {
        let (problems, name) = (bundle.problems(), bundle.name());
        let mut head = Page::for_listing();
        head.entry(&if problems.is_empty() { format!("{name}: nothing wrong") } else { format!("{name}:") });
        let head = head.finish();
        if problems.is_empty() { head } else { format!("{head}\n{}\n", rendered(problems)) }
    };
    bundles.iter().map(about).collect()
}
