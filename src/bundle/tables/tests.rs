use super::*;
use crate::diagnostics::Diagnostic;
use crate::poll::{AnswerKind, Base, Choice, Question, Reported, Wording};

const HEADER: &str =
    "question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind\n";

fn read_rows(rows: &str) -> (Vec<Question>, Vec<Diagnostic>) {
    let text = format!("{HEADER}{rows}");
    read_text(&text)
}

fn read_text(text: &str) -> (Vec<Question>, Vec<Diagnostic>) {
    let mut report = Report::new("polls/t.csv", text);
    let mut parts = read(0, text, &Poll::default(), 1_000, &mut report).parts;
    assert!(parts.iter().all(|part| part.questions.len() == part.places.len()));
    assert!(parts.len() < 2 && parts.iter().all(Part::is_whole));
    (parts.pop().unwrap_or_default().questions, report.finish())
}

fn faults(rows: &str) -> Vec<(&'static str, usize, usize)> {
    let place = |fault: &Diagnostic| fault.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
    read_rows(rows).1.iter().map(|fault| (fault.code, place(fault).0, place(fault).1)).collect()
}

#[test]
fn rows_become_questions_with_answers() {
    let (questions, faults) = read_rows(concat!(
        "safe,e2ee,Safe?,exact,\"Is it \"\"safe\"\", or not?\",all,,yes,Yes,62,62%,\n",
        ",,,,,,,no,No,\"Between(20, 25)\",20 to 25%,\n",
        "safe,,,,,,,dk,Don’t know,NotReported,,DontKnow\n",
        "why,,Why?,not stated,,those who said no,many,cost,Cost,MoreThan(50),more than half,Net\n",
    ));
    assert_eq!(faults, []);
    let [safe, why] = questions.as_slice() else { panic!("two questions") };
    assert_eq!((safe.id.as_str(), safe.topic.as_str(), safe.answers.len()), ("safe", "e2ee", 3));
    assert_eq!(safe.wording, Wording::Exact("Is it \"safe\", or not?".into()));
    assert_eq!((&safe.base, safe.choice), (&Base::All, Choice::One));
    assert_eq!(safe.answers[0].value, Reported::Percent(62.0));
    assert_eq!(safe.answers[1].value, Reported::Between(20.0, 25.0));
    assert_eq!(
        (safe.answers[2].value, &safe.answers[2].kind),
        (Reported::NotReported, &AnswerKind::DontKnow)
    );
    assert_eq!((&why.wording, why.choice), (&Wording::NotStated, Choice::Many));
    assert_eq!(why.base, Base::Described("those who said no".into()));
    assert_eq!(why.answers[0].kind, AnswerKind::Net(vec![]));
}

#[test]
fn a_net_names_its_parts_as_in_the_manifest() {
    let (questions, faults) =
        read_rows("q,,T,not stated,,all,,n,All,62,62%,\"Net([\"\"a\"\", \"\"b\"\"])\"\n");
    assert_eq!(faults, []);
    assert_eq!(questions[0].answers[0].kind, AnswerKind::Net(vec!["a".into(), "b".into()]));
}

#[test]
fn a_bad_value_is_reported_in_its_cell_and_the_row_is_kept() {
    let rows = "q,,T,not stated,,all,,yes,Yes,62*,62%,\nq,,,,,,,no,No,Percnt(3),3%,Neutrl\n";
    assert_eq!(
        faults(rows),
        [("number-unclear", 2, 31), ("variant-unknown", 3, 15), ("variant-unknown", 3, 28)]
    );
    assert_eq!(read_rows(rows).0[0].answers.len(), 2);
}

#[test]
fn values_are_read_as_they_are_printed() {
    for (cell, value) in [
        ("62%", Reported::Percent(62.0)),
        ("\"62,5\"", Reported::Percent(62.5)),
        ("−5", Reported::Percent(-5.0)),
        ("LessThan(5%)", Reported::LessThan(5.0)),
        ("\"Between(20, 25)\"", Reported::Between(20.0, 25.0)),
    ] {
        let (questions, faults) = read_rows(&format!("q,,T,not stated,,all,,yes,Yes,{cell},,\n"));
        assert_eq!((questions[0].answers[0].value, faults), (value, vec![]), "{cell}");
    }
}

#[test]
fn what_is_no_number_says_what_to_write_and_is_none() {
    for (cell, right) in [
        ("<1", "`LessThan(1)`"),
        ("~5", "`About(5)`"),
        ("n/a", "`NotReported`"),
        ("[c]", "`NotReported`"),
        ("-", "`NotReported`"),
        ("12*", "`12`"),
        ("\"62,500\"", "`62.5`"),
        ("under 5)", "`NotReported`"),
        ("Between(20)", "two"),
        ("About(5) (a)", "`NotReported`"),
        ("", "`NotReported`"),
    ] {
        let (questions, faults) = read_rows(&format!("q,,T,not stated,,all,,yes,Yes,{cell},,\n"));
        assert_eq!(questions[0].answers[0].value, Reported::NotReported, "{cell}");
        let [fault] = faults.as_slice() else { panic!("{cell}: {faults:?}") };
        assert_eq!(fault.place.as_ref().map(|place| place.line), Some(2), "{cell}");
        assert!(cell == "Between(20)" || fault.hints[0].contains(right), "{cell}: {fault:?}");
    }
}

#[test]
fn a_cell_after_a_quoted_one_with_line_breaks_has_its_true_place() {
    assert_eq!(
        faults("q,,T,exact,\"one\ntwo, \"\"three\"\"\",all,several,y,Y,1,1%,\n"),
        [("table-value", 3, 21)]
    );
}

#[test]
fn columns_are_checked_by_name() {
    let (_, faults) = read_text("question,titel,wording_kind,wording,answer,label,value,printed\n");
    let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.message.as_str())).collect();
    assert_eq!(
        told,
        [
            ("table-columns", "there is no column `titel`; it is read as `title`"),
            ("table-columns", "the column `base` is missing"),
        ]
    );
    assert!(faults[0].hints[0].contains("`title`"));
}

#[test]
fn rows_of_one_question_stand_together() {
    let rows = "a,,A,not stated,,all,,y,Y,1,1%,\nb,,B,not stated,,all,,y,Y,1,1%,\na,,,,,,,n,N,2,2%,\n";
    assert_eq!(faults(rows), [("table-scattered", 4, 1)]);
    let (questions, _) = read_rows(rows);
    assert_eq!(questions[0].answers.len(), 2, "the answer is kept with its question");
}

#[test]
fn a_question_says_the_same_in_each_of_its_rows() {
    assert_eq!(
        faults("a,,A,not stated,,all,,y,Y,1,1%,\na,,Other,,,all,,n,N,2,2%,\n"),
        [("table-value", 3, 4)]
    );
}

#[test]
fn rows_with_too_few_or_too_many_cells_are_reported() {
    assert_eq!(
        faults("q,,T,not stated,,all,,y,Y,1\nq,,,,,,,n,N,2,2%,,extra\n"),
        [("table-row", 2, 1), ("table-row", 3, 1)]
    );
}

#[test]
fn rows_beyond_the_limit_are_left_out() {
    let text = format!("{HEADER}q,,T,not stated,,all,,a,A,1,1%,\nq,,,,,,,b,B,1,1%,\nq,,,,,,,c,C,1,1%,\n");
    let mut report = Report::new("t.csv", &text);
    let parts = read(0, &text, &Poll::default(), 2, &mut report).parts;
    assert_eq!(parts[0].questions[0].answers.len(), 2);
    assert_eq!(report.finish()[0].code, "table-too-long");
}

#[test]
fn an_empty_table_is_reported() {
    assert_eq!(read_text("").1[0].code, "table-columns");
    assert_eq!(read_text("\n\n").1[0].code, "table-columns");
}

/// A question of two answers, as a spreadsheet saves it.
const PLAIN: [&str; 3] = [
    "question,topic,title,wording_kind,wording,base,choice,answer,label,value,printed,kind",
    "q,,Support?,exact,\"Do you, or not?\",all,,yes,Yes,62,62%,",
    ",,,,,,,no,No,31,31%,",
];

fn plain() -> Vec<Question> {
    let (questions, faults) = read_text(&PLAIN.join("\n"));
    assert_eq!(faults, []);
    questions
}

#[test]
fn rows_and_columns_of_nothing_are_passed_over() {
    for nothing in [
        "",
        ",,,,,,,,,,,",
        ",,,,,,,,,,,,,,",
        ", ,\u{A0},,,,,,,,\u{202F},",
        "\"\",,\" \",,,,,,,,,",
        "\u{FEFF}",
    ] {
        for at in 0..=3 {
            let mut lines = PLAIN.to_vec();
            lines.splice(at..at, [nothing, nothing]);
            let (questions, faults) = read_text(&lines.join("\n"));
            assert_eq!((questions, faults), (plain(), vec![]), "{nothing:?} at {at}");
        }
    }
    for columns in 1..4 {
        let commas = ",".repeat(columns);
        let text = PLAIN.map(|line| format!("{line}{commas}")).join("\n");
        assert_eq!(read_text(&text), (plain(), vec![]));
        let text = PLAIN.map(|line| format!("{commas}{line}")).join("\n");
        assert_eq!(read_text(&text), (plain(), vec![]));
        let text = PLAIN
            .join("\n")
            .replace("topic,title", "topic,,title")
            .replace("q,,Support", "q,,,Support")
            .replace(",,,,,,,no", ",,,,,,,,no");
        assert_eq!(read_text(&text), (plain(), vec![]));
    }
}

#[test]
fn separators_line_ends_and_names_are_as_programs_write_them() {
    for separator in [";", "\t", "|"] {
        let text = PLAIN
            .map(|line| line.replace(',', separator))
            .join("\n")
            .replace(&format!("you{separator} or"), "you, or");
        assert_eq!(read_text(&text), (plain(), vec![]), "{separator:?}");
        assert_eq!(read_text(&format!("sep={separator}\r\n{text}")), (plain(), vec![]), "{separator:?}");
    }
    for (written, named) in [
        ("wording_kind", "Wording kind"),
        ("wording_kind", "WORDING-KIND"),
        ("wording_kind", "\"wording\nkind\""),
        ("wording_kind", "wording\u{A0}kind "),
        ("question,", "\u{FEFF}Question,"),
        ("question,", "“question”,"),
        ("title", "'Title'"),
        ("label", "Label:"),
    ] {
        let text = PLAIN.join("\r\n").replacen(written, named, 1);
        assert_eq!(read_text(&text), (plain(), vec![]), "{named:?}");
    }
}

#[test]
fn words_around_the_answers_are_left_out_and_told_once() {
    let with = |lines: &[&str]| {
        let (questions, faults) = read_text(&lines.join("\n"));
        assert_eq!(questions, plain(), "{lines:?}");
        let told: Vec<_> = faults
            .iter()
            .map(|fault| {
                (fault.code, fault.place.as_ref().map_or(0, |place| place.line), fault.message.clone())
            })
            .collect();
        told
    };
    let [header, first, second] = PLAIN;
    assert_eq!(
        with(&["Table 3: Support,,,", ",,,", "\"UK adults,\nMarch\",,,", header, first, second]),
        [(
            "table-rows-left-out",
            1,
            "2 rows above the header are left out, the first “Table 3: Support”".to_owned()
        )]
    );
    assert_eq!(
        with(&[header, first, second, ",,,,", "Source: YouGov,,,,,,,,,,,", "Base: all,,,"]),
        [(
            "table-rows-left-out",
            5,
            "2 rows hold no answer and are left out, the first “Source: YouGov”".to_owned()
        )]
    );
    assert_eq!(
        with(&[header, first, ",,,,,,,,Base: all,,,", second]),
        [("table-rows-left-out", 3, "this row holds no answer and is left out: “Base: all”".to_owned())]
    );
    for again in [
        header,
        "Question ID,Topic,Title,Kind of wording,Wording,Base,Choice,Answer ID,Label,Value (%),Printed,Kind",
    ] {
        assert_eq!(
            with(&[header, again, first, second]),
            [("table-rows-left-out", 2, "this row names the columns once more, and is left out".to_owned())]
        );
    }
    assert_eq!(
        with(&["The question,,,,,,,Answer,,,,", header, first, second]),
        [(
            "table-rows-left-out",
            1,
            "this row above the header is left out: “The question Answer”".to_owned()
        )]
    );
}

#[test]
fn ragged_rows_are_told_once_a_kind_and_hide_what_follows_from_them() {
    let rows = "q,,T,not stated,,all,,y,Y,1\n,,,,,,,n,N,2,2%,\n,,,,,,,m\n,,,,,,,a,A, and B,3,3%,\n,,,,,,,b,B,4,4%,,x\n";
    let (questions, told) = read_rows(rows);
    let told: Vec<_> = told.iter().map(|fault| (fault.code, fault.message.as_str())).collect();
    let short = "2 rows have fewer cells than the header, which has 12; this is the first, with 10";
    let long = "2 rows have more cells than the header, which has 12; this is the first, with 13";
    assert_eq!(told, [("table-row", short), ("table-row", long)]);
    let values: Vec<Reported> = questions[0].answers.iter().map(|answer| answer.value).collect();
    let percent = Reported::Percent;
    assert_eq!(
        values,
        [percent(1.0), percent(2.0), Reported::NotReported, Reported::NotReported, percent(4.0)]
    );
}

#[test]
fn a_value_of_another_column_is_never_taken() {
    // A thousand that is not quoted moves what follows: 1 is not the value, nor is 501.
    let (questions, faults) = read_rows("q,,T,not stated,,all,,y,Y,1,501,1501%,\n");
    assert_eq!(questions[0].answers[0].value, Reported::NotReported);
    assert_eq!(faults.len(), 1);
}

#[test]
fn a_column_that_is_missing_is_told_once_and_not_in_each_row() {
    let without = |column: usize| {
        let lines = PLAIN.map(|line| {
            let quoted = line.replace("\"Do you, or not?\"", "Do you?");
            let mut cells: Vec<&str> = quoted.split(',').collect();
            cells.remove(column);
            cells.join(",")
        });
        read_text(&lines.join("\n"))
    };
    for (column, name) in PLAIN[0].split(',').enumerate() {
        let (questions, faults) = without(column);
        let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        if matches!(name, "topic" | "choice" | "kind") {
            assert_eq!(told, Vec::<&str>::new());
        } else {
            assert_eq!(told, [format!("the column `{name}` is missing")]);
        }
        assert_eq!(questions.is_empty(), matches!(name, "question" | "answer"), "{name}");
    }
}

#[test]
fn columns_that_are_not_read_are_told_where_they_hold_words() {
    let told = |rows: &str| -> Vec<(usize, usize, String)> {
        let faults = read_text(rows).1;
        let place =
            |fault: &Diagnostic| fault.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
        faults.iter().map(|fault| (place(fault).0, place(fault).1, fault.message.clone())).collect()
    };
    let [header, first, second] = PLAIN;
    let unnamed = format!("{header},,\n{first},,\n{second},,see above\n");
    assert_eq!(told(&unnamed), [(3, 23, "a column without a name holds words".to_owned())]);
    let named = format!("{header},notes,Column1\n{first},,\n{second},see above,\n");
    assert_eq!(told(&named), [(1, 87, "there is no column `notes`".to_owned())]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_where_it_opens() {
    let text = PLAIN.join("\n").replace("not?\"", "not?");
    let (_, faults) = read_text(&text);
    let told: Vec<_> = faults
        .iter()
        .map(|fault| (fault.code, fault.place.as_ref().map(|place| (place.line, place.column))))
        .collect();
    assert_eq!(told, [("table-row", Some((2, 19)))]);
}

#[test]
fn a_question_may_have_a_row_of_its_own_above_its_answers() {
    let text = format!(
        "{}\nq,,Support?,exact,\"Do you, or not?\",all,,,,,,\n,,,,,,,yes,Yes,62,62%,\n{}\n",
        PLAIN[0], PLAIN[2]
    );
    assert_eq!(read_text(&text), (plain(), vec![]));
}

#[test]
fn a_wording_may_be_that_of_another_question() {
    let (questions, faults) = read_rows(
        "a,,A,same as,b,all,,y,Y,1,1%,\nb,,B,Same As,p/c,all,,y,Y,1,1%,\n,,,same as,p/c,,,n,N,2,2%,\n",
    );
    assert_eq!(faults, []);
    let shared: Vec<_> = questions.iter().map(|question| question.same_wording_as.as_deref()).collect();
    assert_eq!(shared, [Some("/b"), Some("p/c")], "of the same poll where none is named");
}

#[test]
fn a_row_that_names_no_answer_is_told_once_and_draws_nothing() {
    let [header, first, second] = PLAIN;
    for total in [
        ",,,,,,,,Total,93,93%,",
        "Base,,,,,,,,Unweighted,1000,1000,",
        ",,,,,,,,,,1000,",
        ",,,,,,,,Base,,1000,",
    ] {
        let (questions, faults) = read_text(&[header, first, second, total].join("\n"));
        assert_eq!(questions, plain(), "{total}");
        let told: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("this row names no answer and is left out: “"), "{told:?}");
    }
    let (_, faults) = read_rows("q,,T,not stated,,all,,,A,1,1%,\n,,,,,,,,B,2,2%,\n");
    assert_eq!(faults.len(), 1);
    assert!(faults[0].message.starts_with("2 rows name no answer"), "{faults:?}");
}

#[test]
fn a_quotation_mark_behind_a_space_is_told_as_the_cause() {
    let (_, faults) = read_rows("q,,T,not stated,,all,,y, \"Yes, yes\",62,62%,\n");
    assert!(faults[0].hints[0].contains("right behind the comma"), "{faults:?}");
}
