//! What an id may be.

use super::faults::fault;
use super::slug::slug;
use crate::diagnostics::Diagnostic;

/// Whether it can be an id.
pub fn is_well_formed(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Says what is wrong with an id, and what it could be.
pub fn malformed_id(id: &str, what: &str) -> Diagnostic {
    if id.is_empty() {
        return fault("id-malformed", format!("this {what} is empty"))
            .hint("give it a name to be referred to by");
    }
    let fault = fault("id-malformed", format!("`{id}` cannot be the {what}"));
    match slug(id).as_str() {
        "" => fault.hint("only lower-case letters a to z, digits and hyphens"),
        mended => fault.hint(format!("only lower-case letters, digits and hyphens: `{mended}`")),
    }
}
