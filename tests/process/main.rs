//! The program as an operator runs it, with a Discord that the test serves.
#![expect(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints what it measured"
)]

mod backups;
#[path = "../due/mod.rs"]
mod due;
mod ends;
mod file;
mod forgotten;
mod gateway;
mod monitoring;
mod requests;
mod served;
mod shards;
mod stored;

use std::process::Command;
use std::time::Duration;

use rehearsal::{Answer, Fault, Seen, Trouble, World};

use served::{Served, TO_STOP, everything_due};

fn said(answer: Answer) -> Seen {
    answer.message().unwrap()
}

#[tokio::test]
async fn a_confirmed_talk_survives_kill_9() {
    let served = Served::start().await;
    let mut running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    let logged = said(
        alice
            .types("/met @bob when: 60 days ago note: kept")
            .await
            .unwrap(),
    );
    assert!(logged.text().starts_with("Logged: "));
    running.child.kill().unwrap();
    let (status, ..) = running.ended().await;
    assert_eq!(status.code(), None, "it ended before it was killed");
    let running = served.run(&[]).await;
    let now = said(alice.types("/nudge now").await.unwrap());
    assert!(now.text().contains("Your note: kept"), "{}", now.text());
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn a_signal_ends_the_program_in_time_and_without_complaint() {
    for signal in ["-TERM", "-INT"] {
        let served = Served::start().await;
        let running = served.run(&[]).await;
        let pid = running.child.id().to_string();
        Command::new("kill").args([signal, &pid]).status().unwrap();
        let (status, output, errors) = running.ended_within(TO_STOP).await;
        assert!(status.success(), "{signal}: {status}\n{errors}");
        assert_eq!(output, "");
        assert!(
            !errors.contains("WARN") && !errors.contains("ERROR"),
            "{errors}"
        );
    }
}

#[tokio::test]
async fn a_wrong_token_is_one_log_line() {
    let served = Served::start().await;
    for command in ["run", "check", "invite"] {
        let wrong = [("DISCORD_TOKEN", "not.the-right.token")];
        let complaint = served.start_rapport(&[command], &wrong).complaint(2).await;
        assert!(
            complaint.contains("DISCORD_TOKEN"),
            "{command}: {complaint}"
        );
        assert!(!complaint.contains("not.the-right.token"), "{complaint}");
    }
}

#[tokio::test]
async fn an_address_that_does_not_answer_is_named() {
    let served = Served::start().await;
    // Nothing listens at the discard port of the loopback interface.
    let nowhere = "http://127.0.0.1:9";
    let elsewhere = [("RAPPORT__DISCORD__API_URL", nowhere)];
    let complaint = served.start_rapport(&["check"], &elsewhere).complaint(1);
    let complaint = complaint.await;
    assert!(complaint.contains(nowhere), "{complaint}");
    let running = served.start_rapport(&["run"], &elsewhere);
    running.lines_with(0, nowhere).await;
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
}

#[tokio::test]
async fn an_impossible_database_is_named() {
    let served = Served::start().await;
    let file = served.folder.path().join("a file");
    std::fs::write(
        &file,
        "no database at all, though it is long enough to be looked at",
    )
    .unwrap();
    for (path, status) in [
        (file.clone(), 1),
        (file.join("rapport.db"), 2),
        (served.folder.path().to_owned(), 2),
    ] {
        let url = format!("sqlite://{}", path.display());
        for command in ["run", "check"] {
            let running = served.start_rapport(&[command], &[("DATABASE_URL", &url)]);
            let complaint = running.complaint(status).await;
            let folder = served.folder.path().display().to_string();
            assert!(complaint.contains(&folder), "{command} {url}: {complaint}");
        }
    }
    assert!(
        std::fs::read(&file).unwrap().starts_with(b"no database"),
        "overwritten"
    );
}

#[tokio::test]
async fn an_unknown_setting_is_named_with_its_source() {
    let served = Served::start().await;
    let unknown = [("RAPPORT__NUDGES__COLOUR", "red")];
    let complaint = served.start_rapport(&["run"], &unknown).complaint(2).await;
    assert!(complaint.contains("RAPPORT__NUDGES__COLOUR"), "{complaint}");
    let file = served.folder.path().join("mine.toml");
    std::fs::write(&file, "[nudges]\ncolour = \"red\"\n").unwrap();
    let path = file.display().to_string();
    let complaint = served.start_rapport(&["check"], &[("RAPPORT_CONFIG", &path)]);
    let complaint = complaint.complaint(2).await;
    assert!(
        complaint.contains("nudges.colour") && complaint.contains(&path),
        "{complaint}"
    );
    let nowhere = served.start_rapport(&["run"], &[("RAPPORT_CONFIG", "/not/there.toml")]);
    let complaint = nowhere.complaint(2).await;
    assert!(complaint.contains("/not/there.toml"), "{complaint}");
}

#[tokio::test]
async fn check_and_invite_say_what_they_found() {
    let served = Served::start().await;
    let (status, output, errors) = served.start_rapport(&["check"], &[]).ended().await;
    assert!(status.success(), "{errors}");
    assert!(output.contains(&served.discord.api_url()) && output.contains("rapport.db"));
    assert_eq!(output.lines().count(), 1, "{output}");
    assert_eq!(served.discord.look(World::times_identified), 0);
    let (status, output, errors) = served.start_rapport(&["invite"], &[]).ended().await;
    assert!(status.success(), "{errors}");
    let application = served.discord.look(|world| world.application.id);
    assert!(
        output.contains(&format!("client_id={application}&")),
        "{output}"
    );
}

#[tokio::test]
async fn a_signal_leaves_no_interaction_or_nudge_half_done() {
    let people = 21;
    let served = everything_due(people).await;
    let slow = [("RAPPORT__DISCORD__SENDS_PER_SECOND", "5")];
    let running = served.run(&slow).await;
    // All people talk with ten others.
    let uses =
        (0..people).flat_map(|from| (1..=10).map(move |step| (from, (from + step) % people)));
    let talks: Vec<_> = uses
        .map(|(from, to)| {
            let person = served.discord.person(&format!("person{from}")).unwrap();
            let person = person.patient(Duration::from_secs(20));
            tokio::spawn(async move { person.types(&format!("/met @person{to}")).await.is_ok() })
        })
        .collect();
    let some = |world: &World| {
        world
            .requests()
            .filter(|it| it.path.contains("/callback"))
            .count()
            > 40
    };
    served.discord.until(some).await.unwrap();
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{status}\n{errors}");
    assert!(
        !errors.contains("WARN") && !errors.contains("ERROR"),
        "{errors}"
    );
    let answered = served.discord.look(|world| {
        let answers = world.requests().filter(|it| it.path.contains("/callback"));
        answers.filter(|answer| answer.status == 204).count()
    });
    for talk in &talks {
        talk.abort();
    }
    let kept = served.number(stored::ENCOUNTERS).await;
    assert_eq!(
        usize::try_from(kept).unwrap(),
        answered,
        "accepted and not answered"
    );
    assert!(answered >= 40, "{answered}");
    // And every nudge that was sent is recorded as sent.
    let sent = served.number(stored::NUDGES_SENT).await;
    let posted = served.discord.look(|world| {
        let nonce = |it: &&rehearsal::Request| {
            it.body["nonce"]
                .as_str()
                .is_some_and(|nonce| nonce.starts_with("nudge"))
        };
        world.requests().filter(nonce).count()
    });
    assert_eq!(usize::try_from(sent).unwrap(), posted);
    println!("{answered} of 210 talks accepted and answered, {posted} of {people} nudges sent");
}

#[tokio::test]
async fn no_log_line_has_texts_of_people_or_a_token() {
    let served = Served::start().await;
    for format in ["text", "json"] {
        let variables = [
            ("RAPPORT__LOG__FILTER", "trace"),
            ("RAPPORT__LOG__FORMAT", format),
        ];
        let running = served.run(&variables).await;
        let alice = served.discord.person("alice").unwrap();
        let line = "/met @bob when: 60 days ago note: wombatnote";
        let logged = said(alice.types(line).await.unwrap());
        alice
            .types("/met @bob when: wombatdate note: wombatnote")
            .await
            .unwrap();
        alice
            .types("/kudos @bob message: wombatkudos")
            .await
            .unwrap();
        alice
            .types("/kudos @alice message: wombatkudos")
            .await
            .unwrap();
        for line in [
            "/nudge now",
            "/people",
            "/person who: @bob",
            "/me",
            "/privacy",
        ] {
            alice.types(line).await.unwrap();
        }
        alice.press(&logged, "Undo").await.unwrap();
        let cut = Trouble::with("POST", "/interactions/*/*/callback", Fault::Cut);
        served.discord.trouble(cut.times(1));
        let alone = alice.clone().patient(Duration::from_millis(500));
        alone
            .autocomplete("/met @bob when: yester")
            .await
            .unwrap_err();
        served.discord.redeliver_last();
        alice.types("/help").await.unwrap();
        running.terminate();
        let (status, _, errors) = running.ended_within(TO_STOP).await;
        assert!(status.success(), "{status}");
        for expected in ["connected to Discord", "refused"] {
            assert!(errors.contains(expected), "{expected} is not in:\n{errors}");
        }
        let token = served.discord.token();
        for secret in ["wombat", token.as_str(), "interaction-"] {
            let found: Vec<_> = errors
                .lines()
                .filter(|line| line.contains(secret))
                .collect();
            assert!(
                found.is_empty(),
                "{secret} in {} lines:\n{}",
                found.len(),
                found[0]
            );
        }
    }
}
