//! A window to tell stories in: what a person does, by the roles and names that a screen reader
//! gets, and what they find then.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use briefing_reader::app::{App, Session};
use briefing_reader::view::actions::Command;
use egui::accesskit::{Role, Toggled};
use egui::{
    DroppedFile, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect,
    TouchPhase, UiBuilder, Vec2, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, HarnessBuilder, Node};

/// A window with the program in it.
pub type Story = Harness<'static, App>;

/// The usual window, in points.
pub const USUAL: Vec2 = vec2(1280.0, 800.0);

/// What the window can show, by the commands that lead there.
pub const VIEWS: [Command; 10] = [
    Command::Read,
    Command::Polls,
    Command::Calls,
    Command::Claims,
    Command::Compare,
    Command::Notes,
    Command::Problems,
    Command::Help,
    Command::Settings,
    Command::ShowShelf,
];

/// The first briefing of the shelf.
pub const FIRST: &str = "Encryption and children’s safety: what UK adults told YouGov";

/// A window with the shelf.
pub fn shelf() -> Story {
    window(&[], USUAL)
}

/// A window opened on paths.
pub fn window(paths: &[PathBuf], size: Vec2) -> Story {
    open(paths, size, Harness::builder())
}

/// A window opened on files that may hold signs that no face has.
pub fn window_on_anything(paths: &[PathBuf]) -> Story {
    open(paths, USUAL, Harness::builder().allow_missing_glyphs())
}

/// A window with the program as it is.
pub fn window_with(app: App, size: Vec2) -> Story {
    show(app, size, Harness::builder())
}

fn open(paths: &[PathBuf], size: Vec2, builder: HarnessBuilder<App>) -> Story {
    show(App::new(paths, Session::default()), size, builder)
}

fn show(app: App, size: Vec2, builder: HarnessBuilder<App>) -> Story {
    let mut story =
        builder.with_size(size).with_max_steps(200).with_context_setup(App::prepare).build_ui_state(
            |ui, app: &mut App| {
                // The program has the whole window, without the harness's own margin.
                let whole = ui.ctx().content_rect();
                let mut ui = ui.new_child(UiBuilder::new().max_rect(whole).id_salt("window"));
                ui.set_clip_rect(whole);
                app.ui(&mut ui);
            },
            app,
        );
    story.run();
    story
}

/// A window with the first briefing, opened from the shelf.
pub fn first_briefing(size: Vec2) -> Story {
    let mut story = window(&[], size);
    click(&mut story, Role::Button, FIRST);
    story
}

/// The path of a file or folder under `tests/`.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// Clicks what has this role and name.
pub fn click(story: &mut Story, role: Role, name: &str) {
    story.get_by_role_and_label(role, name).click();
    story.run();
}

/// Presses a key.
pub fn press(story: &mut Story, key: Key) {
    press_with(story, Modifiers::NONE, key);
}

/// Presses a key with others held.
pub fn press_with(story: &mut Story, modifiers: Modifiers, key: Key) {
    story.key_press_modifiers(modifiers, key);
    story.run();
}

/// Presses the keys of a command.
pub fn command(story: &mut Story, command: Command) {
    let keys = command.shortcut();
    press_with(story, keys.modifiers, keys.logical_key);
}

/// What a screen reader says of a node: its label, or a label's text.
pub fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    if node.role() == Role::Label { node.value() } else { node.label() }.unwrap_or_default()
}

/// The names of all nodes of a role, in reading order.
pub fn names(story: &Story, role: Role) -> Vec<String> {
    story.query_all_by_role(role).map(|node| name(&node)).collect()
}

/// The names of all nodes of a role that are in view, in reading order.
pub fn names_in_view(story: &Story, role: Role) -> Vec<String> {
    let nodes = story.query_all_by_role(role).filter(|node| in_view(story, node));
    nodes.map(|node| name(&node)).collect()
}

/// Every word on screen, a line for each node.
pub fn everything(story: &Story) -> String {
    let nodes = story.query_all_by(|_| true).filter(|node| place(node).is_none() || in_view(story, node));
    nodes.map(|node| name(&node)).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The names of headings in view, with their levels.
pub fn headings(story: &Story) -> Vec<(usize, String)> {
    let headings = story.query_all_by_role(Role::Heading).filter(|node| in_view(story, node));
    headings.map(|node| (node.accesskit_node().level().unwrap_or_default(), name(&node))).collect()
}

/// Turns the wheel over the middle of the window, down where positive.
pub fn turn_wheel(story: &mut Story, points: f32) {
    story.hover_at(story.ctx.content_rect().center());
    story.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    story.run();
}

/// What a screen reader says of a node beyond its name.
pub fn description(node: &Node<'_>) -> String {
    node.accesskit_node().description().unwrap_or_default()
}

/// Whether some of a node shows in the window.
pub fn in_view(story: &Story, node: &Node<'_>) -> bool {
    place(node).is_some_and(|rect| story.ctx.content_rect().intersects(rect))
}

/// Where a node stands; `None` for groups, which stand where what is in them stands.
pub fn place(node: &Node<'_>) -> Option<Rect> {
    node.accesskit_node().bounding_box().is_some().then(|| node.rect())
}

/// The outline's entry for where the reader is.
pub fn current(story: &Story) -> Option<String> {
    story.query_all_by(|node| node.data().aria_current().is_some()).map(|node| name(&node)).next()
}

/// Whether a segment or button is the chosen one.
pub fn chosen(story: &Story, role: Role, name: &str) -> bool {
    story.get_by_role_and_label(role, name).accesskit_node().toggled() == Some(Toggled::True)
}

/// Drops a file or folder on the window.
pub fn drop_on(story: &mut Story, path: PathBuf) {
    story.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    story.run();
}

/// A file or folder dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|why| why.to_string())
    }
}

/// Presses the pointer's button at a place, or lets it go.
pub fn button(story: &mut Story, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    story.event(Event::PointerMoved(pos));
    story.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
    story.step();
}

/// Drags from one place to another.
pub fn drag(story: &mut Story, from: Pos2, to: Pos2) {
    story.hover_at(from);
    story.step();
    button(story, from, true, Modifiers::NONE);
    story.event(Event::PointerMoved(to));
    story.step();
    button(story, to, false, Modifiers::NONE);
    story.run();
}
