//! Copies the selection and quotations; collecting the text of a very long selection takes longer than a
//! frame.

use egui::Context;

use crate::app::effect::RichText;
use crate::app::shared::Shared;
use crate::app::tasks::{Task, TaskState};
use crate::view::actions::View;

/// The system's clipboard, and what is on its way there.
#[derive(Default)]
pub(super) struct Clipboard {
    /// The text of a long selection.
    copying: Option<Task<String>>,
    /// Once rich text was copied. It has to stay, since on some systems the program that copied is asked
    /// at each paste.
    rich: Option<arboard::Clipboard>,
}

const NOT_COPIED: &str = "The program made a mistake, and nothing was copied.";

impl Clipboard {
    /// Copies the selection, as soon as its text is there.
    pub(super) fn copy_selection(&mut self, shared: &mut Shared, ctx: &Context) {
        let reading = shared.window.reading.as_ref().filter(|_| shared.window.view == View::Read);
        let Some(selected) = reading.and_then(|reading| reading.page.selected()) else { return };
        let mut task = shared.tasks.start(move |results| results.send(selected.text()));
        match task.step(shared.tasks.wait()) {
            TaskState::Ready(text) => copy(ctx, text),
            TaskState::Pending => self.copying = Some(task),
            TaskState::Finished | TaskState::Failed(_) => shared.window.messages.say(NOT_COPIED),
        }
    }

    /// Copies a long selection once its text is there.
    pub(super) fn tend(&mut self, shared: &mut Shared, ctx: &Context) {
        let Some(task) = &mut self.copying else { return };
        match task.step(shared.tasks.wait_after_first()) {
            TaskState::Pending => return,
            TaskState::Ready(text) => {
                copy(ctx, text);
                shared.window.messages.done("What was selected is on the clipboard.");
            }
            TaskState::Finished | TaskState::Failed(_) => shared.window.messages.say(NOT_COPIED),
        }
        self.copying = None;
    }

    /// Copies both forms of a text in a window of the system; elsewhere, and if that fails, the plain one.
    pub(super) fn copy_rich(&mut self, shared: &Shared, ctx: &Context, text: RichText) {
        if shared.tasks.is_in_a_window() {
            if self.rich.is_none() {
                self.rich = arboard::Clipboard::new().ok();
            }
            if let Some(clipboard) = &mut self.rich
                && clipboard.set().html(text.html.as_str(), Some(text.plain.as_str())).is_ok()
            {
                return;
            }
        }
        ctx.copy_text(text.plain);
    }
}

fn copy(ctx: &Context, text: String) {
    if !text.is_empty() {
        ctx.copy_text(text);
    }
}
