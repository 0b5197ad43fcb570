//! What another version of the program wrote in a comparison.

use super::file::{FIELDS, ORDER};
use super::recipe::{Other, Recipe};
use crate::diagnostics::nearest;
use crate::poll::comparison::Order;

impl Recipe {
    /// What of it this version does not understand, in sentences for the person.
    #[must_use]
    pub fn not_understood(&self) -> Vec<String> {
        let (order, others): (Vec<&Other>, Vec<&Other>) =
            self.others.iter().partition(|other| other.name == ORDER);
        let order = order.into_iter().filter(|_| self.order == Order::default()).map(|other| {
            format!(
                "“{}” is no known order{}; the figures stand as they were chosen. It is kept until you choose \
                 another.",
                other.raw,
                meant(&other.raw, &Order::ALL.map(|order| format!("{order:?}")))
            )
        });
        let others = others.into_iter().map(|other| {
            format!(
                "This comparison has a field “{}” that this version does not know{}; it is kept as it is.",
                other.name,
                meant(&other.name, &FIELDS.map(str::to_owned))
            )
        });
        order.chain(others).collect()
    }
}

/// ", perhaps “Value”", where one of the known names is near.
fn meant(written: &str, known: &[String]) -> String {
    let near = nearest(written, known.iter().map(String::as_str));
    near.map(|near| format!(" (perhaps “{near}”)")).unwrap_or_default()
}
