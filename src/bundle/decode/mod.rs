//! Tree → [`Briefing`]. Everything that is wrong is reported; everything that is right is kept.
//!
//! Each struct of the manifest is one table of fields ([`schema::Schema`]); each kind of value is
//! one [`Read`].

mod advice;
mod briefing;
mod cells;
mod leaves;
mod poll;
mod printed;
mod schema;
#[cfg(test)]
mod tests;
mod values;

use super::faults::fault;
use super::manifest::Briefing;
use super::ron_tree::{Kind, Node, Parsed, parse};
use super::span::Span;
use super::spans::{FileIndex, Spans};
use crate::diagnostics::{Diagnostic, Report, nearest};
use crate::poll::printed::{Printed, numeral};

pub use cells::{counted, kind, sample_size, share};

/// A manifest as far as it could be read.
#[derive(Debug, Default)]
pub struct Manifest {
    /// What it says.
    pub briefing: Briefing,
    /// Where.
    pub spans: Spans,
    /// Whether nothing of its text was left out. Values in it may be wrong all the same.
    pub is_whole: bool,
}

/// Reads a manifest as far as it can be read.
pub fn briefing(text: &str, deepest: usize, report: &mut Report<'_>) -> Manifest {
    let Parsed { root: Some(root), is_whole } = parse(text, 0..text.len(), deepest, report) else {
        let fault = fault("ron-syntax", "the manifest is empty").hint("write `Briefing(…)`");
        report.add_without_place(fault);
        return Manifest::default();
    };
    let mut reader = Reader { text, file: FileIndex::Manifest, is_cell: false, report };
    let mut spans = Spans::new(FileIndex::Manifest, root.opening());
    let briefing = reader.read(&root, &mut spans);
    let is_whole = is_whole && briefing.is_some();
    Manifest { briefing: briefing.unwrap_or_default(), spans, is_whole }
}

/// A kind of value that can be read from a node.
trait Read: Sized {
    /// Reads it; `spans` has the node's own place and takes up those of the parts. `None` after a
    /// fault was reported.
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self>;
}

/// What reading needs to know.
struct Reader<'r, 't> {
    text: &'r str,
    file: FileIndex,
    /// Whether it is a cell of a table, where numbers may stand as they are printed.
    is_cell: bool,
    report: &'r mut Report<'t>,
}

impl<'r, 't> Reader<'r, 't> {
    fn of_cell(cell: &'r str, report: &'r mut Report<'t>) -> Reader<'r, 't> {
        Reader { text: cell, file: FileIndex::Manifest, is_cell: true, report }
    }
}

impl<'r> Reader<'r, '_> {
    fn read<T: Read>(&mut self, node: &Node, spans: &mut Spans) -> Option<T> {
        T::read(self, node, spans)
    }

    fn spans(&self, node: &Node) -> Spans {
        Spans::new(self.file, node.opening())
    }

    fn add(&mut self, fault: Diagnostic, span: Span) {
        self.report.add(fault, span.range());
    }

    /// Reports a value of a wrong kind, unless that was reported as it was parsed.
    fn wrong_kind<T>(&mut self, expected: &str, node: &Node, hint: Option<String>) -> Option<T> {
        if node.kind != Kind::Broken {
            let found = self.described(node);
            let mut fault = fault("wrong-kind", format!("expected {expected}, found {found}"));
            fault.hints.extend(hint);
            self.add(fault, node.opening());
        }
        None
    }

    fn described(&self, node: &Node) -> String {
        match &node.kind {
            Kind::Text | Kind::LooseText(_) => "a string".to_owned(),
            Kind::Other => "a character or bytes".to_owned(),
            Kind::Number => format!("the number {}", node.span.of(self.text)),
            Kind::AsPrinted => format!("`{}`", node.span.of(self.text)),
            Kind::Name => format!("the name `{}`", node.span.of(self.text)),
            Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _) => {
                format!("`{}(…)`", name.of(self.text))
            }
            Kind::Tuple(None, _) | Kind::Struct(None, _) => "a group in parentheses".to_owned(),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "a group in braces".to_owned(),
            Kind::Broken => "something unreadable".to_owned(),
        }
    }

    /// Reads a name with plain values in parentheses, one of `variants` (each with the number of
    /// its values).
    fn variant<'n>(
        &mut self,
        node: &'n Node,
        expected: &str,
        variants: &[(&'static str, usize)],
    ) -> Option<(&'static str, &'n [Node])> {
        let (written, arguments): (&'r str, &[Node]) = match &node.kind {
            Kind::Name => (node.span.of(self.text), &[]),
            Kind::Tuple(Some(name), arguments) => (name.of(self.text), arguments),
            Kind::Text | Kind::AsPrinted => {
                let inside = joined(node.span.of(self.text));
                let meant = variants.iter().find(|(name, count)| *count == 0 && joined(name) == inside);
                let hint = meant.map(|(name, _)| format!("write `{name}`, without quotation marks"));
                return self.wrong_kind(expected, node, hint);
            }
            _ => return self.wrong_kind(expected, node, None),
        };
        let Some((name, count)) = variants.iter().find(|(name, _)| *name == written) else {
            self.unknown_variant(node, written, variants);
            return None;
        };
        if arguments.len() == *count {
            return Some((name, arguments));
        }
        let holds = match count {
            0 => format!("`{name}` stands alone, without parentheses"),
            1 => format!("`{name}(…)` holds one value, found {}", arguments.len()),
            _ => format!("`{name}(…)` holds {count} values, found {}", arguments.len()),
        };
        let mut fault = fault("wrong-kind", holds);
        if *name == "Dates"
            && let [day] = arguments
        {
            let day = day.span.of(self.text);
            fault = fault.hint(format!("a single day is the first and the last: `Dates({day}, {day})`"));
        }
        if let [argument] = arguments
            && let Printed::Range(low, high) = Printed::read(argument.span.of(self.text))
        {
            fault = fault.hint(format!("write `{name}({}, {})`", low.value, high.value));
        }
        if arguments.len() > *count
            && let (Some(first), Some(last)) = (arguments.first(), arguments.last())
        {
            let inside = Span { start: first.span.start, end: last.span.end }.of(self.text);
            let meant = numeral(inside).filter(|number| number.length == inside.len() && *count == 1);
            fault.hints.extend(match meant {
                Some(number) if number.value.is_nan() => None,
                Some(number) => {
                    Some(format!("numbers have no commas inside: write `{name}({})`", number.value))
                }
                None if arguments.iter().all(|node| node.kind == Kind::Number) => {
                    Some("numbers have no commas inside: `2500`, `62.5`".to_owned())
                }
                None => None,
            });
        }
        self.add(fault, node.span);
        None
    }

    fn unknown_variant(&mut self, node: &Node, written: &str, variants: &[(&'static str, usize)]) {
        let names = variants.iter().map(|(name, _)| *name);
        let fault = fault("variant-unknown", format!("`{written}` is not one of the names allowed here"));
        let fault = match nearest(written, names.clone()) {
            Some(name) => fault.hint(format!("did you mean `{name}`?")),
            None => fault.hint(format!("allowed here: {}", listed(names))),
        };
        self.add(fault, node.opening());
    }
}

/// Letters and digits alone, in lower case: `NotStated`, `not stated` and `Not-stated` are the same.
pub fn joined(written: &str) -> String {
    written.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Names in backticks, with commas between.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
