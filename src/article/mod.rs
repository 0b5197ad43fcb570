//! The article: CommonMark in, a flat list of blocks out, each with its plain text, its styled
//! runs and its bytes in the source. Nothing here knows the disk or the screen.

mod block;

pub use block::{
    Alignment, Article, Block, Container, Kind, Marker, OutlineEntry, Run, Style, Table, Target,
};
