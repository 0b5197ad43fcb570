//! What pointer and keys ask of a selection.

use egui::{Event, Key, Modifiers, Ui};

use super::steps::Step;

/// Where a key moves the caret.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    /// A step that words alone decide.
    Step(Step, bool),
    /// A line down (`true`) or up.
    Line(bool),
    /// The end of the row (`true`) or its beginning.
    RowEnd(bool),
    /// A page down (`true`) or up.
    Page(bool),
}

/// What was asked for with the keys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Where to.
    pub motion: Motion,
    /// Whether the selection is extended.
    pub extends: bool,
}

/// Takes the keys that move a caret out of this frame's input: with Shift where there is a caret,
/// without only while the text cursor is on.
pub fn motions(ui: &Ui, has_caret: bool, text_cursor: bool) -> Vec<Asked> {
    let mut asked = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let Some(motion) = motion(*key, *modifiers) else { return true };
            let extends = modifiers.shift;
            if !(has_caret && extends || text_cursor) {
                return true;
            }
            asked.push(Asked { motion, extends });
            false
        });
    });
    asked
}

fn motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    if modifiers.alt {
        return None;
    }
    let far = modifiers.command;
    Some(match key {
        Key::ArrowRight | Key::ArrowLeft => {
            let step = if far { Step::Word } else { Step::Character };
            Motion::Step(step, key == Key::ArrowRight)
        }
        Key::ArrowDown | Key::ArrowUp if far => Motion::Step(Step::Block, key == Key::ArrowDown),
        Key::ArrowDown | Key::ArrowUp => Motion::Line(key == Key::ArrowDown),
        Key::End | Key::Home if far => Motion::Step(Step::Everything, key == Key::End),
        Key::End | Key::Home => Motion::RowEnd(key == Key::End),
        Key::PageDown | Key::PageUp if !far => Motion::Page(key == Key::PageDown),
        _ => return None,
    })
}
