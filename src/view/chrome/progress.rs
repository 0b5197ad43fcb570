//! Work that takes long: what is being done, how far it is, and a way to stop it.

use egui::{Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::widgets::{self, quiet_button};
use crate::ui::{announce, type_scale};
use crate::view::actions::{Action, Job};
use crate::view::context::ViewContext;

/// The work that runs off the UI thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Busy {
    /// Work that takes long enough to speak of.
    pub long: Vec<Work>,
    /// Whether a briefing is on its way from the disk.
    pub is_opening: bool,
}

/// Work that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// What it is.
    pub job: Job,
    /// The same in words, with what is being done just now.
    pub words: String,
    /// How much of that is done, 0–1, where it can be told.
    pub part: Option<f32>,
}

const HEIGHT: f32 = 34.0;
/// Points: how thick the line is that shows the part done.
const BAR: f32 = 2.0;

/// Draws one line for each at the top of `rest`; the height they take.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, work: &[Work], rest: Rect) -> f32 {
    let mut top = rest.top();
    for work in work {
        let rect = Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), HEIGHT));
        line(ui, cx, work, rect);
        top += HEIGHT;
    }
    top - rest.top()
}

fn line(ui: &mut Ui, cx: &mut ViewContext<'_>, work: &Work, rect: Rect) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.side);
    let done = rect.width() * work.part.unwrap_or(0.0);
    let bar = Rect::from_min_size(pos2(rect.left(), rect.bottom() - BAR), vec2(rect.width(), BAR));
    ui.painter().rect_filled(bar, 0.0, cx.theme.line);
    ui.painter().rect_filled(Rect::from_min_size(bar.min, vec2(done, BAR)), 0.0, cx.theme.accent);

    let percent = work.part.map(|part| (part * 100.0).floor());
    let words = match percent {
        Some(percent) => format!("{}, {percent}%", work.words),
        None => format!("{} …", work.words),
    };
    let response = ui.interact(rect, ui.scope_id().with(("work", work.job as u8)), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ProgressIndicator);
        // The words change with the stage; the percentage is there for who asks, and is not read out.
        node.set_label(work.words.clone());
        if let Some(percent) = percent {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
            node.set_numeric_value(f64::from(percent));
        }
    });
    announce::politely(ui.ctx(), response.id);
    let cancel_width = 90.0;
    let galley =
        widgets::galley(ui, &words, type_scale::LABEL, cx.theme.ink, rect.width() - cancel_width - 30.0);
    let at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, cx.theme.ink);

    let cancel = Rect::from_min_max(pos2(rect.right() - cancel_width, rect.top() + 4.0), rect.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(cancel).id_salt(("cancel", work.job as u8)));
    if quiet_button(&mut child, cx.theme, "Cancel", type_scale::LABEL, vec2(8.0, 4.0)).clicked() {
        cx.actions.push(Action::Cancel(work.job));
    }
}
