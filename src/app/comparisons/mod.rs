//! Comparisons: what to compare, what is saved, and the briefings that figures come from.

pub(super) mod comparison_store;
pub(super) mod shelf_loader;

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use crate::app::App;
use crate::bundle::Bundle;
use crate::export::plain_name;
use crate::library::comparison::{Recipe, edition_among, write};
use crate::poll::comparison::{Item, briefing_named};
use crate::view::actions::{CompareAction, View};
use crate::view::{About, Compare};

/// A comparison that is asked for; it needs the shelf's briefings.
pub enum ComparisonRequest {
    /// Figures, as `poll/question/answer`, of briefings that need not be on the shelf.
    Figures(Vec<(Arc<Bundle>, Vec<String>)>),
    /// What a recipe names.
    Recipe(Recipe),
    /// The questions of a topic.
    Topic(String),
    /// All answers to a question, taken in beside what is compared.
    Question(String),
}

impl App {
    /// Compares figures, as `poll/question/answer`, of briefings that need not be on the shelf.
    pub fn compare_figures(&mut self, of: Vec<(Bundle, Vec<String>)>) {
        let of = of.into_iter().map(|(bundle, figures)| (Arc::new(bundle), figures)).collect();
        self.want_comparison(ComparisonRequest::Figures(of));
    }

    /// Compares what a recipe names.
    pub fn compare(&mut self, recipe: Recipe) {
        self.want_comparison(ComparisonRequest::Recipe(recipe));
    }

    /// Compares the questions of a topic on the shelf.
    pub fn compare_topic(&mut self, topic: &str) {
        self.want_comparison(ComparisonRequest::Topic(topic.to_owned()));
    }

    /// Compares what is wanted as soon as the shelf's briefings are there, which are read beside the
    /// frames; until then the view says that they are on their way.
    fn want_comparison(&mut self, wanted: ComparisonRequest) {
        self.shelf_loader.waiting.push(wanted);
        self.fetch_comparables(self.wait);
        if !self.shelf_loader.waiting.is_empty() && self.window.view != View::Compare {
            self.show(View::Compare);
            self.shelf_loader.shown_early = true;
        }
    }

    /// Compares what is wanted, with the briefings that are there.
    pub(in crate::app) fn compare_wanted(&mut self, wanted: ComparisonRequest) {
        match wanted {
            ComparisonRequest::Figures(of) => {
                self.take_in(of.iter().map(|(bundle, _)| Arc::clone(bundle)));
                let shelf = &self.window.compare.shelf;
                let named = of.iter().flat_map(|(bundle, figures)| {
                    let briefing = briefing_named(&bundle.manifest.id, edition_among(shelf, bundle));
                    figures.iter().map(move |figure| format!("{briefing}#{figure}"))
                });
                let figures = named.collect();
                self.replace_comparison(|compare| compare.open(Recipe { figures, ..Recipe::default() }));
            }
            ComparisonRequest::Recipe(recipe) => self.replace_comparison(|compare| compare.open(recipe)),
            ComparisonRequest::Topic(topic) => self.replace_comparison(|compare| compare.take_topic(&topic)),
            ComparisonRequest::Question(reference) => self.compare_question(&reference),
        }
    }

    /// Shows another comparison. The one that was there is a place to come back to, as it was left; what
    /// is only changed in a comparison is none.
    fn replace_comparison(&mut self, change: impl FnOnce(&mut Compare)) {
        let before = self.entry();
        change(&mut self.window.compare);
        let shown_early = std::mem::take(&mut self.shelf_loader.shown_early);
        if shown_early && self.window.view == View::Compare {
            // What was left for it is remembered already.
        } else if self.window.view != View::Compare {
            self.show(View::Compare);
        } else if !self.entry().compares_like(&before) {
            self.history.leave(before);
        }
        self.window.compare.page.scroll_to = Some(0.0);
    }

    pub(in crate::app) fn comparing(&mut self, ctx: &Context, asked: CompareAction) {
        match asked {
            CompareAction::ShowTopic(topic) => self.compare_topic(&topic),
            CompareAction::AddQuestion(reference) => {
                self.want_comparison(ComparisonRequest::Question(reference));
            }
            CompareAction::ReadShelf => self.read_shelf_again(),
            CompareAction::Save(name) => {
                self.window.compare.recipe.name = name;
                let kept = self.saved_comparisons.keep(&self.window.compare.recipe);
                let name = &self.window.compare.recipe.name;
                self.window.messages.done_or_not(kept.map(|()| format!("“{name}” is saved.")));
                self.list_kept();
            }
            CompareAction::Share(name) => {
                let recipe = &mut self.window.compare.recipe;
                recipe.name = name;
                let text = write(recipe);
                self.exporter.save_comparison(ctx, plain_name(&recipe.name), text);
            }
            CompareAction::ToggleFigures(figures) => {
                for figure in &figures {
                    self.window.compare.recipe.toggle(figure);
                }
            }
            CompareAction::DrawAs(kind) => self.window.compare.recipe.drawn_as = kind.id(),
            CompareAction::OrderBy(order) => self.window.compare.recipe.order = order,
            CompareAction::SetBaseline(figure) => self.window.compare.recipe.baseline = figure,
            CompareAction::ToggleBaseline(figure) => self.window.compare.recipe.hold_against(&figure),
            CompareAction::AssumeSampleSize(people) => self.window.compare.recipe.assume_n = people,
            CompareAction::OpenSaved(index) => {
                if let Some(recipe) = self.saved_comparisons.recipe(index) {
                    self.compare(recipe);
                }
            }
            CompareAction::RemoveSaved(index) => {
                if let Err(why) = self.saved_comparisons.drop(index) {
                    self.window.messages.say(why);
                }
                self.list_kept();
            }
        }
    }

    /// Compares what a file names that somebody shared.
    ///
    /// # Errors
    /// What is wrong with it, with its places.
    pub fn compare_shared(&mut self, path: &Path) -> Result<(), String> {
        self.compare(comparison_store::read(path)?);
        Ok(())
    }

    /// Opens a comparison that somebody shared, or says why it cannot be.
    pub(in crate::app) fn open_comparison(&mut self, path: &Path) {
        self.window.messages.retract(About::Opening);
        if let Err(why) = self.compare_shared(path) {
            self.window.messages.say_of(About::Opening, why);
        }
    }

    /// Opens the comparison that was saved under a name, unless it is open.
    pub(in crate::app) fn open_kept_comparison(&mut self, name: &str) {
        if self.window.compare.title() == name {
            self.show(View::Compare);
            return;
        }
        let index = self.saved_comparisons.names().iter().position(|known| known == name);
        match index.and_then(|index| self.saved_comparisons.recipe(index)) {
            Some(recipe) => self.compare(recipe),
            None => self.window.messages.say(format!("No comparison is saved as “{name}”.")),
        }
    }

    pub(in crate::app) fn list_kept(&mut self) {
        self.window.compare.saved = self.saved_comparisons.names();
    }

    /// Puts briefings that the shelf does not have before the others, and those that it has in their
    /// place: they may be newer on the disk than when the shelf was read.
    pub(in crate::app) fn take_in(&mut self, bundles: impl IntoIterator<Item = Arc<Bundle>>) {
        let compare = &mut self.window.compare;
        let mut seen: Vec<Arc<Bundle>> = Vec::new();
        let mut doubles = Vec::new();
        for bundle in bundles {
            if let Some(first) = seen.iter().find(|known| is_one_edition(known, &bundle)) {
                if first.manifest != bundle.manifest {
                    doubles.push(bundle.manifest.id.clone());
                }
                continue;
            }
            match compare.shelf.iter_mut().find(|known| is_one_edition(known, &bundle)) {
                Some(known) if Arc::ptr_eq(known, &bundle) => {}
                Some(known) => {
                    *known = Arc::clone(&bundle);
                    compare.shelf_changed();
                }
                None => {
                    compare.shelf.insert(0, Arc::clone(&bundle));
                    compare.shelf_changed();
                }
            }
            seen.push(bundle);
        }
        compare.doubles = doubles;
    }

    /// Takes all answers of a question in, of the edition that is in the window where it is one of these.
    fn compare_question(&mut self, reference: &str) {
        let Some((briefing, local)) = reference.split_once('#') else { return };
        let is_it = |bundle: &&Arc<Bundle>| bundle.manifest.id == briefing;
        let open = self.window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle));
        let compare = &mut self.window.compare;
        let bundle = open.as_ref().filter(is_it).or_else(|| compare.shelf.iter().find(is_it));
        let Some((bundle, (poll, question))) =
            bundle.and_then(|bundle| Some((bundle, bundle.question(local)?)))
        else {
            return;
        };
        let edition = edition_among(&compare.shelf, bundle);
        let figure = |answer| Item { briefing, edition, poll, question, answer }.reference();
        let figures: Vec<String> = question.answers.iter().map(figure).collect();
        compare.add(figures);
        self.show(View::Compare);
    }
}

fn is_one_edition(one: &Bundle, other: &Bundle) -> bool {
    (&one.manifest.id, one.manifest.edition) == (&other.manifest.id, other.manifest.edition)
}
