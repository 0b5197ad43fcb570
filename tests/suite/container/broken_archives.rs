//! Archives that are damaged, misleading or made to do harm.

use std::fs;
use std::path::Path;

use super::Case;
use super::raw_zip::{Entry, archive, bundle, end, manifest, mimetype};

const MIB: usize = 1024 * 1024;

/// Every broken archive, written into `folder`.
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut cases = damaged(folder);
    cases.extend(misleading(folder));
    cases.extend(misnamed(folder));
    cases.extend(too_large(folder));
    cases
}

fn case(folder: &Path, name: &'static str, bytes: impl AsRef<[u8]>) -> Case {
    let path = folder.join(name.replace(' ', "-")).with_extension("briefing");
    fs::write(&path, bytes).unwrap();
    Case::new(name, path)
}

fn damaged(folder: &Path) -> Vec<Case> {
    let sound = bundle([Entry::deflated("article.md", &b"Adults want both. ".repeat(100))]);
    let directory = sound.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    let mut without_directory = sound.clone();
    without_directory[directory + 46..directory + 110].fill(0xff);
    let mut no_such_header = sound.clone();
    no_such_header[..4].copy_from_slice(b"PK\x03\x04");
    let article = no_such_header.windows(10).position(|bytes| bytes == b"article.md").unwrap() - 30;
    no_such_header[article..article + 4].copy_from_slice(b"nope");

    vec![
        case(folder, "an empty file", b""),
        case(folder, "an archive without entries", archive([])),
        case(folder, "a download that broke off", &sound[..sound.len() / 2]),
        case(folder, "a file of four bytes", b"PK\x03\x04"),
        case(folder, "a directory overwritten", without_directory),
        case(folder, "a directory that is not where it should be", {
            let mut bytes = b"PK\x03\x04".to_vec();
            end(&mut bytes, 3, 500, 900);
            bytes
        }),
        case(folder, "an entry without its header", no_such_header),
        case(
            folder,
            "a wrong checksum",
            bundle([Entry::stored("article.md", b"Adults").with(|e| e.crc ^= 1)]),
        ),
        case(
            folder,
            "content that cannot be unpacked",
            bundle([Entry::deflated("article.md", b"Adults want both.").with(|e| e.content.fill(0xff))]),
        ),
        case(folder, "a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        case(folder, "a text", b"Briefing(format: 1)"),
        case(folder, "a web page", b"<!DOCTYPE html><title>Not found</title>"),
    ]
}

fn misleading(folder: &Path) -> Vec<Case> {
    let article = || Entry::stored("article.md", b"Adults want both.");
    let kernel = || Entry::deflated("media/a.csv", &vec![b'0'; 100_000]);
    let shared = {
        let at = Some(at_of(&[mimetype(), manifest()]));
        let copies =
            (1..50).map(|number| Entry { at, name: format!("media/{number}.csv").into(), ..kernel() });
        bundle([kernel()].into_iter().chain(copies))
    };
    vec![
        case(folder, "an encrypted entry", bundle([article().with(|e| e.flags |= 1)])),
        case(folder, "a method that is not used", bundle([article().with(|e| e.method = 14)])),
        case(
            folder,
            "a link",
            bundle([Entry::stored("article.md", b"/etc/passwd").with(|e| e.mode = 0o120_777)]),
        ),
        case(folder, "a device", bundle([Entry::stored("article.md", b"").with(|e| e.mode = 0o020_666)])),
        case(folder, "a pipe", bundle([Entry::stored("article.md", b"").with(|e| e.mode = 0o010_666)])),
        case(folder, "a size that is too small", bundle([article().with(|e| e.size = 3)])),
        case(folder, "a size that is too large", bundle([article().with(|e| e.size = 3_000_000)])),
        case(
            folder,
            "a deflated size that is too small",
            bundle([Entry::deflated("article.md", &b"Adults want both. ".repeat(50)).with(|e| e.size = 18)]),
        ),
        case(
            folder,
            "content that is said to run on",
            bundle([article().with(|e| e.packed_size = 4_000_000)]),
        ),
        case(folder, "fifty entries with one content", shared),
        case(
            folder,
            "two names for an entry",
            bundle([article().with(|e| e.local_name = Some(b"articIe.md".into()))]),
        ),
        case(folder, "no type", archive([manifest()])),
        case(folder, "a type that is not first", archive([manifest(), mimetype()])),
        case(
            folder,
            "a type that is compressed",
            archive([Entry::deflated("mimetype", b"application/vnd.briefing+zip"), manifest()]),
        ),
        case(
            folder,
            "a book",
            archive([
                Entry::stored("mimetype", b"application/epub+zip"),
                Entry::stored("content.opf", b"<package/>"),
            ]),
        ),
        case(
            folder,
            "a folder that was compressed",
            archive([
                Entry::stored("nspcc/", b"").with(|e| e.mode = 0o040_755),
                Entry::stored("nspcc/briefing.ron", b"Briefing(format: 1)"),
                Entry::stored("nspcc/mimetype", b"application/vnd.briefing+zip"),
                Entry::stored("nspcc/article.md", b"Adults want both."),
                Entry::stored("__MACOSX/nspcc/._article.md", b"\0"),
            ]),
        ),
        case(folder, "an archive in the archive", bundle([Entry::stored("media/old.zip", b"PK\x03\x04")])),
        case(folder, "no manifest", archive([mimetype(), article()])),
    ]
}

/// Where the entry after these begins.
fn at_of(entries: &[Entry]) -> u32 {
    let length = |entry: &Entry| 30 + entry.name.len() + entry.content.len();
    u32::try_from(entries.iter().map(length).sum::<usize>()).unwrap()
}

fn misnamed(folder: &Path) -> Vec<Case> {
    let named = |name: &str| bundle([Entry::stored(name, b"x")]);
    let both = |one: &str, other: &str| bundle([Entry::stored(one, b"1"), Entry::stored(other, b"2")]);
    vec![
        case(folder, "a name that leaves", named("../../.ssh/authorized_keys")),
        case(folder, "a name that leaves midway", named("media/../../a.md")),
        case(folder, "an absolute name", named("/etc/cron.d/a")),
        case(folder, "a drive", named("C:/Windows/a.md")),
        case(folder, "a server", named("\\\\server\\share\\a.md")),
        case(folder, "a backslash", named("media\\a.png")),
        case(folder, "a NUL in a name", named("article.md\0.png")),
        case(folder, "a name that turns its direction", named("media/\u{202e}gnp.md")),
        case(folder, "an empty part", named("media//a.png")),
        case(folder, "a name without end", named(&"x".repeat(300))),
        case(folder, "a very deep name", named(&"a/".repeat(20))),
        case(folder, "a deep file", named(&format!("{}a.md", "a/".repeat(20)))),
        case(folder, "a device of Windows", named("media/CON.png")),
        case(folder, "a character that Windows has not", named("media/what?.png")),
        case(folder, "a name in an old encoding", bundle([Entry::stored(b"caf\x82.md", b"x")])),
        case(folder, "a name twice", both("article.md", "article.md")),
        case(folder, "the manifest twice", bundle([Entry::stored("briefing.ron", b"Briefing(format: 2)")])),
        case(folder, "names that differ in case", both("media/Map.png", "media/map.png")),
        case(folder, "folders that differ in case", both("Media/a.png", "media/b.png")),
        case(folder, "names that differ in form", both("caf\u{e9}.md", "cafe\u{301}.md")),
        case(folder, "a file that is a folder", both("media", "media/a.png")),
        case(
            folder,
            "a manifest that is a folder",
            archive([mimetype(), Entry::stored("briefing.ron/", b"").with(|e| e.mode = 0o040_755)]),
        ),
        case(folder, "what systems leave behind", {
            let left_behind =
                [".DS_Store", ".git/config", "media/Thumbs.db", "__MACOSX/._article.md", "desktop.ini"];
            bundle(left_behind.map(|name| Entry::stored(name, b"x")))
        }),
    ]
}

fn too_large(folder: &Path) -> Vec<Case> {
    let line = vec![b'a'; 100 * MIB];
    let zeros = vec![0; 3 * MIB];
    let small = |name: &str| Entry::stored(name, &[b'x'; 600]);
    vec![
        case(folder, "a line of 100 MB", bundle([Entry::stored("article.md", &line)])),
        case(folder, "a bomb alone", bundle([Entry::deflated("media/a.svg", &zeros)])),
        case(
            folder,
            "a bomb beside a picture",
            bundle([Entry::deflated("media/a.svg", &zeros), Entry::stored("media/b.png", &zeros[..100_000])]),
        ),
        case(
            folder,
            "a bomb in many entries",
            bundle((0..20).map(|number| Entry::deflated(format!("media/{number}.svg"), &zeros[..900_000]))),
        ),
        case(folder, "a manifest over the limit", bundle([])).within(|limits| limits.manifest_bytes = 19),
        case(folder, "an article over the limit", bundle([small("article.md")]))
            .within(|limits| limits.article_bytes = 599),
        case(folder, "a table over the limit", bundle([small("polls/a.csv")]))
            .within(|limits| limits.table_bytes = 599),
        case(folder, "a picture over the limit", bundle([small("media/a.png"), small("article.md")]))
            .within(|limits| limits.media_bytes = 599),
        case(
            folder,
            "a bundle over the limit",
            bundle([small("media/a.png"), small("article.md"), small("z.md")]),
        )
        .within(|limits| limits.bundle_bytes = 1_000),
        case(folder, "an archive over the limit", bundle([Entry::stored("media/a.png", &zeros)]))
            .within(|limits| limits.bundle_bytes = 1_000),
        case(folder, "too many files", bundle((0..5).map(|number| small(&format!("{number}.md")))))
            .within(|limits| limits.entries = 3),
        case(
            folder,
            "too many folders",
            bundle(
                (0..30).map(|number| Entry::stored(format!("{number}/"), b"").with(|e| e.mode = 0o040_755)),
            ),
        )
        .within(|limits| limits.entries = 3),
    ]
}

#[test]
fn each_broken_archive_is_told_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let told: String = cases(folder.path()).iter().map(Case::told).collect();
    insta::assert_snapshot!(told);
}

#[test]
fn faults_beyond_the_hundredth_of_a_kind_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let links = (0..150).map(|number| Entry::stored(format!("{number}"), b"/").with(|e| e.mode = 0o120_777));
    let (_, problems) = case(folder.path(), "links", bundle(links)).read();
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100].message, "and 50 more of this kind");
}
