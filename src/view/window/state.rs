//! What is on screen, as data. The app owns it. Views change how they are shown (where they stand, what is
//! folded, switched or typed); what is open, compared, noted or saved changes through an action alone.

use std::sync::Arc;

use crate::bundle::Bundle;
use crate::bundle::Origin;
use crate::diagnostics::Severity;
use crate::ui::{SystemLook, Theme, ThemeName};
use crate::view::actions::{Command, Direction, View};
use crate::view::chrome::SideColumn;
use crate::view::chrome::announcements::Announcements;
use crate::view::chrome::find_bar::Find;
use crate::view::chrome::messages::Messages;
use crate::view::chrome::outline::Outline;
use crate::view::chrome::palette::Palette;
use crate::view::chrome::progress::Busy;
use crate::view::chrome::tabs::Tab;
use crate::view::chrome::unsaved_notes::Unsaved;
use crate::view::commands::When;
use crate::view::pages::article::Page;
use crate::view::pages::claims::Claims;
use crate::view::pages::compare::{Compare, Side};
use crate::view::pages::help::Help;
use crate::view::pages::notes::NotesPage;
use crate::view::pages::polls::Polls;
use crate::view::pages::shelf::Shelf;
use crate::view::parts::appearance::Settings;
use crate::view::parts::notes::{Notes, PageNotes};
use crate::view::parts::scroll_page::ScrollPage;

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

/// Windows narrower than this, in points, have no column beside the page unless it is asked for.
const NARROW: f32 = 1000.0;

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
    pub compare: Compare,
    /// Where the column to choose figures in stands.
    pub compare_side: Side,
    /// The person's notes.
    pub notes: Notes,
    /// Where the Notes view stands.
    pub notes_page: NotesPage,
    /// What would be lost with the window, which was asked to close.
    pub unsaved: Option<Unsaved>,
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
    pub palette: Palette,
    /// Where the Help view stands.
    pub help: Help,
    /// Find in page.
    pub find: Find,
    /// The work that runs off the UI thread.
    pub busy: Busy,
    /// What a screen reader is told of changes.
    pub announcements: Announcements,
    /// Which way the keyboard is to go among the parts of the window.
    pub step_region: Option<Direction>,
    /// Words to the person: what could not be done and why, what was done.
    pub messages: Messages,
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

    /// Whether a command can be asked for now.
    #[must_use]
    pub fn is_available(&self, command: Command) -> bool {
        let reading = self.reading.as_ref();
        match command.when() {
            When::Always => true,
            When::Reading => reading.is_some(),
            When::ReadingFolder => {
                reading.is_some_and(|reading| matches!(reading.bundle.origin, Origin::Folder(_)))
            }
            When::HasSide => self.has_side(),
            When::SeveralOpen => self.has_tabs(),
            When::CanGoBack => self.can_go_back,
            When::CanGoForward => self.can_go_forward,
            When::HasNotes => reading.is_some_and(|reading| !reading.notes.all().is_empty()),
            When::CanUndo => self.notes.can_undo,
            When::CanRedo => self.notes.can_redo,
            When::Found => reading.is_some() && !self.find.hits.is_empty(),
        }
    }

    /// Whether there is another briefing to go to: also where the one that is open is not in the window.
    #[must_use]
    pub fn has_tabs(&self) -> bool {
        self.tabs.len() > usize::from(self.reading.is_some())
    }

    /// The column beside the page in a window of this width, in points: by default where there is room.
    #[must_use]
    pub fn side_column(&self, width: f32) -> SideColumn {
        match self.has_side() {
            false => SideColumn::Absent,
            true if (width < NARROW) == self.outline_hidden => SideColumn::Shown,
            true => SideColumn::Hidden,
        }
    }

    fn has_side(&self) -> bool {
        match self.view {
            View::Read => self.reading.is_some(),
            View::Compare => !self.compare.recipe.figures.is_empty(),
            _ => false,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_a_briefing_is_not_available_on_the_shelf() {
        let window = Window::default();
        for command in [Command::Find, Command::Claims, Command::Back, Command::FindNext] {
            assert!(!window.is_available(command), "{command:?}");
        }
        assert!(window.is_available(Command::Open) && window.is_available(Command::Help));
    }
}
