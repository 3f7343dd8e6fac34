//! The texts beside the picture of a network.

use super::Distance;
use super::chart::{Chart, Drawn};
use crate::discord::layout::{Container, Figure};
use crate::discord::reply::Reply;
use crate::discord::text::{capital, cut, plain_within};

/// How many characters of a name are shown if the picture can't draw it.
const NAME_SHOWN: usize = 40;

/// Discord's limit for the description of a file.
const DESCRIBED: usize = 1024;

/// How many characters of a name the description has.
const NAME_DESCRIBED: usize = 32;

/// The answer when there is nobody to draw.
#[must_use]
pub(crate) fn nobody() -> Reply {
    Reply::new(
        "Nobody to draw yet. `/met` logs that you talked with someone. People who left, asked not to \
         be tracked, or were stopped by you are not in the picture.",
    )
}

/// The words about a network, and its picture. `words` come from [`words`].
#[must_use]
pub(crate) fn picture(words: String, figure: Option<Figure>) -> Reply {
    Reply::default().container(Container::default().text(words).figure(figure))
}

/// The network in words.
#[must_use]
pub(crate) fn words(chart: &Chart) -> String {
    let counts: Vec<_> = Distance::ALL
        .into_iter()
        .map(|distance| (at(chart, distance).count(), distance.label()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, label)| format!("{count} {label}"))
        .collect();
    let mut text = format!("You and {}: {}.", people(chart), counts.join(", "));
    if chart.left_out > 0 {
        let more = format!(" And {} more, see `/people`.", chart.left_out);
        text.push_str(&more);
    }
    let numbered = chart.people.iter().filter_map(|drawn| {
        let name = plain_within(&drawn.neighbour.name, NAME_SHOWN);
        Some(format!("{}. is {name}", drawn.number?))
    });
    let numbered: Vec<_> = numbered.collect();
    if !numbered.is_empty() {
        let list = format!("\nIn the picture {}.", numbered.join(", "));
        text.push_str(&list);
    }
    text
}

/// The alt text: the people in each ring.
#[must_use]
pub(crate) fn described(chart: &Chart) -> String {
    let mut described =
        "Your network, you in the middle, the longest overdue furthest out.".to_owned();
    for distance in Distance::ALL.into_iter().rev() {
        let names: Vec<_> = at(chart, distance)
            .map(|drawn| cut(&drawn.neighbour.name, NAME_DESCRIBED))
            .collect();
        if !names.is_empty() {
            let ring = format!(" {}: {}.", capital(distance.label()), names.join(", "));
            described.push_str(&ring);
        }
    }
    cut(&described, DESCRIBED)
}

fn at(chart: &Chart, distance: Distance) -> impl Iterator<Item = &Drawn> {
    let people = chart.people.iter();
    people.filter(move |drawn| drawn.neighbour.distance() == distance)
}

fn people(chart: &Chart) -> String {
    match chart.people.len() {
        1 => "1 person".to_owned(),
        many => format!("{many} people"),
    }
}
