//! Numbers as they are printed, where the format has a number: what is certain is taken, and of
//! anything else it is said how it is written.

use super::Reader;
pub use super::advice::Wanted;
use super::advice::{advice, rounded};
use crate::bundle::faults::fault;
use crate::bundle::ron_tree::{Kind, Node};
use crate::diagnostics::Diagnostic;
use crate::poll::printed::{Number, Printed};

impl Reader<'_, '_> {
    /// The number that is printed here, where it is certain; reports anything else.
    pub(super) fn printed(&mut self, node: &Node, wanted: Wanted) -> Option<f64> {
        let written = node.span.of(self.text);
        match certain(written, wanted) {
            Ok(number) => {
                if !self.is_cell {
                    let fault =
                        fault("number-as-printed", format!("`{written}` is not how RON writes a number"))
                            .hint(format!("write `{}`", rounded(number)));
                    self.add(fault, node.span);
                }
                Some(number)
            }
            Err(fault) => {
                self.add(*fault, node.span);
                None
            }
        }
    }

    /// Whether something is printed here that is no RON but may be a number, or stands for one.
    pub(super) fn is_printed(&self, node: &Node) -> bool {
        match &node.kind {
            Kind::AsPrinted => true,
            Kind::Name => {
                let written = node.span.of(self.text);
                !matches!(Printed::read(written), Printed::Words)
            }
            Kind::List(_) => {
                matches!(Printed::read(node.span.of(self.text)), Printed::Withheld(_))
            }
            Kind::Tuple(None, inside) => {
                inside.len() == 1
                    && matches!(Printed::read(node.span.of(self.text)), Printed::InParentheses(_))
            }
            _ => false,
        }
    }

    /// What to write for a number between quotation marks, which are for words.
    pub(super) fn quoted(&self, node: &Node, wanted: Wanted) -> Option<String> {
        if !matches!(node.kind, Kind::Text | Kind::LooseText(_)) {
            return None;
        }
        let written = node.span.of(self.text).trim_matches(['"', '“', '”', '‘', '’', '\'']);
        match certain(written, wanted) {
            Ok(number) if wanted == Wanted::Share => Some(format!("write `Percent({number})`")),
            Ok(number) => Some(format!("write `{number}`")),
            Err(fault) => fault.hints.into_iter().next(),
        }
    }
}

/// The number that is printed, or what is to be written instead.
pub fn certain(written: &str, wanted: Wanted) -> Result<f64, Box<Diagnostic>> {
    let printed = Printed::read(written);
    // "1E+03", as spreadsheets shorten numbers.
    let has_exponent = |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '-' | '.' | 'e' | 'E');
    if let Printed::Marked(..) = printed
        && written.chars().all(has_exponent)
        && let Ok(number) = ron::from_str::<f64>(written)
        && number.is_finite()
    {
        return Ok(number);
    }
    if let Printed::Number(number) = printed {
        return one_number(written, number, wanted);
    }
    let (code, message, hint) = advice(written, &printed, wanted);
    Err(Box::new(fault(code, message).hint(hint)))
}

/// A number that stands alone, if it can be only one.
fn one_number(written: &str, number: Number, wanted: Wanted) -> Result<f64, Box<Diagnostic>> {
    let Number { value, is_percent, other } = number;
    let is_share = |number: &f64| (0.0..=100.0).contains(number);
    let unclear = |message: String, hint: String| Err(Box::new(fault("number-unclear", message).hint(hint)));
    match (wanted, other) {
        (_, Some(other)) if wanted.is_share() && is_share(&other) && !is_share(&value) => unclear(
            format!("`{written}` may be {value} or {other}"),
            format!(
                "write `{}` if the comma is a decimal comma; a count is no share, and is written as a `Figure(…)`",
                wanted.plain(other)
            ),
        ),
        (Wanted::People, Some(other)) if value.fract() != 0.0 => unclear(
            format!("`{written}` may be {value} or {other}"),
            format!("write `{other}` if the point parts thousands"),
        ),
        (Wanted::Amount | Wanted::Alone, Some(other)) if !written.contains(',') => {
            unclear(format!("`{written}` may be {value} or {other}"), format!("write `{value}` or `{other}`"))
        }
        (Wanted::People, _) if is_percent => unclear(
            format!("`{written}` is a percentage, not a number of people"),
            "write how many answered, or `NotStated`".to_owned(),
        ),
        _ => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What it is read as, or the hint.
    fn read(written: &str, wanted: Wanted) -> Result<f64, String> {
        certain(written, wanted).map_err(|fault| fault.hints[0].clone())
    }

    #[test]
    fn what_is_certain_is_taken() {
        for (written, value) in [
            ("62", 62.0),
            ("62%", 62.0),
            ("62 per cent", 62.0),
            ("62,5", 62.5),
            (".5%", 0.5),
            ("62½", 62.5),
            ("1.501", 1.501),
            ("−5", -5.0),
            ("6e1", 60.0),
        ] {
            assert_eq!(read(written, Wanted::ShareInCell), Ok(value), "{written}");
        }
        for written in ["1,501", "1 501", "1’501", "1501"] {
            assert_eq!(read(written, Wanted::People), Ok(1_501.0), "{written}");
        }
    }

    #[test]
    fn what_is_not_comes_with_what_to_write() {
        for (written, right) in [
            ("<1", "`LessThan(1)`"),
            (">99", "`MoreThan(99)`"),
            ("≤5", "`Between(0, 5)`"),
            ("95+", "`Between(95, 100)`"),
            ("~5", "`About(5)`"),
            ("c. 5", "`About(5)`"),
            ("under 5", "`LessThan(5)`"),
            ("20–25%", "`Between(20, 25)`"),
            ("2/3", "`About(66.667)`"),
            ("12*", "`12`"),
            ("12^a", "`12`"),
            ("12 [u]", "`12`"),
            ("[c]", "`NotReported`"),
            ("n/a", "`NotReported`"),
            ("..", "`NotReported`"),
            ("-", "`NotReported`"),
            ("*", "`LessThan(0.5)`"),
            ("#REF!", "`NotReported`"),
            ("62,500", "`62.5`"),
            ("(5)", "`5`"),
            ("75‰", "`7.5`"),
            ("62/100", "`62`"),
            ("12 [1]", "`12`"),
            ("62_5", "one number"),
            ("(c)", "`NotReported`"),
        ] {
            let hint = read(written, Wanted::ShareInCell).unwrap_err();
            assert!(hint.contains(right), "{written}: {hint}");
        }
        for (written, right) in [
            ("12*", "`Percent(12)`"),
            ("-", "`Percent(0)`"),
            ("62,500", "`Percent(62.5)`"),
            ("62/100", "`Percent(62)`"),
            ("<1", "`LessThan(1)`"),
        ] {
            let hint = read(written, Wanted::Share).unwrap_err();
            assert!(hint.contains(right), "{written}: {hint}");
        }
        for (written, right) in [
            ("~1,500", "`About(1500)`"),
            ("1,500+", "`MoreThan(1499)`"),
            ("1.501", "`1501`"),
            ("n/a", "`NotStated`"),
            ("62%", "`NotStated`"),
            ("<50", "`NotStated`"),
            ("1.5k", "`1500`"),
            ("2m", "`2000000`"),
            ("1,501 adults", "`1501`"),
        ] {
            let hint = read(written, Wanted::People).unwrap_err();
            assert!(hint.contains(right), "{written}: {hint}");
        }
        assert!(read("(23)", Wanted::Amount).unwrap_err().contains("`-23`"));
        assert!(read("1.501", Wanted::Amount).unwrap_err().contains("`1501`"));
    }
}
