//! The Polls view: each poll with what it discloses and all its questions. A table may hold a hundred
//! thousand rows, so only what is near the view is laid out.

use egui::{Pos2, Rangef, Ui, Vec2};

use crate::bundle::Bundle;
use crate::poll::{Poll, grouped};
use crate::ui::hold::Hold;
use crate::ui::unseen::Teller;
use crate::ui::virtual_list::{Rows, VirtualList};
use crate::ui::widgets::{self, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::context::ViewContext;
use crate::view::parts::context_menu::{self, Entry};
use crate::view::parts::disclosure_list;
use crate::view::parts::disclosure_list::Row as Stated;
use crate::view::parts::notes::{PageNotes, below};
use crate::view::parts::question_chart::{self, ChartSwitches};
use crate::view::parts::scroll_keys::{self, Scroll};

/// Where the view stands, and what was switched in it.
#[derive(Default)]
pub struct Polls {
    list: VirtualList,
    rows: Vec<Row>,
    /// The rows of polls.
    heads: Vec<usize>,
    charts: ChartSwitches,
    /// The figure under the pointer, else the one that was gone to.
    lit: Option<String>,
    /// The figure that was gone to: it stays lit until somebody scrolls.
    arrived: Option<String>,
}

/// Points left in view above a question that was gone to.
const ABOVE: f64 = 8.0;

/// Points beyond the view that are drawn: more than a chart is high, so that the Tab key always comes to
/// the next.
const BEYOND: f64 = 900.0;

#[derive(Clone, Copy, Debug)]
enum Row {
    Title,
    Poll(usize),
    /// A poll's question.
    Question(usize, usize),
    /// Room under the last one.
    End,
}

impl Polls {
    /// The view of a bundle, at its top.
    #[must_use]
    pub fn of(bundle: &Bundle) -> Polls {
        let mut rows = vec![Row::Title];
        let mut heads = Vec::new();
        for (index, poll) in bundle.manifest.polls.iter().enumerate() {
            heads.push(rows.len());
            rows.push(Row::Poll(index));
            rows.extend((0..poll.questions.len()).map(|question| Row::Question(index, question)));
        }
        rows.push(Row::End);
        Polls { list: VirtualList::default().reaching(BEYOND), rows, heads, ..Polls::default() }
    }

    /// The row of the question that a figure answers.
    #[must_use]
    pub fn row_of(&self, bundle: &Bundle, figure: &str) -> Option<usize> {
        let (poll, question) = bundle.question(figure)?;
        let polls = &bundle.manifest.polls;
        self.rows.iter().position(|row| {
            matches!(row, Row::Question(at, asked) if polls[*at].id == poll.id
                && polls[*at].questions[*asked].id == question.id)
        })
    }

    /// Goes to a row for a figure in it, which is lit there.
    pub fn go_to(&mut self, row: usize, figure: &str) {
        self.list.go_to(row, ABOVE);
        self.arrived = Some(figure.to_owned());
    }

    /// The place at the top, to come back to.
    #[must_use]
    pub fn hold(&self) -> Hold {
        self.list.hold()
    }

    /// Goes to a place that was at the top before.
    pub fn go_back_to(&mut self, hold: Hold) {
        self.list.go_back_to(hold);
    }
}

/// Draws all polls.
pub fn show(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    polls: &mut Polls,
    (bundle, notes): (&Bundle, &PageNotes),
    column: Rangef,
) {
    let Polls { list, rows, heads, charts, lit, arrived } = polls;
    match scroll_keys::pressed(ui) {
        Some(Scroll::By(points)) => list.scroll_by(points),
        Some(Scroll::ToTop) => list.go_to(0, 0.0),
        Some(Scroll::ToEnd) => list.go_to(rows.len() - 1, 0.0),
        None => {}
    }
    let mut drawing = Drawing {
        cx: cx.reborrow(),
        bundle,
        notes,
        rows,
        heads,
        charts,
        lit: lit.take(),
        pointed_at: None,
        menu: None,
    };
    list.show(ui, drawing.rows.len(), column, &mut drawing);
    let pointed_at = drawing.pointed_at.take();
    let menu = drawing.menu.take();
    *arrived = arrived.take().filter(|_| list.gone_to().is_some());
    *lit = pointed_at.or_else(|| arrived.clone());
    context_menu::show(ui, ui.scope_id().with("menu"), menu, cx.actions);
}

/// What the list needs while it draws.
struct Drawing<'a> {
    cx: ViewContext<'a>,
    bundle: &'a Bundle,
    notes: &'a PageNotes,
    rows: &'a [Row],
    heads: &'a [usize],
    charts: &'a mut ChartSwitches,
    lit: Option<String>,
    pointed_at: Option<String>,
    menu: Option<(Pos2, Vec<Entry>)>,
}

impl Rows for Drawing<'_> {
    fn estimate(&self, row: usize, _width: f32) -> f32 {
        match self.rows[row] {
            Row::Title => 120.0,
            Row::Poll(_) => 310.0,
            Row::Question(poll, question) => {
                let answers = self.bundle.manifest.polls[poll].questions[question].answers.len();
                150.0 + 36.0 * answers as f32
            }
            Row::End => 80.0,
        }
    }

    fn measure(&mut self, _ui: &Ui, _row: usize, _width: f32) -> Option<(f32, usize)> {
        None
    }

    fn draw(&mut self, ui: &mut Ui, row: usize) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        match self.rows[row] {
            Row::Title => {
                ui.add_space(32.0);
                widgets::heading(ui, "Polls", type_scale::TITLE, self.cx.theme.ink, 1);
                ui.add_space(6.0);
                widgets::text(ui, &summary(self.bundle), type_scale::SUMMARY, self.cx.theme.quiet);
                ui.add_space(22.0);
            }
            Row::Poll(poll) => {
                if row != self.heads[0] {
                    ui.add_space(40.0);
                }
                show_poll(ui, self.cx.theme, self.bundle, &self.bundle.manifest.polls[poll]);
            }
            Row::Question(poll, question) => self.question(ui, poll, question),
            Row::End => ui.add_space(120.0),
        }
    }

    fn tell(&mut self, teller: &mut Teller<'_>, row: usize) {
        match self.rows[row] {
            Row::Title => {
                teller.heading("Polls", 1);
                teller.lines([summary(self.bundle)]);
            }
            Row::Poll(poll) => {
                let poll = &self.bundle.manifest.polls[poll];
                teller.heading(poll.name(), 2);
                let stated = stated(self.bundle, poll).map(|row| row.spoken());
                teller.lines(subgroup(self.bundle, poll).into_iter().chain(stated).chain(poll.note.clone()));
            }
            Row::Question(poll, question) => {
                let reference = self.reference(poll, question);
                let (inside, on) = (teller.id(), (reference.as_str(), ""));
                question_chart::tell(teller, self.cx.theme, inside, self.bundle, on, self.charts);
                teller.lines(self.bundle.manifest.polls[poll].questions[question].note.clone());
                below::tell_question(teller, self.notes, &reference);
            }
            Row::End => {}
        }
    }

    fn landmarks(&self) -> &[usize] {
        self.heads
    }
}

impl Drawing<'_> {
    fn reference(&self, poll: usize, question: usize) -> String {
        let poll = &self.bundle.manifest.polls[poll];
        format!("{}/{}", poll.id, poll.questions[question].id)
    }

    fn question(&mut self, ui: &mut Ui, poll: usize, question: usize) {
        ui.add_space(24.0);
        let reference = self.reference(poll, question);
        let (theme, lit) = (self.cx.theme, self.lit.as_deref());
        let on = (reference.as_str(), "");
        let touched = question_chart::show(ui, &mut self.cx, self.bundle, on, self.charts, lit);
        self.pointed_at = touched.pointed_at.or(self.pointed_at.take());
        self.menu = touched.menu.or(self.menu.take());
        if let Some(note) = &self.bundle.manifest.polls[poll].questions[question].note {
            ui.add_space(4.0);
            widgets::text(ui, note, type_scale::SECONDARY, theme.quiet);
        }
        below::question(ui, &mut self.cx, self.notes, &reference);
    }
}

fn summary(bundle: &Bundle) -> String {
    let polls = &bundle.manifest.polls;
    let questions: usize = polls.iter().map(|poll| poll.questions.len()).sum();
    let count = |number: usize| grouped(number as u64);
    match (polls.len(), questions) {
        (0, _) => "This briefing has no polls.".to_owned(),
        (1, 1) => "One poll, one question, and what is disclosed of it.".to_owned(),
        (1, questions) => {
            format!("One poll with {} questions, and what is disclosed of it.", count(questions))
        }
        (polls, questions) => {
            let (polls, questions) = (count(polls), count(questions));
            format!("{polls} polls with {questions} questions, and what is disclosed of each.")
        }
    }
}

/// What a poll is a subgroup of.
fn subgroup(bundle: &Bundle, poll: &Poll) -> Option<String> {
    let whole = poll.subgroup_of.as_ref().and_then(|id| bundle.poll(id))?;
    Some(format!("A subgroup of {}", whole.name()))
}

/// What is stated of a poll and what is not, with where it was read.
fn stated(bundle: &Bundle, poll: &Poll) -> impl Iterator<Item = Stated> {
    let source = bundle.source(&poll.source).map(|source| format!("{}, {}", source.title, source.publisher));
    let disclosed = poll.disclosure().into_iter().map(|(label, value)| Stated::new(&label, value));
    disclosed.chain(source.map(|source| Stated::new("Read in", Some(source))))
}

fn show_poll(ui: &mut Ui, theme: &Theme, bundle: &Bundle, poll: &Poll) {
    widgets::heading(ui, poll.name(), type_scale::H2, theme.ink, 2);
    if let Some(subgroup) = subgroup(bundle, poll) {
        widgets::text(ui, &subgroup, type_scale::LABEL, theme.quiet);
    }
    ui.add_space(8.0);
    hairline(ui, theme);
    ui.add_space(10.0);
    disclosure_list::rows(ui, theme, stated(bundle, poll), 150.0);
    if let Some(note) = &poll.note {
        ui.add_space(6.0);
        widgets::text(ui, note, type_scale::SMALL, theme.ink);
    }
    ui.add_space(10.0);
    hairline(ui, theme);
}
