//! Dates are dates, and go forward.

use jiff::ToSpan;
use jiff::civil::Date;

use super::walk::{listed, polls};
use super::{Findings, fault};
use crate::bundle::{Bundle, Spans};
use crate::poll::{Disclosed, Fieldwork};

/// `date-malformed`
pub fn malformed(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut check = |written: &str, field: &'static str, spans: &Spans| {
        if days(written).is_none() {
            findings.add("date-malformed", spans.field(field), || {
                fault("date-malformed", format!("`{written}` is not a date")).hint(
                    "write `2021-03-01`, `2021-03` or `2021`, as exact as the source is; else `NotStated`",
                )
            });
        }
    };
    let mut check_stated = |date: &Disclosed<String>, field: &'static str, spans: &Spans| {
        if let Disclosed::Stated(written) = date {
            check(written, field, spans);
        }
    };
    check_stated(&bundle.manifest.published, "published", &bundle.spans);
    for (source, spans) in listed(bundle, &bundle.manifest.sources, "sources") {
        check_stated(&source.published, "published", spans);
        check_stated(&source.accessed, "accessed", spans);
    }
    for (poll, spans) in polls(bundle) {
        if let Some(Fieldwork::Dates(first, last)) = &poll.fieldwork {
            check(first, "fieldwork", spans);
            check(last, "fieldwork", spans);
        }
    }
}

/// `fieldwork-reversed`
pub fn reversed(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (poll, spans) in polls(bundle) {
        let Some(Fieldwork::Dates(first, last)) = &poll.fieldwork else { continue };
        let (Some((start, _)), Some((_, end))) = (days(first), days(last)) else { continue };
        if end < start {
            findings.add("fieldwork-reversed", spans.field("fieldwork"), || {
                fault("fieldwork-reversed", format!("the fieldwork ends ({last}) before it starts ({first})"))
            });
        }
    }
}

/// The first and the last day of a day, month or year in ISO 8601.
fn days(written: &str) -> Option<(Date, Date)> {
    let is_shaped = |shape: &[u8]| {
        written.len() == shape.len()
            && written
                .bytes()
                .zip(shape)
                .all(|(byte, shape)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == *shape })
    };
    let parse = |text: String| text.parse::<Date>().ok();
    if is_shaped(b"0000-00-00") {
        let day = parse(written.to_owned())?;
        Some((day, day))
    } else if is_shaped(b"0000-00") {
        let first = parse(format!("{written}-01"))?;
        Some((first, first.last_of_month()))
    } else if is_shaped(b"0000") {
        let first = parse(format!("{written}-01-01"))?;
        Some((first, first.checked_add(1.year()).ok()?.yesterday().ok()?))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(written: &str) -> Option<String> {
        days(written).map(|(first, last)| format!("{first}/{last}"))
    }

    #[test]
    fn dates_are_as_exact_as_they_are_written() {
        assert_eq!(span("2021-03-01").as_deref(), Some("2021-03-01/2021-03-01"));
        assert_eq!(span("2024-02").as_deref(), Some("2024-02-01/2024-02-29"));
        assert_eq!(span("2021").as_deref(), Some("2021-01-01/2021-12-31"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for written in [
            "",
            "2021-02-30",
            "2021-13",
            "March 2021",
            "1 March 2021",
            "2021-3-1",
            "21",
            "2021-03-01T00:00",
            "٢٠٢١",
        ] {
            assert_eq!(span(written), None, "{written}");
        }
    }
}
