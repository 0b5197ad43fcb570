//! The window as a whole: the bar, and under it outline, page and margin, as room allows.

mod palette_entries;
mod state;

use std::sync::Arc;

use egui::{Rangef, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::view::actions::{Action, Command, View};
use crate::view::chrome::announcements::Facts;
use crate::view::chrome::bar::Bar;
use crate::view::chrome::regions::Regions;
use crate::view::chrome::{
    SideColumn, announcements, bar, drop_hint, find_bar, messages, note_sheet, outline, palette, progress,
    tabs, unsaved_notes, wheel_zoom,
};
use crate::view::commands::keys;
use crate::view::context::ViewContext;
use crate::view::pages::article::{FindMarks, Page};
use crate::view::pages::notes::{self, OpenBriefing};
use crate::view::pages::{calls, claims, compare, help, margin, polls, problems, settings, shelf};

pub use state::{CHECKED_FIRST, Reading, Window};

/// The smallest window, in points: it grows with the text size, so that everything has its room.
pub const LEAST_WINDOW: egui::Vec2 = vec2(420.0, 320.0);

/// The outline's width and the width of the margin's cards, in points.
const OUTLINE: f32 = 250.0;
const CARDS: f32 = 262.0;
/// Between text and cards; before the text; after the cards.
const GAP: f32 = 66.0;
const BEFORE: f32 = 60.0;
const AFTER: f32 = 22.0;
/// Least space at either side of the text.
const LEAST: f32 = 28.0;

/// Draws the window and returns what was asked for.
pub fn show(ui: &mut Ui, window: &mut Window) -> Vec<Action> {
    let mut actions = shortcuts(ui, window);
    actions.extend(wheel_zoom::step(ui).map(Action::Do));
    let cx = &mut ViewContext { theme: window.colours(), actions: &mut actions };
    let title = window.title();
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
    let whole = ui.max_rect();
    let bar_rect = Rect::from_min_size(whole.min, vec2(whole.width(), bar::HEIGHT));
    let bar = Bar {
        bundle: window.reading.as_ref().map(|reading| &*reading.bundle),
        view: window.view,
        settings: window.settings,
        side: window.side_column(whole.width()),
        can_go_back: window.can_go_back,
        can_go_forward: window.can_go_forward,
    };
    bar::show(ui, cx, &bar, bar_rect);

    let mut rest = Rect::from_min_max(pos2(whole.left(), bar_rect.bottom()), whole.max);
    if window.has_tabs() {
        let strip = Rect::from_min_size(rest.min, vec2(rest.width(), tabs::HEIGHT));
        tabs::show(ui, cx, &window.tabs, window.view, strip);
        rest.min.y = strip.bottom();
    }
    rest.min.y += messages::show(ui, cx.theme, &mut window.messages, rest);
    rest.min.y += progress::show(ui, cx, &window.busy.long, rest);
    let shown = window.side_column(whole.width()) == SideColumn::Shown;
    let (outlined, beside) = (shown && window.view == View::Read, shown && window.view == View::Compare);
    if outlined && let Some(reading) = &mut window.reading {
        let side = Rect::from_min_size(rest.min, vec2(OUTLINE, rest.height()));
        ui.painter().rect_filled(side, 0.0, cx.theme.side);
        ui.painter().vline(side.right() - 0.5, side.y_range(), Stroke::new(1.0, cx.theme.line));
        let mut child = ui.new_child(
            UiBuilder::new().max_rect(side).id_salt("outline column").accessibility_role(Role::Navigation),
        );
        ui.ctx().accesskit_node_builder(child.unique_id(), |node| node.set_label("Outline"));
        child.shrink_clip_rect(side);
        outline::show(&mut child, cx, &mut reading.outline, &reading.page);
        rest.min.x = side.right();
    }
    if beside {
        rest.min.x = compare_side(ui, cx, window, rest);
    }
    let columns = Columns {
        compare: (compare::column(rest), beside),
        ..Columns::of(rest, window.settings.line_length.points())
    };
    let finding = window.find.open && window.view == View::Read;
    let mut page = rest;
    if finding && columns.cards.is_none() {
        page.min.y += find_bar::ROOM_OVER_TEXT;
    }
    let mut middle = ui.new_child(
        UiBuilder::new().max_rect(page).id_salt(("middle", window.view)).accessibility_role(Role::Document),
    );
    // The window has the briefing's name; what it shows has its own.
    let shown = window.view.name();
    ui.ctx().accesskit_node_builder(middle.unique_id(), |node| node.set_label(shown));
    middle.shrink_clip_rect(page);
    show_view(&mut middle, cx, window, &columns);
    let has_card = columns.cards.is_some() && window.view == View::Read || window.view == View::Notes;
    if !has_card {
        note_over_page(ui, cx, window, rest);
    }
    if window.palette.open {
        let mut palette = std::mem::take(&mut window.palette);
        palette.offer(window.shelf.entries.len(), || palette_entries::all(ui, window));
        palette::show(ui, cx, &mut palette);
        window.palette = palette;
    }
    if let Some(unsaved) = &window.unsaved {
        unsaved_notes::show(ui, cx, unsaved);
    }
    drop_hint::show(ui, cx.theme);
    announce(ui, window);
    if let Some(direction) = window.step_region.take() {
        let side = (outlined || beside)
            .then(|| Rect::from_min_max(pos2(whole.left(), rest.top()), rest.left_bottom()));
        let margin = columns.cards.filter(|_| window.view == View::Read && window.reading.is_some());
        let regions = Regions { bar: Some(bar_rect), side, page: Some(rest), margin };
        let page =
            window.reading.as_mut().filter(|_| window.view == View::Read).map(|reading| &mut reading.page);
        regions.step(ui, direction, page);
    }
    if finding {
        find_bar::show(ui, cx, &mut window.find, rest);
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            cx.actions.push(Action::CloseFind);
        }
    }
    actions
}

/// The card of the open note, where neither margin nor list has it.
fn note_over_page(ui: &Ui, cx: &mut ViewContext<'_>, window: &mut Window, rest: Rect) {
    let Some(id) = window.notes.open.as_ref().map(|editing| editing.id) else { return };
    let placed = window.reading.as_ref().and_then(|reading| reading.notes.get(id));
    let note =
        placed.map(|placed| &placed.note).or_else(|| window.notes.all.iter().find(|note| note.id == id));
    if let Some(note) = note.cloned() {
        note_sheet::show(ui, cx, &note, &mut window.notes, rest);
    }
}

/// The column beside the Compare view, where figures are chosen. Returns its right edge.
fn compare_side(ui: &mut Ui, cx: &mut ViewContext<'_>, window: &mut Window, rest: Rect) -> f32 {
    let side = Rect::from_min_size(rest.min, vec2(OUTLINE, rest.height()));
    ui.painter().rect_filled(side, 0.0, cx.theme.side);
    ui.painter().vline(side.right() - 0.5, side.y_range(), Stroke::new(1.0, cx.theme.line));
    let mut child = ui.new_child(
        UiBuilder::new().max_rect(side).id_salt("compare column").accessibility_role(Role::Navigation),
    );
    ui.ctx().accesskit_node_builder(child.unique_id(), |node| node.set_label("Figures to compare"));
    child.shrink_clip_rect(side);
    compare::show_side(&mut child, cx, &mut window.compare_side, &mut window.compare);
    side.right()
}

/// Has a screen reader say what has changed since the last frame.
fn announce(ui: &Ui, window: &mut Window) {
    let reading = window.reading.as_ref();
    let page = reading.filter(|_| window.view == View::Read).map(|reading| &reading.page);
    let facts = Facts {
        view: window.view,
        briefing: reading.map(|reading| reading.bundle.short_title().to_owned()),
        text_size: window.settings.text_size.percent(),
        theme: window.colours().name.clone(),
        selection: page.and_then(Page::selection),
        side: window.side_column(ui.ctx().content_rect().width()),
        so_far: reading.and_then(|reading| match window.view {
            View::Claims => Some(reading.claims.summary().into_owned()),
            View::Problems => Some(problems::so_far(&reading.bundle, reading.unchecked.as_deref())),
            _ => None,
        }),
    };
    announcements::show(ui, &mut window.announcements, facts, page, &mut window.messages);
}

fn show_view(ui: &mut Ui, cx: &mut ViewContext<'_>, window: &mut Window, columns: &Columns) {
    let here = window.reading.is_some() || window.view.stands_alone() || window.busy.is_opening;
    let view = if here { window.view } else { View::Shelf };
    if view == View::Settings {
        settings::show(ui, cx, &mut window.settings_page, window.settings, columns.alone);
        return;
    }
    if view == View::Compare {
        let (column, beside) = columns.compare;
        compare::show(ui, cx, &mut window.compare, column, beside);
        return;
    }
    if view == View::Notes {
        let open = window.reading.as_ref().map(|reading| OpenBriefing {
            bundle: &reading.bundle,
            notes: &reading.notes,
            has_selection: reading.page.selection().is_some(),
        });
        let state = (&mut window.notes_page, &mut window.notes);
        notes::show(ui, cx, open, state, columns.alone);
        return;
    }
    match (view, &mut window.reading) {
        (View::Help, reading) => {
            let briefing = reading.as_ref().map(|reading| reading.bundle.short_title());
            help::show(ui, cx.theme, &mut window.help, briefing, columns.alone);
        }
        (View::Read, Some(reading)) => {
            reading.page.has_margin = columns.cards.is_some();
            let hits = if window.find.open { Arc::clone(&window.find.hits) } else { Arc::default() };
            reading.page.show(
                ui,
                cx,
                columns.text,
                &FindMarks {
                    hits,
                    current: window.find.current,
                    words: window.find.words.clone(),
                    ..FindMarks::default()
                },
                (&reading.notes, window.notes.open.as_ref().map(|editing| editing.id)),
            );
            if let Some(mut cards) = columns.cards {
                cards.min.y += if window.find.open { find_bar::ROOM } else { 0.0 };
                let notes = (&reading.notes, &mut window.notes);
                margin::show(ui, cx, &reading.page, notes, cards);
            }
        }
        (View::Polls, Some(Reading { polls, bundle, notes, .. })) => {
            polls::show(ui, cx, polls, (bundle, notes), columns.alone);
        }
        (View::Calls, Some(Reading { calls, bundle, notes, .. })) => {
            calls::show(ui, cx, calls, (bundle, notes), columns.alone);
        }
        (View::Claims, Some(Reading { claims, page, .. })) => {
            claims::show(ui, cx, claims, page, columns.alone);
        }
        (View::Problems, Some(Reading { problems, bundle, unchecked, .. })) => {
            problems::show(ui, cx.theme, problems, bundle, unchecked.as_deref(), columns.alone);
        }
        // The first briefing is on its way: the shelf would only flash up.
        (View::Read, None) if window.busy.is_opening => {}
        (View::Shelf | View::Compare | View::Notes | View::Settings, _) | (_, None) => {
            shelf::show(ui, cx, &mut window.shelf, columns.alone);
        }
    }
}

/// Where text and cards stand.
struct Columns {
    /// The text, when the margin stands beside it.
    text: Rangef,
    /// The text, when it has the room to itself.
    alone: Rangef,
    /// The margin's cards, where they fit.
    cards: Option<Rect>,
    /// The Compare view, and whether its own column stands beside it.
    compare: (Rangef, bool),
}

impl Columns {
    /// `measure`: how wide the text is where there is room, in points.
    fn of(room: Rect, measure: f32) -> Columns {
        let wanted = measure;
        let measure = wanted.min(room.width() - 2.0 * LEAST);
        let centred = room.left() + (room.width() - measure) / 2.0;
        let alone = Rangef::new(centred, centred + measure);
        let spare = room.width() - wanted - GAP - CARDS - AFTER - LEAST;
        if spare < 0.0 {
            return Columns { text: alone, alone, cards: None, compare: (alone, false) };
        }
        let margin_before = LEAST + spare.min(BEFORE - LEAST) + (spare - (BEFORE - LEAST)).max(0.0) / 2.0;
        let left = room.left() + margin_before;
        let cards_left = left + measure + GAP;
        let cards = Rect::from_min_max(
            pos2(cards_left, room.top() + 34.0),
            pos2(cards_left + CARDS, room.bottom() - 16.0),
        );
        Columns {
            text: Rangef::new(left, left + measure),
            alone,
            cards: Some(cards),
            compare: (alone, false),
        }
    }
}

fn shortcuts(ui: &Ui, window: &Window) -> Vec<Action> {
    let typing = ui.ctx().text_edit_focused();
    let pressed = |command: &Command| {
        if typing && command.yields_to_typing() {
            return false;
        }
        let keys = command.shortcut();
        ui.input_mut(|input| {
            // Ctrl+= is Ctrl+Plus without the shift key.
            // Windows reports Ctrl+C as a wish to copy, with Shift too.
            let copies = if input.modifiers.shift { Command::CopyCited } else { Command::Copy };
            input.consume_shortcut(&keys)
                || *command == copies && input.events.contains(&egui::Event::Copy)
                || keys.logical_key == egui::Key::Plus && input.consume_key(keys.modifiers, egui::Key::Equals)
        })
    };
    let mut commands = Command::ALL.to_vec();
    commands.sort_by_key(|command| std::cmp::Reverse(keys::modifiers_of(command.shortcut())));
    let asked = commands.into_iter().filter(|command| window.is_available(*command) && pressed(command));
    asked.map(Action::Do).collect()
}
