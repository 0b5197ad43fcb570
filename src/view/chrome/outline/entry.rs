//! One entry of the outline: its fold, its words, its marks.

use egui::accesskit::{Action as Asked, AriaCurrent};
use egui::text::LayoutJob;
use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::lines;
use crate::ui::widgets::{self, Icon, galley};
use crate::ui::{Theme, type_scale};
use crate::view::parts::page_outline::{Mark, OutlineRow};

/// Points before an entry of the first level.
pub const INSET: f32 = 23.0;
/// Height of an entry of one line, and a level's step to the right.
pub const ROW: f32 = 30.0;
const STEP: f32 = 16.0;

/// Levels that still step to the right.
const DEEPEST: usize = 3;

/// An entry as it stands in the tree.
pub struct Entry<'a> {
    /// Its index in the whole outline.
    pub index: usize,
    /// Its words and marks.
    pub content: &'a OutlineRow,
    /// What it holds and hides.
    pub hidden: &'a [OutlineRow],
    /// Whether it is folded; `None` where it holds nothing.
    pub folded: Option<bool>,
    /// Whether it is where the reader is.
    pub current: bool,
    /// Whether the Tab key comes to it.
    pub is_stop: bool,
}

/// What a person did with an entry.
pub enum Done {
    /// To go there.
    Chosen(usize),
    /// To have the keyboard: a screen reader asked for it.
    Focused(usize),
    /// To fold it, or unfold it.
    Folded(usize, bool),
}

/// The id of an entry, wherever in the outline's column it is drawn.
pub fn id(entry: usize) -> Id {
    Id::unique("outline").with(entry)
}

impl Entry<'_> {
    /// Draws it over the width there is.
    pub fn show(&self, ui: &mut Ui, theme: &Theme) -> Option<Done> {
        let left = INSET + STEP * self.content.depth.min(DEEPEST) as f32;
        let set = if self.current { type_scale::LABEL_STRONG } else { type_scale::LABEL };
        let note = (!self.content.note.is_empty())
            .then(|| galley(ui, &self.content.note, type_scale::SECONDARY, theme.quiet, f32::INFINITY));
        let marks = self.marks();
        let room_for_note = note.as_ref().map_or(0.0, |note| note.size().x + 12.0);
        let room = 20.0 + 17.0 * marks.len() as f32 + room_for_note;
        let mut job = LayoutJob::single_section(self.content.text.clone(), set.format(theme.ink));
        job.wrap.max_width = ui.available_width() - left - room;
        job.wrap.max_rows = 2;
        let text = lines::laid(ui, job);

        let size = vec2(ui.available_width(), ROW.max(text.size().y + 11.0));
        let (_, rect) = ui.allocate_space(size);
        let sense = if self.is_stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, id(self.index), sense);
        self.speak(&response);
        self.paint_behind(ui, theme, &response, rect);
        let color = if self.current { theme.ink } else { theme.quiet };
        let middle = rect.center().y;
        let at = pos2(rect.left() + left, middle - text.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, text, color);
        let mut right = rect.right() - 20.0;
        if let Some(note) = note {
            right -= note.size().x;
            ui.painter().galley(pos2(right, middle - note.size().y / 2.0), note, theme.quiet);
            right -= 12.0;
        }
        for mark in marks {
            let place = Rect::from_center_size(pos2(right - 5.0, middle), vec2(12.0, 12.0));
            mark.paint(ui, place, theme.neutral);
            right -= 17.0;
        }
        let fold = Rect::from_min_max(
            pos2(rect.left() + left - 19.0, rect.top()),
            pos2(rect.left() + left - 3.0, rect.bottom()),
        );
        self.paint_fold(ui, theme, &response, fold);
        self.done(ui, &response.on_hover_cursor(CursorIcon::PointingHand), fold)
    }

    /// What stands here, or in what is folded away here.
    fn marks(&self) -> Vec<Icon> {
        let all = || std::iter::once(self.content).chain(self.hidden);
        let chart = all().any(|entry| entry.has_chart).then_some(Icon::Chart);
        // A note says how many calls there are.
        let call = all().any(|entry| entry.mark == Mark::Call) && self.content.note.is_empty();
        let note = all().any(|entry| entry.notes > 0).then_some(Icon::Note);
        [chart, call.then_some(Icon::Call), note].into_iter().flatten().collect()
    }

    /// Its words as a screen reader says them, with what stands there.
    fn spoken(&self) -> String {
        let content = self.content;
        let what = match (content.has_chart, content.mark) {
            (true, _) => ", chart",
            (false, Mark::Call) => ", call",
            (false, Mark::Source) => ", source",
            (false, _) => "",
        };
        let note = if content.note.is_empty() { String::new() } else { format!(", {}", content.note) };
        let notes: usize = std::iter::once(content).chain(self.hidden).map(|entry| entry.notes).sum();
        let notes = match notes {
            0 => String::new(),
            1 => ", 1 note".to_owned(),
            more => format!(", {more} notes"),
        };
        format!("{}{what}{note}{notes}", content.text)
    }

    fn speak(&self, response: &egui::Response) {
        response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, self.spoken()));
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_level(self.content.depth + 1);
            node.add_action(Asked::Focus);
            if let Some(folded) = self.folded {
                node.set_expanded(!folded);
                node.add_action(if folded { Asked::Expand } else { Asked::Collapse });
            }
            if self.current {
                node.set_aria_current(AriaCurrent::Location);
            }
        });
    }

    fn paint_behind(&self, ui: &Ui, theme: &Theme, response: &egui::Response, rect: Rect) {
        if self.current {
            ui.painter().rect_filled(rect, 0.0, theme.chosen);
            let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
            ui.painter().rect_filled(bar, 0.0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.chosen.gamma_multiply(0.5));
        }
        widgets::focus_ring(ui, theme, response, rect.shrink(1.0));
    }

    /// A fold that is shut is always seen; an open one only where someone is.
    fn paint_fold(&self, ui: &Ui, theme: &Theme, response: &egui::Response, place: Rect) {
        let icon = match self.folded {
            Some(true) => Icon::Forward,
            Some(false) if response.hovered() || response.has_focus() => Icon::Down,
            _ => return,
        };
        let over = response.hover_pos().is_some_and(|pointer| place.contains(pointer));
        icon.paint(ui, place, if over { theme.ink } else { theme.neutral });
    }

    fn done(&self, ui: &Ui, response: &egui::Response, fold: Rect) -> Option<Done> {
        let asked = |action| ui.input(|input| input.has_accesskit_action_request(response.id, action));
        if asked(Asked::Focus) {
            return Some(Done::Focused(self.index));
        }
        if let Some(folded) = self.folded {
            let on_fold = response.interact_pointer_pos().is_some_and(|pointer| fold.contains(pointer));
            if response.clicked() && on_fold {
                return Some(Done::Folded(self.index, !folded));
            }
            if asked(Asked::Expand) || asked(Asked::Collapse) {
                return Some(Done::Folded(self.index, asked(Asked::Collapse)));
            }
        }
        response.clicked().then_some(Done::Chosen(self.index))
    }
}
