//! Figures of several polls side by side. The model is made of polls and of the arithmetic in
//! [`crate::poll::comparison`]; each way to draw it is one function, for the window and for files.

mod dots;
mod dumbbell;
mod matrix;
mod multiples;
mod panel;
mod sets;
mod show;
mod suits;
mod table;
mod words;

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::chart::tracker::Tracker;
use crate::poll::comparison::{Item, Order, Settings};
use crate::poll::stats::{Estimate, NoInterval, WhatIf};
use crate::poll::{Poll, Question};

pub use matrix::{matrix, trial};
pub use show::{print, show};
pub use table::{COLUMNS, rows};
pub use words::{figure_sentence, sample_words};

/// Ways to draw a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ComparisonKind {
    /// A dot with its interval for each figure, one under another.
    #[default]
    Dots,
    /// For two questions: each answer's two values on one line.
    Dumbbell,
    /// A panel for each poll, all on one scale.
    Panels,
    /// Each question's whole answer set as one bar of 100%.
    Stacked,
    /// The same, parted at the middle where people take sides.
    Diverging,
    /// Shares over time.
    Tracker,
}

impl ComparisonKind {
    /// All of them, in the order they are offered.
    pub const ALL: [ComparisonKind; 6] = [
        ComparisonKind::Dots,
        ComparisonKind::Dumbbell,
        ComparisonKind::Panels,
        ComparisonKind::Stacked,
        ComparisonKind::Diverging,
        ComparisonKind::Tracker,
    ];

    /// A word or two for buttons.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ComparisonKind::Dots => "Dots",
            ComparisonKind::Dumbbell => "Two by two",
            ComparisonKind::Panels => "Panels",
            ComparisonKind::Stacked => "Stacked",
            ComparisonKind::Diverging => "Diverging",
            ComparisonKind::Tracker => "Over time",
        }
    }

    /// The way of that name, as files and the command line write it: "dots", "two-by-two".
    #[must_use]
    pub fn named(name: &str) -> Option<ComparisonKind> {
        ComparisonKind::ALL.into_iter().find(|kind| kind.id() == name)
    }

    /// Its name in files and on the command line.
    #[must_use]
    pub fn id(self) -> String {
        self.name().to_lowercase().replace(' ', "-")
    }
}

/// A figure of a comparison.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// What it is of.
    pub item: Item<'a>,
    /// Its interval, or why it has none.
    pub estimate: Result<Estimate, NoInterval>,
    /// The title of the source that it was read in.
    pub source: &'a str,
}

/// Figures with what their chart needs to say beside them.
#[derive(Clone, Debug)]
pub struct ComparisonChart<'a> {
    /// What is compared, in a few words.
    pub title: &'a str,
    /// From the top.
    pub figures: Vec<Figure<'a>>,
    /// The figure that the others are held against, by its place among them.
    pub baseline: Option<usize>,
    /// How intervals are made.
    pub settings: Settings,
    questions: Vec<(&'a Poll, &'a Question)>,
    tracker: OnceLock<Tracker>,
}

impl<'a> ComparisonChart<'a> {
    /// A chart of figures, each with the title of its source. `baseline` is a figure's reference.
    #[must_use]
    pub fn new(
        title: &'a str,
        items: &[(Item<'a>, &'a str)],
        settings: Settings,
        order: Order,
        baseline: Option<&str>,
    ) -> ComparisonChart<'a> {
        let mut figures: Vec<Figure<'a>> = items
            .iter()
            .map(|(item, source)| Figure { item: *item, estimate: item.estimate(&settings), source })
            .collect();
        order.sort(&mut figures, |figure| figure.item);
        let baseline = figures.iter().position(|figure| baseline == Some(figure.item.reference().as_str()));
        let mut known = HashSet::new();
        let questions = figures
            .iter()
            .map(|figure| (figure.item.poll, figure.item.question))
            .filter(|(_, question)| known.insert(std::ptr::from_ref(*question)))
            .collect();
        ComparisonChart { title, figures, baseline, settings, questions, tracker: OnceLock::new() }
    }

    /// The questions that the figures are answers to, in the figures' order.
    #[must_use]
    pub fn questions(&self) -> &[(&'a Poll, &'a Question)] {
        &self.questions
    }

    /// The figures in time.
    pub fn tracker(&self) -> &Tracker {
        self.tracker.get_or_init(|| {
            Tracker::of(self.figures.iter().map(|figure| (figure.item, figure.estimate.clone())))
        })
    }

    /// The sample size that is tried out, where some figure rests on it.
    #[must_use]
    pub fn assumed(&self) -> Option<WhatIf> {
        let assumed = |figure: &Figure<'_>| figure.estimate.as_ref().ok()?.sample.assumed;
        self.figures.iter().find_map(assumed)
    }

    /// A figure's reference, to light it up by.
    #[must_use]
    pub fn reference(&self, index: usize) -> String {
        self.figures[index].item.reference()
    }

    /// The place of the figure that a reference names, if it is among them.
    #[must_use]
    pub fn place_of(&self, reference: &str) -> Option<usize> {
        (0..self.figures.len()).find(|index| self.reference(*index) == reference)
    }
}
