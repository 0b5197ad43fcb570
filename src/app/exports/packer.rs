//! Packs a briefing's folder into one file, off the UI thread.

use std::path::Path;
use std::sync::Arc;

use super::{saved_as, with_ending};
use crate::app::tasks::{AskWhere, DialogResult, Outcome, SaveRequest, Task, TaskState, Tasks, stage_words};
use crate::bundle::{self, Bundle, Limits, Origin, Progress};
use crate::view::Work;
use crate::view::actions::Job;

/// The packing that may be under way.
#[derive(Default)]
pub(super) struct Packer(Option<UnderWay>);

struct UnderWay {
    progress: Arc<Progress>,
    /// Ends with words for the person, if there are any.
    task: Task<Option<Outcome>>,
}

/// The ending of a packed briefing's file.
const ENDING: &str = "briefing";

impl Packer {
    /// Asks where to, and packs the bundle's folder there, unless a packing is under way.
    ///
    /// # Errors
    /// A sentence for the person where the bundle has no folder.
    pub(super) fn start(&mut self, tasks: &Tasks, bundle: &Bundle, ask: Arc<AskWhere>) -> Result<(), String> {
        let Origin::Folder(folder) = &bundle.origin else {
            return Err("This briefing is one file already, or part of the program.".to_owned());
        };
        if self.0.is_some() {
            return Ok(());
        }
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
        let name = whole
            .file_name()
            .map_or_else(|| bundle.manifest.id.clone(), |name| name.to_string_lossy().into_owned());
        let folder = folder.clone();
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        let task = tasks.start(move |results| {
            let title = "Save the briefing as one file";
            let request = SaveRequest { title, name: &name, ending: Some((ENDING, "Briefing")) };
            results.send(match ask(&request) {
                DialogResult::Chosen(to) => pack(&folder, &to, &shared),
                DialogResult::Cancelled => None,
                DialogResult::Unavailable => Some(Err(format!(
                    "This system shows no dialog for saving files. The command line packs the briefing: \
                     briefing-reader pack \"{}\" --to \"{name}.{ENDING}\"",
                    folder.display()
                ))),
            });
        });
        self.0 = Some(UnderWay { progress, task });
        Ok(())
    }

    /// Stops; nothing is written.
    pub(super) fn cancel(&mut self) {
        if let Some(under_way) = self.0.take() {
            under_way.progress.cancel();
        }
    }

    /// Words for the person, once it is packed or is not.
    pub(super) fn ended(&mut self, tasks: &Tasks) -> Option<Outcome> {
        let outcome = match self.0.as_mut()?.task.step(tasks.wait_after_first()) {
            TaskState::Pending => return None,
            TaskState::Ready(outcome) => outcome,
            TaskState::Finished => None,
            TaskState::Failed(why) => {
                Some(Err(format!("The program made a mistake while it packed: {why}.")))
            }
        };
        self.0 = None;
        outcome
    }

    /// The progress to show, while files are read and packed.
    pub(super) fn work(&self) -> Option<Work> {
        let progress = &self.0.as_ref()?.progress;
        let part = progress.part_done();
        part.is_some().then(|| Work {
            job: Job::Packing,
            words: format!("Saving as one file: {}", stage_words(progress)),
            part,
        })
    }
}

/// The dialog has asked already whether a file that is there is to be replaced.
fn pack(folder: &Path, to: &Path, progress: &Progress) -> Option<Outcome> {
    let to = with_ending(to, ENDING);
    match bundle::pack_watched(folder, &to, true, &Limits::default(), progress) {
        Ok(Some(_)) => Some(Ok(saved_as(&to))),
        Ok(None) => None,
        Err(why) => Some(Err(why.to_string())),
    }
}
