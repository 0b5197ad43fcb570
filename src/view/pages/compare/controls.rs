//! What can be changed about a comparison: how it is drawn and ordered, what it is held against, the
//! sample size to try; and where it can go.

use egui::{Key, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, vec2};

use crate::chart::comparison::{ComparisonChart, ComparisonKind};
use crate::library::comparison::Recipe;
use crate::poll::comparison::Order;
use crate::poll::grouped;
use crate::poll::printed::whole_number;
use crate::poll::stats::WhatIf;
use crate::ui::menu::{self, under};
use crate::ui::widgets::{menu_button, quiet_button, segments};
use crate::ui::{Theme, scroll_bar, type_scale};
use crate::view::actions::{Action, Command, CompareAction, Export, ExportSubject, NoteAction, NoteTarget};
use crate::view::context::ViewContext;
use crate::view::parts::export_menu;

/// How the comparison stands.
pub struct Now<'n> {
    pub chart: &'n ComparisonChart<'n>,
    pub recipe: &'n Recipe,
    pub kinds: &'n [ComparisonKind],
    pub kind: ComparisonKind,
    pub has_side: bool,
    /// As wide as the chart is, in points.
    pub width: u16,
}

/// What a person has switched and typed in the controls.
#[derive(Default)]
pub struct Controls {
    /// Whether the table is shown under the chart.
    pub table: bool,
    /// The name being typed, while one is asked for.
    pub naming: Option<String>,
    sample_size: String,
}

const PADDING: egui::Vec2 = vec2(8.0, 4.0);

impl Controls {
    /// Draws the controls.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut ViewContext<'_>, now: &Now<'_>) {
        let kinds = now.kinds;
        let page = ui.available_rect_before_wrap();
        // The words of a row's first button begin where the page's do.
        let room = page.with_min_x(page.left() - PADDING.x);
        let mut rows = ui.new_child(UiBuilder::new().max_rect(room));
        rows.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 6.0);
            if kinds.len() > 1 {
                ui.add_space(PADDING.x);
                let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                let chosen = kinds.iter().position(|kind| *kind == now.kind).unwrap_or(0);
                if let Some(index) = segments(ui, cx.theme, &names, chosen) {
                    cx.actions.push(Action::Compare(CompareAction::DrawAs(kinds[index])));
                }
                ui.add_space(6.0);
            }
            order_menu(ui, cx, now.recipe);
            baseline_menu(ui, cx, now.chart);
            what_if_menu(ui, cx, &mut self.sample_size, now.recipe);
            let table = if self.table { "Hide table" } else { "Table" };
            if quiet_button(ui, cx.theme, table, type_scale::LABEL, PADDING).clicked() {
                self.table = !self.table;
            }
            export_entries(ui, cx, now);
            if quiet_button(ui, cx.theme, "Note…", type_scale::LABEL, PADDING).clicked() {
                cx.actions.push(Action::Note(NoteAction::Write(NoteTarget::Comparison)));
            }
            name_and_save(ui, cx, &mut self.naming, now.recipe);
            if !now.has_side && quiet_button(ui, cx.theme, "Figures…", type_scale::LABEL, PADDING).clicked()
            {
                cx.actions.push(Action::Do(Command::Outline));
            }
        });
        // What follows begins there too, and not where the buttons do.
        ui.advance_cursor_after_rect(rows.min_rect().with_min_x(page.left()));
    }
}

fn menu(ui: &mut Ui, theme: &Theme, label: &str, entries: impl FnOnce(&mut Ui)) {
    let button = menu_button(ui, theme, label, type_scale::LABEL, PADDING);
    under(&button, false, |ui| {
        ui.set_min_width(150.0);
        entries(ui);
    });
}

fn entry(ui: &mut Ui, words: &str, chosen: bool) -> bool {
    let clicked = menu::entry(ui, words, "", chosen, true).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// The chart as a file, or onto the clipboard.
fn export_entries(ui: &mut Ui, cx: &mut ViewContext<'_>, now: &Now<'_>) {
    let button = menu_button(ui, cx.theme, "Export…", type_scale::LABEL, PADDING);
    under(&button, false, |ui| {
        ui.set_min_width(190.0);
        for (index, words) in export_menu::ACTION.entries.iter().enumerate() {
            if let Some(to) = export_menu::outlet(index).filter(|_| entry(ui, words, false)) {
                let what = ExportSubject::Comparison(now.kind);
                cx.actions.push(Action::Export(Export { subject: what, width: now.width, to }));
            }
        }
    });
}

fn order_menu(ui: &mut Ui, cx: &mut ViewContext<'_>, recipe: &Recipe) {
    let label = format!("Order: {}", recipe.order.name().to_lowercase());
    menu(ui, cx.theme, &label, |ui| {
        for order in Order::ALL {
            if entry(ui, order.name(), recipe.order == order) {
                cx.actions.push(Action::Compare(CompareAction::OrderBy(order)));
            }
        }
    });
}

fn baseline_menu(ui: &mut Ui, cx: &mut ViewContext<'_>, chart: &ComparisonChart<'_>) {
    let label =
        chart.baseline.map_or("Baseline: none".to_owned(), |index| format!("Baseline: {}", index + 1));
    menu(ui, cx.theme, &label, |ui| {
        if entry(ui, "None", chart.baseline.is_none()) {
            cx.actions.push(Action::Compare(CompareAction::SetBaseline(None)));
        }
        // As many as there are figures: only those in view are laid out.
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = menu::entry_height(ui);
        let most = (ui.ctx().content_rect().height() * 0.6).max(height);
        let rows = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
        let area = rows.show_rows(ui, height, chart.figures.len(), |ui, shown| {
            for index in shown {
                let item = chart.figures[index].item;
                let words = format!(
                    "{}  {}: {} · {}",
                    index + 1,
                    shortened(&item.question.title),
                    shortened(&item.answer.label),
                    shortened(&item.poll_words())
                );
                if entry(ui, &words, chart.baseline == Some(index)) {
                    cx.actions.push(Action::Compare(CompareAction::SetBaseline(Some(item.reference()))));
                }
            }
        });
        scroll_bar::speak(&area, ui);
    });
}

/// The most characters of a name in a menu's entry.
const LONGEST: usize = 40;

/// A name without its middle: names of groups and waves begin alike.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let half = LONGEST / 2;
    let begins: String = name.chars().take(half).collect();
    let ends: String = name.chars().skip(length - half).collect();
    format!("{}…{}", begins.trim_end(), ends.trim_start())
}

/// Sample sizes to try.
const TRIALS: [u64; 4] = [500, 1_000, 2_000, 10_000];

fn what_if_menu(ui: &mut Ui, cx: &mut ViewContext<'_>, typed: &mut String, recipe: &Recipe) {
    let label = match recipe.assume_n {
        None => "If n were…".to_owned(),
        Some(people) => format!("If n were {}", grouped(people)),
    };
    let button = menu_button(ui, cx.theme, &label, type_scale::LABEL, PADDING);
    let mut assume = |people| cx.actions.push(Action::Compare(CompareAction::AssumeSampleSize(people)));
    under(&button, true, |ui| {
        ui.set_min_width(190.0);
        if entry(ui, "As stated", recipe.assume_n.is_none()) {
            assume(None);
        }
        for people in TRIALS {
            if entry(ui, &grouped(people), recipe.assume_n == Some(people)) {
                assume(Some(people));
            }
        }
        let field =
            ui.add(egui::TextEdit::singleline(typed).hint_text("another number").desired_width(170.0));
        field.ctx.accesskit_node_builder(field.id, |node| node.set_label("Sample size to try"));
        let people = whole_number(typed).and_then(WhatIf::new).map(WhatIf::people);
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && people.is_some() {
            assume(people);
            ui.close();
        }
    });
}

fn name_and_save(ui: &mut Ui, cx: &mut ViewContext<'_>, naming: &mut Option<String>, recipe: &Recipe) {
    let button = quiet_button(ui, cx.theme, "Save…", type_scale::LABEL, PADDING);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Save this comparison…"));
    if button.clicked() && naming.is_none() {
        *naming = Some(recipe.name.clone());
    }
    let Some(name) = naming else { return };
    let mut done = false;
    let field = ui.add(egui::TextEdit::singleline(name).hint_text("its name").desired_width(220.0));
    field.ctx.accesskit_node_builder(field.id, |node| node.set_label("Name of this comparison"));
    if button.clicked() {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let escaped = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    let named = !name.trim().is_empty();
    let saved = quiet_button(ui, cx.theme, "Save", type_scale::LABEL_STRONG, PADDING).clicked();
    if (entered || saved) && named {
        cx.actions.push(Action::Compare(CompareAction::Save(name.trim().to_owned())));
        done = true;
    }
    if quiet_button(ui, cx.theme, "Share as a file…", type_scale::LABEL, PADDING).clicked() && named {
        cx.actions.push(Action::Compare(CompareAction::Share(name.trim().to_owned())));
        done = true;
    }
    if done || escaped || quiet_button(ui, cx.theme, "Cancel", type_scale::LABEL, PADDING).clicked() {
        *naming = None;
    }
}
