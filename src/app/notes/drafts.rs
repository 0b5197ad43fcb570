//! Typed words that wait for a moment before they are saved, so that not each letter is.

use std::collections::BTreeMap;
use std::time::Duration;

use uuid::Uuid;

/// How long what is typed waits before it is saved, in seconds.
const SOON: f64 = 0.4;

/// Notes with typed words that are not being saved yet, and when that began, in seconds.
#[derive(Default)]
pub(crate) struct Drafts(BTreeMap<Uuid, Option<f64>>);

impl Drafts {
    /// Words were typed in a note.
    pub(crate) fn typed(&mut self, id: Uuid) {
        self.0.entry(id).or_insert(None);
    }

    /// Whether a note has words that are not being saved yet.
    pub(crate) fn has(&self, id: Uuid) -> bool {
        self.0.contains_key(&id)
    }

    /// A note is being saved.
    pub(crate) fn forget(&mut self, id: Uuid) {
        self.0.remove(&id);
    }

    /// The notes with words that are not being saved yet.
    pub(crate) fn all(&self) -> Vec<Uuid> {
        self.0.keys().copied().collect()
    }

    /// The notes to save at a time, in seconds, and how long until the next one is due.
    pub(crate) fn due(&mut self, now: f64) -> (Vec<Uuid>, Option<Duration>) {
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
