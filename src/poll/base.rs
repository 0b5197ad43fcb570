//! Who the percentages are of, and how many they are: stated as a number of its own, or in the words of
//! the base ("parents of under-18s (n=312)").

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::text::same_words;

use super::{Base, Poll, Question, SampleSize, grouped};

/// How many people the percentages of a question are of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BaseSize {
    /// How many answered.
    pub n: Option<SampleSize>,
    /// How many they count as after weighting: no number of people, so that no interval rests on it.
    pub weighted: Option<f64>,
    /// How many a simple random sample of the same precision would have; intervals rest on it.
    pub effective: Option<f64>,
}

impl BaseSize {
    /// Whether nothing of it is stated.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self.n.and_then(SampleSize::words).is_none() && self.weighted.is_none() && self.effective.is_none()
    }

    /// "312", "312 (weighted 298.4, effective 280)", "effective 280"; `None` where nothing is stated.
    #[must_use]
    pub fn words(self) -> Option<String> {
        let part = |kind, people: Option<f64>| people.map(|people| format!("{kind} {}", decimal(people)));
        let parts: Vec<String> = [part("weighted", self.weighted), part("effective", self.effective)]
            .into_iter()
            .flatten()
            .collect();
        match (self.n.and_then(SampleSize::words), parts.is_empty()) {
            (Some(n), true) => Some(n),
            (Some(n), false) => Some(format!("{n} ({})", parts.join(", "))),
            (None, false) => Some(parts.join(", ")),
            (None, true) => None,
        }
    }

    /// What stands before the numbers: "n = 312", "n more than 300", "effective n = 280".
    #[must_use]
    pub fn labelled(self) -> Option<String> {
        let words = self.words()?;
        Some(match self.n {
            Some(SampleSize::Stated(_)) => format!("n\u{a0}=\u{a0}{words}"),
            _ => format!("n\u{a0}{words}"),
        })
    }
}

/// A number of people that need not be whole: "1,016.4".
#[must_use]
pub fn decimal(people: f64) -> String {
    let rounded = (people * 10.0).round() / 10.0;
    let (whole, tenth) = (rounded.trunc(), (rounded.fract() * 10.0).round());
    let words = grouped(whole as u64);
    if tenth > 0.0 { format!("{words}.{tenth}") } else { words }
}

impl Poll {
    /// How many the percentages of a question are of: what the question says, in a field or in the words of
    /// its base; else, where everybody asked is the base, what the poll says.
    #[must_use]
    pub fn base_size(&self, question: &Question) -> BaseSize {
        let own = question.own_size();
        if question.base != Base::All || own.n.is_some_and(|n| n != SampleSize::NotStated) {
            return own;
        }
        BaseSize {
            n: own.n.or(self.sample_size),
            weighted: own.weighted.or(self.weighted_n),
            effective: own.effective.or(self.effective_n),
        }
    }

    /// The same, or what is stated of all that were asked where nothing is stated of the base.
    #[must_use]
    pub fn sample_of(&self, question: &Question) -> BaseSize {
        let of_base = self.base_size(question);
        if of_base.is_unknown() { self.size() } else { of_base }
    }

    /// How many answered the poll.
    #[must_use]
    pub fn size(&self) -> BaseSize {
        BaseSize { n: self.sample_size, weighted: self.weighted_n, effective: self.effective_n }
    }
}

impl Question {
    /// What the question itself says of how many its percentages are of.
    #[must_use]
    pub fn own_size(&self) -> BaseSize {
        let said = self.base.size_in_words();
        BaseSize {
            n: self.n.or(said.size.n),
            weighted: self.weighted_n.or(said.size.weighted),
            effective: self.effective_n.or(said.size.effective),
        }
    }
}

/// What the words of a base say of how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SizeInWords {
    /// What is certain.
    pub size: BaseSize,
    /// A number that may be how many there are, or something else, as it is written.
    pub doubtful: Option<String>,
    /// The words without what is certain.
    pub who: String,
}

impl Base {
    /// How many there are, as far as the words say it: "parents (n=312)".
    #[must_use]
    pub fn size_in_words(&self) -> SizeInWords {
        match self {
            Base::Described(words) => size_in_words(words),
            Base::All | Base::NotStated => SizeInWords::default(),
        }
    }

    /// The base in words without how many there are: "parents" for "parents (n=312)".
    #[must_use]
    pub fn who(&self) -> Option<String> {
        match self {
            Base::Described(words) => {
                let who = size_in_words(words).who;
                Some(if who.is_empty() { words.clone() } else { who })
            }
            _ => self.words(),
        }
    }

    /// Whether both are the same people's answers, whatever their number: "Parents (n=312)" and
    /// "parents, n=298".
    #[must_use]
    pub fn is_like(&self, other: &Base) -> bool {
        self == other
            || match (self.who(), other.who()) {
                (Some(one), Some(other)) => same_words(&one, &other),
                _ => false,
            }
    }
}

/// A number with what names it, if anything does: "n = 312", "unweighted base: 1,016", "weighted 298.4",
/// "n≈300", "n=312 unweighted", or "18" alone.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    let kind = r"(?:(?P<kind>unweighted|weighted|effective)\s+)?";
    let name = r"(?:(?P<name>n|base|sample|total)(?:\s+size)?\s*)?";
    let sign = r"(?:(?P<sign>=|:|≈|~|>|≥|<|≤)\s*)?";
    let vague = r"(?:(?P<vague>about|around|approx\.?|approximately|ca?\.|circa|more than|over|at least|under|fewer than|≈|~|>)\s*)?";
    let number = format!(r"(?P<number>\d{{1,3}}(?:{THOUSANDS}\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\b");
    let after = r"(?:\s*\(?(?P<after>unweighted|weighted|effective)\b)?";
    Regex::new(&format!("(?i)\\b{kind}{name}{sign}{vague}{number}{after}")).expect("the pattern is whole")
});

/// What stands between thousands.
const THOUSANDS: &str = "[,\u{a0}\u{2009}\u{202f} ]";

/// A number alone in brackets, or one that the words begin with: "parents (312)", "312 parents".
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    let number = format!(r"\d{{1,3}}(?:{THOUSANDS}\d{{3}})+|\d+");
    Regex::new(&format!(
        r"(?i)\(\s*(?P<alone>{number})\s*\)|^\s*(?P<only>{number})\s*$|^\s*(?:(?:all|the|those)\s+)?(?P<first>{number})\s+\p{{L}}"
    ))
    .expect("the pattern is whole")
});

fn size_in_words(words: &str) -> SizeInWords {
    let mut found = SizeInWords { who: words.trim().to_owned(), ..SizeInWords::default() };
    if !words.contains(|sign: char| sign.is_ascii_digit()) {
        return found;
    }
    let (mut who, mut end, mut contradicts) = (String::new(), 0, false);
    for number in NUMBERS.captures_iter(words).filter(|number| is_named(number)) {
        let whole = number.get(0).expect("it is the match");
        let said = said(&number, words[whole.end()..].trim_start());
        let is_certain = said.is_some();
        if said.is_some_and(|said| found.take(said)) {
            who += &words[end..whole.start()];
            // "n=312 (weighted)": its bracket closes with it.
            let own_bracket = whole.as_str().contains('(') && words[whole.end()..].starts_with(')');
            end = whole.end() + usize::from(own_bracket);
        } else {
            // "men n=150, women n=162": neither is the number of all.
            contradicts |= is_certain;
            found.doubtful = Some(number["number"].to_owned());
        }
    }
    if contradicts {
        found.size = BaseSize::default();
    }
    if end > 0 && found.doubtful.is_none() {
        found.who = without_empty_brackets(&(who + &words[end..]));
    } else if found.doubtful.is_none() {
        found.doubtful = bare(words);
    }
    found
}

/// Whether something says that a number is one of people.
fn is_named(number: &Captures<'_>) -> bool {
    ["kind", "after", "name"].iter().any(|part| number.name(part).is_some())
}

/// One number with what it counts.
#[derive(Clone, Copy)]
enum Said {
    People(SampleSize),
    Weighted(f64),
    Effective(f64),
}

/// What a named number says, if that is certain; `next` stands behind it.
fn said(number: &Captures<'_>, next: &str) -> Option<Said> {
    let part = |part: &str| number.name(part).map(|found| found.as_str().trim().to_lowercase());
    // "n=10–20", "base: 65+", "base: 16 to 24": a range, an age or a share.
    let goes_on = ["-", "–", "—", "+", "%", "/", "to ", "or ", "and over", "year"];
    let next = next.to_lowercase();
    if goes_on.iter().any(|word| next.starts_with(word)) {
        return None;
    }
    let kind = part("kind").or(part("after"));
    // "in a sample 18 to 24", "n 312".
    if kind.is_none() && part("sign").is_none() && part("name").as_deref() != Some("base") {
        return None;
    }
    // "base: 2019 voters": before other words only `n` surely counts people.
    if kind.is_none() && part("name").as_deref() != Some("n") && next.starts_with(char::is_alphanumeric) {
        return None;
    }
    let digits: String =
        number["number"].chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    let people: f64 = digits.parse().ok().filter(|people| *people > 0.0)?;
    let (sign, vague) = (part("sign").unwrap_or_else(|| "=".to_owned()), part("vague"));
    let is_exact = matches!(sign.as_str(), "=" | ":") && vague.is_none();
    match kind.as_deref() {
        Some("weighted") => return is_exact.then_some(Said::Weighted(people)),
        Some("effective") => return is_exact.then_some(Said::Effective(people)),
        _ if people.fract() > 0.0 => return None,
        _ => {}
    }
    let whole = people as u64;
    let size = match vague.as_deref().unwrap_or(&sign) {
        "=" | ":" => SampleSize::Stated(whole),
        "≈" | "~" | "about" | "around" | "approx" | "approx." | "approximately" | "c." | "ca." | "circa" => {
            SampleSize::About(whole)
        }
        ">" | "more than" | "over" => SampleSize::MoreThan(whole),
        _ => return None,
    };
    Some(Said::People(size))
}

impl SizeInWords {
    /// Takes a number in; `false` where another was said before.
    fn take(&mut self, said: Said) -> bool {
        fn put<T: Copy + PartialEq>(place: &mut Option<T>, said: T) -> bool {
            place.get_or_insert(said) == &said
        }
        match said {
            Said::People(size) => put(&mut self.size.n, size),
            Said::Weighted(people) => put(&mut self.size.weighted, people),
            Said::Effective(people) => put(&mut self.size.effective, people),
        }
    }
}

/// What is left of words once numbers were taken out: "parents" of "parents (, )".
fn without_empty_brackets(words: &str) -> String {
    static EMPTY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[(\[][\s,;:/*]*[)\]]").expect("the pattern is whole"));
    static OPENED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([(\[])[\s,;:/*]+").expect("the pattern is whole"));
    let words = EMPTY.replace_all(words, " ");
    let words = OPENED.replace_all(&words, "$1");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches(|sign: char| sign.is_whitespace() || ",;:.–—-".contains(sign)).to_owned()
}

/// A number that may be how many there are; neither a year nor an age.
fn bare(words: &str) -> Option<String> {
    let found = BARE.captures(words)?;
    let number = found.name("alone").or(found.name("only")).or(found.name("first"))?;
    let after = words[number.end()..].trim_start().to_lowercase();
    let is_age = ["year", "to ", "or ", "and ", "per", "million"].iter().any(|word| after.starts_with(word));
    let digits = number.as_str();
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    (!is_age && !is_year && digits.len() > 1).then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> SizeInWords {
        Base::Described(words.to_owned()).size_in_words()
    }

    #[test]
    fn a_number_that_is_said_to_be_n_is_taken_from_the_words() {
        for (words, people, who) in [
            ("parents of under-18s (n=312)", 312, "parents of under-18s"),
            ("parents of under-18s (n = 1,016)", 1_016, "parents of under-18s"),
            ("Parents, n=312", 312, "Parents"),
            ("parents (N: 312)", 312, "parents"),
            ("Women aged 18 to 24; unweighted base 1\u{202f}312", 1_312, "Women aged 18 to 24"),
            ("those with an opinion (base: 812)", 812, "those with an opinion"),
            ("those with an opinion, base size 812.", 812, "those with an opinion"),
            ("users (unweighted n=98)", 98, "users"),
            ("users (n=98 unweighted)", 98, "users"),
            ("users, n=98 (unweighted)", 98, "users"),
            ("n=312 parents", 312, "parents"),
            ("parents (n=1,312*)", 1_312, "parents"),
            ("parents (n = 312 adults)", 312, "parents (adults)"),
            ("parents (n=312; margin ±5)", 312, "parents (margin ±5)"),
            ("users (sample size: 2 125)", 2_125, "users"),
        ] {
            let found = of(words);
            assert_eq!(found.size.n, Some(SampleSize::Stated(people)), "{words}");
            assert_eq!((found.who.as_str(), found.doubtful), (who, None), "{words}");
        }
    }

    #[test]
    fn what_is_weighted_or_effective_is_no_number_of_people() {
        let found = of("parents (unweighted 312, weighted base 298.4, effective n = 280)");
        assert_eq!(found.size.n, Some(SampleSize::Stated(312)));
        assert_eq!((found.size.weighted, found.size.effective), (Some(298.4), Some(280.0)));
        assert_eq!(found.who, "parents");
        assert_eq!(found.size.words().unwrap(), "312 (weighted 298.4, effective 280)");
        assert_eq!(of("parents (weighted base: 298)").size.n, None);
    }

    #[test]
    fn what_is_vague_stays_vague() {
        assert_eq!(of("parents (n≈300)").size.n, Some(SampleSize::About(300)));
        assert_eq!(of("parents (n = about 300)").size.n, Some(SampleSize::About(300)));
        assert_eq!(of("parents (n>1,000)").size.n, Some(SampleSize::MoreThan(1_000)));
    }

    #[test]
    fn what_may_be_something_else_is_not_taken() {
        for (words, doubtful) in [
            ("parents (312)", Some("312")),
            ("312", Some("312")),
            ("parents (sample 312)", Some("312")),
            ("parents (n 312)", Some("312")),
            ("312 parents", Some("312")),
            ("all 1,016 parents", Some("1,016")),
            ("men n=150, women n=162", Some("162")),
            ("base: 2019 voters", Some("2019")),
            ("n=1016.4", Some("1016.4")),
            ("n<50", Some("50")),
            ("n=10–20", Some("10")),
            ("base: 65+", Some("65")),
            ("base: 16 to 24", Some("16")),
            ("18 to 24 year olds", None),
            ("16 year olds", None),
            ("voters in 2019", None),
            ("voters at the last election (2019)", None),
            ("parents of under-18s", None),
            ("those in 312 wards", None),
        ] {
            let found = of(words);
            assert_eq!((found.size, found.doubtful.as_deref()), (BaseSize::default(), doubtful), "{words}");
        }
    }

    #[test]
    fn bases_are_alike_whatever_their_number() {
        let base = |words: &str| Base::Described(words.to_owned());
        assert!(base("Parents (n=312)").is_like(&base("parents, n=298")));
        assert!(!base("Parents (n=312)").is_like(&base("women (n=312)")));
        assert!(Base::All.is_like(&Base::All) && !Base::All.is_like(&base("everybody")));
        assert!(!Base::NotStated.is_like(&Base::All));
    }

    #[test]
    fn what_the_question_says_goes_before_what_the_poll_says() {
        let poll = Poll {
            sample_size: Some(SampleSize::Stated(3043)),
            effective_n: Some(2500.0),
            ..Poll::default()
        };
        let asked = |base: Base, n: Option<u64>| Question {
            base,
            n: n.map(SampleSize::Stated),
            ..Question::default()
        };
        let size = |question: &Question| poll.base_size(question).words();
        assert_eq!(size(&asked(Base::All, None)).as_deref(), Some("3,043 (effective 2,500)"));
        assert_eq!(size(&asked(Base::All, Some(3010))).as_deref(), Some("3,010"), "the poll's is of others");
        let part = Base::Described("parents (n=312)".to_owned());
        assert_eq!(size(&asked(part.clone(), None)).as_deref(), Some("312"));
        assert_eq!(size(&asked(part, Some(310))).as_deref(), Some("310"));
        let unsized_part = asked(Base::Described("parents".to_owned()), None);
        assert_eq!(size(&unsized_part), None);
        assert_eq!(poll.sample_of(&unsized_part).words().as_deref(), Some("3,043 (effective 2,500)"));
        assert_eq!(decimal(1016.44), "1,016.4");
    }
}
