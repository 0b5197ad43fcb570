//! Variables of the environment. One that is set and empty is as one that is not set: that is how
//! shells and service files take a value away.

use std::ffi::OsString;

/// The value of a variable, unless it is empty.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
