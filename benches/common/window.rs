//! A window without a system around it: the program's and egui's work up to the triangles.

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::view::Reading;
use egui::{Context, Pos2, RawInput, Rect, Vec2};

/// What the window measures, in points.
pub const SIZE: Vec2 = Vec2::new(1280.0, 860.0);

/// The program, drawn into nothing.
pub struct Window {
    ctx: Context,
    /// The program itself.
    pub app: App,
    time: f64,
    /// In points.
    pub size: Vec2,
}

impl Window {
    /// Nothing opened, nothing drawn.
    pub fn empty() -> Window {
        let ctx = Context::default();
        App::prepare(&ctx);
        let mut app = App::new(&[], Session::default());
        // As in a window of the system, long work runs off the UI thread.
        app.never_wait();
        Window { ctx, app, time: 0.0, size: SIZE }
    }

    /// On a bundle, drawn until nothing changes any more.
    pub fn on(bundle: Bundle) -> Window {
        let mut window = Window::empty();
        window.app.open(bundle);
        window.settle();
        window
    }

    /// Draws until nothing changes any more, and what waits for a moment's rest has come too.
    pub fn settle(&mut self) {
        for _ in 0..60 {
            self.frame();
        }
        while self.frame() {}
    }

    /// From now on with a screen reader that listens.
    pub fn heard(self) -> Window {
        self.ctx.enable_accesskit();
        self
    }

    /// Draws a frame; whether it asks for another at once.
    pub fn frame(&mut self) -> bool {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, self.size));
        let input = RawInput { screen_rect, time: Some(self.time), ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui));
        output.textures_delta.clear();
        let restless = output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero());
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        restless
    }

    /// The briefing that is open.
    pub fn reading(&mut self) -> &mut Reading {
        self.app.window_mut().reading.as_mut().expect("a briefing is open")
    }
}

/// The files of a briefing of about `words` words.
pub fn files(words: usize) -> Files {
    let mut files = Files::default();
    files.insert("briefing.ron", super::manifest().into_bytes());
    files.insert("article.md", super::article(words).into_bytes());
    files
}

/// A briefing of about `words` words.
pub fn bundle(words: usize) -> Bundle {
    from_files(Origin::BuiltIn, files(words), &Limits::default(), Vec::new())
}
