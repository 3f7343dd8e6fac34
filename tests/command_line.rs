//! The program as operators see it: exit statuses and one-line errors.

#![expect(clippy::unwrap_used, reason = "a test that can't start has failed")]

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

use rapport::database::Database;
use sqlx::{ConnectOptions as _, Connection as _};

const TOKEN: &str = "ODAzNTExMTAyMjQ2Nzg5MTI.made-up.for-a-test";

/// The server in the database of a test: the example in Discord's reference.
const TEAM: &str = "175928847299117063";

/// Runs `rapport` with only these variables, in a folder without `.env`.
fn rapport(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let elsewhere = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_rapport"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(elsewhere.path())
        .output()
        .unwrap()
}

/// The only line of standard error.
fn line(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "not one line:\n{text}");
    assert!(output.stdout.is_empty(), "an error is not output");
    text.trim_end().to_owned()
}

#[test]
fn a_missing_token_says_where_to_get_one() {
    for command in ["run", "invite"] {
        let output = rapport(&[command], &[]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(
            line(&output).starts_with("error: DISCORD_TOKEN is not set: get"),
            "{command}"
        );
    }
}

#[tokio::test]
async fn check_without_a_token_checks_the_rest_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("t.db").display());
    for said in [
        "is not there yet but can be made",
        "is sound and can be written",
    ] {
        let output = rapport(&["check"], &[("DATABASE_URL", &url)]);
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(said), "{text}");
        assert!(text.contains("the login was left out"), "{text}");
        assert!(text.contains("Time zone rules: "), "{text}");
        Database::open(&url).await.unwrap().close().await;
    }
    std::fs::write(folder.path().join("t.db"), "no database".repeat(100)).unwrap();
    let output = rapport(&["check"], &[("DATABASE_URL", &url)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        line(&output).contains("is no SQLite database"),
        "{output:?}"
    );
}

/// The output of `forget-team` when the operator types `typed`, with only `DATABASE_URL` set.
fn forget_team(url: &str, typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .args(["forget-team", TEAM])
        .env_clear()
        .env("DATABASE_URL", url)
        .current_dir(tempfile::tempdir().unwrap().path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{typed}").unwrap();
    drop(input);
    child.wait_with_output().unwrap()
}

/// Stores [`TEAM`] with one member, called Quokka.
async fn store_team(database: &Database) {
    for sql in [
        "INSERT INTO teams (team_id, zone, circle, added_at)
         VALUES (175928847299117063, 'UTC', 'regular', 0)",
        "INSERT INTO members (team_id, person_id, name, weekday, time, people)
         VALUES (175928847299117063, 1, 'Quokka', 'Mon', '09:00', 3)",
    ] {
        let insert = database.write(async move |connection| {
            sqlx::query(sql).execute(connection).await?;
            Ok(())
        });
        insert.await.unwrap();
    }
}

#[tokio::test]
async fn a_server_is_forgotten_once_its_id_is_typed_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.db");
    let url = format!("sqlite://{}", file.display());
    let database = Database::open(&url).await.unwrap();
    store_team(&database).await;
    database.close().await;
    let kept = || {
        std::fs::read(&file)
            .unwrap()
            .windows(6)
            .any(|it| it == b"Quokka")
    };

    let refused = forget_team(&url, "8");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("nothing was deleted"));
    assert!(kept());
    let done = forget_team(&url, TEAM);
    assert!(done.status.success(), "{done:?}");
    assert_eq!(
        String::from_utf8_lossy(&done.stdout),
        "Deleted server 175928847299117063: 1 members, 0 encounters, 0 notes, 0 nudges, 0 kudos.\n"
    );
    assert!(!kept());
    let again = forget_team(&url, TEAM);
    assert_eq!(again.status.code(), Some(1));
    let refusal = line(&again);
    assert!(
        refusal.contains("keeps nothing of server") && refusal.contains("check its id"),
        "{refusal}"
    );
}

#[test]
fn an_id_that_is_no_servers_is_refused_before_the_question() {
    for id in ["7", "-175928847299117063", "00000000000000000007", "alice"] {
        let output = rapport(&["forget-team", "--", id], &[]);
        assert_eq!(output.status.code(), Some(2), "{id}");
        let text = String::from_utf8(output.stderr).unwrap();
        let rule = "a server's id is a number of 17 to 19 digits";
        assert!(text.contains(rule) && !text.contains("Type"), "{text}");
    }
}

/// What commands say about a file that is missing or not a database; they make and change nothing.
#[tokio::test]
async fn a_foreign_file_is_named_and_left_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let url = |name: &str| format!("sqlite://{}", at(name));
    std::fs::write(folder.path().join("text"), "hello\n".repeat(1000)).unwrap();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(at("foreign"));
    let mut foreign = options.create_if_missing(true).connect().await.unwrap();
    sqlx::query("CREATE TABLE foo (a)")
        .execute(&mut foreign)
        .await
        .unwrap();
    foreign.close().await.unwrap();
    let copy = at("copy");
    let elsewhere = at("nowhere/copy");
    let mut complaints = Vec::new();
    for (database, arguments, status) in [
        ("absent", ["backup", &copy].as_slice(), 2),
        ("foreign", &["backup", &elsewhere], 1),
        ("absent", &["forget-team", TEAM], 2),
        ("text", &["check"], 1),
        ("foreign", &["check"], 2),
    ] {
        let url = url(database);
        let variables = [("DATABASE_URL", url.as_str()), ("DISCORD_TOKEN", TOKEN)];
        let output = rapport(arguments, &variables);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        let text = line(&output) + "\n";
        complaints.push(text.replace(&folder.path().display().to_string(), "FOLDER"));
    }
    insta::assert_snapshot!(complaints.concat());
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["foreign", "foreign.lock", "text", "text.lock"]);
}

#[test]
fn a_database_url_that_cannot_be_used_ends_every_command_with_status_2() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let copy = folder.path().join("copy.db").display().to_string();
    for url in [
        "mysql://localhost/rapport".to_owned(),
        "sqlite://t.db?color=red".to_owned(),
        "sqlite://t.db?mode=ro".to_owned(),
        format!("sqlite://{path}"),
        format!("sqlite://{path}/new/"),
        format!("sqlite://{path}/file/t.db"),
        "sqlite:///dev/null".to_owned(),
    ] {
        for arguments in [
            ["run"].as_slice(),
            &["check"],
            &["backup", &copy],
            &["forget-team", TEAM],
        ] {
            let variables = [("DATABASE_URL", url.as_str()), ("DISCORD_TOKEN", TOKEN)];
            let output = rapport(arguments, &variables);
            assert_eq!(output.status.code(), Some(2), "{url} {output:?}");
            assert!(line(&output).contains("DATABASE_URL"), "{output:?}");
        }
    }
    let health = rapport(
        &["health"],
        &[("DATABASE_URL", "mysql://localhost/rapport")],
    );
    assert_eq!(health.status.code(), Some(2), "{health:?}");
    let left = std::fs::read_dir(folder.path()).unwrap();
    assert_eq!(left.count(), 1, "the file alone");
}

#[test]
fn check_makes_no_database_and_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display();
    let (url, backups) = (format!("sqlite://{path}/a/t.db"), format!("{path}/b/c"));
    let variables = [
        ("DATABASE_URL", url.as_str()),
        ("RAPPORT__BACKUP__FOLDER", backups.as_str()),
    ];
    let output = rapport(&["check"], &variables);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_backup_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    Database::open(&url).await.unwrap().close().await;
    // Nothing is forbidden to root, but no file has a name of 300 bytes.
    let long = folder.path().join("x".repeat(300)).display().to_string();
    let below_a_file = folder.path().join("t.db/t/copy.db").display().to_string();
    for copy in [long, below_a_file] {
        let output = rapport(&["backup", &copy], &[("DATABASE_URL", &url)]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let expected = format!("error: the backup {copy} can't be written: ");
        assert!(line(&output).starts_with(&expected), "{output:?}");
    }
}

#[test]
fn a_bad_setting_ends_the_program_with_status_2_and_its_name() {
    let variables = [("DISCORD_TOKEN", TOKEN), ("RAPPORT__NUDGES__PEOPLE", "9")];
    let output = rapport(&["run"], &variables);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        line(&output),
        "error: `nudges.people` in RAPPORT__NUDGES__PEOPLE is 9; it takes a whole number from 1 to 5"
    );
}

#[test]
fn an_unreachable_discord_is_no_configuration_error() {
    let variables = [
        ("DISCORD_TOKEN", TOKEN),
        // Nothing listens at the discard port of the loopback interface.
        ("RAPPORT__DISCORD__API_URL", "http://127.0.0.1:9"),
        ("RAPPORT__LOG__FILTER", "off"),
    ];
    let output = rapport(&["check"], &variables);
    assert_eq!(output.status.code(), Some(1));
    assert!(line(&output).starts_with("error: "));
}

/// The address of a program that answers its first request with `answer`.
fn other_program(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 1024]).unwrap();
        stream.write_all(answer.as_bytes()).unwrap();
    });
    address
}

#[test]
fn health_names_the_setting_and_repeats_nothing_when_another_program_answers() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\nits own page",
        "HTTP/1.1 503 Sorry\r\nserver: other\r\ncontent-length: 12\r\n\r\nits own page",
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/its/own/page\r\n\r\n",
        "220 its own page\r\n",
    ] {
        let address = other_program(answer);
        let output = rapport(&["health"], &[("RAPPORT__METRICS__LISTEN", &address)]);
        assert_eq!(output.status.code(), Some(1), "{answer}");
        let line = line(&output);
        assert!(line.contains("metrics.listen"), "{line}");
        assert!(line.contains(&address) && !line.contains("own"), "{line}");
        let speaks_http = answer.starts_with("HTTP");
        assert_eq!(
            line.contains("another program answers"),
            speaks_http,
            "{line}"
        );
    }
}

#[test]
fn the_invitation_needs_no_network() {
    let output = rapport(&["invite"], &[("DISCORD_TOKEN", TOKEN)]);
    assert!(output.status.success());
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "For a server:\n\
         https://discord.com/oauth2/authorize?client_id=80351110224678912\
         &scope=bot+applications.commands&permissions=343597485056&integration_type=0\n\n\
         For your own account:\n\
         https://discord.com/oauth2/authorize?client_id=80351110224678912\
         &scope=applications.commands&integration_type=1\n"
    );
}
