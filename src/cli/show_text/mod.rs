//! A briefing for the terminal: plain text, wrapped, no control codes, so that any pager shows it.

mod article;
pub mod layout;
mod polls;
mod tables;

use unicode_width::UnicodeWidthStr;

use crate::bundle::{Bundle, Call, Found};
use crate::poll::{Disclosed, dates::spoken};
use crate::text::counted;
use layout::Page;

/// The whole briefing.
pub fn whole(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let mut page = Page::for_reading();
    page.underlined(&title(bundle), '=');
    page.paragraph(0, &manifest.summary);
    page.paragraph(0, &origin(bundle));
    outline(&mut page, bundle);
    highlights(&mut page, bundle);
    if !bundle.article.blocks.is_empty() {
        page.section("Article");
        article::blocks(&mut page, bundle);
    }
    if !manifest.polls.is_empty() {
        page.section("Polls");
        for poll in &manifest.polls {
            polls::poll(&mut page, bundle, poll);
        }
    }
    calls(&mut page, bundle);
    figures(&mut page, bundle);
    related(&mut page, bundle);
    sources(&mut page, bundle);
    page.finish()
}

/// A poll, question, answer or figure.
pub fn one(bundle: &Bundle, found: &Found<'_>) -> String {
    let mut page = Page::for_reading();
    match found {
        Found::Poll(poll) => polls::poll(&mut page, bundle, poll),
        Found::Question { poll, question } | Found::Answer { poll, question, .. } => {
            if let Found::Answer { answer, .. } = found {
                let meaning = answer.value.meaning();
                page.paragraph(0, &format!("{}: {} ({meaning})", answer.label, answer.printed));
            }
            polls::question_with_note(&mut page, question);
            polls::disclosure(&mut page, bundle, poll);
        }
        Found::Figure(figure) => {
            page.hanging("", &figure.with_unit());
            page.hanging("", &figure.what);
            if let Some(note) = &figure.note {
                page.hanging("", &format!("Note: {note}"));
            }
            if let Some(source) = bundle.source(&figure.source) {
                page.hanging("", &format!("Read in: {}", source.title));
                page.row(&source.url);
            }
        }
    }
    page.finish()
}

/// A call.
pub fn call(bundle: &Bundle, call: &Call) -> String {
    let mut page = Page::for_reading();
    set_call(&mut page, bundle, "", call);
    page.finish()
}

/// A block of the article.
pub fn block(bundle: &Bundle, index: usize) -> String {
    let mut page = Page::for_reading();
    article::block(&mut page, bundle, index);
    page.finish()
}

fn title(bundle: &Bundle) -> String {
    match bundle.manifest.title.as_str() {
        "" => bundle.name(),
        title => title.to_owned(),
    }
}

fn origin(bundle: &Bundle) -> String {
    let manifest = &bundle.manifest;
    let publisher = if manifest.publisher.is_empty() { "publisher missing" } else { &manifest.publisher };
    let edition = match manifest.edition {
        0 => "edition missing".to_owned(),
        edition => format!("edition {edition}"),
    };
    let words = counted(bundle.article.word_count(), "word");
    format!("{publisher} · {} · {edition} · {words}", date(&manifest.published))
}

fn date(date: &Disclosed<String>) -> String {
    date.stated().map_or_else(|| "date not stated".to_owned(), |date| spoken(date))
}

fn outline(page: &mut Page, bundle: &Bundle) {
    let entries = bundle.article.outline();
    if entries.is_empty() {
        return;
    }
    page.section("Outline");
    let top = entries.iter().map(|entry| entry.level).min().unwrap_or(1);
    for entry in entries {
        page.hanging(&"  ".repeat(usize::from(entry.level - top)), &entry.text);
    }
}

fn highlights(page: &mut Page, bundle: &Bundle) {
    if bundle.manifest.highlights.is_empty() {
        return;
    }
    page.section("Key figures");
    let rows = bundle.manifest.highlights.iter().map(|highlight| {
        let values: Vec<String> = highlight.figures.iter().map(|figure| bundle.value_text(figure)).collect();
        (values.join(" → "), highlight.caption.as_str())
    });
    values_with_words(page, &rows.collect::<Vec<_>>());
}

fn calls(page: &mut Page, bundle: &Bundle) {
    if bundle.manifest.calls.is_empty() {
        return;
    }
    page.section("Calls to action");
    for (index, call) in bundle.manifest.calls.iter().enumerate() {
        set_call(page, bundle, &format!("{}. ", index + 1), call);
        page.gap();
    }
}

fn set_call(page: &mut Page, bundle: &Bundle, first: &str, call: &Call) {
    let rest = " ".repeat(first.width());
    page.hanging(first, &call.title);
    page.hanging(&rest, &addressed(call));
    page.hanging(&rest, &call.text);
    if !call.evidence.is_empty() {
        let evidence: Vec<String> =
            call.evidence.iter().map(|reference| bundle.evidence_text(reference)).collect();
        page.hanging(&rest, &format!("Rests on: {}", evidence.join("; ")));
    }
}

fn addressed(call: &Call) -> String {
    match call.to.stated() {
        Some(to) => format!("By {} · addressed to {to}", call.by),
        None => format!("By {} · addressee not stated", call.by),
    }
}

fn figures(page: &mut Page, bundle: &Bundle) {
    let figures = &bundle.manifest.figures;
    if figures.is_empty() {
        return;
    }
    page.section("Other figures");
    let texts: Vec<(String, String)> = figures
        .iter()
        .map(|figure| match &figure.note {
            Some(note) => (figure.with_unit(), format!("{}\nNote: {note}", figure.what)),
            None => (figure.with_unit(), figure.what.clone()),
        })
        .collect();
    let rows: Vec<(String, &str)> =
        texts.iter().map(|(value, words)| (value.clone(), words.as_str())).collect();
    values_with_words(page, &rows);
}

/// Values in a column of their own, set to the right, each with what it is.
fn values_with_words(page: &mut Page, rows: &[(String, &str)]) {
    let column = rows.iter().map(|(value, _)| value.width()).max().unwrap_or(0).min(page.width() / 3);
    for (value, words) in rows {
        let space = " ".repeat(column.saturating_sub(value.width()));
        if value.width() > column {
            page.hanging("  ", value);
            page.hanging(&" ".repeat(column + 4), words);
        } else {
            page.hanging(&format!("  {space}{value}  "), words);
        }
    }
    page.gap();
}

fn related(page: &mut Page, bundle: &Bundle) {
    if bundle.manifest.related.is_empty() {
        return;
    }
    page.section("Related");
    for story in &bundle.manifest.related {
        page.hanging("  ", &story.title);
        page.hanging("  ", &story.summary);
        for figure in &story.figures {
            page.hanging("    ", &bundle.evidence_text(figure));
        }
        if let Some(address) = story.url.stated() {
            page.row(&format!("  {address}"));
        }
        page.gap();
    }
}

fn sources(page: &mut Page, bundle: &Bundle) {
    if bundle.manifest.sources.is_empty() {
        return;
    }
    page.section("Sources");
    for source in &bundle.manifest.sources {
        page.hanging("  ", &format!("{}. {}, {}.", source.title, source.publisher, date(&source.published)));
        // Addresses are never broken over rows: they are there to be copied.
        page.row(&format!("  {}", source.url));
        if let Some(read) = source.accessed.stated() {
            page.hanging("  ", &format!("Read on {}.", spoken(read)));
        }
        if let Some(note) = &source.note {
            page.hanging("  ", &format!("Note: {note}"));
        }
        page.gap();
    }
}
