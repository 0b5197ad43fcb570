//! One frame of the page: what its rows share while they are drawn.

use std::collections::HashMap;
use std::sync::Arc;

use egui::Pos2;

use super::find_marks::FindMarks;
use super::landing::Landing;
use super::lists::{Listed, Lists};
use super::note_marks::NoteMarks;
use super::peek::Peek;
use super::picture::Pictures;
use super::selection::{Drawn, Position, Selection};
use crate::bundle::{Bundle, Item};
use crate::view::context::ViewContext;
use crate::view::parts::context_menu::Entry;
use crate::view::parts::page_outline::Places;
use crate::view::parts::question_chart::ChartSwitches;

/// Points left in view above a row that was gone to.
pub const ABOVE: f64 = 8.0;

/// What the page hands to its rows, and what they report, while one frame is drawn.
pub struct PageFrame<'a> {
    pub bundle: &'a Arc<Bundle>,
    pub rows: &'a [Item],
    pub places: &'a Places,
    pub cx: ViewContext<'a>,
    pub charts: &'a mut ChartSwitches,
    pub pictures: &'a mut Pictures,
    pub landing: &'a mut Landing,
    pub peek: &'a mut Peek,
    pub has_margin: bool,
    /// The row that is being drawn.
    pub row: usize,
    pub lists: &'a Lists,
    pub landmarks: &'a [usize],
    /// Where the block that is being drawn stands in its list.
    pub listed: Option<Listed>,
    pub lit: Option<String>,
    pub pointed_at: Option<String>,
    pub calls: &'a HashMap<usize, usize>,
    pub selection: Option<Selection>,
    pub caret: Option<Position>,
    /// The figure that was gone to, and whether what was found is being brought into view.
    pub arrived: Option<&'a str>,
    pub revealing: bool,
    pub drawn: Drawn,
    /// Where a menu was asked for on a call or a key figure, and what can be done there.
    pub menu: Option<(Pos2, Vec<Entry>)>,
    pub marked: &'a FindMarks,
    pub noted: NoteMarks<'a>,
}

impl PageFrame<'_> {
    /// Where a row stands in its list, if it is in one.
    pub fn listed(&self, row: usize) -> Option<Listed> {
        match self.rows[row] {
            Item::Block(index) => self.lists.get(index).copied(),
            _ => None,
        }
    }
}
