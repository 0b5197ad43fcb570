//! Reads the shelf's briefings off the UI thread, once, when somebody first needs them to compare figures.

use std::sync::Arc;

use crate::app::location::Location;
use crate::app::tasks::{Task, TaskState, Tasks, WaitBudget};
use crate::bundle::{Bundle, Progress};

/// Each briefing of the shelf, or why it cannot be read.
pub(super) type ReadShelf = Vec<Result<Arc<Bundle>, String>>;

/// How to read the shelf; another function in tests.
pub(super) type Read = fn(&[Location]) -> ReadShelf;

/// Reads the shelf once, until it is asked to read it again.
pub(super) struct ShelfLoader {
    read: Read,
    state: State,
}

#[derive(Default)]
enum State {
    #[default]
    NotStarted,
    UnderWay(Task<ReadShelf>),
    /// Whether it succeeded or failed. It does not start again by itself, since it would fail again.
    Over,
}

impl Default for ShelfLoader {
    fn default() -> ShelfLoader {
        ShelfLoader { read: read_all, state: State::NotStarted }
    }
}

impl ShelfLoader {
    /// Starts to read the shelf if nobody has; the next state of that.
    pub(super) fn step(
        &mut self,
        tasks: &Tasks,
        shelf: &[Location],
        wait: WaitBudget,
    ) -> TaskState<ReadShelf> {
        if let State::NotStarted = self.state {
            let (read, shelf) = (self.read, shelf.to_vec());
            self.state = State::UnderWay(tasks.start(move |results| results.send(read(&shelf))));
        }
        let State::UnderWay(task) = &mut self.state else { return TaskState::Finished };
        let state = task.step(wait);
        if !matches!(state, TaskState::Pending) {
            self.state = State::Over;
        }
        match state {
            TaskState::Finished => TaskState::Failed("it came to no end".to_owned()),
            state => state,
        }
    }

    /// Whether the shelf was read, or could not be.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.state, State::Over)
    }

    /// Reads the shelf again at the next step.
    pub(super) fn restart(&mut self) {
        self.state = State::NotStarted;
    }

    /// Reads the shelf in another way.
    #[cfg(test)]
    pub(super) fn reading_with(read: Read) -> ShelfLoader {
        ShelfLoader { read, ..ShelfLoader::default() }
    }
}

/// Reads each briefing of the shelf.
pub(super) fn read_all(locations: &[Location]) -> ReadShelf {
    let read = |location: &Location| match location.read(&Progress::default()) {
        Ok(bundle) => Ok(Arc::new(bundle)),
        Err(why) => Err(format!("{}: {why}", location.name())),
    };
    locations.iter().map(read).collect()
}
