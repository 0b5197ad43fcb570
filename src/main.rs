//! The program: everything it can do is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    briefing_reader::cli::main()
}
