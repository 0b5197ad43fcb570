//! What a person names: a briefing by its folder, file or id, an edition of it, and something in it.
//! Whatever the program prints as a reference is read here again.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::address::{Address, Place, SCHEME};
use crate::disk::split_at_last;

/// What stands before an edition's number.
const EDITION: &str = "?edition=";

/// A briefing, and what of it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// A path, or the id of a briefing.
    pub briefing: PathBuf,
    /// The edition that is meant; `None` for the one that is there.
    pub edition: Option<u32>,
    /// What in it is meant: `poll/question/answer`, a part of that, `call:id`, `120-160`.
    pub reference: Option<String>,
}

impl Named {
    /// Reads `BRIEFING`, `BRIEFING#REFERENCE`, `BRIEFING?edition=N#REFERENCE` or an address of the
    /// same (`briefing:ID…`). What is there under that very name is meant before all others: names of
    /// files may hold `#`, `?` and `%`.
    #[must_use]
    pub fn of(named: &Path) -> Named {
        let whole = |briefing: PathBuf| Named { briefing, edition: None, reference: None };
        if named.exists() {
            return whole(named.to_owned());
        }
        if let Some(Ok(address)) =
            named.to_str().filter(|text| text.starts_with(SCHEME)).map(str::parse::<Address>)
        {
            return Named::from(address);
        }
        let (briefing, reference) = match split_at_last(named.as_os_str(), '#') {
            Some((briefing, reference)) => {
                let reference = reference.to_string_lossy().into_owned();
                (PathBuf::from(briefing), Some(reference).filter(|reference| !reference.is_empty()))
            }
            None => (named.to_owned(), None),
        };
        if briefing.exists() {
            return Named { reference, ..whole(briefing) };
        }
        match edition_behind(briefing.as_os_str()) {
            Some((briefing, number)) => Named { briefing, edition: Some(number), reference },
            None => Named { reference, ..whole(briefing) },
        }
    }

    /// Whether more is named than a briefing as it is.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.edition.is_some() || self.reference.is_some()
    }
}

impl From<Address> for Named {
    fn from(address: Address) -> Named {
        let reference = address.place.map(|place| match place {
            Place::Text(at) => format!("{}-{}", at.start, at.end),
            Place::Call(id) => format!("call:{id}"),
            Place::Figure(reference) => reference,
        });
        Named { briefing: address.briefing.into(), edition: address.edition, reference }
    }
}

/// `care?edition=2` as `care` and 2.
fn edition_behind(briefing: &OsStr) -> Option<(PathBuf, u32)> {
    let (before, query) = split_at_last(briefing, '?')?;
    let number = query.to_str()?.strip_prefix(&EDITION[1..])?.parse().ok()?;
    Some((before.into(), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> (String, Option<u32>, Option<String>) {
        let Named { briefing, edition, reference } = Named::of(Path::new(text));
        (briefing.to_string_lossy().into_owned(), edition, reference)
    }

    #[test]
    fn a_briefing_its_edition_and_a_place_in_it_are_told_apart() {
        for (text, briefing, edition, reference) in [
            ("care", "care", None, None),
            ("care#", "care", None, None),
            ("care#p/q/a", "care", None, Some("p/q/a")),
            ("care?edition=2#p/q", "care", Some(2), Some("p/q")),
            ("care?edition=2", "care", Some(2), None),
            ("a b/100%#1#p/q", "a b/100%#1", None, Some("p/q")),
            ("care?edition=two#p", "care?edition=two", None, Some("p")),
            ("what?/care?edition=3#p", "what?/care", Some(3), Some("p")),
            ("briefing:care?edition=1#call:all%20users", "care", Some(1), Some("call:all users")),
            ("briefing:care#12-20", "care", None, Some("12-20")),
            ("briefing:care#p/q/a", "care", None, Some("p/q/a")),
            ("#p/q", "", None, Some("p/q")),
        ] {
            let reference = reference.map(str::to_owned);
            assert_eq!(named(text), (briefing.to_owned(), edition, reference), "{text}");
        }
    }

    #[test]
    fn what_is_there_under_that_very_name_is_meant() {
        let folder = tempfile::tempdir().unwrap();
        // Windows allows no name with a question mark.
        let names: &[&str] = if cfg!(windows) { &["a#p"] } else { &["a#p", "b?edition=2"] };
        for name in names {
            let path = folder.path().join(name);
            std::fs::write(&path, "").unwrap();
            assert_eq!(Named::of(&path), Named { briefing: path.clone(), edition: None, reference: None });
            let mut inside = path.clone().into_os_string();
            inside.push("#p/q");
            let found = Named::of(Path::new(&inside));
            assert_eq!(
                (found.briefing, found.edition, found.reference.as_deref()),
                (path, None, Some("p/q"))
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_stay_as_they_are() {
        use std::os::unix::ffi::OsStrExt;
        let found = Named::of(Path::new(OsStr::from_bytes(b"b\xff\xfe?edition=2#p/q")));
        assert_eq!(found.briefing.as_os_str().as_bytes(), b"b\xff\xfe");
        assert_eq!((found.edition, found.reference.as_deref()), (Some(2), Some("p/q")));
    }
}
