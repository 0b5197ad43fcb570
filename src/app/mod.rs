//! The application: its parts, one frame of it, and the effects that one part has on another.

mod comparisons;
mod dispatch;
mod documents;
mod eframe_app;
mod exports;
mod location;
mod native_window;
mod navigation;
mod notes;
mod panic_reports;
mod persistence;
mod tasks;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui};

use comparisons::{comparison_store, shelf_loader};
use documents::rehearsal::Rehearsal;
use documents::{checker, claims_reader, deep_link, opener, recents, shelf, tabs};
use exports::{charts, packer};
use location::Location;
use native_window::{look, placement, system_preferences};
use navigation::{history, search_task};
use notes::closing;
use tasks::dialog::{self, DialogResult};
use tasks::task::{self, WaitBudget};

use crate::bundle::Bundle;
use crate::disk::mishap;
use crate::library::Named;
use crate::library::address::SCHEME;
use crate::library::comparison::is_comparison;
use crate::ui::{self, fonts, right_to_left};
use crate::view::actions::View;
use crate::view::{self, Reading, Window};

pub use native_window::icon::icon;
pub use notes::Clock;
pub use persistence::session::{Session, WindowPlace};

/// The whole program but its window.
pub struct App {
    window: Window,
    shelf: Vec<Location>,
    tabs: tabs::Tabs,
    recents: recents::Recents,
    saver: Option<persistence::saver::Saver>,
    enlarge: placement::SizeRestorer,
    /// Whether the person was told that nothing can be kept.
    told_unkept: bool,
    /// What is shown over the briefings that come back.
    show_after_start: Option<View>,
    session: Session,
    dialog: dialog::Dialog,
    template_dialog: dialog::Dialog,
    exporter: charts::Exporter,
    opener: opener::Opener<tabs::OpenIntent>,
    packer: packer::Packer,
    /// How a person is asked where a briefing is to be packed to.
    ask_pack: packer::AskWhere,
    shelf_task: Option<shelf::ShelfTask>,
    repainter: task::Repainter,
    wait: WaitBudget,
    history: history::History,
    /// What has the keyboard, and what had it at a place that was just come back to.
    keyboard: Option<egui::Id>,
    give_back: Option<egui::Id>,
    finder: search_task::Finder,
    checker: checker::Checker,
    claims_reader: claims_reader::ClaimsReader,
    /// The words of a long selection on their way to the clipboard.
    copying: Option<task::Task<String>>,
    saved_comparisons: comparison_store::ComparisonStore,
    notebook: notes::Notebook,
    closing: closing::Closing,
    shelf_loader: shelf_loader::ShelfLoader,
    system: system_preferences::SystemPreferences,
    applied: Option<look::Applied>,
    /// The face that egui was prepared with before the first frame.
    face: ui::TextFace,
    /// The zoom that the window's least size was last set for.
    told_zoom: f32,
    told_title: String,
    /// A place that is gone to once its briefing is read.
    pending_link: Option<deep_link::PendingLink>,
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
        let repainter = task::Repainter::default();
        let is_ahead = rehearsal.is_some();
        let mut app = App {
            window: Window { settings: session.settings, ..Window::default() },
            shelf: Vec::new(),
            tabs: tabs::Tabs::default(),
            recents: recents::Recents::default(),
            saver: None,
            enlarge: placement::SizeRestorer::default(),
            told_unkept: session.trouble.is_some(),
            show_after_start: None,
            dialog: dialog::Dialog::default(),
            template_dialog: dialog::Dialog::default(),
            exporter: charts::Exporter::default(),
            face: if rehearsal.is_some() { session.settings.face } else { ui::TextFace::default() },
            opener: opener::Opener::on(rehearsal),
            packer: packer::Packer::default(),
            ask_pack: Arc::new(dialog::where_to_pack),
            shelf_task: None,
            notebook: notes::Notebook::open(session.folder(), &repainter),
            closing: closing::Closing::default(),
            repainter,
            wait: WaitBudget::UntilDone,
            history: history::History::default(),
            keyboard: None,
            give_back: None,
            finder: search_task::Finder::default(),
            checker: checker::Checker::default(),
            claims_reader: claims_reader::ClaimsReader::default(),
            copying: None,
            saved_comparisons: comparison_store::ComparisonStore::load(session.folder()),
            shelf_loader: shelf_loader::ShelfLoader::default(),
            system: system_preferences::SystemPreferences::default(),
            applied: None,
            told_zoom: 1.0,
            told_title: String::new(),
            pending_link: None,
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
            let wait = if is_ahead { WaitBudget::ZERO } else { app.wait };
            let waited = std::mem::replace(&mut app.wait, wait);
            app.open_comparison(path);
            app.wait = waited;
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
        self.wait = WaitBudget::FIRST_FRAME;
        placement::bring(context);
        self.enlarge = placement::SizeRestorer::to(self.session.window);
        self.system.follow(&context.egui_ctx, eframe_app::draws_on_processor(context));
        // Another look in the first frame would have every letter drawn twice.
        self.window.system = self.system.look(&context.egui_ctx);
        self.apply_look(&context.egui_ctx);
    }

    /// Draws a frame and applies what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.window.system = self.system.look(ui.ctx());
        self.repainter.attach(ui.ctx());
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
            Some(DialogResult::Chosen(path)) => self.open_path(&path),
            Some(DialogResult::Unavailable) => self.window.messages.say(NO_DIALOG),
            Some(DialogResult::Cancelled) | None => {}
        }
        match self.template_dialog.ended() {
            Some(DialogResult::Chosen(path)) => self.take_template(path),
            Some(DialogResult::Unavailable) => self.window.messages.say(NO_DIALOG_FOR_TEMPLATES),
            Some(DialogResult::Cancelled) | None => {}
        }
        if let Some(words) = self.exporter.ended().or_else(|| self.packer.ended(self.wait)) {
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
        if self.wait == WaitBudget::FIRST_FRAME {
            self.wait = WaitBudget::FRAME;
        }
    }

    /// Shows the notes of a data folder, for pictures.
    pub fn read_notes(&mut self, folder: &Path) {
        self.notebook = notes::Notebook::open(Some(folder), &self.repainter);
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
        self.ask_pack = Arc::new(move |_| DialogResult::Chosen(packed.clone()));
        self.exporter.ask_with(Arc::new(move |_| DialogResult::Chosen(path.clone())));
    }

    /// Whether this is a window of the system, and no test or picture.
    fn is_in_a_window(&self) -> bool {
        [WaitBudget::FIRST_FRAME, WaitBudget::FRAME].contains(&self.wait)
    }

    /// How long a frame waits for work that is done beside it. A window of the system waits as long
    /// as nobody feels it; everywhere else it waits to the end, unless this is asked for.
    pub fn never_wait(&mut self) {
        self.wait = WaitBudget::ZERO;
    }

    /// Opens a bundle that was read already.
    pub fn open(&mut self, bundle: Bundle) {
        self.open_reading(Reading::new(Arc::new(bundle)));
    }
}

fn dropped(ctx: &Context) -> Vec<PathBuf> {
    ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect())
}
