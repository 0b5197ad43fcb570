//! Front matter: fields that other programs read at the head of an article. They are no text of it.

use std::ops::Range;

/// The front matter of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// Its bytes in the source, with the lines that fence it and the last one's end.
    pub source: Range<usize>,
    /// The names of its fields on the first level, in order: the first thirty.
    pub fields: Vec<String>,
}

/// How front matter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// Between `---` and `---` or `...`.
    Yaml,
    /// Between `+++` and `+++`.
    Toml,
}

/// The longest front matter that is looked for, in bytes, and the most fields of it that are named.
const LONGEST: usize = 64 * 1024;
const MOST_FIELDS: usize = 30;

impl FrontMatter {
    /// The front matter of an article's source, with or without a byte order mark before it. A
    /// thematic break at the article's beginning is none, nor is what is never closed.
    #[must_use]
    pub fn of(source: &str) -> Option<FrontMatter> {
        let start = source.len() - source.strip_prefix('\u{feff}').unwrap_or(source).len();
        let mut lines = lines(source, start);
        let syntax = match lines.next()?.0 {
            "---" => Syntax::Yaml,
            "+++" => Syntax::Toml,
            _ => return None,
        };
        let mut fields = Vec::new();
        let mut before = Line::Nothing;
        let mut long_text = None;
        for (line, end) in lines {
            if end - start > LONGEST {
                return None;
            }
            if let Some(quotes) = long_text {
                long_text = (!line.contains(quotes)).then_some(quotes);
                continue;
            }
            if syntax.ends(line) {
                return (!fields.is_empty()).then_some(FrontMatter { source: start..end, fields });
            }
            let read = match syntax {
                Syntax::Yaml => yaml(line, &before)?,
                Syntax::Toml => toml(line, &before)?,
            };
            if let Line::Field { name, value } = &read {
                if fields.len() < MOST_FIELDS {
                    fields.push((*name).to_owned());
                }
                if syntax == Syntax::Toml {
                    let quotes = ["\"\"\"", "'''"].into_iter().find(|quotes| value.starts_with(quotes));
                    long_text = quotes.filter(|quotes| !value[quotes.len()..].contains(quotes));
                }
            }
            let goes_on = matches!(read, Line::Nothing | Line::More);
            if !(goes_on && matches!(before, Line::Field { .. } | Line::Table)) {
                before = read;
            }
        }
        None
    }
}

impl Syntax {
    fn ends(self, line: &str) -> bool {
        match self {
            Syntax::Yaml => line == "---" || line == "...",
            Syntax::Toml => line == "+++",
        }
    }
}

/// The lines from a byte on, without white space at their ends, each with where the next one begins.
fn lines(source: &str, start: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut end = start;
    source[start..].split_inclusive('\n').map(move |line| {
        end += line.len();
        (line.trim_end(), end)
    })
}

/// What a line of front matter is.
enum Line<'s> {
    /// Blank, or a comment.
    Nothing,
    /// `name: value`
    Field { name: &'s str, value: &'s str },
    /// `[table]`
    Table,
    /// A line of the field before.
    More,
}

/// A line of YAML; `None` where it is none that could stand there.
fn yaml<'s>(line: &'s str, before: &Line<'_>) -> Option<Line<'s>> {
    let has_field = matches!(before, Line::Field { .. });
    if line.is_empty() {
        // A thematic break is followed by a blank line; nobody leaves one after the fence.
        return has_field.then_some(Line::Nothing);
    }
    if line.starts_with("# ") || line == "#" {
        return Some(Line::Nothing);
    }
    if line.starts_with([' ', '\t', ']', '}']) || line == "-" || line.starts_with("- ") {
        return has_field.then_some(Line::More);
    }
    let (name, value) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
    let name = name.trim();
    let name =
        ['"', '\''].iter().find_map(|quote| name.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(name);
    is_name(name).then_some(Line::Field { name, value: value.trim() })
}

/// A line of TOML.
fn toml<'s>(line: &'s str, before: &Line<'_>) -> Option<Line<'s>> {
    let trimmed = line.trim_start();
    if trimmed.is_empty() || trimmed.starts_with('#') {
        return Some(Line::Nothing);
    }
    if line.starts_with('[') && line.ends_with(']') {
        return Some(Line::Table);
    }
    if let Some((name, value)) = trimmed.split_once('=') {
        let name = name.trim().trim_matches(['"', '\'']);
        if is_name(name) {
            // What stands in a table is no field of the first level.
            let in_table = matches!(before, Line::Table);
            return Some(if in_table { Line::Table } else { Line::Field { name, value: value.trim() } });
        }
    }
    matches!(before, Line::Field { .. } | Line::Table).then_some(Line::More)
}

/// Whether a field may be called so: one to four words of letters, digits and what joins them, or what
/// merges others in YAML.
fn is_name(name: &str) -> bool {
    let is_sign = |sign: char| sign.is_alphanumeric() || "_-./:@$() ".contains(sign);
    let is_words = name.starts_with(|sign: char| sign.is_alphanumeric() || "_@$".contains(sign))
        && name.len() <= 60
        && name.split(' ').count() <= 4
        && name.chars().all(is_sign);
    is_words || name == "<<"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields, and what is left of the source.
    fn read(source: &str) -> Option<(Vec<String>, &str)> {
        FrontMatter::of(source).map(|found| (found.fields, &source[found.source.end..]))
    }

    #[test]
    fn fields_are_read_however_they_are_fenced() {
        for source in [
            "---\ntitle: A\nauthor: B\n---\nText\n",
            "\u{feff}---\ntitle: A\nauthor: B\n...\nText\n",
            "---  \r\ntitle: A\r\nauthor: B\r\n---\r\nText\n",
            "---\n# ours\ntitle: \"A: b\"\n\nauthor:\n  - B\n  - C\n---\nText\n",
            "---\n'title': A\n\"author\": |\n  One line\n\n  --- another\n---\nText\n",
            "+++\ntitle = \"A\"\nauthor = 'B'\n+++\nText\n",
            "+++\r\ntitle = \"\"\"\nA\n+ +\nx\"\"\"\nauthor = [\n  \"B\",\n]\n[extra]\nx = 1\n+++\nText\n",
        ] {
            let (fields, rest) = read(source).unwrap_or_else(|| panic!("{source:?}"));
            assert_eq!((fields.join(" "), rest), ("title author".to_owned(), "Text\n"), "{source:?}");
        }
        let odd = "---\nog:title: A\n<<: *base\n@type: B\nurl: https://example.org\nDate of first print: 2020\n---\n";
        let names = ["og:title", "<<", "@type", "url", "Date of first print"];
        assert_eq!(read(odd), Some((names.map(str::to_owned).to_vec(), "")));
        let lists = "---\ntags:\n- a\n- b\ncategories: [x,\n  y\n]\ndate: 2024-01-01\n---";
        assert_eq!(read(lists), Some((vec!["tags".into(), "categories".into(), "date".into()], "")));
    }

    #[test]
    fn a_thematic_break_is_none() {
        for source in [
            "---\n\nWords: they stand here.\n\n---\n",
            "---\nWords that go on\n---\n",
            "---\nThe minister said on Tuesday: no.\n---\n",
            "---\ntitle: never closed\n",
            "---\n---\n",
            "---\n## Heading\ntitle: A\n---\n",
            "---\n- item: one\n---\n",
            "----\ntitle: A\n----\n",
            " ---\ntitle: A\n---\n",
            "\n---\ntitle: A\n---\n",
            "---\nhttps://example.org\n---\n",
            "+++\nWords\n+++\n",
            "+++\n+++\n",
            "***\ntitle: A\n***\n",
            "",
        ] {
            assert_eq!(read(source), None, "{source:?}");
        }
    }
}
