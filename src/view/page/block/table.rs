//! A table of the article: hairlines, no boxes, numbers to the right where the text says so.

use egui::{Rect, Role, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Block;
use crate::article::{Alignment, Table};
use crate::ui::fonts::Face;
use crate::ui::spoken;
use crate::ui::type_scale::{self, TypeStyle};
use crate::view::page::{Drawing, block_text};

const CELL_PADDING: egui::Vec2 = vec2(10.0, 6.0);

impl Block<'_> {
    /// Draws the table over the width there is.
    pub(super) fn table(&self, ui: &mut Ui, table: &Table, page: &mut Drawing<'_>) {
        ui.scope_builder(UiBuilder::new().accessibility_role(Role::Table), |ui| {
            table_rows(ui, self, table, page);
        });
    }
}

fn table_rows(ui: &mut Ui, block: &Block<'_>, table: &Table, page: &mut Drawing<'_>) {
    let widths = column_widths(ui, block, table, ui.available_width());
    let left = ui.cursor().left();
    let line = Stroke::new(1.0, block.theme.line);
    for (index, row) in table.rows.iter().enumerate() {
        let header = index == 0;
        let set = if header { HEADER } else { type_scale::SMALL };
        let galleys: Vec<_> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let inside = (width - CELL_PADDING.x).max(20.0);
                ui.painter().layout_job(block_text::job(
                    block.theme,
                    block.content,
                    cell.clone(),
                    set,
                    inside,
                ))
            })
            .collect();
        let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 2.0 * CELL_PADDING.y;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let builder = UiBuilder::new().max_rect(rect).id_salt(("row", index)).accessibility_role(Role::Row);
        let mut row_ui = ui.new_child(builder);
        let mut x = left;
        for (column, (galley, width)) in galleys.into_iter().zip(&widths).enumerate() {
            let spare = width - CELL_PADDING.x - galley.size().x;
            let shift = match table.alignment.get(column).copied().unwrap_or_default() {
                Alignment::Start => 0.0,
                Alignment::Centre => spare / 2.0,
                Alignment::End => spare,
            };
            let at = pos2(x + shift, rect.top() + CELL_PADDING.y);
            let cell = row[column].clone();
            let room = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, rect.height()));
            let words = &block.content.text[cell.clone()];
            let role = if header { Role::ColumnHeader } else { Role::Cell };
            let id = row_ui.scope_id().with(column);
            let mut cell_ui = spoken::part(&mut row_ui, id, room, role, words);
            block.draw_linked(&mut cell_ui, page, (room, at), galley, cell);
            x += width;
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
    }
}

const HEADER: TypeStyle = type_scale::LABEL_STRONG;

/// Shares the width out: each column as wide as its longest cell where there is room, else in
/// proportion, never under its longest word's likely width.
fn column_widths(ui: &Ui, block: &Block<'_>, table: &Table, room: f32) -> Vec<f32> {
    let columns = table.alignment.len().max(1);
    let mut natural = vec![0.0_f32; columns];
    for (index, row) in table.rows.iter().enumerate().take(40) {
        let set = if index == 0 { HEADER } else { type_scale::SMALL.with_face(Face::Text) };
        for (column, cell) in row.iter().enumerate() {
            let galley = ui.painter().layout_job(block_text::job(
                block.theme,
                block.content,
                cell.clone(),
                set,
                f32::INFINITY,
            ));
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
