//! What a frame costs while one scrolls, in a short article and in a long one: the work of the
//! program and of egui up to the triangles, without a graphics card.

mod common;

use std::sync::Arc;

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::view::Reading;
use divan::Bencher;
use egui::{Context, Pos2, RawInput, Rect, Vec2};

fn main() {
    divan::main();
}

/// Words of a long article, and of the longest report one would open.
const WORDS: [usize; 2] = [2_000, 150_000];
const SIZE: Vec2 = Vec2::new(1280.0, 860.0);
/// Points that one frame scrolls: a brisk turn of the wheel.
const STEP: f64 = 40.0;

struct Window {
    ctx: Context,
    app: App,
    time: f64,
}

impl Window {
    fn on(words: usize) -> Window {
        let ctx = Context::default();
        App::prepare(&ctx);
        let mut app = App::new(&[], Session::default());
        app.open(bundle(words));
        let mut window = Window { ctx, app, time: 0.0 };
        while window.frame() {}
        window
    }

    /// Draws a frame; whether it asks for another at once.
    fn frame(&mut self) -> bool {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let input = RawInput { screen_rect, time: Some(self.time), ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui));
        output.textures_delta.clear();
        let restless = output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero());
        divan::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        restless
    }

    fn reading(&mut self) -> &mut Reading {
        self.app.window_mut().reading.as_mut().expect("a briefing is open")
    }
}

fn bundle(words: usize) -> Bundle {
    let mut files = Files::default();
    let manifest =
        "Briefing(format: 1, id: \"long\", edition: 1, title: \"A long one\", article: \"article.md\")";
    files.insert("briefing.ron", manifest.as_bytes().to_vec());
    files.insert("article.md", common::article(words).into_bytes());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

/// Aim: at 150,000 words at most 1.3 times the time at 2,000.
#[divan::bench(args = WORDS)]
fn scroll_frame(bencher: Bencher<'_, '_>, words: usize) {
    let mut window = Window::on(words);
    let mut down = true;
    let mut frames = 0;
    bencher.bench_local(|| {
        // The same stretch up and down, so that the short article does not end.
        frames += 1;
        if frames % 100 == 0 {
            down = !down;
        }
        window.reading().page.scroll_by(if down { STEP } else { -STEP });
        window.frame()
    });
}

/// From an opened bundle to the first frame.
#[divan::bench(args = WORDS)]
fn first_frame(bencher: Bencher<'_, '_>, words: usize) {
    let bundle = Arc::new(bundle(words));
    let ctx = Context::default();
    App::prepare(&ctx);
    let mut window = Window { ctx, app: App::new(&[], Session::default()), time: 0.0 };
    window.frame();
    bencher.bench_local(|| {
        window.app.window_mut().reading = Some(Reading::new(Arc::clone(&bundle)));
        window.frame()
    });
}

/// To the last heading and back to the first.
#[divan::bench(args = WORDS)]
fn jump_frame(bencher: Bencher<'_, '_>, words: usize) {
    let mut window = Window::on(words);
    let outline = window.reading().page.outline();
    let (first, last) = (outline[0].row, outline[outline.len() - 1].row);
    let mut at_last = false;
    bencher.bench_local(|| {
        at_last = !at_last;
        window.reading().page.go_to(if at_last { last } else { first });
        window.frame()
    });
}
