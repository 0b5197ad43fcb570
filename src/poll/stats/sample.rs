//! How many people a share is a share of.

use super::NoInterval;
use crate::poll::{Base, BaseSize, Poll, Question, SampleSize, decimal, grouped};

/// "If n were …": a sample size that a person tries out. Whatever rests on it shows [`WhatIf::label`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIf {
    people: u64,
}

impl WhatIf {
    /// More people than there are.
    pub const MOST: u64 = 10_000_000_000;

    /// `None` for nobody, and for more people than there are.
    #[must_use]
    pub fn new(people: u64) -> Option<WhatIf> {
        (1..=WhatIf::MOST).contains(&people).then_some(WhatIf { people })
    }

    /// The number that is tried.
    #[must_use]
    pub fn people(self) -> u64 {
        self.people
    }

    /// "if n were 1,000"
    #[must_use]
    pub fn label(self) -> String {
        format!("if n were {}", grouped(self.people))
    }
}

/// How many times the variance of a simple random sample the poll's own design has (Kish 1965).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesignEffect(f64);

impl DesignEffect {
    /// That of a simple random sample, which is assumed where nothing is stated.
    pub const NONE: DesignEffect = DesignEffect(1.0);

    /// `None` unless it is a finite number above 0.
    #[must_use]
    pub fn new(factor: f64) -> Option<DesignEffect> {
        (factor > 0.0 && factor.is_finite()).then_some(DesignEffect(factor))
    }

    /// The factor.
    #[must_use]
    pub fn factor(self) -> f64 {
        self.0
    }
}

/// The people behind a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// How many, at least one; `None` where only the effective number is stated.
    pub people: Option<u64>,
    /// The effective number, where it is stated: what a simple random sample of the same precision would
    /// have.
    pub stated_effective: Option<f64>,
    /// Where they are not stated but tried out.
    pub assumed: Option<WhatIf>,
}

impl Sample {
    /// How many people a question's percentages are of. A stated number stays; `what_if` stands in
    /// where there is none.
    ///
    /// # Errors
    /// Why the number is not known: a poll's sample size is that of its questions only where
    /// everybody asked is the base.
    pub fn of(poll: &Poll, question: &Question, what_if: Option<WhatIf>) -> Result<Sample, NoInterval> {
        let size = poll.base_size(question);
        let stated_effective = size.effective.filter(|people| *people > 0.0 && people.is_finite());
        let stated = match size.n.unwrap_or(SampleSize::NotStated) {
            SampleSize::Stated(0) => Err(NoInterval::Impossible),
            SampleSize::Stated(people) => {
                Ok(Sample { people: Some(people), stated_effective, assumed: None })
            }
            _ if stated_effective.is_some() => Ok(Sample { people: None, stated_effective, assumed: None }),
            SampleSize::NotStated => Err(why_unknown(poll, question, size)),
            size => Err(NoInterval::SampleSizeInWords(size.words().unwrap_or_default())),
        };
        stated.or_else(|why| {
            let assumed = what_if.ok_or(why)?;
            Ok(Sample { people: Some(assumed.people), stated_effective: None, assumed: Some(assumed) })
        })
    }

    /// The effective number as it is stated; else n divided by the design effect.
    #[must_use]
    pub fn effective(self, design_effect: DesignEffect) -> f64 {
        self.stated_effective
            .unwrap_or_else(|| self.people.map_or(0.0, |people| people as f64) / design_effect.factor())
    }

    /// "1,016", "1,016 (effective 845.2)", "effective 845.2".
    #[must_use]
    pub fn words(self) -> String {
        let n = self.people.map(SampleSize::Stated);
        BaseSize { n, weighted: None, effective: self.stated_effective }.words().unwrap_or_default()
    }
}

fn why_unknown(poll: &Poll, question: &Question, size: BaseSize) -> NoInterval {
    if let Some(weighted) = size.weighted {
        return NoInterval::OnlyWeighted(decimal(weighted));
    }
    let has_sample = poll.sample_size.is_some_and(|size| size.words().is_some());
    match &question.base {
        Base::Described(words) => match question.base.size_in_words().doubtful {
            Some(number) => NoInterval::BaseSizeInDoubt(words.clone(), number),
            None => NoInterval::BaseIsAPart(words.clone()),
        },
        Base::NotStated if has_sample => NoInterval::BaseNotStated,
        Base::NotStated | Base::All => NoInterval::SampleSizeNotStated,
    }
}
