//! Opens a briefing at a place in it: an address (`briefing:ID#…`) from exported notes, or a path with `#…`.

use crate::app::App;
use crate::app::location::Location;
use crate::library::Named;
use crate::library::address::{Address, Place};
use crate::view::actions::View;

/// Where to go once a briefing is read.
pub(in crate::app) struct PendingLink {
    to: Address,
    /// Where the briefing comes from, where it is not known by its id.
    from: Option<Location>,
}

impl App {
    /// Opens the briefing of an address and goes to its place, once it is read.
    pub(in crate::app) fn open_address(&mut self, text: &str) {
        let address: Address = match text.parse() {
            Ok(address) => address,
            Err(why) => {
                self.say_too(&format!("{why}."));
                return;
            }
        };
        let here =
            self.window.reading.as_ref().is_some_and(|open| open.bundle.manifest.id == address.briefing);
        if !here && !self.open_by_id(&address.briefing) {
            self.say_too(&format!(
                "No briefing “{}” is open or on the shelf: open it, then its address again.",
                address.briefing
            ));
            return;
        }
        self.pending_link = Some(PendingLink { to: address, from: None });
    }

    /// Opens what was named by its path, or by a built-in briefing's id, and goes to the place in it.
    pub(in crate::app) fn open_inside(&mut self, named: &Named) {
        let place = Location::named(&named.briefing);
        let to = Address {
            briefing: named.briefing.to_string_lossy().into_owned(),
            edition: named.edition,
            place: named.reference.as_deref().map(Place::of),
        };
        self.pending_link = Some(PendingLink { to, from: Some(place.clone()) });
        self.open_place(&place);
    }

    /// Goes to the place that was asked for, where its briefing is in the window now.
    pub(in crate::app) fn arrive_at_address(&mut self) {
        let Some(PendingLink { to, from }) = &self.pending_link else { return };
        let Some(reading) = &self.window.reading else { return };
        let is_here = match from {
            Some(from) => from.is_same(&Location::of(&reading.bundle)),
            None => reading.bundle.manifest.id == to.briefing,
        };
        if !is_here || self.is_beginning() {
            return;
        }
        let in_text = matches!(to.place, Some(Place::Text(_)));
        let text = if in_text { self.edition_here() } else { None };
        if in_text && text.is_none() {
            return;
        }
        let Some(PendingLink { to: address, .. }) = self.pending_link.take() else { return };
        let Some(reading) = &self.window.reading else { return };
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
                self.go_to(row);
                self.window.view = View::Read;
            }
            None if address.place.is_some() => {
                self.say_too(&format!("This edition has no place {address}."));
            }
            None => {}
        }
        if let Some(other) = other {
            let words = format!(
                "The address is of edition {other}, and this is edition {edition}: its place may be another."
            );
            self.say_too(&words);
        }
    }
}
