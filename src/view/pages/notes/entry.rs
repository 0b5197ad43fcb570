//! A note in the Notes view: what it hangs on, what is said, where it stands.

use egui::text::LayoutJob;
use egui::{CursorIcon, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::notes::{Note, Target};
use crate::poll::capitalised;
use crate::ui::lines;
use crate::ui::widgets::{focus_ring, hairline, quiet_button};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::parts::notes::{PlacedNote, colours, words};

/// Points before the words, for the stripe in the note's colour.
const BEFORE: f32 = 14.0;
/// Room for the way to its place.
const GO_TO: f32 = 64.0;

/// Draws a note; a click opens it to be written in. `placed`: where it stands in the briefing in the
/// window, if it is one of its notes; and whether words are selected there.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    note: &Note,
    (placed, has_selection): (Option<&PlacedNote>, bool),
) {
    hairline(ui, cx.theme);
    let width = ui.available_width();
    let galley = lines::laid(ui, content(cx.theme, note, placed, width - BEFORE - GO_TO));
    let size = vec2(width - GO_TO, galley.size().y + 20.0);
    let top = ui.cursor().min;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(note, placed)));
    let around = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, 4.0, cx.theme.chosen.gamma_multiply(0.5));
    }
    let stripe =
        Rect::from_min_max(rect.min + vec2(0.0, 11.0), pos2(rect.left() + 4.0, rect.bottom() - 11.0));
    ui.painter().rect_filled(stripe, 2.0, colours::line(cx.theme, note.colour));
    // A letter may have any number of signs above it.
    ui.painter_at(rect).galley(rect.min + vec2(BEFORE, 10.0), galley, cx.theme.ink);
    focus_ring(ui, cx.theme, &response, around);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        cx.actions.push(Action::Note(NoteAction::Open(note.id)));
    }
    let can_go = placed.is_none_or(|placed| placed.row.is_some());
    let way = if can_go || matches!(note.target, Target::Comparison { .. }) {
        Some(("Go to", format!("Go to {}", words::about(note)), NoteAction::GoTo(note.id)))
    } else {
        // What still wants a decision has this among the changes.
        let is_settled = placed.is_some_and(|placed| placed.is_settled);
        (is_settled && has_selection)
            .then(|| ("Attach", "Attach to the selection".to_owned(), NoteAction::AttachHere(note.id)))
    };
    if let Some((words, name, asked)) = way {
        let place = Rect::from_min_size(pos2(rect.right(), top.y + 7.0), vec2(GO_TO, 26.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("go to", note.id)));
        child.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            let button = quiet_button(ui, cx.theme, words, type_scale::LABEL, vec2(6.0, 3.0));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.clicked() {
                cx.actions.push(Action::Note(asked));
            }
        });
    }
}

fn spoken(note: &Note, placed: Option<&PlacedNote>) -> String {
    match placed {
        Some(placed) => words::spoken(placed),
        None => words::spoken_alone(note),
    }
}

fn content(theme: &Theme, note: &Note, placed: Option<&PlacedNote>, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let quote = type_scale::SMALL.format(theme.ink);
    job.append(&capitalised(&words::about(note)), 0.0, quote);
    if !note.comment.trim().is_empty() {
        let comment = type_scale::LABEL.format(theme.ink);
        job.append(&format!("\n{}", words::beginning(&note.comment)), 0.0, comment);
    }
    if let Some(status) = placed.and_then(words::status) {
        job.append(&format!("\n{status}"), 0.0, type_scale::SECONDARY.format(theme.warning));
    }
    let mut facts = vec![words::kind(&note.target).to_owned()];
    facts.extend(note.stance.map(|stance| capitalised(stance.name())));
    facts.extend(placed.map(|placed| placed.section.clone()).filter(|section| !section.is_empty()));
    facts.extend(note.tags.iter().cloned());
    facts.extend(Some(note.edition_words().replace(' ', "\u{a0}")).filter(|words| !words.is_empty()));
    facts.push(note.created.strftime("%-d\u{a0}%B\u{a0}%Y").to_string());
    job.append(&format!("\n{}", facts.join("\u{a0}· ")), 0.0, type_scale::SECONDARY.format(theme.quiet));
    job
}
