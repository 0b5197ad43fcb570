//! Why a file was not made.

use std::fmt;

/// Why a file was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMade(String);

impl fmt::Display for NotMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotMade {}

impl NotMade {
    pub(super) fn because(why: impl Into<String>) -> NotMade {
        NotMade(why.into())
    }
}
