//! A note with what is known of its briefing.

use crate::bundle::{Bundle, Found};
use crate::export::references::Reference;
use crate::library::address::{Address, Place};
use crate::notes::{EditionText, Note, Placement, Target};
use crate::poll::{Poll, Question, Wording};

/// A note with what is known of its briefing.
#[derive(Clone, Debug)]
pub struct Entry<'n> {
    /// The note.
    pub note: &'n Note,
    /// `article`, `poll`, `figure`, `call`, `comparison` or `briefing`: evidence and advocacy are told
    /// apart.
    pub label: &'static str,
    /// How it stands in the edition at hand, where one is.
    pub status: Option<&'static str>,
    /// The heading that its passage stands under; empty where that is not known.
    pub section: String,
    /// What the poll discloses, where it hangs on a figure: labels and values, "not stated" where so.
    pub disclosure: Vec<(String, String)>,
    /// Where the figure or the article comes from, with the address; empty where not known.
    pub source: String,
    /// What it cites: the briefing, a source, a poll.
    pub references: Vec<Reference>,
    /// Titles of the calls that it is on, or that rest on its figure.
    pub calls: Vec<String>,
    /// The question whose chart shows its figure.
    pub chart: Option<(&'n Bundle, String)>,
}

/// An article's words, a poll's figure or somebody's call.
fn label(target: &Target) -> &'static str {
    match target {
        Target::Passage(_) => "article",
        Target::Figure { .. } | Target::KeyFigure { .. } => "poll",
        Target::Call { .. } => "call",
        Target::Comparison { .. } => "comparison",
        Target::Briefing => "briefing",
    }
}

/// Where a note's place is opened again: `briefing:ID#…`, which `briefing-reader open` takes.
#[must_use]
pub fn address(note: &Note) -> String {
    let place = match &note.target {
        Target::Passage(passage) => Some(Place::Text(passage.position.clone())),
        Target::Figure { reference, .. } => Some(Place::Figure(reference.clone())),
        Target::KeyFigure { references, .. } => Some(Place::Figure(references.join(" "))),
        Target::Call { call, .. } => Some(Place::Call(call.clone())),
        Target::Comparison { .. } | Target::Briefing => None,
    };
    Address { briefing: note.briefing.clone(), edition: note.stated_edition(), place }.to_string()
}

impl<'n> Entry<'n> {
    /// A note of which nothing more is known.
    #[must_use]
    pub fn alone(note: &'n Note) -> Entry<'n> {
        let briefing =
            (!note.briefing.is_empty()).then(|| Reference::alone(&note.briefing, &note.title, note.edition));
        Entry {
            note,
            label: label(&note.target),
            status: None,
            section: String::new(),
            disclosure: Vec::new(),
            source: String::new(),
            references: Vec::from_iter(briefing),
            calls: Vec::new(),
            chart: None,
        }
    }

    /// A note with its briefing at hand, whose text is `text`, and where it stands there.
    #[must_use]
    pub fn within(
        note: &'n Note,
        bundle: &'n Bundle,
        text: &EditionText,
        placement: &Placement,
    ) -> Entry<'n> {
        let mut entry = Entry { status: Some(placement.status.name()), ..Entry::alone(note) };
        entry.references = vec![Reference::briefing(bundle)];
        match &note.target {
            Target::Passage(_) => {
                let at = placement.at.as_ref();
                entry.section =
                    at.map_or_else(String::new, |at| bundle.article.section_of(text.line_at(at.start)));
            }
            Target::Figure { reference, .. } => entry.with_figures(bundle, std::slice::from_ref(reference)),
            Target::KeyFigure { references, .. } => entry.with_figures(bundle, references),
            Target::Call { call, .. } => {
                if let Some(call) = bundle.manifest.calls.iter().find(|known| known.id == *call) {
                    entry.calls.push(call.title.clone());
                    if let Some(source) = bundle.source(&call.source) {
                        entry.references = vec![Reference::source(bundle, source)];
                        entry.source = cited_as(&source.title, &source.publisher, &source.url);
                    }
                }
            }
            Target::Comparison { .. } | Target::Briefing => {}
        }
        if entry.source.is_empty() {
            let manifest = &bundle.manifest;
            entry.source =
                cited_as(&manifest.title, &manifest.publisher, &format!("briefing:{}", manifest.id));
        }
        entry
    }

    /// What is known of figures: their polls or sources, the calls that use them; of the first what its
    /// poll discloses, and its chart.
    fn with_figures(&mut self, bundle: &'n Bundle, figures: &[String]) {
        let mut calls: Vec<usize> =
            figures.iter().flat_map(|figure| bundle.calls_resting_on(figure)).collect();
        calls.sort_unstable();
        calls.dedup();
        self.calls.extend(calls.into_iter().map(|call| bundle.manifest.calls[call].title.clone()));
        let found: Vec<Found<'n>> = figures.iter().filter_map(|figure| bundle.find(figure)).collect();
        let mut references: Vec<Reference> = Vec::new();
        for found in &found {
            let reference = match *found {
                Found::Poll(poll) => Some(Reference::poll(bundle, poll, None)),
                Found::Question { poll, question } | Found::Answer { poll, question, .. } => {
                    Some(Reference::poll(bundle, poll, Some(question)))
                }
                Found::Figure(figure) => {
                    bundle.source(&figure.source).map(|source| Reference::source(bundle, source))
                }
            };
            let is_new = |reference: &Reference| !references.iter().any(|known| known.id() == reference.id());
            references.extend(reference.filter(is_new));
        }
        if !references.is_empty() {
            self.references = references;
        }
        let source = if let Some((poll, question)) = figures.iter().find_map(|figure| bundle.question(figure))
        {
            self.disclose_question(question);
            self.disclose(poll);
            self.chart = Some((bundle, format!("{}/{}", poll.id, question.id)));
            bundle.source_of(poll, question)
        } else {
            match found.first() {
                Some(Found::Poll(poll)) => {
                    self.disclose(poll);
                    bundle.source(&poll.source)
                }
                Some(Found::Figure(figure)) => {
                    self.label = "figure";
                    let note = figure.note.iter().map(|note| ("Note".to_owned(), note.clone()));
                    self.disclosure.extend(note);
                    bundle.source(&figure.source)
                }
                _ => None,
            }
        };
        if let Some(source) = source {
            self.source = cited_as(&source.title, &source.publisher, &source.url);
        }
    }

    fn disclose_question(&mut self, question: &Question) {
        self.disclosure.push(("Question".to_owned(), question.title.clone()));
        let wording = match &question.wording {
            Wording::Exact(words) => Some(format!("“{words}”")),
            Wording::Paraphrase(words) => Some(format!("not stated; paraphrased: {words}")),
            Wording::NotStated => None,
        };
        self.disclosure.push(("Wording".to_owned(), stated(wording)));
        self.disclosure.push(("Base".to_owned(), stated(question.base.words())));
        let own = question.own_size().words();
        self.disclosure.extend(own.map(|people| ("n of the base".to_owned(), people)));
    }

    fn disclose(&mut self, poll: &Poll) {
        self.disclosure.extend(poll.disclosure().into_iter().map(|(label, value)| (label, stated(value))));
    }
}

fn stated(value: Option<String>) -> String {
    value.unwrap_or_else(|| "not stated".to_owned())
}

/// "Title, Publisher, address": what is there of it.
fn cited_as(title: &str, publisher: &str, address: &str) -> String {
    [title, publisher, address].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
