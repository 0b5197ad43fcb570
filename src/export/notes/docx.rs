//! Notes as a Word file, with real styles: headings, quotations, lists, notes at the foot.

use std::fmt::Write;
use std::io::Cursor;

use docx_rs::{
    Docx, Footnote, LineSpacing, LineSpacingType, PageMargin, Paragraph, Pic, Run, RunFonts,
    SpecialIndentType, Style, StyleType,
};

use super::docx_said::{Said, TWIPS, text};
use super::report::{Item, Picture, Printed, Report};

/// Half points of a point; EMU of a pixel at 96 to the inch.
const HALVES: usize = 2;
const EMU: u32 = 9_525;
/// The text's width in pixels at 96 to the inch: A4 with margins of 25 mm.
const WIDTH: u32 = 604;

/// Makes the file.
///
/// # Errors
/// A sentence, where the library gives up.
pub fn write(report: &Report) -> Result<Vec<u8>, String> {
    let mut docx = styled(Docx::new(), report);
    docx = docx.add_paragraph(Paragraph::new().style("Title").add_run(text(&report.title)));
    docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&report.about())));
    let mut alternatives = Vec::new();
    let mut said = Said::default();
    for group in &report.groups {
        docx = docx.add_paragraph(Paragraph::new().style("Heading1").add_run(text(&group.title)));
        for item in &group.notes {
            docx = note(docx, item, &mut said, &mut alternatives);
        }
    }
    if !report.references.is_empty() {
        docx = docx.add_paragraph(Paragraph::new().style("Heading1").add_run(text("References")));
        for reference in &report.references {
            docx = docx.add_paragraph(printed(Paragraph::new().style("Bibliography"), reference));
        }
    }
    let mut parts = said.with_lists(docx).build();
    parts.document = with_alternatives(&parts.document, &alternatives);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|_| "the Word file could not be made: try another format".to_owned())?;
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
            paragraph("TableText", "Table text").size(9 * HALVES).fonts(sans()).line_spacing(spaced(1, 1)),
        )
        .add_style(
            paragraph("Bibliography", "Bibliography")
                .indent(Some(18 * TWIPS), Some(SpecialIndentType::Hanging(18 * TWIPS)), None, None)
                .line_spacing(spaced(0, 6)),
        )
        .add_style(paragraph("FootnoteText", "footnote text").size(9 * HALVES))
}

fn note(mut docx: Docx, item: &Item, said: &mut Said, alternatives: &mut Vec<String>) -> Docx {
    docx = docx.add_paragraph(Paragraph::new().style("Heading2").add_run(text(&item.heading())));
    let foot = Footnote::new().add_content(footnote(item));
    let cited = Run::new().add_footnote_reference(foot);
    let words = if item.quote.is_empty() { "The whole briefing." } else { &item.quote };
    docx = docx.add_paragraph(Paragraph::new().style("Quote").add_run(text(words)).add_run(cited));
    if let Some(words) = item.change() {
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&words).color("8A4B12")));
    }
    if let Some(picture) = &item.picture {
        docx = docx.add_paragraph(Paragraph::new().add_run(Run::new().add_image(drawn(picture))));
        alternatives.push(item.alternative.clone());
    }
    if !item.disclosure.is_empty() {
        let facts: Vec<String> =
            item.disclosure.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&facts.join(" · "))));
    }
    docx = said.add(docx, &item.comment);
    if let Some(line) = item.last_line() {
        docx = docx.add_paragraph(Paragraph::new().style("Quiet").add_run(text(&line)));
    }
    docx
}

/// The citation, the source and the way back.
fn footnote(item: &Item) -> Paragraph {
    let mut paragraph = Paragraph::new().style("FootnoteText").add_run(text(" "));
    if !item.citation.0.is_empty() {
        paragraph = printed(paragraph, &item.citation).add_run(text(" "));
    }
    if let Some(source) = item.source_elsewhere() {
        paragraph = paragraph.add_run(text(&source));
    }
    paragraph.add_run(text(&item.address))
}

fn drawn(picture: &Picture) -> Pic {
    let (width, height) = picture.size;
    let shown = WIDTH.min(width);
    let tall = (u64::from(height) * u64::from(shown) / u64::from(width.max(1))) as u32;
    Pic::new_with_dimensions(picture.png.clone(), width, height).size(shown * EMU, tall * EMU)
}

fn printed(paragraph: Paragraph, reference: &Printed) -> Paragraph {
    let run = |span: &crate::export::references::Span| {
        let run = text(&span.text);
        if span.italic { run.italic() } else { run }
    };
    reference.0.iter().map(run).fold(paragraph, Paragraph::add_run)
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
