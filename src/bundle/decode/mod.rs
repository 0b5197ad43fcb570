//! Tree → [`Briefing`]. Everything that is wrong is reported; everything that is right is kept.
//!
//! Each struct of the manifest is one table of fields ([`schema::Schema`]); each kind of value is
//! one [`Read`].

mod briefing;
mod leaves;
mod poll;
mod schema;
#[cfg(test)]
mod tests;
mod values;

use super::manifest::Briefing;
use super::ron_tree::{Kind, Node, Span, parse};
use super::rules::fault;
use super::spans::{FileIndex, Spans};
use crate::diagnostics::{Diagnostic, Report, nearest};
use crate::poll::{AnswerKind, Reported, SampleSize};

/// Reads a manifest as far as it can be read.
pub fn briefing(text: &str, deepest: usize, report: &mut Report<'_>) -> (Briefing, Spans) {
    let Some(root) = parse(text, 0..text.len(), deepest, report) else {
        let fault = fault("ron-syntax", "the manifest is empty").hint("write `Briefing(…)`");
        report.add_without_place(fault);
        return Default::default();
    };
    let mut reader = Reader { text, file: FileIndex::Manifest, report };
    let mut spans = Spans::new(FileIndex::Manifest, root.opening());
    let briefing = reader.read(&root, &mut spans).unwrap_or_default();
    (briefing, spans)
}

/// Reads a share from a table's cell: as in the manifest, or a bare number for a percent.
pub fn share(cell: &str) -> (Option<Reported>, Vec<Diagnostic>) {
    in_cell(cell, "a share is missing here", |reader, node| match node.kind {
        Kind::Number => reader.read(node, &mut Spans::default()).map(Reported::Percent),
        _ => reader.read(node, &mut Spans::default()),
    })
}

/// Reads a sample size from a table's cell, as in the manifest.
pub fn sample_size(cell: &str) -> (Option<SampleSize>, Vec<Diagnostic>) {
    // Commas are no thousands in RON.
    if let Some(people) = values::people_written(cell) {
        return (Some(SampleSize::Stated(people)), Vec::new());
    }
    in_cell(cell, "a number of people is missing here", |reader, node| {
        reader.read(node, &mut Spans::default())
    })
}

/// Reads a weighted or effective number of people from a table's cell, as in the manifest.
pub fn counted(cell: &str) -> (Option<f64>, Vec<Diagnostic>) {
    let (whole, decimals) = cell.split_once('.').unwrap_or((cell, "0"));
    let thousands =
        values::people_written(whole).filter(|_| decimals.bytes().all(|byte| byte.is_ascii_digit()));
    let plain =
        thousands.and_then(|whole| format!("{whole}.{decimals}").parse().ok()).filter(|people| *people > 0.0);
    if plain.is_some() {
        return (plain, Vec::new());
    }
    let (people, faults) = in_cell(cell, "a number of people is missing here", |reader, node| {
        values::counted(reader, node, &mut Spans::default())
    });
    (people.flatten(), faults)
}

/// Reads the kind of an answer from a table's cell: as in the manifest; an empty cell is a position,
/// and `Net` may stand alone.
pub fn kind(cell: &str) -> (Option<AnswerKind>, Vec<Diagnostic>) {
    match cell {
        "" => (None, Vec::new()),
        "Net" => (Some(AnswerKind::Net(Vec::new())), Vec::new()),
        _ => in_cell(cell, "a kind is missing here", |reader, node| reader.read(node, &mut Spans::default())),
    }
}

/// Reads a cell by itself. The faults' places are of the cell: its reader puts them into the table.
fn in_cell<T>(
    cell: &str,
    if_empty: &str,
    read: impl FnOnce(&mut Reader<'_, '_>, &Node) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    const DEEPEST: usize = 3;
    let mut report = Report::new("", cell);
    let value = if let Some(node) = parse(cell, 0..cell.len(), DEEPEST, &mut report) {
        read(&mut Reader { text: cell, file: FileIndex::Manifest, report: &mut report }, &node)
    } else {
        report.add_without_place(fault("table-value", if_empty));
        None
    };
    (value, report.finish())
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
    report: &'r mut Report<'t>,
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
        if arguments.len() > *count && arguments.iter().all(|node| node.kind == Kind::Number) {
            fault = fault.hint("numbers are written without commas: `2500`, not `2,500`");
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

/// Names in backticks, with commas between.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
