//! Exports notes to files and the clipboard.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use egui::Context;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::placement::made_on;
use crate::app::App;
use crate::app::tasks::dialog::{DialogResult, SaveRequest};
use crate::app::tasks::task::{Task, TaskState, WaitBudget};
use crate::bundle::Bundle;
use crate::disk::{reason, shown, write_whole};
use crate::export::notes::{Entry, NotesFile, NotesFormat, Options, Template, write};
use crate::export::plain_name;
use crate::library;
use crate::notes::placing::place_in;
use crate::notes::{EditionText, Note, Placement};
use crate::view::NoteExport;

/// The longest preview, in characters.
const PREVIEW: usize = 4_000;
/// How many remarks on references a message has room for.
const REMARKS: usize = 2;

/// What a preview is of, and the work.
pub struct Preview {
    of: (NoteExport, Vec<Uuid>),
    task: Task<String>,
}

/// Notes with what they are on, as far as it is at hand.
struct Parcel {
    notes: Vec<Note>,
    bundles: Vec<Arc<Bundle>>,
    /// Where those on the briefing in the window stand.
    placements: HashMap<Uuid, Placement>,
    /// The texts that the others were made on, to carry them over to the editions that are at hand; on
    /// their way from the disk.
    old_texts: Option<Receiver<HashMap<String, EditionText>>>,
    day: String,
}

impl App {
    /// Writes notes into a file that the person names, or copies them.
    pub(in crate::app) fn export_notes(&mut self, ctx: &Context, ids: &[Uuid], copy: bool) {
        let parcel = self.parcel(ids);
        let chosen = self.window.notes_page.export.chosen.clone();
        if copy {
            let window = ctx.clone();
            self.exporter.work_on_notes(ctx, move |_| match made(&parcel, &chosen, chosen.format) {
                Ok(file) => {
                    window.copy_text(String::from_utf8_lossy(&file.content).into_owned());
                    Some(Ok(with_remarks("The notes are on the clipboard.".to_owned(), &file.remarks)))
                }
                Err(why) => Some(Err(why)),
            });
            return;
        }
        let one_briefing = parcel.notes.windows(2).all(|pair| pair[0].briefing == pair[1].briefing);
        let about = parcel.notes.first().filter(|_| one_briefing).map_or("", |note| note.briefing.as_str());
        let name = plain_name(&format!("notes {about} {}", parcel.day));
        self.exporter.work_on_notes(ctx, move |ask| {
            let ending = ending(&chosen);
            let wanted = SaveRequest { title: "Save the notes", name: &name, ending: Some((&ending, chosen.format.name())) };
            match ask(&wanted) {
                DialogResult::Chosen(path) => {
                    let has_ending = path.extension().is_some();
                    let path = if has_ending { path } else { path.with_extension(&ending) };
                    let write = |file: NotesFile| {
                        write_whole(&path, &file.content).map_err(|why| why.to_string())?;
                        Ok(with_remarks(format!("Saved as {}.", path.display()), &file.remarks))
                    };
                    Some(made(&parcel, &chosen, chosen.format).and_then(write))
                }
                DialogResult::Cancelled => None,
                DialogResult::Unavailable => Some(Err(format!(
                    "This system shows no dialog for saving files. The command line writes the notes: briefing-reader \
                     notes export --to FILE.{ending}"
                ))),
            }
        });
    }

    /// What the file will say, worked out beside the frames: of thousands of notes it takes seconds.
    pub(in crate::app) fn preview_notes(&mut self, ids: Vec<Uuid>) {
        let of = (self.window.notes_page.export.chosen.clone(), ids);
        let is_under_way = self.notebook.preview.as_ref().is_some_and(|preview| preview.of == of);
        if !is_under_way {
            let (parcel, chosen) = (self.parcel(&of.1), of.0.clone());
            let task = Task::start(&self.repainter, move |results| results.send(preview(&parcel, &chosen)));
            self.notebook.preview = Some(Preview { of, task });
            self.tend_preview(self.wait);
        }
    }

    /// Shows the preview once it is there.
    pub(in crate::app) fn tend_preview(&mut self, wait: WaitBudget) {
        let Some(preview) = &mut self.notebook.preview else { return };
        let text = match preview.task.step(wait) {
            TaskState::Pending => return,
            TaskState::Ready(text) => text,
            TaskState::Finished => "It could not be made.".to_owned(),
            TaskState::Failed(why) => format!("It could not be made: {why}."),
        };
        if let Some(Preview { of: (chosen, ids), .. }) = self.notebook.preview.take() {
            self.window.notes_page.export.preview = Some((chosen, ids, text));
        }
    }

    /// Takes a template that the person names.
    pub(in crate::app) fn choose_template(&mut self, ctx: &Context) {
        self.template_dialog.open_template(ctx);
    }

    /// A template was chosen.
    pub(in crate::app) fn take_template(&mut self, path: PathBuf) {
        self.window.notes_page.export.chosen.template = Some(path);
    }

    fn parcel(&self, ids: &[Uuid]) -> Parcel {
        let notes: Vec<Note> = ids.iter().filter_map(|id| self.notebook.notes.get(id).cloned()).collect();
        let mut bundles = self.open_bundles();
        bundles.extend(self.window.compare.shelf.iter().cloned());
        for note in &notes {
            if !bundles.iter().any(|bundle| bundle.manifest.id == note.briefing) {
                bundles.extend(library::open(&note.briefing).map(Arc::new));
            }
        }
        let day = (self.notebook.clock)().to_zoned(TimeZone::UTC).date().to_string();
        let placed = self.window.reading.iter().flat_map(|reading| reading.notes.all());
        let placements: HashMap<Uuid, Placement> =
            placed.map(|placed| (placed.note.id, placed.placement.clone())).collect();
        let hashes = made_on(notes.iter().filter(|note| !placements.contains_key(&note.id)));
        let old_texts = self.notebook.writer.as_ref().map(|writer| writer.texts(hashes));
        Parcel { notes, bundles, placements, old_texts, day }
    }
}

/// The ending of the file's name: that of the template where there is one.
fn ending(chosen: &NoteExport) -> String {
    let own = chosen.template.as_ref().and_then(|path| path.extension());
    own.map_or_else(|| chosen.format.ending().to_owned(), |ending| ending.to_string_lossy().into_owned())
}

/// The beginning of the file, as text.
fn preview(parcel: &Parcel, chosen: &NoteExport) -> String {
    // Files for other programs' eyes say what the Markdown says.
    let format = match chosen.format {
        NotesFormat::Docx | NotesFormat::Pdf | NotesFormat::Html => NotesFormat::Markdown,
        format => format,
    };
    let text = match made(parcel, chosen, format) {
        Ok(file) => String::from_utf8_lossy(&file.content).trim_start_matches('\u{feff}').to_owned(),
        Err(why) => why,
    };
    match text.char_indices().nth(PREVIEW) {
        Some((end, _)) => format!("{}\n…", &text[..end]),
        None => text,
    }
}

/// What was done, with what is wrong with single references.
fn with_remarks(done: String, remarks: &[String]) -> String {
    let shown = remarks.iter().take(REMARKS).fold(done, |told, remark| format!("{told} {remark}."));
    match remarks.len().saturating_sub(REMARKS) {
        0 => shown,
        1 => format!("{shown} One more reference has such a fault."),
        more => format!("{shown} {more} more have such faults."),
    }
}

fn made(parcel: &Parcel, chosen: &NoteExport, format: NotesFormat) -> Result<NotesFile, String> {
    let template = chosen.template.as_ref().map(|path| {
        let text = std::fs::read_to_string(path)
            .map_err(|why| format!("The template {} cannot be read: {}.", shown(path), reason(&why)))?;
        Ok::<_, String>((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
    });
    let template = template.transpose()?;
    let template = template.as_ref().map(|(name, text)| Template { name, text });
    let old_texts = parcel.old_texts.as_ref().and_then(|texts| texts.recv().ok()).unwrap_or_default();
    let at_hand = |note: &Note| parcel.bundles.iter().find(|bundle| bundle.manifest.id == note.briefing);
    let mut briefings: Vec<At<'_>> = Vec::new();
    for bundle in parcel.notes.iter().filter_map(at_hand) {
        if !briefings.iter().any(|known| known.bundle.manifest.id == bundle.manifest.id) {
            briefings.push(At::new(bundle, parcel, &old_texts));
        }
    }
    let of = |note: &Note| briefings.iter().find(|at| at.bundle.manifest.id == note.briefing);
    let entries: Vec<Entry<'_>> = parcel
        .notes
        .iter()
        .map(|note| {
            let Some(at) = of(note) else { return Entry::alone(note) };
            match parcel.placements.get(&note.id).or_else(|| at.carried.get(&note.id)) {
                Some(placement) => Entry::within(note, at.bundle, &at.text, placement),
                None => Entry::alone(note),
            }
        })
        .collect();
    let options = Options { format, style: chosen.style, by: chosen.by, template, day: &parcel.day };
    write(&entries, &options)
}

/// A briefing that is at hand, with where notes stand in it that are not placed yet.
struct At<'p> {
    bundle: &'p Bundle,
    text: EditionText,
    carried: HashMap<Uuid, Placement>,
}

impl<'p> At<'p> {
    fn new(bundle: &'p Bundle, parcel: &Parcel, old_texts: &HashMap<String, EditionText>) -> At<'p> {
        let text = EditionText::of(&bundle.article);
        let is_unplaced =
            |note: &&Note| note.briefing == bundle.manifest.id && !parcel.placements.contains_key(&note.id);
        let notes: Vec<Note> = parcel.notes.iter().filter(is_unplaced).cloned().collect();
        let old_text = |hash: &str| old_texts.get(hash).cloned();
        let placed = place_in(&notes, bundle, (&text, &text.hash()), old_text);
        let carried = placed.into_iter().map(|placed| (placed.note.id, placed.placement)).collect();
        At { bundle, text, carried }
    }
}
