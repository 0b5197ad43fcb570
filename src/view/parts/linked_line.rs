//! A quiet line of text with links in it: "Rests on: …; …", "Used by call 2, call 5".

use egui::text::LayoutJob;
use egui::{Id, Role, Stroke, Ui};

use crate::ui::lines;
use crate::ui::text_rects::pieces;
use crate::ui::unseen::Teller;
use crate::ui::{Theme, links, spoken, type_scale};

/// A link of the line.
pub struct Link {
    /// Its words on the page.
    pub words: String,
    /// What is read aloud; more than the words where they say little alone.
    pub spoken: String,
    /// Whether it is to be lit up.
    pub lit: bool,
}

/// What a person did with the line's links, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The one that the pointer or the keyboard is on.
    pub pointed_at: Option<usize>,
    /// The one that was clicked, or chosen with Enter.
    pub clicked: Option<usize>,
}

/// Draws `before`, then the links with `between` between them, over the width there is. `id` is the
/// line's, from which its links have theirs.
pub fn show(ui: &mut Ui, theme: &Theme, id: Id, (before, between): (&str, &str), links: &[Link]) -> Touched {
    let quiet = type_scale::SECONDARY.format(theme.quiet);
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    job.append(before, 0.0, quiet.clone());
    let mut at = before.chars().count();
    let mut places = Vec::new();
    for (index, link) in links.iter().enumerate() {
        if index > 0 {
            job.append(between, 0.0, quiet.clone());
            at += between.chars().count();
        }
        job.append(&link.words, 0.0, type_scale::SECONDARY.format(theme.ink));
        let end = at + link.words.chars().count();
        places.push(at..end);
        at = end;
    }
    let galley = lines::laid(ui, job);
    let (_, rect) = ui.allocate_space(galley.size());
    let mut line = spoken::part(ui, id, rect, Role::Label, name(before));
    let ui = &mut line;
    let mut touched = Touched::default();
    for (index, (link, place)) in links.iter().zip(places).enumerate() {
        let pieces = pieces(&galley, place.start, place.end);
        let id = |row: usize| link_id(id, index, row);
        let sensed = links::sense(ui, theme, (rect.min, &pieces), id, || link.spoken.clone());
        if sensed.iter().any(egui::Response::clicked) {
            touched.clicked = Some(index);
        }
        let pointed_at = links::is_pointed_at(&sensed);
        if pointed_at {
            touched.pointed_at = Some(index);
        }
        for piece in &pieces {
            let place = piece.rect.translate(rect.min.to_vec2());
            let baseline = rect.top() + piece.baseline;
            let lit = link.lit || pointed_at;
            if lit {
                ui.painter().rect_filled(piece.behind(rect.min, 12.0, 4.0), 2.0, theme.claim);
            }
            let stroke = Stroke::new(if lit { 2.0 } else { 1.0 }, theme.accent);
            ui.painter().hline(place.x_range(), baseline + 3.5, stroke);
        }
    }
    ui.painter().galley(rect.min, galley, theme.quiet);
    touched
}

/// Tells a screen reader of a line that is not drawn.
pub fn tell(teller: &mut Teller<'_>, id: Id, before: &str, links: &[Link]) {
    teller.part(id, Role::Label, name(before), |teller| {
        for (index, link) in links.iter().enumerate() {
            teller.say(link_id(id, index, 0), Role::Link, &link.spoken);
        }
    });
}

/// What the line is called.
fn name(before: &str) -> &str {
    before.trim().trim_end_matches(':')
}

/// The id of a link's piece on a row.
fn link_id(line: Id, link: usize, row: usize) -> Id {
    line.with((link, row))
}
