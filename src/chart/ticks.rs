//! The percentages under a scale.

use std::sync::Arc;

use egui::{Galley, Rangef, Ui, pos2};

use super::Look;

/// In the order they are given up where room is short: the last first, those of one group together.
const GROUPS: [&[u8]; 3] = [&[0, 100], &[50], &[25, 75]];

/// Writes a scale's ticks with their tops at `y`, as many as stand clear of each other. `words_of` says
/// what a percentage is written as, `left_of` where it begins if it is so wide.
pub fn under(
    ui: &Ui,
    look: &Look,
    y: f32,
    words_of: impl Fn(u8) -> Option<String>,
    left_of: impl Fn(u8, f32) -> f32,
) {
    let mut written: Vec<(Rangef, Arc<Galley>)> = Vec::new();
    for group in GROUPS {
        let ticks: Vec<(Rangef, Arc<Galley>)> = group
            .iter()
            .filter_map(|percent| {
                let words = look.text(ui, &words_of(*percent)?, &look.secondary, look.quiet, f32::INFINITY);
                let (left, width) = (left_of(*percent, words.size().x), words.size().x);
                Some((Rangef::new(left, left + width), words))
            })
            .collect();
        let is_clear = |(place, _): &(Rangef, Arc<Galley>)| {
            let around = place.expand(look.secondary.size);
            !written.iter().any(|(other, _)| around.intersects(*other))
        };
        if !ticks.iter().all(is_clear) {
            break;
        }
        written.extend(ticks);
    }
    // From left to right, as who hears or copies the drawing meets them.
    written.sort_by(|(a, _), (b, _)| a.min.total_cmp(&b.min));
    for (place, words) in written {
        ui.painter().galley(pos2(place.min, y), words, look.quiet);
    }
}
