//! `show`: a briefing for the terminal or for another program.

use super::arguments::Show;
use super::faults::rendered;
use super::format::Format;
use super::locate::locate_one;
use super::not_there::not_there;
use super::output::{FAILED, USAGE, fail, print, tell};
use super::{show_json, show_text};
use crate::diagnostics::Severity;

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
        (Some(reference), format) => match bundle.find(reference) {
            Some(found) if format == Format::Json => show_json::one(&found),
            Some(found) => show_text::one(bundle, &found),
            None => {
                let known = bundle.references();
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
