//! The buttons of introductions.

use proptest::prelude::*;

use super::assert_meaning;
use crate::bot::action::Action;
use crate::ids::{IntroductionId, RoundId, TeamId};
use crate::introductions::Answer;
use crate::introductions::action::{Action as I, ThreadMessage};
use crate::setup::IntroductionsStep;

pub(super) fn actions() -> impl Strategy<Value = I> {
    let answers = prop::sample::select(vec![Answer::Met, Answer::NotYet, Answer::Cannot]);
    let cards = prop::sample::select(vec![ThreadMessage::Opening, ThreadMessage::Question]);
    let answer = (any::<i64>(), answers, cards).prop_map(|(id, answer, card)| I::Answer {
        introduction: IntroductionId(id),
        answer,
        card,
    });
    prop_oneof![
        any::<i64>().prop_map(|id| I::Offer(RoundId(id))),
        any::<i64>().prop_map(|id| I::Join(TeamId(id))),
        any::<i64>().prop_map(|id| I::Decline(TeamId(id))),
        any::<i64>().prop_map(|id| I::Skip(TeamId(id))),
        answer,
    ]
}

#[test]
fn posted_buttons_of_introductions_keep_their_meaning() {
    let answer = |answer, card| I::Answer {
        introduction: IntroductionId(8),
        answer,
        card,
    };
    for (custom_id, meaning) in [
        ("1:intro-offer:4", I::Offer(RoundId(4))),
        ("1:intro-join:9", I::Join(TeamId(9))),
        ("1:intro-decline:9", I::Decline(TeamId(9))),
        ("1:intro-skip:9", I::Skip(TeamId(9))),
        ("1:intro-met:8", answer(Answer::Met, ThreadMessage::Opening)),
        (
            "1:intro-not_yet:8",
            answer(Answer::NotYet, ThreadMessage::Opening),
        ),
        (
            "1:intro-week-cannot:8",
            answer(Answer::Cannot, ThreadMessage::Question),
        ),
    ] {
        assert_meaning(custom_id, &Action::Introductions(meaning));
    }
    let step = Action::SetupIntroductions(IntroductionsStep::Every);
    assert_meaning("1:setup-intro:every", &step);
}
