//! A chart as text for other programs: its figures with tabs between the cells, and what they
//! rest on.

use super::model::QuestionChart;
use super::table::{COLUMNS, rows};

impl QuestionChart<'_> {
    /// Title, base, a line an answer (label, as printed, at least, at most), what is not stated,
    /// where it comes from.
    #[must_use]
    pub fn as_text(&self) -> String {
        let mut lines = vec![self.question.title.clone(), self.base_line(), COLUMNS.join("\t")];
        lines.extend(rows(self).iter().map(|cells| cells.join("\t")));
        lines.push(self.source_line());
        if !self.source.is_empty() {
            lines.push(format!("Source: {}", self.source));
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}
