//! What a screen reader hears of a scroll bar, of which egui 0.37 says nothing.

use egui::Ui;
use egui::scroll_area::ScrollAreaOutput;

/// The name of every scroll bar.
const NAME: &str = "Scroll bar";
/// egui's numbers for the bar that goes sideways and the one that goes up and down.
const SIDEWAYS: usize = 0;
const VERTICAL: usize = 1;

/// Names the bar of an area that scrolls up and down, and says how far it is, in percent.
pub fn speak<R>(area: &ScrollAreaOutput<R>, ui: &Ui) {
    speak_one(area, ui, VERTICAL);
}

/// The same for an area that scrolls sideways.
pub fn speak_sideways<R>(area: &ScrollAreaOutput<R>, ui: &Ui) {
    speak_one(area, ui, SIDEWAYS);
}

fn speak_one<R>(area: &ScrollAreaOutput<R>, ui: &Ui, way: usize) {
    let bar = area.id.with(way);
    if ui.ctx().has_accesskit_node(bar) {
        let most = (area.content_size[way] - area.inner_rect.size()[way]).max(1.0);
        let percent = (100.0 * area.state.clamped_offset()[way] / most).clamp(0.0, 100.0).round();
        ui.ctx().accesskit_node_builder(bar, |node| {
            node.set_label(NAME);
            node.set_numeric_value(percent.into());
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
        });
    }
}
