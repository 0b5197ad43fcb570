//! The room about a block: space above and below, indents and the bars of quotations.

use egui::{Rect, Stroke, Ui};

use super::Block;
use crate::article::{Container, Kind};

/// Points that a quotation, an item and a footnote are set in.
const QUOTE_INDENT: f32 = 20.0;
const ITEM_INDENT: f32 = 26.0;

impl Block<'_> {
    pub(super) fn draw_quotation_bars(&self, ui: &Ui, outer: Rect, drawn: Rect) {
        let mut left = outer.left();
        for (depth, container) in self.content.containers.iter().enumerate() {
            if *container == Container::Quote {
                // The bar goes on from the block before where that stands in the same quotation.
                let continues =
                    self.previous.is_some_and(|previous| previous.containers.get(depth) == Some(container));
                let top = if continues { outer.top() - self.space_before() } else { drawn.top() };
                ui.painter().vline(left + 1.0, top..=drawn.bottom(), Stroke::new(2.0, self.theme.neutral));
            }
            left += indent(container);
        }
    }

    pub(super) fn indent(&self) -> f32 {
        self.content.containers.iter().map(indent).sum()
    }

    /// Space above, on the rhythm of 8: more above what begins something, less inside a list.
    pub(super) fn space_before(&self) -> f32 {
        let after_heading = self.previous.is_some_and(|block| matches!(block.kind, Kind::Heading { .. }));
        match &self.content.kind {
            Kind::Heading { level: 1 | 2, .. } => 36.0,
            Kind::Heading { .. } if after_heading => 14.0,
            Kind::Heading { .. } => 26.0,
            Kind::Chart { .. } => 18.0,
            Kind::Table(_) | Kind::Picture { .. } | Kind::Code { .. } | Kind::Html | Kind::Rule => 16.0,
            Kind::Paragraph if after_heading => 0.0,
            Kind::Paragraph => match self.content.containers.last() {
                Some(Container::Item { tight: true, .. }) if self.follows_in_list() => 4.0,
                Some(Container::Footnote { .. }) => 8.0,
                _ => 12.0,
            },
        }
    }

    pub(super) fn follows_in_list(&self) -> bool {
        self.previous.is_some_and(|block| {
            block.containers.iter().any(|container| matches!(container, Container::Item { .. }))
        })
    }

    pub(super) fn space_after(&self) -> f32 {
        match self.content.kind {
            Kind::Heading { level: 1 | 2, .. } => 6.0,
            Kind::Chart { .. } => 10.0,
            Kind::Heading { .. } | Kind::Code { .. } | Kind::Html | Kind::Table(_) => 4.0,
            _ => 0.0,
        }
    }
}

fn indent(container: &Container) -> f32 {
    match container {
        Container::Quote => QUOTE_INDENT,
        Container::Item { .. } | Container::Footnote { .. } => ITEM_INDENT,
    }
}
