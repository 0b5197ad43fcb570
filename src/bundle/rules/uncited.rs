//! What the manifest holds is used.

use std::collections::HashSet;

use super::Findings;
use super::walk::{is_partly_unread, listed, manifest_is_whole, polls};
use crate::article::{Kind, Target};
use crate::bundle::faults::fault;
use crate::bundle::{Bundle, FileIndex};

/// `figure-uncited`
pub fn figures(bundle: &Bundle, findings: &mut Findings<'_>) {
    if !is_whole(bundle) {
        return;
    }
    let cited = cited(bundle);
    for (figure, spans) in listed(bundle, &bundle.manifest.figures, "figures") {
        if !cited.contains(figure.id.as_str()) && !figure.id.is_empty() {
            findings.add("figure-uncited", spans.field("id"), || {
                fault("figure-uncited", format!("nothing cites the figure `{}`", figure.id))
                    .hint(format!("link to it: `[{}](figure:{})`, or take it out", figure.printed, figure.id))
            });
        }
    }
}

/// `poll-unshown`: no chart, claim or call leads to any of a poll's questions, or to one of them.
pub fn questions(bundle: &Bundle, findings: &mut Findings<'_>) {
    if !is_whole(bundle) {
        return;
    }
    let cited = cited(bundle);
    for (poll, spans) in polls(bundle).filter(|(poll, _)| !cited.contains(poll.id.as_str())) {
        let used: Vec<bool> = (poll.questions.iter())
            .map(|question| cited.contains(format!("{}/{}", poll.id, question.id).as_str()))
            .collect();
        // Waves and groups of a table are there to be compared, whatever the article shows of them.
        let has_only_parts = used.is_empty() && poll.table.is_some();
        let is_excused = spans.whole().file != FileIndex::Manifest || has_only_parts || poll.for_reference;
        let are_kept = !used.is_empty() && poll.questions.iter().all(|question| question.for_reference);
        if is_excused || are_kept || is_partly_unread(bundle, &poll.id) {
            continue;
        }
        if !used.contains(&true) {
            findings.add("poll-unshown", spans.whole(), || {
                fault("poll-unshown", format!("the article does not lead to the poll `{}`", poll.id)).hint(
                    format!(
                        "show it: `![What the chart shows](poll:{})`, or write `for_reference: true` in it",
                        poll.id
                    ),
                )
            });
            continue;
        }
        let unused = poll.questions.iter().enumerate().filter(|(index, _)| !used[*index]);
        for (index, question) in unused.filter(|(_, question)| !question.for_reference) {
            findings.add("poll-unshown", spans.element("questions", index).whole(), || {
                fault("poll-unshown", format!("the article does not lead to the question `{}`", question.id)).hint(
                    "show it, or write `for_reference: true` in it; in the poll, where that goes for all that it leaves out",
                )
            });
        }
    }
}

/// Whether there is all that could cite something.
fn is_whole(bundle: &Bundle) -> bool {
    manifest_is_whole(bundle) && !bundle.article.blocks.is_empty()
}

/// Everything that is referred to, and the question of each answer that is.
fn cited(bundle: &Bundle) -> HashSet<&str> {
    let manifest = &bundle.manifest;
    let linked = bundle.article.links().filter_map(|link| match link.target {
        Target::Figure(reference) | Target::Poll(reference) => Some(&**reference),
        _ => None,
    });
    let charts = bundle.article.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Chart { reference, .. } => Some(reference.as_str()),
        _ => None,
    });
    let lists = (manifest.highlights.iter().map(|highlight| &highlight.figures))
        .chain(manifest.calls.iter().map(|call| &call.evidence))
        .chain(manifest.related.iter().map(|related| &related.figures));
    let all = linked.chain(charts).chain(lists.flatten().map(String::as_str));
    let local = all.map(|reference| match reference.split_once('#') {
        Some((briefing, local)) if briefing == manifest.id => local,
        _ => reference,
    });
    local.flat_map(|reference| [Some(reference), question_of(reference)]).flatten().collect()
}

/// `poll/question` for `poll/question/answer`.
fn question_of(reference: &str) -> Option<&str> {
    let (question, _) = reference.rsplit_once('/')?;
    question.contains('/').then_some(question)
}
