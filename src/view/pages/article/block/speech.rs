//! What a screen reader says of a block, and the marker that hangs before one.

use egui::accesskit::Node;
use egui::os::OperatingSystem;
use egui::{Rect, Role, Ui, pos2};

use super::Block;
use crate::article::{Container, Kind, Marker};
use crate::ui::widgets::galley;
use crate::ui::{spoken, type_scale};
use crate::view::pages::article::block_text;
use crate::view::pages::article::lists::Listed;
use crate::view::parts::notes::PageNotes;

impl Block<'_> {
    /// The bullet, number or footnote's number, where the block begins an item or a footnote.
    pub(super) fn marker(&self) -> Option<String> {
        match self.content.containers.last()? {
            Container::Item { marker: Some(marker), task, .. } => {
                let task = task.map(|is_done| if is_done { "☑" } else { "☐" });
                Some(match (marker, task) {
                    (Marker::Bullet, task) => task.unwrap_or("•").to_owned(),
                    (Marker::Number(number), None) => format!("{number}."),
                    (Marker::Number(number), Some(task)) => format!("{number}. {task}"),
                })
            }
            Container::Footnote { number, first: true, .. } => Some(number.to_string()),
            _ => None,
        }
    }

    /// What a screen reader says of a block of text: its marker and its words.
    pub fn words(&self) -> String {
        let words = self.content.words();
        match (self.marker(), self.content.containers.last()) {
            (Some(marker), Some(Container::Item { task: Some(is_done), .. })) => {
                let marker = marker.trim_end_matches(['☐', '☑']);
                let task = if *is_done { "Done:" } else { "To do:" };
                format!("{marker}{task} {words}")
            }
            (Some(marker), _) => format!("{marker} {words}"),
            (None, _) => words.into_owned(),
        }
    }

    /// What a screen reader is told of a block of text beside its words: a heading's level, an item's
    /// place in its list, and what notes mark in it.
    pub fn speak_more(
        &self,
        node: &mut Node,
        listed: Option<Listed>,
        notes: &PageNotes,
        system: OperatingSystem,
    ) {
        if let Some(marked) = notes.spoken_in(self.index) {
            node.set_description(marked);
        }
        if let Kind::Heading { level, .. } = self.content.kind {
            spoken::heading_level(node, usize::from(level), system);
        }
        if let Some(Listed { place: Some((number, of)), depth, .. }) = listed {
            node.set_level(depth);
            node.set_position_in_set(number);
            node.set_size_of_set(of);
        }
    }

    /// What a screen reader calls a block of text, by what it is and what it stands in.
    pub fn role(&self) -> Role {
        match self.content.kind {
            Kind::Heading { .. } => return Role::Heading,
            Kind::Code { .. } | Kind::Html => return Role::Code,
            _ => {}
        }
        match self.content.containers.last() {
            Some(Container::Item { marker: Some(_), .. }) => Role::ListItem,
            Some(Container::Footnote { .. }) => Role::DocFootnote,
            _ if self.content.containers.contains(&Container::Quote) => Role::Blockquote,
            _ => Role::Label,
        }
    }

    /// The marker, hanging before the text.
    pub(super) fn draw_marker(&self, ui: &Ui, inner: Rect) {
        let Some(words) = self.marker() else { return };
        let is_note = matches!(self.content.containers.last(), Some(Container::Footnote { .. }));
        let set = if is_note { type_scale::SECONDARY } else { type_scale::BODY };
        let galley = galley(ui, &words, set, self.theme.quiet, f32::INFINITY);
        let text = block_text::type_style(self.content);
        let top = inner.top() + (text.line - galley.size().y) / 2.0;
        ui.painter().galley(pos2(inner.left() - 9.0 - galley.size().x, top), galley, self.theme.quiet);
    }
}
