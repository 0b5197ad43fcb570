//! References as BibTeX, in the dialect of BibLaTeX.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Kind, Reference, When};
use crate::poll::dates::Period;

/// The whole file. It is written here and not by `biblatex`, which gives a backslash, a circumflex and a
/// tilde escapes that LaTeX takes for a line's end and for accents.
#[must_use]
pub fn bibtex(references: &[Reference]) -> String {
    let mut out = String::new();
    for reference in references {
        let kind = match reference.kind {
            Kind::Poll => "dataset",
            Kind::Page => "online",
            Kind::Briefing => "misc",
        };
        let _ = writeln!(out, "@{kind}{{{},", reference.id);
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(out, "  {name} = {{{value}}},");
            }
        };
        field("title", &escaped(&reference.title));
        // A second pair of braces keeps an institution's name in one piece.
        if let Some(author) = &reference.author {
            field("author", &format!("{{{}}}", escaped(author)));
        }
        let date = |when: &Option<When>| when.as_ref().and_then(When::period).map(Period::iso);
        field("date", &date(&reference.issued).unwrap_or_default());
        field("url", &address(&reference.url));
        field("urldate", &date(&reference.accessed).unwrap_or_default());
        field("type", &escaped(&reference.genre));
        field("note", &escaped(&note(reference)));
        field("langid", &escaped(&reference.language));
        out.push_str("}\n\n");
    }
    out
}

/// Its note, after what is no date: the fields for dates take dates alone.
fn note(reference: &Reference) -> String {
    let written = |(what, when): (&str, &Option<When>)| match when {
        Some(When::AsWritten(written)) => Some(format!("{what}: {written}")),
        _ => None,
    };
    let dates = [("Published", &reference.issued), ("Read", &reference.accessed)];
    let note = Some(reference.note.clone()).filter(|note| !note.is_empty());
    dates.into_iter().filter_map(written).chain(note).collect::<Vec<_>>().join("; ")
}

/// Words, so that LaTeX prints them as they are. Braces count for BibTeX even where they are escaped:
/// those without a partner are written by name.
fn escaped(words: &str) -> String {
    let alone = braces_alone(words);
    let mut out = String::with_capacity(words.len() + 8);
    for (at, sign) in words.char_indices() {
        match sign {
            '{' if alone.contains(&at) => out.push_str("{\\textbraceleft}"),
            '}' if alone.contains(&at) => out.push_str("{\\textbraceright}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => {
                out.push('\\');
                out.push(sign);
            }
            '\\' => out.push_str("{\\textbackslash}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '~' => out.push_str("{\\textasciitilde}"),
            sign => out.push(sign),
        }
    }
    out
}

/// An address, which is printed as it is: what counts for BibTeX is spelt as addresses spell it.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// Where the braces stand that have no partner.
fn braces_alone(words: &str) -> BTreeSet<usize> {
    let (mut open, mut alone) = (Vec::new(), BTreeSet::new());
    for (at, sign) in words.char_indices() {
        match sign {
            '{' => open.push(at),
            '}' if open.pop().is_none() => {
                alone.insert(at);
            }
            _ => {}
        }
    }
    alone.extend(open);
    alone
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};
    use proptest::prelude::*;

    use super::*;

    /// A field of the only entry, as a program reads it.
    fn read_back(reference: &Reference, name: &str) -> String {
        let text = bibtex(std::slice::from_ref(reference));
        let back = Bibliography::parse(&text).unwrap_or_else(|why| panic!("{why} in\n{text}"));
        let entry = back.get(reference.id()).unwrap_or_else(|| panic!("it is there: {text}"));
        entry.get(name).map(ChunksExt::format_verbatim).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn words_are_read_back_as_they_were(title in "[a-z{}\\\\#%@$&_~^,\"“é= ]{1,30}", author in "[a-z{}, &#%\\\\]{1,20}( and [a-z]{1,5})?") {
            let reference =
                Reference { title: format!("x{title}x"), author: Some(format!("x{author}x")), ..Reference::alone("a", "", 1) };
            let folded = |words: &str| words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(folded(&read_back(&reference, "title")), folded(&reference.title));
            let text = bibtex(std::slice::from_ref(&reference));
            let back = Bibliography::parse(&text).expect("it is read");
            let authors = back.get(reference.id()).expect("it is there").author().expect("it has one");
            prop_assert_eq!(authors.len(), 1, "{}", text);
        }
    }

    #[test]
    fn an_address_has_no_brace() {
        for (url, read) in [
            ("https://example.org/a_b?c=%20{d}", "https://example.org/a_b?c=%20%7Bd%7D"),
            ("https://example.org/{", "https://example.org/%7B"),
            ("}{", "%7D%7B"),
            ("no address", "no address"),
        ] {
            let reference = Reference { url: url.to_owned(), ..Reference::alone("a", "", 1) };
            assert_eq!(read_back(&reference, "url"), read);
        }
    }
}
