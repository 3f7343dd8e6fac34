//! Which file of `src` takes what from which: read from `use` declarations and from paths in the
//! code. A name that a module re-exports is looked for where it is defined.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// A module's names from the crate's root, as `["kudos", "store"]`.
type Names = Vec<String>;

/// Names that a module brings in by `use`, and the full paths they stand for.
type Uses = BTreeMap<String, Names>;

/// Bounds how often a re-export of a re-export is followed.
const HOPS: usize = 8;

pub(crate) struct Source {
    modules: BTreeMap<Names, Module>,
}

/// An import: `from` takes `names` from `to`.
#[derive(Debug, Clone)]
pub(crate) struct Arrow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) names: BTreeSet<String>,
}

impl Arrow {
    /// Whether one of the files is a module and the other a part of it, which see each other.
    pub(crate) fn is_between_module_and_part(&self) -> bool {
        let folder = |file: &str| {
            let file = file.trim_end_matches(".rs").trim_end_matches("/mod");
            format!("{file}/")
        };
        let (from, to) = (folder(&self.from), folder(&self.to));
        from.starts_with(&to) || to.starts_with(&from)
    }
}

struct Module {
    file: String,
    uses: Uses,
    paths: Vec<Names>,
}

impl Source {
    /// Reads everything under `src` but tests.
    pub(crate) fn read() -> Self {
        let mut modules = BTreeMap::new();
        read_folder(Path::new("src"), &[], &mut modules);
        Self { modules }
    }

    /// Every import from one file to another.
    pub(crate) fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = BTreeMap::<_, BTreeSet<String>>::new();
        for module in self.modules.values() {
            for path in module.uses.values().chain(&module.paths) {
                let Some((owner, name)) = self.resolve(path, HOPS) else {
                    continue;
                };
                let target = &self.modules[&owner].file;
                if *target != module.file {
                    let ends = (module.file.clone(), target.clone());
                    arrows.entry(ends).or_default().insert(name);
                }
            }
        }
        let arrow = |((from, to), names)| Arrow { from, to, names };
        arrows.into_iter().map(arrow).collect()
    }

    /// The module that defines what `path` leads to, and its name there; `None` for a module, and
    /// for what is not of this crate.
    fn resolve(&self, path: &[String], hops: usize) -> Option<(Names, String)> {
        let depth = (0..path.len())
            .rev()
            .find(|depth| self.modules.contains_key(&path[..*depth]))?;
        let (owner, rest) = path.split_at(depth);
        let name = rest.first()?;
        let module = &self.modules[owner];
        if self.modules.contains_key(path) || owner.is_empty() {
            return None;
        }
        match module.uses.get(name) {
            Some(elsewhere) if hops > 0 => {
                let onward = [elsewhere, &rest[1..]].concat();
                self.resolve(&onward, hops - 1)
            }
            _ => Some((owner.to_vec(), name.clone())),
        }
    }
}

fn read_folder(folder: &Path, names: &[String], modules: &mut BTreeMap<Names, Module>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            read_folder(&path, &[names, &[stem]].concat(), modules);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let names = match stem.as_str() {
                "main" | "tests" => continue,
                "lib" | "mod" => names.to_vec(),
                _ => [names, &[stem]].concat(),
            };
            let module = Module::read(&path, &names);
            modules.insert(names, module);
        }
    }
}

impl Module {
    fn read(path: &Path, names: &[String]) -> Self {
        let code = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
        let mut reader = Reader::default();
        reader.visit_file(&code);
        let Reader { uses, paths, .. } = reader;
        let full = |path: &Names| from_root(path, names, &uses, HOPS);
        let paths = paths.iter().filter_map(full).collect();
        let brought_in = uses.iter();
        let brought_in = brought_in.filter_map(|(name, path)| Some((name.clone(), full(path)?)));
        Self {
            file: path.to_str().unwrap().to_owned(),
            uses: brought_in.collect(),
            paths,
        }
    }
}

/// The path from the crate's root; `None` if it leads out of the crate. A path that begins with a
/// name brought in goes on from where that name leads.
fn from_root(path: &[String], module: &[String], uses: &Uses, hops: usize) -> Option<Names> {
    let (first, rest) = path.split_first()?;
    let up = path.iter().take_while(|it| *it == "super").count();
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module, rest].concat()),
        "super" => Some([&module[..module.len() - up], &path[up..]].concat()),
        name => {
            let start = uses
                .get(name)
                .filter(|start| hops > 0 && start[..] != *path)?;
            let start = from_root(start, module, uses, hops - 1)?;
            Some([start, rest.to_vec()].concat())
        }
    }
}

/// Collects what a file names.
#[derive(Default)]
struct Reader {
    uses: Uses,
    paths: Vec<Names>,
}

impl Reader {
    fn use_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(part) => {
                self.use_tree(&[before, &[part.ident.to_string()]].concat(), &part.tree);
            }
            syn::UseTree::Group(group) => {
                group
                    .items
                    .iter()
                    .for_each(|tree| self.use_tree(before, tree));
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                let name = before.last().unwrap().clone();
                self.uses.insert(name, before.to_vec());
            }
            syn::UseTree::Name(name) => self.bring_in(before, &name.ident, &name.ident),
            syn::UseTree::Rename(rename) => self.bring_in(before, &rename.ident, &rename.rename),
            syn::UseTree::Glob(_) => {}
        }
    }

    fn bring_in(&mut self, before: &[String], ident: &syn::Ident, name: &syn::Ident) {
        let path = [before, &[ident.to_string()]].concat();
        self.uses.insert(name.to_string(), path);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&[], &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.to_string();
        if item.content.is_none() {
            self.uses
                .insert(name.clone(), vec!["self".to_owned(), name]);
        } else if name != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Names = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        if names.len() > 1 {
            self.paths.push(names);
        }
        visit::visit_path(self, path);
    }
}
