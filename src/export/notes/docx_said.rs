//! What a person said, in a Word file: paragraphs, lists, quotations, code and links.

use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc,
    LevelOverride, LevelText, NumberFormat, Numbering, NumberingId, Paragraph, Run, RunFonts,
    SpecialIndentType, Start, Table, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::blocks::{self, Block, blocks};
use super::paper_table;
use crate::text::breaking::with_fixed_spaces;

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
                Block::Table(table) => tables(docx, table),
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

/// Points of the text's width, of an em in tables, and of a cell's margins.
const ROOM: f32 = 453.0;
const EM: f32 = 9.0;
const MARGINS: f32 = 12.0;

/// A table in as many parts as it needs beside one another's first column: Word would break what is too wide,
/// or cut it off.
fn tables(docx: Docx, table: &blocks::Table) -> Docx {
    let columns = paper_table::columns(table);
    let needs: Vec<f32> = columns
        .iter()
        .map(|column| {
            let longest = column.longest.iter().map(|word| about(word)).fold(0.0, f32::max);
            (longest + MARGINS).min(ROOM * 0.9)
        })
        .collect();
    paper_table::parts(&needs, ROOM).into_iter().fold(docx, |docx, part| {
        let natural = |index: &usize| (about(&columns[*index].natural) + MARGINS).max(needs[*index]);
        let least: f32 = part.iter().map(|index| needs[*index]).sum();
        let more: f32 = part.iter().map(|index| natural(index) - needs[*index]).sum();
        let share = ((ROOM - least).max(0.0) / more.max(1.0)).min(1.0);
        let widths: Vec<usize> = part
            .iter()
            .map(|index| (needs[*index] + (natural(index) - needs[*index]) * share) * TWIPS as f32)
            .map(|twips| twips as usize)
            .collect();
        let row = |(number, cells): (usize, &Vec<blocks::Words>)| {
            let cell = |(index, width): (&usize, &usize)| {
                let mut set = Paragraph::new().style("TableText");
                if table.numbers.get(*index) == Some(&true) {
                    set = set.align(AlignmentType::Right);
                }
                let runs = cells.get(*index).into_iter().flat_map(|words| &words.runs).map(formatted);
                let set =
                    runs.map(|run| if number == 0 { run.bold() } else { run }).fold(set, Paragraph::add_run);
                TableCell::new().width(*width, WidthType::Dxa).add_paragraph(set)
            };
            TableRow::new(part.iter().zip(&widths).map(cell).collect()).cant_split()
        };
        let rows = table.rows.iter().enumerate().map(row).collect();
        let set = Table::new(rows)
            .layout(TableLayoutType::Fixed)
            .width(widths.iter().sum(), WidthType::Dxa)
            .set_grid(widths.clone());
        docx.add_table(set).add_paragraph(Paragraph::new())
    })
}

/// About how wide words are in Arial, bold, in points.
fn about(words: &str) -> f32 {
    let em = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | '\'' | '|' | ':' | ';' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        'A'..='Z' => 0.75,
        ' '..='~' => 0.62,
        '\u{2e80}'.. => 1.1,
        _ => 0.7,
    };
    EM * words.chars().map(em).sum::<f32>()
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
        paragraph = paragraph.add_run(as_it_is(line).fonts(monospaced()));
    }
    paragraph
}

fn monospaced() -> RunFonts {
    RunFonts::new().ascii("Consolas").hi_ansi("Consolas")
}

/// Words, broken into lines as a reader expects.
pub(super) fn text(words: &str) -> Run {
    as_it_is(&with_fixed_spaces(words))
}

/// Text without signs that XML does not allow.
fn as_it_is(words: &str) -> Run {
    let allowed = |sign: &char| {
        *sign == '\t' || *sign == '\n' || !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}')
    };
    let words: String =
        words.chars().filter(allowed).map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    Run::new().add_text(words)
}
