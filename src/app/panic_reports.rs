//! Tells the person of panics, in this window or in earlier ones.

use std::path::{Path, PathBuf};

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
    use crate::app::{App, Session};

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
