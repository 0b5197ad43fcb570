//! Find in page: the field, the count, next and previous.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, Frame, Key, Layout, Margin, Modifiers, Rect, Role, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2,
};

use crate::library::search::{Found, Hit, Query, Words};
use crate::ui::widgets::{self, Icon, galley, icon_button};
use crate::ui::{announce, type_scale};
use crate::view::actions::{Action, Direction};
use crate::view::context::ViewContext;

/// What is looked for and what was found.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "any of them goes with any other")]
pub struct Find {
    /// Whether the bar is open.
    pub open: bool,
    /// What is looked for.
    pub query: Query,
    /// What was found for it, in the order of the page; shared with whoever paints it.
    pub hits: Arc<Vec<Hit>>,
    /// Whether nothing was as it is typed, and these only come close.
    pub loose: bool,
    /// The words, where they were found as they are typed.
    pub words: Option<Arc<Words>>,
    /// The hit that was gone to.
    pub current: usize,
    /// The row that was read when the words were typed: what is found is gone to from there on.
    pub from_row: usize,
    /// The way in which the last step went round an end, if it did.
    pub went_round: Option<Direction>,
    /// Whether the hits are still being looked for.
    pub searching: bool,
    /// Whether the field is to take the keyboard at the next frame.
    pub take_focus: bool,
}

impl Find {
    /// Goes on to the next hit, or the one before, round the ends.
    pub fn step(&mut self, direction: Direction) -> Option<&Hit> {
        let count = self.hits.len();
        if count == 0 {
            return None;
        }
        let at_end = match direction {
            Direction::Next => self.current + 1 == count,
            Direction::Previous => self.current == 0,
        };
        self.went_round = (at_end && count > 1).then_some(direction);
        self.current = direction.step(self.current, count);
        self.hits.get(self.current)
    }

    /// Takes over what was found and goes to the first of it from where the search began.
    pub fn take(&mut self, found: Found) -> Option<&Hit> {
        self.hits = Arc::new(found.hits);
        self.loose = found.loose;
        self.words = Words::of(&self.query).filter(|_| !self.loose).map(Arc::new);
        self.searching = false;
        self.went_round = None;
        let from_here = self.hits.partition_point(|hit| hit.row < self.from_row);
        self.current = if from_here < self.hits.len() { from_here } else { 0 };
        self.hits.get(self.current)
    }

    /// A word about the search where there is something to say.
    fn remark(&self) -> Option<String> {
        match (self.went_round, self.loose, self.hits.len()) {
            (Some(Direction::Next), ..) => Some("From the end back to the beginning.".to_owned()),
            (Some(Direction::Previous), ..) => Some("From the beginning back to the end.".to_owned()),
            (None, true, 1) => Some("No exact match: 1 that comes close.".to_owned()),
            (None, true, count) => Some(format!("No exact match: {count} that come close.")),
            (None, false, _) => None,
        }
    }

    fn count(&self) -> String {
        match (self.query.words.trim().is_empty(), self.searching, self.hits.len()) {
            (true, ..) => String::new(),
            (_, true, _) => "searching…".to_owned(),
            (_, _, 0) => "not found".to_owned(),
            (_, _, count) => format!("{} of {count}", self.current + 1),
        }
    }
}

/// Narrow enough to stand over the margin, not over the text.
const SIZE: egui::Vec2 = vec2(338.0, 42.0);
/// The height of the line with the field.
const LINE: f32 = 30.0;
/// What the margin's cards move down by while the bar is open.
pub const ROOM: f32 = 30.0;
/// What the page moves down by where there is no margin for the bar to stand over.
pub const ROOM_OVER_TEXT: f32 = SIZE.y + 14.0;

/// Draws the bar in the upper right corner of `room`.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, find: &mut Find, room: Rect) {
    let width = SIZE.x.min(room.width() - 16.0);
    let rect = Rect::from_min_size(pos2(room.right() - width - 12.0, room.top() + 8.0), vec2(width, SIZE.y));
    let builder = UiBuilder::new().max_rect(rect).id_salt("find bar").accessibility_role(Role::Search);
    let mut bar = ui.new_child(builder);
    bar.ctx().accesskit_node_builder(bar.unique_id(), |node| node.set_label("Find in page"));
    let frame = Frame::new()
        .fill(cx.theme.side)
        .stroke(Stroke::new(1.0, cx.theme.line))
        .corner_radius(8.0)
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(&mut bar, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let line = vec2(ui.available_width(), LINE);
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let set = |words: &str, on| {
                let set = if on { type_scale::LABEL_STRONG } else { type_scale::LABEL };
                galley(ui, words, set, cx.theme.quiet, f32::INFINITY).size().x + 2.0 * TOGGLE.x
            };
            let count = find.count();
            let counted = galley(ui, &count, type_scale::SECONDARY, cx.theme.quiet, f32::INFINITY).size().x;
            let toggles = set(CASE.0, find.query.match_case) + set(WORDS.0, find.query.whole_words);
            field(ui, find, ui.available_width() - counted - toggles - 3.0 * BUTTON - 6.0 * GAP, cx.actions);
            let response = widgets::text(ui, &count, type_scale::SECONDARY, cx.theme.quiet);
            announce::politely(ui.ctx(), response.id);
            toggle(ui, cx, WORDS, &mut find.query.whole_words);
            toggle(ui, cx, CASE, &mut find.query.match_case);
            let some = !find.hits.is_empty();
            if icon_button(ui, cx.theme, "Previous", Icon::Up, some).clicked() {
                cx.actions.push(Action::FindStep(Direction::Previous));
            }
            if icon_button(ui, cx.theme, "Next", Icon::Down, some).clicked() {
                cx.actions.push(Action::FindStep(Direction::Next));
            }
            if icon_button(ui, cx.theme, "Close find", Icon::Cross, true).clicked() {
                cx.actions.push(Action::CloseFind);
            }
        });
        if let Some(remark) = find.remark() {
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                ui.add_space(4.0);
                let response = widgets::text(ui, &remark, type_scale::SECONDARY, cx.theme.quiet);
                announce::politely(ui.ctx(), response.id);
            });
        }
    });
}

/// Between two things in the bar; the width of a button with a sign; around the words of a toggle.
const GAP: f32 = 4.0;
const BUTTON: f32 = 22.0;
const TOGGLE: egui::Vec2 = vec2(4.0, 3.0);

/// The toggles: what stands on them and what they are called.
const WORDS: (&str, &str) = ("“w”", "Whole words");
const CASE: (&str, &str) = ("Aa", "Match case");

fn toggle(ui: &mut Ui, cx: &mut ViewContext<'_>, (sign, name): (&str, &str), on: &mut bool) {
    let set = if *on { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    let response = widgets::quiet_button(ui, cx.theme, sign, set, TOGGLE);
    let is_on = *on;
    response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    if is_on {
        ui.painter().hline(
            response.rect.x_range(),
            response.rect.bottom(),
            Stroke::new(1.5, cx.theme.accent),
        );
    }
    // A hover text would be a description too, and the name be heard twice.
    let shown = response.on_hover_ui(|ui| {
        ui.label(name);
    });
    if shown.clicked() {
        *on = !*on;
        cx.actions.push(Action::Find);
    }
}

fn field(ui: &mut Ui, find: &mut Find, width: f32, actions: &mut Vec<Action>) {
    let edit = TextEdit::singleline(&mut find.query.words)
        .hint_text("Find in page")
        .desired_width(width - 12.0)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(vec2(0.0, 26.0))
        .frame(Frame::NONE);
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Find in page"));
    if std::mem::take(&mut find.take_focus) {
        response.request_focus();
        select_all(ui, response.id, &find.query.words);
    }
    if response.changed() {
        actions.push(Action::Find);
    }
    let pressed =
        |modifiers, key| ui.input(|input| input.modifiers.matches_exact(modifiers) && input.key_pressed(key));
    if response.lost_focus() && pressed(Modifiers::NONE, Key::Enter) {
        actions.push(Action::FindStep(Direction::Next));
        response.request_focus();
    } else if response.lost_focus() && pressed(Modifiers::SHIFT, Key::Enter) {
        actions.push(Action::FindStep(Direction::Previous));
        response.request_focus();
    }
}

/// Selects the words of last time, so that typing puts others in their place.
fn select_all(ui: &Ui, field: egui::Id, words: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::default(), CCursor::new(words.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stepping_goes_round_the_ends_and_says_so() {
        let mut find = Find { hits: hits(&[0, 7]), ..Find::default() };
        assert_eq!((find.step(Direction::Next).map(|hit| hit.row), find.remark()), (Some(7), None));
        assert_eq!(find.step(Direction::Next).map(|hit| hit.row), Some(0));
        assert_eq!(find.remark().as_deref(), Some("From the end back to the beginning."));
        assert_eq!(find.step(Direction::Previous).map(|hit| hit.row), Some(7));
        assert_eq!(find.remark().as_deref(), Some("From the beginning back to the end."));
    }

    #[test]
    fn what_is_found_is_gone_to_from_where_one_reads() {
        let found = |rows: &[usize]| Found { hits: hits(rows).to_vec(), loose: false };
        let mut find = Find { from_row: 5, ..Find::default() };
        assert_eq!(find.take(found(&[1, 5, 9])).map(|hit| hit.row), Some(5));
        assert_eq!(find.take(found(&[1, 2])).map(|hit| hit.row), Some(1));
        assert_eq!(find.take(found(&[])), None);
    }

    fn hits(rows: &[usize]) -> Arc<Vec<Hit>> {
        Arc::new(rows.iter().map(|row| Hit { row: *row, range: None }).collect())
    }

    #[test]
    fn the_count_says_where_one_is() {
        let mut find = Find::default();
        assert_eq!(find.count(), "");
        find.query.words = "x".to_owned();
        assert_eq!(find.count(), "not found");
        find.hits = hits(&[0, 3]);
        assert_eq!(find.count(), "1 of 2");
    }
}
