//! Structs as tables of fields, and the one function that reads them all.

use super::{Read, Reader, listed};
use crate::bundle::faults::fault;
use crate::bundle::ron_tree::{self, Kind, Node};
use crate::bundle::span::Span;
use crate::bundle::spans::Spans;
use crate::diagnostics::nearest;

/// A struct of the manifest.
pub struct Schema<T: 'static> {
    /// As it is written before the parenthesis.
    pub name: &'static str,
    /// In the order in which `FORMAT.md` has them.
    pub fields: &'static [Field<T>],
}

/// A field of a struct.
pub struct Field<T> {
    /// As it is written.
    pub name: &'static str,
    /// What follows if it is left out.
    pub need: Need,
    /// Reads the value into its place; `false` after a fault was reported.
    pub read: fn(&mut Reader<'_, '_>, &Node, &mut T, &mut Spans) -> bool,
}

/// What follows if a field is left out.
#[derive(Clone, Copy)]
pub enum Need {
    /// An error; the text is an example of its value.
    Required(&'static str),
    /// A warning: it has to be stated, or marked as not stated.
    Stated,
    /// Nothing (or a rule looks after it).
    Optional,
}

/// A field that has the same name in the manifest and in the struct.
macro_rules! field {
    ($name:ident, $need:expr) => {
        $crate::bundle::decode::schema::Field {
            name: stringify!($name),
            need: $need,
            read: |reader, node, item, spans| {
                reader.read(node, spans).is_some_and(|value| {
                    item.$name = value;
                    true
                })
            },
        }
    };
}
pub(super) use field;

/// The names of all structs, to tell a misplaced one from a misspelt one.
const NAMES: [&str; 9] =
    ["Briefing", "Source", "Poll", "Question", "Answer", "Figure", "Highlight", "Call", "Related"];

/// Reads a struct, field by field.
pub fn read_struct<T: Default>(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    schema: &Schema<T>,
    spans: &mut Spans,
) -> Option<T> {
    let written = fields(reader, node, schema)?;
    let mut item = T::default();
    let mut seen = vec![false; schema.fields.len()];
    spans.make_room(written.len());
    for field in written {
        let name = field.name.of(reader.text);
        let Some(index) = schema.fields.iter().position(|known| known.name == name) else {
            if let Some(meant) = unknown_field(reader, schema, field.name) {
                seen[meant] = true;
                spans.add_unreadable(schema.fields[meant].name, field.name);
            }
            continue;
        };
        let known = &schema.fields[index];
        if std::mem::replace(&mut seen[index], true) {
            let fault =
                fault("field-duplicate", format!("`{name}` is written twice in this `{}(…)`", schema.name))
                    .hint("take one out; the first counts");
            reader.add(fault, field.name);
            continue;
        }
        let mut inside = reader.spans(&field.value);
        if !(known.read)(reader, &field.value, &mut item, &mut inside) {
            spans.add_unreadable(known.name, field.value.opening());
        } else if field.value.kind != Kind::Name || field.value.span.of(reader.text) != "None" {
            spans.add_field(known.name, inside);
        }
    }
    // What is cut off in the middle was reported as such.
    if node.span.of(reader.text).ends_with(')') {
        let missing = schema.fields.iter().zip(seen).filter(|(_, seen)| !seen);
        missing.for_each(|(field, _)| missing_field(reader, node.opening(), schema.name, field));
    }
    Some(item)
}

/// The fields as they are written, if the node is such a struct.
fn fields<'n, T>(
    reader: &mut Reader<'_, '_>,
    node: &'n Node,
    schema: &Schema<T>,
) -> Option<&'n [ron_tree::Field]> {
    let expected = format!("`{}(…)`", schema.name);
    let (name, fields): (_, &[_]) = match &node.kind {
        Kind::Struct(name, fields) => (name, fields),
        Kind::Tuple(name, items) if items.is_empty() => (name, &[]),
        Kind::Tuple(_, _) => {
            let hint = format!("each value in `{}(…)` needs its name: `id: \"…\"`", schema.name);
            return reader.wrong_kind(&expected, node, Some(hint));
        }
        Kind::Map(_) => {
            let hint =
                format!("write `{}(id: …)` with parentheses, and names without quotation marks", schema.name);
            return reader.wrong_kind(&expected, node, Some(hint));
        }
        _ => return reader.wrong_kind(&expected, node, None),
    };
    let Some(name) = name else { return Some(fields) };
    let written = name.of(reader.text);
    if written == schema.name {
        return Some(fields);
    }
    if NAMES.contains(&written) {
        return reader.wrong_kind(&expected, node, None);
    }
    let fault = fault("variant-unknown", format!("expected `{}(…)`, found `{written}(…)`", schema.name));
    let fault = match nearest(written, [schema.name]) {
        Some(right) => fault.hint(format!("did you mean `{right}`?")),
        None => fault.hint(format!("write `{}(…)`", schema.name)),
    };
    reader.add(fault, *name);
    Some(fields)
}

/// Reports a field that there is not. Returns the index of the one that was meant, if that can be
/// told.
fn unknown_field<T>(reader: &mut Reader<'_, '_>, schema: &Schema<T>, name: Span) -> Option<usize> {
    let written = name.of(reader.text);
    let known = schema.fields.iter().map(|field| field.name);
    let meant = nearest(written, known.clone());
    let fault = fault("field-unknown", format!("`{}(…)` has no field `{written}`", schema.name));
    let fault = match meant {
        Some(right) => fault.hint(format!("did you mean `{right}`?")),
        None => fault.hint(format!("its fields are {}", listed(known))),
    };
    reader.add(fault, name);
    schema.fields.iter().position(|field| Some(field.name) == meant)
}

fn missing_field<T>(reader: &mut Reader<'_, '_>, at: Span, owner: &str, field: &Field<T>) {
    let name = field.name;
    match field.need {
        Need::Required(example) => {
            let fault = fault("field-missing", format!("`{owner}(…)` lacks the field `{name}`"))
                .hint(format!("add `{name}: {example}`"));
            reader.add(fault, at);
        }
        Need::Stated => {
            let fault = fault(
                "field-not-stated",
                format!("`{owner}(…)` neither states its `{name}` nor says `NotStated`"),
            )
            .hint(format!("write `{name}: …`, or `{name}: NotStated` where the source does not say"));
            reader.add(fault, at);
        }
        Need::Optional => {}
    }
}

/// Reads a struct by its table of fields.
macro_rules! read_by_schema {
    ($kind:ty, $schema:expr) => {
        impl $crate::bundle::decode::Read for $kind {
            fn read(
                reader: &mut $crate::bundle::decode::Reader<'_, '_>,
                node: &$crate::bundle::ron_tree::Node,
                spans: &mut $crate::bundle::spans::Spans,
            ) -> Option<Self> {
                $crate::bundle::decode::schema::read_struct(reader, node, &$schema, spans)
            }
        }
    };
}
pub(super) use read_by_schema;

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        let Kind::List(nodes) = &node.kind else {
            let hint = Some("write a list: `[…]`".to_owned());
            return reader.wrong_kind("a list", node, hint);
        };
        let mut items = Vec::with_capacity(nodes.len());
        for node in nodes {
            let mut inside = reader.spans(node);
            if let Some(item) = reader.read(node, &mut inside) {
                items.push(item);
                spans.add_element(inside);
            }
        }
        Some(items)
    }
}
