//! The modules of `src/`, and which file a path means: through imports, re-exports and globs.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{files_under, text_of};
use crate::rust_source::{NamedPath, RustSource};

/// What a path means.
enum Meant {
    Module(Vec<String>),
    /// Something that the file at this path defines.
    Item(String),
}

#[derive(Default)]
struct Module {
    file: String,
    items: BTreeSet<String>,
    /// Names from elsewhere, with the path to each; `*` for all of a module.
    imports: Vec<(String, Vec<String>)>,
}

/// All modules of the library, by their path from its root.
#[derive(Default)]
pub struct Modules(BTreeMap<Vec<String>, Module>);

/// One file uses what another defines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub by: String,
    pub line: usize,
    pub path: String,
    pub of: String,
}

/// How far re-exports are followed: those that go in a circle would never end.
const DEEPEST: usize = 12;

/// Each use of one file by another in `src/`, but for those in tests and those that only pass a name on.
pub fn uses() -> Vec<Use> {
    let programs = ["src/main.rs", "src/bin/briefing-reader-window.rs"];
    let files = files_under("src", "rs").into_iter().filter(|file| !programs.contains(&file.as_str()));
    uses_in(files.map(|file| {
        let text = text_of(&file);
        (file, text)
    }))
}

/// The same for the files given, by path and text.
pub fn uses_in(files: impl Iterator<Item = (String, String)>) -> Vec<Use> {
    let sources: Vec<(String, Vec<String>, RustSource)> = files
        .map(|(file, text)| {
            let source = RustSource::read(&text).unwrap_or_else(|why| panic!("{file}:{why}"));
            (file.clone(), module_of(&file), source)
        })
        .collect();
    let mut modules = Modules::default();
    for (file, module, source) in &sources {
        modules.add(file, module, source);
    }
    let only_tests: Vec<Vec<String>> = sources
        .iter()
        .flat_map(|(_, module, source)| {
            let files = source.files.iter().filter(|(scope, _)| scope.in_tests);
            files
                .map(|(scope, name)| [module.as_slice(), &scope.modules, std::slice::from_ref(name)].concat())
        })
        .collect();
    let mut uses: Vec<Use> = sources
        .iter()
        .filter(|(_, module, _)| !only_tests.iter().any(|tests| module.starts_with(tests)))
        .flat_map(|(file, module, source)| {
            source.paths.iter().filter_map(|path| modules.used(file, module, path))
        })
        .collect();
    uses.sort();
    uses
}

/// `src/poll/base.rs` is the module `poll::base`, `src/poll/mod.rs` is `poll`.
fn module_of(file: &str) -> Vec<String> {
    let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
    let names = inside.trim_end_matches("mod").split('/').filter(|name| !name.is_empty());
    names.filter(|name| !matches!(*name, "lib" | "main")).map(str::to_owned).collect()
}

impl Modules {
    fn add(&mut self, file: &str, module: &[String], source: &RustSource) {
        self.at(file, module, &[]);
        for (scope, name) in &source.items {
            self.at(file, module, &scope.modules).items.insert(name.clone());
        }
        for path in &source.paths {
            if let Some(import) = &path.import {
                let imports = &mut self.at(file, module, &path.scope.modules).imports;
                imports.push((import.name.clone(), path.segments.clone()));
            }
        }
    }

    /// A module, or one inside it, of a file.
    fn at(&mut self, file: &str, module: &[String], inside: &[String]) -> &mut Module {
        let module = self.0.entry([module, inside].concat()).or_default();
        file.clone_into(&mut module.file);
        module
    }

    /// The use of another file that a path is, if it is one.
    fn used(&self, file: &str, module: &[String], path: &NamedPath) -> Option<Use> {
        let passed_on = path.import.as_ref().is_some_and(|import| import.passed_on);
        if path.scope.in_tests || passed_on {
            return None;
        }
        let module = [module, &path.scope.modules].concat();
        let Meant::Item(of) = self.meant(&module, &path.segments, false, 0)? else { return None };
        let path_text = path.segments.join("::");
        (of != file).then(|| Use { by: file.to_owned(), line: path.line, path: path_text, of })
    }

    /// What a path means in a module. Modules and functions may share a name; `as_module` says which
    /// is meant at the path's end.
    fn meant(&self, module: &[String], path: &[String], as_module: bool, deep: usize) -> Option<Meant> {
        let mut found = Meant::Module(module.to_vec());
        for (index, name) in path.iter().enumerate() {
            // What follows an item is a variant or a method of its own.
            let Meant::Module(mut module) = found else { break };
            let as_module = as_module || index + 1 < path.len();
            found = match name.as_str() {
                "crate" => Meant::Module(Vec::new()),
                "self" => Meant::Module(module),
                "super" => {
                    module.pop();
                    Meant::Module(module)
                }
                name => self.named(&module, name, as_module, deep)?,
            };
        }
        Some(found)
    }

    /// What a name means in a module: what it defines, imports by name, or imports with a glob.
    fn named(&self, at: &[String], name: &str, as_module: bool, deep: usize) -> Option<Meant> {
        let module = self.0.get(at)?;
        let inner = [at, &[name.to_owned()]].concat();
        let inner = self.0.contains_key(&inner).then_some(Meant::Module(inner));
        if inner.is_some() && as_module {
            return inner;
        }
        if module.items.contains(name) {
            return Some(Meant::Item(module.file.clone()));
        }
        let mut by_name = module.imports.iter().filter(|(own, _)| own == name);
        let by_name = by_name.find_map(|(_, path)| self.followed(at, path, as_module, deep));
        by_name.or(inner).or_else(|| {
            let globs = module.imports.iter().filter(|(own, _)| own == "*");
            let mut from =
                globs.filter_map(|(_, path)| self.followed(at, &path[..path.len() - 1], true, deep));
            from.find_map(|from| match from {
                Meant::Module(from) if from != at => self.named(&from, name, as_module, deep + 1),
                _ => None,
            })
        })
    }

    fn followed(&self, at: &[String], path: &[String], as_module: bool, deep: usize) -> Option<Meant> {
        (deep < DEEPEST).then(|| self.meant(at, path, as_module, deep + 1))?
    }
}
