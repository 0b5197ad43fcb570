//! What a person said, in a Word file: paragraphs, lists, quotations, code and links.

use docx_rs::{
    AbstractNumbering, BreakType, Docx, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc, LevelOverride,
    LevelText, NumberFormat, Numbering, NumberingId, Paragraph, Run, RunFonts, SpecialIndentType, Start,
};

use super::blocks::{self, Block, blocks};

/// Twips of a point.
pub(super) const TWIPS: i32 = 20;
/// Kinds of lists; the library has one of its own with the number 1.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;
/// Levels of lists within lists.
const LEVELS: usize = 6;
/// Points that a level stands in.
const INDENT: i32 = 16;

/// Adds what is said, and counts its lists, so that each begins with its own number.
#[derive(Default)]
pub(super) struct Said {
    /// The first number of each list; none where it has bullets.
    lists: Vec<Option<u64>>,
}

/// Where a block stands.
#[derive(Clone, Copy, Default)]
struct Place {
    quoted: bool,
    /// The list's number, the level, and whether the paragraph bears the item's mark.
    list: Option<(usize, usize, bool)>,
}

impl Said {
    /// Adds a comment.
    pub fn add(&mut self, docx: Docx, said: &str) -> Docx {
        self.blocks(docx, &blocks(said), Place::default())
    }

    /// Adds the lists that were counted.
    pub fn with_lists(&self, docx: Docx) -> Docx {
        let docx = docx
            .add_abstract_numbering(kind(BULLETS, "bullet", |_| "•".to_owned()))
            .add_abstract_numbering(kind(NUMBERS, "decimal", |level| format!("%{}.", level + 1)));
        let numbering = |(number, first): (usize, &Option<u64>)| {
            let kind = if first.is_some() { NUMBERS } else { BULLETS };
            let starts = (0..LEVELS).map(|level| {
                let first = first.and_then(|first| usize::try_from(first).ok()).unwrap_or(1);
                LevelOverride::new(level).start(first)
            });
            Numbering::new(id(number), kind).overrides(if first.is_some() {
                starts.collect()
            } else {
                Vec::new()
            })
        };
        self.lists.iter().enumerate().map(numbering).fold(docx, Docx::add_numbering)
    }

    fn blocks(&mut self, docx: Docx, blocks: &[Block], mut place: Place) -> Docx {
        let mut docx = docx;
        for block in blocks {
            docx = match block {
                Block::Words(words) => docx.add_paragraph(paragraph(words, place)),
                Block::Quote { inside } => self.blocks(docx, inside, Place { quoted: true, ..place }),
                Block::List { first, items } => self.list(docx, *first, items, place),
                Block::Code { text } => docx.add_paragraph(code(text, place)),
                Block::Rule => docx,
            };
            // The mark stands before an item's first paragraph alone.
            place.list = place.list.map(|(list, level, _)| (list, level, false));
        }
        docx
    }

    fn list(&mut self, docx: Docx, first: Option<u64>, items: &[Vec<Block>], place: Place) -> Docx {
        self.lists.push(first);
        let list = id(self.lists.len() - 1);
        let level = place.list.map_or(0, |(_, level, _)| level + 1).min(LEVELS - 1);
        items.iter().fold(docx, |docx, item| {
            self.blocks(docx, item, Place { list: Some((list, level, true)), ..place })
        })
    }
}

/// A list's number in the file, by its number among all.
fn id(list: usize) -> usize {
    NUMBERS + 1 + list
}

fn kind(id: usize, format: &str, mark: impl Fn(usize) -> String) -> AbstractNumbering {
    let level = |level: usize| {
        let hanging = Some(SpecialIndentType::Hanging(INDENT * TWIPS));
        let (format, mark) = (NumberFormat::new(format), LevelText::new(mark(level)));
        Level::new(level, Start::new(1), format, mark, LevelJc::new("left")).indent(
            Some(indent(level)),
            hanging,
            None,
            None,
        )
    };
    (0..LEVELS).map(level).fold(AbstractNumbering::new(id), AbstractNumbering::add_level)
}

fn indent(level: usize) -> i32 {
    INDENT * TWIPS * (level as i32 + 2)
}

fn begun(place: Place) -> Paragraph {
    let paragraph = Paragraph::new();
    match place.list {
        Some((list, level, true)) => {
            paragraph.style("ListParagraph").numbering(NumberingId::new(list), IndentLevel::new(level))
        }
        Some((_, level, false)) => {
            paragraph.style("ListParagraph").indent(Some(indent(level)), None, None, None)
        }
        None if place.quoted => paragraph.style("Quote"),
        None => paragraph,
    }
}

fn paragraph(words: &blocks::Words, place: Place) -> Paragraph {
    let mut paragraph = begun(place);
    for run in &words.runs {
        paragraph = match &run.link {
            Some(address) => {
                let linked = formatted(run).color("14688A").underline("single");
                let link = Hyperlink::new(address, HyperlinkType::External).add_run(linked);
                paragraph.add_hyperlink(link)
            }
            None => paragraph.add_run(formatted(run)),
        };
    }
    paragraph
}

fn formatted(of: &blocks::Run) -> Run {
    if of.text == "\n" {
        return Run::new().add_break(BreakType::TextWrapping);
    }
    let mut run = text(&of.text);
    if of.stress.bold {
        run = run.bold();
    }
    if of.stress.italic {
        run = run.italic();
    }
    if of.stress.struck {
        run = run.strike();
    }
    if of.code { run.fonts(monospaced()) } else { run }
}

fn code(lines: &str, place: Place) -> Paragraph {
    let mut paragraph = begun(place);
    for (number, line) in lines.lines().enumerate() {
        if number > 0 {
            paragraph = paragraph.add_run(Run::new().add_break(BreakType::TextWrapping));
        }
        paragraph = paragraph.add_run(text(line).fonts(monospaced()));
    }
    paragraph
}

fn monospaced() -> RunFonts {
    RunFonts::new().ascii("Consolas").hi_ansi("Consolas")
}

/// Words without signs that XML does not allow.
pub(super) fn text(words: &str) -> Run {
    let allowed = |sign: &char| {
        *sign == '\t' || *sign == '\n' || !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}')
    };
    let words: String =
        words.chars().filter(allowed).map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    Run::new().add_text(words)
}
