//! Copies with a citation: the words and their reference, as rich and as plain text.

use egui::Context;
use jiff::Timestamp;

use super::placement::PutOff;
use crate::app::App;
use crate::export::notes::Entry;
use crate::export::references::{Span, cite, plain};
use crate::notes::{Colour, Note, Placement, Status, Target, new_id};
use crate::paint::svg::xml::escape;
use crate::view::actions::NoteTarget;

impl App {
    /// Copies what is selected, or the figure that has the keyboard, with its reference.
    pub(in crate::app) fn copy_cited(&mut self, ctx: &Context) {
        if !self.has_edition() {
            self.put_off(PutOff::CopyCited);
            return;
        }
        let (target, bundle) = match self.target(ctx, &NoteTarget::Here) {
            Ok((target, Some(bundle))) => (target, bundle),
            Ok((_, None)) => return,
            Err(why) => {
                self.window.messages.done(why);
                return;
            }
        };
        let edition = self.notebook.placing.edition(&bundle);
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
        let cited = cite(&[entry.references.iter().collect()], self.window.notes_page.export.chosen.style);
        let copied = Copied::of(&note.target, &cited.citations[0], &cited.list);
        if !self.copy_rich(&copied) {
            ctx.copy_text(copied.plain);
        }
        self.window.messages.done("Copied with its reference.");
    }

    /// Puts both forms on the system's clipboard; whether that was done.
    fn copy_rich(&mut self, copied: &Copied) -> bool {
        if !self.is_in_a_window() {
            return false;
        }
        // The clipboard has to stay, since on some systems who copied is asked at each pasting.
        if self.clipboard.is_none() {
            self.clipboard = arboard::Clipboard::new().ok();
        }
        let Some(clipboard) = &mut self.clipboard else { return false };
        clipboard.set().html(copied.html.as_str(), Some(copied.plain.as_str())).is_ok()
    }
}

/// Words with their reference.
struct Copied {
    plain: String,
    html: String,
}

impl Copied {
    fn of(target: &Target, citation: &[Span], list: &[Vec<Span>]) -> Copied {
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
        let in_html: Vec<String> =
            list.iter().map(|reference| format!("<p>{}</p>", marked(reference))).collect();
        Copied {
            plain: format!("{quoted} {}\n\n{}\n", plain(citation), references.join("\n")),
            html: format!("<p>{} {}</p>{}", escape(&quoted), marked(citation), in_html.concat()),
        }
    }
}
