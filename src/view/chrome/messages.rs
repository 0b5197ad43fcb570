//! Words to the person over the page, one after the other: each stays until it is closed, or, where it
//! only says that something is done, for a while.

use egui::{Rect, Role, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::ui::widgets::{self, quiet_button};
use crate::ui::{Theme, announce, type_scale};

/// Seconds that word of something done stays. It can be heard and read twice in them.
const WHILE: f64 = 12.0;

/// What a message is about, where it may come to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Nothing that ends by itself.
    Anything,
    /// A briefing that could not be opened: until another is.
    Opening,
    /// Notes whose evidence changed: until they are shown.
    Evidence,
    /// A note that is not saved: until it is.
    Unsaved,
    /// That the window waits before it closes.
    Closing,
}

/// The messages that wait to be read.
#[derive(Default)]
pub struct Messages {
    waiting: Vec<Message>,
    /// The next message's number.
    next: u64,
    /// The one that is shown.
    shown: Option<u64>,
    /// What came behind the one that is shown, to be announced.
    behind: Option<String>,
}

struct Message {
    number: u64,
    words: String,
    about: About,
    /// Whether it goes by itself.
    passes: bool,
    /// When it was there first, in seconds; `None` before a frame has seen it.
    since: Option<f64>,
    is_announced: bool,
}

impl Messages {
    /// Says what the person must know: it stays until they close it.
    pub fn say(&mut self, words: impl Into<String>) {
        self.add(words.into(), About::Anything, false);
    }

    /// The same of something that may come to nothing.
    pub fn say_of(&mut self, about: About, words: impl Into<String>) {
        self.add(words.into(), about, false);
    }

    /// Says that something is done, or how it would be: it goes by itself.
    pub fn done(&mut self, words: impl Into<String>) {
        self.add(words.into(), About::Anything, true);
    }

    /// Says what was done, or why it was not.
    pub fn done_or_not(&mut self, ended: Result<String, String>) {
        match ended {
            Ok(words) => self.done(words),
            Err(why) => self.say(why),
        }
    }

    /// Takes away what is said of something that has come to nothing.
    pub fn retract(&mut self, about: About) {
        self.waiting.retain(|message| message.about != about);
    }

    /// Takes away what would go by itself.
    pub fn close_passing(&mut self) {
        self.waiting.retain(|message| !message.passes);
    }

    /// Takes away the one that is shown.
    pub fn close(&mut self) {
        if let Some(place) = self.place_shown() {
            self.waiting.remove(place);
        }
    }

    /// The words that are shown.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        self.place_shown().map(|place| self.waiting[place].words.as_str())
    }

    /// How many wait behind the one that is shown.
    #[must_use]
    pub fn more(&self) -> usize {
        self.waiting.len().saturating_sub(1)
    }

    /// What came behind the one that is shown since this was last asked, for who listens.
    pub fn came_behind(&mut self) -> Option<String> {
        self.behind.take()
    }

    fn add(&mut self, words: String, about: About, passes: bool) {
        // Said once more, it is one message.
        self.waiting.retain(|known| known.words != words);
        let number = self.next;
        self.next += 1;
        self.waiting.push(Message { number, words, about, passes, since: None, is_announced: false });
    }

    /// The latest of what goes by itself, since it answers to what was just done; else the oldest.
    fn place_shown(&self) -> Option<usize> {
        let passing = self.waiting.iter().rposition(|message| message.passes);
        passing.or(if self.waiting.is_empty() { None } else { Some(0) })
    }

    /// Takes away whose time is over. Returns the seconds until that is so of the next.
    fn step(&mut self, now: f64) -> Option<f64> {
        self.waiting.retain_mut(|message| {
            let since = *message.since.get_or_insert(now);
            !message.passes || now - since < WHILE
        });
        let place = self.place_shown();
        let number = place.map(|place| self.waiting[place].number);
        let before = std::mem::replace(&mut self.shown, number);
        for message in &mut self.waiting {
            if Some(message.number) != number && !std::mem::replace(&mut message.is_announced, true)
                // The one that stood there has been said.
                && Some(message.number) != before
            {
                let behind = self.behind.take().map(|before| format!("{before} "));
                self.behind = Some(format!("{}{}", behind.unwrap_or_default(), message.words));
            }
        }
        let ends = self.waiting.iter().filter(|message| message.passes).filter_map(|message| message.since);
        ends.map(|since| since + WHILE - now).min_by(f64::total_cmp)
    }

    fn is_announced(&self) -> bool {
        self.place_shown().is_some_and(|place| self.waiting[place].is_announced)
    }
}

/// Draws the message that is to be read, over the width of `rest`; returns its height.
pub fn show(ui: &mut Ui, theme: &Theme, messages: &mut Messages, rest: Rect) -> f32 {
    let next = messages.step(ui.input(|input| input.time));
    if let Some(seconds) = next {
        ui.ctx().request_repaint_after_secs(seconds as f32);
    }
    let Some(message) = messages.shown().map(str::to_owned) else { return 0.0 };
    let more = match messages.more() {
        0 => String::new(),
        1 => "1 more message".to_owned(),
        more => format!("{more} more messages"),
    };
    let more = (!more.is_empty()).then(|| widgets::galley(ui, &more, type_scale::LABEL, theme.quiet, 200.0));
    let beside = 120.0 + more.as_ref().map_or(0.0, |more| more.size().x + 20.0);
    let words = widgets::galley(ui, &message, type_scale::LABEL, theme.ink, rest.width() - beside);
    let height = words.size().y + 16.0;
    let rect = Rect::from_min_size(rest.min, vec2(rest.width(), height));
    ui.painter().rect_filled(rect, 0.0, theme.chosen);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let response = ui.interact(rect, ui.scope_id().with("message"), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(message);
    });
    // What was said when it came is not said again.
    if !messages.is_announced() {
        announce::politely(ui.ctx(), response.id);
    }
    ui.painter().galley(rect.min + vec2(20.0, 8.0), words, theme.ink);
    if let Some(more) = more {
        let at = pos2(rect.right() - 100.0 - more.size().x, rect.top() + 8.0);
        let place = Rect::from_min_size(at, more.size());
        let count = ui.interact(place, ui.scope_id().with("more messages"), Sense::hover());
        ui.ctx().accesskit_node_builder(count.id, |node| {
            node.set_role(Role::Label);
            node.set_value(more.text());
        });
        ui.painter().galley(at, more, theme.quiet);
    }
    let close = Rect::from_min_max(pos2(rect.right() - 90.0, rect.top() + 4.0), rect.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(close).id_salt("close message"));
    if quiet_button(&mut child, theme, "Close", type_scale::LABEL, vec2(8.0, 4.0)).clicked() {
        messages.close();
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(messages: &mut Messages, now: f64) -> (Option<&str>, usize) {
        messages.step(now);
        (messages.shown(), messages.more())
    }

    #[test]
    fn nothing_that_is_said_hides_what_was_not_read() {
        let mut messages = Messages::default();
        messages.say("first");
        messages.say("second");
        messages.say("second");
        assert_eq!(shown(&mut messages, 0.0), (Some("first"), 1), "said twice, it is one");
        messages.done("copied");
        assert_eq!(shown(&mut messages, 1.0), (Some("copied"), 2));
        assert_eq!(shown(&mut messages, 1.0 + WHILE), (Some("first"), 1), "its time is over");
        assert_eq!(shown(&mut messages, 1_000.0), (Some("first"), 1), "what must be known waits");
        messages.close();
        assert_eq!(shown(&mut messages, 1_000.0), (Some("second"), 0));
        messages.close();
        messages.close();
        assert_eq!(shown(&mut messages, 1_000.0), (None, 0));
    }

    #[test]
    fn what_has_come_to_nothing_is_taken_away_and_the_rest_stays() {
        let mut messages = Messages::default();
        messages.say_of(About::Opening, "a cannot be opened");
        messages.say_of(About::Unsaved, "a note is not saved");
        messages.done("copied");
        messages.retract(About::Opening);
        messages.close_passing();
        assert_eq!(shown(&mut messages, 0.0), (Some("a note is not saved"), 0));
    }

    #[test]
    fn each_is_announced_once() {
        let mut messages = Messages::default();
        messages.say("first");
        messages.step(0.0);
        assert!(!messages.is_announced(), "it is said where it stands");
        messages.say("second");
        messages.say("third");
        messages.step(1.0);
        assert_eq!(messages.came_behind().as_deref(), Some("second third"));
        messages.done("copied");
        messages.step(2.0);
        assert_eq!((messages.came_behind(), messages.is_announced()), (None, false));
        messages.step(2.0 + WHILE);
        assert_eq!((messages.shown(), messages.is_announced()), (Some("first"), true));
        messages.close();
        messages.step(30.0);
        assert_eq!((messages.shown(), messages.is_announced()), (Some("second"), true));
        assert_eq!(messages.came_behind(), None);
    }
}
