//! The selected text as it is copied: plain, blank lines between paragraphs, tabs between cells,
//! lists with their marks. Footnotes' numbers are no part of it: who quotes "62%" with a note quotes no
//! "62%1".

use std::ops::Range;

use super::matter::Matter;
use super::position::{Place, Selection, byte};
use crate::article::{Container, Kind, Marker};
use crate::text::without_hints;
use crate::view::parts::{call_entry, question_chart};

/// The text between the selection's two ends, whichever comes first.
pub fn text(matter: Matter<'_>, selection: &Selection) -> String {
    let (first, last) = (selection.start().place, selection.end().place);
    let mut copied = String::new();
    let mut before: Option<Place> = None;
    let mut next = Some(first);
    while let Some(place) = next.filter(|place| *place <= last) {
        next = matter.after(place);
        let Some(characters) = selection.within(place, matter.length(place)) else { continue };
        let words = words(matter, place, &characters);
        if words.is_empty() {
            continue;
        }
        if let Some(before) = before {
            copied.push_str(if follows_closely(matter, before, place) { "\n" } else { "\n\n" });
        }
        // A mark belongs to an item that is one of several; who selects words inside one item
        // wants the words.
        let with_mark = characters.start == 0 && first != last;
        push(&mut copied, matter, place, &words, with_mark);
        before = Some(place);
    }
    copied
}

/// The words of a place, or what stands for them.
fn words(matter: Matter<'_>, place: Place, characters: &Range<usize>) -> String {
    let Some(text) = matter.text(place) else { return whole(matter, place) };
    let bytes = byte(&text, characters.start)..byte(&text, characters.end);
    match matter.block(place) {
        Some(block) => block.words_in(bytes).into_owned(),
        // Its short parts are held together on the page.
        None if place == Place::Origin => text[bytes].replace('\u{a0}', " "),
        None => without_hints(&text[bytes]).into_owned(),
    }
}

/// What is copied for a thing that is no text.
fn whole(matter: Matter<'_>, place: Place) -> String {
    if let Some(call) = matter.call(place) {
        return call_entry::as_text(matter.bundle, call);
    }
    let Some(block) = matter.block(place) else { return String::new() };
    match &block.kind {
        Kind::Chart { reference, caption } => question_chart::as_text(matter.bundle, reference, caption),
        Kind::Picture { alt, title, .. } => {
            let words: Vec<&str> =
                [alt, title].into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
            if words.is_empty() { String::new() } else { format!("Picture: {}", words.join(". ")) }
        }
        _ => String::new(),
    }
}

/// Whether two neighbours stand on lines of one tight list, of one source or story, of the key figures.
fn follows_closely(matter: Matter<'_>, before: Place, place: Place) -> bool {
    match (before, place) {
        (Place::KeyFigure(_), Place::KeyFigure(_)) => return true,
        (Place::Story(before, _), Place::Story(story, _)) => return before == story,
        (Place::Source(before, _), Place::Source(source, _)) => return before == source,
        _ => {}
    }
    let list = |place: Place| matter.lists.get(place.block()?).map(|listed| listed.first);
    let tight = matter
        .block(place)
        .is_some_and(|block| matches!(block.containers.last(), Some(Container::Item { tight: true, .. })));
    tight && list(place).is_some() && list(before) == list(place)
}

fn push(copied: &mut String, matter: Matter<'_>, place: Place, words: &str, with_mark: bool) {
    let containers = matter.block(place).map_or(&[][..], |block| &block.containers);
    let depth = containers.iter().filter(|container| matches!(container, Container::Item { .. })).count();
    let mark = match containers.last() {
        Some(Container::Item { marker: Some(marker), task, .. }) => {
            let task = task.map(|is_done| if is_done { "[x] " } else { "[ ] " });
            match marker {
                Marker::Bullet => task.unwrap_or("• ").to_owned(),
                Marker::Number(number) => format!("{number}. {}", task.unwrap_or_default()),
            }
        }
        Some(Container::Footnote { number, first: true, .. }) => format!("[{number}] "),
        Some(Container::Item { marker: None, .. }) => "  ".to_owned(),
        _ => String::new(),
    };
    let indent = "  ".repeat(depth.saturating_sub(1));
    if with_mark {
        copied.push_str(&indent);
        copied.push_str(&mark);
    }
    let under = format!("\n{}", "  ".repeat(depth));
    copied.push_str(&if depth == 0 { words.to_owned() } else { words.replace('\n', &under) });
}
