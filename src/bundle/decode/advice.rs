//! What to write for what is printed in the place of a number.

use crate::poll::printed::{Number, Printed, Vague, Withheld, digit, is_mark};

/// What the number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A share in percent in the manifest, with all forms of a share.
    Share,
    /// The same in a cell of a table, where a number alone is a percent.
    ShareInCell,
    /// A figure's value, with all forms of one.
    Amount,
    /// How many answered, with all forms of that.
    People,
    /// A number that stands alone: between the parentheses of a form, an edition.
    Alone,
}

impl Wanted {
    /// Whether it is a percentage.
    pub fn is_share(self) -> bool {
        matches!(self, Wanted::Share | Wanted::ShareInCell)
    }

    /// How a plain number is written.
    pub fn plain(self, number: f64) -> String {
        if self == Wanted::Share { format!("Percent({number})") } else { format!("{number}") }
    }
}

/// A rule's code, what is wrong, and what to write.
pub fn advice(written: &str, printed: &Printed, wanted: Wanted) -> (&'static str, String, String) {
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
            format!("write `{}`{}", form(*how, number.value, wanted), kept("the words", wanted)),
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
                _ if wanted.is_share() && *parts >= 100.0 && share.fract() == 0.0 => {
                    format!("write `{}`", wanted.plain(share))
                }
                _ if wanted.is_share() => {
                    format!("write `About({share})`{}", kept(&format!("`{written}`"), wanted))
                }
                Wanted::Alone => format!("write `{share}` if it is a share of people"),
                _ => "write one number in digits".to_owned(),
            };
            unclear(format!("`{written}` is a fraction"), hint)
        }
        Printed::InParentheses(number) => {
            let (up, down) = (number.value.abs(), -number.value.abs());
            let hint = match wanted {
                Wanted::Amount | Wanted::Alone => {
                    format!("write `{down}` if it is below zero, `{up}` if not")
                }
                _ => format!(
                    "write `{}`{}; nothing here can be below 0",
                    wanted.plain(up),
                    kept("the parentheses", wanted)
                ),
            };
            unclear(format!("`{written}` may be {up}, or {down} as accounts print it"), hint)
        }
        Printed::Marked(number, mark) => marked(written, *number, mark, wanted),
        Printed::Withheld(withheld) => {
            let hint = match (withheld, wanted) {
                (_, Wanted::Amount) => {
                    "a figure has a number: take the figure out where the source gives none".to_owned()
                }
                (Withheld::Dash, _) if wanted.is_share() => {
                    format!("write `{}` if it stands for nobody{or_not_given}", wanted.plain(0.0))
                }
                (Withheld::Star, _) if wanted.is_share() => {
                    format!("write `LessThan(0.5)` if it stands for less than half a percent{or_not_given}")
                }
                (Withheld::Low, _) if wanted.is_share() => {
                    format!("write `LessThan(0.5)` if whole percents are printed{or_not_given}")
                }
                (_, Wanted::Alone) => "write a number in digits".to_owned(),
                _ => format!("write `{not_given}`{}", kept(&format!("`{written}`"), wanted)),
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
                    "write a share such as `Percent(62)`, `About(33.333)`, `LessThan(5)` or `Between(20, 25)`, or `NotReported`"
                }
                Wanted::ShareInCell => {
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

/// Where the source's own words go: a sample size has no place for them.
fn kept(what: &str, wanted: Wanted) -> String {
    if wanted == Wanted::People { String::new() } else { format!(", and keep {what} in `printed`") }
}

/// A number with something else around it.
fn marked(written: &str, number: Number, mark: &str, wanted: Wanted) -> (&'static str, String, String) {
    let (value, plain) = (number.value, wanted.plain(number.value));
    let unclear = |message: String, hint: String| ("number-unclear", message, hint);
    let is_mark = is_mark(mark);
    if mark.chars().any(|sign| digit(sign).is_some()) && !is_mark {
        return unclear(
            format!("`{written}` is more than one number"),
            "write the one number that is meant".to_owned(),
        );
    }
    match (wanted, times(mark)) {
        (_, None) if wanted.is_share() && mark == "‰" => unclear(
            format!("`{written}` is a share of a thousand"),
            format!("write `{}`", wanted.plain(rounded(value / 10.0))),
        ),
        (_, None) if wanted.is_share() && is_mark => unclear(
            format!("`{written}` is a number with a mark"),
            format!("write `{plain}`, keep the mark in `printed`, and say in a `note` what it means"),
        ),
        _ if wanted.is_share() => unclear(
            format!("`{written}` is not a percentage alone"),
            format!("write `{plain}` if that is the percentage; anything else is written as a `Figure(…)`"),
        ),
        (_, Some(times)) => {
            unclear(format!("`{written}` is a number in short"), format!("write `{}`", value * times))
        }
        _ => unclear(
            format!("`{written}` is a number with something beside it"),
            format!("write `{value}`{}", kept("the rest", wanted)),
        ),
    }
}

/// What a letter behind a number multiplies it by.
fn times(mark: &str) -> Option<f64> {
    match mark {
        "k" | "thousand" => Some(1e3),
        "m" | "mn" | "million" => Some(1e6),
        "bn" | "billion" => Some(1e9),
        _ => None,
    }
}

/// Three places, as many as the format's own examples have: 33.333.
pub fn rounded(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

/// How the format writes a number that is left open.
fn form(how: Vague, number: f64, wanted: Wanted) -> String {
    let name = match how {
        Vague::AtLeast if wanted.is_share() => return format!("Between({number}, 100)"),
        Vague::AtMost if wanted != Wanted::People => return format!("Between(0, {number})"),
        Vague::AtLeast if number.fract() == 0.0 => return format!("MoreThan({})", number - 1.0),
        Vague::MoreThan => "MoreThan",
        // A sample size has no other forms.
        Vague::AtMost => return "NotStated".to_owned(),
        Vague::About | Vague::AtLeast => "About",
        Vague::LessThan if wanted == Wanted::People => return "NotStated".to_owned(),
        _ if wanted == Wanted::People => "About",
        Vague::LessThan => "LessThan",
        Vague::JustUnder => "JustUnder",
        Vague::JustOver => "JustOver",
    };
    format!("{name}({number})")
}
