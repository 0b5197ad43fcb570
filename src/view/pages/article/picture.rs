//! Pictures of the bundle, and of nowhere else.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, vec2};

use super::picture_pixels::decode;
use crate::bundle::Bundle;
use crate::ui::clear_ground::Ink;
use crate::ui::{Theme, type_scale, widgets};

/// Decoded pictures, by path; `None` for one that cannot be shown.
#[derive(Default)]
pub struct Pictures {
    textures: HashMap<String, Option<Decoded>>,
}

/// A picture that can be shown.
struct Decoded {
    texture: TextureHandle,
    /// Of a picture with a clear ground.
    ink: Option<Ink>,
    /// The page it was last shown on, and what is laid behind it there.
    ground: Option<(Color32, Option<Color32>)>,
}

impl Decoded {
    fn ground(&mut self, theme: &Theme) -> Option<Color32> {
        let ink = self.ink.as_ref()?;
        match self.ground {
            Some((page, ground)) if page == theme.page => ground,
            _ => self.ground.insert((theme.page, ink.ground(theme))).1,
        }
    }
}

impl Pictures {
    /// The words that stand in a picture's place, where it is not there or has turned out to be none.
    pub fn missing(&self, bundle: &Bundle, path: &str, alt: &str) -> Option<String> {
        let broken = matches!(self.textures.get(path), Some(None));
        (broken || !bundle.media.contains_key(path)).then(|| instead(path, alt))
    }
}

fn instead(path: &str, alt: &str) -> String {
    if alt.is_empty() { format!("Picture: {path}") } else { format!("Picture: {alt}") }
}

/// Room about a picture that is laid on a ground of its own.
const MARGIN: f32 = 10.0;

/// Draws the picture with its title as a caption, or its alternative text where it cannot be shown.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Arc<Bundle>,
    pictures: &mut Pictures,
    path: &str,
    alt: &str,
    title: &str,
) {
    let decoded = pictures.textures.entry(path.to_owned()).or_insert_with(|| {
        let image = decode(ui.ctx(), bundle.media.get(path)?)?;
        let ink = Ink::of(&image);
        let texture = ui.ctx().load_texture(path, image, TextureOptions::LINEAR);
        Some(Decoded { texture, ink, ground: None })
    });
    let Some(decoded) = decoded else {
        widgets::text(ui, &instead(path, alt), type_scale::LABEL, theme.quiet);
        return;
    };
    let ground = decoded.ground(theme);
    let margin = if ground.is_some() { MARGIN } else { 0.0 };
    let natural = decoded.texture.size_vec2();
    let scale = ((ui.available_width() - 2.0 * margin) / natural.x).clamp(0.0, 1.0);
    let room = natural * scale + vec2(2.0 * margin, 2.0 * margin);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 4.0, ground);
    }
    let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
    ui.painter().image(decoded.texture.id(), rect.shrink(margin), whole, Color32::WHITE);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Image);
        node.set_label(alt);
    });
    if !title.is_empty() {
        ui.add_space(6.0);
        widgets::text(ui, title, type_scale::SECONDARY, theme.quiet);
    }
}
