//! What comes back at the next start: the last briefing, theme and text size.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::ui::{LineLength, ReducedMotion, TextFace, ThemeChoice};

/// The session, and the folder it is kept in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The last briefing: a path, or the id of a built-in one. Empty: none.
    pub last: String,
    /// The theme.
    pub theme: ThemeChoice,
    /// Percent.
    pub text_size: u16,
    /// What articles are set in.
    pub face: TextFace,
    /// How wide they are set.
    pub line_length: LineLength,
    /// Whether to do without motion.
    pub reduced_motion: ReducedMotion,
    /// Why the session could not be read, for the person.
    #[serde(skip)]
    pub trouble: Option<String>,
    #[serde(skip)]
    folder: Option<PathBuf>,
}

impl Default for Session {
    fn default() -> Session {
        Session {
            last: String::new(),
            theme: ThemeChoice::default(),
            text_size: 100,
            face: TextFace::default(),
            line_length: LineLength::default(),
            reduced_motion: ReducedMotion::default(),
            trouble: None,
            folder: None,
        }
    }
}

const FILE: &str = "session.ron";

impl Session {
    /// Reads the session kept in `folder`; a missing one is a new one, a damaged one is a new one
    /// and a word to the person.
    #[must_use]
    pub fn load(folder: &Path) -> Session {
        let path = folder.join(FILE);
        let mut session = match std::fs::read_to_string(&path) {
            Ok(text) => ron::from_str(&text).unwrap_or_else(|why| Session {
                trouble: Some(format!(
                    "The last session could not be read, so this is a new one ({}: {why}).",
                    path.display()
                )),
                ..Session::default()
            }),
            Err(_) => Session::default(),
        };
        session.folder = Some(folder.to_owned());
        session
    }

    /// Keeps the session, whole or not at all. Does nothing for a session without a folder.
    ///
    /// # Errors
    /// A sentence for the person where the folder cannot be written.
    pub fn save(&self) -> Result<(), String> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let write = || -> std::io::Result<()> {
            std::fs::create_dir_all(folder)?;
            let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
                .map_err(std::io::Error::other)?;
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(text.as_bytes())?;
            file.persist(folder.join(FILE))?;
            Ok(())
        };
        write().map_err(|why| format!("The session could not be kept in {}: {why}.", folder.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::load(folder.path());
        session.last = "nspcc-e2ee-2021".to_owned();
        session.theme = ThemeChoice::Ink;
        session.text_size = 150;
        session.face = TextFace::Atkinson;
        session.line_length = LineLength::Short;
        session.reduced_motion = ReducedMotion::Always;
        session.save().unwrap();
        let again = Session::load(folder.path());
        assert_eq!(
            (again.last.as_str(), again.theme, again.text_size),
            ("nspcc-e2ee-2021", ThemeChoice::Ink, 150)
        );
        assert_eq!(
            (again.face, again.line_length, again.reduced_motion),
            (TextFace::Atkinson, LineLength::Short, ReducedMotion::Always)
        );
        assert_eq!(again.trouble, None);
    }

    #[test]
    fn a_damaged_session_becomes_a_new_one_and_a_word_to_the_person() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "(last: ").unwrap();
        let session = Session::load(folder.path());
        assert_eq!(session.last, "");
        assert!(session.trouble.unwrap().contains("could not be read"));
    }
}
