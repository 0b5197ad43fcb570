//! What comes back at the next start: settings and the last briefing.

use std::path::Path;

use super::data_folder::DataFolder;
use super::fields::Fields;
use super::settings;
use crate::view::Settings;

/// The session, and the folder it is kept in.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The last briefing: a path, or the id of a built-in one. Empty: none.
    pub last: String,
    /// How things look.
    pub settings: Settings,
    /// What could not be read, or why nothing can be kept, for the person.
    pub trouble: Option<String>,
    /// None: nothing is kept.
    folder: Option<DataFolder>,
    /// The files as they were read, for what other versions wrote there.
    file: Fields,
    settings_file: Fields,
}

const FILE: &str = "session.ron";

impl Session {
    /// Reads the session kept in `folder`. What is missing is as usual; what is damaged is too, and
    /// a word to the person says so.
    #[must_use]
    pub fn load(folder: &Path) -> Session {
        let folder = DataFolder::at(folder);
        let mut troubles: Vec<String> = Vec::from_iter(folder.trouble());
        let mut session = Session::default();
        let mut read = |name| {
            let (fields, trouble) = folder.read(name);
            troubles.extend(trouble);
            fields
        };
        session.file = read(FILE);
        session.settings_file = read(settings::FILE);
        let (settings, mut unread) = settings::take(&mut session.settings_file);
        session.settings = settings;
        unread.extend(session.file.take("last", &mut session.last).err());
        if !unread.is_empty() {
            troubles.push(format!("Some of what was kept could not be read: {}.", unread.join("; ")));
        }
        session.trouble = (!troubles.is_empty()).then(|| troubles.join(" "));
        session.folder = Some(folder);
        session
    }

    /// The folder that a person's data is kept in, where there is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(DataFolder::path)
    }

    /// Keeps the session. Does nothing for a session without a folder.
    ///
    /// # Errors
    /// A sentence for the person where the folder cannot be written.
    pub fn save(&mut self) -> Result<(), String> {
        let Some(folder) = &self.folder else { return Ok(()) };
        self.file.put("last", &self.last, &String::new());
        settings::put(&mut self.settings_file, self.settings);
        let written =
            folder.write(FILE, &self.file).and_then(|()| folder.write(settings::FILE, &self.settings_file));
        written.map_err(|why| folder.not_kept(&why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ThemeChoice;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::load(folder.path());
        session.last = "nspcc-e2ee-2021".to_owned();
        session.settings.theme = ThemeChoice::Ink;
        session.save().unwrap();
        let again = Session::load(folder.path());
        assert_eq!((again.last.as_str(), again.settings), ("nspcc-e2ee-2021", session.settings));
        assert_eq!(again.trouble, None);
    }

    #[test]
    fn a_damaged_session_becomes_a_new_one_and_a_word_to_the_person() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "(last: ").unwrap();
        let session = Session::load(folder.path());
        assert_eq!(session.last, "");
        assert!(session.trouble.unwrap().contains("is damaged"));
    }
}
