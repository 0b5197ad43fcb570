//! Whose turn it is: of programs that start at once, one makes the backup or mends what is damaged.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use super::trouble::Trouble;

/// The file that is locked, in the data folder. It stays and is empty.
const LOCK: &str = "notes.lock";

/// Held for as long as the work takes; the system lets go of it where the program is killed.
pub struct Turn {
    _lock: File,
}

impl Turn {
    /// The turn, unless another program has it.
    pub fn now(folder: &Path) -> Result<Option<Turn>, Trouble> {
        let lock = file(folder)?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // Folders on some networks know no locks; what is made stays whole there, too.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(Turn { _lock: lock })),
        }
    }

    /// The turn, once no other program has it.
    pub fn wait(folder: &Path) -> Result<Turn, Trouble> {
        let lock = file(folder)?;
        let _ = lock.lock();
        Ok(Turn { _lock: lock })
    }
}

fn file(folder: &Path) -> Result<File, Trouble> {
    let path = folder.join(LOCK);
    let opened = fs::create_dir_all(folder)
        .and_then(|()| File::options().create(true).truncate(false).write(true).open(&path));
    opened.map_err(|why| Trouble::of_disk(&path, &why))
}
