//! Registering commands, and who is offered them.
#![expect(
    clippy::needless_pass_by_value,
    reason = "a `json!` reads best where it is made"
)]

use rehearsal::permissions::{MANAGE_GUILD, USE_APPLICATION_COMMANDS};
use rehearsal::{Overwrite, Person, UserId};
use serde_json::{Value, json};

use crate::house::House;

const LONG: &str = "BASE_TYPE_MAX_LENGTH";
const LENGTH: &str = "BASE_TYPE_BAD_LENGTH";
const REQUIRED: &str = "BASE_TYPE_REQUIRED";

fn x(length: usize) -> String {
    "x".repeat(length)
}

fn slash(changes: Value) -> Value {
    let mut command = json!({ "name": "remind", "description": "Reminds" });
    for (key, value) in changes.as_object().unwrap() {
        command[key] = value.clone();
    }
    command
}

fn option(changes: Value) -> Value {
    let mut option = json!({ "type": 3, "name": "a", "description": "d" });
    for (key, value) in changes.as_object().unwrap() {
        option[key] = value.clone();
    }
    slash(json!({ "options": [option] }))
}

#[tokio::test]
async fn commands_beyond_a_limit() {
    let house = House::open().await;
    let path = format!("/applications/{}/commands", house.app());
    let many: Vec<Value> = (0..26)
        .map(|n| json!({ "type": 3, "name": format!("o{n}"), "description": "d" }))
        .collect();
    let choices = vec![json!({ "name": "c", "value": "c" }); 26];
    let invalid = "APPLICATION_COMMAND_INVALID_NAME";
    for (command, place, code) in [
        (slash(json!({ "name": "Remind" })), "name", invalid),
        (slash(json!({ "name": "remind me" })), "name", invalid),
        (slash(json!({ "name": "" })), "name", REQUIRED),
        (slash(json!({ "name": x(33) })), "name", LENGTH),
        (slash(json!({ "description": "" })), "description", REQUIRED),
        (
            slash(json!({ "description": x(101) })),
            "description",
            LENGTH,
        ),
        (slash(json!({ "options": many })), "options", LONG),
        (slash(json!({ "type": 9 })), "type", "BASE_TYPE_CHOICES"),
        (
            json!({ "type": 2, "name": "Wave", "description": "no" }),
            "description",
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
        ),
        (option(json!({ "name": "A" })), "options/0/name", invalid),
        (
            option(json!({ "description": x(101) })),
            "options/0/description",
            LENGTH,
        ),
        (
            option(json!({ "choices": choices })),
            "options/0/choices",
            LONG,
        ),
        (
            option(json!({ "type": 12 })),
            "options/0/type",
            "BASE_TYPE_CHOICES",
        ),
        (
            option(json!({ "choices": [{ "name": x(101), "value": "a" }] })),
            "options/0/choices/0/name",
            LENGTH,
        ),
        (
            slash(json!({ "options": [
                { "type": 3, "name": "a", "description": "d" },
                { "type": 3, "name": "b", "description": "d", "required": true },
            ] })),
            "options/1",
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            slash(
                json!({ "options": vec![json!({ "type": 3, "name": "a", "description": "d" }); 2] }),
            ),
            "options/1/name",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
    ] {
        let got = house.post(&path, command.clone()).await;
        assert_eq!(got.refusal(), (400, 50035), "{command}");
        assert_eq!(got.error_at(place), code, "{place} {:?}", got.json);
    }
}

#[tokio::test]
async fn commands_are_registered_and_replaced() {
    let house = House::open().await;
    let put = async |scope: &str, body: Value| {
        let path = format!("/applications/{}{scope}/commands", house.app());
        house.ask(reqwest::Method::PUT, &path, body).await
    };
    let first = put(
        "",
        json!([slash(json!({})), { "type": 2, "name": "Wave at" }]),
    )
    .await
    .json;
    let again = put("", json!([slash(json!({ "description": "New" }))]))
        .await
        .json;
    assert_eq!(
        (&again[0]["id"], &again[0]["description"]),
        (&first[0]["id"], &json!("New"))
    );
    let guild = format!("/guilds/{}", house.guild);
    let own = put(&guild, json!([slash(json!({ "name": "own" }))]))
        .await
        .json;
    assert_eq!(own[0]["guild_id"], house.guild.to_string());
    let names: Vec<String> = house
        .discord
        .commands(house.guild)
        .into_iter()
        .map(|c| c.name)
        .collect();
    assert_eq!(names, ["own", "remind"]);
    assert_eq!(put("/guilds/1", json!([])).await.refusal(), (403, 50001));

    let twice = put("", json!([slash(json!({})), slash(json!({}))])).await;
    assert_eq!(
        twice.error_at("1/name"),
        "APPLICATION_COMMANDS_DUPLICATE_NAME"
    );
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        let command = |n: usize| match kind {
            1 => slash(json!({ "name": format!("c{n}") })),
            kind => json!({ "type": kind, "name": format!("c{n}") }),
        };
        let many = |count: usize| json!((0..count).map(command).collect::<Vec<_>>());
        assert_eq!(put("", many(most)).await.status, 200);
        assert_eq!(put("", many(most + 1)).await.refusal(), (400, 50035));
    }
}

fn offered(person: &Person) -> Vec<String> {
    person
        .commands()
        .into_iter()
        .map(|command| command.name)
        .collect()
}

#[tokio::test]
async fn commands_are_offered_to_those_who_may_use_them() {
    let house = House::open().await;
    let path = format!("/applications/{}/commands", house.app());
    let commands = json!([
        slash(json!({ "name": "all" })),
        slash(json!({ "name": "guild", "contexts": [0] })),
        slash(json!({ "name": "dm", "contexts": [1] })),
        slash(json!({ "name": "old", "dm_permission": false })),
        slash(json!({ "name": "manage", "default_member_permissions": "32" })),
        slash(json!({ "name": "nobody", "default_member_permissions": "0" })),
    ]);
    house.ask(reqwest::Method::PUT, &path, commands).await;
    let (alice, olga) = (house.person("alice"), house.person("olga"));
    assert_eq!(offered(&alice), ["all", "guild", "old"]);
    assert_eq!(offered(&alice.in_dms()), ["all", "dm", "manage", "nobody"]);
    assert_eq!(offered(&olga), ["all", "guild", "old", "manage", "nobody"]);
    house.discord.change(|world| {
        let role = world.add_role(house.guild, "manager", MANAGE_GUILD);
        world.give_role(house.guild, house.alice, role);
    });
    assert_eq!(offered(&alice), ["all", "guild", "old", "manage"]);
    let UserId(target) = house.alice;
    let quiet = Overwrite {
        target,
        allow: 0,
        deny: USE_APPLICATION_COMMANDS,
    };
    house
        .discord
        .change(|world| world.overwrite(house.general, quiet));
    assert_eq!(offered(&alice), [""; 0]);
}
