//! Why there is no window, in words for the person.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use super::output::{FAILED, fail};
use crate::disk::mishap;

/// Why there is no window any more.
pub enum Ended {
    /// None could be opened.
    NotOpened(String),
    /// It was open, and the program made a mistake.
    BrokenOff,
}

/// What may still open a window where its graphics driver fails.
#[cfg(not(any(windows, target_os = "macos")))]
const OTHER_DRIVER: &str = "LIBGL_ALWAYS_SOFTWARE=1 draws the window without a graphics card.";
#[cfg(any(windows, target_os = "macos"))]
const OTHER_DRIVER: &str = "WGPU_BACKEND=vulkan, gl, dx12 or metal chooses another graphics driver.";

/// Runs what opens the window, for as long as it is open; it sets `opened` once it is. The libraries
/// under it panic where a part of the system is missing; that is told like any other failure.
///
/// # Errors
/// What went wrong.
pub fn caught(opened: &Cell<bool>, run: impl FnOnce() -> eframe::Result) -> Result<(), Ended> {
    match panic::catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(Ended::NotOpened(without_source_place(&why.to_string()).to_owned())),
        Err(_) if opened.get() => Err(Ended::BrokenOff),
        Err(panic) => Err(Ended::NotOpened(words(panic.as_ref()).to_owned())),
    }
}

/// Tells why, and what works without a window.
pub fn told(why: &Ended) -> u8 {
    match why {
        Ended::NotOpened(why) => fail(
            FAILED,
            &format!(
                "no window could be opened: {}.\n\
                 Without a display or a graphics driver, `briefing-reader show BRIEFING` prints a briefing in the \
                 terminal, and `briefing-reader render BRIEFING --to page.png` draws it into a picture.\n\
                 {OTHER_DRIVER}\n\
                 RUST_BACKTRACE=1 tells more about the cause.",
                why.trim_end_matches('.')
            ),
        ),
        Ended::BrokenOff => {
            let known = mishap::known_of_it();
            fail(FAILED, &format!("the window had to close: {known}. What you typed in notes is kept."))
        }
    }
}

/// "os error at …/mod.rs:765: no display" says where in the library's code; that helps nobody here.
fn without_source_place(text: &str) -> &str {
    let Some((_, behind)) = text.rsplit_once(".rs:") else { return text };
    let words = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':').trim_start();
    if words.is_empty() { text } else { words }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("the window’s library gave up")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_librarys_code_is_left_out() {
        let text = "winit EventLoopError: os error at /a/winit/mod.rs:765: no display is set.";
        assert_eq!(without_source_place(text), "no display is set.");
        assert_eq!(without_source_place("no glutin configs"), "no glutin configs");
        assert_eq!(without_source_place("at mod.rs:7:"), "at mod.rs:7:");
    }

    #[test]
    fn a_panic_is_told_like_any_other_failure() {
        let opened = Cell::new(false);
        let ended = caught(&opened, || panic!("library libxkbcommon-x11.so could not be loaded"));
        assert!(
            matches!(ended, Err(Ended::NotOpened(why)) if why == "library libxkbcommon-x11.so could not be loaded")
        );
        opened.set(true);
        assert!(matches!(caught(&opened, || panic!("what was read")), Err(Ended::BrokenOff)));
    }
}
