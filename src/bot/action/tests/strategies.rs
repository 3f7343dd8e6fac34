//! Any action that a button can carry.

use proptest::prelude::*;

use super::super::*;
use super::introductions;
use crate::contacts::action::Action as C;
use crate::dates::Occasion;
use crate::dates::action::Action as D;
use crate::encounters::Amending;
use crate::encounters::action::{Action as E, Invitation};
use crate::ids::{EncounterId, InteractionId, KudosId, NudgeId, PersonId, ReminderId, TeamId};
use crate::kudos::action::Action as K;
use crate::kudos::board::BoardView;
use crate::kudos::board::{Scope, Side, TimeSpan};
use crate::kudos::date_range::DateRange;
use crate::kudos::period::Period;
use crate::members::pause::Length;
use crate::nudges::SuggestionOutcome;
use crate::nudges::action::Action as N;
use crate::nudges::reminders::action::{Action as R, ReminderSubject};
use crate::people::action::Action as P;
use crate::people::talks::{TalkAt, TalkStep};
use crate::people::{CardStep, ContactStep, Filter, Show};
use crate::settings::Setting;
use crate::setup::IntroductionsStep;
use crate::ties::Kind;
use crate::voice::action::Action as V;
use strum::IntoEnumIterator as _;
use strum::VariantArray as _;

fn outcomes() -> impl Strategy<Value = SuggestionOutcome> {
    prop::sample::select(vec![
        SuggestionOutcome::Talked,
        SuggestionOutcome::NotNow,
        SuggestionOutcome::Stopped,
    ])
}

fn whens() -> impl Strategy<Value = TimeSpan> {
    let days = (0..40_000_u64, 0..40_u64).prop_map(|(days, length)| {
        let first = chrono::NaiveDate::default() + chrono::Days::new(days);
        let last = first + chrono::Days::new(length);
        TimeSpan::Days(DateRange { first, last })
    });
    let period = prop::sample::select(&Period::ALL[..]).prop_map(TimeSpan::Period);
    prop_oneof![period, days]
}

fn boards() -> impl Strategy<Value = BoardView> {
    (
        whens(),
        prop::sample::select(vec![Scope::Channel, Scope::Server]),
        prop::sample::select(vec![Side::Received, Side::Given]),
        any::<i64>(),
        any::<usize>(),
    )
        .prop_map(|(when, scope, side, viewer, page)| BoardView {
            when,
            scope,
            side,
            viewer: PersonId(viewer),
            page,
        })
}

fn reminders() -> impl Strategy<Value = R> {
    let about = any::<[i64; 2]>().prop_map(|[team, other]| ReminderSubject {
        team: TeamId(team),
        other: PersonId(other),
    });
    prop_oneof![
        any::<[i64; 2]>().prop_map(|[nudge, other]| R::Offer {
            nudge: NudgeId(nudge),
            other: PersonId(other),
        }),
        (about.clone(), any::<i64>()).prop_map(|(about, at)| R::Choose { about, at }),
        about.clone().prop_map(R::Ask),
        about.prop_map(R::Write),
        (any::<i64>(), outcomes()).prop_map(|(id, outcome)| R::Answer {
            reminder: ReminderId(id),
            outcome,
        }),
    ]
}

fn invitations() -> impl Strategy<Value = E> {
    let answers = prop::sample::select(vec![Invitation::Accept, Invitation::Decline]);
    (any::<i64>(), answers).prop_map(|(id, answer)| E::AnswerInvitation {
        encounter: EncounterId(id),
        answer,
    })
}

fn talks_to_log() -> impl Strategy<Value = E> {
    prop_oneof![
        any::<i64>().prop_map(|id| E::LogTyped(InteractionId(id))),
        any::<[i64; 2]>().prop_map(|[command, other]| E::LogTalk {
            command: InteractionId(command),
            other: PersonId(other),
        }),
    ]
}

fn voice() -> impl Strategy<Value = V> {
    prop_oneof![
        any::<i64>().prop_map(|id| V::Accept(EncounterId(id))),
        any::<i64>().prop_map(|id| V::Decline(EncounterId(id))),
    ]
}

fn imports() -> impl Strategy<Value = C> {
    prop_oneof![
        any::<i64>().prop_map(|id| C::AddImported(InteractionId(id))),
        any::<i64>().prop_map(|id| C::DropImported(InteractionId(id))),
    ]
}

pub(super) fn actions() -> impl Strategy<Value = Action> {
    prop_oneof![
        invitations().prop_map(Action::Encounters),
        any::<i64>().prop_map(|id| Action::Encounters(E::UndoEncounter(EncounterId(id)))),
        any::<i64>().prop_map(|id| Action::Encounters(E::UndoCorrection(InteractionId(id)))),
        talks_to_log().prop_map(Action::Encounters),
        Just(Action::Nudges(N::ShowNow)),
        (any::<i64>(), any::<i64>(), outcomes()).prop_map(|(nudge, other, outcome)| {
            Action::Nudges(N::AnswerSuggestion {
                nudge: NudgeId(nudge),
                other: PersonId(other),
                outcome,
            })
        }),
        (any::<i64>(), any::<i64>(), outcomes()).prop_map(|(team, other, outcome)| {
            Action::Nudges(N::AnswerPreview {
                team: TeamId(team),
                other: PersonId(other),
                outcome,
            })
        }),
        reminders().prop_map(Action::Reminders),
        voice().prop_map(Action::Voice),
        prop::sample::select(IntroductionsStep::VARIANTS).prop_map(Action::SetupIntroductions),
        introductions::actions().prop_map(Action::Introductions),
        imports().prop_map(Action::Contacts),
        (any::<i64>(), prop::sample::select(ContactStep::VARIANTS)).prop_map(|(id, step)| {
            Action::People(P::OnContact {
                contact: PersonId(id),
                step,
            })
        }),
        any::<i64>().prop_map(|id| Action::Kudos(K::TakeBackKudos(KudosId(id)))),
        any::<usize>().prop_map(|page| Action::Kudos(K::ShowMine { page })),
        boards().prop_map(|view| Action::Kudos(K::ShowBoardPage(view))),
        any::<i64>().prop_map(|id| Action::Nudges(N::OfferPause(NudgeId(id)))),
        (any::<i64>(), prop::sample::select(&Length::ALL[..])).prop_map(|(team, length)| {
            Action::Nudges(N::PauseNudges {
                team: TeamId(team),
                length,
            })
        }),
        any::<i64>().prop_map(|id| Action::Nudges(N::ResumeNudges(TeamId(id)))),
        any::<i64>().prop_map(|id| Action::Nudges(N::OpenSettings(NudgeId(id)))),
        (any::<i64>(), prop::sample::select(Setting::VARIANTS)).prop_map(|(team, setting)| {
            Action::Settings(settings::action::Action {
                team: TeamId(team),
                setting,
            })
        }),
        prop::sample::select(Setup::VARIANTS).prop_map(Action::Setup),
        prop::sample::select(Occasion::VARIANTS).prop_map(|it| Action::Dates(D::Remove(it))),
        prop::sample::select(Request::VARIANTS).prop_map(Action::Privacy),
        (any::<i64>(), prop::sample::select(Amending::VARIANTS)).prop_map(|(id, step)| {
            Action::Encounters(E::AmendEncounter {
                encounter: EncounterId(id),
                step,
            })
        }),
        (
            prop::sample::select(Show::VARIANTS),
            prop::option::of(prop::sample::select(Kind::iter().collect::<Vec<_>>())),
            any::<usize>(),
        )
            .prop_map(|(show, kind, page)| {
                let filter = Filter { show, kind };
                Action::People(P::ShowPeoplePage { filter, page })
            }),
        Just(Action::People(P::OpenPerson)),
        (any::<i64>(), any::<usize>()).prop_map(|(id, page)| Action::People(P::ShowTalksPage {
            other: PersonId(id),
            page,
        })),
        any::<i64>().prop_map(|id| Action::People(P::OpenTalk {
            other: PersonId(id),
        })),
        (
            any::<[i64; 2]>(),
            any::<usize>(),
            prop::sample::select(TalkStep::VARIANTS)
        )
            .prop_map(
                |([encounter, other], page, step)| Action::People(P::OnTalk {
                    at: TalkAt {
                        encounter: EncounterId(encounter),
                        other: PersonId(other),
                        page,
                    },
                    step,
                })
            ),
        (any::<i64>(), prop::sample::select(CardStep::VARIANTS)).prop_map(|(id, step)| {
            Action::People(P::OnCard {
                other: PersonId(id),
                step,
            })
        }),
    ]
}
