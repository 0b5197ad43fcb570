//! The page as rows: masthead, key figures, the article's blocks with calls in their places, what
//! the article leaves over, sources. And the outline over them.

use std::collections::HashMap;

use crate::article::{Block, Kind, Target};
use crate::bundle::Bundle;

/// One row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// Title, summary, where it comes from.
    Masthead,
    /// The strip of key figures.
    Strip,
    /// A block of the article.
    Block(usize),
    /// A call to action, standing where a block is nothing but a link to it.
    Call(usize),
    /// The heading of a section that the program adds.
    Section(Section),
    /// A related story.
    Related(usize),
    /// A source.
    Source(usize),
    /// Room to scroll the last line up to where it is read with ease.
    End,
}

/// Sections that the program adds after the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The footnotes, whose blocks follow.
    Notes,
    /// The calls that the article gives no place.
    Calls,
    /// Where to read on.
    Related,
    /// Where the facts come from.
    Sources,
}

impl Section {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Section::Notes => "Notes",
            Section::Calls => "Calls to action",
            Section::Related => "Related stories",
            Section::Sources => "Sources",
        }
    }
}

/// What an outline row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A heading.
    Heading,
    /// A chart.
    Chart,
    /// A call to action.
    Call,
}

/// One row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// Steps in from the left, from 0.
    pub depth: usize,
    /// Its words.
    pub text: String,
    /// What it leads to.
    pub mark: Mark,
    /// A quiet word at the far end: "5 calls", "3".
    pub note: String,
    /// Whether a chart stands here.
    pub has_chart: bool,
    /// The row of the page that it leads to.
    pub row: usize,
}

/// The rows of the page.
pub fn rows(bundle: &Bundle) -> Vec<Item> {
    let manifest = &bundle.manifest;
    let mut rows = vec![Item::Masthead];
    if !manifest.highlights.is_empty() {
        rows.push(Item::Strip);
    }
    let mut placed = vec![false; manifest.calls.len()];
    let mut notes_begun = false;
    for (index, block) in bundle.article.blocks.iter().enumerate() {
        if is_footnote(block) && !notes_begun {
            notes_begun = true;
            add_calls_left_over(&mut rows, &placed);
            placed.fill(true);
            rows.push(Item::Section(Section::Notes));
        }
        match call_standing_here(block, bundle) {
            Some(call) if !placed[call] => {
                placed[call] = true;
                rows.push(Item::Call(call));
            }
            _ => rows.push(Item::Block(index)),
        }
    }
    add_calls_left_over(&mut rows, &placed);
    if !manifest.related.is_empty() {
        rows.push(Item::Section(Section::Related));
        rows.extend((0..manifest.related.len()).map(Item::Related));
    }
    if !manifest.sources.is_empty() {
        rows.push(Item::Section(Section::Sources));
        rows.extend((0..manifest.sources.len()).map(Item::Source));
    }
    rows.push(Item::End);
    rows
}

/// The calls that stand in a block's stead, by that block.
pub fn standing_calls(bundle: &Bundle, rows: &[Item]) -> HashMap<usize, usize> {
    let mut standing = HashMap::new();
    let mut next = 0;
    for row in rows {
        match *row {
            Item::Block(index) => next = index + 1,
            Item::Call(call) => {
                let block = bundle.article.blocks.get(next).filter(|block| !is_footnote(block));
                if block.and_then(|block| call_standing_here(block, bundle)) == Some(call) {
                    standing.insert(next, call);
                    next += 1;
                }
            }
            _ => {}
        }
    }
    standing
}

fn add_calls_left_over(rows: &mut Vec<Item>, placed: &[bool]) {
    let mut left = (0..placed.len()).filter(|call| !placed[*call]).peekable();
    if left.peek().is_some() {
        rows.push(Item::Section(Section::Calls));
        rows.extend(left.map(Item::Call));
    }
}

fn is_footnote(block: &Block) -> bool {
    matches!(block.containers.first(), Some(crate::article::Container::Footnote { .. }))
}

/// The call that a block stands for: a paragraph that is nothing but a link to it.
fn call_standing_here(block: &Block, bundle: &Bundle) -> Option<usize> {
    if block.kind != Kind::Paragraph || block.text.is_empty() {
        return None;
    }
    let Some(Target::Call(id)) = block.runs.first().and_then(|run| run.target.as_ref()) else { return None };
    let alone = block.runs.iter().all(|run| matches!(&run.target, Some(Target::Call(other)) if other == id));
    alone.then(|| bundle.manifest.calls.iter().position(|call| call.id == **id)).flatten()
}

/// The outline over the rows.
pub fn outline(bundle: &Bundle, rows: &[Item]) -> Vec<OutlineRow> {
    let mut outline: Vec<OutlineRow> = Vec::new();
    let top = headings(bundle).min().unwrap_or(2);
    let mut depth = 0;
    for (row, item) in rows.iter().enumerate() {
        let entry = match *item {
            Item::Block(index) => match &bundle.article.blocks[index].kind {
                Kind::Heading { level, .. } => {
                    depth = usize::from(level.saturating_sub(top));
                    Some((depth, bundle.article.blocks[index].text.clone(), Mark::Heading))
                }
                Kind::Chart { reference, .. } => {
                    let under_own_heading = row > 0
                        && outline.last().is_some_and(|last| {
                            last.row + 3 >= row && last.depth > 0 && last.mark == Mark::Heading
                        });
                    if under_own_heading {
                        outline.last_mut().expect("just looked at").has_chart = true;
                        None
                    } else {
                        Some((depth + 1, chart_title(bundle, reference), Mark::Chart))
                    }
                }
                _ => None,
            },
            Item::Call(call) => Some((depth + 1, bundle.manifest.calls[call].title.clone(), Mark::Call)),
            Item::Section(section) => {
                depth = 0;
                Some((0, section.title().to_owned(), Mark::Heading))
            }
            _ => None,
        };
        if let Some((depth, text, mark)) = entry {
            outline.push(OutlineRow {
                depth,
                text,
                mark,
                note: String::new(),
                has_chart: mark == Mark::Chart,
                row,
            });
        }
    }
    note_counts(bundle, rows, &mut outline);
    outline
}

fn headings(bundle: &Bundle) -> impl Iterator<Item = u8> {
    bundle.article.blocks.iter().filter_map(|block| match block.kind {
        Kind::Heading { level, .. } => Some(level),
        _ => None,
    })
}

fn chart_title(bundle: &Bundle, reference: &str) -> String {
    let whole_poll = || bundle.poll(reference).map(|poll| poll.name().to_owned());
    let question = bundle.question(reference).map(|(_, question)| question.title.clone());
    question.or_else(whole_poll).unwrap_or_else(|| reference.to_owned())
}

/// "5 calls" beside the heading that holds them, "3" beside Sources.
fn note_counts(bundle: &Bundle, rows: &[Item], outline: &mut [OutlineRow]) {
    for index in 0..outline.len() {
        let calls = outline[index + 1..].iter().take_while(|entry| entry.mark == Mark::Call).count();
        let entry = &mut outline[index];
        if entry.mark == Mark::Heading && calls > 0 {
            entry.note = if calls == 1 { "1 call".to_owned() } else { format!("{calls} calls") };
        }
        if rows[entry.row] == Item::Section(Section::Sources) {
            entry.note = bundle.manifest.sources.len().to_string();
        }
    }
}

/// Where links lead: the row of each call, source, chart, footnote and heading.
pub struct Places {
    rows: HashMap<String, usize>,
}

impl Places {
    /// Finds all places among the rows.
    pub fn new(bundle: &Bundle, rows: &[Item]) -> Places {
        let mut places = HashMap::new();
        for (row, item) in rows.iter().enumerate() {
            let name = match *item {
                Item::Call(call) => format!("call:{}", bundle.manifest.calls[call].id),
                Item::Source(source) => format!("source:{}", bundle.manifest.sources[source].id),
                Item::Block(index) => match (
                    &bundle.article.blocks[index].kind,
                    bundle.article.blocks[index].containers.first(),
                ) {
                    (Kind::Heading { anchor, .. }, _) => format!("#{anchor}"),
                    (Kind::Chart { reference, .. }, _) => {
                        // The charts of a whole poll are where links to its questions lead.
                        for question in bundle.poll(reference).iter().flat_map(|poll| &poll.questions) {
                            places.entry(format!("poll:{reference}/{}", question.id)).or_insert(row);
                        }
                        format!("poll:{reference}")
                    }
                    (_, Some(crate::article::Container::Footnote { label, first: true, .. })) => {
                        format!("^{label}")
                    }
                    _ => continue,
                },
                _ => continue,
            };
            places.entry(name).or_insert(row);
        }
        Places { rows: places }
    }

    /// The row that a link leads to, if it leads to this page.
    pub fn of(&self, target: &Target) -> Option<usize> {
        let name = match target {
            Target::Figure(reference) => {
                let question: Vec<&str> = reference.split('/').take(2).collect();
                format!("poll:{}", question.join("/"))
            }
            Target::Poll(reference) => format!("poll:{reference}"),
            Target::Call(id) => format!("call:{id}"),
            Target::Source(id) => format!("source:{id}"),
            Target::Footnote { label, .. } => format!("^{label}"),
            Target::Heading(anchor) => format!("#{anchor}"),
            Target::Web(_) | Target::Other(_) => return None,
        };
        self.rows.get(&name).copied()
    }
}
