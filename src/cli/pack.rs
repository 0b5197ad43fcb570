//! `pack`: a folder into one file.

use super::arguments::Pack;
use super::faults::rendered;
use super::output::{fail, harmless, print, tell, write_code as code};
use crate::bundle::{self, Limits};

/// Packs the folder.
pub fn run(what: &Pack) -> u8 {
    match bundle::pack(&what.folder, &what.to, what.force, &Limits::default()) {
        Ok(packed) => {
            tell(&rendered(&packed.problems));
            print(&harmless(&format!("{packed}\n")))
        }
        Err(why) => fail(code(&why), &why.to_string()),
    }
}
