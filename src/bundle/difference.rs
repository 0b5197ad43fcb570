//! What changed from one edition of a briefing to another: its text, its figures, its calls.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};
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

/// Blocks that took the place of others, one for one as far as they go.
fn pair(changed: &mut Vec<Changed>, (old, was, old_range): Stretch<'_>, (new, is, new_range): Stretch<'_>) {
    for step in 0..old_range.len().max(new_range.len()) {
        let old_block = old_range.clone().nth(step);
        let new_block = new_range.clone().nth(step);
        let section = new_block
            .map(|block| new.section_of(block))
            .or_else(|| old_block.map(|block| old.section_of(block)));
        let (old, new) =
            (old_block.map(|block| was[block].clone()), new_block.map(|block| is[block].clone()));
        changed.push(Changed { at: section.unwrap_or_default(), old, new });
    }
}

/// A block's words; a chart's and a picture's stand for them.
fn said(block: &Block) -> String {
    match &block.kind {
        Kind::Chart { reference, caption } => format!("Chart of {reference}: {caption}"),
        Kind::Picture { path, alt, .. } => format!("Picture {path}: {alt}"),
        _ => block.text.clone(),
    }
}
