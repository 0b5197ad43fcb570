//! The column beside the Compare view: the questions of a topic to tick, their answers, and what is
//! kept.

use std::collections::HashSet;
use std::sync::Arc;

use egui::accesskit::{Node, Toggled};
use egui::text::LayoutJob;
use egui::{CursorIcon, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Compare;
use super::shown::Shown;
use crate::library::comparison::{resolve, topic_questions, topic_words, topics};
use crate::ui::lines;
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Rows, VirtualList};
use crate::ui::widgets::{self, galley, menu_button};
use crate::ui::{Theme, menu, scroll_bar, type_scale};
use crate::view::actions::{Action, CompareAction};
use crate::view::context::ViewContext;
use crate::view::parts::context_menu::{self, Entry};

/// From the column's edges, in points.
const INSET: f32 = 20.0;
/// The box to tick, and its words' distance from it.
const BOX: f32 = 13.0;
const AFTER_BOX: f32 = 9.0;

/// Where the column stands, and its lines as they were made last.
#[derive(Default)]
pub struct Side {
    list: VirtualList,
    lines: Arc<Vec<Line>>,
    of: Option<(Arc<Shown>, Option<String>, Vec<String>)>,
}

/// A line of the column. Thousands of questions may have one topic, so only those near the view are laid
/// out.
#[derive(Clone, Debug)]
enum Line {
    /// Begins a part of the column.
    Overline(&'static str),
    /// The choice of a topic.
    TopicMenu,
    /// A question; a click takes these figures in or out.
    Question { name: String, poll: String, toggles: Vec<String>, ticked: bool },
    /// One of its answers, a figure.
    Answer { name: String, figure: String, ticked: bool },
    /// A figure that was taken in from elsewhere.
    Elsewhere { name: String, poll: String, figure: String },
    /// A comparison that is kept, by its place in the list.
    Kept(usize, String),
    /// Room, in points.
    Room(f32),
}

/// Points beyond the view that are drawn, for the Tab key to go on to.
const BEYOND: f64 = 400.0;

/// Draws the column.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, side: &mut Side, compare: &mut Compare) {
    let lines = lines(side, compare);
    let mut list = std::mem::take(&mut side.list).reaching(BEYOND);
    let column = ui.available_rect_before_wrap().x_range();
    let mut toggled = Vec::new();
    let mut menu = None;
    let mut drawing =
        Drawing { cx: cx.reborrow(), compare, lines: &lines, toggled: &mut toggled, menu: &mut menu };
    list.show(ui, lines.len(), column, &mut drawing);
    context_menu::show(ui, ui.scope_id().with("menu"), menu, cx.actions);
    side.list = list;
    if !toggled.is_empty() {
        cx.actions.push(Action::Compare(CompareAction::ToggleFigures(toggled)));
    }
}

/// The lines, made anew only where something has changed.
fn lines(side: &mut Side, compare: &mut Compare) -> Arc<Vec<Line>> {
    let shown = compare.shown();
    let is_same = side.of.as_ref().is_some_and(|(known, topic, saved)| {
        Arc::ptr_eq(known, &shown) && *topic == compare.topic && *saved == compare.saved
    });
    if !is_same {
        let mut lines = vec![Line::Room(16.0), Line::Overline("Topic"), Line::TopicMenu, Line::Room(6.0)];
        let chosen: HashSet<&str> = compare.recipe.figures.iter().map(String::as_str).collect();
        let on_topic = on_topic(compare, &chosen, &mut lines);
        off_topic(compare, &on_topic, &mut lines);
        if !compare.saved.is_empty() {
            lines.extend([Line::Room(8.0), Line::Overline("Saved comparisons")]);
            lines.extend(
                compare.saved.iter().enumerate().map(|(index, name)| Line::Kept(index, name.clone())),
            );
        }
        lines.push(Line::Room(20.0));
        side.lines = Arc::new(lines);
        side.of = Some((shown, compare.topic.clone(), compare.saved.clone()));
    }
    Arc::clone(&side.lines)
}

/// The questions of the topic, those that are compared with their answers; all figures among them.
fn on_topic(compare: &Compare, chosen: &HashSet<&str>, lines: &mut Vec<Line>) -> HashSet<String> {
    let mut known = HashSet::new();
    let Some(topic) = &compare.topic else { return known };
    for asked in topic_questions(&compare.shelf, topic) {
        let question = asked.question;
        let figures: Vec<String> = asked.figures().map(|figure| figure.reference()).collect();
        let taken: Vec<String> =
            figures.iter().filter(|figure| chosen.contains(figure.as_str())).cloned().collect();
        let ticked = !taken.is_empty();
        lines.push(Line::Question {
            name: question.title.clone(),
            poll: asked.poll_words(),
            toggles: if ticked { taken } else { figures.first().cloned().into_iter().collect() },
            ticked,
        });
        if ticked && figures.len() > 1 {
            lines.extend(question.answers.iter().zip(&figures).map(|(answer, figure)| Line::Answer {
                name: answer.label.clone(),
                figure: figure.clone(),
                ticked: chosen.contains(figure.as_str()),
            }));
            lines.push(Line::Room(4.0));
        }
        known.extend(figures);
    }
    known
}

/// Figures that were taken in from elsewhere.
fn off_topic(compare: &Compare, on_topic: &HashSet<String>, lines: &mut Vec<Line>) {
    let elsewhere = compare.recipe.figures.iter().filter(|figure| !on_topic.contains(*figure));
    let mut elsewhere = elsewhere
        .filter_map(|figure| Some((figure, resolve(&compare.shelf, figure)?.0)))
        .map(|(figure, item)| Line::Elsewhere {
            name: format!("{}: {}", item.question.title, item.answer.label),
            poll: item.poll_words(),
            figure: figure.clone(),
        })
        .peekable();
    if elsewhere.peek().is_some() {
        lines.push(Line::Overline("Also compared"));
        lines.extend(elsewhere);
    }
}

/// What the list needs while it draws.
struct Drawing<'a> {
    cx: ViewContext<'a>,
    compare: &'a Compare,
    lines: &'a [Line],
    toggled: &'a mut Vec<String>,
    menu: &'a mut Option<(Pos2, Vec<Entry>)>,
}

impl Rows for Drawing<'_> {
    fn estimate(&self, row: usize, _width: f32) -> f32 {
        match &self.lines[row] {
            Line::Overline(_) => 28.0,
            Line::TopicMenu => 30.0,
            Line::Question { .. } | Line::Elsewhere { .. } => 64.0,
            Line::Answer { .. } => 25.0,
            Line::Kept(..) => 29.0,
            Line::Room(points) => *points,
        }
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        let theme = self.cx.theme;
        match &self.lines[row] {
            Line::Overline(words) => overline(ui, theme, words),
            Line::TopicMenu => topic_menu(ui, &mut self.cx, self.compare),
            Line::Question { name, poll, toggles, ticked } => {
                if tick(ui, theme, &Words { name, note: poll, indent: 0.0 }, *ticked) {
                    self.toggled.extend(toggles.iter().cloned());
                }
            }
            Line::Answer { name, figure, ticked } => {
                if tick(ui, theme, &Words { name, note: "", indent: BOX + AFTER_BOX }, *ticked) {
                    self.toggled.push(figure.clone());
                }
            }
            Line::Elsewhere { name, poll, figure } => {
                if tick(ui, theme, &Words { name, note: poll, indent: 0.0 }, true) {
                    self.toggled.push(figure.clone());
                }
            }
            Line::Kept(index, name) => {
                let asked = kept(ui, &mut self.cx, self.compare, (*index, name));
                *self.menu = asked.or(self.menu.take());
            }
            Line::Room(points) => ui.add_space(*points),
        }
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        let id = teller.id();
        match &self.lines[row] {
            Line::Overline(words) => teller.heading(words, 2),
            Line::Question { name, poll, ticked, .. } => {
                teller.say_with(id, Role::CheckBox, &format!("{name}, {poll}"), toggled(*ticked));
            }
            Line::Answer { name, ticked, .. } => {
                teller.say_with(id, Role::CheckBox, name, toggled(*ticked));
            }
            Line::Elsewhere { name, poll, .. } => {
                teller.say_with(id, Role::CheckBox, &format!("{name}, {poll}"), toggled(true));
            }
            Line::Kept(_, name) => teller.say(id, Role::Button, &kept_words(name)),
            Line::TopicMenu | Line::Room(_) => {}
        }
    }
}

fn toggled(ticked: bool) -> impl FnOnce(&mut Node) {
    move |node| node.set_toggled(if ticked { Toggled::True } else { Toggled::False })
}

fn overline(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.add_space(8.0);
    let galley = galley(ui, &words.to_uppercase(), type_scale::OVERLINE, theme.quiet, f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 6.0), Sense::hover());
    ui.painter().galley(rect.min + vec2(INSET, 0.0), galley, theme.quiet);
    widgets::speak_heading(&response, words, 2);
}

fn topic_menu(ui: &mut Ui, cx: &mut ViewContext<'_>, compare: &Compare) {
    let chosen = compare.topic.as_deref();
    let name = chosen.map_or_else(|| "Choose…".to_owned(), topic_words);
    ui.horizontal(|ui| {
        ui.add_space(INSET - 8.0);
        let button = menu_button(ui, cx.theme, &name, type_scale::LABEL_STRONG, vec2(8.0, 5.0));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Topic: {name}")));
        menu::under(&button, false, |ui| {
            let area = ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                for topic in topics(&compare.shelf) {
                    let words = format!("{} ({})", topic_words(topic.key), topic.choices);
                    if menu::entry(ui, &words, "", chosen == Some(topic.key), true).clicked() {
                        cx.actions.push(Action::Compare(CompareAction::ShowTopic(topic.key.to_owned())));
                        ui.close();
                    }
                }
            });
            scroll_bar::speak(&area, ui);
        });
    });
}

fn kept_words(name: &str) -> String {
    format!("Saved comparison: {name}")
}

/// A comparison that is kept: a click opens it. Returns the menu that was asked for on it.
fn kept(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    compare: &Compare,
    (index, name): (usize, &str),
) -> Option<(Pos2, Vec<Entry>)> {
    let width = ui.available_width();
    let words = galley(ui, name, type_scale::LABEL, cx.theme.quiet, width - 2.0 * INSET);
    let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y + 11.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, kept_words(name)));
    if response.hovered() || compare.recipe.name == name {
        ui.painter().rect_filled(rect, 0.0, cx.theme.chosen);
    }
    widgets::focus_ring(ui, cx.theme, &response, rect.shrink(2.0));
    ui.painter().galley(rect.min + vec2(INSET, 5.5), words, cx.theme.ink);
    let asked = response.on_hover_cursor(CursorIcon::PointingHand);
    if asked.clicked() {
        cx.actions.push(Action::Compare(CompareAction::OpenSaved(index)));
    }
    let entry = |name, asked| Entry::action(name, Action::Compare(asked));
    let at = context_menu::asked_in(ui, rect)?;
    Some((
        at,
        vec![
            entry("Open", CompareAction::OpenSaved(index)),
            entry("Remove from the list", CompareAction::RemoveSaved(index)),
        ],
    ))
}

/// What a line to tick says.
struct Words<'w> {
    name: &'w str,
    note: &'w str,
    indent: f32,
}

/// A line with a box; whether it was ticked or unticked in this frame.
fn tick(ui: &mut Ui, theme: &Theme, words: &Words<'_>, ticked: bool) -> bool {
    let left = INSET + words.indent + BOX + AFTER_BOX;
    let width = ui.available_width();
    let color = if ticked { theme.ink } else { theme.quiet };
    let lay = |text: &str, set: type_scale::TypeStyle, color, rows| {
        let mut job = LayoutJob::single_section(text.to_owned(), set.format(color));
        job.wrap.max_width = width - left - 14.0;
        job.wrap.max_rows = rows;
        lines::laid(ui, job)
    };
    let name = lay(words.name, type_scale::LABEL, color, 3);
    let note = (!words.note.is_empty()).then(|| lay(words.note, type_scale::SECONDARY, theme.quiet, 2));
    let note_height = note.as_ref().map_or(0.0, |note| note.size().y);
    let above = if words.note.is_empty() { 3.0 } else { 6.0 };
    let size = vec2(width, name.size().y + note_height + 2.0 * above);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken =
        if words.note.is_empty() { words.name.to_owned() } else { format!("{}, {}", words.name, words.note) };
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, &spoken));
    if response.hovered() || (ticked && words.indent == 0.0) {
        ui.painter().rect_filled(rect, 0.0, theme.chosen);
    }
    widgets::focus_ring(ui, theme, &response, rect.shrink(2.0));
    let square = Rect::from_min_size(
        pos2(rect.left() + INSET + words.indent, rect.top() + above + 3.0),
        vec2(BOX, BOX),
    );
    let at = pos2(rect.left() + left, rect.top() + above);
    ui.painter().rect_stroke(square, 2.0, Stroke::new(1.2, color), StrokeKind::Inside);
    if ticked {
        let hook = [(3.0, 6.8), (5.6, 9.4), (10.2, 3.8)].map(|(x, y)| square.min + vec2(x, y));
        ui.painter().line(hook.to_vec(), Stroke::new(1.6, theme.accent));
    }
    let below = name.size().y;
    ui.painter().galley(at, name, color);
    if let Some(note) = note {
        ui.painter().galley(at + vec2(0.0, below), note, theme.quiet);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
