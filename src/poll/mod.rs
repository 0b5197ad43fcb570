//! What a poll figure is: the poll, its questions and answers, and each value *as it was reported*.
//!
//! Percentages are 0–100 everywhere, never fractions. Nothing here knows a file format, the disk
//! or the screen.

mod base;
pub mod comparison;
pub mod dates;
mod disclosure;
pub mod printed;
mod question;
mod reported;
mod rounding;
pub mod stats;
mod sums;
mod words;

pub use base::{BaseSize, SizeInWords, decimal};
pub use disclosure::{Disclosed, Fieldwork, SampleSize};
pub use question::{Answer, AnswerKind, Base, Choice, Poll, Question, Wording};
pub use reported::{Amount, Bounds, NEAR, Reported};
pub use sums::{Excess, Sum, Total};
pub use words::{capitalised, grouped, listed};
