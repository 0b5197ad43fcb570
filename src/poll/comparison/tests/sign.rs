//! A difference and its interval have one sign: of "X against Y" it is X − Y.

use proptest::prelude::*;

use super::*;

/// The numbers of a sentence with their signs, after a phrase.
fn numbers_after(verdict: &str, phrase: &str) -> Vec<f64> {
    let rest = verdict.split_once(phrase).map_or("", |(_, rest)| rest);
    let rest = rest.split(" points").next().unwrap_or_default().to_owned()
        + rest.split_once(',').map_or("", |(_, interval)| interval.split(" with").next().unwrap_or_default());
    let words = rest.replace('−', "-");
    words.split([' ', ',']).filter_map(|word| word.trim_start_matches('+').parse().ok()).collect()
}

#[test]
fn what_is_less_has_a_minus_in_the_difference_and_in_its_interval() {
    let (one, other) = (poll("a", 1000), poll("b", 1000));
    let (less, more) = (percent("q", 47.0), percent("q", 53.0));
    let fell = two(item(&one, &less), item(&other, &more));
    assert!(
        fell.verdict
            .starts_with("47% of 1,000 against 53% of 1,000: a difference of −6 points, −10.4 to −1.6 with"),
        "{}",
        fell.verdict
    );
    assert_eq!(ends(&fell), Some((-10.4, -1.6, DifferenceOf::Sampling)));
    let rose = two(item(&one, &more), item(&other, &less));
    assert!(rose.verdict.contains(": a difference of 6 points, +1.6 to +10.4 with"), "{}", rose.verdict);
}

#[test]
fn words_that_leave_it_open_have_the_sign_too() {
    let (one, other) = (poll("a", 1000), poll("b", 1000));
    let vague = question("q", &[("yes", Reported::Between(20.0, 25.0), "20 to 25%")]);
    let pair = two(item(&one, &vague), item(&other, &percent("q", 62.0)));
    assert!(pair.verdict.contains("a difference of −42 to −37 points before"), "{}", pair.verdict);
    let pair = two(item(&one, &percent("q", 62.0)), item(&other, &vague));
    assert!(pair.verdict.contains("a difference of 37 to 42 points before"), "{}", pair.verdict);
    let pair = two(item(&one, &percent("q", 61.0)), item(&one, &percent("r", 62.0)));
    assert!(pair.verdict.contains("a difference of −1 point between two questions"), "{}", pair.verdict);
}

#[test]
fn all_others_are_held_against_the_baseline() {
    let polls = [poll("a", 1000), poll("b", 1000), poll("c", 1000)];
    let questions = [percent("q", 47.0), percent("q", 53.0), percent("q", 60.0)];
    let items: Vec<Item<'_>> =
        polls.iter().zip(&questions).map(|(poll, question)| item(poll, question)).collect();
    let found = compare_against(&items, &Settings::default(), Some(0));
    let pairs: Vec<(usize, usize)> = found.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(pairs, [(1, 0), (2, 0), (1, 2)]);
    assert!(
        found.pairs[0]
            .verdict
            .starts_with("53% of 1,000 against 47% of 1,000: a difference of 6 points, +1.6 to")
    );
    let found = compare_against(&items, &Settings::default(), Some(2));
    assert!(found.pairs.iter().filter(|pair| pair.a == 2 || pair.b == 2).all(|pair| pair.b == 2));
}

proptest! {
    #[test]
    fn sentence_and_interval_agree(a in 0_u8..=100, b in 0_u8..=100, n in 2_u64..5_000, m in 2_u64..5_000) {
        let (one, other) = (poll("a", n), poll("b", m));
        let pair = two(item(&one, &percent("q", f64::from(a))), item(&other, &percent("q", f64::from(b))));
        let difference = f64::from(a) - f64::from(b);
        let interval = pair.difference.expect("both are numbers").interval;
        prop_assert!(interval.low <= difference && difference <= interval.high);
        let said = numbers_after(&pair.verdict, "a difference of ");
        if a != b {
            prop_assert!((said[0] - difference).abs() < 1e-9, "{}", pair.verdict);
            prop_assert!((said[1] - interval.low).abs() < 0.051 && (said[2] - interval.high).abs() < 0.051, "{}", pair.verdict);
        }
    }
}
