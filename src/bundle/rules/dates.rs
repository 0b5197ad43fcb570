//! Dates are dates, and go forward.

use super::Findings;
use super::walk::{listed, polls};
use crate::bundle::faults::fault;
use crate::bundle::{Bundle, Spans};
use crate::poll::dates::{Date, MONTHS, NoDate, Period, YEARS};
use crate::poll::{Disclosed, Fieldwork};

/// `date-malformed`
pub fn malformed(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut add = |written: &str, why: NoDate, field: &'static str, spans: &Spans| {
        findings.add("date-malformed", spans.field(field), || {
            fault("date-malformed", message(written, why)).hint(hint(written, why))
        });
    };
    let mut check_stated = |date: &Disclosed<String>, field: &'static str, spans: &Spans| {
        if let Disclosed::Stated(written) = date
            && let Err(why) = Period::read(written)
        {
            add(written, why, field, spans);
        }
    };
    check_stated(&bundle.manifest.published, "published", &bundle.spans);
    for (source, spans) in listed(bundle, &bundle.manifest.sources, "sources") {
        check_stated(&source.published, "published", spans);
        check_stated(&source.accessed, "accessed", spans);
    }
    for (poll, spans) in polls(bundle) {
        if let Some(Fieldwork::Dates(first, last)) = &poll.fieldwork {
            for written in [first, last] {
                if let Err(why) = Date::read(written) {
                    add(written, why, "fieldwork", spans);
                }
            }
        }
    }
}

fn message(written: &str, why: NoDate) -> String {
    match why {
        NoDate::Shape if written.trim().is_empty() => "this date is empty".to_owned(),
        NoDate::Shape => format!("`{written}` is not a date"),
        NoDate::Year => {
            format!("`{written}` is not a date: its year is not from {} to {}", YEARS.start(), YEARS.end())
        }
        NoDate::Month => format!("`{written}` is not a date: a year has months 01 to 12"),
        NoDate::Day(days) => format!("`{written}` is not a date: that month has days 01 to {days}"),
        NoDate::Reversed => format!("`{written}` ends before it begins"),
    }
}

/// What to write, where that is sure; else how dates are written.
fn hint(written: &str, why: NoDate) -> String {
    let wanted = "write `2021-03-01`, `2021-03` or `2021`, as exact as the source is; else `NotStated`";
    match (mended(written), why) {
        (Some(mended), _) => format!("write `{mended}`"),
        (None, NoDate::Month) => {
            let years = written.split_once('-').and_then(|(year, end)| {
                let (first, last) = (year.parse::<i16>().ok()?, format!("{}{end}", year.get(..2)?));
                let last = last.parse::<i16>().ok().filter(|last| *last == first + 1)?;
                Some(format!("for the years {first} to {last}, write `{first}/{last}`"))
            });
            years.unwrap_or_else(|| wanted.to_owned())
        }
        (None, _) if written.trim().is_empty() => {
            "write `NotStated` where the source prints no date".to_owned()
        }
        (None, NoDate::Shape) if written.contains("-W") => {
            "weeks are not read: write the days, from the first to the last, `2021-02-01/2021-02-07`"
                .to_owned()
        }
        (None, NoDate::Reversed) => "write the earlier date first".to_owned(),
        (None, _) if Period::read(written).is_ok() => {
            "write the first and the last day apart: `Dates(\"2021-03-01\", \"2021-03-03\")`".to_owned()
        }
        (None, _) => wanted.to_owned(),
    }
}

/// The date that was surely meant: one that is written in another way, and can be read in one way only.
fn mended(written: &str) -> Option<String> {
    let trimmed = written.trim();
    if trimmed != written && Period::read(trimmed).is_ok() {
        return Some(trimmed.to_owned());
    }
    // With the time of day, the day is all that is wanted.
    let day = written.split_once('T').map_or(written, |(day, _)| day);
    let parts: Vec<&str> =
        day.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?;
    let month = |part: &str| {
        let part = part.to_lowercase();
        let names = MONTHS.iter().position(|name| part.len() >= 3 && name.to_lowercase().starts_with(&part));
        names.and_then(|index| u16::try_from(index + 1).ok())
    };
    let is_year = |part: &str| part.len() == 4 && number(part).is_some();
    let (year, month, day) = match parts[..] {
        [run] if run.len() == 8 && run.is_ascii() && number(&run[..4]).is_some() => {
            (&run[..4], number(&run[4..6])?, Some(number(&run[6..])?))
        }
        [first, last] if is_year(first) && is_year(last) => {
            let mended = format!("{first}/{last}");
            return (mended != written && Period::read(&mended).is_ok()).then_some(mended);
        }
        [year, one] if is_year(year) => (year, number(one).or_else(|| month(one))?, None),
        [one, year] if is_year(year) => (year, number(one).or_else(|| month(one))?, None),
        [year, one, day] if is_year(year) => (year, number(one).or_else(|| month(one))?, Some(number(day)?)),
        [one, other, year] if is_year(year) => match (number(one), number(other)) {
            (Some(day), None) => (year, month(other)?, Some(day)),
            (None, Some(day)) => (year, month(one)?, Some(day)),
            // Only one of the two can be the month.
            (Some(day), Some(month)) if day > 12 || day == month => (year, month, Some(day)),
            (Some(month), Some(day)) if day > 12 => (year, month, Some(day)),
            _ => return None,
        },
        _ => return None,
    };
    let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
    let mended = format!("{year}-{month:02}{day}");
    (mended != written && Date::read(&mended).is_ok()).then_some(mended)
}

/// `fieldwork-reversed`
pub fn reversed(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (poll, spans) in polls(bundle) {
        let Some(Fieldwork::Dates(first, last)) = &poll.fieldwork else { continue };
        let (Ok(start), Ok(end)) = (Date::read(first), Date::read(last)) else { continue };
        if end.last_day() < start.first_day() {
            findings.add("fieldwork-reversed", spans.field("fieldwork"), || {
                fault("fieldwork-reversed", format!("the fieldwork ends ({last}) before it starts ({first})"))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_surely_meant_is_said() {
        for (written, meant) in [
            ("20210419", "2021-04-19"),
            ("19-04-2021", "2021-04-19"),
            ("04/19/2021", "2021-04-19"),
            ("04.04.2021", "2021-04-04"),
            ("2021-4-9", "2021-04-09"),
            ("2021/04/19", "2021-04-19"),
            ("2021–04–19", "2021-04-19"),
            ("2021-04-19T10:00Z", "2021-04-19"),
            ("19 April 2021", "2021-04-19"),
            ("April 19, 2021", "2021-04-19"),
            ("Apr 2021", "2021-04"),
            ("04/2021", "2021-04"),
            (" 2021-04-19 ", "2021-04-19"),
            ("2021-2023", "2021/2023"),
            (" 2021", "2021"),
        ] {
            assert_eq!(mended(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn where_it_is_not_sure_nothing_is_said() {
        for written in [
            "",
            "04/05/2021",
            "2021-22",
            "2021-04-31",
            "2021-02-29",
            "2021-W05",
            "circa 2019",
            "12021",
            "21",
            "3021-04-19",
            "1 Ma 2021",
            "2021",
            "June",
            "é021",
            "２０２１",
        ] {
            assert_eq!(mended(written), None, "{written}");
        }
    }

    #[test]
    fn two_years_and_a_period_of_fieldwork_have_hints_of_their_own() {
        let told = |written: &str| hint(written, Date::read(written).expect_err("it is wrong"));
        assert_eq!(told("2021-22"), "for the years 2021 to 2022, write `2021/2022`");
        assert!(told("2021-00").starts_with("write `2021-03-01`"));
        assert!(told("2021-03-01/2021-03-03").starts_with("write the first and the last day apart"));
    }
}
