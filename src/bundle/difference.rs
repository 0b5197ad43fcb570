//! What changed from one edition of a briefing to another: its text, its figures, its calls.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffTag, TextDiff, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::Bundle;
use crate::article::{Article, Block, Kind};

/// Everything that differs, in the order of the new edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Title and summary.
    pub heading: Vec<Changed>,
    /// Blocks of the article.
    pub text: Vec<Changed>,
    /// Figures and what polls disclose.
    pub figures: Vec<Changed>,
    /// Calls to action.
    pub calls: Vec<Changed>,
}

/// Something that was, is, or is other than it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The section it stands in, the figure's reference, the call's id.
    pub at: String,
    /// What it was; `None` where it was not there.
    pub old: Option<String>,
    /// What it is; `None` where it is not there any more.
    pub new: Option<String>,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// In both.
    Same(String),
    /// Only in the old one.
    Old(String),
    /// Only in the new one.
    New(String),
}

impl Difference {
    /// From one bundle to another.
    #[must_use]
    pub fn between(old: &Bundle, new: &Bundle) -> Difference {
        Difference {
            heading: named(&heading(old), &heading(new)),
            text: text(&old.article, &new.article),
            figures: named(&figures(old), &figures(new)),
            calls: named(&calls(old), &calls(new)),
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Difference::default()
    }
}

impl Changed {
    /// Old and new words in one, word by word.
    #[must_use]
    pub fn words(&self) -> Vec<Words> {
        let tokens = |text: &Option<String>| -> Vec<String> {
            text.as_deref().unwrap_or_default().split_word_bounds().map(str::to_owned).collect()
        };
        let (old, new) = (tokens(&self.old), tokens(&self.new));
        let mut words = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (was, is) = (old[op.old_range()].concat(), new[op.new_range()].concat());
            if op.tag() == DiffTag::Equal {
                words.push(Words::Same(is));
            } else {
                words.extend((!was.is_empty()).then_some(Words::Old(was)));
                words.extend((!is.is_empty()).then_some(Words::New(is)));
            }
        }
        words
    }
}

/// Names with what they stand for.
type Named = Vec<(String, String)>;

/// What differs between things that have names.
fn named(old: &Named, new: &Named) -> Vec<Changed> {
    let value =
        |all: &Named, name: &str| all.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let there = new.iter().filter_map(|(name, now)| {
        let was = value(old, name);
        (was.as_ref() != Some(now)).then(|| Changed { at: name.clone(), old: was, new: Some(now.clone()) })
    });
    let gone = old.iter().filter(|(name, _)| value(new, name).is_none());
    let gone = gone.map(|(name, was)| Changed { at: name.clone(), old: Some(was.clone()), new: None });
    there.chain(gone).collect()
}

fn heading(bundle: &Bundle) -> Named {
    let manifest = &bundle.manifest;
    let parts = [("title", &manifest.title), ("summary", &manifest.summary), ("about", &manifest.about)];
    parts.into_iter().map(|(name, words)| (name.to_owned(), words.clone())).collect()
}

/// Each answer and figure as printed, each question's wording, and what each poll discloses.
fn figures(bundle: &Bundle) -> Named {
    let mut figures = Named::new();
    for poll in &bundle.manifest.polls {
        for (label, value) in poll.disclosure() {
            figures.push((format!("{}: {label}", poll.id), value.unwrap_or_else(|| "not stated".to_owned())));
        }
        for question in &poll.questions {
            let reference = format!("{}/{}", poll.id, question.id);
            figures.push((reference.clone(), question.title.clone()));
            for answer in &question.answers {
                figures.push((
                    format!("{reference}/{}", answer.id),
                    format!("{}: {}", answer.label, answer.printed),
                ));
            }
        }
    }
    for figure in &bundle.manifest.figures {
        figures.push((figure.id.clone(), format!("{} ({})", figure.with_unit(), figure.what)));
    }
    figures
}

fn calls(bundle: &Bundle) -> Named {
    bundle
        .manifest
        .calls
        .iter()
        .map(|call| (call.id.clone(), format!("{}: {}", call.title, call.text)))
        .collect()
}

fn text(old: &Article, new: &Article) -> Vec<Changed> {
    let words = |article: &Article| article.blocks.iter().map(said).collect::<Vec<String>>();
    let (was, is) = (words(old), words(new));
    let mut changed = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &was, &is) {
        if op.tag() != DiffTag::Equal {
            pair(&mut changed, (old, &was, op.old_range()), (new, &is, op.new_range()));
        }
    }
    changed
}

type Stretch<'b> = (&'b Article, &'b [String], Range<usize>);

/// Blocks that took the place of others: those that are alike, and between them one for one as far as
/// they go.
fn pair(changed: &mut Vec<Changed>, (old, was, old_range): Stretch<'_>, (new, is, new_range): Stretch<'_>) {
    let mut one_for_one = |olds: Range<usize>, news: Range<usize>| {
        for step in 0..olds.len().max(news.len()) {
            let (old_block, new_block) = (olds.clone().nth(step), news.clone().nth(step));
            let section = new_block
                .map(|block| new.section_of(block))
                .or_else(|| old_block.map(|block| old.section_of(block)));
            let (old, new) =
                (old_block.map(|block| was[block].clone()), new_block.map(|block| is[block].clone()));
            changed.push(Changed { at: section.unwrap_or_default(), old, new });
        }
    };
    let (mut old_at, mut new_at) = (old_range.start, new_range.start);
    for (old_block, new_block) in alike(&was[old_range.clone()], &is[new_range.clone()]) {
        let (old_block, new_block) = (old_range.start + old_block, new_range.start + new_block);
        one_for_one(old_at..old_block, new_at..new_block);
        one_for_one(old_block..old_block + 1, new_block..new_block + 1);
        (old_at, new_at) = (old_block + 1, new_block + 1);
    }
    one_for_one(old_at..old_range.end, new_at..new_range.end);
}

/// How much of two blocks' words has to be the same for one to be the other's new wording.
const ALIKE: f32 = 0.5;
/// Pairs of blocks that are held against each other; of more, none is.
const MOST_PAIRS: usize = 2_500;

/// The blocks that are new wordings of others, in order: as much alike as can be in all.
fn alike(was: &[String], is: &[String]) -> Vec<(usize, usize)> {
    let (rows, columns) = (was.len(), is.len());
    if rows * columns > MOST_PAIRS {
        return Vec::new();
    }
    let ratio = |row: usize, column: usize| {
        let ratio = TextDiff::from_words(&was[row], &is[column]).ratio();
        if ratio < ALIKE { 0.0 } else { ratio }
    };
    let ratios: Vec<Vec<f32>> =
        (0..rows).map(|row| (0..columns).map(|column| ratio(row, column)).collect()).collect();
    // The best that can be had of what comes from a row and a column on.
    let mut best = vec![vec![0.0_f32; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let paired = ratios[row][column] + best[row + 1][column + 1];
            best[row][column] = paired.max(best[row + 1][column]).max(best[row][column + 1]);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < rows && column < columns {
        let here = best[row][column];
        if ratios[row][column] > 0.0 && here <= ratios[row][column] + best[row + 1][column + 1] {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if here <= best[row + 1][column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// A block's words; a chart's and a picture's stand for them.
fn said(block: &Block) -> String {
    match &block.kind {
        Kind::Chart { reference, caption } => format!("Chart of {reference}: {caption}"),
        Kind::Picture { path, alt, .. } => format!("Picture {path}: {alt}"),
        _ => block.words().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reworded_block_is_held_against_its_own_wording_and_not_against_the_next() {
        let words = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let was = words(&["Nobody asked the carers.", "Most adults do not support it.", "All of it goes."]);
        let is = words(&["Most adults do support it.", "It stays."]);
        assert_eq!(alike(&was, &is), [(1, 0)]);
        assert_eq!(alike(&is, &was), [(0, 1)]);
        assert_eq!(alike(&was, &was), [(0, 0), (1, 1), (2, 2)]);
        assert!(alike(&was, &[]).is_empty() && alike(&[], &[]).is_empty());
    }
}
