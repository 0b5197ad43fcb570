//! What opening costs: an article's reading beside what its CommonMark parser takes alone.

mod common;

use briefing_reader::article;
use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

fn main() {
    divan::main();
}

/// Words of a long article, and of the longest report one would open.
const WORDS: [usize; 2] = [2_000, 150_000];

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

#[divan::bench(args = WORDS)]
fn count_words(bencher: Bencher<'_, '_>, words: usize) {
    let source = common::article(words);
    let article = article::parse(&source);
    bencher.counter(BytesCount::of_str(&source)).bench(|| article.word_count());
}
