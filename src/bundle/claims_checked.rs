//! Every number of the article with its figure: what agrees, what differs, what has no source.

use std::ops::Range;

use super::rules::claims::{Verdict, figure_like, is_sample, repeats, verdict};
use super::{Bundle, Claim, Found};
use crate::article::{Block, Kind};

/// Claims of one paragraph that each of its numbers is compared with at most: a made-up paragraph of
/// a hundred thousand claims must not take their square to check.
const MOST_COMPARED: usize = 256;

/// How a claim stands to the figure that it is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimStatus {
    /// It says what the figure says, or says it more vaguely.
    Agrees,
    /// It says another number.
    Differs,
    /// It says the number more exactly than the source printed it.
    Firmer,
    /// There is no such figure.
    NoSuchFigure,
    /// Its words, or its figure, give no number to compare.
    NoNumber,
}

/// A claim of the article, compared with its figure.
#[derive(Clone, Debug)]
pub struct CheckedClaim<'b> {
    /// Its block's index in [`crate::article::Article::blocks`].
    pub block: usize,
    /// Its words: bytes of [`Block::text`].
    pub range: Range<usize>,
    /// Its words.
    pub words: &'b str,
    /// What it is linked to, without `figure:`.
    pub reference: &'b str,
    /// What that names, if there is such a thing.
    pub found: Option<Found<'b>>,
    /// How the two stand to each other.
    pub status: ClaimStatus,
}

/// A number in running text that looks like a figure and is linked to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsourcedNumber<'b> {
    /// Its block's index in [`crate::article::Article::blocks`].
    pub block: usize,
    /// The number with its hedge: bytes of [`Block::text`].
    pub range: Range<usize>,
    /// The number with its hedge: "more than half".
    pub words: &'b str,
}

impl Bundle {
    /// Every claim of the article with how it stands to its figure, in reading order.
    #[must_use]
    pub fn claims_checked(&self) -> Vec<CheckedClaim<'_>> {
        self.claims()
            .map(|claim| CheckedClaim {
                status: status(self, &claim),
                block: claim.link.block,
                range: claim.link.range.clone(),
                words: claim.link.text,
                reference: claim.reference,
                found: claim.found,
            })
            .collect()
    }

    /// Numbers in paragraphs and tables that look like figures and have no source, in reading
    /// order. A number inside a link has one; so has the number of people asked in a poll, and what
    /// says a claim of the same paragraph again.
    #[must_use]
    pub fn numbers_unsourced(&self) -> Vec<UnsourcedNumber<'_>> {
        let claims: Vec<Claim<'_>> = self.claims().collect();
        let mut numbers = Vec::new();
        for (index, block) in self.article.blocks.iter().enumerate() {
            let first = claims.partition_point(|claim| claim.link.block < index);
            let beside = claims[first..].partition_point(|claim| claim.link.block == index);
            let beside = &claims[first..first + beside];
            let text = block.text_without_marks();
            for piece in prose(block) {
                for (range, said) in figure_like(&text[piece.clone()]) {
                    let range = piece.start + range.start..piece.start + range.end;
                    let sourced = is_linked(block, &range)
                        || is_sample(self, &said)
                        || beside.iter().take(MOST_COMPARED).any(|claim| repeats(self, claim, &said));
                    if !sourced {
                        numbers.push(UnsourcedNumber {
                            block: index,
                            words: &block.text[range.clone()],
                            range,
                        });
                    }
                }
            }
        }
        numbers
    }
}

fn status(bundle: &Bundle, claim: &Claim<'_>) -> ClaimStatus {
    match (claim.found, verdict(bundle, claim)) {
        (None | Some(Found::Poll(_) | Found::Question { .. }), _) => ClaimStatus::NoSuchFigure,
        (_, Some(Verdict::Agrees)) => ClaimStatus::Agrees,
        (_, Some(Verdict::Firmer)) => ClaimStatus::Firmer,
        (_, Some(Verdict::Differs)) => ClaimStatus::Differs,
        (_, None) => ClaimStatus::NoNumber,
    }
}

/// The stretches of a block that are read as running text: all of a paragraph, each cell of a table
/// but its headings.
fn prose(block: &Block) -> Vec<Range<usize>> {
    match &block.kind {
        Kind::Paragraph => std::iter::once(0..block.text.len()).collect(),
        Kind::Table(table) => table.rows.iter().skip(1).flatten().cloned().collect(),
        _ => Vec::new(),
    }
}

/// Whether a number touches a link or code.
fn is_linked(block: &Block, range: &Range<usize>) -> bool {
    let first = block.runs.partition_point(|run| run.range.end <= range.start);
    let mut touched = block.runs[first..].iter().take_while(|run| run.range.start < range.end);
    touched.any(|run| run.target.is_some() || run.style.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};

    fn bundle(article: &str) -> Bundle {
        let manifest = include_str!("../../tests/good/small/briefing.ron");
        let mut files = Files::default();
        files.insert("briefing.ron", manifest.as_bytes().to_vec());
        files.insert("article.md", article.as_bytes().to_vec());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    }

    #[test]
    fn each_claim_is_told_how_it_stands() {
        let bundle = bundle(
            "[More than half](figure:poll/matters/detect), [half](figure:poll/matters/detect), \
             [70%](figure:poll/matters/detect), [9%](figure:poll/matters/none), \
             [some](figure:poll/matters/detect).",
        );
        let claims = bundle.claims_checked();
        let statuses: Vec<_> = claims.iter().map(|claim| (claim.words, claim.status)).collect();
        assert_eq!(
            statuses,
            [
                ("More than half", ClaimStatus::Agrees),
                ("half", ClaimStatus::Firmer),
                ("70%", ClaimStatus::Differs),
                ("9%", ClaimStatus::NoSuchFigure),
                ("some", ClaimStatus::NoNumber),
            ]
        );
        assert!(bundle.numbers_unsourced().is_empty(), "what is linked has a source, right or wrong");
    }

    #[test]
    fn numbers_in_prose_and_tables_are_listed_and_others_are_not() {
        let bundle = bundle(
            "# 62% of all\n\nÉtude: 62% *and* `63%`, [64%](source:page) of 1,723 people.\n\n    65%\n\n\
             | 66% |\n|---|\n| 67% |\n\nOnly [14%](figure:poll/matters/privacy), four in a line.\n",
        );
        let numbers = bundle.numbers_unsourced();
        assert_eq!(numbers.iter().map(|number| number.words).collect::<Vec<_>>(), ["62%", "67%"]);
    }

    #[test]
    fn a_number_that_says_a_claim_beside_it_again_has_its_source() {
        let again = "More than half, [more than 50%](figure:poll/matters/detect), agreed.";
        assert!(bundle(again).numbers_unsourced().is_empty());
        let apart = again.replace(", [", ".\n\nSo: [");
        assert_eq!(bundle(&apart).numbers_unsourced().len(), 1);
    }
}
