//! A theme, as egui's own widgets understand it.

use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, Shadow, Stroke, Style, TextStyle, Vec2, Visuals};

use super::{Theme, type_scale};

/// How egui goes about things, beyond its colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether things move: menus and scroll bars fade in, and a page that was flicked runs on.
    /// (egui 0.37 eases each notch of a mouse wheel over a tenth of a second, and lets nobody turn
    /// that off.)
    pub motion: bool,
    /// Whether the window's frame is as the system has it, and not as the theme is.
    pub system_frame: bool,
}

/// Sets egui's style to the theme.
pub fn apply(ctx: &Context, theme: &Theme, manner: Manner) {
    let mut style = Style { visuals: visuals(theme), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, type_scale::SECONDARY),
        (TextStyle::Body, type_scale::LABEL),
        (TextStyle::Button, type_scale::LABEL),
        (TextStyle::Heading, type_scale::H2),
        (TextStyle::Monospace, type_scale::CODE),
    ]
    .into_iter()
    .map(|(style, set)| (style, set.font()))
    .collect();
    style.animation_time = if manner.motion { 0.1 } else { 0.0 };
    style.spacing.item_spacing = Vec2::new(8.0, 4.0);
    style.spacing.button_padding = Vec2::new(10.0, 4.0);
    style.spacing.interact_size.y = 26.0;
    // It shows without a pointer too: how far one has come is for everybody to see.
    style.spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        dormant_handle_opacity: 0.55,
        active_handle_opacity: 0.55,
        active_background_opacity: 0.0,
        ..ScrollStyle::floating()
    };
    if !manner.motion {
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.spacing.scroll.kinetic.decay_time = 0.0;
        style.spacing.scroll.kinetic.rubber_band = false;
    }
    style.interaction.selectable_labels = false;
    ctx.all_styles_mut(|target| target.clone_from(&style));
    ctx.set_theme(match (manner.system_frame, theme.dark) {
        (true, _) => egui::ThemePreference::System,
        (false, true) => egui::ThemePreference::Dark,
        (false, false) => egui::ThemePreference::Light,
    });
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

fn visuals(theme: &Theme) -> Visuals {
    let mut visuals = if theme.dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = Some(theme.ink);
    visuals.weak_text_color = Some(theme.quiet);
    visuals.hyperlink_color = theme.accent;
    visuals.faint_bg_color = theme.side;
    visuals.extreme_bg_color = theme.page;
    visuals.text_edit_bg_color = Some(theme.page);
    visuals.code_bg_color = theme.side;
    visuals.warn_fg_color = theme.warning;
    visuals.error_fg_color = theme.warning;
    visuals.window_fill = theme.page;
    visuals.window_stroke = Stroke::new(1.0, theme.line);
    visuals.window_shadow = soft_shadow(theme);
    visuals.popup_shadow = soft_shadow(theme);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.panel_fill = theme.page;
    visuals.selection = Selection { bg_fill: theme.claim, stroke: Stroke::new(1.0, theme.accent) };
    visuals.text_cursor = TextCursorStyle { blink: false, ..visuals.text_cursor };
    visuals.widgets.noninteractive = widget(theme.page, Color32::TRANSPARENT, theme.line, theme.ink);
    visuals.widgets.inactive = widget(theme.side, Color32::TRANSPARENT, Color32::TRANSPARENT, theme.ink);
    visuals.widgets.hovered = widget(theme.chosen, theme.chosen, Color32::TRANSPARENT, theme.ink);
    visuals.widgets.active = widget(theme.chosen, theme.chosen, theme.accent, theme.ink);
    visuals.widgets.open = widget(theme.chosen, theme.chosen, Color32::TRANSPARENT, theme.ink);
    visuals
}

fn widget(fill: Color32, weak_fill: Color32, border: Color32, ink: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: weak_fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(5),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    }
}

#[expect(clippy::disallowed_methods, reason = "a shadow is black in every theme")]
fn soft_shadow(theme: &Theme) -> Shadow {
    let strength = if theme.dark { 110 } else { 36 };
    Shadow { offset: [0, 4], blur: 18, spread: 0, color: Color32::from_black_alpha(strength) }
}
