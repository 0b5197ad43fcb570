//! Every number of the article with its figure: what agrees, what differs, what has no source.

use std::ops::Range;

use super::rules::claims::{Verdict, figure_like, is_sample, repeats, verdict};
use super::{Bundle, Claim, Found};
use crate::article::{Block, Kind};

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
            for piece in prose(block) {
                for (range, said) in figure_like(&block.text[piece.clone()]) {
                    let range = piece.start + range.start..piece.start + range.end;
                    let sourced = is_linked(block, &range)
                        || is_sample(self, &said)
                        || beside.iter().any(|claim| repeats(claim, &said));
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
    let touches = |run: &Range<usize>| run.start < range.end && range.start < run.end;
    block.runs.iter().any(|run| (run.target.is_some() || run.style.code) && touches(&run.range))
}
