//! What opening costs: an article's reading beside what its CommonMark parser takes alone.

mod common;

use briefing_reader::article;
use briefing_reader::bundle::{Files, Limits, Origin, from_files};
use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

fn main() {
    divan::main();
}

/// Words of a long article, of the longest report one would open, and of ten such reports.
const WORDS: [usize; 3] = [2_000, 150_000, 1_500_000];

/// The floor: CommonMark's events, counted and thrown away.
#[divan::bench(args = WORDS)]
fn events_alone(bencher: Bencher<'_, '_>, words: usize) {
    let source = common::article(words);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    bencher.counter(BytesCount::of_str(&source)).bench(|| Parser::new_ext(&source, options).count());
}

/// Aim: at most twice the floor.
#[divan::bench(args = WORDS)]
fn parse_article(bencher: Bencher<'_, '_>, words: usize) {
    let source = common::article(words);
    bencher.counter(BytesCount::of_str(&source)).bench(|| article::parse(&source));
}

/// A whole bundle from its files, ready for the page.
#[divan::bench(args = WORDS)]
fn open_bundle(bencher: Bencher<'_, '_>, words: usize) {
    let files = common::window::files(words);
    bencher
        .with_inputs(|| files.clone())
        .bench_values(|files| from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new()));
}

/// It is checked by every rule.
#[divan::bench(args = WORDS)]
fn check_bundle(bencher: Bencher<'_, '_>, words: usize) {
    let files = common::window::files(words);
    let read = || from_files(Origin::BuiltIn, files.clone(), &Limits::default(), Vec::new());
    bencher.with_inputs(read).bench_values(|bundle| {
        divan::black_box(bundle.problems());
        bundle
    });
}

#[divan::bench(args = WORDS)]
fn count_words(bencher: Bencher<'_, '_>, words: usize) {
    let source = common::article(words);
    let article = article::parse(&source);
    bencher.counter(BytesCount::of_str(&source)).bench(|| article.word_count());
}

/// A manifest of about 10 MB: one poll after the other.
fn manifest() -> String {
    use std::fmt::Write;
    let mut text = String::from(
        "Briefing(format: 1, id: \"big\", edition: 1, title: \"Big\", article: \"a.md\", polls: [\n",
    );
    let mut poll = 0;
    while text.len() < 10_000_000 {
        poll += 1;
        let _ = writeln!(
            text,
            "Poll(id: \"p{poll}\", pollster: \"YouGov\", commissioned_by: NotStated, population: \"UK adults\", \
             sample_size: {}, fieldwork: NotStated, mode: \"online\", weighting: NotStated, margin_of_error: NotStated, \
             tables: NotStated, source: \"s\", questions: [",
            1000 + poll
        );
        for question in 0..8 {
            let _ = writeln!(
                text,
                "  Question(id: \"q{question}\", topic: \"t{question}\", title: \"Question {question}\", \
                 wording: Paraphrase(\"How much do you agree with statement {question}?\"), base: All, answers: [\n\
                     Answer(id: \"yes\", label: \"Agree\", value: Percent(62), printed: \"62%\"),\n\
                     Answer(id: \"no\", label: \"Disagree\", value: MoreThan(30), printed: \"more than 30%\"),\n  ]),"
            );
        }
        text.push_str("]),\n");
    }
    text.push_str("])\n");
    text
}

/// The floor: the same text as RON values, nothing checked.
#[divan::bench]
fn manifest_as_ron_values(bencher: Bencher<'_, '_>) {
    let text = manifest();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| ron::from_str::<ron::Value>(&text).expect("it is RON"));
}

/// Read, with the place of every value, and checked by every rule.
#[divan::bench]
fn manifest_read_and_checked(bencher: Bencher<'_, '_>) {
    let text = manifest();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut files = Files::default();
        files.insert("briefing.ron", text.clone().into_bytes());
        let bundle = from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new());
        divan::black_box(bundle.problems());
        bundle
    });
}
