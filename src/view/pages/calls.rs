//! The Calls view: each call with whom it addresses and its evidence.

use egui::{Rangef, Ui};

use crate::bundle::Bundle;
use crate::ui::widgets::hairline;
use crate::view::actions::Action;
use crate::view::context::ViewContext;
use crate::view::parts::notes::{PageNotes, below};
use crate::view::parts::scroll_page::ScrollPage;
use crate::view::parts::{call_entry, context_menu};

/// Draws all calls, each with its evidence.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    page: &mut ScrollPage,
    (bundle, notes): (&Bundle, &PageNotes),
    column: Rangef,
) {
    let calls = &bundle.manifest.calls;
    let summary = match calls.len() {
        0 => "This briefing makes no calls to action.".to_owned(),
        1 => "One call, whom it addresses and the figures it rests on.".to_owned(),
        count => format!("{count} calls, whom each addresses and the figures it rests on."),
    };
    page.show(ui, cx.theme, column, ("calls", "Calls to action", &summary), |ui, page| {
        let lit = page.lit.take();
        let mut opened = None;
        for (index, call) in calls.iter().enumerate() {
            let top = ui.cursor().top();
            page.entry(ui);
            hairline(ui, cx.theme);
            ui.add_space(18.0);
            let entry = (index + 1, call);
            let touched = call_entry::show(ui, cx.theme, bundle, entry, true, lit.as_deref());
            page.lit = touched.pointed_at.or(page.lit.take());
            cx.actions.extend(touched.clicked.map(Action::GoToFigure));
            below::call(ui, cx, notes, &call.id);
            ui.add_space(18.0);
            if let Some(at) = context_menu::asked_since(ui, top) {
                opened = Some((at, call_entry::entries(bundle, index)));
            }
        }
        context_menu::show(ui, ui.scope_id().with("menu"), opened, cx.actions);
    });
}
