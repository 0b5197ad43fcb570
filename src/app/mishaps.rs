//! Mistakes of the program's own: the person is told, and nothing that was typed is lost with them.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

use super::App;
use crate::disk::{mishap, shown};

impl App {
    /// Tells what broke off since the last frame, on whatever thread.
    pub(super) fn tell_of_mishaps(&mut self) {
        let happened = mishap::happened();
        if happened.is_empty() {
            return;
        }
        for report in happened.into_iter().map(|mishap| mishap.report) {
            let words = "The program made a mistake. What you typed is kept.";
            self.say_too(&with_report(words, report));
        }
        self.told_of_mishaps();
    }

    /// Tells what an earlier window broke off with.
    pub(super) fn tell_of_earlier_mishaps(&mut self) {
        let reports = self.session.folder().map(mishap::untold).unwrap_or_default();
        let Some(last) = reports.last().cloned() else { return };
        let words = match reports.len() {
            1 => "Last time the program made a mistake.".to_owned(),
            count => format!("The program made {count} mistakes since you were last told."),
        };
        self.say_too(&with_report(&words, Some(last)));
        self.told_of_mishaps();
    }

    fn told_of_mishaps(&self) {
        if let Some(folder) = self.session.folder() {
            mishap::all_told(folder);
        }
    }

    /// Keeps what is typed, and then the session: the window is about to go.
    pub(super) fn keep_what_can_be(&mut self) {
        let steps: [fn(&mut App); 3] = [App::keep_open_card, App::finish_notes, App::remember];
        for keep in steps {
            // One that breaks off as well costs the others nothing.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| keep(self)));
        }
    }
}

fn with_report(words: &str, report: Option<PathBuf>) -> String {
    match report {
        Some(report) => format!(
            "{words} What is known of it, and nothing of what you read or wrote, is in {}: send that to whoever you \
             have the program from.",
            shown(&report)
        ),
        None => words.to_owned(),
    }
}
