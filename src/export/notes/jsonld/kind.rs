//! What a value of JSON-LD says it is.

use serde_json::Value;

/// Whether a resource is of a kind, alone or among others.
pub fn is_a(value: &Value, kind: &str) -> bool {
    let of = &value["type"];
    of == kind || of.as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind))
}
