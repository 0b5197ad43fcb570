//! Notes as files for other programs.

mod as_typed;
mod blocks;
mod comment;
mod docx;
mod docx_said;
mod entry;
mod html;
mod json;
mod jsonld;
mod markdown;
mod options;
mod paper_table;
mod pdf;
mod records;
mod report;
mod set_down;
mod tags;
mod template;
mod typeset;

use std::panic::AssertUnwindSafe;

use super::references::{self, Reference};

pub use entry::{Entry, address};
pub use json::row;
pub use jsonld::{Known, Refused, Taken, read as read_jsonld, read_with as read_jsonld_with};
pub use options::{Grouping, NotesFormat, Options, Template};
pub use report::Report;

/// Notes as the content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesFile {
    /// The file.
    pub content: Vec<u8>,
    /// What is wrong with single references, a sentence each, without a full stop.
    pub remarks: Vec<String>,
}

/// Notes as a file.
///
/// # Errors
/// A sentence for the person: what is wrong with the template, or that a file could not be made.
pub fn write(entries: &[Entry<'_>], options: &Options<'_>) -> Result<NotesFile, String> {
    // The libraries that make files are not ours; what they cannot take costs no more than the file.
    std::panic::catch_unwind(AssertUnwindSafe(|| made(entries, options))).unwrap_or_else(|_| {
        Err(format!("the notes cannot be written as {}: try another format", options.format.name()))
    })
}

fn made(entries: &[Entry<'_>], options: &Options<'_>) -> Result<NotesFile, String> {
    let format = options.format;
    if options.template.is_none() {
        let content = match format {
            NotesFormat::Csv => Some(super::write_csv(&records::of(entries))),
            NotesFormat::Json => Some(json::write(entries)),
            NotesFormat::JsonLd => Some(jsonld::write(entries)),
            _ => None,
        };
        if let Some(content) = content {
            return Ok(NotesFile { content: content.into_bytes(), remarks: Vec::new() });
        }
    }
    let cited = references::distinct(entries.iter().flat_map(|entry| &entry.references)).references;
    let mut remarks: Vec<String> = cited.iter().flat_map(Reference::faults).collect();
    let mut report = || {
        let report = Report::of(entries, options);
        remarks.extend(report.faults.iter().cloned());
        report
    };
    let content = match (options.template, format) {
        (Some(template), _) => template::fill(template, &report())?.into_bytes(),
        (None, NotesFormat::Html) => template::html(&report())?.into_bytes(),
        (None, NotesFormat::Docx) => docx::write(&report())?,
        (None, NotesFormat::Pdf) => pdf::write(&report())?,
        (None, NotesFormat::Bibtex) => references::bibtex(&cited).into_bytes(),
        (None, NotesFormat::Ris) => references::ris(&cited).into_bytes(),
        (None, NotesFormat::CslJson) => references::csl_json(&cited).into_bytes(),
        (None, _) => markdown::write(&report()).into_bytes(),
    };
    Ok(NotesFile { content, remarks })
}
