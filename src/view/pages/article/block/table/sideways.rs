//! A table that is too wide for the page: the first column is held, whole columns of the others are shown
//! beside it, and a bar under it leads to the rest. As in a spreadsheet no column is ever cut through, since
//! half a number is another number.

use std::ops::Range;

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::ui::widgets::focus_ring;
use crate::ui::{Theme, scroll_bar};

/// Room for the bar under the table, in points.
pub const BAR: f32 = 14.0;
/// How far beyond the table those columns stand that are not shown, so that no pointer and no line of text
/// comes to them.
const FAR: f32 = 20_000.0;

/// Where the columns stand in a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The left edge of each.
    pub lefts: Vec<f32>,
    /// Those that are shown beside the first, which always is.
    pub shown: Range<usize>,
}

impl Placed {
    /// All of them side by side.
    pub fn all(widths: &[f32], left: f32) -> Placed {
        Placed { lefts: edges(widths).map(|edge| left + edge).collect(), shown: 0..widths.len() }
    }

    /// From one on, as many as there is room for beside the first.
    fn from(widths: &[f32], from: usize, room: Rect) -> Placed {
        let edges: Vec<f32> = edges(widths).collect();
        let shown = shown(widths, from, room.width());
        let left = |column: usize| match column {
            0 => room.left(),
            column if shown.contains(&column) => room.left() + widths[0] + edges[column] - edges[shown.start],
            column => room.right() + FAR + edges[column],
        };
        Placed { lefts: (0..widths.len()).map(left).collect(), shown }
    }

    /// Whether a column is in view.
    pub fn shows(&self, column: usize) -> bool {
        column == 0 || self.shown.contains(&column)
    }
}

/// The column out of view that stands at a place beyond the table's room.
pub fn column_at(widths: &[f32], room: Rect, x: f32) -> Option<usize> {
    let beyond = x - room.right() - FAR;
    (beyond >= -0.5).then(|| edges(widths).take_while(|edge| *edge <= beyond + 0.5).count() - 1)
}

/// Left edges, from the table's.
fn edges(widths: &[f32]) -> impl Iterator<Item = f32> {
    widths.iter().scan(0.0, |edge, width| Some(std::mem::replace(edge, *edge + width)))
}

/// The columns that fit beside the first, from one on: at least that one.
fn shown(widths: &[f32], from: usize, room: f32) -> Range<usize> {
    let mut used = widths[0];
    let fitting = widths[from..].iter().take_while(|width| {
        used += **width;
        used <= room + 0.5
    });
    from..from + fitting.count().max(1)
}

/// The last column to begin with: what follows it is in view then.
fn last_start(widths: &[f32], room: f32) -> usize {
    let end = widths.len();
    (1..end).find(|from| shown(widths, *from, room).end == end).unwrap_or(end - 1)
}

/// Where to begin so that a column is in view, from where it begins now.
fn start_for(widths: &[f32], now: usize, column: usize, room: f32) -> usize {
    if column == 0 || shown(widths, now, room).contains(&column) {
        now
    } else if column < now {
        column
    } else {
        (now..=column).find(|from| shown(widths, *from, room).contains(&column)).unwrap_or(column)
    }
}

/// A table's columns while it is scrolled.
pub struct Sideways<'a> {
    id: Id,
    widths: &'a [f32],
    room: Rect,
    /// How far it is scrolled, in points.
    offset: f32,
    /// Whether that was asked for by other means than the bar and the wheel.
    is_set: bool,
}

impl<'a> Sideways<'a> {
    /// Takes up where it was left; `room` is the table's, with that of its bar. The keyboard scrolls it where
    /// it has it.
    pub fn begin(ui: &Ui, theme: &Theme, widths: &'a [f32], room: Rect) -> Sideways<'a> {
        let id = ui.scope_id();
        let (offset, is_set) = ui.data(|data| data.get_temp(id.with("offset"))).unwrap_or_default();
        let mut sideways = Sideways { id, widths, room, offset, is_set };
        sideways.take_keys(ui, theme);
        sideways
    }

    fn take_keys(&mut self, ui: &Ui, theme: &Theme) {
        let keyboard = ui.interact(self.room, self.id.with("keys"), Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(keyboard.id, |node| {
            node.set_role(egui::Role::Group);
            node.set_label("Wide table: the left and right arrow keys scroll it");
        });
        focus_ring(ui, theme, &keyboard, self.room.expand(3.0));
        if !keyboard.has_focus() {
            return;
        }
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(keyboard.id, arrows));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (start, last) = (self.start(), last_start(self.widths, self.room.width()));
        if pressed(Key::ArrowRight) {
            self.begin_with((start + 1).min(last));
        } else if pressed(Key::ArrowLeft) {
            self.begin_with((start - 1).max(1));
        }
    }

    /// Brings a column into view.
    pub fn reveal(&mut self, column: usize) {
        let now = self.start();
        let start = start_for(self.widths, now, column, self.room.width());
        if start != now {
            self.begin_with(start);
        }
    }

    fn begin_with(&mut self, column: usize) {
        self.offset = self.edge(column);
        self.is_set = true;
    }

    /// The left edge of a column, from that of the second.
    fn edge(&self, column: usize) -> f32 {
        self.widths[1..column].iter().sum()
    }

    /// The column that comes after the first: the one whose edge is nearest.
    fn start(&self) -> usize {
        let last = last_start(self.widths, self.room.width());
        let away = |column: &usize| (self.edge(*column) - self.offset).abs();
        (1..=last).min_by(|a, b| away(a).total_cmp(&away(b))).unwrap_or(1)
    }

    /// Where the columns stand.
    pub fn placed(&self) -> Placed {
        Placed::from(self.widths, self.start(), self.room)
    }

    /// Shows the bar, over what was drawn, and takes what it and the wheel ask for. `away` is a column that
    /// something has just gone to, for the next frame.
    pub fn end(mut self, ui: &mut Ui, theme: &Theme, away: Option<usize>) {
        let held = self.room.left() + self.widths[0];
        let down = self.room.with_max_y(self.room.bottom() - BAR).y_range();
        ui.painter().vline(held, down, Stroke::new(1.0, theme.line));
        let most = self.edge(last_start(self.widths, self.room.width()));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(self.room).id_salt("sideways"));
        inside.spacing_mut().scroll.kinetic.rubber_band = false;
        inside.spacing_mut().scroll.floating_width = 6.0;
        let source = ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() };
        let mut area = ScrollArea::horizontal().auto_shrink(false).scroll_source(source).content_margin(0.0);
        if self.is_set {
            area = area.horizontal_scroll_offset(self.offset);
        }
        let content = vec2(self.room.width() + most, self.room.height());
        let output = area.show(&mut inside, |ui| ui.allocate_space(content));
        scroll_bar::speak_sideways(&output, &inside);
        let before = std::mem::replace(&mut self.offset, output.state.clamped_offset().x);
        self.is_set = false;
        if let Some(column) = away {
            self.reveal(column);
        }
        if self.is_set || (before - self.offset).abs() > 0.1 {
            ui.ctx().request_repaint();
        }
        ui.data_mut(|data| data.insert_temp(self.id.with("offset"), (self.offset, self.is_set)));
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    const WIDTHS: [f32; 6] = [100.0, 60.0, 80.0, 120.0, 60.0, 60.0];

    #[test]
    fn whole_columns_are_shown_beside_the_first() {
        assert_eq!(shown(&WIDTHS, 1, 300.0), 1..3);
        assert_eq!(shown(&WIDTHS, 3, 300.0), 3..5);
        assert_eq!(shown(&WIDTHS, 3, 150.0), 3..4, "one at least");
        let room = Rect::from_min_size(pos2(20.0, 0.0), vec2(300.0, 50.0));
        let placed = Placed::from(&WIDTHS, 2, room);
        assert_eq!(placed.shown, 2..4);
        assert_eq!((placed.lefts[0], placed.lefts[2], placed.lefts[3]), (20.0, 120.0, 200.0));
        assert!(placed.lefts[1] > 10_000.0 && placed.lefts[4] > 10_000.0, "{placed:?}");
        let at = |x: f32| column_at(&WIDTHS, room, x);
        assert_eq!((at(placed.lefts[4] + 5.0), at(placed.lefts[1]), at(150.0)), (Some(4), Some(1), None));
    }

    #[test]
    fn it_scrolls_as_far_as_the_last_column_and_no_farther() {
        assert_eq!(last_start(&WIDTHS, 300.0), 4);
        assert_eq!(last_start(&WIDTHS, 345.0), 3);
        assert_eq!(last_start(&WIDTHS, 120.0), 5, "none fits: the last is shown alone");
        assert_eq!(last_start(&[100.0], 120.0), 0);
    }

    #[test]
    fn a_column_comes_into_view_by_as_little_as_it_takes() {
        assert_eq!(start_for(&WIDTHS, 1, 2, 300.0), 1, "it is in view");
        assert_eq!(start_for(&WIDTHS, 4, 2, 300.0), 2, "from the left");
        assert_eq!(start_for(&WIDTHS, 1, 4, 300.0), 3, "from the right");
        assert_eq!(start_for(&WIDTHS, 4, 0, 300.0), 4, "the first is always in view");
    }
}
