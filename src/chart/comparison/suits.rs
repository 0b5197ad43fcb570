//! Which ways to draw a comparison suit it.

use super::{ComparisonChart, ComparisonKind, Figure, multiples, sets};
use crate::chart::{Kind, QuestionChart};
use crate::poll::Fieldwork;

/// More figures than these are drawn over time where they can be: nobody reads so many rows.
const MANY: usize = 40;

/// More panels, or sets of answers of more figures, than anyone would look through.
const MOST_PANELS: usize = 36;
const MOST_SETS: usize = 120;

impl ComparisonChart<'_> {
    /// Whether it can be drawn in a way.
    #[must_use]
    pub fn suits(&self, kind: ComparisonKind) -> bool {
        match kind {
            ComparisonKind::Dots => true,
            ComparisonKind::Dumbbell => self.questions().len() == 2,
            ComparisonKind::Panels => {
                self.figures.len() > 2 && (2..=MOST_PANELS).contains(&multiples::polls(self, MOST_PANELS + 1))
            }
            ComparisonKind::Stacked => self.sets_suit(|chart| chart.suits(Kind::Stacked)),
            ComparisonKind::Diverging => self.sets_suit(|chart| chart.sides().is_some()),
            ComparisonKind::Tracker => {
                let dated =
                    |figure: &&Figure<'_>| matches!(figure.item.poll.fieldwork, Some(Fieldwork::Dates(..)));
                self.figures.iter().filter(dated).count() > 2
            }
        }
    }

    /// The ways that it can be drawn, in the order they are offered.
    #[must_use]
    pub fn kinds(&self) -> Vec<ComparisonKind> {
        ComparisonKind::ALL.into_iter().filter(|kind| self.suits(*kind)).collect()
    }

    /// The way that suits the figures: two versions of a question on one line where they share their
    /// answers, dots for anything else.
    #[must_use]
    pub fn natural_kind(&self) -> ComparisonKind {
        let shared =
            |label: &str| self.figures.iter().filter(|figure| figure.item.answer.label == label).count();
        let all_shared = self.figures.iter().all(|figure| shared(&figure.item.answer.label) == 2);
        if self.figures.len() > MANY && self.suits(ComparisonKind::Tracker) {
            ComparisonKind::Tracker
        } else if self.suits(ComparisonKind::Dumbbell) && all_shared && self.figures.len() > 2 {
            ComparisonKind::Dumbbell
        } else {
            ComparisonKind::Dots
        }
    }

    fn sets_suit(&self, suits: impl Fn(&QuestionChart<'_>) -> bool) -> bool {
        if self.figures.len() > MOST_SETS {
            return false;
        }
        sets::charts(self).iter().any(|(_, chart)| suits(chart))
    }
}
