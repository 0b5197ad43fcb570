//! "Your evidence changed": what a new edition did to notes, old beside new, with what can be done
//! about it.

use std::sync::Arc;

use egui::{Galley, Id, Key, Modifiers, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2};
use uuid::Uuid;

use super::open_briefing::OpenBriefing;
use crate::notes::{EditionText, Status};
use crate::poll::capitalised;
use crate::text;
use crate::ui::type_scale::TypeStyle;
use crate::ui::widgets::{self, focus_ring, hairline, quiet_button};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::parts::notes::{PageNotes, PlacedNote, words};

const PADDING: egui::Vec2 = vec2(6.0, 3.0);
/// Places that are offered for a note that may belong to several.
const OFFERED: usize = 3;
/// Between the old words and the new.
const GAP: f32 = 24.0;

/// "2 of your 12 notes want a look", with how all of them ended.
pub fn head(ui: &mut Ui, theme: &Theme, placed: &PageNotes) {
    ui.add_space(12.0);
    widgets::heading(ui, "Your evidence changed", type_scale::H2, theme.ink, 2);
    ui.add_space(4.0);
    widgets::text(ui, &counted(placed), type_scale::SMALL, theme.quiet);
    ui.add_space(10.0);
}

/// "Of 12 notes, 9 are unchanged, 1 moved, 1 changed, 0 may belong to several places, 1 lost its place."
#[must_use]
pub fn counted(placed: &PageNotes) -> String {
    let [unchanged, moved, changed, ambiguous, orphaned] = placed.counts();
    let all = placed.all().len();
    format!(
        "Of {}: {unchanged} unchanged, {moved} moved, {changed} changed, {ambiguous} with several possible \
         places, {orphaned} without a place.",
        text::counted(all, "note")
    )
}

/// Which change is decided about: the one that has the keyboard, or had it last.
#[derive(Default)]
pub struct Deciding {
    current: Option<Uuid>,
    /// Whether the keyboard goes to it as soon as it is drawn.
    take_keyboard: bool,
}

impl Deciding {
    /// The change that A and K decide about, by index; without one that had the keyboard, the first.
    #[must_use]
    pub fn current(&self, placed: &PageNotes) -> Option<usize> {
        let changed = placed.to_settle();
        let is_current = |index: &usize| Some(placed.all()[*index].note.id) == self.current;
        changed.iter().copied().find(is_current).or_else(|| changed.first().copied())
    }

    /// Whether the current change is to be brought into view and given the keyboard.
    #[must_use]
    pub fn wants_keyboard(&self) -> bool {
        self.take_keyboard
    }

    /// Goes on to the change after one that was decided about, or to the one before it.
    fn go_on_from(&mut self, id: Uuid, placed: &PageNotes) {
        let changed = placed.to_settle();
        let ids: Vec<Uuid> = changed.iter().map(|index| placed.all()[*index].note.id).collect();
        let here = ids.iter().position(|known| *known == id);
        self.current =
            here.and_then(|here| ids.get(here + 1).or_else(|| ids.get(here.checked_sub(1)?))).copied();
        self.take_keyboard = self.current.is_some();
    }
}

/// The change that has the keyboard is decided about with one key: A takes what is there now, K keeps
/// the note without a place. One that is not in view (`is_in_view`) is brought there first.
pub fn keys(
    ui: &Ui,
    placed: &PageNotes,
    deciding: &mut Deciding,
    is_in_view: impl Fn(usize) -> bool,
    actions: &mut Vec<Action>,
) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let Some(current) = deciding.current(placed) else { return };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let change = &placed.all()[current];
    let asked = if pressed(Key::A) {
        take(change)
    } else if pressed(Key::K) {
        Some(NoteAction::KeepWithoutPlace(change.note.id))
    } else {
        return;
    };
    if !is_in_view(current) {
        deciding.current = Some(change.note.id);
        deciding.take_keyboard = true;
    } else if let Some(asked) = asked {
        deciding.go_on_from(change.note.id, placed);
        actions.push(Action::Note(asked));
    }
}

/// What taking the likeliest place comes to; `None` where there is no place.
fn take(placed: &PlacedNote) -> Option<NoteAction> {
    let id = placed.note.id;
    match placed.placement.status {
        Status::TextChanged => Some(NoteAction::Accept(id)),
        Status::Ambiguous => {
            placed.placement.candidates.first().map(|candidate| NoteAction::Attach(id, candidate.at.clone()))
        }
        _ => None,
    }
}

/// A note that wants a decision: old words beside new ones, and what can be done.
pub fn change(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    open: Option<OpenBriefing<'_>>,
    (placed, index): (&PageNotes, usize),
    deciding: &mut Deciding,
) {
    let change = &placed.all()[index];
    let id = change.note.id;
    let is_current = deciding.current(placed) == Some(index);
    hairline(ui, cx.theme);
    ui.add_space(10.0);
    let bar = ui.painter().add(Shape::Noop);
    let top = ui.cursor().top();
    let mut has_keyboard = said(ui, cx.theme, change, deciding, is_current);
    ui.add_space(4.0);
    let before = cx.actions.len();
    widgets::hanging(ui, "what can be done", PADDING.x, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            has_keyboard |= buttons(ui, cx, open, (change, is_current));
        });
    });
    let left = ui.max_rect().left() - BAR_BEFORE;
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + BAR, ui.cursor().top()));
    if is_current {
        ui.painter().set(bar, Shape::rect_filled(rect, BAR / 2.0, cx.theme.accent));
    }
    let goes = |action: &Action| matches!(action, Action::Note(NoteAction::GoTo(_)));
    if cx.actions.len() > before && !cx.actions.last().is_some_and(goes) {
        deciding.go_on_from(id, placed);
        deciding.take_keyboard &= has_keyboard && !ui.input(|input| input.pointer.any_released());
    } else if has_keyboard {
        deciding.current = Some(id);
    }
    ui.add_space(10.0);
}

/// Characters of the old words and of the new.
const OLD_AND_NEW: usize = 400;
/// The bar beside the change that is decided about: how wide, and how far before the words.
const BAR: f32 = 3.0;
const BAR_BEFORE: f32 = 14.0;

/// What changed. It is one stop of the Tab key, which says all of it. Returns whether the keyboard is
/// there.
fn said(ui: &mut Ui, theme: &Theme, change: &PlacedNote, deciding: &mut Deciding, is_current: bool) -> bool {
    let status = words::status(change).unwrap_or_default();
    let edition = capitalised(&change.note.edition_words());
    let old = words::short_to(old_words(change), OLD_AND_NEW);
    let now = change.placement.change.as_ref().map(|change| words::short_to(&change.new, OLD_AND_NEW));
    let comment = words::beginning(&change.note.comment);

    let room = ui.available_width();
    let wide = room > 420.0;
    let width = if wide { (room - GAP) / 2.0 } else { room };
    let lay =
        |ui: &Ui, text: &str, set: TypeStyle, color, width| widgets::galley(ui, text, set, color, width);
    // Each piece with its place below the top.
    let mut pieces: Vec<(egui::Vec2, Arc<Galley>)> = Vec::new();
    let first = lay(ui, &status, type_scale::LABEL_STRONG, theme.warning, room);
    let mut bottom = first.size().y + 4.0;
    pieces.push((vec2(0.0, 0.0), first));
    let mut top = bottom;
    for (number, (label, words)) in
        [(edition.as_str(), old.as_str()), ("This edition", now.as_deref().unwrap_or("–"))]
            .into_iter()
            .enumerate()
    {
        let left = if wide && number == 1 { width + GAP } else { 0.0 };
        let label = lay(ui, label, type_scale::SECONDARY, theme.quiet, width);
        let words = lay(ui, words, type_scale::SMALL, theme.ink, width);
        let below = top + label.size().y;
        bottom = bottom.max(below + words.size().y);
        pieces.extend([(vec2(left, top), label), (vec2(left, below), words)]);
        top = if wide { top } else { bottom + 6.0 };
    }
    if !comment.is_empty() {
        let comment = lay(ui, &comment, type_scale::LABEL, theme.quiet, room);
        pieces.push((vec2(0.0, bottom + 4.0), Arc::clone(&comment)));
        bottom += 4.0 + comment.size().y;
    }
    let (_, rect) = ui.allocate_space(vec2(room, bottom));
    // By its note, so that it keeps the keyboard when another change is gone from above it.
    let id = Id::unique(("change", change.note.id));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, spoken(change)));
    if is_current && std::mem::take(&mut deciding.take_keyboard) {
        response.request_focus();
    }
    for (at, galley) in pieces {
        ui.painter().galley(rect.min + at, galley, theme.ink);
    }
    focus_ring(ui, theme, &response, rect.expand2(vec2(6.0, 4.0)));
    response.has_focus()
}

/// What a note hung on, with as much around it as has changed.
fn old_words(change: &PlacedNote) -> &str {
    change.placement.change.as_ref().map_or_else(|| change.quote(), |change| &change.old)
}

/// A change as a screen reader says it, with the keys that decide about it.
#[must_use]
pub fn spoken(change: &PlacedNote) -> String {
    let status = words::status(change).unwrap_or_default();
    let old = words::short_to(old_words(change), OLD_AND_NEW);
    let now = change.placement.change.as_ref().map(|change| words::short_to(&change.new, OLD_AND_NEW));
    let now = now.unwrap_or_else(|| "nothing".to_owned());
    let comment = change.note.comment.trim();
    let comment =
        if comment.is_empty() { String::new() } else { format!(" Your note: {}", words::ended(comment)) };
    let keys = match take(change) {
        Some(_) => "A takes what is there now, K keeps the note without a place.",
        None => "K keeps the note without a place.",
    };
    format!(
        "{status}. {}: {} This edition: {}{comment} {keys}",
        capitalised(&change.note.edition_words()),
        words::ended(&old),
        words::ended(&now)
    )
}

/// What can be done. Returns whether the keyboard is on one of the buttons.
fn buttons(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    open: Option<OpenBriefing<'_>>,
    (placed, is_current): (&PlacedNote, bool),
) -> bool {
    let id = placed.note.id;
    let mut has_keyboard = false;
    // The keys belong to one change alone.
    let with_key =
        |words: &str, key: &str| if is_current { format!("{words} ({key})") } else { words.to_owned() };
    let mut button = |ui: &mut Ui, words: &str, asked: NoteAction| {
        let button = quiet_button(ui, cx.theme, words, type_scale::LABEL, PADDING);
        has_keyboard |= button.has_focus();
        if button.clicked() {
            cx.actions.push(Action::Note(asked));
        }
    };
    match placed.placement.status {
        Status::TextChanged => button(ui, &with_key("Accept the new words", "A"), NoteAction::Accept(id)),
        Status::Ambiguous => {
            let text = open.map(|open| EditionText::of(&open.bundle.article));
            for (number, candidate) in placed.placement.candidates.iter().take(OFFERED).enumerate() {
                let around = text.as_ref().map(|text| words::around(text, candidate.at.clone()));
                let words = format!("Attach to {}", around.unwrap_or_default());
                let words = if number == 0 { with_key(&words, "A") } else { words };
                button(ui, &words, NoteAction::Attach(id, candidate.at.clone()));
            }
        }
        _ => {}
    }
    if placed.row.is_some() {
        button(ui, "Go to", NoteAction::GoTo(id));
    }
    if open.is_some_and(|open| open.has_selection) {
        button(ui, "Attach to the selection", NoteAction::AttachHere(id));
    }
    button(ui, &with_key("Keep without a place", "K"), NoteAction::KeepWithoutPlace(id));
    has_keyboard
}
