//! Briefings that are broken: what can be read is shown, and what is wrong is told.

use std::fs;
use std::path::Path;

use briefing_reader::app::{App, Session};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::story::{
    Story, USUAL, chosen, click, everything, fixture, headings, names, window, window_on_anything,
};

/// The small briefing with a parenthesis gone and a claim that says another number than its poll.
fn broken(folder: &Path) -> Story {
    let good = fixture("good/small");
    fs::create_dir_all(folder.join("polls")).expect("a folder for a while");
    fs::create_dir_all(folder.join("media")).expect("a folder for a while");
    for file in ["polls/north.csv", "media/map.svg"] {
        fs::copy(good.join(file), folder.join(file)).expect("it can be copied");
    }
    let write = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(good.join(file)).expect("it is text");
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(folder.join(file), text.replacen(from, to, 1)).expect("it can be written");
    };
    write("article.md", "[just 4%]", "[just 14%]");
    write("briefing.ron", r#"printed: "just 4%"),"#, r#"printed: "just 4%","#);
    window(&[folder.to_owned()], USUAL)
}

#[test]
fn opens_a_broken_bundle_and_reads_what_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let story = broken(folder.path());
    assert_eq!(headings(&story)[0], (1, "A small briefing".to_owned()));
    assert!(chosen(&story, Role::RadioButton, "Read"));
    story.get_by_role_and_label(Role::Figure, "Which matters more?");
    assert!(everything(&story).contains("Privacy: 4%"), "{}", everything(&story));
}

#[test]
fn looks_up_what_is_wrong_with_a_broken_bundle() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let mut story = broken(folder.path());
    click(&mut story, Role::Button, "2 problems");
    assert_eq!(headings(&story)[0], (1, "Problems".to_owned()));
    let said = everything(&story);
    for part in [
        // The code, the file, the line.
        "claim-differs",
        "article.md, line 3",
        "briefing.ron, line 4",
        // What is wrong, and the line as it stands.
        "14%",
        r#"Answer(id: "privacy", label: "Privacy", value: Percent(4), printed: "just 4%","#,
        // What would mend it.
        "Put ‘)’ before ‘]’ on line 46.",
        "What could be read is shown.",
    ] {
        assert!(said.contains(part), "“{part}” is not said:\n{said}");
    }
}

#[test]
fn opens_every_broken_bundle_and_never_faces_an_empty_window() {
    for entry in fs::read_dir(fixture("broken")).expect("it is there") {
        let path = entry.expect("it can be read").path();
        let mut story = window_on_anything(std::slice::from_ref(&path));
        let said = everything(&story);
        assert!(said.lines().count() > 12, "{}: little is said:\n{said}", path.display());
        let faults = names(&story, Role::Button).into_iter().find(|name| name.contains("problem"));
        if let Some(faults) = faults {
            click(&mut story, Role::Button, &faults);
            let count: usize = faults.split(' ').next().expect("a number").parse().expect("a number");
            let told = names(&story, Role::Heading).len() - 1;
            assert!(told >= count, "{}: {count} problems, {told} told", path.display());
        }
    }
}

#[test]
fn a_picture_of_a_long_article_waits_for_all_that_is_wrong_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let manifest = "Briefing(format: 1, id: \"long\", edition: 1, title: \"Long\")";
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it is written");
    let article = "Of all, [62%](figure:nowhere) said more than half of it.\n\n".repeat(20_000);
    fs::write(folder.path().join("article.md"), article).expect("it is written");
    let mut app = App::new(&[folder.path().to_owned()], Session::default());
    let ctx = egui::Context::default();
    App::prepare(&ctx);
    ctx.run_ui(egui::RawInput::default(), |ui| app.ui(ui)).textures_delta.clear();
    let reading = app.window_mut().reading.as_ref().expect("it is open in the first frame");
    let known = reading.bundle.problems_known().expect("all of it was checked");
    assert!(known.iter().any(|problem| problem.code == "reference-dangling"));
}

#[test]
fn finds_no_gap_where_a_briefing_has_no_title() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let manifest = "Briefing(format: 1, id: \"bare\", edition: 1, title: \"\", summary: \"\", language: \"en-GB\", \
                    published: NotStated, publisher: \"Somebody\", article: \"article.md\")";
    fs::write(folder.path().join("briefing.ron"), manifest).expect("it can be written");
    fs::write(folder.path().join("article.md"), "").expect("it can be written");
    let mut story = window(&[folder.path().to_owned()], USUAL);
    assert_eq!(headings(&story), [], "a heading without words");
    let origin =
        story.query_all_by_role(Role::Label).find(|node| super::story::name(node).starts_with("Somebody"));
    assert!(origin.expect("who published it").rect().top() < 110.0, "it stands where the title would");
    let reading = story.state_mut().window_mut().reading.as_mut().expect("it is open");
    reading.page.select_all();
    assert_eq!(reading.page.selected_text(), "Somebody · 1 min · edition 1");
}
