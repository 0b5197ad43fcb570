//! From names to things, and from things to words: what views, charts and the terminal ask of a
//! bundle.

use std::path::PathBuf;

use super::references::Place;
use super::{Bundle, Claim, Found, Origin, Source, Spans, are_tied};
use crate::article::Target;
use crate::poll::{Poll, Question};

impl Bundle {
    /// What a reference names. One into another briefing (`other#poll/question`) names nothing here.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<Found<'_>> {
        self.names.find(&self.manifest, self.local(reference)?)
    }

    /// Where the thing that a reference names is written.
    #[must_use]
    pub fn find_spans(&self, reference: &str) -> Option<&Spans> {
        let poll = |p| self.spans.element("polls", p);
        Some(match *self.names.places.get(self.local(reference)?)? {
            Place::Poll(p) => poll(p),
            Place::Question(p, q) => poll(p).element("questions", q),
            Place::Answer(p, q, a) => poll(p).element("questions", q).element("answers", a),
            Place::Figure(f) => self.spans.element("figures", f),
        })
    }

    /// A reference without this briefing's own id before it; `None` if it leads elsewhere.
    pub(super) fn local<'r>(&self, reference: &'r str) -> Option<&'r str> {
        match reference.split_once('#') {
            Some((briefing, local)) => (briefing == self.manifest.id).then_some(local),
            None => Some(reference),
        }
    }

    /// All references that lead to something, in no order.
    pub fn reference_names(&self) -> impl Iterator<Item = &str> {
        self.names.places.keys().map(String::as_str)
    }

    /// The article's links to figures, in reading order.
    pub fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        self.article.claims().filter_map(|link| {
            let Target::Figure(reference) = link.target else { return None };
            Some(Claim { reference, found: self.find(reference), link })
        })
    }

    /// The poll of that id.
    #[must_use]
    pub fn poll(&self, id: &str) -> Option<&Poll> {
        self.manifest.polls.iter().find(|poll| poll.id == id)
    }

    /// The question that `poll/question` names; an answer's reference names its question too.
    #[must_use]
    pub fn question(&self, reference: &str) -> Option<(&Poll, &Question)> {
        match self.find(reference)? {
            Found::Question { poll, question } | Found::Answer { poll, question, .. } => {
                Some((poll, question))
            }
            Found::Poll(_) | Found::Figure(_) => None,
        }
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.manifest.sources.iter().find(|source| source.id == id)
    }

    /// Where a question's figures were read: its own source, or its poll's.
    #[must_use]
    pub fn source_of(&self, poll: &Poll, question: &Question) -> Option<&Source> {
        self.source(question.source.as_deref().unwrap_or(&poll.source))
    }

    /// A figure as a headline gives it: "62%", "almost a third", "2,500". The reference itself
    /// where there is no such figure.
    #[must_use]
    pub fn value_text(&self, reference: &str) -> String {
        self.find(reference).map_or_else(|| reference.to_owned(), |found| found.value_text())
    }

    /// A figure with what it is of, for a list of evidence: "Support if children are safe first
    /// (Support: 62%)". The reference itself where there is no such figure.
    #[must_use]
    pub fn evidence_text(&self, reference: &str) -> String {
        match self.find(reference) {
            Some(Found::Poll(poll)) => poll.name().to_owned(),
            Some(Found::Question { question, .. }) => {
                let answers =
                    question.answers.iter().map(|answer| format!("{}: {}", answer.label, answer.printed));
                let title = question.title.trim_end_matches('?');
                format!("{title} ({})", answers.collect::<Vec<_>>().join("; "))
            }
            Some(Found::Answer { question, answer, .. }) => {
                format!("{} ({}: {})", question.title.trim_end_matches('?'), answer.label, answer.printed)
            }
            Some(Found::Figure(figure)) => format!("{} ({})", figure.with_unit(), figure.what),
            None => reference.to_owned(),
        }
    }

    /// The calls that rest on a figure, or on a question or poll that it belongs to, or that belongs
    /// to it; by index.
    #[must_use]
    pub fn calls_resting_on(&self, reference: &str) -> Vec<usize> {
        let Some(reference) = self.local(reference) else { return Vec::new() };
        let rests =
            |evidence: &String| self.local(evidence).is_some_and(|evidence| are_tied(evidence, reference));
        let calls = self.manifest.calls.iter().enumerate();
        calls.filter(|(_, call)| call.evidence.iter().any(rests)).map(|(index, _)| index).collect()
    }

    /// Every reference that names something in this bundle.
    #[must_use]
    pub fn references(&self) -> Vec<String> {
        let mut references: Vec<String> =
            self.manifest.figures.iter().map(|figure| figure.id.clone()).collect();
        for poll in &self.manifest.polls {
            references.push(poll.id.clone());
            for question in &poll.questions {
                references.push(format!("{}/{}", poll.id, question.id));
                let answers = question.answers.iter();
                references.extend(answers.map(|answer| format!("{}/{}/{}", poll.id, question.id, answer.id)));
            }
        }
        references
    }

    /// The bundle's name for messages: its path, or its id where it is built in.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.origin {
            Origin::Folder(path) | Origin::File(path) => path.display().to_string(),
            Origin::BuiltIn => self.manifest.id.clone(),
        }
    }

    /// The name for messages of a file in the bundle, with the bundle before it as the system writes
    /// paths.
    #[must_use]
    pub fn name_of_file(&self, file: &str) -> String {
        match &self.origin {
            Origin::Folder(path) | Origin::File(path) => {
                path.join(file.split('/').collect::<PathBuf>()).display().to_string()
            }
            Origin::BuiltIn => format!("{}/{file}", self.manifest.id),
        }
    }
}
