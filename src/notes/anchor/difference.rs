//! What was changed between two texts, as where each word of the old one went.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

/// A stretch of the old text with what stands in its place in the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    old: Range<usize>,
    new: Range<usize>,
    is_same: bool,
}

/// The steps from the old text to the new one, in code points, in order and without gaps.
#[derive(Clone, Debug)]
pub struct Difference {
    steps: Vec<Step>,
    /// Stretches of the new text that were not there.
    inserted: Vec<Range<usize>>,
    /// Lines of the new text that were not there.
    lines: Vec<Range<usize>>,
}

/// Where a passage went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Code points of the new text.
    pub at: Range<usize>,
    /// Whether its own words say so, and not only what stands around it.
    pub by_its_words: bool,
}

/// Words, marks and spaces, each with where it begins.
struct Tokens<'t> {
    words: Vec<&'t str>,
    /// One more: the end.
    starts: Vec<usize>,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str) -> Tokens<'t> {
        let words: Vec<&str> = text.split_word_bounds().collect();
        let mut starts = Vec::with_capacity(words.len() + 1);
        let mut start = 0;
        for word in &words {
            starts.push(start);
            start += word.chars().count();
        }
        starts.push(start);
        Tokens { words, starts }
    }
}

/// Least part of a passage's letters that must have stayed for it to have kept its place…
const STAYED: f64 = 0.5;
/// …or else as many words on either side of it.
const AROUND: usize = 2;

impl Difference {
    /// Lines first, so that what stayed as a whole is never taken for something else; then words
    /// within the lines that did not.
    pub fn between(old: &str, new: &str) -> Difference {
        let split = |text: &'_ str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<String>>();
        let (old_lines, new_lines) = (split(old), split(new));
        let starts = |lines: &[String]| {
            let mut starts = vec![0];
            for line in lines {
                starts.push(starts.last().expect("there is one") + line.chars().count());
            }
            starts
        };
        let (old_starts, new_starts) = (starts(&old_lines), starts(&new_lines));
        let (mut steps, mut lines) = (Vec::new(), Vec::new());
        for op in capture_diff_slices(Algorithm::Patience, &old_lines, &new_lines) {
            let old_range = op.old_range();
            let new_range = op.new_range();
            let old_at = old_starts[old_range.start]..old_starts[old_range.end];
            let new_at = new_starts[new_range.start]..new_starts[new_range.end];
            if op.tag() != DiffTag::Equal && !new_at.is_empty() {
                lines.push(new_at.clone());
            }
            if op.tag() == DiffTag::Replace {
                let (old, new) = (old_lines[old_range].concat(), new_lines[new_range].concat());
                within(&old, &new, old_at.start, new_at.start, &mut steps);
            } else {
                steps.push(Step { old: old_at, new: new_at, is_same: op.tag() == DiffTag::Equal });
            }
        }
        let inserted = inserted(&steps);
        Difference { steps, inserted, lines }
    }

    /// The stretches of the new text that were not there before, each with room around it.
    pub fn inserted(&self) -> &[Range<usize>] {
        &self.inserted
    }

    /// The lines of the new text that were not there before.
    pub fn lines(&self) -> &[Range<usize>] {
        &self.lines
    }

    /// Where code points of the old text stand now; `None` where too little of them stayed.
    pub fn carry(&self, passage: &Range<usize>) -> Option<Carried> {
        let first = self.steps.partition_point(|step| step.old.end <= passage.start);
        let last = self.steps.partition_point(|step| step.old.start < passage.end);
        let touched = self.steps.get(first..last).filter(|touched| !touched.is_empty())?;
        let cut = |step: &Step| step.old.start.max(passage.start)..step.old.end.min(passage.end);
        let stayed: usize = touched.iter().filter(|step| step.is_same).map(|step| cut(step).len()).sum();
        let (first_step, last_step) = (&touched[0], &touched[touched.len() - 1]);
        let start = if first_step.is_same {
            first_step.new.start + (passage.start - first_step.old.start)
        } else {
            near(first_step, passage.start, false)
        };
        let end = if last_step.is_same {
            last_step.new.start + (passage.end - last_step.old.start)
        } else {
            near(last_step, passage.end, true)
        };
        // Something put in right at an edge is not a part of the passage.
        let by_its_words = stayed as f64 >= STAYED * passage.len() as f64;
        let is_there = start < end && (by_its_words || self.is_held(first, last, passage));
        is_there.then_some(Carried { at: start..end, by_its_words })
    }

    /// Whether what stands around the passage stayed on both sides, and something stands between.
    fn is_held(&self, first: usize, last: usize, passage: &Range<usize>) -> bool {
        let same_before = |index: usize, room: usize| {
            self.steps.get(index).is_some_and(|step| step.is_same && step.old.len() >= room)
        };
        let head = &self.steps[first];
        let tail = &self.steps[last - 1];
        let before = if head.is_same || head.old.start < passage.start {
            head.is_same && passage.start - head.old.start >= LETTERS_AROUND
        } else {
            first > 0 && same_before(first - 1, LETTERS_AROUND)
        };
        let after = if tail.is_same || tail.old.end > passage.end {
            tail.is_same && tail.old.end - passage.end >= LETTERS_AROUND
        } else {
            same_before(last, LETTERS_AROUND)
        };
        let is_replaced = self.steps[first..last].iter().any(|step| !step.is_same && !step.new.is_empty());
        before && after && is_replaced
    }
}

/// Letters that [`AROUND`] words take at least, with the spaces between them.
const LETTERS_AROUND: usize = AROUND * 3;

/// The place in a step that was replaced for a place in what it was.
fn near(step: &Step, at: usize, is_end: bool) -> usize {
    let at_edge = if is_end { at >= step.old.end } else { at <= step.old.start };
    match (at_edge, is_end, step.old.len() == step.new.len()) {
        (false, _, true) => step.new.start + (at - step.old.start),
        (_, true, _) => step.new.end,
        (_, false, _) => step.new.start,
    }
}

/// The steps within lines that are not the same.
fn within(old: &str, new: &str, old_from: usize, new_from: usize, steps: &mut Vec<Step>) {
    let (old, new) = (Tokens::of(old), Tokens::of(new));
    // Not by words that stand once (patience): a figure that went to another place stands once too.
    for op in capture_diff_slices(Algorithm::Myers, &old.words, &new.words) {
        steps.extend(step(&op, &old, &new, old_from, new_from));
    }
}

fn step(op: &DiffOp, old: &Tokens<'_>, new: &Tokens<'_>, old_from: usize, new_from: usize) -> Option<Step> {
    let place = |tokens: &Tokens<'_>, range: Range<usize>, from: usize| {
        from + tokens.starts[range.start]..from + tokens.starts[range.end]
    };
    let step = Step {
        old: place(old, op.old_range(), old_from),
        new: place(new, op.new_range(), new_from),
        is_same: op.tag() == DiffTag::Equal,
    };
    (!step.old.is_empty() || !step.new.is_empty()).then_some(step)
}

/// What is new, where only short stretches between stayed as one: a moved sentence shares words
/// with what stood there.
fn inserted(steps: &[Step]) -> Vec<Range<usize>> {
    const BRIDGED: usize = 24;
    let mut inserted: Vec<Range<usize>> = Vec::new();
    for step in steps.iter().filter(|step| !step.is_same && !step.new.is_empty()) {
        match inserted.last_mut() {
            Some(last) if step.new.start <= last.end + BRIDGED => last.end = step.new.end,
            _ => inserted.push(step.new.clone()),
        }
    }
    inserted
}
