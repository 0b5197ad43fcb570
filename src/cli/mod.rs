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
mod format;
mod locate;
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
mod unpack;
mod words;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Subcommand};
use output::print;

/// Reads the arguments, does what they say.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let data = arguments.data_folder();
    let named = arguments.data_dir.clone();
    let code = match arguments.command {
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
    };
    ExitCode::from(code)
}
