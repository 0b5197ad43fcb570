//! Restores a window: moves it onto a screen if it is on none, and maximises it if it was.

use egui::{Context, ViewportCommand, pos2};
use serde::{Deserialize, Serialize};

/// Where a window is on the screen, in points of the system.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Width and height, when it is not maximised.
    pub size: (f32, f32),
    /// Its top left corner, if the system says.
    pub at: Option<(f32, f32)>,
    /// Whether it is maximised.
    pub maximised: bool,
    /// Whether it is in full screen.
    pub full_screen: bool,
}

impl Default for WindowPlace {
    fn default() -> WindowPlace {
        WindowPlace { size: (1280.0, 860.0), at: None, maximised: false, full_screen: false }
    }
}

impl WindowPlace {
    /// The same, with the default for what no screen has.
    pub(crate) fn sound(self) -> WindowPlace {
        let (width, height) = self.size;
        let usual = WindowPlace::default();
        let fits = |points: f32| (100.0..=20_000.0).contains(&points);
        let near = |(x, y): &(f32, f32)| x.abs() < 50_000.0 && y.abs() < 50_000.0;
        WindowPlace {
            size: if fits(width) && fits(height) { self.size } else { usual.size },
            at: self.at.filter(near),
            ..self
        }
    }

    /// Where the window is now; `before` is what it returns to from full screen.
    pub(crate) fn now(ctx: &Context, before: WindowPlace) -> WindowPlace {
        let zoom = ctx.zoom_factor();
        ctx.input(|input| {
            let viewport = input.viewport();
            if viewport.minimized == Some(true) {
                return before;
            }
            let maximised = viewport.maximized.unwrap_or(before.maximised);
            let full_screen = viewport.fullscreen.unwrap_or(before.full_screen);
            if maximised || full_screen {
                return WindowPlace { maximised, full_screen, ..before };
            }
            let size = viewport.inner_rect.map(|rect| (rect.width() * zoom, rect.height() * zoom));
            let at = viewport.outer_rect.map(|rect| (rect.left() * zoom, rect.top() * zoom));
            WindowPlace { size: size.unwrap_or(before.size), at: at.or(before.at), maximised, full_screen }
        })
    }
}

/// Where to move it, in points: near the corner of the first screen.
const HERE: egui::Pos2 = pos2(40.0, 40.0);
/// Pixels of the title bar that have to be on a screen, so that people can drag it.
const ENOUGH: (i32, i32) = (80, 20);

/// Moves the window onto a screen if it is on none. Systems that do not say where windows are place them
/// themselves.
pub(crate) fn bring_onto_screen(context: &eframe::CreationContext<'_>) {
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

/// Maximises a window that was maximised. Some window managers of X11 take such a request only from a
/// window that is on screen, which it is after its first frames:
///
/// 1. `SHOWS` frames: the window comes onto the screen.
/// 2. What the window manager has not done yet is asked for again.
/// 3. Until `SETTLES` frames are drawn, what the window says of its size is not believed.
#[derive(Default)]
pub(crate) struct SizeRestorer {
    maximised: bool,
    full_screen: bool,
    /// Frames left.
    frames: u8,
}

/// Frames after which the window is on screen, and after which it says how large it is.
const SHOWS: u8 = 3;
const SETTLES: u8 = 6;

impl SizeRestorer {
    /// Restores what was kept.
    pub(crate) fn to(place: WindowPlace) -> SizeRestorer {
        let WindowPlace { maximised, full_screen, .. } = place;
        SizeRestorer { maximised, full_screen, frames: if maximised || full_screen { SETTLES } else { 0 } }
    }

    /// Counts a frame. Returns whether the window is restored, so that its size can be believed.
    pub(crate) fn step(&mut self, ctx: &Context) -> bool {
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

/// Whether enough of a window's title bar is on a screen (left, top, width, height).
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
