//! Comparisons: the briefings that figures are taken from, what is kept and what is shared.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use super::task::{Step, Task, Tell};
use super::{App, Place, kept};
use crate::bundle::{Bundle, Progress};
use crate::export::plain_name;
use crate::library::comparison::{Recipe, write};
use crate::poll::comparison::Item;
use crate::view::{Comparing, View};

impl App {
    /// Compares what a recipe names; `also` are briefings that are not on the shelf.
    pub fn compare(&mut self, also: Vec<Bundle>, recipe: Recipe) {
        self.fill_comparables();
        self.take_in(also.into_iter().map(Arc::new));
        self.window.compare.open(recipe);
        self.show(View::Compare);
    }

    /// Compares the questions of a topic on the shelf.
    pub fn compare_topic(&mut self, topic: &str) {
        self.fill_comparables();
        self.window.compare.take_topic(topic);
        self.show(View::Compare);
    }

    pub(super) fn comparing(&mut self, ctx: &Context, asked: Comparing) {
        match asked {
            Comparing::Topic(topic) => self.compare_topic(&topic),
            Comparing::Question(reference) => self.compare_question(&reference),
            Comparing::Keep => {
                let kept = self.kept.keep(&self.window.compare.recipe);
                let name = &self.window.compare.recipe.name;
                self.window.message = Some(kept.map_or_else(|why| why, |()| format!("“{name}” is saved.")));
                self.list_kept();
            }
            Comparing::Share => {
                let recipe = &self.window.compare.recipe;
                let text = write(recipe);
                self.exporter.save_comparison(ctx, plain_name(&recipe.name), text);
            }
            Comparing::OpenKept(index) => {
                if let Some(recipe) = self.kept.recipe(index) {
                    self.compare(Vec::new(), recipe);
                }
            }
            Comparing::Drop(index) => {
                if let Err(why) = self.kept.drop(index) {
                    self.window.message = Some(why);
                }
                self.list_kept();
            }
        }
    }

    /// Opens a comparison that somebody shared.
    pub(super) fn open_comparison(&mut self, path: &Path) {
        match kept::read(path) {
            Ok(recipe) => {
                self.window.message = None;
                self.compare(Vec::new(), recipe);
            }
            Err(why) => self.window.message = Some(why),
        }
    }

    /// Opens the comparison that was saved under a name, unless it is open.
    pub(super) fn open_kept_comparison(&mut self, name: &str) {
        if self.window.compare.title() == name {
            self.show(View::Compare);
            return;
        }
        let index = self.kept.names().iter().position(|known| known == name);
        match index.and_then(|index| self.kept.recipe(index)) {
            Some(recipe) => self.compare(Vec::new(), recipe),
            None => self.window.message = Some(format!("No comparison is saved as “{name}”.")),
        }
    }

    pub(super) fn list_kept(&mut self) {
        self.window.compare.saved = self.kept.names();
    }

    /// Reads the shelf's briefings when they are first wanted, off the frame; they come in later.
    pub(super) fn fetch_comparables(&mut self) {
        if !self.comparables_read && self.comparables.is_none() {
            let places = self.shelf.clone();
            let read = move |tell: &Tell<Vec<Arc<Bundle>>>| tell.tell(read_all(&places));
            self.comparables = Some(Task::start(&self.wake, read));
        }
        if let Some(task) = &mut self.comparables {
            match task.step(self.patience.later()) {
                Step::Came(bundles) => self.comparables_came(bundles),
                Step::NotYet => {}
                Step::Over | Step::Failed(_) => self.comparables = None,
            }
        }
        let open = self.open_bundles();
        self.take_in(open);
    }

    /// Reads them now: something was asked for that needs them.
    fn fill_comparables(&mut self) {
        if !self.comparables_read {
            let bundles = read_all(&self.shelf);
            self.comparables_came(bundles);
        }
        let open = self.open_bundles();
        self.take_in(open);
    }

    fn comparables_came(&mut self, bundles: Vec<Arc<Bundle>>) {
        self.comparables = None;
        self.comparables_read = true;
        let before = std::mem::replace(&mut self.window.compare.shelf, bundles);
        self.window.compare.shelf_changed();
        self.take_in(before);
    }

    /// Whether the briefings that can be compared are wanted in this frame.
    pub(super) fn comparables_wanted(&self) -> bool {
        self.window.view == View::Compare || self.window.palette.open
    }

    /// Puts briefings that the shelf does not have before the others.
    fn take_in(&mut self, bundles: impl IntoIterator<Item = Arc<Bundle>>) {
        let compare = &mut self.window.compare;
        for bundle in bundles {
            if compare.shelf.iter().all(|known| known.manifest.id != bundle.manifest.id) {
                compare.shelf.insert(0, bundle);
                compare.shelf_changed();
            }
        }
    }

    /// Takes all answers of a question in.
    fn compare_question(&mut self, reference: &str) {
        self.fill_comparables();
        let compare = &mut self.window.compare;
        let Some((briefing, local)) = reference.split_once('#') else { return };
        let bundle = compare.shelf.iter().find(|bundle| bundle.manifest.id == briefing);
        let Some((poll, question)) = bundle.and_then(|bundle| bundle.question(local)) else { return };
        let figures =
            question.answers.iter().map(|answer| Item { briefing, poll, question, answer }.reference());
        let figures: Vec<String> = figures.collect();
        compare.add(figures);
        self.show(View::Compare);
    }
}

fn read_all(places: &[Place]) -> Vec<Arc<Bundle>> {
    let read = |place: &Place| place.read(&Progress::default()).ok();
    places.iter().filter_map(read).map(Arc::new).collect()
}
