//! Pictures of the bundle, and of nowhere else.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{ColorImage, Role, Sense, TextureHandle, TextureOptions, Ui, vec2};
use resvg::{tiny_skia, usvg};

use crate::bundle::Bundle;
use crate::ui::widgets;
use crate::ui::{Theme, fonts, type_scale};

/// Decoded pictures, by path; `None` for one that cannot be shown.
#[derive(Default)]
pub struct Pictures {
    textures: HashMap<String, Option<TextureHandle>>,
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

/// Wider pictures are drawn at this many pixels.
const WIDEST: u32 = 1_600;

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
    let texture = pictures.textures.entry(path.to_owned()).or_insert_with(|| {
        let image = decode(path, bundle.media.get(path)?)?;
        Some(ui.ctx().load_texture(path, image, TextureOptions::LINEAR))
    });
    let Some(texture) = texture else {
        widgets::text(ui, &instead(path, alt), type_scale::LABEL, theme.quiet);
        return;
    };
    let natural = texture.size_vec2();
    let scale = (ui.available_width() / natural.x).min(1.0);
    let (rect, response) = ui.allocate_exact_size(natural * scale, Sense::hover());
    let whole = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, whole, egui::Color32::WHITE);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Image);
        node.set_label(alt);
    });
    if !title.is_empty() {
        ui.add_space(6.0);
        widgets::text(ui, title, type_scale::SECONDARY, theme.quiet);
    }
}

fn decode(path: &str, bytes: &[u8]) -> Option<ColorImage> {
    if std::path::Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        return decode_svg(bytes);
    }
    let image = image::load_from_memory(bytes).ok()?;
    let image = if image.width() > WIDEST { image.thumbnail(WIDEST, u32::MAX) } else { image };
    let rgba = image.into_rgba8();
    let size = [rgba.width() as usize, rgba.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, &rgba))
}

fn decode_svg(bytes: &[u8]) -> Option<ColorImage> {
    let mut options = usvg::Options::default();
    // A picture may name files and addresses; none of them is followed.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    for font in fonts::files() {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    let tree = usvg::Tree::from_data(bytes, &options).ok()?;
    let scale = 2.0_f32.min(WIDEST as f32 / tree.size().width());
    let size = vec2(tree.size().width(), tree.size().height()) * scale;
    let mut pixels = tiny_skia::Pixmap::new(size.x.ceil() as u32, size.y.ceil() as u32)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let size = [pixels.width() as usize, pixels.height() as usize];
    Some(ColorImage::from_rgba_premultiplied(size, pixels.data()))
}
