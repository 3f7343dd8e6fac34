//! Log lines about failed requests: one line for each fault, with its cause, for any number of
//! tries and messages. No line has what people wrote.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rehearsal::{Fault, Limit, Refusal, Trouble};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;

use crate::harness::{Harness, Setup, Tested};

/// The log lines of one test, which runs on one thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Collects log lines until the guard is dropped.
    fn listen() -> (Self, DefaultGuard) {
        let log = Self::default();
        let lines = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::INFO)
            .with_writer(log.clone());
        (log, tracing::subscriber::set_default(lines.finish()))
    }

    /// Rapport's own lines about messages.
    fn lines(&self) -> Vec<String> {
        let written = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let ours = written.lines().filter(|line| line.contains(" rapport::"));
        let ours = ours.filter(|line| !line.contains("rapport::bot::connection_log"));
        ours.map(str::to_owned).collect()
    }
}

impl io::Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// A fault.
struct Case {
    fault: Fault,
    /// The codes with which Discord refuses.
    refused: Option<u64>,
    /// What each line contains: one line for the fault, one for its end.
    lines: &'static [&'static str],
}

const SENT_AGAIN: &str = "INFO rapport::delivery::pass: messages are sent again";

/// Two nudges become due while every message fails for over ten minutes.
async fn read(case: &Case) -> Vec<String> {
    let (log, _listening) = Log::listen();
    let setup = match case.fault {
        Fault::Hang => Setup::new().with("RAPPORT__DISCORD__REQUEST_TIMEOUT_SECONDS", "1"),
        _ => Setup::new(),
    };
    let mut harness = setup.start().await;
    for name in ["alice", "carol"] {
        let person = harness.person(name);
        let talk = "/met @bob when: 2026-10-01 note: wombat";
        person.types(talk).await.unwrap();
        person.types("/nudge on").await.unwrap();
    }
    let trouble = Trouble::with("POST", "/channels/*/messages", case.fault.clone());
    // A requested wait is real time, so it ends; other faults last the whole test. A fault of all
    // requests ends with the next request that succeeds.
    let trouble = match case.fault {
        Fault::SlowDown(Limit::Global, _) => trouble.times(1),
        Fault::SlowDown(..) => trouble.times(4),
        _ => trouble,
    };
    harness.rehearsal.trouble(trouble);
    harness.time_is("2026-11-30T09:12:00Z").await;
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T09:40:00Z").await;
    let sent = usize::from(case.refused.is_none());
    assert_eq!(nudges(&harness), [sent; 2], "{:?}", case.fault);
    if let Some(code) = case.refused {
        harness.expect_refusal(code);
    }
    let secrets = [
        harness.rehearsal.token(),
        "wombat".to_owned(),
        "interaction-".to_owned(),
    ];
    let Ok(()) = harness.finish().await;
    let lines = log.lines();
    for secret in secrets {
        assert!(!lines.concat().contains(&secret), "{lines:#?}");
    }
    lines
}

fn nudges(harness: &Harness) -> [usize; 2] {
    ["alice", "carol"].map(|name| harness.person(name).dms().len())
}

#[tokio::test]
async fn each_fault_of_discord_is_one_log_line_with_its_cause() -> Tested {
    let slow = |limit| Fault::SlowDown(limit, Duration::from_millis(300));
    let refuse = |refusal| Fault::Refuse(refusal);
    let cases = [
        Case {
            fault: Fault::Status(500),
            refused: None,
            lines: &[
                "WARN rapport::delivery::pass: messages not sent yet; trying until they are count=2 error=a request to Discord failed: Discord gave no usable answer: status 500",
                SENT_AGAIN,
            ],
        },
        Case {
            fault: Fault::Status(503),
            refused: None,
            lines: &["status 503", SENT_AGAIN],
        },
        Case {
            fault: Fault::Cut,
            refused: None,
            lines: &["connection closed before message completed", SENT_AGAIN],
        },
        Case {
            fault: Fault::LoseAnswer,
            refused: None,
            lines: &["connection closed before message completed", SENT_AGAIN],
        },
        Case {
            fault: Fault::Hang,
            refused: None,
            lines: &["operation timed out", SENT_AGAIN],
        },
        Case {
            fault: slow(Limit::User),
            refused: None,
            lines: &[
                "WARN rapport::discord::outbox: Discord asks us to slow down; messages wait of=\"POST /channels/",
                "of=\"POST /channels/",
            ],
        },
        Case {
            fault: slow(Limit::Shared),
            refused: None,
            lines: &["of=\"POST /channels/", "of=\"POST /channels/"],
        },
        Case {
            fault: slow(Limit::Global),
            refused: None,
            lines: &[
                "WARN rapport::discord::outbox: Discord asks us to slow down; messages wait of=\"everything\" after=300ms",
            ],
        },
        Case {
            fault: refuse(Refusal::CANNOT_DM),
            refused: Some(50007),
            lines: &[
                "INFO rapport::delivery: Discord refuses a message",
                "(code 50007)",
            ],
        },
        Case {
            fault: refuse(Refusal::NO_MUTUAL_GUILDS),
            refused: Some(50278),
            lines: &[
                "INFO rapport::delivery: Discord refuses a message",
                "(code 50278)",
            ],
        },
    ];
    for case in cases {
        let read = read(&case).await;
        let fault = &case.fault;
        assert_eq!(read.len(), case.lines.len(), "{fault:?}: {read:#?}");
        for (line, words) in read.iter().zip(case.lines) {
            assert!(line.contains(words), "{fault:?}: {words} is not in {line}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn channels_opened_too_fast_are_one_log_line() -> Tested {
    let (log, _listening) = Log::listen();
    let mut harness = Harness::start().await;
    harness.expect_refusal(40003);
    let too_fast = Fault::Refuse(Refusal::OPENS_DMS_TOO_FAST);
    let opened = Trouble::with("POST", "/users/@me/channels", too_fast);
    harness.rehearsal.trouble(opened);
    for name in ["alice", "carol"] {
        let person = harness.person(name);
        person.types("/met @bob when: 2026-10-01").await?;
        person.types("/nudge on").await?;
    }
    let mut lines = log.lines();
    // There is another line about what the members who said yes can expect.
    lines.retain(|line| !line.contains(" INFO "));
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].contains("more slowly (40003)"), "{lines:#?}");
    harness.finish().await
}
