//! The paths that a Rust source names, such as `a::b::c`, in code and in `use` lines. Comments,
//! documentation and strings are no code and name nothing.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as it is named in one place.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedPath {
    /// `["crate", "poll", "Poll"]`; a glob ends in `*`.
    pub segments: Vec<String>,
    /// From 1.
    pub line: usize,
    /// Whether a `use` names it.
    pub imported: bool,
}

/// Every path that `source` names, in order; a message with the line if it is no Rust.
pub fn paths_in(source: &str) -> Result<Vec<NamedPath>, String> {
    let tokens: TokenStream = source
        .parse()
        .map_err(|error: proc_macro2::LexError| format!("{}: {error}", error.span().start().line))?;
    let mut paths = Vec::new();
    collect(tokens, &mut paths);
    Ok(paths)
}

fn collect(tokens: TokenStream, paths: &mut Vec<NamedPath>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut imported = false;
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            TokenTree::Ident(word) if word == "use" => {
                imported = true;
                at += 1;
            }
            TokenTree::Ident(_) => {
                at = read_path(&trees, at, &[], imported, paths);
                imported = false;
            }
            TokenTree::Group(group) => {
                // `use {a::b, c::d};` is the one group that a `use` may begin with.
                if imported && group.delimiter() == Delimiter::Brace {
                    read_branches(group.stream(), &[], imported, paths);
                } else {
                    collect(group.stream(), paths);
                }
                imported = false;
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Reads the path that begins at `trees[at]`, with `before` in front of it; returns where it ends.
fn read_path(
    trees: &[TokenTree],
    mut at: usize,
    before: &[String],
    imported: bool,
    paths: &mut Vec<NamedPath>,
) -> usize {
    let line = trees[at].span().start().line;
    let mut segments = before.to_vec();
    loop {
        match trees.get(at) {
            Some(TokenTree::Ident(segment)) => segments.push(segment.to_string()),
            Some(TokenTree::Punct(star)) if star.as_char() == '*' && imported => {
                segments.push("*".to_owned());
            }
            Some(TokenTree::Group(group)) if imported && group.delimiter() == Delimiter::Brace => {
                read_branches(group.stream(), &segments, imported, paths);
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        if !(is_colon(trees.get(at)) && is_colon(trees.get(at + 1))) {
            break;
        }
        at += 2;
    }
    paths.push(NamedPath { segments, line, imported });
    at
}

/// Reads the branches of `{a, b::c, d as e}`, each with `before` in front of it.
fn read_branches(tokens: TokenStream, before: &[String], imported: bool, paths: &mut Vec<NamedPath>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ',');
    for branch in trees.split(is_comma).filter(|branch| !branch.is_empty()) {
        let start = branch.iter().take_while(|tree| is_colon(Some(tree))).count();
        if start < branch.len() {
            read_path(branch, start, before, imported, paths);
        }
    }
}

fn is_colon(tree: Option<&TokenTree>) -> bool {
    matches!(tree, Some(TokenTree::Punct(mark)) if mark.as_char() == ':')
}
