//! How things look, as choices: the Settings view and the menu of the bar show the same ones.

use egui::{Align, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{Settings, TextSize};
use crate::ui::choices::{Choice, choices, framed_button};
use crate::ui::widgets::galley;
use crate::ui::{LineLength, ReducedMotion, TextFace, Theme, ThemeChoice, ThemeName, type_scale};
use crate::view::actions::{Action, Command, Setting};

impl Settings {
    /// Which colours.
    pub fn choose_theme(self, ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
        let offered = ThemeChoice::ALL.map(|choice| Choice {
            name: choice.name(),
            swatch: match choice {
                ThemeChoice::System => vec![ThemeName::Paper.theme(), ThemeName::Ink.theme()],
                _ => vec![choice.theme(crate::ui::SystemLook::default()).theme()],
            },
            sample: None,
        });
        let picked = choices(ui, theme, "Theme", &offered, place(&ThemeChoice::ALL, self.theme));
        actions.extend(picked.map(|index| Action::Set(Setting::Theme(ThemeChoice::ALL[index]))));
    }

    /// What articles are set in.
    pub fn choose_face(self, ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
        let offered = TextFace::ALL.map(|face| Choice {
            name: face.name(),
            sample: Some(face.sample()),
            ..Choice::default()
        });
        let picked = choices(ui, theme, "Typeface", &offered, place(&TextFace::ALL, self.face));
        actions.extend(picked.map(|index| Action::Set(Setting::Face(TextFace::ALL[index]))));
    }

    /// How wide they are set.
    pub fn choose_line_length(self, ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
        let offered = LineLength::ALL.map(|length| Choice { name: length.name(), ..Choice::default() });
        let picked = choices(ui, theme, "Line length", &offered, place(&LineLength::ALL, self.line_length));
        actions.extend(picked.map(|index| Action::Set(Setting::LineLength(LineLength::ALL[index]))));
    }

    /// Whether to do without motion.
    pub fn choose_motion(self, ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
        let offered = ReducedMotion::ALL.map(|motion| Choice { name: motion.name(), ..Choice::default() });
        let chosen = place(&ReducedMotion::ALL, self.reduced_motion);
        let picked = choices(ui, theme, "Reduced motion", &offered, chosen);
        actions.extend(picked.map(|index| Action::Set(Setting::ReducedMotion(ReducedMotion::ALL[index]))));
    }

    /// Smaller, the size, larger, back to normal.
    pub fn choose_text_size(self, ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
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
                    if framed_button(ui, theme, sign, command.name(), enabled).clicked() {
                        actions.push(Action::Do(command));
                    }
                };
                let percent = self.text_size.percent();
                offer(ui, "−", Command::SmallerText, percent > *TextSize::RANGE.start());
                let words = format!("{percent}%");
                let value = galley(ui, &words, type_scale::LABEL_STRONG, theme.ink, f32::INFINITY);
                let (rect, response) = ui.allocate_exact_size(vec2(44.0, 32.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
                ui.painter().galley(rect.center() - value.size() / 2.0, value, theme.ink);
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
