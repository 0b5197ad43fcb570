//! The links of an article, each as a whole.

use std::ops::Range;

use super::block::{Article, Block, Target};

/// One link: the runs that it is set in, joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// Its block's index in [`Article::blocks`].
    pub block: usize,
    /// Its words.
    pub text: &'a str,
    /// Where they are: bytes of [`Block::text`].
    pub range: Range<usize>,
    /// Where it leads.
    pub target: &'a Target,
    /// The link as a whole: bytes of the article's source.
    pub source: Range<usize>,
}

impl Article {
    /// All links, footnotes' marks and pictures amid text, in reading order. Pictures and charts on
    /// lines of their own are blocks, not links; a link without words cannot be seen and is none.
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        self.blocks.iter().enumerate().flat_map(|(index, block)| block.links(index))
    }

    /// The links to figures: words that claim a number, and the number's source.
    pub fn claims(&self) -> impl Iterator<Item = Link<'_>> {
        self.links().filter(|link| matches!(link.target, Target::Figure(_)))
    }
}

impl Block {
    fn links(&self, index: usize) -> impl Iterator<Item = Link<'_>> {
        // Runs of one link share its source; no two links do.
        self.runs.chunk_by(|one, next| one.target.is_some() && one.source == next.source).filter_map(
            move |runs| {
                let (first, last) = (runs.first()?, runs.last()?);
                let range = first.range.start..last.range.end;
                Some(Link {
                    block: index,
                    text: &self.text[range.clone()],
                    range,
                    target: first.target.as_ref()?,
                    source: first.source.clone(),
                })
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Target, parse};

    #[test]
    fn a_claim_is_one_link_however_its_words_are_set() {
        let source = "Then [62% *of `all`* adults](figure:a/b/c)[62%](figure:a/b/c) said [x](call:y).";
        let article = parse(source);
        let claims: Vec<_> = article.claims().collect();
        assert_eq!(claims.len(), 2);
        assert_eq!(claims[0].text, "62% of all adults");
        assert_eq!(claims[0].target, &Target::Figure("a/b/c".into()));
        assert_eq!(&source[claims[0].source.clone()], "[62% *of `all`* adults](figure:a/b/c)");
        assert_eq!(&article.blocks[claims[1].block].text[claims[1].range.clone()], "62%");
        assert_eq!(&source[claims[1].source.clone()], "[62%](figure:a/b/c)");
    }

    #[test]
    fn links_are_listed_with_footnotes_and_pictures_amid_text() {
        let article =
            parse("[a](call:x) <https://b.org> <c@d.org> ![e](poll:f) g[^h] [i](#j)\n\n[^h]: [k](l)\n");
        let targets: Vec<_> = article.links().map(|link| (link.text, link.target.clone())).collect();
        assert_eq!(
            targets,
            [
                ("a", Target::Call("x".into())),
                ("https://b.org", Target::Web("https://b.org".into())),
                ("c@d.org", Target::Web("mailto:c@d.org".into())),
                ("e", Target::Poll("f".into())),
                ("1", Target::Footnote { label: "h".into(), number: 1 }),
                ("i", Target::Heading("j".into())),
                ("k", Target::Other("l".into())),
            ]
        );
    }
}
