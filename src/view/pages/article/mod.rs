//! The article as it is read: a virtual list of rows.

mod block;
mod block_text;
mod end_matter;
mod end_words;
mod find_marks;
mod head_words;
mod landing;
mod lists;
mod masthead;
mod menu;
mod navigation;
mod note_marks;
mod offscreen;
mod page_frame;
mod peek;
mod peek_card;
mod picture;
mod picture_pixels;
mod restore;
mod rows;
mod selectable;
mod selection;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Rangef, Rect, Ui, vec2};
use uuid::Uuid;

use crate::bundle::{Bundle, Item};
use crate::ui::virtual_list::VirtualList;
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;
use crate::view::parts::notes::PageNotes;
use crate::view::parts::page_outline::{self, OutlineRow, Places};
use crate::view::parts::question_chart::ChartSwitches;
use crate::view::parts::scroll_keys::{self, Scroll};
use landing::Landing;
use lists::Lists;
use note_marks::NoteMarks;
use page_frame::PageFrame;
use peek::Peek;
use selection::{Drawn, Matter, Selecting};

pub use find_marks::FindMarks;
pub use head_words::origin_line;
pub use note_marks::Spot;
pub use selection::{Place, Position, Selection};

/// The open article and where it is scrolled to.
pub struct Page {
    bundle: Arc<Bundle>,
    rows: Vec<Item>,
    places: Places,
    outline: Vec<OutlineRow>,
    list: VirtualList,
    charts: ChartSwitches,
    pictures: picture::Pictures,
    landing: Landing,
    peek: Peek,
    /// Whether figure cards stand beside the text; where they do not, claims are peeked at.
    pub has_margin: bool,
    /// The calls that stand in a block's stead, by that block.
    calls: Arc<HashMap<usize, usize>>,
    /// The blocks that stand in lists.
    lists: Arc<Lists>,
    /// The rows that headings stand in, and charts.
    landmarks: Vec<usize>,
    selecting: Selecting,
    /// Frames left in which words that were gone to are brought into view: rows are measured as they
    /// come.
    revealing: u8,
    /// Where notes were drawn in the last frame.
    spots: Vec<Spot>,
    /// The figure that the pointer is on, by reference, in the text or in a chart; else the one that was
    /// gone to.
    pub lit: Option<String>,
    /// The figure that was gone to: it stays lit until somebody scrolls.
    arrived: Option<String>,
}

/// What is selected of a page, wherever its text is wanted.
pub struct Selected {
    bundle: Arc<Bundle>,
    calls: Arc<HashMap<usize, usize>>,
    lists: Arc<Lists>,
    selection: Selection,
}

impl Selected {
    /// The text, as it is copied.
    #[must_use]
    pub fn text(&self) -> String {
        let matter = Matter { bundle: &self.bundle, calls: &self.calls, lists: &self.lists };
        selection::text(matter, &self.selection)
    }
}

/// How far below the top of the view people read, in points.
const READ_AT: f64 = 150.0;

/// Points between words that were gone to and the edge of the view.
const READABLE: f32 = 24.0;

impl Page {
    /// At the top.
    #[must_use]
    pub fn new(bundle: Arc<Bundle>) -> Page {
        let (rows, outline, places, lists) = std::thread::scope(|scope| {
            // Counted here, where no frame waits for it; the masthead shows the reading time.
            scope.spawn(|| bundle.word_count());
            let lists = scope.spawn(|| lists::of(&bundle.article.blocks));
            let rows = bundle.page_order();
            let outline = page_outline::outline(&bundle, &rows);
            let places = Places::new(&bundle, &rows);
            (rows, outline, places, lists.join().expect("lists can always be told"))
        });
        let mut list = VirtualList::default();
        list.will_be(bundle.times_as_long());
        Page {
            places,
            lists: Arc::new(lists),
            landmarks: outline.iter().map(|entry| entry.row).collect(),
            outline,
            calls: Arc::new(bundle.standing_calls(&rows)),
            selecting: Selecting::default(),
            rows,
            bundle,
            list,
            charts: ChartSwitches::default(),
            pictures: picture::Pictures::default(),
            landing: Landing::default(),
            peek: Peek::default(),
            has_margin: false,
            revealing: 0,
            spots: Vec::new(),
            lit: None,
            arrived: None,
        }
    }

    /// The briefing that it belongs to.
    #[must_use]
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// What is selected, if anything is.
    #[must_use]
    pub fn selection(&self) -> Option<Selection> {
        self.selecting.selection()
    }

    /// The selected text, as it is copied; empty where nothing is selected.
    #[must_use]
    pub fn selected_text(&self) -> String {
        self.selected().map(|selected| selected.text()).unwrap_or_default()
    }

    /// What is selected, to make its text elsewhere.
    #[must_use]
    pub fn selected(&self) -> Option<Selected> {
        let (calls, lists) = (Arc::clone(&self.calls), Arc::clone(&self.lists));
        Some(Selected { bundle: Arc::clone(&self.bundle), calls, lists, selection: self.selection()? })
    }

    /// How many blocks of the article the selection touches, at most.
    #[must_use]
    pub fn blocks_selected(&self) -> usize {
        self.selection().map_or(0, |selection| selection.blocks(&self.bundle.article))
    }

    /// Selects between two positions.
    pub fn select(&mut self, selection: Selection) {
        self.selecting.select(selection);
    }

    /// Selects everything on the page.
    pub fn select_all(&mut self) {
        let all = self.matter().all();
        self.selecting.select(all);
    }

    fn matter(&self) -> Matter<'_> {
        Matter { bundle: &self.bundle, calls: &self.calls, lists: &self.lists }
    }

    /// Selects nothing.
    pub fn clear_selection(&mut self) {
        self.selecting.clear();
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

    /// Draws the page in a column.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut ViewContext<'_>,
        column: Rangef,
        marked: &FindMarks,
        (notes, open): (&PageNotes, Option<Uuid>),
    ) {
        let matter = Matter { bundle: &self.bundle, calls: &self.calls, lists: &self.lists };
        let (rows, calls) = (&self.rows, &self.calls);
        self.selecting
            .take_input(ui, column, matter, &mut self.list, |place| row_of_place(rows, calls, place));
        match scroll_keys::pressed(ui) {
            Some(Scroll::By(points)) => self.list.scroll_by(points),
            Some(Scroll::ToTop) => self.list.go_to(0, 0.0),
            Some(Scroll::ToEnd) => self.list.go_to(self.rows.len() - 1, 0.0),
            None => {}
        }
        let accent = cx.theme.accent;
        let mut rows = PageFrame {
            bundle: &self.bundle,
            rows: &self.rows,
            places: &self.places,
            cx: cx.reborrow(),
            charts: &mut self.charts,
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
            caret: self.selecting.caret(),
            arrived: self.arrived.as_deref(),
            revealing: self.revealing > 0,
            drawn: Drawn::default(),
            menu: None,
            marked,
            noted: NoteMarks::new(notes, open),
        };
        self.list.show(ui, self.rows.len(), column, &mut rows);
        let pointed_at = rows.pointed_at;
        let menu = rows.menu.take();
        self.spots = std::mem::take(&mut rows.noted.spots);
        self.selecting.drawn(ui, accent, rows.drawn);
        self.show_menu(ui, menu, cx.actions);
        let is_on =
            |spot: &&Spot| self.selecting.clicked_at().is_some_and(|at| spot.rect.expand(2.0).contains(at));
        if let Some(spot) = self.spots.iter().rev().find(is_on) {
            cx.actions.push(Action::Note(NoteAction::Open(notes.all()[spot.note].note.id)));
        }
        if let Some(words) = marked.drawn_at.get() {
            self.reveal(ui, words);
        }
        let is_there = self.list.gone_to().is_some();
        self.arrived = self.arrived.take().filter(|_| is_there);
        let lit = pointed_at.or_else(|| self.arrived.clone());
        if lit != self.lit {
            self.lit = lit;
            ui.ctx().request_repaint();
        }
    }
}

impl Page {
    /// Scrolls until words that were gone to are in view: their row may be longer than the view.
    fn reveal(&mut self, ui: &Ui, words: Rect) {
        if self.revealing == 0 {
            return;
        }
        self.revealing -= 1;
        let view = ui.clip_rect().shrink2(vec2(0.0, READABLE));
        if words.top() >= view.top() && words.bottom() <= view.bottom() {
            return;
        }
        self.list.scroll_by(f64::from(words.top() - view.top() - view.height() / 3.0));
        ui.ctx().request_repaint();
    }
}

/// The row that a place of the text stands in.
fn row_of_place(rows: &[Item], calls: &HashMap<usize, usize>, place: Place) -> Option<usize> {
    let item = match place {
        Place::Title | Place::Summary | Place::Origin => Item::Masthead,
        Place::KeyFigure(_) => Item::Strip,
        Place::Block(block) | Place::Footnote(block) => {
            calls.get(&block).map_or(Item::Block(block), |call| Item::Call(*call))
        }
        Place::Head(section) => Item::Section(section),
        Place::Call(call) => Item::Call(call),
        Place::Story(story, _) => Item::Related(story),
        Place::Source(source, _) => Item::Source(source),
    };
    rows.iter().position(|row| *row == item)
}
