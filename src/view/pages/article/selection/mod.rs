//! Selecting text on the page, with the pointer and with the keys.
//!
//! A selection is two positions (a block and a character in it), so it outlives scrolling and
//! resizing, and text that is far from view is selected without being laid out.

mod copy;
mod drawn;
mod input;
mod matter;
mod order;
mod paint;
mod position;
mod steps;
#[cfg(test)]
mod tests;

use egui::{CursorIcon, Key, Modifiers, Pos2, Rangef, Rect, Sense, Ui, pos2};

use crate::ui::type_scale;
use crate::ui::virtual_list::VirtualList;
use drawn::Caret;
use input::{Asked, Motion, Pressed};

pub use copy::text;
pub use drawn::Drawn;
pub use matter::Matter;
pub use paint::{tint_whole, tint_words};
pub use position::{Place, Position, Selection, byte};

/// The selection of a page, and how it is being made.
#[derive(Default)]
pub struct Selecting {
    anchor: Option<Position>,
    caret: Option<Caret>,
    /// Whether the keys moved the caret last, so that it is shown.
    by_keys: bool,
    /// Whether plain keys move the caret instead of the page.
    text_cursor: bool,
    /// Where going up and down aims at.
    aim: Option<f32>,
    press: Press,
    /// What the pointer selects while it is held.
    held: Option<Held>,
    /// A key that waits for the caret to be drawn.
    waiting: Option<Asked>,
    /// After scrolling a page: where the caret goes.
    page_to: Option<(Pos2, bool)>,
    /// Frames left in which the caret is brought into view.
    reveal: u8,
    drawn: Drawn,
    view: Option<Rect>,
    clicked_at: Option<Pos2>,
}

/// The last press of the pointer, for telling double and triple ones.
#[derive(Default)]
struct Press {
    at: Pos2,
    time: f64,
    count: usize,
}

/// A press that is being drawn on: what it selected by itself.
#[derive(Clone, Copy)]
struct Held {
    first: Selection,
    by: Unit,
}

/// What one press selects, and a drag from it adds piece by piece.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Character,
    Word,
    Place,
}

/// Points between two presses that are one gesture, and between the column and a press beside it.
const SAME_SPOT: f32 = 6.0;
const BESIDE: f32 = 48.0;
/// Points a second for each point that the pointer is beyond the edge, and the most of them.
const PULL: f32 = 12.0;
const FASTEST: f32 = 2_400.0;
/// Points before the lower edge from which a drag pulls.
const BEFORE_EDGE: f32 = 12.0;
/// Points kept between the caret and the edge of the view.
const CLEAR: f32 = 2.0 * type_scale::BODY.line;
/// Frames that bringing the caret into view may take: rows are measured as they come.
const TRIES: u8 = 8;

impl Selecting {
    /// What is selected, if anything is.
    pub fn selection(&self) -> Option<Selection> {
        let selection = Selection::new(self.anchor?, self.caret?.position);
        (!selection.is_empty()).then_some(selection)
    }

    /// Where the caret stands.
    pub fn caret(&self) -> Option<Position> {
        self.caret.map(|caret| caret.position)
    }

    /// Selects between two positions.
    pub fn select(&mut self, selection: Selection) {
        self.anchor = Some(selection.anchor);
        self.caret = Some(Caret::new(selection.head));
        self.by_keys = false;
        self.aim = None;
    }

    /// Turns the text cursor on or off; it begins at the caret, or at the top of the view.
    pub fn toggle_text_cursor(&mut self) {
        self.text_cursor = !self.text_cursor;
        self.by_keys = self.text_cursor;
        if self.text_cursor && self.caret.is_none() {
            self.caret = self.view.and_then(|view| self.drawn.first_in(view));
            self.anchor = self.caret.map(|caret| caret.position);
        }
        self.reveal = if self.text_cursor { TRIES } else { 0 };
    }

    /// Where the caret was drawn last, if it was in view.
    pub fn caret_rect(&self) -> Option<Rect> {
        let rect = self.drawn.rect(self.caret?)?;
        self.view?.intersects(rect.expand(0.5)).then_some(rect)
    }

    /// The caret, where it was drawn in view.
    pub fn caret_in_view(&self) -> Option<Position> {
        self.caret_rect()?;
        self.caret.map(|caret| caret.position)
    }

    /// Where the pointer has clicked in this frame, on nothing that takes clicks for itself, and
    /// selected nothing.
    pub fn clicked_at(&self) -> Option<Pos2> {
        self.clicked_at.filter(|_| self.selection().is_none())
    }

    /// Takes this frame's pointer and keys, before the page is drawn. `row_of` is the row of the
    /// list in which a place stands.
    pub fn take_input(
        &mut self,
        ui: &mut Ui,
        column: Rangef,
        matter: Matter<'_>,
        list: &mut VirtualList,
        row_of: impl Fn(Place) -> Option<usize>,
    ) {
        let view = ui.clip_rect();
        self.view = Some(view);
        self.bring_into_view(ui, view, list, &row_of);
        self.take_pointer(ui, column, view, matter, list);
        self.take_keys(ui, view, matter, list);
    }

    /// Takes over what was drawn in this frame, and paints the caret over it.
    pub fn drawn(&mut self, ui: &Ui, color: egui::Color32, drawn: Drawn) {
        self.drawn = drawn;
        if (self.by_keys || self.text_cursor)
            && let Some(rect) = self.caret_rect()
        {
            ui.painter().vline(rect.left(), rect.shrink(1.0).y_range(), egui::Stroke::new(2.0, color));
        }
        if self.reveal > 0 || self.waiting.is_some() || self.page_to.is_some() {
            ui.ctx().request_repaint();
        }
    }

    fn take_pointer(
        &mut self,
        ui: &mut Ui,
        column: Rangef,
        view: Rect,
        matter: Matter<'_>,
        list: &mut VirtualList,
    ) {
        let room = Rect::from_x_y_ranges(column.expand(BESIDE), view.y_range()).intersect(view);
        // Below all links and charts: what they do not take comes here. It takes no focus.
        let id = ui.scope_id().with("selecting");
        let response = ui.interact(room, id, Sense::CLICK | Sense::DRAG);
        let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
        self.clicked_at = pointer.filter(|_| response.clicked());
        let Some(point) = pointer else { return };
        if response.hovered() && self.drawn.is_on_words(point) || self.held.is_some() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        if !down {
            self.held = None;
        }
        if let Some(pressed) = input::pressed(ui, &response) {
            self.press(ui, point, pressed, matter);
            self.held = self.held.filter(|_| down);
        } else if let Some(held) = self.held {
            pull(ui, point, view, list);
            let inside = pos2(point.x, point.y.clamp(view.top() + 1.0, view.bottom() - 1.0));
            self.drag_to(held, inside, matter);
        }
    }

    fn press(&mut self, ui: &Ui, point: Pos2, pressed: Pressed, matter: Matter<'_>) {
        let Pressed { times, shift, time } = pressed;
        let soon =
            time - self.press.time < ui.ctx().options(|options| options.input_options.max_double_click_delay);
        let again = soon && self.press.at.distance(point) < SAME_SPOT;
        let count = if again { self.press.count % 3 + 1 } else { 1 }.max(times);
        self.press = Press { at: point, time, count };
        ui.ctx().memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        let Some(caret) = self.caret_at(point, matter) else { return };
        self.by_keys = false;
        self.aim = None;
        if shift && let Some(anchor) = self.anchor {
            self.caret = Some(caret);
            self.held = Some(Held { first: Selection::at(anchor), by: Unit::Character });
            return;
        }
        let by = [Unit::Character, Unit::Word, Unit::Place][count - 1];
        let first = Selecting::unit_around(caret.position, by, matter);
        self.held = Some(Held { first, by });
        self.anchor = Some(first.anchor);
        self.caret =
            Some(Caret { position: first.head, at_row_end: caret.at_row_end || by != Unit::Character });
    }

    fn drag_to(&mut self, held: Held, point: Pos2, matter: Matter<'_>) {
        let Some(caret) = self.caret_at(point, matter) else { return };
        let here = Selecting::unit_around(caret.position, held.by, matter);
        let (anchor, head) = if here.start() < held.first.start() {
            (held.first.end(), here.start())
        } else {
            (held.first.start(), here.end().max(held.first.end()))
        };
        self.anchor = Some(anchor);
        self.caret = Some(Caret { position: head, at_row_end: caret.at_row_end });
    }

    fn caret_at(&self, point: Pos2, matter: Matter<'_>) -> Option<Caret> {
        let mut caret = self.drawn.nearest(point)?;
        if let Some(text) = matter.text(caret.position.place) {
            caret.position.character = steps::whole_character(&text, caret.position.character);
        }
        Some(caret)
    }

    fn unit_around(position: Position, by: Unit, matter: Matter<'_>) -> Selection {
        let place = position.place;
        let characters = match (by, matter.text(place)) {
            (Unit::Character, _) => return Selection::at(position),
            (Unit::Word, Some(text)) => steps::word_around(&text, position.character),
            _ => 0..matter.length(place),
        };
        Selection::new(Position::new(place, characters.start), Position::new(place, characters.end))
    }

    fn take_keys(&mut self, ui: &Ui, view: Rect, matter: Matter<'_>, list: &mut VirtualList) {
        if let Some((point, extends)) = self.page_to.take()
            && let Some(caret) = self.caret_at(point, matter)
        {
            self.move_to(caret, extends);
        }
        let free = ui.ctx().memory(|memory| memory.focused().is_none());
        if !free {
            return;
        }
        if let Some(asked) = self.waiting.take() {
            self.carry_out(asked, view, matter, list);
        }
        for asked in input::motions(ui, self.caret.is_some(), self.text_cursor) {
            self.carry_out(asked, view, matter, list);
        }
        if ui.input(|input| input.modifiers == Modifiers::NONE && input.key_pressed(Key::Escape)) {
            self.clear();
        }
    }

    fn carry_out(&mut self, asked: Asked, view: Rect, matter: Matter<'_>, list: &mut VirtualList) {
        let Some(caret) = self.caret.or_else(|| self.drawn.first_in(view)) else { return };
        if self.anchor.is_none() {
            self.anchor = Some(caret.position);
        }
        let Asked { motion, extends } = asked;
        if let Motion::Step(step, forward) = motion {
            self.aim = None;
            let position = steps::step(matter, caret.position, step, forward);
            self.move_to(Caret::new(position), extends);
            return;
        }
        // What follows is where words stand on screen, so the caret has to be there.
        let Some(here) = self.drawn.rect(caret).filter(|rect| view.intersects(rect.expand(0.5))) else {
            if self.reveal == 0 {
                self.reveal = TRIES;
                self.waiting = Some(asked);
            } else if self.reveal > 1 {
                self.waiting = Some(asked);
            }
            self.caret = Some(caret);
            return;
        };
        let aim = self.aim.unwrap_or(here.left());
        match motion {
            Motion::Line(down) => {
                let end = || Caret::new(steps::step(matter, caret.position, steps::Step::Everything, down));
                let next = self.drawn.line_from(caret, aim, down).unwrap_or_else(end);
                self.move_to(next, extends);
                self.aim = Some(aim);
            }
            Motion::RowEnd(forward) => {
                self.aim = None;
                let end = self.drawn.row_end(caret, forward).unwrap_or(caret);
                self.move_to(end, extends);
            }
            Motion::Page(down) => {
                let before = list.anchor();
                let page = f64::from(view.height() - CLEAR);
                list.scroll_by(if down { page } else { -page });
                let beyond = if down { list.is_at_end() } else { before == list.anchor() };
                if beyond {
                    let end = steps::step(matter, caret.position, steps::Step::Everything, down);
                    self.move_to(Caret::new(end), extends);
                } else {
                    self.page_to = Some((pos2(aim, here.center().y), extends));
                }
                self.aim = Some(aim);
            }
            Motion::Step(..) => {}
        }
    }

    fn move_to(&mut self, caret: Caret, extends: bool) {
        self.caret = Some(caret);
        if !extends {
            self.anchor = Some(caret.position);
        }
        self.by_keys = true;
        self.reveal = TRIES;
    }

    /// Selects nothing; the text cursor stays where it is.
    pub fn clear(&mut self) {
        self.anchor = self.caret.map(|caret| caret.position);
        self.by_keys = false;
        if !self.text_cursor {
            self.anchor = None;
            self.caret = None;
        }
    }

    /// Scrolls until the caret is in view, as far as this frame can tell.
    fn bring_into_view(
        &mut self,
        ui: &Ui,
        view: Rect,
        list: &mut VirtualList,
        row_of: &impl Fn(Place) -> Option<usize>,
    ) {
        if self.reveal == 0 || self.page_to.is_some() {
            return;
        }
        self.reveal -= 1;
        let Some(caret) = self.caret else { return };
        let Some(rect) = self.drawn.rect(caret) else {
            if let Some(row) = row_of(caret.position.place) {
                list.go_to(row, f64::from(view.height() / 3.0));
                ui.ctx().request_repaint();
            }
            return;
        };
        let clear = CLEAR.min(view.height() / 4.0);
        let above = view.top() + clear - rect.top();
        let below = rect.bottom() - (view.bottom() - clear);
        if above > 0.5 {
            list.scroll_by(f64::from(-above));
        } else if below > 0.5 {
            list.scroll_by(f64::from(below));
        } else {
            self.reveal = 0;
        }
    }
}

/// Scrolls while the pointer is held beyond the view's edge, faster the farther it is; where it was
/// dragged there, from just before the lower edge on, which may be the screen's.
fn pull(ui: &Ui, point: Pos2, view: Rect, list: &mut VirtualList) {
    let is_dragged = ui.input(|input| input.pointer.is_decidedly_dragging());
    let lower = view.bottom() - if is_dragged { BEFORE_EDGE } else { 0.0 };
    let beyond = (point.y - lower).max(0.0) - (view.top() - point.y).max(0.0);
    if beyond == 0.0 {
        return;
    }
    let seconds = ui.input(|input| input.stable_dt).min(0.05);
    let before = list.anchor();
    list.scroll_by(f64::from((beyond * PULL).clamp(-FASTEST, FASTEST) * seconds));
    if list.anchor() != before && !(beyond > 0.0 && list.is_at_end()) {
        ui.ctx().request_repaint();
    }
}
