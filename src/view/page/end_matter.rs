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
    let figures = figures(bundle, related);
    if !figures.is_empty() {
        ui.add_space(2.0);
        widgets::text(ui, &figures, type_scale::SECONDARY, theme.quiet);
    }
    match &related.url {
        Disclosed::Stated(url) => address(ui, theme, url, actions),
        Disclosed::NotStated => {
            widgets::text(ui, NO_ADDRESS, type_scale::SECONDARY, theme.warning);
        }
    }
}

/// What stands in the address's place.
const NO_ADDRESS: &str = "address not stated";

/// A story's figures in a line; empty where it names none.
fn figures(bundle: &Bundle, related: &Related) -> String {
    let figures = related.figures.iter().map(|reference| bundle.evidence_text(reference));
    figures.collect::<Vec<_>>().join("; ")
}

/// The lines of a story without its address, as a screen reader gets them.
pub fn related_lines(bundle: &Bundle, related: &Related) -> Vec<String> {
    let missing = if related.url == Disclosed::NotStated { NO_ADDRESS } else { "" };
    vec![related.title.clone(), related.summary.clone(), figures(bundle, related), missing.to_owned()]
}

/// The lines of a source without its address, as a screen reader gets them.
pub fn source_lines(source: &Source) -> Vec<String> {
    vec![source.title.clone(), published(source), source.note.clone().unwrap_or_default()]
}

/// "Children First · 20 April 2021 · read on 3 May 2026"
fn published(source: &Source) -> String {
    let mut parts = vec![source.publisher.clone()];
    parts.push(match &source.published {
        Disclosed::Stated(date) => spoken(date),
        Disclosed::NotStated => "date not stated".to_owned(),
    });
    if let Disclosed::Stated(date) = &source.accessed {
        parts.push(format!("read on {}", spoken(date)));
    }
    parts.join(" · ")
}

/// A source with its address.
pub fn source(ui: &mut Ui, theme: &Theme, source: &Source, actions: &mut Vec<Action>) {
    ui.add_space(10.0);
    widgets::text(ui, &source.title, type_scale::SMALL, theme.ink);
    widgets::text(ui, &published(source), type_scale::SECONDARY, theme.quiet);
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
