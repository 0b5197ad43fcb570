//! How many people a share is a share of.

use super::NoInterval;
use crate::poll::{Base, SampleSize, grouped};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How many, at least one.
    pub people: u64,
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
    pub fn of(size: Option<SampleSize>, base: &Base, what_if: Option<WhatIf>) -> Result<Sample, NoInterval> {
        let stated = match (base, size.unwrap_or(SampleSize::NotStated)) {
            (Base::Described(words), _) => Err(NoInterval::BaseIsAPart(words.clone())),
            (Base::NotStated, SampleSize::Stated(_)) => Err(NoInterval::BaseNotStated),
            (Base::All, SampleSize::Stated(0)) => Err(NoInterval::Impossible),
            (Base::All, SampleSize::Stated(people)) => Ok(Sample { people, assumed: None }),
            (_, SampleSize::NotStated) => Err(NoInterval::SampleSizeNotStated),
            (_, size) => Err(NoInterval::SampleSizeInWords(size.words().unwrap_or_default())),
        };
        stated.or_else(|why| {
            let assumed = what_if.ok_or(why)?;
            Ok(Sample { people: assumed.people, assumed: Some(assumed) })
        })
    }

    /// n divided by the design effect.
    #[must_use]
    pub fn effective(self, design_effect: DesignEffect) -> f64 {
        self.people as f64 / design_effect.factor()
    }
}
