//! What an annotation hangs on, from the selectors of the W3C's model
//! (<https://www.w3.org/TR/annotation-model/#selectors>).
//!
//! Several selectors say the same in several ways, and each may be refined by another. They are tried in
//! the order of their precision: names of things in a briefing, words, places of words. What selects
//! parts of a page's own structure (`XPath`, CSS, SVG, bytes) names nothing in a briefing, but what
//! refines it may.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::kind::is_a;
use crate::library::address::{Address, Place, unescaped};
use crate::notes::quotation::places_of;
use crate::notes::{CONTEXT, EditionText, Passage, Target};

/// What an annotation hangs on.
pub(super) struct Placed {
    pub target: Target,
    /// Whether it says where that stood.
    pub has_position: bool,
}

/// The text that positions are of, where it is at hand.
type Text<'t> = dyn Fn() -> Option<EditionText> + 't;

/// How deep selectors may refine one another.
const DEEPEST: usize = 16;

/// What a selector comes to, the most precise last.
#[derive(Clone, Debug)]
enum Selected {
    /// Nothing that a briefing has; the kind of selector.
    Nothing(String),
    /// Code points of the text, which is not at hand.
    Position(Range<usize>),
    /// The words that the text at hand has there.
    Stood(Passage),
    /// Words that are given, and where they stood, if that is said.
    Words(Passage),
    /// A thing by its name.
    Named(Target),
}

/// The briefing, the edition and the fragment of a source: `briefing:ID?edition=2#FRAGMENT`.
pub(super) fn source(source: &str) -> Result<(String, Option<u32>, Option<&str>), String> {
    let (whole, fragment) =
        source.split_once('#').map_or((source, None), |(whole, part)| (whole, Some(part)));
    let address: Address = whole.parse()?;
    Ok((address.briefing, address.edition, fragment.filter(|fragment| !fragment.is_empty())))
}

/// What it hangs on. `is_ours` says that this program wrote it, whose words are as they are kept.
///
/// # Errors
/// A sentence: why it hangs on nothing.
pub(super) fn place(
    selector: &Value,
    fragment: Option<&str>,
    is_ours: bool,
    text: &Text<'_>,
) -> Result<Placed, String> {
    let selectors = selector.as_array().map_or(std::slice::from_ref(selector), Vec::as_slice);
    let selectors = selectors.iter().filter(|selector| !selector.is_null());
    let mut all: Vec<Selected> = Vec::new();
    for selector in selectors {
        all.push(chain(selector, None, is_ours, text, 0)?);
    }
    all.extend(fragment.map(|fragment| in_source(fragment, text)));
    if all.is_empty() {
        return Ok(Placed { target: Target::Briefing, has_position: true });
    }
    let positions: Vec<Selected> =
        all.iter().filter(|one| matches!(one, Selected::Position(_) | Selected::Stood(_))).cloned().collect();
    // Of several the first that is most precise.
    let best = all.into_iter().rev().max_by_key(Selected::precision);
    match best {
        Some(Selected::Named(target)) => Ok(Placed { target, has_position: true }),
        Some(Selected::Words(mut passage) | Selected::Stood(mut passage)) => {
            if passage.position.is_empty() {
                let position = positions.iter().find_map(|selected| selected.position_of(&passage.exact));
                passage.position = position.unwrap_or_default();
            }
            let has_position = !passage.position.is_empty();
            Ok(Placed { target: Target::Passage(passage), has_position })
        }
        Some(Selected::Position(at)) => Err(format!(
            "it says where its words stand ({}-{}) and not which, and the text is not at hand: give the words in a \
             TextQuoteSelector",
            at.start, at.end
        )),
        Some(Selected::Nothing(why)) => Err(why),
        None => Err("it has no selector".to_owned()),
    }
}

impl Selected {
    fn precision(&self) -> (u8, bool) {
        match self {
            Selected::Nothing(_) => (0, false),
            Selected::Position(_) => (1, false),
            // The text at hand may be another one than that which was counted in.
            Selected::Stood(_) => (1, true),
            // With what stands around them, words are told from the same ones elsewhere.
            Selected::Words(words) => (2, !words.prefix.is_empty() || !words.suffix.is_empty()),
            Selected::Named(_) => (3, false),
        }
    }

    /// Where words stood, if that is what it says.
    fn position_of(&self, exact: &str) -> Option<Range<usize>> {
        match self {
            Selected::Position(at) => Some(at.clone()),
            Selected::Stood(found) if found.exact == exact => Some(found.position.clone()),
            _ => None,
        }
    }
}

/// What a selector comes to with all that refines it, within what it refines itself.
fn chain(
    selector: &Value,
    outer: Option<&Passage>,
    is_ours: bool,
    text: &Text<'_>,
    depth: usize,
) -> Result<Selected, String> {
    let own = alone(selector, outer, is_ours, text, depth)?;
    let inner = &selector["refinedBy"];
    if inner.is_null() || depth >= DEEPEST {
        return Ok(own);
    }
    let around = match &own {
        Selected::Words(words) | Selected::Stood(words) => Some(words),
        Selected::Named(_) => return Ok(own),
        _ => outer,
    };
    let inner = inner.as_array().map_or(std::slice::from_ref(inner), Vec::as_slice);
    // What refines is more precise than what it refines, as long as it names anything.
    let mut best: Option<Selected> = None;
    for selector in inner {
        let refined = chain(selector, around, is_ours, text, depth + 1)?;
        let is_better = best.as_ref().is_none_or(|best| refined.precision() > best.precision());
        if is_better && !matches!(refined, Selected::Nothing(_)) {
            best = Some(refined);
        }
    }
    Ok(best.unwrap_or(own))
}

/// What a selector comes to without what refines it.
fn alone(
    selector: &Value,
    outer: Option<&Passage>,
    is_ours: bool,
    text: &Text<'_>,
    depth: usize,
) -> Result<Selected, String> {
    let value = || selector["value"].as_str().unwrap_or_default();
    if is_a(selector, "TextQuoteSelector") {
        let part = |name: &str| {
            let words = selector[name].as_str().unwrap_or_default();
            if is_ours { words.to_owned() } else { folded(words) }
        };
        let exact = part("exact");
        let exact = if is_ours { exact } else { exact.trim().to_owned() };
        if exact.is_empty() {
            return Err("its quotation is empty".to_owned());
        }
        return Ok(Selected::Words(quoted(exact, &part("prefix"), &part("suffix"), outer)));
    }
    if is_a(selector, "TextPositionSelector") {
        let number = |name: &str| selector[name].as_u64().and_then(|number| usize::try_from(number).ok());
        let at =
            number("start").zip(number("end")).map(|(start, end)| start..end).filter(|at| !at.is_empty());
        let nothing = || Selected::Nothing("its TextPositionSelector has no start before its end".to_owned());
        return Ok(at.map_or_else(nothing, |at| positioned(at, outer, is_ours, text)));
    }
    if is_a(selector, "RangeSelector") && depth < DEEPEST {
        let end = |name: &str| chain(&selector[name], outer, is_ours, text, depth + 1);
        return Ok(ranged(end("startSelector")?, end("endSelector")?, text));
    }
    if is_a(selector, "FragmentSelector") {
        let printed = selector["br:printed"].as_str().unwrap_or_default();
        return Ok(fragment(value(), printed, outer, text));
    }
    let kind = match &selector["type"] {
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => "without a type".to_owned(),
    };
    Ok(Selected::Nothing(format!(
        "its selector ({kind}) names nothing in a briefing: give the words in a TextQuoteSelector"
    )))
}

/// Words, told from others by what stands around them: where they stand within other words, those too.
fn quoted(exact: String, prefix: &str, suffix: &str, outer: Option<&Passage>) -> Passage {
    let alone = |exact: String| Passage {
        exact,
        prefix: last(prefix, CONTEXT),
        suffix: first(suffix, CONTEXT),
        position: 0..0,
    };
    let Some(outer) = outer else { return alone(exact) };
    let fits = |at: usize| {
        outer.exact[..at].ends_with(prefix) && outer.exact[at + exact.len()..].starts_with(suffix)
    };
    let mut places = outer.exact.match_indices(&exact).map(|(at, _)| at);
    let at = places.clone().find(|at| fits(*at)).or_else(|| places.next());
    match at {
        Some(at) => {
            let start = outer.exact[..at].chars().count();
            within(outer, start..start + exact.chars().count())
        }
        None => alone(exact),
    }
}

/// Code points of other words.
fn within(outer: &Passage, at: Range<usize>) -> Passage {
    let signs: Vec<char> = outer.exact.chars().collect();
    let at = at.start.min(signs.len())..at.end.min(signs.len());
    let words = |range: Range<usize>| signs[range].iter().collect::<String>();
    let from = outer.position.start;
    Passage {
        prefix: last(&format!("{}{}", outer.prefix, words(0..at.start)), CONTEXT),
        suffix: first(&format!("{}{}", words(at.end..signs.len()), outer.suffix), CONTEXT),
        exact: words(at.clone()),
        position: if outer.position.is_empty() { 0..0 } else { from + at.start..from + at.end },
    }
}

fn positioned(at: Range<usize>, outer: Option<&Passage>, is_ours: bool, text: &Text<'_>) -> Selected {
    if let Some(outer) = outer {
        let words = within(outer, at);
        return if words.exact.trim().is_empty() {
            Selected::Words(outer.clone())
        } else {
            Selected::Words(words)
        };
    }
    // Ours has the words beside it.
    let text = if is_ours { None } else { text() };
    match text.and_then(|text| Passage::at(&text, at.clone())) {
        Some(passage) => Selected::Stood(passage),
        None => Selected::Position(at),
    }
}

/// From the beginning of one selection to the beginning of another.
fn ranged(start: Selected, end: Selected, text: &Text<'_>) -> Selected {
    let begins = |selected: &Selected, text: &EditionText, after: usize| match selected {
        Selected::Position(at) => Some(at.start),
        Selected::Words(words) | Selected::Stood(words) if !words.position.is_empty() => {
            Some(words.position.start)
        }
        Selected::Words(words) => first_place(text, words, after).map(|at| at.start),
        _ => None,
    };
    let selected = text().and_then(|text| {
        let from = begins(&start, &text, 0)?;
        let to = begins(&end, &text, from)?;
        Passage::at(&text, from..to)
    });
    match (selected, start, end) {
        (Some(passage), ..) => Selected::Words(passage),
        (None, Selected::Position(from), Selected::Position(to)) if from.start < to.start => {
            Selected::Position(from.start..to.start)
        }
        // Without the text the words that it begins with are all there is.
        (None, Selected::Words(words) | Selected::Stood(words), _) => Selected::Words(words),
        (None, nothing @ Selected::Nothing(_), _) => nothing,
        (None, ..) => Selected::Nothing("its RangeSelector does not begin before it ends".to_owned()),
    }
}

/// Where words stand first, at or after a place.
fn first_place(text: &EditionText, words: &Passage, after: usize) -> Option<Range<usize>> {
    let places = places_of(text, &words.exact, &words.prefix, &words.suffix);
    places.into_iter().find(|at| at.start >= after)
}

/// A fragment: ours, or those of web pages (`#:~:text=`) and of plain texts (`char=`).
fn fragment(value: &str, printed: &str, outer: Option<&Passage>, text: &Text<'_>) -> Selected {
    let printed = printed.to_owned();
    match value.split_once('=').map(|(kind, name)| (kind, unescaped(name))) {
        Some(("figure", reference)) => return Selected::Named(Target::Figure { reference, printed }),
        Some(("key-figure", references)) => {
            let references = references.split(' ').map(str::to_owned).collect();
            return Selected::Named(Target::KeyFigure { references, printed });
        }
        Some(("call", call)) => return Selected::Named(Target::Call { call, words: printed }),
        Some(("comparison", name)) => return Selected::Named(Target::Comparison { name }),
        _ if value == "briefing" => return Selected::Named(Target::Briefing),
        _ => {}
    }
    if let Some((_, directive)) = value.split_once(":~:") {
        return directive_words(directive, outer, text);
    }
    // RFC 5147: code points of a plain text.
    let numbers = value.strip_prefix("char=").map(|range| range.split(';').next().unwrap_or_default());
    let numbers = numbers.and_then(|range| range.split_once(','));
    if let Some((Ok(start), Ok(end))) = numbers.map(|(start, end)| (start.parse(), end.parse()))
        && start < end
    {
        return positioned(start..end, outer, false, text);
    }
    Selected::Nothing(format!("its selector `{value}` names nothing in a briefing"))
}

/// `text=[prefix-,]start[,end][,-suffix]` (<https://wicg.github.io/scroll-to-text-fragment/>).
fn directive_words(directive: &str, outer: Option<&Passage>, text: &Text<'_>) -> Selected {
    let nothing = || Selected::Nothing(format!("its text fragment `{directive}` names no words"));
    let Some(found) = directive.split('&').find_map(|part| part.strip_prefix("text=")) else {
        return nothing();
    };
    let decoded = |part: &str| folded(&percent_decode_str(part).decode_utf8_lossy()).trim().to_owned();
    let mut parts: Vec<&str> = found.split(',').collect();
    let prefix =
        parts.first().filter(|_| parts.len() > 1).and_then(|part| part.strip_suffix('-')).map(decoded);
    if prefix.is_some() {
        parts.remove(0);
    }
    let suffix =
        parts.last().filter(|_| parts.len() > 1).and_then(|part| part.strip_prefix('-')).map(decoded);
    if suffix.is_some() {
        parts.pop();
    }
    let words = parts.first().map(|part| decoded(part)).unwrap_or_default();
    if words.is_empty() {
        return nothing();
    }
    let spaced = |words: Option<String>, space: fn(&str) -> String| {
        words.map(|words| space(&words)).unwrap_or_default()
    };
    let prefix = spaced(prefix, |words| format!("{words} "));
    let suffix = spaced(suffix, |words| {
        if words.starts_with(char::is_alphanumeric) { format!(" {words}") } else { words.to_owned() }
    });
    let begin = quoted(words, &prefix, &suffix, outer);
    let Some(end) = parts.get(1).map(|part| decoded(part)).filter(|end| !end.is_empty()) else {
        return Selected::Words(begin);
    };
    // From the words at the beginning to those at the end, which are part of it.
    let end = Passage { exact: end, prefix: String::new(), suffix: String::new(), position: 0..0 };
    let whole = text().and_then(|text| {
        let from = first_place(&text, &Passage { suffix: String::new(), ..begin.clone() }, 0)?;
        let to = first_place(&text, &end, from.end)?;
        Passage::at(&text, from.start..to.end)
    });
    Selected::Words(whole.unwrap_or(begin))
}

/// The fragment of a source, as addresses of this program have it, or as web pages do.
fn in_source(named: &str, text: &Text<'_>) -> Selected {
    let own = fragment(named, "", None, text);
    if !matches!(own, Selected::Nothing(_)) || named.contains(":~:") {
        return own;
    }
    match format!("briefing:x#{named}").parse::<Address>().ok().and_then(|address| address.place) {
        Some(Place::Text(at)) => positioned(at, None, false, text),
        Some(Place::Call(call)) => Selected::Named(Target::Call { call, words: String::new() }),
        Some(Place::Figure(reference)) => {
            Selected::Named(Target::Figure { reference, printed: String::new() })
        }
        None => own,
    }
}

/// Words in NFC with single spaces, as an edition's text has them.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for sign in words.nfc() {
        if !sign.is_whitespace() {
            folded.push(sign);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

fn first(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

fn last(words: &str, most: usize) -> String {
    let count = words.chars().count();
    words.chars().skip(count.saturating_sub(most)).collect()
}

#[cfg(test)]
mod tests;
