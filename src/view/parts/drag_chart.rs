//! Dragging a chart by its title onto "Compare". For who has no mouse there is the chart's menu.

use egui::{CursorIcon, DragAndDrop, Id, LayerId, Order, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::ui::widgets::galley;
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, CompareAction};

/// A chart on its way.
struct Dragged {
    /// `briefing#poll/question`.
    question: String,
    title: String,
}

/// Lets a chart be taken by its title, which stands in `head`.
pub fn handle(ui: &Ui, head: Rect, question: &str, title: &str) {
    // Not a stop of the Tab key: dragging is for the pointer alone.
    let response = ui.interact(head, ui.scope_id().with(("drag chart", question)), Sense::DRAG);
    if response.drag_started() {
        let dragged = Dragged { question: question.to_owned(), title: title.to_owned() };
        response.dnd_set_drag_payload(dragged);
    }
    response.on_hover_cursor(CursorIcon::Grab);
}

/// Shows the chart that is on its way beside the pointer, and at `rect` where it can go; what is to be
/// done once it is let go there.
pub fn target(ui: &Ui, theme: &Theme, rect: Rect) -> Option<Action> {
    let dragged = DragAndDrop::payload::<Dragged>(ui.ctx())?;
    let at = ui.input(|input| input.pointer.latest_pos())?;
    let is_over = rect.contains(at);
    ui.set_cursor_icon(if is_over { CursorIcon::Copy } else { CursorIcon::Grabbing });
    let width = if is_over { 2.0 } else { 1.0 };
    ui.painter().rect_stroke(rect, 5.0, Stroke::new(width, theme.accent), StrokeKind::Inside);
    tag(ui, theme, at, &dragged.title);
    let let_go = is_over && ui.input(|input| input.pointer.any_released());
    let_go.then(|| {
        DragAndDrop::clear_payload(ui.ctx());
        Action::Compare(CompareAction::AddQuestion(dragged.question.clone()))
    })
}

/// The longest title that is shown whole beside the pointer, in points.
const TAG: f32 = 280.0;

fn tag(ui: &Ui, theme: &Theme, at: egui::Pos2, title: &str) {
    let words = galley(ui, title, type_scale::LABEL, theme.ink, TAG);
    let size = words.size() + vec2(20.0, 12.0);
    let screen = ui.ctx().content_rect();
    let most = screen.max - size - vec2(4.0, 4.0);
    let frame = Rect::from_min_size((at + vec2(14.0, 14.0)).min(most), size);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("dragged chart")));
    painter.rect(frame, 4.0, theme.page, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    painter.galley(frame.min + vec2(10.0, 6.0), words, theme.ink);
}
