//! What a screen reader is told when something changes that it would not say by itself: the view, the
//! briefing, the text size, the theme, what is selected, what was done beside the frames.

use egui::Ui;

use super::actions::View;
use super::page::{Page, Selection};
use super::{Reading, Window, has_side, problems, side_shown};
use crate::ui::announce;

/// What was said last, and of what.
#[derive(Default)]
pub struct Announcements {
    last: Option<Facts>,
    words: String,
    /// Whether the words are those of messages that wait to be read.
    of_messages: bool,
}

/// What is worth a word when it changes.
#[derive(Clone, PartialEq)]
struct Facts {
    view: View,
    briefing: Option<String>,
    text_size: u16,
    theme: String,
    selection: Option<Selection>,
    /// Whether a column stands beside the page, where one can.
    side: Option<bool>,
    /// How far a view has come that is made beside the frames.
    so_far: Option<String>,
}

/// Blocks up to which selected words are counted; the count of more would cost a frame.
const COUNTED: usize = 2_000;

/// Says what has changed since the last frame.
pub fn show(ui: &Ui, window: &mut Window) {
    let reading = window.reading.as_ref();
    let page = reading.filter(|_| window.view == View::Read).map(|reading| &reading.page);
    let facts = Facts {
        view: window.view,
        briefing: reading.map(|reading| reading.bundle.short_title().to_owned()),
        text_size: window.settings.text_size.percent(),
        theme: window.colours().name.clone(),
        selection: page.and_then(Page::selection),
        side: has_side(window).then(|| side_shown(window, ui.ctx().content_rect().width())),
        so_far: reading.and_then(|reading| so_far(window.view, reading)),
    };
    let announcements = &window.announcements;
    if announcements.last.as_ref() != Some(&facts) {
        let said = announcements.last.as_ref().and_then(|last| said(last, &facts, page));
        if let Some(words) = said {
            window.announcements.words = words;
            window.announcements.of_messages = false;
        }
        window.announcements.last = Some(facts);
    }
    if let Some(words) = window.messages.came_behind() {
        window.announcements.words = words;
        window.announcements.of_messages = true;
    } else if window.announcements.of_messages && window.messages.more() == 0 {
        window.announcements.words.clear();
        window.announcements.of_messages = false;
    }
    announce::unseen(ui, &window.announcements.words);
}

fn said(before: &Facts, now: &Facts, page: Option<&Page>) -> Option<String> {
    if let Some(briefing) = now.briefing.as_ref().filter(|_| now.briefing != before.briefing) {
        return Some(format!("{briefing}: {}", now.view.name()));
    }
    if now.view != before.view {
        return Some(now.view.name().to_owned());
    }
    if now.text_size != before.text_size {
        return Some(format!("Text size {} percent", now.text_size));
    }
    if now.theme != before.theme {
        return Some(format!("Theme: {}", now.theme));
    }
    if now.selection != before.selection {
        return Some(if now.selection.is_some() { selected(page?) } else { "Nothing selected".to_owned() });
    }
    if let (Some(_), Some(shown)) = (before.side, now.side.filter(|_| now.side != before.side)) {
        return Some(if shown { "Outline shown" } else { "Outline hidden" }.to_owned());
    }
    now.so_far.clone().filter(|_| now.so_far != before.so_far)
}

fn so_far(view: View, reading: &Reading) -> Option<String> {
    match view {
        View::Claims => Some(reading.claims.summary().into_owned()),
        View::Problems => Some(problems::so_far(reading)),
        _ => None,
    }
}

/// "12 words selected"
fn selected(page: &Page) -> String {
    if page.blocks_selected() > COUNTED {
        return "More than can be counted selected".to_owned();
    }
    match page.selected_text().split_whitespace().count() {
        1 => "1 word selected".to_owned(),
        count => format!("{count} words selected"),
    }
}
