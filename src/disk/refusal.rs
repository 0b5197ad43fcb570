//! Why the system, or a library, refused, in our own words. What it said itself goes to the log.

use std::io::{self, ErrorKind};

use super::system;

/// Why a file could not be read or written: half a sentence that goes on "… cannot be read: ".
#[must_use]
pub fn reason(why: &io::Error) -> String {
    log::debug!("the system said: {why}");
    let words = match why.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "its permissions do not allow it",
        ErrorKind::ReadOnlyFilesystem => "the disk takes no changes",
        ErrorKind::StorageFull => "the disk is full: make room and try again",
        ErrorKind::QuotaExceeded => "your share of the disk is full: make room and try again",
        ErrorKind::FileTooLarge => "it is too large for this disk",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::NotADirectory => "what should be a folder on the way to it is a file",
        ErrorKind::DirectoryNotEmpty => "the folder is not empty",
        ErrorKind::AlreadyExists => "something of that name is there already",
        ErrorKind::InvalidFilename => "the name is too long, or has signs that this disk does not take",
        ErrorKind::InvalidInput => "the system does not take that name",
        ErrorKind::InvalidData => "it is not text in UTF-8",
        ErrorKind::UnexpectedEof => "it ends too early",
        ErrorKind::BrokenPipe => "nobody reads what is written there any more",
        _ if is_in_use(why) => "another program is using it: close that and try again",
        ErrorKind::TimedOut
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => "the network drive does not answer: is it still there?",
        ErrorKind::CrossesDevices => "it lies on another disk",
        ErrorKind::OutOfMemory => "there is not enough memory",
        _ => system::reason(why).unwrap_or("the disk or the system failed: try again"),
    };
    words.to_owned()
}

/// Whether another program has the file, so that it may be free in a moment.
#[must_use]
pub fn is_in_use(why: &io::Error) -> bool {
    matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy)
        || system::is_in_use(why)
}

/// What is wrong with a text that should be JSON: half a sentence with the place.
#[must_use]
pub fn json_reason(why: &serde_json::Error) -> String {
    log::debug!("the reader of JSON said: {why}");
    let place = format!("line {}, column {}", why.line(), why.column());
    match why.classify() {
        serde_json::error::Category::Io => "it cannot be read".to_owned(),
        serde_json::error::Category::Eof => format!("it ends too early, at {place}: is it whole?"),
        serde_json::error::Category::Syntax => format!("it is not JSON from {place} on"),
        serde_json::error::Category::Data => format!("something else is expected at {place}"),
    }
}

/// What is wrong with a text that should be RON: half a sentence about the place.
#[must_use]
pub fn ron_reason(why: &ron::Error) -> String {
    use ron::Error;
    log::debug!("the reader of RON said: {why}");
    match why {
        Error::Eof => "it ends too early".to_owned(),
        Error::ExpectedStringEnd => "the closing quotation mark is missing".to_owned(),
        Error::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        Error::NoSuchStructField { found, .. } => format!("there is no field `{found}`"),
        Error::DuplicateStructField { field, .. } => format!("the field `{field}` stands twice"),
        Error::NoSuchEnumVariant { found, .. } => format!("`{found}` is not known"),
        Error::ExpectedComma => "a comma or the closing bracket is missing".to_owned(),
        Error::ExpectedArrayEnd | Error::ExpectedMapEnd | Error::ExpectedStructLikeEnd => {
            "the closing bracket is missing".to_owned()
        }
        Error::ExpectedString => "a text between quotation marks is expected".to_owned(),
        Error::ExpectedInteger => "a whole number is expected".to_owned(),
        Error::ExpectedFloat => "a number is expected".to_owned(),
        Error::ExpectedBoolean => "`true` or `false` is expected".to_owned(),
        Error::TrailingCharacters => "something stands behind its end".to_owned(),
        Error::Utf8Error(_) => "it is not text in UTF-8".to_owned(),
        _ => "it is not written as it should be".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_reason_has_the_systems_words_or_a_code() {
        for code in 1..=133 {
            let why = io::Error::from_raw_os_error(code);
            let words = reason(&why);
            assert!(!words.contains("os error") && !words.contains(&code.to_string()), "{why}: {words}");
            assert!(words.len() > 10, "{why}: {words}");
        }
    }

    #[test]
    fn what_is_wrong_with_ron_is_said_in_our_words() {
        #[derive(Debug, serde::Deserialize)]
        struct Small {
            #[expect(dead_code, reason = "it is only read")]
            name: String,
        }
        for (text, words) in [
            ("(name: \"a\"", "bracket"),
            ("(name: \"a", "quotation mark"),
            ("()", "`name` is missing"),
            ("(name: 1)", "quotation marks is expected"),
            ("(name: \"a\") b", "behind its end"),
            ("(name: \"a\", name: \"b\")", "twice"),
        ] {
            let said = ron_reason(&ron::from_str::<Small>(text).unwrap_err().code);
            assert!(said.contains(words), "{text}: {said}");
        }
    }

    #[test]
    fn a_fault_in_json_has_its_place() {
        let wrong = |text: &str| json_reason(&serde_json::from_str::<Vec<u8>>(text).unwrap_err());
        assert_eq!(wrong("[1,\n 2"), "it ends too early, at line 2, column 2: is it whole?");
        assert_eq!(wrong("[1 2]"), "it is not JSON from line 1, column 4 on");
        assert!(wrong("[1, \"a\"]").starts_with("something else is expected at line 1"));
    }
}
