//! Files that are named are there, and files that are there are named.

use std::collections::HashSet;

use super::Findings;
use super::findings::Where;
use super::walk::polls;
use crate::article::Kind;
use crate::bundle::faults::fault;
use crate::bundle::{Bundle, MANIFEST, paths};
use crate::diagnostics::nearest;

/// A file's path as it is written somewhere.
struct Named<'b> {
    path: &'b str,
    at: Where,
}

/// `path-leaves-bundle`
pub fn path_leaves(bundle: &Bundle, findings: &mut Findings<'_>) {
    for Named { path, at } in named(bundle) {
        if !path.is_empty() && paths::inside(path).is_none() {
            findings.add("path-leaves-bundle", at, || {
                let with_slashes = path.replace('\\', "/");
                if paths::inside(&with_slashes).is_some() {
                    let message = format!("the path `{path}` is one of Windows alone");
                    return fault("path-leaves-bundle", message).hint(format!("write `{with_slashes}`"));
                }
                fault("path-leaves-bundle", format!("the path `{path}` leads out of the bundle"))
                    .hint("put the file into the bundle's folder and name it from there: `media/map.png`")
            });
        }
    }
}

/// `manifest-absent`, where the files did not come from a folder or an archive that was looked at.
pub fn no_manifest(bundle: &Bundle, findings: &mut Findings<'_>) {
    // An archive that could not be read says so, and has nothing at all.
    let is_explained = bundle.met.iter().any(|problem| problem.file == MANIFEST || problem.file.is_empty());
    if !is_explained && !bundle.paths.iter().any(|path| path == MANIFEST) {
        let fault = fault("manifest-absent", format!("the bundle has no `{MANIFEST}`")).in_file(MANIFEST);
        findings.add_elsewhere(fault.hint("a bundle's manifest lies at its top; FORMAT.md shows one"));
    }
}

/// `file-absent`
pub fn absent(bundle: &Bundle, findings: &mut Findings<'_>) {
    // Why a file could not be read was said already.
    let reported: HashSet<&str> = bundle.met.iter().map(|problem| problem.file.as_str()).collect();
    let present: HashSet<&str> = bundle.paths.iter().map(String::as_str).collect();
    let is_absent = |path: &str| !present.contains(path) && !reported.contains(path);
    for Named { path, at } in named(bundle) {
        let Some(path) = paths::inside(path).filter(|path| is_absent(path)) else { continue };
        findings.add("file-absent", at, || {
            let fault = fault("file-absent", format!("there is no file `{path}` in the bundle"));
            match nearest(&path, present.iter().copied()) {
                Some(right) => fault.hint(format!("did you mean `{right}`?")),
                None => fault.hint("add the file, or take its name out"),
            }
        });
    }
}

/// `table-shared`
pub fn shared_table(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut seen = HashSet::new();
    for (poll, spans) in polls(bundle) {
        let Some(path) = poll.table.as_deref().and_then(paths::inside) else { continue };
        if seen.contains(&path) {
            findings.add("table-shared", spans.field("table"), || {
                fault("table-shared", format!("another poll has the table `{path}` already"))
                    .hint("give each poll a table of its own")
            });
        }
        seen.insert(path);
    }
}

/// `file-unnamed`
pub fn unnamed(bundle: &Bundle, findings: &mut Findings<'_>) {
    let named: HashSet<String> = named(bundle).filter_map(|named| paths::inside(named.path)).collect();
    for path in &bundle.paths {
        let is_known =
            path == MANIFEST || path == "mimetype" || *path == bundle.article_path || named.contains(path);
        if !is_known && !bundle.manifest_source.is_empty() {
            let fault = fault("file-unnamed", "nothing in the briefing names this file").in_file(path);
            findings.add_elsewhere(fault.hint("take it out if it is not needed"));
        }
    }
}

/// All paths that the manifest and the article name.
fn named(bundle: &Bundle) -> impl Iterator<Item = Named<'_>> {
    // Where it cannot be read, that was told.
    let is_readable = bundle.spans.has_readable("article") || !bundle.spans.has("article");
    let is_readable = is_readable && !bundle.manifest_source.is_empty();
    let article = is_readable
        .then(|| Named { path: bundle.manifest.article_path(), at: bundle.spans.field("article").into() });
    let tables = polls(bundle).filter_map(|(poll, spans)| {
        Some(Named { path: poll.table.as_deref()?, at: spans.field("table").into() })
    });
    let pictures = bundle.article.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Picture { path, .. } => Some(Named { path, at: block.source.clone().into() }),
        _ => None,
    });
    article.into_iter().chain(tables).chain(pictures)
}
