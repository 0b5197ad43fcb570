//! What a frame costs while figures are compared: twelve polls in the Compare view, and a tracker of
//! 100,000 points beside `egui_plot`'s own points, in the same run. Without a graphics card.

use briefing_reader::app::{App, Session};
use briefing_reader::chart::Look;
use briefing_reader::chart::tracker::{self, Point, Series, Tracker};
use briefing_reader::library::comparison::{first_answers, topics};
use briefing_reader::ui::ThemeName;
use briefing_reader::view::View;
use divan::Bencher;
use egui::{Context, Event, Id, Pos2, RawInput, Rect, Ui, Vec2, pos2};
use egui_plot::{Plot, PlotPoints, Points};

fn main() {
    divan::main();
}

const SIZE: Vec2 = Vec2::new(1280.0, 860.0);
const POINTS: usize = 100_000;
const SERIES: usize = 4;

/// Draws frames of something, with the pointer going over it.
struct Frames {
    ctx: Context,
    time: f64,
}

impl Frames {
    fn new() -> Frames {
        let ctx = Context::default();
        App::prepare(&ctx);
        Frames { ctx, time: 0.0 }
    }

    fn draw(&mut self, mut draw: impl FnMut(&mut Ui)) {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let along = (self.time * 40.0) as f32 % 700.0;
        let events = vec![Event::PointerMoved(pos2(300.0 + along, 300.0 + along / 10.0))];
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| draw(ui));
        output.textures_delta.clear();
        divan::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }
}

/// The same every time: a slow wave for each series with noise upon it.
fn series() -> Vec<Series> {
    let mut seed: u64 = 7;
    let mut noise = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 40) as f64 / f64::from(1 << 24) - 0.5
    };
    (0..SERIES)
        .map(|number| {
            let points = (0..POINTS / SERIES).map(|index| {
                let day = index as f64 * 0.25;
                let percent = 20.0 + 18.0 * number as f64 + 8.0 * (day / 500.0).sin() + 12.0 * noise();
                Point {
                    days: (day, day + 2.0),
                    percent,
                    ends: (percent - 3.0, percent + 3.0),
                    has_interval: true,
                    is_open: false,
                    figure: index,
                }
            });
            Series { name: format!("Series {number}"), points: points.collect() }
        })
        .collect()
}

/// Aim: under 4 ms, and at least 3 times faster than `plain_points`; hover included in both.
#[divan::bench]
fn tracker_of_100_000(bencher: Bencher<'_, '_>) {
    let tracker = Tracker::with(series());
    let look = Look::of(ThemeName::Paper.theme());
    let about = |figure: usize| {
        let words = format!("Figure {figure}");
        (words.clone(), words.clone(), tracker::plain_card(&words))
    };
    let mut frames = Frames::new();
    bencher.bench_local(|| {
        frames.draw(|ui| drop(tracker::show(ui, &tracker, &look, Id::unique("tracker"), &about, None)));
    });
}

/// The same points as `egui_plot` draws them.
#[divan::bench]
fn plain_points(bencher: Bencher<'_, '_>) {
    let points: Vec<Vec<[f64; 2]>> = series()
        .iter()
        .map(|series| series.points.iter().map(|point| [point.day(), point.percent]).collect())
        .collect();
    let mut frames = Frames::new();
    bencher.bench_local(|| {
        frames.draw(|ui| {
            Plot::new("plain").width(SIZE.x).height(320.0).show(ui, |plot| {
                for points in &points {
                    plot.points(Points::new("", PlotPoints::from(points.clone())).radius(1.8));
                }
            });
        });
    });
}

/// Twelve figures of the built-in shelf with all that stands under them. Aim: under 4 ms.
#[divan::bench]
fn view_of_12_polls(bencher: Bencher<'_, '_>) {
    let mut app = App::new(&[], Session::default());
    app.compare_topic("senior-manager-liability");
    let compare = &mut app.window_mut().compare;
    let keys: Vec<String> = topics(&compare.shelf).iter().map(|topic| topic.key.to_owned()).collect();
    for key in keys {
        let more = first_answers(&compare.shelf, &key);
        let room = 12 - compare.recipe.figures.len().min(12);
        compare.recipe.add(more.into_iter().take(room));
    }
    assert_eq!(compare.recipe.figures.len(), 12);
    app.window_mut().view = View::Compare;
    let mut frames = Frames::new();
    bencher.bench_local(|| frames.draw(|ui| app.ui(ui)));
}
