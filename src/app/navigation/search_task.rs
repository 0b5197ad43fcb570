//! Searches a briefing, off the UI thread where it is long.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};

use egui::Context;

use crate::bundle::Bundle;
use crate::library::search::{self, Found, Query};

/// A search that is under way, or none.
#[derive(Default)]
pub struct Finder {
    answer: Option<Receiver<Found>>,
}

/// Articles of up to this many bytes are searched within the frame.
const AT_ONCE: usize = 200_000;

impl Finder {
    /// Looks for the words, in notes too (row and text): the hits at once, or `None` where they come later.
    pub fn start(
        &mut self,
        ctx: &Context,
        bundle: &Arc<Bundle>,
        query: &Query,
        notes: Vec<(usize, String)>,
    ) -> Option<Found> {
        self.answer = None;
        if bundle.article_source.len() <= AT_ONCE {
            return Some(search::find_with(bundle, query, &notes));
        }
        let (tell, answer) = mpsc::channel();
        let (ctx, bundle, query) = (ctx.clone(), Arc::clone(bundle), query.clone());
        std::thread::spawn(move || {
            // A newer search may have taken this one's place; then nobody waits for the answer.
            let _ = tell.send(search::find_with(&bundle, &query, &notes));
            ctx.request_repaint();
        });
        self.answer = Some(answer);
        None
    }

    /// Forgets a search that is under way.
    pub fn forget(&mut self) {
        self.answer = None;
    }

    /// The hits of a search that has come to its end.
    pub fn finished(&mut self) -> Option<Found> {
        let hits = match self.answer.as_ref()?.try_recv() {
            Ok(hits) => hits,
            Err(TryRecvError::Empty) => return None,
            // It broke off, which is told elsewhere: nobody is to wait for it.
            Err(TryRecvError::Disconnected) => Found { hits: Vec::new(), loose: false },
        };
        self.answer = None;
        Some(hits)
    }
}
