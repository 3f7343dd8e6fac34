//! What people read, as tests look for it: from the files of a language.

use std::fs;
use std::path::Path;

/// Discord's code of a language that Rapport writes, and the folder of its texts.
pub(crate) const LANGUAGES: [(&str, &str); 6] = [
    ("en-US", "en"),
    ("de", "de"),
    ("fr", "fr"),
    ("es-ES", "es"),
    ("pt-BR", "pt-BR"),
    ("ja", "ja"),
];

/// A text without arguments.
pub(crate) fn text(folder: &str, key: &str) -> String {
    let locales = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"));
    let beginning = format!("{key} = ");
    let texts = fs::read_dir(locales.join(folder))
        .unwrap()
        .filter_map(|file| {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let found = text.lines().find_map(|line| line.strip_prefix(&beginning));
            found.map(str::to_owned)
        });
    let mut texts = texts.fuse();
    texts
        .next()
        .unwrap_or_else(|| panic!("{folder} has no {key}"))
}
