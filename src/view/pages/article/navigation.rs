//! Where the page stands, and where on it things are.

use super::page_frame::ABOVE;
use super::selection::Position;
use super::{Page, READ_AT};
use crate::article::Kind;
use crate::bundle::Item;
use crate::ui::hold::Hold;
use crate::view::parts::call_entry;
use crate::view::parts::page_outline::{self, OutlineRow};

/// Frames in which words come into view at the latest.
const REVEALING: u8 = 4;

impl Page {
    /// The outline over the page.
    #[must_use]
    pub fn outline(&self) -> &[OutlineRow] {
        &self.outline
    }

    /// The outline's row for what is at the top of the view: of several that begin there, the first.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        if let Some(row) = self.list.gone_to() {
            return self.outline.partition_point(|entry| entry.row <= row).checked_sub(1);
        }
        let read = self.outline.partition_point(|entry| entry.row <= self.list.row_below(READ_AT));
        let above = self.outline.partition_point(|entry| entry.row <= self.list.row_below(-1.0));
        if above < read { Some(above) } else { read.checked_sub(1) }
    }

    /// Scrolls to a row.
    pub fn go_to(&mut self, row: usize) {
        let above = if row == 0 { 0.0 } else { ABOVE };
        self.list.go_to(row, above);
    }

    /// Scrolls to a row for a figure in it, which is lit there.
    pub fn go_to_figure(&mut self, row: usize, reference: &str) {
        self.go_to(row);
        self.arrived = Some(reference.to_owned());
    }

    /// Scrolls to what was found in a row, if it is not in view: to words, or to the row as a whole.
    pub fn go_to_found(&mut self, row: usize, words: bool) {
        self.revealing = REVEALING;
        // Of a row longer than the view, the words may be in view while it never is.
        let is_there = if words { self.draws(row) } else { self.shows(row) };
        if !is_there {
            self.go_to(row);
        }
    }

    /// Whether a row is well in view.
    fn shows(&self, row: usize) -> bool {
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

    /// The same, where the row is said by what stands there in the outline.
    pub fn land_at(&mut self, row: usize) {
        let entry = self.outline.partition_point(|entry| entry.row <= row).checked_sub(1);
        let about = entry.map_or_else(|| "Article".to_owned(), |entry| self.outline[entry].text.clone());
        self.landing.on(row, &about);
    }

    /// Hands the keyboard to the page where it stands.
    pub fn land_here(&mut self) {
        let under =
            self.current().map_or_else(String::new, |entry| format!(", at {}", self.outline[entry].text));
        let row = self.list.visible().start;
        self.landing.on(row, &format!("Article{under}"));
    }

    /// Hands it to the first row that begins in view, before it is drawn there.
    pub fn land_at_top(&mut self) {
        let held = self.list.hold().row;
        self.land_at(if held == 0 { 0 } else { (held + 1).min(self.rows.len() - 1) });
    }

    /// The paragraph that is read, with a character of it: where the caret is in view there, or else
    /// the first one below the top of the view.
    #[must_use]
    pub fn paragraph_here(&self) -> Option<(usize, usize)> {
        let has_words = |block: usize| !self.bundle.article.blocks[block].text.trim().is_empty();
        if let Some(Position { place, character }) = self.selecting.caret_in_view()
            && let Some(block) = place.block().filter(|block| has_words(*block))
        {
            return Some((block, character));
        }
        let top = self.list.gone_to().unwrap_or_else(|| self.list.row_below(READ_AT / 2.0));
        let paragraph = |item: &Item| match item {
            Item::Block(block) if has_words(*block) => {
                (self.bundle.article.blocks[*block].kind == Kind::Paragraph).then_some(*block)
            }
            _ => None,
        };
        self.rows.get(top..)?.iter().find_map(paragraph).map(|block| (block, 0))
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

    /// Has all rows of a shorter article measured when it is shown first: where nobody waits for it.
    pub fn measure_much(&mut self) {
        self.list.measure_much();
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

    /// The call that stands in a row, with its number: "Call 2: Not a simple trade-off".
    #[must_use]
    pub fn call_name(&self, row: usize) -> Option<String> {
        let Some(Item::Call(call)) = self.rows.get(row) else { return None };
        Some(call_entry::title(call + 1, &self.bundle.manifest.calls[*call]))
    }

    /// The charts of the page: the row of each, and its title.
    pub fn charts(&self) -> impl Iterator<Item = (usize, String)> {
        self.rows.iter().enumerate().filter_map(|(row, item)| {
            let Item::Block(block) = item else { return None };
            let Kind::Chart { reference, .. } = &self.bundle.article.blocks[*block].kind else { return None };
            Some((row, page_outline::chart_title(&self.bundle, reference)))
        })
    }

    /// The row of the chart that shows a figure.
    #[must_use]
    pub fn row_of_chart(&self, reference: &str) -> Option<usize> {
        self.places.of(&crate::article::Target::Figure(reference.into()))
    }

    /// The row of the chart that shows a figure, or else the first that speaks of it.
    #[must_use]
    pub fn row_of_figure(&self, reference: &str) -> Option<usize> {
        self.row_of_chart(reference).or_else(|| self.row_of_claim(reference))
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
}
