//! Reads briefings off the UI thread, one after the other.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::documents::rehearsal::Rehearsal;
use crate::app::location::Location;
use crate::app::tasks::task::{Repainter, Task, TaskState, WaitBudget};
use crate::bundle::{Progress, Stage};
use crate::view::actions::Job;
use crate::view::{Reading, Work};

/// What is being opened, and what waits for it; each with what it is wanted for.
pub struct Opener<OpenIntent> {
    under_way: Option<UnderWay<OpenIntent>>,
    waiting: VecDeque<Asked<OpenIntent>>,
    /// For what is read before there is a window.
    rehearsal: Option<Rehearsal>,
}

impl<OpenIntent> Default for Opener<OpenIntent> {
    fn default() -> Opener<OpenIntent> {
        Opener::on(None)
    }
}

/// A briefing that has come, or why it has not; with what it was wanted for, but where only its
/// beginning had come before.
pub type Opened<OpenIntent> = (Location, Option<OpenIntent>, Result<Reading, String>);

struct Asked<OpenIntent> {
    location: Location,
    intent: OpenIntent,
    /// Whether it may come in two: a long article's beginning, and then the whole.
    beginning_first: bool,
}

struct UnderWay<OpenIntent> {
    location: Location,
    /// None once its beginning has come.
    intent: Option<OpenIntent>,
    progress: Arc<Progress>,
    task: Task<Result<Reading, String>>,
    since: Instant,
    /// Whether a frame has waited for it.
    awaited: bool,
}

/// What takes longer than this is spoken of.
const SPOKEN_OF: Duration = Duration::from_millis(200);
/// The same where the beginning is there to be read.
const SPOKEN_OF_REST: Duration = Duration::from_secs(2);

impl<OpenIntent> Opener<OpenIntent> {
    /// Nothing is on its way; what is read will be drawn ahead, if asked for.
    pub fn on(rehearsal: Option<Rehearsal>) -> Opener<OpenIntent> {
        Opener { under_way: None, waiting: VecDeque::new(), rehearsal }
    }

    /// From now on nothing is drawn ahead: there is a window.
    pub fn end_of_rehearsals(&mut self) {
        if let Some(rehearsal) = self.rehearsal.take() {
            rehearsal.end();
        }
    }

    /// Reads a briefing, after those that were asked for before.
    pub fn ask(&mut self, repainter: &Repainter, location: Location, intent: OpenIntent) {
        log::info!("asked for {}", location.name());
        self.waiting.push_back(Asked { location, intent, beginning_first: false });
        self.go_on(repainter);
    }

    /// The same, where the beginning of a long article is welcome before the rest.
    pub fn ask_beginning_first(&mut self, repainter: &Repainter, location: Location, intent: OpenIntent) {
        log::info!("asked for {}", location.name());
        self.waiting.push_back(Asked { location, intent, beginning_first: true });
        self.go_on(repainter);
    }

    /// Whether something is on its way.
    pub fn is_busy(&self) -> bool {
        self.under_way.is_some()
    }

    /// Stops, and forgets what waits.
    pub fn cancel(&mut self) {
        self.waiting.clear();
        if let Some(under_way) = self.under_way.take() {
            under_way.progress.cancel();
        }
    }

    /// The next briefing that has come, or why it has not. A frame waits for each briefing once.
    pub fn opened(&mut self, repainter: &Repainter, wait: WaitBudget) -> Option<Opened<OpenIntent>> {
        let under_way = self.under_way.as_mut()?;
        let awaited = std::mem::replace(&mut under_way.awaited, true);
        let wait = if awaited { wait.after_first() } else { wait };
        let result = match under_way.task.step(wait) {
            TaskState::Pending => return None,
            TaskState::Ready(Ok(reading)) if reading.bundle.unread > 0 => {
                return Some((under_way.location.clone(), under_way.intent.take(), Ok(reading)));
            }
            TaskState::Ready(result) => result,
            TaskState::Finished => Err(format!("{} was not opened.", under_way.location.name())),
            TaskState::Failed(why) => Err(format!(
                "The program made a mistake while it opened {}: {why}.",
                under_way.location.name()
            )),
        };
        let UnderWay { location, intent, .. } = self.under_way.take()?;
        self.go_on(repainter);
        Some((location, intent, result))
    }

    /// What to results the person, where it takes long.
    pub fn work(&self) -> Option<Work> {
        let under_way = self.under_way.as_ref()?;
        let has_beginning = under_way.intent.is_none();
        if under_way.since.elapsed() < if has_beginning { SPOKEN_OF_REST } else { SPOKEN_OF } {
            return None;
        }
        let name = under_way.location.short_name();
        let (stage, part) = told(&under_way.progress);
        Some(Work { job: Job::Opening, words: format!("Opening {name}: {stage}"), part })
    }

    fn go_on(&mut self, repainter: &Repainter) {
        if self.under_way.is_some() {
            return;
        }
        let Some(Asked { location, intent, beginning_first }) = self.waiting.pop_front() else { return };
        let progress = Arc::new(Progress::default());
        let rehearsal = self.rehearsal.clone();
        let work = {
            let (location, progress) = (location.clone(), Arc::clone(&progress));
            move |results: &crate::app::tasks::task::ResultSender<_>| {
                let reading = |bundle| {
                    let reading = Reading::new(Arc::new(bundle));
                    match &rehearsal {
                        Some(rehearsal) => rehearsal.run(reading),
                        None => reading,
                    }
                };
                let opened = if beginning_first {
                    location.read_beginning_first(&progress, |beginning| results.send(Ok(reading(beginning))))
                } else {
                    location.read(&progress)
                };
                if !progress.is_cancelled() {
                    results.send(opened.map(reading));
                }
            }
        };
        let task = Task::start(repainter, work);
        self.under_way = Some(UnderWay {
            location,
            intent: Some(intent),
            progress,
            task,
            since: Instant::now(),
            awaited: false,
        });
    }
}

/// What is being done, in words, and how much of it is done.
pub fn told(progress: &Progress) -> (&'static str, Option<f32>) {
    let words = match progress.stage() {
        Stage::Files => "reading the files",
        Stage::Article => "reading the article",
        Stage::Packing => "packing the files",
    };
    (words, progress.part_done())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn briefing(title: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder for a while");
        let manifest = format!("Briefing(format: 1, id: \"a\", edition: 1, title: \"{title}\")");
        std::fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
        folder
    }

    fn title(opened: Option<Opened<()>>) -> String {
        opened.expect("it came").2.expect("it is readable").bundle.manifest.title.clone()
    }

    #[test]
    fn a_long_briefing_comes_in_two_where_that_is_welcome() {
        let folder = briefing("Long");
        std::fs::write(folder.path().join("article.md"), "## A section\n\nWords.\n\n".repeat(60_000))
            .expect("it can be written");
        let (mut opener, repainter) = (Opener::default(), Repainter::default());
        opener.ask_beginning_first(&repainter, Location::named(folder.path()), "to read");
        let mut come = || {
            let (_, intent, reading) = opener.opened(&repainter, WaitBudget::UntilDone)?;
            Some((intent, reading.expect("it is readable").bundle.unread > 0))
        };
        assert_eq!(come(), Some((Some("to read"), true)));
        assert_eq!(come(), Some((None, false)));
        assert_eq!(come(), None);
        opener.ask(&repainter, Location::named(folder.path()), "to go on");
        let (_, intent, _) = opener.opened(&repainter, WaitBudget::UntilDone).expect("it came");
        assert_eq!(intent, Some("to go on"), "it comes whole");
    }

    #[test]
    fn briefings_come_one_after_the_other_in_the_order_they_were_asked_for() {
        let (one, two) = (briefing("One"), briefing("Two"));
        let (mut opener, repainter) = (Opener::default(), Repainter::default());
        opener.ask(&repainter, Location::named(one.path()), ());
        opener.ask(&repainter, Location::named(two.path()), ());
        assert_eq!(title(opener.opened(&repainter, WaitBudget::UntilDone)), "One");
        assert_eq!(title(opener.opened(&repainter, WaitBudget::UntilDone)), "Two");
        assert!(opener.opened(&repainter, WaitBudget::UntilDone).is_none() && !opener.is_busy());
    }

    #[test]
    fn what_cannot_be_read_says_why_and_the_next_one_comes() {
        let one = briefing("One");
        let (mut opener, repainter) = (Opener::default(), Repainter::default());
        opener.ask(&repainter, Location::named(&one.path().join("nothing")), ());
        opener.ask(&repainter, Location::named(one.path()), ());
        let why = opener
            .opened(&repainter, WaitBudget::UntilDone)
            .expect("it came")
            .2
            .err()
            .expect("nothing is there");
        assert!(why.contains("does not exist"), "{why}");
        assert_eq!(title(opener.opened(&repainter, WaitBudget::UntilDone)), "One");
    }

    #[test]
    fn cancelling_forgets_what_was_asked_for() {
        let one = briefing("One");
        let (mut opener, repainter) = (Opener::default(), Repainter::default());
        opener.ask(&repainter, Location::named(one.path()), ());
        opener.ask(&repainter, Location::named(one.path()), ());
        opener.cancel();
        assert!(!opener.is_busy() && opener.opened(&repainter, WaitBudget::UntilDone).is_none());
    }
}
