//! Saves what is typed shortly afterwards, not at each letter.

use std::collections::BTreeMap;
use std::time::Duration;

use egui::Context;
use uuid::Uuid;

use crate::app::App;

/// The longest that a letter is not on the disk, in seconds.
const SOON: f64 = 0.4;

/// Notes that were changed and are not yet on their way, with when that began.
#[derive(Default)]
pub struct Drafts(BTreeMap<Uuid, Option<f64>>);

impl Drafts {
    /// A note was typed in.
    pub fn typed(&mut self, id: Uuid) {
        self.0.entry(id).or_insert(None);
    }

    /// Whether it is not yet on its way.
    pub fn has(&self, id: Uuid) -> bool {
        self.0.contains_key(&id)
    }

    /// It is on its way.
    pub fn forget(&mut self, id: Uuid) {
        self.0.remove(&id);
    }

    /// All of them.
    pub fn all(&self) -> Vec<Uuid> {
        self.0.keys().copied().collect()
    }

    /// Those that are due at a time, in seconds; and how long until the next one is.
    fn due(&mut self, now: f64) -> (Vec<Uuid>, Option<Duration>) {
        let mut due = Vec::new();
        let mut next: Option<f64> = None;
        for (id, since) in &mut self.0 {
            let left = *since.get_or_insert(now) + SOON - now;
            if left <= 0.0 {
                due.push(*id);
            } else {
                next = Some(next.map_or(left, |next| next.min(left)));
            }
        }
        (due, next.map(Duration::from_secs_f64))
    }
}

impl App {
    /// Has what was typed kept when it is due.
    pub(in crate::app) fn keep_drafts(&mut self, ctx: &Context) {
        let (due, next) = self.notebook.drafts.due(ctx.input(|input| input.time));
        for id in due {
            self.notebook.keep(id);
        }
        if let Some(next) = next {
            ctx.request_repaint_after(next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_due_soon_after_its_first_letter() {
        let (mut drafts, id) = (Drafts::default(), Uuid::from_u128(1));
        drafts.typed(id);
        assert!(drafts.due(10.0).0.is_empty());
        drafts.typed(id);
        let (due, next) = drafts.due(10.3);
        assert!(due.is_empty() && next.is_some_and(|next| next < Duration::from_millis(101)));
        assert_eq!(drafts.due(10.5).0, [id]);
        drafts.forget(id);
        assert!(!drafts.has(id) && drafts.due(11.0).0.is_empty());
    }
}
