//! In which order a briefing is read: masthead, key figures, the article's blocks with calls in
//! their places, what the article leaves over, sources.

use std::collections::HashMap;

use super::Bundle;
use crate::article::{Block, Container, Kind, Target};

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
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Section::Notes => "Notes",
            Section::Calls => "Calls to action",
            Section::Related => "Related stories",
            Section::Sources => "Sources",
        }
    }
}

impl Bundle {
    /// The rows of the page, in the order that they are read in.
    #[must_use]
    pub fn page_order(&self) -> Vec<Item> {
        rows(self)
    }

    /// The calls that stand in a block's stead, by that block; `order` is [`Bundle::page_order`].
    #[must_use]
    pub fn standing_calls(&self, order: &[Item]) -> HashMap<usize, usize> {
        let mut standing = HashMap::new();
        let mut next = 0;
        for row in order {
            match *row {
                Item::Block(index) => next = index + 1,
                Item::Call(call) => {
                    let block = self.article.blocks.get(next).filter(|block| !is_footnote(block));
                    if block.and_then(|block| call_standing_here(block, self)) == Some(call) {
                        standing.insert(next, call);
                        next += 1;
                    }
                }
                _ => {}
            }
        }
        standing
    }
}

fn rows(bundle: &Bundle) -> Vec<Item> {
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

fn add_calls_left_over(rows: &mut Vec<Item>, placed: &[bool]) {
    let mut left = (0..placed.len()).filter(|call| !placed[*call]).peekable();
    if left.peek().is_some() {
        rows.push(Item::Section(Section::Calls));
        rows.extend(left.map(Item::Call));
    }
}

fn is_footnote(block: &Block) -> bool {
    matches!(block.containers.first(), Some(Container::Footnote { .. }))
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
