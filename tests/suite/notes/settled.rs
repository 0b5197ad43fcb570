//! What a person decided about a note in a later edition holds there, and the note is what it was.

use std::fs;

use briefing_reader::bundle::{Bundle, Limits};
use briefing_reader::notes::placing::place;
use briefing_reader::notes::{EditionText, Note, Settled, Status, Target};

use super::note;

/// An edition of the briefing in which so many support something.
fn edition(number: u32, share: u32) -> Bundle {
    let folder = tempfile::tempdir().expect("a folder");
    let manifest = format!(
        "Briefing(format: 1, id: \"care\", edition: {number}, title: \"T\", article: \"article.md\", polls: [Poll(id: \
         \"p\", questions: [Question(id: \"q\", title: \"Q\", answers: [Answer(id: \"yes\", label: \"Yes\", value: \
         Percent({share}), printed: \"{share}%\")])])])"
    );
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it is written");
    fs::write(folder.path().join("article.md"), "Words that stay.").expect("it is written");
    Bundle::open(folder.path(), &Limits::default()).expect("it is a briefing")
}

fn on_figure(bundle: &Bundle) -> Note {
    let target = Target::figure(bundle, "p/q/yes").expect("there is such a figure");
    let text_hash = EditionText::of(&bundle.article).hash();
    Note { target, edition: bundle.manifest.edition, text_hash, ..note(1) }
}

fn status(note: &Note, bundle: &Bundle) -> Status {
    place(std::slice::from_ref(note), bundle, |_| None)[0].placement.status
}

#[test]
fn a_figure_that_was_accepted_is_unchanged_until_it_changes_again() {
    let (first, second, third) = (edition(1, 54), edition(2, 57), edition(3, 54));
    let mut note = on_figure(&first);
    assert_eq!(status(&note, &second), Status::TextChanged);
    let text_hash = note.text_hash.clone();
    note.settled = Some(Settled { edition: 2, text_hash, target: Target::figure(&second, "p/q/yes") });
    assert_eq!(status(&note, &second), Status::Unchanged);
    assert!(note.is_settled_in(2, &note.text_hash) && !note.is_settled_in(3, &note.text_hash));
    assert_eq!(status(&note, &first), Status::Unchanged, "in its own edition it is what it was");
    assert_eq!(status(&note, &third), Status::TextChanged, "57% was accepted, and it is 54% again");
}

#[test]
fn a_note_that_is_kept_without_a_place_stays_an_orphan() {
    let first = edition(1, 54);
    let mut note = on_figure(&first);
    note.target = Target::Figure { reference: "p/q/gone".to_owned(), printed: "12%".to_owned() };
    note.settled = Some(Settled { edition: 2, text_hash: note.text_hash.clone(), target: None });
    assert_eq!(status(&note, &edition(2, 57)), Status::Orphaned);
}

#[test]
fn what_changed_and_is_kept_without_a_place_has_none_in_that_edition() {
    let (first, second, third) = (edition(1, 54), edition(2, 57), edition(3, 54));
    let mut note = on_figure(&first);
    note.settled = Some(Settled { edition: 2, text_hash: note.text_hash.clone(), target: None });
    let placement = place(std::slice::from_ref(&note), &second, |_| None).remove(0).placement;
    assert_eq!((placement.status, placement.at, placement.change), (Status::Orphaned, None, None));
    assert_eq!(status(&note, &first), Status::Unchanged, "in its own edition it is what it was");
    assert_eq!(status(&note, &third), Status::Unchanged, "a later edition is looked at afresh");
}
