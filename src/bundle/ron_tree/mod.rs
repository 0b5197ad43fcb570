//! RON as a tree with the place of every part, read so that one fault does not hide the next.
//!
//! `ron` itself stops at the first fault, names it poorly ("Expected comma" for a missing `)`, an
//! unclosed string and a wrong type alike) and gives values no places. So the structure is read
//! here, and only strings and numbers, whose inner forms are intricate, are left to `ron`.

mod body;
mod excess;
mod lexer;
mod mend;
mod node;
mod parser;
mod printed;
#[cfg(test)]
mod tests;

pub use node::{Field, Kind, Node};
pub use parser::{Parsed, parse};
