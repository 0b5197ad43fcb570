//! Why a bundle was not packed or unpacked.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::Unreadable;
use super::unreadable::quoted;
use crate::diagnostics::{Diagnostic, Severity};
use crate::disk::{NotWritten, reason};

/// How many faults are named; `check` names them all.
const NAMED: usize = 5;

/// Why nothing was written. What was there before is as it was.
#[derive(Debug)]
pub enum WriteError {
    /// There is no bundle to write.
    Unreadable(Unreadable),
    /// The bundle is not sound: what cannot be read would be lost.
    Faulty {
        /// The bundle.
        path: PathBuf,
        /// All that is wrong with it, errors and others.
        problems: Vec<Diagnostic>,
    },
    /// `unpack` was given something that is not packed.
    NotPacked(PathBuf),
    /// A file of that name is there.
    Exists(PathBuf),
    /// A folder of that name is there, with something in it.
    NotEmpty(PathBuf),
    /// The file is none that can be written.
    NotWritten(NotWritten),
    /// Writing failed.
    Failed {
        /// What was to be written.
        path: PathBuf,
        /// Why it failed.
        why: io::Error,
    },
}

impl WriteError {
    /// For `map_err`: writing `path` failed.
    pub(super) fn writing(path: &Path) -> impl Fn(io::Error) -> WriteError {
        move |why| WriteError::Failed { path: path.to_owned(), why }
    }
}

/// Whether there is anything that cannot be read.
pub(super) fn is_faulty(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

impl From<NotWritten> for WriteError {
    fn from(why: NotWritten) -> WriteError {
        match why {
            NotWritten::Exists(path) => WriteError::Exists(path),
            NotWritten::NoFolder(path) => WriteError::Failed { path, why: io::ErrorKind::NotFound.into() },
            NotWritten::Failed(path, why) => WriteError::Failed { path, why },
            why => WriteError::NotWritten(why),
        }
    }
}

impl From<Unreadable> for WriteError {
    fn from(why: Unreadable) -> WriteError {
        WriteError::Unreadable(why)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Unreadable(why) => why.fmt(f),
            WriteError::Faulty { path, problems } => {
                let errors = || problems.iter().filter(|problem| problem.severity == Severity::Error);
                write!(f, "{} has faults that would lose a part of it:", quoted(path))?;
                for error in errors().take(NAMED) {
                    write!(f, "\n  {} [{}]", error.message, error.code)?;
                }
                if errors().count() > NAMED {
                    write!(f, "\n  and {} more", errors().count() - NAMED)?;
                }
                write!(f, "\nmend them first; `briefing-reader check` says how.")
            }
            WriteError::NotPacked(path) => {
                write!(f, "{} is a folder already: there is nothing to unpack.", quoted(path))
            }
            WriteError::Exists(path) => {
                write!(f, "{} exists: choose another name, or replace it with --force.", quoted(path))
            }
            WriteError::NotEmpty(path) => {
                write!(f, "{} exists and is not an empty folder: choose a new one.", quoted(path))
            }
            WriteError::NotWritten(why) => why.fmt(f),
            WriteError::Failed { path, why } => {
                write!(f, "{} cannot be written: {}.", quoted(path), reason(why))
            }
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WriteError::Unreadable(why) => Some(why),
            WriteError::Failed { why, .. } => Some(why),
            _ => None,
        }
    }
}
