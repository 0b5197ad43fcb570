//! A comparison as a small file: RON that people can read, and whose faults have a place and a hint.

use std::path::Path;

use ron::value::RawValue;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Other, Recipe};
use crate::diagnostics::{Diagnostic, Severity, nearest};
use crate::disk::ron_reason;
use crate::library::fields::{Fields, line};
use crate::poll::comparison::Order;
use crate::poll::grouped;
use crate::poll::stats::WhatIf;

/// The ending of its files, without the dot.
pub const ENDING: &str = "comparison";
/// The format's number.
pub const FORMAT: u32 = 1;

/// No comparison that a person made is longer, in bytes.
const LONGEST: usize = 1_000_000;

/// The struct's name in the file.
const NAME: &str = "Comparison";

#[derive(Serialize, Deserialize)]
#[serde(rename = "Comparison")]
struct File {
    format: u32,
    name: String,
    figures: Vec<String>,
    #[serde(default, deserialize_with = "known_order")]
    order: Order,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    baseline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assume_n: Option<u64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    drawn_as: String,
}

/// What of a file is read first: later formats have fields that this program does not know.
#[derive(Deserialize)]
#[serde(rename = "Comparison")]
struct Head {
    format: u32,
}

/// The names of its fields.
pub const FIELDS: [&str; 7] = ["format", "name", "figures", ORDER, "baseline", "assume_n", "drawn_as"];
/// The field of the order.
pub const ORDER: &str = "order";

/// An order that only another version knows is the usual one; what is written stays in [`Recipe::others`].
fn known_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Order, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    Ok(raw.into_rust().unwrap_or_default())
}

/// What this version does not understand of a file that it can read.
fn others(text: &str) -> Vec<Other> {
    let (fields, _) = Fields::read_as(NAME, text);
    let not_understood = |name: &&str| {
        let raw = fields.raw(name).unwrap_or_default();
        if *name == ORDER { ron::from_str::<Order>(raw).is_err() } else { !FIELDS.contains(name) }
    };
    let other =
        |name: &str| Other { name: name.to_owned(), raw: fields.raw(name).unwrap_or_default().to_owned() };
    fields.names().filter(not_understood).map(other).collect()
}

/// Whether a path names a comparison's file.
#[must_use]
pub fn is_comparison(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// The comparison as a file's text.
#[must_use]
pub fn write(recipe: &Recipe) -> String {
    let Recipe { name, figures, order, baseline, assume_n, drawn_as, others } = recipe.clone();
    let file = File { format: FORMAT, name, figures, order, baseline, assume_n, drawn_as };
    // Else RON ends lines as the system does, and one comparison is two files.
    let pretty = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .struct_names(true)
        .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
    let mut text = ron::ser::to_string_pretty(&file, pretty).expect("words and numbers can be written");
    let chosen = |other: &&Other| other.name != ORDER || order == Order::default();
    let kept: Vec<&Other> = others.iter().filter(chosen).collect();
    if kept.iter().any(|other| other.name == ORDER) {
        text = text.replace(&format!("    {ORDER}: {:?},\n", Order::default()), "");
    }
    let end = text.rfind(')').unwrap_or(text.len());
    let lines: String = kept.iter().map(|other| line(&other.name, &other.raw) + "\n").collect();
    text.insert_str(end, &lines);
    text.trim_end().to_owned() + "\n"
}

/// Reads a comparison; `file` is its name for the person.
///
/// # Errors
/// What is wrong with it, each fault with its place and a hint.
pub fn read(file: &Path, bytes: &[u8]) -> Result<Recipe, Vec<Diagnostic>> {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let fault = |message: String| Diagnostic::new("comparison-unreadable", Severity::Error, message);
    if bytes.len() > LONGEST {
        let long = fault("the file is too large for a comparison".to_owned());
        return Err(vec![long.in_file(name).hint("is it another kind of file?")]);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(vec![
            fault("the file is not text".to_owned()).in_file(name).hint("is it another kind of file?"),
        ]);
    };
    let text = text.trim_start_matches('\u{feff}');
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    if let Ok(Head { format }) = options.from_str::<Head>(text)
        && format > FORMAT
    {
        let newer = format!("format {format} is newer than this program, which knows {FORMAT}");
        return Err(vec![fault(newer).in_file(name).hint("a newer Briefing Reader opens it")]);
    }
    let others = others(text);
    let found: File = options.from_str(text).map_err(|why| {
        if let Some((misspelt, meant)) = misspelt(&why.code, &others) {
            let at = text.find(&format!("{misspelt}:")).unwrap_or_default();
            let unknown =
                fault(format!("there is no field `{misspelt}`")).at(&name, text, at..at + misspelt.len());
            return vec![unknown.hint(format!("did you mean `{meant}`?"))];
        }
        let at = byte_at(text, why.span.start.line, why.span.start.col);
        let to = byte_at(text, why.span.end.line, why.span.end.col).max(at);
        let fault = fault(ron_reason(&why.code)).at(&name, text, at..to);
        vec![match hint(&why.code) {
            Some(hint) => fault.hint(hint),
            None => fault.hint(format!("known fields are: {}", FIELDS.join(", "))),
        }]
    })?;
    let mut faults = Vec::new();
    for figure in found.figures.iter().chain(&found.baseline) {
        if let Err(why) = well_formed(figure) {
            let at = text.find(figure.as_str()).unwrap_or_default();
            let wrong = fault(format!("`{figure}` {why}")).at(&name, text, at..at + figure.len());
            faults.push(wrong.hint("a figure is written briefing#poll/question/answer"));
        }
    }
    if let Some(people) = found.assume_n.filter(|people| WhatIf::new(*people).is_none()) {
        let at = text.find("assume_n").unwrap_or_default();
        let what = if people == 0 { "a sample of nobody" } else { "a sample of more people than there are" };
        let wrong = fault(what.to_owned()).at(&name, text, at..at + "assume_n".len());
        let most = grouped(WhatIf::MOST);
        faults.push(wrong.hint(format!("assume 1 to {most}, or leave the field out")));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let File { name, figures, order, baseline, assume_n, drawn_as, .. } = found;
    Ok(Recipe { name, figures, order, baseline, assume_n, drawn_as, others })
}

/// The unknown field that a missing one was written as.
fn misspelt<'o>(code: &ron::Error, others: &'o [Other]) -> Option<(&'o str, String)> {
    let ron::Error::MissingStructField { field, .. } = code else { return None };
    let near = nearest(field, others.iter().map(|other| other.name.as_str()))?;
    Some((near, field.to_string()))
}

fn well_formed(figure: &str) -> Result<(), &'static str> {
    let (briefing, local) = figure.split_once('#').ok_or("names no briefing")?;
    let parts: Vec<&str> = local.split('/').collect();
    if briefing.is_empty() || parts.len() != 3 || parts.iter().any(|part| part.is_empty()) {
        return Err("names no answer of a poll");
    }
    Ok(())
}

fn hint(code: &ron::Error) -> Option<String> {
    match code {
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            Some(match nearest(found, expected.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known are: {}", expected.join(", ")),
            })
        }
        ron::Error::MissingStructField { field, .. } => Some(format!("write `{field}: …,`")),
        ron::Error::ExpectedStringEnd => Some("the words that begin here lack their closing `\"`".to_owned()),
        ron::Error::Eof => Some("the file ends too early: was all of it copied?".to_owned()),
        _ => None,
    }
}

/// The byte of a line and column, both from 1; columns are characters.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start.min(text.len())..];
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    start + within
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        Recipe {
            name: "Before and “if safe”".to_owned(),
            figures: vec!["a#p/q/x".to_owned(), "b#p/q/y".to_owned()],
            order: Order::Value,
            baseline: Some("a#p/q/x".to_owned()),
            assume_n: Some(1000),
            drawn_as: "dots".to_owned(),
            others: Vec::new(),
        }
    }

    fn faults(text: &str) -> Vec<(usize, String, String)> {
        let found = read(Path::new("dir/my.comparison"), text.as_bytes()).unwrap_err();
        let line = |fault: &Diagnostic| fault.place.as_ref().map_or(0, |place| place.line);
        assert!(found.iter().all(|fault| fault.file == "my.comparison" && !fault.hints.is_empty()));
        found.iter().map(|fault| (line(fault), fault.message.clone(), fault.hints.join(" "))).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = write(&recipe());
        assert_eq!(read(Path::new("x"), text.as_bytes()).unwrap(), recipe(), "{text}");
        let plain =
            Recipe { name: "Plain".to_owned(), figures: vec!["a#p/q/x".to_owned()], ..Recipe::default() };
        assert_eq!(read(Path::new("x"), write(&plain).as_bytes()).unwrap(), plain);
        let marked = format!("\u{feff}{text}");
        assert_eq!(read(Path::new("x"), marked.as_bytes()).unwrap(), recipe(), "a byte order mark");
    }

    #[test]
    fn a_fault_has_its_line_and_a_hint() {
        let text = write(&recipe());
        let misspelt = faults(&text.replace("figures:", "figure:"));
        assert_eq!(
            (misspelt[0].0, misspelt[0].2.as_str()),
            (5, "did you mean `figures`?"),
            "{misspelt:?}\n{text}"
        );
        let figure = faults(&text.replace("\"b#p/q/y\"", "\"b/q/y\""));
        assert_eq!(figure[0].1, "`b/q/y` names no briefing");
        assert!(faults(&text.replace("1000", "0"))[0].1.contains("nobody"));
        assert!(faults(&text.replace("1000", "99999999999999"))[0].1.contains("more people than there are"));
        assert!(faults(&text.replace("format: 1", "format: 9"))[0].1.contains("newer"));
        let unheard_of =
            text.replace("format: 1", "format: 9").replace("name:", "depth: 3, layers: [(a: 1)], name:");
        assert!(faults(&unheard_of)[0].1.contains("newer"), "whatever else it says");
        assert!(faults("Comparison(format: 1, name: \"x")[0].2.contains("lack their closing"));
        assert!(faults("Comparison(format: 1,")[0].2.contains("ends too early"));
        assert!(faults("")[0].1.len() > 3);
    }

    #[test]
    fn what_another_version_wrote_is_said_and_kept_when_it_is_saved_again() {
        let text = write(&recipe())
            .replace("order: Value", "order: Sideways(by: \"n\")")
            .replace("drawn_as:", "layers: [(a: 1, b: Deep(\"x, y)\"))],\n    drawn_as:");
        let found = read(Path::new("x"), text.as_bytes()).unwrap();
        assert_eq!((found.order, found.figures.len(), found.assume_n), (Order::Chosen, 2, Some(1000)));
        assert_eq!(
            found.not_understood(),
            [
                "“Sideways(by: \"n\")” is no known order; the figures stand as they were chosen. It is kept \
                 until you choose another.",
                "This comparison has a field “layers” that this version does not know; it is kept as it is.",
            ]
        );
        let again = write(&Recipe { name: "Renamed".to_owned(), ..found.clone() });
        for kept in ["order: Sideways(by: \"n\"),", "layers: [(a: 1, b: Deep(\"x, y)\"))],", "\"Renamed\""] {
            assert!(again.contains(kept), "{again}");
        }
        assert_eq!(again.matches("order:").count(), 1, "{again}");
        assert_eq!(
            read(Path::new("x"), again.as_bytes()).unwrap(),
            Recipe { name: "Renamed".to_owned(), ..found.clone() }
        );
        let chosen = Recipe { order: Order::Date, ..found };
        assert_eq!(chosen.not_understood().len(), 1);
        let again = write(&chosen);
        assert!(again.contains("order: Date,") && !again.contains("Sideways"), "{again}");
    }

    #[test]
    fn a_misspelt_word_is_kept_and_what_was_meant_is_said() {
        let text = write(&recipe()).replace("order: Value", "ordr: Value");
        let told = read(Path::new("x"), text.as_bytes()).unwrap().not_understood();
        assert!(told[0].contains("“ordr”") && told[0].contains("perhaps “order”"), "{told:?}");
        let text = write(&recipe()).replace("order: Value", "order: Valu");
        let told = read(Path::new("x"), text.as_bytes()).unwrap().not_understood();
        assert!(told[0].contains("“Valu” is no known order (perhaps “Value”)"), "{told:?}");
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        let found = read(Path::new("x.comparison"), &[0xff, 0xfe, 0]).unwrap_err();
        assert_eq!(found[0].message, "the file is not text");
        let long = vec![b' '; LONGEST + 1];
        assert!(read(Path::new("x"), &long).unwrap_err()[0].message.contains("too large"));
    }
}
