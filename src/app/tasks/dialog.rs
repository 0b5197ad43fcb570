//! The system's file dialogs, each on a thread of its own: waiting for one would freeze the window.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::{Task, TaskState, Tasks, WaitBudget};
use crate::export::Format;

/// A dialog for opening a file, which may be on screen.
#[derive(Default)]
pub(crate) struct Dialog(Option<Task<DialogResult>>);

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DialogResult {
    /// The person chose a file or folder.
    Chosen(PathBuf),
    /// The person closed it.
    Cancelled,
    /// This system has no dialog: it ended sooner than a person could have closed it.
    Unavailable,
}

/// No person closes a dialog sooner than this.
const SOONEST: Duration = Duration::from_millis(150);

impl Dialog {
    /// Asks for a briefing or a comparison, unless the dialog is on screen.
    pub(crate) fn open(&mut self, tasks: &Tasks) {
        self.ask(tasks, "Open a briefing", "Briefings and comparisons", &["briefing", "ron", "comparison"]);
    }

    /// Asks for a template for notes, unless the dialog is on screen.
    pub(crate) fn open_template(&mut self, tasks: &Tasks) {
        self.ask(tasks, "Choose a template", "Templates", &["md", "html", "txt", "jinja", "j2"]);
    }

    fn ask(
        &mut self,
        tasks: &Tasks,
        title: &'static str,
        kind: &'static str,
        endings: &'static [&'static str],
    ) {
        self.0.get_or_insert_with(|| {
            tasks.start(move |results| {
                let opened = Instant::now();
                let chosen = rfd::FileDialog::new().set_title(title).add_filter(kind, endings).pick_file();
                results.send(how_it_ended(chosen, opened.elapsed()));
            })
        });
    }

    /// How it ended, once it has.
    pub(crate) fn ended(&mut self) -> Option<DialogResult> {
        let result = match self.0.as_mut()?.step(WaitBudget::ZERO) {
            TaskState::Pending => return None,
            TaskState::Ready(result) => Some(result),
            TaskState::Finished | TaskState::Failed(_) => None,
        };
        self.0 = None;
        result
    }
}

/// Asks where to put a file, or files, on the thread that calls.
pub(crate) type AskWhere = dyn Fn(&SaveRequest<'_>) -> DialogResult + Send + Sync;

/// Words for the person: what was done, or why it was not.
pub(crate) type Outcome = Result<String, String>;

/// Asks where a file is to go and writes it, off the UI thread; `None` where the person cancelled.
pub(crate) type SaveJob = Box<dyn FnOnce(&AskWhere) -> Option<Outcome> + Send>;

/// What to save: the title of the dialog, and what it offers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SaveRequest<'w> {
    /// "Save the chart"
    pub(crate) title: &'w str,
    /// A name without its ending.
    pub(crate) name: &'w str,
    /// The file's ending without its dot, and the format's name; `None` for a folder.
    pub(crate) ending: Option<(&'w str, &'w str)>,
}

impl<'w> SaveRequest<'w> {
    /// A chart.
    pub(crate) fn chart(name: &'w str, format: Format) -> SaveRequest<'w> {
        SaveRequest { title: "Save the chart", name, ending: Some((format.ending(), format.name())) }
    }
}

/// Asks with the system's dialog where to put a file, or files.
pub(crate) fn where_to_save(wanted: &SaveRequest<'_>) -> DialogResult {
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
