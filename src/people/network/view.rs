//! The texts beside the picture of a network.

use super::chart::{Chart, Drawn};
use super::{Distance, Neighbour};
use crate::discord::layout::{Container, Figure};
use crate::discord::reply::Reply;
use crate::discord::text::{cut, plain_within};
use crate::language::{Argument, Language, Text, text, tr};
use crate::picture::Picture;

/// How many characters of a name are shown if the picture can't draw it.
const NAME_SHOWN: usize = 40;

/// Discord's limit for the description of a file.
const DESCRIBED: usize = 1024;

/// How many characters of a name the description has.
const NAME_DESCRIBED: usize = 32;

/// The answer when there is nobody to draw.
#[must_use]
pub(crate) fn nobody(language: Language) -> Reply {
    Reply::new(tr!(language, "me-nobody"))
}

/// The picture with words in the language `drawn_in`, its description and the words beside it in
/// the reader's.
#[must_use]
pub(crate) fn drawn(
    people: Vec<Neighbour>,
    drawn_in: Language,
    reader: Language,
) -> (Picture, String, String) {
    let chart = Chart::new(people, drawn_in);
    (
        chart.draw(drawn_in),
        described(&chart, reader),
        words(&chart, reader),
    )
}

/// The words about a network, and its picture. `words` come from [`words`].
#[must_use]
pub(crate) fn picture(words: String, figure: Option<Figure>) -> Reply {
    Reply::default().container(Container::default().text(words).figure(figure))
}

/// The network in words.
#[must_use]
pub(crate) fn words(chart: &Chart, language: Language) -> String {
    let people = chart.people.len();
    let counts = Distance::ALL
        .into_iter()
        .map(|distance| (at(chart, distance).count(), distance))
        .filter(|(count, _)| *count > 0)
        .map(|(count, distance)| Argument::from(counted(count, distance)));
    let counts = Argument::List(counts.collect());
    let mut text = tr!(language, "me-people", people, counts);
    if chart.left_out > 0 {
        text.push(' ');
        text.push_str(&tr!(language, "me-left-out", count = chart.left_out));
    }
    let numbered = chart.people.iter().filter_map(|drawn| {
        let name = plain_within(&drawn.neighbour.name, NAME_SHOWN);
        let number = drawn.number?;
        Some(Argument::from(text!("me-number", number, name)))
    });
    let numbered: Vec<_> = numbered.collect();
    if !numbered.is_empty() {
        let people = Argument::List(numbered);
        text.push('\n');
        text.push_str(&tr!(language, "me-numbered", people));
    }
    text
}

fn counted(count: usize, distance: Distance) -> Text {
    match distance {
        Distance::InTouch => text!("me-in-touch", count),
        Distance::Due => text!("me-due", count),
        Distance::LongOverdue => text!("me-long-overdue", count),
    }
}

/// The alt text: the people in each ring.
#[must_use]
pub(crate) fn described(chart: &Chart, language: Language) -> String {
    let mut sentences = vec![tr!(language, "me-described")];
    for distance in Distance::ALL.into_iter().rev() {
        let people: Vec<_> = at(chart, distance)
            .map(|drawn| cut(&drawn.neighbour.name, NAME_DESCRIBED))
            .collect();
        if !people.is_empty() {
            sentences.push(ring(distance, people).to(language));
        }
    }
    cut(&language.sentences(&sentences), DESCRIBED)
}

fn ring(distance: Distance, people: Vec<String>) -> Text {
    match distance {
        Distance::InTouch => text!("me-described-in-touch", people),
        Distance::Due => text!("me-described-due", people),
        Distance::LongOverdue => text!("me-described-long-overdue", people),
    }
}

fn at(chart: &Chart, distance: Distance) -> impl Iterator<Item = &Drawn> {
    let people = chart.people.iter();
    people.filter(move |drawn| drawn.neighbour.distance() == distance)
}
