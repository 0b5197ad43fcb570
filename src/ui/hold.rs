//! A place in a list by its words: it outlives another width, another face and another text size.

use egui::Galley;
use serde::{Deserialize, Serialize};

/// What stands at the top of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hold {
    /// The row.
    pub row: usize,
    /// Where in the row.
    pub at: At,
}

impl Hold {
    /// Whether it could be a place: one that was read from a file may be anything.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let points = match self.at {
            At::Points(points) | At::Character { below: points, .. } | At::Part(points) => points,
        };
        points.abs() < 1e6
    }
}

/// A place in a row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum At {
    /// So many points below the row's top; above it where negative.
    Points(f64),
    /// So many points below the top of the line that has this character of the row's text.
    Character {
        /// Counted from 0.
        character: usize,
        /// Points.
        below: f64,
    },
    /// This part of the row's height, from 0 to 1.
    Part(f64),
}

impl Default for At {
    fn default() -> At {
        At::Points(0.0)
    }
}

/// The first character of the line at this height of a text, in points from its top.
#[must_use]
pub fn character_at(galley: &Galley, height: f32) -> usize {
    let mut before = 0;
    let mut begins = 0;
    for line in &galley.rows {
        begins = before;
        if height < line.pos.y + line.row.size.y {
            break;
        }
        before += line.char_count_including_newline().0;
    }
    begins
}

/// How far below the top of a text the line with this character begins, in points.
#[must_use]
pub fn top_of(galley: &Galley, character: usize) -> f32 {
    let mut before = 0;
    let line = galley.rows.iter().find(|line| {
        before += line.char_count_including_newline().0;
        character < before
    });
    line.or(galley.rows.last()).map_or(0.0, |line| line.pos.y)
}
