//! The window's shell: it owns the state, applies what was asked for, opens files, remembers the
//! session.

mod addressed;
mod carrying_out;
mod checking;
mod closing;
mod comparables;
mod comparing;
mod copying;
mod data_folder;
mod desk;
mod dialog;
mod exporting;
mod finder;
mod finding;
mod going;
mod graphics;
mod history;
mod icon;
mod keeper;
mod keeping;
mod kept;
mod kept_reading;
mod listing;
mod look;
mod merging;
mod mishaps;
mod named;
mod notebook;
mod of_briefing;
mod on_screen;
mod opening;
mod packing;
mod place;
mod recents;
mod rehearsal;
mod session;
mod settings;
mod shelf;
mod system;
mod task;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui};

use dialog::Answer;
use place::Place;
use rehearsal::Rehearsal;
use task::Patience;

use crate::bundle::Bundle;
use crate::disk::mishap;
use crate::library::Named;
use crate::library::address::SCHEME;
use crate::library::comparison::is_comparison;
use crate::ui::{self, fonts, right_to_left};
use crate::view;
use crate::view::actions::View;
use crate::view::{Reading, Window};

pub use icon::icon;
pub use notebook::Clock;
pub use session::{Session, WindowPlace};

/// The whole program but its window.
pub struct App {
    window: Window,
    shelf: Vec<Place>,
    desk: desk::Desk,
    recents: recents::Recents,
    keeper: Option<keeper::Keeper>,
    enlarge: on_screen::Enlarge,
    /// Whether the person was told that nothing can be kept.
    told_unkept: bool,
    /// What is shown over the briefings that come back.
    show_after_start: Option<View>,
    session: Session,
    dialog: dialog::Dialog,
    template_dialog: dialog::Dialog,
    exporter: exporting::Exporter,
    opener: opening::Opener<desk::Errand>,
    packer: packing::Packer,
    /// How a person is asked where a briefing is to be packed to.
    ask_pack: packing::AskWhere,
    filling: Option<shelf::Filling>,
    wake: task::Wake,
    patience: Patience,
    history: history::History,
    /// What has the keyboard, and what had it at a place that was just come back to.
    keyboard: Option<egui::Id>,
    give_back: Option<egui::Id>,
    finder: finder::Finder,
    checker: checking::Checker,
    lister: listing::Lister,
    /// The words of a long selection on their way to the clipboard.
    copying: Option<task::Task<String>>,
    kept: kept::Kept,
    notebook: notebook::Notebook,
    closing: closing::Closing,
    comparables: comparables::Comparables,
    system: system::System,
    applied: Option<look::Applied>,
    /// The face that egui was prepared with before the first frame.
    face: ui::TextFace,
    /// The zoom that the window's least size was last set for.
    told_zoom: f32,
    told_title: String,
    /// A place that is gone to once its briefing is read.
    going_to: Option<addressed::Going>,
    /// The system's clipboard, once rich text was put there.
    clipboard: Option<arboard::Clipboard>,
}

/// What to do where the system has no dialog.
const NO_DIALOG: &str = "This system shows no dialog for opening files. Drop a briefing on the window, or name it \
                         on the command line: briefing-reader PATH.";

/// The same for templates.
const NO_DIALOG_FOR_TEMPLATES: &str = "This system shows no dialog for opening files. The command line takes a template: briefing-reader notes export \
     --template FILE.";

/// How often the progress of work is shown anew.
const SHOWN_ANEW: Duration = Duration::from_millis(100);

impl App {
    /// Opens on `paths`: bundles, or folders of them. None: on what the session remembers, or the
    /// built-in shelf.
    #[must_use]
    pub fn new(paths: &[PathBuf], session: Session) -> App {
        App::start(paths, session, None)
    }

    /// The same for a window that the system is yet to make, with this context: what is read until
    /// then is drawn ahead.
    #[must_use]
    pub fn ahead_of_window(paths: &[PathBuf], session: Session, ctx: &Context) -> App {
        let rehearsal = Rehearsal::of(ctx, session.window, session.settings);
        App::start(paths, session, Some(rehearsal))
    }

    fn start(paths: &[PathBuf], session: Session, rehearsal: Option<Rehearsal>) -> App {
        let wake = task::Wake::default();
        let is_ahead = rehearsal.is_some();
        let mut app = App {
            window: Window { settings: session.settings, ..Window::default() },
            shelf: Vec::new(),
            desk: desk::Desk::default(),
            recents: recents::Recents::default(),
            keeper: None,
            enlarge: on_screen::Enlarge::default(),
            told_unkept: session.trouble.is_some(),
            show_after_start: None,
            dialog: dialog::Dialog::default(),
            template_dialog: dialog::Dialog::default(),
            exporter: exporting::Exporter::default(),
            face: if rehearsal.is_some() { session.settings.face } else { ui::TextFace::default() },
            opener: opening::Opener::on(rehearsal),
            packer: packing::Packer::default(),
            ask_pack: Arc::new(dialog::where_to_pack),
            filling: None,
            notebook: notebook::Notebook::open(session.folder(), &wake),
            closing: closing::Closing::default(),
            wake,
            patience: Patience::ToTheEnd,
            history: history::History::default(),
            keyboard: None,
            give_back: None,
            finder: finder::Finder::default(),
            checker: checking::Checker::default(),
            lister: listing::Lister::default(),
            copying: None,
            kept: kept::Kept::load(session.folder()),
            comparables: comparables::Comparables::default(),
            system: system::System::default(),
            applied: None,
            told_zoom: 1.0,
            told_title: String::new(),
            going_to: None,
            clipboard: None,
            session,
        };
        app.take_up_session();
        app.tell_of_earlier_mishaps();
        app.list_kept();
        let (addresses, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.iter().cloned().partition(|path| path.to_string_lossy().starts_with(SCHEME));
        let (comparisons, briefings): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.iter().cloned().partition(|path| is_comparison(path));
        let (inside, briefings): (Vec<Named>, Vec<Named>) =
            briefings.iter().map(|path| Named::of(path)).partition(Named::is_inside);
        app.open_named(&briefings.into_iter().map(|named| named.briefing).collect::<Vec<_>>());
        for named in &inside {
            app.open_inside(named);
        }
        for address in &addresses {
            app.open_address(&address.to_string_lossy());
        }
        if paths.is_empty() && addresses.is_empty() {
            app.go_on();
        }
        if let Some(path) = comparisons.last() {
            // The window does not wait for the shelf.
            let patience = if is_ahead { Patience::NONE } else { app.patience };
            let waited = std::mem::replace(&mut app.patience, patience);
            app.open_comparison(path);
            app.patience = waited;
        } else if app.opener.is_busy() {
            app.window.view = View::Read;
        }
        app
    }

    /// Sets up faces once; call before the first frame.
    pub fn prepare(ctx: &Context) {
        ctx.set_fonts(fonts::definitions());
        right_to_left::allow(ctx);
    }

    /// Takes its place in the window of the system that it was begun for: what the person asked of
    /// the system.
    pub fn settle_in(&mut self, context: &eframe::CreationContext<'_>) {
        self.opener.end_of_rehearsals();
        let ctx = context.egui_ctx.clone();
        mishap::wake_with(move || ctx.request_repaint());
        self.patience = Patience::UNSEEN;
        on_screen::bring(context);
        self.enlarge = on_screen::Enlarge::to(self.session.window);
        self.system.follow(&context.egui_ctx, graphics::draws_on_processor(context));
        // Another look in the first frame would have every letter drawn twice.
        self.window.system = self.system.look(&context.egui_ctx);
        self.apply_look(&context.egui_ctx);
    }

    /// Draws a frame and applies what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.window.system = self.system.look(ui.ctx());
        self.wake.is(ui.ctx());
        self.keyboard = ui.ctx().memory(egui::Memory::focused);
        self.apply_look(ui.ctx());
        for path in dropped(ui.ctx()) {
            self.open_path(&path);
        }
        self.tell_of_mishaps();
        self.take_opened();
        self.check_what_is_shown(ui.ctx());
        self.read_claims();
        self.tend_copying(ui.ctx());
        self.fill_shelf();
        self.tend_comparables();
        self.tend_notes(ui.ctx());
        self.tend_closing(ui.ctx());
        self.arrive_at_address();
        if let Some(found) = self.finder.finished() {
            self.found(found);
        }
        match self.dialog.ended() {
            Some(Answer::Chosen(path)) => self.open_path(&path),
            Some(Answer::NotShown) => self.window.messages.say(NO_DIALOG),
            Some(Answer::Nothing) | None => {}
        }
        match self.template_dialog.ended() {
            Some(Answer::Chosen(path)) => self.take_template(path),
            Some(Answer::NotShown) => self.window.messages.say(NO_DIALOG_FOR_TEMPLATES),
            Some(Answer::Nothing) | None => {}
        }
        if let Some(words) = self.exporter.ended().or_else(|| self.packer.ended(self.patience)) {
            self.window.messages.done_or_not(words);
        }
        let long = self.opener.work().into_iter().chain(self.packer.work()).collect();
        self.window.busy = view::Busy { long, is_opening: self.opener.is_busy() };
        if self.window.busy != view::Busy::default() {
            ui.ctx().request_repaint_after(SHOWN_ANEW);
        }
        (self.window.can_go_back, self.window.can_go_forward) = self.history.can();
        if let (false, Some(reading)) = (self.window.view.stands_alone(), &mut self.window.reading) {
            reading.view = self.window.view;
        }
        // A window of the system is cleared in this colour before it is drawn.
        if !self.is_in_a_window() {
            ui.painter().rect_filled(ui.max_rect(), 0.0, self.window.colours().page);
        }
        let actions = view::show(ui, &mut self.window);
        for action in actions {
            self.apply(ui.ctx(), action);
        }
        self.note_session(ui.ctx());
        if self.patience == Patience::UNSEEN {
            self.patience = Patience::UNFELT;
        }
    }

    /// Shows the notes of a data folder, for pictures.
    pub fn read_notes(&mut self, folder: &Path) {
        self.notebook = notebook::Notebook::open(Some(folder), &self.wake);
    }

    /// Takes the time for notes from somewhere else than the system.
    pub fn tell_time_by(&mut self, clock: Clock) {
        self.notebook.tell_time_by(clock);
    }

    /// What is on screen, for tests and pictures.
    pub fn window_mut(&mut self) -> &mut Window {
        &mut self.window
    }

    /// Says where files are to be saved, in the place of the system's dialog.
    pub fn save_to(&mut self, path: PathBuf) {
        let packed = path.clone();
        self.ask_pack = Arc::new(move |_| Answer::Chosen(packed.clone()));
        self.exporter.ask_with(Arc::new(move |_| Answer::Chosen(path.clone())));
    }

    /// Whether this is a window of the system, and no test or picture.
    fn is_in_a_window(&self) -> bool {
        [Patience::UNSEEN, Patience::UNFELT].contains(&self.patience)
    }

    /// How long a frame waits for work that is done beside it. A window of the system waits as long
    /// as nobody feels it; everywhere else it waits to the end, unless this is asked for.
    pub fn never_wait(&mut self) {
        self.patience = Patience::NONE;
    }

    /// Opens a bundle that was read already.
    pub fn open(&mut self, bundle: Bundle) {
        self.open_reading(Reading::new(Arc::new(bundle)));
    }
}

fn dropped(ctx: &Context) -> Vec<PathBuf> {
    ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect())
}
