//! Two waves that were asked in part on the same days are the same people in part.

use super::*;

fn dates(first: &str, last: &str) -> Fieldwork {
    Fieldwork::Dates(first.to_owned(), last.to_owned())
}

fn described(words: &str) -> Fieldwork {
    Fieldwork::Described(words.to_owned())
}

fn wave(id: &str, fieldwork: impl Into<Option<Fieldwork>>) -> Poll {
    Poll { fieldwork: fieldwork.into(), wave_of: Some("tracker".to_owned()), ..poll(id, 1000) }
}

/// The test of two polls' figures.
fn tested(a: &Poll, b: &Poll) -> Pair {
    two(item(a, &percent("q", 47.0)), item(b, &percent("q", 53.0)))
}

#[test]
fn waves_of_a_rolling_poll_that_share_days_are_not_tested() {
    let earlier = wave("28-april", dates("2026-04-21", "2026-04-28"));
    let later = wave("29-april", dates("2026-04-22", "2026-04-29"));
    let pair = tested(&earlier, &later);
    assert_eq!(pair.test, Err(NoTest::SharedDays("22 to 28 April 2026".to_owned())));
    assert_eq!(
        pair.verdict,
        "47% against 53%: a difference of −6 points; not tested (their fieldwork overlaps, 22 to 28 April 2026, so \
         some of the same people may be in both, and the test is for two separate samples)."
    );
}

#[test]
fn days_are_shared_where_one_wave_lies_in_another_or_only_touches_it() {
    let march = wave("march", dates("2026-03-01", "2026-03-31"));
    for (other, shared) in [
        (dates("2026-03-10", "2026-03-12"), Some("10 to 12 March 2026")),
        (dates("2026-03-01", "2026-03-31"), Some("1 to 31 March 2026")),
        (dates("2026-03-31", "2026-04-02"), Some("31 March 2026")),
        (dates("2026-02-20", "2026-03-01"), Some("1 March 2026")),
        (dates("2026-04-01", "2026-04-02"), None),
        (dates("2026-02-20", "2026-02-28"), None),
        (dates("2025-03-01", "2025-03-31"), None),
    ] {
        let pair = tested(&march, &wave("other", other.clone()));
        let found = match &pair.test {
            Err(NoTest::SharedDays(days)) => Some(days.as_str()),
            _ => None,
        };
        assert_eq!(found, shared, "{other:?}: {}", pair.verdict);
        assert!(shared.is_some() || !pair.verdict.contains("provided"), "{}", pair.verdict);
    }
}

#[test]
fn what_cannot_be_known_of_two_waves_is_said_with_the_test() {
    let march = wave("march", dates("2026-03-01", "2026-03-31"));
    for other in
        [None, Some(Fieldwork::NotStated), Some(described("spring 2026")), Some(dates("2026-03", "2026-04"))]
    {
        let pair = tested(&march, &wave("other", other.clone()));
        assert!(pair.test.is_ok(), "{other:?}");
        let proviso = "provided that nobody was asked in both waves, which cannot be known from what is stated of \
                       their fieldwork.";
        assert!(pair.verdict.ends_with(proviso), "{other:?}: {}", pair.verdict);
    }
    let alike = tested(&wave("a", described("Late  June 2026")), &wave("b", described("late June 2026")));
    assert_eq!(alike.test, Err(NoTest::SameTime("Late  June 2026".to_owned())));
    let months = tested(&wave("a", dates("2026-03", "2026-03")), &wave("b", dates("2026-03", "2026-03")));
    assert_eq!(months.test, Err(NoTest::SharedDays("March 2026".to_owned())));
    let apart =
        tested(&wave("a", dates("2026-03", "2026-03")), &wave("b", dates("2026-04-01", "2026-04-03")));
    assert!(apart.test.is_ok() && !apart.verdict.contains("provided"), "{}", apart.verdict);
}

#[test]
fn the_poll_itself_is_a_wave_and_groups_are_of_their_wave() {
    let whole = Poll { fieldwork: Some(dates("2026-04-21", "2026-04-28")), ..poll("tracker", 1000) };
    let next = wave("next", dates("2026-04-22", "2026-04-29"));
    assert!(matches!(tested(&whole, &next).test, Err(NoTest::SharedDays(_))));
    let group = |id: &str, whom: &str, of: &Poll| Poll {
        id: id.to_owned(),
        population: Some(Disclosed::Stated(whom.to_owned())),
        subgroup_of: Some(of.id.clone()),
        ..of.clone()
    };
    let (women, later_women, men) = (
        group("women", "Women", &whole),
        group("next-women", "Women", &next),
        group("next-men", "Men", &next),
    );
    assert!(matches!(tested(&women, &later_women).test, Err(NoTest::SharedDays(_))));
    assert!(
        matches!(tested(&women, &next).test, Err(NoTest::SharedDays(_))),
        "a part of those of the other wave"
    );
    let others = tested(&women, &men);
    assert!(others.verdict.ends_with("provided that nobody is in both groups."), "{}", others.verdict);
}

#[test]
fn polls_of_one_pollster_that_share_days_may_be_one_rolling_poll() {
    let survey = |id: &str, pollster: &str, whom: &str, last: &str| Poll {
        pollster: Some(Disclosed::Stated(pollster.to_owned())),
        population: Some(Disclosed::Stated(whom.to_owned())),
        fieldwork: Some(dates("2026-04-21", last)),
        ..poll(id, 1000)
    };
    let one = survey("a", "YouGov", "UK adults", "2026-04-28");
    let is_shared = |other: &Poll| matches!(tested(&one, other).test, Err(NoTest::SharedDays(_)));
    assert!(is_shared(&survey("b", "YouGov", "UK adults", "2026-04-25")));
    assert!(is_shared(&survey("b", "yougov", "UK  Adults", "2026-04-25")));
    assert!(!is_shared(&survey("b", "Ipsos", "UK adults", "2026-04-25")));
    assert!(!is_shared(&survey("b", "YouGov", "Adults in Wales", "2026-04-25")));
    let elsewhere = survey("a", "YouGov", "UK adults", "2026-04-25");
    let (a, b) = (percent("q", 47.0), percent("q", 53.0));
    let pair = two(item(&one, &a), Item { briefing: "other", ..item(&elsewhere, &b) });
    assert!(matches!(pair.test, Err(NoTest::SharedDays(_))), "in another briefing, too: {}", pair.verdict);
    let unstated = Poll { fieldwork: None, ..elsewhere };
    assert!(two(item(&one, &a), Item { briefing: "other", ..item(&unstated, &b) }).test.is_ok());
}
