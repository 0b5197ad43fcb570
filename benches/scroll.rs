//! What one frame costs, in a short article, in a long one and in the longest: scrolling, jumping,
//! opening, resizing.

mod common;

use std::sync::Arc;

use briefing_reader::library::search::{self, Query};
use briefing_reader::view::Reading;
use briefing_reader::view::actions::View;
use common::window::{SIZE, Window, bundle};
use divan::Bencher;

fn main() {
    divan::main();
}

/// Words of a long article, of the longest report one would open, and of ten such reports.
const WORDS: [usize; 3] = [2_000, 150_000, 1_500_000];
/// Points that one frame scrolls: a brisk turn of the wheel.
const STEP: f64 = 40.0;

/// Aim: with 150,000 and with 1,500,000 words at most 1.3 times the time with 2,000, and under 4 ms.
#[divan::bench(args = WORDS)]
fn scroll_frame(bencher: Bencher<'_, '_>, words: usize) {
    scroll(bencher, Window::on(bundle(words)));
}

/// The same while a screen reader listens, which is told of rows that are scrolled away too. Aim:
/// under 8 ms.
#[divan::bench(args = WORDS)]
fn scroll_frame_heard(bencher: Bencher<'_, '_>, words: usize) {
    scroll(bencher, Window::on(bundle(words)).heard());
}

fn scroll(bencher: Bencher<'_, '_>, mut window: Window) {
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

/// From an opened bundle to the first frame. Aim: under 16 ms.
#[divan::bench(args = WORDS)]
fn first_frame(bencher: Bencher<'_, '_>, words: usize) {
    let bundle = Arc::new(bundle(words));
    let mut window = Window::empty();
    window.frame();
    window.app.window_mut().view = View::Read;
    bencher.bench_local(|| {
        window.app.window_mut().reading = Some(Reading::new(Arc::clone(&bundle)));
        window.frame()
    });
}

/// To the last heading and back to the first. Aim: under 16 ms.
#[divan::bench(args = WORDS)]
fn jump_frame(bencher: Bencher<'_, '_>, words: usize) {
    let mut window = Window::on(bundle(words));
    let outline = window.reading().page.outline();
    let (first, last) = (outline[0].row, outline[outline.len() - 1].row);
    let mut at_last = false;
    bencher.bench_local(|| {
        at_last = !at_last;
        window.reading().page.go_to(if at_last { last } else { first });
        window.frame()
    });
}

/// The first frame of another width. Aim: under 16 ms.
#[divan::bench(args = WORDS)]
fn resize_frame(bencher: Bencher<'_, '_>, words: usize) {
    let mut window = Window::on(bundle(words));
    let mut narrow = false;
    bencher.bench_local(|| {
        narrow = !narrow;
        window.size.x = if narrow { 700.0 } else { SIZE.x };
        window.frame()
    });
}

/// A word that stands in each paragraph, found everywhere. Aim: under 100 ms.
#[divan::bench(args = WORDS)]
fn find_a_word(bencher: Bencher<'_, '_>, words: usize) {
    let bundle = bundle(words);
    let query = Query { words: "encryption".to_owned(), ..Query::default() };
    bencher.bench_local(|| search::find(&bundle, &query));
}

/// Words that stand nowhere, not even read loosely: both searches to the end. Aim: under 100 ms.
#[divan::bench(args = WORDS)]
fn find_nothing(bencher: Bencher<'_, '_>, words: usize) {
    let bundle = bundle(words);
    let query = Query { words: "zebra crossing".to_owned(), ..Query::default() };
    bencher.bench_local(|| search::find(&bundle, &query));
}
