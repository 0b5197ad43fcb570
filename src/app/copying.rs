//! Copying what is selected: the whole of a very long article takes longer than a frame.

use egui::Context;

use super::App;
use super::task::{Step, Task};
use crate::view::actions::View;

impl App {
    /// Puts what is selected on the clipboard, as soon as its words are there.
    pub(super) fn copy(&mut self, ctx: &Context) {
        let Some(reading) = self.window.reading.as_ref().filter(|_| self.window.view == View::Read) else {
            return;
        };
        let Some(selected) = reading.page.selected() else { return };
        let mut task = Task::start(&self.wake, move |tell| tell.tell(selected.text()));
        match task.step(self.patience) {
            Step::Came(text) => put(ctx, text),
            Step::NotYet => self.copying = Some(task),
            Step::Over | Step::Failed(_) => self.say_too(NOT_COPIED),
        }
    }

    /// Takes the words that a frame did not wait for.
    pub(super) fn tend_copying(&mut self, ctx: &Context) {
        let Some(task) = &mut self.copying else { return };
        match task.step(self.patience.later()) {
            Step::NotYet => return,
            Step::Came(text) => {
                put(ctx, text);
                self.window.messages.done("What was selected is on the clipboard.");
            }
            Step::Over | Step::Failed(_) => self.say_too(NOT_COPIED),
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
