//! What the program does: its formats, figures, exports, command line and window. All in one test
//! binary, since each binary links the whole library.

mod broken;
mod charts;
mod cli;
mod commonmark;
mod compare;
mod container;
mod editions;
mod exports;
mod format_examples;
mod fuzz_corpus;
mod keys;
mod manifest_properties;
mod notes;
mod painter;
mod pictures;
mod real_tables;
mod statistics;
mod stories;
mod support;
