//! Small multiples: a panel for each poll, all on one scale, so that countries and groups are
//! compared at a glance.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use egui::{Galley, Id, Rangef, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::dots::marks_of;
use super::panel::{CRAMPED, ticks_under};
use super::words::{figure_sentence, sample_words};
use super::{ComparisonChart, Figure};
use crate::chart::Look;
use crate::chart::card;
use crate::chart::look::between;
use crate::chart::plot::{self, Mark};
use crate::chart::rows::{self, Touched};
use crate::chart::text::value_words;
use crate::poll::comparison::{survey, with_edition};
use crate::poll::{Disclosed, Poll};

/// A panel's least width, the space between two, and a figure's height without its words, in points
/// at the usual size.
const LEAST: f32 = 210.0;
const BETWEEN: f32 = 28.0;
const SCALE: f32 = 30.0;
/// From the middle of a figure's scale to its bottom.
const UNDER: f32 = 12.0;
/// Marks at 0 and at 100 stand out over the scale by as many points.
const BEYOND: f32 = 8.0;
/// Above a panel's title, and between the words of a row and its scale.
const ABOVE: f32 = 12.0;

/// The figures of one poll, by their places in the chart.
struct Group<'a> {
    poll: &'a Poll,
    figures: Vec<usize>,
}

/// Draws the panels, with the figure `lit` (a reference) lit up.
pub fn show(ui: &mut Ui, chart: &ComparisonChart<'_>, look: &Look, id: Id, lit: Option<&str>) -> Touched {
    let groups = groups(chart);
    let times = look.scale();
    let room = ui.available_width();
    let most = ((room + BETWEEN * times) / ((LEAST + BETWEEN) * times)).floor().max(1.0) as usize;
    let columns = most.min(groups.len()).clamp(1, 4);
    let width = (room - BETWEEN * times * (columns - 1) as f32) / columns as f32;
    let mut touched = Touched::default();
    let mut first = 0;
    for line in groups.chunks(columns) {
        let titles: Vec<_> =
            line.iter().map(|group| title(ui, look, chart, (group, &groups), width)).collect();
        let head = titles.iter().map(|title| title.size().y).fold(0.0, f32::max) + 1.5 * ABOVE * times;
        let head = head.ceil();
        let rows = line.iter().map(|group| group.figures.len()).max().unwrap_or(0);
        let words: Vec<Vec<Words>> =
            line.iter().map(|group| words_of(ui, look, chart, group, width)).collect();
        // One height for each row of a line, so that its scales stand beside each other.
        let tallest = |row: usize| {
            let beside = words.iter().filter_map(|words| words.get(row));
            beside.map(Words::height).fold(0.0, f32::max)
        };
        // In whole points, so that text stands as well in vectors as in pixels.
        let ends: Vec<f32> = (0..rows)
            .scan(0.0, |end, row| {
                *end += (tallest(row) + SCALE * times).ceil();
                Some(*end)
            })
            .collect();
        let ticks = look.secondary.size * 1.42 + 4.0;
        let height = head + ends.last().unwrap_or(&0.0) + ticks + 18.0 * times;
        let (place, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        for (column, ((group, title), words)) in line.iter().zip(titles).zip(words).enumerate() {
            let left = place.left() + column as f32 * (width + BETWEEN * times);
            let rect = Rect::from_min_size(pos2(left, place.top()), vec2(width, height));
            let at = rect.min + vec2(0.0, ABOVE * times);
            let line = ui.painter().round_to_pixel_center(rect.top());
            ui.painter().hline(rect.x_range(), line, Stroke::new(1.0, look.line));
            ui.painter().galley(at, title, look.ink);
            let panel = Panel { chart, look, id, rect, top: rect.top() + head, ends: &ends, words, first };
            panel.show(ui, group, lit, &mut touched);
            first += group.figures.len();
        }
    }
    touched
}

fn groups<'a>(chart: &ComparisonChart<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (index, figure) in chart.figures.iter().enumerate() {
        match groups.iter_mut().find(|group| std::ptr::eq(group.poll, figure.item.poll)) {
            Some(group) => group.figures.push(index),
            None => groups.push(Group { poll: figure.item.poll, figures: vec![index] }),
        }
    }
    groups
}

/// How many polls the figures are of, counted up to `most`.
pub fn polls(chart: &ComparisonChart<'_>, most: usize) -> usize {
    let mut known = HashSet::new();
    let polls = chart.figures.iter().map(|figure| std::ptr::from_ref(figure.item.poll));
    polls.filter(|poll| known.insert(*poll)).take(most).count()
}

/// Whom a poll is of: the group and nothing else, the poll and its population, or the poll alone. Groups
/// beside other polls, or of several waves, are told with theirs.
fn whom<'a>(poll: &'a Poll, groups: &[Group<'_>]) -> (Cow<'a, str>, Option<&'a str>) {
    let population = poll.population.as_ref().and_then(Disclosed::stated);
    let Some(population) = population.filter(|population| *population != poll.name()) else {
        return (poll.name().into(), None);
    };
    if poll.subgroup_of.is_none() {
        return (poll.name().into(), Some(population));
    }
    if groups.iter().all(|group| survey(group.poll) == survey(poll)) {
        (population.into(), None)
    } else {
        (poll.group_name().into(), None)
    }
}

/// Whom the panel is of, with the sample.
fn title(
    ui: &Ui,
    look: &Look,
    chart: &ComparisonChart<'_>,
    (group, groups): (&Group<'_>, &[Group<'_>]),
    width: f32,
) -> Arc<Galley> {
    let (name, under) = whom(group.poll, groups);
    let figure = &chart.figures[group.figures[0]];
    let name = with_edition(&name, figure.item.edition);
    let (people, odd) = sample_words(figure);
    let under = under.map(|under| format!("{under} · ")).unwrap_or_default();
    let pieces = [
        (&*format!("{name}\n"), &look.value, look.ink),
        (under.as_str(), &look.secondary, look.quiet),
        (people.as_str(), &look.secondary, if odd { look.warning } else { look.quiet }),
    ];
    look.pieces(ui, &pieces, width)
}

/// What is said of a figure, laid out.
struct Words {
    label: Arc<Galley>,
    value: Arc<Galley>,
    /// There is no room for the value beside the label.
    cramped: bool,
}

impl Words {
    fn height(&self) -> f32 {
        let (label, value) = (self.label.size().y, self.value.size().y);
        if self.cramped { label + value } else { label.max(value) }
    }
}

fn words_of(ui: &Ui, look: &Look, chart: &ComparisonChart<'_>, group: &Group<'_>, width: f32) -> Vec<Words> {
    let figures = group.figures.iter().map(|index| (*index, &chart.figures[*index]));
    figures
        .map(|(index, figure)| {
            let value = value_words(figure.item.answer);
            let value = look.text(ui, &value, &look.value, look.ink, width * 0.5);
            let beside = width - value.size().x - 12.0;
            let cramped = beside < CRAMPED * look.scale();
            let room = if cramped { width } else { beside };
            let label = look.text(ui, &label(chart, figure, index), &look.label, look.ink, room);
            Words { label, value, cramped }
        })
        .collect()
}

/// The answer; with its question where the panels are of several.
fn label(chart: &ComparisonChart<'_>, figure: &Figure<'_>, index: usize) -> String {
    let question = &figure.item.question;
    let same = |other: &Figure<'_>| other.item.question.title == question.title;
    if chart.figures.iter().all(same) {
        figure.item.answer.label.clone()
    } else {
        format!("{}\u{2002}{}: {}", index + 1, question.title, figure.item.answer.label)
    }
}

/// Where a panel's rows stand.
struct Panel<'p, 'a> {
    chart: &'p ComparisonChart<'a>,
    look: &'p Look,
    id: Id,
    rect: Rect,
    top: f32,
    /// Where each row ends, from the top.
    ends: &'p [f32],
    words: Vec<Words>,
    /// How many figures the panels before it hold.
    first: usize,
}

impl Panel<'_, '_> {
    fn show(&self, ui: &mut Ui, group: &Group<'_>, lit: Option<&str>, touched: &mut Touched) {
        let (look, times) = (self.look, self.look.scale());
        let height = self.ends[group.figures.len() - 1];
        let area = Rect::from_min_size(pos2(self.rect.left(), self.top), vec2(self.rect.width(), height));
        let bands = ui.painter().add(Shape::Noop);
        let mut lit_rows = Vec::new();
        let mut marks = Vec::new();
        let pale = between(look.page, look.line, 0.8);
        for (row, index) in group.figures.iter().enumerate() {
            let figure = &self.chart.figures[*index];
            let (begins, ends) = (row.checked_sub(1).map_or(0.0, |above| self.ends[above]), self.ends[row]);
            let middle = ends - UNDER * times;
            let around = Rangef::new(middle - 9.0 * times, middle + 9.0 * times);
            marks.extend([0.0, 25.0, 50.0, 75.0, 100.0].map(|at| Mark::Line {
                at,
                down: around,
                color: pale,
            }));
            marks.extend(marks_of(figure, look, middle, look.accent));
            let rect = Rect::from_x_y_ranges(area.x_range(), area.top() + begins..=area.top() + ends);
            if self.figure(ui, (*index, row), rect, lit, touched) {
                lit_rows.push(rows::band(rect, look.lit()));
            }
        }
        ui.painter().set(bands, Shape::Vec(lit_rows));
        let beyond = 100.0 * f64::from(BEYOND / (area.width() - 2.0 * BEYOND));
        let id = self.id.with(("panel", self.first));
        let transform = plot::show(ui, id, area, (-beyond, 100.0 + beyond), marks);
        ticks_under(ui, look, &transform, (area.x_range(), area.bottom()), &[0, 50, 100]);
    }

    /// A figure's words; whether it is pointed at.
    fn figure(
        &self,
        ui: &Ui,
        (index, row): (usize, usize),
        rect: Rect,
        lit: Option<&str>,
        touched: &mut Touched,
    ) -> bool {
        let figure = &self.chart.figures[index];
        let (look, times) = (self.look, self.look.scale());
        let count = self.chart.figures.len();
        let spot = rows::Spot { list: self.id, index: self.first + row, count, rect, ringed: true };
        let about = || (figure_sentence(figure), figure.details());
        let card = |ui: &mut Ui| card::show_words(ui, look, &figure.card());
        let now = rows::interact(ui, look, &spot, about, Some(card));
        let reference = self.chart.reference(index);
        touched.note(&now, &reference);
        let Words { label, value, cramped } = &self.words[row];
        let top = rect.top() + 3.0 * times;
        ui.painter().galley(pos2(rect.left(), top), Arc::clone(label), look.ink);
        let at = if *cramped {
            pos2(rect.left(), top + label.size().y)
        } else {
            pos2(rect.right() - value.size().x, top)
        };
        ui.painter().galley(at, Arc::clone(value), look.ink);
        now.is_lit() || lit == Some(reference.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(title: &str, population: &str, subgroup_of: Option<&str>) -> Poll {
        Poll {
            id: title.to_lowercase(),
            title: title.to_owned(),
            population: Some(Disclosed::Stated(population.to_owned())),
            subgroup_of: subgroup_of.map(str::to_owned),
            ..Poll::default()
        }
    }

    fn whoms(polls: &[Poll]) -> Vec<(String, Option<&str>)> {
        let groups: Vec<_> = polls.iter().map(|poll| Group { poll, figures: vec![] }).collect();
        let whoms = polls.iter().map(|poll| whom(poll, &groups));
        whoms.map(|(name, under)| (name.into_owned(), under)).collect()
    }

    #[test]
    fn a_panel_is_of_its_group_and_of_its_wave_where_there_are_several() {
        let polls = [
            poll("May", "UK adults", None),
            poll("May: Women", "Women", Some("may")),
            poll("May: Scotland", "Scotland", Some("may")),
            poll("June", "Women", Some("june")),
        ];
        let one_wave: Vec<_> =
            whoms(&polls[..3]).into_iter().map(|(name, under)| (name, under.is_some())).collect();
        let named = |name: &str, under| (name.to_owned(), under);
        assert_eq!(one_wave, [named("May", true), named("Women", false), named("Scotland", false)]);
        let other = [polls[1].clone(), poll("Another poll", "UK adults", None)];
        assert_eq!(whoms(&other)[0].0, "May: Women", "beside another poll");
        let told = ["May", "May: Women", "May: Scotland", "June: Women"];
        assert_eq!(whoms(&polls).into_iter().map(|(name, _)| name).collect::<Vec<_>>(), told);
    }
}
