//! References as files of reference managers: BibTeX, RIS, CSL-JSON.

use std::fmt::Write;

use biblatex::{Bibliography, Chunk, Entry, EntryType, Spanned};
use serde_json::Value;

use super::Reference;

/// As CSL-JSON, which Zotero and Pandoc read.
#[must_use]
pub fn csl_json(references: &[Reference]) -> String {
    let items: Vec<Value> = references.iter().map(|reference| Value::Object(reference.0.clone())).collect();
    serde_json::to_string_pretty(&items).expect("they are plain data") + "\n"
}

/// As BibTeX in the dialect of BibLaTeX.
#[must_use]
pub fn bibtex(references: &[Reference]) -> String {
    let mut bibliography = Bibliography::new();
    for reference in references {
        let kind = match reference.text("type") {
            "dataset" => EntryType::Dataset,
            "webpage" => EntryType::Online,
            _ => EntryType::Misc,
        };
        let mut entry = Entry::new(key(reference.id()), kind);
        let mut set = |name: &str, words: &str| {
            if !words.is_empty() {
                entry.set(name, vec![Spanned::detached(Chunk::Normal(words.to_owned()))]);
            }
        };
        set("title", reference.text("title"));
        // Braces keep an institution's name in one piece.
        let author = reference.author().unwrap_or_default();
        set("date", &iso(&reference.parts("issued")));
        set("urldate", &iso(&reference.parts("accessed")));
        set("note", reference.text("note"));
        set("type", reference.text("genre"));
        set("langid", reference.text("language"));
        if !author.is_empty() {
            entry.set("author", vec![Spanned::detached(Chunk::Verbatim(author.to_owned()))]);
        }
        let url = reference.text("URL");
        if !url.is_empty() {
            entry.set("url", vec![Spanned::detached(Chunk::Normal(url.to_owned()))]);
        }
        bibliography.insert(entry);
    }
    bibliography.to_biblatex_string()
}

/// As RIS, which most reference managers read.
#[must_use]
pub fn ris(references: &[Reference]) -> String {
    let mut out = String::new();
    for reference in references {
        let kind = match reference.text("type") {
            "dataset" => "DATA",
            "webpage" => "ELEC",
            _ => "GEN",
        };
        let mut line = |tag: &str, words: &str| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if !words.is_empty() {
                let _ = write!(out, "{tag}  - {words}\r\n");
            }
        };
        line("TY", kind);
        line("ID", &key(reference.id()));
        line("TI", reference.text("title"));
        // A comma at the end says that a name is an institution's.
        line("AU", &reference.author().map_or_else(String::new, |author| format!("{author},")));
        let issued = reference.parts("issued");
        line("PY", &issued.first().map_or_else(String::new, u64::to_string));
        line("DA", &slashed(&issued));
        line("Y2", &slashed(&reference.parts("accessed")));
        line("M3", reference.text("genre"));
        line("N1", reference.text("note"));
        line("LA", reference.text("language"));
        line("UR", reference.text("URL"));
        let _ = write!(out, "ER  - \r\n\r\n");
    }
    out
}

/// An id without signs that mean something in reference files.
fn key(id: &str) -> String {
    id.chars().map(|sign| if sign.is_ascii_alphanumeric() || sign == '-' { sign } else { '-' }).collect()
}

fn iso(parts: &[u64]) -> String {
    match parts {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day, ..] => format!("{year:04}-{month:02}-{day:02}"),
        [] => String::new(),
    }
}

/// `2021/04/19/`, what is not known left empty.
fn slashed(parts: &[u64]) -> String {
    let part = |index: usize| parts.get(index).map_or_else(String::new, |part| format!("{part:02}"));
    if parts.is_empty() { String::new() } else { format!("{}/{}/{}/", part(0), part(1), part(2)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use biblatex::ChunksExt;

    use crate::bundle::{Bundle, Files, Limits, Origin, from_files};

    /// A source whose words hold what BibTeX, RIS and JSON use for themselves.
    fn hostile() -> Bundle {
        let mut files = Files::default();
        let manifest = "Briefing(format: 1, id: \"x\", edition: 1, title: \"50% & {more} \\\\ $5 #1 “é”\", article: \
                        \"article.md\", sources: [Source(id: \"s\", title: \"A\\nTY  - BOOK\", publisher: \"Marks & \
                        Co and Sons\", url: \"https://example.org/a_b?c=%20{d}\", published: Stated(\"2021-04\"))])";
        files.insert("briefing.ron", manifest.into());
        files.insert("article.md", "x".into());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    }

    fn references() -> Vec<Reference> {
        let bundle = hostile();
        vec![Reference::briefing(&bundle), Reference::source(&bundle, &bundle.manifest.sources[0])]
    }

    #[test]
    fn bibtex_is_read_back_the_same() {
        let text = bibtex(&references());
        let back = Bibliography::parse(&text).unwrap_or_else(|why| panic!("{why} in\n{text}"));
        let field = |key: &str, name: &str| {
            back.get(key).and_then(|entry| entry.get(name)).map(ChunksExt::format_verbatim)
        };
        assert_eq!(field("briefing-x", "title").as_deref(), Some("50% & {more} \\ $5 #1 “é”"), "{text}");
        let author = back.get("x-s").expect("it is there").author().expect("it has one");
        assert_eq!((author.len(), author[0].name.as_str()), (1, "Marks & Co and Sons"));
        assert_eq!(field("x-s", "date").as_deref(), Some("2021-04"));
        assert_eq!(field("x-s", "url").as_deref(), Some("https://example.org/a_b?c=%20{d}"), "{text}");
    }

    #[test]
    fn ris_has_one_record_for_each_and_no_line_that_words_brought_in() {
        let text = ris(&references());
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
    fn csl_json_is_what_hayagriva_reads() {
        let text = csl_json(&references());
        let items: Vec<hayagriva::citationberg::json::Item> =
            serde_json::from_str(&text).expect("it is read");
        assert_eq!(items[1].id().as_deref(), Some("x/s"));
    }
}
