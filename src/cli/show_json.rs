//! A briefing as JSON. "Not stated" is `null`; percents are 0–100; `low` and `high` are equal when
//! the figure is exact.

use serde_json::{Value, json};

use crate::article::Target;
use crate::bundle::{Bundle, Call, Figure, Found, Related, Source};
use crate::diagnostics::Diagnostic;
use crate::poll::{
    Amount, Answer, AnswerKind, Base, Choice, Disclosed, Fieldwork, Poll, Question, SampleSize, Wording,
};
use crate::text::without_hints;

/// The whole briefing.
pub fn whole(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let outline: Vec<Value> = bundle
        .article
        .outline()
        .into_iter()
        .map(|entry| json!({ "level": entry.level, "text": entry.text, "block": entry.block }))
        .collect();
    let claims: Vec<Value> = bundle
        .article
        .claims()
        .filter_map(|claim| match claim.target {
            Target::Figure(reference) => {
                Some(json!({ "block": claim.block, "text": without_hints(claim.text), "target": reference.as_ref() }))
            }
            _ => None,
        })
        .collect();
    pretty(&json!({
        "id": manifest.id,
        "edition": manifest.edition,
        "title": manifest.title,
        "language": manifest.language,
        "published": manifest.published.stated(),
        "publisher": manifest.publisher,
        "summary": manifest.summary,
        "outline": outline,
        "word_count": bundle.article.word_count(),
        "polls": manifest.polls.iter().map(poll).collect::<Vec<_>>(),
        "figures": manifest.figures.iter().map(figure).collect::<Vec<_>>(),
        "calls": manifest.calls.iter().map(call).collect::<Vec<_>>(),
        "claims": claims,
        "related": manifest.related.iter().map(related).collect::<Vec<_>>(),
        "sources": manifest.sources.iter().map(source).collect::<Vec<_>>(),
        "problems": bundle.problems().iter().map(problem).collect::<Vec<_>>(),
    }))
}

/// A poll, question, answer or figure.
pub fn one(found: &Found<'_>) -> String {
    pretty(&match found {
        Found::Poll(found) => poll(found),
        Found::Question { question: found, .. } => question(found),
        Found::Answer { answer: found, .. } => answer(found),
        Found::Figure(found) => figure(found),
    })
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("values are plain data") + "\n"
}

fn poll(poll: &Poll) -> Value {
    json!({
        "id": poll.id,
        "title": poll.name(),
        "pollster": stated(poll.pollster.as_ref()),
        "commissioned_by": stated(poll.commissioned_by.as_ref()),
        "population": stated(poll.population.as_ref()),
        "sample_size": poll.sample_size.map(sample_size),
        "weighted_n": poll.weighted_n,
        "effective_n": poll.effective_n,
        "fieldwork": poll.fieldwork.as_ref().map(fieldwork),
        "mode": stated(poll.mode.as_ref()),
        "weighting": stated(poll.weighting.as_ref()),
        "margin_of_error": stated(poll.margin_of_error.as_ref()),
        "tables": stated(poll.tables.as_ref()),
        "source": poll.source,
        "subgroup_of": poll.subgroup_of,
        "note": poll.note,
        "questions": poll.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn stated(field: Option<&Disclosed<String>>) -> Option<&String> {
    field.and_then(Disclosed::stated)
}

fn sample_size(size: SampleSize) -> Value {
    match size {
        SampleSize::Stated(people) => json!(people),
        SampleSize::MoreThan(people) => json!({ "more_than": people }),
        SampleSize::About(people) => json!({ "about": people }),
        SampleSize::NotStated => Value::Null,
    }
}

fn fieldwork(fieldwork: &Fieldwork) -> Value {
    match fieldwork {
        Fieldwork::Dates(first, last) => json!({ "first": first, "last": last }),
        Fieldwork::Described(words) => json!(words),
        Fieldwork::NotStated => Value::Null,
    }
}

fn question(question: &Question) -> Value {
    let (wording, paraphrased) = match &question.wording {
        Wording::Exact(words) => (Some(words), false),
        Wording::Paraphrase(words) => (Some(words), true),
        Wording::NotStated => (None, false),
    };
    let base = match &question.base {
        Base::All => json!("all"),
        Base::Described(words) => json!(words),
        Base::NotStated => Value::Null,
    };
    let size = question.own_size();
    json!({
        "id": question.id,
        "topic": question.topic,
        "title": question.title,
        "wording": wording,
        "paraphrased": paraphrased,
        "base": base,
        "n": size.n.map(sample_size),
        "weighted_n": size.weighted,
        "effective_n": size.effective,
        "source": question.source,
        "note": question.note,
        "choice": match question.choice { Choice::One => "one", Choice::Many => "many" },
        "answers": question.answers.iter().map(answer).collect::<Vec<_>>(),
    })
}

fn answer(answer: &Answer) -> Value {
    let bounds = answer.value.bounds();
    json!({
        "id": answer.id,
        "label": answer.label,
        "printed": answer.printed,
        "low": bounds.map(|bounds| bounds.low),
        "high": bounds.map(|bounds| bounds.high),
        "kind": match answer.kind {
            AnswerKind::Position => "position",
            AnswerKind::Neutral => "neutral",
            AnswerKind::DontKnow => "dont_know",
            AnswerKind::Net(_) => "net",
        },
    })
}

fn figure(figure: &Figure) -> Value {
    let about = match figure.value {
        Amount::About(value) => Some(value),
        _ => None,
    };
    let (low, high) = match figure.value {
        Amount::Exact(value) => (Some(value), Some(value)),
        Amount::MoreThan(value) | Amount::JustOver(value) => (Some(value), None),
        Amount::LessThan(value) | Amount::JustUnder(value) => (None, Some(value)),
        Amount::Between(low, high) => (Some(low), Some(high)),
        Amount::About(_) => (None, None),
    };
    json!({
        "id": figure.id,
        "printed": figure.printed,
        "low": low,
        "high": high,
        "about": about,
        "unit": figure.unit,
        "what": figure.what,
        "source": figure.source,
        "note": figure.note,
    })
}

/// A call alone.
pub fn one_call(of: &Call) -> String {
    pretty(&call(of))
}

/// A block of the article alone, as its words.
pub fn one_block(bundle: &Bundle, index: usize) -> String {
    pretty(&json!({ "block": index, "text": bundle.article.blocks[index].text }))
}

fn call(call: &Call) -> Value {
    json!({
        "id": call.id,
        "title": call.title,
        "by": call.by,
        "to": call.to.stated(),
        "text": call.text,
        "evidence": call.evidence,
        "source": call.source,
    })
}

fn related(story: &Related) -> Value {
    json!({
        "title": story.title,
        "url": story.url.stated(),
        "summary": story.summary,
        "figures": story.figures,
        "source": story.source,
    })
}

fn source(source: &Source) -> Value {
    json!({
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published.stated(),
        "accessed": source.accessed.stated(),
        "note": source.note,
    })
}

fn problem(problem: &Diagnostic) -> Value {
    json!({
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.place.as_ref().map(|place| place.line),
        "column": problem.place.as_ref().map(|place| place.column),
        "message": problem.message,
        "hints": problem.hints,
    })
}
