//! `unpack`: one file into a new folder.

use super::arguments::Unpack;
use super::faults::rendered;
use super::output::{fail, harmless, print, tell, write_code as code};
use crate::bundle::{self, Limits};

/// Unpacks the file.
pub fn run(what: &Unpack) -> u8 {
    match bundle::unpack(&what.file, &what.to, &Limits::default()) {
        Ok(unpacked) => {
            tell(&rendered(&unpacked.problems));
            print(&harmless(&format!("{unpacked}\n")))
        }
        Err(why) => fail(code(&why), &why.to_string()),
    }
}
