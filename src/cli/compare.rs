//! `compare`: poll figures held against each other.

use std::fmt::Write;
use std::ops::Deref;

use serde_json::{Value, json};

use super::arguments::{Compare, CompareFormat};
use super::drawing::{format, write};
use super::faults::faults;
use super::locate::{open, parted};
use super::not_there::{not_there, whole_poll};
use super::output::{DONE, USAGE, fail, print};
use crate::bundle::{Bundle, Found, Source};
use crate::chart::comparison::ComparisonKind;
use crate::diagnostics::nearest;
use crate::export::{ComparisonExhibit, Exhibit, Sourced, write_csv};
use crate::library;
use crate::library::comparison::{edition_among, topic_words, topics};
use crate::poll::SampleSize;
use crate::poll::comparison::{Comparison, DifferenceOf, Item, Order, Settings, Status, compare};
use crate::poll::stats::{Estimate, Interval, NoInterval, WhatIf};

/// Columns of the terminal that text is set in.
const WIDTH: usize = 78;

/// Compares what was named.
pub fn run(what: &Compare) -> u8 {
    let (opened, named) = match open_each(&what.figures) {
        Ok(found) => found,
        Err(why) => return fail(USAGE, &why),
    };
    let shelf: Vec<Bundle> = match what.topic {
        Some(_) => library::ids().into_iter().filter_map(library::open).collect(),
        None => Vec::new(),
    };
    let bundles: Vec<&Bundle> = opened.iter().chain(&shelf).collect();
    let named: Vec<(&Bundle, &str)> =
        named.iter().map(|named| (&opened[named.bundle], named.reference.as_str())).collect();
    let items = match doubles(&bundles).and_then(|()| items(&bundles, &named, what.topic.as_deref(), &shelf))
    {
        Ok(items) => items,
        Err(why) => return fail(USAGE, &why),
    };
    let order = what.order.order();
    let mut items = items;
    order.sort(&mut items, |item| *item);
    let settings = Settings { what_if: what.assume_n, ..Settings::default() };
    let title = shared_topic(&items).map_or("Comparison".to_owned(), topic_words);
    let exhibit = || {
        let sourced: Vec<Sourced<'_>> = items.iter().map(|item| (*item, source(&bundles, item))).collect();
        let language = bundles.first().map_or("", |bundle| bundle.manifest.language.as_str());
        ComparisonExhibit::new(&title, language, &sourced, settings, (Order::Chosen, None), what.kind)
    };
    if let Some(to) = &what.to {
        let exhibit = exhibit();
        if let Some(kind) = what.kind.filter(|kind| !exhibit.suits(*kind)) {
            let suiting = ComparisonKind::ALL.into_iter().filter(|kind| exhibit.suits(*kind));
            return fail(USAGE, &unsuitable(kind, &suiting.collect::<Vec<_>>()));
        }
        let written = match format(to, None) {
            Ok(format) => write(&exhibit, to, format, &what.looks),
            Err(why) => return fail(USAGE, &why),
        };
        return if written == DONE { faults(opened.iter(), true) } else { written };
    }
    let comparison = compare(&items, &settings);
    let printed = print(&match what.format {
        CompareFormat::Text => text(&items, &comparison, what.assume_n),
        CompareFormat::Json => json(&items, &comparison, what.assume_n),
        CompareFormat::Csv => write_csv(&exhibit().records()).trim_start_matches('\u{feff}').to_owned(),
    });
    if printed != DONE {
        return printed;
    }
    faults(opened.iter(), what.format == CompareFormat::Text)
}

/// The topic of all figures, if they have one.
fn shared_topic<'a>(items: &[Item<'a>]) -> Option<&'a str> {
    let mut topics = items.iter().map(|item| item.question.topic.as_str());
    let first = topics.next().filter(|topic| !topic.is_empty())?;
    topics.all(|topic| topic == first).then_some(first)
}

/// Why figures are not drawn as `kind`, with the ways that suit them.
pub fn unsuitable(kind: ComparisonKind, suiting: &[ComparisonKind]) -> String {
    let known: Vec<String> = suiting.iter().map(|kind| kind.id()).collect();
    format!("these figures cannot be drawn as {}: use one of {}", kind.id(), known.join(", "))
}

/// Editions of a briefing have one id, so the very poll tells which one it is.
fn source<'b>(bundles: &[&'b Bundle], item: &Item<'_>) -> Option<&'b Source> {
    let holds = |bundle: &&&Bundle| bundle.manifest.polls.iter().any(|poll| std::ptr::eq(poll, item.poll));
    let bundle = bundles.iter().find(holds)?;
    bundle.source_of(item.poll, item.question)
}

/// The bundles that are named, each opened once, and the figures with the bundle that each is of.
fn open_each(figures: &[String]) -> Result<(Vec<Bundle>, Vec<Named>), String> {
    let (mut places, mut bundles, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for figure in figures {
        let (place, reference) = parted(figure.as_ref());
        let bundle = places.iter().position(|known| *known == place).unwrap_or(places.len());
        if bundle == places.len() {
            bundles.push(open(figure.as_ref(), &place)?);
            places.push(place);
        }
        named.push(Named { bundle, reference: checked(figure, &bundles[bundle], reference)? });
    }
    Ok((bundles, named))
}

/// A question or answer, and which of the bundles it is of.
struct Named {
    bundle: usize,
    reference: String,
}

/// The question or answer of a bundle that is named, which is there.
fn checked(figure: &str, bundle: &Bundle, reference: Option<String>) -> Result<String, String> {
    let name = bundle.name();
    let reference = reference.ok_or_else(|| {
        format!("{figure} names no poll figure: write {name}#POLL/QUESTION or {name}#POLL/QUESTION/ANSWER.")
    })?;
    match bundle.find(&reference) {
        Some(Found::Question { question, .. }) if question.answers.is_empty() => {
            Err(format!("{name}#{reference} has no answers."))
        }
        Some(Found::Question { .. } | Found::Answer { .. }) => Ok(reference),
        Some(Found::Poll(poll)) => Err(whole_poll(bundle, poll)),
        Some(Found::Figure(_)) => {
            Err(format!("{name}#{reference} is no poll share, and only poll shares can be compared."))
        }
        None => {
            let known = bundle.references();
            Err(not_there(bundle, "", &reference, known.iter().map(String::as_str)))
        }
    }
}

/// What is compared, each figure once. A question stands for its first answer.
fn items<'b>(
    bundles: &[&Bundle],
    named: &[(&'b Bundle, &str)],
    topic: Option<&str>,
    shelf: &'b [Bundle],
) -> Result<Vec<Item<'b>>, String> {
    let mut items: Vec<Item<'b>> = Vec::new();
    let mut add = |bundle: &'b Bundle, poll, question, answer| {
        let edition = edition_among(bundles, bundle);
        let item = Item { briefing: &bundle.manifest.id, edition, poll, question, answer };
        if !items.iter().any(|known| known.reference() == item.reference()) {
            items.push(item);
        }
    };
    for (bundle, reference) in named {
        match bundle.find(reference) {
            Some(Found::Answer { poll, question, answer }) => add(bundle, poll, question, answer),
            Some(Found::Question { poll, question }) => {
                if let Some(answer) = question.answers.first() {
                    add(bundle, poll, question, answer);
                }
            }
            _ => {}
        }
    }
    let Some(topic) = topic else { return Ok(items) };
    let mut found = false;
    for bundle in shelf {
        for poll in &bundle.manifest.polls {
            for question in &poll.questions {
                if let Some(answer) = question.answers.first().filter(|_| question.topic == topic) {
                    found = true;
                    add(bundle, poll, question, answer);
                }
            }
        }
    }
    if found {
        return Ok(items);
    }
    Err(no_topic(topic, &shelf.iter().collect::<Vec<_>>()))
}

/// That no question has a topic, with the one that was meant, or those that there are.
pub fn no_topic<B: Deref<Target = Bundle>>(topic: &str, shelf: &[B]) -> String {
    let polls = shelf.iter().flat_map(|bundle| &bundle.manifest.polls);
    let known = polls.flat_map(|poll| &poll.questions).map(|question| question.topic.as_str());
    let near = nearest(topic, known.filter(|topic| !topic.is_empty()));
    let hint = near.map_or_else(
        || {
            let shared: Vec<&str> = topics(shelf).iter().map(|topic| topic.key).collect();
            format!("Several questions have one of {}.", shared.join(", "))
        },
        |near| format!("Did you mean {near}?"),
    );
    format!("no question on the shelf has the topic {topic}. {hint}")
}

/// Two briefings that call themselves one edition and are not the same: nothing would tell their
/// figures apart.
fn doubles(bundles: &[&Bundle]) -> Result<(), String> {
    for (index, one) in bundles.iter().enumerate() {
        for other in &bundles[index + 1..] {
            let (a, b) = (&one.manifest, &other.manifest);
            if (&a.id, a.edition) == (&b.id, b.edition) && a != b {
                return Err(format!(
                    "two briefings are edition {} of {}, and they differ: give one of them another edition.",
                    a.edition, a.id
                ));
            }
        }
    }
    Ok(())
}

fn json(items: &[Item<'_>], comparison: &Comparison, what_if: Option<WhatIf>) -> String {
    let pairs = comparison.pairs.iter().map(|pair| {
        json!({
            "a": items[pair.a].reference(),
            "b": items[pair.b].reference(),
            "difference": pair.difference.map(|difference| ends(difference.interval)),
            "difference_of": pair.difference.map(|difference| match difference.of {
                DifferenceOf::Sampling => "sampling",
                DifferenceOf::Printed => "printed",
            }),
            "verdict": pair.verdict,
            "significant": pair.test.as_ref().ok().map(|test| test.significant),
            "p_holm": pair.test.as_ref().ok().map(|test| test.p_holm),
            "why_not": pair.test.as_ref().err().map(ToString::to_string),
            "assumption": pair.assumed.map(WhatIf::label),
        })
    });
    let comparability = comparison.comparability.iter().map(
        |aspect| json!({ "aspect": aspect.name, "status": aspect.status.word(), "values": aspect.values }),
    );
    let value = json!({
        "assumption": what_if.map(WhatIf::label),
        "items": items.iter().zip(&comparison.estimates).map(json_item).collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "comparability": comparability.collect::<Vec<_>>(),
        "verdict": comparison.verdict,
        "notes": comparison.notes,
    });
    serde_json::to_string_pretty(&value).expect("values are plain data") + "\n"
}

fn json_item((item, estimate): (&Item<'_>, &Result<Estimate, NoInterval>)) -> Value {
    let bounds = item.answer.value.bounds();
    let known = estimate.as_ref().ok();
    // What is stated of all that were asked says nothing of a part of them.
    let size = item.poll.base_size(item.question);
    let stated = match size.n {
        Some(SampleSize::Stated(people)) => Some(people),
        _ => None,
    };
    json!({
        "ref": item.reference(),
        "question": item.question.title,
        "answer": item.answer.label,
        "printed": item.answer.printed,
        "low": bounds.map(|bounds| bounds.low),
        "high": bounds.map(|bounds| bounds.high),
        "n": known.and_then(|known| known.sample.people).or(stated),
        "weighted_n": size.weighted,
        "effective_n": size.effective,
        "interval": known.map(|known| ends(known.interval)),
        "why_no_interval": estimate.as_ref().err().map(ToString::to_string),
        "assumption": known.and_then(|known| known.sample.assumed).map(WhatIf::label),
    })
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

fn text(items: &[Item<'_>], comparison: &Comparison, what_if: Option<WhatIf>) -> String {
    let mut out = String::new();
    if let Some(what_if) = what_if {
        let _ = writeln!(out, "A trial: {}, where no usable sample size is stated\n", what_if.label());
    }
    out += "Figures\n";
    for (index, (item, estimate)) in items.iter().zip(&comparison.estimates).enumerate() {
        let Item { question, answer, .. } = item;
        let first = format!("{:>3}  ", index + 1);
        hanging(&mut out, &first, &format!("{} ({}): {}", question.title, answer.label, answer.printed));
        hanging(&mut out, "     ", &item.poll_words());
        hanging(&mut out, "     ", &interval_words(estimate));
        let _ = writeln!(out, "     {}", item.reference());
    }
    if !comparison.pairs.is_empty() {
        out += "\nDifferences\n";
    }
    for pair in &comparison.pairs {
        hanging(&mut out, &format!("{:>3} and {}  ", pair.a + 1, pair.b + 1), &pair.verdict);
    }
    if !comparison.comparability.is_empty() {
        out += "\nCan these be compared?\n";
    }
    for aspect in &comparison.comparability {
        let _ = writeln!(out, "  {:<15} {}", aspect.name, aspect.status.word());
        for (index, value) in aspect.values.iter().enumerate() {
            let gap = if aspect.status == Status::Same { "not stated, but one survey" } else { "not stated" };
            hanging(&mut out, &format!("{:>5}  ", index + 1), value.as_deref().unwrap_or(gap));
        }
    }
    if !comparison.verdict.is_empty() {
        out += "\nWhat can be said\n";
        hanging(&mut out, "  ", &comparison.verdict);
    }
    if !comparison.notes.is_empty() {
        out += "\nNotes\n";
    }
    for note in &comparison.notes {
        hanging(&mut out, "  ", note);
    }
    out
}

/// "79.4% to 89.3%, n = 197"
fn interval_words(estimate: &Result<Estimate, NoInterval>) -> String {
    match estimate {
        Err(why) => format!("no interval: {why}"),
        Ok(Estimate { interval: Interval { low, high }, sample, .. }) => match sample.assumed {
            None => format!("{low:.1}% to {high:.1}%, n = {}", sample.words()),
            Some(what_if) => format!("{low:.1}% to {high:.1}% {}", what_if.label()),
        },
    }
}

/// Text behind a first word, its further lines set in under it.
fn hanging(out: &mut String, first: &str, text: &str) {
    let indent = " ".repeat(first.chars().count());
    let options = textwrap::Options::new(WIDTH).initial_indent(first).subsequent_indent(&indent);
    for row in textwrap::wrap(text, options) {
        let _ = writeln!(out, "{}", row.trim_end());
    }
}
