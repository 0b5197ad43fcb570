//! Drawings of poll questions. One drawing serves the window, `render` and the exports. Nothing
//! here knows the app, a file or a theme: colours and faces come in as a [`Look`].

mod bars;
mod hatch;
mod look;
mod model;
mod plot;
mod show;
mod stacked;
mod table;

pub use look::Look;
pub use model::{Kind, QuestionChart};
pub use show::{ChartResponse, show};
