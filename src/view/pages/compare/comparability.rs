//! Can these be compared? Each thing that should be the same, whether it is, and the texts where it
//! is not, with the words marked that differ.

use egui::text::LayoutJob;
use egui::{Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use similar::{ChangeTag, TextDiff};

use crate::poll::comparison::{Aspect, Comparison, Item, Status};
use crate::ui::lines;
use crate::ui::widgets::{self, galley, hairline};
use crate::ui::{Theme, type_scale};

/// The columns of names and of statuses, in points.
const NAMES: f32 = 98.0;
const STATUSES: f32 = 80.0;

/// Draws the list.
pub fn show(ui: &mut Ui, theme: &Theme, items: &[Item<'_>], comparison: &Comparison) {
    if comparison.comparability.is_empty() {
        return;
    }
    widgets::heading(ui, "Can these be compared?", type_scale::CHART_TITLE, theme.ink, 2);
    ui.add_space(6.0);
    for aspect in &comparison.comparability {
        hairline(ui, theme);
        row(ui, theme, items.len(), aspect);
    }
}

fn row(ui: &mut Ui, theme: &Theme, count: usize, aspect: &Aspect) {
    let top = ui.cursor().min;
    let width = ui.available_width();
    let mut capital = aspect.name.chars();
    let name: String =
        capital.next().map(|first| first.to_uppercase().chain(capital).collect()).unwrap_or_default();
    let name_words = galley(ui, &name, type_scale::SECONDARY, theme.quiet, NAMES - 8.0);
    let (set, color) = match aspect.status {
        Status::Same => (type_scale::SECONDARY, theme.quiet),
        Status::Unknown => (type_scale::SECONDARY, theme.ink),
        Status::Different => {
            (type_scale::SECONDARY.with_face(crate::ui::fonts::Face::SansSemibold), theme.warning)
        }
    };
    let status = galley(ui, aspect.status.word(), set, color, STATUSES);
    let texts = texts(aspect, count);
    let left = NAMES + STATUSES;
    let mut job = LayoutJob::default();
    job.wrap.max_width = (width - left).max(80.0);
    lay_out(&mut job, theme, &texts, aspect.status);
    let spoken = format!("{name}: {}. {}", aspect.status.word(), job.text.replace('\n', "; "));
    let values = lines::laid(ui, job);
    let height = values.size().y.max(name_words.size().y) + 12.0;
    let (_, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let y = top.y + 6.0;
    ui.painter().galley(pos2(top.x, y), name_words, theme.quiet);
    ui.painter().galley(pos2(top.x + NAMES, y), status, color);
    ui.painter().galley(pos2(top.x + left, y), values, theme.ink);
}

/// A text with the figures that it is of.
struct Text {
    /// "1, 3  ", or nothing where it is of all.
    whose: String,
    words: Option<String>,
}

/// Each text once, with the numbers of its figures.
fn texts(aspect: &Aspect, count: usize) -> Vec<Text> {
    let mut found: Vec<(Option<&String>, Vec<usize>)> = Vec::new();
    for (index, value) in aspect.values.iter().enumerate() {
        match found.iter_mut().find(|(known, _)| *known == value.as_ref()) {
            Some((_, whose)) => whose.push(index + 1),
            None => found.push((value.as_ref(), vec![index + 1])),
        }
    }
    let one = |(words, whose): (Option<&String>, Vec<usize>)| {
        let numbers: Vec<String> = whose.iter().map(ToString::to_string).collect();
        let whose = if whose.len() == count { String::new() } else { numbers.join(", ") + "\u{2002}" };
        Text { whose, words: words.cloned() }
    };
    found.into_iter().map(one).collect()
}

/// The texts, a line each; where they differ, the words marked that the first does not have.
fn lay_out(job: &mut LayoutJob, theme: &Theme, texts: &[Text], status: Status) {
    let (marked, same) = (status == Status::Different, status == Status::Same);
    let plain = type_scale::SECONDARY.format(theme.ink);
    let quiet = type_scale::SECONDARY.format(theme.quiet);
    let missing = type_scale::SECONDARY.format(theme.warning);
    let mut differs = plain.clone();
    differs.underline = Stroke::new(1.0, theme.warning);
    let first = texts.iter().find_map(|text| text.words.as_deref()).unwrap_or_default();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            job.append("\n", 0.0, plain.clone());
        }
        job.append(&text.whose, 0.0, quiet.clone());
        match &text.words {
            None => {
                job.append("not stated", 0.0, missing.clone());
                if same {
                    job.append(", but one survey", 0.0, quiet.clone());
                }
            }
            Some(words) if !marked || words == first => job.append(words, 0.0, plain.clone()),
            Some(words) => {
                for (part, new) in parts(first, words) {
                    job.append(&part, 0.0, if new { differs.clone() } else { plain.clone() });
                }
            }
        }
    }
}

/// The later text in pieces, each with whether the first does not have it.
fn parts(first: &str, later: &str) -> Vec<(String, bool)> {
    let diff = TextDiff::from_words(first, later);
    let mut parts: Vec<(String, bool)> = Vec::new();
    for change in diff.iter_all_changes() {
        let new = match change.tag() {
            ChangeTag::Equal => false,
            ChangeTag::Insert => !change.value().trim().is_empty(),
            ChangeTag::Delete => continue,
        };
        match parts.as_mut_slice() {
            [.., (words, same)] if *same == new => words.push_str(change.value()),
            // What stands between two words that are marked is marked too.
            [.., (words, true), (between, false)] if new && between.trim().is_empty() => {
                words.push_str(between);
                words.push_str(change.value());
                parts.pop();
            }
            _ => parts.push((change.value().to_owned(), new)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_are_marked_and_no_others() {
        let found = parts("Do you support it?", "Do you strongly support it?");
        let marked: Vec<&str> = found.iter().filter(|(_, new)| *new).map(|(words, _)| words.trim()).collect();
        assert_eq!(marked, ["strongly"]);
        assert_eq!(
            found.iter().map(|(words, _)| words.as_str()).collect::<String>(),
            "Do you strongly support it?"
        );
    }

    #[test]
    fn words_that_follow_one_another_are_marked_as_one() {
        let found = parts("Adults across the UK", "Adults aged 18 and over in 15 EU countries and the UK");
        let marked: Vec<&str> = found.iter().filter(|(_, new)| *new).map(|(words, _)| words.trim()).collect();
        assert_eq!(marked, ["aged 18 and over in 15 EU countries and"]);
        let all: String = found.into_iter().map(|(words, _)| words).collect();
        assert_eq!(all, "Adults aged 18 and over in 15 EU countries and the UK");
    }

    #[test]
    fn a_text_of_several_figures_stands_once() {
        let values = vec![Some("UK".to_owned()), None, Some("UK".to_owned())];
        let aspect = Aspect { name: "population", status: Status::Unknown, values };
        let found: Vec<(String, Option<String>)> =
            texts(&aspect, 3).into_iter().map(|text| (text.whose, text.words)).collect();
        assert_eq!(
            found,
            [("1, 3\u{2002}".to_owned(), Some("UK".to_owned())), ("2\u{2002}".to_owned(), None)]
        );
    }
}
