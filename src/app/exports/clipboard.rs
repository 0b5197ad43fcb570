//! Copies the selection; collecting the text of a very long article takes longer than a frame.

use egui::Context;

use crate::app::App;
use crate::app::tasks::task::{Task, TaskState};
use crate::view::actions::View;

impl App {
    /// Puts what is selected on the clipboard, as soon as its words are there.
    pub(in crate::app) fn copy(&mut self, ctx: &Context) {
        let Some(reading) = self.window.reading.as_ref().filter(|_| self.window.view == View::Read) else {
            return;
        };
        let Some(selected) = reading.page.selected() else { return };
        let mut task = Task::start(&self.repainter, move |results| results.send(selected.text()));
        match task.step(self.wait) {
            TaskState::Ready(text) => put(ctx, text),
            TaskState::Pending => self.copying = Some(task),
            TaskState::Finished | TaskState::Failed(_) => self.say_too(NOT_COPIED),
        }
    }

    /// Takes the words that a frame did not wait for.
    pub(in crate::app) fn tend_copying(&mut self, ctx: &Context) {
        let Some(task) = &mut self.copying else { return };
        match task.step(self.wait.after_first()) {
            TaskState::Pending => return,
            TaskState::Ready(text) => {
                put(ctx, text);
                self.window.messages.done("What was selected is on the clipboard.");
            }
            TaskState::Finished | TaskState::Failed(_) => self.say_too(NOT_COPIED),
        }
        self.copying = None;
    }
}

const NOT_COPIED: &str = "The program made a mistake, and nothing was copied.";

fn put(ctx: &Context, text: String) {
    if !text.is_empty() {
        ctx.copy_text(text);
    }
}
