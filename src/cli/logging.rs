//! What goes on inside, said on the standard error where somebody asks for it.

use std::io::{self, Write};
use std::time::Instant;

use log::{LevelFilter, Log, Metadata, Record};

use super::output::{harmless, tell};
use super::variables::variable;

/// Says what to say, where `--verbose` does not.
const VARIABLE: &str = "BRIEFING_READER_LOG";

/// What the program's own parts are called in the log.
const OURS: &str = "briefing_reader";

/// Begins to say what goes on: nothing, unless `--verbose` was given or the variable is set.
pub fn begin(verbose: u8) {
    let mut levels = match verbose {
        0 => Levels::default(),
        1 => Levels::ours(LevelFilter::Info),
        2 => Levels::ours(LevelFilter::Debug),
        _ => Levels(vec![(String::new(), LevelFilter::Trace)]),
    };
    if let Some(asked) = variable(VARIABLE) {
        for part in asked.to_string_lossy().split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match level(part) {
                Some(level) => levels.0.push(level),
                None => tell(&format!(
                    "briefing-reader: {VARIABLE} says `{part}`, which is no level: write error, warn, info, debug or \
                     trace, or PART=LEVEL\n"
                )),
            }
        }
    }
    let most = levels.0.iter().map(|(_, level)| *level).max().unwrap_or(LevelFilter::Off);
    // A second logger is none of ours: there is one program in a process.
    if most > LevelFilter::Off
        && log::set_boxed_logger(Box::new(Told { levels, since: Instant::now() })).is_ok()
    {
        log::set_max_level(most);
    }
}

/// Parts of the program with how much each says; the longest name that fits counts.
#[derive(Default)]
struct Levels(Vec<(String, LevelFilter)>);

impl Levels {
    fn ours(level: LevelFilter) -> Levels {
        Levels(vec![(String::new(), LevelFilter::Warn), (OURS.to_owned(), level)])
    }

    fn of(&self, part: &str) -> LevelFilter {
        let fits = |known: &str| {
            known.is_empty()
                || part.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        let fitting = self.0.iter().filter(|(known, _)| fits(known));
        // Of two for one part the later counts.
        fitting.max_by_key(|(known, _)| known.len()).map_or(LevelFilter::Off, |(_, level)| *level)
    }
}

/// `debug`, `notes=debug`, `winit=warn`
fn level(text: &str) -> Option<(String, LevelFilter)> {
    let (part, level) = text.split_once('=').unwrap_or(("", text));
    let (part, level) = (part.trim(), level.trim().parse().ok()?);
    Some(match part {
        "" if level > LevelFilter::Warn => (OURS.to_owned(), level),
        part if is_ours(part) => (format!("{OURS}::{part}"), level),
        part => (part.to_owned(), level),
    })
}

/// Whether a part is named without the program's name before it.
fn is_ours(part: &str) -> bool {
    let rooms = ["disk", "bundle", "notes", "library", "export", "view", "app", "cli"];
    rooms.contains(&part.split("::").next().unwrap_or_default())
}

struct Told {
    levels: Levels,
    since: Instant,
}

impl Log for Told {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= self.levels.of(metadata.target())
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let part = record.target().trim_start_matches(OURS).trim_start_matches("::");
            let level = record.level().as_str().to_lowercase();
            let seconds = self.since.elapsed().as_secs_f64();
            let line = harmless(&format!("{seconds:8.3} {level:5} {part}: {}\n", record.args()));
            // Where nobody listens any more, there is nobody to tell.
            let _ = io::stderr().lock().write_all(line.as_bytes());
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_level_that_names_it_best() {
        let mut levels = Levels::ours(LevelFilter::Info);
        levels.0.extend(["notes::store=trace", "winit=off", "notes=debug"].map(|text| level(text).unwrap()));
        for (part, expected) in [
            ("briefing_reader::bundle", LevelFilter::Info),
            ("briefing_reader::notes", LevelFilter::Debug),
            ("briefing_reader::notes::store::backup", LevelFilter::Trace),
            ("briefing_reader_else", LevelFilter::Warn),
            ("winit::platform", LevelFilter::Off),
        ] {
            assert_eq!(levels.of(part), expected, "{part}");
        }
        assert_eq!(level("debug"), Some((OURS.to_owned(), LevelFilter::Debug)));
        assert_eq!(level("warn"), Some((String::new(), LevelFilter::Warn)));
        assert_eq!(level("loudly"), None);
        assert_eq!(Levels::default().of("briefing_reader"), LevelFilter::Off);
    }
}
