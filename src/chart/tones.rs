//! The colours of answers: the accent for positions, grey for answers that take no side. They can
//! be told by people with any colour vision, in grey and in print, and still no chart relies on
//! them: every part of it has its words.

use egui::Color32;

use super::Look;
use super::look::{between, contrast};
use crate::poll::{Answer, AnswerKind};

/// The colour of an answer's bar.
pub fn tone(kind: &AnswerKind, look: &Look) -> Color32 {
    match kind {
        AnswerKind::Position | AnswerKind::Net(_) => look.accent,
        AnswerKind::Neutral => look.neutral,
        AnswerKind::DontKnow => between(look.neutral, look.page, 0.4),
    }
}

/// The colours of the parts of one bar: the accent for the first position, paler for each one after
/// it, all so that words on them can be read.
pub fn tones(answers: &[&Answer], look: &Look) -> Vec<Color32> {
    let is_position = |kind: &AnswerKind| matches!(kind, AnswerKind::Position | AnswerKind::Net(_));
    let positions = answers.iter().filter(|answer| is_position(&answer.kind)).count();
    let steps: Vec<Color32> = paler(look.accent, look).collect();
    let mut before = 0;
    answers
        .iter()
        .map(|answer| {
            if !is_position(&answer.kind) {
                let own = tone(&answer.kind, look);
                return paler(own, look).next().unwrap_or(own);
            }
            // Evenly from the accent to the palest; two positions are less far apart.
            let last = positions.saturating_sub(1).max(2);
            let step = before * steps.len().saturating_sub(1) / last;
            before += 1;
            steps.get(step).copied().unwrap_or(look.accent)
        })
        .collect()
}

/// The colours of `left` positions of one side and `right` of the other, from left to right: the accent
/// and the ink, both the stronger the further from the middle.
pub fn two_sides(left: usize, right: usize, look: &Look) -> Vec<Color32> {
    let mut tones = LEFT.tones(look.accent, left, look);
    tones.extend(RIGHT.tones(look.ink, right, look).into_iter().rev());
    tones
}

/// The colour of what stands over the middle of two sides.
pub fn middle(look: &Look) -> Color32 {
    between(look.page, look.neutral, 0.3)
}

/// How far the tones of a side are on the way to the page's colour, in percent.
struct Side {
    strongest: u8,
    palest: u8,
    /// That of a side with one position.
    only: u8,
}

/// In grey, too, all four can be told apart; and the ink alone does not outweigh the accent.
const LEFT: Side = Side { strongest: 0, palest: 58, only: 0 };
const RIGHT: Side = Side { strongest: 12, palest: 46, only: 46 };

impl Side {
    /// The tones of so many positions, the strongest first.
    fn tones(&self, color: Color32, count: usize, look: &Look) -> Vec<Color32> {
        let percent = |step: usize| match count {
            1 => self.only,
            _ => self.strongest + ((self.palest - self.strongest) as usize * step / (count - 1)) as u8,
        };
        (0..count).map(|step| paler_than(color, percent(step), look).next().unwrap_or(color)).collect()
    }
}

/// The tone and ever paler ones, as far as either the page's colour or the ink can be read on them.
fn paler(tone: Color32, look: &Look) -> impl Iterator<Item = Color32> {
    paler_than(tone, 0, look)
}

/// These from `percent` of the way to the page's colour on.
fn paler_than(tone: Color32, percent: u8, look: &Look) -> impl Iterator<Item = Color32> {
    (percent..=PALEST)
        .map(move |percent| between(tone, look.page, f32::from(percent) / 100.0))
        .filter(|paler| contrast(look.words_on(*paler), *paler) >= ENOUGH)
}

/// Behind what is not reported.
pub fn not_reported(look: &Look) -> Color32 {
    between(look.page, look.line, 0.4)
}

/// How far the palest tone is on the way to the page's colour, in percent.
const PALEST: u8 = 82;
/// WCAG 2.2, contrast of text, level AA.
const ENOUGH: f32 = 4.5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Look;
    use crate::chart::vision::{AT_A_GLANCE, VISIONS, apart};
    use crate::ui::ThemeName;

    fn answers(kinds: &[AnswerKind]) -> Vec<Answer> {
        kinds.iter().map(|kind| Answer { kind: kind.clone(), ..Answer::default() }).collect()
    }

    fn mixed(positions: usize) -> Vec<Answer> {
        let mut kinds = vec![AnswerKind::Position; positions];
        kinds.extend([AnswerKind::Neutral, AnswerKind::DontKnow]);
        answers(&kinds)
    }

    #[test]
    fn words_can_be_read_on_every_part_of_a_bar() {
        for (name, positions) in ThemeName::ALL.into_iter().zip([2, 3, 4, 5].into_iter().cycle()) {
            let (look, answers) = (Look::of(name.theme()), mixed(positions));
            for tone in tones(&answers.iter().collect::<Vec<_>>(), &look) {
                let found = contrast(look.words_on(tone), tone);
                assert!(found >= ENOUGH, "{name:?}, {positions} positions: {found:.2} on {tone:?}");
            }
        }
    }

    #[test]
    fn bars_of_positions_and_of_no_side_are_told_apart_with_any_colour_vision() {
        for name in ThemeName::ALL {
            let look = Look::of(name.theme());
            let tones: Vec<Color32> = [AnswerKind::Position, AnswerKind::Neutral, AnswerKind::DontKnow]
                .iter()
                .map(|kind| tone(kind, &look))
                .collect();
            for (vision, matrix) in &VISIONS {
                for pair in [[0, 1], [1, 2], [0, 2]] {
                    let found = apart(tones[pair[0]], tones[pair[1]], matrix);
                    assert!(found > AT_A_GLANCE, "{name:?}, {vision}, {pair:?}: {found:.1}");
                }
                for tone in &tones {
                    let found = apart(*tone, look.page, matrix);
                    assert!(found > AT_A_GLANCE, "{name:?}, {vision}, against the page: {found:.1}");
                }
            }
        }
    }

    #[test]
    fn two_sides_and_their_middle_are_told_apart_with_any_colour_vision() {
        for name in ThemeName::ALL {
            let look = Look::of(name.theme());
            for count in 1..=3 {
                let mut row = two_sides(count, count, &look);
                row.insert(count, middle(&look));
                assert_eq!(row.len(), 2 * count + 1);
                for tone in &row {
                    let found = contrast(look.words_on(*tone), *tone);
                    assert!(found >= ENOUGH, "{name:?}, {count}: {found:.2} on {tone:?}");
                }
                for (vision, matrix) in &VISIONS {
                    let all = |a: usize| (a + 1..row.len()).map(move |b| (a, b));
                    let beside: Vec<(usize, usize)> = match count {
                        // With more, the key's order tells them.
                        3 => (1..row.len()).map(|b| (b - 1, b)).collect(),
                        _ => (0..row.len()).flat_map(all).collect(),
                    };
                    let on_page = row.iter().map(|tone| (*tone, look.page));
                    for (a, b) in beside.into_iter().map(|(a, b)| (row[a], row[b])).chain(on_page) {
                        let found = apart(a, b, matrix);
                        assert!(found > AT_A_GLANCE, "{name:?}, {vision}, {count}: {found:.1} {a:?} {b:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_strongest_tone_of_a_side_stands_furthest_from_the_middle() {
        for name in ThemeName::ALL {
            let look = Look::of(name.theme());
            let strength: Vec<f32> =
                two_sides(3, 2, &look).iter().map(|tone| contrast(*tone, look.page)).collect();
            let (left, right) = strength.split_at(3);
            let grows = right.is_sorted_by(|a, b| a < b);
            assert!(left.is_sorted_by(|a, b| a > b) && grows, "{name:?}: {strength:?}");
        }
    }

    #[test]
    fn positions_beside_each_other_are_told_apart_with_any_colour_vision() {
        for name in ThemeName::ALL {
            let look = Look::of(name.theme());
            for positions in 2..=5 {
                let answers = answers(&vec![AnswerKind::Position; positions]);
                let tones = tones(&answers.iter().collect::<Vec<_>>(), &look);
                for (vision, matrix) in &VISIONS {
                    for pair in tones.windows(2) {
                        let found = apart(pair[0], pair[1], matrix);
                        assert!(found > AT_A_GLANCE, "{name:?}, {vision}, {positions}: {found:.1}");
                    }
                    let palest = apart(tones[positions - 1], look.page, matrix);
                    assert!(palest > AT_A_GLANCE, "{name:?}, {vision}, {positions}: {palest:.1} on the page");
                }
            }
        }
    }
}
