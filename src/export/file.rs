//! Files that are whole or not there.

use std::io::{self, Write};
use std::path::Path;

use crate::bundle::create_beside;

/// Writes the file: beside its place first, then renamed, so that there is never half a file and a
/// failure leaves the old one as it was.
///
/// # Errors
/// A sentence for the person: what cannot be written and why.
pub fn write_whole(path: &Path, content: &[u8]) -> Result<(), String> {
    let told = |why: io::Error| {
        let hint = match why.kind() {
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
            _ => without_code(&why.to_string()),
        };
        format!("`{}` cannot be written: {hint}.", path.display())
    };
    if path.is_dir() {
        return Err(format!("`{}` cannot be written: it is a folder. Name a file in it.", path.display()));
    }
    // Through a link to a file, what is linked to is written.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut beside = create_beside(&path, ".writing-").map_err(told)?;
    beside.write_all(content).and_then(|()| beside.as_file().sync_all()).map_err(told)?;
    beside.persist(&path).map_err(|why| told(why.error))?;
    Ok(())
}

/// "No space left on device (os error 28)" says the code to nobody.
fn without_code(why: &str) -> String {
    why.split(" (os error").next().unwrap_or(why).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_is_written_and_written_over_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_said_with_its_cause() {
        let folder = tempfile::tempdir().unwrap();
        let why = write_whole(folder.path(), b"").unwrap_err();
        assert!(why.ends_with("it is a folder. Name a file in it."), "{why}");
        let why = write_whole(&folder.path().join("none/chart.svg"), b"").unwrap_err();
        assert!(why.ends_with("there is no such folder."), "{why}");
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_the_file_as_far_as_the_mask_allows() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [ours, usual] = ["ours", "usual"].map(|name| folder.path().join(name));
        write_whole(&ours, b"").unwrap();
        fs::write(&usual, b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&usual));
    }
}
