//! The Compare view before anything is chosen: the topics that several polls asked about.

use egui::{CursorIcon, Rangef, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Compare, shelf_line};
use crate::library::comparison::{Topic, topic_words, topics};
use crate::text::counted;
use crate::ui::widgets::{self, galley, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, CompareAction};
use crate::view::context::ViewContext;

/// Draws the topics, and the comparisons that are kept.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, compare: &mut Compare, column: Rangef) {
    let Compare { shelf, page, saved, shelved, .. } = compare;
    let summary = "Choose a topic that several polls asked about. Or take single figures: “Compare…” under any \
                   chart brings its answers here.";
    page.show(ui, cx.theme, column, ("compare", "Compare", summary), |ui, _| {
        shelf_line::show(ui, cx, shelved);
        if !saved.is_empty() {
            widgets::heading(ui, "Saved comparisons", type_scale::CHART_TITLE, cx.theme.ink, 2);
            ui.add_space(6.0);
            for (index, name) in saved.iter().enumerate() {
                if row(ui, cx.theme, name, "") {
                    cx.actions.push(Action::Compare(CompareAction::OpenSaved(index)));
                }
            }
            hairline(ui, cx.theme);
            ui.add_space(26.0);
        }
        widgets::heading(ui, "Topics", type_scale::CHART_TITLE, cx.theme.ink, 2);
        ui.add_space(6.0);
        for topic in topics(shelf) {
            if row(ui, cx.theme, &topic_words(topic.key), &counts(&topic)) {
                cx.actions.push(Action::Compare(CompareAction::ShowTopic(topic.key.to_owned())));
            }
        }
        hairline(ui, cx.theme);
    });
}

/// "4 questions, 4 polls"
pub fn counts(topic: &Topic<'_>) -> String {
    format!("{}, {}", counted(topic.questions, "question"), counted(topic.polls, "poll"))
}

fn row(ui: &mut Ui, theme: &Theme, name: &str, note: &str) -> bool {
    hairline(ui, theme);
    let width = ui.available_width();
    let note_words = galley(ui, note, type_scale::SECONDARY, theme.quiet, f32::INFINITY);
    let words = galley(ui, name, type_scale::LABEL_STRONG, theme.ink, width - note_words.size().x - 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y + 20.0), Sense::click());
    let spoken = if note.is_empty() { name.to_owned() } else { format!("{name}, {note}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(10.0, -2.0)), 4.0, theme.side);
    }
    widgets::focus_ring(ui, theme, &response, rect.expand2(vec2(10.0, -1.0)));
    ui.painter().galley(pos2(rect.left(), rect.top() + 10.0), words, theme.ink);
    let at = pos2(rect.right() - note_words.size().x, rect.top() + 11.0);
    ui.painter().galley(at, note_words, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
