//! A comment's CommonMark as a tree of paragraphs, lists and quotations, for documents that are set.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use serde::Serialize;
use unicode_bidi::{BidiClass, bidi_class};

use super::comment;

/// Lists and quotations within one another beyond this are set as one: no page has room for more.
pub(super) const DEEPEST: usize = 6;

/// A part of a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Words(Words),
    /// A quotation.
    Quote {
        /// What is quoted.
        inside: Vec<Block>,
    },
    /// A list.
    List {
        /// The first number; none where it has bullets.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// Code, its lines as they are.
    Code {
        /// The lines.
        text: String,
    },
    /// A table.
    Table(Table),
    /// A line across.
    Rule,
}

/// Cells in rows, the first of which names the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The cells.
    pub rows: Vec<Vec<Words>>,
    /// Whether each column stands to the right.
    pub numbers: Vec<bool>,
    /// What each column asks for; filled in once the words are as they are set.
    pub columns: Vec<Column>,
}

/// What a column of a table asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its longest numbers and words, which are not broken.
    pub longest: Vec<String>,
    /// Its longest cell.
    pub natural: String,
}

/// Words that are set as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Piece by piece.
    pub runs: Vec<Run>,
    /// Whether the first letter, and so the paragraph, runs from right to left.
    pub right_to_left: bool,
}

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words; a line ends where they are a line feed alone.
    pub text: String,
    /// How they are stressed.
    pub stress: Stress,
    /// Whether they are code.
    pub code: bool,
    /// Where they lead.
    pub link: Option<String>,
}

impl Words {
    /// Pieces as one.
    pub fn of(runs: Vec<Run>) -> Words {
        let mut signs = runs.iter().flat_map(|run| run.text.chars());
        let first = signs.find_map(|sign| match bidi_class(sign) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        });
        Words { runs, right_to_left: first.unwrap_or(false) }
    }
}

/// How words are stressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stress {
    /// `**strong**`
    pub bold: bool,
    /// `*emphasis*`
    pub italic: bool,
    /// `~~struck out~~`
    pub struck: bool,
}

impl Run {
    /// Words without any stress.
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }
}

/// The parts of a comment.
pub fn blocks(said: &str) -> Vec<Block> {
    let mut tree = Tree { open: vec![Open::default()], ..Tree::default() };
    comment::events(said).for_each(|event| tree.take(event));
    tree.end_words();
    while tree.open.len() > 1 {
        tree.close();
    }
    tree.open.pop().map(|root| root.blocks).unwrap_or_default()
}

/// The tree while it grows.
#[derive(Default)]
struct Tree {
    /// What is not closed, the innermost last.
    open: Vec<Open>,
    /// Lists and quotations that are too deep and are left out.
    too_deep: usize,
    runs: Vec<Run>,
    look: Run,
    code: Option<String>,
}

#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    /// None for the whole and for an item.
    what: Option<What>,
}

enum What {
    Table(Table),
    Quote,
    List { first: Option<u64>, items: Vec<Vec<Block>> },
}

impl Tree {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => match &mut self.code {
                Some(code) => code.push_str(&words),
                None => self.runs.push(Run { text: words.into_string(), ..self.look.clone() }),
            },
            Event::Code(words) => {
                self.runs.push(Run { text: words.into_string(), code: true, ..self.look.clone() });
            }
            Event::SoftBreak => self.runs.push(Run { text: " ".to_owned(), ..self.look.clone() }),
            Event::HardBreak => self.runs.push(Run::plain("\n")),
            Event::Rule => {
                self.end_words();
                self.push(Block::Rule);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => self.open(What::Quote),
            Tag::List(first) => self.open(What::List { first, items: Vec::new() }),
            Tag::CodeBlock(_) => {
                self.end_words();
                self.code = Some(String::new());
            }
            Tag::Heading { .. } => {
                self.end_words();
                self.look.stress.bold = true;
            }
            Tag::Table(sides) => {
                let numbers = sides.iter().map(|side| *side == Alignment::Right).collect();
                self.open(What::Table(Table { numbers, ..Table::default() }));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = self.table() {
                    table.rows.push(Vec::new());
                }
            }
            Tag::Paragraph | Tag::Item => self.end_words(),
            Tag::Strong => self.look.stress.bold = true,
            Tag::Emphasis => self.look.stress.italic = true,
            Tag::Strikethrough => self.look.stress.struck = true,
            Tag::Link { dest_url, .. } => self.look.link = Some(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => {
                let cell = Words::of(std::mem::take(&mut self.runs));
                match self.table().and_then(|table| table.rows.last_mut()) {
                    Some(row) => row.push(cell),
                    // It is too deep to be a table.
                    None => self.runs = cell.runs,
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Table => {
                self.end_words();
                if self.too_deep > 0 {
                    self.too_deep -= 1;
                } else {
                    self.close();
                }
            }
            TagEnd::Item => {
                self.end_words();
                if self.too_deep == 0
                    && let Some(Open { blocks, what: Some(What::List { items, .. }) }) = self.open.last_mut()
                {
                    items.push(std::mem::take(blocks));
                }
            }
            TagEnd::CodeBlock => {
                if let Some(text) = self.code.take() {
                    self.push(Block::Code { text });
                }
            }
            TagEnd::Heading(_) => {
                self.end_words();
                self.look.stress.bold = false;
            }
            TagEnd::Paragraph => self.end_words(),
            TagEnd::Strong => self.look.stress.bold = false,
            TagEnd::Emphasis => self.look.stress.italic = false,
            TagEnd::Strikethrough => self.look.stress.struck = false,
            TagEnd::Link => self.look.link = None,
            _ => {}
        }
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.open.last_mut()?.what.as_mut()? {
            What::Table(table) if self.too_deep == 0 => Some(table),
            _ => None,
        }
    }

    fn open(&mut self, what: What) {
        self.end_words();
        if self.open.len() > DEEPEST {
            self.too_deep += 1;
        } else {
            self.open.push(Open { blocks: Vec::new(), what: Some(what) });
        }
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop_if(|open| open.what.is_some()) else { return };
        match closed.what {
            Some(What::Table(table)) => self.push(Block::Table(table)),
            Some(What::Quote) => self.push(Block::Quote { inside: closed.blocks }),
            Some(What::List { first, mut items }) => {
                if !closed.blocks.is_empty() {
                    items.push(closed.blocks);
                }
                self.push(Block::List { first, items });
            }
            None => {}
        }
    }

    fn end_words(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.push(Block::Words(Words::of(runs)));
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in brackets: (paragraph), [list], "quotation".
    fn told(blocks: &[Block]) -> String {
        let told = |block: &Block| match block {
            Block::Words(words) => {
                format!("({})", words.runs.iter().map(|run| run.text.as_str()).collect::<String>())
            }
            Block::Quote { inside } => format!("“{}”", told(inside)),
            Block::List { first, items } => {
                let items: Vec<String> = items.iter().map(|item| told(item)).collect();
                format!("[{}{}]", first.map_or(String::new(), |first| format!("{first}:")), items.join("|"))
            }
            Block::Code { text } => format!("`{text}`"),
            Block::Table(table) => {
                let cell = |words: &Words| words.runs.iter().map(|run| run.text.as_str()).collect::<String>();
                let row = |row: &Vec<Words>| row.iter().map(cell).collect::<Vec<_>>().join("|");
                format!("{{{}}}", table.rows.iter().map(row).collect::<Vec<_>>().join("/"))
            }
            Block::Rule => "—".to_owned(),
        };
        blocks.iter().map(told).collect()
    }

    #[test]
    fn what_stands_in_one_another_stays_there() {
        let said =
            "One *two*.\n\n3. Three\n   - four\n\n     five\n4. six\n\n> seven\n> eight\n\n---\n\n    nine\n";
        assert_eq!(told(&blocks(said)), "(One two.)[3:(Three)[(four)(five)]|(six)]“(seven eight)”—`nine\n`");
        let Block::Words(words) = &blocks(said)[0] else { panic!("a paragraph") };
        assert!(words.runs[1].stress.italic && !words.runs[0].stress.italic && !words.right_to_left);
    }

    #[test]
    fn a_table_keeps_its_cells_and_the_sides_of_its_columns() {
        let said = "Before\n\n| a | *b* |\n|---|--:|\n| one | 1,234 |\n| two |\n\nafter";
        let all = blocks(said);
        assert_eq!(told(&all), "(Before){a|b/one|1,234/two|}(after)");
        let Block::Table(table) = &all[1] else { panic!("a table") };
        assert_eq!(table.numbers, [false, true]);
        assert!(table.rows[0][1].runs[0].stress.italic);
        let deep = format!("{0}| a | b |\n{0}|---|---|\n{0}| c | d |\n", "> ".repeat(40));
        let told = told(&blocks(&deep));
        assert!("abcd".chars().all(|letter| told.contains(letter)), "{told}");
    }

    #[test]
    fn beyond_some_depth_nothing_goes_deeper_and_nothing_is_lost() {
        let said = format!("{}deep\n\nafter", "> ".repeat(3_000));
        let told = told(&blocks(&said));
        assert_eq!(told, "““““““(deep)””””””(after)");
        let lists: Vec<String> = (0..200).map(|depth| format!("{}- {depth}\n", "  ".repeat(depth))).collect();
        let lists = lists.concat();
        let all = blocks(&lists);
        let told = super::tests::told(&all);
        assert!((0..200).all(|depth| told.contains(&format!("({depth})"))), "{told}");
    }

    #[test]
    fn the_first_letter_says_which_way_a_paragraph_runs() {
        let runs = |said: &str| match &blocks(said)[0] {
            Block::Words(words) => words.right_to_left,
            _ => panic!("a paragraph"),
        };
        assert!(runs("62% שלום in London") && !runs("62% in London: שלום"));
    }
}
