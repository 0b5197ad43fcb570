//! What it costs to export charts: those of the built-in shelf, over and over, up to a hundred.

use briefing_reader::bundle::Bundle;
use briefing_reader::export::{Format, QuestionExhibit, Settings, Studio};
use briefing_reader::library;
use divan::Bencher;

fn main() {
    divan::main();
}

/// How many charts are exported in one go.
const CHARTS: usize = 100;

fn shelf() -> Vec<Bundle> {
    library::ids().into_iter().filter_map(library::open).collect()
}

fn charts(shelf: &[Bundle]) -> Vec<QuestionExhibit<'_>> {
    let questions = shelf.iter().flat_map(|bundle| {
        let polls = bundle.manifest.polls.iter();
        let questions = polls.flat_map(|poll| poll.questions.iter().map(move |question| (poll, question)));
        questions.map(move |(poll, question)| QuestionExhibit::new(bundle, poll, question, None))
    });
    questions.collect::<Vec<_>>().into_iter().cycle().take(CHARTS).collect()
}

/// A hundred charts, the faces prepared first.
#[divan::bench(args = [Format::Svg, Format::Png, Format::Pdf, Format::Csv], sample_count = 10)]
fn export(bencher: Bencher<'_, '_>, format: Format) {
    let shelf = shelf();
    let charts = charts(&shelf);
    bencher.bench_local(|| {
        let mut studio = Studio::new(Settings { scale: 1, ..Settings::default() });
        charts.iter().map(|chart| studio.make(chart, format).expect("it is made").len()).sum::<usize>()
    });
}
