//! A question's chart on a page: the briefing's names for things, the page's memory of switches.

use std::collections::{HashMap, HashSet};

use egui::{Id, Stroke, Ui};

use super::context_menu::{self, Entry};
use super::{drag_chart, evidence, export_menu};
use crate::bundle::Bundle;
use crate::chart::{self, Kind, Look, More, QuestionChart};
use crate::export::{Exhibit as _, QuestionExhibit};
use crate::poll::{Poll, Question};
use crate::ui::unseen::Teller;
use crate::ui::widgets;
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, CompareAction, Export, ExportSubject, NoteAction, NoteTarget};

/// What the person unfolded or switched, by question.
#[derive(Default)]
pub struct Toggles {
    /// Charts whose table twin is shown.
    pub tables: HashSet<String>,
    /// Charts that are shown another way than their natural one.
    pub kinds: HashMap<String, Kind>,
    /// The figure that was clicked in this frame; whoever shows the charts takes it.
    pub clicked: Option<String>,
    /// The call that was clicked in this frame, by index, among those that use a chart's figures.
    pub call: Option<usize>,
    /// The chart that was asked for in this frame, to be had elsewhere.
    pub export: Option<Export>,
    /// What a chart was asked to be compared with in this frame.
    pub compare: Option<CompareAction>,
    /// Where a menu was asked for on a chart in this frame, and the chart as text; whoever shows
    /// the charts takes it.
    pub menu: Option<(egui::Pos2, Vec<Entry>)>,
    /// What a note was asked for on in this frame.
    pub note: Option<NoteTarget>,
}

impl Toggles {
    /// What was asked for in this frame.
    pub fn actions(&mut self) -> impl Iterator<Item = Action> {
        let clicked = self.clicked.take().map(Action::GoToClaim);
        let call = self.call.take().map(Action::GoToCall);
        let compare = self.compare.take().map(Action::Compare);
        let export = self.export.take().map(Action::Export);
        let note = self.note.take().map(|on| Action::Note(NoteAction::Write(on)));
        clicked.into_iter().chain(call).chain(export).chain(compare).chain(note)
    }
}

/// A question's chart as text, or all charts of a poll; the caption where there is neither.
pub fn as_text(bundle: &Bundle, reference: &str, caption: &str) -> String {
    if let Some(poll) = bundle.poll(reference) {
        let charts = poll.questions.iter().map(|question| cells(bundle, poll, question));
        return charts.collect::<Vec<_>>().join("\n\n");
    }
    match bundle.question(reference) {
        Some((poll, question)) => cells(bundle, poll, question),
        None => caption.to_owned(),
    }
}

/// The same text that "Copy table" puts on the clipboard.
fn cells(bundle: &Bundle, poll: &Poll, question: &Question) -> String {
    QuestionExhibit::new(bundle, poll, question, None).table().tab_separated().trim_end().to_owned()
}

fn drawing<'a>(
    bundle: &'a Bundle,
    poll: &'a Poll,
    question: &'a Question,
    caption: &'a str,
) -> QuestionChart<'a> {
    let source = bundle.source_of(poll, question).map_or("", |source| source.title.as_str());
    QuestionChart::new(poll, question, source, caption)
}

/// Draws the chart of a question. `lit` is the figure to light up; returns the figure that the
/// pointer is on.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Bundle,
    reference: &str,
    caption: &str,
    toggles: &mut Toggles,
    lit: Option<&str>,
) -> Option<String> {
    if let Some(poll) = bundle.poll(reference) {
        return show_all(ui, theme, bundle, poll, caption, toggles, lit);
    }
    let Some((poll, question)) = bundle.question(reference) else {
        widgets::text(ui, &missing(reference, caption), type_scale::LABEL, theme.warning);
        return None;
    };
    let drawing = drawing(bundle, poll, question, caption);
    let whole = lit.is_some_and(|lit| lit == reference || lit == poll.id);
    let lit = lit.and_then(|lit| lit.strip_prefix(reference)).and_then(|rest| rest.strip_prefix('/'));
    let kind = toggles.kinds.get(reference).copied().unwrap_or_else(|| drawing.natural_kind());
    let table = toggles.tables.contains(reference);
    let top = ui.cursor().min;
    let width = ui.available_width().round() as u16;
    let answers: Vec<String> =
        question.answers.iter().map(|answer| format!("On “{}”", answer.label)).collect();
    let mut on: Vec<&str> = vec!["On the whole chart"];
    on.extend(answers.iter().map(String::as_str));
    let more = more(&on);
    let response = chart::show_with(ui, &drawing, &Look::of(theme), (kind, table), lit, &more);
    if let Some(at) = context_menu::asked_since(ui, top.y) {
        let figure = response.hovered.as_ref().map(|answer| format!("{reference}/{answer}"));
        toggles.menu = Some((at, entries(bundle, (poll, question), reference, figure)));
    }
    if let Some(head) = response.head {
        let reference = format!("{}#{reference}", bundle.manifest.id);
        drag_chart::handle(ui, head, &reference, &question.title);
    }
    if let Some(other) = response.asked_kind {
        toggles.kinds.insert(reference.to_owned(), other);
    }
    if response.switched_table && !toggles.tables.remove(reference) {
        toggles.tables.insert(reference.to_owned());
    }
    let export = response.more.filter(|(action, _)| *action == 0);
    if let Some((_, entry)) = response.more.filter(|(action, _)| *action == 2) {
        let answer = entry.checked_sub(1).and_then(|answer| question.answers.get(answer));
        let of = answer.map_or_else(|| reference.to_owned(), |answer| format!("{reference}/{}", answer.id));
        toggles.note = Some(NoteTarget::Figure(of));
    }
    if let Some((_, entry)) = response.more.filter(|(action, _)| *action == 1) {
        let question = format!("{}#{reference}", bundle.manifest.id);
        toggles.compare = Some(match entry {
            0 if !question_topic(bundle, reference).is_empty() => {
                CompareAction::ShowTopic(question_topic(bundle, reference).to_owned())
            }
            _ => CompareAction::AddQuestion(question),
        });
    }
    if let Some(to) = export.and_then(|(_, entry)| export_menu::outlet(entry)) {
        toggles.export = Some(Export {
            subject: ExportSubject::Question { reference: reference.to_owned(), kind },
            width,
            to,
        });
    }
    if let Some(answer) = response.clicked {
        toggles.clicked = Some(format!("{reference}/{answer}"));
    }
    if whole {
        let beside = top.x - BESIDE;
        ui.painter().vline(beside, top.y..=ui.min_rect().bottom(), Stroke::new(3.0, theme.accent));
    }
    let id = used_by_id(chart::figure_id(ui.scope_id(), &drawing));
    let call = evidence::used_by(ui, theme, id, bundle, reference, ABOVE_CALLS);
    toggles.call = call.or(toggles.call.take());
    response.hovered.map(|answer| format!("{reference}/{answer}"))
}

/// What can be done with a chart, and with the answer that is pointed at.
fn entries(
    bundle: &Bundle,
    (poll, question): (&Poll, &Question),
    reference: &str,
    figure: Option<String>,
) -> Vec<Entry> {
    let note = |on: String| Action::Note(NoteAction::Write(NoteTarget::Figure(on)));
    let mut entries = vec![Entry::copy("Copy figures", cells(bundle, poll, question))];
    entries.extend(figure.map(|figure| Entry::action("Note on this answer…", note(figure))));
    entries.push(Entry::action("Note on this chart…", note(reference.to_owned())));
    entries
}

/// Tells a screen reader of a chart that is not drawn, or of all charts of a poll. `inside` is the id
/// of what the chart is drawn in when it is.
pub fn tell(
    teller: &mut Teller<'_>,
    theme: &Theme,
    inside: Id,
    bundle: &Bundle,
    (reference, caption): (&str, &str),
    toggles: &Toggles,
) {
    let look = Look::of(theme);
    let mut one = |poll: &Poll, question: &Question| {
        let drawing = drawing(bundle, poll, question, caption);
        let reference = format!("{}/{}", poll.id, question.id);
        let kind = toggles.kinds.get(&reference).copied().unwrap_or_else(|| drawing.natural_kind());
        let shown = (kind, toggles.tables.contains(&reference));
        chart::tell(teller, inside, &drawing, &look, shown, &more(&[]));
        let id = used_by_id(chart::figure_id(inside, &drawing));
        evidence::tell_used_by(teller, id, bundle, &reference);
    };
    match (bundle.poll(reference), bundle.question(reference)) {
        (Some(poll), _) => poll.questions.iter().for_each(|question| one(poll, question)),
        (None, Some((poll, question))) => one(poll, question),
        (None, None) => teller.lines([missing(reference, caption)]),
    }
}

/// What stands in the place of a chart whose figures are not there.
fn missing(reference: &str, caption: &str) -> String {
    format!("A chart should stand here, of {reference}, which this briefing does not have. {caption}")
}

/// The id of the line under a chart that says which calls use it.
fn used_by_id(figure: Id) -> Id {
    figure.with("used by")
}

/// What can be done with a chart, beside what every chart can; `on` is what a note can be on.
fn more<'a>(on: &'a [&'a str]) -> [More<'a>; 3] {
    [export_menu::ACTION, COMPARE, More { words: "Note…", entries: on }]
}

/// The way into the Compare view from a chart.
const COMPARE: More<'static> = More {
    words: "Compare…",
    entries: &["With the same topic in all briefings", "Add its answers to the comparison"],
};

fn question_topic<'b>(bundle: &'b Bundle, reference: &str) -> &'b str {
    bundle.question(reference).map_or("", |(_, question)| &question.topic)
}

/// Between a chart that is lit up as a whole and the line beside it.
const BESIDE: f32 = 11.0;
/// Between a chart's source and the calls that use it.
const ABOVE_CALLS: f32 = 6.0;

/// Draws the charts of all questions of a poll, one under another.
fn show_all(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Bundle,
    poll: &Poll,
    caption: &str,
    toggles: &mut Toggles,
    lit: Option<&str>,
) -> Option<String> {
    let mut pointed_at = None;
    for (index, question) in poll.questions.iter().enumerate() {
        if index > 0 {
            ui.add_space(BETWEEN);
        }
        let reference = format!("{}/{}", poll.id, question.id);
        let on = show(ui, theme, bundle, &reference, caption, toggles, lit);
        pointed_at = on.or(pointed_at);
    }
    pointed_at
}

/// Between the charts of a poll.
const BETWEEN: f32 = 24.0;
