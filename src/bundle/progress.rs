//! How far reading or packing a bundle has come, for whoever waits on another thread.

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

/// What is being done with a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Its files are read.
    #[default]
    Files,
    /// The article's text is taken apart.
    Article,
    /// An archive is written.
    Packing,
}

/// Shared between who works and who waits: how far the work is, and whether it is still wanted.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    const STAGES: [Stage; 3] = [Stage::Files, Stage::Article, Stage::Packing];

    /// Asks the work to stop; it does so at its next step, and what it would have made is dropped.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants the work any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// What is being done.
    #[must_use]
    pub fn stage(&self) -> Stage {
        Progress::STAGES[usize::from(self.stage.load(Ordering::Relaxed))]
    }

    /// How much of the stage is done, 0–1; `None` where that cannot be told.
    #[must_use]
    pub fn part_done(&self) -> Option<f32> {
        let total = self.total.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed).min(total);
        (total > 0).then(|| done as f32 / total as f32)
    }

    /// Begins a stage of so many bytes; 0 where it cannot be told how far it is.
    pub(super) fn begin(&self, stage: Stage, bytes: u64) {
        self.stage.store(stage as u8, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.total.store(bytes, Ordering::Relaxed);
    }

    /// So many bytes more are done.
    pub(super) fn add(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// Counts what is read from `source`, and stops reading when nobody wants it any more.
pub(super) struct Counted<'p, R> {
    pub source: R,
    pub progress: &'p Progress,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.progress.is_cancelled() {
            return Err(io::Error::other("it is not wanted any more"));
        }
        let read = self.source.read(into)?;
        self.progress.add(read as u64);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_part_of_the_stage_that_is_done() {
        let progress = Progress::default();
        assert_eq!((progress.stage(), progress.part_done()), (Stage::Files, None));
        progress.begin(Stage::Packing, 8);
        let mut source = Counted { source: &[0; 6][..], progress: &progress };
        source.read_to_end(&mut Vec::new()).expect("it is in memory");
        assert_eq!((progress.stage(), progress.part_done()), (Stage::Packing, Some(0.75)));
        progress.add(9);
        assert_eq!(progress.part_done(), Some(1.0), "never more than all");
        for stage in Progress::STAGES {
            progress.begin(stage, 0);
            assert_eq!((progress.stage(), progress.part_done()), (stage, None));
        }
    }

    #[test]
    fn what_is_cancelled_is_read_no_further() {
        let progress = Progress::default();
        progress.cancel();
        let mut source = Counted { source: &[0; 6][..], progress: &progress };
        assert!(source.read_to_end(&mut Vec::new()).is_err() && progress.is_cancelled());
    }
}
