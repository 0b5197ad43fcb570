//! A table as a web page: one file, no script, nothing loaded from elsewhere.

use std::fmt::Write;

use egui::Color32;

use super::table::is_web_address;
use super::{Note, Table};
use crate::paint::svg::xml::escape;
use crate::ui::Theme;

/// Writes the page in a theme's colours.
pub fn write(table: &Table, language: &str, theme: &Theme) -> String {
    let mut out = "<!doctype html>\n<html".to_owned();
    if !language.is_empty() {
        let _ = write!(out, " lang=\"{}\"", escape(language));
    }
    out += ">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    let _ = writeln!(out, "<title>{}</title>", escape(&table.caption));
    let _ = write!(out, "<style>\n{}</style>\n</head>\n<body>\n<main>\n<table>\n", style(theme));
    let _ = write!(out, "<caption>{}", escape(&table.caption));
    if !table.base_line.is_empty() {
        let _ = write!(out, "\n<span>{}</span>", escape(&table.base_line));
    }
    out += "</caption>\n<thead>\n<tr>";
    let words = table.columns.len().saturating_sub(table.numbers);
    for (column, name) in table.columns.iter().enumerate() {
        let class = if column < words { "" } else { " class=\"number\"" };
        let _ = write!(out, "<th scope=\"col\"{class}>{}</th>", escape(name));
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    for cells in &table.rows {
        out += "<tr>";
        for (column, cell) in cells.iter().enumerate() {
            let cell = escape(cell);
            let _ = match column {
                0 => write!(out, "<th scope=\"row\">{cell}</th>"),
                column if column < words => write!(out, "<td>{cell}</td>"),
                _ => write!(out, "<td class=\"number\">{cell}</td>"),
            };
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    for note in &table.notes {
        let _ = writeln!(out, "<p>{}</p>", noted(note));
    }
    out += "</main>\n</body>\n</html>\n";
    out
}

fn noted(note: &Note) -> String {
    let words = escape(&note.words);
    let Some(address) = &note.address else { return words };
    let shown = escape(address);
    if is_web_address(address) {
        format!("{words} <a href=\"{shown}\">{shown}</a>").trim().to_owned()
    } else {
        format!("{words} {shown}").trim().to_owned()
    }
}

fn style(theme: &Theme) -> String {
    let Theme { page, ink, quiet, line, accent, .. } = *theme;
    let [page, ink, quiet, line, accent] = [page, ink, quiet, line, accent].map(hex);
    format!(
        "body {{ margin: 2rem 1rem; background: {page}; color: {ink}; \
         font: 15px/1.45 Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif; }}\n\
         main {{ max-width: 44rem; margin: auto; }}\n\
         table {{ width: 100%; border-collapse: collapse; }}\n\
         caption {{ text-align: left; font-weight: 600; padding-bottom: .75rem; }}\n\
         caption span {{ display: block; margin-top: .25rem; font-weight: 400; font-size: .85em; color: {quiet}; }}\n\
         th, td {{ padding: .4rem 1rem .4rem 0; border-top: 1px solid {line}; text-align: left; \
         vertical-align: top; font-weight: 400; }}\n\
         thead th {{ border-top: 0; font-size: .85em; color: {quiet}; }}\n\
         .number {{ padding-right: 0; padding-left: 1rem; text-align: right; white-space: nowrap; \
         font-variant-numeric: tabular-nums; }}\n\
         tbody {{ border-bottom: 1px solid {line}; }}\n\
         p {{ margin: .5rem 0 0; font-size: .85em; color: {quiet}; overflow-wrap: anywhere; }}\n\
         a {{ color: {accent}; }}\n"
    )
}

fn hex(color: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
}
