//! Drawings of poll questions. One drawing serves the window, `render` and the exports. Nothing
//! here knows the app or a file: colours and faces come in as a [`Look`].

mod bar_rows;
mod bars;
mod card;
pub mod comparison;
mod hatch;
mod look;
mod model;
mod plot;
mod print;
mod rows;
mod show;
mod signs;
mod source;
mod stacked;
mod table;
mod text;
mod ticks;
mod tones;
pub mod tracker;
mod value;
#[cfg(test)]
mod vision;
mod wrapped;

pub use look::Look;
pub use model::{Kind, QuestionChart};
pub use print::print;
pub use show::{ChartResponse, figure_id, show, show_with, tell};
pub use source::More;
pub use table::{COLUMNS as TABLE_COLUMNS, rows as table_rows};
pub use text::{limits, sentence, share, value_words};
