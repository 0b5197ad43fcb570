//! From an offset in a block's text to the source it was written as.

use std::ops::Range;

use super::block::{Block, Run, Table};

impl Run {
    /// Whether text and source run side by side, byte for byte. A link's text does not: its
    /// source is the link as a whole. Nor does a character written as an entity.
    #[must_use]
    pub fn is_verbatim(&self) -> bool {
        self.target.is_none() && self.range.len() == self.source.len()
    }
}

impl Table {
    /// Whether a line ends in a part of the block's text, such as a cell.
    #[must_use]
    pub fn ends_a_line_in(&self, part: &Range<usize>) -> bool {
        let next = self.line_ends.partition_point(|at| *at < part.start);
        self.line_ends.get(next).is_some_and(|at| *at < part.end)
    }
}

impl Block {
    /// Where in the article's source the text at `offset` (bytes of [`Block::text`]) was written.
    ///
    /// Exact inside verbatim runs; elsewhere (links, entities, line ends of two bytes) it is the
    /// start of the run's source. At or past the end of the text, the end of the last run's source;
    /// for a block without text, the block's start. Never decreases as `offset` grows.
    #[must_use]
    pub fn source_of(&self, offset: usize) -> usize {
        let following = self.runs.partition_point(|run| run.range.end <= offset);
        match self.runs.get(following) {
            Some(run) if run.is_verbatim() => run.source.start + (offset - run.range.start),
            Some(run) => run.source.start,
            None => self.runs.last().map_or(self.source.start, |run| run.source.end),
        }
    }

    /// The source of a stretch of the text: from where it begins to where its last byte ends.
    /// Touched links and entities are taken in as a whole.
    #[must_use]
    pub fn source_of_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source_of(range.start);
        if range.is_empty() {
            return start..start;
        }
        let last = self.runs.partition_point(|run| run.range.end < range.end);
        let end = match self.runs.get(last) {
            Some(run) if run.is_verbatim() => run.source.start + (range.end - run.range.start),
            Some(run) => run.source.end,
            None => self.source_of(range.end),
        };
        start..end
    }
}

#[cfg(test)]
mod tests {
    use crate::article::parse;

    fn written(source: &str, text: &str) -> String {
        let article = parse(source);
        let block = &article.blocks[0];
        let start = block.text.find(text).expect("the block has the text");
        source[block.source_of_range(start..start + text.len())].to_owned()
    }

    #[test]
    fn plain_text_maps_byte_for_byte_over_line_ends_and_marks() {
        let source = "> One *fine*\n> day, `so` it\\*s";
        for text in ["One", "fine", "day", "so", "it", "*s"] {
            assert_eq!(written(source, text), text);
        }
        assert_eq!(written(source, "One fine day"), "One *fine*\n> day");
    }

    #[test]
    fn a_link_or_entity_is_taken_in_as_a_whole() {
        let source = "so [62% of *adults*](figure:a) said &amp; meant";
        assert_eq!(written(source, "of ad"), "[62% of *adults*](figure:a)");
        assert_eq!(written(source, "said & m"), "said &amp; m");
    }

    #[test]
    fn offsets_past_the_end_stay_in_the_block() {
        let article = parse("one\n\n***\n");
        assert_eq!(article.blocks[0].source_of(3), 3);
        assert_eq!(article.blocks[0].source_of(99), 3);
        assert_eq!(article.blocks[0].source_of_range(2..99), 2..3);
        assert_eq!(article.blocks[1].source_of(0), 5);
    }
}
