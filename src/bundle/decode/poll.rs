//! The fields of a poll, its questions and their answers.

use super::Reader;
use super::schema::Need::{Optional, Required, Stated};
use super::schema::{Field, Schema, field, read_by_schema};
use super::values;
use crate::bundle::ron_tree::{Kind, Node};
use crate::bundle::spans::Spans;
use crate::poll::{Answer, Poll, Question};

const ID: &str = "\"…\" (lower-case letters, digits and hyphens)";
const TEXT: &str = "\"…\"";

/// A weighted or effective number of people, which need not be stated.
macro_rules! counted {
    ($name:ident) => {
        crate::bundle::decode::schema::Field {
            name: stringify!($name),
            need: Optional,
            read: |reader, node, item, _| {
                values::counted(reader, node).is_some_and(|people| {
                    item.$name = people;
                    true
                })
            },
        }
    };
}

/// What a poll has to disclose is optional here: the rule `poll-undisclosed` looks after it.
pub(super) const POLL: Schema<Poll> = Schema {
    name: "Poll",
    fields: &[
        field!(id, Required(ID)),
        field!(title, Optional),
        field!(pollster, Optional),
        field!(commissioned_by, Optional),
        field!(population, Optional),
        field!(sample_size, Optional),
        counted!(weighted_n),
        counted!(effective_n),
        field!(fieldwork, Optional),
        field!(mode, Optional),
        field!(weighting, Optional),
        field!(margin_of_error, Optional),
        field!(tables, Optional),
        field!(source, Required("\"…\" (a source's id)")),
        field!(subgroup_of, Optional),
        field!(table, Optional),
        field!(note, Optional),
        field!(for_reference, Optional),
        field!(questions, Optional),
    ],
};
read_by_schema!(Poll, POLL);

pub(super) const QUESTION: Schema<Question> = Schema {
    name: "Question",
    fields: &[
        field!(id, Required(ID)),
        field!(topic, Optional),
        field!(title, Required(TEXT)),
        Field { name: "wording", need: Stated, read: wording },
        field!(base, Stated),
        field!(n, Optional),
        counted!(weighted_n),
        counted!(effective_n),
        field!(choice, Optional),
        field!(source, Optional),
        field!(note, Optional),
        field!(for_reference, Optional),
        field!(answers, Required("[Answer(…)]")),
    ],
};
read_by_schema!(Question, QUESTION);

/// A wording, or the question that was put in the same words.
fn wording(reader: &mut Reader<'_, '_>, node: &Node, item: &mut Question, spans: &mut Spans) -> bool {
    match &node.kind {
        Kind::Tuple(Some(name), parts) if name.of(reader.text) == "SameAs" && parts.len() == 1 => {
            item.same_wording_as = reader.read(&parts[0], spans);
            item.same_wording_as.is_some()
        }
        _ => reader.read(node, spans).is_some_and(|wording| {
            item.wording = wording;
            true
        }),
    }
}

pub(super) const ANSWER: Schema<Answer> = Schema {
    name: "Answer",
    fields: &[
        field!(id, Required(ID)),
        field!(label, Required(TEXT)),
        field!(value, Required("Percent(62)")),
        field!(printed, Required("\"62%\" (the source's own words)")),
        field!(kind, Optional),
    ],
};
read_by_schema!(Answer, ANSWER);
