//! The texts of one language: which there are, and which arguments each uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;

/// The names of a text's arguments.
pub(crate) type Arguments = BTreeSet<String>;

/// The texts of one language, by key. An attribute's key is `message.attribute`.
#[derive(Default)]
pub(crate) struct Catalogue {
    texts: BTreeMap<String, Pattern>,
}

/// What a text is made of.
#[derive(Default)]
struct Pattern {
    arguments: Arguments,
    /// Other texts that it repeats.
    texts: BTreeSet<String>,
}

impl Catalogue {
    /// Reads every file of `locales/<language>`. Panics on what Fluent does not understand.
    pub(crate) fn read(language: &str) -> Self {
        let mut catalogue = Self::default();
        let folder = Path::new("locales").join(language);
        for file in fs::read_dir(folder).unwrap() {
            catalogue.add_file(&file.unwrap().path());
        }
        catalogue
    }

    /// Reads one file of `locales/<language>`.
    pub(crate) fn read_file(language: &str, file: &str) -> Self {
        let mut catalogue = Self::default();
        catalogue.add_file(&Path::new("locales").join(language).join(file));
        catalogue
    }

    fn add_file(&mut self, path: &Path) {
        let source = fs::read_to_string(path).unwrap();
        let resource = parser::parse(source)
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                self.add(message, path);
            }
        }
    }

    fn add(&mut self, message: ast::Message<String>, path: &Path) {
        let name = message.id.name;
        let attributes = message.attributes.into_iter();
        let attributes = attributes.map(|it| (format!("{name}.{}", it.id.name), it.value));
        let value = message.value.map(|it| (name.clone(), it));
        for (key, value) in value.into_iter().chain(attributes) {
            let mut pattern = Pattern::default();
            pattern.visit(&value);
            let before = self.texts.insert(key.clone(), pattern);
            assert!(before.is_none(), "{}: {key} is there twice", path.display());
        }
    }

    pub(crate) fn keys(&self) -> BTreeSet<&str> {
        self.texts.keys().map(String::as_str).collect()
    }

    /// The arguments of a text, with those of the texts that it repeats; `None` without the text.
    pub(crate) fn arguments(&self, key: &str) -> Option<Arguments> {
        let pattern = self.texts.get(key)?;
        let repeated = pattern.texts.iter().map(|it| {
            let arguments = self.arguments(it);
            arguments.unwrap_or_else(|| panic!("{key} repeats {it}, which is missing"))
        });
        Some(
            repeated
                .flatten()
                .chain(pattern.arguments.clone())
                .collect(),
        )
    }

    /// The texts that others repeat.
    pub(crate) fn repeated(&self) -> BTreeSet<&str> {
        let patterns = self.texts.values();
        patterns
            .flat_map(|it| it.texts.iter().map(String::as_str))
            .collect()
    }
}

impl Pattern {
    fn visit(&mut self, pattern: &ast::Pattern<String>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.visit_expression(expression);
            }
        }
    }

    fn visit_expression(&mut self, expression: &ast::Expression<String>) {
        match expression {
            ast::Expression::Inline(inline) => self.visit_inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.visit_inline(selector);
                for variant in variants {
                    self.visit(&variant.value);
                }
            }
        }
    }

    fn visit_inline(&mut self, inline: &ast::InlineExpression<String>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.clone());
            }
            ast::InlineExpression::MessageReference { id, .. } => {
                self.texts.insert(id.name.clone());
            }
            ast::InlineExpression::Placeable { expression } => self.visit_expression(expression),
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.visit_inline(argument);
                }
            }
            _ => {}
        }
    }
}
