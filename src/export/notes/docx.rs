//! Notes as a Word file, with real styles: headings, quotations, lists, notes at the foot.

use std::fmt::Write;
use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, Footnote, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc, LevelText,
    LineSpacing, LineSpacingType, NumberFormat, Numbering, NumberingId, PageMargin, Paragraph, Pic, Run,
    RunFonts, SpecialIndentType, Start, Style, StyleType,
};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::comment;
use super::report::{Item, Picture, Printed, Report};

/// Twips of a point; half points of one; EMU of a pixel at 96 to the inch.
const TWIPS: i32 = 20;
const HALVES: usize = 2;
const EMU: u32 = 9_525;
/// The text's width in pixels at 96 to the inch: A4 with margins of 25 mm.
const WIDTH: u32 = 604;

const BULLETS: usize = 1;
const NUMBERS: usize = 2;

/// Makes the file.
///
/// # Errors
/// A sentence, where the library gives up.
pub fn write(report: &Report) -> Result<Vec<u8>, String> {
    let mut docx = styled(Docx::new(), report);
    docx = docx.add_paragraph(Paragraph::new().style("Title").add_run(text(&report.title)));
    let count = if report.count == 1 { "1 note".to_owned() } else { format!("{} notes", report.count) };
    let about = format!("{count} · references in the {} style", report.style);
    docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&about)));
    let mut alternatives = Vec::new();
    for group in &report.groups {
        docx = docx.add_paragraph(Paragraph::new().style("Heading1").add_run(text(&group.title)));
        for item in &group.notes {
            docx = note(docx, item, &mut alternatives);
        }
    }
    if !report.references.is_empty() {
        docx = docx.add_paragraph(Paragraph::new().style("Heading1").add_run(text("References")));
        for reference in &report.references {
            docx = docx.add_paragraph(printed(Paragraph::new().style("Bibliography"), reference));
        }
    }
    let mut parts = docx.build();
    parts.document = with_alternatives(&parts.document, &alternatives);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|why| format!("the Word file could not be made: {why}"))?;
    Ok(bytes.into_inner())
}

fn styled(docx: Docx, report: &Report) -> Docx {
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).q_format(true);
    let spaced = |before: u32, after: u32| LineSpacing::new().before(before * 20).after(after * 20);
    let sans = || RunFonts::new().ascii("Arial").hi_ansi("Arial");
    docx.default_fonts(RunFonts::new().ascii("Georgia").hi_ansi("Georgia"))
        .default_size(11 * HALVES)
        .default_line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(300).after(120))
        .page_margin(PageMargin::new().top(1418).bottom(1418).left(1418).right(1418))
        .page_size(11_906, 16_838)
        .created_at(&format!("{}T00:00:00Z", report.day))
        .updated_at(&format!("{}T00:00:00Z", report.day))
        .add_style(paragraph("Title", "Title").size(24 * HALVES).line_spacing(spaced(0, 6)))
        .add_style(
            paragraph("Heading1", "heading 1")
                .size(16 * HALVES)
                .bold()
                .outline_lvl(0)
                .line_spacing(spaced(20, 8)),
        )
        .add_style(
            paragraph("Heading2", "heading 2")
                .size(11 * HALVES)
                .bold()
                .outline_lvl(1)
                .line_spacing(spaced(14, 4)),
        )
        .add_style(
            paragraph("Quote", "Quote")
                .italic()
                .indent(Some(20 * TWIPS), None, None, None)
                .line_spacing(spaced(0, 6)),
        )
        .add_style(
            paragraph("Quiet", "Note details")
                .size(9 * HALVES)
                .fonts(sans())
                .color("5F5A50")
                .line_spacing(spaced(0, 4)),
        )
        .add_style(paragraph("ListParagraph", "List Paragraph").line_spacing(spaced(0, 3)))
        .add_style(
            paragraph("Bibliography", "Bibliography")
                .indent(Some(18 * TWIPS), Some(SpecialIndentType::Hanging(18 * TWIPS)), None, None)
                .line_spacing(spaced(0, 6)),
        )
        .add_style(paragraph("FootnoteText", "footnote text").size(9 * HALVES))
        .add_abstract_numbering(list(BULLETS, "bullet", "•"))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_abstract_numbering(list(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(NUMBERS, NUMBERS))
}

fn list(id: usize, format: &str, mark: &str) -> AbstractNumbering {
    let indent = Some(SpecialIndentType::Hanging(16 * TWIPS));
    let level =
        Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(mark), LevelJc::new("left"));
    AbstractNumbering::new(id).add_level(level.indent(Some(32 * TWIPS), indent, None, None))
}

fn note(mut docx: Docx, item: &Item, alternatives: &mut Vec<String>) -> Docx {
    docx = docx.add_paragraph(Paragraph::new().style("Heading2").add_run(text(&heading(item))));
    let foot = Footnote::new().add_content(footnote(item));
    let cited = Run::new().add_footnote_reference(foot);
    let words = if item.quote.is_empty() { "The whole briefing." } else { &item.quote };
    docx = docx.add_paragraph(Paragraph::new().style("Quote").add_run(text(words)).add_run(cited));
    if let Some(status) = item.status.filter(|status| *status != "unchanged") {
        let words = format!("In the edition at hand: {status}.");
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&words).color("8A4B12")));
    }
    if let Some(picture) = &item.picture {
        docx = docx.add_paragraph(Paragraph::new().add_run(Run::new().add_image(drawn(picture))));
        alternatives.push(picture.alternative.clone());
    }
    if !item.disclosure.is_empty() {
        let facts: Vec<String> =
            item.disclosure.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&facts.join(" · "))));
    }
    docx = said(docx, &item.comment);
    let stance = item.stance.map(|stance| format!("Stance: {stance}"));
    let tags = (!item.tags.is_empty()).then(|| format!("Tags: {}", item.tags.join(", ")));
    let last: Vec<String> = [stance, tags].into_iter().flatten().collect();
    if !last.is_empty() {
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&last.join(" · "))));
    }
    docx
}

/// "Poll (evidence) · What the public says · edition 1"
fn heading(item: &Item) -> String {
    let what = match item.label {
        "poll" => "Poll (evidence)",
        "call" => "Call to action (advocacy)",
        "comparison" => "Comparison of polls",
        "briefing" => "Briefing",
        _ => "Article",
    };
    let edition = format!("edition {}", item.edition);
    let parts = [what, item.section.as_str(), edition.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The citation, the source and the way back.
fn footnote(item: &Item) -> Paragraph {
    let mut paragraph = Paragraph::new().style("FootnoteText").add_run(text(" "));
    if !item.citation.0.is_empty() {
        paragraph = printed(paragraph, &item.citation).add_run(text(" "));
    }
    let is_elsewhere = matches!(item.label, "poll" | "call");
    if is_elsewhere && !item.source.is_empty() {
        paragraph = paragraph.add_run(text(&format!("{}. ", item.source.trim_end_matches('.'))));
    }
    paragraph.add_run(text(&item.address))
}

fn drawn(picture: &Picture) -> Pic {
    let (width, height) = picture.size;
    let shown = WIDTH.min(width);
    let tall = (u64::from(height) * u64::from(shown) / u64::from(width.max(1))) as u32;
    Pic::new_with_dimensions(picture.png.clone(), width, height).size(shown * EMU, tall * EMU)
}

/// The comment's paragraphs, lists, quotations and links.
fn said(mut docx: Docx, words: &str) -> Docx {
    let mut now = Paragraph::new();
    let mut is_open = false;
    let (mut bold, mut italic, mut strike) = (false, false, false);
    let mut lists: Vec<usize> = Vec::new();
    let mut quotes = 0_usize;
    let mut link: Option<(String, Vec<Run>)> = None;
    let begin = |lists: &[usize], quotes: usize| match lists.last() {
        Some(list) => {
            Paragraph::new().style("ListParagraph").numbering(NumberingId::new(*list), IndentLevel::new(0))
        }
        None if quotes > 0 => Paragraph::new().style("Quote"),
        None => Paragraph::new(),
    };
    for event in comment::events(words) {
        match event {
            Event::Start(Tag::List(first)) => {
                if is_open {
                    docx = docx.add_paragraph(std::mem::take(&mut now));
                    is_open = false;
                }
                lists.push(if first.is_some() { NUMBERS } else { BULLETS });
            }
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotes = quotes.saturating_sub(1),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::CodeBlock(_))
                if !is_open =>
            {
                now = begin(&lists, quotes);
                is_open = true;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock)
                if is_open =>
            {
                docx = docx.add_paragraph(std::mem::take(&mut now));
                is_open = false;
            }
            Event::Start(Tag::Strong) => bold = true,
            Event::End(TagEnd::Strong) => bold = false,
            Event::Start(Tag::Emphasis) => italic = true,
            Event::End(TagEnd::Emphasis) => italic = false,
            Event::Start(Tag::Strikethrough) => strike = true,
            Event::End(TagEnd::Strikethrough) => strike = false,
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((dest_url.to_string(), Vec::new())),
            Event::End(TagEnd::Link) => {
                if let Some((address, runs)) = link.take() {
                    let hyperlink = Hyperlink::new(address, HyperlinkType::External);
                    let hyperlink = runs.into_iter().fold(hyperlink, Hyperlink::add_run);
                    now = std::mem::take(&mut now).add_hyperlink(hyperlink);
                }
            }
            Event::Text(words) | Event::Code(words) => {
                let run = formatted(&words, bold, italic, strike);
                match &mut link {
                    Some((_, runs)) => runs.push(run.color("14688A").underline("single")),
                    None => now = std::mem::take(&mut now).add_run(run),
                }
            }
            Event::SoftBreak => now = std::mem::take(&mut now).add_run(text(" ")),
            Event::HardBreak => {
                now =
                    std::mem::take(&mut now).add_run(Run::new().add_break(docx_rs::BreakType::TextWrapping));
            }
            _ => {}
        }
    }
    if is_open { docx.add_paragraph(now) } else { docx }
}

fn formatted(words: &str, bold: bool, italic: bool, strike: bool) -> Run {
    let mut run = text(words);
    if bold {
        run = run.bold();
    }
    if italic {
        run = run.italic();
    }
    if strike { run.strike() } else { run }
}

fn printed(paragraph: Paragraph, reference: &Printed) -> Paragraph {
    let run = |span: &crate::export::references::Span| {
        let run = text(&span.text);
        if span.italic { run.italic() } else { run }
    };
    reference.0.iter().map(run).fold(paragraph, Paragraph::add_run)
}

/// Words without signs that XML does not allow.
fn text(words: &str) -> Run {
    let allowed = |sign: &char| {
        *sign == '\t' || *sign == '\n' || !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}')
    };
    let words: String =
        words.chars().filter(allowed).map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    Run::new().add_text(words)
}

/// Gives each picture its words and a number of its own: the library writes the same for all.
fn with_alternatives(document: &[u8], alternatives: &[String]) -> Vec<u8> {
    const SAME: &str = "<wp:docPr id=\"1\" name=\"Figure\"";
    let document = String::from_utf8_lossy(document);
    let mut parts = document.split(SAME);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        let words = alternatives.get(number).map_or("", String::as_str);
        let _ = write!(
            out,
            "<wp:docPr id=\"{}\" name=\"Chart {0}\" descr=\"{}\"{part}",
            number + 1,
            crate::paint::svg::xml::escape(words)
        );
    }
    out.into_bytes()
}
