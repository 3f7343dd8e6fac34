mod introductions;
mod strategies;

use proptest::prelude::*;

use self::strategies::actions;
use super::*;
use crate::contacts::action::Action as C;
use crate::dates::Occasion;
use crate::dates::action::Action as D;
use crate::discord::custom_id::in_team;
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
use crate::people::{CardStep, Filter, Show};
use crate::settings::Setting;
use crate::ties::Kind;
use crate::voice::action::Action as V;

/// Old messages must keep working.
fn assert_meaning(custom_id: &str, meaning: &Action) {
    assert_eq!(
        Action::decode(custom_id).as_ref(),
        Some(meaning),
        "{custom_id}"
    );
    assert_eq!(meaning.encode(), custom_id);
}

const ABOUT: ReminderSubject = ReminderSubject {
    team: TeamId(9),
    other: PersonId(3),
};

/// What is out there on messages must mean the same for ever.
#[test]
fn posted_buttons_keep_their_meaning() {
    let suggestion = |outcome| {
        Action::Nudges(N::AnswerSuggestion {
            nudge: NudgeId(17),
            other: PersonId(3),
            outcome,
        })
    };
    for (custom_id, meaning) in [
        (
            "1:undo:5",
            Action::Encounters(E::UndoEncounter(EncounterId(5))),
        ),
        (
            "1:nudge-yes:5",
            Action::Encounters(E::AnswerInvitation {
                encounter: EncounterId(5),
                answer: Invitation::Accept,
            }),
        ),
        (
            "1:nudge-no:5",
            Action::Encounters(E::AnswerInvitation {
                encounter: EncounterId(5),
                answer: Invitation::Decline,
            }),
        ),
        (
            "1:log-typed:7",
            Action::Encounters(E::LogTyped(InteractionId(7))),
        ),
        (
            "1:log-talk:7:3",
            Action::Encounters(E::LogTalk {
                command: InteractionId(7),
                other: PersonId(3),
            }),
        ),
        ("1:nudge-now", Action::Nudges(N::ShowNow)),
        ("1:pause-ask:17", Action::Nudges(N::OfferPause(NudgeId(17)))),
        (
            "1:pause:9:3m",
            Action::Nudges(N::PauseNudges {
                team: TeamId(9),
                length: Length::ThreeMonths,
            }),
        ),
        ("1:resume:9", Action::Nudges(N::ResumeNudges(TeamId(9)))),
        (
            "1:settings-of:17",
            Action::Nudges(N::OpenSettings(NudgeId(17))),
        ),
        (
            "1:settings:9:hide",
            Action::Settings(settings::action::Action {
                team: TeamId(9),
                setting: Setting::Hide,
            }),
        ),
        ("1:setup:kudos-off", Action::Setup(Setup::KudosOff)),
        (
            "1:date-remove:first-day",
            Action::Dates(D::Remove(Occasion::FirstDay)),
        ),
        ("1:privacy:forget", Action::Privacy(Request::Forget)),
        ("1:talked:17:3", suggestion(SuggestionOutcome::Talked)),
        ("1:not_now:17:3", suggestion(SuggestionOutcome::NotNow)),
        ("1:stopped:17:3", suggestion(SuggestionOutcome::Stopped)),
        (
            "1:now-talked:9:3",
            Action::Nudges(N::AnswerPreview {
                team: TeamId(9),
                other: PersonId(3),
                outcome: SuggestionOutcome::Talked,
            }),
        ),
        ("1:take-back:5", Action::Kudos(K::TakeBackKudos(KudosId(5)))),
        ("1:kudos-mine:2", Action::Kudos(K::ShowMine { page: 2 })),
        (
            "1:board:last 7 days:whole server:given:3:2",
            Action::Kudos(K::ShowBoardPage(BoardView {
                when: TimeSpan::Period(Period::Last7Days),
                scope: Scope::Server,
                side: Side::Given,
                viewer: PersonId(3),
                page: 2,
            })),
        ),
        (
            "1:board:2026-11-30:whole server:received:3:1",
            Action::Kudos(K::ShowBoardPage(BoardView {
                when: TimeSpan::Days(DateRange::week_before("2026-12-07".parse().unwrap())),
                scope: Scope::Server,
                side: Side::Received,
                viewer: PersonId(3),
                page: 1,
            })),
        ),
    ] {
        assert_meaning(custom_id, &meaning);
    }
}

#[test]
fn posted_components_of_reminders_keep_their_meaning() {
    for (custom_id, meaning) in [
        (
            "1:remind:17:3",
            Action::Reminders(R::Offer {
                nudge: NudgeId(17),
                other: PersonId(3),
            }),
        ),
        (
            "1:remind-at:9:3:1796040000",
            Action::Reminders(R::Choose {
                about: ABOUT,
                at: 1_796_040_000,
            }),
        ),
        ("1:remind-ask:9:3", Action::Reminders(R::Ask(ABOUT))),
        ("1:remind-when:9:3", Action::Reminders(R::Write(ABOUT))),
        (
            "1:reminded-not_now:5",
            Action::Reminders(R::Answer {
                reminder: ReminderId(5),
                outcome: SuggestionOutcome::NotNow,
            }),
        ),
    ] {
        assert_meaning(custom_id, &meaning);
    }
}

#[test]
fn posted_components_about_people_keep_their_meaning() {
    let (encounter, other) = (EncounterId(5), PersonId(17));
    let amend = |step| Action::Encounters(E::AmendEncounter { encounter, step });
    let on_card = |step| Action::People(P::OnCard { other, step });
    let turn_to = |show, kind| {
        let filter = Filter { show, kind };
        Action::People(P::ShowPeoplePage { filter, page: 2 })
    };
    let turn = |show| turn_to(show, None);
    let page = 2;
    let at = TalkAt {
        encounter,
        other,
        page,
    };
    let on_talk = |step| Action::People(P::OnTalk { at, step });
    for (custom_id, meaning) in [
        ("1:met-ask-note:5", amend(Amending::AskNote)),
        ("1:met-note:5", amend(Amending::Note)),
        ("1:met-people:5", amend(Amending::People)),
        ("1:met-circle:5", amend(Amending::Circle)),
        ("1:met-days:5", amend(Amending::Days)),
        ("1:met-kind:5", amend(Amending::Kind)),
        ("1:card-talked:17", on_card(CardStep::Talked)),
        ("1:card-stop:17", on_card(CardStep::Stop)),
        ("1:card-resume:17", on_card(CardStep::Resume)),
        ("1:card-snooze:17", on_card(CardStep::Snooze)),
        ("1:card-circle:17", on_card(CardStep::Circle)),
        ("1:card-days:17", on_card(CardStep::Days)),
        ("1:card-absent:17", on_card(CardStep::Absent)),
        ("1:card-kind:17", on_card(CardStep::Kind)),
        ("1:card-apart:17", on_card(CardStep::Apart)),
        ("1:card-together:17", on_card(CardStep::Together)),
        (
            "1:people:all:2:skip-level",
            turn_to(Show::All, Some(Kind::SkipLevel)),
        ),
        ("1:people:due:2", turn(Show::Due)),
        ("1:people:all:2", turn(Show::All)),
        ("1:people:snoozed:2", turn(Show::Snoozed)),
        ("1:people:stopped:2", turn(Show::Stopped)),
        ("1:person", Action::People(P::OpenPerson)),
        ("1:card-show:17", on_card(CardStep::Show)),
        (
            "1:undo-correction:8",
            Action::Encounters(E::UndoCorrection(InteractionId(8))),
        ),
        (
            "1:talks:17:2",
            Action::People(P::ShowTalksPage { other, page: 2 }),
        ),
        ("1:talk:17", Action::People(P::OpenTalk { other })),
        ("1:talk-read:5:17:2", on_talk(TalkStep::Read)),
        ("1:talk-ask-note:5:17:2", on_talk(TalkStep::AskNote)),
        ("1:talk-note:5:17:2", on_talk(TalkStep::Note)),
        ("1:talk-ask-date:5:17:2", on_talk(TalkStep::AskDate)),
        ("1:talk-date:5:17:2", on_talk(TalkStep::Date)),
        ("1:talk-ask-delete:5:17:2", on_talk(TalkStep::AskDelete)),
        ("1:talk-delete:5:17:2", on_talk(TalkStep::Delete)),
        ("1:talk-absent:5:17:2", on_talk(TalkStep::Absent)),
        ("1:voice-yes:5", Action::Voice(V::Accept(EncounterId(5)))),
        ("1:voice-no:5", Action::Voice(V::Decline(EncounterId(5)))),
    ] {
        assert_meaning(custom_id, &meaning);
    }
}

#[test]
fn a_foreign_custom_id_decodes_to_none() {
    for custom_id in [
        "",
        ":",
        "1",
        "1:",
        "1:undo",
        "1:undo:",
        "1:undo:x",
        "1:undo:5:6",
        "1:undo:9223372036854775808",
        "2:undo:5",
        "undo:5",
        "1:ignored:17:3",
        "1:met-:1",
        "1:card-gone:1",
        "1:card-stop:x",
        "1:people:none:1",
        "1:talked:17",
        "1:now-:17:3",
        "1:board:last 7 days:whole server:given:3",
        "1:board:last 7 days:whole server:given:3:-1",
        "１:undo:5",
    ] {
        assert_eq!(Action::decode(custom_id), None, "{custom_id}");
    }
}

/// Whose components these are: only one feature may read any of them.
fn readers(custom_id: &str) -> usize {
    let fields: Vec<&str> = custom_id.split(':').collect();
    [
        E::from_fields(&fields).is_some(),
        N::from_fields(&fields).is_some(),
        R::from_fields(&fields).is_some(),
        V::from_fields(&fields).is_some(),
        K::from_fields(&fields).is_some(),
        P::from_fields(&fields).is_some(),
        C::from_fields(&fields).is_some(),
        D::from_fields(&fields).is_some(),
        settings::action::Action::from_fields(&fields).is_some(),
        Setup::from_fields(&fields).is_some(),
        IntroductionsStep::from_fields(&fields).is_some(),
        crate::introductions::action::Action::from_fields(&fields).is_some(),
        Request::from_fields(&fields).is_some(),
    ]
    .into_iter()
    .filter(|reads| *reads)
    .count()
}

/// Outside of a server, a component carries its team too.
#[test]
fn the_longest_button_of_a_card_has_room_for_its_team() {
    let longest = Action::People(P::OnTalk {
        at: TalkAt {
            encounter: EncounterId(999_999_999_999),
            other: PersonId(i64::MIN),
            page: 9_999,
        },
        step: TalkStep::AskDelete,
    });
    let carried = in_team(TeamId(i64::MAX), &longest.encode());
    assert!(carried.chars().count() <= 100, "{carried}");
}

proptest! {
    #[test]
    fn only_one_feature_decodes_an_action(action in actions()) {
        prop_assert_eq!(readers(&action.encode()), 1);
    }

    #[test]
    fn an_action_survives_encoding_and_fits_in_100_characters(action in actions()) {
        let custom_id = action.encode();
        prop_assert!(custom_id.chars().count() <= 100, "{}", custom_id);
        prop_assert_eq!(Action::decode(&custom_id), Some(action));
    }

    #[test]
    fn decoding_never_panics(
        custom_id in prop_oneof![
            any::<String>(),
            "[12]:(undo|nudge-yes|take-back|board|talked|now-talked|now-|stopped)(:.{0,12}){0,6}",
        ],
    ) {
        if let Some(action) = Action::decode(&custom_id) {
            prop_assert_eq!(Action::decode(&action.encode()), Some(action));
        }
    }
}
