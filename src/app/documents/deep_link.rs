//! Opens a briefing at a place in it: an address (`briefing:ID#…`) from exported notes, or a path with `#…`.

use super::{Documents, Readiness};
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

impl Documents {
    /// Opens the briefing of an address, and goes to its place once it is read.
    pub(crate) fn open_address(&mut self, shared: &mut Shared, text: &str) {
        let address: Address = match text.parse() {
            Ok(address) => address,
            Err(why) => {
                shared.window.messages.say(format!("{why}."));
                return;
            }
        };
        let here =
            shared.window.reading.as_ref().is_some_and(|open| open.bundle.manifest.id == address.briefing);
        if !here && !self.open_by_id(shared, &address.briefing) {
            shared.window.messages.say(format!(
                "No briefing “{}” is open or on the shelf: open it, then its address again.",
                address.briefing
            ));
            return;
        }
        self.pending_link = Some(PendingLink { to: address, from: None });
    }

    /// Opens a path, or a built-in briefing, and goes to the place in it that was named.
    pub(crate) fn open_inside(&mut self, shared: &mut Shared, named: &Named) {
        let location = Location::named(&named.briefing);
        let to = Address {
            briefing: named.briefing.to_string_lossy().into_owned(),
            edition: named.edition,
            place: named.reference.as_deref().map(Place::of),
        };
        self.pending_link = Some(PendingLink { to, from: Some(location.clone()) });
        self.open_location(shared, &location);
    }

    /// Goes to the place of the pending link, once its briefing is in the window.
    pub(crate) fn follow_pending_link(&mut self, shared: &mut Shared) {
        let Some(PendingLink { to, from }) = &self.pending_link else { return };
        let Some(reading) = &shared.window.reading else { return };
        let is_here = match from {
            Some(from) => from.is_same(&Location::of(&reading.bundle)),
            None => reading.bundle.manifest.id == to.briefing,
        };
        if !is_here || shared.shows_beginning() {
            return;
        }
        let mut text = None;
        if matches!(to.place, Some(Place::Text(_))) {
            let ready = self.editions.prepare(&shared.tasks, &reading.bundle, shared.tasks.wait());
            if ready != Readiness::Ready {
                return;
            }
            text = self.editions.known(&reading.bundle);
        }
        let Some(PendingLink { to: address, .. }) = self.pending_link.take() else { return };
        let (page, bundle) = (&reading.page, &reading.bundle);
        let row = match &address.place {
            None => None,
            Some(Place::Text(at)) => text.and_then(|text| page.row_of_block(text.0.line_at(at.start))),
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
