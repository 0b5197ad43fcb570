//! Tests of what a process has only one of: its memory, its panic hook. They run one after another,
//! and nothing else runs beside them.

mod container_memory;
mod mishaps;
#[path = "../suite/container/raw_zip.rs"]
mod raw_zip;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Waits until no other test runs; none begins while the guard is held.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
