//! Going to an address: `briefing:ID#…`, as exported notes carry it.

use super::App;
use crate::library::address::{Address, Place};
use crate::view::View;

impl App {
    /// Opens the briefing of an address and goes to its place, once it is read.
    pub(super) fn open_address(&mut self, text: &str) {
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
        self.going_to = Some(address);
    }

    /// Goes to the place of the address that was asked for, where its briefing is in the window now.
    pub(super) fn arrive_at_address(&mut self) {
        let Some(address) = &self.going_to else { return };
        let Some(reading) = &self.window.reading else { return };
        if reading.bundle.manifest.id != address.briefing || self.is_beginning() {
            return;
        }
        let in_text = matches!(address.place, Some(Place::Text(_)));
        let text = if in_text { self.edition_here() } else { None };
        if in_text && text.is_none() {
            return;
        }
        let Some(address) = self.going_to.take() else { return };
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
