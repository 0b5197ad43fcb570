//! What the documents say is so: the paths and links they name lead somewhere, and their examples
//! print what is written under them. Articles of briefings are no documents of this kind.

use std::fs;
use std::path::{Path, PathBuf};

use crate::console;
use crate::files::{files_under, root, text_of};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Folders of the repository: code in a text that begins with one of them is taken for a path.
const FOLDERS: [&str; 7] = ["src/", "tests/", "assets/", "briefings/", "benches/", "docs/", ".ci/"];

/// Where decisions are kept, with the index of them.
const DECISIONS: &str = "docs/decisions/";
const INDEX: &str = "docs/decisions/README.md";

/// Every document: those at the root, those in `docs/` and those beside the code.
fn documents() -> Vec<String> {
    let at_root = fs::read_dir(root()).expect("the repository can be listed");
    let mut documents: Vec<String> = at_root
        .map(|entry| entry.expect("a folder's entries can be listed").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "md"))
        .collect();
    documents.extend(files_under("docs", "md"));
    documents.extend(files_under("src", "md"));
    documents.sort();
    documents
}

/// A code block with the language it is in.
struct CodeBlock {
    language: String,
    text: String,
}

/// What a document names.
#[derive(Default)]
struct Named {
    /// Paths in code, from the repository's root.
    paths: Vec<String>,
    /// Targets of links and pictures.
    links: Vec<String>,
    blocks: Vec<CodeBlock>,
    /// Anchors of headings.
    anchors: Vec<String>,
}

fn named_in(document: &str) -> Named {
    let mut named = Named::default();
    let mut open_block: Option<CodeBlock> = None;
    let mut open_heading: Option<String> = None;
    for event in Parser::new_ext(document, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                named.links.push(dest_url.into_string());
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                open_block = Some(CodeBlock { language, text: String::new() });
            }
            Event::End(TagEnd::CodeBlock) => named.blocks.extend(open_block.take()),
            Event::Start(Tag::Heading { .. }) => open_heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                named.anchors.extend(open_heading.take().map(|heading| anchor(&heading)));
            }
            Event::Code(code) => {
                if let Some(heading) = &mut open_heading {
                    heading.push_str(&code);
                }
                if FOLDERS.iter().any(|folder| code.starts_with(folder)) {
                    named.paths.push(code.into_string());
                }
            }
            Event::Text(text) => {
                if let Some(text_so_far) =
                    open_block.as_mut().map(|block| &mut block.text).or(open_heading.as_mut())
                {
                    text_so_far.push_str(&text);
                }
            }
            _ => {}
        }
    }
    named
}

/// The anchor that sites which show Markdown give a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Each path and link of the document at `path` that leads nowhere.
fn dead_ends(path: &str, document: &str) -> Vec<String> {
    let Named { paths, links, anchors, .. } = named_in(document);
    let folder = root().join(path).parent().map(Path::to_path_buf).unwrap_or_default();
    let absent_paths = paths
        .into_iter()
        .filter(|named| !root().join(before_wildcard(named)).exists())
        .map(|named| format!("{path}: `{named}` is not there"));
    let dead_links = links
        .into_iter()
        .filter(|link| !leads_somewhere(link, &folder, &anchors))
        .map(|link| format!("{path}: the link to {link} leads nowhere"));
    absent_paths.chain(dead_links).collect()
}

/// The folder of `src/chart/*.rs` or `src/…`; another path as it is.
fn before_wildcard(path: &str) -> &str {
    match path.find(['*', '…', '<']) {
        Some(at) => path[..at].rfind('/').map_or("", |slash| &path[..slash]),
        None => path,
    }
}

/// Addresses on the web are not asked: tests need no network.
fn leads_somewhere(link: &str, folder: &Path, anchors: &[String]) -> bool {
    if link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:") {
        return true;
    }
    match link.split_once('#') {
        Some(("", anchor)) => anchors.iter().any(|known| known == anchor),
        Some((file, anchor)) => fs::read_to_string(folder.join(file))
            .is_ok_and(|text| named_in(&text).anchors.iter().any(|known| known == anchor)),
        None => folder.join(link).exists(),
    }
}

#[test]
fn every_path_and_link_in_the_documents_leads_somewhere() {
    let found: Vec<String> =
        documents().iter().flat_map(|document| dead_ends(document, &text_of(document))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_documents_are_found() {
    let documents = documents();
    for expected in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", INDEX, "src/bundle/FORMAT.md"] {
        assert!(
            documents.iter().any(|document| document == expected),
            "{expected} is not among {documents:?}"
        );
    }
}

#[test]
fn each_decision_has_its_three_parts_and_is_listed_once() {
    let listed = named_in(&text_of(INDEX)).links;
    for document in files_under(DECISIONS, "md").iter().filter(|document| *document != INDEX) {
        let anchors = named_in(&text_of(document)).anchors;
        assert_eq!(anchors[1..], ["context", "decision", "consequences"], "{document}");
        let name = document.strip_prefix(DECISIONS).expect("it was found there");
        assert_eq!(listed.iter().filter(|link| *link == name).count(), 1, "{document} in {INDEX}");
    }
}

#[test]
fn the_readme_has_the_command_to_run_and_the_command_to_test() {
    let blocks = named_in(&text_of("README.md")).blocks;
    for command in ["cargo run --release", "cargo test"] {
        let has_it = blocks.iter().flat_map(|block| block.text.lines()).any(|line| line == command);
        assert!(has_it, "no code block of README.md has the line `{command}`");
    }
}

/// The examples run in a folder of their own, with the shelf's briefings in it, so that they may
/// write.
#[test]
fn the_examples_in_the_documents_print_what_is_written_under_them() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    if root().join("briefings").exists() {
        copy_folder(&root().join("briefings"), &folder.path().join("briefings"));
    }
    let binary = Path::new(env!("CARGO_BIN_EXE_briefing-reader"));
    let mut found = Vec::new();
    for document in documents() {
        let blocks = named_in(&text_of(&document)).blocks;
        for block in blocks.iter().filter(|block| block.language == "console") {
            let differences = console::differences(&block.text, binary, folder.path());
            found.extend(differences.iter().map(|difference| format!("{document}: {difference}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for a while can be written");
    for entry in fs::read_dir(from).expect("the briefings can be listed") {
        let source: PathBuf = entry.expect("a folder's entries can be listed").path();
        let target = to.join(source.file_name().expect("an entry has a name"));
        if source.is_dir() {
            copy_folder(&source, &target);
        } else {
            fs::copy(&source, &target).expect("a briefing's file can be copied");
        }
    }
}

#[test]
fn a_path_that_is_not_there_is_told() {
    let document = "See `src/lib.rs`, `src/*.rs` and `src/…`, not `polls/a.csv`.\n\n| a |\n| - |\n| `src/gone.rs` |\n\n`tests/gone/*.rs`";
    assert_eq!(
        dead_ends("A.md", document),
        ["A.md: `src/gone.rs` is not there", "A.md: `tests/gone/*.rs` is not there"]
    );
}

#[test]
fn a_link_that_leads_nowhere_is_told() {
    let document = "# What *is* `this`?\n\n[a](Cargo.toml) [b](https://example.org) [c](#what-is-this)\n[d](gone.md) [e](#gone) ![f](gone.png) [g](src/bundle/FORMAT.md#gone) [h](src/bundle/FORMAT.md#the-manifest)";
    let told = dead_ends("A.md", document);
    let dead: Vec<&str> = told.iter().filter_map(|fault| fault.split(' ').nth(4)).collect();
    assert_eq!(dead, ["gone.md", "#gone", "gone.png", "src/bundle/FORMAT.md#gone"]);
    assert_eq!(dead_ends("src/bundle/A.md", "[a](FORMAT.md) [b](../lib.rs)"), [""; 0]);
}
