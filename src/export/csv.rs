//! Records as CSV (RFC 4180), so that no spreadsheet takes a cell for a formula.

/// Writes the records, each line ended by CR LF as the standard asks. The text begins with a byte
/// order mark: without it, Excel takes the letters outside of ASCII for other ones.
///
/// # Panics
/// Where records are not of one length.
#[must_use]
pub fn write(records: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer
            .write_record(record.iter().map(|cell| safe(cell)))
            .expect("records are of one length, in memory");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    format!("\u{feff}{}", String::from_utf8(bytes).expect("cells are text"))
}

/// The cell as it is written: where it would begin a formula, an apostrophe stands before it, as
/// spreadsheets know it (OWASP, CSV injection). Control codes but line ends and tabs are replaced.
#[must_use]
pub fn safe(cell: &str) -> String {
    let cell = cell.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "\u{fffd}");
    if begins_formula(&cell) { format!("'{cell}") } else { cell }
}

/// The cell as it was before [`safe`].
#[must_use]
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(cell)
}

/// Also behind apostrophes, so that what was put before can be told from what was there.
fn begins_formula(cell: &str) -> bool {
    let behind = cell.trim_start_matches('\'');
    behind.starts_with(['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_that_begins_a_formula_is_kept_from_being_one() {
        for cell in ["=1+1", "+44", "-5", "@SUM(A1)", "\t=1", "'=1"] {
            assert_eq!(safe(cell), format!("'{cell}"));
        }
        for cell in ["62%", "’tis", "'90s", "a=b", ""] {
            assert_eq!(safe(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_it_was(
            records in (1_usize..5).prop_flat_map(|width| {
                prop::collection::vec(prop::collection::vec("[^\\p{Cc}]*|['=+@,\"\\n a-]*", width), 1..6)
            })
        ) {
            let text = write(&records);
            // The reader takes one byte order mark off by itself.
            prop_assert_eq!(text.chars().next(), Some('\u{feff}'));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(|cell| plain(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(read, records);
        }
    }
}
