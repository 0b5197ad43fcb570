//! Dates as people read them.

/// `2021-04-19` as "19 April 2021", `2021-04` as "April 2021"; anything else as it is.
#[must_use]
pub fn spoken(date: &str) -> String {
    const MONTHS: [&str; 12] = [
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
    let parts: Vec<&str> = date.split('-').collect();
    let month = |text: &str| text.parse::<usize>().ok().and_then(|number| MONTHS.get(number.wrapping_sub(1)));
    match parts[..] {
        [year, m] => month(m).map_or_else(|| date.to_owned(), |name| format!("{name} {year}")),
        [year, m, day] => match (month(m), day.parse::<u8>()) {
            (Some(name), Ok(day)) => format!("{day} {name} {year}"),
            _ => date.to_owned(),
        },
        _ => date.to_owned(),
    }
}

/// "1 to 3 March 2021"; one date where both are the same.
#[must_use]
pub fn spoken_span(first: &str, last: &str) -> String {
    let (from, to) = (spoken(first), spoken(last));
    if first == last {
        return from;
    }
    let (first_parts, last_parts): (Vec<&str>, Vec<&str>) =
        (first.split('-').collect(), last.split('-').collect());
    if let ([y1, m1, d1], [y2, m2, _]) = (&first_parts[..], &last_parts[..])
        && (y1, m1) == (y2, m2)
    {
        return format!("{} to {to}", d1.trim_start_matches('0'));
    }
    format!("{from} to {to}")
}

/// The first and the last day of a span, in days since 1970-01-01; a date without a day is as long as
/// its month, one without a month as its year. `None` for what is no date, and for a span that ends
/// before it begins.
#[must_use]
pub fn day_span(first: &str, last: &str) -> Option<(i64, i64)> {
    let (from, to) = (days(first)?.0, days(last)?.1);
    (from <= to).then_some((from, to))
}

fn days(date: &str) -> Option<(i64, i64)> {
    use jiff::civil::Date;
    let since = |date: Date| Some(i64::from(Date::constant(1970, 1, 1).until(date).ok()?.get_days()));
    let parts: Vec<&str> = date.split('-').collect();
    let year: i16 = parts.first()?.parse().ok()?;
    match parts[..] {
        [_] => Some((since(Date::new(year, 1, 1).ok()?)?, since(Date::new(year, 12, 31).ok()?)?)),
        [_, month] => {
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            Some((since(first)?, since(first.last_of_month())?))
        }
        [_, _, _] => {
            let day = since(date.parse().ok()?)?;
            Some((day, day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{day_span, spoken, spoken_span};

    #[test]
    fn a_span_of_days_is_as_long_as_its_dates_are_vague() {
        let length = |first, last| day_span(first, last).map(|(from, to)| to - from + 1);
        assert_eq!(length("2021-03-01", "2021-03-03"), Some(3));
        assert_eq!(length("2020-02", "2020-02"), Some(29));
        assert_eq!(length("2021", "2021"), Some(365));
        assert_eq!(day_span("1970-01-02", "1970-01-02"), Some((1, 1)));
        for (first, last) in
            [("2021-03-03", "2021-03-01"), ("late June", "July"), ("2021-13", "2021-13"), ("", "")]
        {
            assert_eq!(day_span(first, last), None, "{first} {last}");
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_were_written() {
        assert_eq!(spoken("2021-04-19"), "19 April 2021");
        assert_eq!(spoken("2021-09"), "September 2021");
        assert_eq!(spoken("2023"), "2023");
        assert_eq!(spoken("late June"), "late June");
        assert_eq!(spoken("2021-13-01"), "2021-13-01");
    }

    #[test]
    fn a_span_says_the_month_once() {
        assert_eq!(spoken_span("2021-03-01", "2021-03-03"), "1 to 3 March 2021");
        assert_eq!(spoken_span("2021-02-27", "2021-03-03"), "27 February 2021 to 3 March 2021");
        assert_eq!(spoken_span("2021-09", "2021-09"), "September 2021");
    }
}
