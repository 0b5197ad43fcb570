//! Rows that can be pointed at and read with the keyboard: one stop for the Tab key in each chart,
//! the arrows go from row to row.

use egui::accesskit::{Action, Node};
use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, vec2,
};

use super::Look;
use crate::ui::is_covered;
use crate::ui::unseen::Teller;

/// What a person did among the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The answer that the pointer or the keyboard is on, by id.
    pub hovered: Option<String>,
    /// The answer that was clicked, by id.
    pub clicked: Option<String>,
}

impl Touched {
    /// Takes in what happened on an answer.
    pub fn note(&mut self, row: &Now, answer: &str) {
        if row.hovered || row.focused {
            self.hovered = Some(answer.to_owned());
        }
        if row.clicked {
            self.clicked = Some(answer.to_owned());
        }
    }
}

/// What happens on a row in this frame.
pub struct Now {
    hovered: bool,
    focused: bool,
    clicked: bool,
}

impl Now {
    /// Whether the pointer or the keyboard is on it.
    pub fn is_lit(&self) -> bool {
        self.hovered || self.focused
    }

    /// Takes in what happens on another place of the same row.
    pub fn join(&mut self, other: &Now) {
        self.hovered |= other.hovered;
        self.clicked |= other.clicked;
    }

    fn of(response: &Response) -> Now {
        Now { hovered: response.hovered(), focused: response.has_focus(), clicked: response.clicked() }
    }
}

/// A row's place in its list and on the screen.
pub struct Spot {
    /// The list.
    pub list: Id,
    /// Which row, from 0.
    pub index: usize,
    /// Of how many.
    pub count: usize,
    /// Where.
    pub rect: Rect,
    /// Whether a ring shows that the keyboard is on it; else the drawing itself does.
    pub ringed: bool,
}

/// What is said of a row: a sentence, then details.
pub type About = (String, Vec<Detail>);

/// A detail as label and words, `None` for not stated.
pub type Detail = (&'static str, Option<String>);

/// Lets a row be pointed at, clicked, read and gone to; shows a card beside it meanwhile.
pub fn interact(
    ui: &Ui,
    look: &Look,
    spot: &Spot,
    about: impl FnOnce() -> About,
    card: Option<impl FnOnce(&mut Ui)>,
) -> Now {
    let current = ui.data(|data| data.get_temp::<usize>(spot.list)).unwrap_or(0).min(spot.count - 1);
    let sense = if spot.index == current { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(spot.rect, row_id(spot.list, spot.index), sense);
    speak(ui, spot, &response, about);
    if response.has_focus() {
        go_by_arrows(ui, spot, &response);
    }
    if response.has_focus() && spot.ringed {
        let ring = ring(spot.rect);
        ui.painter().rect_stroke(ring, 4.0, Stroke::new(1.5, look.accent), StrokeKind::Inside);
    }
    let now = Now::of(&response);
    if let Some(card) = card {
        show_card(ui, response, card);
    }
    now
}

/// Another place where a row can be pointed at; the keyboard and screen readers have it already.
pub fn point(ui: &Ui, rect: Rect, id: Id, card: impl FnOnce(&mut Ui)) -> Now {
    let response = ui.interact(rect, id, Sense::CLICK);
    let now = Now::of(&response);
    show_card(ui, response, card);
    now
}

fn row_id(list: Id, index: usize) -> Id {
    list.with(("row", index))
}

fn speak(ui: &Ui, spot: &Spot, response: &Response, about: impl FnOnce() -> About) {
    response.widget_info(|| egui::WidgetInfo::new(Role::ListItem));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let (sentence, details) = about();
        node.set_label(sentence);
        say_more(node, &details, (spot.index, spot.count));
    });
}

/// What is said of a row beside its sentence: details, and which it is, from 0, of how many.
fn say_more(node: &mut Node, details: &[Detail], (index, count): (usize, usize)) {
    let said = details.iter().map(|(label, words)| {
        format!("{label}: {}.", words.as_deref().unwrap_or("not stated").trim_end_matches('.'))
    });
    if !details.is_empty() {
        node.set_description(said.collect::<Vec<_>>().join(" "));
    }
    node.set_position_in_set(index + 1);
    node.set_size_of_set(count);
}

/// Tells a screen reader of rows that are not drawn.
pub fn tell(teller: &mut Teller<'_>, list: Id, rows: Vec<About>) {
    let count = rows.len();
    for (index, (sentence, details)) in rows.into_iter().enumerate() {
        teller.say_with(row_id(list, index), Role::ListItem, &sentence, |node| {
            say_more(node, &details, (index, count));
            node.add_action(Action::Click);
        });
    }
}

fn go_by_arrows(ui: &Ui, spot: &Spot, response: &Response) {
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = spot.count - 1;
    let next = if pressed(Key::ArrowDown) {
        (spot.index + 1).min(last)
    } else if pressed(Key::ArrowUp) {
        spot.index.saturating_sub(1)
    } else {
        return;
    };
    ui.data_mut(|data| data.insert_temp(spot.list, next));
    ui.memory_mut(|memory| memory.request_focus(row_id(spot.list, next)));
}

fn show_card(ui: &Ui, response: Response, card: impl FnOnce(&mut Ui)) {
    if is_covered(ui) {
        return;
    }
    if response.has_focus() {
        let anchor = egui::PopupAnchor::from(response.rect);
        egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, anchor).show(card);
    } else {
        response.on_hover_ui_at_pointer(card);
    }
}

/// Behind a row that is pointed at.
pub fn band(rect: Rect, color: egui::Color32) -> Shape {
    Shape::rect_filled(ring(rect), 4.0, color)
}

fn ring(rect: Rect) -> Rect {
    rect.expand2(vec2(6.0, -2.0))
}
