//! Strings, numbers, and what may be left out.

use super::printed::Wanted;
use super::{Read, Reader};
use crate::bundle::faults::fault;
use crate::bundle::ron_tree::{Kind, Node};
use crate::bundle::spans::Spans;
use crate::diagnostics::Diagnostic;
use crate::poll::Disclosed;
use crate::text::without_hints;

impl Read for String {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, _: &mut Spans) -> Option<Self> {
        let written = node.span.of(reader.text);
        match &node.kind {
            // Where a line may break is for whoever sets it to know, and no part of a label or title.
            Kind::Text => Some(without_hints(&decoded(reader, node)).into_owned()),
            Kind::LooseText(words) => Some(words.of(reader.text).to_owned()),
            Kind::AsPrinted => {
                let fault = fault("ron-syntax", "these words need quotation marks")
                    .hint(format!("write \"{written}\""));
                reader.add(fault, node.span);
                Some(written.to_owned())
            }
            Kind::Name | Kind::Number => {
                let hint = format!("put it between quotation marks: \"{written}\"");
                reader.wrong_kind("a string", node, Some(hint))
            }
            Kind::Tuple(Some(name), parts) if parts.len() == 1 && name.of(reader.text) == "Stated" => {
                let hint = "this field is always stated: write the string alone".to_owned();
                reader.wrong_kind("a string", node, Some(hint))
            }
            _ => reader.wrong_kind("a string", node, None),
        }
    }
}

/// What a string's escapes mean. Without any, it means itself.
fn decoded(reader: &mut Reader<'_, '_>, node: &Node) -> String {
    let written = node.span.of(reader.text);
    if written.starts_with('"') && !written.contains('\\') {
        return written[1..written.len() - 1].to_owned();
    }
    ron::from_str(written).unwrap_or_else(|_| {
        let fault = fault("ron-syntax", "this string holds an escape that RON does not know")
            .hint("known are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`; write `\\\\` for a backslash");
        reader.add(fault, node.span);
        written.trim_matches('"').to_owned()
    })
}

impl Read for f64 {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, _: &mut Spans) -> Option<Self> {
        reader.number(node, Wanted::Alone)
    }
}

impl Reader<'_, '_> {
    /// A number as RON writes it, or as it is printed.
    pub(super) fn number(&mut self, node: &Node, wanted: Wanted) -> Option<f64> {
        let written = node.span.of(self.text);
        match node.kind {
            Kind::Number => {}
            Kind::Name if matches!(written, "NaN" | "inf") => {}
            _ if self.is_printed(node) => return self.printed(node, wanted),
            _ => return self.wrong_kind("a number", node, None),
        }
        match ron::from_str::<f64>(written) {
            Ok(number) if number.is_finite() => Some(number),
            Ok(_) => {
                let fault = fault("number-malformed", format!("`{written}` is not a finite number"))
                    .hint("write the number as printed, or `NotReported` where the source gives none");
                self.refused(fault, node)
            }
            Err(_) => self.printed(node, wanted),
        }
    }

    /// A whole number from 0 up, as RON writes it or as it is printed.
    pub(super) fn people(&mut self, node: &Node, wanted: Wanted) -> Option<u64> {
        let written = node.span.of(self.text);
        if node.kind == Kind::Number
            && let Ok(number) = ron::from_str::<u64>(written)
        {
            return Some(number);
        }
        let number = self.number(node, wanted)?;
        if number.fract() == 0.0 && (0.0..=LARGEST_WHOLE).contains(&number) {
            return Some(number as u64);
        }
        if wanted == Wanted::People && number.fract() != 0.0 {
            let message = format!("`{written}` is no number of people, since it has decimals");
            let fault = fault("number-malformed", message).hint(
                "write how many were asked, unweighted; a weighted base goes into `weighted_n`, an effective one \
                 into `effective_n`",
            );
            return self.refused(fault, node);
        }
        let mut fault = fault("number-malformed", format!("`{written}` is not a whole number from 0 up"));
        if wanted == Wanted::People {
            fault = fault.hint("write how many answered, or `NotStated`");
        }
        self.refused(fault, node)
    }

    /// Reports a fault of a value, which is then none.
    pub(super) fn refused<T>(&mut self, fault: Diagnostic, node: &Node) -> Option<T> {
        self.add(fault, node.span);
        None
    }
}

/// Up to here every whole number is one of a kind as a float.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

impl Read for u64 {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, _: &mut Spans) -> Option<Self> {
        if node.kind != Kind::Number && !reader.is_printed(node) {
            let digits = node.span.of(reader.text).trim_matches('"').replace(',', "");
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let hint = is_number.then(|| format!("write `{digits}`, without quotation marks"));
            return reader.wrong_kind("a whole number", node, hint);
        }
        reader.people(node, Wanted::Alone)
    }
}

impl Read for u32 {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        let number: u64 = reader.read(node, spans)?;
        let narrow = u32::try_from(number).ok();
        if narrow.is_none() {
            let fault = fault("number-malformed", format!("`{number}` is larger than {}", u32::MAX));
            reader.add(fault, node.span);
        }
        narrow
    }
}

impl Read for bool {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, _: &mut Spans) -> Option<Self> {
        let written = node.span.of(reader.text);
        match written {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                let hint = match written.trim_matches('"').to_lowercase().as_str() {
                    "true" | "yes" | "1" => Some("write `true`".to_owned()),
                    "false" | "no" | "0" => Some("write `false`".to_owned()),
                    _ => None,
                };
                reader.wrong_kind("`true` or `false`", node, hint)
            }
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        match &node.kind {
            Kind::Name if node.span.of(reader.text) == "None" => Some(None),
            Kind::Tuple(Some(name), parts) if parts.len() == 1 && name.of(reader.text) == "Some" => {
                reader.read(&parts[0], spans).map(Some)
            }
            _ => reader.read(node, spans).map(Some),
        }
    }
}

impl Read for Disclosed<String> {
    fn read(reader: &mut Reader<'_, '_>, node: &Node, spans: &mut Spans) -> Option<Self> {
        match &node.kind {
            Kind::Name if node.span.of(reader.text) == "NotStated" => Some(Disclosed::NotStated),
            Kind::Tuple(Some(name), parts) if parts.len() == 1 && name.of(reader.text) == "Stated" => {
                reader.read(&parts[0], spans).map(Disclosed::Stated)
            }
            Kind::Text | Kind::LooseText(_) | Kind::AsPrinted
                if super::joined(node.span.of(reader.text)) == "notstated" =>
            {
                let (message, hint) = match node.kind {
                    Kind::Text => (
                        "`NotStated` stands in quotation marks, as if it were the source’s words",
                        "write `NotStated` without quotation marks",
                    ),
                    _ => ("this name is written as one word", "write `NotStated`"),
                };
                reader.add(fault("wrong-kind", message).hint(hint), node.span);
                Some(Disclosed::NotStated)
            }
            Kind::Text | Kind::LooseText(_) | Kind::AsPrinted => {
                reader.read(node, spans).map(Disclosed::Stated)
            }
            Kind::Name | Kind::Number => {
                let written = node.span.of(reader.text);
                let hint = match crate::diagnostics::nearest(written, ["NotStated"]) {
                    Some(right) => format!("did you mean `{right}`?"),
                    None => format!("put it between quotation marks: \"{written}\""),
                };
                reader.wrong_kind("a string or `NotStated`", node, Some(hint))
            }
            _ => reader.wrong_kind("a string or `NotStated`", node, None),
        }
    }
}
