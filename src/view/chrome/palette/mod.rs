//! The palette: every command, place and briefing, a few letters away.

mod matching;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, CursorIcon, Frame, Id, Key, Margin, Modal, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::ui::lines;
use crate::ui::widgets::{self, galley};
use crate::ui::{Theme, scroll_bar, spoken, type_scale};
use crate::view::context::ViewContext;

pub use matching::Entry;

/// What the palette remembers.
#[derive(Default)]
pub struct Palette {
    /// Whether it is open.
    pub open: bool,
    /// Names of what was chosen before, the latest first.
    pub recent: Vec<String>,
    query: String,
    chosen: usize,
    /// What fits the query, and what it was found for.
    found: Vec<Entry>,
    found_for: Option<(String, usize)>,
}

/// Rows in view, and names that are remembered.
const ROWS: usize = 12;
const ROW: f32 = 30.0;
const REMEMBERED: usize = 20;

/// Points kept free under the list.
const BELOW: f32 = 30.0;

/// What can be looked for.
const HINT: &str = "Commands, sections, charts, calls, sources, briefings";

impl Palette {
    /// Opens it empty.
    pub fn show_anew(&mut self) {
        self.open = true;
        self.query.clear();
        self.chosen = 0;
        self.found_for = None;
    }

    /// Offers what `entries` gives, unless it did so before for the same words and as many briefings on
    /// the shelf, which may still be filling.
    pub fn offer(&mut self, on_shelf: usize, entries: impl FnOnce() -> Vec<Entry>) {
        let wanted = (self.query.clone(), on_shelf);
        if self.found_for.as_ref() != Some(&wanted) {
            self.found = matching::matching(entries(), &self.query, &self.recent);
            self.found_for = Some(wanted);
        }
    }

    fn remember(&mut self, name: &str) {
        self.recent.retain(|known| known != name);
        self.recent.insert(0, name.to_owned());
        self.recent.truncate(REMEMBERED);
    }
}

/// Draws the palette over the window.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, palette: &mut Palette) {
    let count = palette.found.len();
    palette.chosen = palette.chosen.min(count.saturating_sub(1));
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 80.0));
    let frame = Frame::popup(ui.style()).fill(cx.theme.page).inner_margin(Margin::same(10));
    let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 40.0));
        spoken::name_dialog(ui, "Palette", Role::Dialog);
        let before = palette.chosen;
        let picked = keys(ui, palette, count);
        let moved = palette.chosen != before;
        field(ui, palette);
        ui.add_space(6.0);
        if count == 0 {
            ui.add_space(4.0);
            widgets::text(ui, "Nothing of that name.", type_scale::LABEL, cx.theme.quiet);
        }
        let clicked = list(ui, cx.theme, palette, moved);
        picked || clicked
    });
    if modal.inner
        && let Some(entry) = palette.found.get(palette.chosen).cloned()
    {
        palette.remember(&entry.name);
        palette.open = false;
        cx.actions.push(entry.action);
    } else if modal.should_close() {
        palette.open = false;
    }
}

/// Arrows and Page keys move, Enter picks; whether something was picked.
fn keys(ui: &Ui, palette: &mut Palette, count: usize) -> bool {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = count.saturating_sub(1);
    for (key, steps) in [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, ROWS as isize - 1),
        (Key::PageUp, 1 - ROWS as isize),
    ] {
        if pressed(key) {
            palette.chosen = palette.chosen.saturating_add_signed(steps).min(last);
        }
    }
    pressed(Key::Enter)
}

fn field(ui: &mut Ui, palette: &mut Palette) {
    let edit = TextEdit::singleline(&mut palette.query)
        .hint_text(HINT)
        .desired_width(ui.available_width())
        .font(type_scale::CHART_TITLE.with_face(crate::ui::fonts::Face::Sans).font());
    let response = ui.add(edit);
    let chosen = (!palette.found.is_empty()).then(|| row_id(palette.chosen).accesskit_id());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(HINT);
        // What is chosen is read aloud, though the field keeps the keyboard.
        if let Some(chosen) = chosen {
            node.set_active_descendant(chosen);
        }
    });
    response.request_focus();
    if response.changed() {
        palette.chosen = 0;
    }
}

/// The rows that fit; whether one was clicked, which is then the chosen one.
fn list(ui: &mut Ui, theme: &Theme, palette: &mut Palette, moved: bool) -> bool {
    let mut clicked = None;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // The room is said in full, since a window over others goes by its height in the frame before: the
    // list would stay as short as it once was.
    let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - BELOW).clamp(ROW, ROW * ROWS as f32);
    let mut area = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
    // Only then: asking in every frame would hold the list against the wheel.
    if moved {
        let above = palette.chosen.saturating_sub(ROWS / 2) as f32 * ROW;
        area = area.vertical_scroll_offset(above);
    }
    let area = area.show_rows(ui, ROW, palette.found.len(), |ui, rows| {
        let list = UiBuilder::new().accessibility_role(Role::ListBox);
        ui.scope_builder(list, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("What fits"));
            for index in rows {
                if row(ui, theme, &palette.found[index], index, index == palette.chosen).clicked() {
                    clicked = Some(index);
                }
            }
        });
    });
    scroll_bar::speak(&area, ui);
    palette.chosen = clicked.unwrap_or(palette.chosen);
    clicked.is_some()
}

fn row_id(index: usize) -> Id {
    Id::unique("palette row").with(index)
}

fn row(ui: &mut Ui, theme: &Theme, entry: &Entry, index: usize, chosen: bool) -> egui::Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, row_id(index), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{}, {}", entry.name, entry.note))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, 4.0, if chosen { theme.chosen } else { theme.side });
    }
    let note = galley(ui, &entry.note, type_scale::SECONDARY, theme.quiet, f32::INFINITY);
    let mut job = LayoutJob::single_section(entry.name.clone(), type_scale::LABEL.format(theme.ink));
    job.wrap = TextWrapping::truncate_at_width(rect.width() - note.size().x - 36.0);
    let name = lines::laid(ui, job);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let note_at = pos2(rect.right() - 10.0 - note.size().x, middle(note.size().y));
    ui.painter().galley(pos2(rect.left() + 10.0, middle(name.size().y)), name, theme.ink);
    ui.painter().galley(note_at, note, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
