//! The program as an operator runs it, against a Discord that the test serves.
#![expect(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints what it measured"
)]

mod due;

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rapport::clock::{Clock as _, MovableClock, SystemClock};
use rapport::rehearsal::{Answer, Fault, Refusal, Rehearsal, Seen, Trouble, World};
use sqlx::Connection as _;
use tempfile::TempDir;

/// Long enough for a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the program may take to stop when it is told to.
const TO_STOP: Duration = Duration::from_secs(10);

/// A Discord with Alice and Bob in it, and a folder for the program.
struct Served {
    discord: Rehearsal,
    folder: TempDir,
}

/// A program that runs.
struct Running {
    child: Child,
    errors: PathBuf,
}

impl Served {
    async fn start() -> Self {
        // It stands still, so that no interaction is too old on a slow machine.
        let clock = MovableClock::standing(SystemClock.now());
        let mut world = World::new(Arc::new(clock));
        let alice = world.add_person("alice", "Alice");
        let bob = world.add_person("bob", "Bob");
        let guild = world.add_guild("Lighthouse", alice);
        world.add_channel(guild, "general");
        world.join(guild, bob);
        let discord = Rehearsal::start(world).await.unwrap();
        Self {
            discord: discord.with_patience(PATIENCE),
            folder: TempDir::new().unwrap(),
        }
    }

    /// The program with these arguments, and these variables over what it needs.
    fn start_rapport(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Running {
        let errors = self.folder.path().join("errors.log");
        let data = self.folder.path().join("data/rapport.db");
        let child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .args(arguments)
            .env_clear()
            .env("RAPPORT__DISCORD__API_URL", self.discord.api_url())
            .env("DISCORD_TOKEN", self.discord.token())
            .env("DATABASE_URL", format!("sqlite://{}", data.display()))
            .envs(variables.iter().copied())
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(File::create(&errors).unwrap())
            .spawn()
            .unwrap();
        Running { child, errors }
    }

    /// `rapport run`, once it is at the gateway.
    async fn run(&self, variables: &[(&str, &str)]) -> Running {
        let before = self.discord.look(World::times_identified);
        let running = self.start_rapport(&["run"], variables);
        let there = |world: &World| world.times_identified() > before && world.has_registered();
        let connected = self.discord.until(there).await;
        connected.unwrap_or_else(|_| panic!("not connected:\n{}", running.errors()));
        running
    }
}

impl Running {
    /// What was written to standard error until now.
    fn errors(&self) -> String {
        std::fs::read_to_string(&self.errors).unwrap()
    }

    /// Asks it to stop, as a service manager does.
    fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Its exit status, standard output and standard error, when it has ended.
    async fn ended(self) -> (ExitStatus, String, String) {
        self.ended_within(PATIENCE).await
    }

    async fn ended_within(self, patience: Duration) -> (ExitStatus, String, String) {
        let Self { child, errors } = self;
        let pid = child.id().to_string();
        let waiting = tokio::task::spawn_blocking(|| child.wait_with_output());
        let Ok(output) = tokio::time::timeout(patience, waiting).await else {
            // Its own process, by its number: the test must not leave it behind.
            let _ = Command::new("kill").args(["-KILL", &pid]).status();
            panic!(
                "still running:\n{}",
                std::fs::read_to_string(errors).unwrap()
            );
        };
        let output = output.unwrap().unwrap();
        let errors = std::fs::read_to_string(errors).unwrap();
        (
            output.status,
            String::from_utf8(output.stdout).unwrap(),
            errors,
        )
    }

    /// Its one line of complaint, when it has ended with this status.
    async fn complaint(self, code: i32) -> String {
        let (status, output, errors) = self.ended().await;
        let complaints: Vec<_> = errors
            .lines()
            .filter(|it| it.starts_with("error: "))
            .collect();
        assert_eq!(
            (status.code(), output.as_str()),
            (Some(code), ""),
            "{errors}"
        );
        assert_eq!(complaints.len(), 1, "not one line:\n{errors}");
        complaints[0].to_owned()
    }
}

fn said(answer: Answer) -> Seen {
    answer.message().unwrap()
}

#[tokio::test]
async fn what_was_called_logged_survives_kill_9() {
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
async fn a_signal_ends_it_in_time_and_without_complaint() {
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
async fn a_wrong_token_is_said_in_one_line() {
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
    for command in ["run", "check"] {
        let elsewhere = [("RAPPORT__DISCORD__API_URL", nowhere)];
        let complaint = served
            .start_rapport(&[command], &elsewhere)
            .complaint(1)
            .await;
        assert!(complaint.contains(nowhere), "{command}: {complaint}");
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_is_named() {
    let served = Served::start().await;
    let file = served.folder.path().join("a file");
    std::fs::write(
        &file,
        "no database at all, though it is long enough to be looked at",
    )
    .unwrap();
    for path in [
        file.clone(),
        file.join("rapport.db"),
        served.folder.path().to_owned(),
    ] {
        let url = format!("sqlite://{}", path.display());
        for command in ["run", "check"] {
            let running = served.start_rapport(&[command], &[("DATABASE_URL", &url)]);
            let complaint = running.complaint(1).await;
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
async fn a_setting_that_does_not_exist_is_named_with_where_it_stands() {
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
async fn what_no_new_try_can_mend_ends_it_with_a_line() {
    // A token that was taken back is a setting to be mended, intents are not.
    let ends = [
        (4004, 2, "DISCORD_TOKEN"),
        (4013, 1, "4013"),
        (4014, 1, "4014"),
    ];
    for (code, status, word) in ends {
        let served = Served::start().await;
        let running = served.run(&[]).await;
        served.discord.close_gateway(code);
        let complaint = running.complaint(status).await;
        assert!(complaint.contains(word), "{complaint}");
    }
}

#[tokio::test]
async fn a_token_taken_back_while_it_runs_ends_it_with_a_line() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let refused = Fault::Refuse(Refusal::UNAUTHORIZED);
    let asked = Trouble::with("POST", "/users/@me/channels", refused);
    served.discord.trouble(asked);
    let alice = served.discord.person("alice").unwrap();
    let _ = alice.types("/nudge on").await;
    let complaint = running.complaint(2).await;
    assert!(complaint.contains("DISCORD_TOKEN"), "{complaint}");
}

#[tokio::test]
async fn too_many_servers_for_one_connection_end_it_with_a_line() {
    let served = Served::start().await;
    served.discord.change(|world| {
        world.gateway.shards = 2;
        world.gateway.refuses_with = Some(4011);
    });
    let complaint = served.start_rapport(&["run"], &[]).complaint(1).await;
    assert!(complaint.contains("4011"), "{complaint}");
}

/// More people than there are, and everybody's nudge due.
async fn everything_due(people: usize) -> Served {
    let now = SystemClock.now();
    let mut world = World::new(Arc::new(MovableClock::standing(now)));
    let team = due::settle(&mut world, people);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("data/rapport.db");
    let url = format!("sqlite://{}", file.display());
    due::write(&url, &mut world, &team, now, true).await;
    let discord = Rehearsal::start(world).await.unwrap();
    Served {
        discord: discord.with_patience(PATIENCE),
        folder,
    }
}

#[tokio::test]
async fn a_signal_amid_interactions_and_nudges_leaves_none_half_done() {
    let people = 21;
    let served = everything_due(people).await;
    let slow = [("RAPPORT__DISCORD__SENDS_PER_SECOND", "5")];
    let running = served.run(&slow).await;
    // Everybody's talk with ten others.
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
    let file = served.folder.path().join("data/rapport.db");
    let url = format!("sqlite://{}?mode=ro", file.display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM encounters")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(
        usize::try_from(kept).unwrap(),
        answered,
        "accepted and not answered"
    );
    assert!(answered >= 40, "{answered}");
    // And no nudge went out of which nothing is known.
    let sent: i64 = sqlx::query_scalar("SELECT count(*) FROM nudges WHERE state = 'sent'")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    let posted = served.discord.look(|world| {
        let nonce = |it: &&rapport::rehearsal::Request| {
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
async fn an_outage_is_told_in_one_line_however_many_messages_wait() {
    let served = everything_due(12).await;
    let down = Trouble::with("POST", "/channels/*/messages", Fault::Status(502));
    served.discord.trouble(down);
    let running = served.run(&[]).await;
    let all_tried = |world: &World| world.requests().filter(|it| it.status == 502).count() == 13;
    served.discord.until(all_tried).await.unwrap();
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
    // One for the nudges, one for the recap.
    let lines = errors
        .lines()
        .filter(|line| line.contains("not sent yet"))
        .count();
    assert!(lines <= 2, "{errors}");
    assert_eq!(
        errors.lines().filter(|line| line.contains("WARN")).count(),
        lines
    );
}

#[tokio::test]
async fn no_log_line_holds_what_people_wrote_or_any_token() {
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
