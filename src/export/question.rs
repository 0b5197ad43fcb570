//! The chart of one question, for export.

use egui::Ui;

use super::{Exhibit, Note, Record, Table, plain_name};
use crate::bundle::{Bundle, Source};
use crate::chart::{self, Kind, Look, QuestionChart};
use crate::poll::dates::spoken;
use crate::poll::{Poll, Question, Wording};

/// A question of a briefing with the way it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct QuestionExhibit<'a> {
    bundle: &'a Bundle,
    chart: QuestionChart<'a>,
    kind: Kind,
    source: Option<&'a Source>,
}

impl<'a> QuestionExhibit<'a> {
    /// A question's chart; its natural kind where none is asked for, bars where it cannot be stacked.
    #[must_use]
    pub fn new(
        bundle: &'a Bundle,
        poll: &'a Poll,
        question: &'a Question,
        kind: Option<Kind>,
    ) -> QuestionExhibit<'a> {
        let source = bundle.source_of(poll, question);
        let chart = QuestionChart::new(poll, question, source.map_or("", |source| &source.title), "");
        let kind = kind.unwrap_or_else(|| chart.natural_kind());
        let kind = chart.kind_or_bars(kind);
        QuestionExhibit { bundle, chart, kind, source }
    }

    /// Whether the answers can be drawn in a way.
    #[must_use]
    pub fn suits(&self, kind: Kind) -> bool {
        self.chart.suits(kind)
    }

    /// Why the answers cannot be one bar of 100%, as a clause.
    #[must_use]
    pub fn why_not_stacked(&self) -> Option<String> {
        self.chart.why_not_stacked()
    }

    /// "Source: The release. Example Polls, 19 April 2021."
    fn source_words(&self) -> Option<String> {
        let source = self.source?;
        let mut words = format!("Source: {}", source.title.trim_end_matches('.'));
        let date = source.published.stated().map(|date| spoken(date));
        let who: Vec<&str> = [source.publisher.as_str(), date.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if !who.is_empty() {
            words = format!("{words}. {}", who.join(", "));
        }
        Some(words + ".")
    }

    fn address(&self) -> Option<String> {
        self.source.map(|source| source.url.clone()).filter(|url| !url.is_empty())
    }
}

impl Exhibit for QuestionExhibit<'_> {
    fn title(&self) -> String {
        self.chart.question.title.clone()
    }

    fn summary(&self) -> String {
        let summary = self.chart.summary(self.kind);
        match self.address() {
            Some(address) => format!("{summary} {address}"),
            None => summary,
        }
    }

    fn language(&self) -> &str {
        &self.bundle.manifest.language
    }

    fn file_name(&self) -> String {
        let QuestionChart { poll, question, .. } = self.chart;
        plain_name(&format!("{}-{}-{}", self.bundle.manifest.id, poll.id, question.id))
    }

    fn draw(&self, ui: &mut Ui, look: &Look) {
        let notes: Vec<String> = [self.source_words(), self.address()].into_iter().flatten().collect();
        chart::print(ui, &self.chart, look, self.kind, &notes);
    }

    fn table(&self) -> Table {
        let chart = &self.chart;
        let mut notes: Vec<Note> = Vec::new();
        let parts = [Some(chart.source_line()), chart.not_stated()];
        let line: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        if !line.is_empty() {
            notes.push(Note::words(line.join(" · ")));
        }
        match &chart.question.wording {
            Wording::Exact(words) => notes.push(Note::words(format!("Question: “{words}”"))),
            Wording::Paraphrase(words) => notes.push(Note::words(format!("Question (paraphrased): {words}"))),
            Wording::NotStated => notes.push(Note::words("Question: wording not stated")),
        }
        if let Some(words) = self.source_words() {
            notes.push(Note { words, address: self.address() });
        }
        Table {
            caption: self.title(),
            base_line: chart.table_line(),
            columns: chart::TABLE_COLUMNS.map(str::to_owned).to_vec(),
            numbers: 2,
            rows: chart::table_rows(chart).into_iter().map(Vec::from).collect(),
            notes,
        }
    }

    fn records(&self) -> Vec<Vec<String>> {
        let QuestionChart { poll, question, .. } = self.chart;
        let briefing = self.bundle.manifest.id.as_str();
        let record = |answer| Record { briefing, poll, question, answer, source: self.source }.cells();
        std::iter::once(Record::columns()).chain(question.answers.iter().map(record)).collect()
    }
}
