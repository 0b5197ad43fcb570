//! Lines that hold words which run from right to left, with all signs in the order in which they are read
//! (Unicode's bidirectional algorithm, UAX #9).
//!
//! egui 0.37 shapes each such word rightly but sets words from left to right, leaves brackets as they are, and
//! keeps more signs for the word than the text has, so that what comes after it in the line is counted wrongly.
//! Here each sign of the text gets its place.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{Glyph, PlacedRow, Row};
use egui::text::LayoutJob;
use egui::{Context, FullOutput, Galley, Plugin, Rect, Shape, Ui};
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

/// Lays a text out, each line in the order in which it is read.
#[must_use]
pub fn laid(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    let galley = super::lines::laid(ui, job);
    if !has_right_to_left(galley.text()) {
        return galley;
    }
    match ui.ctx().plugin_opt::<RightToLeft>() {
        Some(plugin) => plugin.lock().in_order(&galley),
        None => galley,
    }
}

/// Puts the lines of all that is drawn in order, whoever laid it out: labels, charts, menus.
pub fn allow(ctx: &Context) {
    ctx.add_plugin(RightToLeft::default());
}

/// What was put in order, kept as long as it is drawn.
#[derive(Default)]
struct RightToLeft {
    /// By the address of the galley as egui made it, which is kept so that no other one gets its address.
    known: HashMap<usize, Known>,
    pass: u64,
}

struct Known {
    made: Arc<Galley>,
    in_order: Arc<Galley>,
    used: u64,
}

/// Passes in which something may not be drawn before it is forgotten.
const KEPT: u64 = 2;

impl Plugin for RightToLeft {
    fn debug_name(&self) -> &'static str {
        "right to left"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        for clipped in &mut output.shapes {
            self.order(&mut clipped.shape);
        }
        self.pass += 1;
        let pass = self.pass;
        self.known.retain(|_, known| known.used + KEPT >= pass);
    }
}

impl RightToLeft {
    fn order(&mut self, shape: &mut Shape) {
        match shape {
            Shape::Vec(inside) => inside.iter_mut().for_each(|shape| self.order(shape)),
            Shape::Text(text) if has_right_to_left(text.galley.text()) => {
                text.galley = self.in_order(&text.galley);
            }
            _ => {}
        }
    }

    fn in_order(&mut self, galley: &Arc<Galley>) -> Arc<Galley> {
        let address = |galley: &Arc<Galley>| Arc::as_ptr(galley) as usize;
        let pass = self.pass;
        if let Some(known) = self.known.get_mut(&address(galley)) {
            known.used = pass;
            return Arc::clone(&known.in_order);
        }
        let in_order = in_order(galley).map_or_else(|| Arc::clone(galley), Arc::new);
        for made in [galley, &in_order] {
            let known = Known { made: Arc::clone(made), in_order: Arc::clone(&in_order), used: pass };
            self.known.insert(address(&known.made), known);
        }
        in_order
    }
}

/// Whether anything in a text runs from right to left.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    // The first letter that does so, U+0590, begins with this byte.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(runs_leftward)
}

/// Whether a text as a whole runs from right to left: where its first letter does and most of them do.
#[must_use]
pub fn is_mostly_right_to_left(text: &str) -> bool {
    let strong = |sign| match bidi_class(sign) {
        BidiClass::R | BidiClass::AL => Some(true),
        BidiClass::L => Some(false),
        _ => None,
    };
    let mut letters = text.chars().filter_map(strong);
    let Some(first) = letters.next() else { return false };
    let (leftward, all) =
        letters.fold((usize::from(first), 1), |(of, all), leftward| (of + usize::from(leftward), all + 1));
    first && 2 * leftward > all
}

/// Whether a letter runs from right to left.
#[must_use]
pub fn runs_leftward(sign: char) -> bool {
    sign >= '\u{590}' && matches!(bidi_class(sign), BidiClass::R | BidiClass::AL)
}

/// The text in order; `None` where it is not certain which sign of the drawing stands for which letter, as
/// where a long word is cut.
fn in_order(galley: &Galley) -> Option<Galley> {
    let mut ordered = galley.clone();
    let mut rows = ordered.rows.as_mut_slice();
    for paragraph in galley.text().split('\n') {
        let end = rows.iter().position(|row| row.ends_with_newline).map_or(rows.len(), |last| last + 1);
        let (here, after) = std::mem::take(&mut rows).split_at_mut(end);
        order_paragraph(here, paragraph, galley)?;
        rows = after;
    }
    ordered.mesh_bounds = ordered
        .rows
        .iter()
        .fold(Rect::NOTHING, |bounds, row| bounds | row.visuals.mesh_bounds.translate(row.pos.to_vec2()));
    Some(ordered)
}

fn order_paragraph(rows: &mut [PlacedRow], text: &str, galley: &Galley) -> Option<()> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let glyphs: Vec<Glyph> = rows.iter().flat_map(|row| row.glyphs.iter().copied()).collect();
    // What is cut ends with a sign of its own.
    let cut = usize::from(galley.elided && !glyphs.is_empty());
    let signs = signs(&letters, &glyphs[..glyphs.len() - cut], galley.elided)?;
    let byte = |letter: usize| letters.get(letter).map_or(text.len(), |(byte, _)| *byte);
    let text = &text[..byte(signs.len())];
    let level = if is_mostly_right_to_left(text) { Level::rtl() } else { Level::ltr() };
    let order = ParagraphBidiInfo::new(text, Some(level));
    let (mut letter, mut before) = (0, 0);
    for row in rows {
        let (from, end) = (letter, before + row.glyphs.len());
        while signs.get(letter).is_some_and(|sign| sign.first().is_none_or(|glyph| *glyph < end)) {
            letter += 1;
        }
        if signs[from..letter].iter().flatten().any(|glyph| *glyph < before || *glyph >= end) {
            return None;
        }
        let line = byte(from)..byte(letter);
        if !line.is_empty() {
            let (levels, runs) = order.visual_runs(line);
            let of = |byte: usize| letters.partition_point(|(at, _)| *at < byte);
            let runs: Vec<Run> = runs
                .into_iter()
                .map(|run| Run { letters: of(run.start)..of(run.end), leftward: levels[run.start].is_rtl() })
                .collect();
            let of_row = RowSigns { letters: &letters, signs: &signs, before };
            order_row(Arc::make_mut(&mut row.row), &of_row, &runs, galley.pixels_per_point);
        }
        before = end;
    }
    Some(())
}

/// Letters side by side that run the same way.
struct Run {
    letters: Range<usize>,
    leftward: bool,
}

/// The letters of a paragraph with the glyphs of each, and how many glyphs stand in the rows before.
struct RowSigns<'a> {
    letters: &'a [(usize, char)],
    signs: &'a [Vec<usize>],
    before: usize,
}

/// Moves a row's signs to their places; the runs come from left to right.
fn order_row(row: &mut Row, of_row: &RowSigns<'_>, runs: &[Run], pixels_per_point: f32) {
    let RowSigns { letters, signs, before } = of_row;
    let old = std::mem::take(&mut row.glyphs);
    let mut x = old.iter().map(|glyph| glyph.pos.x).fold(f32::INFINITY, f32::min);
    let mut new: Vec<(usize, Glyph)> = Vec::with_capacity(old.len());
    for Run { letters: run, leftward } in runs {
        // Each letter with those that are drawn together with it.
        let mut begins: Vec<usize> = run.clone().filter(|letter| !signs[*letter].is_empty()).collect();
        if *leftward {
            begins.reverse();
        }
        for letter in begins {
            let glyphs = || signs[letter].iter().map(|glyph| &old[glyph - before]);
            let Some(base) = glyphs().find(|glyph| glyph.advance_width > 0.0).or(glyphs().next()) else {
                continue;
            };
            let left = (x * pixels_per_point).round() / pixels_per_point;
            let advance: f32 = glyphs().map(|glyph| glyph.advance_width).sum();
            let is_mirrored = *leftward && unicode_bidi_mirroring::is_mirroring(letters[letter].1);
            for glyph in glyphs() {
                let mirrored = is_mirrored.then_some(2.0 * left + advance);
                move_glyph(row, glyph, left - base.pos.x, mirrored);
            }
            let mut first = *base;
            (first.pos.x, first.advance_width) = (left, advance);
            new.push((letter, first));
            let end = if *leftward { left } else { left + advance };
            let joined = (letter + 1..run.end).take_while(|next| signs[*next].is_empty());
            new.extend(joined.map(|letter| {
                let mut empty = *base;
                (empty.chr, empty.pos.x, empty.advance_width) = (letters[letter].1, end, 0.0);
                empty.uv_rect.max = empty.uv_rect.min;
                (letter, empty)
            }));
            x += advance;
        }
    }
    new.sort_by_key(|(letter, _)| *letter);
    row.glyphs = new.into_iter().map(|(_, glyph)| glyph).collect();
    // The sign that stands for what is cut off.
    let known = signs.iter().flatten().filter(|glyph| **glyph >= *before).count();
    row.glyphs.extend(old.get(known..).into_iter().flatten().last().filter(|last| last.chr == '…').copied());
    row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
}

/// Moves what is drawn of a glyph; mirrored, it is turned over between its edges, whose sum is given.
fn move_glyph(row: &mut Row, glyph: &Glyph, by: f32, mirrored: Option<f32>) {
    if glyph.uv_rect.is_nothing() {
        return;
    }
    let first = glyph.first_vertex as usize;
    let Some(corners) = row.visuals.mesh.vertices.get_mut(first..first + 4) else { return };
    for corner in corners {
        corner.pos.x += by;
        if let Some(edges) = mirrored {
            corner.pos.x = edges - corner.pos.x;
        }
    }
}

/// The glyphs of each letter, by their number; none for a letter that is drawn together with the one before.
/// Of a text that is cut, of the letters that are drawn.
fn signs(letters: &[(usize, char)], glyphs: &[Glyph], is_cut: bool) -> Option<Vec<Vec<usize>>> {
    let letters: Vec<char> = letters.iter().map(|(_, letter)| *letter).collect();
    let mut signs: Vec<Vec<usize>> = Vec::with_capacity(letters.len());
    let mut glyph = 0;
    while signs.len() < letters.len() && !(is_cut && glyph == glyphs.len()) {
        let here = &letters[signs.len()..];
        if !is_of_such_a_script(here[0]) {
            (glyph < glyphs.len()).then_some(())?;
            signs.push(vec![glyph]);
            glyph += 1;
            continue;
        }
        let word = here.iter().position(|letter| !is_of_such_a_script(*letter)).unwrap_or(here.len());
        // Where no face has its letters, a word is set together with what follows it.
        let lengths = (1..=word).rev().chain([here.len()]);
        let (of_run, used) = lengths.into_iter().find_map(|length| run(&here[..length], &glyphs[glyph..]))?;
        signs.extend(of_run.into_iter().map(|of| of.into_iter().map(|index| index + glyph).collect()));
        glyph += used;
    }
    (glyph == glyphs.len()).then_some(signs)
}

/// Signs of the blocks of right-to-left scripts, and what joins or marks them.
fn is_of_such_a_script(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(sign, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        || matches!(sign, '\u{200c}' | '\u{200d}' | '\u{34f}' | '\u{fe00}'..='\u{fe0f}')
}

/// The glyphs of letters that were shaped together, and how many glyphs there are. egui has them from left
/// to right, and after them one without width for each letter but those of the first cluster.
fn run(letters: &[char], glyphs: &[Glyph]) -> Option<(Vec<Vec<usize>>, usize)> {
    let is_empty = |glyph: &Glyph| glyph.advance_width == 0.0 && glyph.uv_rect.is_nothing();
    if !letters.iter().copied().any(runs_leftward) {
        let same = glyphs.len() >= letters.len()
            && letters.iter().zip(glyphs).all(|(letter, glyph)| glyph.chr == *letter);
        return same.then(|| ((0..letters.len()).map(|glyph| vec![glyph]).collect(), letters.len()));
    }
    for first in 1..=letters.len().min(MOST_MARKS) {
        let rest = &letters[first..];
        let most = glyphs.len().checked_sub(rest.len())?.min(MOST_MARKS * letters.len());
        for shaped in 1..=most {
            let goes_on = glyphs[shaped..]
                .iter()
                .zip(rest)
                .all(|(glyph, letter)| glyph.chr == *letter && is_empty(glyph));
            if goes_on
                && let Some(signs) = shaped_signs(letters, &glyphs[..shaped])
                && signs[0].len() == first
            {
                return Some((signs, shaped + rest.len()));
            }
        }
    }
    None
}

/// Marks that one letter may have, with itself.
const MOST_MARKS: usize = 4;

/// The glyphs of letters that were shaped together, from left to right. A glyph bears the first letter that it
/// stands for, and a mark that of the letter it stands on.
fn shaped_signs(letters: &[char], shaped: &[Glyph]) -> Option<Vec<Vec<usize>>> {
    let mut signs = vec![Vec::new(); letters.len()];
    let mut here: Option<usize> = None;
    for (index, glyph) in shaped.iter().enumerate().rev() {
        let after = here.map_or(0, |here| here + 1);
        let next = letters[after..].iter().position(|letter| *letter == glyph.chr).map(|next| after + next);
        let same = here.filter(|here| letters[*here] == glyph.chr);
        let is_mark = glyph.advance_width == 0.0;
        let letter = if is_mark { same.or(next) } else { next.or(same) }?;
        signs[letter].push(index);
        here = Some(letter);
    }
    (!signs[0].is_empty()).then_some(signs)
}

#[cfg(test)]
mod tests {
    use egui::{Color32, FontData, FontId, RawInput, vec2};
    use proptest::prelude::*;

    use super::*;
    use crate::ui::fonts;
    use crate::ui::text_rects::{cursor_at, cursor_rect, pieces};

    /// Hebrew and Arabic letters of `DejaVu` Sans.
    const OTHERS: &[u8] = include_bytes!("../../tests/fixtures/fonts/DejaVuSans_HebrewArabic.ttf");

    /// A text as it is laid out at a width.
    fn set(text: &str, width: f32) -> Arc<Galley> {
        let ctx = Context::default();
        let mut faces = fonts::definitions();
        faces.font_data.insert("others".to_owned(), Arc::new(FontData::from_static(OTHERS)));
        faces.families.values_mut().for_each(|family| family.push("others".to_owned()));
        ctx.set_fonts(faces);
        allow(&ctx);
        let mut galley = None;
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let font = FontId::proportional(16.0);
            galley = Some(laid(ui, LayoutJob::simple(text.to_owned(), font, Color32::BLACK, width)));
        });
        output.textures_delta.clear();
        galley.expect("it is laid out")
    }

    /// A row's letters from the left.
    fn seen(row: &PlacedRow) -> String {
        let mut glyphs: Vec<&Glyph> = row.glyphs.iter().collect();
        glyphs.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
        glyphs.into_iter().map(|glyph| glyph.chr).collect()
    }

    #[test]
    fn words_and_numbers_and_brackets_stand_in_the_order_in_which_they_are_read() {
        for (text, shown) in [
            ("the words שלום עולם here", "the words םלוע םולש here"),
            ("Labour (העבודה), 40%", "Labour (הדובעה), 40%"),
            ("a שלום (עולם) b", "a )םלוע( םולש b"),
            ("in 2021 שלום 1,234 עולם.", "in 2021 םלוע 1,234 םולש."),
            // Brackets that are turned over are named as they stand in the text.
            ("שלום עולם (Labour) 40%", "40% )Labour( םלוע םולש"),
        ] {
            let galley = set(text, f32::INFINITY);
            assert_eq!(seen(&galley.rows[0]), shown, "{text}");
            let logical: String = galley.rows[0].glyphs.iter().map(|glyph| glyph.chr).collect();
            assert_eq!(logical, text, "one sign for each letter, in the text's order");
        }
    }

    #[test]
    fn joined_letters_and_marks_keep_one_place_for_each_letter() {
        for text in ["السلام عليكم here", "a سَلَام and שָׁלוֹם b", "لالا لا"] {
            let galley = set(text, f32::INFINITY);
            assert_eq!(galley.rows[0].glyphs.len(), text.chars().count(), "{text}");
            let width: f32 = galley.rows[0].glyphs.iter().map(|glyph| glyph.advance_width).sum();
            assert!((width - galley.size().x).abs() < 2.0, "{text}: {width} of {}", galley.size().x);
        }
    }

    #[test]
    fn what_is_marked_after_such_words_is_where_it_stands() {
        let text = "שלום עולם means hello";
        let galley = set(text, f32::INFINITY);
        let from = text.chars().count() - 5;
        let [piece] = pieces(&galley, from, from + 5)[..] else { panic!("it is one piece") };
        let first = galley.rows[0].glyphs[from].pos.x;
        assert!((piece.rect.left() - first).abs() < 0.01 && piece.rect.right() <= galley.size().x + 1.0);
        // Both words are one stretch, from the first letter at the right to the last at the left.
        let [both] = pieces(&galley, 0, 9)[..] else { panic!("they are one piece") };
        assert!(both.rect.width() > 50.0 && both.rect.left() < 1.0, "{both:?}");
    }

    #[test]
    fn the_caret_goes_to_the_left_through_such_a_word() {
        let galley = set("a שלום b", f32::INFINITY);
        let x = |index: usize| cursor_rect(&galley, egui::text::CCursor::new(index)).left();
        assert!(x(2) > x(3) && x(3) > x(4) && x(4) > x(5), "{:?}", [x(2), x(3), x(4), x(5)]);
        assert!(x(0) < x(1) && x(7) < x(8) && x(7) > x(2), "{:?}", [x(0), x(1), x(7), x(8)]);
    }

    #[test]
    fn a_text_is_leftward_as_a_whole_where_its_first_letter_and_most_are() {
        for text in ["שלום (Hi)", "62% שלום", "مرحبا بالعالم 2021"] {
            assert!(is_mostly_right_to_left(text), "{text}");
        }
        for text in ["", "One case مرحبا بالعالم made.", "שלום means hello", "2021"] {
            assert!(!is_mostly_right_to_left(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        /// The order is that of Unicode's algorithm, line by line; no letter is lost.
        #[test]
        fn lines_are_in_the_order_of_the_algorithm(
            text in "(the |[a-c]{1,4} |[שלוםא]{1,5} |[مرحب]{1,5} |[0-9]{1,3}% |\\([שלאb]{1,3}\\) |[,.] ){1,12}",
            width in 60.0_f32..400.0,
        ) {
            let galley = set(&text, width);
            let level = if is_mostly_right_to_left(&text) { Level::rtl() } else { Level::ltr() };
            let order = ParagraphBidiInfo::new(&text, Some(level));
            let mut from = 0;
            for row in &galley.rows {
                let logical: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
                let line = from..from + logical.len();
                prop_assert_eq!(&text[line.clone()], &logical);
                let levels = order.reordered_levels(line.clone());
                let (levels, letters): (Vec<Level>, Vec<char>) =
                    logical.char_indices().map(|(at, letter)| (levels[from + at], letter)).unzip();
                let shown = ParagraphBidiInfo::reorder_visual(&levels);
                prop_assert_eq!(seen(row), shown.into_iter().map(|at| letters[at]).collect::<String>());
                from = line.end;
            }
            prop_assert_eq!(from, text.len());
        }

        #[test]
        fn a_point_on_a_letter_is_beside_that_letter(
            text in "([a-c]{1,4} |[שלוםא]{1,5} |[0-9]{1,3} ){1,8}",
        ) {
            let galley = set(&text, f32::INFINITY);
            let row = &galley.rows[0];
            for (index, glyph) in row.glyphs.iter().enumerate() {
                let at = vec2(glyph.pos.x + glyph.advance_width / 2.0 + 0.3, row.size.y / 2.0);
                let cursor = cursor_at(&galley, at);
                prop_assert!(cursor.index.0 == index || cursor.index.0 == index + 1, "{index}: {cursor:?}");
            }
        }
    }
}
