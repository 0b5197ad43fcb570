//! `unpack`: one file into a new folder.

use super::arguments::Unpack;
use super::{DONE, FAILED, fail};
use crate::bundle::{self, Limits};

/// Unpacks the file.
pub fn run(what: &Unpack) -> u8 {
    match bundle::unpack(&what.file, &what.to, &Limits::default()) {
        Ok(_) => DONE,
        Err(why) => fail(FAILED, &why.to_string()),
    }
}
