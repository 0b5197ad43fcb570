//! How a number is hedged by the words before it: "more than", "just under", "about".

use super::words::Word;

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// As it stands.
    None,
    /// "about"
    About,
    /// "more than"; the number itself is excluded.
    MoreThan,
    /// "at least"
    AtLeast,
    /// "fewer than"; the number itself is excluded.
    LessThan,
    /// "at most", "up to"
    AtMost,
    /// "just over"
    JustOver,
    /// "almost"
    JustUnder,
}

impl Hedge {
    /// The same of the number's distance below zero: more than 5 less is less than −5.
    #[must_use]
    pub fn turned(self) -> Hedge {
        match self {
            Hedge::MoreThan => Hedge::LessThan,
            Hedge::LessThan => Hedge::MoreThan,
            Hedge::AtLeast => Hedge::AtMost,
            Hedge::AtMost => Hedge::AtLeast,
            Hedge::JustOver => Hedge::JustUnder,
            Hedge::JustUnder => Hedge::JustOver,
            Hedge::None | Hedge::About => self,
        }
    }
}

/// The hedge that the words after a number begin with: "5% or more".
pub fn hedge_after(after: &[Word<'_>]) -> Option<Hedge> {
    match after {
        [Word::Name("or"), Word::Name("more" | "above" | "over"), ..] => Some(Hedge::AtLeast),
        [Word::Name("or"), Word::Name("less" | "fewer" | "under" | "below"), ..] => Some(Hedge::AtMost),
        [Word::Name("or"), Word::Name("so"), ..] => Some(Hedge::About),
        _ => None,
    }
}

/// The hedge that the words before a number end with, and how many words it takes up.
pub fn hedge_before(before: &[Word<'_>], unhedged: Hedge) -> (Hedge, usize) {
    const HEDGES: [(&[&str], Hedge); 39] = [
        (&["slightly", "more", "than"], Hedge::JustOver),
        (&["slightly", "less", "than"], Hedge::JustUnder),
        (&["slightly", "fewer", "than"], Hedge::JustUnder),
        (&["little", "more", "than"], Hedge::JustOver),
        (&["little", "less", "than"], Hedge::JustUnder),
        (&["in", "excess", "of"], Hedge::MoreThan),
        (&["no", "more", "than"], Hedge::AtMost),
        (&["no", "fewer", "than"], Hedge::AtLeast),
        (&["no", "less", "than"], Hedge::AtLeast),
        (&["just", "short", "of"], Hedge::JustUnder),
        (&["just", "over"], Hedge::JustOver),
        (&["just", "above"], Hedge::JustOver),
        (&["little", "over"], Hedge::JustOver),
        (&["slightly", "over"], Hedge::JustOver),
        (&["just", "under"], Hedge::JustUnder),
        (&["just", "below"], Hedge::JustUnder),
        (&["slightly", "under"], Hedge::JustUnder),
        (&["close", "to"], Hedge::JustUnder),
        (&["more", "than"], Hedge::MoreThan),
        (&["fewer", "than"], Hedge::LessThan),
        (&["less", "than"], Hedge::LessThan),
        (&["upwards", "of"], Hedge::AtLeast),
        (&["at", "least"], Hedge::AtLeast),
        (&["at", "most"], Hedge::AtMost),
        (&["up", "to"], Hedge::AtMost),
        (&["almost"], Hedge::JustUnder),
        (&["nearly"], Hedge::JustUnder),
        (&["over"], Hedge::MoreThan),
        (&["above"], Hedge::MoreThan),
        (&["under"], Hedge::LessThan),
        (&["below"], Hedge::LessThan),
        (&["<"], Hedge::LessThan),
        (&[">"], Hedge::MoreThan),
        (&["≤"], Hedge::AtMost),
        (&["<="], Hedge::AtMost),
        (&["≥"], Hedge::AtLeast),
        (&[">="], Hedge::AtLeast),
        (&["some"], Hedge::About),
        (&["approximately"], Hedge::About),
    ];
    let (before, article) = match before {
        [rest @ .., Word::Name("a" | "an" | "the")] => (rest, 1),
        _ => (before, 0),
    };
    let last = before.last().and_then(Word::name);
    if matches!(
        last,
        Some("about" | "around" | "roughly" | "circa" | "approx" | "c" | "ca" | "~" | "≈" | "∼")
    ) {
        return (Hedge::About, 1 + article);
    }
    let ends_with = |phrase: &[&str]| {
        before.len() >= phrase.len()
            && before[before.len() - phrase.len()..]
                .iter()
                .zip(phrase)
                .all(|(word, part)| word.name() == Some(part))
    };
    let hedge = HEDGES.iter().find(|(phrase, _)| ends_with(phrase));
    hedge.map_or((unhedged, 0), |(phrase, hedge)| (*hedge, phrase.len() + article))
}
