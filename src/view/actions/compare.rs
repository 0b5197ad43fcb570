//! Changes to what is compared.

use crate::chart::comparison::ComparisonKind;
use crate::poll::comparison::Order;

/// A change to the comparison, or to the list of those that are saved. Figures are named by
/// `briefing#poll/question/answer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// Compare the questions of a topic.
    ShowTopic(String),
    /// Add a question's answers, by `briefing#poll/question`.
    AddQuestion(String),
    /// Add each of these figures, or remove it where it is compared already.
    ToggleFigures(Vec<String>),
    /// Draw it in this way.
    DrawAs(ComparisonKind),
    /// Order the figures.
    OrderBy(Order),
    /// Compare all others with this figure, or with none.
    SetBaseline(Option<String>),
    /// Make a figure the baseline, or no longer where it is.
    ToggleBaseline(String),
    /// Work out the intervals as if every sample had this size, or with the sizes as stated.
    AssumeSampleSize(Option<u64>),
    /// Save it under a name.
    Save(String),
    /// Name it and write it as a file that others can open.
    Share(String),
    /// Open a saved one, by its place in the list.
    OpenSaved(usize),
    /// Remove a saved one from the list, by its place.
    RemoveSaved(usize),
    /// Read the shelf's briefings again after that failed.
    ReadShelf,
}
