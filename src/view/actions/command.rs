//! The commands: what a person can ask for by a key, a menu or the palette.

/// Something a person can ask for that needs no more said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open a folder or file.
    Open,
    /// The briefing's folder as one file.
    Pack,
    /// Close the briefing in the window.
    Close,
    /// The next of the open briefings.
    NextBriefing,
    /// The one before.
    PreviousBriefing,
    /// Every command, heading and briefing.
    Palette,
    /// Find words in the briefing.
    Find,
    /// The next place where they stand.
    FindNext,
    /// The place before.
    FindPrevious,
    /// The selected text, to the clipboard.
    Copy,
    /// All text of the article.
    SelectAll,
    /// Keys that move in the text instead of scrolling.
    TextCursor,
    /// Back to where one was.
    Back,
    /// Forward again.
    Forward,
    /// The shelf of briefings.
    ShowShelf,
    /// The article.
    Read,
    /// The polls.
    Polls,
    /// The calls to action.
    Calls,
    /// Every number with its figure.
    Claims,
    /// Figures of several polls side by side.
    Compare,
    /// Every chart as a file.
    ExportCharts,
    /// The person's notes.
    Notes,
    /// Mark what is selected or read.
    Highlight,
    /// Write a note on what is selected or read.
    Note,
    /// Write a note on the sentence.
    NoteOnSentence,
    /// Write a note on the whole briefing.
    NoteOnBriefing,
    /// The note after the place in view.
    NextNote,
    /// The note before it.
    PreviousNote,
    /// The selected words with their reference.
    CopyCited,
    /// Undo the last change of a note.
    Undo,
    /// Do again what was undone.
    Redo,
    /// What is wrong with the briefing.
    Problems,
    /// Text one step larger.
    LargerText,
    /// Text one step smaller.
    SmallerText,
    /// Text at 100%.
    NormalText,
    /// The next theme.
    NextTheme,
    /// How things look.
    Settings,
    /// The keyboard to the next part of the window.
    NextRegion,
    /// To the part before.
    PreviousRegion,
    /// Show or hide the outline.
    Outline,
    /// The whole screen.
    FullScreen,
    /// Keys and habits.
    Help,
}

impl Command {
    /// All of them, in the order they are listed.
    pub const ALL: [Command; 42] = [
        Command::Open,
        Command::Pack,
        Command::Close,
        Command::NextBriefing,
        Command::PreviousBriefing,
        Command::Palette,
        Command::Find,
        Command::FindNext,
        Command::FindPrevious,
        Command::Copy,
        Command::SelectAll,
        Command::TextCursor,
        Command::Back,
        Command::Forward,
        Command::ShowShelf,
        Command::Read,
        Command::Polls,
        Command::Calls,
        Command::Claims,
        Command::Compare,
        Command::ExportCharts,
        Command::Notes,
        Command::Highlight,
        Command::Note,
        Command::NoteOnSentence,
        Command::NoteOnBriefing,
        Command::NextNote,
        Command::PreviousNote,
        Command::CopyCited,
        Command::Undo,
        Command::Redo,
        Command::Problems,
        Command::LargerText,
        Command::SmallerText,
        Command::NormalText,
        Command::NextTheme,
        Command::Settings,
        Command::NextRegion,
        Command::PreviousRegion,
        Command::Outline,
        Command::FullScreen,
        Command::Help,
    ];
}
