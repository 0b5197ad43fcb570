//! What a manifest's text is read as, and what is said of the ill-written.

use super::Manifest;
use super::schema::{Field, Need, Schema};
use crate::bundle::Spans;
use crate::bundle::manifest::Briefing;
use crate::diagnostics::{Diagnostic, Report};
use crate::poll::{Amount, AnswerKind, Base, Choice, Disclosed, Fieldwork, Reported, SampleSize, Wording};

fn read(text: &str) -> (Briefing, Spans, Vec<Diagnostic>) {
    let mut report = Report::new("briefing.ron", text);
    let Manifest { briefing, spans, .. } = super::briefing(text, 32, &mut report);
    (briefing, spans, report.finish())
}

/// The faults that are not about fields left out, each as code, marked text and message.
fn faults(text: &str) -> Vec<(&'static str, String, String)> {
    let marked = |fault: &Diagnostic| {
        fault.place.as_ref().map(|place| place.source_line[place.marked.clone()].to_owned())
    };
    read(text)
        .2
        .into_iter()
        .filter(|fault| !matches!(fault.code, "field-missing" | "field-not-stated"))
        .map(|fault| (fault.code, marked(&fault).unwrap_or_default(), fault.message))
        .collect()
}

fn fault(text: &str) -> (&'static str, String, String) {
    let found = faults(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

/// The answer's value in a manifest that has just that.
fn value(value: &str) -> Reported {
    let text = format!("(polls: [(questions: [(answers: [(value: {value})])])])");
    assert_eq!(faults(&text), [], "{value}");
    read(&text).0.polls[0].questions[0].answers[0].value
}

#[test]
fn a_stated_field_is_written_plain_wrapped_or_as_not_stated() {
    for (written, meant) in [
        ("\"2021\"", Disclosed::Stated("2021".into())),
        ("Stated(\"2021\")", Disclosed::Stated("2021".into())),
        ("NotStated", Disclosed::NotStated),
    ] {
        let text = format!("Briefing(published: {written})");
        assert_eq!(faults(&text), [], "{written}");
        assert_eq!(read(&text).0.published, meant);
    }
}

#[test]
fn an_optional_field_is_written_plain_wrapped_or_as_none() {
    for (written, meant) in
        [("\"n\"", Some("n".to_owned())), ("Some(\"n\")", Some("n".to_owned())), ("None", None)]
    {
        let text = format!("(polls: [Poll(note: {written})])");
        assert_eq!(faults(&text), [], "{written}");
        assert_eq!(read(&text).0.polls[0].note, meant);
    }
}

#[test]
fn strings_keep_what_their_escapes_mean() {
    let text = r##"(title: "a\"b\u{e9}\\", summary: r#"c"d"#)"##;
    let (briefing, _, _) = read(text);
    assert_eq!((briefing.title.as_str(), briefing.summary.as_str()), ("a\"bé\\", "c\"d"));
}

#[test]
fn hints_where_a_line_may_break_are_no_part_of_strings() {
    let text = "(title: \"Chil\u{ad}dren’s safe\u{ad}ty\", summary: \"a\u{200b}b\u{2060}c\u{feff}, 1\u{a0}501, می\u{200c}خ\")";
    let (briefing, _, _) = read(text);
    let read = (briefing.title.as_str(), briefing.summary.as_str());
    assert_eq!(read, ("Children’s safety", "abc, 1\u{a0}501, می\u{200c}خ"));
}

#[test]
fn shares_are_read_as_they_were_printed() {
    assert_eq!(value("Percent(62)"), Reported::Percent(62.0));
    assert_eq!(value("Between(70, 75.5)"), Reported::Between(70.0, 75.5));
    assert_eq!(value("JustUnder(33.333)"), Reported::JustUnder(33.333));
    assert_eq!(value("NotReported"), Reported::NotReported);
}

#[test]
fn a_poll_is_read_whole() {
    let text = r#"(polls: [Poll(
        id: "p", sample_size: 1_723, fieldwork: Dates("2021-03-01", "2021-03-03"), mode: NotStated,
        questions: [Question(
            id: "q", wording: Exact("Why?"), base: Described("some"), choice: Many,
            answers: [Answer(id: "a", value: About(5), kind: Net(["b", "c"])), Answer(id: "b", kind: DontKnow)],
        )],
    )], figures: [Figure(value: 2500), Figure(value: MoreThan(3))])"#;
    let (briefing, spans, _) = read(text);
    assert_eq!(faults(text), []);
    let poll = &briefing.polls[0];
    assert_eq!(poll.sample_size, Some(SampleSize::Stated(1723)));
    assert_eq!(poll.fieldwork, Some(Fieldwork::Dates("2021-03-01".into(), "2021-03-03".into())));
    assert_eq!((&poll.mode, &poll.pollster), (&Some(Disclosed::NotStated), &None));
    let question = &poll.questions[0];
    assert_eq!(question.wording, Wording::Exact("Why?".into()));
    assert_eq!((&question.base, question.choice), (&Base::Described("some".into()), Choice::Many));
    assert_eq!(question.answers[0].kind, AnswerKind::Net(vec!["b".into(), "c".into()]));
    assert_eq!(briefing.figures[0].value, Amount::Exact(2500.0));
    assert_eq!(briefing.figures[1].value, Amount::MoreThan(3.0));

    let answer = spans.element("polls", 0).element("questions", 0).element("answers", 0);
    assert_eq!(answer.field("value").span.of(text), "About");
    assert_eq!(answer.element("kind", 1).whole().span.of(text), "\"c\"");
}

#[test]
fn places_stay_in_step_with_what_could_be_read() {
    let text = r#"(sources: [Source(id: "a"), 12, Source(id: "c")])"#;
    let (briefing, spans, _) = read(text);
    assert_eq!(briefing.sources[1].id, "c");
    assert_eq!(spans.element("sources", 1).field("id").span.of(text), "\"c\"");
}

#[test]
fn misspelt_names_come_with_the_right_one() {
    for (text, code, marked, hint) in [
        ("(titel: \"x\")", "field-unknown", "titel", "did you mean `title`?"),
        (
            "(polls: [(commissioned-by: NotStated)])",
            "field-unknown",
            "commissioned-by",
            "did you mean `commissioned_by`?",
        ),
        ("(polls: [(mode: NotStatd)])", "wrong-kind", "NotStatd", "did you mean `NotStated`?"),
        ("(figures: [(value: Abuot(3))])", "variant-unknown", "Abuot", "did you mean `About`?"),
        ("(polls: [(sample size: 12)])", "field-unknown", "sample size", "did you mean `sample_size`?"),
        (
            "(published: \"Not stated\")",
            "wrong-kind",
            "\"Not stated\"",
            "write `NotStated` without quotation marks",
        ),
        ("(published: not stated)", "wrong-kind", "not stated", "write `NotStated`"),
        ("(polls: [(questions: [(base: \"All\")])])", "wrong-kind", "\"All\"", "write `Described(\"All\")`"),
        ("(edition: \"1,200\")", "wrong-kind", "\"1,200\"", "write `1200`, without quotation marks"),
        (
            "(polls: [(fieldwork: Dates(\"2026-02-02\"))])",
            "wrong-kind",
            "Dates(\"2026-02-02\")",
            "a single day is the first and the last: `Dates(\"2026-02-02\", \"2026-02-02\")`",
        ),
        ("Breifing(title: \"x\")", "variant-unknown", "Breifing", "did you mean `Briefing`?"),
    ] {
        let (found_code, found_marked, _) = fault(text);
        assert_eq!((found_code, found_marked.as_str()), (code, marked));
        let hints: Vec<String> = read(text).2.into_iter().flat_map(|fault| fault.hints).collect();
        assert!(hints.iter().any(|found| found == hint), "{hints:?}");
    }
}

#[test]
fn values_of_a_wrong_kind_say_what_was_expected_and_found() {
    for (text, marked, message) in [
        ("(title: 12)", "12", "expected a string, found the number 12"),
        ("(title: [])", "[", "expected a string, found a list"),
        ("(edition: \"1\")", "\"1\"", "expected a whole number, found a string"),
        ("(sources: Source(id: \"a\"))", "Source", "expected a list, found `Source(…)`"),
        ("(sources: [Poll(id: \"a\")])", "Poll", "expected `Source(…)`, found `Poll(…)`"),
        ("(sources: [(\"a\", \"b\")])", "(", "expected `Source(…)`, found a group in parentheses"),
        ("{\"title\": \"x\"}", "{", "expected `Briefing(…)`, found a group in braces"),
        (
            "(polls: [(fieldwork: \"2021\")])",
            "\"2021\"",
            "expected `Dates(\"…\", \"…\")`, `Described(\"…\")` or `NotStated`, found a string",
        ),
        ("(figures: [(value: Between(3))])", "Between(3)", "`Between(…)` holds 2 values, found 1"),
        (
            "(polls: [(sample_size: MoreThan(26,000))])",
            "MoreThan(26,000)",
            "`MoreThan(…)` holds one value, found 2",
        ),
    ] {
        assert_eq!(fault(text), ("wrong-kind", marked.into(), message.into()), "{text}");
    }
}

#[test]
fn a_bare_number_is_no_share() {
    let (briefing, _, found) = read("(polls: [(questions: [(answers: [(value: 62)])])])");
    let fault = found.iter().find(|fault| fault.code == "wrong-kind").unwrap();
    assert_eq!(fault.hints, ["write `Percent(62)` if the source prints that number"]);
    assert_eq!(briefing.polls[0].questions[0].answers[0].value, Reported::NotReported);
}

#[test]
fn numbers_that_cannot_be_used_are_told() {
    for (number, message) in [
        ("NaN", "`NaN` is not a finite number"),
        ("inf", "`inf` is not a finite number"),
        ("-inf", "`-inf` is not a finite number"),
        ("1e400", "`1e400` is not a finite number"),
        ("6.2.1", "`6.2.1` is not a number"),
    ] {
        let text = format!("(figures: [(value: About({number}))])");
        assert_eq!(fault(&text), ("number-malformed", number.into(), message.into()));
    }
    for (edition, message) in [
        ("-1", "`-1` is not a whole number from 0 up"),
        ("1.5", "`1.5` is not a whole number from 0 up"),
        ("99999999999", "`99999999999` is larger than 4294967295"),
    ] {
        let text = format!("(edition: {edition})");
        assert_eq!(fault(&text), ("number-malformed", edition.into(), message.into()));
    }
}

#[test]
fn numbers_as_they_are_printed_are_understood_with_a_warning() {
    for (written, value) in
        [("−23", -23.0), ("–4.2", -4.2), ("62pc", 62.0), ("62½", 62.5), ("1 723", 1_723.0)]
    {
        for (text, amount) in [
            (format!("(figures: [(value: {written})])"), Amount::Exact(value)),
            (format!("(figures: [(value: About({written}))])"), Amount::About(value)),
        ] {
            assert_eq!(fault(&text).0, "number-as-printed", "{written}");
            assert_eq!(read(&text).0.figures[0].value, amount, "{written}");
        }
    }
    let text = "(polls: [(sample_size: 1’723)])";
    assert_eq!(fault(text).0, "number-as-printed");
    assert_eq!(read(text).0.polls[0].sample_size, Some(SampleSize::Stated(1_723)));
}

#[test]
fn what_is_no_number_is_told_with_what_to_write() {
    for (written, right) in [
        ("Percent(62,5)", "`Percent(62.5)`"),
        ("About(2,500)", "`About(2500)`"),
        ("62%", "`Percent(62)`"),
        ("\"62%\"", "`Percent(62)`"),
        ("<1", "`LessThan(1)`"),
        ("\"<1\"", "`LessThan(1)`"),
        ("LessThan(<1)", "`1`"),
        ("~5", "`About(5)`"),
        ("20–25", "`Between(20, 25)`"),
        ("Percent(12*)", "`12`"),
        ("12*", "`Percent(12)`"),
        ("n/a", "`NotReported`"),
        ("NA", "`NotReported`"),
        ("[c]", "`NotReported`"),
        ("-", "`NotReported`"),
        ("..", "`NotReported`"),
    ] {
        let text = format!("(polls: [(questions: [(answers: [(value: {written}, label: \"x\")])])])");
        let found: Vec<Diagnostic> = read(&text)
            .2
            .into_iter()
            .filter(|fault| !matches!(fault.code, "field-missing" | "field-not-stated"))
            .collect();
        let [fault] = found.as_slice() else { panic!("{written}: {found:?}") };
        assert!(fault.hints.iter().any(|hint| hint.contains(right)), "{written}: {fault:?}");
        let answer = &read(&text).0.polls[0].questions[0].answers[0];
        assert_eq!((answer.value, answer.label.as_str()), (Reported::NotReported, "x"), "{written}");
    }
}

#[test]
fn a_field_written_twice_counts_once() {
    let text = "(title: \"x\", title: \"y\")";
    assert_eq!(fault(text).0, "field-duplicate");
    assert_eq!(read(text).0.title, "x");
}

#[test]
fn fields_left_out_are_told_with_what_to_write() {
    let (_, _, found) =
        read("Briefing(sources: [Source(id: \"a\", title: \"t\", publisher: \"p\", accessed: NotStated)])");
    let told: Vec<&str> = found.iter().map(|fault| fault.message.as_str()).collect();
    assert!(told.contains(&"`Source(…)` lacks the field `url`"), "{told:?}");
    assert!(told.contains(&"`Source(…)` neither states its `published` nor says `NotStated`"), "{told:?}");
    assert!(told.contains(&"`Briefing(…)` lacks the field `title`"), "{told:?}");
    assert!(!told.iter().any(|message| message.contains("accessed")), "{told:?}");
}

#[test]
fn an_unknown_escape_is_told() {
    assert_eq!(fault(r#"(title: "C:\dir")"#).1, r#""C:\dir""#);
}

#[test]
fn one_fault_does_not_hide_the_next() {
    let (briefing, _, found) =
        read("Briefing(title: 12, sumary: \"s\", language: \"en\", edition: x, id: \"ok\"");
    assert_eq!((briefing.language.as_str(), briefing.id.as_str()), ("en", "ok"));
    assert!(found.iter().filter(|fault| fault.code != "field-missing").count() >= 4, "{found:?}");
}

/// The fields of a struct with what follows if they are left out, as FORMAT.md has it.
fn needs<T>(schema: &Schema<T>) -> Vec<(String, &'static str)> {
    const DISCLOSED: [&str; 9] = [
        "pollster",
        "commissioned_by",
        "population",
        "sample_size",
        "fieldwork",
        "mode",
        "weighting",
        "margin_of_error",
        "tables",
    ];
    let need = |field: &Field<T>| match field.need {
        Need::Required(_) => "an error",
        Need::Stated => "a warning",
        // The rule `poll-undisclosed` looks after them.
        Need::Optional if schema.name == "Poll" && DISCLOSED.contains(&field.name) => "a warning",
        Need::Optional => "allowed",
    };
    schema.fields.iter().map(|field| (format!("{}.{}", schema.name, field.name), need(field))).collect()
}

#[test]
fn the_format_says_of_each_field_whether_it_may_be_left_out() {
    let format = include_str!("../FORMAT.md");
    let section = format.split("### Fields that may be left out").nth(1).unwrap();
    let section = section.split("\n### ").next().unwrap();
    let mut written = Vec::new();
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [owner, fields, left_out] = cells[..] else { panic!("three cells: {row}") };
        let is_so = |need: &&str| left_out.starts_with(need);
        let need = ["an error", "a warning"].into_iter().find(is_so).unwrap_or("allowed");
        let owner = owner.trim_matches('`');
        written
            .extend(fields.split(", ").map(|field| (format!("{owner}.{}", field.trim_matches('`')), need)));
    }
    let mut known = [
        needs(&super::briefing::BRIEFING),
        needs(&super::briefing::SOURCE),
        needs(&super::briefing::FIGURE),
        needs(&super::briefing::HIGHLIGHT),
        needs(&super::briefing::CALL),
        needs(&super::briefing::RELATED),
        needs(&super::poll::POLL),
        needs(&super::poll::QUESTION),
        needs(&super::poll::ANSWER),
    ]
    .concat();
    written.sort();
    known.sort();
    assert_eq!(written, known);
}

#[test]
fn a_question_may_have_the_wording_of_another_and_be_kept_for_reference() {
    let text = "(polls: [Poll(for_reference: false, questions: [\
                Question(wording: SameAs(\"p/q\"), for_reference: true)])])";
    assert_eq!(faults(text), []);
    let (briefing, spans, _) = read(text);
    let question = &briefing.polls[0].questions[0];
    assert_eq!((question.same_wording_as.as_deref(), question.for_reference), (Some("p/q"), true));
    let spans = spans.element("polls", 0).element("questions", 0);
    assert_eq!(spans.field("wording").span.of(text), "SameAs");
    for (written, hint) in
        [("yes", Some("write `true`")), ("\"false\"", Some("write `false`")), ("maybe", None)]
    {
        let text = format!("(polls: [Poll(for_reference: {written})])");
        let found: Vec<Diagnostic> =
            read(&text).2.into_iter().filter(|fault| fault.code == "wrong-kind").collect();
        assert!(found[0].message.starts_with("expected `true` or `false`, found"), "{found:?}");
        assert_eq!(found[0].hints.first().map(String::as_str), hint);
    }
}

#[test]
fn it_is_known_whether_something_was_left_out() {
    let is_whole = |text: &str| super::briefing(text, 32, &mut Report::new("briefing.ron", text)).is_whole;
    for mended in [
        "Briefing(id: \"a\" title: \"b\")",
        "Briefing(id = \"a\")",
        "Briefing(id: “a”)",
        "Briefing(id: \"a\"",
        "Briefing(id: \"a\", sources: [Source(id: \"s\"])",
        "Briefing(id: \"a\"), title: \"b\")",
        "Briefing(sources: [Source(id: \"a\")), Source(id: \"b\")], title: \"b\")",
        "Briefing(sources: [Source(id: \"a\")), title: \"b\")",
    ] {
        assert!(is_whole(mended), "{mended}");
    }
    for cut in [
        "Briefing(id: \"a\", sources: [Source(",
        "Briefing(id: \"a\", /* title",
        "Briefing(id: \"a\", \"b\")",
        "12",
    ] {
        assert!(!is_whole(cut), "{cut}");
    }
}
