//! What the Notes view can be asked: scope, words, colour, tag, stance, kind, status, order.

use std::collections::BTreeSet;

use egui::{Frame, TextEdit, Ui, vec2};

use super::filter::{Filter, Sort};
use super::state::NotesPage;
use crate::notes::{Colour, Note, Stance, Status};
use crate::poll::capitalised;
use crate::ui::menu::{self, under};
use crate::ui::widgets::{self, menu_button, quiet_button, segments};
use crate::ui::{Theme, scroll_bar, type_scale};
use crate::view::parts::notes::PageNotes;

const PADDING: egui::Vec2 = vec2(8.0, 4.0);
/// Kinds of targets with their names.
const KINDS: [(&str, &str); 6] = [
    ("passage", "Passages"),
    ("figure", "Figures"),
    ("key-figure", "Key figures"),
    ("call", "Calls to action"),
    ("comparison", "Comparisons"),
    ("briefing", "Whole briefings"),
];

/// Draws the controls.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    page: &mut NotesPage,
    all: &[Note],
    placed: &PageNotes,
    in_briefing: bool,
) {
    let tags: BTreeSet<String> = all.iter().flat_map(|note| note.tags.iter().cloned()).collect();
    let filter = &mut page.list.filter;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 6.0);
        if in_briefing {
            let chosen = usize::from(filter.everywhere);
            if let Some(scope) = segments(ui, theme, &["This briefing", "All briefings"], chosen) {
                filter.everywhere = scope == 1;
            }
            ui.add_space(6.0);
        }
        let words = TextEdit::singleline(&mut filter.words)
            .hint_text("Filter by words")
            .desired_width(180.0)
            .min_size(vec2(0.0, 28.0))
            .align(egui::Align2::LEFT_CENTER)
            .frame(Frame::NONE);
        let field = ui.add(words);
        widgets::is_filter(&field, "Filter notes by words", &mut filter.words);
        let line = widgets::field_line(theme, field.has_focus());
        ui.painter().hline(field.rect.x_range(), field.rect.bottom(), line);
    });
    ui.add_space(6.0);
    widgets::hanging(ui, "filters", PADDING.x, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            let colours = Colour::ALL.map(|colour| (colour, capitalised(colour.name())));
            choose(ui, theme, "Colour", &colours, &mut filter.colour);
            if !tags.is_empty() {
                let tags: Vec<(String, String)> = tags.into_iter().map(|tag| (tag.clone(), tag)).collect();
                choose(ui, theme, "Tag", &tags, &mut filter.tag);
            }
            let stances = Stance::ALL.map(|stance| (stance, capitalised(stance.name())));
            choose(ui, theme, "Stance", &stances, &mut filter.stance);
            let kinds = KINDS.map(|(kind, name)| (kind, name.to_owned()));
            choose(ui, theme, "Kind", &kinds, &mut filter.kind);
            if !placed.all().is_empty() {
                let statuses =
                    Status::ALL.map(|status| (status, capitalised(&status.name().replace('-', " "))));
                choose(ui, theme, "Status", &statuses, &mut filter.status);
            }
            menu(ui, theme, &format!("Order: {}", filter.sort.name().to_lowercase()), |ui| {
                for sort in Sort::ALL {
                    if entry(ui, sort.name(), filter.sort == sort) {
                        filter.sort = sort;
                    }
                }
            });
            let export = if page.export.open { "Hide export" } else { "Export…" };
            if quiet_button(ui, theme, export, type_scale::LABEL, PADDING).clicked() {
                page.export.open = !page.export.open;
            }
            if filter.is_on() && quiet_button(ui, theme, "Show all", type_scale::LABEL, PADDING).clicked() {
                let (everywhere, sort) = (filter.everywhere, filter.sort);
                *filter = Filter { everywhere, sort, ..Default::default() };
            }
        })
    });
}

/// A menu of one thing out of several, or any of them.
fn choose<T: Clone + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    choices: &[(T, String)],
    chosen: &mut Option<T>,
) {
    let known = choices.iter().find(|(choice, _)| Some(choice) == chosen.as_ref());
    let label =
        known.map_or_else(|| name.to_owned(), |(_, words)| format!("{name}: {}", words.to_lowercase()));
    menu(ui, theme, &label, |ui| {
        if entry(ui, "Any", chosen.is_none()) {
            *chosen = None;
        }
        for (choice, words) in choices {
            if entry(ui, words, chosen.as_ref() == Some(choice)) {
                *chosen = Some(choice.clone());
            }
        }
    });
}

fn menu(ui: &mut Ui, theme: &Theme, label: &str, entries: impl FnOnce(&mut Ui)) {
    let button = menu_button(ui, theme, label, type_scale::LABEL, PADDING);
    under(&button, false, |ui| {
        ui.set_min_width(150.0);
        let area = egui::ScrollArea::vertical().max_height(320.0).show(ui, entries);
        scroll_bar::speak(&area, ui);
    });
}

fn entry(ui: &mut Ui, words: &str, chosen: bool) -> bool {
    let clicked = menu::entry(ui, words, "", chosen, true).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
