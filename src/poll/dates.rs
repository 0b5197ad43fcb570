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

#[cfg(test)]
mod tests {
    use super::{spoken, spoken_span};

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
