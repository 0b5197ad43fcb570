//! Comparisons taken along: the same drawing in vectors and pixels, and everything that belongs to it.

use briefing_reader::bundle::Bundle;
use briefing_reader::chart::comparison::ComparisonKind;
use briefing_reader::export::{ComparisonExhibit, Exhibit, Format, Settings, Sourced, Studio};
use briefing_reader::library::{self, comparison};
use briefing_reader::paint::stage::Stage;
use briefing_reader::paint::svg::About;
use briefing_reader::poll::comparison::{Item, Order, Settings as Arithmetic};
use briefing_reader::poll::stats::WhatIf;
use briefing_reader::poll::{Answer, Base, Fieldwork, Poll, Question, Reported, SampleSize};
use briefing_reader::ui::{Manner, ThemeName, apply, fonts};
use egui::{Rect, Sense, pos2, vec2};

use super::drawings::drawn_by_resvg;
use super::same::{CLOSE, apart};

pub fn shelf() -> Vec<Bundle> {
    library::ids().into_iter().filter_map(library::open).collect()
}

pub fn on_topic<'b>(shelf: &'b [&'b Bundle], topic: &str, kind: ComparisonKind) -> ComparisonExhibit<'b> {
    let references = comparison::first_answers(shelf, topic);
    let figures: Vec<Sourced<'_>> =
        references.iter().filter_map(|reference| comparison::resolve(shelf, reference)).collect();
    let arithmetic = Arithmetic { what_if: WhatIf::new(1000), ..Arithmetic::default() };
    let exhibit =
        ComparisonExhibit::new(topic, "en-GB", &figures, arithmetic, (Order::Value, None), Some(kind));
    assert!(exhibit.suits(kind), "{topic} as {kind:?}");
    exhibit
}

#[test]
fn a_comparison_in_vectors_shows_what_the_picture_shows() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    for (topic, kind, theme, width) in [
        ("detection-in-encrypted", ComparisonKind::Dots, ThemeName::Paper, 960),
        ("message-scanning", ComparisonKind::Dots, ThemeName::Ink, 420),
        ("encryption-support", ComparisonKind::Dumbbell, ThemeName::Paper, 652),
        ("senior-manager-liability", ComparisonKind::Panels, ThemeName::Paper, 652),
    ] {
        let exhibit = on_topic(&shelf, topic, kind);
        let mut studio = Studio::new(Settings { theme, width, text_size: 100, scale: 1 });
        let picture = studio.picture(&exhibit).unwrap();
        let found = apart(&picture, &drawn_by_resvg(&studio.svg(&exhibit)));
        // A ring that is drawn a pixel too small is seen.
        CLOSE.hold(&format!("{topic} {kind:?} {theme:?} {width}"), found);
    }
}

#[test]
fn what_is_tried_and_every_source_go_along_in_every_format() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    let exhibit = on_topic(&shelf, "encryption-support", ComparisonKind::Dots);
    let mut studio = Studio::new(Settings::default());
    for format in [Format::Svg, Format::Csv, Format::Markdown, Format::Html] {
        let text = String::from_utf8(studio.make(&exhibit, format).unwrap()).unwrap();
        assert!(text.contains("if n were 1,000"), "{format:?}: {text}");
        assert!(text.contains("https://"), "{format:?} names its source's address");
    }
    let table = exhibit.table();
    let said = table.notes.iter().any(|note| note.words.contains("A condition is set"));
    assert!(said, "{:#?}", table.notes);
}

#[test]
fn no_panel_cuts_off_which_answer_it_shows() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    let exhibit = on_topic(&shelf, "message-scanning", ComparisonKind::Panels);
    for width in [360, 652, 1200] {
        let svg = Studio::new(Settings { width, ..Settings::default() }).svg(&exhibit);
        assert!(!svg.contains('…'), "{width}: {svg}");
    }
}

#[test]
fn marks_say_their_sentences_in_vectors() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    let exhibit = on_topic(&shelf, "message-scanning", ComparisonKind::Dots);
    let svg = Studio::new(Settings::default()).svg(&exhibit);
    assert!(svg.contains("Against: 72%; interval 71.1 to 72.9%"), "{svg}");
}

#[test]
fn what_is_cut_off_on_screen_is_cut_off_in_vectors() {
    let mut stage = Stage::new(|ctx| {
        ctx.set_fonts(fonts::definitions());
        apply(ctx, ThemeName::Paper.theme(), Manner::default());
    });
    let (page, ink) = (ThemeName::Paper.theme().page, ThemeName::Paper.theme().ink);
    let laid = stage.lay(200.0, 10.0, 1.0, |ui| {
        let (room, _) = ui.allocate_exact_size(vec2(180.0, 120.0), Sense::hover());
        let cut = Rect::from_min_max(room.min, pos2(room.center().x, room.max.y));
        ui.painter().with_clip_rect(cut).circle_filled(room.center(), 50.0, ink);
    });
    let about = About { id: "cut", title: "Cut", description: "Half a disc", language: "en-GB" };
    let svg = laid.svg(&about, page);
    assert!(
        svg.contains("<clipPath id=\"cut-clip-0\">") && svg.contains("clip-path=\"url(#cut-clip-0)\""),
        "{svg}"
    );
    let (picture, vectors) = (stage.pixels(&laid, page), drawn_by_resvg(&svg));
    let found = apart(&picture, &vectors);
    CLOSE.hold("half a disc", found);
    let is_page = |x, y| vectors.get_pixel(x, y).0 == page.to_array();
    assert!(is_page(130, 70) && !is_page(75, 70), "the right half is cut off, the left is not");
}

#[test]
fn each_mark_over_time_is_a_part_of_the_drawing_with_its_sentence() {
    let poll = |id: &str, month: &str| Poll {
        id: id.to_owned(),
        title: format!("Poll of {month}"),
        sample_size: Some(SampleSize::Stated(1000)),
        fieldwork: Some(Fieldwork::Dates(month.to_owned(), month.to_owned())),
        ..Poll::default()
    };
    let polls = [poll("a", "2021-01"), poll("b", "2021-06"), poll("c", "2022-03")];
    let answer = |share| Answer {
        id: "yes".to_owned(),
        label: "Yes".to_owned(),
        value: Reported::Percent(share),
        ..Answer::default()
    };
    let questions = [20.0, 50.0, 80.0].map(|share| Question {
        base: Base::All,
        answers: vec![answer(share)],
        ..Question::default()
    });
    let figures: Vec<Sourced<'_>> = polls
        .iter()
        .zip(&questions)
        .map(|(poll, question)| {
            (Item { briefing: "b", edition: None, poll, question, answer: &question.answers[0] }, None)
        })
        .collect();
    let (settings, order) = (Arithmetic::default(), (Order::Chosen, None));
    let kind = Some(ComparisonKind::Tracker);
    let exhibit = ComparisonExhibit::new("Over time", "en-GB", &figures, settings, order, kind);
    let svg = Studio::new(Settings::default()).svg(&exhibit);
    let names: Vec<&str> = svg.lines().filter_map(|line| line.strip_prefix("<g><title>")).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    for share in ["20%", "50%", "80%"] {
        assert!(names.iter().any(|name| name.contains(&format!("Yes: {share}"))), "{names:?}");
    }
}

#[test]
fn a_table_speaks_of_no_marks_and_says_what_is_a_trial() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    let exhibit = on_topic(&shelf, "message-scanning", ComparisonKind::Dots);
    for format in [Format::Markdown, Format::Html] {
        let text =
            String::from_utf8(Studio::new(Settings::default()).make(&exhibit, format).unwrap()).unwrap();
        for mark in ["bands", "hatching", "diamond"] {
            assert!(!text.contains(mark), "{format:?}: {mark}");
        }
        assert!(text.contains("what has “if n were 1,000” as its sample is a trial"), "{text}");
    }
}

#[test]
fn signs_that_no_bundled_face_has_are_drawn_with_a_face_of_the_system() {
    let poll = Poll { id: "a".to_owned(), title: "שלום".to_owned(), ..Poll::default() };
    let answer = Answer {
        id: "yes".to_owned(),
        label: "לא".to_owned(),
        value: Reported::Percent(40.0),
        ..Answer::default()
    };
    let question = Question { base: Base::All, answers: vec![answer], ..Question::default() };
    let item =
        Item { briefing: "b", edition: None, poll: &poll, question: &question, answer: &question.answers[0] };
    let (settings, order) = (Arithmetic::default(), (Order::Chosen, None));
    let exhibit = ComparisonExhibit::new("שלום", "he", &[(item, None)], settings, order, None);
    let bundled = Studio::new(Settings::default()).picture(&exhibit).unwrap();
    let system = Studio::with_system_faces(Settings::default()).picture(&exhibit).unwrap();
    // Where the system has no such face, both are boxes.
    let listed = std::process::Command::new("fc-list").arg(":lang=he").output();
    if listed.is_ok_and(|listed| !listed.stdout.is_empty()) {
        assert!(bundled != system, "boxes stand for the letters");
    }
}
