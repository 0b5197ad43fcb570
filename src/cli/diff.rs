//! `diff`: what changed from one edition of a briefing to another.

use std::path::Path;

use serde::Serialize;

use super::arguments::{Diff, Format};
use super::locate::locate_one;
use super::output::{DONE, FAILED, USAGE, fail, print};
use super::show_text::layout::Page;
use crate::bundle::Bundle;
use crate::bundle::difference::{Changed, Difference, Words};

/// A difference as JSON gives it.
#[derive(Serialize)]
struct Told<'d> {
    old: Edition,
    new: Edition,
    #[serde(flatten)]
    difference: &'d Difference,
}

#[derive(Serialize)]
struct Edition {
    briefing: String,
    edition: u32,
}

/// Prints the difference: 0 where there is none, 1 where there is one.
pub fn run(what: &Diff) -> u8 {
    let read = |path: &Path| locate_one(path).map(|located| located.bundle);
    let (old, new) = match (read(&what.old), read(&what.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(why), _) | (_, Err(why)) => return fail(USAGE, &why),
    };
    let difference = Difference::between(&old, &new);
    let printed = match what.format {
        Format::Json => {
            let told = Told { old: edition(&old), new: edition(&new), difference: &difference };
            print(&(serde_json::to_string_pretty(&told).expect("it is plain data") + "\n"))
        }
        Format::Text => print(&text(&old, &new, &difference)),
    };
    if printed == DONE && !difference.is_empty() { FAILED } else { printed }
}

fn edition(bundle: &Bundle) -> Edition {
    Edition { briefing: bundle.manifest.id.clone(), edition: bundle.manifest.edition }
}

fn text(old: &Bundle, new: &Bundle, difference: &Difference) -> String {
    let mut page = Page::for_listing();
    page.entry(&format!(
        "{} edition {} → {} edition {}",
        old.manifest.id, old.manifest.edition, new.manifest.id, new.manifest.edition
    ));
    if old.manifest.id != new.manifest.id {
        page.entry("These are two briefings, not two editions of one.");
    }
    if difference.is_empty() {
        page.entry("Nothing differs.");
    }
    let parts = [
        ("Head", &difference.heading),
        ("Text", &difference.text),
        ("Figures", &difference.figures),
        ("Calls", &difference.calls),
    ];
    for (name, changes) in parts.into_iter().filter(|(_, changes)| !changes.is_empty()) {
        page.gap();
        page.row(name);
        for change in changes {
            page.entry(&format!("  {}{}", label(change), marked(change)));
        }
    }
    page.finish()
}

fn label(change: &Changed) -> String {
    if change.at.is_empty() { String::new() } else { format!("{}: ", change.at) }
}

/// `[-what was-]` and `{+what is+}` between what stayed, as `wdiff` marks them.
fn marked(change: &Changed) -> String {
    let mark = |words: Words| match words {
        Words::Same(words) => words,
        Words::Old(words) => format!("[-{words}-]"),
        Words::New(words) => format!("{{+{words}+}}"),
    };
    change.words().into_iter().map(mark).collect()
}
