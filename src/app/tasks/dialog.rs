//! The system's file dialogs, each on a thread of its own: waiting for one would freeze the window.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::time::{Duration, Instant};

use egui::Context;

use crate::export::Format;

/// A dialog that is open, or none.
#[derive(Default)]
pub struct Dialog {
    answer: Option<Receiver<DialogResult>>,
}

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogResult {
    /// With a file.
    Chosen(PathBuf),
    /// The person chose nothing.
    Cancelled,
    /// Sooner than a person could have closed it: this system has no dialog to show.
    Unavailable,
}

/// No person closes a dialog sooner than this.
const SOONEST: Duration = Duration::from_millis(150);

impl Dialog {
    /// Opens the dialog for a briefing unless it is open.
    pub fn open(&mut self, ctx: &Context) {
        self.ask(ctx, "Open a briefing", "Briefings and comparisons", &["briefing", "ron", "comparison"]);
    }

    /// Opens the dialog for a template of notes unless it is open.
    pub fn open_template(&mut self, ctx: &Context) {
        self.ask(ctx, "Choose a template", "Templates", &["md", "html", "txt", "jinja", "j2"]);
    }

    fn ask(
        &mut self,
        ctx: &Context,
        title: &'static str,
        kind: &'static str,
        endings: &'static [&'static str],
    ) {
        if self.answer.is_some() {
            return;
        }
        let (tell, answer) = mpsc::channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let opened = Instant::now();
            let chosen = rfd::FileDialog::new().set_title(title).add_filter(kind, endings).pick_file();
            // The window may have been closed meanwhile; then nobody waits for the answer.
            let _ = tell.send(how_it_ended(chosen, opened.elapsed()));
            ctx.request_repaint();
        });
        self.answer = Some(answer);
    }

    /// How it ended, once it has.
    pub fn ended(&mut self) -> Option<DialogResult> {
        match self.answer.as_ref()?.try_recv() {
            Ok(answer) => {
                self.answer = None;
                Some(answer)
            }
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
            Err(TryRecvError::Empty) => None,
        }
    }
}

/// What is to be saved: what the dialog is called and what it offers.
#[derive(Clone, Copy, Debug)]
pub struct SaveRequest<'w> {
    /// "Save the chart"
    pub title: &'w str,
    /// A name without its ending.
    pub name: &'w str,
    /// The ending without its dot, and what it stands for; `None` for a folder.
    pub ending: Option<(&'w str, &'w str)>,
}

impl<'w> SaveRequest<'w> {
    /// A chart.
    pub fn chart(name: &'w str, format: Format) -> SaveRequest<'w> {
        SaveRequest { title: "Save the chart", name, ending: Some((format.ending(), format.name())) }
    }
}

/// Where to put a file, or files: asks the person, on the thread that calls.
pub fn where_to_save(wanted: &SaveRequest<'_>) -> DialogResult {
    let opened = Instant::now();
    let dialog = rfd::FileDialog::new().set_title(wanted.title);
    let chosen = match wanted.ending {
        Some((ending, kind)) => {
            let name = format!("{}.{ending}", wanted.name);
            dialog.set_file_name(name).add_filter(kind, &[ending]).save_file()
        }
        None => dialog.pick_folder(),
    };
    how_it_ended(chosen, opened.elapsed())
}

/// Where to pack a briefing to: asks the person, on the thread that calls.
pub fn where_to_pack(name: &str) -> DialogResult {
    let opened = Instant::now();
    let chosen = rfd::FileDialog::new()
        .set_title("Save the briefing as one file")
        .set_file_name(name)
        .add_filter("Briefing", &["briefing"])
        .save_file();
    how_it_ended(chosen, opened.elapsed())
}

fn how_it_ended(chosen: Option<PathBuf>, after: Duration) -> DialogResult {
    match chosen {
        Some(path) => DialogResult::Chosen(path),
        None if after < SOONEST => DialogResult::Unavailable,
        None => DialogResult::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_that_ends_at_once_was_never_shown() {
        let second = Duration::from_secs(1);
        assert_eq!(how_it_ended(None, Duration::from_millis(5)), DialogResult::Unavailable);
        assert_eq!(how_it_ended(None, second), DialogResult::Cancelled);
        assert_eq!(how_it_ended(Some("a".into()), second), DialogResult::Chosen("a".into()));
    }
}
