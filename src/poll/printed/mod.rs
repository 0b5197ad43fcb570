//! Printed numbers: what stands where a table, a manifest or a sentence has a number, read in one way
//! everywhere. What is certain is a number; what is not says what it may be, and is never another one.

mod cell;
mod numeral;
mod signs;

pub use cell::{Number, Printed, Vague, Withheld, is_mark, whole_number};
pub use numeral::{Numeral, is_slash, numeral, numerals};
pub use signs::{digit, fraction, is_currency, is_dash, is_minus, is_percent, is_space};
