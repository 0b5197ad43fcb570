//! Notes to W3C annotations and back.

use briefing_reader::export::notes::{Entry, Grouping, NotesFormat, Options, read_jsonld, write};
use briefing_reader::export::references::Style;
use briefing_reader::notes::{Colour, EditionText, Note, Passage, Settled, Stance, Target, new_id};
use proptest::option;
use proptest::prelude::*;

use crate::moment;

fn target() -> impl Strategy<Value = Target> {
    let words = "\\PC{1,30}";
    let passage = ("[a-z“”é\u{301}👩‍👧 ]{20,60}", 0usize..10, 1usize..10).prop_filter_map(
        "no words",
        |(text, start, length)| {
            Passage::at(&EditionText::from_stored(text), start..start + length).map(Target::Passage)
        },
    );
    prop_oneof![
        passage,
        ("[a-z/-]{1,20}", words).prop_map(|(reference, printed)| Target::Figure { reference, printed }),
        (prop::collection::vec("[a-z/-]{1,9}", 1..3), words)
            .prop_map(|(references, printed)| Target::KeyFigure { references, printed }),
        ("[a-z-]{1,20}", words).prop_map(|(call, words)| Target::Call { call, words }),
        "\\PC{1,20}".prop_map(|name| Target::Comparison { name }),
        Just(Target::Briefing),
    ]
}

fn note() -> impl Strategy<Value = Note> {
    let stance = option::of(prop::sample::select(Stance::ALL.to_vec()));
    let tags = prop::collection::btree_set("\\PC{1,8}", 0..3);
    let colour = prop::sample::select(Colour::ALL.to_vec());
    let settled = option::of((1u32..9, option::of(target())).prop_map(|(edition, target)| Settled {
        edition,
        text_hash: "sha256:01".to_owned(),
        target,
    }));
    let times = (0i64..9999, 0i64..9999);
    (any::<[u8; 10]>(), target(), "\\PC{0,40}", tags, stance, colour, settled, times).prop_map(
        |(chance, target, comment, tags, stance, colour, settled, (created, later))| Note {
            id: new_id(moment(created), chance),
            briefing: "care".to_owned(),
            title: "Care, “and” more".to_owned(),
            edition: 3,
            text_hash: "sha256:00".to_owned(),
            target,
            comment,
            tags: tags.into_iter().collect(),
            colour,
            stance,
            settled,
            created: moment(created),
            modified: moment(created + later),
        },
    )
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_the_same(notes in prop::collection::vec(note(), 0..6)) {
        let entries: Vec<Entry<'_>> = notes.iter().map(Entry::alone).collect();
        let options = Options { format: NotesFormat::JsonLd, style: Style::Harvard, by: Grouping::Briefing, template: None, day: "2026-11-23" };
        let written = String::from_utf8(write(&entries, &options).expect("it is written")).expect("it is text");
        let read = read_jsonld(&written).expect("it is JSON");
        let back: Vec<Note> = read.into_iter().map(|taken| taken.expect("it is ours").note).collect();
        prop_assert_eq!(back, notes);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,200}", junk in "[\\[\\]{}:,\"a-z0-9]{0,80}") {
        let _ = read_jsonld(&text);
        let _ = read_jsonld(&junk);
    }
}
