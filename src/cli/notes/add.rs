//! `notes add`.

use std::path::Path;

use jiff::Timestamp;

use super::opening::open;
use crate::bundle::Bundle;
use crate::cli::arguments::{Add, Words};
use crate::cli::locate::{Located, locate_one};
use crate::cli::output::{FAILED, USAGE, fail, print};
use crate::diagnostics::nearest;
use crate::disk::shown;
use crate::library::address::{Address, Place, SCHEME};
use crate::notes::quotation::places_of;
use crate::notes::{EditionText, Note, Passage, Target, chance, new_id};
use crate::text::typed;

/// Makes a note and prints its id.
pub fn run(what: &Add, folder: &Path, now: Timestamp) -> u8 {
    let Located { bundle, reference } = match locate_one(&what.briefing) {
        Ok(located) => located,
        Err(why) => return fail(USAGE, &why),
    };
    let text = EditionText::of(&bundle.article);
    let target = match reference {
        Some(reference) => referred_to(what, &reference, &bundle, &text),
        // An empty name is a slip, such as a variable of a script that is not set.
        None if what.briefing.to_string_lossy().ends_with('#') && !what.briefing.exists() => Err(format!(
            "{} names nothing behind the #: name what the note is on, or leave the # out",
            shown(&what.briefing)
        )),
        None => target(what, &bundle, &text),
    };
    let target = match target {
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

/// What stands behind the `#` of a briefing: a figure, a call (`call:ID`) or a place of the text
/// (`120-160`), as `notes list` and exported notes name them.
fn referred_to(what: &Add, reference: &str, bundle: &Bundle, text: &EditionText) -> Result<Target, String> {
    let options = [("--quote", &what.quote), ("--figure", &what.figure), ("--call", &what.call)];
    if let Some((option, _)) = options.into_iter().find(|(_, given)| given.is_some()) {
        return Err(format!(
            "`#{reference}` says what the note is on, and so does {option}: leave one of them out"
        ));
    }
    // As the links of an article name figures.
    let reference =
        ["figure:", "poll:"].iter().find_map(|kind| reference.strip_prefix(kind)).unwrap_or(reference);
    let address = format!("{SCHEME}x#{reference}").parse().ok().and_then(|address: Address| address.place);
    match address {
        _ if bundle.find(reference).is_some() => figure(bundle, reference),
        Some(Place::Call(id)) => call(bundle, &id),
        Some(Place::Text(at)) => Passage::at(text, at).map(Target::Passage).ok_or_else(|| {
            let signs = text.as_str().chars().count();
            format!(
                "there are no words at `{reference}` in {}: its text has {signs} characters",
                bundle.name()
            )
        }),
        Some(Place::Figure(reference)) => match reference.split(' ').map(str::to_owned).collect::<Vec<_>>() {
            // A key figure is made of several.
            several if several.len() > 1 => match Target::key_figure(bundle, &several) {
                Some(target) => Ok(target),
                None => figure(bundle, &reference),
            },
            _ => figure(bundle, &reference),
        },
        None => figure(bundle, reference),
    }
}

fn figure(bundle: &Bundle, reference: &str) -> Result<Target, String> {
    Target::figure(bundle, reference).ok_or_else(|| {
        let known = bundle.references();
        let call = bundle.manifest.calls.iter().find(|call| call.id == reference);
        let call = call.map(|call| format!("call:{}", call.id));
        let near = call.as_deref().or_else(|| nearest(reference, known.iter().map(String::as_str)));
        not_there(bundle, "figure", reference, near)
    })
}

fn call(bundle: &Bundle, id: &str) -> Result<Target, String> {
    Target::call(bundle, id).ok_or_else(|| {
        let known = bundle.manifest.calls.iter().map(|call| call.id.as_str());
        not_there(bundle, "call", id, nearest(id, known))
    })
}

fn target(what: &Add, bundle: &Bundle, text: &EditionText) -> Result<Target, String> {
    if let Some(reference) = &what.figure {
        return figure(bundle, reference);
    }
    if let Some(id) = &what.call {
        return call(bundle, id);
    }
    match &what.quote {
        Some(quote) => passage(what, quote, text).map(Target::Passage),
        None => Ok(Target::Briefing),
    }
}

fn not_there(bundle: &Bundle, what: &str, wanted: &str, near: Option<&str>) -> String {
    let briefing = bundle.name();
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
