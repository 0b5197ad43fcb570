//! Lists an article's claims off the UI thread: a very long article has tens of thousands.

use std::sync::Arc;

use crate::app::shared::Shared;
use crate::app::tasks::{BriefingTask, TaskState, Tasks};
use crate::bundle::Bundle;
use crate::view::Listed;
use crate::view::actions::View;

/// How to list claims; another function in tests.
type Read = fn(&Bundle) -> Listed;

/// Lists the claims of the briefing in the window.
pub(crate) struct ClaimsReader {
    read: Read,
    under_way: BriefingTask<Listed>,
}

impl Default for ClaimsReader {
    fn default() -> ClaimsReader {
        ClaimsReader { read: Listed::of, under_way: BriefingTask::default() }
    }
}

impl ClaimsReader {
    /// Lists the claims of the briefing in the window for the Claims view.
    pub(super) fn tend(&mut self, shared: &mut Shared) {
        if shared.window.view != View::Claims || shared.shows_beginning() {
            return;
        }
        let reading = shared.window.reading.as_mut().filter(|reading| reading.claims.are_unread());
        let Some(reading) = reading else { return };
        if let Some(read) = self.read(&shared.tasks, &reading.bundle) {
            reading.claims.take(read);
        }
    }

    /// The claims of a briefing, once they are listed, or why they were not.
    fn read(&mut self, tasks: &Tasks, bundle: &Arc<Bundle>) -> Option<Result<Listed, String>> {
        let read = self.read;
        Some(match self.under_way.step(tasks, bundle, tasks.wait(), read) {
            TaskState::Pending => return None,
            TaskState::Ready(listed) => Ok(listed),
            TaskState::Failed(why) => Err(why),
            TaskState::Finished => Err("it came to no end".to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::app::tasks::WaitBudget;
    use crate::library;

    fn bundle() -> Arc<Bundle> {
        Arc::new(library::open("nspcc-e2ee-2021").expect("it is built in"))
    }

    #[test]
    fn a_frame_does_not_wait_for_claims_that_take_long() {
        static HELD: Mutex<()> = Mutex::new(());
        let held = HELD.lock().expect("nobody broke off");
        let read: Read = |bundle| {
            drop(HELD.lock());
            Listed::of(bundle)
        };
        let (mut claims_reader, bundle) = (ClaimsReader { read, ..ClaimsReader::default() }, bundle());
        for _ in 0..3 {
            assert!(claims_reader.read(&Tasks::waiting(WaitBudget::ZERO), &bundle).is_none());
        }
        drop(held);
        assert!(
            claims_reader
                .read(&Tasks::waiting(WaitBudget::UntilDone), &bundle)
                .is_some_and(|read| read.is_ok())
        );
    }

    #[test]
    fn claims_of_another_briefing_are_not_taken_for_its_own() {
        static HELD: Mutex<()> = Mutex::new(());
        let held = HELD.lock().expect("nobody broke off");
        let read: Read = |bundle| {
            drop(HELD.lock());
            Listed::of(bundle)
        };
        let (mut claims_reader, one) = (ClaimsReader { read, ..ClaimsReader::default() }, bundle());
        assert!(claims_reader.read(&Tasks::waiting(WaitBudget::ZERO), &one).is_none());
        let other = bundle();
        claims_reader.read = Listed::of;
        assert!(claims_reader.read(&Tasks::waiting(WaitBudget::UntilDone), &other).is_some());
        assert!(claims_reader.under_way.is_none());
        drop(held);
    }

    #[test]
    fn reading_that_breaks_off_says_so() {
        let mut claims_reader =
            ClaimsReader { read: |_| panic!("the rule is wrong"), ..ClaimsReader::default() };
        let read = claims_reader.read(&Tasks::waiting(WaitBudget::UntilDone), &bundle());
        assert!(read.and_then(Result::err).is_some_and(|why| why.contains("known of it")));
    }
}
