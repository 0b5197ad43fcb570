//! Work on a thread of its own, with results as they come; how long a frame waits for it.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use egui::Context;

use crate::disk::mishap;

/// Has the window drawn again when work has something to tell. Work may begin before there is a
/// window.
#[derive(Clone, Default)]
pub struct Repainter(Arc<OnceLock<Context>>);

impl Repainter {
    /// The window to draw again.
    pub fn attach(&self, ctx: &Context) {
        let _ = self.0.set(ctx.clone());
    }

    /// Has it drawn again.
    pub fn repaint(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}

/// How long to wait for work within a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitBudget {
    /// Until it is done: tests and pictures.
    UntilDone,
    /// No longer than this: what takes longer comes in a later frame.
    AtMost(Duration),
}

impl WaitBudget {
    /// What the first frame can wait: the system shows the window only once it is drawn, and an empty
    /// one sooner is no gain.
    pub const FIRST_FRAME: WaitBudget = WaitBudget::AtMost(Duration::from_millis(150));
    /// What a window can wait without being felt to stop, so that short work brings no flicker.
    pub const FRAME: WaitBudget = WaitBudget::AtMost(Duration::from_millis(30));
    /// Only what is there already.
    pub const ZERO: WaitBudget = WaitBudget::AtMost(Duration::ZERO);

    /// In a frame after the one that waited: nothing more, unless it is to be waited to the end.
    pub fn after_first(self) -> WaitBudget {
        if self == WaitBudget::UntilDone { self } else { WaitBudget::ZERO }
    }
}

/// Work that is under way.
pub struct Task<T> {
    results: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

/// What a task has come to.
pub enum TaskState<T> {
    /// A result.
    Ready(T),
    /// Nothing new yet.
    Pending,
    /// All results were given.
    Finished,
    /// It broke off; half a sentence about that.
    Failed(String),
}

/// Takes the results of a task.
pub struct ResultSender<T> {
    results: Sender<T>,
    repainter: Repainter,
}

impl<T> ResultSender<T> {
    /// Gives a result. If nobody waits any more, it is dropped.
    pub fn send(&self, result: T) {
        let _ = self.results.send(result);
        self.repainter.repaint();
    }
}

impl<T> Drop for ResultSender<T> {
    /// Also where the work broke off.
    fn drop(&mut self) {
        self.repainter.repaint();
    }
}

impl<T: Send + 'static> Task<T> {
    /// Starts it.
    pub fn start(repainter: &Repainter, work: impl FnOnce(&ResultSender<T>) + Send + 'static) -> Task<T> {
        let (results, waiting) = mpsc::channel();
        let sender = ResultSender { results, repainter: repainter.clone() };
        let thread = std::thread::spawn(move || work(&sender));
        Task { results: waiting, thread: Some(thread) }
    }

    /// The next result, if it comes in time.
    pub fn step(&mut self, wait: WaitBudget) -> TaskState<T> {
        let result = match wait {
            WaitBudget::UntilDone => self.results.recv().map_err(|_| RecvTimeoutError::Disconnected),
            WaitBudget::AtMost(time) => self.results.recv_timeout(time),
        };
        match result {
            Ok(result) => TaskState::Ready(result),
            Err(RecvTimeoutError::Timeout) => TaskState::Pending,
            Err(RecvTimeoutError::Disconnected) => match self.thread.take().map(JoinHandle::join) {
                Some(Err(_)) => TaskState::Failed(mishap::known_of_it()),
                _ => TaskState::Finished,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_then_it_is_over() {
        let mut task =
            Task::start(&Repainter::default(), |results| (1..=3).for_each(|number| results.send(number)));
        for number in 1..=3 {
            assert!(matches!(task.step(WaitBudget::UntilDone), TaskState::Ready(came) if came == number));
        }
        assert!(matches!(task.step(WaitBudget::UntilDone), TaskState::Finished));
        assert!(matches!(task.step(WaitBudget::ZERO), TaskState::Finished));
    }

    #[test]
    fn nobody_waits_longer_than_asked_for() {
        let (go_on, wait) = mpsc::channel::<()>();
        let mut task = Task::start(&Repainter::default(), move |results| results.send(wait.recv()));
        assert!(matches!(task.step(WaitBudget::ZERO), TaskState::Pending));
        go_on.send(()).expect("it waits");
        assert!(matches!(task.step(WaitBudget::UntilDone), TaskState::Ready(Ok(()))));
    }

    #[test]
    fn work_that_breaks_off_says_so_and_not_what_the_program_said() {
        let mut task = Task::<()>::start(&Repainter::default(), |_| panic!("the {} is missing", "table"));
        let TaskState::Failed(why) = task.step(WaitBudget::UntilDone) else {
            panic!("it should have failed")
        };
        assert!(why.contains("known of it") && !why.contains("table"), "{why}");
    }
}
