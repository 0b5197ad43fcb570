//! A card in the margin: the figures of one question as printed, with what is known of them.

use egui::{Frame, Margin, Stroke, Ui, Vec2};

use super::disclosure_list::{self, Row};
use super::evidence;
use crate::bundle::{Bundle, Found};
use crate::poll::{Answer, Disclosed, Poll, Question, Reported, Wording};
use crate::ui::widgets;
use crate::ui::{Theme, type_scale};

/// The figures of one card: of one question, or one other figure.
pub type Group = Vec<String>;

/// Puts figures of one question together, in the order they come.
pub fn grouped(figures: Vec<String>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for figure in figures {
        let question = |reference: &str| reference.rsplit_once('/').map(|(question, _)| question.to_owned());
        let own = question(&figure);
        match groups.iter_mut().find(|group| own.is_some() && question(&group[0]) == own) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}

/// Draws the card of a group, with the figure `lit` in the accent; a call that was clicked among
/// those that use the figures, by index.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Bundle,
    group: &[String],
    lit: Option<&String>,
) -> Option<usize> {
    if !group.iter().any(|reference| bundle.find(reference).is_some()) {
        return None;
    }
    let frame = Frame::new()
        .fill(theme.side)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(8.0)
        .inner_margin(Margin::symmetric(15, 13));
    frame.show(ui, |ui| content(ui, theme, bundle, group, lit)).inner
}

/// The card without its frame.
pub fn content(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Bundle,
    group: &[String],
    lit: Option<&String>,
) -> Option<usize> {
    let found: Vec<(&String, Found<'_>)> =
        group.iter().filter_map(|reference| Some((reference, bundle.find(reference)?))).collect();
    let (first, figure) = found.first()?;
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    ui.set_width(ui.available_width());
    for (reference, figure) in &found {
        let color = if lit == Some(*reference) { theme.accent } else { theme.ink };
        title(ui, theme, figure, color);
    }
    ui.add_space(2.0);
    disclosure_list::rows(ui, theme, facts(bundle, figure), 78.0);
    // One question's figures: the calls that use any of them.
    let question =
        first.rsplit_once('/').filter(|_| found.len() > 1).map_or(first.as_str(), |(question, _)| question);
    let id = ui.next_auto_id().with("used by");
    evidence::used_by(ui, theme, id, bundle, question, 3.0)
}

/// “more than half”, and under it what it is of and what the words mean.
fn title(ui: &mut Ui, theme: &Theme, found: &Found<'_>, color: egui::Color32) {
    let (printed, of) = match found {
        Found::Answer { answer, .. } => (&answer.printed, meaning(answer)),
        Found::Figure(figure) => (&figure.printed, figure.what.clone()),
        Found::Poll(_) | Found::Question { .. } => return,
    };
    widgets::text(ui, &format!("“{printed}”"), type_scale::LABEL_STRONG, color);
    widgets::text(ui, &of, type_scale::SECONDARY, theme.quiet);
    ui.add_space(6.0);
}

fn meaning(answer: &Answer) -> String {
    match answer.value {
        Reported::Percent(_) => answer.label.clone(),
        value => format!("{}: {}", answer.label, value.meaning()),
    }
}

fn facts(bundle: &Bundle, found: &Found<'_>) -> Vec<Row> {
    match found {
        Found::Answer { poll, question, .. } => {
            let source = bundle.source_of(poll, question).map(|source| source.publisher.clone());
            vec![
                wording(question),
                Row::new("Pollster", stated(poll.pollster.as_ref())),
                Row::new("For", stated(poll.commissioned_by.as_ref())),
                Row::new("Fieldwork", poll.fieldwork_words()),
                sample(poll, question),
                Row::new("Base", question.base.words()),
                Row::new("Read in", source),
            ]
        }
        Found::Figure(figure) => {
            let source = bundle.source(&figure.source).map(|source| source.publisher.clone());
            vec![Row::new("Read in", source)]
        }
        Found::Poll(_) | Found::Question { .. } => vec![],
    }
}

fn wording(question: &Question) -> Row {
    match &question.wording {
        Wording::Exact(words) => Row::new("Question", Some(format!("“{words}”"))),
        Wording::Paraphrase(_) => Row::partly("Question", "paraphrased; wording ".to_owned(), "not stated"),
        Wording::NotStated => Row::partly("Question", "wording ".to_owned(), "not stated"),
    }
}

fn sample(poll: &Poll, question: &Question) -> Row {
    let population = stated(poll.population.as_ref());
    let people = poll.sample_of(question).words();
    match (population, people) {
        (Some(population), Some(people)) => {
            Row::new("Sample", Some(format!("{population}; n\u{a0}{people}")))
        }
        (Some(population), None) => Row::partly("Sample", format!("{population}; n\u{a0}"), "not stated"),
        (None, Some(people)) => Row::partly("Sample", format!("n {people}; population "), "not stated"),
        (None, None) => Row::new("Sample", None),
    }
}

fn stated(field: Option<&Disclosed<String>>) -> Option<String> {
    field.and_then(Disclosed::stated).cloned()
}
