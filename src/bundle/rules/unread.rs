//! What stands in the manifest but could not be read, so that a reference to it dangles for that reason
//! alone.

use std::collections::HashSet;

use crate::bundle::{Bundle, MANIFEST};
use crate::diagnostics::Severity;
use crate::poll::Question;

/// What may be named although nothing of that name was read.
pub struct Unread<'b> {
    bundle: &'b Bundle,
    /// Whether there are errors, so that anything may be unread.
    has_errors: bool,
    /// Ids that are written somewhere, read or not.
    written: HashSet<&'b str>,
}

impl<'b> Unread<'b> {
    /// What may be unread in a bundle: nothing where its manifest was read without an error.
    pub fn of(bundle: &'b Bundle) -> Unread<'b> {
        let mut errors = bundle.met.iter().filter(|fault| fault.severity == Severity::Error);
        let has_errors = errors.any(|fault| fault.file == MANIFEST) || bundle.manifest_source.is_empty();
        let written = if has_errors { written_ids(&bundle.manifest_source) } else { HashSet::new() };
        Unread { bundle, has_errors, written }
    }

    /// Whether a source of that id may be.
    pub fn source(&self, id: &str) -> bool {
        self.may_be(id, self.bundle.manifest.sources.iter().map(|source| &source.id))
    }

    /// Whether a call of that id may be.
    pub fn call(&self, id: &str) -> bool {
        self.may_be(id, self.bundle.manifest.calls.iter().map(|call| &call.id))
    }

    /// Whether an answer of that id may be among those of a question.
    pub fn answer(&self, question: &Question, id: &str) -> bool {
        self.may_be(id, question.answers.iter().map(|answer| &answer.id))
    }

    /// Whether what a reference into this briefing names may be: a poll, question, answer or figure.
    pub fn figure(&self, reference: &str) -> bool {
        let manifest = &self.bundle.manifest;
        let mut parts = reference.split('/');
        let poll = parts.next().unwrap_or_default();
        let Some(read) = self.bundle.poll(poll) else {
            let figures = manifest.figures.iter().map(|figure| &figure.id);
            return self.may_be(poll, figures.chain(manifest.polls.iter().map(|poll| &poll.id)));
        };
        let Some(question) = parts.next() else { return false };
        match (read.questions.iter().find(|other| other.id == question), parts.next()) {
            (None, _) => self.may_be(question, read.questions.iter().map(|question| &question.id)),
            (Some(question), Some(answer)) => self.answer(question, answer),
            (Some(_), None) => false,
        }
    }

    /// Whether something of that id may be beside those that were read, with `ids`.
    fn may_be<'i>(&self, id: &str, mut ids: impl Iterator<Item = &'i String>) -> bool {
        let is_cut = !self.bundle.manifest_is_whole;
        self.has_errors && (is_cut || self.written.contains(id) || ids.any(String::is_empty))
    }
}

/// What stands in quotation marks of any kind behind `id:` or `id =`.
fn written_ids(source: &str) -> HashSet<&str> {
    const MARKS: [char; 8] = ['"', '\'', '“', '”', '„', '‘', '’', '«'];
    let after_ids = source.match_indices("id").map(|(at, _)| source[at + 2..].trim_start());
    let values = after_ids.filter_map(|after| after.strip_prefix([':', '=']));
    let ids = values.map(|value| {
        let value = value.trim_start().trim_start_matches(MARKS);
        let is_end = |sign: char| MARKS.contains(&sign) || matches!(sign, ',' | ')' | '\n' | '»');
        &value[..value.find(is_end).unwrap_or(value.len())]
    });
    ids.filter(|id| !id.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_however_they_are_written() {
        let source = "Poll(id: \"a\", title: \"b\", id= “c”, id : d, sid: \"e\", id: , ids: [\"f\"])";
        let mut found: Vec<&str> = written_ids(source).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, ["a", "c", "d", "e"]);
    }
}
