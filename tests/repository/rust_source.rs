//! What a Rust source names, imports and defines. Comments, documentation and strings are no code.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree, Visibility};

/// A path such as `a::b::C`, as it is named in one place.
pub struct NamedPath {
    /// `["crate", "poll", "Poll"]`; a glob ends in `*`.
    pub segments: Vec<String>,
    /// From 1.
    pub line: usize,
    /// The `use` that names it, if one does.
    pub import: Option<Import>,
    pub scope: Scope,
}

/// One branch of a `use`.
#[derive(Clone)]
pub struct Import {
    /// What it is called from here on.
    pub name: String,
    /// Whether others may get it from here: a re-export.
    pub passed_on: bool,
}

/// Where in a file something stands.
#[derive(Clone, Default)]
pub struct Scope {
    /// The modules inside the file, from the outermost.
    pub modules: Vec<String>,
    /// Whether only tests are built with it.
    pub in_tests: bool,
}

/// What a source file has.
#[derive(Default)]
pub struct RustSource {
    pub paths: Vec<NamedPath>,
    /// The names of its functions, types and other items.
    pub items: Vec<(Scope, String)>,
    /// The modules that are declared here and have files of their own.
    pub files: Vec<(Scope, String)>,
    scope: Scope,
}

impl RustSource {
    /// Reads a source; a message with the line if it is no Rust.
    pub fn read(source: &str) -> Result<RustSource, String> {
        let file = syn::parse_file(source).map_err(|why| format!("{}: {why}", why.span().start().line))?;
        let mut read = RustSource::default();
        read.visit_file(&file);
        Ok(read)
    }

    fn add(&mut self, segments: Vec<String>, span: Span, import: Option<Import>) {
        let (line, scope) = (span.start().line, self.scope.clone());
        self.paths.push(NamedPath { segments, line, import, scope });
    }

    /// Follows each branch of a `use`, with `before` in front of it.
    fn branches(&mut self, tree: &UseTree, before: &[String], passed_on: bool) {
        let (end, name, span) = match tree {
            UseTree::Path(path) => {
                let before = [before, &[path.ident.to_string()]].concat();
                return self.branches(&path.tree, &before, passed_on);
            }
            UseTree::Group(group) => {
                return group.items.iter().for_each(|branch| self.branches(branch, before, passed_on));
            }
            UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string(), name.ident.span()),
            UseTree::Rename(name) => (name.ident.to_string(), name.rename.to_string(), name.ident.span()),
            UseTree::Glob(glob) => ("*".to_owned(), "*".to_owned(), glob.star_token.spans[0]),
        };
        let name = if name == "self" { before.last().cloned().unwrap_or(name) } else { name };
        self.add([before, &[end]].concat(), span, Some(Import { name, passed_on }));
    }

    /// Paths in what a macro is given, which need not be Rust.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut segments = Vec::new();
        let (mut colons, mut begun) = (2, Span::call_site());
        for tree in tokens {
            match tree {
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.end(&mut segments, begun);
                    }
                    if segments.is_empty() {
                        begun = word.span();
                    }
                    segments.push(word.to_string());
                    colons = 0;
                }
                other => {
                    self.end(&mut segments, begun);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.end(&mut segments, begun);
    }

    fn end(&mut self, segments: &mut Vec<String>, begun: Span) {
        if !segments.is_empty() {
            self.add(std::mem::take(segments), begun, None);
        }
    }
}

impl<'ast> Visit<'ast> for RustSource {
    fn visit_item(&mut self, item: &'ast Item) {
        let (name, attributes): (_, &[Attribute]) = match item {
            Item::Const(item) => (Some(&item.ident), &item.attrs),
            Item::Enum(item) => (Some(&item.ident), &item.attrs),
            Item::Fn(item) => (Some(&item.sig.ident), &item.attrs),
            Item::Impl(item) => (None, &item.attrs),
            Item::Macro(item) => (item.ident.as_ref(), &item.attrs),
            Item::Mod(item) => (None, &item.attrs),
            Item::Static(item) => (Some(&item.ident), &item.attrs),
            Item::Struct(item) => (Some(&item.ident), &item.attrs),
            Item::Trait(item) => (Some(&item.ident), &item.attrs),
            Item::Type(item) => (Some(&item.ident), &item.attrs),
            Item::Union(item) => (Some(&item.ident), &item.attrs),
            Item::Use(item) => (None, &item.attrs),
            _ => (None, &[]),
        };
        let around = self.scope.clone();
        self.scope.in_tests |= attributes.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test")
        });
        self.items.extend(name.map(|name| (self.scope.clone(), name.to_string())));
        match item {
            Item::Mod(module) if module.content.is_none() => {
                self.files.push((self.scope.clone(), module.ident.to_string()));
            }
            Item::Mod(module) => self.scope.modules.push(module.ident.to_string()),
            Item::Use(import) => {
                self.branches(&import.tree, &[], !matches!(import.vis, Visibility::Inherited));
            }
            _ => {}
        }
        visit::visit_item(self, item);
        self.scope = around;
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let span = path.segments.first().map_or_else(Span::call_site, |segment| segment.ident.span());
        self.add(segments, span, None);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
        visit::visit_macro(self, called);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.tokens(list.tokens.clone());
        visit::visit_meta_list(self, list);
    }
}
