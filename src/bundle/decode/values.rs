//! Values with words of their own: shares, amounts, sample sizes, dates, wordings.

use super::{Read, Reader};
use crate::bundle::ron_tree::{Kind, Node};
use crate::bundle::rules::fault;
use crate::bundle::spans::Spans;
use crate::poll::{Amount, AnswerKind, Base, Choice, Fieldwork, Reported, SampleSize, Wording};

impl Read for Reported {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        const VARIANTS: [(&str, usize); 8] = [
            ("Percent", 1),
            ("About", 1),
            ("MoreThan", 1),
            ("LessThan", 1),
            ("JustUnder", 1),
            ("JustOver", 1),
            ("Between", 2),
            ("NotReported", 0),
        ];
        const EXPECTED: &str = "a share such as `Percent(62)` or `NotReported`";
        if node.kind == Kind::Number {
            let hint =
                format!("write `Percent({})` if the source prints that number", node.span.of(reader.text));
            return reader.wrong_kind(EXPECTED, node, Some(hint));
        }
        let (name, parts) = reader.variant(node, EXPECTED, &VARIANTS)?;
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
        const VARIANTS: [(&str, usize); 7] = [
            ("Exact", 1),
            ("About", 1),
            ("MoreThan", 1),
            ("LessThan", 1),
            ("JustUnder", 1),
            ("JustOver", 1),
            ("Between", 2),
        ];
        if node.kind == Kind::Number {
            return reader.read(node, spans).map(Amount::Exact);
        }
        let (name, parts) = reader.variant(node, "a number, or one such as `About(2500)`", &VARIANTS)?;
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
        const VARIANTS: [(&str, usize); 4] = [("Stated", 1), ("MoreThan", 1), ("About", 1), ("NotStated", 0)];
        let written = node.span.of(reader.text);
        if node.kind == Kind::Number && written.parse::<f64>().is_ok_and(|people| people.fract() > 0.0) {
            let fault = fault("number-malformed", format!("`{written}` is no number of people, since it has decimals"))
                .hint(
                    "write how many were asked, unweighted; a weighted base goes into `weighted_n`, an effective one \
                     into `effective_n`",
                );
            reader.add(fault, node.span);
            return None;
        }
        if node.kind == Kind::Number {
            return reader.read(node, spans).map(SampleSize::Stated);
        }
        if let Some(people) = people_in_text(reader, node) {
            return Some(SampleSize::Stated(people));
        }
        let expected = "a number of people, one such as `About(2500)`, or `NotStated`";
        let (name, parts) = reader.variant(node, expected, &VARIANTS)?;
        Some(match name {
            "MoreThan" => SampleSize::MoreThan(reader.read(&parts[0], spans)?),
            "About" => SampleSize::About(reader.read(&parts[0], spans)?),
            "Stated" => SampleSize::Stated(reader.read(&parts[0], spans)?),
            _ => SampleSize::NotStated,
        })
    }
}

/// A number of people with signs between thousands, between quotation marks: "1,016".
fn people_in_text(reader: &Reader<'_, '_>, node: &Node) -> Option<u64> {
    match node.kind {
        Kind::Text => people_written(node.span.of(reader.text).trim_matches('"')),
        _ => None,
    }
}

/// A number of people that is surely one, whatever stands between its thousands: "1016", "1,016", "1 016".
pub fn people_written(written: &str) -> Option<u64> {
    let parts: Vec<&str> = written.trim().split([',', ' ', '\u{a0}', '\u{2009}', '\u{202f}']).collect();
    let are_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (first, others) = parts.split_first()?;
    let is_grouped =
        others.is_empty() || (1..=3).contains(&first.len()) && others.iter().all(|part| part.len() == 3);
    if are_digits && is_grouped { parts.concat().parse().ok() } else { None }
}

/// A weighted or effective number of people: above 0, with or without decimals; nothing where it is not
/// stated. `None` after a fault was reported.
#[expect(clippy::option_option, reason = "what cannot be read is not the same as what is not stated")]
pub fn counted(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Option<f64>> {
    let written = node.span.of(reader.text);
    if node.kind == Kind::Name && written == "NotStated" {
        return Some(None);
    }
    let people: f64 = match people_in_text(reader, node) {
        Some(people) => people as f64,
        None => reader.read(node, spans)?,
    };
    if people > 0.0 {
        return Some(Some(people));
    }
    let fault = fault("number-malformed", format!("`{written}` is no number of people"))
        .hint("write it as the source prints it, above 0, or leave it out");
    reader.add(fault, node.span);
    None
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
