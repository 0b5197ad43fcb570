//! The window was to close, and notes are not saved: which they are, why, and what can be done.

use egui::{Frame, Id, Margin, Modal, Role, ScrollArea, Stroke, Ui, vec2};

use crate::notes::Note;
use crate::ui::choices::framed_button;
use crate::ui::widgets;
use crate::ui::{scroll_bar, spoken, type_scale};
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::parts::notes::words;

/// What would be lost with the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Notes as they are here.
    pub notes: Vec<Note>,
    /// Why the first of them is not saved; `None` where there is no folder to keep notes in.
    pub why: Option<String>,
}

const WIDTH: f32 = 520.0;
/// Left free beside it in a small window, and under and over the words.
const AROUND: f32 = 40.0;
const OTHER_LINES: f32 = 290.0;

/// Draws it over the window.
pub fn show(ui: &Ui, cx: &mut ViewContext<'_>, unsaved: &Unsaved) {
    let id = Id::unique("notes that are not saved");
    let frame = Frame::popup(ui.style()).fill(cx.theme.page).inner_margin(Margin::same(20));
    let modal = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(room.x - 2.0 * AROUND));
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let title = match unsaved.notes.len() {
            1 => "A note is not saved".to_owned(),
            count => format!("{count} notes are not saved"),
        };
        spoken::name_dialog(ui, &title, Role::AlertDialog);
        widgets::heading(ui, &title, type_scale::H2, cx.theme.ink, 1);
        widgets::text(ui, &unsaved.reason(), type_scale::LABEL, cx.theme.ink);
        let words = Frame::new().fill(cx.theme.side).corner_radius(6.0).inner_margin(12).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let area = ScrollArea::vertical().max_height((room.y - OTHER_LINES).clamp(40.0, 220.0));
            let area = area.auto_shrink([false, true]).show(ui, |ui| {
                widgets::text(ui, &unsaved.words(), type_scale::SMALL, cx.theme.ink);
            });
            scroll_bar::speak(&area, ui);
        });
        ui.painter().rect_stroke(
            words.response.rect,
            6.0,
            Stroke::new(1.0, cx.theme.line),
            egui::StrokeKind::Inside,
        );
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| buttons(ui, cx, unsaved));
    });
    if modal.should_close() {
        cx.actions.push(Action::Note(NoteAction::StayOpen));
    }
}

fn buttons(ui: &mut Ui, cx: &mut ViewContext<'_>, unsaved: &Unsaved) {
    let copy = framed_button(ui, cx.theme, "Copy the text", "Copy the text", true);
    if ui.memory(egui::Memory::focused).is_none() {
        copy.request_focus();
    }
    if copy.clicked() {
        cx.actions.push(Action::CopyText(unsaved.words()));
    }
    let mut ways = vec![("Try again", NoteAction::CloseOnceSaved)];
    if unsaved.why.is_none() {
        // No folder comes while the window is there.
        ways.clear();
    }
    ways.extend([
        ("Keep the window", NoteAction::StayOpen),
        ("Close without saving", NoteAction::CloseAnyway),
    ]);
    for (words, asked) in ways {
        if framed_button(ui, cx.theme, words, words, true).clicked() {
            cx.actions.push(Action::Note(asked));
        }
    }
}

impl Unsaved {
    fn reason(&self) -> String {
        let why = match &self.why {
            Some(why) => crate::poll::capitalised(why),
            None => "There is no folder to keep notes in.".to_owned(),
        };
        format!("{why} What is written here is lost when the window closes.")
    }

    /// All that is said in them, to be taken elsewhere.
    fn words(&self) -> String {
        self.notes.iter().map(words::plain).collect::<Vec<_>>().join("\n\n")
    }
}
