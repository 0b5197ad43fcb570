//! The briefings that figures are taken from: the shelf's are read beside the frames, once, when somebody
//! first looks at comparisons or asks for one.

use std::sync::Arc;

use super::comparing::Wanted;
use super::task::{Patience, Step, Task, Wake};
use super::{App, Place};
use crate::bundle::{Bundle, Progress};
use crate::view::Shelved;
use crate::view::actions::View;

/// How the shelf is read: each briefing, or why it cannot be.
type Read = fn(&[Place]) -> Vec<Result<Arc<Bundle>, String>>;

/// The reading of the shelf, and what waits for it.
pub struct Comparables {
    read: Read,
    reading: Reading,
    /// What was asked for before the shelf was there.
    pub(super) waiting: Vec<Wanted>,
    /// Whether the view was gone to before what was asked for was there.
    pub(super) shown_early: bool,
}

#[derive(Default)]
enum Reading {
    #[default]
    NotBegun,
    UnderWay(Task<Vec<Result<Arc<Bundle>, String>>>),
    /// It is over, well or ill: it is not begun again of itself, since the mistake would be the same.
    Over,
}

impl Default for Comparables {
    fn default() -> Comparables {
        Comparables { read: read_all, reading: Reading::NotBegun, waiting: Vec::new(), shown_early: false }
    }
}

impl Comparables {
    /// What reading the shelf has come to; it begins where it was not begun.
    fn step(
        &mut self,
        wake: &Wake,
        shelf: &[Place],
        patience: Patience,
    ) -> Step<Vec<Result<Arc<Bundle>, String>>> {
        if let Reading::NotBegun = self.reading {
            let (read, shelf) = (self.read, shelf.to_vec());
            self.reading = Reading::UnderWay(Task::start(wake, move |tell| tell.tell(read(&shelf))));
        }
        let Reading::UnderWay(task) = &mut self.reading else { return Step::Over };
        let step = task.step(patience);
        if !matches!(step, Step::NotYet) {
            self.reading = Reading::Over;
        }
        match step {
            Step::Over => Step::Failed("it came to no end".to_owned()),
            step => step,
        }
    }
}

impl App {
    /// Whether the briefings that can be compared are wanted in this frame.
    fn comparables_wanted(&self) -> bool {
        self.window.view == View::Compare || self.window.palette.open || !self.comparables.waiting.is_empty()
    }

    /// Has the shelf read where that is wanted, and does what waited for it.
    pub(super) fn tend_comparables(&mut self) {
        if self.comparables_wanted() {
            self.fetch_comparables(self.patience.later());
        }
    }

    /// Takes the shelf's briefings once they are read, or says why they cannot be.
    pub(super) fn fetch_comparables(&mut self, patience: Patience) {
        match self.comparables.step(&self.wake, &self.shelf, patience) {
            Step::NotYet => self.window.compare.shelved = Shelved::OnTheirWay,
            Step::Came(read) => self.comparables_came(read),
            Step::Failed(why) => self.window.compare.shelved = Shelved::Failed(why),
            Step::Over => {}
        }
        let open = self.open_bundles();
        self.take_in(open);
        if let Reading::Over = self.comparables.reading {
            for wanted in std::mem::take(&mut self.comparables.waiting) {
                self.compare_wanted(wanted);
            }
        }
    }

    /// Reads the shelf again: somebody asked for it.
    pub(super) fn read_shelf_again(&mut self) {
        self.comparables.reading = Reading::NotBegun;
        self.fetch_comparables(self.patience);
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

fn read_all(places: &[Place]) -> Vec<Result<Arc<Bundle>, String>> {
    let read = |place: &Place| match place.read(&Progress::default()) {
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
        app.comparables = Comparables { read, ..Comparables::default() };
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
        app.patience = Patience::ToTheEnd;
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
