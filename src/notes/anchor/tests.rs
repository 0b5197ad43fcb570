//! The fixtures that must hold, and what holds for any texts.

use super::*;
use crate::article::parse;
use proptest::prelude::*;

/// Places the note on `words` (the `nth` time that they stand there) of one text in another; the
/// status, the words that it is on then, and the kind of the change.
fn placed(old: &str, new: &str, words: &str, nth: usize) -> (Status, Option<String>, Option<ChangeKind>) {
    let old = EditionText::from_stored(old.to_owned());
    let new = EditionText::from_stored(new.to_owned());
    let (byte, _) = old.as_str().match_indices(words).nth(nth).expect("the words are there");
    let start = old.as_str()[..byte].chars().count();
    let passage = Passage::at(&old, start..start + words.chars().count()).expect("there are words");
    let placement = Carrier::new(&old, &new).place(&passage);
    let on = placement.at.clone().map(|at| new.as_str().chars().skip(at.start).take(at.len()).collect());
    (placement.status, on, placement.change.map(|change| change.kind))
}

#[test]
fn a_figure_that_changed_keeps_its_note_though_another_now_reads_as_it_did() {
    let old =
        "In England, 61% agreed with it.\nIn Wales, 54% agreed with it.\nIn Scotland, 50% agreed with it.";
    let new =
        "In England, 61% agreed with it.\nIn Wales, 57% agreed with it.\nIn Scotland, 54% agreed with it.";
    assert_eq!(
        placed(old, new, "54%", 0),
        (Status::TextChanged, Some("57%".to_owned()), Some(ChangeKind::Figure))
    );
    let (old, new) = (old.replace('\n', " "), new.replace('\n', " "));
    assert_eq!(
        placed(&old, &new, "54%", 0),
        (Status::TextChanged, Some("57%".to_owned()), Some(ChangeKind::Figure))
    );
}

#[test]
fn figures_turned_round_are_never_silent() {
    let (old, new) = ("Of them, 54% said that it helps.", "Of them, 45% said that it helps.");
    assert_eq!(
        placed(old, new, "54% said", 0),
        (Status::TextChanged, Some("45% said".to_owned()), Some(ChangeKind::Figure))
    );
    assert_eq!(
        placed("54% said so.", "45% said so.", "54% said", 0),
        (Status::TextChanged, Some("45% said".to_owned()), Some(ChangeKind::Figure))
    );
}

#[test]
fn a_bare_figure_is_that_of_the_words_around_it() {
    let told = |old: &str, new: &str, words: &str| {
        let (status, now, kind) = placed(old, new, words, 0);
        assert_eq!(now.as_deref(), Some(words), "{old:?} to {new:?}");
        (status, kind)
    };
    let (changed, kind) = (Status::TextChanged, ChangeKind::Words);
    for (old, new) in [
        ("In Wales 54% agreed. In Scotland 60% did.", "In Scotland 54% agreed. In Wales 60% did."),
        ("Wales: 54%\nScotland: 60%\nThe end.", "Scotland: 54%\nWales: 60%\nThe end."),
        ("Then 54% of men agreed.", "Then 54% of women agreed."),
    ] {
        assert_eq!(told(old, new, "54%"), (changed, Some(kind)), "{new}");
    }
    assert_eq!(told("Then £54 was paid.", "Then €54 was paid.", "54").1, Some(ChangeKind::Unit));
    assert_eq!(told("Then 54% said so.", "Then 54 points said so.", "54").1, Some(ChangeKind::Unit));
    assert_eq!(told("It was not 54% then.", "It was 54% then.", "54%").1, Some(ChangeKind::Negation));
    // What is farther off, or another sentence's, says nothing of it.
    for new in ["Well: all said, in Wales 54% agreed.", "Not so. Well, in Wales 54% agreed. It is over."] {
        assert_eq!(told("All said, in Wales 54% agreed.", new, "54%").0, Status::Unchanged, "{new}");
    }
}

#[test]
fn other_quotation_marks_and_dashes_are_no_change() {
    let (old, new) = ("They don't say \"why\" - 5-10 of them.", "They don’t say “why” – 5–10 of them.");
    assert_eq!(placed(old, new, "don't say \"why\" - 5-10", 0).0, Status::Unchanged);
}

#[test]
fn a_not_that_went_is_never_silent() {
    let (old, new) =
        ("Most adults do not support the plan as it is.", "Most adults do support the plan as it is.");
    assert_eq!(
        placed(old, new, "do not support", 0),
        (Status::TextChanged, Some("do support".to_owned()), Some(ChangeKind::Negation))
    );
}

#[test]
fn a_note_in_a_paragraph_that_was_deleted_is_an_orphan_though_its_words_stand_elsewhere() {
    let old = "Families wait for help.\nRespite care gives parents a rest, says the charity.\nRespite care is dear.\nThe end.";
    let new = "Families wait for help.\nRespite care is dear.\nThe end.";
    assert_eq!(placed(old, new, "Respite care", 0), (Status::Orphaned, None, None));
    let alone = "Families wait for help.\nThe end.";
    assert_eq!(placed(old, alone, "Respite care gives", 0), (Status::Orphaned, None, None));
}

#[test]
fn a_reworded_place_keeps_its_note_though_a_decoy_is_more_like_the_old_words() {
    let old = "The bill was read in May.\nMinisters said that the law would protect most children online.\nThen came the vote.\nIt passed.";
    let new = "The bill was read in May.\nMinisters told the House that the law would in time protect many children online.\nThen came the vote.\nIt passed.\nCritics doubt whether it is true that the law would protect most children online.";
    let (status, now, _) = placed(old, new, "the law would protect most children online", 0);
    assert_eq!(
        (status, now),
        (Status::TextChanged, Some("the law would in time protect many children online".to_owned()))
    );
}

#[test]
fn the_second_of_two_equal_sentences_is_the_second_when_it_is_edited() {
    let old = "Nobody was asked about it. More followed. Nobody was asked about it. The end.";
    let new = "Nobody was asked about it. More followed. Nobody was ever asked about it. The end.";
    let (status, now, kind) = placed(old, new, "Nobody was asked about it", 1);
    assert_eq!(
        (status, now, kind),
        (Status::TextChanged, Some("Nobody was ever asked about it".to_owned()), Some(ChangeKind::Words))
    );
    assert_eq!(placed(old, new, "Nobody was asked about it", 0).0, Status::Unchanged);
}

#[test]
fn where_everything_is_rewritten_a_note_is_an_orphan() {
    let old = "A third of adults support encryption in messages.\nThe charity calls for five steps.";
    let new =
        "Bees need flowers through the whole summer.\nGardens in towns give them what fields no longer do.";
    for words in ["adults support", "A third of adults support encryption", "five", "the"] {
        if old.contains(words) {
            assert_eq!(placed(old, new, words, 0).0, Status::Orphaned, "{words}");
        }
    }
}

#[test]
fn a_note_in_a_block_that_was_moved_has_moved() {
    let old = "The first paragraph stays.\nThis whole paragraph wanders, with 33% in it.\nThe second stays as well.\nSo does the third one.";
    let new = "The first paragraph stays.\nThe second stays as well.\nSo does the third one.\nThis whole paragraph wanders, with 33% in it.";
    assert_eq!(
        placed(old, new, "paragraph wanders, with 33%", 0),
        (Status::Moved, Some("paragraph wanders, with 33%".to_owned()), None)
    );
    assert_eq!(placed(old, new, "33%", 0), (Status::Moved, Some("33%".to_owned()), None));
}

#[test]
fn words_that_came_back_in_two_places_are_left_to_the_person() {
    let old = "One.\nThe respite care that families need is far away.\nTwo.\nThree.";
    let new = "One.\nTwo.\nSome say: the respite care that families need is far off.\nThree.\nMore say: the respite care that families need is far too dear.";
    let passage_words = "respite care that families need";
    let (status, now, _) = placed(old, new, passage_words, 0);
    assert_eq!((status, now), (Status::Ambiguous, None));
}

#[test]
fn without_the_old_text_the_very_words_are_found_and_nearly_the_same_are_told_of() {
    let old = EditionText::from_stored("Of all, 54% said that respite care helps them.".to_owned());
    let passage = Passage::at(&old, 8..46).expect("there are words");
    let place = |new: &str| Carrier::without_old(&EditionText::from_stored(new.to_owned())).place(&passage);
    assert_eq!(place(old.as_str()).status, Status::Unchanged);
    assert_eq!(place("A new line.\nOf all, 54% said that respite care helps them.").status, Status::Moved);
    let changed = place("A new line.\nOf all, 57% said that respite care helps them.");
    assert_eq!(
        (changed.status, changed.change.map(|change| change.kind)),
        (Status::TextChanged, Some(ChangeKind::Figure))
    );
    assert_eq!(place("Nothing of the kind.").status, Status::Orphaned);
}

#[test]
fn a_quotation_is_not_lost_among_many_small_words_that_are_alike() {
    let old = "0% not 0% not a a 0% a a 0% not AAAAA AAAA AAAA not not 3% a a a a a a a a a a a a a a a a a";
    let new = "0% a not not not not 0% a 0% not b b b not not a b a a AAAAA AAAA AAAA ";
    let (status, now, _) = placed(old, new, "AAAAA AAAA AAAA", 0);
    assert!(matches!(status, Status::Unchanged | Status::Moved), "{status}");
    assert_eq!(now.as_deref(), Some("AAAAA AAAA AAAA"));
}

fn word() -> impl Strategy<Value = String> {
    "[a-z]{1,8}|[0-9]{1,2}%|not"
}

fn words(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Edits outside of a quotation of some length leave it where it is, or follow it.
    #[test]
    fn edits_elsewhere_never_lose_a_note(
        before in words(30), quote in "[A-Z]{5}( [A-Z]{4}){2,6}", after in words(30),
        new_before in words(30), new_after in words(30), apart in any::<bool>(),
    ) {
        let joint = if apart { "\n" } else { " " };
        let old = format!("{}{joint}{quote}{joint}{}", before.join(" "), after.join(" "));
        let new = format!("{}{joint}{quote}{joint}{}", new_before.join(" "), new_after.join(" "));
        let (status, now, _) = placed(&old, &new, &quote, 0);
        prop_assert!(matches!(status, Status::Unchanged | Status::Moved), "{} in {:?}", status, new);
        prop_assert_eq!(now, Some(quote));
    }

    /// No texts and no passage make it fail, and what is found lies within the text.
    #[test]
    fn any_passage_in_any_texts_has_one_end(
        old in "[a-c .\n%1-3é]{0,60}", new in "[a-c .\n%1-3é]{0,60}", from in 0usize..60, to in 0usize..60,
    ) {
        let (old, new) = (EditionText::from_stored(old), EditionText::from_stored(new));
        let carriers = [Carrier::new(&old, &new), Carrier::without_old(&new)];
        if let Some(passage) = Passage::at(&old, from.min(to)..from.max(to)) {
            for placement in carriers.map(|carrier| carrier.place(&passage)) {
                let length = new.as_str().chars().count();
                prop_assert!(placement.at.as_ref().is_none_or(|at| at.start < at.end && at.end <= length));
                let has_place = matches!(placement.status, Status::Unchanged | Status::Moved | Status::TextChanged);
                prop_assert_eq!(placement.at.is_some(), has_place);
                prop_assert_eq!(placement.status == Status::TextChanged, placement.change.is_some());
                prop_assert_eq!(placement.status == Status::Ambiguous, !placement.candidates.is_empty());
            }
        }
    }
}

#[test]
fn another_setting_of_the_same_words_changes_no_note() {
    let old = "She said: “it’s 12–15, e‐mail, 62\u{a0}%”.\nA second \"one\".";
    let new = "A new line.\nShe said: \"it's 12-15, e-mail, 62 %\".\nA second “one”.";
    for (words, now) in [
        ("“it’s 12–15", "\"it's 12-15"),
        ("e‐mail, 62\u{a0}%”", "e-mail, 62 %\""),
        ("it’s", "it's"),
        ("second \"one\"", "second “one”"),
    ] {
        let (status, found, change) = placed(old, new, words, 0);
        assert_eq!((status, found.as_deref(), change), (Status::Unchanged, Some(now), None), "{words}");
    }
    let elsewhere = "A second \"one\".\nThe end.\nShe said: \"it's 12-15, e-mail, 62 %\".";
    let (status, found, _) = placed(old, elsewhere, "“it’s 12–15, e‐mail", 0);
    assert!(matches!(status, Status::Unchanged | Status::Moved), "{status}");
    assert_eq!(found.as_deref(), Some("\"it's 12-15, e-mail"));
    assert_eq!(placed(old, "She said: “it’s 12–16”.", "12–15", 0).0, Status::TextChanged);
}

/// A note on the text of an article as earlier versions kept it, in a later edition of the article.
fn placed_from_former(old: &str, new: &str, words: &str) -> (Status, Option<String>, Option<Change>) {
    let (old, new) = (parse(old), EditionText::of(&parse(new)));
    let lines: Vec<&str> = old.blocks.iter().map(|block| block.text.as_str()).collect();
    let old = EditionText::from_stored(lines.join("\n"));
    let start =
        old.as_str().find(words).map(|at| old.as_str()[..at].chars().count()).expect("they are there");
    let passage = Passage::at(&old, start..start + words.chars().count()).expect("there are words");
    let Placement { status, at, change, .. } = Carrier::new(&old, &new).place(&passage);
    let now = at.map(|at| new.as_str().chars().skip(at.start).take(at.len()).collect());
    (status, now, change)
}

const NOTES: &str = "\n\n[^a]: First.\n\n[^b]: Second.\n";

#[test]
fn notes_on_texts_that_were_kept_with_footnotes_numbers_find_their_place() {
    let one = format!("There were 2,500[^a] arrests in 2018[^b] after such reports.{NOTES}");
    let renumbered = format!("An opening line[^n].\n\n{one}\n[^n]: New.\n");
    let twice = format!("{one}\n[^c]: Third.\n").replace("arrests", "arrests[^c]");
    let none = one.replace("[^a] ", " ");
    for new in [&one, &renumbered, &twice, &none] {
        for (words, now) in [
            ("2,5001 arrests in 20182", "2,500 arrests in 2018"),
            ("2,500", "2,500"),
            ("in 20182 after", "in 2018 after"),
            ("such reports", "such reports"),
            ("First.", "First."),
        ] {
            if new != &none || !words.contains("2,500") && words != "First." {
                let (status, found, change) = placed_from_former(&one, new, words);
                assert_eq!(
                    (status, found.as_deref(), change),
                    (Status::Unchanged, Some(now), None),
                    "{words} in {new}"
                );
            }
        }
    }
    let other = one.replace("2,500", "2,700");
    let (status, found, change) = placed_from_former(&one, &other, "2,5001 arrests in 20182");
    assert_eq!((status, found.as_deref()), (Status::TextChanged, Some("2,700 arrests in 2018")));
    assert_eq!(change.map(|change| change.kind), Some(ChangeKind::Figure));
}

#[test]
fn a_figure_is_not_taken_for_a_footnotes_number() {
    let old = "It rose to 621 cases.\n\nSecond.\n";
    let new = "It rose to 62[^a] cases.\n\nSecond.\n\n[^a]: First.\n";
    let (status, found, change) = placed_from_former(old, new, "621 cases");
    assert_eq!((status, found.as_deref()), (Status::TextChanged, Some("62 cases")));
    assert_eq!(change.map(|change| change.kind), Some(ChangeKind::Figure));
}

#[test]
fn a_footnote_more_or_less_changes_no_note() {
    let one = format!("There were 2,500[^a] arrests in 2018[^b] after such reports.{NOTES}");
    let new = format!("An opening line[^n].\n\n{}\n[^n]: New.\n", one.replace("reports", "reports[^n]"));
    let (old, new) = (EditionText::of(&parse(&one)), EditionText::of(&parse(&new)));
    let words = "2,500 arrests in 2018";
    let start = old.as_str().find(words).expect("it is quoted without numbers");
    let passage = Passage::at(&old, start..start + words.len()).expect("there are words");
    assert_eq!(Carrier::new(&old, &new).place(&passage).status, Status::Unchanged);
}
