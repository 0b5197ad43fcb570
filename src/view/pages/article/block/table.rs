//! A table of the article: hairlines, no boxes, numbers to the right where the text says so. One that is
//! too wide for the page scrolls sideways in it.

mod sideways;
mod widths;

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use egui::accesskit::Node;
use egui::{Galley, Id, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Block;
use crate::article::{Alignment, Table, Target};
use crate::ui::type_scale::TypeStyle;
use crate::ui::unseen::{Teller, Unseen};
use crate::ui::{follow_focus, right_to_left, spoken};
use crate::view::pages::article::block_text;
use crate::view::pages::article::page_frame::PageFrame;
use crate::view::pages::article::selection::{Place, byte};
use sideways::{Placed, Sideways};
use widths::{CELL_PADDING, style};

/// Points beyond the view in which rows are drawn, for the Tab key to go on to, and where somebody
/// listens to a table that is longer than so many rows; a shorter one is heard whole.
const BEYOND: f32 = 400.0;
const BEYOND_HEARD: f32 = 4_000.0;
const HEARD_WHOLE: usize = 400;
/// No ASCII sign of a text face is wider, in sizes of the face.
const WIDEST: f32 = 1.2;
/// Of a table that scrolls sideways, up to so many columns are drawn that are out of view, for the keys.
const DRAWN_WHOLE: usize = 60;

impl Block<'_> {
    /// Draws the table over the width there is.
    pub(super) fn draw_table(&self, ui: &mut Ui, table: &Table, page: &mut PageFrame<'_>) {
        let id = table_in(ui.scope_id());
        ui.scope_builder(UiBuilder::new().scope_id(id).accessibility_role(Role::Table), |ui| {
            rows(ui, self, table, page);
        });
    }

    /// Tells a screen reader of a table that is not drawn. `inside` is the id of what it is drawn in when it
    /// is.
    pub fn tell_table(&self, teller: &mut Teller<'_>, inside: Id, table: &Table) {
        let id = table_in(inside);
        teller.part(id, Role::Table, "", |teller| {
            for (index, row) in table.rows.iter().enumerate().take(HEARD_WHOLE) {
                let row_id = row_in(id, index);
                teller.part(row_id, Role::Row, "", |teller| {
                    for (column, cell) in row.iter().enumerate() {
                        let words = &self.content.text[cell.clone()];
                        let place = (index, column);
                        teller.part(row_id.with(column), role(place, words), words, |teller| {
                            teller.more(|node| self.speak_headers(node, table, place));
                            self.tell_links(teller, cell.clone());
                        });
                    }
                });
            }
        });
    }

    /// Says what a cell belongs to, by the first cell of its row and of its column, since what hands the tree
    /// on to other programs leaves a table's structure out.
    fn speak_headers(&self, node: &mut Node, table: &Table, (row, column): (usize, usize)) {
        node.set_row_index(row);
        node.set_column_index(column);
        if row == 0 {
            return;
        }
        let words = |row: usize, column: usize| {
            let cell = table.rows.get(row).and_then(|cells| cells.get(column));
            cell.map_or("", |cell| self.content.text[cell.clone()].trim())
        };
        let of_row = if column == 0 { "" } else { words(row, 0) };
        let headers: Vec<&str> =
            [of_row, words(0, column)].into_iter().filter(|words| !words.is_empty()).collect();
        if !headers.is_empty() {
            node.set_description(headers.join(", "));
        }
    }
}

fn table_in(inside: Id) -> Id {
    inside.with("table")
}

fn row_in(table: Id, index: usize) -> Id {
    table.with(("row", index))
}

fn role((row, column): (usize, usize), words: &str) -> Role {
    match (row, column) {
        (0, _) => Role::ColumnHeader,
        (_, 0) if !words.trim().is_empty() => Role::RowHeader,
        _ => Role::Cell,
    }
}

fn rows(ui: &mut Ui, block: &Block<'_>, table: &Table, page: &mut PageFrame<'_>) {
    let laid = laid(ui, block, table);
    let below = if laid.scrolls { sideways::BAR } else { 0.0 };
    let (_, whole) = ui.allocate_space(vec2(ui.available_width(), laid.heights.iter().sum::<f32>() + below));
    let wanted = wanted(block, page);
    if !laid.scrolls {
        let placed = Placed::all(&laid.widths, whole.left());
        draw_rows(ui, block, table, page, whole, (&laid, &placed, &wanted));
        return;
    }
    let mut sideways = Sideways::begin(ui, block.theme, &laid.widths, whole);
    if let Some(column) = gone_to(ui, table, &wanted, page.revealing).or_else(|| asked_for(ui, whole, &laid))
    {
        sideways.reveal(column);
    }
    let placed = sideways.placed();
    let ((), came_to) = follow_focus::came_to(ui, |ui| {
        draw_rows(ui, block, table, page, whole, (&laid, &placed, &wanted));
    });
    let away = came_to.and_then(|rect| sideways::column_at(&laid.widths, whole, rect.left()));
    sideways.end(ui, block.theme, away);
}

fn draw_rows(
    ui: &mut Ui,
    block: &Block<'_>,
    table: &Table,
    page: &mut PageFrame<'_>,
    whole: Rect,
    (laid, placed, wanted): (&Laid, &Placed, &Wanted),
) {
    let is_heard = ui.ctx().has_accesskit_node(ui.unique_id());
    let beyond = match is_heard {
        true if table.rows.len() <= HEARD_WHOLE => f32::INFINITY,
        true => BEYOND_HEARD,
        false => BEYOND,
    };
    let view = ui.clip_rect().y_range().expand(beyond);
    let mut top = whole.top();
    for (index, (row, height)) in table.rows.iter().zip(laid.heights.iter()).enumerate() {
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), *height));
        top += height;
        let is_wanted = wanted.iter().flatten().any(|byte| bytes(row).contains(byte));
        if view.intersects(rect.y_range()) || is_wanted {
            let draws_all = is_heard || is_wanted || row.len() <= DRAWN_WHOLE;
            draw_row(ui, block, table, page, (index, rect), (laid, placed, draws_all));
        }
    }
}

/// Where in the text a table is gone to: what was found, the caret, a claim, a note.
type Wanted = [Option<usize>; 4];

fn wanted(block: &Block<'_>, page: &PageFrame<'_>) -> Wanted {
    let found = page.marked.hits.get(page.marked.current).filter(|hit| hit.row == page.row);
    let place = Place::of_block(&block.bundle.article, block.index);
    let caret = page.caret.filter(|caret| caret.place == place);
    let claim = page.arrived.and_then(|reference| {
        let claims = |target: &Target| matches!(target, Target::Figure(claimed) if **claimed == *reference);
        block.content.runs.iter().find(|run| run.target.as_ref().is_some_and(claims))
    });
    let note = page
        .noted
        .open
        .and_then(|open| page.noted.notes.marks(block.index).iter().find(|mark| mark.note == open));
    [
        found.and_then(|hit| hit.range.as_ref()).map(|range| range.start),
        caret.map(|caret| byte(&block.content.text, caret.character)),
        claim.map(|run| run.range.start),
        note.map(|mark| byte(&block.content.text, mark.characters.start)),
    ]
}

/// The column of what has been gone to since the last frame; of what was found, as long as it is brought into
/// view.
fn gone_to(ui: &Ui, table: &Table, wanted: &Wanted, revealing: bool) -> Option<usize> {
    let place = ui.scope_id().with("gone to");
    let before = ui.data(|data| data.get_temp::<Wanted>(place)).unwrap_or_default();
    ui.data_mut(|data| data.insert_temp(place, *wanted));
    let now = wanted.iter().zip(before).enumerate();
    let new = now.filter(|(what, (now, before))| *now != before || *what == 0 && revealing);
    let byte = new.filter_map(|(_, (now, _))| *now).next_back()?;
    let row = table.rows.iter().find(|row| bytes(row).contains(&byte))?;
    row.iter().position(|cell| (cell.start..=cell.end).contains(&byte))
}

/// The column of a cell out of view that a screen reader goes to; the page goes to its row.
fn asked_for(ui: &mut Ui, whole: Rect, laid: &Laid) -> Option<usize> {
    let is_ours = |rect: Rect| rect.left() > whole.right() && whole.y_range().contains(rect.center().y);
    let rect = Unseen::asked_of_drawn(ui, is_ours)?;
    ui.scroll_to_rect(Rect::from_x_y_ranges(whole.x_range(), rect.y_range()), None);
    sideways::column_at(&laid.widths, whole, rect.left())
}

/// The bytes of a row in the block's text.
fn bytes(row: &[Range<usize>]) -> RangeInclusive<usize> {
    let (first, last) = (row.first().map_or(0, |cell| cell.start), row.last().map_or(0, |cell| cell.end));
    first..=last
}

fn draw_row(
    ui: &mut Ui,
    block: &Block<'_>,
    table: &Table,
    page: &mut PageFrame<'_>,
    (index, rect): (usize, Rect),
    (laid, placed, draws_all): (&Laid, &Placed, bool),
) {
    let id = row_in(ui.scope_id(), index);
    let builder = UiBuilder::new().max_rect(rect).scope_id(id).accessibility_role(Role::Row);
    let mut row_ui = ui.new_child(builder);
    for (column, (cell, width)) in table.rows[index].iter().zip(&laid.widths).enumerate() {
        let is_shown = placed.shows(column);
        if !is_shown && !draws_all && block_text::links(block.content, cell.clone()).is_empty() {
            continue;
        }
        let left = placed.lefts[column];
        let galley = galley(ui, block, cell, style(index), *width);
        let spare = width - CELL_PADDING.x - galley.size().x;
        let shift = match table.alignment.get(column).copied().unwrap_or_default() {
            Alignment::Start => 0.0,
            Alignment::Centre => spare / 2.0,
            Alignment::End => spare,
        };
        // What is held stands apart from what scrolls beside it.
        let apart = if laid.scrolls && column > 0 { CELL_PADDING.x - 1.0 } else { 0.0 };
        let at = pos2(left + shift + apart, rect.top() + CELL_PADDING.y);
        let room = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, rect.height()));
        let words = &block.content.text[cell.clone()];
        let role = role((index, column), words);
        let mut cell_ui = spoken::part(&mut row_ui, id.with(column), room, role, words);
        cell_ui.ctx().accesskit_node_builder(id.with(column), |node| {
            block.speak_headers(node, table, (index, column));
        });
        if !is_shown {
            cell_ui.set_clip_rect(Rect::NOTHING);
        }
        block.draw_linked(&mut cell_ui, page, (room, at), galley, cell.clone());
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, block.theme.line));
}

fn galley(ui: &Ui, block: &Block<'_>, cell: &Range<usize>, set: TypeStyle, width: f32) -> Arc<Galley> {
    let inside = (width - CELL_PADDING.x).max(20.0);
    right_to_left::laid(ui, block_text::job(block.theme, block.content, cell.clone(), set, inside))
}

/// The columns' widths and the rows' heights.
#[derive(Clone)]
struct Laid {
    widths: Vec<f32>,
    scrolls: bool,
    heights: Arc<Vec<f32>>,
}

/// Lays the table out over the width there is; the heights are kept from frame to frame.
fn laid(ui: &Ui, block: &Block<'_>, table: &Table) -> Laid {
    let shared = widths::shared(&widths::asked(ui, block, table), ui.available_width());
    let (widths, scrolls) = (shared.columns, shared.scrolls);
    let key = egui::util::hash((
        &block.content.text,
        &table.line_ends,
        widths.iter().map(|width| width.to_bits()).collect::<Vec<_>>(),
        ui.pixels_per_point().to_bits(),
    ));
    let place = ui.scope_id().with("heights");
    let kept = ui.data(|data| data.get_temp::<(u64, Arc<Vec<f32>>)>(place));
    let heights = match kept {
        Some((of, heights)) if of == key => heights,
        _ => {
            let heights = table.rows.iter().enumerate().map(|row| height(ui, (block, table), row, &widths));
            Arc::new(heights.collect::<Vec<_>>())
        }
    };
    ui.data_mut(|data| data.insert_temp(place, (key, Arc::clone(&heights))));
    Laid { widths, scrolls, heights }
}

/// The height of a row: cells that are surely one line are not laid out for it.
fn height(
    ui: &Ui,
    (block, table): (&Block<'_>, &Table),
    (index, row): (usize, &Vec<Range<usize>>),
    widths: &[f32],
) -> f32 {
    let set = style(index);
    let cells = row.iter().zip(widths).map(|(cell, width)| {
        let words = &block.content.text[cell.clone()];
        let widest = words.len() as f32 * WIDEST * set.size;
        let is_one_line = words.is_ascii() && widest <= width - CELL_PADDING.x && !table.ends_a_line_in(cell);
        if is_one_line { set.line } else { galley(ui, block, cell, set, *width).size().y }
    });
    cells.fold(0.0, f32::max) + 2.0 * CELL_PADDING.y
}
