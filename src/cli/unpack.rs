//! `unpack`: one file into a new folder.

use super::arguments::Unpack;
use super::output::{fail, harmless, print, tell, write_code as code};
use crate::bundle::{self, Limits};
use crate::diagnostics::render;

/// Unpacks the file.
pub fn run(what: &Unpack) -> u8 {
    match bundle::unpack(&what.file, &what.to, &Limits::default()) {
        Ok(unpacked) => {
            tell(&render(&unpacked.problems));
            print(&harmless(&format!("{unpacked}\n")))
        }
        Err(why) => fail(code(&why), &why.to_string()),
    }
}
