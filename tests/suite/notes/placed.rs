//! Notes on the page of a briefing: rows, marks, sections.

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::notes::{EditionText, Note, Target};
use briefing_reader::view::PageNotes;

use crate::support::notes::{note, passage};

fn bundle(edition: u32, article: &str) -> Bundle {
    let mut files = Files::default();
    let manifest = format!(
        "Briefing(format: 1, id: \"x\", edition: {edition}, title: \"T\", article: \"article.md\", calls: [Call(id: \
         \"act\", title: \"Act\", text: \"Do.\", by: \"Us\", to: Stated(\"You\"))])"
    );
    files.insert("briefing.ron", manifest.into());
    files.insert("article.md", article.into());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

fn placed(notes: &[Note], bundle: &Bundle, old: &Bundle) -> PageNotes {
    let text = EditionText::of(&bundle.article);
    PageNotes::new(notes, bundle, (&text, &text.hash()), |_| Some(EditionText::of(&old.article)))
}

#[test]
fn notes_stand_in_the_order_of_the_page_and_mark_their_words() {
    let bundle = bundle(1, "## One\n\nSome  *words* here.\n\nMore of them.\n\n[Act](call:act)\n");
    let notes = [
        note(1, &bundle, Target::call(&bundle, "act").expect("it is there"), ""),
        note(2, &bundle, passage(&bundle, "words here.\nMore of"), ""),
        note(3, &bundle, Target::Briefing, ""),
    ];
    let placed = placed(&notes, &bundle, &bundle);
    let ids: Vec<u8> = placed.all().iter().map(|placed| placed.note.id.as_bytes()[15]).collect();
    assert_eq!(ids, [3, 2, 1]);
    assert_eq!(placed.all()[2].section, "One");
    let words = |block: usize| {
        let text: Vec<char> = bundle.article.blocks[block].text.chars().collect();
        let marked = placed.marks(block).iter().map(|mark| text[mark.characters.clone()].iter().collect());
        marked.collect::<Vec<String>>()
    };
    assert_eq!((words(1), words(2), words(0)), (vec!["words here.".into()], vec!["More of".into()], vec![]));
    assert_eq!(placed.in_rows(0..1).collect::<Vec<_>>(), [0]);
    assert_eq!(placed.counts().iter().sum::<usize>(), 3);
}

#[test]
fn a_note_whose_words_are_gone_has_no_row_and_wants_a_decision() {
    let old = bundle(1, "Respite care helps carers.\n\nNobody asked.");
    let new = bundle(2, "Nobody asked.");
    let gone = note(1, &old, passage(&old, "Respite care"), "");
    let placed = placed(&[gone], &new, &old);
    assert_eq!((placed.all()[0].row, placed.counts()), (None, [0, 0, 0, 0, 1]));
    assert_eq!(placed.to_settle(), [0]);
}
