//! A tracker on paper: each mark is a part of the drawing with a name, where there are few enough to
//! be named.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};
use egui_plot::PlotPoint;

use super::Tracker;
use super::crowd::HATCHED;
use super::draw::{RADIUS, lay, left_out};
use crate::chart::Look;

/// More marks than these stand too close to be pointed at one by one.
const MOST_NAMED: usize = 400;

/// Draws the tracker; `sentence` is what is said of a figure, by its place among them.
pub fn print(ui: &mut Ui, tracker: &Tracker, look: &Look, id: Id, sentence: &dyn Fn(usize) -> String) {
    let Some((transform, _)) = lay(ui, tracker, look, id) else { return };
    let points = || tracker.series.iter().flat_map(|series| &series.points);
    for (index, point) in points().enumerate().take_while(|_| tracker.len() <= MOST_NAMED) {
        let at = |percent: f64| transform.position_from_point(&PlotPoint::new(point.day(), percent));
        let rect = if point.is_open {
            Rect::from_two_pos(at(point.ends.0), at(point.ends.1)).expand2(vec2(HATCHED / 2.0, 0.0))
        } else {
            Rect::from_center_size(at(point.percent), Vec2::splat(2.0 * RADIUS + 4.0))
        };
        let mark = ui.interact(rect, id.with(("mark", index)), Sense::hover());
        mark.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, sentence(point.figure)));
    }
    left_out(ui, tracker, look);
}
