//! How far printed percents may be from what was counted.

use super::printed::{numeral, numerals};
use super::{Answer, Question};

/// The steps that percents are printed in where nothing tells more: whole ones.
const WHOLE: f64 = 1.0;

impl Question {
    /// How far each share may be from the number printed for it, in points: half of the steps that the
    /// question's printed numbers go in. 0.5 for whole percents, 0.25 for halves, 0.05 for tenths. Of
    /// whole numbers among tenths ("62%" beside "37.5%" and "0.4%") the last zero was left out.
    #[must_use]
    pub fn rounding(&self) -> f64 {
        let exact = || self.answers.iter().filter_map(|answer| answer.value.exact());
        let finest = self.answers.iter().filter_map(Answer::printed_step).fold(WHOLE, f64::min);
        let is_step = |step: f64, percent: f64| (percent / step).fract() == 0.0;
        let in_halves = exact().count() > 1
            && exact().all(|percent| is_step(0.5, percent))
            && exact().any(|percent| !is_step(WHOLE, percent));
        if in_halves && finest < 0.5 { 0.25 } else { finest / 2.0 }
    }
}

impl Answer {
    /// The place value of the last digit that the source prints of the share; `None` where it is not
    /// printed in digits. A number behind words, "nearly two thirds (65.0%)", counts with all its places.
    fn printed_step(&self) -> Option<f64> {
        let percent = self.value.exact()?;
        if self.printed.is_empty() {
            return numeral(&percent.to_string()).map(|number| number.step);
        }
        let mut numbers = numerals(&self.printed);
        numbers.find(|number| (number.value - percent).abs() < 1e-9).map(|number| number.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::Reported;

    /// In thousandths of a point.
    fn rounding(printed: &[(f64, &str)]) -> i64 {
        let answer = |(percent, printed): &(f64, &str)| Answer {
            value: Reported::Percent(*percent),
            printed: (*printed).to_owned(),
            ..Answer::default()
        };
        let rounding =
            Question { answers: printed.iter().map(answer).collect(), ..Question::default() }.rounding();
        (rounding * 1e3).round() as i64
    }

    #[test]
    fn the_steps_that_are_printed_are_the_rounding() {
        assert_eq!(rounding(&[(62.0, "62%"), (38.0, "38%")]), 500);
        assert_eq!(rounding(&[(62.5, "62.5%"), (37.0, "37%"), (0.5, ".5%")]), 250);
        assert_eq!(rounding(&[(62.5, "62½%"), (37.5, "37½%")]), 250);
        assert_eq!(rounding(&[(62.5, "62.5"), (37.0, "37.0")]), 250);
        assert_eq!(rounding(&[(62.4, "62.4%"), (37.6, "37.6%")]), 50);
        assert_eq!(rounding(&[(62.4, "62,4%"), (37.5, "37,5%")]), 50);
        assert_eq!(rounding(&[(62.0, "62.0%"), (38.0, "38.0%")]), 50);
        assert_eq!(rounding(&[(62.33, "62.33%"), (37.67, "37.67%")]), 5);
    }

    #[test]
    fn whole_numbers_among_tenths_are_tenths() {
        assert_eq!(rounding(&[(62.0, "62%"), (37.6, "37.6%"), (0.4, "0.4%")]), 50);
        assert_eq!(rounding(&[(62.5, "62.5%")]), 50);
    }

    #[test]
    fn words_and_other_numbers_tell_nothing() {
        assert_eq!(rounding(&[(90.0, "nine in 10 (90%)"), (10.0, "one in ten")]), 500);
        assert_eq!(rounding(&[(33.333, "one in three"), (67.0, "67%")]), 500);
        assert_eq!(rounding(&[(65.0, "nearly two thirds (65.0%) of 1,723")]), 50);
        assert_eq!(rounding(&[(0.5, "0.5% (1.5 in 300)")]), 50);
        assert_eq!(rounding(&[(62.0, ""), (37.5, "")]), 250);
        assert_eq!(rounding(&[]), 500);
    }
}
