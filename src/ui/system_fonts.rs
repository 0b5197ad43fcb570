//! Faces of the system, for scripts that the bundled ones lack.

use std::sync::{Arc, OnceLock};

use egui::{Context, FallbackRequest, FontData, FontFamily, FontInsert, FontProvider, Id};
use egui_system_font_provider::SystemFontProvider;

/// Lets egui take faces of the system for signs that no bundled face has.
pub fn allow(ctx: &Context) {
    let fonts = Arc::new(SystemFonts::default());
    ctx.data_mut(|data| data.insert_temp(kept(), Arc::clone(&fonts)));
    ctx.add_font_provider(fonts);
}

/// A face of the system for a sign that no bundled face has, for whatever sets text without egui;
/// `None` where they were not allowed, or none has it.
#[must_use]
pub fn face_with(ctx: &Context, sign: char) -> Option<FontData> {
    let fonts: Arc<SystemFonts> = ctx.data(|data| data.get_temp(kept()))?;
    let mut buffer = [0; 4];
    let request =
        FallbackRequest { cluster: sign.encode_utf8(&mut buffer), family: &FontFamily::Proportional };
    fonts.font_for(&request).map(|found| found.data)
}

fn kept() -> Id {
    Id::unique("faces of the system")
}

/// Looks through the system's faces when the first sign is missing and not before: that takes a
/// while on machines with many, and most briefings never need it.
#[derive(Default)]
struct SystemFonts(OnceLock<SystemFontProvider>);

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0.get_or_init(SystemFontProvider::new).font_for(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_asked_only_when_a_sign_is_missing() {
        let ctx = Context::default();
        ctx.set_fonts(crate::ui::fonts::definitions());
        let fonts = Arc::new(SystemFonts::default());
        ctx.add_font_provider(fonts.clone());
        let draw = |text: &str| {
            ctx.run_ui(egui::RawInput::default(), |ui| drop(ui.label(text))).textures_delta.clear();
        };
        draw("Latin, ελληνικά, кириллица → “62%” \u{fffd}");
        assert!(fonts.0.get().is_none(), "the bundled faces have all of it");
        draw("हिन्दी");
        assert!(fonts.0.get().is_some());
    }
}
