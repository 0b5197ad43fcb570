//! A table of the article: hairlines, no boxes, numbers to the right where the text says so.

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Block;
use crate::article::{Alignment, Table};
use crate::ui::lines;
use crate::ui::spoken;
use crate::ui::type_scale::{self, TypeStyle};
use crate::ui::unseen::Teller;
use crate::view::page::selection::{Place, byte};
use crate::view::page::{Drawing, block_text};

const CELL_PADDING: egui::Vec2 = vec2(10.0, 6.0);
/// Points beyond the view in which rows are drawn, for the Tab key to go on to, and where somebody
/// listens to a table that is longer than so many rows; a shorter one is heard whole.
const BEYOND: f32 = 400.0;
const BEYOND_HEARD: f32 = 4_000.0;
const HEARD_WHOLE: usize = 400;
/// No ASCII sign of a text face is wider, in sizes of the face.
const WIDEST: f32 = 1.2;

impl Block<'_> {
    /// Draws the table over the width there is.
    pub(super) fn draw_table(&self, ui: &mut Ui, table: &Table, page: &mut Drawing<'_>) {
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
                        teller.part(row_id.with(column), role(index), words, |teller| {
                            self.tell_links(teller, cell.clone());
                        });
                    }
                });
            }
        });
    }
}

fn table_in(inside: Id) -> Id {
    inside.with("table")
}

fn row_in(table: Id, index: usize) -> Id {
    table.with(("row", index))
}

fn role(row: usize) -> Role {
    if row == 0 { Role::ColumnHeader } else { Role::Cell }
}

fn rows(ui: &mut Ui, block: &Block<'_>, table: &Table, page: &mut Drawing<'_>) {
    let laid = laid(ui, block, table);
    let size = vec2(ui.available_width(), laid.heights.iter().sum());
    let (_, whole) = ui.allocate_space(size);
    let beyond = match ui.ctx().has_accesskit_node(ui.unique_id()) {
        true if table.rows.len() <= HEARD_WHOLE => f32::INFINITY,
        true => BEYOND_HEARD,
        false => BEYOND,
    };
    let view = ui.clip_rect().y_range().expand(beyond);
    let wanted = wanted(block, page);
    let mut top = whole.top();
    for (index, (row, height)) in table.rows.iter().zip(laid.heights.iter()).enumerate() {
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(size.x, *height));
        top += height;
        let is_wanted = || wanted.iter().flatten().any(|byte| bytes(row).contains(byte));
        if view.intersects(rect.y_range()) || is_wanted() {
            draw_row(ui, block, table, page, (index, rect), &laid.widths);
        }
    }
}

/// Where a table is gone to beyond the view: what was found, and the caret.
fn wanted(block: &Block<'_>, page: &Drawing<'_>) -> [Option<usize>; 2] {
    let found = page.marked.hits.get(page.marked.current).filter(|hit| hit.row == page.row);
    let place = Place::of_block(&block.bundle.article, block.index);
    let caret = page.caret.filter(|caret| caret.place == place);
    [
        found.and_then(|hit| hit.range.as_ref()).map(|range| range.start),
        caret.map(|caret| byte(&block.content.text, caret.character)),
    ]
}

/// The bytes of a row in the block's text.
fn bytes(row: &[Range<usize>]) -> RangeInclusive<usize> {
    let (first, last) = (row.first().map_or(0, |cell| cell.start), row.last().map_or(0, |cell| cell.end));
    first..=last
}

fn style(row: usize) -> TypeStyle {
    if row == 0 { HEADER } else { type_scale::SMALL }
}

fn draw_row(
    ui: &mut Ui,
    block: &Block<'_>,
    table: &Table,
    page: &mut Drawing<'_>,
    (index, rect): (usize, Rect),
    widths: &[f32],
) {
    let id = row_in(ui.scope_id(), index);
    let builder = UiBuilder::new().max_rect(rect).scope_id(id).accessibility_role(Role::Row);
    let mut row_ui = ui.new_child(builder);
    let mut x = rect.left();
    for (column, (cell, width)) in table.rows[index].iter().zip(widths).enumerate() {
        let galley = galley(ui, block, cell, style(index), *width);
        let spare = width - CELL_PADDING.x - galley.size().x;
        let shift = match table.alignment.get(column).copied().unwrap_or_default() {
            Alignment::Start => 0.0,
            Alignment::Centre => spare / 2.0,
            Alignment::End => spare,
        };
        let at = pos2(x + shift, rect.top() + CELL_PADDING.y);
        let room = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, rect.height()));
        let words = &block.content.text[cell.clone()];
        let mut cell_ui = spoken::part(&mut row_ui, id.with(column), room, role(index), words);
        block.draw_linked(&mut cell_ui, page, (room, at), galley, cell.clone());
        x += width;
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, block.theme.line));
}

fn galley(ui: &Ui, block: &Block<'_>, cell: &Range<usize>, set: TypeStyle, width: f32) -> Arc<Galley> {
    let inside = (width - CELL_PADDING.x).max(20.0);
    lines::laid(ui, block_text::job(block.theme, block.content, cell.clone(), set, inside))
}

/// The columns' widths and the rows' heights.
#[derive(Clone)]
struct Laid {
    widths: Vec<f32>,
    heights: Arc<Vec<f32>>,
}

/// Lays the table out over the width there is; the heights are kept from frame to frame.
fn laid(ui: &Ui, block: &Block<'_>, table: &Table) -> Laid {
    let widths = column_widths(ui, block, table, ui.available_width());
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
    Laid { widths, heights }
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

const HEADER: TypeStyle = type_scale::LABEL_STRONG;

/// Shares the width out: each column as wide as its longest cell where there is room, else in
/// proportion, never under its longest word's likely width.
fn column_widths(ui: &Ui, block: &Block<'_>, table: &Table, room: f32) -> Vec<f32> {
    let columns = table.alignment.len().max(1);
    let mut natural = vec![0.0_f32; columns];
    for (index, row) in table.rows.iter().enumerate().take(40) {
        let set = style(index);
        for (column, cell) in row.iter().enumerate() {
            let galley = lines::laid(
                ui,
                block_text::job(block.theme, block.content, cell.clone(), set, f32::INFINITY),
            );
            natural[column] = natural[column].max(galley.size().x + CELL_PADDING.x + 8.0);
        }
    }
    let total: f32 = natural.iter().sum();
    if total <= room {
        let spare = (room - total) / columns as f32;
        return natural.iter().map(|width| width + spare).collect();
    }
    // Wide columns give way first: none is squeezed below an even share before the wide ones are.
    let even = room / columns as f32;
    let narrow: f32 = natural.iter().filter(|width| **width <= even).sum();
    let wide: f32 = natural.iter().filter(|width| **width > even).sum();
    natural.iter().map(|width| if *width <= even { *width } else { width / wide * (room - narrow) }).collect()
}
