//! What is drawn of a picture otherwise than it was made.

use std::sync::Mutex;

use resvg::usvg::{FontFamily, Options, Tree};

use super::Findings;
use crate::bundle::faults::fault;
use crate::bundle::{Bundle, PictureFace, picture_faces};
use crate::diagnostics::Diagnostic;

/// Replaced faces that are told of one picture, and that are counted.
const TOLD: usize = 6;
const LOOKED_AT: usize = 100;

/// `picture-face`
pub fn faces(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (path, content) in &bundle.media {
        let Ok(svg) = str::from_utf8(content) else { continue };
        let mut replaced = Vec::new();
        for families in families_of_words(svg) {
            let Some(first) = families.first().filter(|first| PictureFace::of_name(first).is_none()) else {
                continue;
            };
            let change = (named(first), PictureFace::standing_for(&families));
            if replaced.len() < LOOKED_AT && !replaced.contains(&change) {
                replaced.push(change);
            }
        }
        if !replaced.is_empty() {
            findings.add_elsewhere(told(path, svg, &replaced));
        }
    }
}

/// The faces that each stretch of a picture's words asks for, the one liked best first, as styles,
/// sheets and elements around the words have it. None for what is no SVG.
fn families_of_words(svg: &str) -> Vec<Vec<FontFamily>> {
    let asked = Mutex::new(Vec::new());
    let mut options = Options { font_family: picture_faces::NONE_NAMED.to_owned(), ..Options::default() };
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    // Without a face nothing is laid out; here only the question matters.
    options.font_resolver.select_font = Box::new(|font, _| {
        if let Ok(mut asked) = asked.lock() {
            asked.push(font.families().to_vec());
        }
        None
    });
    let _ = Tree::from_str(svg, &options);
    drop(options);
    asked.into_inner().unwrap_or_default()
}

fn named(family: &FontFamily) -> Option<String> {
    match family {
        FontFamily::Named(name) if name == picture_faces::NONE_NAMED => None,
        FontFamily::Named(name) => Some(name.clone()),
        generic => Some(generic.to_string()),
    }
}

fn told(path: &str, svg: &str, replaced: &[(Option<String>, PictureFace)]) -> Diagnostic {
    let mut changes: Vec<String> = replaced
        .iter()
        .take(TOLD)
        .map(|(asked, face)| match asked {
            Some(name) => format!("{} for `{name}`", face.name()),
            None => format!("{} where none is named", face.name()),
        })
        .collect();
    if replaced.len() > TOLD {
        changes.push(format!("and so on for {} more", replaced.len() - TOLD));
    }
    let message = format!("this picture’s words are set in other faces: {}", changes.join(", "));
    let told = fault("picture-face", message)
        .hint("look at it in the briefing: its words may be wider or narrower than they were drawn")
        .hint("name one of Inter, Source Serif 4 and Source Code Pro to choose the face");
    let first = replaced.first().and_then(|(asked, _)| place(svg, asked.as_deref()));
    match first {
        Some(at) => told.at(path, svg, at),
        None => told.in_file(path),
    }
}

/// Where a picture names a face, or begins words where none is named.
fn place(svg: &str, asked: Option<&str>) -> Option<std::ops::Range<usize>> {
    let Some(name) = asked else {
        let start = svg.find("<text")?;
        return Some(start..start + "<text".len());
    };
    // A name may stand in words, too: the one behind a property is meant.
    let property =
        ["font-family", "font:", "font :"].iter().filter_map(|property| svg.find(property)).min()?;
    let start = property + svg[property..].find(name)?;
    Some(start..start + name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(svg: &str) -> Vec<String> {
        let names = |families: &Vec<FontFamily>| {
            families.iter().map(|family| named(family).unwrap_or("-".into())).collect::<Vec<_>>().join("/")
        };
        let mut asked: Vec<String> = families_of_words(svg).iter().map(names).collect();
        asked.sort();
        asked.dedup();
        asked
    }

    #[test]
    fn faces_are_known_wherever_they_are_named() {
        let svg = |inner: &str| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inner}</svg>")
        };
        for (inner, faces) in [
            ("<text>a</text>", &["-"][..]),
            ("<text font-family=\"Arial\">a</text>", &["Arial"]),
            ("<text style=\"font-family: 'Open Sans', sans-serif\">a</text>", &["Open Sans/sans-serif"]),
            ("<text style=\"font: bold 12px Georgia\">a</text>", &["Georgia"]),
            ("<style>.a { font-family: Calibri }</style><text class=\"a\">a</text>", &["Calibri"]),
            (
                "<g font-family=\"Verdana\"><text>a<tspan font-family=\"Inter\">b</tspan></text></g>",
                &["Inter", "Verdana"],
            ),
            ("<defs><text id=\"t\" font-family=\"Lato\">a</text></defs><use href=\"#t\"/>", &["Lato"]),
            ("<text font-family=\"Arial\" display=\"none\">a</text><rect width=\"1\" height=\"1\"/>", &[]),
        ] {
            assert_eq!(asked(&svg(inner)), faces, "{inner}");
        }
    }
}
