//! Comparisons: what to compare, what is saved, and the briefings that figures come from.

mod comparison_store;
mod shelf_loader;

use std::path::Path;
use std::sync::Arc;

use super::documents::Documents;
use super::effect::Effect;
use super::exports::{saved_as, with_ending};
use super::shared::Shared;
use super::tasks::{DialogResult, SaveJob, SaveRequest, TaskState, WaitBudget};
use crate::bundle::Bundle;
use crate::disk::write_whole;
use crate::export::plain_name;
use crate::library::comparison::{ENDING, Recipe, edition_among, write};
use crate::poll::comparison::{Item, briefing_named};
use crate::view::actions::{CompareAction, View};
use crate::view::{About, Compare, Shelved};
use comparison_store::ComparisonStore;
use shelf_loader::{ReadShelf, ShelfLoader};

pub(crate) use comparison_store::read;

/// Saved comparisons, and those that wait for the shelf's briefings.
pub(crate) struct Comparisons {
    saved: ComparisonStore,
    shelf: ShelfLoader,
    waiting: Vec<Request>,
    /// Whether the Compare view was shown before there was anything to compare.
    shown_early: bool,
}

/// A comparison that somebody asked for; it needs the shelf's briefings.
pub(crate) enum Request {
    /// Figures, as `poll/question/answer`, in briefings that need not be on the shelf.
    Figures(Vec<(Arc<Bundle>, Vec<String>)>),
    /// What a recipe names.
    Recipe(Recipe),
    /// The questions of a topic.
    Topic(String),
    /// All answers to a question, added to what is compared.
    Question(String),
}

impl Comparisons {
    /// The comparisons saved in a data folder.
    pub(crate) fn load(folder: Option<&Path>, shared: &mut Shared) -> Comparisons {
        let comparisons = Comparisons {
            saved: ComparisonStore::load(folder),
            shelf: ShelfLoader::default(),
            waiting: Vec::new(),
            shown_early: false,
        };
        comparisons.list_saved(shared);
        comparisons
    }

    /// Carries out what was asked for in the Compare view.
    pub(crate) fn act(&mut self, shared: &mut Shared, documents: &Documents, asked: CompareAction) {
        match asked {
            CompareAction::ShowTopic(topic) => self.compare(shared, documents, Request::Topic(topic)),
            CompareAction::AddQuestion(reference) => {
                self.compare(shared, documents, Request::Question(reference));
            }
            CompareAction::ReadShelf => self.read_shelf_again(shared, documents),
            CompareAction::Save(name) => {
                shared.window.compare.recipe.name = name;
                let saved = self.saved.save(&shared.window.compare.recipe);
                let name = &shared.window.compare.recipe.name;
                shared.window.messages.done_or_not(saved.map(|()| format!("“{name}” is saved.")));
                self.list_saved(shared);
            }
            CompareAction::Share(name) => {
                shared.window.compare.recipe.name = name;
                shared.ask(Effect::Save(share_job(&shared.window.compare.recipe)));
            }
            CompareAction::ToggleFigures(figures) => {
                for figure in &figures {
                    shared.window.compare.recipe.toggle(figure);
                }
            }
            CompareAction::DrawAs(kind) => shared.window.compare.recipe.drawn_as = kind.id(),
            CompareAction::OrderBy(order) => shared.window.compare.recipe.order = order,
            CompareAction::SetBaseline(figure) => shared.window.compare.recipe.baseline = figure,
            CompareAction::ToggleBaseline(figure) => shared.window.compare.recipe.hold_against(&figure),
            CompareAction::AssumeSampleSize(people) => shared.window.compare.recipe.assume_n = people,
            CompareAction::OpenSaved(index) => {
                if let Some(recipe) = self.saved.recipe(index) {
                    self.compare(shared, documents, Request::Recipe(recipe));
                }
            }
            CompareAction::RemoveSaved(index) => {
                if let Err(why) = self.saved.remove(index) {
                    shared.window.messages.say(why);
                }
                self.list_saved(shared);
            }
        }
    }

    /// Compares what is asked for, once the shelf's briefings are read off the UI thread; until then the
    /// Compare view says that they are on their way.
    pub(crate) fn compare(&mut self, shared: &mut Shared, documents: &Documents, request: Request) {
        self.waiting.push(request);
        self.fetch_briefings(shared, documents, shared.tasks.wait());
        if !self.waiting.is_empty() && shared.window.view != View::Compare {
            shared.show(View::Compare);
            self.shown_early = true;
        }
    }

    /// Opens a comparison that somebody shared, or says what is wrong with its file.
    pub(crate) fn open_file(&mut self, shared: &mut Shared, documents: &Documents, path: &Path) {
        shared.window.messages.retract(About::Opening);
        match read(path) {
            Ok(recipe) => self.compare(shared, documents, Request::Recipe(recipe)),
            Err(why) => shared.window.messages.say_of(About::Opening, why),
        }
    }

    /// Opens the comparison that is saved under a name, unless it is open.
    pub(crate) fn open_saved(&mut self, shared: &mut Shared, documents: &Documents, name: &str) {
        if shared.window.compare.title() == name {
            shared.show(View::Compare);
            return;
        }
        let index = self.saved.names().iter().position(|known| known == name);
        match index.and_then(|index| self.saved.recipe(index)) {
            Some(recipe) => self.compare(shared, documents, Request::Recipe(recipe)),
            None => shared.window.messages.say(format!("No comparison is saved as “{name}”.")),
        }
    }

    /// Reads the shelf if somebody needs it, and carries out what waited for it.
    pub(crate) fn tend(&mut self, shared: &mut Shared, documents: &Documents) {
        let window = &shared.window;
        if window.view == View::Compare || window.palette.open || !self.waiting.is_empty() {
            self.fetch_briefings(shared, documents, shared.tasks.wait_after_first());
        }
    }

    /// Takes the shelf's briefings once they are read, or says why they cannot be.
    fn fetch_briefings(&mut self, shared: &mut Shared, documents: &Documents, wait: WaitBudget) {
        match self.shelf.step(&shared.tasks, documents.shelf_locations(), wait) {
            TaskState::Pending => shared.window.compare.shelved = Shelved::OnTheirWay,
            TaskState::Ready(read) => take_shelf(&mut shared.window.compare, read),
            TaskState::Failed(why) => shared.window.compare.shelved = Shelved::Failed(why),
            TaskState::Finished => {}
        }
        let open = documents.open_bundles(shared);
        add_briefings(&mut shared.window.compare, open);
        if self.shelf.is_over() {
            for request in std::mem::take(&mut self.waiting) {
                self.carry_out(shared, request);
            }
        }
    }

    fn read_shelf_again(&mut self, shared: &mut Shared, documents: &Documents) {
        self.shelf.restart();
        self.fetch_briefings(shared, documents, shared.tasks.wait());
    }

    /// Compares what was asked for, with the briefings that are there.
    fn carry_out(&mut self, shared: &mut Shared, request: Request) {
        match request {
            Request::Figures(of) => {
                add_briefings(&mut shared.window.compare, of.iter().map(|(bundle, _)| Arc::clone(bundle)));
                let shelf = &shared.window.compare.shelf;
                let named = of.iter().flat_map(|(bundle, figures)| {
                    let briefing = briefing_named(&bundle.manifest.id, edition_among(shelf, bundle));
                    figures.iter().map(move |figure| format!("{briefing}#{figure}"))
                });
                let figures = named.collect();
                self.replace(shared, |compare| compare.open(Recipe { figures, ..Recipe::default() }));
            }
            Request::Recipe(recipe) => self.replace(shared, |compare| compare.open(recipe)),
            Request::Topic(topic) => self.replace(shared, |compare| compare.take_topic(&topic)),
            Request::Question(reference) => add_question(shared, &reference),
        }
    }

    /// Shows another comparison. The one before is a place to go back to, as it was left; a comparison
    /// that only changed is not.
    fn replace(&mut self, shared: &mut Shared, change: impl FnOnce(&mut Compare)) {
        let before = shared.navigation.here(&mut shared.window);
        change(&mut shared.window.compare);
        let shown_early = std::mem::take(&mut self.shown_early);
        if shown_early && shared.window.view == View::Compare {
            // The place before is in the history already.
        } else if shared.window.view != View::Compare {
            shared.show(View::Compare);
        } else if !shared.navigation.here(&mut shared.window).compares_like(&before) {
            shared.navigation.add(before);
        }
        shared.window.compare.page.scroll_to = Some(0.0);
    }

    fn list_saved(&self, shared: &mut Shared) {
        shared.window.compare.saved = self.saved.names();
    }
}

/// Writes a comparison into a file that the person names.
fn share_job(recipe: &Recipe) -> SaveJob {
    let (name, text) = (plain_name(&recipe.name), write(recipe));
    Box::new(move |ask| {
        let request =
            SaveRequest { title: "Share the comparison", name: &name, ending: Some((ENDING, "Comparison")) };
        match ask(&request) {
            DialogResult::Chosen(path) => {
                let path = with_ending(&path, ENDING);
                let written = write_whole(&path, text.as_bytes());
                Some(written.map(|_| saved_as(&path)).map_err(|why| why.to_string()))
            }
            DialogResult::Cancelled => None,
            DialogResult::Unavailable => Some(Err(
                "This system shows no dialog for saving files. What you save is a file of its own in the \
                 program’s data folder, under “comparisons”, and can be sent from there."
                    .to_owned(),
            )),
        }
    })
}

fn take_shelf(compare: &mut Compare, read: ReadShelf) {
    let (bundles, unread): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let unread = unread.into_iter().filter_map(Result::err).collect();
    let bundles = bundles.into_iter().flatten().collect();
    let before = std::mem::replace(&mut compare.shelf, bundles);
    compare.shelved = Shelved::Read { unread };
    compare.shelf_changed();
    add_briefings(compare, before);
}

/// Adds briefings that the shelf does not have before the others, and puts those that it has in their
/// place: they may be newer on the disk than when the shelf was read.
fn add_briefings(compare: &mut Compare, bundles: impl IntoIterator<Item = Arc<Bundle>>) {
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

/// Adds all answers to a question, of the edition in the window if it is one of these.
fn add_question(shared: &mut Shared, reference: &str) {
    let Some((briefing, local)) = reference.split_once('#') else { return };
    let is_it = |bundle: &&Arc<Bundle>| bundle.manifest.id == briefing;
    let open = shared.window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle));
    let compare = &mut shared.window.compare;
    let bundle = open.as_ref().filter(is_it).or_else(|| compare.shelf.iter().find(is_it));
    let Some((bundle, (poll, question))) = bundle.and_then(|bundle| Some((bundle, bundle.question(local)?)))
    else {
        return;
    };
    let edition = edition_among(&compare.shelf, bundle);
    let figure = |answer| Item { briefing, edition, poll, question, answer }.reference();
    let figures: Vec<String> = question.answers.iter().map(figure).collect();
    compare.add(figures);
    shared.show(View::Compare);
}

fn is_one_edition(one: &Bundle, other: &Bundle) -> bool {
    (&one.manifest.id, one.manifest.edition) == (&other.manifest.id, other.manifest.edition)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::shelf_loader::{Read, read_all};
    use super::*;
    use crate::app::{App, Session};

    fn app(read: Read) -> App {
        let mut app = App::new(&[], Session::default());
        app.comparisons.shelf = ShelfLoader::reading_with(read);
        app
    }

    /// A frame's share of the work.
    fn frames(app: &mut App, count: usize) {
        for _ in 0..count {
            app.comparisons.tend(&mut app.shared, &app.documents);
        }
    }

    #[test]
    fn a_shelf_that_fails_is_read_once_and_the_reason_is_there_to_be_seen() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let mut app = app(|_| {
            READ.fetch_add(1, Ordering::Relaxed);
            panic!("the shelf is on fire")
        });
        app.shared.window.view = View::Compare;
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 1, "not again in each frame");
        let told = &app.shared.window.compare.shelved;
        assert!(
            matches!(told, Shelved::Failed(why) if why.contains("known of it")),
            "and not in a panic's words"
        );
        app.shared.window.palette.open = true;
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 1);
        app.comparisons.act(&mut app.shared, &app.documents, CompareAction::ReadShelf);
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 2, "once more where somebody asks for it");
    }

    #[test]
    fn what_is_asked_for_before_the_shelf_is_there_waits_and_no_frame_reads_it() {
        static HELD: Mutex<()> = Mutex::new(());
        let held = HELD.lock().expect("nobody broke off");
        let mut app = app(|locations| {
            drop(HELD.lock());
            read_all(locations)
        });
        app.never_wait();
        app.compare_topic("encryption-support");
        frames(&mut app, 3);
        assert!(app.shared.window.compare.recipe.figures.is_empty());
        assert_eq!(app.shared.window.compare.shelved, Shelved::OnTheirWay);
        assert_eq!(app.shared.window.view, View::Compare, "it is shown at once that something comes");
        drop(held);
        app.shared.tasks.set_wait(WaitBudget::UntilDone);
        frames(&mut app, 1);
        assert!(app.shared.window.compare.recipe.figures.len() > 1);
        assert_eq!(app.shared.window.compare.shelved, Shelved::Read { unread: Vec::new() });
    }

    #[test]
    fn where_the_shelf_fails_what_was_asked_for_is_done_with_what_is_open() {
        let mut app = app(|_| panic!("the shelf is on fire"));
        let recipe = Recipe { figures: vec!["nspcc-e2ee-2021#a/b/c".to_owned()], ..Recipe::default() };
        app.comparisons.compare(&mut app.shared, &app.documents, Request::Recipe(recipe.clone()));
        assert_eq!(app.shared.window.compare.recipe.figures, recipe.figures);
        assert!(matches!(app.shared.window.compare.shelved, Shelved::Failed(_)));
    }

    #[test]
    fn a_briefing_that_cannot_be_read_is_named_and_costs_no_other() {
        let mut app = app(|locations| {
            let mut read = read_all(locations);
            read[0] = Err("broken.briefing: it breaks off".to_owned());
            read
        });
        app.shared.window.view = View::Compare;
        frames(&mut app, 2);
        let unread = vec!["broken.briefing: it breaks off".to_owned()];
        assert_eq!(app.shared.window.compare.shelved, Shelved::Read { unread });
        assert_eq!(app.shared.window.compare.shelf.len() + 1, app.documents.shelf_locations().len());
    }
}
