//! What is handed down to everything that draws and asks.

use super::actions::Action;
use crate::ui::Theme;

/// The theme to draw with, and where to put what a person asks for in this frame.
pub struct ViewContext<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// The actions asked for, in their order.
    pub actions: &'a mut Vec<Action>,
}

impl ViewContext<'_> {
    /// The same for a while, for who keeps it in a struct.
    pub fn reborrow(&mut self) -> ViewContext<'_> {
        ViewContext { theme: self.theme, actions: self.actions }
    }
}
