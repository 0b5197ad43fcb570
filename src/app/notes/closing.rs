//! Closes the window once every note is saved, or shows which is not.

use egui::{Context, ViewportCommand};

use crate::app::App;
use crate::notes::Note;
use crate::view::About;
use crate::view::Unsaved;

/// How far the window is from closing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Closing {
    /// Nobody asked for it.
    #[default]
    No,
    /// Notes are on their way to the disk since this time, in seconds.
    WaitsSince(f64),
    /// It closes, whatever is kept.
    Anyway,
}

/// Seconds after which a wait is spoken of.
const FELT: f64 = 0.5;

impl App {
    /// Goes on with closing, once a frame. The window stays until the disk has answered; then it closes
    /// by itself, or shows what is not saved.
    pub(in crate::app) fn tend_closing(&mut self, ctx: &Context) {
        let (is_asked, now) = ctx.input(|input| (input.viewport().close_requested(), input.time));
        if is_asked && self.closing == Closing::No {
            self.close_card();
            self.keep_all();
            self.closing = Closing::WaitsSince(now);
            self.tend_orders();
        }
        let Closing::WaitsSince(since) = self.closing else { return };
        let unsaved = self.unsaved();
        if self.notes_under_way() {
            if is_asked {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
            if now - since > FELT {
                self.window.messages.say_of(About::Closing, "Notes are being saved; the window closes then.");
            }
            ctx.request_repaint_after_secs(FELT as f32);
        } else if unsaved.is_none() {
            self.closing = Closing::Anyway;
            if !is_asked {
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        } else {
            self.closing = Closing::No;
            self.window.messages.retract(About::Closing);
            if is_asked {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        self.window.unsaved = unsaved.filter(|_| self.closing == Closing::No);
    }

    /// Closes the window, whatever is kept.
    pub(in crate::app) fn close_anyway(&mut self, ctx: &Context) {
        self.closing = Closing::Anyway;
        self.window.unsaved = None;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Closes the window if everything can be kept now.
    pub(in crate::app) fn close_once_kept(&mut self, ctx: &Context) {
        self.keep_all();
        self.closing = Closing::WaitsSince(ctx.input(|input| input.time));
    }

    /// Leaves the window open, with the first note that is not saved.
    pub(in crate::app) fn stay_open(&mut self) {
        if let Some(note) = self.window.unsaved.take().and_then(|unsaved| unsaved.notes.into_iter().next()) {
            self.open_card(note.id);
        }
    }

    /// The notes whose words would be gone with the window.
    fn unsaved(&self) -> Option<Unsaved> {
        let notes: Vec<Note> = self.unkept_notes().cloned().collect();
        let id = notes.first()?.id;
        let why = self.window.notes.unkept.get(&id).cloned();
        Some(Unsaved { notes, why })
    }
}
