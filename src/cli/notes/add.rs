//! `notes add`.

use std::path::Path;

use jiff::Timestamp;

use super::arguments::{Add, Words};
use super::{bundle, open};
use crate::bundle::Bundle;
use crate::cli::output::{FAILED, USAGE, fail, print};
use crate::diagnostics::nearest;
use crate::notes::quotation::places_of;
use crate::notes::{EditionText, Note, Passage, Target, chance, new_id};
use crate::text::typed;

/// Makes a note and prints its id.
pub fn run(what: &Add, folder: &Path, now: Timestamp) -> u8 {
    let bundle = match bundle(&what.briefing) {
        Ok(bundle) => bundle,
        Err(code) => return code,
    };
    let text = EditionText::of(&bundle.article);
    let target = match target(what, &bundle, &text) {
        Ok(target) => target,
        Err(why) => return fail(USAGE, &why),
    };
    let mut note = Note {
        id: new_id(now, chance()),
        briefing: bundle.manifest.id.clone(),
        title: bundle.manifest.title.clone(),
        edition: bundle.manifest.edition,
        text_hash: text.hash(),
        target,
        comment: String::new(),
        tags: Vec::new(),
        colour: crate::notes::Colour::default(),
        stance: None,
        settled: None,
        created: now,
        modified: now,
    };
    say(&mut note, &what.words);
    let mut store = match open(folder, now) {
        Ok(store) => store,
        Err(code) => return code,
    };
    match store.save(&note, Some(&text)) {
        Ok(()) => print(&format!("{}\n", note.id)),
        Err(why) => fail(FAILED, &format!("the note was not kept: {why}")),
    }
}

/// Puts what was said into a note; what was not said stays.
pub fn say(note: &mut Note, words: &Words) {
    if let Some(comment) = &words.comment {
        note.comment.clone_from(comment);
    }
    if !words.tags.is_empty() {
        note.tags.clear();
        words.tags.iter().for_each(|tag| note.tag_with(tag));
    }
    note.stance = words.stance.or(note.stance);
    note.colour = words.colour.unwrap_or(note.colour);
}

fn target(what: &Add, bundle: &Bundle, text: &EditionText) -> Result<Target, String> {
    let name = bundle.name();
    if let Some(reference) = &what.figure {
        return Target::figure(bundle, reference).ok_or_else(|| {
            let known = bundle.references();
            not_there(&name, "figure", reference, nearest(reference, known.iter().map(String::as_str)))
        });
    }
    if let Some(call) = &what.call {
        return Target::call(bundle, call).ok_or_else(|| {
            let known = bundle.manifest.calls.iter().map(|call| call.id.as_str());
            not_there(&name, "call", call, nearest(call, known))
        });
    }
    match &what.quote {
        Some(quote) => passage(what, quote, text).map(Target::Passage),
        None => Ok(Target::Briefing),
    }
}

fn not_there(briefing: &str, what: &str, wanted: &str, near: Option<&str>) -> String {
    let hint = near.map_or_else(
        || format!("`briefing-reader show {briefing} --format json` names all"),
        |near| format!("did you mean `{near}`?"),
    );
    format!("there is no {what} `{wanted}` in {briefing}: {hint}")
}

/// The one place where the words stand, with what is said to stand around them.
fn passage(what: &Add, quote: &str, text: &EditionText) -> Result<Passage, String> {
    let words = typed(quote);
    let words = words.trim();
    if words.is_empty() {
        return Err("the quotation is empty: give the words with --quote".to_owned());
    }
    let around = |given: &Option<String>| given.clone().unwrap_or_default();
    let places = places_of(text, words, &around(&what.prefix), &around(&what.suffix));
    match &places[..] {
        [place] => Ok(Passage::at(text, place.clone()).expect("the words are there")),
        [] => Err(format!(
            "the words “{words}” do not stand so in the article: give them as they are read, from one paragraph"
        )),
        [..] => Err(format!(
            "the words “{words}” stand in {} places: say what comes before or after with --prefix or --suffix",
            places.len()
        )),
    }
}
