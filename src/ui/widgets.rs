//! Small widgets of the chrome, each with a name that a screen reader reads.

use egui::{
    Color32, CursorIcon, Galley, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use super::type_scale::{self, TypeStyle};
use super::{Theme, spoken};

/// Lays out one line, or several where `width` is given.
#[must_use]
pub fn galley(ui: &Ui, text: &str, set: TypeStyle, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), set.format(color));
    job.wrap.max_width = width;
    super::right_to_left::laid(ui, job)
}

/// Text that takes up its own room and wraps at the room there is.
pub fn text(ui: &mut Ui, text: &str, set: TypeStyle, color: Color32) -> Response {
    let galley = galley(ui, text, set, color, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// Draws what hangs over the column's edges by so much, so that the words of its buttons, and not their
/// edges, stand where other words do. The column itself stays as wide as it is.
pub fn hanging<R>(ui: &mut Ui, salt: &str, by: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let builder = UiBuilder::new().max_rect(room.expand2(vec2(by, 0.0))).id_salt(salt);
    let mut child = ui.new_child(builder);
    let shown = content(&mut child);
    ui.advance_cursor_after_rect(room.with_max_y(child.min_rect().bottom()));
    shown
}

/// Text that is a heading of a level for screen readers. Takes room as [`text`] does.
pub fn heading(ui: &mut Ui, text: &str, set: TypeStyle, color: Color32, level: usize) -> Response {
    heading_called(ui, text, text, set, color, level)
}

/// The same, where a screen reader calls it by a fuller name.
pub fn heading_called(
    ui: &mut Ui,
    text: &str,
    name: &str,
    set: TypeStyle,
    color: Color32,
    level: usize,
) -> Response {
    let galley = galley(ui, text, set, color, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    speak_heading(&response, name, level);
    response
}

/// Gives what was drawn as a heading its role, name and level.
pub fn speak_heading(response: &Response, name: &str, level: usize) {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let system = response.ctx.os();
    response.ctx.accesskit_node_builder(response.id, |node| spoken::heading_level(node, level, system));
}

/// A hairline over the width there is.
pub fn hairline(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, theme.line));
}

/// The line under a text field: in the accent while it has the keyboard.
#[must_use]
pub fn field_line(theme: &Theme, has_focus: bool) -> Stroke {
    Stroke::new(1.0, if has_focus { theme.accent } else { theme.neutral })
}

/// What a text field that filters needs beside its looks: a name, and that Escape clears it before
/// it gives the keyboard away.
pub fn is_filter(field: &Response, name: &str, words: &mut String) {
    field.ctx.accesskit_node_builder(field.id, |node| node.set_label(name));
    // egui takes the keyboard away at Escape before anyone is asked.
    if field.lost_focus() && !words.is_empty() && field.ctx.input(|input| input.key_pressed(Key::Escape)) {
        words.clear();
        field.request_focus();
    }
}

/// A button that is only its words until it is pointed at.
pub fn quiet_button(ui: &mut Ui, theme: &Theme, label: &str, set: TypeStyle, padding: Vec2) -> Response {
    quiet_button_with(ui, theme, label, set, padding, None)
}

/// The same with a sign that says that a menu unfolds.
pub fn menu_button(ui: &mut Ui, theme: &Theme, label: &str, set: TypeStyle, padding: Vec2) -> Response {
    quiet_button_with(ui, theme, label, set, padding, Some(Icon::Down))
}

fn quiet_button_with(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    set: TypeStyle,
    padding: Vec2,
    sign: Option<Icon>,
) -> Response {
    let galley = galley(ui, label, set, theme.quiet, f32::INFINITY);
    let after = if sign.is_some() { 16.0 } else { 0.0 };
    let size = galley.size() + 2.0 * padding + vec2(after, 0.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let lit = response.hovered() || response.has_focus();
    if lit {
        ui.painter().rect_filled(rect, 4.0, theme.chosen);
    }
    focus_ring(ui, theme, &response, rect);
    let color = if lit { theme.ink } else { theme.quiet };
    if let Some(sign) = sign {
        let middle = pos2(rect.right() - padding.x - 5.0, rect.center().y + 0.5);
        sign.paint(ui, Rect::from_center_size(middle, vec2(after, after)), color);
    }
    ui.painter().galley_with_override_text_color(rect.min + padding, galley, color);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A small square button with a drawn sign and a spoken name.
pub fn icon_button(ui: &mut Ui, theme: &Theme, name: &str, icon: Icon, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 26.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let lit = enabled && (response.hovered() || response.has_focus());
    if lit {
        ui.painter().rect_filled(rect, 4.0, theme.chosen);
    }
    focus_ring(ui, theme, &response, rect);
    let color = match (enabled, lit) {
        (false, _) => theme.line,
        (true, true) => theme.ink,
        (true, false) => theme.quiet,
    };
    icon.paint(ui, rect, color);
    // A hover text would be a description too, and the name be heard twice.
    response.on_hover_ui(|ui| {
        ui.label(name);
    })
}

/// The signs of the chrome, drawn so that no face has to carry them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Go back.
    Back,
    /// Go forward.
    Forward,
    /// Unfold, or the next one.
    Down,
    /// The one before.
    Up,
    /// Close.
    Cross,
    /// Light and dark.
    Theme,
    /// A looking glass.
    Search,
    /// The outline's column.
    Outline,
    /// The margin's column.
    Margin,
    /// A chart.
    Chart,
    /// A call to action.
    Call,
    /// A note.
    Note,
}

impl Icon {
    /// Draws the sign in the middle of `rect`.
    pub fn paint(self, ui: &Ui, rect: Rect, color: Color32) {
        let painter = ui.painter();
        let stroke = Stroke::new(1.4, color);
        let middle = rect.center();
        let polyline = |points: &[(f32, f32)]| {
            painter.line(points.iter().map(|(x, y)| middle + vec2(*x, *y)).collect(), stroke);
        };
        match self {
            Icon::Back => polyline(&[(2.0, -4.5), (-2.5, 0.0), (2.0, 4.5)]),
            Icon::Forward => polyline(&[(-2.0, -4.5), (2.5, 0.0), (-2.0, 4.5)]),
            Icon::Down => polyline(&[(-4.0, -2.0), (0.0, 2.0), (4.0, -2.0)]),
            Icon::Up => polyline(&[(-4.0, 2.0), (0.0, -2.0), (4.0, 2.0)]),
            Icon::Cross => {
                polyline(&[(-4.0, -4.0), (4.0, 4.0)]);
                polyline(&[(-4.0, 4.0), (4.0, -4.0)]);
            }
            Icon::Theme => {
                painter.circle_stroke(middle, 5.0, stroke);
                let half = (0..=16).map(|step| {
                    let angle = std::f32::consts::PI * step as f32 / 16.0;
                    middle + 5.0 * vec2(angle.sin(), -angle.cos())
                });
                painter.add(egui::Shape::convex_polygon(half.collect(), color, Stroke::NONE));
            }
            Icon::Search => {
                painter.circle_stroke(middle - vec2(1.2, 1.2), 4.2, stroke);
                polyline(&[(2.0, 2.0), (5.4, 5.4)]);
            }
            Icon::Chart => {
                for (y, length) in [(-3.5, 10.0), (0.0, 6.0), (3.5, 3.0)] {
                    painter.hline(
                        middle.x - 5.0..=middle.x - 5.0 + length,
                        middle.y + y,
                        Stroke::new(2.0, color),
                    );
                }
            }
            // A pencil.
            Icon::Note => {
                polyline(&[(-4.5, 4.5), (-3.7, 1.6), (2.2, -4.3), (4.3, -2.2), (-1.6, 3.7), (-4.5, 4.5)]);
                polyline(&[(0.6, -2.7), (2.7, -0.6)]);
            }
            // A pennant.
            Icon::Call => {
                painter.vline(middle.x - 3.0, middle.y - 5.0..=middle.y + 5.0, stroke);
                let cloth = [(-3.0, -5.0), (4.5, -2.0), (-3.0, 1.0)];
                let cloth = cloth.map(|(x, y)| middle + vec2(x, y)).to_vec();
                painter.add(egui::Shape::convex_polygon(cloth, color, Stroke::NONE));
            }
            Icon::Outline | Icon::Margin => {
                let frame = Rect::from_center_size(middle, vec2(13.0, 11.0));
                painter.rect_stroke(frame, 2.0, stroke, StrokeKind::Middle);
                let x = if self == Icon::Outline { frame.left() + 4.5 } else { frame.right() - 4.5 };
                painter.vline(x, frame.y_range(), stroke);
            }
        }
    }
}

/// One of several, side by side in one frame. Returns the index that was clicked.
pub fn segments(ui: &mut Ui, theme: &Theme, labels: &[&str], chosen: usize) -> Option<usize> {
    segments_placed(ui, theme, labels, chosen, theme.chosen).clicked
}

/// What became of [`segments`].
pub struct Segments {
    /// The index that was clicked.
    pub clicked: Option<usize>,
    /// Where each stands.
    pub places: Vec<Rect>,
}

/// [`segments`], and where each of them stands; `ground` is behind the chosen one.
pub fn segments_placed(
    ui: &mut Ui,
    theme: &Theme,
    labels: &[&str],
    chosen: usize,
    ground: Color32,
) -> Segments {
    let padding = vec2(13.0, 4.0);
    let set = |index: usize| if index == chosen { type_scale::LABEL_STRONG } else { type_scale::LABEL };
    let galleys: Vec<_> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| galley(ui, label, set(index), theme.quiet, f32::INFINITY))
        .collect();
    let width: f32 = galleys.iter().map(|galley| galley.size().x + 2.0 * padding.x).sum();
    let (frame, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    let mut clicked = None;
    let mut places = Vec::new();
    let mut left = frame.left();
    for (index, (label, galley)) in labels.iter().zip(galleys).enumerate() {
        let rect = Rect::from_min_size(
            pos2(left, frame.top()),
            vec2(galley.size().x + 2.0 * padding.x, frame.height()),
        );
        left = rect.right();
        places.push(rect);
        let response = ui.interact(rect, ui.scope_id().with(("segment", *label)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, index == chosen, *label));
        if index == chosen {
            ui.painter().rect_filled(rect.shrink(0.5), 5.0, ground);
        }
        focus_ring(ui, theme, &response, rect);
        let color = if index == chosen || response.hovered() { theme.ink } else { theme.quiet };
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley_with_override_text_color(at, galley, color);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            clicked = Some(index);
        }
    }
    ui.painter().rect_stroke(frame, 5.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    Segments { clicked, places }
}

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect) {
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
    }
}
