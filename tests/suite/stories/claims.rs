//! A person opens a briefing, checks its numbers in the Claims view and goes to one in the article.

use briefing_reader::app::{App, Session};
use briefing_reader::library;
use briefing_reader::view::actions::View;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn opened() -> Harness<'static, App> {
    let mut app = App::new(&[], Session::default());
    app.open(library::open("nspcc-e2ee-2021").expect("it is on the shelf"));
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 860.0))
        .with_max_steps(400)
        .with_context_setup(App::prepare)
        .build_ui_state(|ui, app: &mut App| app.ui(ui), app);
    harness.run();
    harness
}

const FIRST: &str = "more than half, agrees: “more than half”\u{a0}· ";

#[test]
fn each_number_is_listed_with_its_figure_and_leads_to_its_place() {
    let mut harness = opened();
    harness.get_by_role_and_label(Role::RadioButton, "Claims").click();
    harness.run();
    assert!(harness.state_mut().window_mut().view == View::Claims);
    harness.get_by_role_and_label(Role::Heading, "Which matters more?");

    harness.get(egui_kittest::kittest::by().role(Role::Link).label_contains(FIRST)).click();
    harness.run();
    assert!(harness.state_mut().window_mut().view == View::Read, "it leads to the article");
    let reading = harness.state_mut().window_mut().reading.as_ref().expect("a briefing is open");
    let figures = reading.page.figures_in_view();
    assert!(
        figures.iter().any(|figure| reading.bundle.value_text(figure) == "more than half"),
        "{figures:?}"
    );
}

#[test]
fn the_keyboard_gets_there_too() {
    let mut harness = opened();
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::Num5);
    harness.run();
    let links = harness.query_all_by_role(Role::Link).filter_map(|node| node.accesskit_node().label());
    assert_eq!(links.filter(|label| label.contains(", agrees: ")).count(), 14);
}
