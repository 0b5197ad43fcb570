//! What is kept of a mistake of the program's own: where it happened and how it came there, one file
//! each. Nothing of what was read or written is in it.

use std::backtrace::Backtrace;
use std::fs::{self, File};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::shown;

/// The folder of reports in the data folder.
const FOLDER: &str = "mishaps";

/// The file that names the last report shown to the person.
const TOLD: &str = "told";

/// How many reports are kept.
const KEPT: usize = 20;

/// A mistake of the program's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// `src/view/page.rs:12:5`
    pub place: String,
    /// Where the report is; `None` where it could not be written.
    pub report: Option<PathBuf>,
}

#[derive(Default)]
struct Known {
    folder: Option<PathBuf>,
    /// Those of this run that nobody has asked for.
    new: Vec<Mishap>,
    last: Option<PathBuf>,
    wake: Option<Box<dyn Fn() + Send>>,
    count: usize,
}

static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

fn known() -> MutexGuard<'static, Option<Known>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on every panic of the process leaves a report in a data folder and a word on the standard
/// error. With `in_full` the system's own words are printed as well.
pub fn watch(folder: Option<&Path>, in_full: bool) {
    // From the root, so that it is found from anywhere.
    let folder =
        folder.map(|folder| std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).join(FOLDER));
    *known() = Some(Known { folder, ..Known::default() });
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if in_full {
            usual(info);
        }
        take(info);
    }));
}

/// Calls this whenever something has happened, on the thread on which it did.
pub fn wake_with(wake: impl Fn() + Send + 'static) {
    known().get_or_insert_default().wake = Some(Box::new(wake));
}

/// What has happened since this was last asked.
#[must_use]
pub fn happened() -> Vec<Mishap> {
    known().as_mut().map(|known| std::mem::take(&mut known.new)).unwrap_or_default()
}

/// What a person can be told of the last mistake: half a sentence.
#[must_use]
pub fn known_of_it() -> String {
    match known().as_ref().and_then(|known| known.last.as_deref()) {
        Some(report) => format!("what is known of it is in {}", shown(report)),
        None => "no more is known of it".to_owned(),
    }
}

/// Reports of earlier runs that nobody was shown, the oldest first.
#[must_use]
pub fn untold(folder: &Path) -> Vec<PathBuf> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).join(FOLDER);
    let told = fs::read_to_string(folder.join(TOLD)).unwrap_or_default();
    let is_new = |report: &PathBuf| {
        let name = report.file_name().unwrap_or_default().to_string_lossy();
        *name > *told.trim()
    };
    reports(&folder).into_iter().filter(is_new).collect()
}

/// Marks every report as shown.
pub fn all_told(folder: &Path) {
    let folder = folder.join(FOLDER);
    if let Some(name) = reports(&folder).last().and_then(|last| last.file_name()) {
        // Told once more at the next start is better than not at all.
        let _ = fs::write(folder.join(TOLD), name.to_string_lossy().as_bytes());
    }
}

/// Reports by their names, which begin with the time.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut reports: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    reports.sort();
    reports
}

fn take(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let text = report(&place, info);
    let report = {
        let mut known = known();
        let known = known.get_or_insert_default();
        known.count += 1;
        let report = known.folder.as_deref().and_then(|folder| write(folder, known.count, &text).ok());
        known.last.clone_from(&report);
        known.new.push(Mishap { place: place.clone(), report: report.clone() });
        report
    };
    let mut out = io::stderr().lock();
    // Where nobody listens any more, there is nobody to tell.
    let _ = match &report {
        Some(report) => writeln!(
            out,
            "briefing-reader: the program made a mistake (at {place}). What is known of it, and nothing of what you \
             read or wrote, is in {}: send that to whoever you have the program from.",
            shown(report)
        ),
        None => writeln!(out, "briefing-reader: the program made a mistake (at {place}).\n{text}"),
    };
    drop(out);
    if let Some(wake) = known().as_ref().and_then(|known| known.wake.as_ref()) {
        wake();
    }
}

/// What a panic says may quote a text; words that stand so in the program do not.
fn report(place: &str, info: &PanicHookInfo<'_>) -> String {
    let said = info.payload().downcast_ref::<&'static str>().copied();
    let said = said.unwrap_or("left out, since it may quote what was read or written");
    let thread = std::thread::current();
    format!(
        "Briefing Reader {} on {} ({})\ntime: {}\nplace: {place}\nthread: {}\nwords: {said}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Timestamp::now(),
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture()
    )
}

/// Writes a report, and removes the oldest ones.
fn write(folder: &Path, number: usize, text: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let moment = Timestamp::now().strftime("%Y%m%d-%H%M%S");
    let path = folder.join(format!("{moment}-{}-{number:04}.txt", std::process::id()));
    let mut file = File::create_new(&path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    let known = reports(folder);
    for old in known.iter().take(known.len().saturating_sub(KEPT)) {
        let _ = fs::remove_file(old);
    }
    Ok(path)
}
