//! Panics: saves what was typed, and tells the person what happened.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

use crate::app::App;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Session;
    use crate::library;
    use crate::notes::Store;
    use crate::view::actions::NoteTarget;

    #[test]
    fn what_is_typed_is_kept_though_a_frame_breaks_off() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(&[], Session::load(folder.path()));
        app.open(library::open("cable-2017").unwrap());
        app.make_note(&egui::Context::default(), &NoteTarget::Briefing, true);
        // The frame that took these words never came to its end.
        app.window.notes.open.as_mut().expect("its card is open").comment = "half a thought".to_owned();
        app.keep_what_can_be();
        std::mem::forget(app);
        let kept =
            Store::open(folder.path(), jiff::Timestamp::UNIX_EPOCH).unwrap().store.notes(None).unwrap();
        assert_eq!(kept.notes[0].comment, "half a thought");
        assert!(folder.path().join("session.ron").exists());
    }

    #[test]
    fn what_is_typed_is_kept_whatever_ends_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(&[], Session::load(folder.path()));
        app.open(library::open("cable-2017").unwrap());
        app.make_note(&egui::Context::default(), &NoteTarget::Briefing, true);
        app.window.notes.open.as_mut().expect("its card is open").comment = "a thought".to_owned();
        app.keep_open_card();
        drop(app);
        let kept =
            Store::open(folder.path(), jiff::Timestamp::UNIX_EPOCH).unwrap().store.notes(None).unwrap();
        assert_eq!(kept.notes[0].comment, "a thought");
    }

    #[test]
    fn the_next_window_tells_of_what_happened_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("mishaps")).unwrap();
        for name in ["20261129-1-0001.txt", "20261130-2-0001.txt"] {
            std::fs::write(folder.path().join("mishaps").join(name), "").unwrap();
        }
        let told = |app: &App| app.window.messages.shown().unwrap_or_default().to_owned();
        let first = told(&App::new(&[], Session::load(folder.path())));
        assert!(first.contains("2 mistakes") && first.contains("20261130-2-0001.txt"), "{first}");
        assert_eq!(told(&App::new(&[], Session::load(folder.path()))), "");
    }
}
