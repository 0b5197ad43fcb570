//! Makes notes, on the selection or on what the person points at.

use std::ops::Range;
use std::sync::Arc;

use egui::Context;
use unicode_segmentation::UnicodeSegmentation as _;

use super::notebook::Notebook;
use crate::app::documents::Documents;
use crate::app::navigation::on_page;
use crate::app::shared::Shared;
use crate::bundle::Bundle;
use crate::notes::edition_text::Line;
use crate::notes::{Colour, EditionText, Note, Passage, Target, chance, new_id};
use crate::view::Editing;
use crate::view::actions::{NoteTarget, View};
use crate::view::{Page, Place};

/// What to say where there is nothing to put a note on.
const NO_WORDS: &str =
    "Select words of the article, or go to a paragraph: there is nothing here for a note to hang on.";
const NO_COMPARISON: &str = "Choose figures to compare first.";

impl Notebook {
    /// Creates a note; with `write`, its card opens.
    pub(super) fn create(
        &mut self,
        shared: &mut Shared,
        documents: &mut Documents,
        ctx: &Context,
        on: &NoteTarget,
        write: bool,
    ) {
        let (target, bundle) = match target(shared, documents, ctx, on) {
            Ok(found) => found,
            Err(why) => {
                shared.window.messages.done(why);
                return;
            }
        };
        let now = (self.clock)();
        let edition = bundle.as_ref().map(|bundle| documents.editions().text(bundle));
        let manifest = bundle.as_ref().map(|bundle| &bundle.manifest);
        let note = Note {
            id: new_id(now, chance()),
            briefing: manifest.map_or_else(String::new, |manifest| manifest.id.clone()),
            title: manifest.map_or_else(String::new, |manifest| manifest.title.clone()),
            edition: manifest.map_or(0, |manifest| manifest.edition),
            text_hash: edition.as_ref().map_or_else(String::new, |edition| edition.1.clone()),
            target,
            comment: String::new(),
            tags: Vec::new(),
            colour: last_colour(shared),
            stance: None,
            settled: None,
            created: now,
            modified: now,
        };
        self.close_card(shared);
        let text = edition.map(|edition| edition.0.clone());
        self.change(shared, note.id, Some(note.clone()), text);
        if write {
            shared.window.notes.open = Some(Editing::of(&note, true));
            self.placement.show = Some(note.id);
        } else {
            shared.window.messages.close_passing();
        }
        on_page(&mut shared.window, Page::clear_selection);
        self.tell_unsaved(shared);
    }

    fn tell_unsaved(&mut self, shared: &mut Shared) {
        if self.writer.is_none() && !std::mem::replace(&mut self.told_unsaved, true) {
            let words = "Notes last only as long as this window: there is no folder to keep them in.";
            shared.window.messages.say(words);
        }
    }
}

/// The colour that was used last.
fn last_colour(shared: &Shared) -> Colour {
    let latest = shared.window.notes.all.iter().max_by_key(|note| note.modified);
    latest.map_or(Colour::Yellow, |note| note.colour)
}

/// What a note is on, and the briefing it is in; or why there is nothing.
pub(super) fn target(
    shared: &Shared,
    documents: &mut Documents,
    ctx: &Context,
    on: &NoteTarget,
) -> Result<(Target, Option<Arc<Bundle>>), &'static str> {
    if *on == NoteTarget::Comparison || *on == NoteTarget::Here && shared.window.view == View::Compare {
        let compare = &shared.window.compare;
        if compare.recipe.figures.is_empty() {
            return Err(NO_COMPARISON);
        }
        let open = shared.window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle));
        return Ok((Target::Comparison { name: compare.title() }, open));
    }
    let Some(reading) = &shared.window.reading else { return Err(NO_WORDS) };
    let bundle = Arc::clone(&reading.bundle);
    let found = match on {
        NoteTarget::Figure(reference) => Target::figure(&bundle, reference),
        NoteTarget::KeyFigure(references) => Target::key_figure(&bundle, references),
        NoteTarget::Call(id) => Target::call(&bundle, id),
        NoteTarget::Briefing => Some(Target::Briefing),
        NoteTarget::Here | NoteTarget::Sentence => {
            let by_keys = ctx.memory(|memory| memory.focused().is_some());
            let figure = reading.page.lit.clone().filter(|_| by_keys && *on == NoteTarget::Here);
            let selection = reading.page.selection();
            match (figure, selection.and_then(|selection| selection.only_place())) {
                (Some(figure), _) if selection.is_none() => Target::figure(&bundle, &figure),
                (_, Some(Place::KeyFigure(index))) => {
                    let highlight = bundle.manifest.highlights.get(index);
                    highlight.and_then(|highlight| Target::key_figure(&bundle, &highlight.figures))
                }
                (_, Some(Place::Call(call))) => {
                    let call = bundle.manifest.calls.get(call);
                    call.and_then(|call| Target::call(&bundle, &call.id))
                }
                _ => passage(shared, documents, &bundle, *on == NoteTarget::Sentence),
            }
        }
        NoteTarget::Comparison => None,
    };
    Ok((found.ok_or(NO_WORDS)?, Some(bundle)))
}

/// The selection, or else the paragraph or sentence at the top of the page.
pub(super) fn passage(
    shared: &Shared,
    documents: &mut Documents,
    bundle: &Arc<Bundle>,
    sentence: bool,
) -> Option<Target> {
    let edition = documents.editions().text(bundle);
    let text = &edition.0;
    let page = &shared.window.reading.as_ref()?.page;
    let position = match page.selection() {
        Some(selection) => {
            let ranges = selection.ranges(&bundle.article);
            let ((first, from), (last, to)) = (ranges.first()?.clone(), ranges.last()?.clone());
            let start = code_points(bundle, text, first, from).start;
            start..code_points(bundle, text, last, to).end
        }
        None if shared.window.view != View::Read => return None,
        None => {
            let (block, character) = page.paragraph_here()?;
            let content = &bundle.article.blocks[block].text;
            let bytes = if sentence { sentence_at(content, character) } else { 0..content.len() };
            code_points(bundle, text, block, bytes)
        }
    };
    Passage::at(text, position).map(Target::Passage)
}

/// The code points of an edition's text for bytes of a block's.
fn code_points(bundle: &Bundle, text: &EditionText, block: usize, bytes: Range<usize>) -> Range<usize> {
    let start = text.line(block).start;
    let chars = Line::of(&bundle.article.blocks[block]).from_block(bytes);
    start + chars.start..start + chars.end
}

/// The bytes of the sentence that a character is in.
fn sentence_at(text: &str, character: usize) -> Range<usize> {
    let byte = text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte);
    let sentences = text.split_sentence_bound_indices();
    let found = sentences.take_while(|(start, _)| *start <= byte).last();
    found.map_or(0..text.len(), |(start, words)| start..start + words.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_by_any_of_its_characters() {
        let text = "One is here. Two é too! And three";
        let at = |character| &text[sentence_at(text, character)];
        assert_eq!((at(0), at(11), at(13)), ("One is here.", "One is here.", "Two é too!"));
        assert_eq!((at(30), at(99), sentence_at("", 0)), ("And three", "And three", 0..0));
    }
}
