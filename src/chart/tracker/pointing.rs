//! Which point of a tracker the keyboard or the pointer is on.

use egui::{Color32, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui};
use egui_plot::PlotTransform;

use super::Tracker;
use super::hover::{self, Step, Which};
use crate::chart::card::Words;
use crate::ui::announce;

/// How near the pointer has to be to a point, in points.
pub const REACH: f32 = 12.0;

/// What is known of a figure, by its place among them: its reference, its sentence, its card.
pub type About<'f> = &'f dyn Fn(usize) -> (String, String, Words);

/// The point that the keyboard or the pointer is on. The plot is one stop for the Tab key; the
/// arrows go from point to point.
pub fn which(
    ui: &Ui,
    tracker: &Tracker,
    transform: &PlotTransform,
    area: Rect,
    id: Id,
    about: About<'_>,
) -> Option<Which> {
    let place = id.with("which");
    let response = ui.interact(area, id.with("points"), Sense::click());
    let mut current: Which = ui.data(|data| data.get_temp(place)).unwrap_or_default();
    let last = tracker.series.get(current.series).map_or(0, |series| series.points.len().saturating_sub(1));
    current.point = current.point.min(last);
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let keys = [
            (Key::ArrowLeft, Step::Earlier),
            (Key::ArrowRight, Step::Later),
            (Key::ArrowUp, Step::SeriesAbove),
            (Key::ArrowDown, Step::SeriesBelow),
            (Key::Home, Step::First),
            (Key::End, Step::Last),
        ];
        for (key, step) in keys {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                current = hover::step(tracker, current, step);
                ui.data_mut(|data| data.insert_temp(place, current));
            }
        }
        ui.painter().rect_stroke(area.expand(3.0), 4.0, Stroke::new(1.5, look_ring(ui)), StrokeKind::Inside);
    }
    response.widget_info(|| egui::WidgetInfo::new(Role::ListItem));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let point = tracker.series.get(current.series).and_then(|series| series.points.get(current.point));
        if let Some(point) = point {
            node.set_label(about(point.figure).1);
            node.set_description(
                "Left and right go to earlier and later polls, up and down to other series.",
            );
            node.set_position_in_set(current.point + 1);
            node.set_size_of_set(last + 1);
        }
    });
    announce::politely(ui.ctx(), response.id);
    let pointer = response.hover_pos().and_then(|at| {
        let value = transform.value_from_position(at);
        let [day, percent] = transform.dpos_dvalue().map(f64::abs);
        hover::nearest(tracker, (value.x, value.y), (day, percent), f64::from(REACH))
    });
    pointer.or(response.has_focus().then_some(current))
}

/// The ring's colour, as the theme has it for everything that has the keyboard.
fn look_ring(ui: &Ui) -> Color32 {
    ui.visuals().selection.stroke.color
}
