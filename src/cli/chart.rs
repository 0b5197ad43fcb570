//! `chart`: the chart of a question as a file.

use super::arguments::Chart;
use super::drawing::{format, tell_unset, write};
use super::faults::faults;
use super::locate::{Located, locate};
use super::not_there::{not_there, questions, questions_known, whole_poll};
use super::output::{DONE, FAILED, USAGE, fail, tell};
use crate::bundle::{Bundle, Found};
use crate::chart::Kind;
use crate::export::{QuestionExhibit, Studio, write_all};
use crate::poll::{Poll, Question};
use crate::text::counted;

/// Draws, or writes, what was asked for.
pub fn run(what: &Chart) -> u8 {
    if what.all {
        return all(what);
    }
    let (format, located) =
        match format(&what.to, what.format).and_then(|format| Ok((format, locate(&what.question)?))) {
            Ok(found) => found,
            Err(why) => return fail(USAGE, &why),
        };
    let exhibit = match question(&located).and_then(|found| exhibit(&located.bundle, found, what.kind)) {
        Ok(exhibit) => exhibit,
        Err(why) => return fail(USAGE, &why),
    };
    let written = write(&exhibit, &what.to, format, &what.looks);
    if written != DONE {
        return written;
    }
    faults(std::iter::once(&located.bundle), true)
}

/// Writes the charts of all questions.
fn all(what: &Chart) -> u8 {
    let located = match locate(&what.question) {
        Ok(Located { reference: Some(reference), .. }) => {
            return fail(USAGE, &format!("--all is of a whole briefing: leave #{reference} out"));
        }
        Ok(located) => located,
        Err(why) => return fail(USAGE, &why),
    };
    let Some(format) = what.format else {
        return fail(USAGE, "--all needs --format");
    };
    let mut studio = Studio::with_system_faces(what.looks.settings());
    match write_all(&located.bundle, &mut studio, format, &what.to) {
        Ok(count) => tell(&format!("{} written into {}\n", counted(count, "chart"), what.to.display())),
        Err(why) => return fail(FAILED, &why),
    }
    tell_unset(&studio);
    faults(std::iter::once(&located.bundle), true)
}

fn question(located: &Located) -> Result<(&Poll, &Question), String> {
    let Located { bundle, reference } = located;
    let name = bundle.name();
    let Some(reference) = reference else {
        return Err(format!(
            "{name} is a whole briefing: name a question of it, {name}#POLL/QUESTION.{}",
            questions_known(bundle)
        ));
    };
    match bundle.find(reference) {
        Some(Found::Question { poll, question } | Found::Answer { poll, question, .. }) => {
            Ok((poll, question))
        }
        Some(Found::Poll(poll)) => match poll.questions.as_slice() {
            [question] => Ok((poll, question)),
            _ => Err(whole_poll(bundle, poll)),
        },
        Some(Found::Figure(_)) => Err(format!(
            "{name}#{reference} is one number, and a chart is of a question.{}",
            questions_known(bundle)
        )),
        None => {
            let questions = questions(bundle);
            Err(not_there(bundle, "question ", reference, questions.iter().map(String::as_str)))
        }
    }
}

fn exhibit<'b>(
    bundle: &'b Bundle,
    (poll, question): (&'b Poll, &'b Question),
    kind: Option<Kind>,
) -> Result<QuestionExhibit<'b>, String> {
    let exhibit = QuestionExhibit::new(bundle, poll, question, kind);
    let why = match kind.filter(|kind| !exhibit.suits(*kind)) {
        Some(Kind::Stacked) => {
            format!("cannot be stacked: {}", exhibit.why_not_stacked().unwrap_or_default())
        }
        Some(Kind::Diverging) => exhibit.why_not_stacked().map_or_else(
            || {
                "has no two sides: that takes a whole set of answers, each a number, as many against as for \
                 or with a neutral one between"
                    .to_owned()
            },
            |why| format!("cannot be parted in two sides: {why}"),
        ),
        Some(Kind::Bars) | None => return Ok(exhibit),
    };
    Err(format!("{}#{}/{} {why}. Use --kind bars.", bundle.name(), poll.id, question.id))
}
