//! The Problems view: what is wrong with the briefing, where, and what would mend it.

use egui::{Rangef, Role, Sense, Ui, WidgetInfo, vec2};

use crate::bundle::Bundle;
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::ui::lines;
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::parts::scroll_page::ScrollPage;

/// Draws all problems, errors first.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    page: &mut ScrollPage,
    bundle: &Bundle,
    unchecked: Option<&str>,
    column: Rangef,
) {
    let problems = bundle.problems_known();
    let summary = so_far(bundle, unchecked);
    page.show(ui, theme, column, ("problems", "Problems", &summary), |ui, page| {
        for problem in problems.unwrap_or_default() {
            page.entry(ui);
            hairline(ui, theme);
            ui.add_space(14.0);
            show_problem(ui, theme, problem);
            ui.add_space(14.0);
        }
    });
}

/// What is known of the problems by now; `unchecked` is why the check failed, if it did.
pub fn so_far(bundle: &Bundle, unchecked: Option<&str>) -> String {
    match (bundle.problems_known(), unchecked) {
        (Some(problems), _) => summary(problems),
        (None, Some(why)) => format!("The program made a mistake while it checked the briefing: {why}."),
        (None, None) => BEING_CHECKED.to_owned(),
    }
}

/// A long article is shown before all of it is checked.
const BEING_CHECKED: &str = "The briefing is still being checked.";

/// "2 errors and 1 warning. The rest of the briefing is shown."
pub fn summary(problems: &[Diagnostic]) -> String {
    if problems.is_empty() {
        return "Nothing is wrong with this briefing.".to_owned();
    }
    let parts: Vec<String> =
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "remark")]
            .into_iter()
            .filter_map(|(severity, word)| {
                match problems.iter().filter(|problem| problem.severity == severity).count() {
                    0 => None,
                    1 => Some(format!("1 {word}")),
                    count => Some(format!("{count} {word}s")),
                }
            })
            .collect();
    format!("{}. What could be read is shown.", parts.join(", "))
}

fn show_problem(ui: &mut Ui, theme: &Theme, problem: &Diagnostic) {
    let place = problem.place.as_ref().map(|place| format!(", line {}, column {}", place.line, place.column));
    let file = if problem.file.is_empty() { String::new() } else { format!(" · {}", problem.file) };
    let whence = format!("{}{file}{} · {}", problem.severity, place.unwrap_or_default(), problem.code);
    let color = if problem.severity == Severity::Info { theme.quiet } else { theme.warning };
    widgets::text(ui, &whence, type_scale::SECONDARY, color);
    ui.add_space(3.0);
    widgets::heading(ui, &sentence(&problem.message), type_scale::CHART_TITLE, theme.ink, 2);
    if let Some(place) = &problem.place {
        source_line(ui, theme, place);
    }
    for hint in &problem.hints {
        ui.add_space(4.0);
        widgets::text(ui, &sentence(hint), type_scale::SMALL, theme.ink);
    }
}

/// A message of the command line as a sentence of the page: a capital, a full stop, and code in
/// quotation marks.
fn sentence(message: &str) -> String {
    let mut text = String::with_capacity(message.len() + 8);
    let mut in_code = false;
    for (index, sign) in message.chars().enumerate() {
        match sign {
            '`' => {
                text.push(if in_code { '’' } else { '‘' });
                in_code = !in_code;
            }
            _ if index == 0 => text.extend(sign.to_uppercase()),
            _ => text.push(sign),
        }
    }
    if !text.ends_with(['.', '?', '!']) {
        text.push('.');
    }
    text
}

/// The line as it stands in the file, with the fault underlined.
fn source_line(ui: &mut Ui, theme: &Theme, place: &Place) {
    let (before, rest) = place.source_line.split_at(place.marked.start);
    let (marked, following) = rest.split_at(place.marked.len());
    let plain = type_scale::CODE.format(theme.ink);
    let underlined = egui::TextFormat { underline: egui::Stroke::new(2.0, theme.warning), ..plain.clone() };
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = ui.available_width() - 24.0;
    job.wrap.break_anywhere = true;
    job.append(before.trim_start(), 0.0, plain.clone());
    job.append(marked, 0.0, underlined);
    job.append(following, 0.0, plain);
    let galley = lines::laid(ui, job);
    ui.add_space(6.0);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 14.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, place.source_line.trim()));
    ui.painter().rect_filled(rect, 4.0, theme.side);
    ui.painter().galley(rect.min + vec2(12.0, 7.0), galley, theme.ink);
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn messages_become_sentences() {
        assert_eq!(sentence("put `)` before `Answer` on line 43"), "Put ‘)’ before ‘Answer’ on line 43.");
        assert_eq!(sentence("is it `x`?"), "Is it ‘x’?");
    }
}
