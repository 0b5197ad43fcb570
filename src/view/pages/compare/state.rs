//! What the Compare view remembers.

use std::sync::Arc;

use super::controls::Controls;
use super::shown::{Of, Shown};
use crate::bundle::Bundle;
use crate::chart::comparison::ComparisonKind;
use crate::library::comparison::{Recipe, first_answers, resolve, topic_words};
use crate::poll::comparison::Settings;
use crate::view::parts::scroll_page::ScrollPage;

/// What is compared and how it is shown.
#[derive(Default)]
pub struct Compare {
    /// The briefings that figures can be taken from; filled when the view is first looked at.
    pub shelf: Vec<Arc<Bundle>>,
    /// How the reading of those on the shelf stands.
    pub shelved: Shelved,
    /// Briefings that are open twice as one edition, and yet not the same: their ids.
    pub doubles: Vec<String>,
    /// What is compared.
    pub recipe: Recipe,
    /// The topic whose questions are offered.
    pub topic: Option<String>,
    /// The names of the comparisons that are kept, as they stand in the list.
    pub saved: Vec<String>,
    /// Where the view stands.
    pub page: ScrollPage,
    /// What is switched and typed in its controls.
    pub controls: Controls,
    shown: Option<Arc<Shown>>,
}

/// How the reading of the shelf's briefings stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shelved {
    /// Nobody has asked for them yet.
    #[default]
    NotAskedFor,
    /// They are being read.
    OnTheirWay,
    /// They were read, but for those that could not be: their names, and why.
    Read {
        /// "spring.briefing: the file breaks off."
        unread: Vec<String>,
    },
    /// Reading them broke off, with what the program said.
    Failed(String),
}

/// A comparison as it was left, to come back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    recipe: Recipe,
    topic: Option<String>,
    table: bool,
}

impl Compare {
    /// What is compared, and how.
    #[must_use]
    pub fn left(&self) -> Left {
        Left { recipe: self.recipe.clone(), topic: self.topic.clone(), table: self.controls.table }
    }

    /// Shows a comparison as it was left.
    pub fn come_back_to(&mut self, left: Left) {
        (self.recipe, self.topic, self.controls.table) = (left.recipe, left.topic, left.table);
        self.controls.naming = None;
    }

    /// Begins anew with the first answers to the questions of a topic.
    pub fn take_topic(&mut self, topic: &str) {
        let figures = first_answers(&self.shelf, topic);
        self.recipe = Recipe { figures, ..Recipe::default() };
        self.topic = Some(topic.to_owned());
        self.controls.naming = None;
    }

    /// Takes figures in; the topic of the first that is there is offered where none is.
    pub fn add(&mut self, figures: Vec<String>) {
        if self.topic.is_none() {
            let first = figures.iter().find_map(|figure| resolve(&self.shelf, figure));
            self.topic = first.map(|(item, _)| item.question.topic.clone()).filter(|topic| !topic.is_empty());
        }
        self.recipe.add(figures);
    }

    /// Shows a comparison that was kept or shared.
    pub fn open(&mut self, recipe: Recipe) {
        self.topic = None;
        self.controls.naming = None;
        let figures = recipe.figures.clone();
        self.recipe = recipe;
        self.add(figures);
    }

    /// The settings of the arithmetic.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.recipe.settings()
    }

    /// What it is called: its name, or what its figures are about.
    #[must_use]
    pub fn title(&self) -> String {
        title(&self.recipe, self.topic.as_deref())
    }

    /// The comparison with its arithmetic, worked out anew only where something changed.
    pub fn shown(&mut self) -> Arc<Shown> {
        let title = self.title();
        if let Some(shown) = &self.shown
            && (&shown.of().recipe, &shown.of().title) == (&self.recipe, &title)
        {
            return Arc::clone(shown);
        }
        let of = Of { shelf: self.shelf.clone(), recipe: self.recipe.clone(), title };
        let shown = Arc::new(Shown::make(of));
        self.shown = Some(Arc::clone(&shown));
        shown
    }

    /// Forgets what was worked out: the shelf is another.
    pub fn shelf_changed(&mut self) {
        self.shown = None;
    }

    /// The ways that suit its figures.
    #[must_use]
    pub fn kinds(&mut self) -> Vec<ComparisonKind> {
        self.shown().made().kinds.clone()
    }
}

/// What a comparison is called.
pub fn title(recipe: &Recipe, topic: Option<&str>) -> String {
    match (recipe.name.as_str(), topic) {
        ("", Some(topic)) => topic_words(topic),
        ("", None) => "Compare".to_owned(),
        (name, _) => name.to_owned(),
    }
}
