//! The command line: one file a subcommand.
//!
//! Exit codes are the same everywhere: 0 done, 1 done with errors found (or not done), 2 the
//! command was wrong or a path could not be read.

mod arguments;
mod check;
mod compare;
mod locate;
mod open;
mod pack;
mod render;
mod show;
mod show_json;
mod show_text;
mod unpack;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Subcommand};

/// Done.
const DONE: u8 = 0;
/// Errors were found, or it could not be done.
const FAILED: u8 = 1;
/// The command was wrong, or a path could not be read.
const USAGE: u8 = 2;

/// Reads the arguments, does what they say.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let data = arguments.data_folder();
    let code = match arguments.command {
        None => open::run(&arguments.paths, data.as_deref()),
        Some(Subcommand::Open(what)) => open::run(&what.paths, data.as_deref()),
        Some(Subcommand::Check(what)) => check::run(&what),
        Some(Subcommand::Compare(what)) => compare::run(&what),
        Some(Subcommand::Show(what)) => show::run(&what),
        Some(Subcommand::Render(what)) => render::run(&what),
        Some(Subcommand::Pack(what)) => pack::run(&what),
        Some(Subcommand::Unpack(what)) => unpack::run(&what),
        Some(Subcommand::Completions { shell }) => {
            clap_complete::generate(
                shell,
                &mut Arguments::command(),
                "briefing-reader",
                &mut std::io::stdout(),
            );
            DONE
        }
        Some(Subcommand::Man) => man(),
    };
    ExitCode::from(code)
}

fn man() -> u8 {
    let mut page = Vec::new();
    match clap_mangen::Man::new(Arguments::command()).render(&mut page) {
        Ok(()) => print(&String::from_utf8_lossy(&page)),
        Err(why) => fail(USAGE, &why.to_string()),
    }
}

/// Prints to standard output. A reader that has closed the pipe (`| head`) has had enough: that is
/// no error.
fn print(text: &str) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => DONE,
        Err(why) if why.kind() == std::io::ErrorKind::BrokenPipe => DONE,
        Err(why) => fail(FAILED, &format!("could not write the output: {why}")),
    }
}

/// Says why on standard error.
fn fail(code: u8, why: &str) -> u8 {
    eprintln!("briefing-reader: {why}");
    code
}
