//! Starts the application, and sets it up for tests, pictures and the command line.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::comparisons::{self, Comparisons, Request};
use super::documents::{Documents, Rehearsal};
use super::exports::Exports;
use super::native_window::NativeWindow;
use super::notes::{Clock, Notebook};
use super::persistence::{Persistence, Session};
use super::shared::Shared;
use super::tasks::{DialogResult, WaitBudget};
use super::{App, eframe_app, panic_reports};
use crate::bundle::Bundle;
use crate::disk::mishap;
use crate::library::Named;
use crate::library::address::SCHEME;
use crate::library::comparison::{Recipe, is_comparison};
use crate::ui::{TextFace, fonts, right_to_left};
use crate::view::actions::View;
use crate::view::{Reading, Window};

impl App {
    /// Opens on `paths`, which are bundles or folders of them; without any, on what the session remembers,
    /// or on the built-in shelf.
    #[must_use]
    pub fn new(paths: &[PathBuf], session: Session) -> App {
        App::start(paths, session, None)
    }

    /// The same for a window that the system is yet to make, with this context: what is read until then is
    /// drawn ahead.
    #[must_use]
    pub fn ahead_of_window(paths: &[PathBuf], session: Session, ctx: &Context) -> App {
        let rehearsal = Rehearsal::of(ctx, session.window, session.settings);
        App::start(paths, session, Some(rehearsal))
    }

    fn start(paths: &[PathBuf], session: Session, rehearsal: Option<Rehearsal>) -> App {
        let is_ahead = rehearsal.is_some();
        let face = if is_ahead { session.settings.face } else { TextFace::default() };
        let mut shared = Shared::default();
        shared.window.settings = session.settings;
        let mut documents = Documents::new(rehearsal);
        let persistence = Persistence::restore(session, &mut shared, &mut documents);
        panic_reports::tell_of_earlier(&mut shared.window.messages, persistence.folder());
        let mut app = App {
            comparisons: Comparisons::load(persistence.folder(), &mut shared),
            notes: Notebook::open(persistence.folder(), &shared.tasks),
            exports: Exports::default(),
            native_window: NativeWindow::new(face),
            shared,
            documents,
            persistence,
        };
        app.open_first(paths, is_ahead);
        app
    }

    /// Opens what the command line names, or what the last session ended with.
    fn open_first(&mut self, paths: &[PathBuf], is_ahead: bool) {
        let App { shared, documents, .. } = self;
        let (addresses, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
            paths.iter().partition(|path| path.to_string_lossy().starts_with(SCHEME));
        let (comparisons, briefings): (Vec<&PathBuf>, Vec<&PathBuf>) =
            files.iter().partition(|path| is_comparison(path));
        let (inside, briefings): (Vec<Named>, Vec<Named>) =
            briefings.into_iter().map(|path| Named::of(path)).partition(Named::is_inside);
        let briefings: Vec<PathBuf> = briefings.into_iter().map(|named| named.briefing).collect();
        documents.open_all(shared, &briefings);
        for named in &inside {
            documents.open_inside(shared, named);
        }
        for address in addresses {
            documents.open_address(shared, &address.to_string_lossy());
        }
        if paths.is_empty() {
            self.persistence.resume(shared, documents);
        }
        if let Some(path) = comparisons.last() {
            // A window does not wait for the shelf.
            let wait = shared.tasks.wait();
            shared.tasks.set_wait(if is_ahead { WaitBudget::ZERO } else { wait });
            self.comparisons.open_file(shared, documents, path);
            shared.tasks.set_wait(wait);
        } else if documents.is_opening() {
            shared.window.view = View::Read;
        }
    }

    /// Sets up typefaces; call once before the first frame.
    pub fn prepare(ctx: &Context) {
        ctx.set_fonts(fonts::definitions());
        right_to_left::allow(ctx);
    }

    /// The system has made the window that the application was started for.
    pub fn settle_in(&mut self, context: &eframe::CreationContext<'_>) {
        self.documents.end_rehearsals();
        let ctx = context.egui_ctx.clone();
        mishap::wake_with(move || ctx.request_repaint());
        self.shared.tasks.set_wait(WaitBudget::FIRST_FRAME);
        let draws_on_processor = eframe_app::draws_on_processor(context);
        self.native_window.settle_in(context, self.persistence.window_place(), draws_on_processor);
        // Another look in the first frame would have every letter drawn twice.
        self.shared.window.system = self.native_window.system_look(&context.egui_ctx);
        self.native_window.apply_look(&self.shared.window, &context.egui_ctx);
    }

    /// Opens a bundle that was read already.
    pub fn open(&mut self, bundle: Bundle) {
        self.documents.open_reading(&mut self.shared, Reading::new(Arc::new(bundle)));
    }

    /// Compares figures, as `poll/question/answer`, in briefings that need not be on the shelf.
    pub fn compare_figures(&mut self, of: Vec<(Bundle, Vec<String>)>) {
        let of = of.into_iter().map(|(bundle, figures)| (Arc::new(bundle), figures)).collect();
        self.compare(Request::Figures(of));
    }

    /// Compares the questions of a topic on the shelf.
    pub fn compare_topic(&mut self, topic: &str) {
        self.compare(Request::Topic(topic.to_owned()));
    }

    /// Compares what a file names that somebody shared.
    ///
    /// # Errors
    /// What is wrong with the file, with the places.
    pub fn compare_shared(&mut self, path: &Path) -> Result<(), String> {
        let recipe: Recipe = comparisons::read(path)?;
        self.compare(Request::Recipe(recipe));
        Ok(())
    }

    fn compare(&mut self, request: Request) {
        self.comparisons.compare(&mut self.shared, &self.documents, request);
    }

    /// Shows the notes of a data folder, for pictures.
    pub fn read_notes(&mut self, folder: &Path) {
        self.notes = Notebook::open(Some(folder), &self.shared.tasks);
    }

    /// Takes the time for notes from another clock.
    pub fn tell_time_by(&mut self, clock: Clock) {
        self.notes.set_clock(clock);
    }

    /// What is on screen, for tests and pictures.
    pub fn window_mut(&mut self) -> &mut Window {
        &mut self.shared.window
    }

    /// Saves files here, in place of asking with the system's dialog.
    pub fn save_to(&mut self, path: PathBuf) {
        self.exports.ask_with(Arc::new(move |_| DialogResult::Chosen(path.clone())));
    }

    /// From now on no frame waits for work off the UI thread. A window of the system waits as long as nobody
    /// notices; tests and pictures wait until the work is done, unless they call this.
    pub fn never_wait(&mut self) {
        self.shared.tasks.set_wait(WaitBudget::ZERO);
    }
}
