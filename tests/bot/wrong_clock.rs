//! A clock that was ahead for a while, until it was put right.

use crate::harness::{Harness, Tested};
use crate::stage::joined;

/// As a clock left it that was a year ahead while Alice got a nudge and paused nothing.
const A_YEAR_AHEAD: &str = "
    INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at, sent_at)
    SELECT team_id, person_id, '2027-W48', 'sent', 1827478800, 1827478800, 1827478800, 1827478800
    FROM members WHERE name = 'Alice';
    UPDATE members SET next_nudge_at = 1828083600, nudges_from = 1827000000 WHERE name = 'Alice'";

const MOVED: &str = "SELECT count(*) FROM nudges WHERE week = '2026-W48'";

async fn after_a_year_ahead() -> Harness {
    let mut harness = joined().await;
    harness.stop().await;
    harness.change(A_YEAR_AHEAD).await;
    harness.begin().await;
    harness
}

#[tokio::test]
async fn a_nudge_planned_by_a_clock_that_was_ahead_is_planned_anew() -> Tested {
    let harness = after_a_year_ahead().await;
    assert_eq!(harness.number(MOVED).await, 1);
    harness.time_is("2026-11-30T09:00:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}
