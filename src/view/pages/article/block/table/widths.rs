//! How wide a table's columns are: no number and no short word is broken, long words and prose give way.

use std::ops::Range;
use std::sync::Arc;

use egui::{FontId, Ui, vec2};

use crate::article::Table;
use crate::ui::fonts;
use crate::ui::type_scale::{self, TypeStyle};
use crate::view::pages::article::block::Block;
use crate::view::pages::article::block_text;

/// Around a cell's text, in points.
pub const CELL_PADDING: egui::Vec2 = vec2(10.0, 6.0);

pub fn style(row: usize) -> TypeStyle {
    if row == 0 { HEADER } else { type_scale::SMALL }
}

const HEADER: TypeStyle = type_scale::LABEL_STRONG;

/// What a column asks for, in points, with its padding.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// As much as its longest cell takes on one line; of the first rows alone.
    pub natural: f32,
    /// As much as its longest number or word takes, in whichever row.
    pub least: f32,
}

/// The columns' widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Widths {
    /// Each column's.
    pub columns: Vec<f32>,
    /// Whether they take more than the room, so that the table scrolls sideways.
    pub scrolls: bool,
}

/// Rows that say what a column's cells are like.
const LOOKED_AT: usize = 40;
/// Added to the longest cell.
const SPARE: f32 = 8.0;
/// Rounding to pixels adds no more to a word.
const ROUNDING: f32 = 1.0;
/// Words up to this are never broken, in sizes of the face; longer ones are addresses and the like. Numbers
/// are never broken.
const LONGEST: f32 = 20.0;
/// Below this, prose is hard to read, in points.
const NARROW: f32 = 90.0;
/// In a table that scrolls: what is as short stands on one line; longer cells on two, as long as that is no
/// wider than a column should be.
const ONE_LINE: f32 = 110.0;
const LINES: f32 = 2.0;
const WIDE: f32 = 320.0;
/// The most of the room that the first column keeps for its words while others scroll.
const HELD: f32 = 0.45;
/// Words of a column that are measured to the pixel, out of all.
const MEASURED: usize = 3;

/// Shares the room out: each column as wide as its longest cell where there is room; else those narrow
/// ones, and the others in proportion. Where a number or a word would be broken, columns get what they need
/// and the rest is shared; where that is too much for the room, the table scrolls.
pub fn shared(asked: &[Asked], room: f32) -> Widths {
    let fitting = |columns| Widths { columns, scrolls: false };
    if asked.len() < 2 {
        return fitting(vec![room; asked.len()]);
    }
    let total: f32 = asked.iter().map(|column| column.natural).sum();
    if total <= room {
        let spare = (room - total) / asked.len() as f32;
        return fitting(asked.iter().map(|column| column.natural + spare).collect());
    }
    let shares = in_proportion(asked, room);
    if shares.iter().zip(asked).all(|(share, column)| *share >= column.least) {
        return fitting(shares);
    }
    let floor = |column: &Asked| column.least.max(column.natural.min(NARROW));
    let floors: f32 = asked.iter().map(floor).sum();
    if floors <= room {
        let part = (room - floors) / (total - floors).max(1.0);
        let width = |column: &Asked| floor(column) + part * (column.natural - floor(column)).max(0.0);
        return fitting(asked.iter().map(width).collect());
    }
    let wide = |column: &Asked| {
        let lines = (column.natural / LINES).min(WIDE);
        column.natural.min(ONE_LINE.max(lines)).max(column.least)
    };
    let mut columns: Vec<f32> = asked.iter().map(wide).collect();
    if let [first, others @ ..] = &mut columns[..] {
        *first = first.min((HELD * room).max(asked[0].least));
        let beside = room - *first;
        for (width, column) in others.iter_mut().zip(&asked[1..]) {
            *width = width.min(beside.max(column.least));
        }
    }
    Widths { columns, scrolls: true }
}

/// Wide columns give way first: none is squeezed below an even share before the wide ones are.
fn in_proportion(asked: &[Asked], room: f32) -> Vec<f32> {
    let natural = || asked.iter().map(|column| column.natural);
    let even = room / asked.len() as f32;
    let narrow: f32 = natural().filter(|width| *width <= even).sum();
    let wide: f32 = natural().filter(|width| *width > even).sum();
    natural().map(|width| if width <= even { width } else { width / wide * (room - narrow) }).collect()
}

/// What the columns ask for; kept from frame to frame.
pub fn asked(ui: &Ui, block: &Block<'_>, table: &Table) -> Arc<Vec<Asked>> {
    let face = fonts::in_use(ui.ctx());
    let key = egui::util::hash((&block.content.text, face, ui.pixels_per_point().to_bits()));
    let place = ui.scope_id().with("asked");
    let kept = ui.data(|data| data.get_temp::<(u64, Arc<Vec<Asked>>)>(place));
    if let Some((_, asked)) = kept.filter(|(of, _)| *of == key) {
        return asked;
    }
    let mut asked = vec![Asked::default(); table.alignment.len().max(1)];
    for (index, row) in table.rows.iter().enumerate().take(LOOKED_AT) {
        for (column, cell) in asked.iter_mut().zip(row) {
            let width = measured(ui, block, index, cell.clone());
            column.natural = column.natural.max(width + CELL_PADDING.x + SPARE);
        }
    }
    let mut measuring = Measuring { ui, block, widths: Vec::new() };
    let mut words = vec![Longest::default(); asked.len()];
    for (index, row) in table.rows.iter().enumerate() {
        for (longest, cell) in words.iter_mut().zip(row) {
            measuring.words(index, cell, longest);
        }
    }
    for (column, longest) in asked.iter_mut().zip(words) {
        for Word { row, bytes, .. } in longest.0 {
            let is_number = !block.content.text[bytes.clone()].contains(char::is_alphabetic);
            let most = if is_number { f32::INFINITY } else { LONGEST * style(row).size };
            let width = measured(ui, block, row, bytes).min(most);
            column.least = column.least.max(width + CELL_PADDING.x + ROUNDING);
        }
        column.natural = column.natural.max(column.least);
    }
    let asked = Arc::new(asked);
    ui.data_mut(|data| data.insert_temp(place, (key, Arc::clone(&asked))));
    asked
}

/// How wide a stretch of a row's cell is on one line.
fn measured(ui: &Ui, block: &Block<'_>, row: usize, bytes: Range<usize>) -> f32 {
    let job = block_text::job(block.theme, block.content, bytes, style(row), f32::INFINITY);
    ui.painter().layout_job(job).size().x
}

/// A word of a cell, with the space after it, which has to stand in the same line.
#[derive(Clone, Debug)]
struct Word {
    row: usize,
    bytes: Range<usize>,
    /// The sum of its letters' widths, which is about its width.
    about: f32,
}

/// The longest words of a column, the longest first.
#[derive(Clone, Debug, Default)]
struct Longest(Vec<Word>);

impl Longest {
    fn take(&mut self, word: Word) {
        let place = self.0.partition_point(|known| known.about >= word.about);
        if place < MEASURED {
            self.0.insert(place, word);
            self.0.truncate(MEASURED);
        }
    }
}

/// Letters' widths, looked up once each.
struct Measuring<'a, 'b> {
    ui: &'a Ui,
    block: &'a Block<'b>,
    widths: Vec<(FontId, [Option<f32>; 128])>,
}

impl Measuring<'_, '_> {
    /// Takes in the words of a cell.
    fn words(&mut self, row: usize, cell: &Range<usize>, longest: &mut Longest) {
        let (mut from, mut about, mut is_word) = (cell.start, 0.0, false);
        for (bytes, font) in block_text::fonts(self.block.theme, self.block.content, cell, style(row)) {
            let face = self.face(&font);
            for (at, sign) in self.block.content.text[bytes.clone()].char_indices() {
                let width = self.width(face, sign);
                if !parts(sign) {
                    (about, is_word) = (about + width, true);
                    continue;
                }
                let end = bytes.start + at + sign.len_utf8();
                if is_word {
                    longest.take(Word { row, bytes: from..end, about: about + width });
                }
                (from, about, is_word) = (end, 0.0, false);
            }
        }
        if is_word {
            longest.take(Word { row, bytes: from..cell.end, about });
        }
    }

    fn face(&mut self, font: &FontId) -> usize {
        self.widths.iter().position(|(known, _)| known == font).unwrap_or_else(|| {
            self.widths.push((font.clone(), [None; 128]));
            self.widths.len() - 1
        })
    }

    fn width(&mut self, face: usize, sign: char) -> f32 {
        let (font, known) = &mut self.widths[face];
        let look_up = |font: &FontId| self.ui.fonts_mut(|fonts| fonts.glyph_width(font, sign));
        match known.get_mut(sign as usize) {
            Some(known) => *known.get_or_insert_with(|| look_up(font)),
            None => look_up(font),
        }
    }
}

/// Whether a line may end at a sign: white space that is not there to keep things together, and every sign of
/// Chinese and Japanese.
fn parts(sign: char) -> bool {
    let keeps = matches!(sign, '\u{a0}' | '\u{2007}' | '\u{202f}');
    let ideograph =
        matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    sign.is_whitespace() && !keeps || ideograph
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(natural: f32, least: f32) -> Asked {
        Asked { natural, least }
    }

    #[test]
    fn what_fits_is_spread_over_the_room() {
        let asked = [column(100.0, 40.0), column(60.0, 60.0)];
        assert_eq!(shared(&asked, 200.0), Widths { columns: vec![120.0, 80.0], scrolls: false });
    }

    #[test]
    fn prose_gives_way_before_numbers_and_is_wrapped() {
        let asked = [column(80.0, 80.0), column(900.0, 70.0), column(80.0, 80.0)];
        let widths = shared(&asked, 500.0);
        assert_eq!(widths, Widths { columns: vec![80.0, 340.0, 80.0], scrolls: false });
    }

    #[test]
    fn a_number_wider_than_its_share_takes_from_those_that_can_give() {
        // In proportion, the number would have 212 of its 300 points.
        let asked = [column(300.0, 300.0), column(400.0, 60.0)];
        let widths = shared(&asked, 500.0);
        assert!(!widths.scrolls && widths.columns[0] >= 300.0 && widths.columns[1] >= 90.0, "{widths:?}");
        assert!((widths.columns.iter().sum::<f32>() - 500.0).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn columns_of_numbers_that_are_too_many_scroll() {
        let asked = vec![column(83.0, 76.0); 18];
        let widths = shared(&asked, 650.0);
        assert!(widths.scrolls && widths.columns.iter().all(|width| *width >= 76.0), "{widths:?}");
    }

    #[test]
    fn in_a_table_that_scrolls_prose_is_no_wider_than_is_good_to_read() {
        let mut asked = vec![column(83.0, 76.0); 12];
        asked[0] = column(700.0, 90.0);
        asked[5] = column(2_000.0, 80.0);
        let widths = shared(&asked, 600.0);
        assert!(widths.scrolls && widths.columns[0] <= 270.0 && widths.columns[5] <= WIDE, "{widths:?}");
    }

    proptest! {
        #[test]
        fn no_column_is_narrower_than_its_longest_word_and_none_leaves_the_room_unless_it_scrolls(
            asked in prop::collection::vec((1.0_f32..400.0, 0.0_f32..3_000.0), 2..40),
            room in 200.0_f32..900.0,
        ) {
            let asked: Vec<Asked> =
                asked.iter().map(|(least, more)| column(least + more, *least)).collect();
            let widths = shared(&asked, room);
            prop_assert!(widths.columns.iter().zip(&asked).all(|(width, asked)| *width >= asked.least - 0.01));
            let total: f32 = widths.columns.iter().sum();
            prop_assert!(widths.scrolls || total <= room + 0.1, "{} in {}", total, room);
        }
    }
}
