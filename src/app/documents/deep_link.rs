//! A link to a place in a briefing: an address (`briefing:ID#…`) from exported notes, or a path with `#…`.

use super::editions::{EditionTexts, Readiness};
use crate::app::location::Location;
use crate::app::shared::Shared;
use crate::library::Named;
use crate::library::address::{Address, Place};
use crate::view::actions::View;

/// A place to go to once its briefing is read.
pub(super) struct PendingLink {
    to: Address,
    /// Where the briefing is, if it is not known by its id.
    from: Option<Location>,
}

impl PendingLink {
    /// A link to a briefing that is known by its id.
    pub(super) fn to(address: Address) -> PendingLink {
        PendingLink { to: address, from: None }
    }

    /// A link to a place that was named with its briefing, which is at `location`.
    pub(super) fn inside(named: &Named, location: Location) -> PendingLink {
        let to = Address {
            briefing: named.briefing.to_string_lossy().into_owned(),
            edition: named.edition,
            place: named.reference.as_deref().map(Place::of),
        };
        PendingLink { to, from: Some(location) }
    }

    /// Whether its briefing is in the window, and read as far as the link needs it.
    pub(super) fn is_ready(&self, shared: &Shared, editions: &mut EditionTexts) -> bool {
        let Some(reading) = &shared.window.reading else { return false };
        let is_here = match &self.from {
            Some(from) => from.is_same(&Location::of(&reading.bundle)),
            None => reading.bundle.manifest.id == self.to.briefing,
        };
        if !is_here || shared.shows_beginning() {
            return false;
        }
        let in_text = matches!(self.to.place, Some(Place::Text(_)));
        !in_text || editions.prepare(&shared.tasks, &reading.bundle, shared.tasks.wait()) == Readiness::Ready
    }

    /// Goes to its place in the briefing that is in the window, or says that there is none.
    pub(super) fn follow(self, shared: &mut Shared, editions: &EditionTexts) {
        let address = self.to;
        let Some(reading) = &shared.window.reading else { return };
        let (page, bundle) = (&reading.page, &reading.bundle);
        let row = match &address.place {
            None => None,
            Some(Place::Text(at)) => {
                let text = editions.known(bundle);
                text.and_then(|text| page.row_of_block(text.0.line_at(at.start)))
            }
            Some(Place::Call(id)) => {
                let call = bundle.manifest.calls.iter().position(|call| call.id == *id);
                call.and_then(|call| page.row_of_call(call))
            }
            Some(Place::Figure(reference)) => {
                // A key figure has several.
                let first = reference.split(' ').next().unwrap_or_default();
                page.row_of_figure(first)
            }
        };
        let edition = bundle.manifest.edition;
        let other = address.edition.filter(|of| *of != edition);
        match row {
            Some(row) => {
                shared.go_to_row(row);
                shared.window.view = View::Read;
            }
            None if address.place.is_some() => {
                shared.window.messages.say(format!("This edition has no place {address}."));
            }
            None => {}
        }
        if let Some(other) = other {
            shared.window.messages.say(format!(
                "The address is of edition {other}, and this is edition {edition}: its place may be another."
            ));
        }
    }
}
