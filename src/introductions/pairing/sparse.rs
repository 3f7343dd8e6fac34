//! The maximum weight matching, by rustworkx: exact for a round of up to [`EXACT`] people.
//!
//! Among 2,000 people are two million pairs: too many for an algorithm that takes time with their
//! number. There only the best pairs are offered to it, each person in up to [`OFFERED`]: a person
//! who suits everybody does not take the places of all others. If a pair more is possible with those
//! left out, the pairs of a largest matching of all are offered too, so that there are as many pairs
//! as possible in any case.

use rustworkx_core::max_weight_matching::max_weight_matching;
use rustworkx_core::petgraph::algo::maximum_matching;
use rustworkx_core::petgraph::graph::{NodeIndex, UnGraph};

/// Up to so many people all pairs are offered.
const EXACT: usize = 200;

/// In how many pairs a person is offered among more people.
const OFFERED: usize = 32;

/// Two people who may meet, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Offer {
    weight: i32,
    one: u32,
    other: u32,
}

/// Puts `people` into pairs: as many as possible, then those with the greatest sum of weights.
/// `weight` is of the people at two places, `None` if they may not meet.
pub(super) fn matching(
    people: usize,
    weight: impl Fn(usize, usize) -> Option<i32>,
) -> Vec<(usize, usize)> {
    let mut all = offers(people, weight);
    if people <= EXACT {
        return best(people, &all);
    }
    all.sort_unstable_by(|one, other| other.cmp(one));
    let mut offered = capped(people, &all);
    let pairs = best(people, &offered);
    if pairs.len() == people / 2 {
        return pairs;
    }
    let largest = largest(people, &all);
    if largest.len() == pairs.len() {
        return pairs;
    }
    offered.extend(largest);
    offered.sort_unstable();
    offered.dedup();
    best(people, &offered)
}

fn offers(people: usize, weight: impl Fn(usize, usize) -> Option<i32>) -> Vec<Offer> {
    let pairs = (0..people).flat_map(|one| (one + 1..people).map(move |other| (one, other)));
    pairs
        .filter_map(|(one, other)| {
            Some(Offer {
                weight: weight(one, other)?,
                one: u32::try_from(one).ok()?,
                other: u32::try_from(other).ok()?,
            })
        })
        .collect()
}

/// The best offers, in their order, each person in [`OFFERED`] at most.
fn capped(people: usize, offers: &[Offer]) -> Vec<Offer> {
    let mut counts = vec![0; people];
    let mut capped = Vec::with_capacity(people * OFFERED / 2);
    for offer in offers {
        let places = [offer.one as usize, offer.other as usize];
        if places
            .iter()
            .all(|at| counts.get(*at).is_some_and(|count| *count < OFFERED))
        {
            for at in places {
                counts[at] += 1;
            }
            capped.push(*offer);
        }
    }
    capped
}

fn graph(people: usize, offers: &[Offer]) -> UnGraph<(), i32> {
    let mut graph = UnGraph::with_capacity(people, offers.len());
    for _ in 0..people {
        graph.add_node(());
    }
    for offer in offers {
        let [one, other] = [offer.one, offer.other].map(NodeIndex::from);
        graph.add_edge(one, other, offer.weight);
    }
    graph
}

fn best(people: usize, offers: &[Offer]) -> Vec<(usize, usize)> {
    let weight = |weight: &i32| Ok::<_, std::convert::Infallible>(i128::from(*weight));
    let graph = graph(people, offers);
    let Ok(pairs) = max_weight_matching(&graph, true, |edge| weight(edge.weight()), false);
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    // The set has no order of its own.
    pairs.sort_unstable_by_key(|(one, other)| (*one.min(other), *one.max(other)));
    pairs
}

/// The offers of a matching with as many pairs as there can be.
fn largest(people: usize, offers: &[Offer]) -> Vec<Offer> {
    let graph = graph(people, offers);
    let matching = maximum_matching(&graph);
    let pairs = matching.edges().filter_map(|(one, other)| {
        let weight = *graph.edge_weight(graph.find_edge(one, other)?)?;
        let (one, other) = (one.min(other), one.max(other));
        Some(Offer {
            weight,
            one: u32::try_from(one.index()).ok()?,
            other: u32::try_from(other.index()).ok()?,
        })
    });
    pairs.collect()
}
