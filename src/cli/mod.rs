//! The command line: one file a subcommand.
//!
//! Exit codes are the same everywhere: 0 done, 1 done with errors found (or not done), 2 the
//! command was wrong or a path could not be read.

mod arguments;
mod chart;
mod check;
mod compare;
mod diff;
mod drawing;
mod faults;
mod locate;
mod logging;
mod manual;
mod no_window;
mod not_there;
mod notes;
mod open;
mod output;
mod pack;
mod render;
mod show;
mod show_json;
mod show_text;
mod terminal;
mod unpack;
mod variables;
mod words;

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Subcommand};
use output::{FAILED, print};
use variables::variable;

use crate::disk::{mend_temporary_folder, mishap};

/// Reads the arguments, does what they say.
#[must_use]
pub fn main() -> ExitCode {
    mend_temporary_folder();
    let arguments = Arguments::parse();
    logging::begin(arguments.verbose);
    mishap::watch(arguments.data_folder().as_deref(), variable("RUST_BACKTRACE").is_some());
    // Whatever breaks off has been told.
    let code = panic::catch_unwind(AssertUnwindSafe(|| run(arguments))).unwrap_or(FAILED);
    ExitCode::from(code)
}

fn run(arguments: Arguments) -> u8 {
    let data = arguments.data_folder();
    let named = arguments.named_data_folder();
    match arguments.command {
        None => open::run(&arguments.paths, data.as_deref()),
        Some(Subcommand::Open(what)) => open::run(&what.paths, data.as_deref()),
        Some(Subcommand::Check(what)) => check::run(&what),
        Some(Subcommand::Compare(what)) => compare::run(&what),
        Some(Subcommand::Chart(what)) => chart::run(&what),
        Some(Subcommand::Diff(what)) => diff::run(&what),
        Some(Subcommand::Show(what)) => show::run(&what),
        Some(Subcommand::Render(what)) => render::run(&what, named.as_deref()),
        Some(Subcommand::Pack(what)) => pack::run(&what),
        Some(Subcommand::Unpack(what)) => unpack::run(&what),
        Some(Subcommand::Notes(what)) => notes::run(&what, data.as_deref()),
        Some(Subcommand::Completions { shell }) => print(&manual::completions(shell)),
        Some(Subcommand::Man) => print(&manual::page()),
    }
}
