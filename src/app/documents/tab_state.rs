//! A tab as the session keeps it: where the briefing is, its title, and where the reader was.

use crate::app::location::Location;
use crate::library::fields::Fields;
use crate::ui::hold::Hold;
use crate::view::Reading;
use crate::view::actions::View;

/// Where an open briefing is and what it is called, read or not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BriefingLabel {
    /// Where it is.
    pub(crate) location: Location,
    /// A few words for the tab.
    pub(crate) title: String,
    /// All of its title.
    pub(crate) whole_title: String,
}

impl BriefingLabel {
    /// The label of a briefing that was read.
    pub(crate) fn of(reading: &Reading) -> BriefingLabel {
        let title = reading.bundle.short_title().to_owned();
        let whole_title = Some(&reading.bundle.manifest.title).filter(|title| !title.is_empty());
        BriefingLabel {
            location: Location::of(&reading.bundle),
            whole_title: whole_title.unwrap_or(&title).clone(),
            title,
        }
    }

    /// Reads a label from the session; `None` if it does not say where the briefing is.
    pub(crate) fn take(fields: &mut Fields) -> Option<BriefingLabel> {
        let mut location = Location::BuiltIn(String::new());
        fields.take("briefing", &mut location).ok()?;
        let mut label = BriefingLabel { title: location.name(), whole_title: location.name(), location };
        // A title that cannot be read counts as absent; the location takes its place.
        let _ = fields.take("title", &mut label.title);
        let _ = fields.take("whole_title", &mut label.whole_title);
        (label.location != Location::BuiltIn(String::new())).then_some(label)
    }

    /// Writes the label to the session.
    pub(crate) fn put(&self, fields: &mut Fields) {
        fields.put("briefing", &self.location, &Location::BuiltIn(String::new()));
        fields.put("title", &self.title, &String::new());
        fields.put("whole_title", &self.whole_title, &String::new());
    }
}

/// Views without a virtual list, whose scroll offset is kept in points.
const SCROLLED: [(View, &str); 2] = [(View::Calls, "calls"), (View::Problems, "problems")];

/// Writes where the reader is in a briefing to the session.
pub(crate) fn put(fields: &mut Fields, reading: &mut Reading) {
    fields.put("view", &reading.view, &View::Read);
    fields.put("at", &reading.page.hold(), &Hold::default());
    fields.put("polls_at", &reading.polls.hold(), &Hold::default());
    fields.put("claims_at", &reading.claims.hold(), &Hold::default());
    fields.put("words", &reading.page.words_at_top(), &String::new());
    let current = reading.page.current().and_then(|entry| reading.page.outline().get(entry));
    let section = current.map(|entry| entry.text.clone()).unwrap_or_default();
    fields.put("section", &section, &String::new());
    for (view, name) in SCROLLED {
        fields.put(name, &reading.scroll_page(view).map_or(0.0, |page| page.offset), &0.0);
    }
    if let Some(folded) = reading.outline.folded(reading.page.outline()) {
        fields.put("folded", &folded, &Vec::new());
    }
}

/// The heading that the reader was under; empty before the first.
pub(crate) fn section(state: &Fields) -> String {
    let mut section = String::new();
    let _ = state.clone().take("section", &mut section);
    section
}

/// Goes to where the reader was; to the beginning where that cannot be read or makes no sense.
pub(crate) fn restore(fields: &mut Fields, reading: &mut Reading) {
    let (mut hold, mut words, mut view) = (Hold::default(), String::new(), View::Read);
    let _ = fields.take("at", &mut hold);
    let (mut polls, mut claims) = (Hold::default(), Hold::default());
    let _ = fields.take("polls_at", &mut polls);
    let _ = fields.take("claims_at", &mut claims);
    let _ = fields.take("words", &mut words);
    let _ = fields.take("view", &mut view);
    if hold.is_sound() {
        reading.page.go_back_to_words(hold, &words);
    }
    if polls.is_sound() {
        reading.polls.go_back_to(polls);
    }
    if claims.is_sound() {
        reading.claims.go_back_to(claims);
    }
    if fields.has("view") && !view.stands_alone() {
        reading.view = view;
    }
    for (view, name) in SCROLLED {
        let mut offset: f32 = 0.0;
        let _ = fields.take(name, &mut offset);
        if let Some(page) = reading.scroll_page(view).filter(|_| offset.is_finite()) {
            page.offset = offset.max(0.0);
        }
    }
    let mut folded: Option<Vec<String>> = None;
    if fields.has("folded") {
        let mut names = Vec::new();
        folded = fields.take("folded", &mut names).is_ok().then_some(names);
    }
    if let Some(folded) = folded {
        reading.outline.fold_named(reading.page.outline(), &folded);
    }
    reading.come_back();
}
