//! What the palette offers, and in which order.

use std::cmp::Reverse;

use egui::Ui;

use super::page::Mark;
use super::{Reading, Window};
use crate::library::comparison::{topic_words, topics};
use crate::notes::key_figure;
use crate::text::plain;
use crate::ui::matching::{Fit, fit};
use crate::view::actions::{Action, Command, CompareAction, NoteAction, NoteTarget};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its words.
    pub name: String,
    /// What sort of thing it is, or its key.
    pub note: String,
    /// What is done when it is chosen.
    pub action: Action,
}

/// Everything that can be chosen now: commands, places of the open briefing, briefings.
pub fn all(ui: &Ui, window: &Window) -> Vec<Entry> {
    let commands = Command::ALL.into_iter().filter(|command| *command != Command::Palette);
    let available = commands.filter(|command| command.is_available(window));
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

/// The entries that fit what was typed, the best first; of two that fit alike, the one that was
/// chosen later; then in their order. `recent` are names, the latest first.
pub fn matching(entries: Vec<Entry>, typed: &str, recent: &[String]) -> Vec<Entry> {
    let typed = plain(typed);
    let chosen = |name: &str| recent.iter().position(|known| known == name).map(|place| recent.len() - place);
    let fits = entries.into_iter().filter_map(|entry| Some((found_by(&entry, &typed)?, entry)));
    let mut found: Vec<_> = fits.collect();
    found.sort_by_key(|(by, entry)| (*by, Reverse(chosen(&entry.name))));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What an entry is found by, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Name(Fit),
    /// What a command does: who types "pack" means "Save as one file".
    Help,
    /// A note that could be made on something comes after all that is there, but where its own first
    /// words were typed: what has the name itself is looked for more often.
    NoteOn(Fit),
}

fn found_by(entry: &Entry, typed: &str) -> Option<By> {
    match (&entry.action, fit(&plain(&entry.name), typed)) {
        (Action::Note(NoteAction::Write(_)), Some(fit)) if fit != Fit::Beginning => Some(By::NoteOn(fit)),
        (_, Some(fit)) => Some(By::Name(fit)),
        (Action::Do(command), None) => {
            let fit = fit(&plain(command.help()), typed)?;
            (fit <= Fit::WordBeginnings).then_some(By::Help)
        }
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str, recent: &[&str]) -> Vec<String> {
        let entries = ["Read", "Larger text", "The round table", "Next theme", "Café"].map(|name| Entry {
            name: name.to_owned(),
            note: String::new(),
            action: Action::Find,
        });
        let recent: Vec<String> = recent.iter().map(|name| (*name).to_owned()).collect();
        matching(entries.into(), typed, &recent).into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn all_words_typed_have_to_be_there_in_any_order() {
        assert_eq!(names("table round", &[]), ["The round table"]);
        assert_eq!(names("zebra", &[]), Vec::<String>::new());
        assert_eq!(names("cafe", &[]), ["Café"]);
    }

    #[test]
    fn commands_are_found_by_what_they_do_after_all_that_has_the_name() {
        let entry = |name: &str, action| Entry { name: name.to_owned(), note: String::new(), action };
        let entries = vec![
            entry(Command::Pack.name(), Action::Do(Command::Pack)),
            entry(Command::NextTheme.name(), Action::Do(Command::NextTheme)),
            entry("A dark web of packs", Action::Find),
        ];
        let found = |typed: &str| -> Vec<String> {
            matching(entries.clone(), typed, &[]).into_iter().map(|entry| entry.name).collect()
        };
        assert_eq!(found("pack"), ["A dark web of packs", Command::Pack.name()]);
        assert_eq!(found("dark"), ["A dark web of packs", Command::NextTheme.name()]);
        assert_eq!(found("ack"), ["A dark web of packs"], "only the words' beginnings");
    }

    #[test]
    fn what_begins_with_the_words_comes_first_then_what_was_used_lately() {
        assert_eq!(names("the", &[]), ["The round table", "Next theme"]);
        assert_eq!(names("t", &["Next theme"]), ["The round table", "Next theme", "Larger text"]);
        assert_eq!(names("", &["Café", "Next theme"])[..3], ["Café", "Next theme", "Read"]);
    }
}
