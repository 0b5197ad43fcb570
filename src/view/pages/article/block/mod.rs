//! One block of the article on the page: its text, or the chart, table or picture that it is.

mod links;
mod space;
mod speech;
mod table;

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::page_frame::PageFrame;
use super::selection::{self, Place};
use super::{block_text, picture};
use crate::article::{self, Kind};
use crate::bundle::Bundle;
use crate::ui::lines;
use crate::ui::text_rects::pieces;
use crate::ui::{Theme, spoken, type_scale};
use crate::view::parts::question_chart;

/// A block with what it needs to be drawn.
pub struct Block<'a> {
    /// The briefing.
    pub bundle: &'a Arc<Bundle>,
    /// The colours.
    pub theme: &'a Theme,
    /// The block itself.
    pub content: &'a article::Block,
    /// Its index in the article.
    pub index: usize,
    /// The block before it.
    pub previous: Option<&'a article::Block>,
}

/// Padding of code and raw HTML.
const CODE_PADDING: f32 = 12.0;

/// The id of a block's inside, from that of its row.
pub fn inside_of(row: Id) -> Id {
    row.with("inside")
}

/// The id of a block's words, in its inside.
pub fn words_in(inside: Id) -> Id {
    inside.with("words")
}

/// The id of a row's piece of a link, in the words that it stands in. `key`: where the galley begins
/// in the block, and which of its links it is.
fn link_in(words: Id, key: (usize, usize), row: usize) -> Id {
    words.with(("link", key, row))
}

impl<'a> Block<'a> {
    /// The block with this index in the article.
    pub fn new(bundle: &'a Arc<Bundle>, theme: &'a Theme, index: usize) -> Block<'a> {
        let blocks = &bundle.article.blocks;
        let previous = index.checked_sub(1).map(|before| &blocks[before]);
        Block { bundle, theme, content: &blocks[index], index, previous }
    }
}

impl Block<'_> {
    /// A guess at the height, from the length of the text.
    pub fn estimate(&self, width: f32) -> f32 {
        let space = self.space_before();
        let set = block_text::type_style(self.content);
        match &self.content.kind {
            Kind::Chart { .. } => space + 260.0,
            Kind::Picture { .. } => space + 320.0,
            Kind::Rule => space + 25.0,
            Kind::Table(table) => space + table.rows.len() as f32 * (set.line + 13.0),
            _ => {
                let characters_a_line = ((width - self.indent()) / (set.size * 0.46)).max(8.0);
                let lines = (self.content.text.len() as f32 / characters_a_line).ceil().max(1.0);
                space + lines * set.line + self.space_after()
            }
        }
    }

    /// The height and what it cost to find, for blocks that are only text.
    pub fn measure(&self, ui: &Ui, width: f32) -> Option<(f32, usize)> {
        if matches!(
            self.content.kind,
            Kind::Chart { .. }
                | Kind::Picture { .. }
                | Kind::Rule
                | Kind::Table(_)
                | Kind::Code { .. }
                | Kind::Html
        ) {
            return None;
        }
        let galley = block_text::layout(ui, self.theme, self.content, width - self.indent());
        Some((self.space_before() + galley.size().y + self.space_after(), self.content.text.len()))
    }

    /// The text of a block that is one text, and how far below its top it begins.
    pub fn text(&self, ui: &Ui, width: f32) -> Option<(f32, Arc<Galley>)> {
        let room = width - self.indent();
        match self.content.kind {
            Kind::Heading { .. } | Kind::Paragraph => {
                let galley = block_text::layout(ui, self.theme, self.content, room);
                Some((self.space_before(), galley))
            }
            Kind::Code { .. } | Kind::Html => {
                Some((self.space_before() + CODE_PADDING, self.code(ui, room - 2.0 * CODE_PADDING)))
            }
            _ => None,
        }
    }

    /// Draws the block; its links and charts report to the page.
    pub fn draw(&self, ui: &mut Ui, page: &mut PageFrame<'_>) {
        ui.add_space(self.space_before());
        let outer = ui.available_rect_before_wrap();
        let inner = Rect::from_min_max(
            pos2(outer.left() + self.indent(), outer.top()),
            pos2(outer.right(), f32::INFINITY),
        );
        self.draw_marker(ui, inner);
        let inside = UiBuilder::new().max_rect(inner).scope_id(inside_of(ui.scope_id()));
        let drawn = ui.scope_builder(inside, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            match &self.content.kind {
                Kind::Chart { reference, caption } => {
                    let touched = question_chart::show(
                        ui,
                        &mut page.cx,
                        self.bundle,
                        (reference, caption),
                        page.charts,
                        page.lit.as_deref(),
                    );
                    page.pointed_at = touched.pointed_at.or_else(|| page.pointed_at.take());
                    page.menu = touched.menu.or_else(|| page.menu.take());
                }
                Kind::Picture { path, alt, title } => {
                    picture::show(ui, self.theme, self.bundle, page.pictures, path, alt, title);
                }
                Kind::Rule => {
                    ui.add_space(8.0);
                    let middle =
                        Rect::from_center_size(pos2(inner.center().x, ui.cursor().top()), vec2(96.0, 1.0));
                    ui.painter().hline(
                        middle.x_range(),
                        middle.center().y,
                        Stroke::new(1.0, self.theme.line),
                    );
                    ui.add_space(9.0);
                }
                Kind::Table(cells) => self.draw_table(ui, cells, page),
                Kind::Code { .. } | Kind::Html => self.draw_code(ui, page),
                Kind::Heading { .. } | Kind::Paragraph => self.draw_text(ui, page),
            }
        });
        self.draw_quotation_bars(ui, outer, drawn.response.rect);
        ui.add_space(self.space_after());
    }

    fn draw_text(&self, ui: &mut Ui, page: &mut PageFrame<'_>) {
        let galley = block_text::layout(ui, self.theme, self.content, ui.available_width());
        let (_, rect) = ui.allocate_space(galley.size());
        let id = words_in(ui.scope_id());
        let mut words = spoken::part(ui, id, rect, self.role(), &self.words());
        let system = words.ctx().os();
        words.ctx().accesskit_node_builder(id, |node| {
            self.speak_more(node, page.listed, page.noted.notes, system);
        });
        let room = Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range());
        self.draw_linked(&mut words, page, (room, rect.min), galley, 0..self.content.text.len());
    }

    /// Paints a galley of a part of the block, with its links: claims underlined in the accent,
    /// other links in the line's colour. `room` is what the galley has to itself.
    pub fn draw_linked(
        &self,
        ui: &mut Ui,
        page: &mut PageFrame<'_>,
        (room, at): (Rect, Pos2),
        galley: Arc<Galley>,
        part: Range<usize>,
    ) {
        self.paint_behind_code(ui, at, &galley, &part);
        page.noted.paint_behind(ui, self.theme, (self.index, self.content), (at, &galley), &part);
        self.tint(ui, page, (room, at), &galley, part.start);
        page.marked.paint_behind(ui, self.theme, (page.row, self.content), (at, &galley), &part);
        let links = block_text::links(self.content, part.clone());
        for (number, link) in links.iter().enumerate() {
            let pieces = pieces(&galley, link.characters.start, link.characters.end);
            let pointed_at = self.sense_link(ui, page, at, link, &pieces, (part.start, number));
            self.paint_link(ui, page, at, link, &pieces, pointed_at);
        }
        ui.painter().galley(at, galley, self.theme.ink);
    }

    /// Grounds of code within a line.
    fn paint_behind_code(&self, ui: &Ui, at: Pos2, galley: &Galley, part: &Range<usize>) {
        for code in block_text::code(self.content, part) {
            for piece in pieces(galley, code.start, code.end) {
                ui.painter().rect_filled(piece.behind(at, 14.0, 5.0), 2.0, self.theme.behind_code());
            }
        }
    }

    /// Tints what of a galley is selected, and notes where it stands.
    fn tint(
        &self,
        ui: &Ui,
        page: &mut PageFrame<'_>,
        (room, at): (Rect, Pos2),
        galley: &Arc<Galley>,
        start: usize,
    ) {
        let place = Place::of_block(&self.bundle.article, self.index);
        let before = self.content.text[..start].chars().count();
        selection::tint_words(ui, self.theme, page.selection.as_ref(), (place, before), (at, galley));
        page.drawn.add_text(place, before, room, at, Arc::clone(galley));
    }

    fn code(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let mut job = egui::text::LayoutJob::single_section(
            self.content.text.trim_end_matches('\n').to_owned(),
            type_scale::CODE.format(self.theme.ink),
        );
        job.wrap.max_width = width;
        job.wrap.break_anywhere = true;
        lines::laid(ui, job)
    }

    fn draw_code(&self, ui: &mut Ui, page: &mut PageFrame<'_>) {
        let galley = self.code(ui, ui.available_width() - 2.0 * CODE_PADDING);
        let size = vec2(ui.available_width(), galley.size().y + 2.0 * CODE_PADDING);
        let (_, rect) = ui.allocate_space(size);
        spoken::part(ui, words_in(ui.scope_id()), rect, self.role(), &self.words());
        ui.painter().rect_filled(rect, 4.0, self.theme.behind_code());
        let at = rect.min + vec2(CODE_PADDING, CODE_PADDING);
        let part = 0..self.content.text.trim_end_matches('\n').len();
        page.noted.paint_behind(ui, self.theme, (self.index, self.content), (at, &galley), &part);
        self.tint(ui, page, (rect, at), &galley, 0);
        ui.painter().galley(at, galley, self.theme.ink);
    }
}
