//! A choice among a few things, each in a frame of its own.

use egui::{
    CornerRadius, CursorIcon, FontFamily, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::Theme;
use super::lines;
use super::type_scale::{self, TypeStyle};
use super::widgets::focus_ring;

/// One thing to choose.
#[derive(Clone, Debug, Default)]
pub struct Choice<'a> {
    /// What it is called.
    pub name: &'a str,
    /// A face to set the name in: a sample of what is chosen.
    pub sample: Option<FontFamily>,
    /// Themes to show a sample of: one, or two where it may be either.
    pub swatch: Vec<&'a Theme>,
}

const PADDING: f32 = 12.0;
const HEIGHT: f32 = 32.0;
const SWATCH: f32 = 16.0;
const ROUND: f32 = 5.0;

/// Draws the choices, wrapped where the room is narrow; returns the index of the one that was
/// picked.
pub fn choices(
    ui: &mut Ui,
    theme: &Theme,
    group: &str,
    choices: &[Choice<'_>],
    chosen: usize,
) -> Option<usize> {
    let builder = UiBuilder::new().id_salt(group).accessibility_role(Role::RadioGroup);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(group));
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.horizontal_wrapped(|ui| {
            let mut picked = None;
            for (index, choice) in choices.iter().enumerate() {
                if one(ui, theme, choice, index == chosen).clicked() {
                    picked = Some(index);
                }
            }
            picked
        })
        .inner
    })
    .inner
}

fn one(ui: &mut Ui, theme: &Theme, choice: &Choice<'_>, chosen: bool) -> Response {
    let before = if choice.swatch.is_empty() { 0.0 } else { SWATCH + 8.0 };
    let most = ui.max_rect().width() - 2.0 * PADDING - before;
    let words = |set: TypeStyle| {
        let mut format = set.format(theme.ink);
        if let Some(sample) = &choice.sample {
            format.font_id = egui::FontId::new(14.0, sample.clone());
        }
        let mut job = egui::text::LayoutJob::single_section(choice.name.to_owned(), format);
        job.wrap.max_width = most;
        lines::laid(ui, job)
    };
    // As wide when it is not chosen as when it is, so that nothing shifts.
    let strong = words(type_scale::LABEL_STRONG);
    let words = if chosen { strong.clone() } else { words(type_scale::LABEL) };
    let size = vec2(strong.size().x + 2.0 * PADDING + before, HEIGHT.max(strong.size().y + 12.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, choice.name));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, ROUND, theme.chosen);
    }
    let frame = if chosen { Stroke::new(1.5, theme.accent) } else { Stroke::new(1.0, theme.line) };
    ui.painter().rect_stroke(rect, ROUND, frame, StrokeKind::Inside);
    focus_ring(ui, theme, &response, rect.expand(3.0));
    paint_swatch(ui, theme, rect, &choice.swatch);
    let at = pos2(
        rect.left() + PADDING + before + (strong.size().x - words.size().x) / 2.0,
        rect.center().y - words.size().y / 2.0,
    );
    let color = if chosen || response.hovered() { theme.ink } else { theme.quiet };
    ui.painter().galley_with_override_text_color(at, words, color);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The page's colour with a stroke of its text's; two themes share the square.
fn paint_swatch(ui: &Ui, theme: &Theme, choice: Rect, swatch: &[&Theme]) {
    let square = Rect::from_min_size(
        pos2(choice.left() + PADDING, choice.center().y - SWATCH / 2.0),
        vec2(SWATCH, SWATCH),
    );
    let width = SWATCH / swatch.len().max(1) as f32;
    for (index, shown) in swatch.iter().enumerate() {
        let left = square.left() + index as f32 * width;
        let part = Rect::from_min_size(pos2(left, square.top()), vec2(width, SWATCH));
        let (first, last) = (index == 0, index + 1 == swatch.len());
        let round = |yes: bool| if yes { 3 } else { 0 };
        let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
        ui.painter().rect_filled(part, corners, shown.page);
        for line in 0..3_u8 {
            let y = square.top() + 4.5 + 3.5 * f32::from(line);
            ui.painter().hline(part.left() + 3.0..=part.right() - 3.0, y, Stroke::new(1.0, shown.ink));
        }
    }
    if !swatch.is_empty() {
        ui.painter().rect_stroke(square, 3.0, Stroke::new(1.0, theme.neutral), StrokeKind::Outside);
    }
}

/// A button in the same frame; `name` is what it is called where `words` are a sign.
pub fn framed_button(ui: &mut Ui, theme: &Theme, words: &str, name: &str, enabled: bool) -> Response {
    let color = if enabled { theme.ink } else { theme.quiet };
    let galley = super::widgets::galley(ui, words, type_scale::LABEL, color, f32::INFINITY);
    let size = vec2((galley.size().x + 2.0 * PADDING).max(HEIGHT), HEIGHT);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, ROUND, theme.chosen);
    }
    ui.painter().rect_stroke(rect, ROUND, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    focus_ring(ui, theme, &response, rect.expand(3.0));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}
