//! What stands after the article: related stories and sources.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

use crate::bundle::{Bundle, Related, Source};
use crate::poll::Disclosed;
use crate::poll::dates::spoken;
use crate::ui::widgets::{self, galley};
use crate::ui::{Theme, type_scale};
use crate::view::Action;

/// A related story with its figures.
pub fn related(ui: &mut Ui, theme: &Theme, bundle: &Bundle, related: &Related, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    widgets::text(ui, &related.title, type_scale::CHART_TITLE, theme.ink);
    if !related.summary.is_empty() {
        ui.add_space(2.0);
        widgets::text(ui, &related.summary, type_scale::SMALL, theme.ink);
    }
    let figures: Vec<String> =
        related.figures.iter().map(|reference| bundle.evidence_text(reference)).collect();
    if !figures.is_empty() {
        ui.add_space(2.0);
        widgets::text(ui, &figures.join("; "), type_scale::SECONDARY, theme.quiet);
    }
    match &related.url {
        Disclosed::Stated(url) => address(ui, theme, url, actions),
        Disclosed::NotStated => {
            widgets::text(ui, "address not stated", type_scale::SECONDARY, theme.warning);
        }
    }
}

/// A source with its address.
pub fn source(ui: &mut Ui, theme: &Theme, source: &Source, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    widgets::text(ui, &source.title, type_scale::SMALL, theme.ink);
    let mut parts = vec![source.publisher.clone()];
    parts.push(match &source.published {
        Disclosed::Stated(date) => spoken(date),
        Disclosed::NotStated => "date not stated".to_owned(),
    });
    if let Disclosed::Stated(date) = &source.accessed {
        parts.push(format!("read on {}", spoken(date)));
    }
    widgets::text(ui, &parts.join(" · "), type_scale::SECONDARY, theme.quiet);
    if !source.url.is_empty() {
        address(ui, theme, &source.url, actions);
    }
    if let Some(note) = &source.note {
        widgets::text(ui, note, type_scale::SECONDARY, theme.quiet);
    }
}

/// An address that opens in the browser when it is clicked, and only then.
fn address(ui: &mut Ui, theme: &Theme, url: &str, actions: &mut Vec<Action>) {
    let galley = galley(ui, url, type_scale::SECONDARY, theme.accent, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, url));
    widgets::focus_ring(ui, theme, &response, rect.expand(2.0));
    ui.painter().galley(rect.min, galley, theme.accent);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        actions.push(Action::Browse(url.to_owned()));
    }
}
