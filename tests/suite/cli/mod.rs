//! The command line, run as people and scripts run it.

mod article_pictures;
mod check;
mod help;
#[cfg(target_os = "linux")]
mod linux;
mod pack;
mod references;
mod render;
mod show;
mod terminal;
#[cfg(unix)]
mod unix;
mod window;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const ID: &str = "nspcc-e2ee-2021";

/// How a run ended and what it printed.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// The program in an empty folder of its own, without a display.
fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-reader"));
    program.current_dir(folder).env("BRIEFING_READER_DATA", folder.join("data"));
    for variable in ["COLUMNS", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "RUST_BACKTRACE"] {
        program.env_remove(variable);
    }
    program
}

fn run_in<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Run {
    let run = program(folder).args(arguments).output().expect("the program starts");
    Run {
        code: run.status.code(),
        out: String::from_utf8(run.stdout).expect("what it prints is UTF-8"),
        err: String::from_utf8(run.stderr).expect("what it says is UTF-8"),
    }
}

fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Run {
    run_in(folder().path(), arguments)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for a while")
}

fn json<S: AsRef<OsStr>>(arguments: &[S]) -> Value {
    serde_json::from_str(&run(arguments).out).expect("the output is JSON")
}

/// A path in the repository.
fn here(path: &str) -> String {
    let within = path.split('/').collect::<std::path::PathBuf>();
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within).display().to_string()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("it can be listed") {
        let from = entry.expect("it can be listed").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("it can be copied");
        }
    }
}
