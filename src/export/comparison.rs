//! A comparison of figures, for export.

use egui::Ui;

use super::{Exhibit, Note, Record, Table, plain_name};
use crate::bundle::Source;
use crate::chart::Look;
use crate::chart::comparison::{self as drawing, ComparisonChart, ComparisonKind};
use crate::poll::comparison::{Comparison, Item, Order, Settings, compare_against};
use crate::poll::stats::WhatIf;

/// A figure with the source that it was read in.
pub type Sourced<'a> = (Item<'a>, Option<&'a Source>);

/// Figures held against each other, with the way they are drawn.
#[derive(Clone, Debug)]
pub struct ComparisonExhibit<'a> {
    title: String,
    language: String,
    figures: Vec<Sourced<'a>>,
    settings: Settings,
    baseline: Option<String>,
    kind: ComparisonKind,
    comparison: Comparison,
}

impl<'a> ComparisonExhibit<'a> {
    /// An exhibit of figures in an order; its natural kind where none is asked for or where it cannot
    /// be drawn so.
    #[must_use]
    pub fn new(
        title: &str,
        language: &str,
        figures: &[Sourced<'a>],
        settings: Settings,
        (order, baseline): (Order, Option<&str>),
        kind: Option<ComparisonKind>,
    ) -> ComparisonExhibit<'a> {
        let mut figures = figures.to_vec();
        order.sort(&mut figures, |(item, _)| *item);
        let items: Vec<Item<'_>> = figures.iter().map(|(item, _)| *item).collect();
        let place = items.iter().position(|item| baseline == Some(item.reference().as_str()));
        let comparison = compare_against(&items, &settings, place);
        let mut exhibit = ComparisonExhibit {
            title: title.to_owned(),
            language: language.to_owned(),
            figures,
            settings,
            baseline: baseline.map(str::to_owned),
            kind: ComparisonKind::default(),
            comparison,
        };
        let chart = exhibit.chart();
        exhibit.kind = kind.filter(|kind| chart.suits(*kind)).unwrap_or_else(|| chart.natural_kind());
        exhibit
    }

    /// Whether it can be drawn in a way.
    #[must_use]
    pub fn suits(&self, kind: ComparisonKind) -> bool {
        self.chart().suits(kind)
    }

    fn chart(&self) -> ComparisonChart<'_> {
        let titled: Vec<(Item<'_>, &str)> = self
            .figures
            .iter()
            .map(|(item, source)| (*item, source.map_or("", |source| source.title.as_str())))
            .collect();
        ComparisonChart::new(&self.title, &titled, self.settings, Order::Chosen, self.baseline.as_deref())
    }

    /// The sources, each once, with their addresses.
    fn sources(&self) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::new();
        for source in self.figures.iter().filter_map(|(_, source)| *source) {
            let publisher =
                if source.publisher.is_empty() { String::new() } else { format!(". {}", source.publisher) };
            let words = format!("Source: {}{publisher}.", source.title.trim_end_matches('.'));
            let address = Some(source.url.clone()).filter(|url| !url.is_empty());
            let note = Note { words, address };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }
}

impl Exhibit for ComparisonExhibit<'_> {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn summary(&self) -> String {
        format!("{} {}", self.chart().summary(self.kind), self.comparison.verdict)
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn file_name(&self) -> String {
        plain_name(&format!("compare {}", self.title))
    }

    fn draw(&self, ui: &mut Ui, look: &Look) {
        let mut notes: Vec<String> = self.comparison.notes.clone();
        if !self.comparison.verdict.is_empty() {
            notes.insert(0, self.comparison.verdict.clone());
        }
        notes.extend(self.sources().into_iter().map(|note| match note.address {
            Some(address) => format!("{} {address}", note.words),
            None => note.words,
        }));
        drawing::print(ui, &self.chart(), look, self.kind, &notes);
    }

    fn table(&self) -> Table {
        let chart = self.chart();
        let said = Some(self.comparison.verdict.clone()).filter(|words| !words.is_empty());
        let notes = said.into_iter().chain(self.comparison.notes.clone()).map(Note::words);
        Table {
            caption: self.title(),
            base_line: chart.table_line(),
            columns: drawing::COLUMNS.map(str::to_owned).to_vec(),
            numbers: 3,
            rows: drawing::rows(&chart),
            notes: notes.chain(self.sources()).collect(),
        }
    }

    fn records(&self) -> Vec<Vec<String>> {
        let header = Record::columns().into_iter().chain(COLUMNS.map(str::to_owned)).collect();
        let rows = self.figures.iter().zip(&self.comparison.estimates).map(|((item, source), estimate)| {
            let Item { briefing, edition, poll, question, answer } = *item;
            let known = estimate.as_ref().ok();
            let bound = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
            let mut cells = Record { briefing, poll, question, answer, source: *source }.cells();
            cells.extend([
                edition.map_or_else(String::new, |edition| edition.number.to_string()),
                known
                    .and_then(|known| known.sample.people)
                    .map_or_else(String::new, |people| people.to_string()),
                bound(known.map(|known| known.interval.low)),
                bound(known.map(|known| known.interval.high)),
                estimate.as_ref().err().map_or_else(String::new, ToString::to_string),
                known.and_then(|known| known.sample.assumed).map_or_else(String::new, WhatIf::label),
                bound(known.and_then(|known| known.sample.stated_effective)),
            ]);
            cells
        });
        std::iter::once(header).chain(rows).collect()
    }
}

/// What stands behind the columns that every record has. The edition is empty where one is at hand.
const COLUMNS: [&str; 7] = [
    "edition",
    "n_used",
    "interval_low",
    "interval_high",
    "why_no_interval",
    "assumption",
    "effective_n_used",
];
