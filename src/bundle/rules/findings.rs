//! Gathering what the rules find, each fault with its place.

use std::ops::Range;

use crate::bundle::spans::{At, FileIndex};
use crate::bundle::{Bundle, MANIFEST};
use crate::diagnostics::{Diagnostic, Report};

/// What the rules have found so far.
pub struct Findings<'b> {
    manifest: Report<'b>,
    article: Report<'b>,
    tables: Vec<Report<'b>>,
    elsewhere: Vec<Diagnostic>,
}

/// Where in a bundle a fault is.
#[derive(Clone, Debug)]
pub enum Where {
    /// In the manifest or a table.
    Manifest(At),
    /// Bytes of the article.
    Article(Range<usize>),
}

impl From<At> for Where {
    fn from(at: At) -> Where {
        Where::Manifest(at)
    }
}

impl From<Range<usize>> for Where {
    fn from(span: Range<usize>) -> Where {
        Where::Article(span)
    }
}

impl<'b> Findings<'b> {
    /// Nothing yet.
    #[must_use]
    pub fn new(bundle: &'b Bundle) -> Findings<'b> {
        Findings {
            manifest: Report::new(MANIFEST, &bundle.manifest_source),
            article: Report::new(&bundle.article_path, &bundle.article_source),
            tables: bundle.tables.iter().map(|table| Report::new(&table.path, &table.text)).collect(),
            elsewhere: Vec::new(),
        }
    }

    /// Adds a fault of the rule `code`, made only if it will be kept.
    pub fn add(&mut self, code: &'static str, at: impl Into<Where>, make: impl FnOnce() -> Diagnostic) {
        match at.into() {
            Where::Manifest(At { file: FileIndex::Manifest, span }) => {
                self.manifest.add_with(code, span.range(), make);
            }
            Where::Manifest(At { file: FileIndex::Table(index), span }) => {
                self.tables[index as usize].add_with(code, span.range(), make);
            }
            Where::Article(span) => self.article.add_with(code, span, make),
        }
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
