//! A note's card while it is written: comment, tags, colour, stance.

use egui::{
    Align, Color32, Frame, Key, Layout, Margin, Modifiers, Rect, Response, Role, ScrollArea, Stroke,
    TextEdit, Ui, UiBuilder, vec2,
};

use super::state::Notes;
use super::{colours, words};
use crate::notes::{Note, Stance, Target};
use crate::poll::capitalised;
use crate::ui::widgets::{self, quiet_button};
use crate::ui::{Theme, scroll_bar, type_scale};
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;

const PADDING: egui::Vec2 = vec2(6.0, 3.0);
/// Tags that are offered while one is typed.
const OFFERED: usize = 4;
/// A dot's edge stands so far within its place.
const BEFORE_DOT: f32 = 3.0;
/// How much of the window's height a comment takes at most while it is written, and points that it may
/// take in any window.
const COMMENT: f32 = 0.45;
const LEAST_COMMENT: f32 = 60.0;
/// Points that the rest of a card takes under the comment, and why the note is not kept.
const UNDER: f32 = 180.0;
const UNKEPT: f32 = 90.0;

/// Draws the card of the note that is open.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, note: &Note, notes: &mut Notes) {
    let frame = Frame::new()
        .fill(cx.theme.page)
        .stroke(Stroke::new(1.5, colours::line(cx.theme, note.colour)))
        .corner_radius(6.0)
        .inner_margin(Margin::symmetric(12, 10));
    let builder = UiBuilder::new().id_salt("note editor").accessibility_role(Role::Form);
    ui.scope_builder(builder, |ui| {
        let name = format!("Note on {}", words::about(note));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(name));
        let mut asked = Vec::new();
        let card = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(4.0, 6.0);
            fields(ui, cx.theme, note, notes, &mut asked);
        });
        if leaves(ui, card.response.rect) {
            asked.push(NoteAction::Close);
        }
        cx.actions.extend(asked.into_iter().map(Action::Note));
    });
}

/// Whether Escape was pressed while the keyboard was somewhere in the card. egui takes the keyboard away
/// at that key before anyone is asked, so it is where it was in the last frame.
fn leaves(ui: &Ui, card: Rect) -> bool {
    let is_here = ui.memory(egui::Memory::focused).is_some_and(|id| {
        ui.ctx().viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let is_in_layer = widgets.order(id).is_some_and(|(layer, _)| layer == ui.layer_id());
            is_in_layer && widgets.get(id).is_some_and(|widget| card.intersects(widget.interact_rect))
        })
    });
    let known = ui.scope_id().with("has the keyboard");
    let was_here = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(known), is_here));
    was_here && !is_here && ui.input(|input| input.key_pressed(Key::Escape))
}

fn fields(ui: &mut Ui, theme: &Theme, note: &Note, notes: &mut Notes, asked: &mut Vec<NoteAction>) {
    if !matches!(note.target, Target::Passage(_)) {
        widgets::text(ui, &words::about(note), type_scale::SECONDARY, theme.quiet);
    }
    let is_done = comment(ui, theme, note, notes, asked);
    if matches!(note.target, Target::Call { .. }) {
        stance(ui, theme, note, asked);
    }
    tags(ui, theme, note, notes, asked);
    widgets::hanging(ui, "colours", BEFORE_DOT, |ui| {
        if let Some(colour) = colours::choice(ui, theme, note.colour) {
            asked.push(NoteAction::Colour(note.id, colour));
        }
    });
    widgets::hanging(ui, "delete and done", PADDING.x, |ui| {
        ui.horizontal(|ui| {
            if quiet_button(ui, theme, "Delete note", type_scale::LABEL, PADDING).clicked() {
                asked.push(NoteAction::Delete(note.id));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if quiet_button(ui, theme, "Done", type_scale::LABEL, PADDING).clicked() || is_done {
                    asked.push(NoteAction::Close);
                }
            });
        });
    });
    kept(ui, theme, note, notes, asked);
}

/// The comment; whether the person is done with it.
fn comment(ui: &mut Ui, theme: &Theme, note: &Note, notes: &mut Notes, asked: &mut Vec<NoteAction>) -> bool {
    let is_unkept = notes.unkept.contains_key(&note.id);
    let Some(editing) = &mut notes.open else { return false };
    let (name, hint) = match note.target {
        Target::Call { .. } => ("Reply", "Your reply"),
        _ => ("Comment", "Your note"),
    };
    let id = ui.scope_id().with("comment");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    // Ctrl+Enter would begin a line.
    let entered = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        widgets::galley(ui, text.as_str(), type_scale::LABEL, theme.ink, width)
    };
    let edit = TextEdit::multiline(&mut editing.comment)
        .id(id)
        .hint_text(hint)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .text_color(theme.ink)
        .background_color(Color32::TRANSPARENT)
        .margin(Margin::ZERO)
        .layouter(&mut layouter)
        .frame(Frame::NONE);
    // However long it gets, what stands under it stays in view, and so does the line that is written.
    let window = ui.ctx().content_rect().height();
    let under = if is_unkept { UNDER + UNKEPT } else { UNDER };
    let most = (window * COMMENT).min(ui.available_height() - under).max(LEAST_COMMENT);
    let area = ScrollArea::vertical().id_salt("long comment").max_height(most).auto_shrink([false, true]);
    let area = area.show(ui, |ui| ui.add(edit));
    scroll_bar::speak(&area, ui);
    let response = area.inner;
    let seen = response.rect.intersect(area.inner_rect);
    named(&response, name);
    if std::mem::take(&mut editing.take_focus) {
        response.request_focus();
    }
    if response.changed() {
        asked.push(NoteAction::Say(note.id, editing.comment.clone()));
    }
    underline(ui, theme, response.has_focus(), seen);
    entered
}

fn stance(ui: &mut Ui, theme: &Theme, note: &Note, asked: &mut Vec<NoteAction>) {
    let builder = UiBuilder::new().id_salt("stance").accessibility_role(Role::RadioGroup);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Where you stand"));
        row(ui, "stances", |ui| {
            for stance in Stance::ALL {
                let chosen = note.stance == Some(stance);
                let set = if chosen { type_scale::LABEL_STRONG } else { type_scale::LABEL };
                let name = capitalised(stance.name());
                let response = quiet_button(ui, theme, &name, set, PADDING);
                response.widget_info(|| {
                    egui::WidgetInfo::selected(Role::RadioButton, true, chosen, name.as_str())
                });
                if chosen {
                    let rect = response.rect;
                    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.5, theme.accent));
                }
                if response.clicked() {
                    asked.push(NoteAction::Stance(note.id, (!chosen).then_some(stance)));
                }
            }
        });
    });
}

fn tags(ui: &mut Ui, theme: &Theme, note: &Note, notes: &mut Notes, asked: &mut Vec<NoteAction>) {
    row(ui, "tags", |ui| {
        for tag in &note.tags {
            let label = format!("{tag} ×");
            let response = quiet_button(ui, theme, &label, type_scale::SECONDARY, PADDING);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(Role::Button, true, format!("Remove the tag {tag}"))
            });
            if response.clicked() {
                asked.push(NoteAction::Untag(note.id, tag.clone()));
            }
        }
    });
    let Some(editing) = &mut notes.open else { return };
    let id = ui.scope_id().with("tag");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let entered = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(&mut editing.tag)
        .id(id)
        .hint_text("Add a tag")
        .desired_width(f32::INFINITY)
        .font(type_scale::SECONDARY.font())
        .margin(Margin::ZERO)
        .frame(Frame::NONE);
    let response = ui.add(edit);
    named(&response, "Add a tag");
    underline(ui, theme, response.has_focus(), response.rect);
    if entered || editing.tag.contains(',') {
        // What was pasted may hold several.
        let typed = std::mem::take(&mut editing.tag);
        asked.extend(typed.split(',').map(|tag| NoteAction::Tag(note.id, tag.to_owned())));
        response.request_focus();
    }
    let typed = editing.tag.clone();
    let is_wanted = has_focus || !typed.is_empty();
    let offered = if is_wanted { notes.tags_like(&typed, &note.tags) } else { Vec::new() };
    // Drawn though it may be empty: what comes after keeps its ids, and with them the keyboard.
    row(ui, "offered tags", |ui| {
        for tag in offered.iter().take(OFFERED) {
            let response = quiet_button(ui, theme, tag, type_scale::SECONDARY, PADDING);
            response
                .widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, format!("Add the tag {tag}")));
            if response.clicked() {
                asked.push(NoteAction::Tag(note.id, tag.clone()));
                if let Some(editing) = &mut notes.open {
                    editing.tag.clear();
                }
            }
        }
    });
}

/// Whether the note is on the disk.
fn kept(ui: &mut Ui, theme: &Theme, note: &Note, notes: &Notes, asked: &mut Vec<NoteAction>) {
    let Some(why) = notes.unkept.get(&note.id) else { return };
    widgets::text(ui, &format!("Not saved: {why}"), type_scale::SECONDARY, theme.warning);
    widgets::hanging(ui, "try again", PADDING.x, |ui| {
        if quiet_button(ui, theme, "Try again", type_scale::LABEL, PADDING).clicked() {
            asked.push(NoteAction::SaveAgain(note.id));
        }
    });
}

/// A row of buttons that takes no room while there are none.
fn row(ui: &mut Ui, salt: &str, content: impl FnOnce(&mut Ui)) {
    widgets::hanging(ui, salt, PADDING.x, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            content(ui);
        });
    });
}

fn named(response: &Response, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// The line under a field, in the accent while it is typed in.
fn underline(ui: &Ui, theme: &Theme, has_focus: bool, seen: Rect) {
    ui.painter().hline(seen.x_range(), seen.bottom() + 2.0, widgets::field_line(theme, has_focus));
}
