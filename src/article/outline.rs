//! The article's outline.

use super::block::{Article, Container, Kind, OutlineEntry};

impl Article {
    /// The article's own headings in reading order. Headings inside quotations and footnotes are
    /// part of what is quoted, not of the article's order, and are left out.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineEntry> {
        self.blocks
            .iter()
            .enumerate()
            .filter_map(|(index, block)| {
                let Kind::Heading { level, .. } = block.kind else { return None };
                let is_own = block.containers.iter().all(|around| matches!(around, Container::Item { .. }));
                is_own.then(|| OutlineEntry { level, text: block.words().into_owned(), block: index })
            })
            .collect()
    }

    /// The words of the heading that a block stands under, by its index; a heading's own. Empty
    /// before the first one.
    #[must_use]
    pub fn section_of(&self, block: usize) -> String {
        let before = self.outline().into_iter().take_while(|entry| entry.block <= block);
        before.last().map(|entry| entry.text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::article::parse;

    #[test]
    fn the_outline_lists_headings_with_their_plain_text() {
        let article = parse("## One *fine* `day`\n\ntext\n\n### Two\n\n- # Three\n");
        let outline: Vec<_> =
            article.outline().into_iter().map(|entry| (entry.level, entry.text, entry.block)).collect();
        assert_eq!(outline, [(2, "One fine day".into(), 0), (3, "Two".into(), 2), (1, "Three".into(), 3)]);
    }

    #[test]
    fn a_block_stands_under_the_last_heading_before_it() {
        let article = parse("first\n\n## One\n\n> # Quoted\n\ntext\n");
        let sections = [0, 1, 2, 3].map(|block| article.section_of(block));
        assert_eq!(sections, ["", "One", "One", "One"]);
    }

    #[test]
    fn a_quoted_heading_is_not_the_articles() {
        assert_eq!(parse("> # Quoted\n\n[^a]: # Note\n").outline(), []);
    }
}
