//! Questions with which two people who never talked can begin: about work and days, neither trivia
//! nor intimate. Their words are in `locales/<language>/questions.ftl`.

use std::collections::HashMap;

use crate::ids::PersonId;
use crate::language::{Language, look_up};

/// One of the questions, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question(u8);

impl Question {
    /// How many there are.
    const COUNT: u8 = 40;

    /// The question with this number, if there is one.
    #[must_use]
    pub(crate) fn new(number: i64) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// Its number, from 1.
    #[must_use]
    pub(crate) fn number(self) -> u8 {
        self.0
    }

    /// The question for two people: one that neither of them got before, or the one that both
    /// together got least often. `asked` is how often each was shown to one of the two about
    /// anybody.
    #[must_use]
    pub(crate) fn between(one: PersonId, other: PersonId, asked: &HashMap<Self, u32>) -> Self {
        // Each pair begins at another place, so that not everybody talks about the same.
        let pair = one
            .0
            .min(other.0)
            .wrapping_mul(31)
            .wrapping_add(one.0.max(other.0));
        let begin = pair.rem_euclid(i64::from(Self::COUNT));
        let from_there = |it: &Self| (i64::from(it.0) - begin).rem_euclid(i64::from(Self::COUNT));
        let times = |it: &Self| asked.get(it).copied().unwrap_or(0);
        let all = (1..=Self::COUNT).map(Self);
        all.min_by_key(|it| (times(it), from_there(it)))
            .unwrap_or(Self(1))
    }

    /// The question in a language.
    #[must_use]
    pub(crate) fn text(self, language: Language) -> String {
        look_up(&format!("question-{}", self.0), language).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use strum::IntoEnumIterator as _;

    #[test]
    fn every_question_has_words_of_its_own_in_every_language() {
        for language in Language::iter() {
            let texts: Vec<_> = (1..=Question::COUNT)
                .map(|number| Question(number).text(language))
                .collect();
            for (at, text) in texts.iter().enumerate() {
                assert!(!text.is_empty(), "{language:?} {at}");
                assert!(!texts[..at].contains(text), "{language:?}: {text}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_question_comes_twice_while_there_are_others(
            one in any::<i64>(), other in any::<i64>(),
        ) {
            let mut asked = HashMap::new();
            for round in 0..3 * u32::from(Question::COUNT) {
                let question = Question::between(PersonId(one), PersonId(other), &asked);
                let times = asked.entry(question).or_insert(0);
                prop_assert_eq!(*times, round / u32::from(Question::COUNT));
                *times += 1;
            }
        }

        #[test]
        fn both_of_a_pair_get_the_same(one in any::<i64>(), other in any::<i64>()) {
            let asked = HashMap::new();
            let [one, other] = [one, other].map(PersonId);
            prop_assert_eq!(
                Question::between(one, other, &asked),
                Question::between(other, one, &asked)
            );
        }
    }
}
