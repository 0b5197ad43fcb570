use super::*;
use serde_json::json;

const TEXT: &str = "Of all, 54% said so.\nOthers did not say. Others did.";

fn at(selector: &Value) -> Result<Placed, String> {
    place(selector, None, false, &|| Some(EditionText::from_stored(TEXT.to_owned())))
}

/// The words, and where they stood.
fn words(selector: &Value) -> (String, Range<usize>) {
    match at(selector).expect("it has a place").target {
        Target::Passage(passage) => (passage.exact, passage.position),
        other => panic!("{other:?}"),
    }
}

fn quote(exact: &str) -> Value {
    json!({"type": "TextQuoteSelector", "exact": exact})
}

fn position(start: usize, end: usize) -> Value {
    json!({"type": "TextPositionSelector", "start": start, "end": end})
}

fn refined(mut outer: Value, inner: Value) -> Value {
    outer["refinedBy"] = inner;
    outer
}

#[test]
fn what_refines_is_what_counts() {
    let structure = [
        json!({"type": "FragmentSelector", "value": "epubcfi(/6/4!/4/2)"}),
        json!({"type": "XPathSelector", "value": "/html/body/p[2]"}),
        json!({"type": "CssSelector", "value": "p"}),
        json!({"type": "SvgSelector", "value": "<svg/>"}),
        json!({"type": "DataPositionSelector", "start": 1, "end": 9}),
    ];
    for outer in structure {
        assert_eq!(words(&refined(outer.clone(), quote(" 54%\n said"))).0, "54% said");
        let deep = refined(outer.clone(), refined(outer.clone(), quote("54%")));
        assert_eq!(words(&deep).0, "54%");
        assert_eq!(words(&refined(outer.clone(), position(8, 11))), ("54%".to_owned(), 8..11));
        assert!(at(&outer).is_err_and(|why| why.contains("nothing in a briefing")));
    }
    assert_eq!(words(&refined(quote("54% said so."), position(4, 8))).0, "said");
    assert_eq!(words(&refined(position(0, 20), quote("said"))), ("said".to_owned(), 12..16));
}

#[test]
fn words_within_words_have_these_around_them() {
    let outer =
        json!({"type": "TextQuoteSelector", "exact": "say. Others did", "prefix": "not ", "suffix": "."});
    let Target::Passage(inner) = at(&refined(outer, quote("Others"))).expect("a place").target else {
        panic!("words")
    };
    assert_eq!(
        (inner.prefix.as_str(), inner.exact.as_str(), inner.suffix.as_str()),
        ("not say. ", "Others", " did.")
    );
}

#[test]
fn of_several_the_most_precise_is_taken() {
    let css = json!({"type": "CssSelector", "value": "p"});
    assert_eq!(words(&json!([css, position(8, 11), quote("Others")])), ("Others".to_owned(), 0..0));
    let around = json!({"type": "TextQuoteSelector", "exact": "Others", "suffix": " did."});
    assert_eq!(words(&json!([quote("54%"), around])).0, "Others");
    let named = json!({"type": "FragmentSelector", "value": "figure=p/q/a"});
    assert!(matches!(at(&json!([quote("54%"), named])).expect("a place").target, Target::Figure { .. }));
    assert!(at(&json!([css])).is_err());
    assert!(matches!(at(&json!([])).expect("a place").target, Target::Briefing));
}

#[test]
fn a_range_goes_from_one_beginning_to_the_other() {
    let range = |start: Value, end: Value| json!({"type": "RangeSelector", "startSelector": start, "endSelector": end});
    assert_eq!(words(&range(quote("54%"), quote("so."))).0, "54% said ");
    assert_eq!(words(&range(position(8, 9), position(12, 13))), ("54% ".to_owned(), 8..12));
    let unknown = place(&range(position(8, 9), position(12, 13)), None, false, &|| None);
    assert!(unknown.is_err_and(|why| why.contains("(8-12)")));
    assert!(at(&range(json!(null), json!(null))).is_err());
}

#[test]
fn fragments_of_pages_and_of_texts_are_read() {
    let of = |value: &str| words(&json!({"type": "FragmentSelector", "value": value})).0;
    assert_eq!(of(":~:text=54%25%20said"), "54% said");
    assert_eq!(of("#:~:text=all,-54%25,said,-so"), "all");
    assert_eq!(of(":~:text=Of-,all,54%25,-%20said"), "all, 54%");
    assert_eq!(of("char=8,11"), "54%");
    let fragment = |source: &str| {
        let (_, _, fragment) = super::source(source).expect("it is one");
        place(&Value::Null, fragment, false, &|| Some(EditionText::from_stored(TEXT.to_owned())))
    };
    assert!(
        matches!(fragment("briefing:a?edition=2#call:c").expect("a place").target, Target::Call { call, .. } if call == "c")
    );
    assert!(
        matches!(fragment("briefing:a#p/q").expect("a place").target, Target::Figure { reference, .. } if reference == "p/q")
    );
    assert!(
        matches!(fragment("briefing:a#8-11").expect("a place").target, Target::Passage(passage) if passage.exact == "54%")
    );
    assert!(
        matches!(fragment("briefing:a#:~:text=54%25").expect("a place").target, Target::Passage(passage) if passage.exact == "54%")
    );
}

#[test]
fn what_is_no_selector_is_refused_and_deep_ones_end() {
    for selector in [
        json!("x"),
        json!(7),
        json!({}),
        json!({"type": "TextQuoteSelector"}),
        json!({"type": "TextQuoteSelector", "exact": " \n"}),
        json!({"type": "TextQuoteSelector", "exact": ["a"]}),
        position(5, 5),
        json!({"type": "TextPositionSelector", "start": "a", "end": -1}),
        json!({"type": "FragmentSelector", "value": ":~:text=,,"}),
        json!({"type": "RangeSelector"}),
    ] {
        assert!(at(&selector).is_err(), "{selector}");
    }
    let deep = (0..60).fold(quote("54%"), |inner, _| refined(json!({"type": "CssSelector"}), inner));
    let _ = at(&deep);
}
