//! The Notes view: all notes on a briefing, or on all of them; and what a new edition did to them.

use std::sync::Arc;

use egui::style::ScrollAnimation;
use egui::{Rangef, Ui, Vec2};
use uuid::Uuid;

use super::open_briefing::OpenBriefing;
use super::rows::Row;
use super::state::NotesPage;
use super::{controls, digest, entry, export_panel};
use crate::notes::Note;
use crate::text::counted;
use crate::ui::type_scale;
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::Rows;
use crate::ui::widgets;
use crate::view::context::ViewContext;
use crate::view::parts::notes::{Notes, PageNotes, PlacedNote, editor, words};
use crate::view::parts::scroll_keys::{self, Scroll};

/// Points beyond the view in which notes are drawn, for the Tab key to go on to.
const BEYOND: f64 = 400.0;
/// Points above a change that is brought into view.
const ABOVE: f64 = 60.0;

/// Draws the view in a column.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    open: Option<OpenBriefing<'_>>,
    (page, notes): (&mut NotesPage, &mut Notes),
    column: Rangef,
) {
    let nothing = PageNotes::default();
    let placed = open.map_or(&nothing, |open| open.notes);
    let rows = page.list.rows(&notes.all, placed, open.map(|open| open.bundle));
    let mut list = std::mem::take(&mut page.list.list).reaching(BEYOND);
    let row_of = |change: usize| rows.iter().position(|row| *row == Row::Change(change));
    match scroll_keys::pressed(ui) {
        Some(Scroll::By(points)) => list.scroll_by(points),
        Some(Scroll::ToTop) => list.go_to(0, 0.0),
        Some(Scroll::ToEnd) => list.go_to(rows.len() - 1, 0.0),
        None => {}
    }
    let is_in_view = |change| row_of(change).is_some_and(|row| list.visible().contains(&row));
    digest::keys(ui, placed, &mut page.list.deciding, is_in_view, cx.actions);
    let mut drawing = Drawing { cx: cx.reborrow(), rows: &rows, placed, open, page, notes };
    list.show(ui, rows.len(), column, &mut drawing);
    let deciding = &page.list.deciding;
    if deciding.wants_keyboard()
        && let Some(row) = deciding.current(placed).and_then(row_of)
    {
        list.go_to(row, ABOVE);
        ui.ctx().request_repaint();
    }
    page.list.list = list;
}

/// What the list needs while it draws.
struct Drawing<'a> {
    cx: ViewContext<'a>,
    rows: &'a [Row],
    placed: &'a PageNotes,
    open: Option<OpenBriefing<'a>>,
    page: &'a mut NotesPage,
    notes: &'a mut Notes,
}

impl Rows for Drawing<'_> {
    fn estimate(&self, row: usize, _width: f32) -> f32 {
        match self.rows[row] {
            Row::Head => 190.0,
            Row::Digest | Row::Group(_) => 60.0,
            Row::Change(_) => 130.0,
            Row::Placed(_) | Row::Elsewhere(_) => 84.0,
            Row::Nothing | Row::End => 120.0,
        }
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        let words = match &self.rows[row] {
            Row::Group(title) => return teller.heading(title, 2),
            Row::Change(index) => digest::spoken(&self.placed.all()[*index]),
            Row::Placed(index) => words::spoken(&self.placed.all()[*index]),
            Row::Elsewhere(id) => match self.notes.all.iter().find(|note| note.id == *id) {
                Some(note) => words::spoken_alone(note),
                None => return,
            },
            Row::Head | Row::Digest | Row::Nothing | Row::End => return,
        };
        teller.lines([words]);
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let theme = self.cx.theme;
        match &self.rows[row] {
            Row::Head => self.head(ui),
            Row::Digest => digest::head(ui, theme, self.placed),
            Row::Change(index) => {
                let deciding = &mut self.page.list.deciding;
                let change = (self.placed, *index);
                digest::change(ui, &mut self.cx, self.open, change, deciding);
            }
            Row::Group(title) => {
                ui.add_space(26.0);
                widgets::heading(ui, title, type_scale::H3, theme.ink, 2);
                ui.add_space(8.0);
            }
            Row::Placed(index) => {
                let placed = &self.placed.all()[*index];
                self.note(ui, &placed.note, Some(placed));
            }
            Row::Elsewhere(id) => {
                let all = Arc::clone(&self.notes.all);
                if let Some(note) = all.iter().find(|note| note.id == *id) {
                    self.note(ui, note, None);
                }
            }
            Row::Nothing => {
                ui.add_space(24.0);
                widgets::text(ui, self.why_nothing(), type_scale::SMALL, theme.quiet);
            }
            Row::End => ui.add_space(80.0),
        }
    }
}

impl Drawing<'_> {
    fn head(&mut self, ui: &mut Ui) {
        ui.add_space(32.0);
        widgets::heading(ui, "Notes", type_scale::TITLE, self.cx.theme.ink, 1);
        ui.add_space(6.0);
        widgets::text(
            ui,
            &summary(self.placed, self.open.is_some(), &self.notes.all),
            type_scale::SUMMARY,
            self.cx.theme.quiet,
        );
        ui.add_space(18.0);
        controls::show(ui, self.cx.theme, self.page, &self.notes.all, self.placed, self.open.is_some());
        ui.add_space(14.0);
        if self.page.export.open {
            let listed = self.listed();
            export_panel::show(ui, &mut self.cx, &mut self.page.export, &listed);
        }
    }

    /// A note as it is read, or as it is written.
    fn note(&mut self, ui: &mut Ui, note: &Note, placed: Option<&PlacedNote>) {
        let is_open = self.notes.open.as_ref().is_some_and(|editing| editing.id == note.id);
        if is_open {
            let is_fresh = self.notes.open.as_ref().is_some_and(|editing| editing.take_focus);
            ui.add_space(8.0);
            editor::show(ui, &mut self.cx, note, self.notes);
            ui.add_space(10.0);
            // All of the card comes into view, once its field has got the keyboard and come there.
            if std::mem::replace(&mut self.page.list.was_opened, is_fresh) {
                ui.scroll_to_rect_animation(ui.min_rect(), None, ScrollAnimation::none());
            }
        } else {
            let has_selection = self.open.is_some_and(|open| open.has_selection);
            entry::show(ui, &mut self.cx, note, (placed, has_selection));
        }
    }

    /// The notes that are listed, in their order.
    fn listed(&self) -> Vec<Uuid> {
        let listed = self.rows.iter().filter_map(|row| match row {
            Row::Placed(index) => Some(self.placed.all()[*index].note.id),
            Row::Elsewhere(id) => Some(*id),
            _ => None,
        });
        listed.collect()
    }

    fn why_nothing(&self) -> &'static str {
        if self.page.list.filter.is_on() {
            "No note is like this."
        } else if self.open.is_some() {
            "There are no notes on this briefing yet. Select words of the article and highlight them, or write a note."
        } else {
            "There are no notes yet. Open a briefing, select words and highlight them, or write a note."
        }
    }
}

/// "12 notes on this briefing, 31 on all."
fn summary(placed: &PageNotes, in_briefing: bool, all: &[Note]) -> String {
    let notes = |count| counted(count, "note");
    match (in_briefing, placed.all().len()) {
        (true, here) if here == all.len() => format!("{} on this briefing.", notes(here)),
        (true, here) => format!("{} on this briefing, {} on all briefings.", notes(here), all.len()),
        (false, _) => format!("{} on all briefings.", notes(all.len())),
    }
}
