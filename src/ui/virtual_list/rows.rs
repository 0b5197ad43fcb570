//! What a list draws.

use std::sync::Arc;

use egui::{Galley, Role, Ui};

use crate::ui::unseen::Teller;

/// Rows that a screen reader hears of as one: a list of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its first row.
    pub first: usize,
    /// What it is.
    pub role: Role,
}

/// What a list draws. `measure` and `draw` get the width that rows have.
pub trait Rows {
    /// A guess at a row's height, without laying it out.
    fn estimate(&self, row: usize, width: f32) -> f32;
    /// A row's height, with what it cost (in characters laid out) — or `None` for a row that is
    /// only measured by drawing it.
    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, usize)>;
    /// The text of a row that is one text, and how far below the row's top it begins.
    fn text(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, Arc<Galley>)> {
        None
    }
    /// Draws a row at the top left of `ui`, whose width is the row's. The room it takes is its height.
    fn draw(&mut self, ui: &mut Ui, row: usize);
    /// Tells a screen reader of a row that is not drawn, with the roles, words and ids that it has
    /// when it is.
    fn tell(&mut self, _teller: &mut Teller<'_>, _row: usize) {}
    /// What a row stands in, for screen readers.
    fn group(&self, _row: usize) -> Option<Group> {
        None
    }
    /// Rows described to a screen reader even when far away, in ascending order: headings.
    fn landmarks(&self) -> &[usize] {
        &[]
    }
}
