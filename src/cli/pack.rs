//! `pack`: a folder into one file.

use super::arguments::Pack;
use super::faults::rendered;
use super::output::{DONE, fail, harmless, print, tell, write_code as code};
use crate::bundle::{self, Limits};
use crate::disk::is_output;

/// Packs the folder.
pub fn run(what: &Pack) -> u8 {
    match bundle::pack(&what.folder, &what.to, what.force, &Limits::default()) {
        Ok(packed) => {
            tell(&rendered(&packed.problems));
            let words = harmless(&format!("{packed}\n"));
            if is_output(&what.to) {
                tell(&words);
                return DONE;
            }
            print(&words)
        }
        Err(why) => fail(code(&why), &why.to_string()),
    }
}
