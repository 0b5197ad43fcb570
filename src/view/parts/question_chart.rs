//! A question's chart on a page, with its menus and the calls that use it.

use std::collections::{HashMap, HashSet};

use egui::{Id, Pos2, Stroke, Ui};

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
use crate::view::context::ViewContext;

/// How the charts of a page are shown where a person switched them, by `poll/question`.
#[derive(Default)]
pub struct ChartSwitches {
    /// Charts whose table is shown.
    tables: HashSet<String>,
    /// Charts that are drawn another way than their natural one.
    kinds: HashMap<String, Kind>,
}

impl ChartSwitches {
    /// How a chart is drawn, and whether its table is shown.
    fn of(&self, reference: &str, chart: &QuestionChart<'_>) -> (Kind, bool) {
        let kind = self.kinds.get(reference).copied();
        (kind.unwrap_or_else(|| chart.natural_kind()), self.tables.contains(reference))
    }
}

/// What of a chart was touched in this frame.
#[derive(Default)]
pub struct Touched {
    /// The figure that the pointer is on.
    pub pointed_at: Option<String>,
    /// Where a menu was asked for on the chart, and its entries.
    pub menu: Option<(Pos2, Vec<Entry>)>,
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

/// Draws the chart of a question, or all charts of a poll. `lit` is the figure to light up.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    bundle: &Bundle,
    (reference, caption): (&str, &str),
    switches: &mut ChartSwitches,
    lit: Option<&str>,
) -> Touched {
    if let Some(poll) = bundle.poll(reference) {
        return show_all(ui, cx, bundle, (poll, caption), switches, lit);
    }
    let Some((poll, question)) = bundle.question(reference) else {
        widgets::text(ui, &missing(reference, caption), type_scale::LABEL, cx.theme.warning);
        return Touched::default();
    };
    let drawing = drawing(bundle, poll, question, caption);
    let whole = lit.is_some_and(|lit| lit == reference || lit == poll.id);
    let lit = lit.and_then(|lit| lit.strip_prefix(reference)).and_then(|rest| rest.strip_prefix('/'));
    let (kind, table) = switches.of(reference, &drawing);
    let top = ui.cursor().min;
    let width = ui.available_width().round() as u16;
    let answers: Vec<String> =
        question.answers.iter().map(|answer| format!("On “{}”", answer.label)).collect();
    let mut on: Vec<&str> = vec!["On the whole chart"];
    on.extend(answers.iter().map(String::as_str));
    let more = SourceMenu::ALL.map(|menu| menu.with(&on));
    let response = chart::show_with(ui, &drawing, &Look::of(cx.theme), (kind, table), lit, &more);
    let pointed_at = response.hovered.map(|answer| format!("{reference}/{answer}"));
    let menu = context_menu::asked_since(ui, top.y)
        .map(|at| (at, entries(bundle, (poll, question), reference, pointed_at.clone())));
    if let Some(head) = response.head {
        let reference = format!("{}#{reference}", bundle.manifest.id);
        drag_chart::handle(ui, head, &reference, &question.title);
    }
    if let Some(other) = response.asked_kind {
        switches.kinds.insert(reference.to_owned(), other);
    }
    if response.switched_table && !switches.tables.remove(reference) {
        switches.tables.insert(reference.to_owned());
    }
    cx.actions.extend(response.clicked.map(|answer| Action::GoToClaim(format!("{reference}/{answer}"))));
    if let Some((menu, entry)) = response.more {
        let export = (kind, width);
        cx.actions.extend(SourceMenu::ALL[menu].chosen(entry, bundle, (reference, question), export));
    }
    if whole {
        let beside = top.x - BESIDE;
        ui.painter().vline(beside, top.y..=ui.min_rect().bottom(), Stroke::new(3.0, cx.theme.accent));
    }
    let id = used_by_id(chart::figure_id(ui.scope_id(), &drawing));
    let call = evidence::used_by(ui, cx.theme, id, bundle, reference, ABOVE_CALLS);
    cx.actions.extend(call.map(Action::GoToCall));
    Touched { pointed_at, menu }
}

/// The menus in a chart's source line, in their order.
#[derive(Clone, Copy)]
enum SourceMenu {
    Export,
    Compare,
    Note,
}

impl SourceMenu {
    const ALL: [SourceMenu; 3] = [SourceMenu::Export, SourceMenu::Compare, SourceMenu::Note];

    /// The menu with its entries; `on` is what a note can be on.
    fn with<'a>(self, on: &'a [&'a str]) -> More<'a> {
        match self {
            SourceMenu::Export => export_menu::ACTION,
            SourceMenu::Compare => More {
                words: "Compare…",
                entries: &["With the same topic in all briefings", "Add its answers to the comparison"],
            },
            SourceMenu::Note => More { words: "Note…", entries: on },
        }
    }

    /// What choosing an entry asks for. The chart is drawn as the kind, at the width in points.
    fn chosen(
        self,
        entry: usize,
        bundle: &Bundle,
        (reference, question): (&str, &Question),
        (kind, width): (Kind, u16),
    ) -> Option<Action> {
        match self {
            SourceMenu::Export => {
                let subject = ExportSubject::Question { reference: reference.to_owned(), kind };
                let to = export_menu::outlet(entry)?;
                Some(Action::Export(Export { subject, width, to }))
            }
            SourceMenu::Compare => Some(Action::Compare(match entry {
                0 if !question.topic.is_empty() => CompareAction::ShowTopic(question.topic.clone()),
                _ => CompareAction::AddQuestion(format!("{}#{reference}", bundle.manifest.id)),
            })),
            SourceMenu::Note => {
                let answer = entry.checked_sub(1).and_then(|answer| question.answers.get(answer));
                let on = answer
                    .map_or_else(|| reference.to_owned(), |answer| format!("{reference}/{}", answer.id));
                Some(Action::Note(NoteAction::Write(NoteTarget::Figure(on))))
            }
        }
    }
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
    switches: &ChartSwitches,
) {
    let look = Look::of(theme);
    let mut one = |poll: &Poll, question: &Question| {
        let drawing = drawing(bundle, poll, question, caption);
        let reference = format!("{}/{}", poll.id, question.id);
        let shown = switches.of(&reference, &drawing);
        let more = SourceMenu::ALL.map(|menu| menu.with(&[]));
        chart::tell(teller, inside, &drawing, &look, shown, &more);
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

/// Between a chart that is lit up as a whole and the line beside it.
const BESIDE: f32 = 11.0;
/// Between a chart's source and the calls that use it.
const ABOVE_CALLS: f32 = 6.0;

/// Draws the charts of all questions of a poll, one under another.
fn show_all(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    bundle: &Bundle,
    (poll, caption): (&Poll, &str),
    switches: &mut ChartSwitches,
    lit: Option<&str>,
) -> Touched {
    let mut all = Touched::default();
    for (index, question) in poll.questions.iter().enumerate() {
        if index > 0 {
            ui.add_space(BETWEEN);
        }
        let reference = format!("{}/{}", poll.id, question.id);
        let touched = show(ui, cx, bundle, (&reference, caption), switches, lit);
        all.pointed_at = touched.pointed_at.or(all.pointed_at);
        all.menu = touched.menu.or(all.menu);
    }
    all
}

/// Between the charts of a poll.
const BETWEEN: f32 = 24.0;
