//! Files → bundle.

use std::sync::Arc;

use super::decode;
use super::files::{Files, Origin};
use super::limits::Limits;
use super::manifest::Briefing;
use super::references::Names;
use super::rules::{self, fault};
use super::spans::{At, Spans};
use super::{Bundle, MANIFEST, Table, paths, text};
use crate::article;
use crate::diagnostics::{Diagnostic, Report, nearest};

/// Reads and checks a bundle from its files, as far as that goes: there is always a bundle, and
/// [`Bundle::problems`] says what is wrong with it. `problems` are those already met on the way to
/// the files.
#[must_use]
pub fn from_files(origin: Origin, mut files: Files, limits: &Limits, problems: Vec<Diagnostic>) -> Bundle {
    let paths: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    let mut reading = Reading { paths: &paths, limits, problems };

    let manifest_source = reading.manifest_text(&mut files);
    let mut report = Report::new(MANIFEST, &manifest_source);
    let (mut manifest, mut spans) = match manifest_source.as_str() {
        "" => Default::default(),
        source => decode::briefing(source, limits.manifest_depth, &mut report),
    };

    let article_path = reading.article_path(&manifest, &spans, &mut report);
    let article_source = article_path.as_deref().and_then(|path| files.take(path)).unwrap_or_default();
    let article_path = article_path.unwrap_or_default();
    let article_source =
        text::read(&article_path, &article_source, limits.article_bytes, &mut reading.problems);
    let tables = reading.tables(&mut manifest, &mut spans, &mut files, &mut report);
    reading.problems.extend(report.finish());

    let media = (paths.iter().filter(|path| paths::is_picture(path)))
        .filter_map(|path| Some((path.clone(), Arc::from(files.take(path)?))))
        .collect();
    let mut bundle = Bundle {
        origin,
        names: Names::of(&manifest),
        article: article::parse(&article_source),
        manifest,
        manifest_source,
        article_path,
        article_source,
        tables,
        media,
        problems: reading.problems,
        spans,
        paths,
    };
    let found = rules::check(&bundle);
    bundle.problems.extend(found);
    sort(&mut bundle.problems);
    bundle
}

/// Errors first, then by file and line.
fn sort(problems: &mut [Diagnostic]) {
    problems.sort_by(|one, other| {
        let place = |fault: &Diagnostic| fault.place.as_ref().map(|place| (place.line, place.column));
        (other.severity.cmp(&one.severity))
            .then_with(|| one.file.cmp(&other.file))
            .then_with(|| place(one).cmp(&place(other)))
    });
}

struct Reading<'r> {
    paths: &'r [String],
    limits: &'r Limits,
    problems: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn manifest_text(&mut self, files: &mut Files) -> String {
        let Some(bytes) = files.take(MANIFEST) else {
            if !self.is_reported(MANIFEST) {
                let fault = fault("file-absent", format!("the bundle has no `{MANIFEST}`"));
                let other = self.paths.iter().find(|path| path.to_lowercase().ends_with(".ron"));
                let fault = match other {
                    Some(path) => {
                        fault.hint(format!("is it `{path}`? It has to lie at the top and be named so"))
                    }
                    None => {
                        fault.hint("a bundle is a folder with a manifest of that name; FORMAT.md shows one")
                    }
                };
                self.problems.push(fault);
            }
            return String::new();
        };
        text::read(MANIFEST, &bytes, self.limits.manifest_bytes, &mut self.problems)
    }

    /// The article's file. Where the manifest names none, `article.md` is taken if it is there.
    fn article_path(&self, manifest: &Briefing, spans: &Spans, report: &mut Report<'_>) -> Option<String> {
        if manifest.article.is_empty() {
            let usual = "article.md".to_owned();
            return self.paths.contains(&usual).then_some(usual);
        }
        self.named_file(&manifest.article, spans.field("article"), report)
    }

    /// Reads the questions of polls that have a table.
    fn tables(
        &mut self,
        manifest: &mut Briefing,
        spans: &mut Spans,
        files: &mut Files,
        report: &mut Report<'_>,
    ) -> Vec<Table> {
        let mut tables = Vec::new();
        for (index, poll) in manifest.polls.iter_mut().enumerate() {
            let Some(written) = &poll.table else { continue };
            let at = spans.element("polls", index).field("table");
            let Some(path) = self.named_file(written, at, report) else { continue };
            let Ok(table) = u16::try_from(tables.len()) else { break };
            let Some(bytes) = files.take(&path) else {
                let fault = fault("file-absent", format!("another poll has the table `{path}` already"));
                report.add(fault.hint("give each poll a table of its own"), at.span.range());
                continue;
            };
            let text = text::read(&path, &bytes, self.limits.table_bytes, &mut self.problems);
            let mut report = Report::new(&path, &text);
            let (questions, places) = super::tables::read(table, &text, self.limits.table_rows, &mut report);
            self.problems.extend(report.finish());
            poll.questions.extend(questions);
            spans.element_mut("polls", index).extend_list("questions", places);
            tables.push(Table { path, text });
        }
        tables
    }

    /// The path of a file that the manifest names, if it is there.
    fn named_file(&self, written: &str, at: At, report: &mut Report<'_>) -> Option<String> {
        let Some(path) = paths::inside(written) else {
            let fault = fault("path-leaves-bundle", format!("the path `{written}` leads out of the bundle"))
                .hint("name a file in the bundle: `article.md`, `polls/regions.csv`");
            report.add(fault, at.span.range());
            return None;
        };
        if self.paths.contains(&path) {
            return Some(path);
        }
        if !self.is_reported(&path) {
            let fault = fault("file-absent", format!("there is no file `{path}` in the bundle"));
            let fault = match nearest(&path, self.paths.iter().map(String::as_str)) {
                Some(right) => fault.hint(format!("did you mean `{right}`?")),
                None => fault.hint("add the file, or take its name out"),
            };
            report.add(fault, at.span.range());
        }
        None
    }

    /// Whether it was already said why a file could not be read.
    fn is_reported(&self, path: &str) -> bool {
        self.problems.iter().any(|problem| problem.file == path)
    }
}
