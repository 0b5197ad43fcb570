//! Work off the UI thread, and the system's dialogs.

mod briefing_task;
mod dialog;
mod repainter;
mod task;
mod wait_budget;

use egui::Context;

use crate::bundle::{Progress, Stage};

pub(crate) use briefing_task::BriefingTask;
pub(crate) use dialog::{AskWhere, Dialog, DialogResult, Outcome, SaveJob, SaveRequest, where_to_save};
pub(crate) use repainter::Repainter;
pub(crate) use task::{ResultSender, Task, TaskState};
pub(crate) use wait_budget::WaitBudget;

/// Starts work, and says how long a frame waits for it.
#[derive(Default)]
pub(crate) struct Tasks {
    repainter: Repainter,
    wait: WaitBudget,
}

impl Tasks {
    /// Starts work on a thread of its own; each result redraws the window.
    pub(crate) fn start<T: Send + 'static>(
        &self,
        work: impl FnOnce(&ResultSender<T>) + Send + 'static,
    ) -> Task<T> {
        Task::start(&self.repainter, work)
    }

    /// How long the frame that starts work waits for it.
    pub(crate) fn wait(&self) -> WaitBudget {
        self.wait
    }

    /// How long the frames after that wait.
    pub(crate) fn wait_after_first(&self) -> WaitBudget {
        self.wait.after_first()
    }

    /// Changes how long frames wait.
    pub(crate) fn set_wait(&mut self, wait: WaitBudget) {
        self.wait = wait;
    }

    /// Whether this is a window of the system, and not a test or a picture.
    pub(crate) fn is_in_a_window(&self) -> bool {
        [WaitBudget::FIRST_FRAME, WaitBudget::FRAME].contains(&self.wait)
    }

    /// Redraws the window, for threads that are not tasks.
    pub(crate) fn repainter(&self) -> &Repainter {
        &self.repainter
    }

    /// Sets the window to redraw.
    pub(crate) fn attach(&self, ctx: &Context) {
        self.repainter.attach(ctx);
    }

    /// A frame is over: after the first one, frames wait less.
    pub(crate) fn end_frame(&mut self) {
        if self.wait == WaitBudget::FIRST_FRAME {
            self.wait = WaitBudget::FRAME;
        }
    }

    /// Waits this long, in tests.
    #[cfg(test)]
    pub(crate) fn waiting(wait: WaitBudget) -> Tasks {
        Tasks { wait, ..Tasks::default() }
    }
}

/// What is being done with a briefing, in words.
pub(crate) fn stage_words(progress: &Progress) -> &'static str {
    match progress.stage() {
        Stage::Files => "reading the files",
        Stage::Article => "reading the article",
        Stage::Packing => "packing the files",
    }
}
