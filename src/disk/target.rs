//! Where a person's file is written to. A file is whole or not there: it is made beside its place and
//! renamed. What cannot be replaced without loss (a pipe, a device, a file with a second name or
//! somebody else's) is written into.

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::system::{self, Stream};
use super::{folder_of, reason, shown};

/// So many links in a row are no circle.
const LINKS: usize = 40;

/// A place that was looked at and takes a file, as far as that can be known before.
#[derive(Debug)]
pub struct Target {
    /// As the person named it.
    named: PathBuf,
    /// What it leads to.
    place: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// Nothing is there; and the file that the new one is to be as private as.
    New(Option<Metadata>),
    /// A file is there and is replaced.
    File(Metadata),
    /// A file is there that must stay the one it is.
    Same,
    /// A pipe, a device, or what another program has open.
    Into(&'static str),
    Standard(Stream),
}

/// What was written, and over what; its words are a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    words: String,
    /// Whether it went to the program's own output or beside it, where words of ours would stand
    /// among it.
    is_standard: bool,
}

/// Why nothing was written; what was there is as it was.
#[derive(Debug)]
pub enum NotWritten {
    /// The place is a folder.
    Folder(PathBuf),
    /// The folder that it would lie in is not there.
    NoFolder(PathBuf),
    /// The file is there and may not be written.
    Protected(PathBuf),
    /// Something is there that was not to be replaced.
    Exists(PathBuf),
    /// The system failed.
    Failed(PathBuf, io::Error),
}

/// Writes a file.
///
/// # Errors
/// Where it cannot be written; then the file that was there is as it was.
pub fn write_whole(path: &Path, content: &[u8]) -> Result<Written, NotWritten> {
    let target = Target::of(path)?;
    if target.is_stream() {
        let mut content = content;
        return target.pour(&mut content);
    }
    let mut file = target.begin()?;
    file.write_all(content).map_err(|why| target.failed(why))?;
    target.put(file)
}

impl Target {
    /// Looks at what is there.
    ///
    /// # Errors
    /// Where it is known to take no file.
    pub fn of(path: &Path) -> Result<Target, NotWritten> {
        let named = path.to_owned();
        if let Some(stream) = system::standard_stream(path) {
            return Ok(Target { place: named.clone(), named, kind: Kind::Standard(stream) });
        }
        let failed = |why| NotWritten::Failed(path.to_owned(), why);
        let known = match fs::metadata(path) {
            Ok(known) => known,
            Err(_) if system::is_handle(path) => {
                return Ok(Target { place: named.clone(), named, kind: Kind::Into("the device") });
            }
            Err(why) if why.kind() == ErrorKind::NotFound => {
                let place = end_of_links(path).map_err(failed)?;
                // Windows says only that there is no such path.
                if place.ancestors().skip(1).any(Path::is_file) {
                    return Err(failed(ErrorKind::NotADirectory.into()));
                }
                return if folder_of(&place).is_dir() {
                    Ok(Target { named, place, kind: Kind::New(None) })
                } else {
                    Err(NotWritten::NoFolder(named))
                };
            }
            Err(why) => return Err(failed(why)),
        };
        if known.is_dir() {
            return Err(NotWritten::Folder(named));
        }
        if !known.is_file() || system::is_handle(path) {
            let what = if system::is_pipe(&known) { "the pipe" } else { "the device" };
            return Ok(Target { place: named.clone(), named, kind: Kind::Into(what) });
        }
        // Who may write everywhere is asked too: a file is protected for a reason.
        if known.permissions().readonly() {
            return Err(NotWritten::Protected(named));
        }
        match OpenOptions::new().write(true).open(path) {
            Ok(_) => {}
            Err(why) if why.kind() == ErrorKind::PermissionDenied => {
                return Err(NotWritten::Protected(named));
            }
            Err(why) => return Err(failed(why)),
        }
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Ok(Target { named, place, kind: Kind::File(known) })
    }

    /// Whether what is there stays what it is: a pipe, a device, a stream.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        matches!(self.kind, Kind::Into(_) | Kind::Standard(_))
    }

    /// Whether there is a file already.
    #[must_use]
    pub fn is_there(&self) -> bool {
        !matches!(self.kind, Kind::New(_))
    }

    /// A new file is to be open to nobody to whom the one at `model` is closed.
    pub fn as_private_as(&mut self, model: &Path) {
        if let (Kind::New(of), Ok(known)) = (&mut self.kind, fs::metadata(model)) {
            *of = Some(known);
        }
    }

    /// An empty file to write into, which then is [`put`](Target::put).
    ///
    /// # Errors
    /// Where no file can be made.
    pub fn begin(&self) -> Result<NamedTempFile, NotWritten> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".writing-");
        match &self.kind {
            Kind::New(Some(model)) => system::as_private_as(&mut builder, model),
            Kind::New(None) => system::as_open_as_usual(&mut builder),
            _ => {}
        }
        let beside = || builder.tempfile_in(folder_of(&self.place));
        let made = match &self.kind {
            Kind::New(_) => beside(),
            // A file that may be written in a folder that may not.
            Kind::File(_) => beside().or_else(|_| NamedTempFile::new()),
            Kind::Same | Kind::Into(_) | Kind::Standard(_) => NamedTempFile::new(),
        };
        made.map_err(|why| self.failed(why))
    }

    /// Puts a file that was begun in its place.
    ///
    /// # Errors
    /// Where that fails; what was there is as it was.
    pub fn put(self, file: NamedTempFile) -> Result<Written, NotWritten> {
        self.put_over(file, true)
    }

    /// As [`put`](Target::put), where nothing may have come there meanwhile.
    ///
    /// # Errors
    /// As [`put`](Target::put).
    pub fn put_new(self, file: NamedTempFile) -> Result<Written, NotWritten> {
        self.put_over(file, false)
    }

    fn put_over(mut self, mut file: NamedTempFile, over: bool) -> Result<Written, NotWritten> {
        let is_beside = file.path().parent() == Some(folder_of(&self.place));
        if let Kind::File(old) = &self.kind {
            let new = file.as_file().metadata().map_err(|why| self.failed(why))?;
            if !is_beside || system::has_several_owners_or_names(old, &new) {
                self.kind = Kind::Same;
            }
        }
        if let Kind::File(old) = &self.kind {
            file.as_file().set_permissions(old.permissions()).map_err(|why| self.failed(why))?;
        }
        match &self.kind {
            Kind::New(_) | Kind::File(_) => {
                // The handle is the one that it was made with, since not every system flushes one that
                // was opened for reading.
                file.as_file().sync_all().map_err(|why| self.failed(why))?;
                let moved =
                    if over { file.persist(&self.place) } else { file.persist_noclobber(&self.place) };
                moved.map_err(|why| match why.error.kind() {
                    ErrorKind::AlreadyExists => NotWritten::Exists(self.named.clone()),
                    _ => self.failed(why.error),
                })?;
                sync_folder(&self.place);
                Ok(self.written())
            }
            Kind::Same => {
                self.fill(file.as_file_mut()).map_err(|why| self.failed(why))?;
                Ok(self.written())
            }
            Kind::Into(_) | Kind::Standard(_) => {
                file.seek(SeekFrom::Start(0)).map_err(|why| self.failed(why))?;
                self.pour(file.as_file_mut())
            }
        }
    }

    /// Puts new content into a file that stays the one it is; what was in it comes back where that
    /// fails.
    fn fill(&self, content: &mut File) -> io::Result<()> {
        content.seek(SeekFrom::Start(0))?;
        let before = fs::read(&self.place)?;
        let mut to = OpenOptions::new().write(true).open(&self.place)?;
        let filled = to.set_len(0).and_then(|()| io::copy(content, &mut to)).and_then(|_| to.sync_all());
        filled.inspect_err(|_| {
            let _ = to.set_len(0).and_then(|()| to.seek(SeekFrom::Start(0)));
            let _ = to.write_all(&before).and_then(|()| to.sync_all());
        })
    }

    /// Writes content into a stream.
    fn pour(self, content: &mut impl Read) -> Result<Written, NotWritten> {
        let poured = match &self.kind {
            Kind::Standard(Stream::Output) => to_end(content, io::stdout().lock()),
            Kind::Standard(Stream::Error) => to_end(content, io::stderr().lock()),
            _ => {
                let opened = OpenOptions::new().append(true).open(&self.place);
                opened.and_then(|to| to_end(content, to))
            }
        };
        match poured {
            // A reader that has closed the pipe has had enough.
            Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(self.failed(why)),
            _ => Ok(self.written()),
        }
    }

    fn written(&self) -> Written {
        let (named, place) = (shown(&self.named), shown(&self.place));
        let is_link = fs::symlink_metadata(&self.named).is_ok_and(|known| known.is_symlink());
        let words = match (&self.kind, is_link) {
            (Kind::New(_), false) => format!("Wrote {named}."),
            (Kind::File(_), false) => format!("Wrote {named} in the place of the file that was there."),
            (Kind::New(_) | Kind::File(_), true) => format!("Wrote {place}, where the link {named} leads."),
            (Kind::Same, _) => {
                format!("Wrote into the file {named}, which keeps its other names and its owner.")
            }
            (Kind::Into(what), _) => format!("Wrote into {what} {named}."),
            (Kind::Standard(_), _) => format!("Wrote to {named}."),
        };
        log::info!("{words}");
        Written { words, is_standard: matches!(self.kind, Kind::Standard(_)) }
    }

    fn failed(&self, why: io::Error) -> NotWritten {
        NotWritten::Failed(self.named.clone(), why)
    }
}

impl Written {
    /// Whether it went to the program's own output.
    #[must_use]
    pub fn is_output(&self) -> bool {
        self.is_standard
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (NotWritten::Folder(path)
        | NotWritten::NoFolder(path)
        | NotWritten::Protected(path)
        | NotWritten::Exists(path)
        | NotWritten::Failed(path, _)) = self;
        write!(f, "{} cannot be written: ", shown(path))?;
        match self {
            NotWritten::Folder(_) => f.write_str("it is a folder. Name a file in it."),
            NotWritten::NoFolder(_) => f.write_str("there is no such folder."),
            NotWritten::Protected(_) => {
                f.write_str("it is protected from writing. Choose another name, or allow writing.")
            }
            NotWritten::Exists(_) => f.write_str("something of that name is there. Choose another name."),
            NotWritten::Failed(_, why) if why.kind() == ErrorKind::PermissionDenied => {
                f.write_str("you may not write there.")
            }
            NotWritten::Failed(_, why) => write!(f, "{}.", reason(why)),
        }
    }
}

impl std::error::Error for NotWritten {}

/// Where a path's links lead, though nothing is there.
fn end_of_links(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&place) {
            Ok(next) => place = folder_of(&place).join(next),
            Err(_) => return Ok(place),
        }
    }
    Err(ErrorKind::InvalidInput.into())
}

fn to_end(content: &mut impl Read, mut to: impl Write) -> io::Result<()> {
    io::copy(content, &mut to)?;
    to.flush()
}

/// Makes a renaming last through a power failure, where the system can.
fn sync_folder(of: &Path) {
    if let Ok(folder) = File::open(folder_of(of)) {
        // Not every system syncs folders; the file itself is on the disk either way.
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests;
