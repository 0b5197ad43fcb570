//! What keys and mouse do that is no command: for the Help view.

/// Keys, or what is done with the mouse, and what comes of it.
pub struct Habit {
    /// As people call them.
    pub keys: &'static str,
    /// In a sentence.
    pub does: &'static str,
}

const fn habit(keys: &'static str, does: &'static str) -> Habit {
    Habit { keys, does }
}

/// By section, in the order of the page.
pub const HABITS: [(&str, &[Habit]); 5] = [
    (
        "On the page",
        &[
            habit("Space, Page Down", "A page on. With Shift, Space goes a page back, as Page Up does."),
            habit("Up, Down", "Scroll by two lines."),
            habit("Home, End", "The top and the end."),
            habit("Tab, Shift+Tab", "The next link, chart or button, and the one before."),
            habit("Enter", "Follow the link; Back returns to the same line."),
            habit(
                "Space on a link",
                "Look at where it leads, without leaving: a note, a source, a section, a figure. Escape closes.",
            ),
            habit("Up, Down in a chart", "The next answer, and the one before."),
        ],
    ),
    (
        "In the outline",
        &[
            habit("Up, Down, Home, End", "Go from entry to entry."),
            habit("Right, Left", "Unfold and fold; into a section and out to the one that holds it."),
            habit("Enter", "Go to that place of the page."),
            habit("Typing in its field", "Keep the entries with these words. Escape clears the field."),
        ],
    ),
    (
        "While finding",
        &[
            habit("Enter, Shift+Enter", "The next place and the one before, round the ends."),
            habit("Escape", "Close, and go on reading at the place found."),
        ],
    ),
    (
        "In the palette",
        &[
            habit("Typing", "A few letters of what is wanted; beginnings of words will do."),
            habit("Up, Down, Page Up, Page Down", "Choose."),
            habit("Enter, Escape", "Take what is chosen; leave."),
        ],
    ),
    (
        "With the mouse",
        &[
            habit(
                "Point at a claim",
                "Its bar lights up in the chart; a card shows what is known of the figure.",
            ),
            habit("Click a claim", "Go to its chart. A click on a bar goes to where the text speaks of it."),
            habit("Point at a link for a moment", "See where it leads, without leaving."),
            habit("Drag a chart by its title onto Compare in the bar", "Compare its answers."),
            habit("Drop a file or folder", "Open a briefing."),
        ],
    ),
];
