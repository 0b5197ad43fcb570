//! F6: from one part of the window to the next, for who has no mouse.

use egui::{Id, Rect, Ui};

use crate::view::actions::Direction;
use crate::view::pages::article::Page;

/// The parts of the window that are there, in their order: the bar, the side, the page, the margin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Regions {
    /// The bar.
    pub bar: Option<Rect>,
    /// The outline, or what stands in its place.
    pub side: Option<Rect>,
    /// The page.
    pub page: Option<Rect>,
    /// The margin's cards.
    pub margin: Option<Rect>,
}

impl Regions {
    /// Gives the keyboard to the next part, or the one before, round the ends. The article takes it as
    /// such, so that reading goes on; elsewhere the first thing that can have it does.
    pub fn step(&self, ui: &Ui, direction: Direction, article: Option<&mut Page>) {
        let all: Vec<Rect> = [self.bar, self.side, self.page, self.margin].into_iter().flatten().collect();
        let focused = ui.ctx().memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
        let here = focused.and_then(|focused| {
            let at = focused.rect.center();
            // The margin lies on the page.
            all.iter().rposition(|region| region.contains(at))
        });
        let count = all.len();
        let mut next = match (here, direction) {
            (Some(here), _) => direction.step(here, count),
            (None, Direction::Next) => 0,
            (None, Direction::Previous) => count - 1,
        };
        let mut article = article;
        for _ in 0..count {
            let region = all[next];
            if Some(region) == self.page
                && let Some(page) = article.take()
            {
                page.land_here();
                ui.ctx().request_repaint();
                return;
            }
            let inner = if Some(region) == self.page { self.margin } else { None };
            if let Some(id) = first_in(ui, region, inner) {
                ui.memory_mut(|memory| memory.request_focus(id));
                return;
            }
            next = direction.step(next, count);
        }
    }
}

/// The first thing in a region, and not in another that lies on it, that can have the keyboard.
fn first_in(ui: &Ui, region: Rect, but_not: Option<Rect>) -> Option<Id> {
    let layer = ui.layer_id();
    ui.ctx().viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer);
        let mut fit = widgets.filter(|widget| {
            let at = widget.rect.center();
            widget.enabled
                && widget.sense.is_focusable()
                && region.contains(at)
                && but_not.is_none_or(|other| !other.contains(at))
        });
        fit.next().map(|widget| widget.id)
    })
}
