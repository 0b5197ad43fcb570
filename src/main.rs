//! The program: arguments to the command line or the window.

fn main() {}
