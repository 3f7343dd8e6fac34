//! The menus *Give kudos* and *Kudos for this*, which ask for the reason in a form.

use crate::harness::{Harness, Said as _, Tested, last_post, stored};

#[tokio::test]
async fn the_user_menu_asks_for_the_reason() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let form = alice
        .user_menu("Give kudos", "@bob")
        .await?
        .modal()
        .unwrap();
    assert_eq!(form.title, "Kudos for Bob");
    let answer = alice
        .submit(&form, &[("What for?", "for *the* tea")])
        .await?
        .said();
    let post = last_post(&alice);
    insta::assert_snapshot!(format!(
        "{}\n---\n{}",
        harness.read(&post),
        harness.read(&answer)
    ));
    assert!(!post.ephemeral && answer.ephemeral);
    assert_eq!(post.pinged, [harness.id("bob")]);
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 1);
    alice.delete_message(post.id).unwrap_err();
    harness.person("olga").delete_message(post.id)?;
    harness.clock.settled().await;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    harness.finish().await
}

#[tokio::test]
async fn the_message_menu_thanks_the_author_and_links_the_message() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let message = bob.say("here is how")?;
    let form = alice
        .message_menu("Kudos for this", message.id)
        .await?
        .modal()
        .unwrap();
    alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    let post = last_post(&alice);
    let link = format!("/{}/{})", message.channel, message.id);
    assert!(post.text().contains(&link), "{}", post.text());
    assert!(
        harness
            .read(&post)
            .starts_with("**Alice** thanks @bob for [this message](https://discord.com/channels/")
    );
    let own = bob.message_menu("Kudos for this", message.id).await?.said();
    assert_eq!(own.text(), "That is you. Kudos are for somebody else.");
    let bots = bob.message_menu("Kudos for this", post.id).await?.said();
    assert!(bots.text().contains("is a bot"));
    harness.finish().await
}

#[tokio::test]
async fn a_form_refuses_a_receiver_or_message_that_is_gone() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(10008);
    harness.expect_refusal(10007);
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let message = bob.say("here is how")?;
    let form = alice
        .message_menu("Kudos for this", message.id)
        .await?
        .modal()
        .unwrap();
    bob.delete_message(message.id)?;
    let answer = alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    assert!(answer.ephemeral);
    insta::assert_snapshot!(harness.read(&answer));
    let form = alice
        .user_menu("Give kudos", "@bob")
        .await?
        .modal()
        .unwrap();
    let id = harness.id("bob");
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, id);
    });
    let answer = alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    assert!(
        answer.text().contains("is not on this server"),
        "{}",
        answer.text()
    );
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 0);
    harness.finish().await
}
