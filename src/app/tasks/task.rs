//! Work on a thread of its own, with results as they come.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;

use super::{Repainter, WaitBudget};
use crate::disk::mishap;

/// Work under way.
pub(crate) struct Task<T> {
    results: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

/// The state of a task.
pub(crate) enum TaskState<T> {
    /// A result.
    Ready(T),
    /// No result yet.
    Pending,
    /// There are no more results.
    Finished,
    /// It panicked; half a sentence about that for the person.
    Failed(String),
}

/// Sends the results of a task, and redraws the window for each.
pub(crate) struct ResultSender<T> {
    results: Sender<T>,
    repainter: Repainter,
}

impl<T> ResultSender<T> {
    /// Sends a result; if nobody waits for it any more, it is dropped.
    pub(crate) fn send(&self, result: T) {
        let _ = self.results.send(result);
        self.repainter.repaint();
    }
}

impl<T> Drop for ResultSender<T> {
    // Also after a panic: somebody waits for the result.
    fn drop(&mut self) {
        self.repainter.repaint();
    }
}

impl<T: Send + 'static> Task<T> {
    /// Starts work on a thread of its own.
    pub(crate) fn start(
        repainter: &Repainter,
        work: impl FnOnce(&ResultSender<T>) + Send + 'static,
    ) -> Task<T> {
        let (results, waiting) = mpsc::channel();
        let sender = ResultSender { results, repainter: repainter.clone() };
        let thread = std::thread::spawn(move || work(&sender));
        Task { results: waiting, thread: Some(thread) }
    }

    /// The next result, if it comes within the budget.
    pub(crate) fn step(&mut self, wait: WaitBudget) -> TaskState<T> {
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
