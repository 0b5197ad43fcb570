//! Laid-out text as text: one element for each row, with a span for each stretch that is set alike.

use std::fmt::Write;

use egui::emath::GuiRounding as _;
use egui::epaint::text::{ByteIndex, Glyph};
use egui::epaint::{RectShape, TextShape};
use egui::{Color32, FontFamily, Galley, Pos2, Rect, Shape, TextFormat, pos2};

use super::element::{Body, Element, Paint};
use super::shapes::{color, elements as shape_elements, rotation};
use super::xml::{attribute, escape, measure};
use crate::ui::{right_to_left, svg_faces};

/// A row, or a part of one between gaps.
struct Row<'a> {
    /// Where its baseline begins.
    at: Pos2,
    /// Whether it is read from right to left as a whole.
    leftward: bool,
    spans: Vec<Span<'a>>,
}

/// A stretch of a row that is set alike.
struct Span<'a> {
    /// As wide as its face has the words.
    room: Rect,
    words: String,
    format: &'a TextFormat,
}

/// The face of text that names no other.
pub fn usual_face() -> String {
    svg_faces::of(&FontFamily::Proportional).families
}

/// The text's elements, each placed on its own.
pub fn elements(text: &TextShape, pixels_per_point: f32) -> Vec<Element> {
    let origin = text.pos.round_to_pixels(pixels_per_point);
    let turn = rotation(text.angle, origin);
    let mut elements = Vec::new();
    for row in rows(&text.galley, origin) {
        for span in row.spans.iter().filter(|span| span.format.background != Color32::TRANSPARENT) {
            let room = span.room.expand(span.format.expand_bg);
            let behind = RectShape::filled(room, 0.0, faded(span.format.background, text));
            elements.extend(shape_elements(&Shape::Rect(behind), pixels_per_point));
        }
        elements.push(row_element(&row, text, &turn));
    }
    elements
}

fn row_element(row: &Row<'_>, text: &TextShape, turn: &str) -> Element {
    let mut out = "<text".to_owned();
    measure(&mut out, "x", row.at.x);
    measure(&mut out, "y", row.at.y);
    // Whatever shows the drawing puts its words in order; only which way the whole runs has to be said.
    let (before, after) = if row.leftward { (EMBEDDED, END_EMBEDDED) } else { ("", "") };
    if let [span] = row.spans.as_slice() {
        out += &set(span, text);
        out += turn;
        let _ = write!(out, ">{before}{}{after}", escape(&span.words));
    } else {
        out += turn;
        out.push('>');
        let last = row.spans.len() - 1;
        for (index, span) in row.spans.iter().enumerate() {
            let before = if index == 0 { before } else { "" };
            let after = if index == last { after } else { "" };
            let _ = write!(out, "<tspan{}>{before}{}{after}</tspan>", set(span, text), escape(&span.words));
        }
    }
    out += "</text>";
    Element { paint: Paint::default(), body: Body::Whole(out) }
}

/// Right-to-left embedding, and its end.
const EMBEDDED: &str = "\u{202b}";
const END_EMBEDDED: &str = "\u{202c}";

/// How words are set, as attributes.
fn set(span: &Span<'_>, text: &TextShape) -> String {
    let format = span.format;
    let mut out = String::new();
    // In another face too, the words keep to their room.
    if span.words.chars().nth(1).is_some() {
        measure(&mut out, "textLength", span.room.width());
        // Letters that are joined would be torn apart.
        if right_to_left::has_right_to_left(&span.words) {
            attribute(&mut out, "lengthAdjust", "spacingAndGlyphs");
        }
    }
    let face = svg_faces::of(&format.font_id.family);
    if face.families != usual_face() {
        attribute(&mut out, "font-family", &face.families);
    }
    measure(&mut out, "font-size", format.font_id.size);
    if face.weight != 400 {
        attribute(&mut out, "font-weight", &face.weight.to_string());
    }
    if face.italic || format.italics {
        attribute(&mut out, "font-style", "italic");
    }
    let lines = [("underline", format.underline), ("line-through", format.strikethrough)];
    let lines: Vec<&str> =
        lines.iter().filter_map(|(name, stroke)| (!stroke.is_empty()).then_some(*name)).collect();
    if !lines.is_empty() {
        attribute(&mut out, "text-decoration", &lines.join(" "));
    }
    color(&mut out, "fill", shown_color(text, format));
    out
}

fn shown_color(text: &TextShape, format: &TextFormat) -> Color32 {
    let own = if format.color == Color32::PLACEHOLDER { text.fallback_color } else { format.color };
    faded(text.override_text_color.unwrap_or(own), text)
}

fn faded(color: Color32, text: &TextShape) -> Color32 {
    if text.opacity_factor < 1.0 { color.gamma_multiply(text.opacity_factor) } else { color }
}

/// The words come from the text itself, in its own order; where they stand from its signs.
fn rows(galley: &Galley, origin: Pos2) -> Vec<Row<'_>> {
    let signs: Vec<(usize, char)> = galley.job.text.char_indices().collect();
    let mut rows = Vec::new();
    let mut next = 0;
    let leftward = right_to_left::is_mostly_right_to_left(galley.text());
    for placed in &galley.rows {
        let glyphs = &placed.row.glyphs;
        let set: Vec<(&Glyph, char, &TextFormat)> = glyphs
            .iter()
            .enumerate()
            .filter_map(|(index, glyph)| {
                let (byte, sign) = signs.get(next + index).or(signs.last())?;
                let sign = if galley.elided { glyph.chr } else { *sign };
                Some((glyph, sign, galley.job.format_at_byte(ByteIndex(*byte))))
            })
            .collect();
        let corner = origin + placed.pos.to_vec2();
        let parts = set.chunk_by(|before, here| !is_gap(before, here));
        rows.extend(parts.filter_map(|part| row(part, corner, placed.row.size.y, leftward)));
        next += glyphs.len() + usize::from(placed.ends_with_newline);
    }
    rows
}

/// XML makes one space of several, and of a tab: what comes after is placed anew. So is what has a
/// baseline of its own.
fn is_gap((a, before, _): &(&Glyph, char, &TextFormat), (b, here, _): &(&Glyph, char, &TextFormat)) -> bool {
    let spaces = |sign: &char| matches!(sign, ' ' | '\t');
    *before == '\t' || *here == '\t' || spaces(before) && spaces(here) || (a.pos.y - b.pos.y).abs() > 0.01
}

/// `None` for nothing but space.
fn row<'a>(
    set: &[(&Glyph, char, &'a TextFormat)],
    corner: Pos2,
    height: f32,
    leftward: bool,
) -> Option<Row<'a>> {
    let is_word = |(_, sign, _): &(&Glyph, char, &TextFormat)| !sign.is_whitespace();
    let begins = set.iter().position(is_word)?;
    let ends = set.iter().rposition(is_word)?;
    let set = &set[begins..=ends];
    let left = |set: &[(&Glyph, char, &TextFormat)]| {
        corner.x + set.iter().map(|(glyph, ..)| glyph.pos.x).fold(f32::INFINITY, f32::min)
    };
    let width =
        |set: &[(&Glyph, char, &TextFormat)]| set.iter().map(|(glyph, ..)| glyph.advance_width).sum::<f32>();
    let spans = set.chunk_by(|(.., a), (.., b)| a == b).map(|span| Span {
        room: Rect::from_min_size(pos2(left(span), corner.y), egui::vec2(width(span), height)),
        words: span.iter().map(|(_, sign, _)| sign).collect(),
        format: span[0].2,
    });
    Some(Row { at: pos2(left(set), corner.y + set[0].0.pos.y), leftward, spans: spans.collect() })
}
