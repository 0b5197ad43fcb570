//! A comparison as it is shown, made anew only where something has changed: thousands of figures may
//! be compared, and a frame has no time to look them all up.

use std::collections::HashSet;
use std::sync::Arc;

use self_cell::self_cell;

use crate::bundle::{Bundle, Source};
use crate::chart::comparison::{ComparisonChart, ComparisonKind};
use crate::library::comparison::{Recipe, resolve};
use crate::poll::comparison::{Comparison, Item, compare_against, survey};
use crate::poll::listed;
use crate::poll::{capitalised, grouped};

/// What a comparison is made of.
pub struct Of {
    /// The briefings that figures are taken from.
    pub shelf: Vec<Arc<Bundle>>,
    /// What is compared.
    pub recipe: Recipe,
    /// What it is called.
    pub title: String,
}

/// What is made of it.
pub struct Made<'o> {
    pub chart: ComparisonChart<'o>,
    /// The ways that it can be drawn.
    pub kinds: Vec<ComparisonKind>,
    /// The way that it is drawn.
    pub kind: ComparisonKind,
    /// The arithmetic.
    pub comparison: Comparison,
    /// "Five figures: five questions from four polls."
    pub summary: String,
    /// Figures that are not on the shelf.
    pub missing: Vec<&'o str>,
    /// What the person has to be told: which of several editions are compared, and what of the recipe is
    /// not understood.
    pub told: Vec<String>,
}

self_cell!(
    /// A comparison with what it is made of.
    pub struct Shown {
        owner: Of,
        #[covariant]
        dependent: Made,
    }
);

impl Shown {
    /// Looks everything up and works it out.
    pub fn make(of: Of) -> Shown {
        Shown::new(of, |of| {
            let figures = found(&of.shelf, &of.recipe);
            let chart = chart(&of.title, &figures, &of.recipe);
            let items: Vec<Item<'_>> = chart.figures.iter().map(|figure| figure.item).collect();
            let there: HashSet<String> = figures.iter().map(|(item, _)| item.reference()).collect();
            let missing = of.recipe.figures.iter().filter(|figure| !there.contains(*figure));
            Made {
                kinds: chart.kinds(),
                kind: kind(&of.recipe, &chart),
                comparison: compare_against(&items, &of.recipe.settings(), chart.baseline),
                summary: summary(&chart),
                missing: missing.map(String::as_str).collect(),
                told: editions(&of.shelf, &items)
                    .into_iter()
                    .chain(no_way(&of.recipe))
                    .chain(of.recipe.not_understood())
                    .collect(),
                chart,
            }
        })
    }

    /// What was made.
    pub fn made(&self) -> &Made<'_> {
        self.borrow_dependent()
    }

    /// What it was made of.
    pub fn of(&self) -> &Of {
        self.borrow_owner()
    }
}

/// "Editions 1 and 2 of “Free passes” are at hand; the figures are of edition 2."
fn editions(shelf: &[Arc<Bundle>], items: &[Item<'_>]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut known = HashSet::new();
    for item in items.iter().filter(|item| item.edition.is_some() && known.insert(item.briefing)) {
        let of_it = shelf.iter().filter(|bundle| bundle.manifest.id == item.briefing);
        let mut at_hand: Vec<u32> = of_it.clone().map(|bundle| bundle.manifest.edition).collect();
        let figures = items.iter().filter(|other| other.briefing == item.briefing);
        let mut compared: Vec<u32> = figures.filter_map(|other| Some(other.edition?.number)).collect();
        for numbers in [&mut at_hand, &mut compared] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        if at_hand.len() < 2 {
            continue;
        }
        let title =
            of_it.max_by_key(|bundle| bundle.manifest.edition).map_or("", |bundle| bundle.short_title());
        let whose = match (compared == at_hand, at_hand.len()) {
            (true, 2) => "both".to_owned(),
            (true, _) => "all of them".to_owned(),
            (false, _) => numbered(&compared),
        };
        let there = capitalised(&numbered(&at_hand));
        sentences.push(format!("{there} of “{title}” are at hand; the figures are of {whose}."));
    }
    sentences
}

/// That a recipe names a way to draw that this program does not know.
fn no_way(recipe: &Recipe) -> Option<String> {
    let asked = recipe.drawn_as.as_str();
    (!asked.is_empty() && ComparisonKind::named(asked).is_none())
        .then(|| format!("“{asked}” is no known way to draw a comparison; it is drawn as suits the figures."))
}

/// "edition 2", "editions 1 and 2"
fn numbered(editions: &[u32]) -> String {
    let numbers: Vec<String> = editions.iter().map(ToString::to_string).collect();
    format!("{} {}", if numbers.len() == 1 { "edition" } else { "editions" }, listed(&numbers))
}

fn summary(chart: &ComparisonChart<'_>) -> String {
    // A question is one, however many editions tell of it and of whichever groups.
    let items = || chart.figures.iter().map(|figure| figure.item);
    let polls: HashSet<_> = items().map(|item| (item.briefing, survey(item.poll))).collect();
    let questions: HashSet<_> =
        items().map(|item| (item.briefing, survey(item.poll), &item.question.id)).collect();
    let count = |number: usize, word: &str| {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        let number_words =
            words.get(number).map_or_else(|| grouped(number as u64), |words| (*words).to_owned());
        if number == 1 { format!("{number_words} {word}") } else { format!("{number_words} {word}s") }
    };
    let figures = capitalised(&count(chart.figures.len(), "figure"));
    format!("{figures}: {} from {}.", count(questions.len(), "question"), count(polls.len(), "poll"))
}

/// The figures that are there.
fn found<'b>(shelf: &'b [Arc<Bundle>], recipe: &Recipe) -> Vec<(Item<'b>, &'b str)> {
    let titled = |(item, source): (Item<'b>, Option<&'b Source>)| {
        (item, source.map_or("", |source| source.title.as_str()))
    };
    recipe.figures.iter().filter_map(|figure| resolve(shelf, figure)).map(titled).collect()
}

/// Their chart.
fn chart<'b>(title: &'b str, figures: &[(Item<'b>, &'b str)], recipe: &Recipe) -> ComparisonChart<'b> {
    ComparisonChart::new(title, figures, recipe.settings(), recipe.order, recipe.baseline.as_deref())
}

/// The way that was asked for, where it suits; else the one that does.
fn kind(recipe: &Recipe, chart: &ComparisonChart<'_>) -> ComparisonKind {
    let asked = ComparisonKind::named(&recipe.drawn_as);
    asked.filter(|kind| chart.suits(*kind)).unwrap_or_else(|| chart.natural_kind())
}
