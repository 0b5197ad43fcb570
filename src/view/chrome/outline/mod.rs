//! The outline: headings, charts, calls and sources in the article's order, as a tree that folds
//! and can be filtered.

mod entry;
mod keys;
mod state;
mod tree;

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Frame, Key, Modifiers, Rect, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::lines;
use crate::ui::virtual_list::Rows;
use crate::ui::{Theme, type_scale, widgets};
use crate::view::actions::Action;
use crate::view::context::ViewContext;
use crate::view::pages::article::Page;
use crate::view::parts::page_outline::OutlineRow;
use entry::{Entry, INSET};
use tree::Tree;

pub use state::Outline;

/// Draws the outline over the height there is.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, outline: &mut Outline, page: &Page) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let current = page.current();
    let entries = page.outline();
    overline(ui, cx.theme, "Outline");
    outline.tree.shown(entries);
    outline.list.will_be(page.bundle().times_as_long());
    field(ui, cx.theme, outline, entries);

    let tree = UiBuilder::new().max_rect(ui.available_rect_before_wrap()).accessibility_role(Role::Tree);
    ui.scope_builder(tree, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Sections"));
        outline.show_tree(ui, cx, entries, current);
    });
}

impl Outline {
    fn show_tree(
        &mut self,
        ui: &mut Ui,
        cx: &mut ViewContext<'_>,
        entries: &[OutlineRow],
        current: Option<usize>,
    ) {
        let focused = ui.memory(|memory| memory.has_focus(entry::id(self.stop)));
        if focused {
            keys::apply(ui, self, entries);
        }
        let shown = Arc::clone(self.tree.shown(entries));
        let nearest = current.and_then(|current| self.tree.nearest_shown(entries, current));
        self.follow(current, nearest, focused);
        if shown.is_empty() {
            nothing(ui, cx.theme);
            return;
        }
        let column = ui.max_rect().x_range();
        let mut rows = Drawn {
            theme: cx.theme,
            entries,
            shown: &shown,
            outline: &self.tree,
            stop: self.stop,
            current: nearest,
            done: Vec::new(),
        };
        self.list.show(ui, shown.len(), column, &mut rows);
        let done = rows.done;
        self.keep_stop_in_view(ui, &shown);
        for done in done {
            match done {
                entry::Done::Chosen(entry) => {
                    self.stop = entry;
                    cx.actions.push(Action::ScrollToRow(entries[entry].row));
                }
                entry::Done::Focused(entry) => {
                    self.stop = entry;
                    ui.memory_mut(|memory| memory.request_focus(entry::id(entry)));
                }
                entry::Done::Folded(entry, folded) => self.fold(ui, entries, entry, folded),
            }
        }
    }
}

/// The field that filters. Escape clears it; Down or Enter go on to the entries.
fn field(ui: &mut Ui, theme: &Theme, outline: &mut Outline, entries: &[OutlineRow]) {
    let id = ui.scope_id().with("filter");
    let mut words = outline.tree.filter().to_owned();
    if ui.memory(|memory| memory.has_focus(id)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) || pressed(Key::Enter) {
            let first = outline.tree.shown(entries).first().copied();
            outline.stop = first.unwrap_or(outline.stop);
            // The tree is drawn in a scope of its own: it takes the keyboard over there.
            outline.list.go_to(0, 0.0);
            ui.memory_mut(|memory| memory.request_focus(entry::id(outline.stop)));
        }
    }
    let (_, room) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let inside =
        Rect::from_min_max(pos2(room.left() + INSET, room.top()), pos2(room.right() - 20.0, room.bottom()));
    let hint = LayoutJob::single_section("Filter".to_owned(), type_scale::SECONDARY.format(theme.quiet));
    let edit = TextEdit::singleline(&mut words)
        .id(id)
        .hint_text(hint)
        .font(type_scale::SECONDARY.font())
        .margin(vec2(0.0, 4.0))
        .desired_width(inside.width())
        .frame(Frame::NONE);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inside));
    let response = child.add(edit);
    widgets::is_filter(&response, "Filter the outline", &mut words);
    let line = widgets::field_line(theme, response.has_focus());
    ui.painter().hline(inside.x_range(), inside.bottom() - 1.0, line);
    ui.add_space(8.0);
    if words != outline.tree.filter() {
        outline.tree.set_filter(words);
        outline.tree.shown(entries);
        outline.list.forget_heights();
        outline.list.go_to(0, 0.0);
        ui.ctx().request_repaint();
    }
}

fn nothing(ui: &mut Ui, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let words = "No entry has these words.";
    let galley = widgets::galley(ui, words, type_scale::SECONDARY, theme.quiet, rect.width() - 40.0);
    ui.painter().galley(rect.min + vec2(INSET, 6.0), galley, theme.quiet);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// The entries that are shown, as the list draws them.
struct Drawn<'a> {
    theme: &'a Theme,
    entries: &'a [OutlineRow],
    shown: &'a [usize],
    outline: &'a Tree,
    stop: usize,
    current: Option<usize>,
    done: Vec<entry::Done>,
}

impl Rows for Drawn<'_> {
    fn estimate(&self, _row: usize, _width: f32) -> f32 {
        entry::ROW
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        let index = self.shown[row];
        let folded = self.outline.is_folded(self.entries, index);
        let hidden = if folded == Some(true) { tree::within(self.entries, index) } else { &[] };
        let entry = Entry {
            index,
            content: &self.entries[index],
            hidden,
            folded,
            current: self.current == Some(index),
            is_stop: self.stop == index,
        };
        self.done.extend(entry.show(ui, self.theme));
    }
}

/// The name of a column, in small capitals' place.
pub fn overline(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.add_space(17.0);
    // The column has the name for screen readers.
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let mut format = type_scale::OVERLINE.format(theme.quiet);
    format.extra_letter_spacing = 0.6;
    let galley = lines::laid(ui, LayoutJob::single_section(text.to_uppercase(), format));
    ui.painter().galley(pos2(rect.left() + INSET, rect.top()), galley, theme.quiet);
    ui.add_space(4.0);
}
