//! Files on their way from a container into memory, within limits.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::names::{self, Taken};
use crate::bundle::rules::fault;
use crate::bundle::{Files, Limits, MANIFEST};
use crate::diagnostics::{Diagnostic, KEPT_OF_A_KIND};

/// What was read so far, and what is wrong with it.
pub struct Gathering<'l> {
    /// What reading may cost.
    pub limits: &'l Limits,
    files: Files,
    problems: Vec<Diagnostic>,
    counts: BTreeMap<&'static str, usize>,
    taken: Taken,
    seen: usize,
    held: u64,
}

/// How reading a file's content ended.
pub enum Read1 {
    /// It is held.
    Held,
    /// It was left out, and why was reported; the next one may be read.
    LeftOut,
    /// The bundle is over its limit; nothing more may be read.
    Full,
}

impl<'l> Gathering<'l> {
    pub fn new(limits: &'l Limits) -> Gathering<'l> {
        Gathering {
            limits,
            files: Files::default(),
            problems: Vec::new(),
            counts: BTreeMap::new(),
            taken: Taken::default(),
            seen: 0,
            held: 0,
        }
    }

    /// Reports a fault; after many of a kind, the rest is only counted.
    pub fn report(&mut self, fault: Diagnostic) {
        let count = self.counts.entry(fault.code).or_default();
        *count += 1;
        if *count <= KEPT_OF_A_KIND {
            self.problems.push(fault);
        }
    }

    /// Counts a file or a folder; `false`, with a fault, where there are too many.
    pub fn count(&mut self) -> bool {
        self.seen += 1;
        if self.seen == self.limits.entries + 1 {
            self.report(too_many(self.limits));
        }
        self.seen <= self.limits.entries
    }

    /// Takes the path for a file, if it is safe and free.
    pub fn take(&mut self, path: &str) -> bool {
        let taken = names::unsafe_name(path).map_or_else(|| self.taken.take(path), Err);
        taken.map_err(|fault| self.report(fault)).is_ok()
    }

    /// Says so if the manifest is not among the files, nor was reported.
    pub fn misses_manifest(&mut self, paths: &[&str]) -> bool {
        if paths.contains(&MANIFEST) {
            return false;
        }
        if !self.problems.iter().any(|problem| problem.file == MANIFEST) {
            let fault = fault("manifest-absent", format!("there is no `{MANIFEST}`")).in_file(MANIFEST);
            self.report(fault.hint(where_it_may_be(paths)));
        }
        true
    }

    /// Reads a file's content, at most as far as the limits allow. Sizes that the container declares
    /// count for nothing: what comes out of `content` is counted.
    ///
    /// # Errors
    /// If reading fails; nothing is reported then.
    pub fn read(&mut self, path: &str, content: impl Read) -> io::Result<Read1> {
        let (most, of_what) = most_bytes(path, self.limits);
        let left = self.limits.bundle_bytes - self.held;
        let mut bytes = Vec::new();
        content.take(most.min(left).saturating_add(1)).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        if length > most {
            let message = format!("`{path}` is larger than {}", size(most));
            let hint = format!("that is the most that {of_what} may have; make it smaller or split it");
            self.report(fault("file-too-large", message).in_file(path).hint(hint));
            return Ok(Read1::LeftOut);
        }
        if length > left {
            self.report(too_large(self.limits).in_file(path));
            return Ok(Read1::Full);
        }
        self.held += length;
        self.files.insert(path, bytes);
        Ok(Read1::Held)
    }

    /// Bytes held so far.
    pub fn held(&self) -> u64 {
        self.held
    }

    /// The length of a file that is held, in bytes.
    pub fn length(&self, path: &str) -> u64 {
        self.files.get(path).map_or(0, |content| content.len() as u64)
    }

    /// Lets go of a file that proved faulty after it was read.
    pub fn drop_file(&mut self, path: &str) {
        self.held -= self.files.take(path).map_or(0, |content| content.len() as u64);
    }

    /// All files, and everything that is wrong.
    pub fn finish(mut self) -> (Files, Vec<Diagnostic>) {
        for (code, count) in self.counts {
            if count > KEPT_OF_A_KIND {
                let message = format!("and {} more of this kind", count - KEPT_OF_A_KIND);
                self.problems.push(fault(code, message));
            }
        }
        (self.files, self.problems)
    }
}

/// There are more files and folders than a bundle may have.
pub fn too_many(limits: &Limits) -> Diagnostic {
    let message = format!("the bundle holds more than {} files and folders", limits.entries);
    fault("bundle-too-many-files", message)
        .hint("the rest is left out; is this the right folder? A bundle holds one briefing")
}

/// All files together are larger than a bundle may be.
pub fn too_large(limits: &Limits) -> Diagnostic {
    let message = format!("the bundle's files are larger than {} together", size(limits.bundle_bytes));
    fault("bundle-too-large", message)
        .hint("what comes after is left out; make the pictures smaller, or split the briefing")
}

fn where_it_may_be(paths: &[&str]) -> String {
    let inner = paths.iter().find_map(|path| path.strip_suffix(MANIFEST)?.strip_suffix('/'));
    let misspelt = || paths.iter().find(|path| path.to_lowercase().ends_with(".ron"));
    if let Some(folder) = inner {
        return format!("there is one in `{folder}`; that folder is the bundle");
    }
    match misspelt() {
        Some(path) => format!("is it `{}`? It has to lie at the top and be named `{MANIFEST}`", names::shown(path)),
        None => "every bundle has one, at the top; is this the right place?".to_owned(),
    }
}

/// The limit of a file by its kind, in bytes, and the kind in words.
fn most_bytes(path: &str, limits: &Limits) -> (u64, &'static str) {
    if path == MANIFEST {
        return (limits.manifest_bytes, "a manifest");
    }
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("md" | "markdown" | "txt") => (limits.article_bytes, "an article"),
        Some("csv") => (limits.table_bytes, "a table"),
        Some("png" | "jpg" | "jpeg" | "svg") => (limits.media_bytes, "a picture"),
        _ => (limits.media_bytes, "any other file"),
    }
}

/// A size in words.
pub fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    match bytes {
        0..10_240 => format!("{bytes} bytes"),
        10_240..1_048_576 => format!("{} KiB", bytes / KIB),
        _ => format!("{} MiB", bytes / KIB / KIB),
    }
}
