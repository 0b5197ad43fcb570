//! Where a table begins: below titles, and with the separator that it was saved with.

use super::columns::count_named;
use super::sheet::Rows;

/// The row that names the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The byte from which the text is read: behind a line that names the separator.
    pub from: usize,
    /// What parts the cells.
    pub separator: u8,
    /// How many rows stand above it, those of nothing counted too.
    pub above: usize,
}

/// Rows that are looked at: a title, a subtitle, who asked, when, and some of nothing.
const LOOKED_AT: usize = 40;

/// Two names are no chance.
const FEWEST_NAMES: usize = 2;

/// Finds the row of `text` that names most columns; the first of those that name as many.
pub fn find(text: &str) -> Option<Header> {
    let (stated, from) = stated_separator(text);
    let separators = stated.into_iter().chain([b',', b';', b'\t', b'|']);
    let mut best = None;
    for separator in separators {
        for (above, row) in Rows::of(text, from, separator).take(LOOKED_AT).enumerate() {
            let names = count_named(&row);
            if names >= FEWEST_NAMES && best.is_none_or(|(most, _)| names > most) {
                best = Some((names, Header { from, separator, above }));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// What the first line says with which Excel is told the separator, `sep=;`, and where the text goes
/// on.
fn stated_separator(text: &str) -> (Option<u8>, usize) {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let stated = line.trim().trim_matches('"').to_ascii_lowercase();
    match stated.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), line.len()),
        // `sep=` and a tab that was trimmed, or nothing that is one sign.
        Some(_) => (None, line.len()),
        None => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_names_most_columns() {
        for (separator, sign) in [(b',', ","), (b';', ";"), (b'\t', "\t"), (b'|', "|")] {
            let text = ["question", "title", "wording, or not; so", "answer"].join(sign);
            let quoted = text.replace("wording, or not; so", "\"wording, or not; so\"");
            assert_eq!(find(&quoted), Some(Header { from: 0, separator, above: 0 }), "{quoted}");
        }
    }

    #[test]
    fn a_first_line_may_state_it() {
        for line in ["sep=;", "SEP=;", "\"sep=;\"", "sep=;\r"] {
            let text = format!("{line}\nquestion;title;answer\n");
            let found = find(&text).unwrap();
            assert_eq!((found.separator, found.above), (b';', 0), "{line:?}");
        }
        let wrong = "sep=;\nquestion,title,answer\n";
        assert_eq!(find(wrong).unwrap().separator, b',', "what the rows have counts");
    }

    #[test]
    fn titles_and_headings_of_columns_may_stand_above() {
        let text = "Table 3: Support,,\n,,\n\"The question, as put\",,Answer\nQuestion,Title,Answer\nq,T,a\n";
        assert_eq!(find(text).unwrap().above, 3);
        assert_eq!(find("Answers\n1,2\n"), None);
        assert_eq!(find(""), None);
    }
}
