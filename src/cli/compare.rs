//! `compare`: poll figures held against each other.

use std::ops::Deref;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::arguments::{Compare, CompareFormat};
use super::drawing::{format, write};
use super::faults::faults;
use super::locate::open;
use super::not_there::{not_there, whole_poll};
use super::output::{DONE, USAGE, fail, print};
use super::show_text::layout::Page;
use crate::bundle::{Bundle, Found, Source};
use crate::chart::comparison::ComparisonKind;
use crate::diagnostics::nearest;
use crate::export::{ComparisonExhibit, Exhibit, Sourced, write_csv};
use crate::library::comparison::{edition_among, topic_words, topics};
use crate::library::{self, Named};
use crate::poll::SampleSize;
use crate::poll::comparison::{Comparison, DifferenceOf, Item, Order, Settings, Status, compare};
use crate::poll::stats::{Estimate, Interval, NoInterval, WhatIf};

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
    let order = what.order;
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
    let references: Vec<String> = items.iter().map(|item| reference(&bundles, item)).collect();
    let compared = Compared { items: &items, references: &references, comparison: &comparison };
    let printed = print(&match what.format {
        CompareFormat::Text => text(&compared, what.assume_n),
        CompareFormat::Json => json(&compared, what.assume_n),
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

/// Figures as they were compared, with what each is named by.
struct Compared<'a> {
    items: &'a [Item<'a>],
    references: &'a [String],
    comparison: &'a Comparison,
}

/// Editions of a briefing have one id, so the very poll tells which one it is.
fn holder<'b>(bundles: &[&'b Bundle], item: &Item<'_>) -> Option<&'b Bundle> {
    let holds = |bundle: &&Bundle| bundle.manifest.polls.iter().any(|poll| std::ptr::eq(poll, item.poll));
    bundles.iter().copied().find(holds)
}

fn source<'b>(bundles: &[&'b Bundle], item: &Item<'_>) -> Option<&'b Source> {
    holder(bundles, item)?.source_of(item.poll, item.question)
}

/// What names the figure to every command: with the path of a briefing that is on no shelf.
fn reference(bundles: &[&Bundle], item: &Item<'_>) -> String {
    let Item { poll, question, answer, .. } = item;
    holder(bundles, item).map_or_else(
        || item.reference(),
        |bundle| format!("{}#{}/{}/{}", bundle.name(), poll.id, question.id, answer.id),
    )
}

/// The bundles that are named, each opened once, and the figures with the bundle that each is of.
fn open_each(figures: &[PathBuf]) -> Result<(Vec<Bundle>, Vec<Figure>), String> {
    let (mut places, mut bundles, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for figure in figures {
        let Named { briefing, edition, reference } = Named::of(figure);
        let whole = Named { briefing, edition, reference: None };
        let bundle = places.iter().position(|known| *known == whole).unwrap_or(places.len());
        if bundle == places.len() {
            bundles.push(open(figure, &whole)?);
            places.push(whole);
        }
        named.push(Figure { bundle, reference: checked(&bundles[bundle], reference)? });
    }
    Ok((bundles, named))
}

/// A question or answer, and which of the bundles it is of.
struct Figure {
    bundle: usize,
    reference: String,
}

/// The question or answer of a bundle that is named, which is there.
fn checked(bundle: &Bundle, reference: Option<String>) -> Result<String, String> {
    let name = bundle.name();
    let reference = reference.ok_or_else(|| {
        format!("{name} names no poll figure: write {name}#POLL/QUESTION or {name}#POLL/QUESTION/ANSWER.")
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

fn json(compared: &Compared<'_>, what_if: Option<WhatIf>) -> String {
    let Compared { items, references, comparison } = compared;
    let pairs = comparison.pairs.iter().map(|pair| {
        json!({
            "a": references[pair.a],
            "b": references[pair.b],
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
        "items": items.iter().zip(*references).zip(&comparison.estimates).map(json_item).collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "comparability": comparability.collect::<Vec<_>>(),
        "verdict": comparison.verdict,
        "notes": comparison.notes,
    });
    serde_json::to_string_pretty(&value).expect("values are plain data") + "\n"
}

fn json_item(((item, reference), estimate): ((&Item<'_>, &String), &Result<Estimate, NoInterval>)) -> Value {
    let bounds = item.answer.value.bounds();
    let known = estimate.as_ref().ok();
    // What is stated of all that were asked says nothing of a part of them.
    let size = item.poll.base_size(item.question);
    let stated = match size.n {
        Some(SampleSize::Stated(people)) => Some(people),
        _ => None,
    };
    json!({
        "ref": reference,
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

fn text(compared: &Compared<'_>, what_if: Option<WhatIf>) -> String {
    let Compared { items, references, comparison } = compared;
    let mut page = Page::for_reading();
    if let Some(what_if) = what_if {
        page.paragraph(0, &format!("A trial: {}, where no usable sample size is stated", what_if.label()));
    }
    page.row("Figures");
    for (index, (item, estimate)) in items.iter().zip(&comparison.estimates).enumerate() {
        let Item { question, answer, .. } = item;
        let first = format!("{:>3}  ", index + 1);
        page.hanging(&first, &format!("{} ({}): {}", question.title, answer.label, answer.printed));
        page.hanging("     ", &item.poll_words());
        page.hanging("     ", &interval_words(estimate));
        page.row(&format!("     {}", references[index]));
    }
    if !comparison.pairs.is_empty() {
        page.gap();
        page.row("Differences");
    }
    for pair in &comparison.pairs {
        page.hanging(&format!("{:>3} and {}  ", pair.a + 1, pair.b + 1), &pair.verdict);
    }
    if !comparison.comparability.is_empty() {
        page.gap();
        page.row("Can these be compared?");
    }
    for aspect in &comparison.comparability {
        page.row(&format!("  {:<15} {}", aspect.name, aspect.status.word()));
        for (index, value) in aspect.values.iter().enumerate() {
            let gap = if aspect.status == Status::Same { "not stated, but one survey" } else { "not stated" };
            page.hanging(&format!("{:>5}  ", index + 1), value.as_deref().unwrap_or(gap));
        }
    }
    if !comparison.verdict.is_empty() {
        page.gap();
        page.row("What can be said");
        page.hanging("  ", &comparison.verdict);
    }
    if !comparison.notes.is_empty() {
        page.gap();
        page.row("Notes");
    }
    for note in &comparison.notes {
        page.hanging("  ", note);
    }
    page.finish()
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
