//! The article as it is read: a virtual list of rows.

mod again;
mod block;
mod block_text;
mod end_matter;
mod items;
mod landing;
mod lists;
mod marked;
mod masthead;
mod noted;
mod peek;
mod peek_card;
mod picture;
mod selection;
mod table;
mod tell;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Pos2, Rangef, Role, Ui};
use uuid::Uuid;

use crate::bundle::{Bundle, Item};
use crate::ui::hold::Hold;
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Group, Rows, VirtualList};
use crate::ui::widgets;
use crate::ui::{Theme, type_scale};
use crate::view::context_menu::{self, Entry};
use crate::view::notes::{Noting, PageNotes};
use crate::view::question_chart::Toggles;
use crate::view::scroll_keys::{self, Scroll};
use crate::view::{Action, Command, call_entry};
use block::Block;
use landing::Landing;
use lists::Listed;
use noted::Noted;
use peek::Peek;
use selection::{Drawn, Matter, Selecting};

pub use items::{Mark, OutlineRow, Places};
pub use marked::Marked;
pub use masthead::origin_line;
pub use noted::Spot;
pub use selection::{Place, Position, Selection};

/// The open article and where it is scrolled to.
pub struct Page {
    bundle: Arc<Bundle>,
    rows: Vec<Item>,
    places: Places,
    outline: Vec<OutlineRow>,
    list: VirtualList,
    toggles: Toggles,
    pictures: picture::Pictures,
    landing: Landing,
    peek: Peek,
    /// Whether figure cards stand beside the text; where they do not, claims are peeked at.
    pub has_margin: bool,
    /// The calls that stand in a block's stead, by that block.
    calls: HashMap<usize, usize>,
    /// The blocks that stand in lists.
    lists: HashMap<usize, Listed>,
    /// The rows that headings stand in, and charts.
    landmarks: Vec<usize>,
    selecting: Selecting,
    /// Where notes were drawn in the last frame.
    spots: Vec<Spot>,
    /// The figure that the pointer is on, by reference, in the text or in a chart.
    pub lit: Option<String>,
}

/// How far below the top of the view people read, in points.
const READ_AT: f64 = 150.0;

/// Points left in view above a row that was gone to.
const ABOVE: f64 = 8.0;

impl Page {
    /// At the top.
    #[must_use]
    pub fn new(bundle: Arc<Bundle>) -> Page {
        let (rows, outline, places, lists) = std::thread::scope(|scope| {
            // Counted here, where no frame waits for it; the masthead shows the reading time.
            scope.spawn(|| bundle.word_count());
            let rows = bundle.page_order();
            let outline = items::outline(&bundle, &rows);
            let places = Places::new(&bundle, &rows);
            (rows, outline, places, lists::of(&bundle.article.blocks))
        });
        Page {
            places,
            lists,
            landmarks: outline.iter().map(|entry| entry.row).collect(),
            outline,
            calls: bundle.standing_calls(&rows),
            selecting: Selecting::default(),
            rows,
            bundle,
            list: VirtualList::default(),
            toggles: Toggles::default(),
            pictures: picture::Pictures::default(),
            landing: Landing::default(),
            peek: Peek::default(),
            has_margin: false,
            spots: Vec::new(),
            lit: None,
        }
    }

    /// The outline over the page.
    #[must_use]
    pub fn outline(&self) -> &[OutlineRow] {
        &self.outline
    }

    /// The outline's row for what is at the top of the view.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        let read = self.list.gone_to().unwrap_or_else(|| self.list.row_below(READ_AT));
        self.outline.partition_point(|entry| entry.row <= read).checked_sub(1)
    }

    /// Scrolls to a row.
    pub fn go_to(&mut self, row: usize) {
        let above = if row == 0 { 0.0 } else { ABOVE };
        self.list.go_to(row, above);
    }

    /// Whether a row is well in view.
    #[must_use]
    pub fn shows(&self, row: usize) -> bool {
        let visible = self.list.visible();
        visible.start < row && row + 1 < visible.end
    }

    /// Whether some of a row was in view in the last frame.
    #[must_use]
    pub fn draws(&self, row: usize) -> bool {
        self.list.visible().contains(&row)
    }

    /// Hands the keyboard to a row, so that reading and the Tab key go on from there.
    pub fn land_on(&mut self, row: usize, about: &str) {
        self.landing.on(row, about);
    }

    /// Hands the keyboard to the page where it stands.
    pub fn land_here(&mut self) {
        let under =
            self.current().map_or_else(String::new, |entry| format!(", at {}", self.outline[entry].text));
        let row = self.list.visible().start;
        self.landing.on(row, &format!("Article{under}"));
    }

    /// What is selected, if anything is.
    #[must_use]
    pub fn selection(&self) -> Option<Selection> {
        self.selecting.selection()
    }

    /// The selected text, as it is copied; empty where nothing is selected.
    #[must_use]
    pub fn selected_text(&self) -> String {
        self.selecting.text(Matter { bundle: &self.bundle, calls: &self.calls })
    }

    /// Selects between two positions.
    pub fn select(&mut self, selection: Selection) {
        self.selecting.select(selection);
    }

    /// Selects title, summary and the whole article.
    pub fn select_all(&mut self) {
        self.selecting.select(Matter { bundle: &self.bundle, calls: &self.calls }.all());
    }

    /// Selects nothing.
    pub fn clear_selection(&mut self) {
        self.selecting.clear();
    }

    /// The paragraph that is read, with a character of it: where the caret is in view there, or else
    /// the first one below the top of the view.
    #[must_use]
    pub fn paragraph_here(&self) -> Option<(usize, usize)> {
        let has_words = |block: usize| !self.bundle.article.blocks[block].text.trim().is_empty();
        if let Some(Position { place: Place::Block(block), character }) = self.selecting.caret_in_view()
            && has_words(block)
        {
            return Some((block, character));
        }
        let top = self.list.gone_to().unwrap_or_else(|| self.list.row_below(READ_AT / 2.0));
        let paragraph = |item: &Item| match item {
            Item::Block(block) if has_words(*block) => {
                (self.bundle.article.blocks[*block].kind == crate::article::Kind::Paragraph).then_some(*block)
            }
            _ => None,
        };
        self.rows.get(top..)?.iter().find_map(paragraph).map(|block| (block, 0))
    }

    /// Where notes stand on screen.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// Counts the notes under each entry of the outline.
    pub fn count_notes(&mut self, notes: &PageNotes) {
        for entry in 0..self.outline.len() {
            let next = self.outline.get(entry + 1).map_or(self.rows.len(), |next| next.row);
            let from = if entry == 0 { 0 } else { self.outline[entry].row };
            self.outline[entry].notes = notes.in_rows(from..next.max(from)).count();
        }
    }

    /// Turns the text cursor on or off.
    pub fn toggle_text_cursor(&mut self) {
        self.selecting.toggle_text_cursor();
    }

    /// The place at the top of the view, to come back to.
    #[must_use]
    pub fn hold(&self) -> Hold {
        self.list.hold()
    }

    /// Scrolls back to a place.
    pub fn go_back_to(&mut self, hold: Hold) {
        let row = hold.row.min(self.rows.len() - 1);
        self.list.go_back_to(Hold { row, ..hold });
    }

    /// Scrolls by so many points, down where positive.
    pub fn scroll_by(&mut self, points: f64) {
        self.list.scroll_by(points);
    }

    /// The row of a heading, by its words or its anchor, or of a block, by its number from 0.
    #[must_use]
    pub fn row_of(&self, heading_or_block: &str) -> Option<usize> {
        let wanted = heading_or_block.to_lowercase();
        let by_words = self.outline.iter().find(|entry| entry.text.to_lowercase() == wanted);
        let by_block = || {
            let block: usize = heading_or_block.parse().ok()?;
            // A block that is a call's place is another kind of row: the one before it will do.
            (block < self.bundle.article.blocks.len())
                .then(|| {
                    self.rows.iter().rposition(|row| matches!(row, Item::Block(index) if *index <= block))
                })
                .flatten()
        };
        let by_anchor = || self.places.of(&crate::article::Target::Heading(heading_or_block.into()));
        by_words.map(|entry| entry.row).or_else(by_anchor).or_else(by_block)
    }

    /// The row of a block of the article.
    #[must_use]
    pub fn row_of_block(&self, block: usize) -> Option<usize> {
        self.rows.iter().position(|row| *row == Item::Block(block))
    }

    /// The first row whose text claims this figure.
    #[must_use]
    pub fn row_of_claim(&self, reference: &str) -> Option<usize> {
        let mut claims = self.bundle.claims();
        let claim = claims.find(|claim| claim.reference == reference)?;
        self.row_of_block(claim.link.block)
    }

    /// The row of a call, by index.
    #[must_use]
    pub fn row_of_call(&self, call: usize) -> Option<usize> {
        self.rows.iter().position(|row| *row == Item::Call(call))
    }

    /// The row of the chart that shows a figure, or else the first that speaks of it.
    #[must_use]
    pub fn row_of_figure(&self, reference: &str) -> Option<usize> {
        let chart = self.places.of(&crate::article::Target::Figure(reference.into()));
        chart.or_else(|| self.row_of_claim(reference))
    }

    /// References of the figures claimed in the passage in view, in order, each once.
    #[must_use]
    pub fn figures_in_view(&self) -> Vec<String> {
        let mut figures: Vec<String> = Vec::new();
        for row in self.list.visible() {
            let Some(Item::Block(index)) = self.rows.get(row) else { continue };
            for run in &self.bundle.article.blocks[*index].runs {
                if let Some(crate::article::Target::Figure(reference)) = &run.target
                    && !figures.iter().any(|known| **known == **reference)
                {
                    figures.push(reference.to_string());
                }
            }
        }
        figures
    }

    /// Draws the page in a column.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        column: Rangef,
        marked: &Marked,
        (notes, open): (&PageNotes, Option<Uuid>),
        actions: &mut Vec<Action>,
    ) {
        let matter = Matter { bundle: &self.bundle, calls: &self.calls };
        let (rows, calls) = (&self.rows, &self.calls);
        self.selecting
            .take_input(ui, column, matter, &mut self.list, |place| row_of_place(rows, calls, place));
        match scroll_keys::pressed(ui) {
            Some(Scroll::By(points)) => self.list.scroll_by(points),
            Some(Scroll::ToTop) => self.list.go_to(0, 0.0),
            Some(Scroll::ToEnd) => self.list.go_to(self.rows.len() - 1, 0.0),
            None => {}
        }
        let mut rows = Drawing {
            bundle: &self.bundle,
            rows: &self.rows,
            places: &self.places,
            theme,
            toggles: &mut self.toggles,
            pictures: &mut self.pictures,
            landing: &mut self.landing,
            peek: &mut self.peek,
            has_margin: self.has_margin,
            row: 0,
            lists: &self.lists,
            landmarks: &self.landmarks,
            listed: None,
            lit: self.lit.clone(),
            pointed_at: None,
            calls: &self.calls,
            selection: self.selecting.selection(),
            drawn: Drawn::default(),
            menu: None,
            marked,
            noted: Noted::new(notes, open),
            actions,
        };
        self.list.show(ui, self.rows.len(), column, &mut rows);
        let pointed_at = rows.pointed_at;
        let menu = rows.menu.take();
        self.spots = std::mem::take(&mut rows.noted.spots);
        self.selecting.drawn(ui, theme.accent, rows.drawn);
        actions.extend(self.toggles.actions());
        let about = self.toggles.menu.take().or(menu);
        self.show_menu(ui, about, actions);
        let is_on =
            |spot: &&Spot| self.selecting.clicked_at().is_some_and(|at| spot.rect.expand(2.0).contains(at));
        if let Some(spot) = self.spots.iter().rev().find(is_on) {
            actions.push(Action::Note(Noting::Open(notes.all()[spot.note].note.id)));
        }
        if pointed_at != self.lit {
            self.lit = pointed_at;
            ui.ctx().request_repaint();
        }
    }
}

impl Page {
    /// Copy and Select all, with what can be done with the chart or call that the menu is about.
    fn show_menu(&self, ui: &Ui, about: Option<(Pos2, Vec<Entry>)>, actions: &mut Vec<Action>) {
        let id = ui.scope_id().with("menu");
        let by_keys = || {
            let free = ui.ctx().memory(|memory| memory.focused().is_none());
            (free && context_menu::asked_by_keys(ui)).then(|| {
                let caret = self.selecting.caret_rect().map(|rect| rect.left_bottom());
                caret.unwrap_or_else(|| ui.clip_rect().center_top() + egui::vec2(0.0, 40.0))
            })
        };
        let at = about
            .as_ref()
            .map(|(at, _)| *at)
            .or_else(|| context_menu::asked_in(ui, ui.clip_rect()))
            .or_else(by_keys);
        let opened = at.map(|at| {
            let mut entries = vec![
                Entry::command(ui, Command::Copy, self.selection().is_some()),
                Entry::command(ui, Command::SelectAll, true),
            ];
            match about {
                Some((_, about)) => entries.extend(about),
                None => entries.extend([
                    Entry::command(ui, Command::Highlight, true),
                    Entry::command(ui, Command::Note, true),
                ]),
            }
            (at, entries)
        });
        context_menu::show(ui, id, opened, actions);
    }
}

/// What the list needs while it draws one frame.
struct Drawing<'a> {
    bundle: &'a Arc<Bundle>,
    rows: &'a [Item],
    places: &'a Places,
    theme: &'a Theme,
    toggles: &'a mut Toggles,
    pictures: &'a mut picture::Pictures,
    landing: &'a mut Landing,
    peek: &'a mut Peek,
    has_margin: bool,
    /// The row that is being drawn.
    row: usize,
    lists: &'a HashMap<usize, Listed>,
    landmarks: &'a [usize],
    /// Where the block that is being drawn stands in its list.
    listed: Option<Listed>,
    lit: Option<String>,
    pointed_at: Option<String>,
    calls: &'a HashMap<usize, usize>,
    selection: Option<Selection>,
    drawn: Drawn,
    /// Where a menu was asked for on a call or a key figure, and what can be done there.
    menu: Option<(Pos2, Vec<Entry>)>,
    marked: &'a Marked,
    noted: Noted<'a>,
    actions: &'a mut Vec<Action>,
}

impl Drawing<'_> {
    fn listed(&self, row: usize) -> Option<Listed> {
        match self.rows[row] {
            Item::Block(index) => self.lists.get(&index).copied(),
            _ => None,
        }
    }

    fn block(&self, index: usize) -> Block<'_> {
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
        self.draw_item(ui, &bundle, item);
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
        let matter = Matter { bundle: self.bundle, calls: self.calls };
        let block = match item {
            Item::Block(block) => Some(block),
            Item::Call(call) => block_of_call(self.calls, call),
            _ => None,
        };
        let Some(place) = block.map(Place::Block).filter(|place| matter.text(*place).is_none()) else {
            return;
        };
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
            Item::Section(section) => section_heading(ui, self.theme, section.title()),
            Item::Related(index) => {
                end_matter::related(ui, self.theme, bundle, &bundle.manifest.related[index], self.actions);
            }
            Item::Source(index) => {
                end_matter::source(ui, self.theme, &bundle.manifest.sources[index], self.actions);
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

/// The row that a place of the text stands in.
fn row_of_place(rows: &[Item], calls: &HashMap<usize, usize>, place: Place) -> Option<usize> {
    let item = match place {
        Place::Title | Place::Summary => Item::Masthead,
        Place::Block(block) => calls.get(&block).map_or(Item::Block(block), |call| Item::Call(*call)),
    };
    rows.iter().position(|row| *row == item)
}

fn section_heading(ui: &mut Ui, theme: &Theme, title: &str) {
    ui.add_space(36.0);
    widgets::heading(ui, title, type_scale::H2, theme.ink, 2);
    ui.add_space(2.0);
}
