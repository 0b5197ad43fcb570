//! A shape as elements of SVG, on the pixels that egui's tessellator would put it on.

use std::fmt::Write;

use egui::emath::GuiRounding as _;
use egui::epaint::{
    BandShape, CircleShape, ColorMode, CornerRadiusF32, EllipseShape, Mesh, PathShape, PathStroke, RectShape,
    WHITE_UV,
};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

use super::element::{Body, Element, Paint};
use super::xml::{measure, number};

/// The elements of a shape that is neither text nor a list of shapes.
pub fn elements(shape: &Shape, pixels_per_point: f32) -> Vec<Element> {
    match shape {
        Shape::Noop | Shape::Vec(_) | Shape::Text(_) | Shape::Callback(_) => vec![],
        Shape::Circle(circle) => round(circle),
        Shape::Ellipse(ellipse) => oval(ellipse),
        Shape::LineSegment { points, stroke } => line(*points, *stroke, pixels_per_point),
        Shape::Path(path) => path_elements(path),
        Shape::Band(band) => band_elements(band),
        Shape::Rect(rect) => rect_elements(rect, pixels_per_point),
        Shape::Mesh(mesh) => triangles(mesh),
        Shape::QuadraticBezier(curve) => {
            let [a, b, c] = curve.points.map(point);
            bezier(&format!("M{a}Q{b} {c}"), curve.closed, curve.fill, &curve.stroke)
        }
        Shape::CubicBezier(curve) => {
            let [a, b, c, d] = curve.points.map(point);
            bezier(&format!("M{a}C{b} {c} {d}"), curve.closed, curve.fill, &curve.stroke)
        }
    }
}

/// A rectangle without paint, for clips.
pub fn plain_rect(rect: Rect) -> String {
    let mut out = "<rect".to_owned();
    place(&mut out, rect);
    out + "/>"
}

/// ` name="#rrggbb"`, with its opacity where it is not opaque. egui's colours are multiplied by
/// their alpha; those of SVG are not.
pub fn color(out: &mut String, name: &str, color: Color32) {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    let _ = write!(out, " {name}=\"#{r:02x}{g:02x}{b:02x}\"");
    if a < 255 {
        measure(out, &format!("{name}-opacity"), f32::from(a) / 255.0);
    }
}

impl Paint {
    fn of(fill: Color32, stroke: Stroke) -> Option<Paint> {
        let mut out = String::new();
        let stroked = !stroke.is_empty();
        match fill {
            Color32::TRANSPARENT if !stroked => return None,
            Color32::TRANSPARENT => out += " fill=\"none\"",
            fill => color(&mut out, "fill", fill),
        }
        if stroked {
            color(&mut out, "stroke", stroke.color);
            if (stroke.width - 1.0).abs() > 0.001 {
                measure(&mut out, "stroke-width", stroke.width);
            }
        }
        Some(Paint(out))
    }
}

fn whole(tag: &str, measures: &[(&str, f32)], paint: Option<Paint>, more: &str) -> Vec<Element> {
    let Some(paint) = paint else { return vec![] };
    let mut out = format!("<{tag}");
    for (name, value) in measures {
        measure(&mut out, name, *value);
    }
    out += &paint.0;
    out += more;
    out += "/>";
    vec![Element { paint, body: Body::Whole(out) }]
}

fn path(data: String, paint: Option<Paint>) -> Vec<Element> {
    paint.map(|paint| Element { paint, body: Body::Path(data) }).into_iter().collect()
}

fn point(at: Pos2) -> String {
    format!("{} {}", number(at.x), number(at.y))
}

fn place(out: &mut String, rect: Rect) {
    measure(out, "x", rect.left());
    measure(out, "y", rect.top());
    measure(out, "width", rect.width().max(0.0));
    measure(out, "height", rect.height().max(0.0));
}

fn round(circle: &CircleShape) -> Vec<Element> {
    let CircleShape { center, radius, fill, stroke } = *circle;
    let measures = [("cx", center.x), ("cy", center.y), ("r", radius + beyond(stroke))];
    whole("circle", &measures, Paint::of(fill, stroke), "")
}

/// egui draws the stroke of what is round outside of it, SVG along its middle.
fn beyond(stroke: Stroke) -> f32 {
    if stroke.is_empty() { 0.0 } else { stroke.width / 2.0 }
}

fn oval(ellipse: &EllipseShape) -> Vec<Element> {
    let EllipseShape { center, radius, fill, stroke, angle } = *ellipse;
    let beyond = beyond(stroke);
    let measures = [("cx", center.x), ("cy", center.y), ("rx", radius.x + beyond), ("ry", radius.y + beyond)];
    whole("ellipse", &measures, Paint::of(fill, stroke), &rotation(angle, center))
}

/// ` transform="rotate(…)"`, where there is something to turn.
pub fn rotation(angle: f32, around: Pos2) -> String {
    if angle == 0.0 {
        return String::new();
    }
    format!(" transform=\"rotate({} {})\"", number(angle.to_degrees()), point(around))
}

/// Upright and level lines stand on whole pixels.
fn line([mut a, mut b]: [Pos2; 2], stroke: Stroke, pixels_per_point: f32) -> Vec<Element> {
    #[expect(clippy::float_cmp, reason = "as the tessellator asks: the very same number")]
    let (upright, level) = (a.x == b.x, a.y == b.y);
    if upright {
        stroke.round_center_to_pixel(pixels_per_point, &mut a.x);
        b.x = a.x;
    }
    if level {
        stroke.round_center_to_pixel(pixels_per_point, &mut a.y);
        b.y = a.y;
    }
    let paint = if stroke.is_empty() { None } else { Paint::of(Color32::TRANSPARENT, stroke) };
    path(format!("M{}L{}", point(a), point(b)), paint)
}

fn polygon(points: impl IntoIterator<Item = Pos2>, closed: bool) -> String {
    let mut data = String::new();
    for (index, at) in points.into_iter().enumerate() {
        data.push(if index == 0 { 'M' } else { 'L' });
        data += &point(at);
    }
    if closed {
        data.push('Z');
    }
    data
}

fn path_elements(shape: &PathShape) -> Vec<Element> {
    let PathShape { points, closed, fill, stroke } = shape;
    match &stroke.color {
        ColorMode::Solid(color) => {
            let paint = Paint::of(*fill, Stroke::new(stroke.width, *color));
            path(polygon(points.iter().copied(), *closed), paint)
        }
        ColorMode::UV(color_at) => {
            // A stroke that changes its colour on its way: each piece in the colour of its middle.
            let mut elements = path(polygon(points.iter().copied(), *closed), Paint::of(*fill, Stroke::NONE));
            let room = shape.visual_bounding_rect();
            let next = points.iter().skip(1).chain(closed.then(|| &points[0]));
            for (a, b) in points.iter().zip(next) {
                let color = color_at(room, a.lerp(*b, 0.5));
                let paint = Paint::of(Color32::TRANSPARENT, Stroke::new(stroke.width, color));
                elements.extend(path(polygon([*a, *b], false), paint));
            }
            elements
        }
    }
}

fn bezier(data: &str, closed: bool, fill: Color32, stroke: &PathStroke) -> Vec<Element> {
    let color = match &stroke.color {
        ColorMode::Solid(color) => *color,
        ColorMode::UV(color_at) => color_at(Rect::ZERO, Pos2::ZERO),
    };
    let end = if closed { "Z" } else { "" };
    path(format!("{data}{end}"), Paint::of(fill, Stroke::new(stroke.width, color)))
}

fn band_elements(band: &BandShape) -> Vec<Element> {
    let turn = egui::emath::Rot2::from_angle(band.angle);
    let there = band.points.iter().map(|sample| egui::pos2(sample.x, sample.y.min));
    let back = band.points.iter().rev().map(|sample| egui::pos2(sample.x, sample.y.max));
    let outline = there.chain(back).map(|at| (turn * at.to_vec2()).to_pos2());
    path(polygon(outline, true), Paint::of(band.fill, band.stroke))
}

/// Shadows and textured rectangles are left out.
fn rect_elements(shape: &RectShape, pixels_per_point: f32) -> Vec<Element> {
    if shape.blur_width > 0.0 || shape.brush.is_some() || !shape.rect.is_finite() {
        return vec![];
    }
    let RectShape { rect, fill, stroke, stroke_kind, .. } = *shape;
    let rect = match (shape.round_to_pixels.unwrap_or(true), stroke_kind, stroke.is_empty()) {
        (false, ..) => rect,
        (true, StrokeKind::Middle, false) => {
            let mut rounded = rect;
            for edge in [&mut rounded.min.x, &mut rounded.min.y, &mut rounded.max.x, &mut rounded.max.y] {
                stroke.round_center_to_pixel(pixels_per_point, edge);
            }
            rounded
        }
        (true, ..) => rect.round_to_pixels(pixels_per_point),
    };
    if rect.is_negative() {
        return vec![];
    }
    let half = if stroke.is_empty() { 0.0 } else { stroke.width / 2.0 };
    let outwards = match stroke_kind {
        StrokeKind::Inside => -half,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => half,
    };
    let most = rect.size().min_elem() / 2.0;
    let corners = CornerRadiusF32::from(shape.corner_radius);
    let corners = [corners.nw, corners.ne, corners.se, corners.sw]
        .map(|radius| if radius > 0.0 { (radius.min(most) + outwards).max(0.0) } else { 0.0 });
    let rect = rect.expand(outwards);
    let turn = rotation(shape.angle, rect.center());
    let [first, ..] = corners;
    let alike = corners.iter().all(|radius| (radius - first).abs() < 0.01);
    if !alike && turn.is_empty() {
        return path(rounded(rect, corners), Paint::of(fill, stroke));
    }
    let mut measures = vec![
        ("x", rect.left()),
        ("y", rect.top()),
        ("width", rect.width().max(0.0)),
        ("height", rect.height().max(0.0)),
    ];
    if first > 0.0 {
        measures.push(("rx", first));
    }
    whole("rect", &measures, Paint::of(fill, stroke), &turn)
}

/// The outline of a rectangle with corners (from the upper left, clockwise) of their own.
fn rounded(rect: Rect, [nw, ne, se, sw]: [f32; 4]) -> String {
    let mut data = format!("M{}", point(rect.left_top() + vec2(nw, 0.0)));
    for (to, radius, arc_to) in [
        (rect.right_top() - vec2(ne, 0.0), ne, rect.right_top() + vec2(0.0, ne)),
        (rect.right_bottom() - vec2(0.0, se), se, rect.right_bottom() - vec2(se, 0.0)),
        (rect.left_bottom() + vec2(sw, 0.0), sw, rect.left_bottom() - vec2(0.0, sw)),
        (rect.left_top() + vec2(0.0, nw), nw, rect.left_top() + vec2(nw, 0.0)),
    ] {
        let _ = write!(data, "L{}", point(to));
        if radius > 0.0 {
            let radius = number(radius);
            let _ = write!(data, "A{radius} {radius} 0 0 1 {}", point(arc_to));
        }
    }
    data + "Z"
}

/// Triangles of plain colours; a picture in a texture is none.
fn triangles(mesh: &Mesh) -> Vec<Element> {
    if mesh.vertices.iter().any(|vertex| vertex.uv != WHITE_UV) {
        return vec![];
    }
    let corner = |index: u32| mesh.vertices.get(index as usize);
    let of = |triangle: &[u32]| {
        let [a, b, c] = [corner(triangle[0])?, corner(triangle[1])?, corner(triangle[2])?];
        let color = a.color.lerp_to_gamma(b.color, 0.5).lerp_to_gamma(c.color, 1.0 / 3.0);
        let mut paint = Paint::of(color, Stroke::NONE)?;
        // No seams between neighbours.
        paint.0 += " shape-rendering=\"crispEdges\"";
        Some(Element { paint, body: Body::Path(polygon([a.pos, b.pos, c.pos], true)) })
    };
    mesh.indices.chunks_exact(3).filter_map(of).collect()
}
