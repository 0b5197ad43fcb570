//! Draws charts and comparisons for files and for the clipboard.

use std::path::Path;
use std::sync::Arc;

use egui::{ColorImage, Context};

use super::{saved_as, with_ending};
use crate::app::tasks::{DialogResult, Outcome, SaveJob, SaveRequest};
use crate::bundle::Bundle;
use crate::chart::Kind;
use crate::chart::comparison::ComparisonKind;
use crate::disk::write_whole;
use crate::export::{
    ComparisonExhibit, Exhibit, Format, QuestionExhibit, Settings, Sourced, Studio, unset_words, write_all,
};
use crate::library::comparison::{Recipe, resolve};
use crate::text::counted;
use crate::ui::ThemeName;
use crate::view::actions::{ClipboardFormat, Export, ExportSubject};
use crate::view::{TextSize, Window};

/// The margins of a drawing, in points, which the chart on screen does not have: see [`Settings::default`].
const MARGINS: u16 = 32;

/// What to draw, with all that the drawing needs.
pub(super) enum Subject {
    /// A question of a briefing.
    Question { bundle: Arc<Bundle>, reference: String, kind: Kind },
    /// What is compared.
    Comparison { shelf: Vec<Arc<Bundle>>, recipe: Recipe, title: String, kind: ComparisonKind },
}

impl Subject {
    /// What the window shows of it; `None` if the briefing is closed.
    pub(super) fn of(window: &Window, what: &ExportSubject) -> Option<Subject> {
        Some(match what {
            ExportSubject::Question { reference, kind } => Subject::Question {
                bundle: Arc::clone(&window.reading.as_ref()?.bundle),
                reference: reference.clone(),
                kind: *kind,
            },
            ExportSubject::Comparison(kind) => Subject::Comparison {
                shelf: window.compare.shelf.clone(),
                recipe: window.compare.recipe.clone(),
                title: window.compare.title(),
                kind: *kind,
            },
        })
    }

    /// Uses its exhibit, if the figures are still there.
    fn with<T>(&self, what: impl FnOnce(&dyn Exhibit) -> T) -> Option<T> {
        match self {
            Subject::Question { bundle, reference, kind } => {
                let (poll, question) = bundle.question(reference)?;
                Some(what(&QuestionExhibit::new(bundle, poll, question, Some(*kind))))
            }
            Subject::Comparison { shelf, recipe, title, kind } => {
                let figures = recipe.figures.iter().filter_map(|figure| resolve(shelf, figure));
                let figures: Vec<Sourced<'_>> = figures.collect();
                let shown = (recipe.order, recipe.baseline.as_deref());
                let language = shelf.first().map_or("", |bundle| bundle.manifest.language.as_str());
                let settings = recipe.settings();
                Some(what(&ComparisonExhibit::new(title, language, &figures, settings, shown, Some(*kind))))
            }
        }
    }

    /// What to do instead: the command line always works.
    fn without_dialog(&self, format: Format) -> String {
        let ending = format.ending();
        let command = match self {
            Subject::Question { bundle, reference, .. } => {
                format!("chart \"{}#{reference}\" --to chart.{ending}", bundle.name())
            }
            Subject::Comparison { recipe, kind, .. } => {
                let figures: Vec<String> =
                    recipe.figures.iter().map(|figure| format!("\"{figure}\"")).collect();
                let trial = recipe.assume_n.map(|people| format!(" --assume-n {people}")).unwrap_or_default();
                format!("compare {} --kind {}{trial} --to chart.{ending}", figures.join(" "), kind.id())
            }
        };
        format!(
            "This system shows no dialog for saving files. The command line writes the chart: briefing-reader \
             {command}"
        )
    }
}

/// Settings that draw a chart as large as it is on screen.
pub(super) fn settings(export: &Export, theme: ThemeName, size: TextSize) -> Settings {
    let width = f32::from(export.width + MARGINS) * size.factor();
    Settings { theme, width: width.round() as u16, text_size: size.percent(), ..Settings::default() }
}

/// Writes a chart into a file that the person names.
pub(super) fn save_job(subject: Subject, settings: Settings, format: Format) -> SaveJob {
    Box::new(move |ask| {
        subject
            .with(|exhibit| match ask(&SaveRequest::chart(&exhibit.file_name(), format)) {
                DialogResult::Chosen(path) => Some(write(exhibit, settings, format, &path)),
                DialogResult::Cancelled => None,
                DialogResult::Unavailable => Some(Err(subject.without_dialog(format))),
            })
            .flatten()
    })
}

/// Writes all charts of a briefing into a folder that the person names.
pub(super) fn save_all_job(bundle: Arc<Bundle>, format: Format, theme: ThemeName, size: TextSize) -> SaveJob {
    let width = (f32::from(Settings::default().width) * size.factor()).round() as u16;
    let settings = Settings { theme, width, text_size: size.percent(), ..Settings::default() };
    Box::new(move |ask| {
        match ask(&SaveRequest { title: "Choose a folder for the charts", name: "", ending: None }) {
            DialogResult::Chosen(folder) => {
                let mut studio = Studio::with_system_faces(settings);
                let written = write_all(&bundle, &mut studio, format, &folder);
                Some(written.map(|count| {
                    let charts = counted(count, "chart");
                    with_unset(format!("Saved {charts} in {}.", folder.display()), &studio)
                }))
            }
            DialogResult::Cancelled => None,
            DialogResult::Unavailable => Some(Err(format!(
                "This system shows no dialog for choosing folders. The command line writes the charts: \
                 briefing-reader chart \"{}\" --all --format {} --to FOLDER",
                bundle.name(),
                format.ending()
            ))),
        }
    })
}

fn write(exhibit: &dyn Exhibit, settings: Settings, format: Format, path: &Path) -> Outcome {
    let path = with_ending(path, format.ending());
    let mut studio = Studio::with_system_faces(settings);
    let made = studio.make(exhibit, format).map_err(|why| format!("The chart was not saved: {why}."));
    let write = |content: Vec<u8>| write_whole(&path, &content).map_err(|why| why.to_string());
    made.and_then(write).map(|_| with_unset(saved_as(&path), &studio))
}

/// What was done, with the characters that could not be drawn.
fn with_unset(done: String, studio: &Studio) -> String {
    match unset_words(studio.unset()) {
        Some(words) => format!("{done} {words}"),
        None => done,
    }
}

/// Copies a chart as it is on screen; `None` if its figures are gone.
pub(super) fn copy(
    ctx: &Context,
    subject: &Subject,
    as_what: ClipboardFormat,
    settings: Settings,
) -> Option<Outcome> {
    subject.with(|exhibit| copy_exhibit(ctx, exhibit, as_what, settings))
}

fn copy_exhibit(
    ctx: &Context,
    exhibit: &dyn Exhibit,
    as_what: ClipboardFormat,
    settings: Settings,
) -> Outcome {
    match as_what {
        ClipboardFormat::Picture => {
            let mut studio = Studio::with_system_faces(settings);
            let picture = studio.picture(exhibit).map_err(|why| format!("{why}."))?;
            let size = [picture.width() as usize, picture.height() as usize];
            ctx.copy_image(ColorImage::from_rgba_unmultiplied(size, &picture));
            Ok(with_unset("The picture is on the clipboard.".to_owned(), &studio))
        }
        ClipboardFormat::Markdown => {
            let content = Studio::with_system_faces(settings)
                .make(exhibit, Format::Markdown)
                .map_err(|why| why.to_string())?;
            ctx.copy_text(String::from_utf8_lossy(&content).into_owned());
            Ok("The table is on the clipboard, in Markdown.".to_owned())
        }
        ClipboardFormat::Cells => {
            ctx.copy_text(exhibit.table().tab_separated());
            Ok("The table is on the clipboard.".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::actions::ExportTarget;

    #[test]
    fn a_chart_is_as_wide_and_as_large_as_on_screen() {
        let export = Export {
            subject: ExportSubject::Comparison(ComparisonKind::Dots),
            width: 620,
            to: ExportTarget::Clipboard(ClipboardFormat::Picture),
        };
        let settings = settings(&export, ThemeName::Ink, TextSize::new(150));
        assert_eq!((settings.width, settings.text_size, settings.theme), (978, 150, ThemeName::Ink));
        assert!((f32::from(settings.width) / settings.zoom() - 652.0).abs() < 0.01);
    }
}
