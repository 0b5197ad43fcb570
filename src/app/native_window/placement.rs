//! Restores a window: moves it onto a screen if it is on none, and maximises it if it was.

use egui::{Context, ViewportCommand, pos2};

use crate::app::persistence::session::WindowPlace;

/// Where it is brought to, in points: near the corner of the first screen.
const HERE: egui::Pos2 = pos2(40.0, 40.0);
/// Pixels of the window that have to be on a screen for a hand to take it by.
const ENOUGH: (i32, i32) = (80, 20);

/// Brings the window to a screen where it is on none. Systems that do not tell where windows are
/// place them themselves.
pub fn bring(context: &eframe::CreationContext<'_>) {
    let Some(window) = context.winit_window() else { return };
    let Ok(at) = window.outer_position() else { return };
    let mut screens = window.available_monitors().map(|screen| {
        let (corner, size) = (screen.position(), screen.size());
        (corner.x, corner.y, size.width as i32, size.height as i32)
    });
    if !screens.any(|screen| shows(screen, (at.x, at.y), window.outer_size().width as i32)) {
        context.egui_ctx.send_viewport_cmd(ViewportCommand::OuterPosition(HERE));
    }
}

/// Makes the window as large as it was. Some window managers of X11 hear of it only while the window
/// shows, which it does after its first frame.
#[derive(Default)]
pub struct SizeRestorer {
    maximised: bool,
    full_screen: bool,
    /// Frames until all is as it was.
    frames: u8,
}

/// Frames after which the window shows, and frames until it tells how large it is.
const SHOWS: u8 = 3;
const SETTLES: u8 = 6;

impl SizeRestorer {
    /// To what it was.
    pub fn to(place: WindowPlace) -> SizeRestorer {
        let WindowPlace { maximised, full_screen, .. } = place;
        SizeRestorer { maximised, full_screen, frames: if maximised || full_screen { SETTLES } else { 0 } }
    }

    /// Goes on with it; whether it is done, and what the window tells of its size is true.
    pub fn step(&mut self, ctx: &Context) -> bool {
        if self.frames == 0 {
            return true;
        }
        self.frames -= 1;
        ctx.request_repaint();
        if self.frames == SETTLES - SHOWS {
            let (maximised, full_screen) = ctx.input(|input| {
                let viewport = input.viewport();
                (viewport.maximized.unwrap_or(false), viewport.fullscreen.unwrap_or(false))
            });
            if self.maximised && !maximised {
                ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
            }
            if self.full_screen && !full_screen {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
        }
        false
    }
}

/// Whether a screen (corner, width, height) shows enough of the head of a window.
fn shows(screen: (i32, i32, i32, i32), (x, y): (i32, i32), width: i32) -> bool {
    let (left, top, screen_width, screen_height) = screen;
    let across = (x + width).min(left + screen_width) - x.max(left);
    let down = (y + ENOUGH.1).min(top + screen_height) - y.max(top - ENOUGH.1);
    across >= ENOUGH.0 && down >= ENOUGH.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_on_a_screen_where_a_hand_can_take_it() {
        let screen = (0, 0, 1280, 860);
        for at in [(0, 0), (-500, 100), (1190, 830), (-3, -12)] {
            assert!(shows(screen, at, 700), "{at:?}");
        }
        for at in [(1300, 100), (-690, 0), (100, 850), (100, -300)] {
            assert!(!shows(screen, at, 700), "{at:?}");
        }
        assert!(shows((-1920, 0, 1920, 1080), (-1000, 50), 700), "a second screen at the left");
    }
}
