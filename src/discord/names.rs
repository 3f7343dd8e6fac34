//! Writes people by their current name, in words. A mention without a ping shows as a number in
//! clients that have not loaded that member, so it never stands alone.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use super::text::{cut, mention, plain};
use crate::ids::PersonId;
use crate::language::{Argument, Language, text, tr};
use crate::prose::{is_blank, is_visible};

/// The most characters of a name to show. Discord allows 32.
const SHOWN: usize = 64;

/// A person's name in one server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    /// The name that Discord shows there: nickname, display name or username.
    pub shown: String,
    /// The username: no other account has it.
    pub username: String,
}

impl PersonName {
    /// The name, escaped for a message.
    #[must_use]
    pub(crate) fn text(&self, language: Language) -> String {
        plain(&self.label(language))
    }

    /// The name for places without markup: a button, a select, a form's title.
    #[must_use]
    pub(crate) fn label(&self, language: Language) -> String {
        self.visible()
            .map_or_else(|| tr!(language, "someone"), |name| cut(name, SHOWN))
    }

    /// The name that is shown, if it has a visible character.
    fn visible(&self) -> Option<&str> {
        let names = [self.shown.trim(), self.username.trim()];
        names.into_iter().find(|name| is_visible(name))
    }

    /// Equal for names that readers can't distinguish.
    fn likeness(&self) -> String {
        likeness(self.visible().unwrap_or_default())
    }
}

/// Equal for texts that readers can't distinguish, apart from blanks and capital letters.
#[must_use]
pub(crate) fn likeness(text: &str) -> String {
    let seen = text.nfkc().filter(|it| !is_blank(*it));
    seen.flat_map(char::to_lowercase).collect()
}

/// The name, escaped for a message.
impl From<&PersonName> for Argument {
    fn from(name: &PersonName) -> Self {
        match name.visible() {
            Some(name) => plain(&cut(name, SHOWN)).into(),
            None => text!("someone").into(),
        }
    }
}

/// The names of people in one list. If two have the same name, their usernames are added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    kept: HashMap<PersonId, PersonName>,
    namesakes: HashSet<PersonId>,
}

impl FromIterator<(PersonId, PersonName)> for Names {
    fn from_iter<I: IntoIterator<Item = (PersonId, PersonName)>>(people: I) -> Self {
        let kept: HashMap<_, _> = people.into_iter().collect();
        let mut alike: HashMap<String, Vec<PersonId>> = HashMap::new();
        for (person, name) in &kept {
            alike.entry(name.likeness()).or_default().push(*person);
        }
        let namesakes = alike.into_values().filter(|people| people.len() > 1);
        Self {
            namesakes: namesakes.flatten().collect(),
            kept,
        }
    }
}

impl Names {
    /// Whether a name of this person is known.
    #[must_use]
    pub(crate) fn has(&self, person: PersonId) -> bool {
        self.kept.contains_key(&person)
    }

    /// The name of this person, if it is known.
    #[must_use]
    pub(crate) fn get(&self, person: PersonId) -> Option<&PersonName> {
        self.kept.get(&person)
    }

    /// The person's name, escaped for a message.
    #[must_use]
    pub(crate) fn text(&self, person: PersonId, language: Language) -> String {
        plain(&self.label(person, language))
    }

    /// The same, to put into a text.
    #[must_use]
    pub(crate) fn argument(&self, person: PersonId) -> Argument {
        match self.shown(person, SHOWN) {
            Some(name) => plain(&name).into(),
            None => text!("someone").into(),
        }
    }

    /// The person's name for places without markup.
    #[must_use]
    pub(crate) fn label(&self, person: PersonId, language: Language) -> String {
        self.label_within(person, SHOWN, language)
    }

    /// Like [`Self::label`], in at most `most` characters.
    #[must_use]
    pub(crate) fn label_within(&self, person: PersonId, most: usize, language: Language) -> String {
        self.shown(person, most)
            .unwrap_or_else(|| cut(&tr!(language, "someone"), most))
    }

    fn shown(&self, person: PersonId, most: usize) -> Option<String> {
        let name = self.kept.get(&person)?;
        let visible = name.visible()?;
        if !self.namesakes.contains(&person) || !is_visible(&name.username) {
            return Some(cut(visible, most));
        }
        // The username distinguishes them, so only cut the name before it.
        let username = format!(" ({})", name.username);
        let rest = most.saturating_sub(username.chars().count());
        Some(cut(&format!("{}{username}", cut(visible, rest)), most))
    }

    /// People in a sentence: "A", "A and B", "A, B and C". An empty list, after everyone else in a
    /// talk was forgotten, is "someone".
    #[must_use]
    pub(crate) fn listed(&self, people: &[PersonId]) -> Argument {
        in_words(people.iter().map(|person| self.argument(*person)).collect())
    }
}

/// People in a sentence, as mentions that ping them.
#[must_use]
pub(crate) fn pinged(people: &[PersonId]) -> Argument {
    in_words(people.iter().map(|it| mention(*it).into()).collect())
}

fn in_words(people: Vec<Argument>) -> Argument {
    if people.is_empty() {
        return text!("someone").into();
    }
    Argument::List(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::English;

    fn name(shown: &str, username: &str) -> PersonName {
        PersonName {
            shown: shown.to_owned(),
            username: username.to_owned(),
        }
    }

    fn names(people: &[(&str, &str)]) -> Names {
        let named = people.iter().map(|(shown, username)| name(shown, username));
        (1..).map(PersonId).zip(named).collect()
    }

    #[test]
    fn a_name_is_never_empty_and_never_markup() {
        for (shown, username, label, text) in [
            ("Ann", "ann", "Ann", "Ann"),
            ("  ", "ann_b", "ann_b", r"ann\_b"),
            ("\u{200B}\u{3164}", "", "someone", "someone"),
            ("**<@1>**", "x", "**<@1>**", r"\*\*\<\@1\>\*\*"),
        ] {
            let name = name(shown, username);
            assert_eq!((&*name.label(EN), &*name.text(EN)), (label, text));
        }
        assert_eq!(Names::default().text(PersonId(7), EN), "someone");
    }

    #[test]
    fn people_with_the_same_name_get_their_usernames() {
        let names = names(&[("Bob", "bob_a"), ("Bo\u{200B}b ", "bob.b"), ("Bo", "bo")]);
        let label = |person| names.label(PersonId(person), EN);
        assert_eq!(label(1), "Bob (bob_a)");
        assert_eq!(label(2), "Bo\u{200B}b (bob.b)");
        assert_eq!(label(3), "Bo");
        assert_eq!(names.label_within(PersonId(1), 10, EN), "B… (bob_a)");
        assert_eq!(names.text(PersonId(1), EN), r"Bob \(bob\_a\)");
    }

    #[test]
    fn people_are_listed_as_in_a_sentence() {
        let names = names(&[("Ann", "a"), ("Bo", "b"), ("Cy", "c")]);
        let listed = |people: &[i64]| {
            let people: Vec<_> = people.iter().copied().map(PersonId).collect();
            names.listed(&people).to(EN)
        };
        assert_eq!(listed(&[]), "someone");
        assert_eq!(listed(&[2]), "Bo");
        assert_eq!(listed(&[1, 2]), "Ann and Bo");
        assert_eq!(listed(&[3, 1, 9]), "Cy, Ann and someone");
        assert_eq!(
            pinged(&[1, 2, 3].map(PersonId)).to(EN),
            "<@1>, <@2> and <@3>"
        );
    }
}
