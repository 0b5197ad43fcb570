//! The Polls view: each poll with what it discloses and all its questions.

use egui::{Rangef, Ui};

use super::disclosure_card::{self, Row};
use super::notes::under;
use super::scroll_page::heading;
use super::{Action, Reading, context_menu, question_chart};
use crate::bundle::Bundle;
use crate::poll::Poll;
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};

/// Draws all polls.
pub fn show(ui: &mut Ui, theme: &Theme, reading: &mut Reading, column: Rangef, actions: &mut Vec<Action>) {
    let bundle = std::sync::Arc::clone(&reading.bundle);
    let polls = &bundle.manifest.polls;
    let questions: usize = polls.iter().map(|poll| poll.questions.len()).sum();
    let summary = match (polls.len(), questions) {
        (0, _) => "This briefing has no polls.".to_owned(),
        (1, 1) => "One poll, one question, and what is disclosed of it.".to_owned(),
        (1, questions) => format!("One poll with {questions} questions, and what is disclosed of it."),
        (polls, questions) => {
            format!("{polls} polls with {questions} questions, and what is disclosed of each.")
        }
    };
    let notes = &reading.notes;
    reading.polls.show(ui, theme, column, ("polls", "Polls", &summary), |ui, page| {
        let mut pointed_at = None;
        for poll in polls {
            page.entry(ui);
            show_poll(ui, theme, &bundle, poll);
            for question in &poll.questions {
                ui.add_space(24.0);
                page.entry(ui);
                let reference = format!("{}/{}", poll.id, question.id);
                let lit = page.lit.clone();
                let on = question_chart::show(
                    ui,
                    theme,
                    &bundle,
                    &reference,
                    "",
                    &mut page.toggles,
                    lit.as_deref(),
                );
                pointed_at = on.or(pointed_at.take());
                if let Some(note) = &question.note {
                    ui.add_space(4.0);
                    widgets::text(ui, note, type_scale::SECONDARY, theme.quiet);
                }
                under::question(ui, theme, notes, &reference, actions);
            }
            ui.add_space(40.0);
        }
        page.lit = pointed_at;
        actions.extend(page.toggles.actions());
        let opened = page.toggles.menu.take();
        context_menu::show(ui, ui.scope_id().with("menu"), opened, actions);
    });
}

fn show_poll(ui: &mut Ui, theme: &Theme, bundle: &Bundle, poll: &Poll) {
    heading(ui, theme, poll.name(), type_scale::H2, 2);
    if let Some(whole) = poll.subgroup_of.as_ref().and_then(|id| bundle.poll(id)) {
        widgets::text(ui, &format!("A subgroup of {}", whole.name()), type_scale::LABEL, theme.quiet);
    }
    ui.add_space(8.0);
    hairline(ui, theme);
    ui.add_space(10.0);
    let rows = poll.disclosure().into_iter().map(|(label, value)| Row::new(&label, value));
    disclosure_card::rows(ui, theme, rows, 150.0);
    if let Some(source) = bundle.source(&poll.source) {
        let row = Row::new("Read in", Some(format!("{}, {}", source.title, source.publisher)));
        disclosure_card::rows(ui, theme, [row], 150.0);
    }
    if let Some(note) = &poll.note {
        ui.add_space(6.0);
        widgets::text(ui, note, type_scale::SMALL, theme.ink);
    }
    ui.add_space(6.0);
    hairline(ui, theme);
}
