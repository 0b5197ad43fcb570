//! The longest frames while a long article's heights are still being measured: after it is opened,
//! after the window is made narrower, while one drags its edge.
//!
//! Each frame is taken as the fastest of several runs, so that other work on the machine does not
//! count; the table then has the longest of them.

mod common;

use std::time::{Duration, Instant};

use briefing_reader::bundle::Bundle;
use common::window::{SIZE, Window, bundle};

const WORDS: [usize; 3] = [2_000, 150_000, 1_500_000];
const RUNS: usize = 3;
/// Frames that are looked at in each run: two seconds of a window that redraws all the time.
const FRAMES: usize = 120;

fn main() {
    println!("{:<22} {:>10} {:>10} {:>12} {:>12}", "", "words", "frames", "longest", "over 16 ms");
    for words in WORDS {
        let bundle = &bundle(words);
        show("opened", words, |window, frame| {
            if frame == 0 {
                window.app.open(bundle.clone());
            }
        });
        show("made narrower", words, |window, frame| match frame {
            0 => settle(window, bundle),
            1 => window.size.x = 900.0,
            _ => {}
        });
        show("dragged by the edge", words, |window, frame| match frame {
            0 => settle(window, bundle),
            1..60 => window.size.x = SIZE.x - 8.0 * frame as f32,
            _ => {}
        });
    }
}

fn settle(window: &mut Window, bundle: &Bundle) {
    window.app.open(bundle.clone());
    window.settle();
}

/// Runs a story several times; `before` is called before each frame and is not timed.
fn show(name: &str, words: usize, before: impl Fn(&mut Window, usize)) {
    let mut fastest = vec![Duration::MAX; FRAMES];
    let mut drawn = 0;
    for _ in 0..RUNS {
        let mut window = Window::empty();
        window.frame();
        drawn = 0;
        for (frame, fastest) in fastest.iter_mut().enumerate() {
            before(&mut window, frame);
            let start = Instant::now();
            let restless = window.frame();
            *fastest = start.elapsed().min(*fastest);
            drawn += 1;
            if !restless && frame > 60 {
                break;
            }
        }
    }
    let frames = &fastest[..drawn];
    let longest = frames.iter().max().expect("frames were drawn");
    let over = frames.iter().filter(|time| **time > Duration::from_millis(16)).count();
    println!("{name:<22} {words:>10} {drawn:>10} {:>9.2} ms {over:>12}", longest.as_secs_f64() * 1e3);
}
