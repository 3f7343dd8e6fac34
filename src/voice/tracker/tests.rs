use super::*;

const TEAM: TeamId = TeamId(1);
/// The shard of the team.
const SHARD: Shard = Shard { id: 0, total: 2 };
const LOUNGE: ChannelId = ChannelId(10);
const ATTIC: ChannelId = ChannelId(11);
const AFK: ChannelId = ChannelId(12);
const STAGE: ChannelId = ChannelId(13);

/// A tracker with its clock, on which minutes pass.
struct Played {
    tracker: Tracker,
    now: DateTime<Utc>,
    stored: BTreeMap<(i64, i64), i64>,
}

impl Played {
    fn new() -> Self {
        let mut played = Self {
            tracker: Tracker::default(),
            now: "2026-11-23T09:00:00Z".parse().unwrap(),
            stored: BTreeMap::new(),
        };
        played.show([]);
        played
    }

    /// A session shows the server with these people in the lounge.
    fn show<const N: usize>(&mut self, people: [i64; N]) {
        self.note(VoiceEvent::Shown {
            team: TEAM,
            afk: Some(AFK),
            stages: HashSet::from([STAGE]),
            people: people.map(|it| (PersonId(it), at(LOUNGE))).to_vec(),
        });
    }

    fn note(&mut self, event: VoiceEvent) {
        self.tracker.note(event, self.now);
    }

    fn change(&mut self, person: i64, in_voice: Option<PersonInVoice>) {
        let (team, person) = (TEAM, PersonId(person));
        self.note(VoiceEvent::Moved {
            team,
            person,
            in_voice,
        });
    }

    fn join<const N: usize>(&mut self, channel: ChannelId, people: [i64; N]) {
        for person in people {
            self.change(person, Some(at(channel)));
        }
    }

    fn leave(&mut self, person: i64) {
        self.change(person, None);
    }

    /// Time passes, in steps as the worker has them: to when something is due.
    fn minutes(&mut self, minutes: i64) {
        self.seconds(minutes * 60);
    }

    fn seconds(&mut self, seconds: i64) {
        let end = self.now + TimeDelta::seconds(seconds);
        while let Some(next) = self.tracker.next().filter(|next| *next <= end) {
            self.now = next.max(self.now);
            self.store();
        }
        self.now = end;
        self.store();
    }

    fn store(&mut self) {
        for talk in self.tracker.take_due(self.now) {
            let minutes = talk.length.num_minutes();
            let pair = (talk.pair.one.0, talk.pair.other.0);
            *self.stored.entry(pair).or_default() += minutes - talk.stored;
            self.tracker.stored(&talk, minutes);
        }
    }

    /// The stored minutes, as `"1-2: 10"`.
    fn stored(&self) -> Vec<String> {
        let pairs = self.stored.iter();
        pairs
            .map(|((one, other), minutes)| format!("{one}-{other}: {minutes}"))
            .collect()
    }
}

fn at(channel: ChannelId) -> PersonInVoice {
    PersonInVoice {
        channel,
        hears: true,
        is_bot: false,
    }
}

#[test]
fn two_who_are_together_for_ten_minutes_have_talked() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.seconds(599);
    assert!(played.stored().is_empty());
    played.seconds(1);
    assert_eq!(played.stored(), ["1-2: 10"]);
    played.minutes(15);
    played.leave(2);
    played.minutes(5);
    assert_eq!(played.stored(), ["1-2: 25"]);
}

#[test]
fn nine_minutes_are_no_talk_however_often() {
    let mut played = Played::new();
    for _ in 0..3 {
        played.join(LOUNGE, [1, 2]);
        played.minutes(9);
        played.leave(2);
        played.minutes(2);
    }
    assert!(played.stored().is_empty());
}

#[test]
fn a_pause_under_two_minutes_is_passed_over_but_does_not_count() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(6);
    played.leave(1);
    played.seconds(119);
    played.join(LOUNGE, [1]);
    played.minutes(3);
    assert!(played.stored().is_empty());
    played.minutes(1);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn a_pause_of_two_minutes_ends_it() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(6);
    played.leave(1);
    played.minutes(2);
    played.join(LOUNGE, [1]);
    played.minutes(9);
    assert!(played.stored().is_empty());
}

#[test]
fn people_who_move_to_another_channel_together_talk_on() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(6);
    played.join(ATTIC, [1, 2]);
    played.minutes(4);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn five_people_are_ten_pairs_and_six_are_none() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2, 3, 4, 5]);
    played.minutes(10);
    assert_eq!(played.stored().len(), 10);
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2, 3, 4, 5, 6]);
    played.minutes(30);
    assert!(played.stored().is_empty());
}

#[test]
fn after_six_become_five_their_time_begins() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2, 3, 4, 5, 6]);
    played.minutes(30);
    played.leave(6);
    played.minutes(9);
    assert!(played.stored().is_empty());
    played.minutes(1);
    assert_eq!(played.stored().len(), 10);
}

#[test]
fn bots_deafened_people_the_afk_channel_and_stages_do_not_count() {
    for uncounted in [
        PersonInVoice {
            is_bot: true,
            ..at(LOUNGE)
        },
        PersonInVoice {
            hears: false,
            ..at(LOUNGE)
        },
    ] {
        let mut played = Played::new();
        played.join(LOUNGE, [1]);
        played.change(2, Some(uncounted));
        played.minutes(30);
        assert!(played.stored().is_empty(), "{uncounted:?}");
    }
    for channel in [AFK, STAGE] {
        let mut played = Played::new();
        played.join(channel, [1, 2]);
        played.minutes(30);
        assert!(played.stored().is_empty(), "{channel}");
    }
}

#[test]
fn a_deafened_person_is_none_of_the_five() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2, 3, 4, 5]);
    let deaf = PersonInVoice {
        hears: false,
        ..at(LOUNGE)
    };
    played.change(6, Some(deaf));
    played.minutes(10);
    assert_eq!(played.stored().len(), 10);
}

#[test]
fn a_channel_that_becomes_the_afk_one_ends_its_talks() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(5);
    let (team, afk) = (TEAM, Some(LOUNGE));
    played.note(VoiceEvent::Afk { team, afk });
    played.minutes(30);
    assert!(played.stored().is_empty());
}

#[test]
fn time_without_a_connection_does_not_count() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(5);
    played.note(VoiceEvent::Lost(SHARD));
    played.minutes(60);
    assert!(played.stored().is_empty());
    played.note(VoiceEvent::Back(SHARD));
    played.minutes(9);
    assert!(played.stored().is_empty());
    played.minutes(1);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn a_short_loss_with_a_new_session_goes_on_for_those_who_are_still_there() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2, 3]);
    played.minutes(6);
    played.note(VoiceEvent::Lost(SHARD));
    played.seconds(60);
    played.note(VoiceEvent::Back(SHARD));
    played.note(VoiceEvent::NewSession(SHARD));
    played.show([1, 2]);
    played.minutes(30);
    played.leave(1);
    played.minutes(2);
    assert_eq!(played.stored(), ["1-2: 36"]);
}

#[test]
fn a_server_that_a_new_session_shows_before_it_says_so_is_known() {
    let mut played = Played::new();
    played.minutes(60);
    played.show([1, 2]);
    played.note(VoiceEvent::NewSession(SHARD));
    played.minutes(10);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn a_server_that_a_new_session_does_not_show_is_unknown() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(6);
    played.note(VoiceEvent::NewSession(SHARD));
    played.minutes(60);
    assert!(played.stored().is_empty());
}

#[test]
fn another_shard_without_a_connection_changes_nothing() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(5);
    let other = Shard { id: 1, total: 2 };
    played.note(VoiceEvent::Lost(other));
    played.note(VoiceEvent::NewSession(other));
    played.minutes(5);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn a_shard_that_was_lost_among_fewer_is_forgotten_among_more() {
    let mut played = Played::new();
    played.note(VoiceEvent::Lost(Shard { id: 0, total: 1 }));
    played.note(VoiceEvent::NewSession(SHARD));
    played.show([1, 2]);
    played.minutes(10);
    assert_eq!(played.stored(), ["1-2: 10"]);
}

#[test]
fn a_talk_that_could_not_be_stored_is_due_again() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    let ten = played.now + TimeDelta::minutes(10);
    let due = played.tracker.take_due(ten);
    assert_eq!(due.len(), 1);
    assert!(played.tracker.take_due(ten).is_empty());
    played.tracker.put_back(due[0]);
    assert_eq!(played.tracker.take_due(ten), due);
}

#[test]
fn a_clock_that_is_set_back_takes_nothing_and_adds_nothing() {
    let mut played = Played::new();
    played.join(LOUNGE, [1, 2]);
    played.minutes(12);
    played.now -= TimeDelta::hours(3);
    played.leave(1);
    played.minutes(5);
    assert_eq!(played.stored(), ["1-2: 10"]);
}
