//! The kit that the window is made of: colours, faces, small widgets. It knows nothing of
//! briefings or polls.

pub mod fonts;
mod heights;
mod style;
pub mod svg_faces;
pub mod text_rects;
mod theme;
pub mod type_scale;
pub mod virtual_list;
pub mod widgets;

pub use style::apply;
pub use theme::{Theme, ThemeName};
