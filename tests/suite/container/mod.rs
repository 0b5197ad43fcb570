//! Bundles in and out of folders and archives: sound ones, broken ones and hostile ones.

mod broken_archives;
mod broken_folders;
mod every_rule;
#[cfg(target_os = "linux")]
mod linux;
mod pictures;
mod properties;
mod raw_zip;
mod sound;
mod unreadable;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};

use briefing_reader::bundle::{Files, Limits, container};
use briefing_reader::diagnostics::Diagnostic;

/// A bundle on disk that is read in a test.
struct Case {
    name: &'static str,
    path: PathBuf,
    limits: Limits,
}

impl Case {
    fn new(name: &'static str, path: PathBuf) -> Case {
        Case { name, path, limits: Limits::default() }
    }

    fn within(mut self, change: impl FnOnce(&mut Limits)) -> Case {
        change(&mut self.limits);
        self
    }

    fn read(&self) -> (Files, Vec<Diagnostic>) {
        let (_, files, problems) = container::read(&self.path, &self.limits).unwrap();
        (files, problems)
    }

    /// What was read and what is wrong, for a snapshot.
    fn told(&self) -> String {
        let (files, problems) = self.read();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
        let faults: String = problems.iter().map(told).collect();
        format!("## {}\nread: {}\n{faults}\n", self.name, paths.join(", "))
    }
}

fn told(fault: &Diagnostic) -> String {
    let Diagnostic { code, severity, file, message, hints, .. } = fault;
    let hints: Vec<String> = hints.iter().map(|hint| format!("    hint: {hint}\n")).collect();
    format!("{severity}[{code}] {file:?}: {message}\n{}", hints.concat())
}

/// Writes files into a folder, with the folders on their way.
fn write_files(root: &Path, files: &[(&str, &[u8])]) {
    for (path, content) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// A small bundle without faults.
const SOUND: [(&str, &[u8]); 4] = [
    ("article.md", b"Adults *want* both.\n"),
    ("briefing.ron", b"Briefing(format: 1)\n"),
    ("media/karte-größe.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ("polls/regions.csv", b"region,percent\nNorth,62\n"),
];
