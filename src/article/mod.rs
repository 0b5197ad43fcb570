//! The article: CommonMark in, a flat list of blocks out, each with its plain text, its styled
//! runs and its bytes in the source. Nothing here knows the disk or the screen.
//!
//! [`parse`] and [`parse_watched`] read; the rest asks: [`Article::outline`], [`Article::word_count`],
//! [`Article::links`], [`Article::claims`], [`Block::source_of`].

mod anchors;
mod block;
mod build;
mod direction;
mod footnotes;
mod front_matter;
mod html;
mod html_reading;
mod inline;
mod links;
mod offsets;
mod outline;
mod parse;
mod pieces;
mod reading;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod words;

pub use block::{
    Alignment, Article, Block, Container, Kind, Marker, OutlineEntry, Run, Style, Table, Target,
};
pub use front_matter::FrontMatter;
pub use links::Link;
pub use parse::{parse, parse_watched};
