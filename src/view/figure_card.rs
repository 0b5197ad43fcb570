//! A card in the margin: one figure as printed, with what is known of it.

use egui::{Frame, Margin, Stroke, Ui, Vec2};

use super::disclosure_card::{self, Row};
use crate::bundle::{Bundle, Found};
use crate::poll::{Disclosed, SampleSize, Wording};
use crate::ui::widgets;
use crate::ui::{Theme, type_scale};

/// Draws the card of a figure, if the briefing has it.
pub fn show(ui: &mut Ui, theme: &Theme, bundle: &Bundle, reference: &str) {
    let Some(found) = bundle.find(reference) else { return };
    let Some((printed, facts)) = facts(bundle, &found) else { return };
    let frame = Frame::new()
        .fill(theme.side)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(8.0)
        .inner_margin(Margin::symmetric(15, 13));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.set_width(ui.available_width());
        widgets::text(ui, &format!("“{printed}”"), type_scale::LABEL_STRONG, theme.ink);
        ui.add_space(5.0);
        disclosure_card::rows(ui, theme, &facts, 78.0);
    });
}

/// What the source printed, and the rows of the card.
fn facts(bundle: &Bundle, found: &Found<'_>) -> Option<(String, Vec<Row>)> {
    match found {
        Found::Answer { poll, question, answer } => {
            let wording = match &question.wording {
                Wording::Exact(words) => Some(format!("“{words}”")),
                Wording::Paraphrase(_) => Some(format!("{} (paraphrased; wording not stated)", question.title)),
                Wording::NotStated => None,
            };
            let rows = vec![
                ("Answer".to_owned(), Some(answer.label.clone())),
                ("Question".to_owned(), wording),
                ("Pollster".to_owned(), pollster(poll)),
                ("Fieldwork".to_owned(), poll.fieldwork_words()),
                ("Sample".to_owned(), stated(poll.population.as_ref())),
                ("Asked".to_owned(), poll.sample_size.and_then(SampleSize::words)),
                ("Base".to_owned(), question.base.words()),
                ("Means".to_owned(), Some(answer.value.meaning())),
            ];
            Some((answer.printed.clone(), rows))
        }
        Found::Figure(figure) => {
            let source = bundle.source(&figure.source).map(|source| source.title.clone());
            let rows = vec![
                ("What".to_owned(), Some(figure.what.clone())),
                ("Source".to_owned(), source),
            ];
            Some((figure.printed.clone(), rows))
        }
        Found::Poll(_) | Found::Question { .. } => None,
    }
}

fn pollster(poll: &crate::poll::Poll) -> Option<String> {
    match (stated(poll.pollster.as_ref()), stated(poll.commissioned_by.as_ref())) {
        (Some(pollster), Some(client)) => Some(format!("{pollster}, for {client}")),
        (Some(pollster), None) => Some(pollster),
        (None, Some(client)) => Some(format!("not stated; for {client}")),
        (None, None) => None,
    }
}

fn stated(field: Option<&Disclosed<String>>) -> Option<String> {
    field.and_then(Disclosed::stated).cloned()
}
