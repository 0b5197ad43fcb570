//! Gathering the faults of one text.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Diagnostic, Lines};

/// How many faults of one rule a report keeps for one file; the rest is counted. A file that is
/// wrong in a hundred places is not mended by reading of ten thousand.
pub const KEPT_OF_A_KIND: usize = 100;

/// The faults found in one text, each with its place.
#[derive(Debug)]
pub struct Report<'t> {
    file: &'t str,
    text: &'t str,
    lines: OnceCell<Lines>,
    counts: BTreeMap<&'static str, usize>,
    faults: Vec<Diagnostic>,
}

impl<'t> Report<'t> {
    /// An empty report on `text`, the content of `file`.
    #[must_use]
    pub fn new(file: &'t str, text: &'t str) -> Report<'t> {
        Report { file, text, lines: OnceCell::new(), counts: BTreeMap::new(), faults: Vec::new() }
    }

    /// Adds a fault at the bytes `span`.
    pub fn add(&mut self, fault: Diagnostic, span: Range<usize>) {
        self.add_with(fault.code, span, || fault);
    }

    /// Adds a fault of the rule `code` at the bytes `span`, made only if it will be kept: for those
    /// with hints that are costly to find.
    pub fn add_with(&mut self, code: &'static str, span: Range<usize>, make: impl FnOnce() -> Diagnostic) {
        if self.keeps(code) {
            let place = self.lines().place(self.text, span);
            self.faults.push(Diagnostic { place: Some(place), ..make().in_file(self.file) });
        }
    }

    /// Adds a fault of the file as a whole.
    pub fn add_without_place(&mut self, fault: Diagnostic) {
        if self.keeps(fault.code) {
            self.faults.push(fault.in_file(self.file));
        }
    }

    /// The number, from 1, of the line that the byte `at` stands in.
    #[must_use]
    pub fn line_number(&self, at: usize) -> usize {
        self.lines().number(at)
    }

    /// All faults, with a closing one for each rule that was broken more than [`KEPT_OF_A_KIND`]
    /// times.
    #[must_use]
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for (code, count) in self.counts {
            if count > KEPT_OF_A_KIND {
                let severity =
                    self.faults.iter().find(|fault| fault.code == code).map(|fault| fault.severity);
                let message = format!("and {} more of this kind in this file", count - KEPT_OF_A_KIND);
                let rest = |s| Diagnostic::new(code, s, message).in_file(self.file).counting_others();
                self.faults.extend(severity.map(rest));
            }
        }
        self.faults
    }

    fn keeps(&mut self, code: &'static str) -> bool {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        *count <= KEPT_OF_A_KIND
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Severity;

    #[test]
    fn faults_keep_their_file_and_place() {
        let mut report = Report::new("a.txt", "one\ntwo");
        report.add(Diagnostic::new("x", Severity::Error, "wrong"), 4..7);
        let faults = report.finish();
        assert_eq!(faults[0].file, "a.txt");
        assert_eq!(faults[0].place.as_ref().map(|place| (place.line, place.column)), Some((2, 1)));
    }

    #[test]
    fn faults_beyond_the_hundredth_of_a_kind_are_counted() {
        let mut report = Report::new("a.txt", "");
        for _ in 0..KEPT_OF_A_KIND + 7 {
            report.add(Diagnostic::new("x", Severity::Warning, "wrong"), 0..0);
        }
        report.add_without_place(Diagnostic::new("y", Severity::Error, "other"));
        let faults = report.finish();
        assert_eq!(faults.len(), KEPT_OF_A_KIND + 2);
        let last = faults.last().unwrap();
        assert_eq!((last.code, last.severity), ("x", Severity::Warning));
        assert_eq!(last.message, "and 7 more of this kind in this file");
    }
}
