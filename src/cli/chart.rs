//! `chart`: the chart of a question as a file.

use std::path::Path;

use super::arguments::{Chart, FormatChoice, KindChoice};
use super::compare;
use super::locate::{Located, locate};
use super::output::{DONE, FAILED, USAGE, fail, print};
use crate::bundle::{Bundle, Found};
use crate::chart::Kind;
use crate::diagnostics::nearest;
use crate::export::{Exhibit, Format, QuestionExhibit, Settings, Studio, write_whole};
use crate::poll::{Poll, Question};

/// Standard output, by the name it has everywhere.
const OUTPUT: &str = "-";

/// Draws, or writes, what was asked for.
pub fn run(what: &Chart) -> u8 {
    let (format, located) = match format(what).and_then(|format| Ok((format, locate(&what.question)?))) {
        Ok(found) => found,
        Err(why) => return fail(USAGE, &why),
    };
    let exhibit = match question(&located).and_then(|found| exhibit(&located.bundle, found, what.kind)) {
        Ok(exhibit) => exhibit,
        Err(why) => return fail(USAGE, &why),
    };
    let written = write(what, format, &exhibit);
    if written != DONE {
        return written;
    }
    compare::faults(std::iter::once(&located.bundle), true)
}

fn write(what: &Chart, format: Format, exhibit: &dyn Exhibit) -> u8 {
    let settings = Settings {
        theme: what.theme.name(),
        width: what.width,
        text_size: what.text_size,
        scale: what.scale,
    };
    let content = match Studio::new(settings).make(exhibit, format) {
        Ok(content) => content,
        Err(why) => return fail(FAILED, &format!("{why}.")),
    };
    if what.to == Path::new(OUTPUT) {
        let text = String::from_utf8(content).expect("only text is written to the output");
        return print(text.trim_start_matches('\u{feff}'));
    }
    write_whole(&what.to, &content).map_or_else(|why| fail(FAILED, &why), |()| DONE)
}

/// What the file's name, or `--format`, asks for.
fn format(what: &Chart) -> Result<Format, String> {
    let asked = what.format.map(FormatChoice::format);
    let to = what.to.display();
    if what.to == Path::new(OUTPUT) {
        return match asked {
            Some(format) if format.is_text() => Ok(format),
            Some(_) => Err("a picture cannot be printed: name a file with --to".to_owned()),
            None => Err("--to - prints the chart: say as what with --format svg, csv, md or html".to_owned()),
        };
    }
    let named = Format::of(&what.to);
    match (named, asked) {
        (Some(named), Some(asked)) if named != asked => {
            Err(format!("`{to}` is no name for a file of --format {}: let it end in .{0}", asked.ending()))
        }
        (_, Some(asked)) => Ok(asked),
        (Some(named), None) => Ok(named),
        (None, None) => {
            let endings = Format::ALL.map(|format| format!(".{}", format.ending())).join(", ");
            Err(format!("`{to}` does not say what to write: let its name end in one of {endings}"))
        }
    }
}

fn question(located: &Located) -> Result<(&Poll, &Question), String> {
    let Located { bundle, reference } = located;
    let name = bundle.name();
    let Some(reference) = reference else {
        return Err(format!(
            "{name} is a whole briefing: name a question of it, {name}#POLL/QUESTION.{}",
            known(bundle)
        ));
    };
    match bundle.find(reference) {
        Some(Found::Question { poll, question } | Found::Answer { poll, question, .. }) => {
            Ok((poll, question))
        }
        Some(Found::Poll(poll)) => match poll.questions.as_slice() {
            [question] => Ok((poll, question)),
            questions => {
                let questions: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
                let questions = questions.join(", ");
                Err(format!("{name}#{reference} is a whole poll: name one of its questions ({questions})."))
            }
        },
        Some(Found::Figure(_)) => {
            Err(format!("{name}#{reference} is one number, and a chart is of a question.{}", known(bundle)))
        }
        None => {
            let questions = questions(bundle);
            let near = nearest(reference, questions.iter().map(String::as_str));
            let hint = near.map_or_else(|| known(bundle), |near| format!(" Did you mean {near}?"));
            Err(format!("{name} has no question {reference}.{hint}"))
        }
    }
}

fn exhibit<'b>(
    bundle: &'b Bundle,
    (poll, question): (&'b Poll, &'b Question),
    kind: Option<KindChoice>,
) -> Result<QuestionExhibit<'b>, String> {
    let exhibit = QuestionExhibit::new(bundle, poll, question, kind.map(KindChoice::kind));
    if kind == Some(KindChoice::Stacked) && !exhibit.can_stack() {
        return Err(format!(
            "{}#{}/{} cannot be stacked: that takes several answers, one given by each person, each with \
             something certain about it. Use --kind bars.",
            bundle.name(),
            poll.id,
            question.id
        ));
    }
    Ok(exhibit)
}

fn questions(bundle: &Bundle) -> Vec<String> {
    let of = |poll: &Poll| {
        let id = poll.id.clone();
        let names = poll.questions.iter().map(move |question| format!("{id}/{}", question.id));
        names.collect::<Vec<_>>()
    };
    bundle.manifest.polls.iter().flat_map(of).collect()
}

/// " It has: …", as many as one takes in.
fn known(bundle: &Bundle) -> String {
    let questions = questions(bundle);
    match questions.len() {
        0 => " It has no questions.".to_owned(),
        1..=MOST_NAMED => format!(" It has {}.", questions.join(", ")),
        count => {
            let more = count - MOST_NAMED;
            format!(" It has {} and {more} more.", questions[..MOST_NAMED].join(", "))
        }
    }
}

const MOST_NAMED: usize = 8;

impl KindChoice {
    fn kind(self) -> Kind {
        match self {
            KindChoice::Bars => Kind::Bars,
            KindChoice::Stacked => Kind::Stacked,
        }
    }
}

impl FormatChoice {
    fn format(self) -> Format {
        match self {
            FormatChoice::Svg => Format::Svg,
            FormatChoice::Png => Format::Png,
            FormatChoice::Pdf => Format::Pdf,
            FormatChoice::Csv => Format::Csv,
            FormatChoice::Md => Format::Markdown,
            FormatChoice::Html => Format::Html,
        }
    }
}
