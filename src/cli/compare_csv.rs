//! A comparison as CSV: one row for each figure, with its interval. Differences between them are
//! rows of another sort: JSON has them.

use crate::bundle::{Bundle, Source};
use crate::export::{Record, write_csv};
use crate::poll::comparison::{Comparison, Item};
use crate::poll::stats::WhatIf;

/// What stands behind the columns that every record has.
const COLUMNS: [&str; 5] = ["n_used", "interval_low", "interval_high", "why_no_interval", "assumption"];

/// Writes the figures. `bundles` are those that the items were found in.
pub fn write(items: &[Item<'_>], comparison: &Comparison, bundles: &[&Bundle]) -> String {
    let header = Record::columns().into_iter().chain(COLUMNS.map(str::to_owned)).collect();
    let rows = items.iter().zip(&comparison.estimates).map(|(item, estimate)| {
        let Item { briefing, poll, question, answer } = *item;
        let record = Record { briefing, poll, question, answer, source: source(bundles, item) };
        let known = estimate.as_ref().ok();
        let bound = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
        let mut cells = record.cells();
        cells.extend([
            known.map_or_else(String::new, |known| known.sample.people.to_string()),
            bound(known.map(|known| known.interval.low)),
            bound(known.map(|known| known.interval.high)),
            estimate.as_ref().err().map_or_else(String::new, ToString::to_string),
            known.and_then(|known| known.sample.assumed).map_or_else(String::new, WhatIf::label),
        ]);
        cells
    });
    let records: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
    write_csv(&records).trim_start_matches('\u{feff}').to_owned()
}

/// Editions of a briefing have one id, so the very poll tells which one it is.
fn source<'b>(bundles: &[&'b Bundle], item: &Item<'_>) -> Option<&'b Source> {
    let holds = |bundle: &&&Bundle| bundle.manifest.polls.iter().any(|poll| std::ptr::eq(poll, item.poll));
    let bundle = bundles.iter().find(holds)?;
    bundle.source_of(item.poll, item.question)
}
