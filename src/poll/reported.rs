//! A value as it was printed, and the bounds that the words allow.

use serde::Deserialize;

/// A share in percent (0–100), no more exact than the source made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub enum Reported {
    /// "62%".
    Percent(f64),
    /// "About a third", "one in three" where nothing more exact is printed.
    About(f64),
    /// "More than half": above, up to 100.
    MoreThan(f64),
    /// "Fewer than 5%": below, down to 0.
    LessThan(f64),
    /// "Almost a third": near, and below.
    JustUnder(f64),
    /// "Just over a third": near, and above.
    JustOver(f64),
    /// "Between 70% and 75%".
    Between(f64, f64),
    /// Asked, but the source gives no value.
    #[default]
    NotReported,
}

/// The lowest and the highest share that a report allows, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// 0–100.
    pub low: f64,
    /// 0–100, at least `low`.
    pub high: f64,
}

/// How far, in percentage points, "about", "almost" and "just over" are taken to reach. A
/// convention of this program (no source defines the words), so every card that uses it says so.
pub const NEAR: f64 = 3.0;

impl Reported {
    /// The bounds that the words leave open; `None` for a value that is not reported, or no share. Rounding of
    /// printed percents (±0.5) and sampling error come on top.
    #[must_use]
    pub fn bounds(self) -> Option<Bounds> {
        if self.is_impossible() {
            return None;
        }
        let (low, high) = match self {
            Reported::Percent(p) => (p, p),
            Reported::About(p) => (p - NEAR, p + NEAR),
            Reported::MoreThan(p) => (p, 100.0),
            Reported::LessThan(p) => (0.0, p),
            Reported::JustUnder(p) => (p - NEAR, p),
            Reported::JustOver(p) => (p, p + NEAR),
            Reported::Between(a, b) => (a, b),
            Reported::NotReported => return None,
        };
        Some(Bounds { low: low.max(0.0), high: high.min(100.0) })
    }

    /// The share where it is printed as one number.
    #[must_use]
    pub fn exact(self) -> Option<f64> {
        match self {
            Reported::Percent(p) if !self.is_impossible() => Some(p),
            _ => None,
        }
    }

    /// Whether it is no share at all: less than nobody, more than everybody, from more to less.
    #[must_use]
    pub fn is_impossible(self) -> bool {
        let is_share = |number: f64| (0.0..=100.0).contains(&number);
        !match self {
            Reported::Percent(p)
            | Reported::About(p)
            | Reported::MoreThan(p)
            | Reported::LessThan(p)
            | Reported::JustUnder(p)
            | Reported::JustOver(p) => is_share(p),
            Reported::Between(from, to) => is_share(from) && is_share(to) && from <= to,
            Reported::NotReported => true,
        }
    }

    /// The numbers inside, for checks of range and finiteness.
    #[must_use]
    pub fn numbers(self) -> Vec<f64> {
        match self {
            Reported::Percent(p)
            | Reported::About(p)
            | Reported::MoreThan(p)
            | Reported::LessThan(p)
            | Reported::JustUnder(p)
            | Reported::JustOver(p) => vec![p],
            Reported::Between(a, b) => vec![a, b],
            Reported::NotReported => vec![],
        }
    }

    /// What the value means, in words for a card: "above 50%, at most 100%".
    #[must_use]
    pub fn meaning(self) -> String {
        let near = |p: f64| format!("taken as within {} points of {}", number(NEAR), percent(p));
        match self {
            Reported::Percent(p) => format!("{} as printed", percent(p)),
            Reported::About(p) => near(p),
            Reported::MoreThan(p) => format!("above {}, at most 100%", percent(p)),
            Reported::LessThan(p) => format!("below {}, at least 0%", percent(p)),
            Reported::JustUnder(p) => format!("below {}; {}", percent(p), near(p)),
            Reported::JustOver(p) => format!("above {}; {}", percent(p), near(p)),
            Reported::Between(a, b) => format!("between {} and {}", percent(a), percent(b)),
            Reported::NotReported => "not reported".to_owned(),
        }
    }
}

/// A count or another number that is not a poll share, no more exact than it was printed.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Amount {
    /// "2,500".
    Exact(f64),
    /// "Some 2,500".
    About(f64),
    /// "More than 26,000".
    MoreThan(f64),
    /// "Fewer than 100".
    LessThan(f64),
    /// "Nearly 3,000".
    JustUnder(f64),
    /// "Just over 3,000".
    JustOver(f64),
    /// "2,000 to 3,000".
    Between(f64, f64),
}

impl Default for Amount {
    fn default() -> Amount {
        Amount::Exact(0.0)
    }
}

/// A number without needless decimals: `62`, `62.25`, and `33.3` for a third.
fn number(value: f64) -> String {
    let hundredths = (value * 100.0).round() / 100.0;
    let has_no_more = (hundredths - value).abs() < 1e-9;
    format!("{}", if has_no_more { hundredths } else { (value * 10.0).round() / 10.0 })
}

/// A percentage without needless decimals: `62%`, `33.3%`.
fn percent(value: f64) -> String {
    format!("{}%", number(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(reported: Reported) -> (f64, f64) {
        let Bounds { low, high } = reported.bounds().unwrap();
        (low, high)
    }

    #[test]
    fn words_stay_as_vague_as_they_were() {
        assert_eq!(bounds(Reported::MoreThan(50.0)), (50.0, 100.0));
        assert_eq!(bounds(Reported::LessThan(5.0)), (0.0, 5.0));
        assert_eq!(bounds(Reported::JustUnder(33.0)), (30.0, 33.0));
        assert_eq!(bounds(Reported::Percent(62.0)), (62.0, 62.0));
        assert_eq!(Reported::NotReported.bounds(), None);
    }

    #[test]
    fn bounds_never_leave_the_scale() {
        assert_eq!(bounds(Reported::About(1.0)), (0.0, 4.0));
        assert_eq!(bounds(Reported::JustOver(99.0)), (99.0, 100.0));
    }

    #[test]
    fn what_is_no_share_has_no_bounds() {
        for value in [
            Reported::Percent(-5.0),
            Reported::Percent(160.0),
            Reported::MoreThan(120.0),
            Reported::About(f64::NAN),
            Reported::Between(70.0, 60.0),
            Reported::LessThan(f64::INFINITY),
        ] {
            assert!(value.is_impossible(), "{value:?}");
            assert_eq!((value.bounds(), value.exact()), (None, None), "{value:?}");
        }
        assert!(!Reported::NotReported.is_impossible() && !Reported::Percent(0.0).is_impossible());
    }

    #[test]
    fn only_a_printed_percent_is_exact() {
        assert_eq!(Reported::Percent(66.0).exact(), Some(66.0));
        assert_eq!(Reported::About(33.333).exact(), None);
    }

    #[test]
    fn the_meaning_is_said_in_words() {
        assert_eq!(Reported::MoreThan(50.0).meaning(), "above 50%, at most 100%");
        assert_eq!(Reported::LessThan(0.05).meaning(), "below 0.05%, at least 0%");
        assert_eq!(Reported::JustUnder(33.333).meaning(), "below 33.3%; taken as within 3 points of 33.3%");
    }
}
