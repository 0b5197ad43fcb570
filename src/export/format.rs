//! What a chart can be written as.

use std::path::Path;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A drawing in vectors whose text is text.
    Svg,
    /// A picture.
    Png,
    /// A page of the drawing's size.
    Pdf,
    /// One row for each figure.
    Csv,
    /// A table for documents and wikis.
    Markdown,
    /// A table as a web page.
    Html,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Format; 6] =
        [Format::Svg, Format::Png, Format::Pdf, Format::Csv, Format::Markdown, Format::Html];

    /// The ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Markdown => "md",
            Format::Html => "html",
        }
    }

    /// A few words for menus.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Svg => "SVG drawing",
            Format::Png => "PNG picture",
            Format::Pdf => "PDF page",
            Format::Csv => "CSV data",
            Format::Markdown => "Markdown table",
            Format::Html => "HTML table",
        }
    }

    /// The format that a file's name asks for.
    #[must_use]
    pub fn of(path: &Path) -> Option<Format> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let ending = match ending.as_str() {
            "htm" => "html",
            "markdown" => "md",
            other => other,
        };
        Format::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Whether its files are text.
    #[must_use]
    pub fn is_text(self) -> bool {
        !matches!(self, Format::Png | Format::Pdf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_asks_for_a_format_by_its_ending() {
        for format in Format::ALL {
            let path = format!("a.b/chart.{}", format.ending().to_uppercase());
            assert_eq!(Format::of(Path::new(&path)), Some(format));
        }
        assert_eq!(Format::of(Path::new("chart.htm")), Some(Format::Html));
        assert_eq!(Format::of(Path::new("chart.docx")), None);
        assert_eq!(Format::of(Path::new("svg")), None);
    }
}
