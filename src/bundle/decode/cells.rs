//! A table's cells: values as in the manifest, or as they are printed.

use super::printed::Wanted;
use super::{Reader, values};
use crate::bundle::faults::fault;
use crate::bundle::ron_tree::{Kind, Node, parse};
use crate::bundle::span::Span;
use crate::bundle::spans::Spans;
use crate::diagnostics::{Diagnostic, Report, nearest};
use crate::poll::printed::Printed;
use crate::poll::{AnswerKind, Reported, SampleSize};

/// Reads a share from a table's cell: as in the manifest, or a bare number for a percent.
pub fn share(cell: &str) -> (Option<Reported>, Vec<Diagnostic>) {
    if cell.is_empty() {
        let fault = fault("table-value", "a share is missing here")
            .hint("write `NotReported` where the source gives no number");
        return (None, vec![fault]);
    }
    in_cell(cell, Wanted::ShareInCell, |reader, node| match node.kind {
        Kind::AsPrinted => reader.printed(node, Wanted::ShareInCell).map(Reported::Percent),
        _ => reader.read(node, &mut Spans::default()),
    })
}

/// Reads a sample size from a table's cell, as in the manifest.
pub fn sample_size(cell: &str) -> (Option<SampleSize>, Vec<Diagnostic>) {
    in_cell(cell, Wanted::People, |reader, node| reader.read(node, &mut Spans::default()))
}

/// Reads a weighted or effective number of people from a table's cell, as in the manifest.
pub fn counted(cell: &str) -> (Option<f64>, Vec<Diagnostic>) {
    if cell == "NotStated" {
        return (None, Vec::new());
    }
    let (people, faults) = in_cell(cell, Wanted::Alone, values::counted);
    (people.flatten(), faults)
}

/// Reads the kind of an answer from a table's cell: as in the manifest; an empty cell is a position,
/// and `Net` may stand alone.
pub fn kind(cell: &str) -> (Option<AnswerKind>, Vec<Diagnostic>) {
    match cell {
        "" => (None, Vec::new()),
        "Net" => (Some(AnswerKind::Net(Vec::new())), Vec::new()),
        _ if is_form(cell) => parsed(cell, |reader, node| reader.read(node, &mut Spans::default())),
        _ => {
            let fault = fault("table-value", format!("`{cell}` is not a kind of answer"))
                .hint("write `Neutral`, `DontKnow` or `Net`, or leave the cell empty");
            (None, vec![fault])
        }
    }
}

/// Whether a cell is a name alone, or a name and what stands in parentheses behind it.
fn is_form(cell: &str) -> bool {
    let behind = cell.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
    let behind = behind.trim_start();
    behind.is_empty() || behind.starts_with('(') && (behind.ends_with(')') || !behind.contains(')'))
}

/// Reads a cell that holds a number, or one of the manifest's forms of one: a name alone or with
/// parentheses. Anything else is what is printed there, whatever RON would make of it.
fn in_cell<T>(
    cell: &str,
    wanted: Wanted,
    read: impl FnOnce(&mut Reader<'_, '_>, &Node) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let name = cell.find(|sign: char| !sign.is_ascii_alphanumeric()).map_or(cell, |end| &cell[..end]);
    let is_near = nearest(name, forms(wanted)).is_some();
    let is_named = if cell[name.len()..].trim_start().is_empty() {
        is_near && Printed::read(cell) == Printed::Words
    } else {
        let is_name = name.starts_with(|sign: char| sign.is_ascii_uppercase());
        (is_name || is_near) && cell.matches(')').count() < 2
    };
    if is_named && is_form(cell) {
        return parsed(cell, read);
    }
    let mut report = Report::new("", cell);
    let node = Node { span: Span::new(0, cell.len()), kind: Kind::AsPrinted };
    let value = read(&mut Reader::of_cell(cell, &mut report), &node);
    (value, report.finish())
}

/// The names of the forms that a number of a kind may have.
fn forms(wanted: Wanted) -> impl Iterator<Item = &'static str> {
    let names: &[(&str, usize)] = match wanted {
        Wanted::Share | Wanted::ShareInCell => &values::SHARES,
        Wanted::Amount => &values::AMOUNTS,
        Wanted::People => &values::SAMPLE_SIZES,
        Wanted::Alone => &[],
    };
    names.iter().map(|(name, _)| *name)
}

/// Reads a cell by itself. The faults' places are of the cell: its reader puts them into the table.
fn parsed<T>(
    cell: &str,
    read: impl FnOnce(&mut Reader<'_, '_>, &Node) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    const DEEPEST: usize = 3;
    let mut report = Report::new("", cell);
    let value = if let Some(node) = parse(cell, 0..cell.len(), DEEPEST, &mut report).root {
        read(&mut Reader::of_cell(cell, &mut report), &node)
    } else {
        None
    };
    (value, report.finish())
}
