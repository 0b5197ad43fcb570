//! Words → what an id may hold of them.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words as an id: lower-case letters, digits and hyphens. Signs that make names differ, as in
/// "<£20k" and "£20k+", become words; letters beyond a–z are written with these. Empty where the
/// words hold nothing of all that.
///
/// The same words make the same id wherever and beside whatever they stand; other words may make it
/// too.
#[must_use]
pub fn slug(words: &str) -> String {
    let signs: Vec<char> = words.nfc().collect();
    let mut slug = Slug::default();
    for (index, sign) in signs.iter().enumerate() {
        slug.add(*sign, index.checked_sub(1).map(|before| signs[before]), signs.get(index + 1).copied());
    }
    slug.finish()
}

#[derive(Default)]
struct Slug {
    written: String,
    /// A currency, which is said after its amount.
    currency: Option<&'static str>,
}

impl Slug {
    fn add(&mut self, sign: char, before: Option<char>, after: Option<char>) {
        let begins_number = after.is_some_and(|after| after.is_numeric() || currency(after).is_some())
            && before.is_none_or(|before| before.is_whitespace() || before == '(');
        match sign {
            'a'..='z' | '0'..='9' => self.written.push(sign),
            'A'..='Z' => self.written.push(sign.to_ascii_lowercase()),
            // Marks of thousands and decimals keep an amount together with its currency.
            ',' | '.' if self.currency.is_some() => self.part(),
            '<' if after == Some('=') => self.word("up-to"),
            '>' if after == Some('=') => self.word("from"),
            '<' | '＜' | '﹤' => self.word("under"),
            '>' | '＞' | '﹥' => self.word("over"),
            '≤' | '⩽' | '≦' => self.word("up-to"),
            '≥' | '⩾' | '≧' => self.word("from"),
            '+' | '＋' => self.word("plus"),
            '±' => self.word("plus-minus"),
            '~' | '≈' if begins_number => self.word("about"),
            '-' | '−' | '–' | '﹣' | '－' if begins_number => self.word("minus"),
            '%' | '％' => self.word("percent"),
            '‰' => self.word("per-mille"),
            _ if currency(sign).is_some() => {
                self.end_amount();
                self.part();
                self.currency = currency(sign);
            }
            _ if is_combining_mark(sign) || is_apostrophe_of_a_letter(sign) => {}
            _ if sign.is_alphanumeric() || is_picture(sign) => self.spelt(sign),
            _ => {
                self.end_amount();
                self.part();
            }
        }
    }

    fn part(&mut self) {
        if !self.written.is_empty() && !self.written.ends_with('-') {
            self.written.push('-');
        }
    }

    fn word(&mut self, word: &str) {
        self.end_amount();
        self.part();
        self.written.push_str(word);
        self.part();
    }

    fn end_amount(&mut self) {
        if let Some(currency) = self.currency.take() {
            self.part();
            self.written.push_str(currency);
            self.part();
        }
    }

    /// A letter, digit or picture as it is spelt with a–z. Chinese signs are syllables of their own.
    fn spelt(&mut self, sign: char) {
        for spelt in deunicode_char(sign).unwrap_or_default().chars() {
            match spelt.to_ascii_lowercase() {
                letter if letter.is_ascii_alphanumeric() => self.written.push(letter),
                ' ' => self.part(),
                _ => {}
            }
        }
        if is_picture(sign) {
            self.part();
        }
    }

    fn finish(mut self) -> String {
        self.end_amount();
        self.written.trim_end_matches('-').to_owned()
    }
}

fn currency(sign: char) -> Option<&'static str> {
    Some(match sign {
        '£' => "pounds",
        '€' => "euros",
        '$' | '＄' => "dollars",
        '¥' | '￥' => "yen",
        '₹' => "rupees",
        '¢' => "cents",
        _ => return None,
    })
}

/// Modifier letters that only soften or part others: ʹ ʼ ʾ ʿ.
fn is_apostrophe_of_a_letter(sign: char) -> bool {
    matches!(sign, '\u{2B9}'..='\u{2BF}')
}

fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{1F300}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_names_are_their_letters_and_digits() {
        for (words, id) in [
            ("March 2022", "march-2022"),
            ("65 and over", "65-and-over"),
            ("18–24", "18-24"),
            ("18-24", "18-24"),
            ("18 - 24", "18-24"),
            ("Don’t know", "don-t-know"),
            ("ABC1", "abc1"),
            ("Men & women", "men-women"),
            ("  (Wales) ", "wales"),
        ] {
            assert_eq!(slug(words), id);
        }
    }

    #[test]
    fn signs_that_make_names_differ_are_words() {
        for (words, id) in [
            ("<£20k", "under-20k-pounds"),
            ("£20k+", "20k-pounds-plus"),
            ("£20k–£30k", "20k-pounds-30k-pounds"),
            ("£20,000-£29,999", "20-000-pounds-29-999-pounds"),
            (">€1.5m", "over-1-5m-euros"),
            ("65+", "65-plus"),
            ("<65", "under-65"),
            ("≤65", "up-to-65"),
            ("<=65", "up-to-65"),
            ("≥65", "from-65"),
            (">= 65", "from-65"),
            ("50% or more", "50-percent-or-more"),
            ("-5", "minus-5"),
            ("−5", "minus-5"),
            ("+5", "plus-5"),
            ("5", "5"),
            ("£", "pounds"),
        ] {
            assert_eq!(slug(words), id, "{words}");
        }
    }

    #[test]
    fn letters_beyond_a_to_z_are_written_with_these() {
        for (words, id) in [
            ("Česko", "cesko"),
            ("Łódź", "lodz"),
            ("Île-de-France", "ile-de-france"),
            ("Straße", "strasse"),
            ("Ελλάδα", "ellada"),
            ("日本", "ri-ben"),
            ("Україна", "ukrayina"),
            ("Ísland", "island"),
            ("Türkiye", "turkiye"),
            ("Ærø", "aero"),
            ("٦٥", "65"),
        ] {
            assert_eq!(slug(words), id, "{words}");
            assert_eq!(slug(&words.nfd().collect::<String>()), id, "{words}, decomposed");
        }
        assert_eq!(slug("— ? *"), "");
    }

    proptest! {
        #[test]
        fn whatever_the_words_it_can_be_an_id(words in ".{0,40}") {
            let slug = slug(&words);
            prop_assert!(slug.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{}", slug);
        }

        /// References to waves and groups of older briefings lead where they led.
        #[test]
        fn names_without_such_signs_have_the_ids_that_they_had(words in "[A-Za-z0-9 ,.:;/()&'_?!]{0,30}") {
            let hyphens: String = words.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
            prop_assert_eq!(slug(&words), hyphens.split_whitespace().collect::<Vec<_>>().join("-"));
        }
    }
}
