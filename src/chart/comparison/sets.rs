//! Whole answer sets one under another: a bar of 100% for each question, or bars that part at the
//! middle where people take sides.

use egui::{Id, Ui, vec2};

use super::ComparisonChart;
use crate::chart::bar_rows::widest_label;
use crate::chart::model::Sides;
use crate::chart::rows::Touched;
use crate::chart::show::line;
use crate::chart::text::DOT;
use crate::chart::{Kind, Look, QuestionChart, bars, source, stacked};
use crate::poll::comparison::Item;
use crate::poll::{Answer, AnswerKind, Question};
use crate::text::compared;

/// Between two questions, in points at the usual size.
const BETWEEN: f32 = 22.0;

/// The charts of the questions that the figures are of, each with the first of these.
pub fn charts<'a>(chart: &ComparisonChart<'a>) -> Vec<(Item<'a>, QuestionChart<'a>)> {
    let mut charts: Vec<(Item<'_>, QuestionChart<'_>)> = Vec::new();
    for figure in &chart.figures {
        let Item { poll, question, .. } = figure.item;
        if !charts.iter().any(|(_, known)| std::ptr::eq(known.question, question)) {
            charts.push((figure.item, QuestionChart::new(poll, question, figure.source, "")));
        }
    }
    charts
}

/// The questions with their answers in one order: where a later one gives the same positions as an earlier
/// one in another order, it takes that of the earlier, so that a tone and a side mean one answer.
pub fn aligned(charts: &[(Item<'_>, QuestionChart<'_>)]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for (_, chart) in charts {
        let mut question = chart.question.clone();
        let model = questions.iter().find(|known| labels(known).len() > 1 && is_alike(known, &question));
        if let Some(order) = model.map(labels) {
            let places: Vec<usize> =
                (0..question.answers.len()).filter(|place| takes_part(&question.answers[*place])).collect();
            let mut answers: Vec<Answer> =
                places.iter().map(|place| question.answers[*place].clone()).collect();
            let at = |answer: &Answer| order.iter().position(|label| *label == compared(&answer.label));
            answers.sort_by_key(at);
            for (place, answer) in places.into_iter().zip(answers) {
                question.answers[place] = answer;
            }
        }
        questions.push(question);
    }
    questions
}

/// Whether some question has its answers in another order than its source.
pub fn is_reordered(chart: &ComparisonChart<'_>) -> bool {
    let charts = charts(chart);
    aligned(&charts)
        .iter()
        .zip(&charts)
        .any(|(question, (_, chart))| question.answers != chart.question.answers)
}

/// Whether both have the same positions, in whatever order.
fn is_alike(a: &Question, b: &Question) -> bool {
    let sorted = |question| {
        let mut labels = labels(question);
        labels.sort();
        labels
    };
    sorted(a) == sorted(b)
}

fn labels(question: &Question) -> Vec<String> {
    let taking = question.answers.iter().filter(|answer| takes_part(answer));
    taking.map(|answer| compared(&answer.label)).collect()
}

/// Whether an answer has a place among the positions.
fn takes_part(answer: &Answer) -> bool {
    matches!(answer.kind, AnswerKind::Position | AnswerKind::Neutral)
}

/// Draws each question's answers, with the figure `lit` (a reference) lit up. A question that cannot
/// be drawn so has bars.
pub fn show(
    ui: &mut Ui,
    chart: &ComparisonChart<'_>,
    look: &Look,
    (id, kind): (Id, Kind),
    lit: Option<&str>,
) -> Touched {
    let charts = charts(chart);
    let questions = aligned(&charts);
    let charts: Vec<_> = charts
        .into_iter()
        .zip(&questions)
        .map(|((figure, chart), question)| (figure, QuestionChart { question, ..chart }))
        .collect();
    // One scale for all.
    let reach = charts.iter().filter_map(|(_, chart)| chart.sides()).map(Sides::reach).reduce(f64::max);
    // And one column of labels, so that bars begin at one place.
    let labels = charts
        .iter()
        .filter(|(_, chart)| !is_a_bar(kind, chart))
        .map(|(_, chart)| widest_label(ui, look, chart))
        .fold(0.0, f32::max);
    let mut touched = Touched::default();
    for (index, (figure, question)) in charts.iter().enumerate() {
        if index > 0 {
            ui.add_space(BETWEEN * look.scale());
        }
        let title = format!("{}\u{2002}{}", index + 1, question.question.title);
        line(ui, look, &title, &look.value, look.ink);
        let edition = figure.edition_words().unwrap_or_default();
        let under = [question.source_line(), question.base_line(), edition];
        let under: Vec<String> = under.into_iter().filter(|part| !part.is_empty()).collect();
        let under = source::words(ui, question, look, &under.join(DOT), ui.available_width());
        let (_, place) = ui.allocate_space(vec2(ui.available_width(), under.size().y));
        ui.painter().galley(place.min, under, look.quiet);
        ui.add_space(6.0);
        let reference = figure.reference();
        let prefix = reference.strip_suffix(&figure.answer.id).unwrap_or(&reference);
        let lit = lit.and_then(|lit| lit.strip_prefix(prefix));
        let id = id.with(("set", index));
        let on = match kind {
            Kind::Diverging if is_a_bar(kind, question) => {
                stacked::show_parted(ui, question, look, id, lit, reach)
            }
            Kind::Stacked if is_a_bar(kind, question) => stacked::show(ui, question, look, id, lit),
            _ => bars::show_beside(ui, question, look, id, lit, labels),
        };
        let whole = |answer: String| format!("{prefix}{answer}");
        touched.hovered = on.hovered.map(whole).or(touched.hovered);
        touched.clicked = on.clicked.map(|answer| format!("{prefix}{answer}")).or(touched.clicked);
    }
    touched
}

/// Whether a question's whole answer set is one bar, and not a bar for each answer.
fn is_a_bar(kind: Kind, chart: &QuestionChart<'_>) -> bool {
    match kind {
        Kind::Stacked => chart.can_stack(),
        Kind::Diverging => chart.sides().is_some(),
        Kind::Bars => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::comparison::ComparisonKind;
    use crate::poll::comparison::{Order, Settings};
    use crate::poll::{Poll, Reported};

    fn asked(answers: &[(&str, f64, AnswerKind)]) -> Question {
        let answer = |(label, share, kind): &(&str, f64, AnswerKind)| Answer {
            id: label.to_lowercase(),
            label: (*label).to_owned(),
            value: Reported::Percent(*share),
            kind: kind.clone(),
            ..Answer::default()
        };
        Question { answers: answers.iter().map(answer).collect(), ..Question::default() }
    }

    fn in_order(questions: &[Question]) -> (Vec<Vec<String>>, String) {
        let polls: Vec<Poll> =
            (0..questions.len()).map(|id| Poll { id: id.to_string(), ..Poll::default() }).collect();
        let items: Vec<(Item<'_>, &str)> = polls
            .iter()
            .zip(questions)
            .map(|(poll, question)| {
                let answer = &question.answers[0];
                (Item { briefing: "b", edition: None, poll, question, answer }, "")
            })
            .collect();
        let chart = ComparisonChart::new("", &items, Settings::default(), Order::Chosen, None);
        let labels =
            |question: &Question| question.answers.iter().map(|answer| answer.label.clone()).collect();
        let found = aligned(&charts(&chart)).iter().map(labels).collect();
        (found, chart.base_line(ComparisonKind::Diverging))
    }

    #[test]
    fn an_answer_has_one_tone_and_one_side_in_whatever_order_it_was_given() {
        use AnswerKind::{DontKnow, Position};
        let first = asked(&[("Yes", 50.0, Position), ("No", 40.0, Position), ("Don’t know", 10.0, DontKnow)]);
        let turned = asked(&[("Don’t know", 5.0, DontKnow), ("no", 35.0, Position), ("yes", 60.0, Position)]);
        let other = asked(&[("No", 30.0, Position), ("It depends", 20.0, Position), ("Yes", 50.0, Position)]);
        let (found, line) = in_order(&[first.clone(), turned, other]);
        assert_eq!(found[1], ["Don’t know", "yes", "no"], "those who do not know stay where they are");
        assert_eq!(found[2], ["No", "It depends", "Yes"], "other answers keep their order");
        assert_eq!(line, "Whole answer sets, values as printed; the same answers stand in the same order.");
        assert_eq!(in_order(&[first.clone(), first]).1, "Whole answer sets, values as printed.");
    }
}
