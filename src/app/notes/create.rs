//! Makes notes, on the selection or on what the person points at.

use std::ops::Range;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::app::App;
use crate::bundle::Bundle;
use crate::notes::Note;
use crate::notes::edition_text::Line;
use crate::notes::{Colour, EditionText, Passage, Target, chance, new_id};
use crate::view::Editing;
use crate::view::actions::{NoteTarget, View};
use crate::view::{Page, Place};

/// What to say where there is nothing to hang a note on.
const NO_WORDS: &str =
    "Select words of the article, or go to a paragraph: there is nothing here for a note to hang on.";
const NO_COMPARISON: &str = "Choose figures to compare first.";

impl App {
    /// Makes a note; where `write`, its card opens.
    pub(in crate::app) fn make_note(&mut self, ctx: &egui::Context, on: &NoteTarget, write: bool) {
        let (target, bundle) = match self.target(ctx, on) {
            Ok(found) => found,
            Err(why) => {
                self.window.messages.done(why);
                return;
            }
        };
        let now = (self.notebook.clock)();
        let edition = bundle.as_ref().map(|bundle| self.notebook.placing.edition(bundle));
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
            colour: self.last_colour(),
            stance: None,
            settled: None,
            created: now,
            modified: now,
        };
        self.close_card();
        let text = edition.map(|edition| edition.0.clone());
        self.change(note.id, Some(note.clone()), text, false);
        if write {
            self.window.notes.open = Some(Editing::of(&note, true));
            self.notebook.placing.show = Some(note.id);
        } else {
            self.window.messages.close_passing();
        }
        self.on_page(Page::clear_selection);
        self.tell_unkept();
    }

    /// The colour that was used last.
    fn last_colour(&self) -> Colour {
        self.window
            .notes
            .all
            .iter()
            .max_by_key(|note| note.modified)
            .map_or(Colour::Yellow, |note| note.colour)
    }

    fn tell_unkept(&mut self) {
        if self.notebook.writer.is_none() && !std::mem::replace(&mut self.notebook.told_unkept, true) {
            self.say_too("Notes last only as long as this window: there is no folder to keep them in.");
        }
    }

    pub(in crate::app) fn target(
        &mut self,
        ctx: &egui::Context,
        on: &NoteTarget,
    ) -> Result<(Target, Option<Arc<Bundle>>), &'static str> {
        if *on == NoteTarget::Comparison || *on == NoteTarget::Here && self.window.view == View::Compare {
            let compare = &self.window.compare;
            if compare.recipe.figures.is_empty() {
                return Err(NO_COMPARISON);
            }
            let open = self.window.reading.as_ref().map(|reading| Arc::clone(&reading.bundle));
            return Ok((Target::Comparison { name: compare.title() }, open));
        }
        let Some(reading) = &self.window.reading else { return Err(NO_WORDS) };
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
                    _ => self.passage(&bundle, *on == NoteTarget::Sentence),
                }
            }
            NoteTarget::Comparison => None,
        };
        Ok((found.ok_or(NO_WORDS)?, Some(bundle)))
    }

    /// What is selected, or the paragraph or sentence that is read.
    pub(in crate::app) fn passage(&mut self, bundle: &Arc<Bundle>, sentence: bool) -> Option<Target> {
        let edition = self.notebook.placing.edition(bundle);
        let text = &edition.0;
        let page = &self.window.reading.as_ref()?.page;
        let position = match page.selection() {
            Some(selection) => {
                let ranges = selection.ranges(&bundle.article);
                let ((first, from), (last, to)) = (ranges.first()?.clone(), ranges.last()?.clone());
                let start = code_points(bundle, text, first, from).start;
                start..code_points(bundle, text, last, to).end
            }
            None if self.window.view != View::Read => return None,
            None => {
                let (block, character) = page.paragraph_here()?;
                let content = &bundle.article.blocks[block].text;
                let bytes = if sentence { sentence_at(content, character) } else { 0..content.len() };
                code_points(bundle, text, block, bytes)
            }
        };
        Passage::at(text, position).map(Target::Passage)
    }
}

/// The code points of an edition's text for bytes of a block's.
fn code_points(bundle: &Bundle, text: &EditionText, block: usize, bytes: Range<usize>) -> Range<usize> {
    let start = text.line(block).start;
    let signs = Line::of(&bundle.article.blocks[block]).from_block(bytes);
    start + signs.start..start + signs.end
}

/// The bytes of the sentence that a character stands in.
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
