//! Dates under a tracker: years, months or days, as many as have room.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A date to be named: its day since 1970-01-01 and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub day: f64,
    pub words: String,
}

/// From one date named to the next.
#[derive(Clone, Copy)]
enum Step {
    Years(i16),
    Months(i8),
    Days(i16),
}

const STEPS: [Step; 15] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(25),
    Step::Years(50),
    Step::Years(100),
];

/// The dates to name between two days, at most `most` of them.
pub fn ticks((first, last): (f64, f64), most: usize) -> Vec<Tick> {
    let Some(begins) = date(first) else { return Vec::new() };
    let mut found = Vec::new();
    for step in STEPS {
        if (last - first) / step.days() > 2.0 * most as f64 + 8.0 {
            continue;
        }
        found = each(step, begins, first, last);
        if found.len() <= most {
            break;
        }
    }
    found
}

impl Step {
    fn days(self) -> f64 {
        match self {
            Step::Years(years) => 365.25 * f64::from(years),
            Step::Months(months) => 30.44 * f64::from(months),
            Step::Days(days) => f64::from(days),
        }
    }

    fn span(self) -> Span {
        match self {
            Step::Years(years) => years.years(),
            Step::Months(months) => months.months(),
            Step::Days(days) => days.days(),
        }
    }

    /// The round date at or before a date.
    fn begin(self, date: Date) -> Option<Date> {
        match self {
            Step::Years(years) => Date::new(date.year().div_euclid(years) * years, 1, 1).ok(),
            Step::Months(months) => Date::new(date.year(), (date.month() - 1) / months * months + 1, 1).ok(),
            Step::Days(_) => Some(date),
        }
    }

    fn words(self, date: Date) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
        match self {
            Step::Years(_) => date.year().to_string(),
            Step::Months(_) => format!("{month} {}", date.year()),
            Step::Days(_) => format!("{} {month}", date.day()),
        }
    }
}

fn each(step: Step, begins: Date, first: f64, last: f64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let Some(mut at) = step.begin(begins) else { return ticks };
    while day(at) <= last {
        if day(at) >= first {
            ticks.push(Tick { day: day(at), words: step.words(at) });
        }
        let Ok(next) = at.checked_add(step.span()) else { break };
        at = next;
    }
    ticks
}

fn date(day: f64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add((day.floor() as i64).days()).ok()
}

fn day(date: Date) -> f64 {
    let since = Date::constant(1970, 1, 1).until(date);
    since.map_or(0.0, |span| f64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(first: &str, last: &str, most: usize) -> Vec<String> {
        let at = |text: &str| day(text.parse().unwrap());
        ticks((at(first), at(last)), most).into_iter().map(|tick| tick.words).collect()
    }

    #[test]
    fn dates_are_named_as_closely_as_there_is_room() {
        let halves = ["Jul 2017", "Jan 2018", "Jul 2018", "Jan 2019", "Jul 2019"];
        assert_eq!(words("2017-05-10", "2019-11-20", 6), halves);
        assert_eq!(words("2017-05-10", "2019-11-20", 3), ["2018", "2019"]);
        assert_eq!(words("2019-01-01", "2019-03-20", 4), ["Jan 2019", "Feb 2019", "Mar 2019"]);
        assert_eq!(words("2021-03-01", "2021-03-03", 5), ["1 Mar", "2 Mar", "3 Mar"]);
        assert!(words("1900-01-01", "2021-03-03", 8).len() <= 8);
        assert!(words("2017-05-10", "2019-11-20", 20).len() > 8);
    }
}
