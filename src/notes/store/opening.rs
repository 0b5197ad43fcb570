//! Opening the notes, whatever became of their file.

use std::path::Path;

use jiff::Timestamp;

use super::backup::{self, newest_good};
use super::turn::Turn;
use super::{NAME, Store, Trouble, rescue};

/// A store that was opened, and what the person should know of it.
pub struct Opened {
    /// The store.
    pub store: Store,
    /// That it was damaged and what could be brought over; that it can only be read.
    pub remarks: Vec<String>,
}

impl Store {
    /// Opens the database in a data folder, and makes it where there is none. A damaged one is put
    /// beside, and what can be read of it and of its last backup is brought over. Once a day a
    /// backup is made.
    ///
    /// # Errors
    /// Where the folder can be neither written nor read, the disk is full, or a newer version of the
    /// program wrote the database.
    pub fn open(folder: &Path, now: Timestamp) -> Result<Opened, Trouble> {
        let path = folder.join(NAME);
        let mut remarks = Vec::new();
        log::info!("opening the notes {}", path.display());
        // To SQLite an empty file is a new database; somebody's notes may have been in it.
        let is_empty = || std::fs::metadata(&path).is_ok_and(|known| known.len() == 0);
        // Another program may be about to fill it.
        let was_emptied = is_empty() && Turn::wait(folder).is_ok() && is_empty();
        let opened = Store::at(&path).or_else(|why| {
            if !why.leaves_reading() || !path.exists() {
                return Err(why);
            }
            // Another program may have put it away just then, to mend it.
            let again = Turn::wait(folder).and_then(|_turn| Store::at(&path));
            again.map_err(|again| if again.is_damage() { again } else { why })
        });
        let mut store = match opened {
            Ok(store) => store,
            Err(why) if why.is_damage() => {
                remarks.extend(rescue::rescue(folder, now)?.map(|rescued| rescued.to_string()));
                Store::at(&path)?
            }
            Err(why) if why.leaves_reading() && path.exists() => {
                // Why it cannot be written says more than why it cannot be read either.
                let store = Store::read_only(&path, &why).map_err(|_| why.clone())?;
                remarks.push(format!("Notes can be read but not changed: {why}"));
                store
            }
            Err(why) => return Err(why),
        };
        if was_emptied
            && let Some(backup) = newest_good(folder)
            && let Ok(notes @ 1..) = backup.notes()
        {
            remarks.push(format!(
                "The file of notes was empty. The backup of {} has {notes}: `briefing-reader notes restore` takes it.",
                backup.day
            ));
        }
        if store.can_write() {
            match backup::daily(&store, folder, now) {
                Ok(()) => {}
                // What opens and cannot be copied is damaged all the same.
                Err(why) if why.is_damage() => {
                    drop(store);
                    remarks.extend(rescue::rescue(folder, now)?.map(|rescued| rescued.to_string()));
                    store = Store::at(&path)?;
                }
                // A backup that fails must not keep a person from their notes.
                Err(why) => remarks.push(format!("No backup was made: {why}")),
            }
        }
        Ok(Opened { store, remarks })
    }
}
