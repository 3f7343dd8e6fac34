//! Health, metrics and the service manager's messages of the program.

use std::os::unix::net::UnixDatagram;
use std::time::Duration;

use rehearsal::World;

use crate::file::{is_there, limit_files};
use crate::served::{Running, Served, TIMEOUT, TO_STOP, everything_due};

/// Any free port of the loopback interface.
pub(crate) const LISTEN: (&str, &str) = ("RAPPORT__METRICS__LISTEN", "127.0.0.1:0");

/// The line that says that the session began.
const CONNECTED: &str = "connected to Discord";

/// The pages of a program that was started with [`LISTEN`].
pub(crate) struct Pages {
    address: String,
    client: reqwest::Client,
}

impl Pages {
    pub(crate) async fn of(running: &Running) -> Self {
        let lines = running.lines_with(0, "health and metrics are served").await;
        let served = lines.iter().find_map(|line| line.split_once("address="));
        let address = served.unwrap().1.trim().to_owned();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { address, client }
    }

    /// The page's status and text.
    pub(crate) async fn get(&self, page: &str) -> (u16, String) {
        let address = format!("http://{}{page}", self.address);
        let answer = self.client.get(address).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    pub(crate) async fn metrics(&self) -> String {
        let (status, text) = self.get("/metrics").await;
        assert_eq!(status, 200);
        text
    }

    /// The metrics once they have this sample: an answer is counted a moment after it is there.
    async fn metrics_with(&self, sample: &str) -> String {
        let found = async {
            loop {
                let metrics = self.metrics().await;
                if metrics.contains(sample) {
                    return metrics;
                }
            }
        };
        let found = tokio::time::timeout(Duration::from_secs(20), found).await;
        found.unwrap_or_else(|_| panic!("no {sample}"))
    }

    /// What `rapport health` says and exits with.
    async fn health(&self, served: &Served) -> (Option<i32>, String) {
        let listen = [("RAPPORT__METRICS__LISTEN", self.address.as_str())];
        let asked = served.start_rapport(&["health"], &listen);
        let (status, output, errors) = asked.ended().await;
        (status.code(), output + &errors)
    }
}

/// The value of the sample with this name and labels.
fn value(metrics: &str, sample: &str) -> f64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(sample));
    let value = line.unwrap_or_else(|| panic!("no {sample} in\n{metrics}"));
    value.trim().parse().unwrap()
}

/// The names of all samples, as Prometheus groups them.
fn families(metrics: &str) -> Vec<&str> {
    let samples = metrics
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let names = samples.map(|line| line.split(['{', ' ']).next().unwrap());
    names
        .map(|name| {
            let ends = ["_bucket", "_sum", "_count"].into_iter();
            let mut bare = ends.filter_map(|end| name.strip_suffix(end));
            bare.next().unwrap_or(name)
        })
        .collect()
}

#[tokio::test]
async fn a_connected_rapport_is_alive_ready_and_well() {
    let served = Served::start().await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    running.lines_with(0, CONNECTED).await;
    assert_eq!(pages.get("/healthz").await, (200, "alive\n".to_owned()));
    assert_eq!(pages.get("/readyz").await, (200, "ready\n".to_owned()));
    assert_eq!(pages.health(&served).await, (Some(0), "ready\n".to_owned()));
    assert_eq!(pages.get("/").await.0, 404);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
    let (code, line) = pages.health(&served).await;
    assert_eq!(code, Some(1));
    assert!(line.contains("no Rapport answers at"), "{line}");
}

#[tokio::test]
async fn a_rapport_that_waits_for_discord_is_alive_and_not_ready() {
    let served = Served::start().await;
    // Nothing listens at the discard port of the loopback interface.
    let elsewhere = ("RAPPORT__DISCORD__API_URL", "http://127.0.0.1:9");
    let running = served.start_rapport(&["run"], &[LISTEN, elsewhere]);
    let pages = Pages::of(&running).await;
    assert_eq!(pages.get("/healthz").await.0, 200);
    let not_connected = "not connected to Discord";
    assert_eq!(
        pages.get("/readyz").await,
        (503, format!("{not_connected}\n"))
    );
    let (code, line) = pages.health(&served).await;
    assert_eq!(code, Some(1));
    assert!(line.contains(not_connected), "{line}");
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn a_full_disk_is_not_ready_until_it_can_be_written_again() {
    if !is_there("prlimit") {
        return;
    }
    let served = Served::start().await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    running.lines_with(0, CONNECTED).await;
    let alice = served.discord.person("alice").unwrap();
    limit_files(&running, "4096");
    alice.types("/met @bob").await.unwrap();
    let (status, why) = pages.get("/readyz").await;
    assert_eq!(
        (status, why.as_str()),
        (503, "the database can't be written\n")
    );
    assert!(value(&pages.metrics().await, "rapport_commits_failed_total") >= 1.0);
    limit_files(&running, "unlimited");
    assert_eq!(pages.get("/readyz").await.0, 200);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn metrics_count_the_work_and_name_nobody() {
    let served = Served::start().await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    running.lines_with(0, CONNECTED).await;
    let alice = served.discord.person("alice").unwrap();
    let logged = alice.types("/met @bob note: wombat").await.unwrap();
    let logged = logged.message().unwrap();
    alice.press(&logged, "Undo").await.unwrap();
    alice.autocomplete("/met @bob when: yester").await.unwrap();
    let metrics = pages.metrics_with(r#"kind="autocomplete""#).await;
    for (sample, wanted) in [
        (r#"rapport_shard_connected{shard="0"}"#, 1.0),
        (r#"rapport_shard_connects_total{shard="0",how="new"}"#, 1.0),
        (
            r#"rapport_answer_seconds_count{kind="command",command="met"}"#,
            1.0,
        ),
        (
            r#"rapport_answer_seconds_count{kind="component",command=""}"#,
            1.0,
        ),
        (
            r#"rapport_answer_seconds_count{kind="autocomplete",command="met"}"#,
            1.0,
        ),
        ("rapport_commits_failed_total", 0.0),
        ("rapport_nudges_due", 0.0),
        ("rapport_writer_waiting", 0.0),
    ] {
        assert!(
            (value(&metrics, sample) - wanted).abs() < 1e-9,
            "{sample} in\n{metrics}"
        );
    }
    for above_zero in ["rapport_database_bytes", "rapport_commit_seconds_count"] {
        assert!(value(&metrics, above_zero) > 0.0, "{metrics}");
    }
    assert!(metrics.contains(concat!(
        "rapport_build_info{version=\"",
        env!("CARGO_PKG_VERSION"),
        "\"} 1"
    )));
    for family in families(&metrics) {
        let explained = metrics.contains(&format!("# HELP {family} "));
        assert!(explained, "{family} is not explained");
    }
    let team = served.team();
    let ids = [alice.id().to_string(), logged.id.to_string()];
    for secret in ["wombat", "alice", "Lighthouse", &team, &ids[0], &ids[1]] {
        assert!(!metrics.contains(secret), "{secret} in\n{metrics}");
    }
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn metrics_count_nudges_that_are_due_and_sent() {
    let served = everything_due(6).await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    let sent = |world: &World| {
        let posts = world.requests().filter(|it| it.path.ends_with("/messages"));
        posts.filter(|it| it.status == 200).count() >= 7
    };
    served.discord.until(sent).await.unwrap();
    // The outcome is counted after it is on disk, and what is due is read before the page is drawn.
    let nudges = r#"rapport_deliveries_total{kind="nudges",outcome="late"} 6"#;
    pages.metrics_with(nudges).await;
    let metrics = pages.metrics_with("rapport_nudges_due 0").await;
    assert!(value(&metrics, r#"rapport_discord_requests_total{status="200"}"#) >= 7.0);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn a_taken_address_is_named_by_run_and_check() {
    let served = Served::start().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let listen = [("RAPPORT__METRICS__LISTEN", address.as_str())];
    for command in ["run", "check"] {
        let complaint = served.start_rapport(&[command], &listen).complaint(2).await;
        assert!(
            complaint.contains("`metrics.listen`") && complaint.contains(&address),
            "{command}: {complaint}"
        );
    }
}

#[tokio::test]
async fn check_beside_a_running_rapport_leaves_its_address_alone() {
    let served = Served::start().await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    let listen = [("RAPPORT__METRICS__LISTEN", pages.address.as_str())];
    let (status, output, errors) = served.start_rapport(&["check"], &listen).ended().await;
    assert!(status.success(), "{errors}");
    assert!(
        output.contains("is in use by a Rapport that runs"),
        "{output}"
    );
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test]
async fn health_without_an_address_is_a_wrong_setting() {
    let served = Served::start().await;
    let complaint = served.start_rapport(&["health"], &[]).complaint(2).await;
    assert!(
        complaint.contains("RAPPORT__METRICS__LISTEN"),
        "{complaint}"
    );
}

/// A service manager that listens to one program.
struct Manager {
    socket: UnixDatagram,
    path: String,
}

impl Manager {
    fn of(served: &Served) -> Self {
        let path = served.folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).unwrap();
        socket.set_read_timeout(Some(TIMEOUT)).unwrap();
        let path = path.display().to_string();
        Self { socket, path }
    }

    /// Waits for a message with this line.
    fn hears(&self, line: &str) {
        let mut heard = Vec::new();
        while !heard
            .iter()
            .any(|it: &String| it.lines().any(|it| it == line))
        {
            let mut bytes = [0; 1024];
            let length = self.socket.recv(&mut bytes);
            let length = length.unwrap_or_else(|error| panic!("{error}, no {line} in {heard:?}"));
            heard.push(String::from_utf8_lossy(&bytes[..length]).into_owned());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_manager_hears_of_the_start_the_work_and_the_end() {
    let served = Served::start().await;
    let manager = Manager::of(&served);
    let watched = [
        ("NOTIFY_SOCKET", manager.path.as_str()),
        ("WATCHDOG_USEC", "300000"),
    ];
    let running = served.run(&watched).await;
    manager.hears("READY=1");
    manager.hears("STATUS=connected to Discord");
    manager.hears("WATCHDOG=1");
    running.terminate();
    manager.hears("STOPPING=1");
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_during_an_outage_is_a_start() {
    let served = Served::start().await;
    let manager = Manager::of(&served);
    let outage = [
        ("NOTIFY_SOCKET", manager.path.as_str()),
        ("RAPPORT__DISCORD__API_URL", "http://127.0.0.1:9"),
    ];
    let running = served.start_rapport(&["run"], &outage);
    manager.hears("READY=1");
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_is_not_a_start() {
    let served = Served::start().await;
    let manager = Manager::of(&served);
    let wrong = [
        ("NOTIFY_SOCKET", manager.path.as_str()),
        ("DISCORD_TOKEN", "not.the-right.token"),
    ];
    served.start_rapport(&["run"], &wrong).complaint(2).await;
    manager.socket.set_nonblocking(true).unwrap();
    let mut bytes = [0; 1024];
    assert!(manager.socket.recv(&mut bytes).is_err(), "{bytes:?}");
}

#[tokio::test]
async fn a_client_that_says_nothing_keeps_no_other_waiting() {
    let served = Served::start().await;
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    let silent: Vec<_> = (0..8)
        .map(|_| std::net::TcpStream::connect(&pages.address).unwrap())
        .collect();
    let alive = tokio::time::timeout(Duration::from_secs(5), pages.get("/healthz")).await;
    assert_eq!(alive.unwrap().0, 200);
    drop(silent);
    running.terminate();
    assert!(running.ended_within(TO_STOP).await.0.success());
}
