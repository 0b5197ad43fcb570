//! Reads the shelf's briefings off the UI thread, once, when somebody first needs them to compare figures.

use std::sync::Arc;

use crate::app::App;
use crate::app::comparisons::ComparisonRequest;
use crate::app::location::Location;
use crate::app::tasks::task::{Repainter, Task, TaskState, WaitBudget};
use crate::bundle::{Bundle, Progress};
use crate::view::Shelved;
use crate::view::actions::View;

/// How the shelf is read: each briefing, or why it cannot be.
type Read = fn(&[Location]) -> Vec<Result<Arc<Bundle>, String>>;

/// The reading of the shelf, and what waits for it.
pub struct ShelfLoader {
    read: Read,
    reading: Reading,
    /// What was asked for before the shelf was there.
    pub(in crate::app) waiting: Vec<ComparisonRequest>,
    /// Whether the view was gone to before what was asked for was there.
    pub(in crate::app) shown_early: bool,
}

#[derive(Default)]
enum Reading {
    #[default]
    NotBegun,
    UnderWay(Task<Vec<Result<Arc<Bundle>, String>>>),
    /// It is over, well or ill: it is not begun again of itself, since the mistake would be the same.
    Over,
}

impl Default for ShelfLoader {
    fn default() -> ShelfLoader {
        ShelfLoader { read: read_all, reading: Reading::NotBegun, waiting: Vec::new(), shown_early: false }
    }
}

impl ShelfLoader {
    /// What reading the shelf has come to; it begins where it was not begun.
    fn step(
        &mut self,
        repainter: &Repainter,
        shelf: &[Location],
        wait: WaitBudget,
    ) -> TaskState<Vec<Result<Arc<Bundle>, String>>> {
        if let Reading::NotBegun = self.reading {
            let (read, shelf) = (self.read, shelf.to_vec());
            self.reading =
                Reading::UnderWay(Task::start(repainter, move |results| results.send(read(&shelf))));
        }
        let Reading::UnderWay(task) = &mut self.reading else { return TaskState::Finished };
        let step = task.step(wait);
        if !matches!(step, TaskState::Pending) {
            self.reading = Reading::Over;
        }
        match step {
            TaskState::Finished => TaskState::Failed("it came to no end".to_owned()),
            step => step,
        }
    }
}

impl App {
    /// Whether the briefings that can be compared are wanted in this frame.
    fn comparables_wanted(&self) -> bool {
        self.window.view == View::Compare || self.window.palette.open || !self.shelf_loader.waiting.is_empty()
    }

    /// Has the shelf read where that is wanted, and does what waited for it.
    pub(in crate::app) fn tend_comparables(&mut self) {
        if self.comparables_wanted() {
            self.fetch_comparables(self.wait.after_first());
        }
    }

    /// Takes the shelf's briefings once they are read, or says why they cannot be.
    pub(in crate::app) fn fetch_comparables(&mut self, wait: WaitBudget) {
        match self.shelf_loader.step(&self.repainter, &self.shelf, wait) {
            TaskState::Pending => self.window.compare.shelved = Shelved::OnTheirWay,
            TaskState::Ready(read) => self.comparables_came(read),
            TaskState::Failed(why) => self.window.compare.shelved = Shelved::Failed(why),
            TaskState::Finished => {}
        }
        let open = self.open_bundles();
        self.take_in(open);
        if let Reading::Over = self.shelf_loader.reading {
            for wanted in std::mem::take(&mut self.shelf_loader.waiting) {
                self.compare_wanted(wanted);
            }
        }
    }

    /// Reads the shelf again: somebody asked for it.
    pub(in crate::app) fn read_shelf_again(&mut self) {
        self.shelf_loader.reading = Reading::NotBegun;
        self.fetch_comparables(self.wait);
    }

    fn comparables_came(&mut self, read: Vec<Result<Arc<Bundle>, String>>) {
        let (bundles, unread): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
        let unread = unread.into_iter().filter_map(Result::err).collect();
        let bundles = bundles.into_iter().flatten().collect();
        let before = std::mem::replace(&mut self.window.compare.shelf, bundles);
        self.window.compare.shelved = Shelved::Read { unread };
        self.window.compare.shelf_changed();
        self.take_in(before);
    }
}

fn read_all(places: &[Location]) -> Vec<Result<Arc<Bundle>, String>> {
    let read = |place: &Location| match place.read(&Progress::default()) {
        Ok(bundle) => Ok(Arc::new(bundle)),
        Err(why) => Err(format!("{}: {why}", place.name())),
    };
    places.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::app::Session;
    use crate::library::comparison::Recipe;

    fn app(read: Read) -> App {
        let mut app = App::new(&[], Session::default());
        app.shelf_loader = ShelfLoader { read, ..ShelfLoader::default() };
        app
    }

    /// A frame's share of the work.
    fn frames(app: &mut App, count: usize) {
        for _ in 0..count {
            app.tend_comparables();
        }
    }

    #[test]
    fn a_shelf_that_fails_is_read_once_and_the_reason_is_there_to_be_seen() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let mut app = app(|_| {
            READ.fetch_add(1, Ordering::Relaxed);
            panic!("the shelf is on fire")
        });
        app.window.view = View::Compare;
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 1, "not again in each frame");
        let told = &app.window.compare.shelved;
        assert!(
            matches!(told, Shelved::Failed(why) if why.contains("known of it")),
            "and not in a panic's words"
        );
        app.window.palette.open = true;
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 1);
        app.read_shelf_again();
        frames(&mut app, 5);
        assert_eq!(READ.load(Ordering::Relaxed), 2, "once more where somebody asks for it");
    }

    #[test]
    fn what_is_asked_for_before_the_shelf_is_there_waits_and_no_frame_reads_it() {
        static HELD: Mutex<()> = Mutex::new(());
        let held = HELD.lock().expect("nobody broke off");
        let mut app = app(|places| {
            drop(HELD.lock());
            read_all(places)
        });
        app.never_wait();
        app.compare_topic("encryption-support");
        frames(&mut app, 3);
        assert!(app.window.compare.recipe.figures.is_empty());
        assert_eq!(app.window.compare.shelved, Shelved::OnTheirWay);
        assert_eq!(app.window.view, View::Compare, "it is shown at once that something comes");
        drop(held);
        app.wait = WaitBudget::UntilDone;
        frames(&mut app, 1);
        assert!(app.window.compare.recipe.figures.len() > 1);
        assert_eq!(app.window.compare.shelved, Shelved::Read { unread: Vec::new() });
    }

    #[test]
    fn where_the_shelf_fails_what_was_asked_for_is_done_with_what_is_open() {
        let mut app = app(|_| panic!("the shelf is on fire"));
        let recipe = Recipe { figures: vec!["nspcc-e2ee-2021#a/b/c".to_owned()], ..Recipe::default() };
        app.compare(recipe.clone());
        assert_eq!(app.window.compare.recipe.figures, recipe.figures);
        assert!(matches!(app.window.compare.shelved, Shelved::Failed(_)));
    }

    #[test]
    fn a_briefing_that_cannot_be_read_is_named_and_costs_no_other() {
        let mut app = app(|places| {
            let mut read = read_all(places);
            read[0] = Err("broken.briefing: it breaks off".to_owned());
            read
        });
        app.window.view = View::Compare;
        frames(&mut app, 2);
        let unread = vec!["broken.briefing: it breaks off".to_owned()];
        assert_eq!(app.window.compare.shelved, Shelved::Read { unread });
        assert_eq!(app.window.compare.shelf.len() + 1, app.shelf.len());
    }
}
