//! Tidy tables: questions too many to write by hand, as CSV, one answer a row. `FORMAT.md` has the
//! columns.

mod by_column;
mod cells;
mod columns;
mod parts;
mod people;
mod rows;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::rules::fault;
use crate::diagnostics::Report;

use cells::Row;
use columns::Columns;
pub use parts::{Part, polls};
use rows::Rows;

/// Reads a table by wave and group, as far as it can be read. `index` is the table's index in the
/// bundle.
pub fn read(index: u16, text: &str, most_rows: usize, report: &mut Report<'_>) -> Vec<Part> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut columns = None;
    let mut rows = Rows::new(index);
    let mut count = 0;
    // Text that is UTF-8 and rows of any length: nothing is left that could fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let row = Row::new(text, start, &record);
        let Some(columns) = &columns else {
            columns = Columns::read(&row, report);
            if columns.is_none() {
                return rows.finish();
            }
            continue;
        };
        if count == most_rows {
            let message =
                format!("the table has more than {most_rows} rows; those from here on are left out");
            report.add(fault("table-too-long", message), row.span().range());
            break;
        }
        count += 1;
        rows.add(columns, &row, report);
    }
    if columns.is_none() {
        report.add_without_place(fault("table-columns", "the table is empty").hint(columns::HEADER_HINT));
    }
    rows.finish()
}

#[cfg(test)]
mod tests {
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
        let mut parts = read(0, text, 1_000, &mut report);
        assert!(parts.iter().all(|part| part.questions.len() == part.places.len()));
        assert!(parts.len() < 2 && parts.iter().all(Part::is_whole));
        (parts.pop().unwrap_or_default().questions, report.finish())
    }

    fn faults(rows: &str) -> Vec<(&'static str, usize, usize)> {
        let place =
            |fault: &Diagnostic| fault.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
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
        let rows = "q,,T,not stated,,all,,yes,Yes,62%,62%,\nq,,,,,,,no,No,Percnt(3),3%,Neutrl\n";
        assert_eq!(
            faults(rows),
            [("ron-syntax", 2, 31), ("variant-unknown", 3, 15), ("variant-unknown", 3, 28)]
        );
        assert_eq!(read_rows(rows).0[0].answers.len(), 2);
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
                ("table-columns", "there is no column `titel`"),
                ("table-columns", "the column `base` is missing"),
            ]
        );
        assert!(faults[0].hints[0].contains("`title`"));
    }

    #[test]
    fn a_table_parted_by_semicolons_is_told_so_once() {
        let (questions, faults) = read_text("question;topic;title\nq;;T\n");
        assert_eq!((questions.len(), faults.len()), (0, 1));
        assert!(faults[0].hints[0].contains("commas"), "{faults:?}");
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
        let parts = read(0, &text, 2, &mut report);
        assert_eq!(parts[0].questions[0].answers.len(), 2);
        assert_eq!(report.finish()[0].code, "table-too-long");
    }

    #[test]
    fn an_empty_table_is_reported() {
        assert_eq!(read_text("").1[0].code, "table-columns");
        assert_eq!(read_text("\n\n").1[0].code, "table-columns");
    }
}
