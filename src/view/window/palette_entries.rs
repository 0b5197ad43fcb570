//! What the palette offers: commands, places of the open briefing, briefings, topics.

use egui::Ui;

use super::state::{Reading, Window};
use crate::library::comparison::{topic_words, topics};
use crate::notes::key_figure;
use crate::view::actions::{Action, Command, CompareAction, NoteAction, NoteTarget};
use crate::view::chrome::palette::Entry;
use crate::view::parts::page_outline::Mark;

/// Everything that can be chosen now: commands, places of the open briefing, briefings.
pub fn all(ui: &Ui, window: &Window) -> Vec<Entry> {
    let commands = Command::ALL.into_iter().filter(|command| *command != Command::Palette);
    let available = commands.filter(|command| window.is_available(*command));
    let mut entries: Vec<Entry> = available
        .map(|command| Entry {
            name: command.name().to_owned(),
            note: ui.ctx().format_shortcut(&command.shortcut()),
            action: Action::Do(command),
        })
        .collect();
    entries.extend(window.reading.iter().flat_map(places));
    entries.extend(open_briefings(window));
    let is_open = |title: &str| window.tabs.iter().any(|tab| tab.whole_title == title);
    let shelf = window.shelf.entries.iter().enumerate().filter(|(_, entry)| !is_open(&entry.title));
    entries.extend(shelf.map(|(index, entry)| Entry {
        name: entry.title.clone(),
        note: "briefing".to_owned(),
        action: Action::OpenFromShelf(index),
    }));
    entries.extend(topics(&window.compare.shelf).into_iter().map(|topic| Entry {
        name: format!("Compare: {}", topic_words(topic.key).to_lowercase()),
        note: match topic.questions {
            1 => "1 question".to_owned(),
            count => format!("{count} questions"),
        },
        action: Action::Compare(CompareAction::ShowTopic(topic.key.to_owned())),
    }));
    entries.extend(window.compare.saved.iter().enumerate().map(|(index, name)| Entry {
        name: name.clone(),
        note: "saved comparison".to_owned(),
        action: Action::Compare(CompareAction::OpenSaved(index)),
    }));
    entries.extend(recent_briefings(window));
    entries.extend(notable(window));
    entries
}

/// The places of a briefing: sections, charts, calls and sources, in its order.
fn places(reading: &Reading) -> Vec<Entry> {
    let entry = |name: String, note: &str, row: usize| Entry {
        name,
        note: note.to_owned(),
        action: Action::GoToRow(row),
    };
    let mut entries = Vec::new();
    for place in reading.page.outline() {
        let text = place.text.clone();
        entries.push(match place.mark {
            Mark::Heading if place.has_chart => entry(text, "section with a chart", place.row),
            Mark::Heading => entry(text, "section", place.row),
            Mark::Chart => entry(text, "chart", place.row),
            Mark::Call => entry(reading.page.call_name(place.row).unwrap_or(text), "call", place.row),
            Mark::Source => entry(text, "source", place.row),
        });
    }
    // Charts that the outline marks on their heading, by their own words.
    let charts = reading.page.charts().filter(|(row, _)| {
        !reading.page.outline().iter().any(|place| place.mark == Mark::Chart && place.row == *row)
    });
    entries.extend(charts.map(|(row, title)| entry(title, "chart", row)));
    entries
}

/// The briefings that were read lately and stand nowhere else.
fn recent_briefings(window: &Window) -> impl Iterator<Item = Entry> {
    let elsewhere = |title: &str| {
        let open = window.tabs.iter().map(|tab| &tab.whole_title);
        let mut all = open.chain(window.shelf.entries.iter().map(|entry| &entry.title));
        all.any(|known| known == title)
    };
    let recent = window.shelf.recent.iter().enumerate();
    recent.filter(move |(_, entry)| !entry.is_gone && !elsewhere(&entry.title)).map(|(index, entry)| Entry {
        name: entry.title.clone(),
        note: "read lately".to_owned(),
        action: Action::OpenRecent(index),
    })
}

/// What notes can be made on: every key figure, chart, answer and call of the briefing.
fn notable(window: &Window) -> Vec<Entry> {
    let Some(reading) = &window.reading else { return Vec::new() };
    let bundle = &reading.bundle;
    let entry = |name: String, on: NoteTarget| Entry {
        name: format!("Note on {name}"),
        note: "note".to_owned(),
        action: Action::Note(NoteAction::Write(on)),
    };
    let mut entries = Vec::new();
    for highlight in &bundle.manifest.highlights {
        let name = format!("{}: {}", key_figure(bundle, &highlight.figures), highlight.caption);
        entries.push(entry(name, NoteTarget::KeyFigure(highlight.figures.clone())));
    }
    for (number, call) in bundle.manifest.calls.iter().enumerate() {
        entries
            .push(entry(format!("call {}: {}", number + 1, call.title), NoteTarget::Call(call.id.clone())));
    }
    for poll in &bundle.manifest.polls {
        for question in &poll.questions {
            let reference = format!("{}/{}", poll.id, question.id);
            for answer in &question.answers {
                let name = format!("{} ({}): {}", answer.label, answer.printed, question.title);
                entries.push(entry(name, NoteTarget::Figure(format!("{reference}/{}", answer.id))));
            }
            entries.push(entry(format!("the chart: {}", question.title), NoteTarget::Figure(reference)));
        }
    }
    entries
}

/// The briefings that are open, but for the one in the window.
fn open_briefings(window: &Window) -> impl Iterator<Item = Entry> {
    let others = window.tabs.iter().enumerate().filter(|(_, tab)| !tab.current);
    others.map(|(index, tab)| Entry {
        name: tab.whole_title.clone(),
        note: "open".to_owned(),
        action: Action::GoToTab(index),
    })
}
