//! Every text that people read is in `locales/`, in every language, with the arguments that the
//! code puts into it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod catalogue;
mod uses;

use std::collections::BTreeSet;

use catalogue::Catalogue;

/// English, in which texts are written first.
const SOURCE: &str = "en";

const TRANSLATIONS: [&str; 0] = [];

/// Keys that no `text!` names: a test of the registry asks for each command's.
const OF_COMMANDS: &str = "command-";

#[test]
fn every_text_in_the_code_is_in_english_with_its_arguments() {
    let english = Catalogue::read(SOURCE);
    let mut wrong = Vec::new();
    for used in uses::all() {
        let given = used.arguments.iter().cloned().collect();
        let wanted = english.arguments(&used.key);
        if wanted.as_ref() != Some(&given) {
            wrong.push(format!(
                "{}: {} gets {given:?}, wants {wanted:?}",
                used.file, used.key
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_english_text_is_used() {
    let english = Catalogue::read(SOURCE);
    let used: BTreeSet<_> = uses::all().into_iter().map(|it| it.key).collect();
    let repeated = english.repeated();
    let is_used =
        |key: &&str| key.starts_with(OF_COMMANDS) || used.contains(*key) || repeated.contains(*key);
    let unused: Vec<_> = english
        .keys()
        .into_iter()
        .filter(|it| !is_used(it))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_language_has_the_texts_of_english_with_their_arguments() {
    let english = Catalogue::read(SOURCE);
    let mut wrong = Vec::new();
    for language in TRANSLATIONS {
        let other = Catalogue::read(language);
        for key in english.keys().union(&other.keys()) {
            let (wanted, found) = (english.arguments(key), other.arguments(key));
            if wanted != found {
                wrong.push(format!(
                    "{language}: {key} has {found:?}, English {wanted:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
