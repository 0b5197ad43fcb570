//! The column beside the Compare view: the questions of a topic to tick, their answers, and what is
//! kept.

use egui::text::LayoutJob;
use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Compare, Comparing};
use crate::library::comparison::{resolve, topic_figures, topic_words, topics};
use crate::poll::comparison::Item;
use crate::ui::widgets::{self, galley, menu_button};
use crate::ui::{Theme, follow_focus, scroll_bar, type_scale};
use crate::view::Action;

/// From the column's edges, in points.
const INSET: f32 = 20.0;
/// The box to tick, and its words' distance from it.
const BOX: f32 = 13.0;
const AFTER_BOX: f32 = 9.0;

/// Draws the column.
pub fn show(ui: &mut Ui, theme: &Theme, compare: &mut Compare, actions: &mut Vec<Action>) {
    let area = ScrollArea::vertical().auto_shrink(false).id_salt("compare side").show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(16.0);
        overline(ui, theme, "Topic");
        follow_focus::show(ui, |ui| {
            topic_menu(ui, theme, compare, actions);
            ui.add_space(6.0);
            on_topic(ui, theme, compare);
            off_topic(ui, theme, compare);
            kept(ui, theme, compare, actions);
        });
        ui.add_space(20.0);
    });
    scroll_bar::speak(&area, ui);
}

fn overline(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.add_space(8.0);
    let galley = galley(ui, &words.to_uppercase(), type_scale::OVERLINE, theme.quiet, f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 6.0), Sense::hover());
    ui.painter().galley(rect.min + vec2(INSET, 0.0), galley, theme.quiet);
    widgets::speak_heading(&response, words, 2);
}

fn topic_menu(ui: &mut Ui, theme: &Theme, compare: &Compare, actions: &mut Vec<Action>) {
    let chosen = compare.topic.as_deref();
    let name = chosen.map_or_else(|| "Choose…".to_owned(), topic_words);
    ui.horizontal(|ui| {
        ui.add_space(INSET - 8.0);
        let button = menu_button(ui, theme, &name, type_scale::LABEL_STRONG, vec2(8.0, 5.0));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Topic: {name}")));
        egui::Popup::menu(&button).show(|ui| {
            let area = ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                for topic in topics(&compare.shelf) {
                    let words = format!("{} ({})", topic_words(topic.key), topic.questions);
                    let entry = egui::Button::new(words).selected(chosen == Some(topic.key)).frame(false);
                    if ui.add(entry).clicked() {
                        actions.push(Action::Compare(Comparing::Topic(topic.key.to_owned())));
                        ui.close();
                    }
                }
            });
            scroll_bar::speak(&area, ui);
        });
    });
}

/// The questions of the topic; those that are compared show their answers.
fn on_topic(ui: &mut Ui, theme: &Theme, compare: &mut Compare) {
    let Compare { shelf, recipe, topic, .. } = compare;
    let Some(topic) = topic else { return };
    let mut toggled: Vec<String> = Vec::new();
    for (bundle, poll, question) in topic_figures(shelf, topic) {
        let references: Vec<String> = question
            .answers
            .iter()
            .map(|answer| Item { briefing: &bundle.manifest.id, poll, question, answer }.reference())
            .collect();
        let chosen: Vec<&String> =
            references.iter().filter(|reference| recipe.figures.contains(reference)).collect();
        let words = Words { name: &question.title, note: poll.name(), indent: 0.0 };
        if tick(ui, theme, &words, !chosen.is_empty()) {
            if chosen.is_empty() {
                toggled.extend(references.first().cloned());
            } else {
                toggled.extend(chosen.iter().map(|reference| (*reference).clone()));
            }
        }
        if chosen.is_empty() || references.len() < 2 {
            continue;
        }
        for (answer, reference) in question.answers.iter().zip(&references) {
            let words = Words { name: &answer.label, note: "", indent: BOX + AFTER_BOX };
            if tick(ui, theme, &words, recipe.figures.contains(reference)) {
                toggled.push(reference.clone());
            }
        }
        ui.add_space(4.0);
    }
    for figure in toggled {
        recipe.toggle(&figure);
    }
}

/// Figures that were taken in from elsewhere.
fn off_topic(ui: &mut Ui, theme: &Theme, compare: &mut Compare) {
    let Compare { shelf, recipe, topic, .. } = compare;
    let elsewhere: Vec<(String, String, String)> = recipe
        .figures
        .iter()
        .filter_map(|figure| Some((figure, resolve(shelf, figure)?.0)))
        .filter(|(_, item)| topic.as_ref() != Some(&item.question.topic))
        .map(|(figure, item)| {
            let name = format!("{}: {}", item.question.title, item.answer.label);
            (figure.clone(), name, item.poll.name().to_owned())
        })
        .collect();
    if elsewhere.is_empty() {
        return;
    }
    overline(ui, theme, "Also compared");
    for (figure, name, note) in elsewhere {
        if tick(ui, theme, &Words { name: &name, note: &note, indent: 0.0 }, true) {
            recipe.toggle(&figure);
        }
    }
}

fn kept(ui: &mut Ui, theme: &Theme, compare: &Compare, actions: &mut Vec<Action>) {
    if compare.saved.is_empty() {
        return;
    }
    ui.add_space(8.0);
    overline(ui, theme, "Saved comparisons");
    for (index, name) in compare.saved.iter().enumerate() {
        let width = ui.available_width();
        let words = galley(ui, name, type_scale::LABEL, theme.quiet, width - 2.0 * INSET);
        let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y + 11.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Saved comparison: {name}")));
        if response.hovered() || compare.recipe.name == *name {
            ui.painter().rect_filled(rect, 0.0, theme.chosen);
        }
        widgets::focus_ring(ui, theme, &response, rect.shrink(2.0));
        ui.painter().galley(rect.min + vec2(INSET, 5.5), words, theme.ink);
        let asked = response.on_hover_cursor(CursorIcon::PointingHand);
        if asked.clicked() {
            actions.push(Action::Compare(Comparing::OpenKept(index)));
        }
        asked.context_menu(|ui| {
            if ui.button("Remove from the list").clicked() {
                actions.push(Action::Compare(Comparing::Drop(index)));
                ui.close();
            }
        });
    }
}

/// What a line to tick says.
struct Words<'w> {
    name: &'w str,
    note: &'w str,
    indent: f32,
}

/// A line with a box; whether it was ticked or unticked in this frame.
fn tick(ui: &mut Ui, theme: &Theme, words: &Words<'_>, ticked: bool) -> bool {
    let left = INSET + words.indent + BOX + AFTER_BOX;
    let width = ui.available_width();
    let color = if ticked { theme.ink } else { theme.quiet };
    let lay = |text: &str, set: type_scale::TypeStyle, color, rows| {
        let mut job = LayoutJob::single_section(text.to_owned(), set.format(color));
        job.wrap.max_width = width - left - 14.0;
        job.wrap.max_rows = rows;
        ui.painter().layout_job(job)
    };
    let name = lay(words.name, type_scale::LABEL, color, 3);
    let note = (!words.note.is_empty()).then(|| lay(words.note, type_scale::SECONDARY, theme.quiet, 2));
    let note_height = note.as_ref().map_or(0.0, |note| note.size().y);
    let above = if words.note.is_empty() { 3.0 } else { 6.0 };
    let size = vec2(width, name.size().y + note_height + 2.0 * above);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken =
        if words.note.is_empty() { words.name.to_owned() } else { format!("{}, {}", words.name, words.note) };
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, &spoken));
    if response.hovered() || (ticked && words.indent == 0.0) {
        ui.painter().rect_filled(rect, 0.0, theme.chosen);
    }
    widgets::focus_ring(ui, theme, &response, rect.shrink(2.0));
    let square = Rect::from_min_size(
        pos2(rect.left() + INSET + words.indent, rect.top() + above + 3.0),
        vec2(BOX, BOX),
    );
    let at = pos2(rect.left() + left, rect.top() + above);
    ui.painter().rect_stroke(square, 2.0, Stroke::new(1.2, color), StrokeKind::Inside);
    if ticked {
        let hook = [(3.0, 6.8), (5.6, 9.4), (10.2, 3.8)].map(|(x, y)| square.min + vec2(x, y));
        ui.painter().line(hook.to_vec(), Stroke::new(1.6, theme.accent));
    }
    let below = name.size().y;
    ui.painter().galley(at, name, color);
    if let Some(note) = note {
        ui.painter().galley(at + vec2(0.0, below), note, theme.quiet);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
