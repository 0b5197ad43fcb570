//! Two questions, or two waves of one: for each answer its two values on one line, the earlier (or
//! first) hollow and the other full.

use egui::{Id, Rangef, Shape, Ui, pos2, vec2};

use super::dots::joining;
use super::panel::{Panel, Words};
use super::words::{change, figure_sentence};
use super::{ComparisonChart, Figure};
use crate::chart::Look;
use crate::chart::card;
use crate::chart::look::between;
use crate::chart::plot::Mark;
use crate::chart::rows::{self, Touched};
use crate::chart::signs::{self, Sign};
use crate::chart::text::value_words;
use crate::poll::comparison::{Difference, with_edition};
use crate::poll::dates::day_span;
use crate::poll::{Fieldwork, Poll, Question};
use crate::text::same_words;

const RADIUS: f32 = 6.0;
const BAND: f32 = 3.0;

/// An answer with its value in either question.
struct Pair<'c, 'a> {
    label: &'a str,
    two: [Option<&'c Figure<'a>>; 2],
}

/// Draws the rows, with the figure `lit` (a reference) lit up.
pub fn show(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, id: Id, lit: Option<&str>) -> Touched {
    let pairs = pairs(chart);
    key(ui, chart, look);
    let words = pairs.iter().map(|pair| pair.words(look)).collect();
    let panel = Panel::of(ui, look, ui.available_width(), words);
    let marks = pairs.iter().zip(&panel.rows).flat_map(|(pair, row)| pair.marks(look, row.middle)).collect();
    let drawn = panel.show(ui, look, id, marks);
    let mut touched = Touched::default();
    let mut bands = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let rect = drawn.places[index];
        let spot = rows::Spot { list: id, index, count: pairs.len(), rect, ringed: true };
        let about = || (pair.sentence(), Vec::new());
        let card = |ui: &mut Ui| {
            for figure in pair.two.into_iter().flatten() {
                card::show_words(ui, look, &figure.card());
            }
        };
        let now = rows::interact(ui, look, &spot, about, Some(card));
        let references: Vec<String> =
            pair.two.iter().flatten().map(|figure| figure.item.reference()).collect();
        if let Some(first) = references.first() {
            touched.note(&now, first);
        }
        if now.is_lit() || references.iter().any(|reference| lit == Some(reference)) {
            bands.push(rows::band(rect, look.lit()));
        }
        panel.words(ui, look, &drawn, index);
    }
    ui.painter().set(drawn.bands, Shape::Vec(bands));
    touched
}

/// The two questions; where one was asked before the other, it comes first, whatever the order of the
/// figures: an arrow from one value to the other reads as what became of it.
fn in_time<'a>(chart: &ComparisonChart<'a>) -> Vec<(&'a Poll, &'a Question)> {
    let mut questions = chart.questions().to_vec();
    let days = |(poll, _): &(&Poll, &Question)| match &poll.fieldwork {
        Some(Fieldwork::Dates(first, last)) => day_span(first, last),
        _ => None,
    };
    if let [first, second] = questions.as_slice()
        && let (Some((from, _)), Some((_, to))) = (days(first), days(second))
        && to < from
    {
        questions.reverse();
    }
    questions
}

/// Answers that are called the same stand on one line.
fn pairs<'c, 'a>(chart: &'c ComparisonChart<'a>) -> Vec<Pair<'c, 'a>> {
    let questions = in_time(chart);
    let mut pairs: Vec<Pair<'c, 'a>> = Vec::new();
    for figure in &chart.figures {
        let label = figure.item.answer.label.as_str();
        let which = usize::from(!std::ptr::eq(questions[0].1, figure.item.question));
        let known = pairs.iter_mut().find(|pair| pair.two[which].is_none() && same_words(pair.label, label));
        if let Some(pair) = known {
            pair.two[which] = Some(figure);
        } else {
            let mut two = [None, None];
            two[which] = Some(figure);
            pairs.push(Pair { label, two });
        }
    }
    pairs
}

/// Which mark is which question.
fn key(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look) {
    let times = look.scale();
    for ((poll, question), sign) in in_time(chart).iter().zip([Sign::Ring, Sign::Dot]) {
        let width = ui.available_width();
        let when = poll.fieldwork_words().map(|when| format!(", {when}")).unwrap_or_default();
        let of_it = chart.figures.iter().find(|figure| std::ptr::eq(figure.item.question, *question));
        let edition = of_it.and_then(|figure| figure.item.edition);
        let under = format!("  {}{when}", poll.group_name().trim_end_matches(&when));
        let under = with_edition(&under, edition);
        let pieces =
            [(question.title.as_str(), &look.label, look.ink), (under.as_str(), &look.secondary, look.quiet)];
        let words = look.pieces(ui, &pieces, width - 20.0 * times);
        let (_, rect) = ui.allocate_space(vec2(width, words.size().y + 4.0));
        let mut shapes = Vec::new();
        let middle = pos2(rect.left() + RADIUS, rect.top() + 10.0 * times);
        signs::draw(&mut shapes, sign, middle, RADIUS, (look.accent, look.page));
        ui.painter().extend(shapes);
        ui.painter().galley(pos2(rect.left() + 20.0 * times, rect.top()), words, look.ink);
    }
    ui.add_space(8.0);
}

impl Pair<'_, '_> {
    fn words<'l>(&self, look: &'l Look) -> Words<'l> {
        let value = |figure: Option<&Figure<'_>>| {
            figure.map_or_else(|| "–".to_owned(), |figure| value_words(figure.item.answer))
        };
        let values = format!("{} → {}", value(self.two[0]), value(self.two[1]));
        let mut values = vec![(values, &look.value, look.ink)];
        if let Some(difference) = self.difference() {
            values.push((difference, &look.secondary, look.quiet));
        }
        Words { label: vec![(self.label.to_owned(), &look.value, look.ink)], values }
    }

    /// What becomes of the first, in words, since the arrow may go against the order of the figures, and
    /// with it the sign; nothing where the bases differ.
    fn difference(&self) -> Option<String> {
        let [first, second] = [self.two[0]?.item, self.two[1]?.item];
        if !first.question.base.is_like(&second.question.base) {
            return Some("other bases".to_owned());
        }
        Some(change(Difference::printed(second.answer.value.bounds()?, first.answer.value.bounds()?)))
    }

    fn marks(&self, look: &Look, middle: f32) -> Vec<Mark> {
        let mut marks = Vec::new();
        let ends = self.two.map(|figure| figure.and_then(Figure::exact));
        if let [Some(from), Some(to)] = ends {
            marks.push(Mark::Joined {
                across: (from.min(to), from.max(to)),
                down: middle,
                stroke: joining(look),
            });
        }
        // No band lies over a mark.
        let mut signs = Vec::new();
        for (figure, sign) in self.two.into_iter().zip([Sign::Ring, Sign::Dot]) {
            let Some(figure) = figure else { continue };
            let Some(at) = figure.exact() else {
                marks.extend(super::dots::marks_of(figure, look, middle, look.accent));
                continue;
            };
            if let Ok(estimate) = &figure.estimate {
                let across = (estimate.interval.low, estimate.interval.high);
                let down = Rangef::new(middle - BAND, middle + BAND);
                marks.push(match estimate.sample.assumed {
                    Some(_) => Mark::Outlined { across, down, fill: look.page, color: look.accent },
                    None => Mark::Solid {
                        across,
                        down,
                        color: between(look.page, look.accent, 0.35),
                        rounded: (true, true),
                    },
                });
            }
            signs.push(Mark::Sign {
                at,
                down: middle,
                sign,
                radius: RADIUS,
                color: look.accent,
                page: look.page,
            });
        }
        marks.extend(signs);
        marks
    }

    fn sentence(&self) -> String {
        let said: Vec<String> = self.two.into_iter().flatten().map(figure_sentence).collect();
        let difference = self.difference().map(|words| format!(". {words}")).unwrap_or_default();
        said.join(". Against: ") + &difference
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::comparison::{Item, Order, Settings};
    use crate::poll::{Answer, Reported};

    #[test]
    fn an_arrow_goes_from_the_earlier_poll_to_the_later_whichever_was_chosen_first() {
        let asked = |share: f64| Question {
            answers: vec![Answer {
                label: "Yes".to_owned(),
                value: Reported::Percent(share),
                ..Answer::default()
            }],
            ..Question::default()
        };
        let poll = |dates: Option<&str>| Poll {
            fieldwork: dates.map(|date| Fieldwork::Dates(date.to_owned(), date.to_owned())),
            ..Poll::default()
        };
        let (fell, from) = (asked(60.0), asked(62.0));
        let arrow = |first: Option<&str>, second: Option<&str>| {
            let polls = [poll(first), poll(second)];
            let item = |poll, question| Item {
                briefing: "b",
                edition: None,
                poll,
                question,
                answer: &question.answers[0],
            };
            let items = [(item(&polls[0], &fell), ""), (item(&polls[1], &from), "")];
            let chart = ComparisonChart::new("", &items, Settings::default(), Order::Chosen, None);
            let pair = &pairs(&chart)[0];
            pair.two.map(|figure| figure.and_then(Figure::exact).unwrap_or_default().round() as i64)
        };
        assert_eq!(arrow(Some("2022-03"), Some("2021-05-01")), [62, 60]);
        assert_eq!(arrow(Some("2021"), Some("2021-05-01")), [60, 62], "nobody knows which came first");
        assert_eq!(arrow(None, Some("2021-05-01")), [60, 62]);
    }
}
