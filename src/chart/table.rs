//! The table twin: every chart as words and numbers.

use egui::{Align, Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Look;
use super::model::QuestionChart;
use super::rows::band;
use super::text::{limits, share, value_words};
use crate::ui::unseen::Teller;

/// Above and under the words of a cell, in points.
const PADDING: f32 = 6.0;
/// What the columns hold.
pub const COLUMNS: [&str; 4] = ["Answer", "As printed", "At least", "At most"];
/// The columns' shares of the width, and how their words are set: numbers stand to the right.
const SET: [(f32, Align); 4] =
    [(0.38, Align::LEFT), (0.26, Align::LEFT), (0.18, Align::RIGHT), (0.18, Align::RIGHT)];

/// Draws answers with their values as printed and the bounds that the words allow; `lit` is an answer
/// to light up, by id. Returns the id of the answer that is pointed at.
pub fn show(
    ui: &mut Ui,
    chart: &QuestionChart<'_>,
    look: &Look,
    id: Id,
    lit: Option<&str>,
) -> Option<String> {
    let rows: Vec<Vec<String>> = rows(chart).into_iter().map(Vec::from).collect();
    let answers = &chart.question.answers;
    let lit = lit.and_then(|lit| answers.iter().position(|answer| answer.id == lit));
    let pointed_at = show_cells(ui, look, id, &chart.question.title, (&COLUMNS, &SET), &rows, lit)?;
    answers.get(pointed_at).map(|answer| answer.id.clone())
}

/// Draws a table twin: its columns with their shares of the width and how their words are set, then
/// its rows, one of which can be lit up. Returns the row that is pointed at.
pub fn show_cells(
    ui: &mut Ui,
    look: &Look,
    id: Id,
    title: &str,
    (columns, set): (&[&str], &[(f32, Align)]),
    rows: &[Vec<String>],
    lit: Option<usize>,
) -> Option<usize> {
    let mut pointed_at = None;
    let title = name(title);
    let builder = UiBuilder::new().scope_id(id).accessibility_role(Role::Table).accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        let head = head(columns);
        let longest = longest_words(ui, look, std::iter::once(&head).chain(rows), set.len());
        let shares: Vec<f32> = set.iter().map(|(share, _)| share * ui.available_width()).collect();
        let widths = with_room_for(&shares, &longest);
        let set: Vec<(f32, Align)> =
            widths.into_iter().zip(set).map(|(width, (_, align))| (width, *align)).collect();
        for (index, cells) in std::iter::once(&head).chain(rows).enumerate() {
            if index > 0 {
                let line = ui.painter().round_to_pixel_center(ui.cursor().top());
                ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, look.line));
            }
            if row(ui, look, index, cells, &set, lit.is_some_and(|lit| lit + 1 == index)) {
                pointed_at = index.checked_sub(1);
            }
        }
    });
    pointed_at
}

/// The most of the room that a word keeps to itself.
const WORD: f32 = 0.3;
/// Between the words of two columns.
const BETWEEN: f32 = 12.0;

/// As much as the longest word or number of each column takes.
fn longest_words<'r>(
    ui: &Ui,
    look: &Look,
    rows: impl Iterator<Item = &'r Vec<String>>,
    columns: usize,
) -> Vec<f32> {
    let (mut longest, room) = (vec![0.0_f32; columns], ui.available_width());
    for (index, cells) in rows.enumerate() {
        let font = if index == 0 { &look.secondary } else { &look.label };
        for (column, cell) in longest.iter_mut().zip(cells) {
            let words = cell.split(' ');
            let Some(word) = words.max_by_key(|word| word.chars().count()) else { continue };
            let width = look.text(ui, word, font, look.ink, f32::INFINITY).size().x;
            // A very long word, which no number is, gives way.
            let most = if word.contains(char::is_alphabetic) { WORD * room } else { room };
            *column = column.max((width + BETWEEN + 1.0).min(most));
        }
    }
    longest
}

/// The columns' shares of the room, where that leaves each its longest word; else those have what they need and
/// the others share the rest. Where all of it is too little, each has its part.
fn with_room_for(shares: &[f32], longest: &[f32]) -> Vec<f32> {
    let (room, needed): (f32, f32) = (shares.iter().sum(), longest.iter().sum());
    if needed > room {
        return longest.iter().map(|width| width * room / needed).collect();
    }
    let mut needy = vec![false; shares.len()];
    for _ in 0..shares.len() {
        let sum = |of: &[f32], needy: &[bool], wanted: bool| -> f32 {
            of.iter().zip(needy).filter(|(_, needy)| **needy == wanted).map(|(width, _)| width).sum()
        };
        let (taken, others) = (sum(longest, &needy, true), sum(shares, &needy, false));
        let part = if others > 0.0 { (room - taken).max(0.0) / others } else { 0.0 };
        let widths: Vec<f32> = (0..shares.len())
            .map(|column| if needy[column] { longest[column] } else { shares[column] * part })
            .collect();
        let more: Vec<usize> = (0..shares.len())
            .filter(|column| !needy[*column] && widths[*column] < longest[*column])
            .collect();
        if more.is_empty() {
            return widths;
        }
        for column in more {
            needy[column] = true;
        }
    }
    longest.to_vec()
}

/// What a table twin is called.
fn name(title: &str) -> String {
    format!("{title} (table)")
}

fn head(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|name| (*name).to_owned()).collect()
}

/// Tells a screen reader of a table twin that is not drawn.
pub fn tell(teller: &mut Teller<'_>, chart: &QuestionChart<'_>, id: Id) {
    let rows = rows(chart).into_iter().map(Vec::from);
    teller.part(id, Role::Table, &name(&chart.question.title), |teller| {
        for (index, cells) in std::iter::once(head(&COLUMNS)).chain(rows).enumerate() {
            let id = row_id(id, index);
            teller.part(id, Role::Row, &cells.join(", "), |teller| {
                for (column, words) in cells.iter().enumerate() {
                    teller.say(id.with(column), role(index == 0, column), words);
                }
            });
        }
    });
}

fn row_id(table: Id, index: usize) -> Id {
    table.with(("row", index))
}

fn role(header: bool, column: usize) -> Role {
    match (header, column) {
        (true, _) => Role::ColumnHeader,
        (_, 0) => Role::RowHeader,
        _ => Role::Cell,
    }
}

/// A row for each answer, and one for what is not reported.
#[must_use]
pub fn rows(chart: &QuestionChart<'_>) -> Vec<[String; 4]> {
    let mut rows: Vec<[String; 4]> = chart
        .question
        .answers
        .iter()
        .map(|answer| {
            let printed =
                if answer.printed.is_empty() { value_words(answer) } else { answer.printed.clone() };
            let (least, most) = limits(answer.value).unwrap_or_else(|| ("–".to_owned(), "–".to_owned()));
            [answer.label.clone(), printed, least, most]
        })
        .collect();
    if let Some(rest) = chart.remainder() {
        let [least, most] =
            [rest.low, rest.high].map(|bound| share(crate::poll::Bounds { low: bound, high: bound }));
        rows.push(["Not reported".to_owned(), "–".to_owned(), least, most]);
    }
    rows
}

/// Whether it is pointed at.
fn row(ui: &mut Ui, look: &Look, index: usize, cells: &[String], set: &[(f32, Align)], is_lit: bool) -> bool {
    let header = index == 0;
    let (font, color) = if header { (&look.secondary, look.quiet) } else { (&look.label, look.ink) };
    let width = ui.available_width();
    let laid_out: Vec<_> = cells
        .iter()
        .zip(set)
        .map(|(words, (width, align))| {
            look.aligned(ui, &[(words.as_str(), font, color)], width - BETWEEN, *align)
        })
        .collect();
    let height = laid_out.iter().map(|cell| cell.size().y).fold(0.0, f32::max) + 2.0 * PADDING;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    if is_lit {
        ui.painter().add(band(rect, look.lit()));
    }
    let id = row_id(ui.scope_id(), index);
    let builder = UiBuilder::new()
        .max_rect(rect)
        .scope_id(id)
        .accessibility_role(Role::Row)
        .accessibility_label(cells.join(", "))
        .layout(*ui.layout());
    let ui = ui.new_child(builder);
    let mut left = rect.left();
    for (column, (galley, (width, align))) in laid_out.into_iter().zip(set).enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, height));
        let role = role(header, column);
        let response = ui.interact(place, id.with(column), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, &cells[column]));
        let x = if *align == Align::RIGHT { place.right() } else { place.left() };
        ui.painter().galley(pos2(x, rect.top() + PADDING), galley, color);
        left = place.right();
    }
    ui.rect_contains_pointer(rect)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::{Answer, Poll, Question, Reported};

    #[test]
    fn a_column_with_a_long_number_takes_room_from_the_others_and_no_more_than_it_needs() {
        let rounded = |shares: &[f32], longest: &[f32]| -> Vec<i32> {
            with_room_for(shares, longest).iter().map(|width| width.round() as i32).collect()
        };
        assert_eq!(rounded(&[40.0, 30.0, 30.0], &[20.0, 20.0, 20.0]), [40, 30, 30]);
        assert_eq!(rounded(&[40.0, 30.0, 30.0], &[10.0, 50.0, 10.0]), [29, 50, 21]);
        assert_eq!(rounded(&[40.0, 30.0, 30.0], &[38.0, 50.0, 5.0]), [38, 50, 12]);
        assert_eq!(
            rounded(&[50.0, 50.0], &[80.0, 120.0]),
            [40, 60],
            "where all need more, each has its part"
        );
    }

    #[test]
    fn every_answer_and_the_rest_has_a_row() {
        let answer = |label: &str, value, printed: &str| Answer {
            label: label.to_owned(),
            value,
            printed: printed.to_owned(),
            ..Answer::default()
        };
        let question = Question {
            answers: vec![
                answer("For", Reported::About(30.0), "three in ten"),
                answer("Against", Reported::Percent(40.0), "just 40%"),
                answer("Neither", Reported::NotReported, ""),
            ],
            ..Question::default()
        };
        let poll = Poll::default();
        assert_eq!(
            rows(&QuestionChart::new(&poll, &question, "", "")),
            [
                ["For", "three in ten", "27%", "33%"],
                ["Against", "just 40%", "40%", "40%"],
                ["Neither", "not reported", "–", "–"],
                ["Not reported", "–", "27%", "33%"],
            ]
        );
    }
}
