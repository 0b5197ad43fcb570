//! Closes the window once every note is saved, or shows which is not.

use egui::{Context, ViewportCommand};

use super::notebook::{Closing, Notebook};
use crate::app::shared::Shared;
use crate::view::About;
use crate::view::Unsaved;

/// A wait longer than this, in seconds, is explained.
const NOTICED: f64 = 0.5;

impl Notebook {
    /// Goes on with closing, once a frame.
    pub(super) fn tend_closing(&mut self, shared: &mut Shared, ctx: &Context) {
        let (is_asked, now) = ctx.input(|input| (input.viewport().close_requested(), input.time));
        if is_asked && self.closing == Closing::No {
            self.close_card(shared);
            self.save_all(shared);
            self.closing = Closing::WaitsSince(now);
            self.tend_saving(shared);
        }
        let Closing::WaitsSince(since) = self.closing else { return };
        let unsaved = self.unsaved(shared);
        if self.is_saving() {
            if is_asked {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
            if now - since > NOTICED {
                let words = "Notes are being saved; the window closes then.";
                shared.window.messages.say_of(About::Closing, words);
            }
            ctx.request_repaint_after_secs(NOTICED as f32);
        } else if unsaved.is_none() {
            self.closing = Closing::Anyway;
            if !is_asked {
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        } else {
            self.closing = Closing::No;
            shared.window.messages.retract(About::Closing);
            if is_asked {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        shared.window.unsaved = unsaved.filter(|_| self.closing == Closing::No);
    }

    /// Closes the window, whatever is saved.
    pub(super) fn close_anyway(&mut self, shared: &mut Shared, ctx: &Context) {
        self.closing = Closing::Anyway;
        shared.window.unsaved = None;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Closes the window if everything can be saved now.
    pub(super) fn close_once_saved(&mut self, shared: &Shared, ctx: &Context) {
        self.save_all(shared);
        self.closing = Closing::WaitsSince(ctx.input(|input| input.time));
    }

    /// Leaves the window open, with the first note that is not saved.
    pub(super) fn stay_open(&mut self, shared: &mut Shared) {
        let unsaved = shared.window.unsaved.take();
        if let Some(note) = unsaved.and_then(|unsaved| unsaved.notes.into_iter().next()) {
            self.open_card(shared, note.id);
        }
    }

    /// The notes whose words would be gone with the window.
    fn unsaved(&self, shared: &Shared) -> Option<Unsaved> {
        let notes = self.unsaved_notes(shared);
        let id = notes.first()?.id;
        let why = shared.window.notes.unkept.get(&id).cloned();
        Some(Unsaved { notes, why })
    }
}
