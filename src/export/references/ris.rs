//! References as RIS, which most reference managers read.

use std::fmt::Write;

use super::{Kind, Reference, When};
use crate::poll::dates::Date;

/// The whole file.
#[must_use]
pub fn ris(references: &[Reference]) -> String {
    let mut out = String::new();
    for reference in references {
        let kind = match reference.kind {
            Kind::Poll => "DATA",
            Kind::Page => "ELEC",
            Kind::Briefing => "GEN",
        };
        let mut line = |tag: &str, words: &str| {
            if !words.is_empty() {
                let _ = write!(out, "{tag}  - {words}\r\n");
            }
        };
        line("TY", kind);
        line("ID", &reference.id);
        line("TI", &reference.title);
        if let Some(author) = &reference.author {
            line("AU", &institution(author));
            if author.contains(',') {
                line("N1", &format!("Author, with its commas: {author}"));
            }
        }
        let day = |when: &Option<When>| when.as_ref().and_then(When::period).map(|period| period.first);
        if let Some(issued) = day(&reference.issued) {
            line("PY", &issued.year.to_string());
            line("DA", &slashed(issued));
        }
        if let Some(accessed) = day(&reference.accessed) {
            line("Y2", &slashed(accessed));
        }
        // A field of RIS holds one date. What is more, or none, is said in words.
        for (what, when) in [("Published", &reference.issued), ("Read", &reference.accessed)] {
            if let Some(words) = when.as_ref().and_then(When::beyond_a_date) {
                line("N1", &format!("{what}: {words}"));
            }
        }
        line("M3", &reference.genre);
        line("N1", &reference.note);
        line("LA", &reference.language);
        line("UR", &reference.url);
        let _ = write!(out, "ER  - \r\n\r\n");
    }
    out
}

/// An institution's name as an author. RIS takes what follows a comma for a first name and has no
/// escape, and Zotero reads no other tag that could hold the name; so commas are low quotation marks
/// (U+201A), which look the same. The comma at the end says that there is no first name.
fn institution(name: &str) -> String {
    format!("{},", name.replace(',', "\u{201a}"))
}

/// `2021/04/19/`, what is not known left empty.
fn slashed(date: Date) -> String {
    let part = |part: Option<i8>| part.map_or_else(String::new, |part| format!("{part:02}"));
    format!("{:04}/{}/{}/", date.year, part(date.month), part(date.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Bundle, Files, Limits, Origin, from_files};

    /// A source whose words hold what RIS uses for itself.
    fn hostile() -> Bundle {
        let mut files = Files::default();
        let manifest = "Briefing(format: 1, id: \"x\", edition: 1, title: \"50% & {more}\", article: \"article.md\", \
                        sources: [Source(id: \"s\", title: \"A\\nTY  - BOOK\", publisher: \"Marks & Co and Sons\", \
                        url: \"https://example.org/\", published: \"2021-04\")])";
        files.insert("briefing.ron", manifest.into());
        files.insert("article.md", "x".into());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    }

    #[test]
    fn ris_has_one_record_for_each_and_no_line_that_words_brought_in() {
        let bundle = hostile();
        let references =
            [Reference::briefing(&bundle), Reference::source(&bundle, &bundle.manifest.sources[0])];
        let text = ris(&references);
        assert_eq!(text.matches("TY  - ").count() - text.matches("A TY  - BOOK").count(), 2);
        assert_eq!(text.matches("ER  - \r\n").count(), 2);
        assert!(
            text.contains("AU  - Marks & Co and Sons,\r\n") && text.contains("DA  - 2021/04//\r\n"),
            "{text}"
        );
        let tag = |line: &str| line.len() >= 6 && line[2..6] == *"  - ";
        assert!(text.split("\r\n").all(|line| line.is_empty() || tag(line)), "{text}");
    }

    #[test]
    fn an_institution_with_commas_is_one_name() {
        let name = "Department for Digital, Culture, Media & Sport";
        let reference = Reference { author: Some(name.to_owned()), ..Reference::alone("a", "", 1) };
        let text = ris(&[reference]);
        let author = text.lines().find_map(|line| line.strip_prefix("AU  - ")).expect("an author");
        assert_eq!(author.split_once(','), Some(("Department for Digital‚ Culture‚ Media & Sport", "")));
        assert!(text.contains(&format!("N1  - Author, with its commas: {name}\r\n")), "{text}");
    }

    #[test]
    fn a_date_is_in_its_field_and_what_is_none_is_in_words() {
        let dates = |issued: &str| -> Vec<String> {
            let issued = When::of(Some(&issued.to_owned()));
            let text = ris(&[Reference { issued, ..Reference::alone("a", "", 1) }]);
            let dated = ["PY", "DA", "N1"];
            text.lines()
                .filter(|line| dated.contains(&&line[..2.min(line.len())]))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(dates("2021-04-19"), ["PY  - 2021", "DA  - 2021/04/19/"]);
        assert_eq!(dates("2021/2022"), ["PY  - 2021", "DA  - 2021///", "N1  - Published: 2021 to 2022"]);
        assert_eq!(dates("20210419"), ["N1  - Published: 20210419"]);
        assert!(dates("").is_empty());
    }
}
