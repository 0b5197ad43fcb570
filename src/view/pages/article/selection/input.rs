//! What pointer and keys ask of a selection.

use egui::{Event, Key, Modifiers, PointerButton, Response, Ui};

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

/// A press of the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressed {
    /// How often in this frame.
    pub times: usize,
    /// Whether what is selected is extended.
    pub shift: bool,
    /// When, in seconds.
    pub time: f64,
}

/// The press that began in this frame on what was sensed. A tap, or a click over a slow line, may be
/// over by its end; even two or three of them.
pub fn pressed(ui: &Ui, on: &Response) -> Option<Pressed> {
    let times = match () {
        () if on.triple_clicked() => 3,
        () if on.double_clicked() => 2,
        () => 1,
    };
    let with_shift = |event: &Event| {
        matches!(event, Event::PointerButton { pressed: true, button: PointerButton::Primary, modifiers, .. }
            if modifiers.shift)
    };
    let is_on = on.clicked() || on.is_pointer_button_down_on();
    ui.input(|input| {
        (input.pointer.primary_pressed() && is_on).then(|| Pressed {
            times,
            shift: input.events.iter().any(with_shift),
            time: input.time,
        })
    })
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
