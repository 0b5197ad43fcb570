//! The lists of the article, for screen readers: which blocks are one list, and an item's place in
//! it.

use crate::article::{Block, Container, Marker};

/// A block's place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The block that the list begins with.
    pub first: usize,
    /// How deep it stands, from 1: in a list in a list, 2.
    pub depth: usize,
    /// Which item it begins, from 1, of how many at its depth; `None` for an item's later blocks.
    pub place: Option<(usize, usize)>,
}

/// An item that a block begins: where, how deep, of which sort.
struct Item {
    block: usize,
    list: usize,
    depth: usize,
    marker: Marker,
}

/// The blocks that stand in lists, in order.
pub struct Lists(Vec<(usize, Listed)>);

impl Lists {
    /// A block's place, if it stands in a list.
    pub fn get(&self, block: usize) -> Option<&Listed> {
        let index = self.0.binary_search_by_key(&block, |(block, _)| *block).ok()?;
        Some(&self.0[index].1)
    }

    fn get_mut(&mut self, block: usize) -> Option<&mut Listed> {
        let index = self.0.binary_search_by_key(&block, |(block, _)| *block).ok()?;
        Some(&mut self.0[index].1)
    }
}

/// The blocks that stand in lists. A list ends where other text comes, or where the numbers or the
/// sort of marker begin anew.
pub fn of(blocks: &[Block]) -> Lists {
    let mut listed = Lists(Vec::new());
    let mut items: Vec<Item> = Vec::new();
    let mut first = None;
    for (block, content) in blocks.iter().enumerate() {
        let depth = depth(content);
        if depth == 0 {
            first = None;
            continue;
        }
        let marker = marker(content);
        let goes_on = match (first, marker) {
            (Some(first), Some(marker)) if depth == 1 => follows(&items, first, marker),
            (Some(_), _) => true,
            (None, _) => false,
        };
        let first = *first.insert(if goes_on { first.unwrap_or(block) } else { block });
        if let Some(marker) = marker {
            items.push(Item { block, list: first, depth, marker });
        }
        listed.0.push((block, Listed { first, depth, place: None }));
    }
    number(&items, &mut listed);
    listed
}

/// Gives each item its place among its siblings. One pass: lists can be very long.
fn number(items: &[Item], listed: &mut Lists) {
    // The siblings that are open, a level each, from the outside in.
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut list = None;
    let mut close = |siblings: Vec<usize>| {
        let count = siblings.len();
        for (index, block) in siblings.into_iter().enumerate() {
            if let Some(listed) = listed.get_mut(block) {
                listed.place = Some((index + 1, count));
            }
        }
    };
    for item in items {
        let same_list = list == Some(item.list);
        while let Some((_, siblings)) = open.pop_if(|(depth, _)| !same_list || *depth > item.depth) {
            close(siblings);
        }
        list = Some(item.list);
        match open.last_mut() {
            Some((depth, siblings)) if *depth == item.depth => siblings.push(item.block),
            _ => open.push((item.depth, vec![item.block])),
        }
    }
    for (_, siblings) in open {
        close(siblings);
    }
}

fn depth(block: &Block) -> usize {
    block.containers.iter().filter(|container| matches!(container, Container::Item { .. })).count()
}

fn marker(block: &Block) -> Option<Marker> {
    match block.containers.last() {
        Some(Container::Item { marker, .. }) => *marker,
        _ => None,
    }
}

/// Whether an item of the first depth goes on the list that begins with `first`.
fn follows(items: &[Item], first: usize, marker: Marker) -> bool {
    let last = items.iter().rev().take_while(|item| item.list == first).find(|item| item.depth == 1);
    match (last.map(|item| item.marker), marker) {
        (Some(Marker::Number(before)), Marker::Number(number)) => number == before + 1,
        (Some(Marker::Bullet), Marker::Bullet) | (None, _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// A list's first block, the block's depth in it and its place.
    type Read = Option<(usize, usize, Option<(usize, usize)>)>;

    fn read(markdown: &str) -> Vec<Read> {
        let article = article::parse(markdown);
        let listed = of(&article.blocks);
        let listed = (0..article.blocks.len()).map(|block| listed.get(block).copied());
        listed.map(|listed| listed.map(|listed| (listed.first, listed.depth, listed.place))).collect()
    }

    #[test]
    fn an_item_knows_its_place() {
        assert_eq!(
            read("Text\n\n- one\n- two\n- three\n\nText"),
            [None, Some((1, 1, Some((1, 3)))), Some((1, 1, Some((2, 3)))), Some((1, 1, Some((3, 3)))), None]
        );
    }

    #[test]
    fn lists_in_lists_are_counted_for_themselves() {
        assert_eq!(
            read("- one\n  - a\n  - b\n- two\n  - c"),
            [
                Some((0, 1, Some((1, 2)))),
                Some((0, 2, Some((1, 2)))),
                Some((0, 2, Some((2, 2)))),
                Some((0, 1, Some((2, 2)))),
                Some((0, 2, Some((1, 1)))),
            ]
        );
    }

    #[test]
    fn an_items_second_paragraph_has_no_place_of_its_own() {
        assert_eq!(
            read("1. one\n\n   more\n\n2. two"),
            [Some((0, 1, Some((1, 2)))), Some((0, 1, None)), Some((0, 1, Some((2, 2))))]
        );
    }

    #[test]
    fn a_new_marker_begins_a_new_list() {
        let lists = read("- one\n- two\n\n1. three\n2. four");
        let firsts: Vec<usize> = lists.into_iter().flatten().map(|(first, ..)| first).collect();
        assert_eq!(firsts, [0, 0, 2, 2]);
    }
}
