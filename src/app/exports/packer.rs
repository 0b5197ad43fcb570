//! Packs a briefing's folder into one file, off the UI thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::App;
use crate::app::documents::opener::told;
use crate::app::exports::charts::Ended;
use crate::app::tasks::dialog::DialogResult;
use crate::app::tasks::task::{Repainter, Task, TaskState, WaitBudget};
use crate::bundle::{self, Bundle, Limits, Origin, Progress};
use crate::view::Work;
use crate::view::actions::Job;

/// Asks where the file is to go, by a name to offer.
pub type AskWhere = Arc<dyn Fn(&str) -> DialogResult + Send + Sync>;

/// What is being packed.
#[derive(Default)]
pub struct Packer {
    under_way: Option<UnderWay>,
}

struct UnderWay {
    progress: Arc<Progress>,
    /// Words for the person, where there are any.
    task: Task<Option<Ended>>,
}

impl Packer {
    /// Asks where to, and packs the bundle's folder there. Says why where it has none.
    pub fn start(&mut self, repainter: &Repainter, bundle: &Bundle, ask: AskWhere) -> Option<Ended> {
        let Origin::Folder(folder) = &bundle.origin else {
            return Some(Err("This briefing is one file already, or part of the program.".to_owned()));
        };
        if self.under_way.is_some() {
            return None;
        }
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
        let last = whole
            .file_name()
            .map_or_else(|| bundle.manifest.id.clone(), |name| name.to_string_lossy().into());
        let (folder, name) = (folder.clone(), format!("{last}.briefing"));
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        let task = Task::start(repainter, move |results| {
            results.send(match ask(&name) {
                DialogResult::Chosen(to) => pack(&folder, &to, &shared),
                DialogResult::Cancelled => None,
                DialogResult::Unavailable => Some(Err(format!(
                    "This system shows no dialog for saving files. The command line packs the briefing: \
                     briefing-reader pack \"{}\" --to \"{name}\"",
                    folder.display()
                ))),
            });
        });
        self.under_way = Some(UnderWay { progress, task });
        None
    }

    /// Stops; nothing is written.
    pub fn cancel(&mut self) {
        if let Some(under_way) = self.under_way.take() {
            under_way.progress.cancel();
        }
    }

    /// Words for the person, once it is packed or is not.
    pub fn ended(&mut self, wait: WaitBudget) -> Option<Ended> {
        let words = match self.under_way.as_mut()?.task.step(wait.after_first()) {
            TaskState::Pending => return None,
            TaskState::Ready(words) => words,
            TaskState::Finished => None,
            TaskState::Failed(why) => {
                Some(Err(format!("The program made a mistake while it packed: {why}.")))
            }
        };
        self.under_way = None;
        words
    }

    /// What to tell the person while files are read and packed.
    pub fn work(&self) -> Option<Work> {
        let (words, part) = told(&self.under_way.as_ref()?.progress);
        part.is_some().then(|| Work {
            job: Job::Packing,
            words: format!("Saving as one file: {words}"),
            part,
        })
    }
}

impl App {
    pub(in crate::app) fn pack(&mut self) {
        let Some(reading) = &self.window.reading else { return };
        if let Some(words) = self.packer.start(&self.repainter, &reading.bundle, Arc::clone(&self.ask_pack)) {
            self.window.messages.done_or_not(words);
        }
    }
}

/// The dialog has asked already whether a file that is there is to be replaced.
fn pack(folder: &Path, to: &Path, progress: &Progress) -> Option<Ended> {
    let to: PathBuf = if to.extension().is_some() { to.to_owned() } else { to.with_extension("briefing") };
    match bundle::pack_watched(folder, &to, true, &Limits::default(), progress) {
        Ok(Some(_)) => Some(Ok(format!("Saved as {}.", to.display()))),
        Ok(None) => None,
        Err(why) => Some(Err(why.to_string())),
    }
}
