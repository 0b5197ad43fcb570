//! Writes charts and comparisons to files, off the UI thread, and copies them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};

use egui::{ColorImage, Context};

use crate::app::App;
use crate::app::tasks::dialog::{DialogResult, SaveRequest, where_to_save};
use crate::bundle::Bundle;
use crate::chart::Kind;
use crate::chart::comparison::ComparisonKind;
use crate::disk::{mishap, write_whole};
use crate::export::{
    ComparisonExhibit, Exhibit, Format, QuestionExhibit, Settings, Sourced, Studio, unset_words, write_all,
};
use crate::library;
use crate::library::comparison::{Recipe, resolve};
use crate::ui::ThemeName;
use crate::view::TextSize;
use crate::view::actions::{ClipboardFormat, Export, ExportSubject, ExportTarget};

/// Asks where a file, or files, are to go.
pub type AskWhere = Arc<dyn Fn(&SaveRequest<'_>) -> DialogResult + Send + Sync>;

/// Words for the person: what was done, or why it was not.
pub type Ended = Result<String, String>;

/// What is under way, and how to ask.
pub struct Exporter {
    ask: AskWhere,
    /// Words for the person, once there are any.
    told: Option<Receiver<Option<Ended>>>,
}

impl Default for Exporter {
    fn default() -> Exporter {
        Exporter { ask: Arc::new(where_to_save), told: None }
    }
}

/// The margins of a drawing, which the chart on screen does not have: see [`Settings::default`].
const MARGINS: u16 = 32;

impl Exporter {
    /// Asks in another way than with the system's dialog.
    pub fn ask_with(&mut self, ask: AskWhere) {
        self.ask = ask;
    }

    /// Takes a chart out as it is on screen. Returns words for the person where it is done at once.
    pub fn start(
        &mut self,
        ctx: &Context,
        subject: Subject,
        export: &Export,
        (theme, size): (ThemeName, TextSize),
    ) -> Option<Ended> {
        let settings = settings(export, theme, size);
        match export.to {
            ExportTarget::File(format) => {
                self.save(ctx, subject, settings, format);
                None
            }
            ExportTarget::Clipboard(as_what) => subject.with(|exhibit| copy(ctx, exhibit, as_what, settings)),
        }
    }

    /// Words for the person, once a file is written or is not.
    pub fn ended(&mut self) -> Option<Ended> {
        let told = match self.told.as_ref()?.try_recv() {
            Ok(told) => told,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Some(Err(format!(
                "Nothing was written: the program made a mistake, and {}.",
                mishap::known_of_it()
            ))),
        };
        self.told = None;
        told
    }

    /// Writes a comparison's text into a file that the person names.
    pub fn save_comparison(&mut self, ctx: &Context, name: String, text: String) {
        self.start_work(ctx, move |ask| {
            let ending = Some((library::comparison::ENDING, "Comparison"));
            match ask(&SaveRequest { title: "Share the comparison", name: &name, ending }) {
                DialogResult::Chosen(path) => {
                    let path = with_ending(&path, library::comparison::ENDING);
                    let written = write_whole(&path, text.as_bytes());
                    Some(written.map(|_| saved_as(&path)).map_err(|why| why.to_string()))
                }
                DialogResult::Cancelled => None,
                DialogResult::Unavailable => Some(Err(
                    "This system shows no dialog for saving files. What you save is a file of its own in the \
                     program’s data folder, under “comparisons”, and can be sent from there."
                        .to_owned(),
                )),
            }
        });
    }

    /// Writes all charts of a briefing into a folder that the person names.
    pub fn save_all(
        &mut self,
        ctx: &Context,
        bundle: Arc<Bundle>,
        format: Format,
        (theme, size): (ThemeName, TextSize),
    ) {
        let width = (f32::from(Settings::default().width) * size.factor()).round() as u16;
        let settings = Settings { theme, width, text_size: size.percent(), ..Settings::default() };
        self.start_work(ctx, move |ask| {
            match ask(&SaveRequest { title: "Choose a folder for the charts", name: "", ending: None }) {
                DialogResult::Chosen(folder) => {
                    let mut studio = Studio::with_system_faces(settings);
                    let written = write_all(&bundle, &mut studio, format, &folder);
                    Some(written.map(|count| {
                        let charts =
                            if count == 1 { "1 chart".to_owned() } else { format!("{count} charts") };
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
        });
    }

    /// Takes notes away beside the frames, as `work` does it; it may ask where they go.
    pub fn work_on_notes(
        &mut self,
        ctx: &Context,
        work: impl FnOnce(&dyn Fn(&SaveRequest<'_>) -> DialogResult) -> Option<Ended> + Send + 'static,
    ) {
        self.start_work(ctx, work);
    }

    fn save(&mut self, ctx: &Context, subject: Subject, settings: Settings, format: Format) {
        self.start_work(ctx, move |ask| {
            subject
                .with(|exhibit| match ask(&SaveRequest::chart(&exhibit.file_name(), format)) {
                    DialogResult::Chosen(path) => Some(write(exhibit, settings, format, &path)),
                    DialogResult::Cancelled => None,
                    DialogResult::Unavailable => Some(Err(subject.no_dialog(format))),
                })
                .flatten()
        });
    }

    /// Asks and writes off the frame, one thing at a time.
    fn start_work(
        &mut self,
        ctx: &Context,
        work: impl FnOnce(&dyn Fn(&SaveRequest<'_>) -> DialogResult) -> Option<Ended> + Send + 'static,
    ) {
        if self.told.is_some() {
            return;
        }
        let (tell, told) = mpsc::channel();
        let (ctx, ask) = (ctx.clone(), Arc::clone(&self.ask));
        std::thread::spawn(move || {
            // The window may have been closed meanwhile; then nobody waits for the words.
            let _ = tell.send(work(&*ask));
            ctx.request_repaint();
        });
        self.told = Some(told);
    }
}

impl App {
    pub(in crate::app) fn export_all(&mut self, ctx: &Context) {
        let Some(reading) = &self.window.reading else { return };
        let look = (self.window.theme_name(), self.window.settings.text_size);
        self.exporter.save_all(ctx, Arc::clone(&reading.bundle), Format::Svg, look);
    }

    /// What an export is of.
    pub(in crate::app) fn subject(&self, what: &ExportSubject) -> Option<Subject> {
        Some(match what {
            ExportSubject::Question { reference, kind } => Subject::Question {
                bundle: Arc::clone(&self.window.reading.as_ref()?.bundle),
                reference: reference.clone(),
                kind: *kind,
            },
            ExportSubject::Comparison(kind) => Subject::Comparison {
                shelf: self.window.compare.shelf.clone(),
                recipe: self.window.compare.recipe.clone(),
                title: self.window.compare.title(),
                kind: *kind,
            },
        })
    }

    pub(in crate::app) fn export(&mut self, ctx: &Context, export: &Export) {
        let Some(subject) = self.subject(&export.subject) else { return };
        let look = (self.window.theme_name(), self.window.settings.text_size);
        if let Some(words) = self.exporter.start(ctx, subject, export, look) {
            self.window.messages.done_or_not(words);
        }
    }
}

fn saved_as(path: &Path) -> String {
    format!("Saved as {}.", path.display())
}

/// What an export is of, with all that it is made from.
pub enum Subject {
    /// A question of a briefing.
    Question { bundle: Arc<Bundle>, reference: String, kind: Kind },
    /// What is compared.
    Comparison { shelf: Vec<Arc<Bundle>>, recipe: Recipe, title: String, kind: ComparisonKind },
}

impl Subject {
    /// Does something with its exhibit, where there is one.
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

    /// The way that there always is.
    fn no_dialog(&self, format: Format) -> String {
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

fn settings(export: &Export, theme: ThemeName, size: TextSize) -> Settings {
    let width = f32::from(export.width + MARGINS) * size.factor();
    Settings { theme, width: width.round() as u16, text_size: size.percent(), ..Settings::default() }
}

fn write(exhibit: &dyn Exhibit, settings: Settings, format: Format, path: &Path) -> Ended {
    let path = with_ending(path, format.ending());
    let mut studio = Studio::with_system_faces(settings);
    let made = studio.make(exhibit, format).map_err(|why| format!("The chart was not saved: {why}."));
    let write = |content: Vec<u8>| write_whole(&path, &content).map_err(|why| why.to_string());
    made.and_then(write).map(|_| with_unset(saved_as(&path), &studio))
}

/// What was done, with the signs that could not be drawn.
fn with_unset(done: String, studio: &Studio) -> String {
    match unset_words(studio.unset()) {
        Some(words) => format!("{done} {words}"),
        None => done,
    }
}

/// Where no ending was typed, the format's.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(ending) }
}

fn copy(ctx: &Context, exhibit: &dyn Exhibit, as_what: ClipboardFormat, settings: Settings) -> Ended {
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

    #[test]
    fn a_name_without_an_ending_gets_the_formats() {
        assert_eq!(with_ending(Path::new("a/chart"), "svg"), Path::new("a/chart.svg"));
        assert_eq!(with_ending(Path::new("a/chart.txt"), "csv"), Path::new("a/chart.txt"));
    }
}
