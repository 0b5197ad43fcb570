//! Copies with a citation: the words and their reference, as rich and as plain text.

use egui::Context;
use jiff::Timestamp;

use super::create::target;
use super::notebook::Notebook;
use super::placement::Waiting;
use crate::app::documents::Documents;
use crate::app::effect::{Effect, RichText};
use crate::app::shared::Shared;
use crate::export::notes::Entry;
use crate::export::references::{Span, cite, plain};
use crate::notes::{Colour, Note, Placement, Status, Target, new_id};
use crate::paint::svg::xml::escape;
use crate::view::actions::NoteTarget;

impl Notebook {
    /// Copies the selection, or the figure that has keyboard focus, with its reference.
    pub(crate) fn copy_cited(&mut self, shared: &mut Shared, documents: &mut Documents, ctx: &Context) {
        if !self.has_edition(shared, documents) {
            self.wait_for_edition(shared, Waiting::CopyCited);
            return;
        }
        let (target, bundle) = match target(shared, documents, ctx, &NoteTarget::Here) {
            Ok((target, Some(bundle))) => (target, bundle),
            Ok((_, None)) => return,
            Err(why) => {
                shared.window.messages.done(why);
                return;
            }
        };
        let edition = documents.editions().text(&bundle);
        let note = Note {
            id: new_id(Timestamp::UNIX_EPOCH, [0; 10]),
            briefing: bundle.manifest.id.clone(),
            title: bundle.manifest.title.clone(),
            edition: bundle.manifest.edition,
            text_hash: edition.1.clone(),
            target,
            comment: String::new(),
            tags: Vec::new(),
            colour: Colour::default(),
            stance: None,
            settled: None,
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        };
        let standing =
            Placement { status: Status::Unchanged, at: None, candidates: Vec::new(), change: None };
        let entry = Entry::within(&note, &bundle, &edition.0, &standing);
        let cited = cite(&[entry.references.iter().collect()], shared.window.notes_page.export.chosen.style);
        shared.ask(Effect::Copy(with_reference(&note.target, &cited.citations[0], &cited.list)));
        shared.window.messages.done("Copied with its reference.");
    }
}

/// What is quoted, with its citation and the list of references.
fn with_reference(target: &Target, citation: &[Span], list: &[Vec<Span>]) -> RichText {
    let quote = target.quote();
    let quoted =
        if matches!(target, Target::Passage(_)) { format!("“{quote}”") } else { quote.to_owned() };
    let references: Vec<String> = list.iter().map(|reference| plain(reference)).collect();
    let marked = |spans: &[Span]| {
        let span = |span: &Span| {
            let words = escape(&span.text);
            if span.italic { format!("<i>{words}</i>") } else { words }
        };
        spans.iter().map(span).collect::<String>()
    };
    let in_html: Vec<String> = list.iter().map(|reference| format!("<p>{}</p>", marked(reference))).collect();
    RichText {
        plain: format!("{quoted} {}\n\n{}\n", plain(citation), references.join("\n")),
        html: format!("<p>{} {}</p>{}", escape(&quoted), marked(citation), in_html.concat()),
    }
}
