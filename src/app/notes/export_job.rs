//! Makes files of notes, off the UI thread.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use egui::Context;
use uuid::Uuid;

use crate::app::exports::{saved_as, with_ending};
use crate::app::tasks::{DialogResult, SaveJob, SaveRequest, Task, TaskState, Tasks, WaitBudget};
use crate::bundle::Bundle;
use crate::disk::{reason, shown, write_whole};
use crate::export::notes::{Entry, NotesFile, NotesFormat, Options, Template, write};
use crate::export::plain_name;
use crate::notes::placing::place_in;
use crate::notes::{EditionText, Note, Placement};
use crate::view::NoteExport;

/// The longest preview, in characters.
const PREVIEW: usize = 4_000;
/// How many remarks on references a message has room for.
const REMARKS: usize = 2;

/// What a preview is of, and the work.
pub(super) struct Preview {
    of: (NoteExport, Vec<Uuid>),
    task: Task<String>,
}

impl Preview {
    /// Starts to work out what a file will say, off the UI thread: for thousands of notes that takes
    /// seconds.
    pub(super) fn start(tasks: &Tasks, input: ExportInput, of: (NoteExport, Vec<Uuid>)) -> Preview {
        let chosen = of.0.clone();
        Preview { of, task: tasks.start(move |results| results.send(preview(&input, &chosen))) }
    }

    /// Whether it is a preview of these notes, exported in this way.
    pub(super) fn is_of(&self, of: &(NoteExport, Vec<Uuid>)) -> bool {
        self.of == *of
    }

    /// What the file will say, once that is worked out.
    pub(super) fn step(&mut self, wait: WaitBudget) -> Option<(NoteExport, Vec<Uuid>, String)> {
        let text = match self.task.step(wait) {
            TaskState::Pending => return None,
            TaskState::Ready(text) => text,
            TaskState::Finished => "It could not be made.".to_owned(),
            TaskState::Failed(why) => format!("It could not be made: {why}."),
        };
        let (chosen, ids) = self.of.clone();
        Some((chosen, ids, text))
    }
}

/// Notes, and all that an export of them needs and is at hand.
pub(super) struct ExportInput {
    pub(super) notes: Vec<Note>,
    pub(super) bundles: Vec<Arc<Bundle>>,
    /// The places of notes on the briefing in the window.
    pub(super) placements: HashMap<Uuid, Placement>,
    /// The texts that the other notes were made on, to find their places in the editions at hand. They
    /// are on their way from the disk.
    pub(super) old_texts: Option<Receiver<HashMap<String, EditionText>>>,
    pub(super) day: String,
}

/// Copies the notes; of many it takes longer than a frame.
pub(super) fn copy_job(ctx: Context, input: ExportInput, chosen: NoteExport) -> SaveJob {
    Box::new(move |_| {
        Some(make(&input, &chosen, chosen.format).map(|file| {
            ctx.copy_text(String::from_utf8_lossy(&file.content).into_owned());
            with_remarks("The notes are on the clipboard.".to_owned(), &file.remarks)
        }))
    })
}

/// Writes the notes into a file that the person names.
pub(super) fn save_job(input: ExportInput, chosen: NoteExport) -> SaveJob {
    let one_briefing = input.notes.windows(2).all(|pair| pair[0].briefing == pair[1].briefing);
    let about = input.notes.first().filter(|_| one_briefing).map_or("", |note| note.briefing.as_str());
    let name = plain_name(&format!("notes {about} {}", input.day));
    Box::new(move |ask| {
        let ending = ending(&chosen);
        let kind = (ending.as_str(), chosen.format.name());
        match ask(&SaveRequest { title: "Save the notes", name: &name, ending: Some(kind) }) {
            DialogResult::Chosen(path) => {
                let path = with_ending(&path, &ending);
                let write = |file: NotesFile| {
                    write_whole(&path, &file.content).map_err(|why| why.to_string())?;
                    Ok(with_remarks(saved_as(&path), &file.remarks))
                };
                Some(make(&input, &chosen, chosen.format).and_then(write))
            }
            DialogResult::Cancelled => None,
            DialogResult::Unavailable => Some(Err(format!(
                "This system shows no dialog for saving files. The command line writes the notes: briefing-reader \
                 notes export --to FILE.{ending}"
            ))),
        }
    })
}

/// The ending of the file's name: that of the template where there is one.
fn ending(chosen: &NoteExport) -> String {
    let own = chosen.template.as_ref().and_then(|path| path.extension());
    own.map_or_else(|| chosen.format.ending().to_owned(), |ending| ending.to_string_lossy().into_owned())
}

/// The beginning of the file, as text.
fn preview(input: &ExportInput, chosen: &NoteExport) -> String {
    // Files for other programs' eyes say what the Markdown says.
    let format = match chosen.format {
        NotesFormat::Docx | NotesFormat::Pdf | NotesFormat::Html => NotesFormat::Markdown,
        format => format,
    };
    let text = match make(input, chosen, format) {
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

fn make(input: &ExportInput, chosen: &NoteExport, format: NotesFormat) -> Result<NotesFile, String> {
    let template = chosen.template.as_ref().map(|path| {
        let text = std::fs::read_to_string(path)
            .map_err(|why| format!("The template {} cannot be read: {}.", shown(path), reason(&why)))?;
        Ok::<_, String>((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
    });
    let template = template.transpose()?;
    let template = template.as_ref().map(|(name, text)| Template { name, text });
    let old_texts = input.old_texts.as_ref().and_then(|texts| texts.recv().ok()).unwrap_or_default();
    let at_hand = |note: &Note| input.bundles.iter().find(|bundle| bundle.manifest.id == note.briefing);
    let mut briefings: Vec<BriefingAtHand<'_>> = Vec::new();
    for bundle in input.notes.iter().filter_map(at_hand) {
        if !briefings.iter().any(|known| known.bundle.manifest.id == bundle.manifest.id) {
            briefings.push(BriefingAtHand::new(bundle, input, &old_texts));
        }
    }
    let of = |note: &Note| briefings.iter().find(|at| at.bundle.manifest.id == note.briefing);
    let entries: Vec<Entry<'_>> = input
        .notes
        .iter()
        .map(|note| {
            let Some(at) = of(note) else { return Entry::alone(note) };
            match input.placements.get(&note.id).or_else(|| at.carried.get(&note.id)) {
                Some(placement) => Entry::within(note, at.bundle, &at.text, placement),
                None => Entry::alone(note),
            }
        })
        .collect();
    let options = Options { format, style: chosen.style, by: chosen.by, template, day: &input.day };
    write(&entries, &options)
}

/// A briefing at hand, with the places of notes that the window has not placed.
struct BriefingAtHand<'p> {
    bundle: &'p Bundle,
    text: EditionText,
    carried: HashMap<Uuid, Placement>,
}

impl<'p> BriefingAtHand<'p> {
    fn new(
        bundle: &'p Bundle,
        input: &ExportInput,
        old_texts: &HashMap<String, EditionText>,
    ) -> BriefingAtHand<'p> {
        let text = EditionText::of(&bundle.article);
        let is_unplaced =
            |note: &&Note| note.briefing == bundle.manifest.id && !input.placements.contains_key(&note.id);
        let notes: Vec<Note> = input.notes.iter().filter(is_unplaced).cloned().collect();
        let old_text = |hash: &str| old_texts.get(hash).cloned();
        let placed = place_in(&notes, bundle, (&text, &text.hash()), old_text);
        let carried = placed.into_iter().map(|placed| (placed.note.id, placed.placement)).collect();
        BriefingAtHand { bundle, text, carried }
    }
}
