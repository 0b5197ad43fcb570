//! Text laid out in lines that end where a reader expects it.
//!
//! egui 0.37 ends a line at any white space but U+00A0, at none of no width, and where there is none
//! after any mark or letter. So its lines are looked at, and where one tears something apart
//! ([`crate::text::breaking`]) the text is laid out again with the ends that are right.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection};
use egui::{Galley, Ui};

use crate::text::breaking::{is_place_to_break, tears};
use crate::text::hints::{SOFT_HYPHEN, ZERO_WIDTH_SPACE};

/// Lays a text out.
#[must_use]
pub fn laid(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    let width = job.wrap.max_width;
    let hints = has_hints(&job.text);
    let galley = ui.painter().layout_job(job);
    if galley.job.wrap.max_rows == 1 || galley.job.wrap.break_anywhere {
        return galley;
    }
    if galley.rows.len() < 2 || !hints && !galley_tears(&galley) {
        return galley;
    }
    let mut on_one_line = LayoutJob::clone(&galley.job);
    on_one_line.wrap.max_width = f32::INFINITY;
    on_one_line.wrap.max_rows = usize::MAX;
    let measured = ui.painter().layout_job(on_one_line);
    let hyphen = if hints { hyphen_width(ui, &galley.job) } else { 0.0 };
    match ends(&measured, hyphen, width) {
        Some(ends) => ui.painter().layout_job(ended(&galley.job, &ends)),
        None => galley,
    }
}

fn has_hints(text: &str) -> bool {
    !text.is_ascii() && text.contains([SOFT_HYPHEN, ZERO_WIDTH_SPACE])
}

/// How wide a hyphen is in the widest face of a text.
fn hyphen_width(ui: &Ui, job: &LayoutJob) -> f32 {
    let width = |section: &LayoutSection| {
        let hyphen = LayoutJob::single_section("-".to_owned(), section.format.clone());
        ui.painter().layout_job(hyphen).size().x
    };
    job.sections.iter().map(width).fold(0.0, f32::max)
}

/// Whether a line of a galley ends where none should.
fn galley_tears(galley: &Galley) -> bool {
    galley.rows.windows(2).any(|rows| {
        let signs = |row: usize| rows[row].row.glyphs.iter().map(|glyph| glyph.chr);
        !rows[0].ends_with_newline && tears(signs(0).rev(), signs(1))
    })
}

/// A line's end: before this sign of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    sign: usize,
    /// Whether the sign before it is a soft hyphen, which is seen here.
    hyphen: bool,
}

/// The ends of lines in a text that is laid out on one, or on one a paragraph. `None` where it is not known
/// which sign stands where: one that no face has may be left out.
fn ends(measured: &Galley, hyphen: f32, width: f32) -> Option<Vec<End>> {
    let text: Vec<char> = measured.job.text.chars().collect();
    let (mut ends, mut before) = (Vec::new(), 0);
    for row in &measured.rows {
        let glyphs = &row.row.glyphs;
        let signs: Vec<char> = glyphs.iter().map(|glyph| glyph.chr).collect();
        if text.get(before..before + signs.len()) != Some(&signs[..]) {
            return None;
        }
        let places = glyphs.iter().map(|glyph| glyph.pos.x..glyph.pos.x + glyph.advance_width).collect();
        let paragraph = Paragraph { signs, places, hyphen, width };
        ends.extend(paragraph.ends().into_iter().map(|end| End { sign: before + end.sign, ..end }));
        before += paragraph.signs.len() + usize::from(row.ends_with_newline);
    }
    (before == text.len()).then_some(ends)
}

/// Signs on one line that is to be several.
struct Paragraph {
    signs: Vec<char>,
    /// From where to where each is wide.
    places: Vec<Range<f32>>,
    /// How wide a hyphen is.
    hyphen: f32,
    /// How wide a line may be; spaces at its end may reach over that.
    width: f32,
}

impl Paragraph {
    fn ends(&self) -> Vec<End> {
        let mut ends = Vec::new();
        let mut start = 0;
        while let Some(end) = self.end(start) {
            start = end.sign;
            ends.push(end);
        }
        ends
    }

    /// Where the line ends that begins at `start`; `None` where it is the last one.
    fn end(&self, start: usize) -> Option<End> {
        let left = if start == 0 { 0.0 } else { self.places[start].start };
        let right = |sign: usize| self.places[sign].end - left;
        let is_over = |sign: &usize| right(*sign) > self.width && !is_place_to_break(self.signs[*sign]);
        let over = (start..self.signs.len()).find(is_over)?;
        let find = |is_right: &dyn Fn(usize) -> bool| {
            (start + 1..=over).rev().find(|at| is_right(*at) && !self.tears(*at))
        };
        let is_hyphen = |at: usize| self.signs[at - 1] == SOFT_HYPHEN;
        let fits = |at: usize| !is_hyphen(at) || right(at - 1) + self.hyphen <= self.width;
        let sign = find(&|at| self.is_between_words(at) && fits(at))
            .or_else(|| find(&|at| self.is_behind(at, |sign| matches!(sign, '-' | '‐' | '–' | '—'))))
            .or_else(|| find(&|at| self.is_behind(at, |sign| sign.is_ascii_punctuation())))
            .or_else(|| find(&|_| true))
            .unwrap_or(over.max(start + 1));
        if sign == self.signs.len() {
            // One sign that is wider than the line: it stands there all the same.
            return None;
        }
        Some(End { sign, hyphen: is_hyphen(sign) && fits(sign) })
    }

    fn is_between_words(&self, at: usize) -> bool {
        let (before, after) = (self.signs[at - 1], self.signs[at]);
        let is_place = is_place_to_break(before) && !is_place_to_break(after);
        is_place
            || before == SOFT_HYPHEN
            || is_ideograph(before)
            || is_ideograph(after) && !after.is_whitespace()
    }

    /// Whether a sign of a kind stands before, and no number is cut.
    fn is_behind(&self, at: usize, is_kind: fn(char) -> bool) -> bool {
        let is_digit = |at: usize| self.signs.get(at).is_some_and(|sign| sign.is_numeric());
        is_kind(self.signs[at - 1]) && !(is_digit(at) && (at < 2 || is_digit(at - 2)))
    }

    fn tears(&self, at: usize) -> bool {
        tears(self.signs[..at].iter().rev().copied(), self.signs[at..].iter().copied())
    }
}

/// A sign that is a word, or a syllable, so that a line may end on either side of it.
fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A text that egui ends the lines of at these signs: before each stands room that no line has.
fn ended(job: &LayoutJob, ends: &[End]) -> LayoutJob {
    let mut ended =
        LayoutJob { text: String::with_capacity(job.text.len()), sections: Vec::new(), ..job.clone() };
    ended.wrap.max_width = job.wrap.max_width + HANGING;
    ended.wrap.break_anywhere = true;
    let mut ends = ends.iter().peekable();
    let mut sign = 0;
    for section in &job.sections {
        let (mut begins, mut leading_space) = (ended.text.len(), section.leading_space);
        let mut push = |text: &str, begins: usize, leading_space: f32| {
            let byte_range = ByteIndex(begins)..ByteIndex(text.len());
            if begins < text.len() {
                ended.sections.push(LayoutSection { byte_range, leading_space, ..section.clone() });
            }
        };
        for letter in job.text[section.byte_range.start.0..section.byte_range.end.0].chars() {
            if ends.next_if(|end| end.sign == sign).is_some() {
                push(&ended.text, begins, leading_space);
                (begins, leading_space) = (ended.text.len(), ended.wrap.max_width + 1.0);
            }
            let is_hyphen = ends.peek().is_some_and(|end| end.hyphen && end.sign == sign + 1);
            ended.text.push(if is_hyphen { '-' } else { letter });
            sign += 1;
        }
        push(&ended.text, begins, leading_space);
    }
    ended
}

/// Points that spaces at the end of a line may reach over it.
const HANGING: f32 = 400.0;

#[cfg(test)]
mod tests {
    use egui::{Color32, FontId};

    use super::*;

    /// The lines of a text at a width.
    fn lines(text: &str, width: f32) -> Vec<String> {
        let ctx = egui::Context::default();
        ctx.set_fonts(crate::ui::fonts::definitions());
        let mut lines = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = FontId::proportional(13.0);
            let galley = laid(ui, LayoutJob::simple(text.to_owned(), font, Color32::BLACK, width));
            lines = galley.rows.iter().map(|row| row.row.text()).collect();
            let wide = galley.rows.iter().map(|row| {
                let last = row.row.glyphs.iter().rev().find(|glyph| !is_place_to_break(glyph.chr));
                last.map_or(0.0, |glyph| glyph.pos.x + glyph.advance_width)
            });
            assert!(
                wide.clone().all(|right| right <= width.max(30.0) + 1.0),
                "{width}: {lines:?} {:?}",
                wide.collect::<Vec<_>>()
            );
            let begins = galley.rows.iter().filter_map(|row| row.row.glyphs.first());
            assert!(
                begins.clone().all(|glyph| glyph.pos.x.abs() < 1.0),
                "each line begins at the left: {lines:?}"
            );
        });
        output.textures_delta.clear();
        lines
    }

    #[test]
    fn where_no_sign_has_room_each_has_a_line() {
        for text in ["62\u{a0}%", "a\u{ad}bc", "«a»", "i\u{202f}i"] {
            for width in [-1.0, 0.0, 1.0, 5.0] {
                assert_eq!(lines(text, width).concat().replace('-', "\u{ad}"), text, "{width}");
            }
        }
    }

    #[test]
    fn no_line_begins_or_ends_with_what_belongs_to_another() {
        for text in [
            "Some of them said 1\u{202f}501 people, 62\u{202f}% and 7\u{2007}% of all",
            "Some of them said 62 % and 75 ‰ of all, why ? So « oui » and ( so ) it is …",
            "Of a\u{2060} b and c\u{feff} d, i\u{a0}i\u{a0}i\u{a0}i it is 10 265 000 of all",
            "(encryption), “messages”: [safety]; 62%, 75‰ – 2,500 (of them)",
        ] {
            for width in 40..260_u16 {
                let lines = lines(text, f32::from(width));
                assert_eq!(lines.concat(), text);
                for pair in lines.windows(2) {
                    let (before, after) = (pair[0].chars().rev(), pair[1].chars());
                    let is_end_of_word = pair[0].ends_with(is_place_to_break);
                    assert!(!tears(before, after) || !is_end_of_word, "{width}: {lines:?}");
                    assert!(
                        !pair[1]
                            .trim_start()
                            .starts_with(['%', '‰', ')', ']', '”', '»', ',', ';', ':', '?', '…']),
                        "{width}: {lines:?}"
                    );
                    assert!(!pair[0].trim_end().ends_with(['(', '[', '“', '«']), "{width}: {lines:?}");
                }
            }
        }
    }

    #[test]
    fn a_space_of_no_width_is_a_place_to_break() {
        let text = "Donau\u{200b}dampf\u{200b}schiff\u{200b}fahrts\u{200b}gesellschaft";
        for width in 100..200_u16 {
            let lines = lines(text, f32::from(width));
            assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with('\u{200b}')), "{lines:?}");
        }
    }

    #[test]
    fn a_soft_hyphen_is_a_hyphen_where_a_line_ends() {
        let text = "The mes\u{ad}sen\u{ad}gers en\u{ad}cryp\u{ad}tion";
        let seen = |line: &String| line.replace(SOFT_HYPHEN, "");
        let mut hyphens = 0;
        for width in 60..200_u16 {
            let lines = lines(text, f32::from(width));
            let lines: Vec<String> = lines.iter().map(seen).collect();
            assert_eq!(
                lines.join("|").replace("-|", "").replace('|', ""),
                "The messengers encryption",
                "{width}"
            );
            hyphens += lines.iter().filter(|line| line.ends_with('-')).count();
        }
        assert!(hyphens > 40, "{hyphens}");
    }
}
