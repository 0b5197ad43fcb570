//! What is looked for in a briefing.

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As it was typed.
    pub words: String,
    /// Capitals count.
    pub match_case: bool,
    /// Only whole words.
    pub whole_words: bool,
}
