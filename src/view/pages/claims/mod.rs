//! The Claims view: every number of the article with its figure, section by section. An article may have
//! tens of thousands, so only what is near the view is laid out.

mod list;

use std::borrow::Cow;

use egui::text::LayoutJob;
use egui::{CursorIcon, Id, Pos2, Rangef, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::bundle::Bundle;
use crate::ui::hold::Hold;
use crate::ui::lines;
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Rows, VirtualList};
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::Action;
use crate::view::context::ViewContext;
use crate::view::pages::article::Page;
use crate::view::parts::context_menu;
use crate::view::parts::scroll_keys::{self, Scroll};
use list::{Section, sections, summary};

/// Where the Claims view stands, and what it lists.
#[derive(Default)]
pub struct Claims {
    list: VirtualList,
    /// None until they have been read, which begins when the view is first shown.
    listed: Option<Listed>,
    /// What the program said where it broke off reading them.
    unlisted: Option<String>,
}

/// All claims of an article and the numbers without a source, in the order of the page.
pub struct Listed {
    sections: Vec<Section>,
    summary: String,
    rows: Vec<Row>,
    /// The rows of sections.
    heads: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Row {
    Title,
    Section(usize),
    /// A section's entry.
    Entry(usize, usize),
    /// Room under the last one.
    End,
}

/// Points beyond the view that are drawn, so that the Tab key always comes to the next.
const BEYOND: f64 = 400.0;

impl Claims {
    /// The place at the top, to come back to.
    #[must_use]
    pub fn hold(&self) -> Hold {
        self.list.hold()
    }

    /// Goes to a place that was at the top before.
    pub fn go_back_to(&mut self, hold: Hold) {
        self.list.go_back_to(hold);
    }

    /// Whether they are still to be read, and nothing speaks against it.
    #[must_use]
    pub fn are_unread(&self) -> bool {
        self.listed.is_none() && self.unlisted.is_none()
    }

    /// How they stand to their figures; until they are read, that they are not.
    #[must_use]
    pub fn summary(&self) -> Cow<'_, str> {
        match (&self.listed, &self.unlisted) {
            (Some(listed), _) => (&listed.summary).into(),
            (None, Some(why)) => {
                format!("The program made a mistake while it read the claims: {why}.").into()
            }
            (None, None) => "The claims are still being read.".into(),
        }
    }

    /// Takes what was read, or what the program said where it broke off.
    pub fn take(&mut self, read: Result<Listed, String>) {
        match read {
            Ok(listed) => self.listed = Some(listed),
            Err(why) => self.unlisted = Some(why),
        }
    }
}

impl Listed {
    /// Reads them; of a very long article this takes longer than a frame.
    #[must_use]
    pub fn of(bundle: &Bundle) -> Listed {
        let sections = sections(bundle);
        let (mut rows, mut heads) = (vec![Row::Title], Vec::new());
        for (index, section) in sections.iter().enumerate() {
            heads.push(rows.len());
            rows.push(Row::Section(index));
            rows.extend((0..section.entries.len()).map(|entry| Row::Entry(index, entry)));
        }
        rows.push(Row::End);
        Listed { summary: summary(&sections), sections, rows, heads }
    }
}

/// Draws all claims and the numbers without a source; a click leads to the place in the article.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, claims: &mut Claims, page: &Page, column: Rangef) {
    let Some(listed) = &claims.listed else {
        let builder = UiBuilder::new().max_rect(Rect::from_x_y_ranges(column, ui.max_rect().y_range()));
        title(&mut ui.new_child(builder), cx.theme, &claims.summary());
        return;
    };
    let mut list = std::mem::take(&mut claims.list).reaching(BEYOND);
    match scroll_keys::pressed(ui) {
        Some(Scroll::By(points)) => list.scroll_by(points),
        Some(Scroll::ToTop) => list.go_to(0, 0.0),
        Some(Scroll::ToEnd) => list.go_to(listed.rows.len() - 1, 0.0),
        None => {}
    }
    let mut drawing = Drawing { cx: cx.reborrow(), listed, page, menu: None };
    list.show(ui, drawing.listed.rows.len(), column, &mut drawing);
    let menu = drawing.menu.take();
    claims.list = list;
    context_menu::show(ui, ui.scope_id().with("menu"), menu, cx.actions);
}

/// What the list needs while it draws.
struct Drawing<'a> {
    cx: ViewContext<'a>,
    listed: &'a Listed,
    page: &'a Page,
    menu: Option<(Pos2, Vec<context_menu::Entry>)>,
}

impl Rows for Drawing<'_> {
    fn estimate(&self, row: usize, width: f32) -> f32 {
        match self.listed.rows[row] {
            Row::Title => 120.0,
            Row::Section(_) => 66.0,
            // Two or three lines of words and as many of what they rest on.
            Row::Entry(..) if width < 500.0 => 105.0,
            Row::Entry(..) => 82.0,
            Row::End => BELOW,
        }
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        match self.listed.rows[row] {
            Row::Title => title(ui, self.cx.theme, &self.listed.summary),
            Row::Section(section) => {
                if section > 0 {
                    ui.add_space(32.0);
                }
                let words = &self.listed.sections[section].heading;
                widgets::heading(ui, words, type_scale::H3, self.cx.theme.ink, 2);
                ui.add_space(8.0);
            }
            Row::Entry(section, entry) => self.entry(ui, &self.listed.sections[section].entries[entry]),
            Row::End => ui.add_space(BELOW),
        }
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        match self.listed.rows[row] {
            Row::Title => {
                teller.heading(TITLE, 1);
                teller.lines([self.listed.summary.clone()]);
            }
            Row::Section(section) => teller.heading(&self.listed.sections[section].heading, 2),
            Row::Entry(section, entry) => {
                let words = self.listed.sections[section].entries[entry].spoken();
                teller.say(entry_id(teller.id()), Role::Link, &words);
            }
            Row::End => {}
        }
    }

    fn landmarks(&self) -> &[usize] {
        &self.listed.heads
    }
}

/// Draws the head of the view.
fn title(ui: &mut Ui, theme: &Theme, summary: &str) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    ui.add_space(32.0);
    widgets::heading(ui, TITLE, type_scale::TITLE, theme.ink, 1);
    ui.add_space(6.0);
    widgets::text(ui, summary, type_scale::SUMMARY, theme.quiet);
    ui.add_space(22.0);
}

/// The view's name.
const TITLE: &str = "Claims";
/// Points under the last entry.
const BELOW: f32 = 112.0;

/// The id of an entry in its row.
fn entry_id(row: Id) -> Id {
    row.with("entry")
}

impl Drawing<'_> {
    fn entry(&mut self, ui: &mut Ui, entry: &list::Entry) {
        let top = ui.cursor().top();
        hairline(ui, self.cx.theme);
        if show_entry(ui, self.cx.theme, entry)
            && let Some(row) = self.page.row_of_block(entry.block)
        {
            self.cx.actions.push(Action::GoToRow(row));
        }
        if let Some(at) = context_menu::asked_since(ui, top) {
            self.menu = Some((at, vec![context_menu::Entry::copy("Copy claim", as_text(entry))]));
        }
    }
}

/// A claim as text for other programs: its words, and under them how they stand to the figure.
fn as_text(entry: &list::Entry) -> String {
    let words = format!("{}{}{}", entry.before, entry.words, entry.after);
    let mut text = format!("{}\n{}", words.trim(), entry.status.words());
    if !entry.figure.is_empty() {
        text.push_str(" · ");
        text.push_str(&entry.figure);
    }
    text
}

/// Draws an entry; whether it was clicked.
fn show_entry(ui: &mut Ui, theme: &Theme, entry: &list::Entry) -> bool {
    let width = ui.available_width();
    let status_color = if entry.status.needs_care() { theme.warning } else { theme.quiet };
    let context = type_scale::SMALL.format(theme.quiet);
    let mut words = LayoutJob::default();
    words.wrap.max_width = width;
    words.append(&entry.before, 0.0, context.clone());
    let underline = Stroke::new(1.0, if entry.status.needs_care() { theme.warning } else { theme.accent });
    let claimed = egui::TextFormat { underline, ..type_scale::SMALL.format(theme.ink) };
    words.append(&entry.words, 0.0, claimed);
    words.append(&entry.after, 0.0, context);
    let mut line = LayoutJob::default();
    line.wrap.max_width = width;
    line.append(entry.status.words(), 0.0, type_scale::SECONDARY.format(status_color));
    if !entry.figure.is_empty() {
        line.append(&format!("\u{a0}· {}", entry.figure), 0.0, type_scale::SECONDARY.format(theme.quiet));
    }
    let (words, line) = (lines::laid(ui, words), lines::laid(ui, line));

    let height = 10.0 + words.size().y + 3.0 + line.size().y + 11.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, entry_id(ui.scope_id()), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, entry.spoken()));
    let around = rect.expand2(vec2(10.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, 4.0, theme.chosen.gamma_multiply(0.5));
    }
    widgets::focus_ring(ui, theme, &response, around);
    let below = rect.min + vec2(0.0, 10.0 + words.size().y + 3.0);
    ui.painter().galley(rect.min + vec2(0.0, 10.0), words, theme.ink);
    ui.painter().galley(below, line, theme.quiet);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
