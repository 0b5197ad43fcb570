//! Panics: saves what was typed, and tells the person what happened.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use super::App;
use crate::disk::{mishap, shown};
use crate::view::Messages;

/// Tells the person of panics since the last frame, on whatever thread.
pub(super) fn tell_of_new(messages: &mut Messages, folder: Option<&Path>) {
    let happened = mishap::happened();
    if happened.is_empty() {
        return;
    }
    for report in happened.into_iter().map(|mishap| mishap.report) {
        let words = "The program made a mistake. What you typed is kept.";
        messages.say(with_report(words, report));
    }
    all_told(folder);
}

/// Tells the person of panics that ended earlier windows.
pub(super) fn tell_of_earlier(messages: &mut Messages, folder: Option<&Path>) {
    let reports = folder.map(mishap::untold).unwrap_or_default();
    let Some(last) = reports.last().cloned() else { return };
    let words = match reports.len() {
        1 => "Last time the program made a mistake.".to_owned(),
        count => format!("The program made {count} mistakes since you were last told."),
    };
    messages.say(with_report(&words, Some(last)));
    all_told(folder);
}

fn all_told(folder: Option<&Path>) {
    if let Some(folder) = folder {
        mishap::all_told(folder);
    }
}

impl App {
    /// Saves what was typed, and then the session: the window is about to go.
    pub(super) fn save_what_can_be(&mut self) {
        let steps: [fn(&mut App); 3] =
            [|app| app.notes.take_open_card(&mut app.shared), |app| app.notes.finish(), App::remember];
        for save in steps {
            // One that panics as well costs the others nothing.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| save(self)));
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
    use crate::view::actions::{Action, NoteAction, NoteTarget};

    fn note_on_briefing(app: &mut App) {
        let make = NoteAction::Write(NoteTarget::Briefing);
        app.apply(&egui::Context::default(), Action::Note(make));
    }

    #[test]
    fn what_is_typed_is_kept_though_a_frame_breaks_off() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(&[], Session::load(folder.path()));
        app.open(library::open("cable-2017").unwrap());
        note_on_briefing(&mut app);
        // The frame that took these words never came to its end.
        app.shared.window.notes.open.as_mut().expect("its card is open").comment =
            "half a thought".to_owned();
        app.save_what_can_be();
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
        note_on_briefing(&mut app);
        app.shared.window.notes.open.as_mut().expect("its card is open").comment = "a thought".to_owned();
        app.notes.take_open_card(&mut app.shared);
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
        let told = |app: &App| app.shared.window.messages.shown().unwrap_or_default().to_owned();
        let first = told(&App::new(&[], Session::load(folder.path())));
        assert!(first.contains("2 mistakes") && first.contains("20261130-2-0001.txt"), "{first}");
        assert_eq!(told(&App::new(&[], Session::load(folder.path()))), "");
    }
}
