//! Faults as text: the line at fault with a caret under it, as a compiler shows them.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use unicode_width::UnicodeWidthStr;

use super::{Diagnostic, Severity};

/// The faults one below the other, without colour.
#[must_use]
pub fn render(faults: &[Diagnostic]) -> String {
    render_with(&Renderer::plain(), faults)
}

/// As [`render`], with ANSI colours for a terminal.
#[must_use]
pub fn render_coloured(faults: &[Diagnostic]) -> String {
    render_with(&Renderer::styled(), faults)
}

/// As [`render`], in rows of at most so many columns.
#[must_use]
pub fn render_within(columns: usize, faults: &[Diagnostic]) -> String {
    let text = render_with(&Renderer::plain().term_width(columns), faults);
    let mut narrow = String::with_capacity(text.len());
    for line in text.lines() {
        narrowed(&mut narrow, line, columns);
        narrow.push('\n');
    }
    narrow
}

/// A row that is too long goes on under its own words.
fn narrowed(out: &mut String, line: &str, columns: usize) {
    if line.width() <= columns {
        return out.push_str(line);
    }
    let behind = |mark: &str| Some(line.find(mark)? + mark.len());
    let words = behind("= help: ").or_else(|| behind("--> ")).filter(|words| *words < columns / 2);
    let under = " ".repeat(words.unwrap_or(2));
    out.push_str(&textwrap::fill(line, textwrap::Options::new(columns).subsequent_indent(&under)));
}

fn render_with(renderer: &Renderer, faults: &[Diagnostic]) -> String {
    let renderer = renderer.clone().decor_style(DecorStyle::Ascii);
    let each: Vec<String> = faults.iter().map(|fault| render_one(&renderer, fault)).collect();
    each.join("\n")
}

fn render_one(renderer: &Renderer, fault: &Diagnostic) -> String {
    let text = renderer.render(&[group(fault)]) + "\n";
    let Some(place) = &fault.place else { return text };
    // The renderer counts columns in the line it is given, which may be a part of the true one.
    let shown_column = place.source_line[..place.marked.start].chars().count() + 1;
    let position = |column: usize| format!("{}:{}:{column}", fault.file, place.line);
    text.replacen(&position(shown_column), &position(place.column), 1)
}

fn group(fault: &Diagnostic) -> Group<'_> {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(normalize_untrusted_str(&fault.message)).id(fault.code);
    let hints = fault.hints.iter().map(|hint| Level::HELP.message(normalize_untrusted_str(hint)));
    let Some(place) = &fault.place else {
        let origin = (!fault.file.is_empty()).then(|| Origin::path(&fault.file));
        return Group::with_title(title).elements(origin).elements(hints);
    };
    let mark = AnnotationKind::Primary.span(place.marked.clone());
    let snippet =
        Snippet::source(&place.source_line).path(&fault.file).line_start(place.line).annotation(mark);
    title.element(snippet).elements(hints)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault() -> Diagnostic {
        let text = "a: 1\n\tb: 12,\n";
        let start = text.find("12").unwrap();
        Diagnostic::new("number", Severity::Error, "not a number")
            .at("x.ron", text, start..start + 2)
            .hint("write 1")
    }

    #[test]
    fn a_fault_shows_its_line_with_a_caret_and_a_hint() {
        insta::assert_snapshot!(render(&[fault()]), @r"
        error[number]: not a number
         --> x.ron:2:5
          |
        2 |  b: 12,
          |     ^^
          |
          = help: write 1
        ");
    }

    #[test]
    fn in_a_narrow_terminal_every_row_keeps_to_it() {
        let line = format!("{}fault and {}", "日本 words before it ".repeat(9), "words behind ".repeat(9));
        let at = line.find("fault").unwrap();
        let fault =
            Diagnostic::new("a-long-code", Severity::Error, "a long message that says what is wrong here")
                .at("a-folder/of/a-briefing/article.md", &line, at..at + 5)
                .hint("write it otherwise, which takes some more words than one row of the terminal has");
        for columns in [40, 60] {
            let text = render_within(columns, &[fault.clone(), fault.clone()]);
            assert!(text.lines().all(|line| line.width() <= columns), "{text}");
            assert!(text.contains('^') && text.contains("terminal has"), "{text}");
        }
    }

    #[test]
    fn a_fault_in_a_long_line_names_its_true_column() {
        let text = format!("{}fault", "é".repeat(300));
        let fault = Diagnostic::new("x", Severity::Warning, "wrong").at("x.md", &text, 600..605);
        assert!(render(&[fault]).contains("x.md:1:301"));
    }

    #[test]
    fn a_fault_without_a_place_names_its_file() {
        let fault = Diagnostic::new("x", Severity::Info, "lies about").in_file("media/a.png").hint("name it");
        insta::assert_snapshot!(render(&[fault]), @r"
        info[x]: lies about
        --> media/a.png
         = help: name it
        ");
    }

    #[test]
    fn what_a_bundle_says_cannot_steer_the_terminal() {
        let fault = Diagnostic::new("x", Severity::Error, "\u{1b}[2Jwrong").at("x.md", "\u{1b}[31mred", 0..3);
        assert!(!render(&[fault]).contains('\u{1b}'));
    }

    #[test]
    fn faults_stand_apart_and_colour_is_only_added_when_asked_for() {
        assert_eq!(render(&[fault(), fault()]).matches("error[number]").count(), 2);
        assert!(!render(&[fault()]).contains('\u{1b}'));
        assert!(render_coloured(&[fault()]).contains('\u{1b}'));
    }
}
