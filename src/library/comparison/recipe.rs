//! What is compared, and how.

use serde::{Deserialize, Serialize};

use crate::poll::comparison::{Order, Settings};
use crate::poll::stats::WhatIf;

/// What is compared, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// What the person calls it; empty where it has no name yet.
    pub name: String,
    /// The figures as `briefing#poll/question/answer`, in the order they were chosen.
    pub figures: Vec<String>,
    /// The order they are shown in.
    pub order: Order,
    /// The figure that the others are held against.
    pub baseline: Option<String>,
    /// The sample size that is tried where none is stated.
    pub assume_n: Option<u64>,
    /// How it is drawn: `dots`, `two-by-two`; empty for the way that suits it.
    pub drawn_as: String,
    /// What another version wrote and this one does not understand: kept as it is.
    #[serde(default)]
    pub others: Vec<Other>,
}

/// A value that another version wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Its name.
    pub name: String,
    /// As it is written in the file.
    pub raw: String,
}

impl Recipe {
    /// The arithmetic's settings.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { what_if: self.assume_n.and_then(WhatIf::new), ..Settings::default() }
    }

    /// Takes a figure in, or out where it is in already.
    pub fn toggle(&mut self, figure: &str) {
        match self.figures.iter().position(|known| known == figure) {
            Some(at) => self.remove(at),
            None => self.figures.push(figure.to_owned()),
        }
    }

    /// Takes figures in, each once.
    pub fn add(&mut self, figures: impl IntoIterator<Item = String>) {
        for figure in figures {
            if !self.figures.contains(&figure) {
                self.figures.push(figure);
            }
        }
    }

    /// Holds the others against a figure, or no longer where that is so.
    pub fn hold_against(&mut self, figure: &str) {
        self.baseline = (self.baseline.as_deref() != Some(figure)).then(|| figure.to_owned());
    }

    fn remove(&mut self, at: usize) {
        let gone = self.figures.remove(at);
        if self.baseline.as_ref() == Some(&gone) {
            self.baseline = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_goes_is_no_baseline_any_more() {
        let mut recipe = Recipe::default();
        recipe.add(["a#p/q/x".to_owned(), "a#p/q/y".to_owned(), "a#p/q/x".to_owned()]);
        assert_eq!(recipe.figures, ["a#p/q/x", "a#p/q/y"]);
        recipe.baseline = Some("a#p/q/x".to_owned());
        recipe.toggle("a#p/q/x");
        assert_eq!((recipe.figures.as_slice(), recipe.baseline), (&["a#p/q/y".to_owned()][..], None));
    }
}
