//! A bundle's files as they come in, from a folder or an archive, within the limits.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::paths::{self, Names, shown};
use crate::bundle::faults::fault;
use crate::bundle::progress::{Counted, Progress, Stage};
use crate::bundle::{Files, Limits};
use crate::diagnostics::Diagnostic;

/// Unpacked bytes that are never too many for the packed ones: the ratio guards against archives
/// that exhaust the machine, and this much cannot.
pub(super) const RATIO_FREE: u64 = 1024 * 1024;

/// Entries looked at for one file that a bundle may have: systems put a shadow beside each file
/// (`__MACOSX/`), and folders are entries too.
const LOOKS_PER_FILE: usize = 4;

/// Faults kept of one kind. An archive that is wrong in a hundred entries is not mended by reading
/// of a thousand.
const KEPT_OF_A_KIND: usize = 100;

/// What a file is for, which decides how large it may be. In the order in which files are read, so
/// that what matters most is there when the bundle is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    Manifest,
    Article,
    Table,
    Media,
}

impl Purpose {
    /// What a file at that path is for.
    pub(super) fn of(path: &str) -> Purpose {
        if path == super::MANIFEST {
            Purpose::Manifest
        } else if paths::extension(path).as_deref() == Some("md") {
            Purpose::Article
        } else if path.starts_with("polls/") {
            Purpose::Table
        } else {
            Purpose::Media
        }
    }

    fn limit(self, limits: &Limits) -> u64 {
        match self {
            Purpose::Manifest => limits.manifest_bytes,
            Purpose::Article => limits.article_bytes,
            Purpose::Table => limits.table_bytes,
            Purpose::Media => limits.media_bytes,
        }
    }

    fn too_large(self) -> &'static str {
        match self {
            Purpose::Manifest => "too-large-manifest",
            Purpose::Article => "too-large-article",
            Purpose::Table => "too-large-table",
            Purpose::Media => "too-large-media",
        }
    }
}

/// How many bytes an archive takes, which bounds what may come out of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed {
    /// The whole archive.
    pub archive: u64,
    /// This entry.
    pub entry: u64,
}

/// The files gathered so far, and what was wrong on the way.
#[derive(Debug)]
pub(super) struct Gathering<'l> {
    pub limits: &'l Limits,
    progress: &'l Progress,
    names: Names,
    files: Files,
    problems: Vec<Diagnostic>,
    counts: BTreeMap<&'static str, usize>,
    looks: usize,
    admitted: usize,
    bytes: u64,
    is_full: bool,
}

impl<'l> Gathering<'l> {
    pub(super) fn new(limits: &'l Limits, progress: &'l Progress) -> Gathering<'l> {
        Gathering {
            limits,
            progress,
            names: Names::default(),
            files: Files::default(),
            problems: Vec::new(),
            counts: BTreeMap::new(),
            looks: 0,
            admitted: 0,
            bytes: 0,
            is_full: false,
        }
    }

    /// Reports a fault.
    pub(super) fn report(&mut self, fault: Diagnostic) {
        let count = self.counts.entry(fault.code).or_default();
        *count += 1;
        if *count <= KEPT_OF_A_KIND {
            self.problems.push(fault);
        }
    }

    /// Whether a file is there, or it was reported why it is not.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.get(path).is_some() || self.problems.iter().any(|problem| problem.file == path)
    }

    /// Counts one more entry looked at; `false` once there are too many to go on.
    pub(super) fn may_look(&mut self) -> bool {
        self.looks += 1;
        let enough = self.looks > self.limits.entries.saturating_mul(LOOKS_PER_FILE);
        if enough {
            self.report_too_many();
        }
        !enough
    }

    /// The path that a file of that name is read under, if it is to be read: faults are reported,
    /// litter is not.
    pub(super) fn admit(&mut self, name: &str) -> Option<String> {
        let path = self.admit_name(name, false)?;
        if paths::is_archive(&path) {
            let message = format!("`{path}` is an archive inside the bundle and is left out");
            self.report(fault("archive-nested", message).in_file(path).hint("move it out of the bundle"));
            return None;
        }
        self.admitted += 1;
        if self.admitted > self.limits.entries {
            self.report_too_many();
            return None;
        }
        Some(path)
    }

    /// The path of a folder of that name, if it is to be entered.
    pub(super) fn admit_folder(&mut self, name: &str) -> Option<String> {
        self.admit_name(name, true)
    }

    fn admit_name(&mut self, name: &str, is_folder: bool) -> Option<String> {
        let path = paths::canonical(name);
        if let Some(fault) = paths::fault_of(&path) {
            self.report(fault);
            return None;
        }
        if paths::is_litter(&path) {
            return None;
        }
        if let Some(fault) = self.names.add(&path, is_folder) {
            self.report(fault);
            return None;
        }
        Some(path)
    }

    /// Reports a name that is not UTF-8.
    pub(super) fn report_not_utf8(&mut self, lossy: &str) {
        let name = shown(lossy);
        let fault = fault("name-not-utf-8", format!("the name `{name}` is not UTF-8"));
        self.report(fault.in_file(name).hint("rename the file; accents may have been lost"));
    }

    fn report_too_many(&mut self) {
        if !self.counts.contains_key("too-many-files") {
            let message = format!("there are more than {} files", self.limits.entries);
            let hint = "a briefing needs a few; is this the right folder? The rest is left out";
            self.report(fault("too-many-files", message).hint(hint));
        }
    }

    /// Says how many bytes are about to be read.
    pub(super) fn expect(&self, bytes: u64) {
        self.progress.begin(Stage::Files, bytes);
    }

    /// Whether nothing more is read: the bundle's limit was reached, or nobody waits any more.
    pub(super) fn is_full(&self) -> bool {
        self.is_full || self.progress.is_cancelled()
    }

    /// Reads a file to its end or to the limit it breaks, whatever size it is said to have: `about`
    /// so many bytes, for which room is made. The content is kept with [`Gathering::keep`].
    ///
    /// # Errors
    /// If `source` fails. `Ok(None)` if a limit was broken, which is reported.
    pub(super) fn read(
        &mut self,
        path: &str,
        source: impl Read,
        packed: Option<Packed>,
        about: u64,
    ) -> io::Result<Option<Vec<u8>>> {
        let bounds = self.bounds(path, packed);
        let (_, least) = bounds.iter().min_by_key(|(_, bytes)| *bytes).expect("there are bounds");
        let mut content = Vec::with_capacity(about.min(*least).saturating_add(1) as usize);
        let source = Counted { source, progress: self.progress };
        source.take(least.saturating_add(1)).read_to_end(&mut content)?;

        let length = content.len() as u64;
        if let Some((broken, bound)) = bounds.iter().find(|(_, bound)| length > *bound) {
            self.report_broken(broken, *bound, path);
            return Ok(None);
        }
        content.shrink_to_fit();
        Ok(Some(content))
    }

    /// The bytes that a file may take, by the rule that says so.
    fn bounds(&self, path: &str, packed: Option<Packed>) -> Vec<(&'static str, u64)> {
        let purpose = Purpose::of(path);
        let mut bounds = vec![
            (purpose.too_large(), purpose.limit(self.limits)),
            ("too-large-bundle", self.limits.bundle_bytes.saturating_sub(self.bytes)),
        ];
        if let Some(packed) = packed {
            let unpacked = |bytes: u64| bytes.saturating_mul(self.limits.compression_ratio).max(RATIO_FREE);
            bounds.push(("entry-ratio", unpacked(packed.entry)));
            bounds.push(("archive-ratio", unpacked(packed.archive).saturating_sub(self.bytes)));
        }
        bounds
    }

    fn report_broken(&mut self, code: &'static str, bound: u64, path: &str) {
        let ratio = self.limits.compression_ratio;
        let (file, message, hint) = match code {
            "entry-ratio" => (
                path,
                format!("`{path}` unpacks to more than {ratio} times its packed size"),
                "no article, table or picture does; the archive may be made to exhaust the machine",
            ),
            "archive-ratio" => (
                "",
                format!("the archive unpacks to more than {ratio} times its size"),
                "the archive may be made to exhaust the machine; the rest is left out",
            ),
            "too-large-bundle" => (
                "",
                format!("the files together take more than {}", in_words(self.limits.bundle_bytes)),
                "make the pictures smaller, or split the briefing; the rest is left out",
            ),
            _ => (
                path,
                format!("`{path}` takes more than {}", in_words(bound)),
                "make it smaller, or split it",
            ),
        };
        self.is_full |= file.is_empty();
        self.report(fault(code, message).in_file(file).hint(hint));
    }

    /// Keeps a file that was read.
    pub(super) fn keep(&mut self, path: String, content: Vec<u8>) {
        self.bytes += content.len() as u64;
        self.files.insert(path, content);
    }

    /// The files, and all faults with a closing one for each kind that was met too often.
    pub(super) fn finish(mut self) -> (Files, Vec<Diagnostic>) {
        for (code, count) in self.counts {
            if count > KEPT_OF_A_KIND {
                let message = format!("and {} more of this kind", count - KEPT_OF_A_KIND);
                self.problems.push(fault(code, message).counting_others());
            }
        }
        (self.files, self.problems)
    }
}

/// A count of bytes for people.
pub(super) fn in_words(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = KIB * KIB;
    const GIB: u64 = KIB * MIB;
    let (unit, name) = match bytes {
        GIB.. => (GIB, "GiB"),
        MIB.. => (MIB, "MiB"),
        KIB.. => (KIB, "KiB"),
        _ => return format!("{bytes} bytes"),
    };
    match (grouped(bytes / unit), bytes % unit * 10 / unit) {
        (whole, 0) => format!("{whole} {name}"),
        (whole, tenths) => format!("{whole}.{tenths} {name}"),
    }
}

/// A number with its digits in groups: 40,000,000.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_in_the_largest_unit() {
        let cases = [(0, "0 bytes"), (1_023, "1023 bytes"), (1_024, "1 KiB"), (1_600, "1.5 KiB")];
        for (bytes, words) in
            cases.into_iter().chain([(16 << 20, "16 MiB"), (u64::MAX, "17,179,869,183.9 GiB")])
        {
            assert_eq!(in_words(bytes), words);
        }
    }
}
