//! Waiting for another program that has the files of the notes.

use std::thread;
use std::time::{Duration, Instant};

use super::trouble::Trouble;

/// How long another program is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long until the next attempt.
const PAUSE: Duration = Duration::from_millis(20);

/// Tries again for as long as another program has what is needed. SQLite waits by itself for a program that
/// writes, but not for one that is making or mending the database; and Windows renames no file that is open.
///
/// # Errors
/// What the last attempt failed with.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> Result<T, Trouble>) -> Result<T, Trouble> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Err(Trouble::Locked(_)) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn what_another_program_has_is_tried_again_and_nothing_else_is() {
        let mut attempts = 0;
        let opened = patiently(|| {
            attempts += 1;
            if attempts < 4 { Err(Trouble::Locked(PathBuf::new())) } else { Ok(attempts) }
        });
        assert_eq!(opened, Ok(4));
        let denied = Trouble::Denied(PathBuf::new());
        let refused = patiently(|| {
            attempts += 1;
            Err::<(), _>(denied.clone())
        });
        assert_eq!((refused, attempts), (Err(denied.clone()), 5));
    }
}
