//! Reading the claims of an article for their view, beside the frames: in a very long one they are tens
//! of thousands.

use std::sync::Arc;

use super::App;
use super::of_briefing::OfBriefing;
use super::task::{Patience, Step, Wake};
use crate::bundle::Bundle;
use crate::view::Listed;
use crate::view::actions::View;

/// How claims are read.
type Read = fn(&Bundle) -> Listed;

/// Reads the claims of the briefing in the window.
pub struct Lister {
    read: Read,
    under_way: OfBriefing<Listed>,
}

impl Default for Lister {
    fn default() -> Lister {
        Lister { read: Listed::of, under_way: OfBriefing::default() }
    }
}

impl Lister {
    /// The claims of a briefing, once they are read, or what the program said where it broke off. The
    /// end of it has the window drawn again.
    fn read(
        &mut self,
        wake: &Wake,
        bundle: &Arc<Bundle>,
        patience: Patience,
    ) -> Option<Result<Listed, String>> {
        let read = self.read;
        Some(match self.under_way.step(wake, bundle, patience, read) {
            Step::NotYet => return None,
            Step::Came(listed) => Ok(listed),
            Step::Failed(why) => Err(why),
            Step::Over => Err("it came to no end".to_owned()),
        })
    }
}

impl App {
    /// Has the claims of the briefing in the window read, where they are to be seen.
    pub(super) fn read_claims(&mut self) {
        if self.window.view != View::Claims || self.is_beginning() {
            return;
        }
        let Some(reading) = self.window.reading.as_mut().filter(|reading| reading.claims.are_unread()) else {
            return;
        };
        if let Some(read) = self.lister.read(&self.wake, &reading.bundle, self.patience) {
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
        let (mut lister, wake, bundle) = (Lister { read, ..Lister::default() }, Wake::default(), bundle());
        for _ in 0..3 {
            assert!(lister.read(&wake, &bundle, Patience::NONE).is_none());
        }
        drop(held);
        assert!(lister.read(&wake, &bundle, Patience::ToTheEnd).is_some_and(|read| read.is_ok()));
    }

    #[test]
    fn claims_of_another_briefing_are_not_taken_for_its_own() {
        static HELD: Mutex<()> = Mutex::new(());
        let held = HELD.lock().expect("nobody broke off");
        let read: Read = |bundle| {
            drop(HELD.lock());
            Listed::of(bundle)
        };
        let (mut lister, wake, one) = (Lister { read, ..Lister::default() }, Wake::default(), bundle());
        assert!(lister.read(&wake, &one, Patience::NONE).is_none());
        let other = bundle();
        lister.read = Listed::of;
        assert!(lister.read(&wake, &other, Patience::ToTheEnd).is_some());
        assert!(lister.under_way.is_none());
        drop(held);
    }

    #[test]
    fn reading_that_breaks_off_says_so() {
        let mut lister = Lister { read: |_| panic!("the rule is wrong"), ..Lister::default() };
        let read = lister.read(&Wake::default(), &bundle(), Patience::ToTheEnd);
        assert!(read.and_then(Result::err).is_some_and(|why| why.contains("known of it")));
    }
}
