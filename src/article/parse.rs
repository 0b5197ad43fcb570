//! Reads CommonMark, with tables, footnotes as on GitHub, strikethrough, task lists and call-outs. Front
//! matter is passed over.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::block::{Article, Target};
use super::build::Builder;
use super::footnotes::Footnotes;
use super::front_matter::FrontMatter;
use super::html_reading::{self, HtmlLines};
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
pub fn parse_watched(source: &str, mut go_on: impl FnMut(usize) -> bool) -> Article {
    let shift = match FrontMatter::of(source) {
        Some(front_matter) => front_matter.source.end,
        None => source.len() - source.strip_prefix('\u{feff}').unwrap_or(source).len(),
    };
    let mut reader = Reader { builder: Builder::new(source), footnotes: Footnotes::default(), html: None };
    pieces::read(
        &source[shift..],
        |(event, range)| reader.take(event, range.start + shift..range.end + shift),
        |read| go_on(shift + read),
    );
    reader.finish()
}

/// What is being read.
struct Reader<'s> {
    builder: Builder<'s>,
    footnotes: Footnotes<'s>,
    /// A block of HTML that has begun.
    html: Option<HtmlLines>,
}

impl<'s> Reader<'s> {
    /// Takes what the parser says, in its order.
    fn take(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => self.footnotes.start_definition(label, range),
            Event::End(TagEnd::FootnoteDefinition) => {
                self.footnotes.end_definition();
                // It parts what stands around it, as any block does.
                if self.footnotes.is_in_definition() {
                    self.footnotes.keep((event, range));
                } else {
                    self.builder.end_leaf();
                }
            }
            event if self.footnotes.is_in_definition() => self.footnotes.keep((event, range)),
            event => self.read(event, range),
        }
    }

    fn finish(mut self) -> Article {
        while let Some((numbered, definition)) = self.footnotes.next_definition() {
            self.builder.start_footnote(numbered);
            for (event, range) in definition.pieces {
                self.read(event, range);
            }
            self.builder.end_footnote(definition.source);
        }
        self.builder.finish()
    }

    fn read(&mut self, event: Event<'s>, range: Range<usize>) {
        let builder = &mut self.builder;
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some(HtmlLines::default()),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(lines) = self.html.take() {
                    html_reading::block(builder, &lines, range);
                }
            }
            Event::Html(text) | Event::Text(text) if self.html.is_some() => {
                self.html.get_or_insert_default().push(&text, range);
            }
            Event::Text(text) => builder.text(&text, range),
            Event::InlineHtml(text) => html_reading::amid_words(builder, &text, range),
            // Mathematics is not asked for in the options; if it came, no word would be lost.
            Event::Html(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
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
                let footnote = self.footnotes.refer(label);
                builder.words_at(&range).push_footnote(footnote, range);
            }
            Event::TaskListMarker(is_done) => builder.task(is_done),
        }
    }
}

fn start<'s>(tag: Tag<'s>, range: Range<usize>, builder: &mut Builder<'s>) {
    match tag {
        Tag::Paragraph => builder.start_paragraph(range),
        Tag::Heading { level, .. } => builder.start_heading(level as u8, range),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => builder.start_code(&info, range),
        Tag::CodeBlock(CodeBlockKind::Indented) => builder.start_code("", range),
        Tag::Table(alignments) => builder.start_table(&alignments, range),
        Tag::TableHead | Tag::TableRow => builder.start_row(),
        Tag::TableCell => builder.start_cell(range),
        Tag::BlockQuote(call_out) => {
            builder.start_quote();
            if let Some(kind) = call_out {
                builder.call_out(word(kind), &range);
            }
        }
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
        // Footnotes and HTML are set apart before; the others are not asked for in the options.
        Tag::FootnoteDefinition(_)
        | Tag::HtmlBlock
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => builder.end_leaf(),
    }
}

/// What a call-out begins with, as GitHub shows it.
fn word(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
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
