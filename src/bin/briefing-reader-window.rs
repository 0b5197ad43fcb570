//! For Windows: opens the window without a console beside it. Windows gives a console to each
//! program of the command line that is started by a click, and `briefing-reader` is one. This starts
//! it with the same arguments and, where it fails, shows what it said.

#![cfg_attr(windows, windows_subsystem = "windows")]

#[cfg(windows)]
fn main() {
    if let Err(why) = windows::run() {
        rfd::MessageDialog::new()
            .set_title("Briefing Reader")
            .set_level(rfd::MessageLevel::Error)
            .set_description(why)
            .show();
    }
}

#[cfg(not(windows))]
fn main() -> std::process::ExitCode {
    eprintln!("briefing-reader-window is for Windows: start `briefing-reader` here.");
    std::process::ExitCode::FAILURE
}

#[cfg(windows)]
mod windows {
    use std::os::windows::process::CommandExt;
    use std::process::{Command, Stdio};

    const PROGRAM: &str = "briefing-reader.exe";
    /// `CREATE_NO_WINDOW`, of Microsoft's "Process Creation Flags".
    const WITHOUT_CONSOLE: u32 = 0x0800_0000;

    /// Runs the program until it ends.
    ///
    /// # Errors
    /// What it said where it failed, or why it could not be started.
    pub fn run() -> Result<(), String> {
        let own = std::env::current_exe().map_err(|_| not_beside("its folder"))?;
        let program = own.with_file_name(PROGRAM);
        let ended = Command::new(&program)
            .args(std::env::args_os().skip(1))
            .creation_flags(WITHOUT_CONSOLE)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .and_then(std::process::Child::wait_with_output)
            .map_err(|_| not_beside(&program.display().to_string()))?;
        if ended.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&ended.stderr).into_owned()) }
    }

    fn not_beside(place: &str) -> String {
        format!("{PROGRAM} cannot be started from {place}. Keep both programs in one folder.")
    }
}
