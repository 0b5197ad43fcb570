//! A table with its caption and its notes: what Markdown and HTML are made from.

use super::safe;

/// Words and numbers in rows, and what has to go along.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Who was asked, how many, how to read the values.
    pub base_line: String,
    /// What the columns hold.
    pub columns: Vec<String>,
    /// How many columns, from the right, hold numbers.
    pub numbers: usize,
    /// Cells; the first of each names its row.
    pub rows: Vec<Vec<String>>,
    /// Who asked for whom and when, what is not stated, the source, what was assumed.
    pub notes: Vec<Note>,
}

impl Table {
    /// The table as cells between tabs, as spreadsheets and word processors take it from the
    /// clipboard, with its caption above and its notes under it.
    #[must_use]
    pub fn tab_separated(&self) -> String {
        let cell = |words: &str| safe(&words.replace(['\t', '\n', '\r'], " "));
        let row = |cells: &[String]| cells.iter().map(|words| cell(words)).collect::<Vec<_>>().join("\t");
        let mut lines = vec![cell(&self.caption), cell(&self.base_line), row(&self.columns)];
        lines.extend(self.rows.iter().map(|cells| row(cells)));
        lines.extend(self.notes.iter().map(|note| match &note.address {
            Some(address) => cell(&format!("{} {address}", note.words)),
            None => cell(&note.words),
        }));
        lines.join("\n") + "\n"
    }
}

/// A line under the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its words.
    pub words: String,
    /// An address that goes with them.
    pub address: Option<String>,
}

impl Note {
    /// A line of words.
    pub fn words(words: impl Into<String>) -> Note {
        Note { words: words.into(), address: None }
    }
}

/// Whether an address may become a link: a web page, and nothing that could run.
pub fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://"))
        && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_on_the_clipboard_stay_in_their_row_and_are_no_formulas() {
        let table = Table {
            caption: "Who\tagrees?".to_owned(),
            base_line: "UK adults".to_owned(),
            columns: vec!["Answer".to_owned(), "As printed".to_owned()],
            rows: vec![vec!["=1+1\nYes".to_owned(), "62%".to_owned()]],
            notes: vec![Note { words: "Source: A.".to_owned(), address: Some("https://a.org".to_owned()) }],
            ..Table::default()
        };
        assert_eq!(
            table.tab_separated(),
            "Who agrees?\nUK adults\nAnswer\tAs printed\n'=1+1 Yes\t62%\nSource: A. https://a.org\n"
        );
    }

    #[test]
    fn only_web_pages_become_links() {
        assert!(is_web_address("https://example.org/a?b=c#d"));
        for address in ["javascript:alert(1)", "data:text/html,x", "https://a b", "file:///etc", ""] {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
