//! The rows of the page: how high each is about, how it is drawn, what a screen reader gets of it.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Role, Sense, Ui};

use super::block::Block;
use super::lists::Listed;
use super::page_frame::{ABOVE, PageFrame};
use super::selectable::selectable;
use super::selection::{self, Matter, Place};
use super::{end_matter, end_words, masthead, offscreen};
use crate::bundle::{Bundle, Item, Section};
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Group, Rows};
use crate::ui::{type_scale, widgets};
use crate::view::actions::Action;
use crate::view::parts::{call_entry, context_menu};

impl Rows for PageFrame<'_> {
    fn estimate(&self, row: usize, width: f32) -> f32 {
        match self.rows[row] {
            Item::Masthead => 200.0,
            Item::Strip => 110.0,
            Item::Block(index) => Block::new(self.bundle, self.cx.theme, index).estimate(width),
            Item::Call(_) => 150.0,
            Item::Section(_) => 74.0,
            Item::Related(_) | Item::Source(_) => 90.0,
            Item::End => END,
        }
    }

    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, usize)> {
        match self.rows[row] {
            Item::Block(index) => Block::new(self.bundle, self.cx.theme, index).measure(ui, width),
            _ => None,
        }
    }

    fn text(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, Arc<egui::Galley>)> {
        match self.rows[row] {
            Item::Block(index) => Block::new(self.bundle, self.cx.theme, index).text(ui, width),
            _ => None,
        }
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        let bundle = Arc::clone(self.bundle);
        let item = self.rows[row];
        let top = ui.cursor().top();
        self.row = row;
        self.listed = self.listed(row);
        self.landing.show(ui, self.cx.theme, row);
        let is_set_by_others = matches!(item, Item::Block(_) | Item::Call(_));
        let behind = is_set_by_others.then(|| self.marked.begin_behind(ui, row)).flatten();
        self.draw_item(ui, &bundle, item);
        if let Some(behind) = behind {
            behind.paint(ui, self.cx.theme);
        }
        self.marked.paint_beside(ui, self.cx.theme, row, top);
        self.noted.paint_beside(ui, self.cx.theme, row, top);
        self.tint_whole(ui, item, top);
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        offscreen::tell(self, teller, row);
    }

    fn group(&self, row: usize) -> Option<Group> {
        let Listed { first, .. } = self.listed(row)?;
        Some(Group { first, role: Role::List })
    }

    fn landmarks(&self) -> &[usize] {
        self.landmarks
    }
}

impl PageFrame<'_> {
    /// Frames a chart, a picture or a call that is selected, and notes where it stands.
    fn tint_whole(&mut self, ui: &Ui, item: Item, top: f32) {
        let matter = Matter { bundle: self.bundle, calls: self.calls, lists: self.lists };
        let block = |index| Place::of_block(&self.bundle.article, index);
        let place = match item {
            Item::Block(index) => Some(block(index)),
            Item::Call(call) => Some(block_of_call(self.calls, call).map_or(Place::Call(call), block)),
            _ => None,
        };
        let Some(place) = place.filter(|place| matter.text(*place).is_none()) else { return };
        let drawn = ui.min_rect();
        let room = egui::Rect::from_x_y_ranges(drawn.x_range(), top + ABOVE as f32..=drawn.bottom());
        selection::tint_whole(ui, self.cx.theme, self.selection.as_ref(), place, room);
        self.drawn.add_whole(place, room);
    }

    fn draw_item(&mut self, ui: &mut Ui, bundle: &Arc<Bundle>, item: Item) {
        match item {
            Item::Masthead => masthead::masthead(ui, self.cx.theme, bundle, self),
            Item::Strip => masthead::strip(ui, self.cx.theme, bundle, self),
            Item::Block(index) => {
                Block::new(bundle, self.cx.theme, index).draw(ui, self);
            }
            Item::Call(call) => {
                ui.add_space(16.0);
                let entry = (call + 1, &bundle.manifest.calls[call]);
                let touched = call_entry::show(ui, self.cx.theme, bundle, entry, false, self.lit.as_deref());
                self.pointed_at = touched.pointed_at.or(self.pointed_at.take());
                self.cx.actions.extend(touched.clicked.map(Action::GoToFigure));
                if let Some(at) = context_menu::asked_in(ui, ui.min_rect()) {
                    self.menu = Some((at, call_entry::entries(bundle, call)));
                }
            }
            Item::Section(section) => section_heading(ui, self, section),
            Item::Related(index) => {
                let lines = end_words::story(bundle, &bundle.manifest.related[index]);
                end_matter::show(ui, self, &lines, |line| Place::Story(index, line));
            }
            Item::Source(index) => {
                let lines = end_words::source(&bundle.manifest.sources[index]);
                end_matter::show(ui, self, &lines, |line| Place::Source(index, line));
            }
            Item::End => ui.add_space(END),
        }
    }
}

/// Room under the last line.
const END: f32 = 160.0;

fn block_of_call(calls: &HashMap<usize, usize>, call: usize) -> Option<usize> {
    calls.iter().find(|(_, standing)| **standing == call).map(|(block, _)| *block)
}

fn section_heading(ui: &mut Ui, page: &mut PageFrame<'_>, section: Section) {
    ui.add_space(36.0);
    let look = (type_scale::H2, page.cx.theme.ink);
    let heading = selectable(ui, page, Place::Head(section), section.title(), look, Sense::hover());
    widgets::speak_heading(&heading, section.title(), 2);
    ui.add_space(2.0);
}
