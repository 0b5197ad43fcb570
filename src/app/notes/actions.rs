//! Carries out what a person asks of their notes.

use std::ops::Range;
use std::sync::Arc;

use egui::Context;
use uuid::Uuid;

use super::edit_history::Edit;
use super::notebook::Notebook;
use super::placement::Waiting;
use crate::app::documents::Documents;
use crate::app::effect::Effect;
use crate::app::shared::Shared;
use crate::bundle::Bundle;
use crate::notes::{EditionText, Note, Passage, Settled, Target};
use crate::view::About;
use crate::view::Editing;
use crate::view::actions::{Command, Direction, NoteAction, View};

/// What to say to a note on an article that is not read to its end yet.
const STILL_READING: &str = "The article is still being read. Try again in a moment.";

impl Notebook {
    /// Carries out an action; one that needs the text of the edition waits for it.
    pub(crate) fn act(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        asked: NoteAction,
    ) {
        match asked {
            // The note would be on the whole text.
            NoteAction::Write(_)
            | NoteAction::Highlight(_)
            | NoteAction::Attach(..)
            | NoteAction::AttachHere(_)
                if shared.shows_beginning() =>
            {
                shared.window.messages.done(STILL_READING);
            }
            NoteAction::Write(_)
            | NoteAction::Highlight(_)
            | NoteAction::Attach(..)
            | NoteAction::AttachHere(_)
            | NoteAction::Accept(_)
            | NoteAction::KeepWithoutPlace(_)
                if !self.has_edition(shared, documents) =>
            {
                self.wait_for_edition(shared, Waiting::Action(asked));
            }
            NoteAction::Write(on) => self.create(shared, documents, ctx, &on, true),
            NoteAction::Highlight(on) => self.create(shared, documents, ctx, &on, false),
            NoteAction::Open(id) => self.open_card(shared, id),
            NoteAction::GoTo(id) => self.go_to_note(shared, documents, id),
            NoteAction::Close => self.close_card(shared),
            NoteAction::Say(id, words) => self.type_in(shared, id, words),
            NoteAction::Tag(id, tag) => self.alter(shared, id, |note| note.tag_with(&tag)),
            NoteAction::Untag(id, tag) => {
                self.alter(shared, id, |note| note.tags.retain(|known| *known != tag));
            }
            NoteAction::Colour(id, colour) => self.alter(shared, id, |note| note.colour = colour),
            NoteAction::Stance(id, stance) => self.alter(shared, id, |note| note.stance = stance),
            NoteAction::Delete(id) => self.delete(shared, ctx, id),
            NoteAction::SaveAgain(id) => self.save(id),
            NoteAction::Accept(id) => self.accept(shared, documents, id),
            NoteAction::KeepWithoutPlace(id) => self.settle(shared, documents, id, None),
            NoteAction::Attach(id, at) => self.attach(shared, documents, id, at),
            NoteAction::AttachHere(id) => self.attach_here(shared, documents, id),
            NoteAction::Export(notes) => self.save_export(shared, documents, &notes),
            NoteAction::CopyExport(notes) => self.copy_export(shared, documents, ctx, &notes),
            NoteAction::Preview(notes) => self.start_preview(shared, documents, notes),
            NoteAction::ChooseTemplate => self.template_dialog.open_template(&shared.tasks),
            NoteAction::CloseOnceSaved => self.close_once_saved(shared, ctx),
            NoteAction::CloseAnyway => self.close_anyway(shared, ctx),
            NoteAction::StayOpen => self.stay_open(shared),
        }
    }

    /// Makes a change: it can be undone, and is saved and shown.
    pub(super) fn change(
        &mut self,
        shared: &mut Shared,
        id: Uuid,
        note: Option<Note>,
        text: Option<EditionText>,
    ) {
        let before = self.notes.get(&id).cloned();
        if before == note {
            return;
        }
        self.edits.add(Edit { id, before, after: note.clone(), typed: false });
        self.put(id, note, text);
        self.show_changes(shared);
    }

    /// Changes a note that exists.
    fn alter(&mut self, shared: &mut Shared, id: Uuid, how: impl FnOnce(&mut Note)) {
        let Some(mut note) = self.notes.get(&id).cloned() else { return };
        let before = note.clone();
        how(&mut note);
        if note != before {
            note.modified = (self.clock)();
            self.edits.close();
            self.change(shared, id, Some(note), None);
        }
    }

    /// Takes in what is typed: it is shown at once and saved soon.
    fn type_in(&mut self, shared: &mut Shared, id: Uuid, words: String) {
        let now = (self.clock)();
        let Some(note) = self.notes.get_mut(&id) else { return };
        let before = note.clone();
        note.comment = words;
        note.modified = now;
        let after = note.clone();
        self.edits.add(Edit { id, before: Some(before), after: Some(after.clone()), typed: true });
        self.drafts.typed(id);
        if let Some(reading) = &mut shared.window.reading {
            reading.notes.say(&after);
        }
        (shared.window.notes.can_undo, shared.window.notes.can_redo) = self.edits.can();
    }

    /// Takes in what is typed in the open card and did not arrive as an action.
    pub(crate) fn take_open_card(&mut self, shared: &mut Shared) {
        let Some(editing) = &shared.window.notes.open else { return };
        let (id, words) = (editing.id, editing.comment.clone());
        if self.notes.get(&id).is_some_and(|note| note.comment != words) {
            self.type_in(shared, id, words);
        }
    }

    /// Opens the card of a note.
    pub(super) fn open_card(&mut self, shared: &mut Shared, id: Uuid) {
        self.close_card(shared);
        if let Some(note) = self.notes.get(&id) {
            shared.window.notes.open = Some(Editing::of(note, false));
        }
    }

    /// Closes the open card.
    pub(super) fn close_card(&mut self, shared: &mut Shared) {
        if let Some(editing) = shared.window.notes.open.take() {
            self.finish_card(shared, &editing);
        }
    }

    /// Saves what a card that was closed says. A new note that says nothing is deleted again.
    pub(crate) fn finish_card(&mut self, shared: &mut Shared, editing: &Editing) {
        self.alter(shared, editing.id, |note| editing.tag.split(',').for_each(|tag| note.tag_with(tag)));
        self.edits.close();
        let Some(note) = self.notes.get(&editing.id) else { return };
        if editing.is_new && note.says_nothing() {
            self.change(shared, editing.id, None, None);
            return;
        }
        // What was typed may be saved already, and the list still shows what was there before.
        let is_listed = shared.window.notes.all.contains(note);
        if self.drafts.has(editing.id) {
            self.save(editing.id);
        }
        if !is_listed {
            self.show_changes(shared);
        }
    }

    fn delete(&mut self, shared: &mut Shared, ctx: &Context, id: Uuid) {
        if shared.window.notes.open.as_ref().is_some_and(|editing| editing.id == id) {
            shared.window.notes.open = None;
        }
        self.edits.close();
        self.change(shared, id, None, None);
        let keys = ctx.format_shortcut(&Command::Undo.shortcut());
        shared.window.messages.done(format!("The note is deleted. {keys} brings it back."));
    }

    /// Goes to the place of a note; its briefing is opened if it is not in the window.
    pub(super) fn go_to_note(&mut self, shared: &mut Shared, documents: &mut Documents, id: Uuid) {
        let Some(note) = self.notes.get(&id) else { return };
        if let Target::Comparison { name } = &note.target {
            shared.ask(Effect::OpenSavedComparison(name.clone()));
            return;
        }
        let here =
            shared.window.reading.as_ref().is_some_and(|open| open.bundle.manifest.id == note.briefing);
        if !here {
            if documents.open_by_id(shared, &note.briefing) {
                self.placement.go_to = Some(id);
            } else {
                let title = &note.title;
                let words = format!("“{title}” is not open and not on the shelf: open it to go to the note.");
                shared.window.messages.say_of(About::Opening, words);
            }
            return;
        }
        let row = shared.window.reading.as_ref().and_then(|reading| reading.notes.get(id)?.row);
        if let Some(row) = row {
            shared.go_to_row(row);
        }
    }

    /// Goes to the next note below the top of the page, or the previous one above it; round the ends.
    pub(crate) fn step(&mut self, shared: &mut Shared, documents: &mut Documents, direction: Direction) {
        let Some(reading) = &shared.window.reading else { return };
        let placed = || reading.notes.all().iter().filter(|placed| placed.row.is_some());
        let here = self.stepped_to.and_then(|id| placed().position(|placed| placed.note.id == id));
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
                .unwrap_or(count.saturating_sub(1)),
        };
        let Some(id) = placed().nth(next).map(|placed| placed.note.id) else { return };
        self.go_to_note(shared, documents, id);
        self.open_card(shared, id);
        self.stepped_to = Some(id);
    }

    /// Accepts what is at the note's place now as what the note is on.
    fn accept(&mut self, shared: &mut Shared, documents: &mut Documents, id: Uuid) {
        let Some(reading) = &shared.window.reading else { return };
        if let Some(at) = reading.notes.get(id).and_then(|placed| placed.placement.at.clone()) {
            self.attach(shared, documents, id, at);
            return;
        }
        let bundle = &reading.bundle;
        let target = self.notes.get(&id).and_then(|note| match &note.target {
            Target::Figure { reference, .. } => Target::figure(bundle, reference),
            Target::KeyFigure { references, .. } => Target::key_figure(bundle, references),
            Target::Call { call, .. } => Target::call(bundle, call),
            other => Some(other.clone()),
        });
        self.settle(shared, documents, id, target);
    }

    /// Attaches a note to other code points of this edition.
    fn attach(&mut self, shared: &mut Shared, documents: &mut Documents, id: Uuid, at: Range<usize>) {
        let Some(bundle) = bundle_here(shared) else { return };
        let edition = documents.editions().text(&bundle);
        let target = Passage::at(&edition.0, at).map(Target::Passage);
        self.settle(shared, documents, id, target);
    }

    fn attach_here(&mut self, shared: &mut Shared, documents: &mut Documents, id: Uuid) {
        let Some(bundle) = bundle_here(shared) else { return };
        if let Some(Target::Passage(passage)) = super::create::passage(shared, documents, &bundle, false) {
            self.attach(shared, documents, id, passage.position);
        }
    }

    /// Notes what the person decided about a note in this edition; `None`: it has no place here.
    fn settle(&mut self, shared: &mut Shared, documents: &mut Documents, id: Uuid, target: Option<Target>) {
        let Some(bundle) = bundle_here(shared) else { return };
        let edition = documents.editions().text(&bundle);
        let settled = Settled { edition: bundle.manifest.edition, text_hash: edition.1.clone(), target };
        let Some(mut note) = self.notes.get(&id).cloned() else { return };
        note.settled = Some(settled);
        note.modified = (self.clock)();
        self.edits.close();
        self.change(shared, id, Some(note), Some(edition.0.clone()));
    }

    /// Creates the note or highlight that a command asks for.
    pub(crate) fn note_here(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        asked: NoteAction,
    ) {
        if shared.window.view != View::Notes {
            self.act(shared, documents, ctx, asked);
        }
    }
}

/// Shows the Notes view, which says what a message over the page may have said.
pub(crate) fn show_notes(shared: &mut Shared) {
    shared.window.messages.retract(About::Evidence);
    shared.show(View::Notes);
}

fn bundle_here(shared: &Shared) -> Option<Arc<Bundle>> {
    shared.window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle))
}
