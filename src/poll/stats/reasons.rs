//! Why there is no interval or no test, each a sentence.

use std::fmt;

/// Why a value has no interval. Displayed as a clause without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoInterval {
    /// The source does not say how many answered.
    SampleSizeNotStated,
    /// The sample size is "more than 26,000" or "about 2,500".
    SampleSizeInWords(String),
    /// The percentages are of a part of those asked, and the part has no number of its own.
    BaseIsAPart(String),
    /// The percentages are of a part of those asked, in whose words stands a number that may or may not be
    /// how many they are: the words, and the number as it is written.
    BaseSizeInDoubt(String, String),
    /// Only the weighted base is stated, which is no number of people.
    OnlyWeighted(String),
    /// Whether the percentages are of all those asked is not stated.
    BaseNotStated,
    /// The value is a pair of bounds, with their meaning.
    ValueIsBounds(String),
    /// The source gives no value.
    NotReported,
    /// A share outside 0–100, or a share of nobody.
    Impossible,
}

impl fmt::Display for NoInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoInterval::SampleSizeNotStated => f.write_str("sample size not stated"),
            NoInterval::SampleSizeInWords(words) => {
                write!(f, "sample size stated only as {words}")
            }
            NoInterval::BaseIsAPart(words) => {
                write!(f, "the percentages are of “{words}”, and how many they are is not stated")
            }
            NoInterval::BaseSizeInDoubt(words, number) => {
                write!(
                    f,
                    "the percentages are of “{words}”, and whether {number} is how many they are is not certain"
                )
            }
            NoInterval::OnlyWeighted(people) => {
                write!(f, "only the weighted base is stated ({people}), and that is no number of people")
            }
            NoInterval::BaseNotStated => {
                f.write_str("whether the percentages are of everybody asked is not stated")
            }
            NoInterval::ValueIsBounds(meaning) => write!(f, "the value is bounds, not a number ({meaning})"),
            NoInterval::NotReported => f.write_str("the value is not reported"),
            NoInterval::Impossible => f.write_str("no share of 0 to 100% of at least one person"),
        }
    }
}

/// Why two shares are not tested against each other. Displayed as a clause without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTest {
    /// It is one figure twice.
    SameFigure,
    /// It is one figure, in two editions of its briefing.
    TwoEditions,
    /// The same poll, so the same people.
    SamePeople,
    /// What both polls state of themselves is the same, so they may be one.
    PerhapsSamePeople,
    /// Both were asked in part on the same days, as waves of one poll or by one pollster; the days.
    SharedDays(String),
    /// Both state their fieldwork in the same words, as waves of one poll or by one pollster.
    SameTime(String),
    /// One group is part of the other.
    PartOfTheOther,
    /// The percentages are of different bases.
    DifferentBase(String, String),
    /// One of them has no interval; the name of its poll, and why.
    NoInterval(String, NoInterval),
}

impl fmt::Display for NoTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoTest::SameFigure => f.write_str("it is the same figure"),
            NoTest::TwoEditions => f.write_str("it is one figure in two editions of one briefing"),
            NoTest::SamePeople => {
                f.write_str("the same people answered, and the test is for two separate samples")
            }
            NoTest::PerhapsSamePeople => f.write_str(
                "both state the same pollster, population, dates and sample size, so the same people may have answered",
            ),
            NoTest::SharedDays(days) => write!(
                f,
                "their fieldwork overlaps, {days}, so some of the same people may be in both, and the test is for two \
                 separate samples"
            ),
            NoTest::SameTime(when) => write!(
                f,
                "both were asked at the same time, “{when}”, so the same people may be in both, and the test is for \
                 two separate samples"
            ),
            NoTest::PartOfTheOther => {
                f.write_str("one group is part of the other, and the test is for two separate samples")
            }
            NoTest::DifferentBase(a, b) => {
                write!(f, "the percentages are of different bases, “{a}” and “{b}”")
            }
            NoTest::NoInterval(poll, why) => write!(f, "{poll}: {why}"),
        }
    }
}

impl std::error::Error for NoInterval {}
impl std::error::Error for NoTest {}
