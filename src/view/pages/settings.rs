//! The Settings view: how things look. Each change shows at once.

use egui::{Rangef, Ui};

use crate::ui::fonts::Face;
use crate::ui::lines;
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::context::ViewContext;
use crate::view::parts::appearance::Settings;
use crate::view::parts::scroll_page::ScrollPage;

/// What people try a setting on.
const SAMPLE: [(&str, Face); 5] = [
    (
        "A figure stands here as it was printed, with the question that was asked and the people who were \
      asked it. Where the source does not say, ",
        Face::Text,
    ),
    ("not stated", Face::TextItalic),
    (" is what you read: a gap is shown and never filled. “More than half” stays ", Face::Text),
    ("more than half", Face::TextSemibold),
    (", and 62% (of 1,723 people) is not the same as 62% of those who had an opinion.", Face::Text),
];

/// Draws all settings.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, page: &mut ScrollPage, chosen: Settings, column: Rangef) {
    let held = ui.ctx().format_modifiers(egui::Modifiers::COMMAND);
    let named = ("settings", "Settings", "Each change shows at once and is kept.");
    page.show(ui, cx.theme, column, named, |ui, _| {
        group(
            ui,
            cx.theme,
            "Theme",
            "As the system: paper for light, ink for dark, high contrast where more \
            contrast is asked for.",
            |ui| chosen.choose_theme(ui, cx),
        );
        group(
            ui,
            cx.theme,
            "Typeface",
            "What articles are set in. Atkinson Hyperlegible is made for people \
            with low vision: no two of its letters look alike.",
            |ui| chosen.choose_face(ui, cx),
        );
        group(
            ui,
            cx.theme,
            "Text size",
            &format!("Everything grows, from 80% to 200%. {held} and the mouse wheel do the same."),
            |ui| chosen.choose_text_size(ui, cx),
        );
        group(
            ui,
            cx.theme,
            "Line length",
            "How wide articles are set. Most people read best with 60 to 80 \
            letters in a line: medium.",
            |ui| chosen.choose_line_length(ui, cx),
        );
        group(
            ui,
            cx.theme,
            "Reduced motion",
            "Otherwise menus fade in, and a page flicked by finger runs on. \
            Without a graphics card nothing moves, unless you say never.",
            |ui| {
                chosen.choose_motion(ui, cx);
            },
        );
        hairline(ui, cx.theme);
        ui.add_space(18.0);
        widgets::heading(ui, "A passage as you will read it", type_scale::CHART_TITLE, cx.theme.ink, 2);
        ui.add_space(8.0);
        sample(ui, cx.theme);
    });
}

fn group(ui: &mut Ui, theme: &Theme, name: &str, about: &str, choose: impl FnOnce(&mut Ui)) {
    hairline(ui, theme);
    ui.add_space(18.0);
    widgets::heading(ui, name, type_scale::CHART_TITLE, theme.ink, 2);
    ui.add_space(2.0);
    widgets::text(ui, about, type_scale::LABEL, theme.quiet);
    ui.add_space(12.0);
    choose(ui);
    ui.add_space(20.0);
}

fn sample(ui: &mut Ui, theme: &Theme) {
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for (words, face) in SAMPLE {
        job.append(words, 0.0, type_scale::BODY.with_face(face).format(theme.ink));
    }
    let spoken = job.text.clone();
    let galley = lines::laid(ui, job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    ui.painter().galley(rect.min, galley, theme.ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
}
