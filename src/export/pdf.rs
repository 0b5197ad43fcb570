//! A drawing as a page of PDF: its text stays text, its faces go along as far as they are used,
//! and a reader for the blind gets its summary.

use std::collections::HashSet;
use std::sync::Arc;

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{self, fontdb::Database};

use super::Exhibit;
use super::not_made::NotMade;
use super::unset::{Signs, lacking_signs, with_one_letter_each};
use crate::ui::svg_faces;

/// A pixel of CSS is a 96th of an inch, a point of PDF a 72nd.
const POINTS: f32 = 72.0 / 96.0;

/// Writes the drawing as the only page of a document; with the signs that no face has.
pub fn page(svg: &str, exhibit: &dyn Exhibit) -> Result<(Vec<u8>, Signs), NotMade> {
    let (tree, unset) =
        tree(svg).map_err(|_| NotMade::because("the drawing could not be put into a PDF: choose SVG"))?;
    let too_large = || NotMade::because("the drawing is too large for a page of PDF: choose SVG");
    let (width, height) = (tree.size().width() * POINTS, tree.size().height() * POINTS);
    let settings = PageSettings::from_wh(width, height).ok_or_else(too_large)?;
    let size = Size::from_wh(width, height).ok_or_else(too_large)?;

    let mut document = Document::new();
    let mut metadata = Metadata::new().title(clean(&exhibit.title())).description(clean(&exhibit.summary()));
    if !exhibit.language().is_empty() {
        metadata = metadata.language(exhibit.language().to_owned());
    }
    document.set_metadata(metadata.creator("Briefing Reader".to_owned()));
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let drawn = surface.start_tagged(ContentTag::Other);
    surface.draw_svg(&tree, size, SvgSettings::default());
    surface.end_tagged();
    surface.finish();
    page.finish();
    let mut figure = TagGroup::new(Tag::Figure(Some(clean(&exhibit.summary()))));
    figure.push(drawn);
    let mut tags = TagTree::new();
    tags.push(figure);
    document.set_tag_tree(tags);
    let page = document.finish().map_err(|_| NotMade::because("the PDF could not be made: choose SVG"))?;
    Ok((page, unset))
}

/// The page's data about itself are XML, which has no room for control codes.
fn clean(words: &str) -> String {
    words.replace(char::is_control, "\u{fffd}")
}

/// Reads the drawing with the program's own faces; where they lack a sign, with those of the system too. What
/// they lack as well is one box for each sign.
fn tree(svg: &str) -> Result<(usvg::Tree, Signs), usvg::Error> {
    let read = |svg: &str, fontdb: &Arc<Database>| {
        let fontdb = Arc::clone(fontdb);
        usvg::Tree::from_str(svg, &usvg::Options { fontdb, ..usvg::Options::default() })
    };
    let tree = read(svg, &svg_faces::database())?;
    if unset(&tree).is_empty() {
        return Ok((tree, Signs::new()));
    }
    let faces = svg_faces::with_those_of_the_system();
    let tree = read(svg, &faces)?;
    let unset = unset(&tree);
    if unset.iter().all(|sign| sign.chars().nth(1).is_none()) {
        return Ok((tree, unset));
    }
    Ok((read(&with_one_letter_each(svg, &unset), &faces)?, unset))
}

/// The signs that no face has.
fn unset(tree: &usvg::Tree) -> Signs {
    let mut unset = Signs::new();
    lacking(tree.root(), &mut unset);
    unset
}

/// Takes in the signs that no face has: each is the first one of its face.
fn lacking(group: &usvg::Group, unset: &mut Signs) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => lacking(group, unset),
            usvg::Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                let boxes: HashSet<char> =
                    glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars()).collect();
                for chunk in text.chunks().iter().filter(|_| !boxes.is_empty()) {
                    let signs = lacking_signs(chunk.text(), |sign| boxes.contains(&sign));
                    unset.extend(signs.map(str::to_owned));
                }
            }
            _ => {}
        }
    }
}
