//! Posts that Discord refuses: the giver reads why and gets the text back, and nothing counts.

use rehearsal::permissions::SEND_MESSAGES;
use rehearsal::{Fault, Refusal, Trouble};

use crate::harness::{Harness, Said as _, Tested, give, stored};

const MESSAGES: &str = "/channels/*/messages";

fn refusal(code: u32) -> Refusal {
    Refusal {
        status: if code == 10003 { 404 } else { 403 },
        code,
        message: "No",
        errors: None,
    }
}

#[tokio::test]
async fn a_refused_post_says_why_and_returns_the_text() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut refusals = Vec::new();
    for code in [10003, 50001, 50013, 50083, 160_005, 200_000, 240_000, 50035] {
        harness.expect_refusal(code.into());
        let refuse = Fault::Refuse(refusal(code));
        harness
            .rehearsal
            .trouble(Trouble::with("POST", MESSAGES, refuse).times(1));
        let line = "/kudos @bob for the ```tea``` and cake";
        let answer = alice.types(line).await?.said();
        assert!(answer.ephemeral);
        refusals.push(format!("{code}: {}", harness.read(&answer)));
        assert_eq!(harness.number(stored::KUDOS).await, 0, "{code}");
    }
    insta::assert_snapshot!(refusals.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_post_blocked_by_automod_says_so_and_returns_the_text() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(200_000);
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.block_word(guild, "tea");
    });
    let alice = harness.person("alice");
    let answer = alice.types("/kudos @bob for the tea").await?.said();
    assert!(answer.ephemeral);
    let text = answer.text();
    assert!(
        text.contains("AutoMod") && text.contains("for the tea"),
        "{text}"
    );
    assert_eq!(harness.number(stored::KUDOS).await, 0);
    // No allowance is used, and another text is posted.
    give(&alice, "/kudos @bob for the cake").await;
    harness.finish().await
}

#[tokio::test]
async fn a_refusal_without_a_discord_code_is_not_final_for_kudos() -> Tested {
    for (fault, code) in [
        (Fault::Status(403), 0),
        (Fault::Refuse(Refusal::INTERNAL_NETWORK_ERROR), 40333),
    ] {
        let mut harness = Harness::start().await;
        harness.expect_refusal(code);
        let alice = harness.person("alice");
        let trouble = Trouble::with("POST", MESSAGES, fault).times(2);
        harness.rehearsal.trouble(trouble);
        give(&alice, "/kudos @bob for the tea").await;
        assert_eq!(harness.number(stored::KUDOS).await, 1);
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_missing_permission_is_named_before_kudos_count() -> Tested {
    let harness = Harness::start().await;
    let channel = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.deny_bot(channel, SEND_MESSAGES));
    let alice = harness.person_in("alice", "random");
    let answer = alice.types("/kudos @bob for the tea").await?.said();
    insta::assert_snapshot!("missing_permission", answer.text());
    let form = alice.user_menu("Give kudos", "@bob").await?.said();
    assert!(form.text().contains("**Send Messages**"), "{}", form.text());
    harness.finish().await
}

#[tokio::test]
async fn a_failure_returns_the_text_too() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let form = alice.user_menu("Give kudos", "@bob").await?;
    let form = form.modal().unwrap();
    let fails = Fault::Status(500);
    harness
        .rehearsal
        .trouble(Trouble::with("GET", "/guilds/*/members/*", fails));
    let answer = alice.submit(&form, &[("What for?", "for the tea")]).await?;
    insta::assert_snapshot!("failed", answer.said().text());
    assert_eq!(harness.number(stored::KUDOS).await, 0);
    harness.finish().await
}
