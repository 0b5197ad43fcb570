//! What is checked in a bundle that was read, rule by rule.

mod article;
mod bases;
pub(super) mod claims;
mod dates;
mod disclosure;
mod files;
mod findings;
mod ids;
mod markup;
mod metadata;
mod pictures;
mod references;
mod subgroups;
mod uncited;
mod unread;
mod values;
mod walk;

use super::Bundle;
use crate::diagnostics::Diagnostic;

use findings::Findings;

/// Looks for faults of one rule.
type Check = fn(&Bundle, &mut Findings<'_>);

/// What looks for faults in a bundle that was read, in the order of the rules' codes. All other faults
/// are found while it is read: there is nothing to look at afterwards.
const CHECKS: [Check; 49] = [
    article::empty,
    values::reversed,
    article::without_caption,
    claims::differs,
    claims::firmer,
    dates::malformed,
    metadata::edition,
    dates::reversed,
    uncited::figures,
    files::absent,
    files::unnamed,
    metadata::format,
    markup::front_matter,
    article::level_one,
    article::skipped,
    metadata::highlights,
    markup::html_as_text,
    ids::duplicate,
    ids::malformed,
    metadata::language,
    article::unknown_link,
    files::no_manifest,
    bases::differs,
    bases::in_words,
    bases::too_large,
    values::net,
    claims::unsourced,
    files::path_leaves,
    article::amid_text,
    pictures::faces,
    article::without_text,
    disclosure::undisclosed,
    uncited::questions,
    claims::printed_differs,
    disclosure::without_answers,
    references::dangling,
    references::kind,
    metadata::right_to_left,
    bases::nobody,
    values::out_of_range,
    values::fractions,
    values::over_100,
    values::under_100,
    subgroups::circle,
    files::shared_table,
    disclosure::texts,
    metadata::urls,
    references::borrowed_wording,
    disclosure::wording,
];

/// Everything that the rules find in a bundle that was read.
#[must_use]
pub fn check(bundle: &Bundle) -> Vec<Diagnostic> {
    let mut findings = Findings::new(bundle);
    for check in CHECKS {
        check(bundle, &mut findings);
    }
    findings.finish()
}
