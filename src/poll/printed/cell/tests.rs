use proptest::prelude::*;

use super::*;

fn number(cell: &str) -> Option<(f64, bool)> {
    match Printed::read(cell) {
        Printed::Number(number) => Some((number.value, number.is_percent)),
        _ => None,
    }
}

#[test]
fn numbers_are_read_with_every_sign() {
    for minus in ["-", "−", "\u{2010}", "\u{2011}", "\u{2012}", "–", "﹣", "－", "- ", "− "] {
        assert_eq!(number(&format!("{minus}5")), Some((-5.0, false)), "{minus}");
        assert_eq!(number(&format!(" {minus}4.2% ")), Some((-4.2, true)), "{minus}");
    }
    assert_eq!(number("+5"), Some((5.0, false)));
    for cell in [
        "62%",
        "62 %",
        "62\u{a0}%",
        "62pc",
        "62 per cent",
        "62 Percent",
        "62％",
        "６２％",
        "٦٢٪",
        "62\u{200b}%",
    ] {
        assert_eq!(number(cell), Some((62.0, true)), "{cell}");
    }
    assert_eq!(number(".5%"), Some((0.5, true)));
    assert_eq!(number("%62"), Some((62.0, true)));
    assert_eq!(number("-0").map(|(zero, _)| zero.is_sign_negative()), Some(false));
    assert_eq!(number("1,501"), Some((1_501.0, false)));
}

#[test]
fn marks_are_told_from_units() {
    for mark in ["*", "†", "[u]", "[12]", "(a)", "(revised)", "^a", "²", "r", "-", "**"] {
        assert!(is_mark(mark), "{mark}");
    }
    for unit in ["£", "kg", "people", "‰", "63", "(63)", "/2/3", "°c", "pp"] {
        assert!(!is_mark(unit), "{unit}");
    }
}

#[test]
fn a_whole_number_is_one_or_none() {
    for text in ["1501", "1,501", "1 501", "1’501", " 1501 ", "１５０１", "1501.0"] {
        assert_eq!(whole_number(text), Some(1_501), "{text}");
    }
    for text in ["1.501", "1,5", "1501%", "-1501", "~1501", "1501 people", "", "1e400", "many", "1,50,1"] {
        assert_eq!(whole_number(text), None, "{text}");
    }
}

#[test]
fn what_leaves_a_number_open_is_told() {
    for (cell, vague, value) in [
        ("<1", Vague::LessThan, 1.0),
        ("< 1%", Vague::LessThan, 1.0),
        ("under 5", Vague::LessThan, 5.0),
        ("fewer than 5%", Vague::LessThan, 5.0),
        (">99", Vague::MoreThan, 99.0),
        ("more than 26,000", Vague::MoreThan, 26_000.0),
        ("~5", Vague::About, 5.0),
        ("≈5", Vague::About, 5.0),
        ("c. 5", Vague::About, 5.0),
        ("c.5", Vague::About, 5.0),
        ("c5", Vague::About, 5.0),
        ("ca 5", Vague::About, 5.0),
        ("≤5", Vague::AtMost, 5.0),
        (">=95", Vague::AtLeast, 95.0),
        ("1,500+", Vague::AtLeast, 1_500.0),
        ("almost 33.3", Vague::JustUnder, 33.3),
    ] {
        let Printed::Vague(found, number) = Printed::read(cell) else { panic!("{cell}") };
        assert_eq!((found, number.value), (vague, value), "{cell}");
    }
}

#[test]
fn signs_in_the_place_of_a_number_are_no_numbers() {
    for cell in ["..", "...", "…", ":", "[c]", "[x]", "[u]", "(x)", "n/a", "N/A", "NA", "x", "not asked"] {
        assert_eq!(Printed::read(cell), Printed::Withheld(Withheld::NotGiven), "{cell}");
    }
    for cell in ["-", "–", "—", "−", "--", "-%"] {
        assert_eq!(Printed::read(cell), Printed::Withheld(Withheld::Dash), "{cell}");
    }
    assert_eq!(Printed::read("*"), Printed::Withheld(Withheld::Star));
    assert_eq!(Printed::read("*%"), Printed::Withheld(Withheld::Star));
    assert_eq!(Printed::read("[low]"), Printed::Withheld(Withheld::Low));
    assert_eq!(Printed::read("#DIV/0!"), Printed::SpreadsheetFault);
    assert_eq!(Printed::read(" "), Printed::Nothing);
}

#[test]
fn marks_and_units_are_kept_apart_from_the_number() {
    for (cell, value, mark) in [
        ("12*", 12.0, "*"),
        ("12 [u]", 12.0, "[u]"),
        ("12^a", 12.0, "^a"),
        ("12²", 12.0, "²"),
        ("12a", 12.0, "a"),
        ("62% (a)", 62.0, "(a)"),
        ("5-", 5.0, "-"),
        ("£75", 75.0, "£"),
        ("75kg", 75.0, "kg"),
        ("75‰", 75.0, "‰"),
        ("62 63", 62.0, "63"),
    ] {
        let Printed::Marked(number, found) = Printed::read(cell) else {
            panic!("{cell}: {:?}", Printed::read(cell))
        };
        assert_eq!((number.value, found.as_str()), (value, mark), "{cell}");
    }
}

#[test]
fn two_numbers_are_a_range_or_a_fraction_or_none() {
    let pair = |cell: &str| match Printed::read(cell) {
        Printed::Range(low, high) => Some((low.value, high.value)),
        _ => None,
    };
    for cell in ["20-25", "20–25%", "20 – 25", "20% to 25%", "20 and 25"] {
        assert_eq!(pair(cell), Some((20.0, 25.0)), "{cell}");
    }
    assert_eq!(pair("−5 to −3"), Some((-5.0, -3.0)));
    for cell in ["2/3", "⅔", "2 in 3", "2 out of 3", "2 out of every 3", "2⁄3"] {
        assert_eq!(Printed::read(cell), Printed::Fraction(2.0, 3.0), "{cell}");
    }
    assert!(matches!(Printed::read("(5)"), Printed::InParentheses(Number { value: 5.0, .. })));
    assert_eq!(Printed::read("1.2.3"), Printed::NoNumber);
    for cell in ["25-20", "1/2/3", "half", "Percent(3)", "about", "c", "£", "<", "("] {
        assert!(
            !matches!(Printed::read(cell), Printed::Number(_) | Printed::Range(..) | Printed::Fraction(..)),
            "{cell}"
        );
    }
}

proptest! {
    #[test]
    fn any_cell_is_read(cell in "([0-9.,%½−()<>~*/£ ]|to|c\\.|\\PC){0,20}") {
        if let Printed::Number(number) | Printed::Vague(_, number) | Printed::Marked(number, _) = Printed::read(&cell) {
            prop_assert!(number.value.is_finite());
        }
    }
}
