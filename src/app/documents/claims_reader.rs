//! Lists an article's claims off the UI thread: a very long article has tens of thousands.

use std::sync::Arc;

use crate::app::App;
use crate::app::tasks::briefing_task::BriefingTask;
use crate::app::tasks::task::{Repainter, TaskState, WaitBudget};
use crate::bundle::Bundle;
use crate::view::Listed;
use crate::view::actions::View;

/// How claims are read.
type Read = fn(&Bundle) -> Listed;

/// Reads the claims of the briefing in the window.
pub struct ClaimsReader {
    read: Read,
    under_way: BriefingTask<Listed>,
}

impl Default for ClaimsReader {
    fn default() -> ClaimsReader {
        ClaimsReader { read: Listed::of, under_way: BriefingTask::default() }
    }
}

impl ClaimsReader {
    /// The claims of a briefing, once they are read, or what the program said where it broke off. The
    /// end of it has the window drawn again.
    fn read(
        &mut self,
        repainter: &Repainter,
        bundle: &Arc<Bundle>,
        wait: WaitBudget,
    ) -> Option<Result<Listed, String>> {
        let read = self.read;
        Some(match self.under_way.step(repainter, bundle, wait, read) {
            TaskState::Pending => return None,
            TaskState::Ready(listed) => Ok(listed),
            TaskState::Failed(why) => Err(why),
            TaskState::Finished => Err("it came to no end".to_owned()),
        })
    }
}

impl App {
    /// Has the claims of the briefing in the window read, where they are to be seen.
    pub(in crate::app) fn read_claims(&mut self) {
        if self.window.view != View::Claims || self.is_beginning() {
            return;
        }
        let Some(reading) = self.window.reading.as_mut().filter(|reading| reading.claims.are_unread()) else {
            return;
        };
        if let Some(read) = self.claims_reader.read(&self.repainter, &reading.bundle, self.wait) {
            reading.claims.take(read);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
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
        let (mut claims_reader, repainter, bundle) =
            (ClaimsReader { read, ..ClaimsReader::default() }, Repainter::default(), bundle());
        for _ in 0..3 {
            assert!(claims_reader.read(&repainter, &bundle, WaitBudget::ZERO).is_none());
        }
        drop(held);
        assert!(
            claims_reader.read(&repainter, &bundle, WaitBudget::UntilDone).is_some_and(|read| read.is_ok())
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
        let (mut claims_reader, repainter, one) =
            (ClaimsReader { read, ..ClaimsReader::default() }, Repainter::default(), bundle());
        assert!(claims_reader.read(&repainter, &one, WaitBudget::ZERO).is_none());
        let other = bundle();
        claims_reader.read = Listed::of;
        assert!(claims_reader.read(&repainter, &other, WaitBudget::UntilDone).is_some());
        assert!(claims_reader.under_way.is_none());
        drop(held);
    }

    #[test]
    fn reading_that_breaks_off_says_so() {
        let mut claims_reader =
            ClaimsReader { read: |_| panic!("the rule is wrong"), ..ClaimsReader::default() };
        let read = claims_reader.read(&Repainter::default(), &bundle(), WaitBudget::UntilDone);
        assert!(read.and_then(Result::err).is_some_and(|why| why.contains("known of it")));
    }
}
