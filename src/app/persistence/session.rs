//! `session.ron`: what comes back at the next start.

use std::path::Path;

use super::data_folder::DataFolder;
use super::saver::{File, Saver};
use super::settings_file;
use crate::app::location::Location;
use crate::app::native_window::WindowPlace;
use crate::library::fields::{EachField, Fields, Put, Take};
use crate::view::NoteExport;
use crate::view::Settings;
use crate::view::actions::View;

/// The session, and the folder it is kept in.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The person's settings.
    pub settings: Settings,
    /// Where the window is.
    pub window: WindowPlace,
    /// What could not be read, or why nothing can be saved, as words for the person.
    pub trouble: Option<String>,
    /// Open briefings, and how the tools were left.
    pub(super) workspace: WorkspaceState,
    /// `None` if nothing is saved.
    folder: Option<DataFolder>,
    /// The files as they were read, with what other versions of the program wrote there.
    fields: Fields,
    settings_fields: Fields,
}

/// Open briefings, and how the tools were left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WorkspaceState {
    /// The open briefings, in their order.
    pub(crate) open: Vec<Fields>,
    /// Which of them is in the window.
    pub(crate) current: Option<usize>,
    /// The view in the window, if it is none of the briefing's.
    pub(crate) view: Option<View>,
    /// Whether the outline is hidden (in a narrow window: shown).
    pub(crate) outline_hidden: bool,
    /// Whether find matches case, and whole words only.
    pub(crate) find: (bool, bool),
    /// How notes were exported last.
    pub(crate) notes_export: NoteExport,
    /// What was chosen in the palette, the latest first.
    pub(crate) palette: Vec<String>,
    /// The briefings read recently.
    pub(crate) recent: Vec<Fields>,
}

const FILE: &str = "session.ron";

impl Session {
    /// Reads the session in a data folder. What is missing has its default; what is damaged too, and
    /// `trouble` says so.
    #[must_use]
    pub fn load(folder: &Path) -> Session {
        let folder = DataFolder::at(folder);
        let mut troubles: Vec<String> = Vec::from_iter(folder.trouble());
        let mut read = |name| {
            let (fields, trouble) = folder.read(name);
            troubles.extend(trouble);
            fields
        };
        let (mut fields, mut settings_fields) = (read(FILE), read(settings_file::FILE));
        let (settings, mut unread) = settings_file::take(&mut settings_fields);
        let (workspace, window) = take(&mut fields, &mut unread);
        if !unread.is_empty() {
            troubles.push(format!(
                "Some of what was kept could not be read and is as it usually is: {}.",
                unread.join("; ")
            ));
        }
        let trouble = (!troubles.is_empty()).then(|| troubles.join(" "));
        Session { settings, window, trouble, workspace, folder: Some(folder), fields, settings_fields }
    }

    /// The data folder, if anything is saved.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(DataFolder::path)
    }

    /// Saves the session in its folder, which has what was just read.
    pub(super) fn saver(&mut self) -> Option<Saver> {
        let read = self.files();
        self.folder.clone().map(|folder| Saver::new(folder, read))
    }

    /// The files as they should be now.
    pub(super) fn files(&mut self) -> Vec<File> {
        each(&mut self.workspace, &mut self.window, &mut Put(&mut self.fields));
        settings_file::put(&mut self.settings_fields, self.settings);
        vec![(FILE, self.fields.clone()), (settings_file::FILE, self.settings_fields.clone())]
    }
}

fn each(workspace: &mut WorkspaceState, window: &mut WindowPlace, visit: &mut impl EachField) {
    let usual = WorkspaceState::default();
    let WorkspaceState { open, current, view, outline_hidden, find, notes_export, palette, recent } =
        workspace;
    visit.field("open", open, &usual.open);
    visit.field("current", current, &usual.current);
    visit.field("view", view, &usual.view);
    visit.field("outline_hidden", outline_hidden, &usual.outline_hidden);
    visit.field("find", find, &usual.find);
    visit.field("notes_export", notes_export, &usual.notes_export);
    visit.field("palette", palette, &usual.palette);
    visit.field("recent", recent, &usual.recent);
    visit.field("window", window, &WindowPlace::default());
}

fn take(fields: &mut Fields, unread: &mut Vec<String>) -> (WorkspaceState, WindowPlace) {
    let (mut workspace, mut window) = (WorkspaceState::default(), WindowPlace::default());
    let mut taken = Take::from(fields);
    each(&mut workspace, &mut window, &mut taken);
    unread.extend(taken.unread);
    // Before there were several, a session had the last briefing.
    let mut last = String::new();
    if !fields.has("open") && fields.take("last", &mut last).is_ok() && !last.is_empty() {
        let mut briefing = Fields::default();
        let nowhere = Location::BuiltIn(String::new());
        briefing.put("briefing", &Location::named(Path::new(&last)), &nowhere);
        (workspace.open, workspace.current) = (vec![briefing], Some(0));
    }
    (workspace, window.sound())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::notes::NotesFormat;
    use crate::ui::ThemeChoice;
    use proptest::prelude::*;

    fn save(session: &mut Session) {
        for (name, fields) in session.files() {
            session.folder.as_ref().expect("it has one").write(name, &fields).unwrap();
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::load(folder.path());
        session.settings.theme = ThemeChoice::Ink;
        session.window = WindowPlace { at: Some((-40.0, 12.5)), maximised: true, ..WindowPlace::default() };
        session.workspace = WorkspaceState {
            open: vec![Fields::read("(briefing: BuiltIn(\"a\"), later: [1])").0],
            current: Some(0),
            view: Some(View::Shelf),
            outline_hidden: true,
            find: (true, false),
            notes_export: NoteExport {
                format: NotesFormat::Bibtex,
                template: Some("own.md".into()),
                ..NoteExport::default()
            },
            palette: vec!["Next theme".to_owned()],
            recent: vec![Fields::read("(briefing: OnDisk(\"/a\"))").0],
        };
        save(&mut session);
        let again = Session::load(folder.path());
        assert_eq!(
            (again.settings, again.window, &again.workspace),
            (session.settings, session.window, &session.workspace)
        );
        assert_eq!(again.trouble, None);
    }

    #[test]
    fn a_damaged_session_becomes_a_new_one_and_a_word_to_the_person() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "(open: ").unwrap();
        let session = Session::load(folder.path());
        assert_eq!(session.workspace, WorkspaceState::default());
        assert!(session.trouble.unwrap().contains("is damaged"));
    }

    #[test]
    fn a_session_of_an_earlier_version_has_its_last_briefing() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "(last: \"nspcc-e2ee-2021\", theme: Ink)").unwrap();
        let session = Session::load(folder.path());
        assert_eq!(
            (session.workspace.open.len(), session.workspace.current, session.trouble),
            (1, Some(0), None)
        );
    }

    #[test]
    fn a_window_that_no_screen_has_is_the_usual_one() {
        let place = |text: &str| {
            let mut place = WindowPlace::default();
            Fields::read(text).0.take("window", &mut place).unwrap();
            place.sound()
        };
        assert_eq!(place("(window: (size: (inf, 3.0), at: Some((NaN, 2.0))))"), WindowPlace::default());
        assert_eq!(place("(window: (size: (700.0, 500.0), shade: Blue))").size, (700.0, 500.0));
    }

    proptest! {
        #[test]
        fn what_another_version_wrote_outlives_this_one(
            name in "later_[a-z]{1,5}",
            value in prop::sample::select(vec!["Some(Thing(3))", "[\"a\", (b: 'c')]", "-1.5", "{1: ()}", "Odd"]),
            known in prop::sample::select(vec!["current", "view", "find", "palette", "window", "theme"]),
        ) {
            let folder = tempfile::tempdir().unwrap();
            for file in [FILE, settings_file::FILE] {
                // A value that this version knows by name may be one that only another can read.
                std::fs::write(folder.path().join(file), format!("({name}: {value}, {known}: Odd(1))")).unwrap();
            }
            save(&mut Session::load(folder.path()));
            for file in [FILE, settings_file::FILE] {
                let text = std::fs::read_to_string(folder.path().join(file)).unwrap();
                prop_assert!(text.contains(&format!("{name}: {value},")), "{}", text);
                prop_assert!(text.contains(&format!("{known}: Odd(1),")), "{}", text);
            }
        }
    }
}
