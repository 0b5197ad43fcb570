//! How long a frame waits for work off the UI thread.

use std::time::Duration;

/// How long to wait for work within a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum WaitBudget {
    /// Until it is done, in tests and pictures, so that they are the same every time.
    #[default]
    UntilDone,
    /// At most this long; a result that takes longer comes in a later frame.
    AtMost(Duration),
}

impl WaitBudget {
    /// For the first frame: the system shows the window only once it is drawn, and an empty window
    /// sooner is no gain.
    pub(crate) const FIRST_FRAME: WaitBudget = WaitBudget::AtMost(Duration::from_millis(150));
    /// For later frames: nobody notices a delay this short, and short work causes no flicker.
    pub(crate) const FRAME: WaitBudget = WaitBudget::AtMost(Duration::from_millis(30));
    /// For results that are there already.
    pub(crate) const ZERO: WaitBudget = WaitBudget::AtMost(Duration::ZERO);

    /// The budget of the frames after the one that started the work: a frame waits once.
    pub(crate) fn after_first(self) -> WaitBudget {
        if self == WaitBudget::UntilDone { self } else { WaitBudget::ZERO }
    }
}
