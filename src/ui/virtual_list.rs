//! A list of any length that lays out only what is near the view.
//!
//! Rows start with an estimated height and are measured when they are drawn, or a slice at a time
//! before. The place is held as (row, offset in the row), never as pixels from the top, so it
//! stays put when rows above it turn out higher or lower; and as a character of the row's text, so
//! that the same words stay at the top when the rows are set anew.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::follow_focus;
use super::heights::Heights;
use super::hold::{self, At, Hold};
use super::scroll_bar;
use super::unseen::{self, Teller, Unseen, Wanted};
use super::{TextFace, fonts};

/// A place in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// The row at the top of the view.
    pub row: usize,
    /// Points of it that are above the view; negative where the view begins above the row.
    pub offset: f64,
}

/// The list's memory from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct VirtualList {
    heights: Heights,
    measured: Vec<bool>,
    next_to_measure: usize,
    anchor: Anchor,
    /// Where it was told to go, until the rows there have been measured: their heights decide how
    /// far down the end is.
    going_to: Option<Anchor>,
    /// The row that it was told to go to last, until somebody scrolls.
    gone_to: Option<usize>,
    changed: bool,
    /// The words at the top, until somebody scrolls: what is held when the rows are set anew, even
    /// where the end of the list keeps them from the top meanwhile.
    hold: Option<Hold>,
    /// Whether the anchor is still to be found for `hold`.
    find_hold: bool,
    /// What the heights hold for: the width, and the face of the text; and the size of a pixel,
    /// which lines may break by.
    width: f32,
    face: TextFace,
    pixels_per_point: f32,
    view_height: f64,
    visible: std::ops::Range<usize>,
    unseen: Unseen,
    /// Points beyond the view that are drawn all the same.
    beyond: f64,
}

/// Rows that a screen reader hears of as one: a list of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its first row.
    pub first: usize,
    /// What it is.
    pub role: Role,
}

/// What a list draws. `measure` and `draw` get the width that rows have.
pub trait Rows {
    /// A guess at a row's height, without laying it out.
    fn estimate(&self, row: usize, width: f32) -> f32;
    /// A row's height, with what it cost (in characters laid out) — or `None` for a row that is
    /// only measured by drawing it.
    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, usize)>;
    /// The text of a row that is one text, and how far below the row's top it begins.
    fn text(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, Arc<Galley>)> {
        None
    }
    /// Draws a row at the top left of `ui`, whose width is the row's. The room it takes is its height.
    fn draw(&mut self, ui: &mut Ui, row: usize);
    /// Tells a screen reader of a row that is not drawn, with the roles, words and ids that it has
    /// when it is.
    fn tell(&mut self, _teller: &mut Teller<'_>, _row: usize) {}
    /// What a row stands in, for screen readers.
    fn group(&self, _row: usize) -> Option<Group> {
        None
    }
    /// Rows that a screen reader is told of from far away, in ascending order: headings.
    fn landmarks(&self) -> &[usize] {
        &[]
    }
}

/// Characters laid out ahead in one frame: about 4 ms of work.
const SLICE: usize = 12_000;
/// Rows whose height is estimated in the time that laying out a character takes.
const ESTIMATES_A_CHARACTER: usize = 2;

/// Points that the scroll area may round a place or a size by.
const ROUNDING: f64 = 0.1;

/// The part of the view that is left above a row that a screen reader asked for.
const ABOVE_WANTED: f64 = 0.25;

impl VirtualList {
    /// Draws rows up to so many points before and after the view too: the Tab key goes on to what is in
    /// them, which brings them into view.
    #[must_use]
    pub fn reaching(self, beyond: f64) -> VirtualList {
        VirtualList { beyond, ..self }
    }

    /// Goes to the top of a row, leaving `above` points of what stands before it in view.
    pub fn go_to(&mut self, row: usize, above: f64) {
        self.anchor = Anchor { row, offset: -above };
        self.going_to = Some(self.anchor);
        self.gone_to = (above >= 0.0).then_some(row);
        self.hold = None;
    }

    /// Goes to a place that was at the top before.
    pub fn go_back_to(&mut self, hold: Hold) {
        self.anchor = Anchor { row: hold.row, offset: 0.0 };
        self.going_to = Some(self.anchor);
        self.gone_to = None;
        self.hold = Some(hold);
        self.find_hold = true;
    }

    /// The row that was gone to and is in view since, though the end of the list may keep it from
    /// the top; `None` once somebody has scrolled.
    #[must_use]
    pub fn gone_to(&self) -> Option<usize> {
        self.gone_to
    }

    /// Scrolls by so many points, down where positive; never above the top.
    pub fn scroll_by(&mut self, points: f64) {
        let here = self.heights.before(self.anchor.row) + self.anchor.offset;
        let (row, offset) = self.heights.at((here + points).max(0.0));
        self.anchor = Anchor { row, offset };
        self.going_to = None;
        self.gone_to = None;
        self.hold = None;
    }

    /// The place at the top of the view, to come back to.
    #[must_use]
    pub fn hold(&self) -> Hold {
        let Anchor { row, offset } = self.anchor;
        self.hold.unwrap_or(Hold { row, at: At::Points(offset) })
    }

    /// The place at the top of the view.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// The row that stands `points` below the top of the view.
    #[must_use]
    pub fn row_below(&self, points: f64) -> usize {
        self.heights.at((self.heights.before(self.anchor.row) + self.anchor.offset + points).max(0.0)).0
    }

    /// Whether a row was wholly in view in the last frame. (The last row drawn may be cut off.)
    #[must_use]
    pub fn shows_whole(&self, row: usize) -> bool {
        let cut_off_above = self.anchor.offset > 0.0 && row == self.visible.start;
        self.visible.contains(&row) && !cut_off_above && row + 1 < self.visible.end.max(1)
    }

    /// The rows that were in view in the last frame.
    #[must_use]
    pub fn visible(&self) -> std::ops::Range<usize> {
        self.visible.clone()
    }

    /// Whether the place is as far down as the list goes, or farther, as its heights are known.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        let here = self.heights.before(self.anchor.row) + self.anchor.offset;
        here + self.view_height >= self.heights.total() - 1.0
    }

    /// Forgets all heights; the place is kept.
    pub fn forget_heights(&mut self) {
        self.width = 0.0;
    }

    /// Shows `count` rows in `column` (its left and right edge); the whole width of `ui` scrolls.
    pub fn show(&mut self, ui: &mut Ui, count: usize, column: egui::Rangef, rows: &mut impl Rows) {
        let width = column.span();
        let is_new = self.width == 0.0;
        let cost = self.prepare(ui, count, width, rows);
        self.measure_a_slice(ui, width, rows, cost);
        if count == 0 {
            return;
        }
        let view_height = f64::from(ui.available_height());
        if (self.view_height - view_height).abs() > ROUNDING {
            // In a higher window the end of the list may have kept what is held from the top.
            self.find_hold |= self.hold.is_some();
            self.view_height = view_height;
        }
        self.find_held(ui, width, rows);
        let wanted_by_ear = self.unseen.asked(ui);
        if let Some(Wanted { row, .. }) = wanted_by_ear {
            self.go_to(row.min(count - 1), ABOVE_WANTED * self.view_height);
        }

        if let Some(target) = self.going_to {
            self.anchor = target;
        }
        self.changed = false;
        // Held to the list here: the scroll area would do it too, and it would look as if somebody
        // had scrolled.
        let most = (self.heights.total() - self.view_height).max(0.0);
        let wanted = (self.heights.before(self.anchor.row) + self.anchor.offset).clamp(0.0, most);
        // Rows that grow carry the place past the end that the scroll area knew of: it must not
        // spring back.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let area = ScrollArea::vertical().auto_shrink(false).vertical_scroll_offset(wanted as f32);
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.heights.total() as f32);
            ui.set_width(ui.available_width());
            // The scroll area counts in f32 from the top; drawing starts from the anchor, exactly.
            let from = if (f64::from(viewport.top()) - wanted).abs() < 1.0 {
                wanted
            } else {
                f64::from(viewport.top())
            };
            follow_focus::show(ui, |ui| self.draw_visible(ui, from, column, rows));
            f64::from(viewport.top())
        });
        if let Some(id) = wanted_by_ear.and_then(|wanted| wanted.focus) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        scroll_bar::speak(&output, ui);
        let moved = f64::from(output.state.clamped_offset().y) - output.inner;
        let moved = if moved.abs() > ROUNDING { moved } else { 0.0 };
        let drawn_from = output.inner;
        let at_end = f64::from(output.state.clamped_offset().y) >= most - 1.0;
        if moved != 0.0 {
            self.going_to = None;
            self.gone_to = None;
            // Otherwise the list has become shorter, and nobody has scrolled.
            if moved > 0.0 || !at_end {
                self.hold = None;
            }
        }
        let now = if moved != 0.0 {
            drawn_from + moved
        } else if (drawn_from - wanted).abs() < 1.0 {
            wanted
        } else {
            drawn_from
        };
        let held = self.heights.before(self.anchor.row) + self.anchor.offset;
        if (now - wanted).abs() > 0.01 || (!self.changed && (now - held).abs() > 0.01) {
            let (row, offset) = self.heights.at(now.max(0.0));
            self.anchor = Anchor { row, offset };
        }
        // A row that is no text was held by its height, which is known only now.
        if let Some(Hold { row, at: At::Part(_) }) = self.hold
            && self.changed
            && self.visible.contains(&row)
        {
            self.find_hold = true;
        }
        if self.hold.is_none() {
            self.hold = Some(self.held_now(ui, width, rows));
        }
        if is_new && self.changed {
            // Else the scroll bar would jump once the first rows are measured.
            ui.ctx().request_discard("the first rows were measured");
        }
        if self.changed || moved != 0.0 {
            ui.ctx().request_repaint();
        } else if self.next_to_measure == self.measured.len() {
            self.going_to = None;
        }
    }

    /// Returns what that cost of the frame's slice.
    fn prepare(&mut self, ui: &Ui, count: usize, width: f32, rows: &impl Rows) -> usize {
        let (face, pixels_per_point) = (fonts::in_use(ui.ctx()), ui.pixels_per_point());
        let same_rows = self.heights.len() == count;
        let same_width = (self.width - width).abs() < 0.5 && self.face == face;
        let same_pixels = (self.pixels_per_point - pixels_per_point).abs() < f32::EPSILON;
        if same_rows && same_width && same_pixels {
            return 0;
        }
        let mut cost = 0;
        if same_rows && self.width > 0.0 && width > 0.0 {
            // Text that gets narrower gets higher by as much. Estimating a hundred thousand rows anew
            // in each frame of a resize would be felt; they are put right a slice at a time.
            if !same_width {
                self.heights.scale(self.width / width);
            }
        } else {
            self.heights = Heights::new((0..count).map(|row| rows.estimate(row, width)).collect());
            cost = count / ESTIMATES_A_CHARACTER;
        }
        self.measured.clear();
        self.measured.resize(count, false);
        self.next_to_measure = 0;
        self.width = width;
        self.face = face;
        self.pixels_per_point = pixels_per_point;
        if self.anchor.row >= count {
            self.anchor = Anchor::default();
            self.hold = None;
        }
        self.find_hold = self.hold.is_some();
        cost
    }

    /// Finds where the words that are held stand now.
    fn find_held(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows) {
        if !std::mem::take(&mut self.find_hold) {
            return;
        }
        let Some(Hold { row, at }) = self.hold.take_if(|hold| hold.row < self.heights.len()) else { return };
        let offset = match at {
            At::Points(points) => points,
            At::Part(part) => {
                if let Some((height, _)) = rows.measure(ui, row, width) {
                    self.set_height(row, height);
                }
                part * f64::from(self.heights.get(row))
            }
            At::Character { character, below } => match rows.text(ui, row, width) {
                Some((top, galley)) => f64::from(top + hold::top_of(&galley, character)) + below,
                None => 0.0,
            },
        };
        self.hold = Some(Hold { row, at });
        self.anchor = Anchor { row, offset };
        self.going_to = Some(self.anchor);
    }

    /// The words at the top of the view as it was just drawn.
    fn held_now(&self, ui: &Ui, width: f32, rows: &mut impl Rows) -> Hold {
        let Anchor { row, offset } = self.anchor;
        if offset <= 0.0 {
            return Hold { row, at: At::Points(offset) };
        }
        let at = match rows.text(ui, row, width) {
            Some((top, _)) if offset <= f64::from(top) => At::Points(offset),
            Some((top, galley)) => {
                let character = hold::character_at(&galley, (offset - f64::from(top)) as f32);
                let line = f64::from(top + hold::top_of(&galley, character));
                At::Character { character, below: offset - line }
            }
            None => At::Part(offset / f64::from(self.heights.get(row).max(1.0))),
        };
        Hold { row, at }
    }

    fn measure_a_slice(&mut self, ui: &Ui, width: f32, rows: &mut impl Rows, mut cost: usize) {
        while self.next_to_measure < self.measured.len() && cost < SLICE {
            let row = self.next_to_measure;
            self.next_to_measure += 1;
            if self.measured[row] {
                continue;
            }
            if let Some((height, characters)) = rows.measure(ui, row, width) {
                self.set_height(row, height);
                cost += characters + 16;
            } else {
                self.guess_height(row, rows.estimate(row, width));
                cost += 16;
            }
        }
        if self.next_to_measure < self.measured.len() {
            ui.ctx().request_repaint();
        }
    }

    /// What only drawing measures keeps a guess until then.
    fn guess_height(&mut self, row: usize, height: f32) {
        self.set_height(row, height);
        self.measured[row] = false;
    }

    fn set_height(&mut self, row: usize, height: f32) {
        self.measured[row] = true;
        if (self.heights.get(row) - height).abs() > 0.01 {
            self.heights.set(row, height);
            self.changed = true;
        }
    }

    fn draw_visible(&mut self, ui: &mut Ui, from: f64, column: egui::Rangef, rows: &mut impl Rows) {
        let view = ui.clip_rect();
        let (first, within) = self.heights.at(from.max(0.0));
        let mut top = view.top() - within as f32;
        if from < 0.0 {
            top -= from as f32;
        }
        let mut groups = Groups::default();
        let listened = self.unseen.begin(ui);
        let tops = view.top() - from as f32;
        self.visible = first..first;
        let above = self.heights.at((from - self.beyond).max(0.0)).0.min(first);
        if listened {
            let [before, _] = unseen::around(above..above, self.heights.len(), rows.landmarks());
            self.tell(ui, &before, tops, column, &mut groups, rows);
        }
        for row in above..first {
            let top = tops + self.heights.before(row) as f32;
            // It may turn out higher than the room it has until the next frame.
            let unseen = Rect::from_min_size(view.min, vec2(view.width(), 0.0));
            self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, Some(unseen));
        }
        let mut row = first;
        while row < self.heights.len() && top < view.bottom() {
            top += self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, None);
            row += 1;
        }
        self.visible = first..row;
        while row < self.heights.len() && f64::from(top) < f64::from(view.bottom()) + self.beyond {
            top += self.draw_row(ui, (row, top), column, listened.then_some(&mut groups), rows, None);
            row += 1;
        }
        if listened {
            let [_, after] = unseen::around(above..row, self.heights.len(), rows.landmarks());
            self.tell(ui, &after, tops, column, &mut groups, rows);
        }
    }

    /// Draws a row with its top at a height, and clipped to `clip`; its height. `groups` is where
    /// somebody listens.
    fn draw_row(
        &mut self,
        ui: &mut Ui,
        (row, top): (usize, f32),
        column: egui::Rangef,
        groups: Option<&mut Groups>,
        rows: &mut impl Rows,
        clip: Option<Rect>,
    ) -> f32 {
        let rect = Rect::from_min_size(pos2(column.min, top), vec2(column.span(), f32::INFINITY));
        let mut builder = UiBuilder::new().max_rect(rect).scope_id(row_id(ui, row));
        if let Some(group) = groups.and_then(|groups| groups.of(ui, row, rows)) {
            builder = builder.accessibility_parent(group);
        }
        let mut child = ui.new_child(builder);
        if let Some(clip) = clip {
            child.set_clip_rect(clip);
        }
        child.spacing_mut().item_spacing = Vec2::ZERO;
        rows.draw(&mut child, row);
        let height = child.min_rect().height();
        self.set_height(row, height);
        height
    }

    /// Tells a screen reader of rows that are not drawn. `tops` is where the list begins.
    fn tell(
        &mut self,
        ui: &mut Ui,
        told: &[usize],
        tops: f32,
        column: egui::Rangef,
        groups: &mut Groups,
        rows: &mut impl Rows,
    ) {
        for row in told.iter().copied() {
            // Rows that are scrolled away upwards must not seem to stand over what is above the list.
            let over = if row < self.visible.start { ui.clip_rect().top() } else { 0.0 };
            let top = tops + self.heights.before(row) as f32 - over;
            let rect = Rect::from_min_size(pos2(column.min, top), vec2(column.span(), self.heights.get(row)));
            let group = groups.of(ui, row, rows);
            self.unseen.tell(ui, (row, row_id(ui, row), rect), group, |teller| rows.tell(teller, row));
        }
    }
}

/// The id of what a row is drawn in: the same wherever the list is scrolled to, so that a screen
/// reader does not lose its place.
fn row_id(ui: &Ui, row: usize) -> Id {
    ui.scope_id().with(("row", row))
}

/// The group that rows are drawn in, while they come one after another.
#[derive(Default)]
struct Groups {
    current: Option<(Group, Id)>,
}

impl Groups {
    /// The node that a row stands in, made when its first row comes.
    fn of(&mut self, ui: &mut Ui, row: usize, rows: &impl Rows) -> Option<Id> {
        let group = rows.group(row)?;
        if let Some((_, id)) = self.current.filter(|(current, _)| *current == group) {
            return Some(id);
        }
        let id = ui.scope_id().with(("group", group.first));
        let rect = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
        ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(group.role));
        self.current = Some((group, id));
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Context, RawInput, Sense};

    /// Rows that are higher than anyone would guess.
    struct Higher;

    impl Rows for Higher {
        fn estimate(&self, _row: usize, _width: f32) -> f32 {
            20.0
        }

        fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
            None
        }

        fn draw(&mut self, ui: &mut Ui, _row: usize) {
            ui.allocate_exact_size(vec2(100.0, 90.0), Sense::hover());
        }
    }

    #[test]
    fn a_list_is_at_rest_after_its_first_frame_though_its_rows_were_not_as_guessed() {
        let (ctx, mut list) = (Context::default(), VirtualList::default());
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0)));
        let mut totals = Vec::new();
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            totals.push(list.heights.total());
            list.show(ui, 50, egui::Rangef::new(0.0, 380.0), &mut Higher);
        });
        output.textures_delta.clear();
        let seen = *totals.last().expect("it was drawn");
        assert!((seen - list.heights.total()).abs() < 0.01, "the scroll bar is of {seen} points");
    }
}
