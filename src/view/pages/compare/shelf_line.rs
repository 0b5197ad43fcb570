//! What there is to say of the shelf that figures are taken from: that it is on its way, or what of it could
//! not be read, and why.

use egui::{Ui, vec2};

use super::Shelved;
use crate::ui::type_scale;
use crate::ui::widgets::{self, quiet_button};
use crate::view::actions::{Action, CompareAction};
use crate::view::context::ViewContext;

/// Draws the line, where there is anything to say.
pub fn show(ui: &mut Ui, cx: &mut ViewContext<'_>, shelved: &Shelved) {
    let (words, color) = match shelved {
        Shelved::NotAskedFor => return,
        Shelved::OnTheirWay => ("The briefings on the shelf are being read…".to_owned(), cx.theme.quiet),
        Shelved::Read { unread } if unread.is_empty() => return,
        Shelved::Read { unread } => {
            (format!("Left out, since they cannot be read: {}", unread.join(" ")), cx.theme.warning)
        }
        Shelved::Failed(why) => (
            format!(
                "The briefings on the shelf could not be read, so only those that are open can be compared. The \
                 program says: {why}."
            ),
            cx.theme.warning,
        ),
    };
    widgets::text(ui, &words, type_scale::SECONDARY, color);
    if let Shelved::Failed(_) | Shelved::Read { .. } = shelved
        && quiet_button(ui, cx.theme, "Read the shelf again", type_scale::SECONDARY, vec2(8.0, 4.0)).clicked()
    {
        cx.actions.push(Action::Compare(CompareAction::ReadShelf));
    }
    ui.add_space(8.0);
}
