//! What must not be said although the numbers are there: of people who may be the same, of very few, of
//! numbers that were rounded, of answers from other lists.

use super::*;
use crate::poll::Choice;

fn survey() -> Poll {
    Poll {
        pollster: Some(Disclosed::Stated("YouGov".to_owned())),
        population: Some(Disclosed::Stated("UK adults".to_owned())),
        fieldwork: Some(Fieldwork::Dates("2021-03-01".to_owned(), "2021-03-03".to_owned())),
        ..poll("y", 1000)
    }
}

#[test]
fn polls_that_state_the_same_of_themselves_may_be_one_and_are_not_tested() {
    let (here, there, asked, answered) = (survey(), survey(), percent("q", 70.0), percent("q", 40.0));
    let elsewhere = Item { briefing: "other", ..item(&there, &answered) };
    let pair = two(item(&here, &asked), elsewhere);
    assert_eq!(pair.test, Err(NoTest::PerhapsSamePeople));
    assert_eq!(
        pair.verdict,
        "70% against 40%: a difference of 30 points; not tested (both state the same pollster, population, \
         dates and sample size, so the same people may have answered)."
    );
    let beside = Poll { id: "z".to_owned(), ..survey() };
    let pair = two(item(&here, &asked), item(&beside, &answered));
    assert_eq!(pair.test, Err(NoTest::PerhapsSamePeople), "in one briefing, too");
    let later = Poll {
        fieldwork: Some(Fieldwork::Dates("2022-03-01".to_owned(), "2022-03-03".to_owned())),
        ..survey()
    };
    assert!(two(item(&here, &asked), Item { briefing: "other", ..item(&later, &asked) }).test.is_ok());
}

#[test]
fn a_group_of_a_group_is_part_of_the_whole_and_may_overlap_with_its_other_groups() {
    let part = |id: &str, of: &str, further: &[&str]| Poll {
        subgroup_of: Some(of.to_owned()),
        further_wholes: further.iter().map(|whole| (*whole).to_owned()).collect(),
        ..poll(id, 100)
    };
    let whole = poll("whole", 1000);
    let young_women = part("young-women", "women", &["whole"]);
    let north = part("north", "whole", &[]);
    let (a, b) = (percent("q", 90.0), percent("q", 60.0));
    assert_eq!(two(item(&young_women, &a), item(&whole, &b)).test, Err(NoTest::PartOfTheOther));
    let overlapping = two(item(&young_women, &a), item(&north, &b));
    assert!(
        overlapping.verdict.ends_with("provided that nobody is in both groups."),
        "{}",
        overlapping.verdict
    );
    let found = statuses(item(&young_women, &a), item(&north, &b));
    for name in ["mode", "dates"] {
        assert!(found.contains(&(name, Status::Same)), "they were asked together: {found:?}");
    }
}

#[test]
fn where_very_few_answered_the_sentence_itself_says_that_the_test_is_rough() {
    let (one, many) = (poll("a", 1), poll("b", 1000));
    let pair = two(item(&one, &percent("q", 100.0)), item(&many, &percent("q", 0.0)));
    assert!(pair.verdict.ends_with("but with so few people the test is rough."), "{}", pair.verdict);
}

#[test]
fn a_difference_that_rounding_could_make_is_not_said_to_be_more_than_that() {
    let (first, second) = (poll("a", 100_000), poll("b", 100_000));
    let of = |share: f64, printed: &str| question("q", &[("yes", Reported::Percent(share), printed)]);
    let compared = |a: &Question, b: &Question| {
        let found = compare(&[item(&first, a), item(&second, b)], &Settings::default());
        let test = found.pairs[0].test.clone().unwrap();
        assert!(test.significant);
        let noted = found.notes.iter().any(|note| note.contains("Printed percents are rounded"));
        assert_eq!(noted, test.hangs_on_rounding, "{:?}", found.notes);
        assert_eq!(found.pairs[0].verdict.contains("rounding"), test.hangs_on_rounding);
        test.hangs_on_rounding
    };
    assert!(compared(&of(50.0, "50%"), &of(51.0, "51%")), "50.4 and 50.6 print the same");
    assert!(compared(&of(51.0, "51%"), &of(50.0, "")));
    assert!(!compared(&of(50.0, "50.0%"), &of(51.0, "just 51.0%")), "printed to a tenth of a percent");
    assert!(!compared(&of(50.0, "50%"), &of(54.0, "54%")));
}

#[test]
fn answers_from_other_lists_are_told_apart_and_words_do_not_say_that_others_are_missing() {
    let (first, second) = (poll("a", 1000), poll("b", 1000));
    let of = |answers: &[(&str, f64)]| {
        let answers: Vec<_> =
            answers.iter().map(|(id, share)| (*id, Reported::Percent(*share), "")).collect();
        question("q", &answers)
    };
    let options = |a: &Question, b: &Question| {
        let found = compare(&[item(&first, a), item(&second, b)], &Settings::default());
        let aspect =
            found.comparability.iter().find(|aspect| aspect.name == "answer options").unwrap().clone();
        (aspect.status, aspect.values[1].clone().unwrap(), found.verdict)
    };
    let two_answers = of(&[("yes", 60.0), ("no", 40.0)]);
    let (status, _, verdict) =
        options(&two_answers, &of(&[("yes", 50.0), ("no", 30.0), ("it depends", 20.0)]));
    assert_eq!(status, Status::Different);
    assert!(
        verdict.contains("Answer options differ, so these are not one opinion measured twice."),
        "{verdict}"
    );
    let (status, _, verdict) = options(&two_answers, &of(&[("no", 40.0), ("yes", 60.0)]));
    assert_eq!(status, Status::Same, "in another order");
    assert!(!verdict.contains("options"), "{verdict}");
    let many = Question { choice: Choice::Many, ..of(&[("yes", 60.0), ("no", 70.0)]) };
    let (status, words, _) = options(&two_answers, &many);
    assert_eq!((status, words.as_str()), (Status::Different, "yes; no (several could be chosen)"));
    let (status, words, _) = options(&two_answers, &of(&[("yes", 50.0), ("no", 32.0), ("don’t know", 15.0)]));
    assert_eq!((status, words.as_str()), (Status::Unknown, "yes; no; don’t know (others are not reported)"));
    let vague = question("q", &[("yes", Reported::MoreThan(50.0), ""), ("no", Reported::Percent(4.0), "")]);
    let (status, words, _) = options(&two_answers, &vague);
    assert_eq!((status, words.as_str()), (Status::Unknown, "yes; no (there may be others)"));
}
