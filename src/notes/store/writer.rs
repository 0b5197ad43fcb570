//! One thread that writes, so that no frame waits for the disk and notes are kept in order.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::JoinHandle;

use jiff::Timestamp;
use uuid::Uuid;

use super::trouble::Trouble;
use super::{Opened, Store};
use crate::notes::edition_text::EditionText;
use crate::notes::note::Note;

/// What the thread is asked to do.
enum Order {
    Save(Box<Note>, Option<EditionText>),
    Delete(Uuid),
}

/// An order, and where to say how it went.
type Ordered = (Order, Sender<Result<(), Trouble>>);

/// Writes notes, one after the other.
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
    pub fn wait(self) -> Result<(), Trouble> {
        self.0.recv().unwrap_or_else(|_| Err(gone()))
    }
}

fn gone() -> Trouble {
    Trouble::Failed(super::NAME.into(), "the thread that writes has ended".to_owned())
}

impl Writer {
    /// Opens the database for writing; `told` is called on the writing thread after each order, to
    /// wake who waits for receipts.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn start(
        folder: &Path,
        now: Timestamp,
        told: impl Fn() + Send + 'static,
    ) -> Result<(Writer, Vec<String>), Trouble> {
        let Opened { mut store, remarks } = Store::open(folder, now)?;
        let (orders, waiting) = mpsc::channel::<Ordered>();
        let thread = std::thread::spawn(move || {
            for (order, receipt) in waiting {
                let result = match order {
                    Order::Save(note, text) => store.save(&note, text.as_ref()),
                    Order::Delete(id) => store.delete(id).map(drop),
                };
                // Whoever asked may not wait for the answer.
                let _ = receipt.send(result);
                told();
            }
        });
        Ok((Writer { orders: Some(orders), thread: Some(thread) }, remarks))
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

    fn order(&self, order: Order) -> Receipt {
        let (receipt, waiting) = mpsc::channel();
        if let Some(orders) = &self.orders {
            // A thread that has ended is told by the receipt.
            let _ = orders.send((order, receipt));
        }
        Receipt(waiting)
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
