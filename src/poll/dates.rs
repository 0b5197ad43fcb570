//! Dates as sources print them: a year, a month or a day after ISO 8601, or from one to another; and
//! as people read them.

use std::ops::RangeInclusive;

use jiff::civil;

/// The years that dates are of. Others are slips of the pen: `20210419` is no year, nor is `3021`.
pub const YEARS: RangeInclusive<i16> = 1000..=2099;

/// A date as exact as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// One of [`YEARS`].
    pub year: i16,
    /// 1–12; `None` where the year alone is printed.
    pub month: Option<i8>,
    /// 1–31, a day that the month has; `None` where the month is all that is printed.
    pub day: Option<i8>,
}

/// From one date to another: `2021-04-19/2021-04-21`. A date alone is a period of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Where it begins.
    pub first: Date,
    /// Where it ends, not before it begins.
    pub last: Date,
}

/// Why something is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written as one.
    Shape,
    /// Its year is none of [`YEARS`].
    Year,
    /// The year has no such month.
    Month,
    /// The month, which has so many days, has no such day.
    Day(i8),
    /// It ends before it begins.
    Reversed,
}

impl Date {
    /// Reads `2021`, `2021-04` or `2021-04-19`.
    ///
    /// # Errors
    /// Where it is anything else.
    pub fn read(written: &str) -> Result<Date, NoDate> {
        let mut parts = written.split('-');
        let mut part = |digits: usize| -> Result<Option<i16>, NoDate> {
            let Some(part) = parts.next() else { return Ok(None) };
            let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse().ok()).flatten().map(Some).ok_or(NoDate::Shape)
        };
        let (year, month, day) = (part(4)?.ok_or(NoDate::Shape)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(NoDate::Shape);
        }
        if !YEARS.contains(&year) {
            return Err(NoDate::Year);
        }
        let date = Date { year, month: month.map(|month| month as i8), day: day.map(|day| day as i8) };
        let Some(month) = date.month else { return Ok(date) };
        let first = civil::Date::new(year, month, 1).map_err(|_| NoDate::Month)?;
        match date.day {
            Some(day) if !(1..=first.days_in_month()).contains(&day) => {
                Err(NoDate::Day(first.days_in_month()))
            }
            _ => Ok(date),
        }
    }

    /// The first day of it.
    #[must_use]
    pub fn first_day(self) -> civil::Date {
        civil::Date::constant(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day of it.
    #[must_use]
    pub fn last_day(self) -> civil::Date {
        match (self.month, self.day) {
            (None, _) => civil::Date::constant(self.year, 12, 31),
            (Some(_), None) => self.first_day().last_of_month(),
            (Some(_), Some(_)) => self.first_day(),
        }
    }

    /// "19 April 2021", "April 2021", "2021".
    #[must_use]
    pub fn spoken(self) -> String {
        let year = self.year;
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
            (Some(month), None) => format!("{} {year}", month_name(month)),
            (None, _) => year.to_string(),
        }
    }

    /// As it was read: `2021-04`.
    #[must_use]
    pub fn iso(self) -> String {
        let month = self.month.map_or_else(String::new, |month| format!("-{month:02}"));
        let day = self.day.map_or_else(String::new, |day| format!("-{day:02}"));
        format!("{:04}{month}{day}", self.year)
    }
}

impl Period {
    /// Reads a date, or two with a slash between.
    ///
    /// # Errors
    /// Where it is anything else, or ends before it begins.
    pub fn read(written: &str) -> Result<Period, NoDate> {
        let (first, last) = written.split_once('/').unwrap_or((written, written));
        let period = Period { first: Date::read(first)?, last: Date::read(last)? };
        if period.last.last_day() < period.first.first_day() {
            return Err(NoDate::Reversed);
        }
        Ok(period)
    }

    /// Whether it is a date alone.
    #[must_use]
    pub fn is_date(self) -> bool {
        self.first == self.last
    }

    /// "1 to 3 March 2021"; one date where both are the same.
    #[must_use]
    pub fn spoken(self) -> String {
        let (first, last) = (self.first, self.last);
        if self.is_date() {
            return last.spoken();
        }
        match (first.day, last.day) {
            (Some(day), Some(_)) if (first.year, first.month) == (last.year, last.month) => {
                format!("{day} to {}", last.spoken())
            }
            _ => format!("{} to {}", first.spoken(), last.spoken()),
        }
    }

    /// As it was read: `2021-04-19/2021-04-21`.
    #[must_use]
    pub fn iso(self) -> String {
        if self.is_date() { self.first.iso() } else { format!("{}/{}", self.first.iso(), self.last.iso()) }
    }
}

/// "April".
fn month_name(month: i8) -> &'static str {
    MONTHS[usize::from(month.unsigned_abs()).clamp(1, 12) - 1]
}

/// The months by name, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2021-04-19` as "19 April 2021", `2021-04` as "April 2021", `2021/2022` as "2021 to 2022"; anything
/// else as it is.
#[must_use]
pub fn spoken(date: &str) -> String {
    Period::read(date).map_or_else(|_| date.to_owned(), Period::spoken)
}

/// "1 to 3 March 2021"; one date where both are the same. What is no date stands as it is.
#[must_use]
pub fn spoken_span(first: &str, last: &str) -> String {
    match (Date::read(first), Date::read(last)) {
        (Ok(first), Ok(last)) => Period { first, last }.spoken(),
        _ if first == last => spoken(first),
        _ => format!("{} to {}", spoken(first), spoken(last)),
    }
}

/// The first and the last day of a span, in days since 1970-01-01; a date without a day is as long as
/// its month, one without a month as its year. `None` for what is no date, and for a span that ends
/// before it begins.
#[must_use]
pub fn day_span(first: &str, last: &str) -> Option<(i64, i64)> {
    let since =
        |date: civil::Date| Some(i64::from(civil::Date::constant(1970, 1, 1).until(date).ok()?.get_days()));
    let from = since(Date::read(first).ok()?.first_day())?;
    let to = since(Date::read(last).ok()?.last_day())?;
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_of_days_is_as_long_as_its_dates_are_vague() {
        let length = |first, last| day_span(first, last).map(|(from, to)| to - from + 1);
        assert_eq!(length("2021-03-01", "2021-03-03"), Some(3));
        assert_eq!(length("2020-02", "2020-02"), Some(29));
        assert_eq!(length("2021", "2021"), Some(365));
        assert_eq!(day_span("1970-01-02", "1970-01-02"), Some((1, 1)));
        for (first, last) in [
            ("2021-03-03", "2021-03-01"),
            ("late June", "July"),
            ("2021-13", "2021-13"),
            ("", ""),
            ("21-03-01", "21-03-02"),
            ("20210301", "20210303"),
            ("03-03-2021", "05-03-2021"),
        ] {
            assert_eq!(day_span(first, last), None, "{first} {last}");
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_were_written() {
        assert_eq!(spoken("2021-04-19"), "19 April 2021");
        assert_eq!(spoken("2021-09"), "September 2021");
        assert_eq!(spoken("2023"), "2023");
        for (written, first, last) in [
            ("2021-03-01", "2021-03-01", "2021-03-01"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2021", "2021-01-01", "2021-12-31"),
            ("2021-04-19/2021-04-21", "2021-04-19", "2021-04-21"),
            ("2021/2022", "2021-01-01", "2022-12-31"),
            ("2021-11/2022-02", "2021-11-01", "2022-02-28"),
        ] {
            let period = Period::read(written).expect("it is a date");
            let days = (period.first.first_day().to_string(), period.last.last_day().to_string());
            assert_eq!(days, (first.to_owned(), last.to_owned()));
            assert_eq!(period.iso(), written);
        }
    }

    #[test]
    fn what_is_no_date_stands_as_it_is_and_says_why() {
        for (written, why) in [
            ("", NoDate::Shape),
            ("late June", NoDate::Shape),
            ("20210419", NoDate::Shape),
            ("19-04-2021", NoDate::Shape),
            ("12-04-21", NoDate::Shape),
            ("2021-4-9", NoDate::Shape),
            ("21", NoDate::Shape),
            ("12021", NoDate::Shape),
            ("-2021", NoDate::Shape),
            ("+2021", NoDate::Shape),
            ("2021-", NoDate::Shape),
            ("2021-04-19-01", NoDate::Shape),
            ("2021-W05", NoDate::Shape),
            ("2021-04-19T10:00Z", NoDate::Shape),
            ("2021-03-01 ", NoDate::Shape),
            ("٢٠٢١", NoDate::Shape),
            ("2021/2022/2023", NoDate::Shape),
            ("2021/", NoDate::Shape),
            ("2021-04-19/21", NoDate::Shape),
            ("0000", NoDate::Year),
            ("0021-04-19", NoDate::Year),
            ("3021-04-19", NoDate::Year),
            ("9999", NoDate::Year),
            ("2021-00", NoDate::Month),
            ("2021-22", NoDate::Month),
            ("2021-13-01", NoDate::Month),
            ("2021-04-31", NoDate::Day(30)),
            ("2021-02-29", NoDate::Day(28)),
            ("2021-04-00", NoDate::Day(30)),
            ("2022/2021", NoDate::Reversed),
            ("2021-04-21/2021-04-19", NoDate::Reversed),
        ] {
            assert_eq!(Period::read(written), Err(why), "{written}");
            assert_eq!(spoken(written), written);
        }
    }

    #[test]
    fn a_span_says_the_month_once() {
        assert_eq!(spoken_span("2021-03-01", "2021-03-03"), "1 to 3 March 2021");
        assert_eq!(spoken_span("2021-02-27", "2021-03-03"), "27 February 2021 to 3 March 2021");
        assert_eq!(spoken_span("2021-09", "2021-09"), "September 2021");
        assert_eq!(spoken_span("2021-22-01", "2021-22-05"), "2021-22-01 to 2021-22-05");
        assert_eq!(spoken("2021-04-19/2021-04-21"), "19 to 21 April 2021");
        assert_eq!(spoken("2021/2022"), "2021 to 2022");
    }

    proptest! {
        #[test]
        fn no_text_is_read_as_another_year(text in "[0-9]{0,6}[-/.W ]?[0-9]{0,3}[-/. ]?[0-9]{0,5}") {
            if let Ok(period) = Period::read(&text) {
                prop_assert!(text.starts_with(&period.first.year.to_string()));
                prop_assert_eq!(period.iso(), text);
            }
        }
    }
}
