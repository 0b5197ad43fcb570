//! What fuzzing kept is handed to the same functions again: seeds, inputs that reached new code, and
//! every input that once broke something.

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

fn kept(folder: &str, target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
    let files = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("it can be read").path()).collect();
    files.sort();
    files
}

#[test]
fn what_fuzzing_kept_breaks_nothing() {
    let mut broken = Vec::new();
    for (name, target) in targets::TARGETS {
        let seeds = kept("corpus", name);
        assert!(!seeds.is_empty(), "{name} has no seeds in fuzz/corpus/{name}");
        for file in seeds.into_iter().chain(kept("crashes", name)) {
            let bytes = fs::read(&file).expect("it can be read");
            if catch_unwind(AssertUnwindSafe(|| targets::run(target, &bytes))).is_err() {
                broken.push(file);
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
