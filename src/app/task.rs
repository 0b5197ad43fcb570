//! Work on a thread of its own, with results as they come.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use egui::Context;

use crate::disk::mishap;

/// Has the window drawn again when work has something to tell. Work may begin before there is a
/// window.
#[derive(Clone, Default)]
pub struct Wake(Arc<OnceLock<Context>>);

impl Wake {
    /// The window to draw again.
    pub fn is(&self, ctx: &Context) {
        let _ = self.0.set(ctx.clone());
    }

    /// Has it drawn again.
    pub fn ring(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}

/// How long to wait for work within a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// Until it is done: tests and pictures.
    ToTheEnd,
    /// No longer than this: what takes longer comes in a later frame.
    AtMost(Duration),
}

impl Patience {
    /// What the first frame can wait: the system shows the window only once it is drawn, and an empty
    /// one sooner is no gain.
    pub const UNSEEN: Patience = Patience::AtMost(Duration::from_millis(150));
    /// What a window can wait without being felt to stop, so that short work brings no flicker.
    pub const UNFELT: Patience = Patience::AtMost(Duration::from_millis(30));
    /// Only what is there already.
    pub const NONE: Patience = Patience::AtMost(Duration::ZERO);

    /// In a frame after the one that waited: nothing more, unless it is to be waited to the end.
    pub fn later(self) -> Patience {
        if self == Patience::ToTheEnd { self } else { Patience::NONE }
    }
}

/// Work that is under way.
pub struct Task<T> {
    results: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

/// What a task has come to.
pub enum Step<T> {
    /// A result.
    Came(T),
    /// Nothing new yet.
    NotYet,
    /// All results were given.
    Over,
    /// It broke off; half a sentence about that.
    Failed(String),
}

/// Takes the results of a task.
pub struct Tell<T> {
    results: Sender<T>,
    wake: Wake,
}

impl<T> Tell<T> {
    /// Gives a result. If nobody waits any more, it is dropped.
    pub fn tell(&self, result: T) {
        let _ = self.results.send(result);
        self.wake.ring();
    }
}

impl<T> Drop for Tell<T> {
    /// Also where the work broke off.
    fn drop(&mut self) {
        self.wake.ring();
    }
}

impl<T: Send + 'static> Task<T> {
    /// Starts it.
    pub fn start(wake: &Wake, work: impl FnOnce(&Tell<T>) + Send + 'static) -> Task<T> {
        let (results, waiting) = mpsc::channel();
        let tell = Tell { results, wake: wake.clone() };
        let thread = std::thread::spawn(move || work(&tell));
        Task { results: waiting, thread: Some(thread) }
    }

    /// The next result, if it comes in time.
    pub fn step(&mut self, patience: Patience) -> Step<T> {
        let result = match patience {
            Patience::ToTheEnd => self.results.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Patience::AtMost(time) => self.results.recv_timeout(time),
        };
        match result {
            Ok(result) => Step::Came(result),
            Err(RecvTimeoutError::Timeout) => Step::NotYet,
            Err(RecvTimeoutError::Disconnected) => match self.thread.take().map(JoinHandle::join) {
                Some(Err(_)) => Step::Failed(mishap::known_of_it()),
                _ => Step::Over,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_then_it_is_over() {
        let mut task = Task::start(&Wake::default(), |tell| (1..=3).for_each(|number| tell.tell(number)));
        for number in 1..=3 {
            assert!(matches!(task.step(Patience::ToTheEnd), Step::Came(came) if came == number));
        }
        assert!(matches!(task.step(Patience::ToTheEnd), Step::Over));
        assert!(matches!(task.step(Patience::NONE), Step::Over));
    }

    #[test]
    fn nobody_waits_longer_than_asked_for() {
        let (go_on, wait) = mpsc::channel::<()>();
        let mut task = Task::start(&Wake::default(), move |tell| tell.tell(wait.recv()));
        assert!(matches!(task.step(Patience::NONE), Step::NotYet));
        go_on.send(()).expect("it waits");
        assert!(matches!(task.step(Patience::ToTheEnd), Step::Came(Ok(()))));
    }

    #[test]
    fn work_that_breaks_off_says_so_and_not_what_the_program_said() {
        let mut task = Task::<()>::start(&Wake::default(), |_| panic!("the {} is missing", "table"));
        let Step::Failed(why) = task.step(Patience::ToTheEnd) else { panic!("it should have failed") };
        assert!(why.contains("known of it") && !why.contains("table"), "{why}");
    }
}
