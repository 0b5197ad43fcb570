//! `show`: a briefing for the terminal or for another program.

use super::arguments::{Format, Show};
use super::faults::rendered;
use super::locate::locate_one;
use super::not_there::not_there;
use super::output::{FAILED, USAGE, fail, print, tell};
use super::{show_json, show_text};
use crate::bundle::{Bundle, Call, Found};
use crate::diagnostics::Severity;
use crate::library::address::Place;
use crate::notes::EditionText;

/// What a reference names.
enum Part<'b> {
    Found(Found<'b>),
    Call(&'b Call),
    /// By its place in the article.
    Block(usize),
}

/// The part of a briefing that a reference names, as exported notes and this program write it.
fn part<'b>(bundle: &'b Bundle, reference: &str) -> Option<Part<'b>> {
    match Place::of(reference) {
        Place::Figure(reference) => bundle.find(&reference).map(Part::Found),
        Place::Call(id) => bundle.manifest.calls.iter().find(|call| call.id == id).map(Part::Call),
        Place::Text(at) => {
            let block = EditionText::of(&bundle.article).line_at(at.start);
            Some(Part::Block(block)).filter(|_| block < bundle.article.blocks.len())
        }
    }
}

/// Prints the briefing, or what in it was named.
pub fn run(what: &Show) -> u8 {
    let located = match locate_one(&what.path) {
        Ok(located) => located,
        Err(why) => return fail(USAGE, &why),
    };
    let bundle = &located.bundle;
    let text = match (&located.reference, what.format) {
        (None, Format::Text) => show_text::whole(bundle),
        (None, Format::Json) => show_json::whole(bundle),
        (Some(reference), format) => match (part(bundle, reference), format) {
            (Some(Part::Found(found)), Format::Json) => show_json::one(&found),
            (Some(Part::Found(found)), Format::Text) => show_text::one(bundle, &found),
            (Some(Part::Call(call)), Format::Json) => show_json::one_call(call),
            (Some(Part::Call(call)), Format::Text) => show_text::call(bundle, call),
            (Some(Part::Block(index)), Format::Json) => show_json::one_block(bundle, index),
            (Some(Part::Block(index)), Format::Text) => show_text::block(bundle, index),
            (None, _) => {
                let calls = bundle.manifest.calls.iter().map(|call| format!("call:{}", call.id));
                let known: Vec<String> = bundle.references().into_iter().chain(calls).collect();
                return fail(USAGE, &not_there(bundle, "", reference, known.iter().map(String::as_str)));
            }
        },
    };
    let code = print(&text);
    let errors: Vec<_> =
        bundle.problems().iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    if errors.is_empty() {
        return code;
    }
    if what.format == Format::Text {
        tell(&rendered(&errors));
    }
    FAILED
}
