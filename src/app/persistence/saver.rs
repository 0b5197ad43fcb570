//! Saves files on a thread of its own, shortly after the first of several changes.
//!
//! The thread waits for a change. From the first one it waits [`SOON`] longer, while newer contents replace
//! older ones; then it writes the newest, and waits for a change again. When the sender is dropped it
//! writes what is left at once and ends: [`Saver::finish`] joins it. No timer wakes the window, so an idle
//! window stays idle.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use egui::Context;

use super::data_folder::DataFolder;
use crate::library::fields::Fields;

/// The most that is lost if the program is killed.
const SOON: Duration = Duration::from_secs(2);

/// The name of a file, and what to write into it.
pub(crate) type File = (&'static str, Fields);

/// Saves files in one folder.
pub(crate) struct Saver {
    folder: DataFolder,
    soon: Duration,
    writer: Option<(Sender<Vec<File>>, JoinHandle<()>)>,
    /// The files as this window read or wrote them last, to merge with what other windows wrote.
    known: Arc<Mutex<Vec<File>>>,
    failed: Arc<Mutex<Option<String>>>,
}

impl Saver {
    /// Saves in a folder, from which `read` was read.
    pub(crate) fn new(folder: DataFolder, read: Vec<File>) -> Saver {
        Saver { folder, soon: SOON, writer: None, known: Arc::new(Mutex::new(read)), failed: Arc::default() }
    }

    /// Saves files soon; newer contents replace these if they come before that.
    pub(crate) fn save_soon(&mut self, ctx: &Context, files: Vec<File>) {
        let (send, _) = self.writer.get_or_insert_with(|| {
            let (send, received) = mpsc::channel();
            let (folder, failed, ctx, soon) =
                (self.folder.clone(), Arc::clone(&self.failed), ctx.clone(), self.soon);
            let known = Arc::clone(&self.known);
            let thread = std::thread::spawn(move || {
                write_all(&received, soon, |files| {
                    if let Err(why) = write(&folder, files, &known) {
                        *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
                        ctx.request_repaint();
                    }
                });
            });
            (send, thread)
        });
        // The thread receives as long as the sender exists.
        let _ = send.send(files);
    }

    /// Why the last files were not saved, once, as a sentence for the person.
    pub(crate) fn failed(&self) -> Option<String> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Saves files now, after those that were still to be saved.
    ///
    /// # Errors
    /// A sentence for the person.
    pub(crate) fn finish(&mut self, files: &[File]) -> Result<(), String> {
        if let Some((send, thread)) = self.writer.take() {
            drop(send);
            // Had it panicked, these files would still be written here.
            let _ = thread.join();
        }
        write(&self.folder, files, &self.known)
    }
}

fn write(folder: &DataFolder, files: &[File], known: &Mutex<Vec<File>>) -> Result<(), String> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    for (name, fields) in files {
        let nothing = Fields::default();
        let base = known.iter().find(|(other, _)| other == name).map_or(&nothing, |(_, base)| base);
        folder.write_beside_others(name, fields, base).map_err(|why| folder.not_kept(&why))?;
    }
    if !files.is_empty() {
        *known = files.to_vec();
    }
    Ok(())
}

/// Writes the newest of what is received, `soon` after the first of it; at the end at once.
fn write_all(received: &Receiver<Vec<File>>, soon: Duration, write: impl Fn(&[File])) {
    while let Ok(mut newest) = received.recv() {
        let due = Instant::now() + soon;
        let why = loop {
            match received.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(newer) => newest = newer,
                Err(why) => break why,
            }
        };
        write(&newest);
        if why == RecvTimeoutError::Disconnected {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<File> {
        vec![("session.ron", Fields::read(text).0)]
    }

    #[test]
    fn many_changes_are_one_writing_soon_after_the_first() {
        let (send, received) = mpsc::channel();
        for size in 0..100 {
            send.send(files(&format!("(size: {size})"))).unwrap();
        }
        let written = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            let written = &written;
            scope.spawn(move || {
                write_all(&received, Duration::from_millis(150), |files| {
                    written.lock().unwrap().push(files[0].1.to_string());
                });
            });
            std::thread::sleep(Duration::from_millis(600));
            assert_eq!(written.lock().unwrap().len(), 1);
            send.send(files("(size: 7)")).unwrap();
            // At the end nothing is waited for.
            drop(send);
        });
        assert_eq!(*written.lock().unwrap(), ["(\n    size: 99,\n)", "(\n    size: 7,\n)"]);
    }

    #[test]
    fn the_last_is_written_at_the_close_and_a_failure_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut saver = Saver::new(DataFolder::at(folder.path()), Vec::new());
        saver.save_soon(&Context::default(), files("(size: 1)"));
        saver.finish(&files("(size: 2)")).unwrap();
        let kept = std::fs::read_to_string(folder.path().join("session.ron")).unwrap();
        assert_eq!(kept, "(\n    size: 2,\n)\n");

        let file = folder.path().join("session.ron");
        let mut saver = Saver { soon: Duration::ZERO, ..Saver::new(DataFolder::at(&file), Vec::new()) };
        saver.save_soon(&Context::default(), files("(size: 1)"));
        assert!(saver.finish(&[]).is_ok(), "nothing is asked for");
        assert!(saver.failed().is_some() && saver.failed().is_none());
    }
}
