//! How things look, as choices: the Settings view and the menu of the bar show the same ones.

use egui::{Align, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{Settings, TextSize};
use crate::ui::choices::{Choice, choices, framed_button};
use crate::ui::widgets::galley;
use crate::ui::{LineLength, ReducedMotion, TextFace, ThemeChoice, ThemeName, type_scale};
use crate::view::actions::{Action, Command, Setting};
use crate::view::context::ViewContext;

impl Settings {
    /// Which colours.
    pub fn choose_theme(self, ui: &mut Ui, cx: &mut ViewContext<'_>) {
        let offered = ThemeChoice::ALL.map(|choice| Choice {
            name: choice.name(),
            swatch: match choice {
                ThemeChoice::System => vec![ThemeName::Paper.theme(), ThemeName::Ink.theme()],
                _ => vec![choice.theme(crate::ui::SystemLook::default()).theme()],
            },
            sample: None,
        });
        let picked = choices(ui, cx.theme, "Theme", &offered, place(&ThemeChoice::ALL, self.theme));
        cx.actions.extend(picked.map(|index| Action::Set(Setting::Theme(ThemeChoice::ALL[index]))));
    }

    /// What articles are set in.
    pub fn choose_face(self, ui: &mut Ui, cx: &mut ViewContext<'_>) {
        let offered = TextFace::ALL.map(|face| Choice {
            name: face.name(),
            sample: Some(face.sample()),
            ..Choice::default()
        });
        let picked = choices(ui, cx.theme, "Typeface", &offered, place(&TextFace::ALL, self.face));
        cx.actions.extend(picked.map(|index| Action::Set(Setting::Face(TextFace::ALL[index]))));
    }

    /// How wide they are set.
    pub fn choose_line_length(self, ui: &mut Ui, cx: &mut ViewContext<'_>) {
        let offered = LineLength::ALL.map(|length| Choice { name: length.name(), ..Choice::default() });
        let picked =
            choices(ui, cx.theme, "Line length", &offered, place(&LineLength::ALL, self.line_length));
        cx.actions.extend(picked.map(|index| Action::Set(Setting::LineLength(LineLength::ALL[index]))));
    }

    /// Whether to do without motion.
    pub fn choose_motion(self, ui: &mut Ui, cx: &mut ViewContext<'_>) {
        let offered = ReducedMotion::ALL.map(|motion| Choice { name: motion.name(), ..Choice::default() });
        let chosen = place(&ReducedMotion::ALL, self.reduced_motion);
        let picked = choices(ui, cx.theme, "Reduced motion", &offered, chosen);
        cx.actions.extend(picked.map(|index| Action::Set(Setting::ReducedMotion(ReducedMotion::ALL[index]))));
    }

    /// Smaller, the size, larger, back to normal.
    pub fn choose_text_size(self, ui: &mut Ui, cx: &mut ViewContext<'_>) {
        let builder = UiBuilder::new()
            .id_salt("text size")
            .layout(Layout::left_to_right(Align::Center))
            .accessibility_role(Role::Group);
        let room = vec2(ui.available_width(), 32.0);
        ui.allocate_ui(room, |ui| {
            ui.scope_builder(builder, |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Text size"));
                ui.spacing_mut().item_spacing.x = 8.0;
                let mut offer = |ui: &mut Ui, sign: &str, command: Command, enabled: bool| {
                    if framed_button(ui, cx.theme, sign, command.name(), enabled).clicked() {
                        cx.actions.push(Action::Do(command));
                    }
                };
                let percent = self.text_size.percent();
                offer(ui, "−", Command::SmallerText, percent > *TextSize::RANGE.start());
                let words = format!("{percent}%");
                let value = galley(ui, &words, type_scale::LABEL_STRONG, cx.theme.ink, f32::INFINITY);
                let (rect, response) = ui.allocate_exact_size(vec2(44.0, 32.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
                ui.painter().galley(rect.center() - value.size() / 2.0, value, cx.theme.ink);
                offer(ui, "+", Command::LargerText, percent < *TextSize::RANGE.end());
                if ui.available_width() > 80.0 {
                    offer(ui, "100%", Command::NormalText, self.text_size != TextSize::default());
                }
            });
        });
    }
}

fn place<T: Copy + PartialEq>(all: &[T], chosen: T) -> usize {
    all.iter().position(|one| *one == chosen).unwrap_or(usize::MAX)
}
