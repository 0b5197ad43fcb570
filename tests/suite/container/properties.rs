//! What holds for whatever bytes an archive has, and for whatever sound files a folder has.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use briefing_reader::bundle::{Limits, container, pack, unpack};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::raw_zip::{Entry, bundle};

fn small() -> Limits {
    Limits {
        manifest_bytes: 500,
        article_bytes: 500,
        table_bytes: 400,
        media_bytes: 400,
        bundle_bytes: 1_000,
        entries: 6,
        ..Limits::default()
    }
}

fn good() -> Vec<u8> {
    bundle([
        Entry::deflated("article.md", &b"Adults want both. ".repeat(20)),
        Entry::stored("media/map.png", &[7; 300]),
        Entry::deflated("polls/regions.csv", b"region,percent\nNorth,62\n"),
    ])
}

/// Reads it; whatever it is, what is held stays within the limits.
fn assert_harmless(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.briefing");
    fs::write(&path, bytes).unwrap();
    let limits = small();
    let (_, files, _) = container::read(&path, &limits).unwrap();
    let held: Vec<usize> = files.iter().map(|(_, content)| content.len()).collect();
    assert!(held.iter().sum::<usize>() as u64 <= limits.bundle_bytes, "{held:?}");
    assert!(held.len() <= limits.entries, "{held:?}");
}

/// Paths that every system can hold.
fn path() -> impl Strategy<Value = String> {
    let part = "[a-z0-9ä日][a-z0-9_ é-]{0,10}[a-z0-9]";
    (vec(part, 0..4), "[a-z]{2}[a-z0-9-]{0,8}", "(md|csv|svg|png|txt)")
        .prop_map(|(folders, name, extension)| {
            folders.into_iter().chain([format!("{name}.{extension}")]).collect::<Vec<_>>().join("/")
        })
        .prop_filter("devices of Windows", |path| {
            let device = |part: &str| {
                let stem = part.split('.').next().unwrap();
                matches!(stem, "con" | "prn" | "aux" | "nul")
                    || stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"))
            };
            !path.split('/').any(device)
        })
}

fn content() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..2_000),
        (any::<u8>(), 0..100_000_usize).prop_map(|(byte, count)| vec![byte; count])
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_after_an_archives_first_are_harmless(bytes in vec(any::<u8>(), 0..600)) {
        assert_harmless(&[b"PK\x03\x04", bytes.as_slice()].concat());
    }

    #[test]
    fn an_archive_with_bits_turned_is_harmless(turned in vec((0..1_000_usize, 0..8_u8), 1..12)) {
        let mut bytes = good();
        for (at, bit) in turned {
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
        }
        assert_harmless(&bytes);
    }

    #[test]
    fn an_archive_with_large_numbers_in_it_is_harmless(at in 0..1_000_usize, number in any::<u32>()) {
        let mut bytes = good();
        let at = at % (bytes.len() - 4);
        bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        assert_harmless(&bytes);
    }

    #[test]
    fn an_archive_that_breaks_off_is_harmless(length in 0..1_000_usize) {
        let bytes = good();
        assert_harmless(&bytes[..length.min(bytes.len())]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_are_the_same_after_packing_and_unpacking(
        files in btree_map(path(), content(), 0..8),
        manifest in content(),
    ) {
        let desk = tempfile::tempdir().unwrap();
        let at = |name: &str| -> PathBuf { desk.path().join(name) };
        let mut written: BTreeMap<String, Vec<u8>> = BTreeMap::from([("briefing.ron".to_owned(), manifest)]);
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("folder/briefing.ron"), &written["briefing.ron"]).unwrap();
        for (path, content) in files {
            let on_disk = at("folder").join(&path);
            // A name that is a folder already is no name for a file.
            if fs::create_dir_all(on_disk.parent().unwrap()).is_ok() && !on_disk.is_dir() {
                fs::write(&on_disk, &content).unwrap();
                written.insert(path, content);
            }
        }

        let limits = Limits::default();
        pack(&at("folder"), &at("first.briefing"), false, &limits).unwrap();
        unpack(&at("first.briefing"), &at("unpacked"), &limits).unwrap();
        pack(&at("unpacked"), &at("again.briefing"), false, &limits).unwrap();
        prop_assert!(fs::read(at("first.briefing")).unwrap() == fs::read(at("again.briefing")).unwrap());
        for (path, content) in &written {
            prop_assert!(&fs::read(at("unpacked").join(path)).unwrap() == content, "{}", path);
        }
        let (_, unpacked, _) = container::read(&at("unpacked"), &limits).unwrap();
        prop_assert_eq!(unpacked.iter().count(), written.len());
    }
}
