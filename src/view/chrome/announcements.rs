//! What a screen reader is told when something changes that it would not say by itself: the view, the
//! briefing, the text size, the theme, what is selected, what was done off the UI thread.

use egui::Ui;

use super::SideColumn;
use super::messages::Messages;
use crate::ui::announce;
use crate::view::actions::View;
use crate::view::pages::article::{Page, Selection};

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
pub struct Facts {
    /// The view in the window.
    pub view: View,
    /// The open briefing's short title.
    pub briefing: Option<String>,
    /// In percent.
    pub text_size: u16,
    /// The theme's name.
    pub theme: String,
    /// What is selected in the article, where it is shown.
    pub selection: Option<Selection>,
    /// The column beside the page.
    pub side: SideColumn,
    /// How far a view has come that is made off the UI thread.
    pub so_far: Option<String>,
}

/// Blocks up to which selected words are counted; the count of more would cost a frame.
const COUNTED: usize = 2_000;

/// Says what has changed since the last frame. `page` is the article, where it is shown.
pub fn show(
    ui: &Ui,
    announcements: &mut Announcements,
    facts: Facts,
    page: Option<&Page>,
    messages: &mut Messages,
) {
    if announcements.last.as_ref() != Some(&facts) {
        let said = announcements.last.as_ref().and_then(|last| said(last, &facts, page));
        if let Some(words) = said {
            announcements.words = words;
            announcements.of_messages = false;
        }
        announcements.last = Some(facts);
    }
    if let Some(words) = messages.came_behind() {
        announcements.words = words;
        announcements.of_messages = true;
    } else if announcements.of_messages && messages.more() == 0 {
        announcements.words.clear();
        announcements.of_messages = false;
    }
    announce::unseen(ui, &announcements.words);
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
    match (before.side, now.side) {
        (SideColumn::Hidden, SideColumn::Shown) => return Some("Outline shown".to_owned()),
        (SideColumn::Shown, SideColumn::Hidden) => return Some("Outline hidden".to_owned()),
        _ => {}
    }
    now.so_far.clone().filter(|_| now.so_far != before.so_far)
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
