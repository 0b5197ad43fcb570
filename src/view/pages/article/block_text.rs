//! A block of the article as a galley: which face, which size, which colour.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{FontId, Galley, Stroke, TextFormat, Ui};

use crate::article::{Block, Container, Kind, Run, Style, Target};
use crate::ui::fonts::Face;
use crate::ui::type_scale::{self, TypeStyle};
use crate::ui::{Theme, right_to_left};

/// How a block's text is set.
pub fn type_style(block: &Block) -> TypeStyle {
    match block.kind {
        Kind::Heading { level: 1 | 2, .. } => type_scale::H2,
        Kind::Heading { level: 3, .. } => type_scale::H3,
        Kind::Heading { .. } => type_scale::H4,
        Kind::Code { .. } | Kind::Html => type_scale::CODE,
        Kind::Table(_) => type_scale::SMALL,
        _ if block.containers.iter().any(|c| matches!(c, Container::Footnote { .. })) => type_scale::SMALL,
        _ => type_scale::BODY,
    }
}

/// Lays out a block's text at a width.
pub fn layout(ui: &Ui, theme: &Theme, block: &Block, width: f32) -> Arc<Galley> {
    right_to_left::laid(ui, job(theme, block, 0..block.text.len(), type_style(block), width))
}

/// The layout of a part of a block: a table's cell, or all of it.
pub fn job(theme: &Theme, block: &Block, part: Range<usize>, set: TypeStyle, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for run in runs(block, &part) {
        let (from, to) = (run.range.start.max(part.start), run.range.end.min(part.end));
        job.append(&as_set(block, from..to), 0.0, format(theme, run, set));
    }
    job
}

/// The pieces of a part of a block with the face that each is set in.
pub fn fonts<'b>(
    theme: &'b Theme,
    block: &'b Block,
    part: &'b Range<usize>,
    set: TypeStyle,
) -> impl Iterator<Item = (Range<usize>, FontId)> + 'b {
    runs(block, part).iter().map(move |run| {
        let bytes = run.range.start.max(part.start)..run.range.end.min(part.end);
        (bytes, format(theme, run, set).font_id)
    })
}

/// A part of a block's text as it is set: of a table's cell, line ends where the text has spaces for
/// them. Character by character it is as long as the text.
fn as_set(block: &Block, part: Range<usize>) -> Cow<'_, str> {
    let text = &block.text[part.clone()];
    match &block.kind {
        Kind::Table(table) if table.ends_a_line_in(&part) => {
            let mut set = text.to_owned();
            for at in table.line_ends.iter().filter(|at| part.contains(at)) {
                set.replace_range(at - part.start..=at - part.start, "\n");
            }
            set.into()
        }
        _ => text.into(),
    }
}

/// Characters, counted from the part's beginning, that are code in a part of a block's text; none where
/// all of the block is.
pub fn code(block: &Block, part: &Range<usize>) -> Vec<Range<usize>> {
    let character = |byte: usize| block.text[part.start..byte].chars().count();
    let code = runs(block, part).iter().filter(|run| run.style.code);
    code.map(|run| character(run.range.start.max(part.start))..character(run.range.end.min(part.end)))
        .collect()
}

/// The runs that have something of a part of a block's text.
fn runs<'b>(block: &'b Block, part: &Range<usize>) -> &'b [Run] {
    let first = block.runs.partition_point(|run| run.range.end <= part.start);
    let end = block.runs.partition_point(|run| run.range.start < part.end);
    &block.runs[first..end.max(first)]
}

fn font(style: Style, set: TypeStyle) -> FontId {
    let set = set.with_face(face(style, set.face));
    let size = if style.code && set.face == Face::Code { set.size * 0.86 } else { set.size };
    FontId::new(size, set.face.family())
}

fn format(theme: &Theme, run: &Run, set: TypeStyle) -> TextFormat {
    let mut format = TextFormat { font_id: font(run.style, set), ..set.format(theme.ink) };
    if run.style.strikethrough {
        format.strikethrough = Stroke::new(1.0, theme.ink);
    }
    if run.style.underline {
        format.underline = Stroke::new(1.0, theme.ink);
    }
    if run.style.highlight {
        format.background = theme.chosen;
    }
    if matches!(run.target, Some(Target::Footnote { .. })) {
        format.font_id = FontId::new(set.size * SMALL_SIGN, Face::Sans.family());
        format.valign = egui::Align::TOP;
        format.color = theme.accent;
    } else if run.style.superscript || run.style.subscript {
        // Signs stand in the middle of their line's height: a lower one at an end of the row moves them.
        format.font_id.size = set.size * SMALL_SIGN;
        format.line_height = Some((set.line - set.size * 0.53).max(set.size * SMALL_SIGN));
        format.valign = if run.style.superscript { egui::Align::TOP } else { egui::Align::BOTTOM };
    }
    format
}

/// The size of raised and lowered signs, in that of the text.
const SMALL_SIGN: f32 = 0.68;

fn face(style: Style, of_block: Face) -> Face {
    if matches!(of_block, Face::Sans | Face::SansSemibold) {
        return of_block;
    }
    let heading = of_block == Face::TextSemibold;
    match (style.code || of_block == Face::Code, style.strong || heading, style.emphasis) {
        (true, ..) => Face::Code,
        (_, true, true) => Face::TextSemiboldItalic,
        (_, true, false) => Face::TextSemibold,
        (_, false, true) => Face::TextItalic,
        (_, false, false) => Face::Text,
    }
}

/// A link of a block: its characters (for the galley), its words, where it leads.
pub struct Link<'a> {
    /// Characters, not bytes.
    pub characters: Range<usize>,
    /// The words that are linked.
    pub words: &'a str,
    /// Where it leads.
    pub target: &'a Target,
}

/// The links of a part of a block, neighbouring runs of one link joined.
pub fn links(block: &Block, part: Range<usize>) -> Vec<Link<'_>> {
    let mut links: Vec<(Range<usize>, &Target, &Range<usize>)> = Vec::new();
    for run in runs(block, &part) {
        let Some(target) = &run.target else { continue };
        if run.range.start < part.start || run.range.end > part.end {
            continue;
        }
        match links.last_mut() {
            Some((bytes, last, source))
                if bytes.end == run.range.start && *last == target && **source == run.source =>
            {
                bytes.end = run.range.end;
            }
            _ => links.push((run.range.clone(), target, &run.source)),
        }
    }
    let character = |byte: usize| block.text[part.start..byte].chars().count();
    links
        .into_iter()
        .map(|(bytes, target, _)| Link {
            characters: character(bytes.start)..character(bytes.end),
            words: &block.text[bytes],
            target,
        })
        .collect()
}
