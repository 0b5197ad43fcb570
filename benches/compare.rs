//! What a frame costs while figures are compared: twelve polls in the Compare view, and a tracker of
//! 100,000 points beside `egui_plot`'s own points, in the same run. Without a graphics card.

use std::fmt::Write as _;

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::chart::Look;
use briefing_reader::chart::tracker::{self, Point, Series, Tracker};
use briefing_reader::library::comparison::{first_answers, topics};
use briefing_reader::ui::ThemeName;
use briefing_reader::view::actions::View;
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
                    is_trial: false,
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

/// 500 waves of five questions with nine groups each: 100,000 rows.
fn table() -> Bundle {
    const GROUPS: [&str; 10] = [
        "",
        "Women",
        "Men",
        "18 to 24",
        "25 to 49",
        "50 to 64",
        "65 and over",
        "London",
        "Scotland",
        "Wales",
    ];
    let mut table =
        "wave,group,n,from,question,topic,title,wording_kind,wording,base,answer,label,value,printed\n"
            .to_owned();
    for wave in 0..500 {
        let day = format!("{}-{:02}-{:02}", 2000 + wave / 24, 1 + wave % 24 / 2, 1 + wave % 2 * 14);
        for group in GROUPS {
            for question in 0..5 {
                for (answer, share) in [38, 31, 20, 11].into_iter().enumerate() {
                    let share = share + (wave + question) % 3;
                    let _ = writeln!(
                        table,
                        "{wave},{group},1000,{day},q{question},t{question},Question {question},not stated,,all,\
                         a{answer},Answer {answer},{share},{share}%"
                    );
                }
            }
        }
    }
    let manifest = "Briefing(format: 1, id: \"large\", edition: 1, title: \"Large\", article: \"article.md\", \
                    polls: [Poll(id: \"p\", title: \"Attitudes\", source: \"s\", table: \"polls/large.csv\")])";
    let mut files = Files::default();
    files.insert("briefing.ron", manifest.as_bytes().to_vec());
    files.insert("article.md", b"Words.\n".to_vec());
    files.insert("polls/large.csv", table.into_bytes());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

/// Opening it. Aim: well under a second.
#[divan::bench(sample_count = 10)]
fn table_of_100_000_rows(bencher: Bencher<'_, '_>) {
    bencher.bench_local(table);
}

/// A frame of its Polls view. Aim: under 4 ms.
#[divan::bench]
fn polls_of_100_000_rows(bencher: Bencher<'_, '_>) {
    let mut app = App::new(&[], Session::default());
    app.open(table());
    app.window_mut().view = View::Polls;
    let mut frames = Frames::new();
    bencher.bench_local(|| frames.draw(|ui| app.ui(ui)));
}

/// A frame of the Compare view with one question of all its waves and groups. Aim: under 4 ms.
#[divan::bench]
fn view_of_5_000_figures(bencher: Bencher<'_, '_>) {
    let mut app = App::new(&[], Session::default());
    app.open(table());
    app.compare_topic("t0");
    assert_eq!(app.window_mut().compare.recipe.figures.len(), 5_000);
    let mut frames = Frames::new();
    bencher.bench_local(|| frames.draw(|ui| app.ui(ui)));
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
