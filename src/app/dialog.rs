//! The system's dialog for opening. It runs on a thread of its own: asking on the window's thread
//! would freeze the window until it is answered.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};

use egui::Context;

/// A dialog that is open, or none.
#[derive(Default)]
pub struct Dialog {
    answer: Option<Receiver<Option<PathBuf>>>,
}

impl Dialog {
    /// Opens the dialog unless it is open.
    pub fn open(&mut self, ctx: &Context) {
        if self.answer.is_some() {
            return;
        }
        let (tell, answer) = mpsc::channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let chosen = rfd::FileDialog::new()
                .set_title("Open a briefing")
                .add_filter("Briefings", &["briefing", "ron"])
                .pick_file();
            // The window may have been closed meanwhile; then nobody waits for the answer.
            let _ = tell.send(chosen);
            ctx.request_repaint();
        });
        self.answer = Some(answer);
    }

    /// What was chosen, once it is.
    pub fn chosen(&mut self) -> Option<PathBuf> {
        match self.answer.as_ref()?.try_recv() {
            Ok(path) => {
                self.answer = None;
                path
            }
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
            Err(TryRecvError::Empty) => None,
        }
    }
}
