//! Very many notes: finding their places in a new edition, the page beside them, the Notes view; and
//! the search for words that changed, beside the public JavaScript library for it.
//!
//! `npm install approx-string-match` in some folder and `APPROX_STRING_MATCH=that/folder` compare
//! with it; node has to be installed.

mod common;

use std::process::Command;
use std::time::{Duration, Instant};

use briefing_reader::notes::anchor::Pattern;
use briefing_reader::notes::placing::place;
use briefing_reader::notes::{Colour, EditionText, Note, Passage, Store, Target, new_id};
use briefing_reader::view::actions::View;
use common::window::{Window, bundle};
use divan::Bencher;
use jiff::Timestamp;

fn main() {
    beside_the_library();
    divan::main();
}

/// Words of a text of about 200 kB.
const WORDS: usize = 30_000;
const NOTES: usize = 10_000;
/// How long to wait for them.
const AT_MOST: Duration = Duration::from_secs(20);

fn moment() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("it is a moment")
}

/// Notes all over a text, on 20 to 80 code points each; each tenth one says something.
fn notes(text: &EditionText, count: usize) -> Vec<Note> {
    let length = text.as_str().chars().count();
    let hash = text.hash();
    let signs: Vec<char> = text.as_str().chars().collect();
    let note = |number: usize| {
        let start = number * (length - 100) / count;
        let position = start..start + 20 + number % 60;
        let words = |range: std::ops::Range<usize>| signs[range].iter().collect::<String>();
        let passage = Passage {
            exact: words(position.clone()),
            prefix: words(position.start.saturating_sub(64)..position.start),
            suffix: words(position.end..(position.end + 64).min(signs.len())),
            position,
        };
        let mut chance = [0; 10];
        chance[2..].copy_from_slice(&(number as u64).to_be_bytes());
        Note {
            id: new_id(moment(), chance),
            briefing: "long".to_owned(),
            title: "A long one".to_owned(),
            edition: 1,
            text_hash: hash.clone(),
            target: Target::Passage(passage),
            comment: if number.is_multiple_of(10) {
                format!("Comment {number}: ask.")
            } else {
                String::new()
            },
            tags: if number.is_multiple_of(7) { vec!["ask".to_owned()] } else { Vec::new() },
            colour: Colour::ALL[number % 4],
            stance: None,
            settled: None,
            created: moment(),
            modified: moment(),
        }
    };
    (0..count).map(note).collect()
}

/// The next edition: each twentieth sentence is another one, each fiftieth paragraph is gone.
fn revised(text: &EditionText) -> EditionText {
    let lines = text.as_str().lines().enumerate().filter(|(number, _)| number % 50 != 49);
    let line = |(_, line): (usize, &str)| {
        let sentence = |(number, words): (usize, &str)| match number % 20 {
            7 => words.replace("adults", "grown-ups").replace("54", "57"),
            13 => format!("Words put in here. {words}"),
            _ => words.to_owned(),
        };
        line.split(". ").enumerate().map(sentence).collect::<Vec<_>>().join(". ")
    };
    EditionText::from_stored(lines.map(line).collect::<Vec<_>>().join("\n"))
}

/// Aim: under 500 ms of processor time.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn place_10_000_notes_in_a_new_edition(bencher: Bencher<'_, '_>) {
    let bundle = bundle(WORDS);
    let old = EditionText::of(&bundle.article);
    let new = revised(&old);
    assert!(old.as_str().len() > 180_000, "{}", old.as_str().len());
    // The notes are on the revised text, and the bundle is the edition at hand: the same work.
    let notes = notes(&new, NOTES);
    bencher.bench_local(|| place(&notes, &bundle, |_| Some(new.clone())));
}

fn window_with_notes(count: usize) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundle(WORDS);
    let text = EditionText::of(&bundle.article);
    let mut store = Store::open(folder.path(), moment()).expect("it opens").store;
    store.save_all(&notes(&text, count), Some((&text.hash(), &text))).expect("they are kept");
    drop(store);
    let mut window = Window::empty();
    window.app.read_notes(folder.path());
    window.app.open(bundle);
    // They are read and placed beside the frames.
    let begun = Instant::now();
    while window.frame() || (window.reading().notes.all().len() < count && begun.elapsed() < AT_MOST) {}
    assert_eq!(window.reading().notes.all().len(), count);
    (window, folder)
}

/// A scroll frame of the page with so many notes on it. Aim: under 4 ms with all of them.
#[divan::bench(args = [0, 100, NOTES])]
fn scroll_frame_beside_notes(bencher: Bencher<'_, '_>, count: usize) {
    let (mut window, _folder) = window_with_notes(count);
    let mut frames = 0;
    bencher.bench_local(|| {
        frames += 1;
        window.reading().page.scroll_by(if frames / 100 % 2 == 0 { 40.0 } else { -40.0 });
        window.frame()
    });
}

/// A frame of the Notes view with so many notes in it. Aim: under 4 ms with all of them.
#[divan::bench(args = [100, NOTES])]
fn frame_of_the_notes_view(bencher: Bencher<'_, '_>, count: usize) {
    let (mut window, _folder) = window_with_notes(count);
    window.app.window_mut().view = View::Notes;
    window.frame();
    bencher.bench_local(|| window.frame());
}

/// The same quotes with up to 20% of edits in the same text, by us and by the JavaScript library.
fn beside_the_library() {
    let Some(folder) = std::env::var_os("APPROX_STRING_MATCH") else { return };
    let text = EditionText::of(&bundle(WORDS).article);
    let signs: Vec<char> = text.as_str().chars().collect();
    let changed = |note: Note| match note.target {
        Target::Passage(passage) => passage.exact.replace("the", "teh").replace(" a ", " one "),
        _ => String::new(),
    };
    let quotes: Vec<String> = notes(&text, 100).into_iter().map(changed).collect();
    let edits: Vec<usize> = quotes.iter().map(|quote| quote.chars().count() / 5).collect();
    let begun = Instant::now();
    let mut hits = 0;
    for (quote, edits) in quotes.iter().zip(&edits) {
        let quote: Vec<char> = quote.chars().collect();
        hits += Pattern::new(&quote).find(&signs, *edits).len();
    }
    let ours = begun.elapsed();
    let input = serde_json::json!({"text": text.as_str(), "quotes": quotes, "edits": edits}).to_string();
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), input).expect("it is written");
    let script = "import { readFileSync } from 'node:fs';\n\
                  import search from 'approx-string-match';\n\
                  const find = search.default ?? search;\n\
                  const { text, quotes, edits } = JSON.parse(readFileSync(process.argv[2], 'utf8'));\n\
                  const run = () => quotes.reduce((sum, quote, i) => sum + find(text, quote, edits[i]).length, 0);\n\
                  run();\n\
                  const begun = performance.now(); const hits = run();\n\
                  console.log((performance.now() - begun).toFixed(1) + ' ' + hits);";
    let path = std::path::Path::new(&folder).join("beside.mjs");
    std::fs::write(&path, script).expect("it is written");
    let output = Command::new("node").arg(&path).arg(file.path()).current_dir(&folder).output();
    match output {
        Ok(output) if output.status.success() => {
            let told = String::from_utf8_lossy(&output.stdout);
            println!(
                "100 quotes in {} characters: ours {:.1} ms, {hits} hits; approx-string-match (milliseconds, hits): {}",
                signs.len(),
                ours.as_secs_f64() * 1000.0,
                told.trim()
            );
        }
        other => println!("the library was not run: {other:?}"),
    }
}
