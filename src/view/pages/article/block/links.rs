//! The links of a block: pointed at, followed, underlined, said.

use std::ops::Range;

use egui::{Role, Stroke, Ui};

use super::{Block, link_in};
use crate::article::Target;
use crate::bundle::{Found, are_tied};
use crate::ui::links;
use crate::ui::text_rects::RowPiece;
use crate::ui::unseen::Teller;
use crate::view::actions::Action;
use crate::view::pages::article::block_text::{self, Link};
use crate::view::pages::article::page_frame::PageFrame;
use crate::view::pages::article::peek_card;

impl Block<'_> {
    pub(super) fn sense_link(
        &self,
        ui: &mut Ui,
        page: &mut PageFrame<'_>,
        at: egui::Pos2,
        link: &Link<'_>,
        pieces: &[RowPiece],
        key: (usize, usize),
    ) -> bool {
        let scope = ui.scope_id();
        let id = |row: usize| link_in(scope, key, row);
        if !pieces.is_empty() {
            page.peek.keys(ui, id(0));
        }
        let sensed = links::sense(ui, self.theme, (at, pieces), id, || self.spoken(link));
        let pointed_at = links::is_pointed_at(&sensed);
        for response in sensed {
            let claimed = page.has_margin && matches!(link.target, Target::Figure(_));
            let seen = || peek_card::seen(page.bundle, page.rows, page.places, link.target);
            let go = page.peek.show(ui, self.theme, &response, !claimed, page.bundle, seen);
            if response.clicked() || go {
                match (link.target, page.places.of(link.target)) {
                    (Target::Figure(reference), _) => page.cx.actions.extend(self.to_figure(page, reference)),
                    (Target::Web(address), _) => page.cx.actions.push(Action::Browse(address.to_string())),
                    (_, Some(row)) => page.cx.actions.push(Action::GoToRow(row)),
                    _ => {}
                }
            }
        }
        if pointed_at && let Target::Figure(reference) = link.target {
            page.pointed_at = Some(reference.to_string());
        }
        pointed_at
    }

    /// Tells a screen reader of the links in a part of the block that is not drawn.
    pub fn tell_links(&self, teller: &mut Teller<'_>, part: Range<usize>) {
        let (words, start) = (teller.id(), part.start);
        for (number, link) in block_text::links(self.content, part).iter().enumerate() {
            teller.say(link_in(words, (start, number), 0), Role::Link, &self.spoken(link));
        }
    }

    /// Where a claim leads: to its question, or, for a figure that no poll asked, to its source.
    fn to_figure(&self, page: &PageFrame<'_>, reference: &str) -> Option<Action> {
        Some(match self.bundle.find(reference)? {
            Found::Figure(figure) => {
                Action::GoToRow(page.places.of(&Target::Source(figure.source.as_str().into()))?)
            }
            _ => Action::GoToFigure(reference.to_owned()),
        })
    }

    fn spoken(&self, link: &Link<'_>) -> String {
        match link.target {
            Target::Figure(reference) => {
                format!("{}, a claim: {}", link.words, self.bundle.evidence_text(reference))
            }
            Target::Footnote { number, .. } => format!("note {number}"),
            _ => link.words.to_owned(),
        }
    }

    pub(super) fn paint_link(
        &self,
        ui: &Ui,
        page: &PageFrame<'_>,
        at: egui::Pos2,
        link: &Link<'_>,
        pieces: &[RowPiece],
        pointed_at: bool,
    ) {
        let claim = match link.target {
            Target::Figure(reference) => Some(reference),
            Target::Footnote { .. } | Target::Other(_) => return,
            _ => None,
        };
        let is_lit = |reference| page.lit.as_deref().is_some_and(|lit| are_tied(lit, reference));
        let lit = pointed_at || claim.is_some_and(|reference| is_lit(reference));
        for piece in pieces {
            let rect = piece.rect.translate(at.to_vec2());
            let baseline = at.y + piece.baseline;
            if lit {
                ui.painter().rect_filled(piece.behind(at, 17.0, 6.0), 2.0, self.theme.claim);
            }
            let color = if claim.is_some() || lit { self.theme.accent } else { self.theme.neutral };
            let stroke = Stroke::new(if lit { 2.0 } else { 1.0 }, color);
            ui.painter().hline(rect.x_range(), baseline + 4.5, stroke);
        }
    }
}
