//! Poll, question, answer.

use serde::Deserialize;

use super::{Disclosed, Fieldwork, Reported, SampleSize};

/// One survey of one population. A subgroup that is reported with a base of its own is a poll of
/// its own, with [`Poll::subgroup_of`] naming the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poll {
    /// Unique in the briefing.
    pub id: String,
    /// A short name for lists: "NSPCC/YouGov, April 2021".
    pub title: String,
    /// Who asked. `None` where the manifest leaves the field out, which `check` reports.
    pub pollster: Option<Disclosed<String>>,
    /// Who paid.
    pub commissioned_by: Option<Disclosed<String>>,
    /// Who was asked: "UK adults".
    pub population: Option<Disclosed<String>>,
    /// How many answered.
    pub sample_size: Option<SampleSize>,
    /// How many they count as after weighting, where the source says it.
    pub weighted_n: Option<f64>,
    /// How many a simple random sample of the same precision would have, where the source says it.
    pub effective_n: Option<f64>,
    /// When.
    pub fieldwork: Option<Fieldwork>,
    /// How: online, telephone, face to face.
    pub mode: Option<Disclosed<String>>,
    /// What the figures were weighted to.
    pub weighting: Option<Disclosed<String>>,
    /// As the source states it; never computed here.
    pub margin_of_error: Option<Disclosed<String>>,
    /// Where the full tables are.
    pub tables: Option<Disclosed<String>>,
    /// Id of the source that the figures were read in.
    pub source: String,
    /// The poll this is a subgroup of.
    pub subgroup_of: Option<String>,
    /// What that poll is itself a subgroup of, the nearest first; found when a briefing is read.
    pub further_wholes: Vec<String>,
    /// The poll that this is a wave of, or a group of a wave; from a table with waves.
    pub wave_of: Option<String>,
    /// A tidy table (a path inside the bundle) that holds questions too many to write by hand.
    pub table: Option<String>,
    /// What a careful reader should know: conflicts between sources, what not to confuse it with.
    pub note: Option<String>,
    /// Kept for reference: the article need not lead to all of its questions.
    pub for_reference: bool,
    /// In the order of the source.
    pub questions: Vec<Question>,
}

/// What was asked and what people answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// Unique in the poll.
    pub id: String,
    /// The key that lets questions of different polls be compared. Empty: none.
    pub topic: String,
    /// A title for the chart, in our words.
    pub title: String,
    /// The question as put to people.
    pub wording: Wording,
    /// The question (`poll/question`) that it shares its wording with, where the words are written
    /// there once for several.
    pub same_wording_as: Option<String>,
    /// Which respondents the percentages are of.
    pub base: Base,
    /// How many these are, where the question says it; see [`Poll::base_size`].
    pub n: Option<SampleSize>,
    /// How many they count as after weighting.
    pub weighted_n: Option<f64>,
    /// How many a simple random sample of the same precision would have.
    pub effective_n: Option<f64>,
    /// Whether people gave one answer each or could give several.
    pub choice: Choice,
    /// Id of a source of its own, where it is not the poll's.
    pub source: Option<String>,
    /// What a careful reader should know.
    pub note: Option<String>,
    /// Kept for reference: the article need not lead to it.
    pub for_reference: bool,
    /// In the order of the source.
    pub answers: Vec<Answer>,
}

/// The words of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Wording {
    /// As it was put to people.
    Exact(String),
    /// As the source retells it; the wording itself is not stated.
    Paraphrase(String),
    /// The source does not say.
    #[default]
    NotStated,
}

/// The respondents that the percentages are of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Base {
    /// Everybody asked.
    All,
    /// Some of them: "those with an opinion".
    Described(String),
    /// The source does not say.
    #[default]
    NotStated,
}

/// How many answers one person could give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Choice {
    /// One each: the answers are parts of one whole.
    #[default]
    One,
    /// Several: the answers may sum to more than 100.
    Many,
}

/// One answer with its value as printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Unique in the question.
    pub id: String,
    /// What people said: "Support".
    pub label: String,
    /// The share, no more exact than it was printed.
    pub value: Reported,
    /// The source's own words for it: "almost a third".
    pub printed: String,
    /// What sort of answer it is.
    pub kind: AnswerKind,
}

/// What sort of answer it is, which decides how it is toned and whether it may be stacked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum AnswerKind {
    /// A position.
    #[default]
    Position,
    /// Between the positions: "equally important", "neither".
    Neutral,
    /// No position: "don't know", "prefer not to say".
    DontKnow,
    /// A sum of other answers, by id; never stacked with them. The list is empty where the source
    /// does not report the parts.
    Net(Vec<String>),
}
