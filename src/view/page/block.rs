//! One block of the article on the page: its space, its indent, its text with links, or the chart,
//! table or picture that it is.

use std::sync::Arc;

use egui::accesskit::Node;
use egui::{Id, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::block_text::{self, Link};
use super::lists::Listed;
use super::selection::{self, Place};
use super::{Drawing, peek_card, picture, table};
use crate::article::{self, Container, Kind, Marker, Target};
use crate::bundle::{Bundle, are_tied};
use crate::ui::text_rects::{RowPiece, pieces};
use crate::ui::widgets::galley;
use crate::ui::{Theme, links, spoken, type_scale};
use crate::view::notes::PageNotes;
use crate::view::{Action, question_chart};

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

/// Points that a quotation, an item and a footnote are set in.
const QUOTE_INDENT: f32 = 20.0;
const ITEM_INDENT: f32 = 26.0;
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
pub fn link_in(words: Id, key: (usize, usize), row: usize) -> Id {
    words.with(("link", key, row))
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
    pub fn text(&self, ui: &Ui, width: f32) -> Option<(f32, Arc<egui::Galley>)> {
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
    pub fn draw(&self, ui: &mut Ui, page: &mut Drawing<'_>) {
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
                    let lit = page.lit.clone();
                    let pointed_at = question_chart::show(
                        ui,
                        self.theme,
                        self.bundle,
                        reference,
                        caption,
                        page.toggles,
                        lit.as_deref(),
                    );
                    page.pointed_at = pointed_at.or_else(|| page.pointed_at.take());
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
                Kind::Table(cells) => table::show(ui, self, cells, page),
                Kind::Code { .. } | Kind::Html => self.draw_code(ui, page),
                Kind::Heading { .. } | Kind::Paragraph => self.draw_text(ui, page),
            }
        });
        self.draw_quotation_bars(ui, outer, drawn.response.rect);
        ui.add_space(self.space_after());
    }

    fn draw_text(&self, ui: &mut Ui, page: &mut Drawing<'_>) {
        let galley = block_text::layout(ui, self.theme, self.content, ui.available_width());
        let (_, rect) = ui.allocate_space(galley.size());
        let id = words_in(ui.scope_id());
        let mut words = spoken::part(ui, id, rect, self.role(), &self.words());
        words.ctx().accesskit_node_builder(id, |node| self.speak_more(node, page.listed, page.noted.notes));
        let room = Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range());
        self.draw_linked(&mut words, page, (room, rect.min), galley, 0..self.content.text.len());
    }

    /// Paints a galley of a part of the block, with its links: claims underlined in the accent,
    /// other links in the line's colour. `room` is what the galley has to itself.
    pub fn draw_linked(
        &self,
        ui: &mut Ui,
        page: &mut Drawing<'_>,
        (room, at): (Rect, egui::Pos2),
        galley: Arc<egui::Galley>,
        part: std::ops::Range<usize>,
    ) {
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

    /// Tints what of a galley is selected, and notes where it stands.
    fn tint(
        &self,
        ui: &Ui,
        page: &mut Drawing<'_>,
        (room, at): (Rect, egui::Pos2),
        galley: &Arc<egui::Galley>,
        start: usize,
    ) {
        let place = Place::Block(self.index);
        let before = self.content.text[..start].chars().count();
        selection::tint_words(ui, self.theme, page.selection.as_ref(), (place, before), (at, galley));
        page.drawn.add_text(place, before, room, at, Arc::clone(galley));
    }

    fn sense_link(
        &self,
        ui: &mut Ui,
        page: &mut Drawing<'_>,
        at: egui::Pos2,
        link: &Link<'_>,
        pieces: &[RowPiece],
        key: (usize, usize),
    ) -> bool {
        let scope = ui.scope_id();
        let id = |row: usize| link_in(scope, key, row);
        if !pieces.is_empty() {
            page.peek.keys(ui, id(0));
        }
        let sensed = links::sense(ui, self.theme, (at, pieces), id, || self.spoken(link));
        let pointed_at = links::is_pointed_at(&sensed);
        for response in sensed {
            let claimed = page.has_margin && matches!(link.target, Target::Figure(_));
            let seen = || peek_card::seen(page.bundle, page.rows, page.places, link.target);
            let go = page.peek.show(ui, self.theme, &response, !claimed, page.bundle, seen);
            if response.clicked() || go {
                match (link.target, page.places.of(link.target)) {
                    (Target::Web(address), _) => page.actions.push(Action::Browse(address.to_string())),
                    (_, Some(row)) => page.actions.push(Action::GoToRow(row)),
                    _ => {}
                }
            }
        }
        if pointed_at && let Target::Figure(reference) = link.target {
            page.pointed_at = Some(reference.to_string());
        }
        pointed_at
    }

    pub fn spoken(&self, link: &Link<'_>) -> String {
        match link.target {
            Target::Figure(reference) => {
                format!("{}, a claim: {}", link.words, self.bundle.evidence_text(reference))
            }
            Target::Footnote { number, .. } => format!("note {number}"),
            _ => link.words.to_owned(),
        }
    }

    fn paint_link(
        &self,
        ui: &Ui,
        page: &Drawing<'_>,
        at: egui::Pos2,
        link: &Link<'_>,
        pieces: &[RowPiece],
        pointed_at: bool,
    ) {
        let claim = match link.target {
            Target::Figure(reference) => Some(reference),
            Target::Footnote { .. } | Target::Other(_) => return,
            _ => None,
        };
        let is_lit = |reference| page.lit.as_deref().is_some_and(|lit| are_tied(lit, reference));
        let lit = pointed_at || claim.is_some_and(|reference| is_lit(reference));
        for piece in pieces {
            let rect = piece.rect.translate(at.to_vec2());
            let baseline = at.y + piece.baseline;
            if lit {
                ui.painter().rect_filled(piece.behind(at, 17.0, 6.0), 2.0, self.theme.claim);
            }
            let color = if claim.is_some() || lit { self.theme.accent } else { self.theme.neutral };
            let stroke = Stroke::new(if lit { 2.0 } else { 1.0 }, color);
            ui.painter().hline(rect.x_range(), baseline + 4.5, stroke);
        }
    }

    fn code(&self, ui: &Ui, width: f32) -> Arc<egui::Galley> {
        let mut job = egui::text::LayoutJob::single_section(
            self.content.text.trim_end_matches('\n').to_owned(),
            type_scale::CODE.format(self.theme.ink),
        );
        job.wrap.max_width = width;
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    }

    fn draw_code(&self, ui: &mut Ui, page: &mut Drawing<'_>) {
        let galley = self.code(ui, ui.available_width() - 2.0 * CODE_PADDING);
        let size = vec2(ui.available_width(), galley.size().y + 2.0 * CODE_PADDING);
        let (_, rect) = ui.allocate_space(size);
        spoken::part(ui, words_in(ui.scope_id()), rect, self.role(), &self.words());
        ui.painter().rect_filled(rect, 4.0, self.theme.side);
        let at = rect.min + vec2(CODE_PADDING, CODE_PADDING);
        let part = 0..self.content.text.trim_end_matches('\n').len();
        page.noted.paint_behind(ui, self.theme, (self.index, self.content), (at, &galley), &part);
        self.tint(ui, page, (rect, at), &galley, 0);
        ui.painter().galley(at, galley, self.theme.ink);
    }

    /// The bullet, number or footnote's number, where the block begins an item or a footnote.
    fn marker(&self) -> Option<String> {
        match self.content.containers.last()? {
            Container::Item { marker: Some(Marker::Bullet), .. } => Some("•".to_owned()),
            Container::Item { marker: Some(Marker::Number(number)), .. } => Some(format!("{number}.")),
            Container::Footnote { number, first: true, .. } => Some(number.to_string()),
            _ => None,
        }
    }

    /// What a screen reader says of a block of text: its marker and its words.
    pub fn words(&self) -> String {
        match self.marker() {
            Some(marker) => format!("{marker} {}", self.content.text),
            None => self.content.text.clone(),
        }
    }

    /// What a screen reader is told of a block of text beside its words: a heading's level, an item's
    /// place in its list, and what notes mark in it.
    pub fn speak_more(&self, node: &mut Node, listed: Option<Listed>, notes: &PageNotes) {
        if let Some(marked) = notes.spoken_in(self.index) {
            node.set_description(marked);
        }
        if let Kind::Heading { level, .. } = self.content.kind {
            node.set_level(usize::from(level));
        }
        if let Some(Listed { place: Some((number, of)), depth, .. }) = listed {
            node.set_level(depth);
            node.set_position_in_set(number);
            node.set_size_of_set(of);
        }
    }

    /// What a screen reader calls a block of text, by what it is and what it stands in.
    pub fn role(&self) -> Role {
        match self.content.kind {
            Kind::Heading { .. } => return Role::Heading,
            Kind::Code { .. } | Kind::Html => return Role::Code,
            _ => {}
        }
        match self.content.containers.last() {
            Some(Container::Item { marker: Some(_), .. }) => Role::ListItem,
            Some(Container::Footnote { .. }) => Role::DocFootnote,
            _ if self.content.containers.contains(&Container::Quote) => Role::Blockquote,
            _ => Role::Label,
        }
    }

    /// The marker, hanging before the text.
    fn draw_marker(&self, ui: &Ui, inner: Rect) {
        let Some(words) = self.marker() else { return };
        let is_note = matches!(self.content.containers.last(), Some(Container::Footnote { .. }));
        let set = if is_note { type_scale::SECONDARY } else { type_scale::BODY };
        let galley = galley(ui, &words, set, self.theme.quiet, f32::INFINITY);
        let text = block_text::type_style(self.content);
        let top = inner.top() + (text.line - galley.size().y) / 2.0;
        ui.painter().galley(pos2(inner.left() - 9.0 - galley.size().x, top), galley, self.theme.quiet);
    }

    fn draw_quotation_bars(&self, ui: &Ui, outer: Rect, drawn: Rect) {
        let mut left = outer.left();
        for (depth, container) in self.content.containers.iter().enumerate() {
            if *container == Container::Quote {
                // The bar goes on from the block before where that stands in the same quotation.
                let continues =
                    self.previous.is_some_and(|previous| previous.containers.get(depth) == Some(container));
                let top = if continues { outer.top() - self.space_before() } else { drawn.top() };
                ui.painter().vline(left + 1.0, top..=drawn.bottom(), Stroke::new(2.0, self.theme.line));
            }
            left += indent(container);
        }
    }

    fn indent(&self) -> f32 {
        self.content.containers.iter().map(indent).sum()
    }

    /// Space above, on the rhythm of 8: more above what begins something, less inside a list.
    fn space_before(&self) -> f32 {
        let after_heading = self.previous.is_some_and(|block| matches!(block.kind, Kind::Heading { .. }));
        match &self.content.kind {
            Kind::Heading { level: 1 | 2, .. } => 36.0,
            Kind::Heading { .. } if after_heading => 14.0,
            Kind::Heading { .. } => 26.0,
            Kind::Chart { .. } => 18.0,
            Kind::Table(_) | Kind::Picture { .. } | Kind::Code { .. } | Kind::Html | Kind::Rule => 16.0,
            Kind::Paragraph if after_heading => 0.0,
            Kind::Paragraph => match self.content.containers.last() {
                Some(Container::Item { tight: true, .. }) if self.follows_in_list() => 4.0,
                Some(Container::Footnote { .. }) => 8.0,
                _ => 12.0,
            },
        }
    }

    fn follows_in_list(&self) -> bool {
        self.previous.is_some_and(|block| {
            block.containers.iter().any(|container| matches!(container, Container::Item { .. }))
        })
    }

    fn space_after(&self) -> f32 {
        match self.content.kind {
            Kind::Heading { level: 1 | 2, .. } => 6.0,
            Kind::Chart { .. } => 10.0,
            Kind::Heading { .. } | Kind::Code { .. } | Kind::Html | Kind::Table(_) => 4.0,
            _ => 0.0,
        }
    }
}

fn indent(container: &Container) -> f32 {
    match container {
        Container::Quote => QUOTE_INDENT,
        Container::Item { .. } | Container::Footnote { .. } => ITEM_INDENT,
    }
}
