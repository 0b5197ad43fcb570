//! What reading hostile archives takes in memory.

use std::fs;

use crate::raw_zip::{Entry, archive, bundle, end, manifest, mimetype};
use briefing_reader::bundle::{Limits, container};
use peak_alloc::PeakAlloc;

const MIB: usize = 1024 * 1024;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn reading_takes_at_most_twice_the_bundles_limit() {
    let _alone = crate::alone();
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits {
        manifest_bytes: 4 * MIB as u64,
        article_bytes: 8 * MIB as u64,
        table_bytes: 8 * MIB as u64,
        media_bytes: 8 * MIB as u64,
        bundle_bytes: 32 * MIB as u64,
        ..Limits::default()
    };
    let write = |name: &str, bytes: Vec<u8>| fs::write(folder.path().join(name), bytes).unwrap();
    let zeros = vec![0; 8 * MIB];
    let lying =
        |number: usize| Entry::deflated(format!("media/{number}.svg"), &zeros).with(|e| e.size = u32::MAX);
    write("ratio", bundle((0..20).map(lying)));
    write(
        "just-full",
        bundle((0..4).map(|number| Entry::stored(format!("media/{number}.svg"), &zeros[..8 * MIB - 9]))),
    );
    let at = Some(u32::try_from(archive([mimetype(), manifest()]).len()).unwrap());
    write("overlap", bundle((0..900).map(|number| Entry { at, ..Entry::stored(format!("{number}"), b"") })));
    write("directory", {
        let start = b"PK\x03\x04".to_vec();
        let names =
            (0..60_000).map(|number| Entry { at: Some(0), ..Entry::stored(format!("{number}"), b"") });
        let mut directory = archive(names);
        directory.truncate(directory.len() - 22);
        let length = u32::try_from(directory.len()).unwrap();
        let mut bytes = [start, directory].concat();
        end(&mut bytes, 60_000, length, 4);
        bytes
    });
    write("ends", [b"PK\x03\x04".to_vec(), b"PK\x05\x06".repeat(4 * MIB)].concat());
    write(
        "larger-ends",
        [b"PK\x03\x04".to_vec(), b"PK\x06\x06".repeat(7 * MIB), b"PK\x05\x06".repeat(9)].concat(),
    );
    drop(zeros);

    for (name, holds) in
        [("ratio", 0), ("just-full", 31), ("overlap", 0), ("directory", 0), ("ends", 0), ("larger-ends", 0)]
    {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let (_, files, _) = container::read(&folder.path().join(name), &limits).unwrap();
        let taken = (MEMORY.peak_usage() - before) as u64;
        let held: usize = files.iter().map(|(_, content)| content.len()).sum();
        assert_eq!(held / MIB, holds, "{name}");
        assert!(taken <= 2 * limits.bundle_bytes, "{name} took {taken} bytes");
        println!("{name}: {} KiB", taken / 1024);
    }
}
