//! Writes people by their current name, in words. A mention without a ping shows as a number in
//! clients that have not loaded that member, so it never stands alone.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use super::text::{SOMEONE, cut, mention, plain};
use crate::ids::PersonId;
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
    pub(crate) fn text(&self) -> String {
        plain(&self.label())
    }

    /// The name for places without markup: a button, a select, a form's title.
    #[must_use]
    pub(crate) fn label(&self) -> String {
        cut(self.visible(), SHOWN)
    }

    fn visible(&self) -> &str {
        let names = [self.shown.trim(), self.username.trim(), SOMEONE];
        let visible = names.into_iter().find(|name| is_visible(name));
        visible.unwrap_or(SOMEONE)
    }

    /// Equal for names that readers can't distinguish.
    fn likeness(&self) -> String {
        let seen = self.visible().nfkc().filter(|it| !is_blank(*it));
        seen.flat_map(char::to_lowercase).collect()
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

    /// The person's name, escaped for a message.
    #[must_use]
    pub(crate) fn text(&self, person: PersonId) -> String {
        plain(&self.label(person))
    }

    /// The person's name for places without markup.
    #[must_use]
    pub(crate) fn label(&self, person: PersonId) -> String {
        self.label_within(person, SHOWN)
    }

    /// Like [`Self::label`], in at most `most` characters.
    #[must_use]
    pub(crate) fn label_within(&self, person: PersonId, most: usize) -> String {
        let Some(name) = self.kept.get(&person) else {
            return cut(SOMEONE, most);
        };
        if !self.namesakes.contains(&person) || !is_visible(&name.username) {
            return cut(&name.label(), most);
        }
        // The username distinguishes them, so only cut the name before it.
        let username = format!(" ({})", name.username);
        let rest = most.saturating_sub(username.chars().count());
        cut(&format!("{}{username}", cut(name.visible(), rest)), most)
    }

    /// People in a sentence: "A", "A and B", "A, B and C". An empty list, after everyone else in a
    /// talk was forgotten, is "someone".
    #[must_use]
    pub(crate) fn listed(&self, people: &[PersonId]) -> String {
        in_words(people.iter().map(|person| self.text(*person)).collect())
    }
}

/// People in a sentence, as mentions that ping them.
#[must_use]
pub(crate) fn pinged(people: &[PersonId]) -> String {
    in_words(people.iter().copied().map(mention).collect())
}

fn in_words(mut people: Vec<String>) -> String {
    match people.pop() {
        None => SOMEONE.to_owned(),
        Some(one) if people.is_empty() => one,
        Some(last) => format!("{} and {last}", people.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!((&*name.label(), &*name.text()), (label, text));
        }
        assert_eq!(Names::default().text(PersonId(7)), "someone");
    }

    #[test]
    fn people_with_the_same_name_get_their_usernames() {
        let names = names(&[("Bob", "bob_a"), ("Bo\u{200B}b ", "bob.b"), ("Bo", "bo")]);
        let label = |person| names.label(PersonId(person));
        assert_eq!(label(1), "Bob (bob_a)");
        assert_eq!(label(2), "Bo\u{200B}b (bob.b)");
        assert_eq!(label(3), "Bo");
        assert_eq!(names.label_within(PersonId(1), 10), "B… (bob_a)");
        assert_eq!(names.text(PersonId(1)), r"Bob \(bob\_a\)");
    }

    #[test]
    fn people_are_listed_as_in_a_sentence() {
        let names = names(&[("Ann", "a"), ("Bo", "b"), ("Cy", "c")]);
        let listed = |people: &[i64]| {
            let people: Vec<_> = people.iter().copied().map(PersonId).collect();
            names.listed(&people)
        };
        assert_eq!(listed(&[]), "someone");
        assert_eq!(listed(&[2]), "Bo");
        assert_eq!(listed(&[1, 2]), "Ann and Bo");
        assert_eq!(listed(&[3, 1, 9]), "Cy, Ann and someone");
        assert_eq!(pinged(&[1, 2, 3].map(PersonId)), "<@1>, <@2> and <@3>");
    }
}
