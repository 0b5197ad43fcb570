//! Builds the flat list of blocks.

use std::borrow::Cow;
use std::ops::Range;

use super::anchors::Anchors;
use super::block::{Article, Block, Container, Kind, Marker, Run, Style, Target};
use super::footnotes::Numbered;
use super::inline::{LonePicture, MOST_OPEN, Mark, Writer};
use super::reading::words;
use super::table::TableReader;

/// The block being read.
struct Leaf {
    kind: LeafKind,
    /// Its source, as far as it has been read.
    source: Range<usize>,
}

enum LeafKind {
    Paragraph,
    Heading(u8),
    Code { language: String },
    Html,
    Table(TableReader),
}

/// A list being read.
struct List {
    /// The number of the next item, in an ordered list.
    next: Option<u64>,
    /// Of its items in the containers.
    depth: usize,
    first_block: usize,
    /// Known from its first paragraph on.
    tight: Option<bool>,
}

/// What of the article has been read.
pub(super) struct Builder<'s> {
    source: &'s str,
    blocks: Vec<Block>,
    /// What the next block stands in; taken over by the first block, item markers become `None`.
    containers: Vec<Container>,
    lists: Vec<List>,
    leaf: Option<Leaf>,
    html_as_text: Vec<Range<usize>>,
    /// Marks that a block of HTML leaves open: the tag's name, and the first block that it marks.
    open_marks: Vec<(String, Mark, usize)>,
    /// The words of the leaf.
    pub(super) writer: Writer<'s>,
    anchors: Anchors,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Builder<'s> {
        Builder {
            source,
            blocks: Vec::with_capacity(source.len() / BYTES_A_BLOCK),
            containers: Vec::new(),
            lists: Vec::new(),
            leaf: None,
            html_as_text: Vec::new(),
            open_marks: Vec::new(),
            writer: Writer::new(source),
            anchors: Anchors::default(),
        }
    }

    pub(super) fn finish(mut self) -> Article {
        self.end_leaf();
        Article { blocks: self.blocks, html_as_text: self.html_as_text }
    }

    // Containers

    pub(super) fn start_quote(&mut self) {
        self.end_leaf();
        self.containers.push(Container::Quote);
    }

    /// The word that a call-out (`> [!NOTE]`) begins with, as a paragraph of its quotation.
    pub(super) fn call_out(&mut self, word: &str, quotation: &Range<usize>) {
        let written = self.source.get(quotation.clone()).unwrap_or_default();
        let mark = written.find("[!").map(|start| (start, written[start..].find(']')));
        let Some((start, Some(length))) = mark else { return };
        let source = quotation.start + start..quotation.start + start + length + 1;
        let style = Style { strong: true, ..Style::default() };
        let run = Run { range: 0..word.len(), source: source.clone(), style, target: None };
        self.push_block(Kind::Paragraph, source, word.to_owned(), vec![run]);
    }

    pub(super) fn end_quote(&mut self) {
        self.end_leaf();
        self.containers.pop();
    }

    pub(super) fn start_list(&mut self, first_number: Option<u64>) {
        self.end_leaf();
        self.lists.push(List {
            next: first_number,
            depth: self.containers.len(),
            first_block: self.blocks.len(),
            tight: None,
        });
    }

    pub(super) fn end_list(&mut self) {
        self.end_leaf();
        self.lists.pop();
    }

    pub(super) fn start_item(&mut self) {
        self.end_leaf();
        let Some(list) = self.lists.last_mut() else { return };
        let marker = match &mut list.next {
            Some(next) => {
                let number = *next;
                *next = number.saturating_add(1);
                Marker::Number(number)
            }
            None => Marker::Bullet,
        };
        let tight = list.tight.unwrap_or(true);
        self.containers.push(Container::Item { marker: Some(marker), task: None, tight });
    }

    /// The item that has just begun is a task.
    pub(super) fn task(&mut self, is_done: bool) {
        if let Some(Container::Item { marker: Some(_), task, .. }) = self.containers.last_mut() {
            *task = Some(is_done);
        }
    }

    pub(super) fn end_item(&mut self, source: Range<usize>) {
        self.end_leaf();
        self.fill_if_empty(source);
        self.containers.pop();
    }

    pub(super) fn start_footnote(&mut self, Numbered { label, number }: Numbered) {
        self.end_leaf();
        self.open_marks.clear();
        self.containers.push(Container::Footnote { label, number, first: true });
    }

    pub(super) fn end_footnote(&mut self, source: Range<usize>) {
        self.end_leaf();
        self.fill_if_empty(source);
        self.containers.pop();
    }

    /// An item or footnote without a block gets an empty paragraph, to show its mark beside.
    fn fill_if_empty(&mut self, source: Range<usize>) {
        let shows_no_mark = matches!(
            self.containers.last(),
            Some(Container::Item { marker: Some(_), .. } | Container::Footnote { first: true, .. })
        );
        if shows_no_mark {
            self.push_block(Kind::Paragraph, source, String::new(), Vec::new());
        }
    }

    /// A paragraph tells whether its list is tight; blocks before it were taken to be in a tight one.
    fn settle_list(&mut self, tight: bool) {
        if !matches!(self.containers.last(), Some(Container::Item { .. })) {
            return;
        }
        let Some(list) = self.lists.last_mut().filter(|list| list.tight.is_none()) else { return };
        list.tight = Some(tight);
        if tight {
            return;
        }
        let before = self.blocks[list.first_block..].iter_mut().map(|block| &mut block.containers);
        for containers in before.chain([&mut self.containers]) {
            if let Some(Container::Item { tight, .. }) = containers.get_mut(list.depth) {
                *tight = false;
            }
        }
    }

    // Blocks

    pub(super) fn start_paragraph(&mut self, source: Range<usize>) {
        self.start_leaf(LeafKind::Paragraph, source);
        self.settle_list(false);
    }

    pub(super) fn start_heading(&mut self, level: u8, source: Range<usize>) {
        self.start_leaf(LeafKind::Heading(level), source);
    }

    pub(super) fn start_code(&mut self, info: &str, source: Range<usize>) {
        let language = info.split_whitespace().next().unwrap_or_default().to_owned();
        self.start_leaf(LeafKind::Code { language }, source);
    }

    pub(super) fn start_html(&mut self, source: Range<usize>) {
        self.start_leaf(LeafKind::Html, source);
    }

    pub(super) fn start_table(&mut self, alignments: &[pulldown_cmark::Alignment], source: Range<usize>) {
        self.start_leaf(LeafKind::Table(TableReader::new(alignments, source.start)), source);
    }

    pub(super) fn rule(&mut self, source: Range<usize>) {
        self.end_leaf();
        self.push_block(Kind::Rule, source, String::new(), Vec::new());
    }

    fn start_leaf(&mut self, kind: LeafKind, source: Range<usize>) {
        self.end_leaf();
        self.leaf = Some(Leaf { kind, source });
    }

    /// Where to write words that stand at `source`. In tight lists, and behind a picture on a line
    /// of its own, paragraphs are not announced: their first words begin them.
    pub(super) fn words_at(&mut self, source: &Range<usize>) -> &mut Writer<'s> {
        if let Some(leaf) = &mut self.leaf {
            leaf.source.end = leaf.source.end.max(source.end);
        } else {
            self.leaf = Some(Leaf { kind: LeafKind::Paragraph, source: source.clone() });
            self.settle_list(true);
        }
        &mut self.writer
    }

    /// Ends the block being read, if there is one.
    pub(super) fn end_leaf(&mut self) {
        let Some(Leaf { kind, source }) = self.leaf.take() else { return self.writer.close_tags() };
        let kind = match kind {
            LeafKind::Paragraph => return self.push_paragraph(source),
            LeafKind::Heading(level) => {
                self.writer.end_words();
                let is_unseen = self.writer.has_unseen && self.writer.len() == 0;
                let (text, runs) = self.writer.take();
                if is_unseen {
                    return;
                }
                let words = words(&text, &runs, 0..text.len());
                let kind = Kind::Heading { level, anchor: self.anchors.give(&words) };
                return self.push_block(kind, source, text, runs);
            }
            LeafKind::Table(reader) => Kind::Table(reader.finish()),
            LeafKind::Code { language } => {
                self.writer.drop_line_end();
                Kind::Code { language }
            }
            LeafKind::Html => {
                self.writer.drop_line_end();
                Kind::Html
            }
        };
        let (text, runs) = self.writer.take();
        self.push_block(kind, source, text, runs);
    }

    fn push_paragraph(&mut self, source: Range<usize>) {
        if let Some(lone) = self.writer.take_lone_picture() {
            self.writer.close_tags();
            return self.push_lone_picture(lone, source.start);
        }
        self.writer.end_words();
        let is_unseen = self.writer.has_unseen && self.writer.len() == 0;
        let (text, runs) = self.writer.take();
        if is_unseen {
            return;
        }
        self.push_block(Kind::Paragraph, source, text, runs);
    }

    fn push_lone_picture(&mut self, lone: LonePicture<'s>, start: usize) {
        let LonePicture { text, runs, picture, alt } = lone;
        if let Some(last) = runs.last() {
            let end = last.source.end;
            self.push_block(Kind::Paragraph, start..end, text, runs);
        }
        let kind = match Target::of(&picture.destination) {
            Target::Poll(reference) => Kind::Chart { reference: reference.as_ref().to_owned(), caption: alt },
            _ => Kind::Picture {
                path: picture.destination.into_string(),
                alt,
                title: picture.title.into_string(),
            },
        };
        self.push_block(kind, picture.source, String::new(), Vec::new());
    }

    fn push_block(&mut self, kind: Kind, source: Range<usize>, text: String, runs: Vec<Run>) {
        let mut source = without_line_end(self.source, source);
        // A code block that is never closed can end in blank lines.
        source.end = source.end.max(runs.last().map_or(0, |run| run.source.end));
        let containers = self.containers.clone();
        for container in &mut self.containers {
            match container {
                Container::Quote => {}
                Container::Item { marker, task, .. } => (*marker, *task) = (None, None),
                Container::Footnote { first, .. } => *first = false,
            }
        }
        self.blocks.push(Block { kind, source, text, runs, containers });
    }

    // Words

    pub(super) fn text(&mut self, text: &str, source: Range<usize>) {
        // Most text is a piece of a line as it stands there; only a cell's can need a change.
        if text.len() == source.len() && self.table().is_none() {
            return self.words_at(&source).push(text, source);
        }
        self.text_with_line_ends(text, source);
    }

    /// Text that can have line ends inside: raw HTML.
    pub(super) fn text_with_line_ends(&mut self, text: &str, source: Range<usize>) {
        let text = self.on_one_line(text);
        self.words_at(&source).push(&text, source);
    }

    pub(super) fn code(&mut self, text: &str, source: Range<usize>) {
        let text = self.on_one_line(text);
        self.words_at(&source).push_code(&text, source);
    }

    /// Words with spaces for what would read as a hard line break, or as the end of a cell: line ends
    /// in raw HTML, tabs, and both written as entities. In code and HTML blocks they stay.
    fn on_one_line<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let parts: &[char] = match &self.leaf {
            Some(Leaf { kind: LeafKind::Code { .. } | LeafKind::Html, .. }) => return text.into(),
            Some(Leaf { kind: LeafKind::Table(_), .. }) => &['\n', '\r', '\t'],
            _ => &['\n', '\r'],
        };
        if text.contains(parts) { text.replace("\r\n", " ").replace(parts, " ").into() } else { text.into() }
    }

    /// A line end in the source, read as a space or `\n`.
    pub(super) fn line_break(&mut self, reads: char, source: Range<usize>) {
        if let Some(Leaf { kind: LeafKind::Paragraph, source: paragraph }) = &self.leaf
            && let Some(lone) = self.writer.take_lone_picture()
        {
            let start = paragraph.start;
            self.leaf = None;
            return self.push_lone_picture(lone, start);
        }
        self.words_at(&source).push_break(reads, source);
    }

    /// A line end that a tag makes: in a paragraph a hard one, elsewhere a space.
    pub(super) fn tag_break(&mut self, source: &Range<usize>) {
        let reads = match &self.leaf {
            Some(Leaf { kind: LeafKind::Paragraph, source: paragraph }) => {
                let start = paragraph.start;
                if let Some(lone) = self.writer.take_lone_picture() {
                    self.leaf = None;
                    self.push_lone_picture(lone, start);
                    return self.writer.pass_unseen();
                }
                '\n'
            }
            _ => ' ',
        };
        let at = self.words_at(source).push_tag_break(reads, source.clone());
        if let (Some(at), Some((table, _))) = (at, self.table()) {
            table.end_line(at);
        }
    }

    // HTML

    /// A piece of HTML that is not understood stands in the text.
    pub(super) fn html_stays_text(&mut self, source: Range<usize>) {
        self.html_as_text.push(source);
    }

    /// Begins a paragraph where none is being read.
    pub(super) fn ensure_paragraph(&mut self, source: &Range<usize>) {
        if self.leaf.is_none() {
            self.start_leaf(LeafKind::Paragraph, source.clone());
        }
    }

    /// Whether a block is being read that has words.
    pub(super) fn has_words(&self) -> bool {
        self.leaf.is_some() && self.writer.len() > 0
    }

    /// Whether a block is being read.
    pub(super) fn is_in_block(&self) -> bool {
        self.leaf.is_some()
    }

    /// Writes words of HTML: a space behind a space is none.
    pub(super) fn html_words(&mut self, words: &str, source: Range<usize>) {
        if words == " " {
            return self.words_at(&source).push_space(source);
        }
        self.text_with_line_ends(words, source);
    }

    /// Marks that the block being read leaves open go on in the blocks that follow.
    pub(super) fn leave_marks_open(&mut self) {
        let open: Vec<_> = self.writer.open_marks().map(|(name, mark)| (name.to_owned(), mark)).collect();
        self.end_leaf();
        let first = self.blocks.len();
        let room = MOST_OPEN.saturating_sub(self.open_marks.len());
        self.open_marks.extend(open.into_iter().take(room).map(|(name, mark)| (name, mark, first)));
    }

    /// Ends a mark that went on over several blocks.
    pub(super) fn end_open_mark(&mut self, name: &str) {
        let opened = self.open_marks.iter().rposition(|(open, ..)| open.eq_ignore_ascii_case(name));
        let Some(opened) = opened else { return };
        let (_, mark, first) = self.open_marks.swap_remove(opened);
        let marked = self.blocks.get_mut(first..).unwrap_or_default();
        marked.iter_mut().flat_map(|block| &mut block.runs).for_each(|run| *mark.of(&mut run.style) = true);
    }

    // Tables

    pub(super) fn start_row(&mut self) {
        if let Some((table, _)) = self.table() {
            table.start_row();
        }
    }

    pub(super) fn end_row(&mut self) {
        if let Some((table, writer)) = self.table() {
            table.end_row(writer);
        }
    }

    pub(super) fn start_cell(&mut self, source: Range<usize>) {
        if let Some((table, writer)) = self.table() {
            table.start_cell(writer, source);
        }
    }

    pub(super) fn end_cell(&mut self, source: Range<usize>) {
        if let Some((table, writer)) = self.table() {
            table.end_cell(writer, source);
        }
    }

    /// The table being read, if one is, and where its words go.
    fn table(&mut self) -> Option<(&mut TableReader, &mut Writer<'s>)> {
        match &mut self.leaf {
            Some(Leaf { kind: LeafKind::Table(table), .. }) => Some((table, &mut self.writer)),
            _ => None,
        }
    }
}

/// Also puts right a range that cuts a character: the parser counts back an empty item's indent
/// in columns, not in bytes.
fn without_line_end(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end.max(start));
    start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
}

/// Source bytes a block, in articles as they are written: makes room for the blocks in one go.
const BYTES_A_BLOCK: usize = 256;
