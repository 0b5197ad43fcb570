//! One thread that has the database: it writes, so that no frame waits for the disk and notes are
//! kept in order, and looks whether another program has changed them.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

use super::trouble::Trouble;
use super::{NAME, Opened, Read, Store};
use crate::disk::mishap;
use crate::notes::edition_text::EditionText;
use crate::notes::note::Note;

/// How often another program's changes are looked for. It costs some microseconds.
const LOOK: Duration = Duration::from_millis(400);

/// What the thread is asked to do.
enum Order {
    Save(Box<Note>, Option<EditionText>),
    Delete(Uuid),
}

/// What comes to the thread, with where the answer goes.
enum Ordered {
    Change(Order, Sender<Result<(), Trouble>>),
    Texts(Vec<String>, Sender<HashMap<String, EditionText>>),
}

/// What the thread has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreEvent {
    /// All notes: at first, and each time that another program has changed them. Every order that
    /// was over by then is in them.
    Notes(Read),
    /// A sentence for the person: that the database was damaged, that it can only be read.
    Remark(String),
    /// Why notes can be neither read nor kept.
    Failed(Trouble),
    /// An order is over: its receipt says how it went.
    Over,
}

/// Writes notes, one after the other. A folder that has none gets its database with the first one.
pub struct Writer {
    orders: Option<Sender<Ordered>>,
    thread: Option<JoinHandle<()>>,
}

/// Tells when an order is on the disk.
pub struct Receipt(Receiver<Result<(), Trouble>>);

impl Receipt {
    /// How it went, if it is over: `Ok` once it is kept.
    #[must_use]
    pub fn look(&self) -> Option<Result<(), Trouble>> {
        match self.0.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(gone())),
        }
    }

    /// Waits until it is over.
    ///
    /// # Errors
    /// Where it was not kept.
    pub fn wait(&self) -> Result<(), Trouble> {
        self.0.recv().unwrap_or_else(|_| Err(gone()))
    }
}

fn gone() -> Trouble {
    Trouble::Failed(NAME.into(), "the thread that writes has ended".to_owned())
}

impl Writer {
    /// Starts the thread for the database of a data folder; `told` is called on it, `now` gives the
    /// time for daily backups.
    pub fn start(
        folder: &Path,
        now: impl Fn() -> Timestamp + Send + 'static,
        told: impl Fn(StoreEvent) + Send + 'static,
    ) -> Writer {
        let (orders, waiting) = mpsc::channel::<Ordered>();
        let mut keeping = Keeping { folder: folder.to_owned(), store: None, seen: 0, now, told };
        let thread = std::thread::spawn(move || keeping.run(&waiting));
        Writer { orders: Some(orders), thread: Some(thread) }
    }

    /// Keeps a note, new or changed, with its edition's text.
    #[must_use]
    pub fn save(&self, note: Note, text: Option<EditionText>) -> Receipt {
        self.order(Order::Save(Box::new(note), text))
    }

    /// Removes a note.
    #[must_use]
    pub fn delete(&self, id: Uuid) -> Receipt {
        self.order(Order::Delete(id))
    }

    /// The texts of annotated editions by their hashes, those that are kept.
    #[must_use]
    pub fn texts(&self, hashes: Vec<String>) -> Receiver<HashMap<String, EditionText>> {
        let (answer, waiting) = mpsc::channel();
        self.send(Ordered::Texts(hashes, answer));
        waiting
    }

    fn order(&self, order: Order) -> Receipt {
        let (receipt, waiting) = mpsc::channel();
        self.send(Ordered::Change(order, receipt));
        Receipt(waiting)
    }

    fn send(&self, ordered: Ordered) {
        if let Some(orders) = &self.orders {
            // A thread that has ended is told by the answer that does not come.
            let _ = orders.send(ordered);
        }
    }
}

impl Drop for Writer {
    /// What was ordered is written before the program ends.
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn obey(store: &mut Store, order: &Order) -> Result<(), Trouble> {
    match order {
        Order::Save(note, text) => store.save(note, text.as_ref()),
        Order::Delete(id) => store.delete(*id).map(drop),
    }
}

/// What the thread has.
struct Keeping<Now, Tell> {
    folder: PathBuf,
    store: Option<Store>,
    /// The state of the database that the notes told last were of.
    seen: i64,
    now: Now,
    told: Tell,
}

impl<Now: Fn() -> Timestamp, Tell: Fn(StoreEvent)> Keeping<Now, Tell> {
    fn run(&mut self, orders: &Receiver<Ordered>) {
        if self.folder.join(NAME).exists() {
            if let Err(why) = self.open() {
                (self.told)(StoreEvent::Failed(why));
            }
        } else {
            (self.told)(StoreEvent::Notes(Read::default()));
        }
        loop {
            match orders.recv_timeout(LOOK) {
                // Whoever asked may not wait for the answer.
                Ok(Ordered::Change(order, receipt)) => {
                    let _ = receipt.send(self.carry_out_whatever_breaks(&order));
                    (self.told)(StoreEvent::Over);
                }
                Ok(Ordered::Texts(hashes, answer)) => {
                    let _ = answer.send(self.texts(hashes));
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn open(&mut self) -> Result<&mut Store, Trouble> {
        if self.store.is_none() {
            let Opened { store, remarks } = Store::open(&self.folder, (self.now)())?;
            for remark in remarks {
                (self.told)(StoreEvent::Remark(remark));
            }
            self.store = Some(store);
            self.read()?;
        }
        Ok(self.store.as_mut().expect("it was just opened"))
    }

    /// A mistake of the program's own costs one order its success, and no other: what is typed later
    /// is written all the same.
    fn carry_out_whatever_breaks(&mut self, order: &Order) -> Result<(), Trouble> {
        let done = panic::catch_unwind(AssertUnwindSafe(|| self.carry_out(order)));
        done.unwrap_or_else(|_| {
            // Whatever state it is in.
            self.store = None;
            Err(Trouble::Failed(
                self.folder.join(NAME),
                format!("the program made a mistake, and {}", mishap::known_of_it()),
            ))
        })
    }

    fn carry_out(&mut self, order: &Order) -> Result<(), Trouble> {
        match self.open().and_then(|store| obey(store, order)) {
            Err(why) if why.leaves_reading() => self.try_again(order).ok_or(why),
            done => done,
        }
    }

    /// What could not be written a moment ago may be by now: a folder was allowed, a disk has room
    /// again. The database is opened anew, since it may have been opened for reading alone.
    fn try_again(&mut self, order: &Order) -> Option<()> {
        let Opened { mut store, .. } = Store::open(&self.folder, (self.now)()).ok()?;
        obey(&mut store, order).ok()?;
        self.store = Some(store);
        let _ = self.read();
        Some(())
    }

    fn texts(&self, hashes: Vec<String>) -> HashMap<String, EditionText> {
        let Some(store) = &self.store else { return HashMap::new() };
        let text = |hash: String| store.edition_text(&hash).ok().flatten().map(|text| (hash, text));
        hashes.into_iter().filter_map(text).collect()
    }

    /// Tells all notes.
    fn read(&mut self) -> Result<(), Trouble> {
        let Some(store) = &self.store else { return Ok(()) };
        self.seen = store.changes_of_others()?;
        (self.told)(StoreEvent::Notes(store.notes(None)?));
        Ok(())
    }

    /// Looks whether another program has changed something. What cannot be read now may be at the
    /// next look.
    fn look(&mut self) {
        let Some(store) = &self.store else {
            if self.folder.join(NAME).exists() {
                let _ = self.open();
            }
            return;
        };
        if store.changes_of_others().is_ok_and(|state| state != self.seen) {
            let _ = self.read();
        }
    }
}
