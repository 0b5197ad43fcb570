//! The rows of the page: how high each is about, how it is drawn, what of it is told.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Pos2, Role, Sense, Ui};

use super::block::Block;
use super::landing::Landing;
use super::lists::{Listed, Lists};
use super::noted::Noted;
use super::peek::Peek;
use super::selection::{self, Drawn, Matter, Place, Position, Selection};
use super::{ABOVE, Marked, end_matter, end_words, masthead, picture, tell};
use crate::bundle::{Bundle, Item, Section};
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Group, Rows};
use crate::ui::{Theme, type_scale, widgets};
use crate::view::actions::Action;
use crate::view::parts::call_entry;
use crate::view::parts::context_menu::{self, Entry};
use crate::view::parts::page_outline::Places;
use crate::view::parts::question_chart::Toggles;

/// What the list needs while it draws one frame.
pub struct Drawing<'a> {
    pub bundle: &'a Arc<Bundle>,
    pub rows: &'a [Item],
    pub places: &'a Places,
    pub theme: &'a Theme,
    pub toggles: &'a mut Toggles,
    pub pictures: &'a mut picture::Pictures,
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
    pub marked: &'a Marked,
    pub noted: Noted<'a>,
    pub actions: &'a mut Vec<Action>,
}

impl Drawing<'_> {
    pub fn listed(&self, row: usize) -> Option<Listed> {
        match self.rows[row] {
            Item::Block(index) => self.lists.get(index).copied(),
            _ => None,
        }
    }

    pub fn block(&self, index: usize) -> Block<'_> {
        let previous = index.checked_sub(1).map(|before| &self.bundle.article.blocks[before]);
        Block {
            bundle: self.bundle,
            theme: self.theme,
            content: &self.bundle.article.blocks[index],
            index,
            previous,
        }
    }
}

impl Rows for Drawing<'_> {
    fn estimate(&self, row: usize, width: f32) -> f32 {
        match self.rows[row] {
            Item::Masthead => 200.0,
            Item::Strip => 110.0,
            Item::Block(index) => self.block(index).estimate(width),
            Item::Call(_) => 150.0,
            Item::Section(_) => 74.0,
            Item::Related(_) | Item::Source(_) => 90.0,
            Item::End => END,
        }
    }

    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, usize)> {
        match self.rows[row] {
            Item::Block(index) => self.block(index).measure(ui, width),
            _ => None,
        }
    }

    fn text(&mut self, ui: &Ui, row: usize, width: f32) -> Option<(f32, Arc<egui::Galley>)> {
        match self.rows[row] {
            Item::Block(index) => self.block(index).text(ui, width),
            _ => None,
        }
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        let bundle = Arc::clone(self.bundle);
        let item = self.rows[row];
        let top = ui.cursor().top();
        self.row = row;
        self.listed = self.listed(row);
        self.landing.show(ui, self.theme, row);
        let is_set_by_others = matches!(item, Item::Block(_) | Item::Call(_));
        let behind = is_set_by_others.then(|| self.marked.begin_behind(ui, row)).flatten();
        self.draw_item(ui, &bundle, item);
        if let Some(behind) = behind {
            behind.paint(ui, self.theme);
        }
        self.marked.paint_beside(ui, self.theme, row, top);
        self.noted.paint_beside(ui, self.theme, row, top);
        self.tint_whole(ui, item, top);
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        tell::tell(self, teller, row);
    }

    fn group(&self, row: usize) -> Option<Group> {
        let Listed { first, .. } = self.listed(row)?;
        Some(Group { first, role: Role::List })
    }

    fn landmarks(&self) -> &[usize] {
        self.landmarks
    }
}

impl Drawing<'_> {
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
        selection::tint_whole(ui, self.theme, self.selection.as_ref(), place, room);
        self.drawn.add_whole(place, room);
    }

    fn draw_item(&mut self, ui: &mut Ui, bundle: &Arc<Bundle>, item: Item) {
        match item {
            Item::Masthead => masthead::masthead(ui, self.theme, bundle, self),
            Item::Strip => masthead::strip(ui, self.theme, bundle, self),
            Item::Block(index) => {
                let previous = index.checked_sub(1).map(|before| &bundle.article.blocks[before]);
                let block = Block {
                    bundle,
                    theme: self.theme,
                    content: &bundle.article.blocks[index],
                    index,
                    previous,
                };
                block.draw(ui, self);
            }
            Item::Call(call) => {
                ui.add_space(16.0);
                let entry = (call + 1, &bundle.manifest.calls[call]);
                let touched = call_entry::show(ui, self.theme, bundle, entry, false, self.lit.as_deref());
                self.pointed_at = touched.pointed_at.or(self.pointed_at.take());
                self.actions.extend(touched.clicked.map(Action::GoToFigure));
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

fn section_heading(ui: &mut Ui, page: &mut Drawing<'_>, section: Section) {
    ui.add_space(36.0);
    let look = (type_scale::H2, page.theme.ink);
    let heading =
        selection::selectable(ui, page, Place::Head(section), section.title(), look, Sense::hover());
    widgets::speak_heading(&heading, section.title(), 2);
    ui.add_space(2.0);
}
