//! What stands after the article: related stories and sources, line by line.

use egui::{Color32, CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::Drawing;
use super::selection::{Place, selectable};
use crate::bundle::{Bundle, Related, Source};
use crate::poll::Disclosed;
use crate::poll::dates::spoken;
use crate::ui::type_scale::{self, TypeStyle};
use crate::ui::{Theme, dotted, widgets};
use crate::view::Action;

/// A line of a story or of a source.
pub struct Line {
    /// Its words.
    pub words: String,
    /// What it is.
    pub is: Is,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A story's title.
    StoryTitle,
    /// A source's title.
    SourceTitle,
    /// What a story tells.
    Text,
    /// What is said of it in passing.
    Aside,
    /// That something is missing.
    Missing,
    /// An address that opens in the browser when it is clicked, and only then.
    Address,
}

impl Is {
    /// Whether it is heard as a heading.
    pub fn is_title(self) -> bool {
        matches!(self, Is::StoryTitle | Is::SourceTitle)
    }

    fn look(self, theme: &Theme) -> (TypeStyle, Color32) {
        match self {
            Is::StoryTitle => (type_scale::CHART_TITLE, theme.ink),
            Is::SourceTitle | Is::Text => (type_scale::SMALL, theme.ink),
            Is::Aside => (type_scale::SECONDARY, theme.quiet),
            Is::Missing => (type_scale::SECONDARY, theme.warning),
            Is::Address => (type_scale::SECONDARY, theme.accent),
        }
    }
}

/// The lines of a related story: title, summary, figures, address.
pub fn story(bundle: &Bundle, story: &Related) -> Vec<Line> {
    let figures = story.figures.iter().map(|reference| bundle.evidence_text(reference));
    let address = match &story.url {
        Disclosed::Stated(address) => (address.clone(), Is::Address),
        Disclosed::NotStated => (NO_ADDRESS.to_owned(), Is::Missing),
    };
    lines([
        (story.title.clone(), Is::StoryTitle),
        (story.summary.clone(), Is::Text),
        (figures.collect::<Vec<_>>().join("; "), Is::Aside),
        address,
    ])
}

/// A title stands under the heading of its section.
pub const TITLE_LEVEL: usize = 3;

/// What stands in the address's place.
const NO_ADDRESS: &str = "address not stated";

/// The lines of a source: title, by whom and when, address, note.
pub fn source(source: &Source) -> Vec<Line> {
    lines([
        (source.title.clone(), Is::SourceTitle),
        (published(source), Is::Aside),
        (source.url.clone(), Is::Address),
        (source.note.clone().unwrap_or_default(), Is::Aside),
    ])
}

/// Those that say something; the first stands for the thing and is always there.
fn lines(lines: [(String, Is); 4]) -> Vec<Line> {
    let lines = lines.into_iter().map(|(words, is)| Line { words, is }).enumerate();
    lines.filter(|(number, line)| *number == 0 || !line.words.is_empty()).map(|(_, line)| line).collect()
}

/// "Children First · 20 April 2021 · read on 3 May 2026"
fn published(source: &Source) -> String {
    let mut parts = vec![source.publisher.clone()];
    parts.push(match &source.published {
        Disclosed::Stated(date) => spoken(date),
        Disclosed::NotStated => "date not stated".to_owned(),
    });
    if let Disclosed::Stated(date) = &source.accessed {
        parts.push(format!("read on {}", spoken(date)));
    }
    dotted(&parts)
}

/// Draws lines under each other; `place` is where each can be selected.
pub fn show(ui: &mut Ui, page: &mut Drawing<'_>, lines: &[Line], place: impl Fn(usize) -> Place) {
    ui.add_space(10.0);
    for (number, line) in lines.iter().enumerate() {
        if lines[0].is == Is::StoryTitle && matches!(line.is, Is::Text | Is::Aside) {
            ui.add_space(2.0);
        }
        let look = line.is.look(page.theme);
        if line.is == Is::Address {
            let response = selectable(ui, page, place(number), &line.words, look, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &line.words));
            widgets::focus_ring(ui, page.theme, &response, response.rect.expand(2.0));
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                page.actions.push(Action::Browse(line.words.clone()));
            }
        } else {
            let response = selectable(ui, page, place(number), &line.words, look, Sense::hover());
            if line.is.is_title() {
                widgets::speak_heading(&response, &line.words, TITLE_LEVEL);
            } else {
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line.words));
            }
        }
    }
}
