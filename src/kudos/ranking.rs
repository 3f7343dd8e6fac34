//! Leaderboards: the rank of each person, and the ten rows of a page.

use std::cmp::Reverse;

use crate::ids::PersonId;

/// Rows on one page of a board.
pub(crate) const PAGE: usize = 10;

/// How many kudos a person received, or gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The person.
    pub(crate) person: PersonId,
    /// How many.
    pub(crate) kudos: u32,
}

/// One line of a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// 1 for the first. People with the same count share a rank, and the next rank counts everyone
    /// before it: 1, 2, 2, 4.
    pub(crate) rank: usize,
    /// The person.
    pub(crate) person: PersonId,
    /// How many kudos; at least 1.
    pub(crate) kudos: u32,
}

/// Everyone who has kudos, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    rows: Vec<Row>,
}

/// Ten rows of a board, and the viewer's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// At most [`PAGE`] rows; empty only if the whole board is empty.
    pub rows: Vec<Row>,
    /// The number of the page, from 1.
    pub(crate) number: usize,
    /// How many pages there are, at least 1.
    pub(crate) of: usize,
    /// The viewer's own row if it is not in `rows`; it is shown below them.
    pub(crate) own: Option<Row>,
    /// The most kudos anyone on the whole board has.
    pub most: u32,
}

impl Board {
    /// Ranks these people; each must occur once, in any order. Leave out people who hide from
    /// boards: the others are ranked as if they were not there. People with zero kudos get no
    /// place.
    ///
    /// People with the same rank are ordered by id, so the same counts give the same board.
    #[must_use]
    pub(crate) fn new(mut tallies: Vec<Tally>) -> Self {
        tallies.retain(|it| it.kudos > 0);
        tallies.sort_unstable_by_key(|it| (Reverse(it.kudos), it.person));
        let mut rows: Vec<Row> = Vec::with_capacity(tallies.len());
        for (before, Tally { person, kudos }) in tallies.into_iter().enumerate() {
            let shared = rows.last().filter(|it| it.kudos == kudos);
            let rank = shared.map_or(before + 1, |it| it.rank);
            rows.push(Row {
                rank,
                person,
                kudos,
            });
        }
        Self { rows }
    }

    /// The page with this number, from 1, or the nearest one: the board may have become shorter
    /// since its buttons were drawn.
    #[must_use]
    pub fn page(&self, number: usize, viewer: PersonId) -> Page {
        let of = self.rows.len().div_ceil(PAGE).max(1);
        let number = number.clamp(1, of);
        let rows: Vec<_> = self
            .rows
            .iter()
            .skip((number - 1) * PAGE)
            .take(PAGE)
            .copied()
            .collect();
        let is_own = |it: &&Row| it.person == viewer;
        let shown = rows.iter().any(|it| is_own(&it));
        let own = self.rows.iter().find(is_own).copied().filter(|_| !shown);
        Page {
            rows,
            number,
            of,
            own,
            most: self.rows.first().map_or(0, |row| row.kudos),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn board(counts: &[u32]) -> Board {
        let tally = |(person, &kudos)| Tally {
            person: PersonId(person),
            kudos,
        };
        Board::new((1..).zip(counts).map(tally).collect())
    }

    fn ranks(board: &Board) -> Vec<(usize, i64)> {
        board.rows.iter().map(|it| (it.rank, it.person.0)).collect()
    }

    #[test]
    fn ties_share_a_rank_and_the_next_one_counts_all_before() {
        for (counts, expected) in [
            (&[5, 9, 5, 3][..], &[(1, 2), (2, 1), (2, 3), (4, 4)][..]),
            (&[1, 1, 1], &[(1, 1), (1, 2), (1, 3)]),
            (&[0, 2, 0], &[(1, 2)]),
            (&[], &[]),
        ] {
            assert_eq!(ranks(&board(counts)), expected, "{counts:?}");
        }
    }

    #[test]
    fn a_page_has_ten_rows_and_the_viewer_below() {
        let board = board(&(1..=23).rev().collect::<Vec<_>>());
        let person = PersonId;
        for (number, viewer, expected) in [
            (1, 5, (1, 10, None)),
            (1, 15, (1, 10, Some(15))),
            (2, 15, (2, 10, None)),
            (3, 1, (3, 3, Some(1))),
            (0, 99, (1, 10, None)),
            (usize::MAX, 1, (3, 3, Some(1))),
        ] {
            let page = board.page(number, person(viewer));
            let own = page.own.map(|row| row.rank);
            assert_eq!((page.number, page.rows.len(), own), expected);
            assert_eq!(page.of, 3);
        }
    }

    #[test]
    fn an_empty_board_is_one_empty_page() {
        let page = board(&[0]).page(1, PersonId(1));
        assert!(board(&[]).rows.is_empty());
        assert_eq!(
            (page.rows.len(), page.number, page.of, page.own),
            (0, 1, 1, None)
        );
    }

    proptest! {
        #[test]
        fn a_rank_is_one_more_than_those_with_more(counts in prop::collection::vec(0_u32..8, 0..40)) {
            for row in &board(&counts).rows {
                let more = counts.iter().filter(|it| **it > row.kudos).count();
                prop_assert_eq!(row.rank, more + 1);
            }
        }

        #[test]
        fn the_order_of_counts_does_not_matter(
            people in prop::collection::btree_map(0_i64..50, 0_u32..8, 0..40).prop_flat_map(|people| {
                Just(people.into_iter().collect::<Vec<_>>()).prop_shuffle()
            }),
        ) {
            let tally = |&(person, kudos): &(i64, u32)| Tally { person: PersonId(person), kudos };
            let shuffled = Board::new(people.iter().map(tally).collect());
            let mut people = people;
            people.sort_unstable();
            prop_assert_eq!(shuffled, Board::new(people.iter().map(tally).collect()));
        }
    }
}
