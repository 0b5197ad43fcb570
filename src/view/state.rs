//! What is on screen, as data. The app owns it and is the only one to change it; views get what
//! they need of it.

use std::sync::Arc;

use super::chosen::Settings;
use super::claims::Claims;
use super::outline::Outline;
use super::page::Page;
use super::scroll_page::ScrollPage;
use super::shelf::Shelf;
use crate::bundle::Bundle;
use crate::ui::{SystemLook, Theme, ThemeName};

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The shelf of briefings.
    #[default]
    Shelf,
    /// The article.
    Read,
    /// The polls with what they disclose.
    Polls,
    /// The calls to action with their evidence.
    Calls,
    /// Every number of the article with its figure.
    Claims,
    /// Figures of several polls side by side; also while nothing is open.
    Compare,
    /// What is wrong with the briefing.
    Problems,
    /// Keys and habits; also while nothing is open.
    Help,
    /// How things look.
    Settings,
}

impl View {
    /// Whether there is something to see without a briefing.
    #[must_use]
    pub fn stands_alone(self) -> bool {
        matches!(self, View::Shelf | View::Compare | View::Help | View::Settings)
    }
}

/// A briefing that is open.
pub struct Reading {
    /// The briefing.
    pub bundle: Arc<Bundle>,
    /// The article as it is shown.
    pub page: Page,
    /// Where the outline stands.
    pub outline: Outline,
    /// Where the Polls view stands.
    pub polls: ScrollPage,
    /// Where the Calls view stands.
    pub calls: ScrollPage,
    /// Where the Claims view stands.
    pub claims: Claims,
    /// Where the Problems view stands.
    pub problems: ScrollPage,
}

impl Reading {
    /// Opens at the top.
    #[must_use]
    pub fn new(bundle: Arc<Bundle>) -> Reading {
        Reading {
            page: Page::new(Arc::clone(&bundle)),
            bundle,
            outline: Outline::default(),
            polls: ScrollPage::default(),
            calls: ScrollPage::default(),
            claims: Claims::default(),
            problems: ScrollPage::default(),
        }
    }
}

/// Everything on screen.
#[derive(Default)]
pub struct Window {
    /// What the middle shows.
    pub view: View,
    /// The briefing that is open, if any.
    pub reading: Option<Reading>,
    /// The shelf.
    pub shelf: Shelf,
    /// What is compared.
    pub compare: super::Compare,
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
    /// A word to the person: what could not be opened and why.
    pub message: Option<String>,
}

impl Window {
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
