//! Charts as files: what is in them, that they show what is on screen, that no words break them.

mod cli;
mod compared;
mod drawings;
mod hostile;
mod legible;
mod programs;
mod same;
mod samples;
mod texts;
