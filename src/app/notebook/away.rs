//! Notes on their way out: into files and onto the clipboard.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::super::dialog::{Answer, Wanted};
use super::App;
use crate::bundle::Bundle;
use crate::export::notes::{Entry, NotesFormat, Options, Template, write};
use crate::export::{plain_name, write_whole};
use crate::library;
use crate::notes::{EditionText, Note, Placement};
use crate::view::notes::TakeAway;

/// The longest preview, in characters.
const PREVIEW: usize = 4_000;

/// Notes with what they are on, as far as it is at hand.
struct Parcel {
    notes: Vec<Note>,
    bundles: Vec<Arc<Bundle>>,
    /// Where those on the briefing in the window stand, which was carried over from older editions.
    placements: HashMap<Uuid, Placement>,
    day: String,
}

impl App {
    /// Writes notes into a file that the person names, or copies them.
    pub(super) fn export_notes(&mut self, ctx: &Context, ids: &[Uuid], copy: bool) {
        let parcel = self.parcel(ids);
        let chosen = self.window.notes.away.chosen.clone();
        if copy {
            match made(&parcel, &chosen, chosen.format) {
                Ok(bytes) => {
                    ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned());
                    self.window.message = Some("The notes are on the clipboard.".to_owned());
                }
                Err(why) => self.window.message = Some(why),
            }
            return;
        }
        let one_briefing = parcel.notes.windows(2).all(|pair| pair[0].briefing == pair[1].briefing);
        let about = parcel.notes.first().filter(|_| one_briefing).map_or("", |note| note.briefing.as_str());
        let name = plain_name(&format!("notes {about} {}", parcel.day));
        self.exporter.save_notes(ctx, move |ask| {
            let ending = ending(&chosen);
            let wanted = Wanted { title: "Save the notes", name: &name, ending: Some((&ending, chosen.format.name())) };
            match ask(&wanted) {
                Answer::Chosen(path) => {
                    let has_ending = path.extension().is_some();
                    let path = if has_ending { path } else { path.with_extension(&ending) };
                    let written = made(&parcel, &chosen, chosen.format).and_then(|bytes| write_whole(&path, &bytes));
                    Some(written.map_or_else(|why| why, |()| format!("Saved as {}.", path.display())))
                }
                Answer::Nothing => None,
                Answer::NotShown => Some(format!(
                    "This system shows no dialog for saving files. The command line writes the notes: briefing-reader \
                     notes export --to FILE.{ending}"
                )),
            }
        });
    }

    /// What the file will say.
    pub(super) fn preview_notes(&mut self, ids: Vec<Uuid>) {
        let chosen = self.window.notes.away.chosen.clone();
        // A Word file and a page say what the Markdown says.
        let format = match chosen.format {
            NotesFormat::Docx | NotesFormat::Html => NotesFormat::Markdown,
            format => format,
        };
        let text = match made(&self.parcel(&ids), &chosen, format) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned(),
            Err(why) => why,
        };
        let text = match text.char_indices().nth(PREVIEW) {
            Some((end, _)) => format!("{}\n…", &text[..end]),
            None => text,
        };
        self.window.notes.away.preview = Some((chosen, ids, text));
    }

    /// Takes a template that the person names.
    pub(super) fn choose_template(&mut self, ctx: &Context) {
        self.template_dialog.open_template(ctx);
    }

    /// A template was chosen.
    pub(in crate::app) fn take_template(&mut self, path: PathBuf) {
        self.window.notes.away.chosen.template = Some(path);
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
        let placements = placed.map(|placed| (placed.note.id, placed.placement.clone())).collect();
        Parcel { notes, bundles, placements, day }
    }
}

/// The ending of the file's name: that of the template where there is one.
fn ending(chosen: &TakeAway) -> String {
    let own = chosen.template.as_ref().and_then(|path| path.extension());
    own.map_or_else(|| chosen.format.ending().to_owned(), |ending| ending.to_string_lossy().into_owned())
}

fn made(parcel: &Parcel, chosen: &TakeAway, format: NotesFormat) -> Result<Vec<u8>, String> {
    let template = chosen.template.as_ref().map(|path| {
        let text = std::fs::read_to_string(path)
            .map_err(|why| format!("The template {} cannot be read: {why}.", path.display()))?;
        Ok::<_, String>((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
    });
    let template = template.transpose()?;
    let template = template.as_ref().map(|(name, text)| Template { name, text });
    let texts: Vec<(&Bundle, EditionText)> =
        parcel.bundles.iter().map(|bundle| (&**bundle, EditionText::of(&bundle.article))).collect();
    let entries: Vec<Entry<'_>> =
        parcel.notes.iter().map(|note| entry(note, &texts, parcel.placements.get(&note.id))).collect();
    let options = Options { format, style: chosen.style, by: chosen.by, template, day: &parcel.day };
    write(&entries, &options)
}

/// A note with its briefing, where that is at hand.
fn entry<'n>(
    note: &'n Note,
    texts: &'n [(&'n Bundle, EditionText)],
    placement: Option<&Placement>,
) -> Entry<'n> {
    let Some((bundle, text)) = texts.iter().find(|(bundle, _)| bundle.manifest.id == note.briefing) else {
        return Entry::alone(note);
    };
    if let Some(placement) = placement {
        return Entry::within(note, bundle, text, placement);
    }
    // Another edition's text is not asked for here: its passages are searched for.
    let placed = crate::notes::placing::place(std::slice::from_ref(note), bundle, |_| None);
    match placed.first() {
        Some(placed) => Entry::within(note, bundle, text, &placed.placement),
        None => Entry::alone(note),
    }
}
