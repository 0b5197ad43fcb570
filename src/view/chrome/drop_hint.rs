//! What is seen while a file is held over the window: that it can be let go there.

use egui::{Align2, Id, LayerId, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::ui::widgets::galley;
use crate::ui::{Theme, type_scale};

const WORDS: &str = "Drop to open";

/// Frames the window, and says what dropping does, while something is held over it.
pub fn show(ui: &Ui, theme: &Theme) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let screen = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("drop hint")));
    painter.rect_stroke(screen, 0.0, Stroke::new(3.0, theme.accent), StrokeKind::Inside);
    let words = galley(ui, WORDS, type_scale::LABEL_STRONG, theme.ink, screen.width());
    let frame: Rect = Align2::CENTER_CENTER.align_size_within_rect(words.size() + vec2(40.0, 24.0), screen);
    painter.rect(frame, 8.0, theme.page, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    painter.galley(frame.min + vec2(20.0, 12.0), words, theme.ink);
    let said = ui.interact(frame, ui.scope_id().with("drop hint"), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, WORDS));
}
