//! What a screen reader is told of the rows of a list that are not drawn: the same nodes as when
//! they are, so that somebody who listens finds the whole page in its order and not a window of it.

use egui::accesskit::{Action, Node, NodeId, TreeId};
use egui::os::OperatingSystem;
use egui::{Event, Id, Rect, Role, Sense, Ui, UiBuilder};

use super::spoken;

/// Lists up to so many rows are told of whole; of longer ones, so many rows before and after those
/// that are drawn, and the nearest landmarks beyond.
const WHOLE: usize = 400;
const AROUND: usize = 150;
const LANDMARKS: usize = 150;

/// What was told of in the last frame.
#[derive(Clone, Debug, Default)]
pub struct Unseen {
    told: Vec<Told>,
}

/// A node that was told of.
#[derive(Clone, Copy, Debug)]
struct Told {
    node: NodeId,
    id: Id,
    row: usize,
    takes_keyboard: bool,
}

/// Something that a screen reader asked of a row that was not drawn.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The row.
    pub row: usize,
    /// What of it is to have the keyboard.
    pub focus: Option<Id>,
}

impl Unseen {
    /// What was asked in this frame of a node that was told of. A click stays among the events: the
    /// row is drawn now, under the same ids.
    #[must_use]
    pub fn asked(&self, ui: &Ui) -> Option<Wanted> {
        if self.told.is_empty() {
            return None;
        }
        let mut wanted = None;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::AccessKitActionRequest(request) = event else { return true };
                let told = self.told.iter().find(|told| told.node == request.target_node);
                let Some(told) = told.filter(|_| request.target_tree == TreeId::ROOT) else { return true };
                let focus = (request.action == Action::Focus && told.takes_keyboard).then_some(told.id);
                wanted = Some(Wanted { row: told.row, focus });
                request.action == Action::Click
            });
        });
        wanted
    }

    /// Where the widget was drawn in the last frame that a screen reader goes to in this one; `ours` says
    /// whether it is for the list to go there, and not for egui, which knows of no rows.
    pub fn asked_of_drawn(ui: &Ui, ours: impl Fn(Rect) -> bool) -> Option<Rect> {
        let is_asked = |event: &Event| match event {
            Event::AccessKitActionRequest(request) => (request.action == Action::ScrollIntoView
                && request.target_tree == TreeId::ROOT)
                .then_some(request.target_node),
            _ => None,
        };
        let node = ui.input(|input| input.events.iter().find_map(is_asked))?;
        let rect = ui.ctx().viewport(|viewport| {
            let mut drawn = viewport.prev_pass.widgets.get_layer(ui.layer_id());
            drawn.find(|widget| widget.id.accesskit_id() == node).map(|widget| widget.rect)
        });
        let rect = rect.filter(|rect| ours(*rect))?;
        ui.input_mut(|input| input.events.retain(|event| is_asked(event) != Some(node)));
        Some(rect)
    }

    /// Forgets what was told of; whether anybody listens now.
    pub fn begin(&mut self, ui: &Ui) -> bool {
        self.told.clear();
        ui.ctx().has_accesskit_node(ui.unique_id())
    }

    /// Tells of a row, by `rows` and at `rect`. `parent` is what it stands in, if not in `ui`.
    pub fn tell(
        &mut self,
        ui: &mut Ui,
        row: (usize, Id, Rect),
        parent: Option<Id>,
        tell: impl FnOnce(&mut Teller<'_>),
    ) {
        let (row, id, rect) = row;
        let mut builder = UiBuilder::new().scope_id(id).max_rect(rect);
        if let Some(parent) = parent {
            builder = builder.accessibility_parent(parent);
        }
        let mut ui = ui.new_child(builder);
        tell(&mut Teller { ui: &mut ui, row, rect, told: &mut self.told });
    }
}

/// The rows before and after `drawn` that are told of, among `count`. `landmarks` are rows in
/// ascending order that are worth telling of from far away.
#[must_use]
pub fn around(drawn: std::ops::Range<usize>, count: usize, landmarks: &[usize]) -> [Vec<usize>; 2] {
    if count <= WHOLE {
        return [(0..drawn.start).collect(), (drawn.end..count).collect()];
    }
    let (from, to) = (drawn.start.saturating_sub(AROUND), (drawn.end + AROUND).min(count));
    let before = landmarks.partition_point(|row| *row < from);
    let after = landmarks.partition_point(|row| *row < to);
    let far_before = landmarks[before.saturating_sub(LANDMARKS)..before].iter().copied();
    let far_after = landmarks[after..].iter().copied().take(LANDMARKS);
    [far_before.chain(from..drawn.start).collect(), (drawn.end..to).chain(far_after).collect()]
}

/// Tells a screen reader of one row.
pub struct Teller<'a> {
    ui: &'a mut Ui,
    row: usize,
    rect: Rect,
    told: &'a mut Vec<Told>,
}

impl Teller<'_> {
    /// The id of the row, or of the node whose inside is told of: what is in it has its ids from it.
    #[must_use]
    pub fn id(&self) -> Id {
        self.ui.scope_id()
    }

    /// The system that the window is on.
    #[must_use]
    pub fn system(&self) -> OperatingSystem {
        self.ui.ctx().os()
    }

    /// Words on their own.
    pub fn say(&mut self, id: Id, role: Role, words: &str) {
        self.say_with(id, role, words, |_| {});
    }

    /// The same with more that is to be said of them.
    pub fn say_with(&mut self, id: Id, role: Role, words: &str, more: impl FnOnce(&mut Node)) {
        let works = matches!(role, Role::Link | Role::TreeItem | Role::Button);
        self.ui.interact(self.rect, id, Sense::hover());
        self.ui.ctx().accesskit_node_builder(id, |node| {
            spoken::say(node, role, words);
            node.set_bounds(spoken::bounds(self.rect));
            node.add_action(Action::ScrollIntoView);
            if works {
                node.add_action(Action::Focus);
                node.add_action(Action::Click);
            }
            more(node);
        });
        self.note(id, works);
    }

    /// A heading with its level.
    pub fn heading(&mut self, words: &str, level: usize) {
        let system = self.system();
        self.say_with(self.id().with("heading"), Role::Heading, words, |node| {
            spoken::heading_level(node, level, system);
        });
    }

    /// Lines of text, the empty ones left out.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        for (number, words) in lines.into_iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            self.say(self.id().with(("line", number)), Role::Label, &words);
        }
    }

    /// A node with others inside it.
    pub fn part(&mut self, id: Id, role: Role, words: &str, inside: impl FnOnce(&mut Teller<'_>)) {
        let mut part = spoken::part(self.ui, id, self.rect, role, words);
        part.ctx().accesskit_node_builder(id, |node| node.add_action(Action::ScrollIntoView));
        self.note(id, false);
        inside(&mut Teller { ui: &mut part, row: self.row, rect: self.rect, told: self.told });
    }

    /// More that is to be said of the node whose inside is told of.
    pub fn more(&mut self, more: impl FnOnce(&mut Node)) {
        self.ui.ctx().accesskit_node_builder(self.ui.unique_id(), more);
    }

    fn note(&mut self, id: Id, takes_keyboard: bool) {
        self.told.push(Told { node: id.accesskit_id(), id, row: self.row, takes_keyboard });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_the_usual_length_is_told_of_whole() {
        let [before, after] = around(10..20, 60, &[]);
        assert_eq!((before, after), ((0..10).collect(), (20..60).collect()));
    }

    #[test]
    fn of_a_long_list_much_around_is_told_of_and_the_landmarks_beyond() {
        let landmarks: Vec<usize> = (0..100_000).step_by(100).collect();
        let [before, after] = around(50_000..50_010, 100_000, &landmarks);
        assert_eq!(before.len(), LANDMARKS + AROUND);
        assert_eq!(after.len(), AROUND + LANDMARKS);
        assert!(before.is_sorted() && after.is_sorted());
        assert_eq!((before.last(), after.first()), (Some(&49_999), Some(&50_010)));
        assert_eq!(before[LANDMARKS - 1], 49_800, "none is told of twice");
        assert_eq!(after[AROUND], 50_200);
    }

    #[test]
    fn at_the_ends_of_a_long_list_nothing_is_told_of_beyond() {
        let [before, after] = around(0..10, 1_000, &[0, 500]);
        assert!(before.is_empty());
        assert_eq!(after.last(), Some(&500));
        let [before, after] = around(990..1_000, 1_000, &[0, 500]);
        assert_eq!(before.first(), Some(&0));
        assert!(after.is_empty());
    }
}
