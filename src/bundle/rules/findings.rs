//! Gathering what the rules find, each fault with its place.

use crate::bundle::Bundle;
use crate::bundle::spans::{At, FileIndex};
use crate::diagnostics::{Diagnostic, Report};

/// What the rules have found so far.
pub struct Findings<'b> {
    manifest: Report<'b>,
    article: Report<'b>,
    tables: Vec<Report<'b>>,
    elsewhere: Vec<Diagnostic>,
}

impl<'b> Findings<'b> {
    /// Nothing yet.
    #[must_use]
    pub fn new(bundle: &'b Bundle) -> Findings<'b> {
        Findings {
            manifest: Report::new(super::super::MANIFEST, &bundle.manifest_source),
            article: Report::new(&bundle.article_path, &bundle.article_source),
            tables: bundle.tables.iter().map(|table| Report::new(&table.path, &table.text)).collect(),
            elsewhere: Vec::new(),
        }
    }

    /// Adds a fault at a place of the manifest or of a table.
    pub fn add(&mut self, fault: Diagnostic, at: At) {
        let report = match at.file {
            FileIndex::Manifest => &mut self.manifest,
            FileIndex::Table(index) => &mut self.tables[index as usize],
        };
        report.add(fault, at.span.range());
    }

    /// Adds a fault at the bytes `span` of the article.
    pub fn add_in_article(&mut self, fault: Diagnostic, span: std::ops::Range<usize>) {
        self.article.add(fault, span);
    }

    /// Adds a fault of the article as a whole.
    pub fn add_of_article(&mut self, fault: Diagnostic) {
        self.article.add_without_place(fault);
    }

    /// Adds a fault of another file, or of the bundle as a whole.
    pub fn add_elsewhere(&mut self, fault: Diagnostic) {
        self.elsewhere.push(fault);
    }

    /// All of them.
    #[must_use]
    pub fn finish(self) -> Vec<Diagnostic> {
        let reports = [self.manifest, self.article].into_iter().chain(self.tables);
        reports.flat_map(Report::finish).chain(self.elsewhere).collect()
    }
}
