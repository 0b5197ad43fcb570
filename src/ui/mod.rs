//! The kit that the window is made of: colours, faces, small widgets. It knows nothing of
//! briefings or polls.

pub mod announce;
pub mod choices;
pub mod clear_ground;
mod contrast;
mod covered;
mod dotted;
pub mod follow_focus;
pub mod fonts;
mod heights;
pub mod hold;
pub mod lines;
pub mod links;
pub mod matching;
mod measure;
pub mod menu;
pub mod right_to_left;
pub mod scroll_bar;
pub mod spoken;
mod style;
pub mod svg_faces;
pub mod system_fonts;
mod system_look;
mod text_face;
pub mod text_rects;
mod theme;
pub mod type_scale;
pub mod unseen;
pub mod virtual_list;
pub mod widgets;

pub use covered::is_covered;
pub use dotted::dotted;
pub use measure::LineLength;
pub use style::{Manner, apply};
pub use system_look::{ReducedMotion, SystemLook, ThemeChoice};
pub use text_face::TextFace;
pub use theme::{Theme, ThemeName};
