//! The four colours of highlights, as the theme has them, and the choice among them.

use egui::{Color32, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use crate::notes::Colour;
use crate::poll::capitalised;
use crate::ui::Theme;
use crate::ui::widgets::focus_ring;

/// Behind words that are marked in a colour.
#[must_use]
pub fn tint(theme: &Theme, colour: Colour) -> Color32 {
    match colour {
        Colour::Yellow => theme.yellow,
        Colour::Green => theme.green,
        Colour::Blue => theme.blue,
        Colour::Pink => theme.pink,
    }
}

/// The same colour where it is a line or a dot, and has to be told from the page.
#[must_use]
pub fn line(theme: &Theme, colour: Colour) -> Color32 {
    theme.stronger(tint(theme, colour))
}

const DOT: f32 = 16.0;

/// The choice among the four; the one that was picked.
pub fn choice(ui: &mut Ui, theme: &Theme, chosen: Colour) -> Option<Colour> {
    let builder = UiBuilder::new().id_salt("colour").accessibility_role(Role::RadioGroup);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Colour"));
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut picked = None;
        ui.horizontal(|ui| {
            for colour in Colour::ALL {
                let (rect, response) = ui.allocate_exact_size(vec2(DOT + 6.0, DOT + 6.0), Sense::click());
                let name = capitalised(colour.name());
                response
                    .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, colour == chosen, &name));
                let dot = Rect::from_center_size(rect.center(), vec2(DOT, DOT));
                ui.painter().rect_filled(dot, DOT / 2.0, tint(theme, colour));
                let (width, edge) =
                    if colour == chosen { (2.0, theme.ink) } else { (1.0, line(theme, colour)) };
                ui.painter().rect_stroke(dot, DOT / 2.0, Stroke::new(width, edge), StrokeKind::Inside);
                focus_ring(ui, theme, &response, rect);
                // A hover text would be a description too, and the name be heard twice.
                let shown = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
                    ui.label(&name);
                });
                if shown.clicked() {
                    picked = Some(colour);
                }
            }
        });
        picked
    })
    .inner
}
