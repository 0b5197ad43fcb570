//! Carries out what a person asks of their notes.

use egui::Context;
use uuid::Uuid;

use super::placement::PutOff;
use super::undo::Edit;
use crate::app::App;
use crate::notes::{EditionText, Note, Passage, Settled, Target};
use crate::view::About;
use crate::view::Editing;
use crate::view::actions::{Command, Direction, NoteAction, View};

/// What is answered to a note on an article that is not read to its end yet.
const STILL_READ: &str = "The article is still being read. Try again in a moment.";

impl App {
    /// Does what was asked.
    pub(in crate::app) fn noting(&mut self, ctx: &Context, asked: NoteAction) {
        match asked {
            // It would hang on the whole text.
            NoteAction::Write(_)
            | NoteAction::Highlight(_)
            | NoteAction::Attach(..)
            | NoteAction::AttachHere(_)
                if self.is_beginning() =>
            {
                self.window.messages.done(STILL_READ);
            }
            NoteAction::Write(_)
            | NoteAction::Highlight(_)
            | NoteAction::Attach(..)
            | NoteAction::AttachHere(_)
            | NoteAction::Accept(_)
            | NoteAction::KeepWithoutPlace(_)
                if !self.has_edition() =>
            {
                self.put_off(PutOff::NoteAction(asked));
            }
            NoteAction::Write(on) => self.make_note(ctx, &on, true),
            NoteAction::Highlight(on) => self.make_note(ctx, &on, false),
            NoteAction::Open(id) => self.open_card(id),
            NoteAction::GoTo(id) => self.go_to_note(id),
            NoteAction::Close => self.close_card(),
            NoteAction::Say(id, words) => self.say_in_note(id, words),
            NoteAction::Tag(id, tag) => self.alter(id, |note| note.tag_with(&tag)),
            NoteAction::Untag(id, tag) => self.alter(id, |note| note.tags.retain(|known| *known != tag)),
            NoteAction::Colour(id, colour) => self.alter(id, |note| note.colour = colour),
            NoteAction::Stance(id, stance) => self.alter(id, |note| note.stance = stance),
            NoteAction::Delete(id) => self.delete_note(ctx, id),
            NoteAction::SaveAgain(id) => self.notebook.keep(id),
            NoteAction::Accept(id) => self.accept(id),
            NoteAction::KeepWithoutPlace(id) => self.settle(id, |_| None),
            NoteAction::Attach(id, at) => self.attach(id, at),
            NoteAction::AttachHere(id) => self.attach_here(id),
            NoteAction::Export(notes) => self.export_notes(ctx, &notes, false),
            NoteAction::CopyExport(notes) => self.export_notes(ctx, &notes, true),
            NoteAction::Preview(notes) => self.preview_notes(notes),
            NoteAction::ChooseTemplate => self.choose_template(ctx),
            NoteAction::CloseOnceSaved => self.close_once_kept(ctx),
            NoteAction::CloseAnyway => self.close_anyway(ctx),
            NoteAction::StayOpen => self.stay_open(),
        }
    }

    /// Takes a change as a step, has it kept and shown.
    pub(in crate::app) fn change(
        &mut self,
        id: Uuid,
        note: Option<Note>,
        text: Option<EditionText>,
        typed: bool,
    ) {
        let before = self.notebook.notes.get(&id).cloned();
        if before == note {
            return;
        }
        self.notebook.edits.add(Edit { id, before, after: note.clone(), typed });
        self.notebook.put(id, note, text);
        self.notes_changed();
    }

    /// Changes what a note says.
    fn alter(&mut self, id: Uuid, how: impl FnOnce(&mut Note)) {
        let Some(mut note) = self.notebook.notes.get(&id).cloned() else { return };
        let before = note.clone();
        how(&mut note);
        if note != before {
            note.modified = (self.notebook.clock)();
            self.notebook.edits.close();
            self.change(id, Some(note), None, false);
        }
    }

    /// What is typed is shown at once and kept soon.
    fn say_in_note(&mut self, id: Uuid, words: String) {
        let now = (self.notebook.clock)();
        let Some(note) = self.notebook.notes.get_mut(&id) else { return };
        let before = note.clone();
        note.comment = words;
        note.modified = now;
        let after = note.clone();
        self.notebook.edits.add(Edit { id, before: Some(before), after: Some(after.clone()), typed: true });
        self.notebook.drafts.typed(id);
        if let Some(reading) = &mut self.window.reading {
            reading.notes.say(&after);
        }
        (self.window.notes.can_undo, self.window.notes.can_redo) = self.notebook.edits.can();
    }

    /// Takes what is typed in the open card and was not taken yet.
    pub(in crate::app) fn keep_open_card(&mut self) {
        let Some(editing) = &self.window.notes.open else { return };
        let (id, words) = (editing.id, editing.comment.clone());
        if self.notebook.notes.get(&id).is_some_and(|note| note.comment != words) {
            self.say_in_note(id, words);
        }
    }

    pub(in crate::app) fn open_card(&mut self, id: Uuid) {
        self.close_card();
        if let Some(note) = self.notebook.notes.get(&id) {
            self.window.notes.open = Some(Editing::of(note, false));
        }
    }

    /// Closes the card. A note that was made to be written and says nothing goes again.
    pub(in crate::app) fn close_card(&mut self) {
        let Some(editing) = self.window.notes.open.take() else { return };
        self.alter(editing.id, |note| editing.tag.split(',').for_each(|tag| note.tag_with(tag)));
        self.notebook.edits.close();
        let Some(note) = self.notebook.notes.get(&editing.id) else { return };
        if editing.is_new && note.says_nothing() {
            self.change(editing.id, None, None, false);
            return;
        }
        // What was typed may be kept already, and is listed as it was before.
        let is_listed = self.window.notes.all.contains(note);
        if self.notebook.drafts.has(editing.id) {
            self.notebook.keep(editing.id);
        }
        if !is_listed {
            self.notes_changed();
        }
    }

    fn delete_note(&mut self, ctx: &Context, id: Uuid) {
        if self.window.notes.open.as_ref().is_some_and(|editing| editing.id == id) {
            self.window.notes.open = None;
        }
        self.notebook.edits.close();
        self.change(id, None, None, false);
        let keys = ctx.format_shortcut(&Command::Undo.shortcut());
        self.window.messages.done(format!("The note is deleted. {keys} brings it back."));
    }

    /// Goes to where a note stands; the briefing it is on is opened where it is not in the window.
    pub(in crate::app) fn go_to_note(&mut self, id: Uuid) {
        let Some(note) = self.notebook.notes.get(&id) else { return };
        if let Target::Comparison { name } = &note.target {
            let name = name.clone();
            self.open_kept_comparison(&name);
            return;
        }
        let here = self.window.reading.as_ref().is_some_and(|open| open.bundle.manifest.id == note.briefing);
        if !here {
            let (briefing, title) = (note.briefing.clone(), note.title.clone());
            if !self.open_by_id(&briefing) {
                let words = format!("“{title}” is not open and not on the shelf: open it to go to the note.");
                self.window.messages.say_of(About::Opening, words);
                return;
            }
            self.notebook.placing.go_to = Some(id);
            return;
        }
        let row = self.window.reading.as_ref().and_then(|reading| reading.notes.get(id)?.row);
        if let Some(row) = row {
            self.go_to(row);
        }
    }

    /// Goes to the next note below the top of the view, or the one above; round the ends.
    pub(in crate::app) fn step_note(&mut self, direction: Direction) {
        let Some(reading) = &self.window.reading else { return };
        let placed = || reading.notes.all().iter().filter(|placed| placed.row.is_some());
        let here = self.notebook.stepped_to.and_then(|id| placed().position(|placed| placed.note.id == id));
        let row = reading.page.hold().row;
        let count = placed().count();
        let next = match (here, direction) {
            (Some(here), _) => direction.step(here, count),
            (None, Direction::Next) => {
                placed().position(|placed| placed.row.is_some_and(|at| at >= row)).unwrap_or(0)
            }
            (None, Direction::Previous) => placed()
                .filter(|placed| placed.row.is_some_and(|at| at < row))
                .count()
                .checked_sub(1)
                .unwrap_or(count - 1),
        };
        let Some(id) = placed().nth(next).map(|placed| placed.note.id) else { return };
        self.go_to_note(id);
        self.open_card(id);
        self.notebook.stepped_to = Some(id);
    }

    /// Takes what stands there now for what the note hangs on.
    fn accept(&mut self, id: Uuid) {
        let at = self.window.reading.as_ref().and_then(|reading| reading.notes.get(id)?.placement.at.clone());
        match at {
            Some(at) => self.attach(id, at),
            None => self.settle(id, |app| {
                let bundle = &app.window.reading.as_ref()?.bundle;
                match &app.notebook.notes.get(&id)?.target {
                    Target::Figure { reference, .. } => Target::figure(bundle, reference),
                    Target::KeyFigure { references, .. } => Target::key_figure(bundle, references),
                    Target::Call { call, .. } => Target::call(bundle, call),
                    other => Some(other.clone()),
                }
            }),
        }
    }

    /// Hangs a note on other code points of this edition.
    fn attach(&mut self, id: Uuid, at: std::ops::Range<usize>) {
        self.settle(id, |app| {
            let bundle = std::sync::Arc::clone(&app.window.reading.as_ref()?.bundle);
            let edition = app.notebook.placing.edition(&bundle);
            Passage::at(&edition.0, at).map(Target::Passage)
        });
    }

    fn attach_here(&mut self, id: Uuid) {
        let Some(bundle) = self.window.reading.as_ref().map(|reading| std::sync::Arc::clone(&reading.bundle))
        else {
            return;
        };
        if let Some(Target::Passage(passage)) = self.passage(&bundle, false) {
            self.attach(id, passage.position);
        }
    }

    /// Notes what the person decided about a note in this edition.
    fn settle(&mut self, id: Uuid, target: impl FnOnce(&mut App) -> Option<Target>) {
        let Some(bundle) = self.window.reading.as_ref().map(|reading| std::sync::Arc::clone(&reading.bundle))
        else {
            return;
        };
        let target = target(self);
        let edition = self.notebook.placing.edition(&bundle);
        let settled = Settled { edition: bundle.manifest.edition, text_hash: edition.1.clone(), target };
        let Some(mut note) = self.notebook.notes.get(&id).cloned() else { return };
        note.settled = Some(settled);
        note.modified = (self.notebook.clock)();
        self.notebook.edits.close();
        self.change(id, Some(note), Some(edition.0.clone()), false);
    }

    /// Shows the Notes view, which says what a line over the page may have said.
    pub(in crate::app) fn show_notes(&mut self) {
        self.window.messages.retract(About::Evidence);
        self.show(View::Notes);
    }

    /// The note or highlight that a command asks for.
    pub(in crate::app) fn note_here(&mut self, ctx: &Context, asked: NoteAction) {
        if self.window.view != View::Notes {
            self.noting(ctx, asked);
        }
    }
}
