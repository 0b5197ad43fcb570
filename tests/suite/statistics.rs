//! Intervals, differences and p-values against published values, against statsmodels
//! (`tests/fixtures/statistics/README.md`) and against what must hold for any numbers.

use std::fs::File;
use std::path::Path;

use briefing_reader::poll::stats::{
    Confidence, DesignEffect, Interval, NoInterval, Sample, Share, WhatIf, difference, estimate, holm,
    p_value, wilson,
};
use briefing_reader::poll::{Base, Poll, Question, Reported, SampleSize};
use proptest::prelude::*;

const SURE: Confidence = Confidence::NINETY_FIVE;

fn share(percent: f64, people: f64) -> Share {
    Share::new(percent, people).unwrap()
}

fn assert_near(found: Interval, low: f64, high: f64, within: f64, case: &str) {
    assert!(
        (found.low - low).abs() <= within && (found.high - high).abs() <= within,
        "{case}: {found:?}, not {low} to {high}"
    );
}

#[test]
fn published_values_are_met() {
    // Printed for 1.96 standard errors, which moves the last digit.
    assert_near(wilson(share(25.0, 100.0), SURE), 17.545, 34.305, 1e-3, "25% of 100");
    let newcombe = |a, b| difference(a, b, SURE);
    assert_near(
        newcombe(share(5600.0 / 70.0, 70.0), share(60.0, 80.0)),
        5.24,
        33.39,
        5e-3,
        "56/70 and 48/80",
    );
    assert_near(newcombe(share(85.0, 197.0), share(76.0, 302.0)), 1.8, 15.7, 0.05, "managers prosecuted");
    assert_near(newcombe(share(94.0, 197.0), share(91.0, 302.0)), -2.0, 7.5, 0.05, "safe by design");
}

/// The rows of a fixture, with its header left out.
fn rows(name: &str) -> Vec<Vec<f64>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/statistics").join(name);
    let mut reader = csv::Reader::from_reader(File::open(path).unwrap());
    let records = reader.records().map(Result::unwrap);
    records.map(|record| record.iter().map(|cell| cell.parse().unwrap()).collect()).collect()
}

/// In percent.
const AGREED: f64 = 1e-9;

#[test]
fn wilson_agrees_with_statsmodels() {
    let rows = rows("wilson.csv");
    assert_eq!(rows.len(), 1200);
    for row in rows {
        let [answered, people, design_effect, level, low, high] = row[..] else { panic!("{row:?}") };
        let share = share(100.0 * answered / people, people / design_effect);
        let found = wilson(share, Confidence::new(level * 100.0).unwrap());
        assert_near(found, low * 100.0, high * 100.0, AGREED, &format!("{row:?}"));
    }
}

#[test]
fn differences_and_their_p_values_agree_with_statsmodels() {
    let rows = rows("newcombe.csv");
    assert_eq!(rows.len(), 1200);
    for row in rows {
        let [answered_a, n_a, answered_b, n_b, level, low, high, p] = row[..] else { panic!("{row:?}") };
        let a = share(100.0 * answered_a / n_a, n_a);
        let b = share(100.0 * answered_b / n_b, n_b);
        let found = difference(a, b, Confidence::new(level * 100.0).unwrap());
        assert_near(found, low * 100.0, high * 100.0, AGREED, &format!("{row:?}"));
        assert!((p_value(a, b) - p).abs() <= 1e-9, "{row:?}: {}", p_value(a, b));
    }
}

#[test]
fn holm_agrees_with_statsmodels() {
    let rows = rows("holm.csv");
    let families = rows.chunk_by(|one, next| one[0].total_cmp(&next[0]).is_eq());
    let mut seen = 0;
    for family in families {
        seen += 1;
        let raw: Vec<f64> = family.iter().map(|row| row[1]).collect();
        for (found, row) in holm(&raw).into_iter().zip(family) {
            assert!((found - row[2]).abs() <= 1e-9, "{family:?}: {found}");
        }
    }
    assert_eq!(seen, 100);
}

/// The sample of a question with a base, in a poll of a size.
fn sample(size: Option<SampleSize>, base: &Base, what_if: Option<WhatIf>) -> Result<Sample, NoInterval> {
    let poll = Poll { sample_size: size, ..Poll::default() };
    Sample::of(&poll, &Question { base: base.clone(), ..Question::default() }, what_if)
}

#[test]
fn an_interval_rests_on_the_questions_own_n_and_on_the_effective_number_where_they_are_stated() {
    let poll =
        Poll { sample_size: Some(SampleSize::Stated(3043)), effective_n: Some(2500.5), ..Poll::default() };
    let around = |question: &Question| {
        let sample = Sample::of(&poll, question, WhatIf::new(9))?;
        estimate(Reported::Percent(62.0), Ok(sample), DesignEffect::new(2.0).unwrap(), SURE)
    };
    let parents = Base::Described("parents of under-18s (n=312)".to_owned());
    for (question, people, words) in [
        (Question { base: Base::All, ..Question::default() }, 2500.5, "3,043 (effective 2,500.5)"),
        (Question { base: parents.clone(), ..Question::default() }, 156.0, "312"),
        (
            Question { base: parents, effective_n: Some(280.0), ..Question::default() },
            280.0,
            "312 (effective 280)",
        ),
        (Question { n: Some(SampleSize::Stated(500)), ..Question::default() }, 250.0, "500"),
        (Question { effective_n: Some(400.0), ..Question::default() }, 400.0, "effective 400"),
    ] {
        let found = around(&question).unwrap();
        assert_eq!(found.interval, wilson(share(62.0, people), SURE), "{words}");
        assert_eq!((found.sample.words().as_str(), found.sample.assumed), (words, None));
    }
    let why = |question: Question| Sample::of(&poll, &question, None).unwrap_err().to_string();
    let described = |words: &str| Question { base: Base::Described(words.to_owned()), ..Question::default() };
    assert_eq!(
        why(described("parents (312)")),
        "the percentages are of “parents (312)”, and whether 312 is how many they are is not certain"
    );
    assert_eq!(
        why(described("parents (weighted base 298.4)")),
        "only the weighted base is stated (298.4), and that is no number of people"
    );
    assert_eq!(
        why(Question { n: Some(SampleSize::NotStated), ..described("parents (n=312)") }),
        "the percentages are of “parents (n=312)”, and how many they are is not stated",
        "the field counts"
    );
    assert_eq!(why(described("parents (n≈300)")), "sample size stated only as about 300");
}

#[test]
fn a_design_effect_widens_the_interval_as_a_smaller_sample_would() {
    let sample = sample(Some(SampleSize::Stated(2000)), &Base::All, None);
    let with =
        estimate(Reported::Percent(40.0), sample.clone(), DesignEffect::new(2.0).unwrap(), SURE).unwrap();
    let without = estimate(Reported::Percent(40.0), sample, DesignEffect::NONE, SURE).unwrap();
    assert_eq!(with.interval, wilson(share(40.0, 1000.0), SURE));
    assert!(with.interval.low < without.interval.low);
}

#[test]
fn without_a_number_and_a_sample_there_is_no_interval_and_it_says_why() {
    let why = |value, size, base: &Base| {
        let sample = sample(size, base, None);
        estimate(value, sample, DesignEffect::NONE, SURE).unwrap_err().to_string()
    };
    let (exact, stated) = (Reported::Percent(62.0), Some(SampleSize::Stated(1000)));
    assert_eq!(why(exact, None, &Base::All), "sample size not stated");
    assert_eq!(why(exact, Some(SampleSize::NotStated), &Base::All), "sample size not stated");
    assert_eq!(
        why(exact, Some(SampleSize::MoreThan(26_000)), &Base::All),
        "sample size stated only as more than 26,000"
    );
    assert!(why(exact, Some(SampleSize::About(2500)), &Base::All).contains("about 2,500"));
    assert!(why(exact, stated, &Base::NotStated).contains("everybody asked"));
    assert_eq!(
        why(exact, stated, &Base::Described("those with an opinion".to_owned())),
        "the percentages are of “those with an opinion”, and how many they are is not stated"
    );
    assert!(why(Reported::MoreThan(50.0), stated, &Base::All).contains("above 50%, at most 100%"));
    assert_eq!(why(Reported::NotReported, None, &Base::All), "the value is not reported");
    assert!(why(exact, Some(SampleSize::Stated(0)), &Base::All).contains("at least one person"));
    assert_eq!(Share::new(101.0, 10.0), Err(NoInterval::Impossible));
    assert_eq!(Share::new(f64::NAN, 10.0), Err(NoInterval::Impossible));
    assert_eq!(Share::new(10.0, f64::INFINITY), Err(NoInterval::Impossible));
}

#[test]
fn an_assumed_sample_stands_in_only_where_none_is_stated_and_names_itself() {
    let what_if = WhatIf::new(1000);
    let tried = sample(None, &Base::All, what_if).unwrap();
    assert_eq!((tried.people, tried.assumed), (Some(1000), what_if));
    assert_eq!(what_if.unwrap().label(), "if n were 1,000");
    let stated = sample(Some(SampleSize::Stated(197)), &Base::All, what_if).unwrap();
    assert_eq!((stated.people, stated.assumed), (Some(197), None));
    assert_eq!(WhatIf::new(0), None);
    assert_eq!(WhatIf::new(u64::MAX), None, "more people than there are");
}

#[test]
fn nothing_or_everything_said_by_both_is_no_difference() {
    for percent in [0.0, 100.0] {
        assert!((p_value(share(percent, 1.0), share(percent, 30.0)) - 1.0).abs() < f64::EPSILON);
    }
}

/// Any share, its ends and single people more often than chance would have them.
fn any_share() -> impl Strategy<Value = Share> {
    let percent = prop_oneof![Just(0.0), Just(100.0), 0.0..=100.0];
    let people = prop_oneof![Just(1.0), 1.0..100.0, 100.0..1e7];
    (percent, people).prop_map(|(percent, people)| share(percent, people))
}

fn any_confidence() -> impl Strategy<Value = Confidence> {
    (50.0..99.99).prop_map(|percent| Confidence::new(percent).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_interval_contains_its_share_and_stays_on_the_scale(
        share in any_share(), confidence in any_confidence()
    ) {
        let Interval { low, high } = wilson(share, confidence);
        prop_assert!(0.0 <= low && low <= share.percent() && share.percent() <= high && high <= 100.0);
        prop_assert!(low < high);
    }

    #[test]
    fn an_interval_widens_as_fewer_people_answer(
        share in any_share(), confidence in any_confidence(), fewer in 0.01..0.95
    ) {
        let of_fewer = Share::new(share.percent(), share.people() * fewer).unwrap();
        let width = |share| { let Interval { low, high } = wilson(share, confidence); high - low };
        prop_assert!(width(of_fewer) > width(share));
    }

    #[test]
    fn a_difference_turned_round_is_its_own_mirror_image(
        a in any_share(), b in any_share(), confidence in any_confidence()
    ) {
        let (there, back) = (difference(a, b, confidence), difference(b, a, confidence));
        prop_assert_eq!(there, Interval { low: -back.high, high: -back.low });
        prop_assert!((p_value(a, b) - p_value(b, a)).abs() < 1e-12);
    }

    #[test]
    fn a_difference_contains_what_was_seen_and_stays_on_the_scale(
        a in any_share(), b in any_share(), confidence in any_confidence()
    ) {
        let Interval { low, high } = difference(a, b, confidence);
        let seen = a.percent() - b.percent();
        prop_assert!(-100.0 <= low && low <= seen && seen <= high && high <= 100.0);
        prop_assert!((0.0..=1.0).contains(&p_value(a, b)));
    }

    #[test]
    fn a_correction_never_makes_a_test_stronger_and_keeps_the_order(
        p_values in prop::collection::vec(0.0..=1.0, 0..20)
    ) {
        let corrected = holm(&p_values);
        prop_assert_eq!(corrected.len(), p_values.len());
        for (raw, one) in p_values.iter().zip(&corrected) {
            prop_assert!(raw <= one && *one <= 1.0);
            for (other_raw, other) in p_values.iter().zip(&corrected) {
                prop_assert!(raw > other_raw || one <= other);
            }
        }
    }
}
