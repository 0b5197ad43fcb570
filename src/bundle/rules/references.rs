//! Every reference leads to something, and to something of the right kind.

use std::collections::HashSet;

use super::Findings;
use super::findings::Where;
use super::unread::Unread;
use super::walk::{is_partly_unread, listed, polls, questions};
use crate::article::{Kind, Target};
use crate::bundle::faults::fault;
use crate::bundle::references::Found;
use crate::bundle::{Bundle, Spans};
use crate::diagnostics::nearest;
use crate::poll::AnswerKind;

/// What a reference has to lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// An answer or a figure: something with a value.
    Value,
    /// A poll or a question: something with a chart.
    Chart,
    /// A poll, question, answer or figure.
    Evidence,
    /// A question that states its wording.
    Question,
    Poll,
    Source,
    Call,
    Heading,
}

impl Wanted {
    fn described(self) -> &'static str {
        match self {
            Wanted::Value => "an answer (`poll/question/answer`) or a figure",
            Wanted::Chart => "a question (`poll/question`) or a poll",
            Wanted::Evidence => "a poll, question, answer or figure",
            Wanted::Question => "a question (`poll/question`)",
            Wanted::Poll => "a poll",
            Wanted::Source => "a source",
            Wanted::Call => "a call",
            Wanted::Heading => "a heading of this article",
        }
    }

    fn fits(self, found: Found<'_>) -> bool {
        match self {
            Wanted::Value => matches!(found, Found::Answer { .. } | Found::Figure(_)),
            Wanted::Chart => matches!(found, Found::Poll(_) | Found::Question { .. }),
            Wanted::Question => matches!(found, Found::Question { .. }),
            Wanted::Poll => matches!(found, Found::Poll(_)),
            _ => true,
        }
    }
}

/// A reference, as it is written and where.
struct Site<'b> {
    reference: &'b str,
    wanted: Wanted,
    at: Where,
}

/// `reference-dangling`
pub fn dangling(bundle: &Bundle, findings: &mut Findings<'_>) {
    let known = Known::of(bundle);
    for site in sites(bundle) {
        if !known.has(site.reference, site.wanted) && !known.may_be_unread(site.reference, site.wanted) {
            let Site { reference, wanted, at } = site;
            findings.add("reference-dangling", at, || {
                let fault = fault(
                    "reference-dangling",
                    format!("`{reference}` does not lead to {}", wanted.described()),
                );
                if reference.contains('#') {
                    return fault.hint("another briefing's figures cannot be shown here");
                }
                match known.nearest(reference, wanted) {
                    Some(right) => fault.hint(format!("did you mean `{right}`?")),
                    None => fault.hint("there is nothing of that name in this briefing"),
                }
            });
        }
    }
    net_parts(bundle, &known, findings);
}

/// `wording-borrowed`: a wording is taken from a question that states it.
pub fn borrowed_wording(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let Some(reference) = &question.same_wording_as else { continue };
        let Some((_, other)) = bundle.question(reference) else { continue };
        if let Some(further) = &other.same_wording_as {
            findings.add("wording-borrowed", spans.field("wording"), || {
                let message =
                    format!("`{reference}` does not state its wording either: it has that of `{further}`");
                fault("wording-borrowed", message).hint("name the question that states the words")
            });
        }
    }
}

/// `reference-kind`
pub fn kind(bundle: &Bundle, findings: &mut Findings<'_>) {
    for Site { reference, wanted, at } in sites(bundle) {
        let names_a_figure = !matches!(wanted, Wanted::Source | Wanted::Call | Wanted::Heading);
        let Some(found) = bundle.find(reference).filter(|_| names_a_figure) else { continue };
        if !wanted.fits(found) {
            let is = match found {
                Found::Poll(_) => "a poll",
                Found::Question { .. } => "a question",
                Found::Answer { .. } => "an answer",
                Found::Figure(_) => "a figure",
            };
            findings.add("reference-kind", at, || {
                fault("reference-kind", format!("`{reference}` is {is}; here belongs {}", wanted.described()))
            });
        }
    }
}

/// A NET's parts are answers of its own question, named by their ids alone.
fn net_parts(bundle: &Bundle, known: &Known<'_>, findings: &mut Findings<'_>) {
    for (_, question, spans) in questions(bundle) {
        let ids: HashSet<&str> = question.answers.iter().map(|answer| answer.id.as_str()).collect();
        for (index, answer) in question.answers.iter().enumerate() {
            let AnswerKind::Net(parts) = &answer.kind else { continue };
            for (part_index, part) in parts.iter().enumerate() {
                if part == &answer.id || !(ids.contains(part.as_str()) || known.unread.answer(question, part))
                {
                    let at = spans.element("answers", index).element("kind", part_index).whole();
                    findings.add("reference-dangling", at, || {
                        let fault = fault(
                            "reference-dangling",
                            format!("`{part}` is not another answer of this question"),
                        );
                        let hint = nearest(part, ids.iter().copied().filter(|id| *id != answer.id));
                        match hint {
                            Some(right) => fault.hint(format!("did you mean `{right}`?")),
                            None => fault.hint("a NET's parts are answers of its own question, by their ids"),
                        }
                    });
                }
            }
        }
    }
}

/// The names that references can lead to.
struct Known<'b> {
    bundle: &'b Bundle,
    sources: HashSet<&'b str>,
    calls: HashSet<&'b str>,
    headings: HashSet<&'b str>,
    unread: Unread<'b>,
}

impl<'b> Known<'b> {
    fn of(bundle: &'b Bundle) -> Known<'b> {
        let anchor = |block: &'b crate::article::Block| match &block.kind {
            Kind::Heading { anchor, .. } => Some(anchor.as_str()),
            _ => None,
        };
        Known {
            bundle,
            sources: bundle.manifest.sources.iter().map(|source| source.id.as_str()).collect(),
            calls: bundle.manifest.calls.iter().map(|call| call.id.as_str()).collect(),
            headings: bundle.article.blocks.iter().filter_map(anchor).collect(),
            unread: Unread::of(bundle),
        }
    }

    fn has(&self, reference: &str, wanted: Wanted) -> bool {
        match wanted {
            Wanted::Source => self.sources.contains(reference),
            Wanted::Call => self.calls.contains(reference),
            Wanted::Heading => self.headings.contains(reference),
            Wanted::Value | Wanted::Chart | Wanted::Evidence | Wanted::Question | Wanted::Poll => {
                self.bundle.find(reference).is_some()
            }
        }
    }

    /// Whether what is named may be there but could not be read, which was told.
    fn may_be_unread(&self, reference: &str, wanted: Wanted) -> bool {
        let Some(local) = self.bundle.local(reference) else { return false };
        match wanted {
            Wanted::Heading => false,
            Wanted::Source => self.unread.source(local),
            Wanted::Call => self.unread.call(local),
            _ => is_partly_unread(self.bundle, local) || self.unread.figure(local),
        }
    }

    fn nearest(&self, reference: &str, wanted: Wanted) -> Option<&str> {
        /// Looking further would cost more than the hint is worth.
        const LOOKED_AT: usize = 10_000;
        let fits = |name: &&str| self.bundle.find(name).is_some_and(|found| wanted.fits(found));
        match wanted {
            Wanted::Source => nearest(reference, self.sources.iter().copied()),
            Wanted::Call => nearest(reference, self.calls.iter().copied()),
            Wanted::Heading => nearest(reference, self.headings.iter().copied()),
            _ => nearest(reference, self.bundle.reference_names().take(LOOKED_AT).filter(fits)),
        }
    }
}

/// All references of a bundle but those of NETs.
fn sites(bundle: &Bundle) -> impl Iterator<Item = Site<'_>> {
    in_manifest(bundle).chain(in_links(bundle)).chain(in_charts(bundle))
}

fn in_links(bundle: &Bundle) -> impl Iterator<Item = Site<'_>> {
    bundle.article.links().filter_map(|link| {
        let (reference, wanted) = match link.target {
            Target::Figure(reference) => (reference, Wanted::Value),
            Target::Poll(reference) => (reference, Wanted::Chart),
            Target::Call(reference) => (reference, Wanted::Call),
            Target::Source(reference) => (reference, Wanted::Source),
            Target::Heading(anchor) => (anchor, Wanted::Heading),
            Target::Footnote { .. } | Target::Web(_) | Target::Other(_) => return None,
        };
        Some(Site { reference, wanted, at: link.source.into() })
    })
}

fn in_charts(bundle: &Bundle) -> impl Iterator<Item = Site<'_>> {
    bundle.article.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Chart { reference, .. } => {
            Some(Site { reference, wanted: Wanted::Chart, at: block.source.clone().into() })
        }
        _ => None,
    })
}

fn in_manifest(bundle: &Bundle) -> impl Iterator<Item = Site<'_>> {
    let manifest = &bundle.manifest;
    let highlights = listed(bundle, &manifest.highlights, "highlights")
        .flat_map(|(highlight, spans)| in_list(&highlight.figures, spans, "figures", Wanted::Value));
    let evidence = listed(bundle, &manifest.calls, "calls")
        .flat_map(|(call, spans)| in_list(&call.evidence, spans, "evidence", Wanted::Evidence));
    let related = listed(bundle, &manifest.related, "related")
        .flat_map(|(related, spans)| in_list(&related.figures, spans, "figures", Wanted::Value));
    let wholes = polls(bundle).filter_map(|(poll, spans)| {
        Some(Site {
            reference: poll.subgroup_of.as_deref()?,
            wanted: Wanted::Poll,
            at: spans.field("subgroup_of").into(),
        })
    });
    let wordings = questions(bundle).filter_map(|(_, question, spans)| {
        Some(Site {
            reference: question.same_wording_as.as_deref()?,
            wanted: Wanted::Question,
            at: spans.field("wording").into(),
        })
    });
    highlights.chain(evidence).chain(related).chain(wholes).chain(wordings).chain(sources(bundle))
}

fn in_list<'b>(
    references: &'b [String],
    spans: &'b Spans,
    list: &'static str,
    wanted: Wanted,
) -> impl Iterator<Item = Site<'b>> {
    let place = move |index| Where::from(spans.element(list, index).whole());
    references.iter().enumerate().map(move |(index, reference)| Site { reference, wanted, at: place(index) })
}

/// The sources that polls, questions, figures, calls and related stories name.
fn sources(bundle: &Bundle) -> impl Iterator<Item = Site<'_>> {
    let manifest = &bundle.manifest;
    let of_polls = polls(bundle).map(|(poll, spans)| (poll.source.as_str(), spans));
    let of_questions =
        questions(bundle).filter_map(|(_, question, spans)| Some((question.source.as_deref()?, spans)));
    let of_figures =
        listed(bundle, &manifest.figures, "figures").map(|(figure, spans)| (figure.source.as_str(), spans));
    let of_calls =
        listed(bundle, &manifest.calls, "calls").map(|(call, spans)| (call.source.as_str(), spans));
    let of_related =
        listed(bundle, &manifest.related, "related").map(|(related, spans)| (related.source.as_str(), spans));
    let all = of_polls.chain(of_questions).chain(of_figures).chain(of_calls).chain(of_related);
    all.filter(|(_, spans)| spans.has_readable("source")).map(|(reference, spans)| Site {
        reference,
        wanted: Wanted::Source,
        at: spans.field("source").into(),
    })
}
