//! A file of named values, `(theme: Ink, text_size: 120)`, each of which stands for itself: one that
//! cannot be read does not cost the others, and one that nobody here knows is written back as it was.

use std::collections::BTreeSet;
use std::fmt;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::disk::ron_reason;

/// Named values in the order of their file, each as it is written there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    named: Vec<(String, Box<RawValue>)>,
    /// Names of values that could not be read; they are kept until something else takes their place.
    unread: BTreeSet<String>,
}

impl Fields {
    /// Reads what can be read. The second part says why it stops before the end, with line and
    /// column; what stands before that is in the first.
    #[must_use]
    pub fn read(text: &str) -> (Fields, Option<String>) {
        Fields::read_as("", text)
    }

    /// Reads a struct that may have a name before its parentheses.
    #[must_use]
    pub fn read_as(name: &'static str, text: &str) -> (Fields, Option<String>) {
        let mut named = Vec::new();
        let read = ron::Deserializer::from_str(text).and_then(|mut ron| {
            let whole = Named(name, &mut named).deserialize(&mut ron).and_then(|()| ron.end());
            whole.map_err(|why| ron.span_error(why))
        });
        let told = |why: ron::error::SpannedError| {
            let at = why.span.start;
            format!("{}, at line {}, column {}", ron_reason(&why.code), at.line, at.col)
        };
        (Fields { named, unread: BTreeSet::new() }, read.err().map(told))
    }

    /// Whether there is a value of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.named.iter().any(|(known, _)| known == name)
    }

    /// The names of all values.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|(name, _)| name.as_str())
    }

    /// Whether a value is the same in both, or in neither.
    #[must_use]
    pub fn is_same(&self, other: &Fields, name: &str) -> bool {
        self.raw(name) == other.raw(name)
    }

    /// Takes a value over from others as it is written there.
    pub fn copy(&mut self, name: &str, from: &Fields) {
        let Some(raw) = from.named.iter().find(|(known, _)| known == name).map(|(_, raw)| raw.clone()) else {
            return;
        };
        match self.named.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = raw,
            None => self.named.push((name.to_owned(), raw)),
        }
    }

    /// A value as it is written.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.named.iter().find(|(known, _)| known == name).map(|(_, raw)| raw.trim().get_ron())
    }

    /// Takes a value over into `into`, where there is one.
    ///
    /// # Errors
    /// Why it cannot be read; then `into` stays as it is.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str, into: &mut T) -> Result<(), String> {
        let Some((_, raw)) = self.named.iter().find(|(known, _)| known == name) else { return Ok(()) };
        match raw.into_rust() {
            Ok(value) => *into = value,
            Err(why) => {
                self.unread.insert(name.to_owned());
                return Err(told(name, raw.trim().get_ron(), &why.code));
            }
        }
        Ok(())
    }

    /// Puts a value in the place of the one of that name. One that could not be read gives way only
    /// to a value that is not `usual`: another version may know it.
    pub fn put<T: Serialize + PartialEq>(&mut self, name: &str, value: &T, usual: &T) {
        if self.unread.contains(name) && value == usual {
            return;
        }
        // What cannot be written, such as a path that is no text, stays as it was.
        let Ok(raw) = RawValue::from_rust(value) else { return };
        match self.named.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = raw,
            None => self.named.push((name.to_owned(), raw)),
        }
    }
}

/// Goes through the values of a file, so that they are listed once for reading and writing.
pub trait EachField {
    /// The value of that name, which is `usual` where the file has none.
    fn field<T: Serialize + DeserializeOwned + PartialEq>(&mut self, name: &str, value: &mut T, usual: &T);
}

/// Takes values over from a file.
pub struct Take<'f> {
    fields: &'f mut Fields,
    /// Which could not be read, and why.
    pub unread: Vec<String>,
}

impl<'f> Take<'f> {
    /// From these fields.
    pub fn from(fields: &'f mut Fields) -> Take<'f> {
        Take { fields, unread: Vec::new() }
    }
}

impl EachField for Take<'_> {
    fn field<T: Serialize + DeserializeOwned + PartialEq>(&mut self, name: &str, value: &mut T, _usual: &T) {
        self.unread.extend(self.fields.take(name, value).err());
    }
}

/// Puts values into a file.
pub struct Put<'f>(pub &'f mut Fields);

impl EachField for Put<'_> {
    fn field<T: Serialize + DeserializeOwned + PartialEq>(&mut self, name: &str, value: &mut T, usual: &T) {
        self.0.put(name, value, usual);
    }
}

/// Why a value cannot be read, for whoever wrote it by hand or has an older version.
fn told(name: &str, written: &str, why: &ron::Error) -> String {
    match why {
        ron::Error::NoSuchEnumVariant { expected, .. } => {
            format!("`{name}` is `{written}` and can be {}", expected.join(", "))
        }
        other => format!("`{name}`: {other}"),
    }
}

/// As a file: a line for each value.
impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "(")?;
        for (name, raw) in &self.named {
            writeln!(f, "{}", line(name, raw.trim().get_ron()))?;
        }
        write!(f, ")")
    }
}

/// A value as a line of a file.
#[must_use]
pub fn line(name: &str, raw: &str) -> String {
    let mark = if is_plain(name) { "" } else { "r#" };
    format!("    {mark}{name}: {raw},")
}

/// Whether RON takes a name as it is.
fn is_plain(name: &str) -> bool {
    let begins = name.starts_with(|sign: char| sign == '_' || sign.is_alphabetic());
    begins && name.chars().all(|sign| sign == '_' || sign.is_alphanumeric())
}

/// Reads the values of a struct, whatever their names, and keeps those before a fault.
struct Named<'a>(&'static str, &'a mut Vec<(String, Box<RawValue>)>);

impl<'de> DeserializeSeed<'de> for Named<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct(self.0, &[], self)
    }
}

impl<'de> Visitor<'de> for Named<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("named values in parentheses")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            let raw = map.next_value()?;
            self.1.retain(|(known, _)| *known != name);
            self.1.push((name, raw));
        }
        Ok(())
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, word: &str) -> Result<Name, E> {
                Ok(Name(word.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Word)
    }
}

impl Serialize for Fields {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;
        RawValue::from_boxed_ron(self.to_string().into()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Fields::read(raw.get_ron()).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_known_here_is_written_back_as_it_was() {
        let text = "(size: 120, shape: Round(3, [\"a\"]), // why\n r#od-d: {1: 2}, face: Inter)";
        let (mut fields, why) = Fields::read(text);
        assert_eq!(why, None);
        let mut size = 100;
        fields.take("size", &mut size).unwrap();
        fields.put("size", &(size + 10), &100);
        let again = fields.to_string();
        assert_eq!(
            again,
            "(\n    size: 130,\n    shape: Round(3, [\"a\"]),\n    r#od-d: {1: 2},\n    face: Inter,\n)"
        );
        assert_eq!(Fields::read(&again).0.to_string(), again);
    }

    #[test]
    fn a_value_that_cannot_be_read_costs_no_other_and_stays_until_it_is_chosen_anew() {
        let (mut fields, _) = Fields::read("(theme: \"dusk\", size: 120)");
        let (mut theme, mut size) = (1, 100);
        assert!(fields.take("theme", &mut theme).unwrap_err().contains("`theme`"));
        fields.take("size", &mut size).unwrap();
        assert_eq!((theme, size), (1, 120));
        fields.put("theme", &1, &1);
        assert!(fields.to_string().contains("theme: \"dusk\""));
        fields.put("theme", &2, &1);
        assert!(fields.to_string().contains("theme: 2"));
    }

    #[test]
    fn a_choice_that_is_not_known_is_told_with_those_that_are() {
        #[derive(Debug, serde::Deserialize)]
        enum Light {
            Day,
            Dusk,
        }
        let mut light = Light::Day;
        let mut take = |text| Fields::read(text).0.take("light", &mut light);
        assert_eq!(take("(light: Noon)"), Err("`light` is `Noon` and can be Day, Dusk".to_owned()));
        assert_eq!(take("(light: Dusk)"), Ok(()));
        assert!(matches!(light, Light::Dusk));
    }

    #[test]
    fn what_stands_before_a_fault_is_read() {
        let (mut fields, why) = Fields::read("(size: 120,\n theme: ");
        assert!(why.unwrap().contains("line 2"), "no line is named");
        let mut size = 100;
        fields.take("size", &mut size).unwrap();
        assert_eq!(size, 120);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not_and_what_is_read_is_written_so_that_it_reads_the_same(
            text in "(\\(|)([a-z]{1,3}: ?[-0-9a-zA-Z\"(){}\\[\\],:.#/* \n]{0,12},? ?){0,4}(\\)|)\\PC{0,4}",
        ) {
            let (fields, _) = Fields::read(&text);
            let written = fields.to_string();
            let (again, why) = Fields::read(&written);
            prop_assert_eq!(why, None, "{}", written);
            prop_assert_eq!(again.to_string(), written);
        }
    }
}
