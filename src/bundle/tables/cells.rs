//! Where each cell of a row stands in the text. The `csv` crate reads the cells but does not say.

use csv::StringRecord;

use crate::bundle::ron_tree::Span;

/// A row as it was read, with the place of each cell.
pub struct Row<'r> {
    record: &'r StringRecord,
    places: Vec<Span>,
    start: usize,
}

impl<'r> Row<'r> {
    /// The row that was read from the byte `start` of `text`.
    pub fn new(text: &str, start: usize, record: &'r StringRecord) -> Row<'r> {
        // Empty lines before a row count as its beginning to the `csv` crate.
        let rest = text.get(start..).unwrap_or_default();
        let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        Row { record, places: places(text, start, record.len()), start }
    }

    /// The cells' number.
    pub fn len(&self) -> usize {
        self.record.len()
    }

    /// A cell's words; empty where the row is too short.
    pub fn cell(&self, index: usize) -> &'r str {
        self.record.get(index).unwrap_or_default()
    }

    /// A cell's place; the row's beginning where the row is too short.
    pub fn place(&self, index: usize) -> Span {
        self.places.get(index).copied().unwrap_or_else(|| Span::new(self.start, self.start))
    }

    /// The row from its first cell to its last.
    pub fn span(&self) -> Span {
        let end = self.places.last().map_or(self.start, |last| last.end as usize);
        Span::new(self.start, end)
    }
}

fn places(text: &str, start: usize, count: usize) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut places = Vec::with_capacity(count);
    let mut at = start;
    while places.len() < count {
        let cell_start = at;
        let blanks = bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let quoted = bytes.get(at) == Some(&b'"');
        let (inner_start, inner_end) = if quoted {
            at += 1;
            let inner_start = at;
            // A doubled mark closes and opens again at once, which comes to the same.
            loop {
                at += bytes[at..].iter().take_while(|byte| **byte != b'"').count();
                if bytes.get(at + 1) != Some(&b'"') {
                    break;
                }
                at += 2;
            }
            let inner_end = at.min(bytes.len());
            at = inner_end + cell_length(&bytes[inner_end..]);
            (inner_start, inner_end)
        } else {
            at += cell_length(&bytes[at..]);
            let inner_start = (cell_start + blanks).min(at);
            let trailing =
                bytes[inner_start..at].iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            (inner_start, at - trailing)
        };
        places.push(Span::new(inner_start, inner_end));
        at = (at + 1).min(bytes.len());
    }
    places
}

fn cell_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| !matches!(byte, b',' | b'\n' | b'\r')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, count: usize) -> Vec<&str> {
        places(text, 0, count).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn cells_are_found_bare_and_quoted() {
        assert_eq!(cells("a, b ,,\"c,\"\"d\"\"\ne\",f\ng", 5), ["a", "b", "", "c,\"\"d\"\"\ne", "f"]);
    }

    #[test]
    fn a_text_that_ends_too_early_has_empty_cells() {
        assert_eq!(cells("a,\"b", 4), ["a", "b", "", ""]);
        assert_eq!(cells("", 2), ["", ""]);
    }
}
