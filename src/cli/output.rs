//! What the command line prints, and the codes it ends with.

use std::io::{self, Write};

use crate::bundle::WriteError;
use crate::disk::{NotWritten, Written, reason};
use crate::text::without_hints;

/// Done.
pub const DONE: u8 = 0;
/// Errors were found, or it could not be done.
pub const FAILED: u8 = 1;
/// The command was wrong, or a path could not be read.
pub const USAGE: u8 = 2;

/// Prints to standard output. A reader that has closed the pipe (`| head`) has had enough: that is
/// no error.
pub fn print(text: &str) -> u8 {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => DONE,
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => DONE,
        Err(why) => fail(FAILED, &format!("the output cannot be written: {}.", reason(&why))),
    }
}

/// Says something beside the output. Where nobody listens any more, there is nobody to tell.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(harmless(text).as_bytes());
}

/// Says why it ends with `code`.
pub fn fail(code: u8, why: &str) -> u8 {
    tell(&format!("briefing-reader: {why}\n"));
    code
}

/// Says what was written, or why nothing was.
pub fn told_written(written: Result<Written, NotWritten>) -> u8 {
    match written {
        Ok(written) => {
            if !written.is_output() {
                tell(&format!("{written}\n"));
            }
            DONE
        }
        Err(why) => fail(FAILED, &why.to_string()),
    }
}

/// The code for what was not packed or unpacked.
pub fn write_code(why: &WriteError) -> u8 {
    match why {
        WriteError::Unreadable(_) | WriteError::NotPacked(_) => USAGE,
        _ => FAILED,
    }
}

/// Text that cannot steer a terminal: control codes but line ends and tabs are replaced. Hints where a line
/// may break are left out, since a terminal shows some of them.
pub fn harmless(text: &str) -> String {
    let steers = |c: char| c.is_control() && c != '\n' && c != '\t';
    without_hints(text).replace(steers, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_codes_are_replaced_and_text_stays() {
        assert_eq!(harmless("a\u{1b}[2J\tb\n\u{9b}ü日"), "a\u{fffd}[2J\tb\n\u{fffd}ü日");
        assert_eq!(harmless("chil\u{ad}dren\u{200b}, \u{feff}می\u{200c}خ"), "children, می\u{200c}خ");
    }
}
