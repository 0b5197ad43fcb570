//! What every part of the application may use: the state of the window, navigation, work off the UI
//! thread, and a queue of effects for parts that it does not know.

use super::effect::Effect;
use super::navigation::Navigation;
use super::tasks::Tasks;
use crate::view::Window;
use crate::view::actions::View;

/// Handed to each owner with the action that it is to carry out.
#[derive(Default)]
pub(crate) struct Shared {
    /// What is on screen.
    pub(crate) window: Window,
    /// Where the person has been.
    pub(crate) navigation: Navigation,
    /// Work off the UI thread.
    pub(crate) tasks: Tasks,
    effects: Vec<Effect>,
}

impl Shared {
    /// Shows a view.
    pub(crate) fn show(&mut self, view: View) {
        self.navigation.show(&mut self.window, view);
    }

    /// Goes to a row of the page.
    pub(crate) fn go_to_row(&mut self, row: usize) {
        self.navigation.go_to_row(&mut self.window, row);
    }

    /// Adds the place on screen to the history, before the window shows another.
    pub(crate) fn leave(&mut self) {
        self.navigation.leave(&mut self.window);
    }

    /// Asks something of another owner.
    pub(crate) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// What was asked of other owners.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Whether only the beginning of the briefing in the window is read yet.
    pub(crate) fn shows_beginning(&self) -> bool {
        self.window.reading.as_ref().is_some_and(|reading| reading.bundle.unread > 0)
    }
}
