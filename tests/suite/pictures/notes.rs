//! Notes: in the margin, in their view, on their way out, and what a new edition did to them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use briefing_reader::app::{App, Session};
use briefing_reader::bundle::{Bundle, Limits};
use briefing_reader::library;
use briefing_reader::notes::{EditionText, Note, Stance, Store, Target};
use briefing_reader::ui::ThemeName;
use briefing_reader::view::Editing;
use briefing_reader::view::actions::View;
use egui::vec2;
use image::imageops;

use super::painted;
use super::same_picture::assert_same;
use crate::support::notes::{moment, note, passage};

const FIRST: &str = "nspcc-e2ee-2021";

fn keep(data: &Path, notes: &[Note], bundle: &Bundle) {
    let text = EditionText::of(&bundle.article);
    let mut store = Store::open(data, moment(0)).expect("it opens").store;
    store.save_all(notes, Some((&text.hash(), &text))).expect("they are saved");
}

/// Notes on the first briefing.
fn noted(data: &Path) {
    let bundle = first();
    let figure = Target::figure(&bundle, "yougov-2021/support/support").expect("it is there");
    let call = Target::call(&bundle, "all-users").expect("it is there");
    let notes = [
        note(
            0,
            &bundle,
            passage(&bundle, "a message can be read on the sender’s device"),
            "Ask an engineer.",
        ),
        Note {
            tags: vec!["privacy".to_owned(), "for the paper".to_owned()],
            ..note(1, &bundle, passage(&bundle, "This protects private conversation."), "Whose?")
        },
        note(2, &bundle, figure, "Cite with the wording."),
        Note { stance: Some(Stance::Doubt), ..note(3, &bundle, call, "Too vague to be done.") },
    ];
    keep(data, &notes, &bundle);
}

fn window(bundle: Bundle, data: &Path, theme: ThemeName) -> App {
    let mut session = Session::load(data);
    session.settings.theme = theme.into();
    let mut app = App::new(&[], session);
    app.tell_time_by(Arc::new(|| moment(60)));
    app.open(bundle);
    app
}

fn first() -> Bundle {
    library::open(FIRST).expect("it is built in")
}

#[test]
fn notes_in_the_margin_on_paper() {
    let data = tempfile::tempdir().expect("a folder");
    noted(data.path());
    let picture = painted(window(first(), data.path(), ThemeName::Paper), vec2(1280.0, 860.0));
    assert_same("notes-margin-paper", &imageops::crop_imm(&picture, 280, 405, 990, 250).to_image());
}

#[test]
fn the_card_that_is_written_in_on_paper() {
    let data = tempfile::tempdir().expect("a folder");
    noted(data.path());
    let mut app = window(first(), data.path(), ThemeName::Paper);
    let call = note(3, &first(), Target::Briefing, "Too vague.");
    app.window_mut().notes.open = Some(Editing { take_focus: false, ..Editing::of(&call, false) });
    let picture = painted(app, vec2(1280.0, 860.0));
    assert_same("notes-card-paper", &imageops::crop_imm(&picture, 980, 70, 290, 300).to_image());
}

#[test]
fn the_notes_view_in_ink() {
    let data = tempfile::tempdir().expect("a folder");
    noted(data.path());
    let mut app = window(first(), data.path(), ThemeName::Ink);
    app.window_mut().view = View::Notes;
    let picture = painted(app, vec2(700.0, 600.0));
    assert_same("notes-view-ink", &imageops::crop_imm(&picture, 20, 50, 660, 550).to_image());
}

#[test]
fn the_export_panel_on_paper() {
    let data = tempfile::tempdir().expect("a folder");
    noted(data.path());
    let mut app = window(first(), data.path(), ThemeName::Paper);
    app.window_mut().view = View::Notes;
    app.window_mut().notes_page.export.open = true;
    let picture = painted(app, vec2(700.0, 860.0));
    assert_same("notes-export-paper", &imageops::crop_imm(&picture, 20, 240, 660, 560).to_image());
}

#[test]
fn what_a_new_edition_did_in_ink() {
    let (folder, data) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let edition = |number: u32, article: &str| {
        let manifest = format!(
            "Briefing(format: 1, id: \"care\", edition: {number}, title: \"Care\", article: \"article.md\")"
        );
        fs::write(folder.path().join("briefing.ron"), manifest).expect("it is written");
        fs::write(folder.path().join("article.md"), article).expect("it is written");
        Bundle::open(folder.path(), &Limits::default()).expect("it opens")
    };
    let old =
        edition(1, "Of the public, 54% said that respite care helps.\n\nNobody asked the carers about it.\n");
    let notes = [
        note(0, &old, passage(&old, "54% said"), "Cite this."),
        note(1, &old, passage(&old, "Nobody asked the carers"), ""),
    ];
    keep(data.path(), &notes, &old);
    let new = edition(2, "Of the public, 57% said that respite care helps.\n");
    let mut app = window(new, data.path(), ThemeName::Ink);
    app.window_mut().view = View::Notes;
    let picture = painted(app, vec2(700.0, 700.0));
    assert_same("notes-digest-ink", &imageops::crop_imm(&picture, 6, 180, 680, 370).to_image());
}
