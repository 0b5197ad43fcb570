//! A table's waves and groups: each is a poll of its own, which states all that the whole poll states
//! but who answered, how many and when.

use std::collections::{HashMap, HashSet};

use super::by_column::Cells;
use super::columns::Column;
use super::people::People;
use crate::bundle::rules::fault;
use crate::bundle::spans::{FileIndex, Spans};
use crate::poll::{Disclosed, Fieldwork, Poll, Question, SampleSize};

/// What a table holds of one wave and one group; of the poll itself where both are empty.
#[derive(Debug, Default)]
pub struct Part {
    /// When people were asked again, in the table's words; empty: the poll's own time.
    pub wave: String,
    /// Which people; empty: everybody asked.
    pub group: String,
    /// How many people its rows are of.
    pub people: People,
    /// First and last day, as written.
    days: (String, String),
    /// Whether a row with another first or last day was reported.
    told: [bool; 2],
    spans: Spans,
    /// Its questions with their places.
    pub questions: Vec<Question>,
    /// In step with the questions.
    pub places: Vec<Spans>,
    /// The questions' places in the list, by id.
    pub by_id: HashMap<String, usize>,
}

impl Part {
    /// A part without questions yet, from its first row.
    pub fn begin(file: FileIndex, cells: &mut Cells<'_, '_>) -> Part {
        let (wave, group) = named(cells);
        let column = if group.is_empty() { Column::Wave } else { Column::Group };
        let mut part = Part {
            wave: wave.to_owned(),
            group: group.to_owned(),
            days: days(cells),
            spans: Spans::new(file, cells.place(column)),
            ..Part::default()
        };
        let numbers = [
            ("sample_size", Column::N),
            ("weighted_n", Column::WeightedN),
            ("effective_n", Column::EffectiveN),
        ];
        for (field, column) in numbers.into_iter().chain([("fieldwork", Column::From)]) {
            if !cells.text(column).is_empty() {
                part.spans.add_field(field, Spans::new(file, cells.place(column)));
            }
        }
        for (column, words) in [(Column::Wave, wave), (Column::Group, group)] {
            if !words.is_empty() && slug(words).is_empty() {
                let message = format!("`{words}` has no letters that a reference may hold");
                let hint = "write it with letters a to z or digits: other programs refer to it by them";
                cells.wrong(column, fault("table-value", message).hint(hint));
            }
        }
        if part.is_whole() {
            for column in [Column::From, Column::To] {
                if !cells.text(column).is_empty() {
                    let message = "the poll itself says this in the manifest, which counts";
                    let hint = "leave it empty, or name a wave or a group in this row";
                    cells.wrong(column, fault("table-value", message).hint(hint));
                }
            }
        }
        part
    }

    /// Whether it is the poll itself.
    pub fn is_whole(&self) -> bool {
        self.wave.is_empty() && self.group.is_empty()
    }

    /// Reports cells of a later row that say something else of the wave or group than its first row.
    pub fn compare_with_first(&mut self, cells: &mut Cells<'_, '_>) {
        for (which, column) in [Column::From, Column::To].into_iter().enumerate() {
            let differs = match column {
                _ if cells.text(column).is_empty() => false,
                Column::From => days(cells).0 != self.days.0,
                _ => cells.text(column) != self.days.1,
            };
            if differs && !std::mem::replace(&mut self.told[which], true) {
                let message = "this differs from the first row of this wave and group, which counts";
                cells.wrong(column, fault("table-value", message).hint("repeat the cell or leave it empty"));
            }
        }
    }

    /// A wave of which there are only groups: everybody asked in it, without questions. What its
    /// groups state is not taken for its own.
    fn everybody_with(group: &Part) -> Part {
        Part {
            wave: group.wave.clone(),
            spans: Spans::new(group.spans.whole().file, group.spans.whole().span),
            ..Part::default()
        }
    }

    /// The poll that it is, with the place of everything: a part of `whole`, with its questions.
    fn into_poll(self, whole: &Poll) -> (Poll, Spans) {
        let (first, last) = self.days;
        let fieldwork = match (first.is_empty(), self.wave.is_empty()) {
            (false, _) => Some(Fieldwork::Dates(first, last)),
            (true, true) => whole.fieldwork.clone(),
            (true, false) => Some(Fieldwork::NotStated),
        };
        let wave = if self.wave.is_empty() { String::new() } else { format!(", {}", self.wave) };
        let group = if self.group.is_empty() { String::new() } else { format!(": {}", self.group) };
        let poll = Poll {
            id: id(&whole.id, &self.wave, &self.group),
            title: format!("{}{wave}{group}", whole.name()),
            population: if self.group.is_empty() {
                whole.population.clone()
            } else {
                Some(Disclosed::Stated(self.group.clone()))
            },
            sample_size: self.people.size.n.or(Some(SampleSize::NotStated)),
            weighted_n: self.people.size.weighted,
            effective_n: self.people.size.effective,
            fieldwork,
            wave_of: (!self.wave.is_empty()).then(|| whole.id.clone()),
            subgroup_of: (!self.group.is_empty()).then(|| id(&whole.id, &self.wave, "")),
            table: None,
            questions: self.questions,
            note: None,
            // What is stated of the whole is not of a part.
            margin_of_error: whole.margin_of_error.as_ref().map(|_| Disclosed::NotStated),
            ..whole.clone()
        };
        let mut spans = self.spans;
        spans.extend_list("questions", self.places);
        (poll, spans)
    }
}

/// The polls that the waves and groups of a table are, with the place of everything. A wave comes
/// before its groups, even where the table has no figures of the wave as a whole.
pub fn polls(parts: Vec<Part>, whole: &Poll) -> Vec<(Poll, Spans)> {
    let mut polls = Vec::new();
    let mut waves: HashSet<String> = parts.iter().filter(|part| part.group.is_empty()).map(wave).collect();
    waves.insert(String::new());
    for part in parts {
        if waves.insert(part.wave.clone()) {
            polls.push(Part::everybody_with(&part).into_poll(whole));
        }
        polls.push(part.into_poll(whole));
    }
    polls
}

fn wave(part: &Part) -> String {
    part.wave.clone()
}

/// The wave and the group that a row names.
pub fn named<'c>(cells: &Cells<'c, '_>) -> (&'c str, &'c str) {
    (cells.text(Column::Wave), cells.text(Column::Group))
}

/// One day alone is the first and the last.
fn days(cells: &Cells<'_, '_>) -> (String, String) {
    let (first, last) = (cells.text(Column::From), cells.text(Column::To));
    let either = |one: &str, other: &str| if one.is_empty() { other.to_owned() } else { one.to_owned() };
    (either(first, last), either(last, first))
}

/// `attitudes-2021-march-women`
fn id(whole: &str, wave: &str, group: &str) -> String {
    let parts = [whole.to_owned(), slug(wave), slug(group)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Words as ids may hold them.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for sign in words.chars().flat_map(char::to_lowercase) {
        if sign.is_ascii_alphanumeric() {
            slug.push(sign);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use crate::bundle::{Bundle, Files, Limits, Origin, from_files};
    use crate::poll::{Disclosed, Fieldwork, SampleSize};

    fn bundle(rows: &str) -> Bundle {
        let manifest = "Briefing(format: 1, id: \"b\", edition: 1, title: \"B\", language: \"en\", \
             polls: [Poll(id: \"p\", title: \"Attitudes\", pollster: \"YouGov\", population: \"UK adults\", \
             sample_size: 1000, fieldwork: Dates(\"2021-01-01\", \"2021-01-02\"), margin_of_error: \"3 points\", \
             source: \"s\", table: \"polls/t.csv\"), Poll(id: \"last\", source: \"s\")])";
        let header =
            "wave,group,n,from,to,question,title,wording_kind,wording,base,answer,label,value,printed\n";
        let mut files = Files::default();
        files.insert("briefing.ron", format!("#![enable(implicit_some)]\n{manifest}").into_bytes());
        files.insert("polls/t.csv", format!("{header}{rows}").into_bytes());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    }

    fn row(part: &str, answer: &str) -> String {
        format!("{part},q,Do you?,not stated,,all,{answer},{answer},50,50%\n")
    }

    fn said(bundle: &Bundle) -> Vec<(usize, &str)> {
        let faults = bundle.problems().iter().filter(|fault| fault.file == "polls/t.csv");
        faults.map(|fault| (fault.place.as_ref().map_or(0, |at| at.line), fault.message.as_str())).collect()
    }

    #[test]
    fn waves_and_groups_are_polls_that_state_what_the_whole_poll_states() {
        let rows = [
            row(",,,,", "yes"),
            row("March 2022,,1016,2022-03-04,2022-03-07", "yes"),
            ",,,,,,,,,,no,No,30,30%\n".to_owned(),
            row("March 2022,65 and over,About(250),2022-03-04,", "yes"),
            row(",Women,,,", "yes"),
        ];
        let bundle = bundle(&rows.concat());
        assert_eq!(said(&bundle), []);
        let polls: Vec<_> = bundle
            .manifest
            .polls
            .iter()
            .map(|poll| (poll.id.as_str(), poll.subgroup_of.as_deref(), poll.sample_size))
            .collect();
        assert_eq!(
            polls,
            [
                ("p", None, Some(SampleSize::Stated(1000))),
                ("last", None, None),
                ("p-march-2022", None, Some(SampleSize::Stated(1016))),
                ("p-march-2022-65-and-over", Some("p-march-2022"), Some(SampleSize::About(250))),
                ("p-women", Some("p"), Some(SampleSize::NotStated)),
            ]
        );
        let [_, _, wave, old, women] = &bundle.manifest.polls[..] else { panic!("five polls") };
        assert_eq!((wave.title.as_str(), wave.questions[0].answers.len()), ("Attitudes, March 2022", 2));
        assert_eq!(wave.population, Some(Disclosed::Stated("UK adults".to_owned())));
        assert_eq!(old.title, "Attitudes, March 2022: 65 and over");
        assert_eq!(old.population, Some(Disclosed::Stated("65 and over".to_owned())));
        let day = "2022-03-04".to_owned();
        assert_eq!(old.fieldwork, Some(Fieldwork::Dates(day.clone(), day)));
        assert_eq!(women.fieldwork, Some(Fieldwork::Dates("2021-01-01".into(), "2021-01-02".into())));
        assert_eq!(women.margin_of_error, Some(Disclosed::NotStated), "the whole poll's is not a group's");
        assert_eq!(women.pollster, Some(Disclosed::Stated("YouGov".to_owned())));
        assert!(bundle.question("p-march-2022-65-and-over/q").is_some(), "it can be referred to");
    }

    #[test]
    fn groups_of_a_wave_that_has_no_figures_as_a_whole_are_parts_of_it_all_the_same() {
        let of = |group: &str| row(&format!("2,{group},300,2022-03-04,2022-03-07"), "yes");
        let bundle = bundle(&[of("Women"), of("Men")].concat());
        let ids: Vec<&str> = bundle.manifest.polls.iter().map(|poll| poll.id.as_str()).collect();
        assert_eq!(ids, ["p", "last", "p-2", "p-2-women", "p-2-men"]);
        let wave = &bundle.manifest.polls[2];
        assert_eq!((wave.questions.len(), wave.sample_size), (0, Some(SampleSize::NotStated)));
        assert_eq!(wave.fieldwork, Some(Fieldwork::NotStated), "it is not taken from its groups");
    }

    #[test]
    fn the_next_wave_of_a_question_is_no_scattered_row_of_it() {
        let of = |wave: u8, answer| row(&format!("{wave},,,,"), answer);
        let rows = [of(1, "yes"), of(1, "no"), of(2, "yes"), of(2, "no")].concat();
        assert_eq!(said(&bundle(&rows)), []);
        let rows = rows + &of(1, "unsure");
        let scattered = (6, "the rows of the question `q` do not stand together");
        assert!(said(&bundle(&rows)).contains(&scattered));
    }

    #[test]
    fn what_rows_of_one_wave_say_is_the_same_and_names_can_be_referred_to() {
        let rows = [
            row(",,1000,2021-01-01,", "yes"),
            row("2,,500,2022-03-04,2022-03-07", "yes"),
            "3,,,,,,,,,,no,No,30,30%\n".to_owned(),
            row("2,,600,2022-03-05,2022-03-07", "unsure"),
            row("2,Ελλάδα,many,,", "yes"),
        ];
        let differs = "this differs from the first row of this wave and group, which counts";
        let bundle = bundle(&rows.concat());
        let said = said(&bundle);
        assert_eq!(
            said[..4],
            [
                (2, "the poll itself says this in the manifest, which counts"),
                (4, "this row belongs to the question of the row above"),
                (5, differs),
                (5, differs),
            ]
        );
        assert!(said.contains(&(6, "`Ελλάδα` has no letters that a reference may hold")));
        assert!(said.len() > 5, "`many` is no number of people: {said:?}");
    }
}
