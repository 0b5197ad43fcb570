//! Reads briefings off the UI thread, one after the other.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::rehearsal::Rehearsal;
use crate::app::location::Location;
use crate::app::tasks::{ResultSender, Task, TaskState, Tasks, stage_words};
use crate::bundle::Progress;
use crate::view::actions::Job;
use crate::view::{Reading, Work};

/// What is being read, and what waits; each with the reason why it was asked for.
pub(crate) struct Opener<Intent> {
    under_way: Option<UnderWay<Intent>>,
    waiting: VecDeque<Asked<Intent>>,
    /// Draws what is read before there is a window.
    rehearsal: Option<Rehearsal>,
}

/// A briefing, or why it was not read. It comes without an intent if its beginning came before.
pub(crate) type Opened<Intent> = (Location, Option<Intent>, Result<Reading, String>);

struct Asked<Intent> {
    location: Location,
    intent: Intent,
    /// Whether the beginning of a long article is welcome before the whole.
    beginning_first: bool,
}

struct UnderWay<Intent> {
    location: Location,
    /// `None` once its beginning has come.
    intent: Option<Intent>,
    progress: Arc<Progress>,
    task: Task<Result<Reading, String>>,
    since: Instant,
    /// Whether a frame has waited for it.
    awaited: bool,
}

/// Reading that takes longer than this shows its progress.
const SPOKEN_OF: Duration = Duration::from_millis(200);
/// The same while there is a beginning to read.
const SPOKEN_OF_REST: Duration = Duration::from_secs(2);

impl<Intent> Opener<Intent> {
    /// Nothing is being read. A rehearsal draws what is read, until it is over.
    pub(crate) fn new(rehearsal: Option<Rehearsal>) -> Opener<Intent> {
        Opener { under_way: None, waiting: VecDeque::new(), rehearsal }
    }

    /// There is a window: from now on nothing is drawn ahead.
    pub(crate) fn end_rehearsals(&mut self) {
        if let Some(rehearsal) = self.rehearsal.take() {
            rehearsal.end();
        }
    }

    /// Reads a briefing, after those that were asked for before.
    pub(crate) fn ask(&mut self, tasks: &Tasks, location: Location, intent: Intent) {
        log::info!("asked for {}", location.name());
        self.waiting.push_back(Asked { location, intent, beginning_first: false });
        self.go_on(tasks);
    }

    /// The same; the beginning of a long article comes before the whole.
    pub(crate) fn ask_beginning_first(&mut self, tasks: &Tasks, location: Location, intent: Intent) {
        log::info!("asked for {}", location.name());
        self.waiting.push_back(Asked { location, intent, beginning_first: true });
        self.go_on(tasks);
    }

    /// Whether a briefing is being read.
    pub(crate) fn is_busy(&self) -> bool {
        self.under_way.is_some()
    }

    /// Stops reading, and forgets what waits.
    pub(crate) fn cancel(&mut self) {
        self.waiting.clear();
        if let Some(under_way) = self.under_way.take() {
            under_way.progress.cancel();
        }
    }

    /// The next briefing, or why it was not read. One frame waits for each briefing.
    pub(crate) fn opened(&mut self, tasks: &Tasks) -> Option<Opened<Intent>> {
        let under_way = self.under_way.as_mut()?;
        let awaited = std::mem::replace(&mut under_way.awaited, true);
        let wait = if awaited { tasks.wait_after_first() } else { tasks.wait() };
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
        self.go_on(tasks);
        Some((location, intent, result))
    }

    /// What to results the person, where it takes long.
    pub(crate) fn work(&self) -> Option<Work> {
        let under_way = self.under_way.as_ref()?;
        let has_beginning = under_way.intent.is_none();
        if under_way.since.elapsed() < if has_beginning { SPOKEN_OF_REST } else { SPOKEN_OF } {
            return None;
        }
        let name = under_way.location.short_name();
        let (stage, part) = (stage_words(&under_way.progress), under_way.progress.part_done());
        Some(Work { job: Job::Opening, words: format!("Opening {name}: {stage}"), part })
    }

    fn go_on(&mut self, tasks: &Tasks) {
        if self.under_way.is_some() {
            return;
        }
        let Some(Asked { location, intent, beginning_first }) = self.waiting.pop_front() else { return };
        let progress = Arc::new(Progress::default());
        let rehearsal = self.rehearsal.clone();
        let work = {
            let (location, progress) = (location.clone(), Arc::clone(&progress));
            move |results: &ResultSender<_>| {
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
        let task = tasks.start(work);
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
        let (mut opener, tasks) = (Opener::new(None), Tasks::default());
        opener.ask_beginning_first(&tasks, Location::named(folder.path()), "to read");
        let mut come = || {
            let (_, intent, reading) = opener.opened(&tasks)?;
            Some((intent, reading.expect("it is readable").bundle.unread > 0))
        };
        assert_eq!(come(), Some((Some("to read"), true)));
        assert_eq!(come(), Some((None, false)));
        assert_eq!(come(), None);
        opener.ask(&tasks, Location::named(folder.path()), "to go on");
        let (_, intent, _) = opener.opened(&tasks).expect("it came");
        assert_eq!(intent, Some("to go on"), "it comes whole");
    }

    #[test]
    fn briefings_come_one_after_the_other_in_the_order_they_were_asked_for() {
        let (one, two) = (briefing("One"), briefing("Two"));
        let (mut opener, tasks) = (Opener::new(None), Tasks::default());
        opener.ask(&tasks, Location::named(one.path()), ());
        opener.ask(&tasks, Location::named(two.path()), ());
        assert_eq!(title(opener.opened(&tasks)), "One");
        assert_eq!(title(opener.opened(&tasks)), "Two");
        assert!(opener.opened(&tasks).is_none() && !opener.is_busy());
    }

    #[test]
    fn what_cannot_be_read_says_why_and_the_next_one_comes() {
        let one = briefing("One");
        let (mut opener, tasks) = (Opener::new(None), Tasks::default());
        opener.ask(&tasks, Location::named(&one.path().join("nothing")), ());
        opener.ask(&tasks, Location::named(one.path()), ());
        let why = opener.opened(&tasks).expect("it came").2.err().expect("nothing is there");
        assert!(why.contains("does not exist"), "{why}");
        assert_eq!(title(opener.opened(&tasks)), "One");
    }

    #[test]
    fn cancelling_forgets_what_was_asked_for() {
        let one = briefing("One");
        let (mut opener, tasks) = (Opener::new(None), Tasks::default());
        opener.ask(&tasks, Location::named(one.path()), ());
        opener.ask(&tasks, Location::named(one.path()), ());
        opener.cancel();
        assert!(!opener.is_busy() && opener.opened(&tasks).is_none());
    }
}
