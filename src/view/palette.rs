//! The palette: every command, heading and briefing, a few letters away.

use egui::{
    Align2, CursorIcon, Frame, Id, Key, Margin, Modal, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{Action, Command, Window};
use crate::ui::widgets::{self, galley};
use crate::ui::{Theme, type_scale};

/// What the palette remembers.
#[derive(Default)]
pub struct Palette {
    /// Whether it is open.
    pub open: bool,
    query: String,
    chosen: usize,
    /// Names of what was chosen before, the latest first.
    recent: Vec<String>,
}

/// One thing that can be chosen.
struct Entry {
    name: String,
    /// What sort of thing it is, or its key.
    note: String,
    action: Action,
}

/// Rows in view, and names that are remembered.
const ROWS: usize = 12;
const ROW: f32 = 30.0;
const REMEMBERED: usize = 20;

impl Palette {
    /// Opens it empty.
    pub fn show_anew(&mut self) {
        self.open = true;
        self.query.clear();
        self.chosen = 0;
    }

    fn remember(&mut self, name: &str) {
        self.recent.retain(|known| known != name);
        self.recent.insert(0, name.to_owned());
        self.recent.truncate(REMEMBERED);
    }
}

/// Draws the palette over the window.
pub fn show(ui: &mut Ui, theme: &Theme, window: &mut Window, actions: &mut Vec<Action>) {
    let entries = matching(entries(ui, window), &window.palette);
    let palette = &mut window.palette;
    palette.chosen = palette.chosen.min(entries.len().saturating_sub(1));
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 80.0));
    let frame = Frame::popup(ui.style()).fill(theme.page).inner_margin(Margin::same(10));
    let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 40.0));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Palette"));
        let before = palette.chosen;
        let mut picked = keys(ui, palette, entries.len());
        // Only then: asking in every frame would draw frames for ever.
        let moved = palette.chosen != before;
        field(ui, palette);
        ui.add_space(6.0);
        ScrollArea::vertical().max_height(ROW * ROWS as f32).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for (index, entry) in entries.iter().enumerate() {
                let response = row(ui, theme, entry, index == palette.chosen);
                if moved && index == palette.chosen {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    palette.chosen = index;
                    picked = true;
                }
            }
        });
        if entries.is_empty() {
            widgets::text(ui, "Nothing of that name.", type_scale::LABEL, theme.quiet);
        }
        picked
    });
    if modal.inner
        && let Some(entry) = entries.get(palette.chosen)
    {
        palette.remember(&entry.name);
        palette.open = false;
        actions.push(entry.action.clone());
    } else if modal.should_close() {
        palette.open = false;
    }
}

/// Arrows move, Enter picks; whether something was picked.
fn keys(ui: &Ui, palette: &mut Palette, count: usize) -> bool {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) && palette.chosen + 1 < count {
        palette.chosen += 1;
    }
    if pressed(Key::ArrowUp) {
        palette.chosen = palette.chosen.saturating_sub(1);
    }
    pressed(Key::Enter)
}

fn field(ui: &mut Ui, palette: &mut Palette) {
    let edit = TextEdit::singleline(&mut palette.query)
        .hint_text("Commands, headings, briefings")
        .desired_width(ui.available_width())
        .font(type_scale::CHART_TITLE.with_face(crate::ui::fonts::Face::Sans).font());
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Commands, headings, briefings"));
    response.request_focus();
    if response.changed() {
        palette.chosen = 0;
    }
}

fn row(ui: &mut Ui, theme: &Theme, entry: &Entry, chosen: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{}, {}", entry.name, entry.note))
    });
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, 4.0, if chosen { theme.chosen } else { theme.side });
    }
    let note = galley(ui, &entry.note, type_scale::SECONDARY, theme.quiet, f32::INFINITY);
    let mut job =
        egui::text::LayoutJob::single_section(entry.name.clone(), type_scale::LABEL.format(theme.ink));
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - note.size().x - 36.0);
    let name = ui.painter().layout_job(job);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let note_at = pos2(rect.right() - 10.0 - note.size().x, middle(note.size().y));
    ui.painter().galley(pos2(rect.left() + 10.0, middle(name.size().y)), name, theme.ink);
    ui.painter().galley(note_at, note, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Everything that can be chosen now.
fn entries(ui: &Ui, window: &Window) -> Vec<Entry> {
    let reading = window.reading.as_ref();
    let mut entries: Vec<Entry> = Command::ALL
        .into_iter()
        .filter(|command| *command != Command::Palette && (reading.is_some() || !command.needs_briefing()))
        .map(|command| Entry {
            name: command.name().to_owned(),
            note: ui.ctx().format_shortcut(&command.shortcut()),
            action: Action::Do(command),
        })
        .collect();
    let headings = reading.into_iter().flat_map(|reading| reading.page.outline());
    entries.extend(headings.map(|row| Entry {
        name: row.text.clone(),
        note: "in this briefing".to_owned(),
        action: Action::GoToRow(row.row),
    }));
    let shelf = window.shelf.entries.iter().enumerate();
    entries.extend(shelf.map(|(index, entry)| Entry {
        name: entry.title.clone(),
        note: "briefing".to_owned(),
        action: Action::OpenFromShelf(index),
    }));
    entries
}

/// The entries that have all the words typed: those that begin with them first, then those chosen
/// lately, then the rest in their order.
fn matching(entries: Vec<Entry>, palette: &Palette) -> Vec<Entry> {
    let typed = palette.query.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<Entry> = entries
        .into_iter()
        .filter(|entry| {
            let name = entry.name.to_lowercase();
            words.iter().all(|word| name.contains(word))
        })
        .collect();
    let recent = |name: &str| palette.recent.iter().position(|known| known == name).unwrap_or(usize::MAX);
    found.sort_by_key(|entry| {
        let begins = !typed.is_empty() && entry.name.to_lowercase().starts_with(typed.trim());
        (!begins, recent(&entry.name))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str, recent: &[&str]) -> Vec<String> {
        let entries = ["Read", "Larger text", "The round table", "Next theme"]
            .map(|name| Entry { name: name.to_owned(), note: String::new(), action: Action::Find })
            .into();
        let recent = recent.iter().map(|name| (*name).to_owned()).collect();
        let palette = Palette { query: query.to_owned(), recent, ..Palette::default() };
        matching(entries, &palette).into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn all_words_typed_have_to_be_there_in_any_order() {
        assert_eq!(names("table round", &[]), ["The round table"]);
        assert_eq!(names("zebra", &[]), Vec::<String>::new());
    }

    #[test]
    fn what_begins_with_the_words_comes_first_then_what_was_used_lately() {
        assert_eq!(names("the", &[]), ["The round table", "Next theme"]);
        assert_eq!(names("", &["Next theme"])[0], "Next theme");
    }
}
