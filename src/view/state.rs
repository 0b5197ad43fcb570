//! What is on screen, as data. The app owns it and is the only one to change it; views get what
//! they need of it.

use std::sync::Arc;

use super::actions::{Direction, View};
use super::chosen::Settings;
use super::claims::Claims;
use super::notes::PageNotes;
use super::outline::Outline;
use super::page::Page;
use super::polls::Polls;
use super::scroll_page::ScrollPage;
use super::shelf::Shelf;
use super::tabs::Tab;
use crate::bundle::Bundle;
use crate::diagnostics::Severity;
use crate::ui::{SystemLook, Theme, ThemeName};

/// A briefing that is open.
pub struct Reading {
    /// The briefing.
    pub bundle: Arc<Bundle>,
    /// The article as it is shown.
    pub page: Page,
    /// Where the outline stands.
    pub outline: Outline,
    /// Where the Polls view stands.
    pub polls: Polls,
    /// Where the Calls view stands.
    pub calls: ScrollPage,
    /// Where the Claims view stands.
    pub claims: Claims,
    /// Where the Problems view stands.
    pub problems: ScrollPage,
    /// The person's notes on it, where they stand.
    pub notes: PageNotes,
    /// What the window showed of it last.
    pub view: View,
    /// What the program said where it broke off checking it.
    pub unchecked: Option<String>,
}

impl Reading {
    /// Opens at the top.
    #[must_use]
    pub fn new(bundle: Arc<Bundle>) -> Reading {
        if bundle.article_source.len() <= CHECKED_FIRST {
            let _ = bundle.problems();
        }
        let mut reading = Reading {
            view: first_view(&bundle),
            page: Page::new(Arc::clone(&bundle)),
            polls: Polls::of(&bundle),
            bundle,
            outline: Outline::default(),
            calls: ScrollPage::default(),
            claims: Claims::default(),
            problems: ScrollPage::default(),
            notes: PageNotes::default(),
            unchecked: None,
        };
        reading.come_back();
        reading
    }

    /// Takes the window again where it stood before another had it.
    pub fn come_back(&mut self) {
        for view in [View::Calls, View::Problems] {
            if let Some(page) = self.scroll_page(view) {
                page.come_back();
            }
        }
    }

    /// Where a view of it stands, for those that are laid out whole.
    pub fn scroll_page(&mut self, view: View) -> Option<&mut ScrollPage> {
        match view {
            View::Calls => Some(&mut self.calls),
            View::Problems => Some(&mut self.problems),
            View::Read
            | View::Polls
            | View::Claims
            | View::Shelf
            | View::Compare
            | View::Notes
            | View::Help
            | View::Settings => None,
        }
    }
}

/// Articles up to this many bytes are checked before they are shown: nobody feels it, and nothing of
/// the page changes afterwards.
pub const CHECKED_FIRST: usize = 256 * 1024;

/// What is shown of a briefing first: where nothing of it could be read, why.
fn first_view(bundle: &Bundle) -> View {
    let empty = bundle.manifest.title.is_empty() && bundle.article.blocks.is_empty();
    if empty && bundle.worst() == Some(Severity::Error) { View::Problems } else { View::Read }
}

/// Everything on screen.
#[derive(Default)]
pub struct Window {
    /// What the middle shows.
    pub view: View,
    /// The briefing that is open, if any.
    pub reading: Option<Reading>,
    /// The briefings that are open, in their order.
    pub tabs: Vec<Tab>,
    /// The shelf.
    pub shelf: Shelf,
    /// What is compared.
    pub compare: super::Compare,
    /// The person's notes.
    pub notes: super::notes::Notes,
    /// How things look, as the person chose.
    pub settings: Settings,
    /// What the system says of all this.
    pub system: SystemLook,
    /// Where the Settings view stands.
    pub settings_page: ScrollPage,
    /// Whether the person folded the outline away.
    pub outline_hidden: bool,
    /// Whether there is a place to go back to.
    pub can_go_back: bool,
    /// Whether going back can be undone.
    pub can_go_forward: bool,
    /// The palette.
    pub palette: super::palette::Palette,
    /// Where the Help view stands.
    pub help: super::help::Help,
    /// Find in page.
    pub find: super::find_bar::Find,
    /// What is done beside the frames.
    pub busy: super::Busy,
    /// What a screen reader is told of changes.
    pub announcements: super::announcements::Announcements,
    /// Whether the keyboard is to go to the next part of the window, or to the one before.
    pub step_region: Option<Direction>,
    /// Words to the person: what could not be done and why, what was done.
    pub messages: super::messages::Messages,
}

impl Window {
    /// Where a view stands, for those that are laid out whole.
    pub fn scroll_page(&mut self, view: View) -> Option<&mut ScrollPage> {
        match view {
            View::Shelf => Some(&mut self.shelf.page),
            View::Compare => Some(&mut self.compare.page),
            View::Help => Some(&mut self.help.page),
            View::Settings => Some(&mut self.settings_page),
            _ => self.reading.as_mut()?.scroll_page(view),
        }
    }

    /// The name of the theme that is shown.
    #[must_use]
    pub fn theme_name(&self) -> ThemeName {
        self.settings.theme.theme(self.system)
    }

    /// The colours that are shown.
    #[must_use]
    pub fn colours(&self) -> &'static Theme {
        self.theme_name().theme()
    }

    /// What the window is called: the briefing and the program.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.reading {
            Some(reading) => format!("{} – Briefing Reader", reading.bundle.short_title()),
            None => "Briefing Reader".to_owned(),
        }
    }
}
