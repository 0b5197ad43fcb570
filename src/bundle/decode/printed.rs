//! Numbers as they are printed, where the format has a number: what is certain is taken, and of
//! anything else it is said how it is written.

use super::Reader;
use crate::bundle::ron_tree::{Kind, Node};
use crate::bundle::rules::fault;
use crate::diagnostics::Diagnostic;
use crate::poll::printed::{Number, Printed, Vague, Withheld};

/// What the number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A share in percent, with all forms of a share.
    Share,
    /// A figure's value, with all forms of one.
    Amount,
    /// How many answered, with all forms of that.
    People,
    /// A number that stands alone: between the parentheses of a form, an edition.
    Alone,
}

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
    if let Printed::Marked(..) = printed
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
        (Wanted::Share, Some(other)) if is_share(&other) && !is_share(&value) => unclear(
            format!("`{written}` may be {value} or {other}"),
            format!(
                "write `{other}` if the comma is a decimal comma; a count is no share, and is written as a `Figure(…)`"
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

/// A rule's code, what is wrong, and what to write.
fn advice(written: &str, printed: &Printed, wanted: Wanted) -> (&'static str, String, String) {
    let unclear = |message: String, hint: String| ("number-unclear", message, hint);
    let not_given = if wanted == Wanted::People { "NotStated" } else { "NotReported" };
    let or_not_given = match wanted {
        Wanted::Amount | Wanted::Alone => String::new(),
        _ => format!(", or `{not_given}` if no number is given"),
    };
    match printed {
        Printed::Vague(_, number) if wanted == Wanted::Alone => unclear(
            format!("`{written}` leaves the number open, which the name before it says already"),
            format!("write `{}`", number.value),
        ),
        Printed::Vague(how, number) => unclear(
            format!("`{written}` leaves the number open"),
            format!("write `{}`, and keep the words in `printed`", form(*how, number.value, wanted)),
        ),
        Printed::Range(low, high) => match wanted {
            Wanted::People => unclear(
                format!("`{written}` is no one number of people"),
                "write `About(…)`, or `NotStated`".to_owned(),
            ),
            Wanted::Alone => unclear(
                format!("`{written}` is two numbers"),
                format!("write `Between({}, {})`", low.value, high.value),
            ),
            _ => unclear(
                format!("`{written}` is a range"),
                format!("write `Between({}, {})`", low.value, high.value),
            ),
        },
        Printed::Fraction(of, parts) => {
            let share = rounded(100.0 * of / parts);
            let hint = match wanted {
                Wanted::Share => format!("write `About({share})`, and keep `{written}` in `printed`"),
                Wanted::Alone => format!("write `{share}` if it is a share of people"),
                _ => "write one number in digits".to_owned(),
            };
            unclear(format!("`{written}` is a fraction"), hint)
        }
        Printed::InParentheses(number) => {
            let (up, down) = (number.value.abs(), -number.value.abs());
            let hint = match wanted {
                Wanted::Share | Wanted::People => {
                    format!(
                        "write `{up}`, and keep the parentheses in `printed`; nothing here can be below 0"
                    )
                }
                _ => format!("write `{down}` if it is below zero, `{up}` if not"),
            };
            unclear(format!("`{written}` may be {up}, or {down} as accounts print it"), hint)
        }
        Printed::Marked(number, mark) => marked(written, *number, mark, wanted),
        Printed::Withheld(withheld) => {
            let hint = match (withheld, wanted) {
                (_, Wanted::Amount) => {
                    "a figure has a number: take the figure out where the source gives none".to_owned()
                }
                (Withheld::Dash, _) => format!("write `0` if it stands for nobody{or_not_given}"),
                (Withheld::Star, Wanted::Share) => {
                    format!("write `LessThan(0.5)` if it stands for less than half a percent{or_not_given}")
                }
                (Withheld::Low, Wanted::Share) => {
                    format!("write `LessThan(0.5)` if whole percents are printed{or_not_given}")
                }
                (_, Wanted::Alone) => "write a number in digits".to_owned(),
                _ => format!("write `{not_given}`, and keep `{written}` in `printed`"),
            };
            unclear(format!("`{written}` stands where a number is left out"), hint)
        }
        Printed::SpreadsheetFault => unclear(
            format!("`{written}` is what a spreadsheet shows for a fault of its own"),
            format!("write the number that the source prints{or_not_given}"),
        ),
        Printed::NoNumber => (
            "number-malformed",
            format!("`{written}` is not a number"),
            "write digits only, with a point for decimals: `62`, `33.3`".to_owned(),
        ),
        Printed::Nothing | Printed::Words | Printed::Number(_) => {
            let hint = match wanted {
                Wanted::Share => {
                    "write a number alone such as `62`, one such as `About(33.333)`, `LessThan(5)` or `Between(20, 25)`, or `NotReported`"
                }
                Wanted::People => {
                    "write a number of people such as `1016`, one such as `About(2500)`, or `NotStated`"
                }
                Wanted::Amount => "write a number such as `2500`, or one such as `About(2500)`",
                Wanted::Alone => "write digits only, with a point for decimals: `62`, `33.3`",
            };
            ("number-malformed", format!("`{written}` is not a number"), hint.to_owned())
        }
    }
}

/// A number with something else around it.
fn marked(written: &str, number: Number, mark: &str, wanted: Wanted) -> (&'static str, String, String) {
    let value = number.value;
    let unclear = |message: String, hint: String| ("number-unclear", message, hint);
    if mark.chars().any(|sign| crate::poll::printed::digit(sign).is_some()) {
        return unclear(
            format!("`{written}` is more than one number"),
            "write the one number that is meant".to_owned(),
        );
    }
    if mark == "‰" && wanted == Wanted::Share {
        return unclear(format!("`{written}` is a share of a thousand"), format!("write `{}`", value / 10.0));
    }
    let is_unit = mark.chars().filter(|sign| sign.is_alphabetic()).count() > 1
        || mark.chars().any(crate::poll::printed::is_currency);
    if is_unit && wanted == Wanted::Share && !mark.starts_with(['[', '(']) {
        return unclear(
            format!("`{written}` is not a percentage alone"),
            format!("write `{value}` if that is the percentage; anything else is written as a `Figure(…)`"),
        );
    }
    unclear(
        format!("`{written}` is a number with a mark"),
        format!("write `{value}`, keep the mark in `printed`, and say in a `note` what it means"),
    )
}

/// Three places, as many as the format's own examples have: 33.333.
fn rounded(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

/// How the format writes a number that is left open.
fn form(how: Vague, number: f64, wanted: Wanted) -> String {
    let name = match how {
        Vague::AtLeast if wanted == Wanted::Share => return format!("Between({number}, 100)"),
        Vague::AtMost if wanted != Wanted::People => return format!("Between(0, {number})"),
        Vague::AtLeast if number.fract() == 0.0 => return format!("MoreThan({})", number - 1.0),
        Vague::MoreThan => "MoreThan",
        // A sample size has no other forms.
        Vague::About | Vague::AtLeast | Vague::AtMost => "About",
        _ if wanted == Wanted::People => "About",
        Vague::LessThan => "LessThan",
        Vague::JustUnder => "JustUnder",
        Vague::JustOver => "JustOver",
    };
    format!("{name}({number})")
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
            assert_eq!(read(written, Wanted::Share), Ok(value), "{written}");
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
        ] {
            let hint = read(written, Wanted::People).unwrap_err();
            assert!(hint.contains(right), "{written}: {hint}");
        }
        assert!(read("(23)", Wanted::Amount).unwrap_err().contains("`-23`"));
        assert!(read("1.501", Wanted::Amount).unwrap_err().contains("`1501`"));
    }
}
