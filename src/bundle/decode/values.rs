//! Values with words of their own: shares, amounts, sample sizes, dates, wordings.

use super::printed::{Wanted, certain};
use super::{Read, Reader};
use crate::bundle::faults::fault;
use crate::bundle::ron_tree::{Kind, Node};
use crate::bundle::spans::Spans;
use crate::poll::{Amount, AnswerKind, Base, Choice, Fieldwork, Reported, SampleSize, Wording};

/// The forms of a share, each with the number of its values.
pub(super) const SHARES: [(&str, usize); 8] = [
    ("Percent", 1),
    ("About", 1),
    ("MoreThan", 1),
    ("LessThan", 1),
    ("JustUnder", 1),
    ("JustOver", 1),
    ("Between", 2),
    ("NotReported", 0),
];

/// The forms of a figure's value.
pub(super) const AMOUNTS: [(&str, usize); 7] = [
    ("Exact", 1),
    ("About", 1),
    ("MoreThan", 1),
    ("LessThan", 1),
    ("JustUnder", 1),
    ("JustOver", 1),
    ("Between", 2),
];

/// The forms of a sample size.
pub(super) const SAMPLE_SIZES: [(&str, usize); 4] =
    [("Stated", 1), ("MoreThan", 1), ("About", 1), ("NotStated", 0)];

impl Read for Reported {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const EXPECTED: &str = "a share such as `Percent(62)` or `NotReported`";
        if node.kind == Kind::Number || reader.is_printed(node) {
            return match certain(node.span.of(reader.text), Wanted::Share) {
                Ok(number) => {
                    let hint = format!("write `Percent({number})` if the source prints that number");
                    reader.wrong_kind(EXPECTED, node, Some(hint))
                }
                Err(fault) => reader.refused(*fault, node),
            };
        }
        if let Some(hint) = reader.quoted(node, Wanted::Share) {
            return reader.wrong_kind(EXPECTED, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, EXPECTED, &SHARES)?;
        let mut number = |index: usize| reader.read(&parts[index], spans);
        Some(match name {
            "Percent" => Reported::Percent(number(0)?),
            "About" => Reported::About(number(0)?),
            "MoreThan" => Reported::MoreThan(number(0)?),
            "LessThan" => Reported::LessThan(number(0)?),
            "JustUnder" => Reported::JustUnder(number(0)?),
            "JustOver" => Reported::JustOver(number(0)?),
            "Between" => Reported::Between(number(0)?, number(1)?),
            _ => Reported::NotReported,
        })
    }
}

impl Read for Amount {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const EXPECTED: &str = "a number, or one such as `About(2500)`";
        if node.kind == Kind::Number {
            return reader.number(node, Wanted::Amount).map(Amount::Exact);
        }
        if reader.is_printed(node) {
            return reader.printed(node, Wanted::Amount).map(Amount::Exact);
        }
        if let Some(hint) = reader.quoted(node, Wanted::Amount) {
            return reader.wrong_kind(EXPECTED, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, EXPECTED, &AMOUNTS)?;
        let mut number = |index: usize| reader.read(&parts[index], spans);
        Some(match name {
            "About" => Amount::About(number(0)?),
            "MoreThan" => Amount::MoreThan(number(0)?),
            "LessThan" => Amount::LessThan(number(0)?),
            "JustUnder" => Amount::JustUnder(number(0)?),
            "JustOver" => Amount::JustOver(number(0)?),
            "Between" => Amount::Between(number(0)?, number(1)?),
            _ => Amount::Exact(number(0)?),
        })
    }
}

impl Read for SampleSize {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        if node.kind == Kind::Number || reader.is_printed(node) {
            return reader.people(node, Wanted::People).map(SampleSize::Stated);
        }
        let expected = "a number of people, one such as `About(2500)`, or `NotStated`";
        if let Some(hint) = reader.quoted(node, Wanted::People) {
            return reader.wrong_kind(expected, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, expected, &SAMPLE_SIZES)?;
        Some(match name {
            "MoreThan" => SampleSize::MoreThan(reader.read(&parts[0], spans)?),
            "About" => SampleSize::About(reader.read(&parts[0], spans)?),
            "Stated" => SampleSize::Stated(reader.read(&parts[0], spans)?),
            _ => SampleSize::NotStated,
        })
    }
}

/// A weighted or effective number of people: above 0, with or without decimals; nothing where it is not
/// stated. `None` after a fault was reported.
#[expect(clippy::option_option, reason = "what cannot be read is not the same as what is not stated")]
pub fn counted(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Option<f64>> {
    let written = node.span.of(reader.text);
    if node.kind == Kind::Name && written == "NotStated" {
        return Some(None);
    }
    if let Some(hint) = reader.quoted(node, Wanted::Alone) {
        return reader.wrong_kind("a number of people", node, Some(hint));
    }
    let people = reader.number(node, Wanted::Alone)?;
    if people > 0.0 {
        return Some(Some(people));
    }
    let fault = fault("number-malformed", format!("`{written}` is no number of people"))
        .hint("write it as the source prints it, above 0, or leave it out");
    reader.refused(fault, node)
}

impl Read for Fieldwork {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const VARIANTS: [(&str, usize); 3] = [("Dates", 2), ("Described", 1), ("NotStated", 0)];
        let expected = "`Dates(\"…\", \"…\")`, `Described(\"…\")` or `NotStated`";
        if node.kind == Kind::Text {
            let hint = format!("write `Described({})`", node.span.of(reader.text));
            return reader.wrong_kind(expected, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, expected, &VARIANTS)?;
        Some(match name {
            "Dates" => Fieldwork::Dates(reader.read(&parts[0], spans)?, reader.read(&parts[1], spans)?),
            "Described" => Fieldwork::Described(reader.read(&parts[0], spans)?),
            _ => Fieldwork::NotStated,
        })
    }
}

impl Read for Wording {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        // `SameAs` names another question, and is taken in before this.
        const VARIANTS: [(&str, usize); 4] =
            [("Exact", 1), ("Paraphrase", 1), ("SameAs", 1), ("NotStated", 0)];
        let expected = "`Exact(\"…\")`, `Paraphrase(\"…\")`, `SameAs(\"poll/question\")` or `NotStated`";
        if node.kind == Kind::Text {
            let hint =
                "write `Exact(…)` for the question as it was put, `Paraphrase(…)` for the source's retelling";
            return reader.wrong_kind(expected, node, Some(hint.to_owned()));
        }
        let (name, parts) = reader.variant(node, expected, &VARIANTS)?;
        Some(match name {
            "Exact" => Wording::Exact(reader.read(&parts[0], spans)?),
            "Paraphrase" => Wording::Paraphrase(reader.read(&parts[0], spans)?),
            _ => Wording::NotStated,
        })
    }
}

impl Read for Base {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const VARIANTS: [(&str, usize); 3] = [("All", 0), ("Described", 1), ("NotStated", 0)];
        let expected = "`All`, `Described(\"…\")` or `NotStated`";
        if node.kind == Kind::Text {
            let hint = format!("write `Described({})`", node.span.of(reader.text));
            return reader.wrong_kind(expected, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, expected, &VARIANTS)?;
        Some(match name {
            "All" => Base::All,
            "Described" => Base::Described(reader.read(&parts[0], spans)?),
            _ => Base::NotStated,
        })
    }
}

impl Read for Choice {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, _: &mut Spans) -> Option<Self> {
        let (name, _) = reader.variant(node, "`One` or `Many`", &[("One", 0), ("Many", 0)])?;
        Some(if name == "Many" { Choice::Many } else { Choice::One })
    }
}

impl Read for AnswerKind {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const VARIANTS: [(&str, usize); 4] = [("Position", 0), ("Neutral", 0), ("DontKnow", 0), ("Net", 1)];
        let expected = "`Position`, `Neutral`, `DontKnow` or `Net([…])`";
        let (name, parts) = reader.variant(node, expected, &VARIANTS)?;
        Some(match name {
            "Neutral" => AnswerKind::Neutral,
            "DontKnow" => AnswerKind::DontKnow,
            "Net" => AnswerKind::Net(reader.read(&parts[0], spans)?),
            _ => AnswerKind::Position,
        })
    }
}
