//! The address of a place in a briefing, as exported notes carry it: `briefing:ID#PLACE`.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// A briefing, and a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The briefing's id.
    pub briefing: String,
    /// The edition that the place is of.
    pub edition: Option<u32>,
    /// Where in it; `None` for the whole briefing.
    pub place: Option<Place>,
}

/// A place in a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Code points of the edition's text.
    Text(Range<usize>),
    /// A call, by its id.
    Call(String),
    /// A figure: `poll/question/answer` or a part of it.
    Figure(String),
}

/// What addresses begin with.
pub const SCHEME: &str = "briefing:";

/// What an address has to have escaped, so that it is a URI.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Words as a part of a URI.
#[must_use]
pub fn escaped(words: &str) -> String {
    utf8_percent_encode(words, ESCAPED).to_string()
}

/// Words that were [`escaped`].
#[must_use]
pub fn unescaped(words: &str) -> String {
    percent_decode_str(words).decode_utf8_lossy().into_owned()
}

impl Place {
    /// The place of a reference as it is read: `poll/question/answer`, `call:id`, `120-160`.
    #[must_use]
    pub fn of(reference: &str) -> Place {
        match reference.strip_prefix("call:") {
            Some(id) => Place::Call(id.to_owned()),
            None => range(reference).map_or_else(|| Place::Figure(reference.to_owned()), Place::Text),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}", escaped(&self.briefing))?;
        if let Some(edition) = self.edition {
            write!(f, "?edition={edition}")?;
        }
        match &self.place {
            None => Ok(()),
            Some(Place::Text(at)) => write!(f, "#{}-{}", at.start, at.end),
            Some(Place::Call(id)) => write!(f, "#call:{}", escaped(id)),
            Some(Place::Figure(reference)) => write!(f, "#{}", escaped(reference)),
        }
    }
}

impl FromStr for Address {
    type Err = String;

    /// # Errors
    /// A sentence that says how an address looks.
    fn from_str(text: &str) -> Result<Address, String> {
        let wrong = || {
            format!(
                "`{text}` is no address of a briefing: briefing:ID, briefing:ID#POLL/QUESTION or briefing:ID#call:ID is one"
            )
        };
        let rest = text.strip_prefix(SCHEME).ok_or_else(wrong)?;
        let (rest, place) = rest.split_once('#').map_or((rest, None), |(rest, place)| (rest, Some(place)));
        let (briefing, query) = rest.split_once('?').map_or((rest, None), |(id, query)| (id, Some(query)));
        let edition = query.and_then(|query| query.strip_prefix("edition=")).map(str::parse);
        let edition = edition.transpose().map_err(|_| wrong())?;
        if briefing.is_empty() {
            return Err(wrong());
        }
        let place = place.filter(|place| !place.is_empty()).map(|place| Place::of(&unescaped(place)));
        Ok(Address { briefing: unescaped(briefing), edition, place })
    }
}

/// `120-160`
fn range(text: &str) -> Option<Range<usize>> {
    let (from, to) = text.split_once('-')?;
    Some(from.parse().ok()?..to.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_says_briefing_edition_and_place() {
        let address = |text: &str| text.parse::<Address>().expect("it is one");
        let whole = address("briefing:care");
        assert_eq!((whole.briefing.as_str(), whole.edition, whole.place), ("care", None, None));
        let passage = address("briefing:care?edition=2#120-160");
        assert_eq!((passage.edition, passage.place), (Some(2), Some(Place::Text(120..160))));
        assert_eq!(address("briefing:care#call:all-users").place, Some(Place::Call("all-users".to_owned())));
        assert_eq!(address("briefing:care#p-1/q/a").place, Some(Place::Figure("p-1/q/a".to_owned())));
        for wrong in ["care", "briefing:", "briefing:#x", "briefing:care?edition=two", "https://example.org"]
        {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_read_as_it_was_written(id in "\\PC{1,12}", call in "\\PC{1,12}", edition in prop::option::of(0u32..9)) {
            let address = Address { briefing: id, edition, place: Some(Place::Call(call)) };
            prop_assert_eq!(address.to_string().parse::<Address>(), Ok(address));
        }
    }
}
