//! The Help view: every command with its key, and what else keys and mouse do.

mod habits;

use egui::text::LayoutJob;
use egui::{Frame, Rangef, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::text;
use crate::ui::lines;
use crate::ui::widgets::{self, galley, hairline};
use crate::ui::{Theme, type_scale};
use crate::view::actions::Command;
use crate::view::commands::Group;
use crate::view::parts::scroll_page::{ScrollPage, heading};
use habits::{HABITS, Habit};

/// Where the Help view stands.
#[derive(Default)]
pub struct Help {
    /// Where it is scrolled to.
    pub page: ScrollPage,
    query: String,
}

/// Draws the help page in a column; `briefing` is the open one’s short title.
pub fn show(ui: &mut Ui, theme: &Theme, help: &mut Help, briefing: Option<&str>, column: Rangef) {
    let Help { page, query } = help;
    let about = match briefing {
        Some(title) => format!("“{title}” stays open; Read leads back to it."),
        None => "Every key, and what the mouse does.".to_owned(),
    };
    page.show(ui, theme, column, ("help", "Help", &about), |ui, _| {
        field(ui, theme, query);
        let mut sections = sections(ui);
        for (_, entries) in &mut sections {
            entries.retain(|entry| entry.has_words(query));
        }
        sections.retain(|(_, entries)| !entries.is_empty());
        for (name, entries) in &sections {
            ui.add_space(26.0);
            heading(ui, theme, name, type_scale::H3, 2);
            ui.add_space(8.0);
            for entry in entries {
                hairline(ui, theme);
                show_entry(ui, theme, entry);
            }
        }
        if sections.is_empty() {
            ui.add_space(16.0);
            widgets::text(ui, "Nothing of that name.", type_scale::LABEL, theme.quiet);
        }
    });
}

/// A line of the page.
struct Entry {
    name: String,
    help: String,
    keys: String,
}

impl Entry {
    fn has_words(&self, query: &str) -> bool {
        text::has_words(&format!("{} {} {}", self.name, self.help, self.keys), query)
    }
}

/// The table of commands by group, then the habits that are no commands.
fn sections(ui: &Ui) -> Vec<(&'static str, Vec<Entry>)> {
    let of_group = |group: Group| {
        let commands = Command::ALL.into_iter().filter(move |command| command.group() == group);
        commands.map(|command| Entry {
            name: command.name().trim_end_matches('…').to_owned(),
            help: command.help().to_owned(),
            keys: ui.ctx().format_shortcut(&command.shortcut()),
        })
    };
    let commands = Group::ALL.into_iter().map(|group| (group.name(), of_group(group).collect()));
    let habit = |habit: &Habit| Entry {
        name: habit.keys.to_owned(),
        help: habit.does.to_owned(),
        keys: String::new(),
    };
    let habits = HABITS.iter().map(|(name, habits)| (*name, habits.iter().map(habit).collect()));
    commands.chain(habits).collect()
}

fn field(ui: &mut Ui, theme: &Theme, query: &mut String) {
    let edit = TextEdit::singleline(query)
        .hint_text("Filter: a word or a key")
        .desired_width(ui.available_width())
        .margin(vec2(0.0, 6.0))
        .frame(Frame::NONE);
    let response = ui.add(edit);
    widgets::is_filter(&response, "Filter the help", query);
    let line = widgets::field_line(theme, response.has_focus());
    ui.painter().hline(response.rect.x_range(), response.rect.bottom(), line);
}

/// The name's width, in points.
const NAME: f32 = 170.0;

/// Name, what it does, key; read aloud as one.
fn show_entry(ui: &mut Ui, theme: &Theme, entry: &Entry) {
    let width = ui.available_width();
    let name_width = NAME.min(width * 0.34);
    let keys = galley(ui, &entry.keys, type_scale::LABEL, theme.quiet, f32::INFINITY);
    let name = galley(ui, &entry.name, type_scale::LABEL_STRONG, theme.ink, name_width - 14.0);
    let mut job = LayoutJob::single_section(entry.help.clone(), type_scale::LABEL.format(theme.ink));
    job.wrap.max_width = width - name_width - if entry.keys.is_empty() { 0.0 } else { keys.size().x + 20.0 };
    let help = lines::laid(ui, job);
    let height = help.size().y.max(name.size().y) + 15.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let spoken = format!("{}: {} {}", entry.name, entry.help, entry.keys);
    let spoken = spoken.trim_end();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    let top = rect.min + vec2(0.0, 7.0);
    ui.painter().galley(top, name, theme.ink);
    ui.painter().galley(top + vec2(name_width, 0.0), help, theme.ink);
    ui.painter().galley(top + vec2(width - keys.size().x, 0.0), keys, theme.quiet);
}
