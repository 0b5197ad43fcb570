//! The one folding of typographic variants: what is typed finds what is set, and two texts are the same
//! whatever marks, dashes, spaces and unseen signs a publisher sets them with.
//!
//! [`Folded::typed`] folds variants alone; [`Folded::plain`] folds accents and capitals away too. Each
//! keeps where its signs come from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::variants::{self, Variant};

/// A text folded, with where in the text each of its signs stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// In order; each reaches to where the next one begins.
    pieces: Vec<Piece>,
}

/// A stretch of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the folded text.
    folded: usize,
    /// Where it begins in the text.
    source: usize,
    /// For what was folded as a whole, where that ends in the text; `None` where both run side by side,
    /// byte for byte.
    whole: Option<usize>,
}

/// How much is folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// Variants of one sign.
    Typed,
    /// Accents and capitals as well.
    Plain,
}

impl Folded {
    /// As a keyboard types it:
    /// - quotation marks of every kind, guillemets, apostrophes and primes are `'` or `"`;
    /// - hyphens, dashes and minus signs of every kind are `-`;
    /// - white space of any kind and length is one space;
    /// - soft hyphens, zero-width signs and marks of direction are gone;
    /// - full-width signs, ligatures and letters of mathematics are the letters, `…` is `...`, `½` is `1/2`;
    /// - letters and their accents are composed (NFC).
    #[must_use]
    pub fn typed(text: &str) -> Folded {
        Folding::new(text, Depth::Typed).fold(&[])
    }

    /// The same without stretches of the text, in order: what stands among the words and is none of them.
    #[must_use]
    pub fn typed_without(text: &str, left_out: &[Range<usize>]) -> Folded {
        Folding::new(text, Depth::Typed).fold(left_out)
    }

    /// As [`Folded::typed`], in lower case and without accents: `É` gives `e`, `ﬁ` gives `fi`.
    #[must_use]
    pub fn plain(text: &str) -> Folded {
        Folding::new(text, Depth::Plain).fold(&[])
    }

    /// [`Folded::plain`] without stretches of the text, in order.
    #[must_use]
    pub fn plain_without(text: &str, left_out: &[Range<usize>]) -> Folded {
        Folding::new(text, Depth::Plain).fold(left_out)
    }

    /// What the text comes to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the text for bytes of [`Folded::as_str`]: from the first of its signs to the end of
    /// the last. A sign that was folded to several is taken as a whole.
    #[must_use]
    pub fn in_text(&self, folded: Range<usize>) -> Range<usize> {
        let Some(first) = self.piece_at(folded.start) else { return 0..0 };
        let start = match first.whole {
            None => first.source + (folded.start - first.folded),
            Some(_) => first.source,
        };
        if folded.is_empty() {
            return start..start;
        }
        let end = self.piece_at(folded.end - 1).map_or(start, |last| match last.whole {
            None => last.source + (folded.end - last.folded),
            Some(end) => end,
        });
        start..end.max(start)
    }

    /// Where a byte of the text stands in [`Folded::as_str`]. Inside of what was folded as a whole that is
    /// its beginning, or, of a range's end, its end.
    #[must_use]
    pub fn folded_place(&self, byte: usize, is_end: bool) -> usize {
        let after = self.pieces.partition_point(|piece| piece.source <= byte);
        let next = self.pieces.get(after).map_or(self.text.len(), |next| next.folded);
        let Some(piece) = after.checked_sub(1).map(|last| self.pieces[last]) else { return 0 };
        match piece.whole {
            None => next.min(piece.folded + (byte - piece.source)),
            Some(end) if byte >= end || is_end && byte > piece.source => next,
            Some(_) => piece.folded,
        }
    }

    /// Where words that are folded the same way stand, as bytes of the text.
    pub fn find<'f>(&'f self, words: &'f Folded) -> impl Iterator<Item = Range<usize>> + 'f {
        let words = words.text.trim();
        let places = if words.is_empty() { "" } else { self.text.as_str() };
        places
            .match_indices(words)
            .filter(|(_, found)| !found.is_empty())
            .map(|(at, found)| self.in_text(at..at + found.len()))
    }

    fn piece_at(&self, folded: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.folded <= folded);
        self.pieces.get(after.checked_sub(1)?).copied()
    }
}

/// A text as [`Folded::typed`] has it, without where its signs come from.
#[must_use]
pub fn typed(text: &str) -> String {
    Folded::typed(text).text
}

/// A text as [`Folded::plain`] has it, without where its signs come from.
#[must_use]
pub fn plain(text: &str) -> String {
    Folded::plain(text).text
}

/// Whether two texts have the same words in the same letters, however they are set and spaced.
#[must_use]
pub fn same_typed(one: &str, other: &str) -> bool {
    one == other || typed(one).trim() == typed(other).trim()
}

/// What wordings and labels are compared by: [`typed`] without capitals and outer spaces.
#[must_use]
pub fn compared(text: &str) -> String {
    typed(text).trim().to_lowercase()
}

/// Whether two wordings or labels are the same but for capitals and how they are set.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || compared(one) == compared(other)
}

/// Whether a text has all of these words, in any order, as they are or as parts of others; accents and
/// capitals do not count.
#[must_use]
pub fn has_words(text: &str, words: &str) -> bool {
    let text = plain(text);
    plain(words).split_whitespace().all(|word| text.contains(word))
}

/// A text being folded.
struct Folding<'t> {
    text: &'t str,
    depth: Depth,
    folded: Folded,
    /// How far the text is read.
    at: usize,
}

impl<'t> Folding<'t> {
    fn new(text: &'t str, depth: Depth) -> Folding<'t> {
        let folded = Folded { text: String::with_capacity(text.len()), pieces: Vec::new() };
        Folding { text, depth, folded, at: 0 }
    }

    fn fold(mut self, left_out: &[Range<usize>]) -> Folded {
        for gap in left_out {
            self.fold_to(gap.start);
            self.at = self.at.max(gap.end);
        }
        self.fold_to(self.text.len());
        self.folded
    }

    fn fold_to(&mut self, end: usize) {
        while self.at < end {
            self.plain_letters(end);
            if self.at < end {
                self.sign(end);
            }
        }
    }

    /// Long articles are ASCII but for a few signs: what is, goes through much quicker.
    fn plain_letters(&mut self, end: usize) {
        let mut behind_space = self.is_behind_space();
        let mut length = 0;
        for byte in &self.text.as_bytes()[self.at..end] {
            let is_space = *byte == b' ';
            if !is_own(*byte) || is_space && behind_space {
                break;
            }
            behind_space = is_space;
            length += 1;
        }
        // A letter belongs to the accents behind it.
        if joined(&self.text[self.at + length..end]) > 0 {
            length = length.saturating_sub(1);
        }
        if length == 0 {
            return;
        }
        self.side_by_side();
        let from = self.folded.text.len();
        self.folded.text.push_str(&self.text[self.at..self.at + length]);
        if self.depth == Depth::Plain {
            self.folded.text[from..].make_ascii_lowercase();
        }
        self.at += length;
    }

    /// One sign with what is joined to it.
    fn sign(&mut self, end: usize) {
        let rest = &self.text[self.at..end];
        let sign = rest.chars().next().expect("there is more to fold");
        let length = sign.len_utf8() + joined(&rest[sign.len_utf8()..]);
        let cluster = &rest[..length];
        let is_alone = length == sign.len_utf8();
        match variants::of(sign) {
            Variant::Unseen if is_alone => {}
            Variant::Space if self.is_behind_space() => {}
            Variant::Space => self.whole(" ", length),
            Variant::Typed(typed) if is_alone => self.whole(typed.encode_utf8(&mut [0; 4]), length),
            _ => {
                let letters = self.letters(cluster);
                if letters == cluster {
                    self.side_by_side();
                    self.folded.text.push_str(cluster);
                } else if !letters.is_empty() {
                    self.whole(&letters, length);
                }
            }
        }
        self.at += length;
    }

    /// Letters that stand for so many bytes as a whole.
    fn whole(&mut self, letters: &str, length: usize) {
        self.piece(Some(self.at + length));
        self.folded.text.push_str(letters);
    }

    /// What a sign and its accents come to.
    fn letters(&self, cluster: &str) -> String {
        let mut spelt = String::with_capacity(cluster.len());
        for sign in cluster.chars() {
            let before = spelt.chars().next_back().or(self.folded.text.chars().next_back());
            match variants::of(sign) {
                Variant::Unseen | Variant::Space => {}
                Variant::Typed(sign) => spelt.push(sign),
                Variant::SmallDigit(digit) if before.is_some_and(char::is_alphabetic) => spelt.push(digit),
                Variant::SmallDigit(_) | Variant::Own => spelt.push(sign),
                Variant::Fraction => {
                    if before.is_some_and(char::is_numeric) {
                        spelt.push(' ');
                    }
                    decompose_compatible(sign, |part| spelt.push(if part == '⁄' { '/' } else { part }));
                }
                Variant::Spelt => decompose_compatible(sign, |part| match variants::of(part) {
                    Variant::Typed(part) => spelt.push(part),
                    Variant::Space => spelt.push(' '),
                    _ => spelt.push(part),
                }),
            }
        }
        match self.depth {
            Depth::Typed => spelt.nfc().collect(),
            Depth::Plain => {
                spelt.nfd().filter(|part| !is_accent(*part)).nfc().flat_map(char::to_lowercase).collect()
            }
        }
    }

    fn is_behind_space(&self) -> bool {
        self.folded.text.ends_with(' ')
    }

    /// Begins a stretch that is as it is in the text, or goes on with one.
    fn side_by_side(&mut self) {
        let goes_on = self.folded.pieces.last().is_some_and(|last| {
            last.whole.is_none() && self.at - last.source == self.folded.text.len() - last.folded
        });
        if !goes_on {
            self.piece(None);
        }
    }

    fn piece(&mut self, whole: Option<usize>) {
        self.folded.pieces.push(Piece { folded: self.folded.text.len(), source: self.at, whole });
    }
}

/// A byte of ASCII that no folding changes, but for capitals and where it stands behind a space.
fn is_own(byte: u8) -> bool {
    byte.is_ascii() && byte != b'`' && (byte == b' ' || !(byte as char).is_whitespace())
}

/// How many bytes at the beginning of a text make one sign with what stands before: accents, vowel signs,
/// the later letters of a Korean syllable.
fn joined(rest: &str) -> usize {
    let mut length = 0;
    for (at, sign) in rest.char_indices() {
        if is_combining_mark(sign) && !sign.is_ascii() || matches!(sign, '\u{1160}'..='\u{11ff}') {
            length = at + sign.len_utf8();
        } else if variants::of(sign) != Variant::Unseen {
            break;
        }
    }
    length
}

/// What a letter can be without and still be read: not the vowel signs of India's scripts.
fn is_accent(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn variants_of_a_sign_are_one() {
        for (set, wanted) in [
            ("‘a’ ‚b‘ ‹c› d′ ʻe rock`n´roll", "'a' 'b' 'c' d' 'e rock'n'roll"),
            ("“a” „b“ «c» 5″ 〝d〟", "\"a\" \"b\" \"c\" 5\" \"d\""),
            ("12–15, e‐mail, a‑b, so — then, −5, 5－6", "12-15, e-mail, a-b, so - then, -5, 5-6"),
            ("1\u{a0}501, 62\u{202f}%, 1\u{2007}0, a\u{2009}b\u{3000}c", "1 501, 62 %, 1 0, a b c"),
            ("a  b\n\tc \u{a0} d\r\ne", "a b c d e"),
            (
                "chil\u{ad}dren, mes\u{200b}sage, a\u{2060}b, c\u{feff}d, e\u{200e}f",
                "children, message, ab, cd, ef",
            ),
            ("می\u{200c}خواهم", "میخواهم"),
            ("６２％ of Ａdults", "62% of Adults"),
            ("ﬁnd the oﬃce", "find the office"),
            ("and so on…", "and so on..."),
            ("1½ or ½, 3⁄4", "1 1/2 or 1/2, 3/4"),
            ("CO₂ in m², 10², 2018¹", "CO2 in m2, 10², 2018¹"),
            ("cafe\u{301} au lait", "caf\u{e9} au lait"),
            ("❤\u{fe0f}", "❤"),
        ] {
            assert_eq!(typed(set), wanted, "{set:?}");
        }
    }

    #[test]
    fn what_differs_in_more_than_its_setting_stays_apart() {
        for (one, other) in [
            ("2,500", "2.500"),
            ("10²", "102"),
            ("re-sign", "resign"),
            ("Café", "Cafe"),
            ("it", "IT"),
            ("62%", "62 %"),
            ("a, b", "a b"),
        ] {
            assert!(!same_typed(one, other), "{one} {other}");
        }
        assert!(same_typed(" It’s  “so” ", "It's \"so\""));
    }

    #[test]
    fn accents_and_capitals_are_folded_away_where_letters_alone_count() {
        assert_eq!(plain("Élan, naïve – ‘Ærø’\u{a0}ﬁne"), "elan, naive - 'ærø' fine");
        assert_eq!(plain("en\u{ad}cryp\u{ad}tion"), "encryption");
        assert_eq!(plain("Ελλάδα ΣΟΦΊΑ"), "ελλαδα σοφια");
        assert_eq!(plain("हिन्दी"), "हिन्दी", "a vowel sign is no accent");
    }

    #[test]
    fn found_words_have_their_place_in_the_text() {
        let places = |text: &str, words: &str| -> Vec<String> {
            let (folded, words) = (Folded::typed(text), Folded::typed(words));
            folded.find(&words).map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(
            places("Most chil\u{ad}dren’s  friends", "children's friends"),
            ["chil\u{ad}dren’s  friends"]
        );
        assert_eq!(places("62\u{202f}% … 62 %", "62 %"), ["62\u{202f}%", "62 %"]);
        assert_eq!(places("ﬁfty", "if"), ["ﬁf"], "a ligature is taken whole");
        assert_eq!(places("ﬁfty", "f"), ["ﬁ", "f"]);
        assert_eq!(places("cafe\u{301}s", "café"), ["cafe\u{301}"]);
        assert_eq!(places("anything", "  "), Vec::<String>::new());
    }

    #[test]
    fn what_is_left_out_parts_no_words() {
        let text = "There were 2,5001 arrests in 20182 after.";
        let folded = Folded::typed_without(text, &[16..17, 33..34]);
        assert_eq!(folded.as_str(), "There were 2,500 arrests in 2018 after.");
        let words = Folded::typed("2,500 arrests in 2018");
        assert_eq!(
            folded.find(&words).map(|range| &text[range]).collect::<Vec<_>>(),
            ["2,5001 arrests in 2018"]
        );
        let words = Folded::typed("2018 after");
        assert_eq!(folded.find(&words).map(|range| &text[range]).collect::<Vec<_>>(), ["20182 after"]);
    }

    #[test]
    fn words_are_found_in_any_order_and_none_are_always_found() {
        assert!(has_words("The round table of Zürich", "zurich ROUND"));
        assert!(!has_words("The round table", "square"));
        assert!(has_words("anything", "  "));
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in "[a-c 1`\n²½…ﬁé\u{301}\u{ad}\u{200b}\u{a0}’–日한Ａ]{0,30}") {
            let once = typed(&text);
            prop_assert_eq!(typed(&once), once.clone());
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once.clone());
        }

        #[test]
        fn every_stretch_comes_from_one_that_folds_to_it(
            text in "[a-c `\n²½…ﬁé\u{301}\u{ad}\u{200b}\u{a0}’–日한]{0,30}", from in 0usize..40, to in 0usize..40,
        ) {
            let folded = Folded::typed(&text);
            let signs: Vec<usize> =
                folded.as_str().char_indices().map(|(at, _)| at).chain([folded.as_str().len()]).collect();
            let (from, to) = (signs[from.min(signs.len() - 1)], signs[to.min(signs.len() - 1)]);
            let (from, to) = (from.min(to), from.max(to));
            let place = folded.in_text(from..to);
            prop_assert!(text.get(place.clone()).is_some());
            let again = typed(&text[place.clone()]);
            // A sign that is taken whole brings its other letters along; a digit set small is read by
            // what stands before it.
            if !text.contains('²') {
                prop_assert!(again.contains(folded.as_str()[from..to].trim()), "{:?} {:?}", place, again);
            }
        }
    }
}
