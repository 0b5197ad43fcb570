//! Words in several rows, each of which begins where it should.

use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection};
use egui::{Galley, Ui};

use crate::ui::lines;

/// Lays words out and wraps them, with every row at the left edge.
///
/// epaint 0.37 settles where in its pixel a letter begins before it wraps, so that the rows after the
/// first can stand most of a pixel to the right. With the breaks written out each row begins anew.
#[must_use]
pub(super) fn wrapped(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    let galley = lines::laid(ui, job);
    if galley.rows.len() < 2 || galley.elided {
        return galley;
    }
    match breaks(&galley) {
        Some(breaks) if !breaks.is_empty() => ui.painter().layout_job(written_out(&galley.job, &breaks)),
        _ => galley,
    }
}

/// After which signs a row ends that no line break of the text ends. `None` where that is not known: a
/// sign that no face has may be left out.
fn breaks(galley: &Galley) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut signs = 0;
    for (index, row) in galley.rows.iter().enumerate() {
        signs += row.row.glyphs.len();
        if row.ends_with_newline {
            signs += 1;
        } else if index + 1 < galley.rows.len() {
            ends.push(signs);
        }
    }
    (signs == galley.job.text.chars().count()).then_some(ends)
}

/// The same words with a line break at every end of a row, in the place of the space before or after it
/// if there is one.
fn written_out(job: &LayoutJob, breaks: &[usize]) -> LayoutJob {
    let mut written = LayoutJob { text: String::new(), sections: Vec::new(), ..job.clone() };
    written.wrap.max_width = f32::INFINITY;
    written.wrap.break_anywhere = false;
    let (mut sign, mut is_start) = (0, false);
    for section in &job.sections {
        let begins = written.text.len();
        // What stood before a line's first sign was to end the line before.
        let leading_space = if is_start { 0.0 } else { section.leading_space };
        for letter in job.text[section.byte_range.start.0..section.byte_range.end.0].chars() {
            sign += 1;
            let is_end = breaks.binary_search(&sign).is_ok();
            if !(letter == ' ' && (is_end || is_start)) {
                written.text.push(letter);
            }
            if is_end {
                written.text.push('\n');
            }
            is_start = is_end;
        }
        let byte_range = ByteIndex(begins)..ByteIndex(written.text.len());
        written.sections.push(LayoutSection { byte_range, leading_space, ..section.clone() });
    }
    written
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::PlacedRow;
    use egui::{Color32, FontId};

    use super::*;

    /// Each row's words, and whether it is drawn as it would be if it stood alone.
    fn laid(words: &str, width: f32) -> Vec<(String, bool)> {
        let ctx = egui::Context::default();
        ctx.set_fonts(crate::ui::fonts::definitions());
        let mut rows = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let job = |words: &str, width: f32| {
                LayoutJob::simple(words.to_owned(), FontId::proportional(13.0), Color32::BLACK, width)
            };
            let galley = wrapped(ui, job(words, width));
            rows = galley
                .rows
                .iter()
                .map(|row| {
                    let words = row.row.text();
                    let alone = ui.painter().layout_job(job(&words, f32::INFINITY));
                    let drawn = |row: &PlacedRow| -> Vec<_> {
                        row.row.glyphs.iter().map(|glyph| (glyph.pos.x, glyph.uv_rect)).collect()
                    };
                    (words, drawn(row) == drawn(&alone.rows[0]))
                })
                .collect();
        });
        output.textures_delta.clear();
        rows
    }

    #[test]
    fn rows_keep_their_words_and_each_is_drawn_as_if_it_stood_alone() {
        let words =
            "Adults in England and Wales who were asked, all of them, in 2022\nand again a year after";
        for width in [60.0, 90.0, 130.0, 1000.0] {
            let rows = laid(words, width);
            let again: Vec<&str> = rows.iter().map(|(row, _)| row.trim_end()).collect();
            assert_eq!(again.join(" "), words.replace('\n', " "), "{width}");
            assert!(rows.iter().all(|(_, as_alone)| *as_alone), "{width}: {rows:?}");
        }
    }

    #[test]
    fn no_row_begins_with_a_space_where_a_word_fills_the_one_before() {
        for width in 60..200_u16 {
            let rows = laid("Support for end-to-end encryption as it is, NSPCC/YouGov", f32::from(width));
            assert!(rows.iter().all(|(row, _)| !row.starts_with(' ')), "{width}: {rows:?}");
        }
    }

    #[test]
    fn a_word_wider_than_its_room_breaks_and_loses_nothing() {
        let rows = laid("Donaudampfschifffahrtsgesellschaft – ja", 60.0);
        let again: String = rows.iter().map(|(row, _)| row.as_str()).collect();
        assert!(rows.len() > 2, "{rows:?}");
        assert_eq!(again.replace(' ', ""), "Donaudampfschifffahrtsgesellschaft–ja", "{rows:?}");
    }
}
