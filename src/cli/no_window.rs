//! Why there is no window, in words for the person.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

use super::output::{FAILED, fail};

/// What may still open a window where its graphics driver fails.
#[cfg(not(any(windows, target_os = "macos")))]
const OTHER_DRIVER: &str = "LIBGL_ALWAYS_SOFTWARE=1 draws the window without a graphics card.";
#[cfg(any(windows, target_os = "macos"))]
const OTHER_DRIVER: &str = "WGPU_BACKEND=vulkan, gl, dx12 or metal chooses another graphics driver.";

/// Runs what opens the window, for as long as it is open. The libraries under it panic where a part
/// of the system is missing; that is told like any other failure.
///
/// # Errors
/// What went wrong, with the words of the library.
pub fn caught(run: impl FnOnce() -> eframe::Result) -> Result<(), String> {
    let debugging = std::env::var_os("RUST_BACKTRACE").is_some();
    if !debugging {
        panic::set_hook(Box::new(|_| {}));
    }
    let ended = panic::catch_unwind(AssertUnwindSafe(run));
    if !debugging {
        drop(panic::take_hook());
    }
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(format!("no window could be opened: {}", without_source_place(&why.to_string()))),
        // It may have been open already: what panics in it ends here too.
        Err(panic) => {
            Err(format!("the window could not be opened or had to close: {}", words(panic.as_ref())))
        }
    }
}

/// Tells why, and what works without a window.
pub fn told(why: &str) -> u8 {
    let why = why.trim_end_matches('.');
    fail(
        FAILED,
        &format!(
            "{why}.\n\
             Without a display or a graphics driver, `briefing-reader show BRIEFING` prints a briefing \
             in the terminal, and `briefing-reader render BRIEFING --to page.png` draws it into a picture.\n\
             {OTHER_DRIVER}\n\
             RUST_BACKTRACE=1 tells more about the cause."
        ),
    )
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
        let told = caught(|| panic!("library libxkbcommon-x11.so could not be loaded"));
        assert!(told.unwrap_err().ends_with(": library libxkbcommon-x11.so could not be loaded"));
    }
}
