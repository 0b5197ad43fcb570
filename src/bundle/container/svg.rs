//! What is known about an SVG picture without drawing it.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{self, Document, Node, NodeId, ParsingOptions};

use super::paths::shown;
use super::picture_kind::{misnamed, raster_kind, too_many_pixels};
use crate::bundle::Limits;
use crate::bundle::faults::fault;
use crate::diagnostics::Diagnostic;

/// Elements, text nodes and comments that a picture may have, and elements it may come to once its
/// `use` elements are followed.
const MOST_NODES: u32 = 100_000;

/// Elements inside one another. Drawing follows them one call deep each.
const DEEPEST: usize = 100;

/// Bytes that entities may come to.
const MOST_FROM_ENTITIES: usize = 4 * 1024 * 1024;

/// The faults of an SVG picture.
pub(super) fn inspect(name: &str, content: &[u8], limits: &Limits) -> Vec<Diagnostic> {
    let Ok(text) = str::from_utf8(content) else {
        if let Some(kind) = raster_kind(content) {
            return vec![misnamed(name, kind)];
        }
        return vec![malformed(name, "it is not UTF-8")];
    };
    let text = text.trim_start_matches('\u{feff}');
    if is_entity_bomb(text) {
        let message = format!("the entities of `{name}` make too much of it");
        return vec![fault("picture-too-complex", message).hint("export it again, as plain SVG")];
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(roxmltree::Error::NodesLimitReached) => return vec![too_complex(name)],
        Err(why) => return vec![malformed(name, &broken(&why))],
    };
    if is_too_deep(&document) {
        let message = format!("the elements of `{name}` are nested more than {DEEPEST} deep");
        return vec![fault("picture-too-complex", message).hint("simplify it, or save it as PNG")];
    }
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return vec![malformed(name, "its first element is not `svg`")];
    }
    let mut faults = Vec::new();
    faults.extend(size_fault(name, root, limits));
    if Uses::of(&document).unfolded(root) > u64::from(MOST_NODES) {
        faults.push(too_complex(name));
    }
    if document.descendants().any(is_active) {
        let message = format!("`{name}` holds scripts or pages, which are not run");
        faults.push(fault("picture-script", message).hint("export it without scripts"));
    }
    if let Some(address) = document.descendants().find_map(outside) {
        let message = format!("`{name}` refers to `{}`, which is not fetched", shown(address));
        faults.push(fault("picture-external", message).hint("embed what it refers to"));
    }
    faults
}

/// Where a file is no XML, and how if that is plain.
fn broken(why: &roxmltree::Error) -> String {
    log::debug!("the reader of XML said: {why}");
    let at = why.pos();
    let place = format!("line {}, column {}", at.row, at.col);
    match why {
        roxmltree::Error::UnexpectedCloseTag(expected, found, _) => {
            let (expected, found) = (shown(expected), shown(found));
            format!("`{found}` is closed at {place}, where `{expected}` is open")
        }
        roxmltree::Error::UnclosedRootNode | roxmltree::Error::UnexpectedEndOfStream => {
            "it ends too early".to_owned()
        }
        roxmltree::Error::NoRootNode => "it is empty".to_owned(),
        roxmltree::Error::UnknownNamespace(prefix, _) => {
            format!("nothing says what `{}` stands for, at {place}", shown(prefix))
        }
        roxmltree::Error::UnknownEntityReference(entity, _) => {
            format!("nothing says what `&{};` stands for, at {place}", shown(entity))
        }
        roxmltree::Error::DuplicatedAttribute(name, _) => {
            format!("`{}` stands twice, at {place}", shown(name))
        }
        _ => format!("it is not well-formed XML at {place}"),
    }
}

fn malformed(name: &str, why: &str) -> Diagnostic {
    fault("picture-unreadable", format!("`{name}` cannot be read as SVG: {why}"))
        .hint("export it again, as plain SVG")
}

fn too_complex(name: &str) -> Diagnostic {
    fault("picture-too-complex", format!("`{name}` comes to more than {MOST_NODES} elements"))
        .hint("simplify it, or save it as PNG")
}

/// Whether some element lies more than [`DEEPEST`] elements deep.
fn is_too_deep(document: &Document<'_>) -> bool {
    let mut depths = HashMap::new();
    document.descendants().any(|node| {
        let parent = node.parent().and_then(|parent| depths.get(&parent.id()).copied());
        let depth = parent.map_or(0, |depth: usize| depth + 1);
        depths.insert(node.id(), depth);
        depth > DEEPEST
    })
}

/// Whether entities could make much text of little: a long one is named often, or one names
/// another. Drawing programs write entities for namespaces, which are short and plain.
fn is_entity_bomb(text: &str) -> bool {
    let values = text.split("<!ENTITY").skip(1).filter_map(|declaration| {
        let start = declaration.find(['"', '\''])?;
        let quote = &declaration[start..=start];
        declaration[start + 1..].split(quote).next()
    });
    let mut longest = 0;
    for value in values {
        if value.contains('&') {
            return true;
        }
        longest = longest.max(value.len());
    }
    longest.saturating_mul(text.matches('&').count()) > MOST_FROM_ENTITIES
}

/// A size that is not one, or too large a one, where the picture states it in pixels.
fn size_fault(name: &str, root: Node<'_, '_>, limits: &Limits) -> Option<Diagnostic> {
    let view_box: Vec<&str> = (root.attribute("viewBox").unwrap_or_default())
        .split([' ', ',', '\t', '\n'])
        .filter(|part| !part.is_empty())
        .collect();
    let side = |stated: Option<&str>, of_view_box: usize| -> Option<f64> {
        let stated = stated.filter(|stated| !stated.ends_with('%'));
        let number = stated.or_else(|| view_box.get(of_view_box).copied())?;
        number.trim().trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
    };
    let sides = (side(root.attribute("width"), 2), side(root.attribute("height"), 3));
    let (Some(width), Some(height)) = sides else { return None };
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Some(malformed(name, &format!("its size is {width} × {height}")));
    }
    too_many_pixels(name, width.ceil() as u32, height.ceil() as u32, limits)
}

/// What would run, were this a browser.
fn is_active(node: Node<'_, '_>) -> bool {
    let is_active_element = matches!(node.tag_name().name(), "script" | "foreignObject" | "iframe");
    let handles = node.attributes().any(|attribute| {
        attribute.name().len() > 2 && attribute.name().starts_with("on")
            || attribute.name() == "href" && attribute.value().trim_start().starts_with("javascript:")
    });
    node.is_element() && (is_active_element || handles)
}

/// An address outside the picture that this node would have fetched. Links that a person could
/// follow fetch nothing.
fn outside<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    if node.is_text() {
        let is_style = node.parent_element().is_some_and(|parent| parent.tag_name().name() == "style");
        return node.text().filter(|_| is_style).and_then(address_in_style);
    }
    if node.tag_name().name() == "a" {
        return None;
    }
    node.attributes().find_map(|attribute| match attribute.name() {
        "href" => Some(attribute.value()).filter(|address| is_outside(address)),
        _ => address_in_style(attribute.value()),
    })
}

fn is_outside(address: &str) -> bool {
    let address = address.trim_start();
    !address.is_empty()
        && !address.starts_with('#')
        && !address.starts_with("data:")
        && !address.starts_with("javascript:")
}

/// The first address in `url(…)` or `@import "…"`.
fn address_in_style(style: &str) -> Option<&str> {
    let quotes = ['"', '\'', ' '];
    let urls = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let imports = style.split("@import").skip(1).filter_map(|rest| rest.split(';').next());
    urls.chain(imports.filter(|import| !import.contains("url(")))
        .map(|address| address.trim().trim_matches(quotes))
        .find(|address| is_outside(address))
}

/// What `use` elements make of a picture: each puts a copy in its place.
struct Uses<'a, 'i> {
    by_id: HashMap<&'a str, Node<'a, 'i>>,
}

impl<'a, 'i> Uses<'a, 'i> {
    fn of(document: &'a Document<'i>) -> Uses<'a, 'i> {
        let elements = document.descendants().filter(Node::is_element);
        Uses { by_id: elements.filter_map(|node| Some((node.attribute("id")?, node))).collect() }
    }

    /// How many elements there are once every `use` is followed. One that leads back to itself
    /// counts once, as it is not drawn.
    fn unfolded(&self, root: Node<'a, 'i>) -> u64 {
        let mut known = HashMap::new();
        self.count(root, 0, &mut known)
    }

    fn count(&self, node: Node<'a, 'i>, depth: usize, known: &mut HashMap<NodeId, u64>) -> u64 {
        if depth > 2 * DEEPEST {
            return u64::MAX;
        }
        if let Some(count) = known.get(&node.id()) {
            return *count;
        }
        // Stands while this node's own count goes on, and so ends a loop.
        known.insert(node.id(), 1);
        let children: u64 = (node.children().filter(Node::is_element))
            .map(|child| self.count(child, depth + 1, known))
            .fold(0, u64::saturating_add);
        let used = (node.tag_name().name() == "use")
            .then(|| node.attributes().find(|attribute| attribute.name() == "href"))
            .flatten()
            .and_then(|href| self.by_id.get(href.value().trim().strip_prefix('#')?))
            .map_or(0, |used| self.count(*used, depth + 1, known));
        let count = children.saturating_add(used).saturating_add(1);
        known.insert(node.id(), count);
        count
    }
}
