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

/// The words that people type for a date: the code reads them in every language.
const WORDS_FOR_DATES: &str = "when.ftl";

const TRANSLATIONS: [&str; 5] = ["de", "fr", "es", "pt-BR", "ja"];

/// Beginnings of keys that no `text!` names. Snapshots and tests beside the code ask for each of them.
const PUT_TOGETHER: [&str; 2] = ["command-", "question-"];

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
    let is_used = |key: &&str| {
        PUT_TOGETHER.iter().any(|it| key.starts_with(it))
            || used.contains(*key)
            || repeated.contains(*key)
    };
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
        wrong.extend(differences(&english, &Catalogue::read(language), language));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_language_has_the_words_for_dates() {
    let english = Catalogue::read_file(SOURCE, WORDS_FOR_DATES);
    let mut wrong = Vec::new();
    for language in ["de", "fr", "es", "pt-BR", "ja"] {
        let other = Catalogue::read_file(language, WORDS_FOR_DATES);
        wrong.extend(differences(&english, &other, language));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(english: &Catalogue, other: &Catalogue, language: &str) -> Vec<String> {
    let (ours, theirs) = (english.keys(), other.keys());
    let keys = ours.union(&theirs).map(|key| {
        let (wanted, found) = (english.arguments(key), other.arguments(key));
        (wanted != found).then(|| format!("{language}: {key} has {found:?}, English {wanted:?}"))
    });
    keys.flatten().collect()
}
