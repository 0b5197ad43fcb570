//! Taking notes away: as which file, with which references, and what that will say.

use std::path::PathBuf;

use egui::{ScrollArea, Stroke, StrokeKind, Ui, vec2};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::export::notes::{Grouping, NotesFormat};
use crate::export::references::Style;
use crate::ui::choices::{Choice, choices, framed_button};
use crate::ui::widgets::{self, quiet_button};
use crate::ui::{Theme, scroll_bar, type_scale};
use crate::view::actions::{Action, NoteAction};
use crate::view::context::ViewContext;

/// How notes were last exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteExport {
    /// As which file.
    pub format: NotesFormat,
    /// How references are printed.
    pub style: Style,
    /// How notes are grouped.
    pub by: Grouping,
    /// A template of one's own in the place of the format's.
    pub template: Option<PathBuf>,
}

impl Default for NoteExport {
    fn default() -> NoteExport {
        NoteExport {
            format: NotesFormat::Docx,
            style: Style::default(),
            by: Grouping::default(),
            template: None,
        }
    }
}

/// The panel's state.
#[derive(Default)]
pub struct ExportPanel {
    /// Whether it is unfolded.
    pub open: bool,
    /// What is chosen.
    pub chosen: NoteExport,
    /// What it will say, and for what that was made.
    pub preview: Option<(NoteExport, Vec<Uuid>, String)>,
}

const LABELS: f32 = 92.0;
const PREVIEW: f32 = 240.0;

/// Draws the panel for the notes that are listed.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, away: &mut ExportPanel, listed: &[Uuid]) {
    let chosen = &mut away.chosen;
    widgets::heading(ui, "Export", type_scale::CHART_TITLE, cx.theme.ink, 2);
    ui.add_space(10.0);
    let formats = NotesFormat::ALL;
    if let Some(format) = row(
        ui,
        cx.theme,
        "File",
        &formats.map(NotesFormat::name),
        formats.iter().position(|f| *f == chosen.format),
    ) {
        (chosen.format, chosen.template) = (formats[format], None);
    }
    let styles = Style::ALL;
    if let Some(style) = row(
        ui,
        cx.theme,
        "References",
        &styles.map(Style::title),
        styles.iter().position(|s| *s == chosen.style),
    ) {
        chosen.style = styles[style];
    }
    let names = ["By briefing", "By tag", "By call"];
    if let Some(by) =
        row(ui, cx.theme, "Groups", &names, Grouping::ALL.iter().position(|by| *by == chosen.by))
    {
        chosen.by = Grouping::ALL[by];
    }
    template(ui, cx, chosen);
    ui.add_space(4.0);
    let chosen = chosen.clone();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let words = match listed.len() {
            1 => "Save 1 note…".to_owned(),
            count => format!("Save {count} notes…"),
        };
        let any = !listed.is_empty();
        if framed_button(ui, cx.theme, &words, &words, any).clicked() && any {
            cx.actions.push(Action::Note(NoteAction::Export(listed.to_vec())));
        }
        let can_copy = any && chosen.format.is_text();
        if framed_button(ui, cx.theme, "Copy", "Copy the exported notes", can_copy).clicked() && can_copy {
            cx.actions.push(Action::Note(NoteAction::CopyExport(listed.to_vec())));
        }
    });
    ui.add_space(10.0);
    let is_fresh = |(of, ids, _): &(NoteExport, Vec<Uuid>, String)| *of == chosen && ids == listed;
    let is_fresh = away.preview.as_ref().is_some_and(is_fresh);
    if !is_fresh {
        cx.actions.push(Action::Note(NoteAction::Preview(listed.to_vec())));
    }
    preview(ui, cx.theme, away, is_fresh);
    ui.add_space(14.0);
}

fn row(ui: &mut Ui, theme: &Theme, label: &str, names: &[&str], chosen: Option<usize>) -> Option<usize> {
    let mut picked = None;
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(LABELS, 32.0), egui::Sense::hover());
        let words = widgets::galley(ui, label, type_scale::LABEL, theme.quiet, f32::INFINITY);
        ui.painter().galley(rect.left_center() - vec2(0.0, words.size().y / 2.0), words, theme.quiet);
        ui.vertical(|ui| {
            let all: Vec<Choice<'_>> =
                names.iter().map(|name| Choice { name, ..Choice::default() }).collect();
            picked = choices(ui, theme, label, &all, chosen.unwrap_or(usize::MAX));
        });
    });
    ui.add_space(8.0);
    picked
}

/// A template of one's own, if one is chosen, and the ways to one and from it.
fn template(ui: &mut Ui, cx: &mut ViewContext<'_>, chosen: &mut NoteExport) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let (rect, _) = ui.allocate_exact_size(vec2(LABELS, 26.0), egui::Sense::hover());
        let words = widgets::galley(ui, "Template", type_scale::LABEL, cx.theme.quiet, f32::INFINITY);
        ui.painter().galley(rect.left_center() - vec2(0.0, words.size().y / 2.0), words, cx.theme.quiet);
        let name = chosen.template.as_ref().and_then(|path| path.file_name());
        let name =
            name.map_or_else(|| "the file’s own".to_owned(), |name| name.to_string_lossy().into_owned());
        ui.add_space(-4.0);
        widgets::text(ui, &name, type_scale::LABEL, cx.theme.ink);
        ui.add_space(6.0);
        if quiet_button(ui, cx.theme, "Choose a template…", type_scale::LABEL, vec2(6.0, 3.0)).clicked() {
            cx.actions.push(Action::Note(NoteAction::ChooseTemplate));
        }
        if chosen.template.is_some()
            && quiet_button(ui, cx.theme, "Without it", type_scale::LABEL, vec2(6.0, 3.0)).clicked()
        {
            chosen.template = None;
        }
    });
    ui.add_space(8.0);
}

/// What the file will say, in plain text.
fn preview(ui: &mut Ui, theme: &Theme, away: &ExportPanel, is_fresh: bool) {
    let Some((_, _, text)) = &away.preview else { return };
    let heading = if is_fresh {
        "What it will say"
    } else {
        "What it will say, as it was before: it is being made anew"
    };
    widgets::text(ui, heading, type_scale::SECONDARY, theme.quiet);
    ui.add_space(4.0);
    let frame = egui::Frame::new().fill(theme.side).corner_radius(6.0).inner_margin(12);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let area = ScrollArea::vertical().id_salt("preview").max_height(PREVIEW).auto_shrink([false, true]);
        let area = area.show(ui, |ui| widgets::text(ui, text, type_scale::CODE, theme.ink));
        scroll_bar::speak(&area, ui);
    });
    ui.painter().rect_stroke(shown.response.rect, 6.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
}
