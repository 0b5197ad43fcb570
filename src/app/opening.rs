//! Briefings on their way from the disk to the window, one after the other, off the frame.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::place::Place;
use super::rehearsal::Rehearsal;
use super::task::{Patience, Step, Task, Wake};
use crate::bundle::{Progress, Stage};
use crate::view::actions::Job;
use crate::view::{Reading, Work};

/// What is being opened, and what waits for it; each with what it is wanted for.
pub struct Opener<Errand> {
    under_way: Option<UnderWay<Errand>>,
    waiting: VecDeque<Asked<Errand>>,
    /// For what is read before there is a window.
    rehearsal: Option<Rehearsal>,
}

impl<Errand> Default for Opener<Errand> {
    fn default() -> Opener<Errand> {
        Opener::on(None)
    }
}

/// A briefing that has come, or why it has not; with what it was wanted for, but where only its
/// beginning had come before.
pub type Opened<Errand> = (Place, Option<Errand>, Result<Reading, String>);

struct Asked<Errand> {
    place: Place,
    errand: Errand,
    /// Whether it may come in two: a long article's beginning, and then the whole.
    beginning_first: bool,
}

struct UnderWay<Errand> {
    place: Place,
    /// None once its beginning has come.
    errand: Option<Errand>,
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

impl<Errand> Opener<Errand> {
    /// Nothing is on its way; what is read will be drawn ahead, if asked for.
    pub fn on(rehearsal: Option<Rehearsal>) -> Opener<Errand> {
        Opener { under_way: None, waiting: VecDeque::new(), rehearsal }
    }

    /// From now on nothing is drawn ahead: there is a window.
    pub fn end_of_rehearsals(&mut self) {
        if let Some(rehearsal) = self.rehearsal.take() {
            rehearsal.end();
        }
    }

    /// Opens the briefing at a place, after those that were asked for before.
    pub fn ask(&mut self, wake: &Wake, place: Place, errand: Errand) {
        log::info!("asked for {}", place.name());
        self.waiting.push_back(Asked { place, errand, beginning_first: false });
        self.go_on(wake);
    }

    /// The same, where the beginning of a long article is welcome before the rest.
    pub fn ask_beginning_first(&mut self, wake: &Wake, place: Place, errand: Errand) {
        log::info!("asked for {}", place.name());
        self.waiting.push_back(Asked { place, errand, beginning_first: true });
        self.go_on(wake);
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
    pub fn opened(&mut self, wake: &Wake, patience: Patience) -> Option<Opened<Errand>> {
        let under_way = self.under_way.as_mut()?;
        let awaited = std::mem::replace(&mut under_way.awaited, true);
        let patience = if awaited { patience.later() } else { patience };
        let result = match under_way.task.step(patience) {
            Step::NotYet => return None,
            Step::Came(Ok(reading)) if reading.bundle.unread > 0 => {
                return Some((under_way.place.clone(), under_way.errand.take(), Ok(reading)));
            }
            Step::Came(result) => result,
            Step::Over => Err(format!("{} was not opened.", under_way.place.name())),
            Step::Failed(why) => {
                Err(format!("The program made a mistake while it opened {}: {why}.", under_way.place.name()))
            }
        };
        let UnderWay { place, errand, .. } = self.under_way.take()?;
        self.go_on(wake);
        Some((place, errand, result))
    }

    /// What to tell the person, where it takes long.
    pub fn work(&self) -> Option<Work> {
        let under_way = self.under_way.as_ref()?;
        let has_beginning = under_way.errand.is_none();
        if under_way.since.elapsed() < if has_beginning { SPOKEN_OF_REST } else { SPOKEN_OF } {
            return None;
        }
        let name = under_way.place.short_name();
        let (stage, part) = told(&under_way.progress);
        Some(Work { job: Job::Opening, words: format!("Opening {name}: {stage}"), part })
    }

    fn go_on(&mut self, wake: &Wake) {
        if self.under_way.is_some() {
            return;
        }
        let Some(Asked { place, errand, beginning_first }) = self.waiting.pop_front() else { return };
        let progress = Arc::new(Progress::default());
        let rehearsal = self.rehearsal.clone();
        let work = {
            let (place, progress) = (place.clone(), Arc::clone(&progress));
            move |tell: &super::task::Tell<_>| {
                let reading = |bundle| {
                    let reading = Reading::new(Arc::new(bundle));
                    match &rehearsal {
                        Some(rehearsal) => rehearsal.run(reading),
                        None => reading,
                    }
                };
                let opened = if beginning_first {
                    place.read_beginning_first(&progress, |beginning| tell.tell(Ok(reading(beginning))))
                } else {
                    place.read(&progress)
                };
                if !progress.is_cancelled() {
                    tell.tell(opened.map(reading));
                }
            }
        };
        let task = Task::start(wake, work);
        self.under_way = Some(UnderWay {
            place,
            errand: Some(errand),
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
        let (mut opener, wake) = (Opener::default(), Wake::default());
        opener.ask_beginning_first(&wake, Place::named(folder.path()), "to read");
        let mut come = || {
            let (_, errand, reading) = opener.opened(&wake, Patience::ToTheEnd)?;
            Some((errand, reading.expect("it is readable").bundle.unread > 0))
        };
        assert_eq!(come(), Some((Some("to read"), true)));
        assert_eq!(come(), Some((None, false)));
        assert_eq!(come(), None);
        opener.ask(&wake, Place::named(folder.path()), "to go on");
        let (_, errand, _) = opener.opened(&wake, Patience::ToTheEnd).expect("it came");
        assert_eq!(errand, Some("to go on"), "it comes whole");
    }

    #[test]
    fn briefings_come_one_after_the_other_in_the_order_they_were_asked_for() {
        let (one, two) = (briefing("One"), briefing("Two"));
        let (mut opener, wake) = (Opener::default(), Wake::default());
        opener.ask(&wake, Place::named(one.path()), ());
        opener.ask(&wake, Place::named(two.path()), ());
        assert_eq!(title(opener.opened(&wake, Patience::ToTheEnd)), "One");
        assert_eq!(title(opener.opened(&wake, Patience::ToTheEnd)), "Two");
        assert!(opener.opened(&wake, Patience::ToTheEnd).is_none() && !opener.is_busy());
    }

    #[test]
    fn what_cannot_be_read_says_why_and_the_next_one_comes() {
        let one = briefing("One");
        let (mut opener, wake) = (Opener::default(), Wake::default());
        opener.ask(&wake, Place::named(&one.path().join("nothing")), ());
        opener.ask(&wake, Place::named(one.path()), ());
        let why =
            opener.opened(&wake, Patience::ToTheEnd).expect("it came").2.err().expect("nothing is there");
        assert!(why.contains("does not exist"), "{why}");
        assert_eq!(title(opener.opened(&wake, Patience::ToTheEnd)), "One");
    }

    #[test]
    fn cancelling_forgets_what_was_asked_for() {
        let one = briefing("One");
        let (mut opener, wake) = (Opener::default(), Wake::default());
        opener.ask(&wake, Place::named(one.path()), ());
        opener.ask(&wake, Place::named(one.path()), ());
        opener.cancel();
        assert!(!opener.is_busy() && opener.opened(&wake, Patience::ToTheEnd).is_none());
    }
}
