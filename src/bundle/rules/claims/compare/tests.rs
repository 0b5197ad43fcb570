use super::*;
use crate::bundle::rules::claims::said::said;
use Verdict::{Agrees, Differs, Firmer};

fn verdict(text: &str, value: Reported) -> Verdict {
    let given = Given::of_share(value).unwrap();
    said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min().unwrap()
}

#[test]
fn a_percent_may_be_said_in_many_ways() {
    let sixty_two = Reported::Percent(62.0);
    for text in [
        "62%",
        "62 per cent",
        "about 60%",
        "more than half",
        "over 60%",
        "almost two thirds",
        "at least 62%",
        "some 62%",
        "62",
    ] {
        assert_eq!(verdict(text, sixty_two), Agrees, "{text}");
    }
    for text in [
        "63%",
        "26%",
        "two thirds",
        "nine in ten",
        "more than 62%",
        "over two thirds",
        "fewer than 60%",
        "half",
    ] {
        assert_eq!(verdict(text, sixty_two), Differs, "{text}");
    }
}

#[test]
fn round_words_stand_for_the_percents_next_to_them() {
    assert_eq!(verdict("two thirds", Reported::Percent(66.0)), Agrees);
    assert_eq!(verdict("two in three", Reported::Percent(67.0)), Agrees);
    assert_eq!(verdict("nine in ten", Reported::Percent(90.0)), Agrees);
    assert_eq!(verdict("a third", Reported::Percent(33.0)), Agrees);
    assert_eq!(verdict("one in three", Reported::About(33.333)), Agrees);
    assert_eq!(verdict("more than a third", Reported::Percent(34.0)), Agrees);
    assert_eq!(verdict("more than a third", Reported::Percent(33.0)), Differs);
    assert_eq!(verdict("62%", Reported::Percent(62.4)), Agrees);
    assert_eq!(verdict("62.4%", Reported::Percent(62.0)), Differs);
}

#[test]
fn a_hedge_that_is_dropped_makes_the_text_firmer() {
    assert_eq!(verdict("half", Reported::MoreThan(50.0)), Firmer);
    assert_eq!(verdict("just over half", Reported::MoreThan(50.0)), Firmer);
    assert_eq!(verdict("a third", Reported::JustUnder(33.333)), Firmer);
    assert_eq!(verdict("33%", Reported::About(33.333)), Firmer);
    assert_eq!(verdict("70%", Reported::Between(70.0, 75.0)), Firmer);
    assert_eq!(verdict("5%", Reported::LessThan(5.0)), Firmer);
}

#[test]
fn a_hedge_that_is_kept_or_loosened_agrees() {
    assert_eq!(verdict("more than half", Reported::MoreThan(50.0)), Agrees);
    assert_eq!(verdict("more than 40%", Reported::MoreThan(50.0)), Agrees);
    assert_eq!(verdict("almost a third", Reported::JustUnder(33.333)), Agrees);
    assert_eq!(verdict("less than a third", Reported::JustUnder(33.333)), Agrees);
    assert_eq!(verdict("between 70% and 75%", Reported::Between(70.0, 75.0)), Agrees);
    assert_eq!(verdict("fewer than 5%", Reported::LessThan(5.0)), Agrees);
}

#[test]
fn a_hedge_turned_round_differs() {
    assert_eq!(verdict("less than half", Reported::MoreThan(50.0)), Differs);
    assert_eq!(verdict("more than a third", Reported::JustUnder(33.333)), Differs);
    assert_eq!(verdict("62%", Reported::MoreThan(50.0)), Differs);
}

#[test]
fn fractions_and_ratios_are_their_percents() {
    for (text, percent) in [
        ("2/3", 67.0),
        ("two-thirds", 66.0),
        ("9 out of every 10", 90.0),
        ("three in five", 60.0),
        ("one in every four", 25.0),
        ("half", 50.0),
        ("a quarter", 25.0),
        ("four fifths", 80.0),
        ("1 in 3", 33.0),
        ("62½%", 62.5),
        (".5%", 0.5),
        ("75 in 100", 75.0),
        ("75 of 100", 75.0),
        ("75 of the 100 asked", 75.0),
        ("75 out of the 100 asked", 75.0),
        ("75 out of 100 adults", 75.0),
        ("75 people in 100", 75.0),
        ("75 adults out of every hundred", 75.0),
        ("half a per cent", 0.5),
        ("312 of 503", 62.0),
        ("75", 75.0),
        ("75 said so", 75.0),
    ] {
        assert_eq!(verdict(text, Reported::Percent(percent)), Agrees, "{text}");
    }
    for text in ["half an hour", "half a million", "half a per cent", "half a dozen"] {
        assert_eq!(verdict(text, Reported::Percent(50.0)), Differs, "{text}");
    }
    for text in ["75 in 100", "3/4", "three in four", "62 of 100", "74.6%"] {
        assert_eq!(verdict(text, Reported::Percent(71.0)), Differs, "{text}");
    }
}

#[test]
fn another_unit_or_size_never_passes_for_a_share() {
    for text in [
        "75 million",
        "£75",
        "$75",
        "75‰",
        "75 percentage points",
        "75 points",
        "75 parents",
        "75 years",
        "75th",
        "75p",
        "75kg",
        "75m",
        "75bn",
        "75k",
        "aged 75",
        "75 times",
        "75,000",
        "75.5",
        "2,075",
        "−75",
        "−75%",
        "page 75",
        "75°",
        "CHF 75",
        "table 75",
        "75 per mille",
        "×75",
        "75 people in 100 schools",
        "75 of them, 100 schools",
        "2075",
        "2075 adults",
        "75 of them",
        "75 million or fewer",
        "less than £75",
        "75 per 1,000",
    ] {
        assert_eq!(verdict(text, Reported::Percent(75.0)), Differs, "{text}");
    }
}

#[test]
fn what_is_printed_in_the_place_of_a_number_is_its_value() {
    let share = |value: Reported| Given::of_share(value).unwrap();
    for printed in ["12*", "12 r", "12a", "12 [u]", "(12)"] {
        assert!(share(Reported::Percent(12.0)).is_printed_as(printed), "{printed}");
    }
    for printed in ["12kg", "£12", "13*", "12 63", "12+"] {
        assert!(!share(Reported::Percent(12.0)).is_printed_as(printed), "{printed}");
    }
    assert!(share(Reported::Between(95.0, 100.0)).is_printed_as("95+"));
    assert!(Given::of_amount(Amount::Exact(-23.0), "net score").is_printed_as("(23)"));
}

#[test]
fn ranges_are_compared_whole() {
    for text in [
        "between 70% and 75%",
        "70–75%",
        "70 – 75%",
        "70-75 per cent",
        "70 to 75%",
        "from 70 to 75 per cent",
        "70%–75%",
    ] {
        assert_eq!(verdict(text, Reported::Between(70.0, 75.0)), Agrees, "{text}");
        assert_eq!(verdict(text, Reported::Percent(72.0)), Agrees, "{text}");
    }
    for text in ["70–75 million", "£70–75", "between 70 and 75 parents", "70-75 years"] {
        assert_eq!(verdict(text, Reported::Between(70.0, 75.0)), Differs, "{text}");
    }
    assert_eq!(verdict("rose from 70 to 75 per cent", Reported::Percent(72.0)), Differs);
}

#[test]
fn what_is_below_zero_is_said_with_its_sign_or_as_a_fall() {
    let amount = |text: &str, value: f64, unit: &str| {
        let given = Given::of_amount(Amount::Exact(value), unit);
        said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min()
    };
    for text in
        ["−4.2%", "-4.2%", "minus 4.2%", "fell by 4.2%", "down 4.2%", "a 4.2% fall", "fell by more than 4%"]
    {
        assert_eq!(amount(text, -4.2, "%"), Some(Agrees), "{text}");
    }
    for text in ["4.2%", "rose by 4.2%", "up 4.2%", "fell to 4.2%", "+4.2%"] {
        assert_eq!(amount(text, -4.2, "%"), Some(Differs), "{text}");
    }
    for text in ["−23", "minus 23", "a net score of −23", "−23 points"] {
        assert_eq!(amount(text, -23.0, "net score"), Some(Agrees), "{text}");
    }
    assert_eq!(amount("23", -23.0, "net score"), Some(Differs));
    assert_eq!(amount("fell by 4.2%", 4.2, "%"), Some(Agrees), "a fall may be given as its size");
}

#[test]
fn units_of_amounts_are_kept_apart() {
    let amount = |text: &str, value: f64, unit: &str| {
        let given = Given::of_amount(Amount::Exact(value), unit);
        said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min()
    };
    for (text, value, unit, verdict) in [
        ("£75", 75.0, "pounds", Agrees),
        ("£75m", 75.0, "£ million", Agrees),
        ("75 million", 75.0, "million reports", Agrees),
        ("75 million reports", 75e6, "reports", Agrees),
        ("£75", 75.0, "arrests", Differs),
        ("75%", 75.0, "arrests", Differs),
        ("75 people", 75.0, "£", Differs),
        ("23 hours", 23.0, "hours a day", Agrees),
        ("12-year-olds", 12.0, "years old", Agrees),
        ("75 million", 75.0, "reports", Differs),
        ("£3m", 3.0, "£bn", Differs),
        ("3 children", 3.0, "million children", Differs),
        ("3", 3.0, "million children", Agrees),
        ("5 points", 5.0, "percentage points", Agrees),
        ("5%", 5.0, "percentage points", Differs),
        ("fell by 3 million", -3.0, "million reports", Agrees),
    ] {
        assert_eq!(amount(text, value, unit), Some(verdict), "{text}, {value} {unit}");
    }
}

#[test]
fn amounts_are_compared_as_they_are() {
    let amount = |text: &str, value: Amount| {
        let given = Given::of_amount(value, "arrests");
        said(text).iter().filter(|said| given.could_be(said)).map(|said| compare(said, &given)).min()
    };
    assert_eq!(amount("2,500 arrests in 2018", Amount::Exact(2_500.0)), Some(Agrees));
    assert_eq!(amount("arrests in 2018", Amount::Exact(2_500.0)), None);
    assert_eq!(amount("2,600 arrests", Amount::Exact(2_500.0)), Some(Differs));
    assert_eq!(amount("more than 26,000", Amount::MoreThan(26_000.0)), Some(Agrees));
    assert_eq!(amount("26,000", Amount::MoreThan(26_000.0)), Some(Firmer));
    assert_eq!(amount("3 million", Amount::JustUnder(3_000_000.0)), Some(Firmer));
}
