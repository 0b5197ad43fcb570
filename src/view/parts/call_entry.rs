//! A call to action as it stands on the page and in the Calls view: its number, whom it
//! addresses, what it asks, the figures it rests on.

use egui::{Id, Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2};

use super::context_menu::Entry;
use super::evidence::{self, Touched};
use crate::bundle::{Bundle, Call};
use crate::ui::lines;
use crate::ui::unseen::Teller;
use crate::ui::widgets::{self, galley};
use crate::ui::{Theme, type_scale};
use crate::view::actions::{Action, NoteAction, NoteTarget};

/// Room for the number.
pub const GUTTER: f32 = 32.0;

/// Draws the call with its number, from 1, and with its source where it does not stand on the page.
/// `lit` is the figure to light up among its evidence.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    bundle: &Bundle,
    (number, call): (usize, &Call),
    with_source: bool,
    lit: Option<&str>,
) -> Touched {
    // On the page a call stands under the heading of its section.
    let level = if with_source { 2 } else { 3 };
    let top: Pos2 = ui.cursor().min;
    let evidence_id = evidence_id(ui.scope_id(), number);
    let figure = galley(ui, &number.to_string(), type_scale::CHART_TITLE, theme.accent, GUTTER);
    ui.painter().galley(top, figure, theme.accent);
    let body = Rect::from_min_max(pos2(top.x + GUTTER, top.y), pos2(ui.max_rect().right(), f32::INFINITY));
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (name, set) = (title(number, call), type_scale::CHART_TITLE);
        widgets::heading_called(ui, &call.title, &name, set, theme.ink, level);
        addressed(ui, theme, call);
        ui.add_space(6.0);
        widgets::text(ui, &call.text, type_scale::BODY, theme.ink);
        ui.add_space(4.0);
        let touched = evidence::rests_on(ui, theme, evidence_id, bundle, call, lit);
        if with_source && let Some(source) = bundle.source(&call.source) {
            let line = format!("Source: {}, {}", source.title, source.publisher);
            widgets::text(ui, &line, type_scale::SECONDARY, theme.quiet);
        }
        touched
    })
    .inner
}

/// Tells a screen reader of a call that is not drawn on the page.
pub fn tell(teller: &mut Teller<'_>, bundle: &Bundle, (number, call): (usize, &Call)) {
    teller.heading(&title(number, call), 3);
    teller.lines([by(call), call.text.clone()]);
    evidence::tell_rests_on(teller, evidence_id(teller.id(), number), bundle, call);
}

/// The id of the line that says what a call rests on, in what the call is drawn in.
fn evidence_id(inside: Id, number: usize) -> Id {
    inside.with(("evidence of call", number))
}

/// What can be done with a call.
pub fn entries(bundle: &Bundle, call: usize) -> Vec<Entry> {
    let id = bundle.manifest.calls.get(call).map(|call| call.id.clone()).unwrap_or_default();
    let note = Action::Note(NoteAction::Write(NoteTarget::Call(id)));
    vec![Entry::copy("Copy call", as_text(bundle, call)), Entry::action("Note on this call…", note)]
}

/// The call as text for other programs, with its number and what it rests on.
pub fn as_text(bundle: &Bundle, call: usize) -> String {
    let number = call + 1;
    let Some(call) = bundle.manifest.calls.get(call) else { return String::new() };
    let mut lines = vec![title(number, call)];
    lines.extend(self::lines(bundle, call));
    if let Some(source) = bundle.source(&call.source) {
        lines.push(format!("Source: {}, {}", source.title, source.publisher));
    }
    lines.join("\n")
}

/// "Call 2: Not a simple trade-off"
pub fn title(number: usize, call: &Call) -> String {
    format!("Call {number}: {}", call.title)
}

/// What stands under the title, a line each: by whom and for whom, what is asked, what it rests on.
fn lines(bundle: &Bundle, call: &Call) -> Vec<String> {
    let mut lines = vec![by(call), call.text.clone()];
    if !call.evidence.is_empty() {
        lines.push(rests_on(bundle, call));
    }
    lines
}

/// "By the NSPCC, addressed to tech firms"
fn by(call: &Call) -> String {
    format!("By {}, {}", call.by, to_whom(call))
}

/// "addressed to tech firms"
fn to_whom(call: &Call) -> String {
    call.to.stated().map_or_else(|| "addressee not stated".to_owned(), |to| format!("addressed to {to}"))
}

fn rests_on(bundle: &Bundle, call: &Call) -> String {
    let evidence: Vec<String> =
        call.evidence.iter().map(|reference| bundle.evidence_text(reference)).collect();
    format!("Rests on: {}", evidence.join("; "))
}

fn addressed(ui: &mut Ui, theme: &Theme, call: &Call) {
    let mut job = egui::text::LayoutJob::default();
    let quiet = type_scale::SECONDARY.format(theme.quiet);
    job.append(&format!("By {}\u{a0}· ", call.by), 0.0, quiet.clone());
    let look = if call.to.stated().is_some() { quiet } else { type_scale::SECONDARY.format(theme.warning) };
    job.append(&to_whom(call), 0.0, look);
    job.wrap.max_width = ui.available_width();
    let galley = lines::laid(ui, job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, theme.quiet);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, by(call)));
}
