//! An application that people install for themselves: in direct messages between them, in groups, and in
//! guilds that the bot is not in.

use rehearsal::permissions::USE_EXTERNAL_APPS;
use rehearsal::{Answer, ChannelId, Person, Seen, Unable};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::client::Wire;
use crate::house::{Got, House};

const EPHEMERAL: u64 = 1 << 6;

/// A bot that is answered for by hand, with a command for guilds and one that people take with them.
struct Traveller {
    house: House,
    wire: Wire,
}

fn commands() -> Value {
    let one = json!({ "type": 6, "name": "person", "description": "d", "required": true });
    json!([
        { "name": "stay", "description": "d", "contexts": [0], "integration_types": [0] },
        {
            "name": "go", "description": "d", "contexts": [0, 1, 2], "integration_types": [0, 1],
            "options": [one],
        },
        { "name": "Wave", "type": 2, "contexts": [2], "integration_types": [1] },
    ])
}

impl Traveller {
    async fn new() -> Self {
        let house = House::open_with(|world, _| world.allow_user_installs()).await;
        let path = format!("/applications/{}/commands", house.app());
        let registered = house.ask(Method::PUT, &path, commands()).await;
        assert_eq!(registered.status, 200, "{registered:?}");
        let (wire, _) = Wire::identified(&house.discord, 0).await;
        Self { house, wire }
    }

    async fn typed(
        &mut self,
        person: &Person,
        line: &str,
    ) -> (JoinHandle<Result<Answer, Unable>>, Value) {
        let (person, line) = (person.clone(), line.to_owned());
        let waiting = tokio::spawn(async move { person.types(&line).await });
        let told = self.wire.event("INTERACTION_CREATE").await["d"].clone();
        (waiting, told)
    }

    async fn answer(&self, told: &Value, data: Value) -> Got {
        let text = |key: &str| told[key].as_str().unwrap().to_owned();
        let path = format!("/interactions/{}/{}/callback", text("id"), text("token"));
        let body = json!({ "type": 4, "data": data });
        self.house.post(&path, body).await
    }

    /// Alice uses the command; what she sees.
    async fn answered(&mut self, person: &Person, data: Value) -> (Seen, Value) {
        let (waiting, told) = self.typed(person, "/go @bob").await;
        assert_eq!(self.answer(&told, data).await.status, 204);
        let seen = waiting.await.unwrap().unwrap().message().unwrap();
        (seen, told)
    }

    /// A channel of a guild that the bot is not in, with Alice and Bob.
    fn elsewhere(&self) -> ChannelId {
        let (alice, bob) = (self.house.alice, self.house.bob);
        self.house.discord.change(|world| {
            let guild = world.add_guild_without_bot("Elsewhere", alice);
            world.join(guild, bob);
            world.add_channel(guild, "lobby")
        })
    }
}

fn names(person: &Person) -> Vec<String> {
    let commands = person.commands().into_iter();
    let mut names: Vec<_> = commands.map(|command| command.name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_command_is_offered_where_it_may_be_used_and_is_installed() {
    let away = Traveller::new().await;
    let alice = away.house.person("alice");
    let with_bob = alice.in_messages_with(&["bob"]).unwrap();
    let lobby = alice.in_channel(away.elsewhere());
    assert_eq!(names(&alice), ["go", "stay"]);
    assert_eq!(
        names(&alice.in_dms()),
        ["go"],
        "they are in a guild together"
    );
    for place in [&with_bob, &lobby, &away.house.person("dan").in_dms()] {
        assert!(names(place).is_empty(), "{:?}", names(place));
    }
    alice.install().unwrap();
    assert_eq!(names(&with_bob), ["Wave", "go"]);
    assert_eq!(names(&lobby), ["go"]);
    let bob = away
        .house
        .person("bob")
        .in_messages_with(&["alice"])
        .unwrap();
    assert!(names(&bob).is_empty(), "it is not Bob who installed it");
    alice.uninstall();
    assert!(names(&with_bob).is_empty());
    assert_eq!(names(&alice), ["go", "stay"]);
}

#[tokio::test]
async fn an_application_that_people_may_not_install_is_not_installed() {
    let house = House::open().await;
    assert_eq!(house.person("alice").install(), Err(Unable::NotInstallable));
}

#[tokio::test]
async fn a_command_that_says_nothing_is_used_where_the_application_may_be() {
    for (allowed, types) in [(false, json!([0])), (true, json!([0, 1]))] {
        let house = House::open_with(|world, _| {
            if allowed {
                world.allow_user_installs();
            }
        })
        .await;
        let path = format!("/applications/{}/commands", house.app());
        let command = json!([{ "name": "go", "description": "d" }]);
        let registered = house.ask(Method::PUT, &path, command).await;
        assert_eq!(registered.json[0]["integration_types"], types);
    }
}

#[tokio::test]
async fn places_that_do_not_exist_are_refused() {
    let house = House::open().await;
    let path = format!("/applications/{}/commands", house.app());
    for (key, given, place, code) in [
        ("contexts", json!([]), "contexts", "BASE_TYPE_BAD_LENGTH"),
        ("contexts", json!([3]), "contexts/0", "BASE_TYPE_CHOICES"),
        ("contexts", json!([0, 0]), "contexts/1", "SET_DUPLICATES"),
        ("contexts", json!(0), "contexts", "LIST_TYPE_CONVERT"),
        (
            "integration_types",
            json!([0, 2]),
            "integration_types/1",
            "BASE_TYPE_CHOICES",
        ),
        (
            "integration_types",
            json!([]),
            "integration_types",
            "BASE_TYPE_BAD_LENGTH",
        ),
    ] {
        let mut command = json!({ "name": "go", "description": "d" });
        command[key] = given;
        let got = house.post(&path, command).await;
        assert_eq!(
            (got.refusal(), got.error_at(place)),
            ((400, 50035), code),
            "{key}"
        );
    }
}

#[tokio::test]
async fn between_two_people_an_interaction_tells_who_installed_it() {
    let mut away = Traveller::new().await;
    let alice = away.house.person("alice");
    alice.install().unwrap();
    let with_bob = alice.in_messages_with(&["bob"]).unwrap();
    let hello = json!({ "content": "hello", "flags": EPHEMERAL, "components": button() });
    let (seen, told) = away.answered(&with_bob, hello).await;
    let id = away.house.alice.to_string();
    assert_eq!(told["context"], 2);
    assert_eq!(told["authorizing_integration_owners"], json!({ "1": id }));
    assert_eq!(
        (&told["channel"]["type"], &told["user"]["username"]),
        (&json!(1), &json!("alice"))
    );
    let direct: u64 = (1 << 14) | (1 << 15) | (1 << 17);
    assert_eq!(told["app_permissions"], direct.to_string());
    assert!(told["member"].is_null() && told["guild_id"].is_null());
    assert!(told["data"]["resolved"]["members"].is_null());
    assert!(seen.ephemeral);
    let bob = away
        .house
        .person("bob")
        .in_messages_with(&["alice"])
        .unwrap();
    assert!(bob.messages().is_empty());
    // A press tells the same, though no command says where it may be used.
    let pressing = tokio::spawn(async move { with_bob.press(&seen, "1").await });
    let told = away.wire.event("INTERACTION_CREATE").await["d"].clone();
    assert_eq!(told["authorizing_integration_owners"], json!({ "1": id }));
    assert_eq!(told["context"], 2);
    away.answer(&told, json!({ "content": "pressed" })).await;
    pressing.await.unwrap().unwrap();
}

fn button() -> Value {
    let button = json!({ "type": 2, "style": 1, "label": "Go on", "custom_id": "on" });
    json!([{ "type": 1, "components": [button] }])
}

#[tokio::test]
async fn the_others_in_a_group_read_what_is_not_ephemeral() {
    let mut away = Traveller::new().await;
    let alice = away.house.person("alice");
    alice.install().unwrap();
    let group = alice.in_messages_with(&["bob", "dan"]).unwrap();
    group.say("good morning").unwrap();
    let (_, told) = away.answered(&group, json!({ "content": "hello" })).await;
    assert_eq!(told["channel"]["type"], 3);
    let dan = away.house.person("dan").in_channel(group.channel());
    let texts: Vec<_> = dan.messages().into_iter().map(|it| it.content).collect();
    assert_eq!(texts, ["good morning", "hello"]);
    let olga = away.house.person("olga").in_channel(group.channel());
    assert!(olga.messages().is_empty());
}

#[tokio::test]
async fn a_guild_without_the_bot_tells_it_of_nothing_but_the_interaction() {
    let mut away = Traveller::new().await;
    let alice = away.house.person("alice");
    alice.install().unwrap();
    let lobby = alice.in_channel(away.elsewhere());
    let (_, told) = away.answered(&lobby, json!({ "content": "hello" })).await;
    let guild = lobby.guild().unwrap();
    let id = away.house.alice.to_string();
    assert_eq!(told["guild_id"], guild.to_string());
    assert_eq!(told["context"], 0);
    assert_eq!(told["authorizing_integration_owners"], json!({ "1": id }));
    assert_eq!(told["member"]["user"]["username"], "alice");
    assert!(told["data"]["resolved"]["members"].is_object());
    let got = away.house.get(&format!("/guilds/{guild}")).await;
    assert_eq!(got.refusal(), (404, 10004));
    let in_guild = format!("/channels/{}/messages", lobby.channel());
    let private = alice.in_messages_with(&["bob"]).unwrap().channel();
    let private = format!("/channels/{private}/messages");
    for path in [in_guild, private] {
        let got = away.house.post(&path, json!({ "content": "hello" })).await;
        assert_eq!(got.refusal(), (403, 50001), "{path}");
    }
}

#[tokio::test]
async fn a_guild_can_keep_answers_of_other_applications_to_their_users() {
    let mut away = Traveller::new().await;
    let place = away.elsewhere();
    let bob = away.house.person("bob").in_channel(place);
    bob.install().unwrap();
    let guild = bob.guild().unwrap();
    away.house.discord.change(|world| {
        let deny = rehearsal::Overwrite::denying(guild.0, USE_EXTERNAL_APPS);
        world.overwrite(place, deny);
    });
    let (seen, _) = away.answered(&bob, json!({ "content": "hello" })).await;
    assert!(seen.ephemeral);
}

#[tokio::test]
async fn the_sixth_further_message_is_refused_where_the_bot_is_not() {
    let mut away = Traveller::new().await;
    let alice = away.house.person("alice");
    alice.install().unwrap();
    let with_bob = alice.in_messages_with(&["bob"]).unwrap();
    for (place, sixth) in [(&with_bob, (400, 40094)), (&alice, (200, u64::MAX))] {
        let (_, told) = away.answered(place, json!({ "content": "hello" })).await;
        let token = told["token"].as_str().unwrap();
        let path = format!("/webhooks/{}/{token}", away.house.app());
        for _ in 0..5 {
            let got = away.house.post(&path, json!({ "content": "more" })).await;
            assert_eq!(got.status, 200);
        }
        let got = away.house.post(&path, json!({ "content": "more" })).await;
        assert_eq!(got.refusal(), sixth);
    }
}
