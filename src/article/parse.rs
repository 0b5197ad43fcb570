//! Reads CommonMark, with tables, footnotes as on GitHub, and strikethrough.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::block::{Article, Target};
use super::build::Builder;
use super::footnotes::Footnotes;
use super::inline::{Mark, Picture};
use super::pieces;

/// Reads an article. Any text is one: what is not markup is words.
///
/// Ranges are of `source` as given, with a byte order mark if it has one. Time grows with the
/// source's length; nesting is not limited.
#[must_use]
pub fn parse(source: &str) -> Article {
    parse_watched(source, |_| true)
}

/// [`parse`], for an article that takes its time: `go_on` hears now and then how many bytes of the
/// source are read. Where it says `false`, what was read until then is given back.
#[must_use]
pub fn parse_watched(source: &str, go_on: impl FnMut(usize) -> bool) -> Article {
    let body = source.strip_prefix('\u{feff}').unwrap_or(source);
    let shift = source.len() - body.len();
    let mut builder = Builder::new(source);
    let mut footnotes = Footnotes::default();

    pieces::read(
        body,
        |(event, range)| {
            let range = range.start + shift..range.end + shift;
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => footnotes.start_definition(label, range),
                Event::End(TagEnd::FootnoteDefinition) => {
                    footnotes.end_definition();
                    // It parts what stands around it, as any block does.
                    if footnotes.is_in_definition() {
                        footnotes.keep((event, range));
                    } else {
                        builder.end_leaf();
                    }
                }
                event if footnotes.is_in_definition() => footnotes.keep((event, range)),
                event => read(event, range, &mut builder, &mut footnotes),
            }
        },
        go_on,
    );
    while let Some((numbered, definition)) = footnotes.next_definition() {
        builder.start_footnote(numbered);
        for (event, range) in definition.pieces {
            read(event, range, &mut builder, &mut footnotes);
        }
        builder.end_footnote(definition.source);
    }
    Article { blocks: builder.finish() }
}

fn read<'s>(event: Event<'s>, range: Range<usize>, builder: &mut Builder<'s>, footnotes: &mut Footnotes<'s>) {
    match event {
        Event::Text(text) => builder.text(&text, range),
        // Mathematics is not asked for in the options; if it came, no word would be lost.
        Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            builder.text_with_line_ends(&text, range);
        }
        Event::SoftBreak => builder.line_break(' ', range),
        Event::HardBreak => builder.line_break('\n', range),
        Event::Code(text) => builder.code(&text, range),
        Event::Start(tag) => start(tag, range, builder),
        Event::End(tag) => end(tag, range, builder),
        Event::Rule => builder.rule(range),
        Event::FootnoteReference(label) if builder.writer.is_in_picture() => {
            builder.text(&format!("[^{label}]"), range);
        }
        Event::FootnoteReference(label) => {
            let footnote = footnotes.refer(label);
            builder.words_at(&range).push_footnote(footnote, range);
        }
        // Nor are task lists.
        Event::TaskListMarker(checked) => builder.text(if checked { "[x] " } else { "[ ] " }, range),
    }
}

fn start<'s>(tag: Tag<'s>, range: Range<usize>, builder: &mut Builder<'s>) {
    match tag {
        Tag::Paragraph => builder.start_paragraph(range),
        Tag::Heading { level, .. } => builder.start_heading(level as u8, range),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => builder.start_code(&info, range),
        Tag::CodeBlock(CodeBlockKind::Indented) => builder.start_code("", range),
        Tag::HtmlBlock => builder.start_html(range),
        Tag::Table(alignments) => builder.start_table(&alignments, range),
        Tag::TableHead | Tag::TableRow => builder.start_row(),
        Tag::TableCell => builder.start_cell(range),
        Tag::BlockQuote(_) => builder.start_quote(),
        Tag::List(first_number) => builder.start_list(first_number),
        Tag::Item => builder.start_item(),
        Tag::Emphasis => builder.words_at(&range).start_mark(Mark::Emphasis),
        Tag::Strong => builder.words_at(&range).start_mark(Mark::Strong),
        Tag::Strikethrough => builder.words_at(&range).start_mark(Mark::Strikethrough),
        Tag::Link { link_type, dest_url, .. } => {
            let target = match link_type {
                LinkType::Email => Target::Web(format!("mailto:{dest_url}").into()),
                _ => Target::of(&dest_url),
            };
            builder.words_at(&range).start_link(target, range);
        }
        Tag::Image { dest_url, title, .. } => {
            let picture = Picture { destination: dest_url, title, source: range.clone() };
            builder.words_at(&range).start_picture(picture);
        }
        // Footnotes are set apart before; the others are not asked for in the options.
        Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => builder.end_leaf(),
    }
}

fn end(tag: TagEnd, range: Range<usize>, builder: &mut Builder<'_>) {
    match tag {
        TagEnd::TableHead | TagEnd::TableRow => builder.end_row(),
        TagEnd::TableCell => builder.end_cell(range),
        TagEnd::BlockQuote(_) => builder.end_quote(),
        TagEnd::List(_) => builder.end_list(),
        TagEnd::Item => builder.end_item(range),
        TagEnd::Emphasis => builder.writer.end_mark(Mark::Emphasis),
        TagEnd::Strong => builder.writer.end_mark(Mark::Strong),
        TagEnd::Strikethrough => builder.writer.end_mark(Mark::Strikethrough),
        TagEnd::Link => builder.writer.end_link(),
        TagEnd::Image => builder.writer.end_picture(),
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::CodeBlock
        | TagEnd::HtmlBlock
        | TagEnd::Table
        // Kept where a definition inside another was set apart.
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::MetadataBlock(_) => builder.end_leaf(),
    }
}
