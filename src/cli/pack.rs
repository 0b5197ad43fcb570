//! `pack`: a folder into one file.

use super::arguments::Pack;
use super::{DONE, FAILED, fail};
use crate::bundle::{self, Limits};

/// Packs the folder.
pub fn run(what: &Pack) -> u8 {
    match bundle::pack(&what.folder, &what.to, what.force, &Limits::default()) {
        Ok(_) => DONE,
        Err(why) => fail(FAILED, &why.to_string()),
    }
}
