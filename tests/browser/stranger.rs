//! A person whose every text would be a program, if the page ran it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rapport::calendar::Zone;
use rapport::clock::MovableClock;
use rehearsal::page::Page;
use rehearsal::{Rehearsal, World};
use serde_json::json;

use crate::driver::Browser;

const NAME: &str = "<img src=x onerror=\"document.title='owned'\">";

#[tokio::test]
#[ignore = "needs chromium and chromedriver"]
async fn texts_of_people_are_never_run() {
    let clock = MovableClock::standing("2026-11-23T09:00:00Z".parse().unwrap());
    let mut world = World::new(Arc::new(clock.clone()));
    let mallory = world.add_person(NAME, NAME);
    let alice = world.add_person("alice", "Alice");
    let guild = world.add_guild(NAME, mallory);
    world.join(guild, alice);
    let channel = world.add_channel(guild, NAME);
    let rehearsal = Rehearsal::start(world).await.unwrap();
    let zones = BTreeMap::from([alice, mallory].map(|user| (user, Zone::utc())));
    let page = Page::open(&rehearsal, clock, zones, &[]).await.unwrap();

    let at = Browser::open(1000, 700).await;
    at.client.goto(page.address()).await.unwrap();
    at.find("//*[@id=\"title\"][contains(., \"<img\")]").await;
    let says = |text: &str| rehearsal.change(|world| world.say(channel, mallory, text));
    says(&format!("{NAME} <@{mallory}> **{NAME}** `{NAME}`"));
    says("<script>document.title = 'owned'</script> [click](javascript:alert(1))");
    says(&format!(
        "> {NAME}\n- {NAME}\n```\n{NAME}\n```\nhttps://example.com/\"onclick=x"
    ));
    let last = at.see("example.com").await;
    assert!(
        last.text().await.unwrap().contains(NAME),
        "shown as it was written"
    );

    // The first speaker's account is opened, under this name.
    let viewer = "document.querySelector('#view-as').selectedOptions[0].text";
    assert_eq!(at.look(viewer).await, json!(NAME));
    assert_eq!(
        at.look("document.querySelectorAll('img, #messages script').length")
            .await,
        json!(0)
    );
    let attributes = "[...document.querySelectorAll('*')] \
        .flatMap((it) => [...it.attributes]).filter(({ name }) => name.startsWith('on')).length";
    assert_eq!(at.look(attributes).await, json!(0));
    let links = "[...document.querySelectorAll('#messages a')].map((it) => it.protocol)";
    assert_eq!(at.look(links).await, json!(["https:"]));
    let title = at.client.title().await.unwrap();
    assert!(title.contains("<img"), "{title}");

    // The page's policy refuses HTML from any script.
    let refused = "(() => { try { document.body.innerHTML = '<b>x</b>'; return false; } \
        catch { return true; } })()";
    assert_eq!(at.look(refused).await, json!(true));
}
