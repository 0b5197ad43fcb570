//! How notes are written.

use serde::{Deserialize, Serialize};

use crate::export::references::Style;

/// A format that notes are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotesFormat {
    /// With front matter.
    Markdown,
    /// One page with everything in it, for screens and paper.
    Html,
    /// For Word and other text programs.
    Docx,
    /// Pages, for reading and printing.
    Pdf,
    /// One row a note.
    Csv,
    /// As `notes list` prints it.
    Json,
    /// W3C Web Annotation.
    JsonLd,
    /// The references alone, in BibTeX.
    Bibtex,
    /// The references alone, in RIS.
    Ris,
    /// The references alone, in CSL-JSON.
    CslJson,
}

/// How notes are written.
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// As which file.
    pub format: NotesFormat,
    /// How references are printed.
    pub style: Style,
    /// How notes are grouped, in documents.
    pub by: Grouping,
    /// A person's own template in the place of the format's.
    pub template: Option<Template<'o>>,
    /// When, as `2026-11-23`.
    pub day: &'o str,
}

impl NotesFormat {
    /// All of them, as they are offered.
    pub const ALL: [NotesFormat; 10] = [
        NotesFormat::Docx,
        NotesFormat::Pdf,
        NotesFormat::Html,
        NotesFormat::Markdown,
        NotesFormat::Csv,
        NotesFormat::Json,
        NotesFormat::JsonLd,
        NotesFormat::Bibtex,
        NotesFormat::Ris,
        NotesFormat::CslJson,
    ];

    /// The format that a file's name asks for by its ending.
    #[must_use]
    pub fn of_name(name: &str) -> Option<NotesFormat> {
        let name = name.to_lowercase();
        let mut formats = NotesFormat::ALL.to_vec();
        // The longest ending first: .csl.json before .json.
        formats.sort_by_key(|format| std::cmp::Reverse(format.ending().len()));
        formats.into_iter().find(|format| name.ends_with(&format!(".{}", format.ending())))
    }

    /// The ending of its files' names, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            NotesFormat::Markdown => "md",
            NotesFormat::Html => "html",
            NotesFormat::Docx => "docx",
            NotesFormat::Pdf => "pdf",
            NotesFormat::Csv => "csv",
            NotesFormat::Json => "json",
            NotesFormat::JsonLd => "jsonld",
            NotesFormat::Bibtex => "bib",
            NotesFormat::Ris => "ris",
            NotesFormat::CslJson => "csl.json",
        }
    }

    /// Whether it is text that another program can take from the clipboard.
    #[must_use]
    pub fn is_text(self) -> bool {
        !matches!(self, NotesFormat::Docx | NotesFormat::Pdf)
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            NotesFormat::Markdown => "Markdown",
            NotesFormat::Html => "Web page",
            NotesFormat::Docx => "Word document",
            NotesFormat::Pdf => "PDF",
            NotesFormat::Csv => "Table (CSV)",
            NotesFormat::Json => "JSON",
            NotesFormat::JsonLd => "Web annotations (JSON-LD)",
            NotesFormat::Bibtex => "References (BibTeX)",
            NotesFormat::Ris => "References (RIS)",
            NotesFormat::CslJson => "References (CSL-JSON)",
        }
    }
}

/// How notes are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    /// By briefing, in the order they come.
    #[default]
    Briefing,
    /// By tag; a note with several stands under each.
    Tag,
    /// By the call that they are on, or that rests on their figure.
    Call,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Grouping; 3] = [Grouping::Briefing, Grouping::Tag, Grouping::Call];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Grouping::Briefing => "briefing",
            Grouping::Tag => "tag",
            Grouping::Call => "call",
        }
    }
}

/// A template as a person names it, with its text.
#[derive(Clone, Copy, Debug)]
pub struct Template<'t> {
    /// Its file's name: one that ends in .html has what is put in made safe for HTML.
    pub name: &'t str,
    /// In the language of Jinja.
    pub text: &'t str,
}
