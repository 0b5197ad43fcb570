//! What differs between systems: permissions, names of a file, standard streams by their paths.

use std::path::Path;

pub use of_this::{
    as_open_as_usual, as_private_as, has_several_owners_or_names, is_handle, is_in_use, is_pipe,
    mend_temporary_folder, reason, split_at_last, standard_stream,
};

/// The program's own streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// What others read.
    Output,
    /// What is said beside it.
    Error,
}

/// Whether a path stands for the program's own output.
#[must_use]
pub fn is_output(path: &Path) -> bool {
    standard_stream(path) == Some(Stream::Output)
}

#[cfg(unix)]
mod of_this {
    use std::ffi::{OsStr, OsString};
    use std::fs::{Metadata, Permissions};
    use std::io;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
    use std::path::Path;

    use tempfile::Builder;

    use super::Stream;

    /// Less what the person's mask takes away, as for any file that a program makes.
    pub fn as_open_as_usual(builder: &mut Builder<'_, '_>) {
        builder.permissions(Permissions::from_mode(0o666));
    }

    /// Open to nobody to whom `model` is closed.
    pub fn as_private_as(builder: &mut Builder<'_, '_>, model: &Metadata) {
        builder.permissions(Permissions::from_mode(model.mode() & 0o666 | 0o600));
    }

    /// Whether something would be lost if `new` took the place of `old`: a second name of the file, or
    /// that it is somebody else's.
    pub fn has_several_owners_or_names(old: &Metadata, new: &Metadata) -> bool {
        old.nlink() > 1 || (old.uid(), old.gid()) != (new.uid(), new.gid())
    }

    /// What stands before the last `sign`, which is ASCII, and what behind it.
    #[must_use]
    pub fn split_at_last(name: &OsStr, sign: char) -> Option<(OsString, OsString)> {
        let bytes = name.as_bytes();
        let at = bytes.iter().rposition(|byte| char::from(*byte) == sign)?;
        let part = |bytes: &[u8]| OsStr::from_bytes(bytes).to_owned();
        Some((part(&bytes[..at]), part(&bytes[at + 1..])))
    }

    pub fn is_pipe(metadata: &Metadata) -> bool {
        metadata.file_type().is_fifo()
    }

    /// A path that stands for a file that some program has open.
    pub fn is_handle(path: &Path) -> bool {
        path.starts_with("/dev/fd")
            || path.starts_with("/proc/self/fd")
            || path.starts_with("/proc/thread-self/fd")
    }

    pub fn standard_stream(path: &Path) -> Option<Stream> {
        match path.to_str()? {
            "/dev/stdout" | "/dev/fd/1" | "/proc/self/fd/1" => Some(Stream::Output),
            "/dev/stderr" | "/dev/fd/2" | "/proc/self/fd/2" => Some(Stream::Error),
            _ => None,
        }
    }

    /// A variable that is set and empty is none: without this, files that are made for a while would
    /// lie wherever the program starts.
    pub fn mend_temporary_folder() {
        if std::env::var_os("TMPDIR").is_some_and(|folder| folder.is_empty()) {
            // Somebody else's choice stands.
            let _ = tempfile::env::override_temp_dir(Path::new("/tmp"));
        }
    }

    /// Files that others have open can be renamed and removed here.
    pub fn is_in_use(_why: &io::Error) -> bool {
        false
    }

    /// What the standard library has no kind for.
    pub fn reason(why: &io::Error) -> Option<&'static str> {
        // The numbers of Linux; other systems share the first three.
        match why.raw_os_error()? {
            5 => Some("the disk failed: is it still there?"),
            6 => Some("nobody reads what is written there"),
            23 | 24 => Some("too many files are open: close some programs and try again"),
            40 if cfg!(target_os = "linux") => Some("its links lead in a circle"),
            62 if !cfg!(target_os = "linux") => Some("its links lead in a circle"),
            _ => None,
        }
    }
}

#[cfg(not(unix))]
mod of_this {
    use std::ffi::{OsStr, OsString};
    use std::fs::Metadata;
    use std::io;
    use std::path::Path;

    use tempfile::Builder;

    use super::Stream;

    /// What stands before the last `sign`, which is ASCII, and what behind it. Half a pair of UTF-16 in
    /// it, which no text has, is replaced.
    #[must_use]
    pub fn split_at_last(name: &OsStr, sign: char) -> Option<(OsString, OsString)> {
        let name = name.to_string_lossy();
        let (before, behind) = name.rsplit_once(sign)?;
        Some((before.into(), behind.into()))
    }

    /// A new file has what its folder hands on.
    pub fn as_open_as_usual(_builder: &mut Builder<'_, '_>) {}

    pub fn as_private_as(_builder: &mut Builder<'_, '_>, _model: &Metadata) {}

    /// Owners and lists of access stay with the folder's; second names cannot be seen from here.
    pub fn has_several_owners_or_names(_old: &Metadata, _new: &Metadata) -> bool {
        false
    }

    pub fn is_pipe(_metadata: &Metadata) -> bool {
        false
    }

    /// A device, which has its name in every folder, or a named pipe.
    pub fn is_handle(path: &Path) -> bool {
        let whole = path.to_string_lossy();
        let devices = ["con", "conout$", "nul", "prn", "aux"];
        let is_device = |name: &str| devices.contains(&name.trim_end_matches(':').to_lowercase().as_str());
        whole.starts_with(r"\\.\") || is_device(&whole)
    }

    /// By the names that scripts bring along from other systems.
    pub fn standard_stream(path: &Path) -> Option<Stream> {
        match path.to_str()? {
            "/dev/stdout" => Some(Stream::Output),
            "/dev/stderr" => Some(Stream::Error),
            _ => None,
        }
    }

    /// The system itself takes care of variables that are empty.
    pub fn mend_temporary_folder() {}

    /// Another program has the file open, or has locked a part of it.
    pub fn is_in_use(why: &io::Error) -> bool {
        matches!(why.raw_os_error(), Some(32 | 33))
    }

    /// What the standard library has no kind for.
    pub fn reason(why: &io::Error) -> Option<&'static str> {
        match why.raw_os_error()? {
            21 => Some("the drive is not ready"),
            53 | 64 | 67 => Some("the network drive does not answer: is it still there?"),
            _ => None,
        }
    }
}
