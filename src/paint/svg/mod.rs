//! egui's shapes as SVG: text stays text, everything else becomes vectors. It knows nothing of
//! what is drawn.

mod element;
mod shapes;
mod text;
pub mod xml;

use std::fmt::Write;

use egui::epaint::ClippedShape;
use egui::{Color32, Pos2, Rect, Shape};

use super::stage::{Laid, Named};
use element::{Body, Element};
use xml::{attribute, escape, measure, number};

/// What an SVG document says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Letters, digits and hyphens; keeps the names in this document apart from those in another
    /// on the same page.
    pub id: &'a str,
    /// A few words.
    pub title: &'a str,
    /// All that can be seen, in sentences.
    pub description: &'a str,
    /// BCP 47; empty where it is not known.
    pub language: &'a str,
}

/// An element, with the number of the clip that it is seen through.
type Clipped = (Option<usize>, Element);

impl Laid {
    /// The drawing in vectors.
    #[must_use]
    pub fn svg(&self, about: &About<'_>, background: Color32) -> String {
        write(self, about, background)
    }
}

/// Writes the about. Pictures in textures and paint callbacks are left out: they are no vectors.
#[must_use]
pub fn write(laid: &Laid, about: &About<'_>, background: Color32) -> String {
    let page = Rect::from_min_size(Pos2::ZERO, laid.size);
    let mut leaves = Vec::new();
    // A stage has no layers that are moved after they are drawn.
    for ClippedShape { clip_rect, shape, .. } in &laid.shapes {
        flatten(shape, *clip_rect, &mut leaves);
    }
    let mut clips = Vec::new();
    // What has no name stands behind what has one.
    let mut groups: Vec<(Option<&str>, Vec<Clipped>)> = vec![(None, Vec::new())];
    groups.extend(laid.named.iter().map(|named| (Some(named.name.as_str()), Vec::new())));
    for (shape, clip) in leaves {
        let room = shape.visual_bounding_rect();
        if !room.intersects(clip) || !room.intersects(page) {
            continue;
        }
        let clip = (!clip.expand(0.5).contains_rect(room)).then(|| number_of(&mut clips, clip));
        let group = home(room, &laid.named).map_or(0, |index| index + 1);
        let elements = match shape {
            Shape::Text(words) => text::elements(words, laid.pixels_per_point),
            shape => shapes::elements(shape, laid.pixels_per_point),
        };
        groups[group].1.extend(elements.into_iter().map(|element| (clip, element)));
    }

    let mut out = String::with_capacity(16_384);
    head(&mut out, laid, about, background, &clips);
    for (name, elements) in &groups {
        if elements.is_empty() {
            continue;
        }
        if let Some(name) = name {
            let _ = writeln!(out, "<g><title>{}</title>", escape(name));
        }
        put_all(&mut out, about.id, elements);
        if name.is_some() {
            out += "</g>\n";
        }
    }
    out += "</svg>\n";
    out
}

fn flatten<'a>(shape: &'a Shape, clip: Rect, leaves: &mut Vec<(&'a Shape, Rect)>) {
    match shape {
        Shape::Vec(inside) => inside.iter().for_each(|shape| flatten(shape, clip, leaves)),
        Shape::Noop => {}
        shape => leaves.push((shape, clip)),
    }
}

/// The smallest named part that holds what stands in `room`.
fn home(room: Rect, named: &[Named]) -> Option<usize> {
    let holds = |part: &Rect| part.expand(1.0).contains_rect(room) && part.contains(room.center());
    let parts = named.iter().enumerate().filter(|(_, part)| holds(&part.rect));
    parts.min_by(|(_, a), (_, b)| a.rect.area().total_cmp(&b.rect.area())).map(|(index, _)| index)
}

fn number_of(clips: &mut Vec<Rect>, clip: Rect) -> usize {
    clips.iter().position(|known| *known == clip).unwrap_or_else(|| {
        clips.push(clip);
        clips.len() - 1
    })
}

fn head(out: &mut String, laid: &Laid, about: &About<'_>, background: Color32, clips: &[Rect]) {
    let Laid { size, pixels_per_point, .. } = laid;
    let id = about.id;
    *out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    measure(out, "width", size.x * pixels_per_point);
    measure(out, "height", size.y * pixels_per_point);
    attribute(out, "viewBox", &format!("0 0 {} {}", number(size.x), number(size.y)));
    if !about.language.is_empty() {
        attribute(out, "xml:lang", about.language);
    }
    attribute(out, "role", "img");
    attribute(out, "font-family", &text::usual_face());
    attribute(out, "aria-labelledby", &format!("{id}-title {id}-desc"));
    *out += ">\n";
    let _ = writeln!(out, "<title id=\"{id}-title\">{}</title>", escape(about.title));
    let _ = writeln!(out, "<desc id=\"{id}-desc\">{}</desc>", escape(about.description));
    if !clips.is_empty() {
        *out += "<defs>\n";
        for (index, clip) in clips.iter().enumerate() {
            let _ = write!(out, "<clipPath id=\"{id}-clip-{index}\">");
            *out += &shapes::plain_rect(clip.intersect(Rect::from_min_size(Pos2::ZERO, *size)));
            *out += "</clipPath>\n";
        }
        *out += "</defs>\n";
    }
    let behind = Shape::rect_filled(Rect::from_min_size(Pos2::ZERO, *size), 0.0, background);
    for element in shapes::elements(&behind, *pixels_per_point) {
        put(out, &element);
    }
}

/// Neighbours that are painted alike become one path: the stripes of a hatching.
fn put_all(out: &mut String, id: &str, elements: &[Clipped]) {
    for of_one_clip in elements.chunk_by(|(a, _), (b, _)| a == b) {
        if let (Some(index), _) = of_one_clip[0] {
            let _ = writeln!(out, "<g clip-path=\"url(#{id}-clip-{index})\">");
        }
        let alike = |a: &Element, b: &Element| {
            matches!((&a.body, &b.body), (Body::Path(_), Body::Path(_))) && a.paint == b.paint
        };
        for run in of_one_clip.chunk_by(|(_, a), (_, b)| alike(a, b)) {
            match &run[0].1.body {
                Body::Whole(_) => put(out, &run[0].1),
                Body::Path(_) => {
                    let data: String = run.iter().map(|(_, element)| element.body.data()).collect();
                    put(out, &Element { paint: run[0].1.paint.clone(), body: Body::Path(data) });
                }
            }
        }
        if of_one_clip[0].0.is_some() {
            *out += "</g>\n";
        }
    }
}

fn put(out: &mut String, element: &Element) {
    let _ = match &element.body {
        Body::Path(data) => writeln!(out, "<path d=\"{data}\"{}/>", element.paint.0),
        Body::Whole(whole) => writeln!(out, "{whole}"),
    };
}
