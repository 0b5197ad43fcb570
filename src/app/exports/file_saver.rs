//! Asks where a file is to go and writes it, off the UI thread, one at a time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::tasks::{AskWhere, Outcome, SaveJob, Task, TaskState, Tasks, WaitBudget, where_to_save};

/// A job that may be under way, and how to ask the person.
pub(super) struct FileSaver {
    ask: Arc<AskWhere>,
    job: Option<Task<Option<Outcome>>>,
}

impl Default for FileSaver {
    fn default() -> FileSaver {
        FileSaver { ask: Arc::new(where_to_save), job: None }
    }
}

impl FileSaver {
    /// Asks in another way than with the system's dialog.
    pub(super) fn ask_with(&mut self, ask: Arc<AskWhere>) {
        self.ask = ask;
    }

    /// How to ask where a file is to go.
    pub(super) fn ask(&self) -> Arc<AskWhere> {
        Arc::clone(&self.ask)
    }

    /// Starts a job, unless one is under way.
    pub(super) fn start(&mut self, tasks: &Tasks, job: SaveJob) {
        if self.job.is_none() {
            let ask = self.ask();
            self.job = Some(tasks.start(move |results| results.send(job(&*ask))));
        }
    }

    /// Words for the person, once a file is written or is not.
    pub(super) fn ended(&mut self) -> Option<Outcome> {
        let outcome = match self.job.as_mut()?.step(WaitBudget::ZERO) {
            TaskState::Pending => return None,
            TaskState::Ready(outcome) => outcome,
            TaskState::Finished => None,
            TaskState::Failed(why) => {
                Some(Err(format!("Nothing was written: the program made a mistake, and {why}.")))
            }
        };
        self.job = None;
        outcome
    }
}

/// A path with the format's ending, if none was typed.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(ending) }
}

/// That a file is saved.
pub(crate) fn saved_as(path: &Path) -> String {
    format!("Saved as {}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_the_formats() {
        assert_eq!(with_ending(Path::new("a/chart"), "svg"), Path::new("a/chart.svg"));
        assert_eq!(with_ending(Path::new("a/chart.txt"), "csv"), Path::new("a/chart.txt"));
    }
}
