use super::*;
use crate::poll::stats::NoTest;
use crate::poll::stats::WhatIf;
use crate::poll::{Answer, Poll, Question};
use crate::poll::{Base, Disclosed, Fieldwork, SampleSize, Wording};

mod doubt;
mod overlap;
mod sign;

fn unsized_poll(id: &str) -> Poll {
    Poll { id: id.to_owned(), title: format!("Poll {id}"), ..Poll::default() }
}

fn poll(id: &str, people: u64) -> Poll {
    Poll { sample_size: Some(SampleSize::Stated(people)), ..unsized_poll(id) }
}

fn question(id: &str, answers: &[(&str, Reported, &str)]) -> Question {
    let answer = |(id, value, printed): &(&str, Reported, &str)| Answer {
        id: (*id).to_owned(),
        label: (*id).to_owned(),
        value: *value,
        printed: (*printed).to_owned(),
        ..Answer::default()
    };
    Question {
        id: id.to_owned(),
        base: Base::All,
        answers: answers.iter().map(answer).collect(),
        ..Question::default()
    }
}

fn percent(id: &str, percent: f64) -> Question {
    question(id, &[("yes", Reported::Percent(percent), "")])
}

fn item<'a>(poll: &'a Poll, question: &'a Question) -> Item<'a> {
    Item { briefing: "briefing", edition: None, poll, question, answer: &question.answers[0] }
}

fn two(a: Item<'_>, b: Item<'_>) -> Pair {
    compare(&[a, b], &Settings::default()).pairs.remove(0)
}

fn ends(pair: &Pair) -> Option<(f64, f64, DifferenceOf)> {
    let Difference { interval, of } = pair.difference?;
    Some(((interval.low * 10.0).round() / 10.0, (interval.high * 10.0).round() / 10.0, of))
}

#[test]
fn two_questions_to_the_same_people_are_not_tested() {
    let poll = poll("a", 1723);
    let (firms, law) = (percent("firms", 73.0), percent("law", 60.0));
    let pair = two(item(&poll, &firms), item(&poll, &law));
    assert_eq!(
        pair.verdict,
        "73% against 60%, same poll, same people: a difference of 13 points between two questions; no sampling test applies."
    );
    assert_eq!(pair.test, Err(NoTest::SamePeople));
    assert_eq!(ends(&pair), Some((13.0, 13.0, DifferenceOf::Printed)));
}

#[test]
fn two_answers_to_one_question_are_told_apart_from_two_questions() {
    let poll = poll("a", 1000);
    let asked = question(
        "q",
        &[("yes", Reported::MoreThan(50.0), "more than half"), ("no", Reported::Percent(4.0), "4%")],
    );
    let no = Item { answer: &asked.answers[1], ..item(&poll, &asked) };
    assert_eq!(
        two(item(&poll, &asked), no).verdict,
        "More than half against 4%, same question, same people: a difference of 46 to 96 points between two answers; no sampling test applies."
    );
}

#[test]
fn two_polls_are_tested() {
    let (west, east) = (poll("west", 197), poll("east", 302));
    let (yes_west, yes_east) = (percent("q", 85.0), percent("q", 76.0));
    let pair = two(item(&west, &yes_west), item(&east, &yes_east));
    assert_eq!(ends(&pair), Some((1.8, 15.7, DifferenceOf::Sampling)));
    assert!(pair.test.as_ref().unwrap().significant);
    assert_eq!(
        pair.verdict,
        "85% of 197 against 76% of 302: a difference of 9 points, +1.8 to +15.7 with 95% confidence; more than sampling alone would explain (p = 0.015)."
    );
}

#[test]
fn a_small_difference_could_be_sampling() {
    let (west, east) = (poll("west", 197), poll("east", 302));
    let (yes_west, yes_east) = (percent("q", 94.0), percent("q", 91.0));
    let pair = two(item(&west, &yes_west), item(&east, &yes_east));
    assert_eq!(ends(&pair), Some((-2.0, 7.5, DifferenceOf::Sampling)));
    assert!(!pair.test.as_ref().unwrap().significant);
    assert!(pair.verdict.contains("−2.0 to +7.5 with 95% confidence; sampling alone could explain it"));
}

#[test]
fn shares_of_unlike_answers_are_named_as_such() {
    let (first, second) = (poll("a", 1000), poll("b", 1000));
    let support = question("q", &[("Support", Reported::Percent(60.0), "60%")]);
    let against = question("q", &[("Against", Reported::Percent(72.0), "72%")]);
    let found = compare(&[item(&first, &support), item(&second, &against)], &Settings::default());
    let verdict = &found.pairs[0].verdict;
    assert!(verdict.ends_with(" The answers are not the same: “Support” and “Against”."), "{verdict}");
    assert!(
        found
            .comparability
            .iter()
            .any(|aspect| aspect.name == "answer" && aspect.status == Status::Different)
    );
}

#[test]
fn many_tests_at_once_are_corrected_and_the_sentence_says_so() {
    let polls: Vec<Poll> =
        [197, 302, 302, 302].iter().enumerate().map(|(i, n)| poll(&i.to_string(), *n)).collect();
    let questions = [85.0, 76.0, 76.5, 77.0].map(|share| percent("q", share));
    let items: Vec<Item<'_>> = polls.iter().zip(&questions).map(|(poll, q)| item(poll, q)).collect();
    let pairs = compare(&items, &Settings::default()).pairs;
    assert_eq!(pairs.len(), 6);
    let first = pairs[0].test.as_ref().unwrap();
    assert!(first.p < 0.05 && first.p_holm > 0.05 && !first.significant);
    assert!(pairs[0].verdict.contains("but not among all tests made here"), "{}", pairs[0].verdict);
}

#[test]
fn a_group_is_not_tested_against_its_whole_and_two_groups_only_if_nobody_is_in_both() {
    let whole = poll("uk", 2125);
    let part = |id, n| Poll { subgroup_of: Some("uk".to_owned()), ..poll(id, n) };
    let (west, east) = (part("west", 197), part("east", 302));
    let (a, b) = (percent("q", 85.0), percent("q", 76.0));
    assert_eq!(two(item(&west, &a), item(&whole, &b)).test, Err(NoTest::PartOfTheOther));
    let parts = two(item(&west, &a), item(&east, &b));
    assert!(parts.test.is_ok());
    assert!(parts.verdict.ends_with(", provided that nobody is in both groups."), "{}", parts.verdict);
}

#[test]
fn one_figure_in_two_editions_is_no_change_of_opinion() {
    let (before, after) = (poll("a", 1000), poll("a", 1000));
    let (said, corrected) = (percent("q", 62.0), percent("q", 64.0));
    let edition = |number, named| Some(Edition { number, named });
    let old = Item { edition: edition(1, true), ..item(&before, &said) };
    let new = Item { edition: edition(2, false), ..item(&after, &corrected) };
    let pair = two(old, new);
    assert_eq!(pair.test, Err(NoTest::TwoEditions));
    assert_eq!(ends(&pair), Some((-2.0, -2.0, DifferenceOf::Printed)));
    assert_eq!(
        pair.verdict,
        "62% in edition 1 against 64% in edition 2, one figure of one poll: a difference of −2 points; \
         what differs is what the briefing says, and no sampling test applies."
    );
    assert_eq!(old.reference(), "briefing?edition=1#a/q/yes");
    assert_eq!(new.reference(), "briefing#a/q/yes");
    assert!(statuses(old, new).iter().all(|(_, status)| *status != Status::Different));
    let moved = Poll {
        fieldwork: Some(Fieldwork::Dates("2021-03-01".to_owned(), "2021-03-02".to_owned())),
        ..poll("a", 1000)
    };
    let corrected_dates = Poll {
        fieldwork: Some(Fieldwork::Dates("2021-03-01".to_owned(), "2021-03-03".to_owned())),
        ..poll("a", 1000)
    };
    let found = statuses(Item { poll: &moved, ..old }, Item { poll: &corrected_dates, ..new });
    assert!(found.contains(&("dates", Status::Different)), "{found:?}");
}

#[test]
fn without_a_sample_size_the_printed_difference_stands_untested() {
    let (known, unknown) = (poll("a", 1000), unsized_poll("b"));
    let (a, b) = (percent("q", 73.0), percent("q", 60.0));
    let pair = two(item(&known, &a), item(&unknown, &b));
    assert_eq!(
        pair.verdict,
        "73% against 60%: a difference of 13 points before sampling error; not tested (Poll b: sample size not stated)."
    );
    assert_eq!(ends(&pair), Some((13.0, 13.0, DifferenceOf::Printed)));
}

#[test]
fn an_assumed_sample_is_labelled_in_the_sentence_and_the_notes() {
    let (known, unknown) = (poll("a", 1000), unsized_poll("b"));
    let (a, b) = (percent("q", 73.0), percent("q", 60.0));
    let what_if = WhatIf::new(2000);
    let settings = Settings { what_if, ..Settings::default() };
    let found = compare(&[item(&known, &a), item(&unknown, &b)], &settings);
    let verdict = &found.pairs[0].verdict;
    assert!(
        verdict.starts_with("If n were 2,000: 73% of 1,000 against 60% of 2,000 (assumed): "),
        "{verdict}"
    );
    assert_eq!(found.pairs[0].assumed, what_if);
    assert!(found.notes[0].contains("“if n were 2,000” is a trial"));
    assert_eq!(found.estimates[0].as_ref().unwrap().sample.assumed, None);
}

#[test]
fn bounds_give_an_interval_of_possible_differences() {
    let (first, second) = (poll("a", 1000), poll("b", 1000));
    let a = question("q", &[("yes", Reported::MoreThan(50.0), "more than half")]);
    let b = question("q", &[("yes", Reported::Percent(62.0), "62%")]);
    let pair = two(item(&first, &a), item(&second, &b));
    assert_eq!(ends(&pair), Some((-12.0, 38.0, DifferenceOf::Printed)));
    assert!(
        pair.verdict.starts_with(
            "More than half against 62%: a difference anywhere from −12.0 to +38.0 points before sampling error; not tested"
        ),
        "{}",
        pair.verdict
    );
}

#[test]
fn different_bases_and_missing_values_are_not_compared() {
    let (first, second) = (poll("a", 1000), poll("b", 1000));
    let a = percent("q", 73.0);
    let with_opinion =
        Question { base: Base::Described("those with an opinion".to_owned()), ..percent("q", 60.0) };
    let pair = two(item(&first, &a), item(&second, &with_opinion));
    assert_eq!(pair.difference, None);
    assert_eq!(
        pair.verdict,
        "73% against 60%: not compared, because the percentages are of different bases, “everybody asked” and “those with an opinion”."
    );
    let nothing = question("q", &[("yes", Reported::NotReported, "")]);
    let pair = two(item(&first, &a), item(&second, &nothing));
    assert_eq!(pair.difference, None);
    assert_eq!(pair.verdict, "73% against a value that is not reported: not compared.");
}

fn statuses(a: Item<'_>, b: Item<'_>) -> Vec<(&'static str, Status)> {
    let found = compare(&[a, b], &Settings::default());
    found.comparability.into_iter().map(|aspect| (aspect.name, aspect.status)).collect()
}

#[test]
fn what_nobody_states_is_unknown_between_polls_and_the_same_within_one() {
    let (first, second) = (unsized_poll("a"), unsized_poll("b"));
    let (q, r) = (percent("q", 50.0), percent("r", 50.0));
    let between = statuses(item(&first, &q), item(&second, &r));
    let names: Vec<&str> = between.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        ["wording", "population", "base", "mode", "dates", "answer options", "answer", "asked for by"]
    );
    for (name, status) in between {
        assert_eq!(
            status,
            if matches!(name, "base" | "answer") { Status::Same } else { Status::Unknown },
            "{name}"
        );
    }
    for (name, status) in statuses(item(&first, &q), item(&first, &r)) {
        let expected = match name {
            "wording" => Status::Different,
            "answer options" => Status::Unknown,
            _ => Status::Same,
        };
        assert_eq!(status, expected, "{name}");
    }
}

#[test]
fn wordings_dates_and_options_that_differ_are_told() {
    let on = |id, from: &str, to: &str| Poll {
        fieldwork: Some(Fieldwork::Dates(from.to_owned(), to.to_owned())),
        population: Some(Disclosed::Stated("UK  Adults".to_owned())),
        ..unsized_poll(id)
    };
    let asked = |words: &str, other: &str| Question {
        wording: Wording::Exact(words.to_owned()),
        ..question("q", &[("yes", Reported::Percent(60.0), ""), (other, Reported::Percent(40.0), "")])
    };
    let (march, april) = (on("a", "2021-03", "2021-03"), on("b", "2021-04-02", "2021-04-04"));
    let (one, other) = (asked("Do you?", "no"), asked("Would you?", "don’t know"));
    let found = statuses(item(&march, &one), item(&april, &other));
    for name in ["wording", "dates", "answer options"] {
        assert!(found.contains(&(name, Status::Different)), "{name}: {found:?}");
    }
    assert!(found.contains(&("population", Status::Same)), "{found:?}");

    let late_march = on("b", "2021-03-30", "2021-03-31");
    let found = statuses(item(&march, &one), item(&late_march, &asked("do you?", "no")));
    assert!(found.contains(&("dates", Status::Unknown)), "{found:?}");
    assert!(found.contains(&("wording", Status::Same)), "{found:?}");
    assert!(found.contains(&("answer options", Status::Same)), "{found:?}");
}

#[test]
fn one_figure_alone_has_its_interval_and_nothing_to_compare() {
    let (poll, asked) = (poll("a", 100), percent("q", 25.0));
    let found = compare(&[item(&poll, &asked)], &Settings::default());
    assert!(found.pairs.is_empty() && found.comparability.is_empty());
    assert!(found.estimates[0].is_ok());
    assert_eq!(compare(&[], &Settings::default()).estimates, []);
}

#[test]
fn a_plain_and_a_conditional_question_of_one_poll_are_said_to_be_worded_differently() {
    let survey = unsized_poll("a");
    let worded = |id: &str, value, words: &str| Question {
        wording: Wording::Paraphrase(words.to_owned()),
        ..percent(id, value)
    };
    let plain = worded("plain", 33.0, "Do you support it?");
    let conditional = worded("safe", 62.0, "Would you support it if children were safe?");
    let found = compare(&[item(&survey, &plain), item(&survey, &conditional)], &Settings::default());
    assert_eq!(found.comparability[0].status, Status::Different);
    assert_eq!(
        found.verdict,
        "33% against 62%, same poll, same people: a difference of −29 points between two questions; \
         no sampling test applies. Wording differs, so these are not one opinion measured twice. \
         A condition is set by some of the questions and not by others: “if children were safe”."
    );
}

#[test]
fn of_many_pairs_it_is_counted_what_the_tests_say() {
    let (a, b, c) = (poll("a", 1000), poll("b", 1000), unsized_poll("c"));
    let (low, high) = (percent("q", 40.0), percent("q", 60.0));
    let found = compare(&[item(&a, &low), item(&b, &high), item(&c, &high)], &Settings::default());
    assert!(
        found.verdict.starts_with(
            "Of 3 pairs, 1 differs by more than sampling alone would explain and 2 cannot be tested."
        ),
        "{}",
        found.verdict
    );
}

#[test]
fn where_no_pair_can_be_tested_it_is_said_once() {
    let (a, asked) = (unsized_poll("a"), percent("q", 40.0));
    let (b, c) = (unsized_poll("b"), unsized_poll("c"));
    let found = compare(&[item(&a, &asked), item(&b, &asked), item(&c, &asked)], &Settings::default());
    assert!(found.verdict.starts_with("None of the 3 pairs can be tested."), "{}", found.verdict);
}

#[test]
fn what_is_counted_on_a_trial_is_said_to_be_one() {
    let (a, b, c) = (poll("a", 1000), poll("b", 1000), unsized_poll("c"));
    let (low, high) = (percent("q", 40.0), percent("q", 60.0));
    let settings = Settings { what_if: WhatIf::new(500), ..Settings::default() };
    let found = compare(&[item(&a, &low), item(&b, &high), item(&c, &high)], &settings);
    assert!(found.verdict.starts_with("If n were 500: of 3 pairs, 2 differ"), "{}", found.verdict);
    let stated = compare(&[item(&a, &low), item(&b, &high), item(&b, &low)], &settings);
    assert!(stated.verdict.starts_with("Of 3 pairs"), "nothing rests on it: {}", stated.verdict);
}

#[test]
fn of_very_many_figures_only_the_intervals_are_given() {
    let (survey, question) = (poll("a", 1000), percent("q", 40.0));
    let found = compare(&vec![item(&survey, &question); MOST_PAIRED + 1], &Settings::default());
    assert_eq!((found.estimates.len(), found.pairs.len()), (MOST_PAIRED + 1, 0));
    assert!(found.notes.iter().any(|note| note.contains("no two are set against each other")));
}

#[test]
fn a_test_of_very_few_people_is_said_to_be_rough() {
    let (one, many) = (poll("a", 1), poll("b", 1000));
    let (none, most) = (percent("q", 0.0), percent("q", 80.0));
    let rough = |a: &Poll, b: &Poll| {
        let found = compare(&[item(a, &none), item(b, &most)], &Settings::default());
        found.notes.into_iter().find(|note| note.contains("rough"))
    };
    let note = rough(&one, &many).expect("it is said");
    assert!(note.starts_with("So few people make the z test rough (1 and 2): "), "{note}");
    assert_eq!(rough(&poll("a", 400), &many), None);
}
