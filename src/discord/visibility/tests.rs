use proptest::prelude::*;

use super::*;

const TEAM: i64 = 1;
const ROLES: std::ops::RangeInclusive<i64> = 2..=5;
const PEOPLE: std::ops::RangeInclusive<i64> = 11..=12;
const BOT: i64 = 19;
const THERE: ChannelId = ChannelId(21);
const HERE: ChannelId = ChannelId(22);

const VIEW: u64 = Permissions::VIEW_CHANNEL.bits();
const HISTORY: u64 = Permissions::READ_MESSAGE_HISTORY.bits();
const ADMIN: u64 = Permissions::ADMINISTRATOR.bits();

fn channel(id: ChannelId, overwrites: Vec<(Target, u64, u64)>) -> Channel {
    let overwrite = |(target, allow, deny)| Overwrite {
        target,
        change: Change { allow, deny },
    };
    Channel {
        id,
        kind: ChannelType::Text,
        parent: None,
        is_for_adults: false,
        overwrites: overwrites.into_iter().map(overwrite).collect(),
    }
}

fn server(there: Channel, here: Channel) -> Visibility {
    Visibility {
        team: TeamId(TEAM),
        bot: PersonId(BOT),
        roles: vec![role(TEAM, VIEW | HISTORY), role(2, 0), role(3, 0)],
        channels: vec![there, here],
    }
}

fn role(id: i64, held: u64) -> Role {
    Role {
        id,
        held: Permissions::from_bits_retain(held),
    }
}

#[test]
fn a_private_channel_is_shown_only_where_the_same_people_read() {
    let everyone = Target::Role(TEAM);
    let leads = Target::Role(2);
    let private = |id| channel(id, vec![(everyone, 0, VIEW), (leads, VIEW, 0)]);
    let open = |id| channel(id, vec![]);
    for (there, here, expected) in [
        (open(THERE), open(HERE), true),
        (open(THERE), private(HERE), true),
        (private(THERE), open(HERE), false),
        (private(THERE), private(HERE), true),
    ] {
        let shown = server(there.clone(), here.clone()).shows(THERE, HERE);
        assert_eq!(shown, expected, "{there:?} {here:?}");
        assert!(server(there, here).shows(THERE, THERE));
    }
}

#[test]
fn the_bots_own_permissions_give_people_no_access() {
    let everyone = Target::Role(TEAM);
    let with_bot = channel(
        HERE,
        vec![(everyone, 0, VIEW), (Target::Person(BOT), VIEW, 0)],
    );
    let private = channel(THERE, vec![(everyone, 0, VIEW)]);
    assert!(server(private, with_bot).shows(THERE, HERE));
}

#[test]
fn a_public_thread_is_as_open_as_its_channel_and_a_private_one_is_closed() {
    let thread = |kind| Channel {
        kind,
        parent: Some(HERE),
        ..channel(THERE, vec![])
    };
    let shown = |kind| server(thread(kind), channel(HERE, vec![])).shows(THERE, HERE);
    assert!(shown(ChannelType::PublicThread));
    assert!(shown(ChannelType::NewsThread));
    assert!(!shown(ChannelType::PrivateThread));
    let orphan = Channel {
        parent: None,
        ..thread(ChannelType::PublicThread)
    };
    assert!(!server(orphan, channel(HERE, vec![])).shows(THERE, HERE));
}

#[test]
fn adult_and_unknown_channels_are_not_shown() {
    let adults = Channel {
        is_for_adults: true,
        ..channel(THERE, vec![])
    };
    let server = server(adults, channel(HERE, vec![]));
    assert!(!server.shows(THERE, HERE));
    assert!(server.shows(HERE, THERE));
    assert!(!server.shows(ChannelId(99), HERE));
    assert!(!server.shows(THERE, ChannelId(99)));
}

/// The permissions of a person with these roles in a channel, by the algorithm in Discord's
/// reference.
fn permissions(server: &Visibility, channel: &Channel, roles: &[i64], person: i64) -> u64 {
    let held = |id: i64| server.roles.iter().find(|role| role.id == id).unwrap().held;
    let base = roles
        .iter()
        .fold(held(TEAM), |base, role| base | held(*role));
    if base.administrator() {
        return u64::MAX;
    }
    let mut may = base.bits();
    let everyone = change(channel, Target::Role(TEAM));
    may &= !everyone.deny;
    may |= everyone.allow;
    let (mut allow, mut deny) = (0, 0);
    for role in roles {
        let of_role = change(channel, Target::Role(*role));
        allow |= of_role.allow;
        deny |= of_role.deny;
    }
    may &= !deny;
    may |= allow;
    let own = change(channel, Target::Person(person));
    may &= !own.deny;
    may |= own.allow;
    if may & VIEW == 0 { 0 } else { may }
}

fn bits() -> impl Strategy<Value = u64> {
    prop::sample::select(vec![0, VIEW, HISTORY, VIEW | HISTORY])
}

fn channels(id: ChannelId) -> impl Strategy<Value = Channel> {
    let role = (TEAM..=*ROLES.end()).prop_map(Target::Role);
    let person = PEOPLE.prop_map(Target::Person);
    let target = prop_oneof![3 => role, 1 => person];
    // Discord does not accept an overwrite that both allows and denies a permission.
    let overwrite = (bits(), bits()).prop_map(|(allow, deny)| (allow, deny & !allow));
    prop::collection::btree_map(target, overwrite, 0..5).prop_map(move |overwrites| {
        let overwrites = overwrites.into_iter();
        channel(
            id,
            overwrites
                .map(|(target, (allow, deny))| (target, allow, deny))
                .collect(),
        )
    })
}

fn servers() -> impl Strategy<Value = Visibility> {
    let held = prop_oneof![6 => bits(), 1 => Just(ADMIN)];
    let roles = prop::collection::vec(held, 4);
    (bits(), roles, channels(THERE), channels(HERE)).prop_map(|(everyone, held, there, here)| {
        let others = ROLES.zip(held).map(|(id, held)| role(id, held));
        Visibility {
            roles: [role(TEAM, everyone)].into_iter().chain(others).collect(),
            ..server(there, here)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_channel_is_shown_if_every_possible_reader_can_read_it(server in servers()) {
        let [there, here] = &server.channels[..] else { unreachable!() };
        let roles: Vec<i64> = ROLES.collect();
        let all_can = (0..1_u32 << roles.len()).all(|subset| {
            let chosen: Vec<i64> = (0..roles.len())
                .filter(|index| subset & (1 << index) != 0)
                .map(|index| roles[index])
                .collect();
            PEOPLE.chain([99]).all(|person| {
                let reads_here = permissions(&server, here, &chosen, person) & VIEW != 0;
                let there = permissions(&server, there, &chosen, person);
                !reads_here || there & (VIEW | HISTORY) == VIEW | HISTORY
            })
        });
        prop_assert_eq!(server.shows(THERE, HERE), all_can);
    }
}
