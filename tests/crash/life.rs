//! One run of Rapport until it is killed, and the checks afterwards.

use std::fs::File;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rapport::clock::{Clock as _, MovableClock, SystemClock};
use rehearsal::{Person, Rehearsal, World};
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::End;
use super::due::{self, Team};
use super::stored;

/// A signal that a process can't catch.
const SIGKILL: i32 = 9;

/// How many people are in the team; each has a nudge due.
const PEOPLE: usize = 6;

/// How long a run may last if its kill point is never reached.
const LIFETIME: Duration = Duration::from_secs(6);

/// How long everything may take to settle after a restart.
const RECOVERY: Duration = Duration::from_secs(25);

/// How long the program may take to stop after a signal.
const TO_STOP: Duration = Duration::from_secs(12);

/// What the bot's answer promised to a person: a talk or a kudos.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Promise {
    Logged(usize),
    Given(usize),
}

/// A process that is killed when the test ends.
struct Process {
    id: u32,
    /// Its exit status, after it has ended.
    ended: watch::Receiver<Option<ExitStatus>>,
}

impl Process {
    fn new(mut child: Child) -> Self {
        let id = child.id();
        let (status, ended) = watch::channel(None);
        std::thread::spawn(move || status.send_replace(Some(child.wait().unwrap())));
        Self { id, ended }
    }

    /// Waits for its end.
    async fn ended(&self) -> ExitStatus {
        let mut ended = self.ended.clone();
        let status = ended.wait_for(Option::is_some).await.unwrap();
        status.unwrap()
    }

    /// Sends it a signal, unless it has ended: another process may have its id by then.
    fn signal(&self, signal: &str) {
        if self.ended.borrow().is_none() {
            let id = self.id.to_string();
            Command::new("kill").args([signal, &id]).status().unwrap();
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal("-KILL");
    }
}

pub(crate) struct Life {
    discord: Rehearsal,
    team: Team,
    folder: TempDir,
    promises: Arc<Mutex<Vec<Promise>>>,
}

impl Life {
    /// A team with everything due, without a bot so far.
    pub(crate) async fn begin() -> Self {
        let now = SystemClock.now();
        let mut world = World::new(Arc::new(MovableClock::running(now)));
        // It is killed a thousand times, and back in a moment.
        world.sharding.identify_every = None;
        world.sharding.starts_a_day = usize::MAX;
        let team = due::settle(&mut world, PEOPLE);
        let folder = TempDir::new().unwrap();
        let url = url(&folder);
        // Opening their channels of direct messages would take five seconds each.
        due::write(&url, &mut world, &team, now, true).await;
        for (number, person) in team.people.iter().enumerate() {
            // Not the neighbours: a talk with them would call the reminder off.
            let other = team.people[(number + 2) % PEOPLE];
            stored::remind(&url, team.guild.0, person.0, other.0, now.timestamp()).await;
        }
        stored::plan_introductions(&url, now).await;
        Self {
            discord: Rehearsal::start(world).await.unwrap(),
            team,
            folder,
            promises: Arc::default(),
        }
    }

    fn start(&self, points: &str) -> Process {
        let log = File::options()
            .append(true)
            .create(true)
            .open(self.folder.path().join("log"))
            .unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .arg("run")
            .env_clear()
            .env("FAILPOINTS", points)
            .env("RAPPORT__DISCORD__API_URL", self.discord.api_url())
            .env("RAPPORT__DISCORD__SENDS_PER_SECOND", "45")
            .env("DISCORD_TOKEN", self.discord.token())
            .env("DATABASE_URL", url(&self.folder))
            .current_dir(self.folder.path())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        Process::new(child.unwrap())
    }

    /// Runs and uses the bot until it is killed; returns whether it was killed at the intended
    /// point.
    pub(crate) async fn until(&self, end: End, seed: u64) -> bool {
        let (points, lifetime) = match end {
            End::At(point, times) => (format!("{point}={times}*off->return"), LIFETIME),
            End::After(time) => (String::new(), time),
        };
        // `0*off` is invalid.
        let points = points.replace("=0*off->", "=");
        let deadline = Instant::now() + lifetime;
        let process = self.start(&points);
        let connected = |world: &World| world.has_registered() && world.bot_is_connected();
        tokio::select! {
            there = self.discord.until(connected) => there.unwrap(),
            _ = process.ended() => {}
            () = tokio::time::sleep_until(deadline) => {}
        }
        let used = self.use_it(seed);
        let by_itself = tokio::time::timeout_at(deadline, process.ended()).await;
        let by_itself = by_itself.is_ok();
        process.signal("-KILL");
        let died_of = process.ended().await.signal();
        assert_eq!(died_of, Some(SIGKILL), "{end:?}:\n{}", self.log());
        // Answers are visible at once; missing ones never come.
        let answers = used.join_all();
        let _ = tokio::time::timeout(Duration::from_millis(100), answers).await;
        by_itself != matches!(end, End::After(_))
    }

    /// All people log a talk and thank a person at once.
    fn use_it(&self, seed: u64) -> JoinSet<()> {
        let mut all = JoinSet::new();
        for number in 0..PEOPLE {
            let person = self.discord.person(&format!("person{number}")).unwrap();
            let person = person.patient(LIFETIME);
            let promises = Arc::clone(&self.promises);
            let other = (number + 1) % PEOPLE;
            all.spawn(async move {
                let line = format!("/met @person{other} note: the {seed}th life");
                if answered(&person, &line, "Logged").await {
                    promises.lock().unwrap().push(Promise::Logged(number));
                }
                for word in ["first", "second"] {
                    let line = format!("/kudos @person{other} message: the {word} of {seed}");
                    if answered(&person, &line, "take this one back").await {
                        promises.lock().unwrap().push(Promise::Given(number));
                    }
                }
            });
        }
        all
    }

    /// Restarts; returns when everything is settled and the process has ended well.
    pub(crate) async fn again(&self) {
        let before = self.discord.look(World::times_identified);
        let process = self.start("");
        let connected = |world: &World| world.times_identified() > before;
        let settled = async {
            self.discord.until(connected).await.unwrap();
            while !self.is_settled().await {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let in_time = tokio::time::timeout(RECOVERY, settled).await;
        process.signal("-TERM");
        let status = tokio::time::timeout(TO_STOP, process.ended()).await;
        let status = status.unwrap_or_else(|_| panic!("it did not stop:\n{}", self.log()));
        assert!(in_time.is_ok(), "not settled:\n{}", self.log());
        assert!(status.success(), "{status}:\n{}", self.log());
    }

    async fn is_settled(&self) -> bool {
        stored::unsettled(&url(&self.folder), PEOPLE).await == 0
    }

    /// Checks that every promise was kept and nothing was done twice.
    pub(crate) async fn judge(&self) {
        let team = &self.team;
        for (number, person) in team.people.iter().enumerate() {
            let (reminders, others) = self.discord.look(|world| {
                let dms = world.find_dm_channel(*person).into_iter();
                let messages = dms.flat_map(|dms| world.messages_in(dms));
                let texts = messages.map(rehearsal::Message::text);
                let (reminders, others): (Vec<_>, Vec<_>) =
                    texts.partition(|text| text.contains("You asked me to remind you"));
                (reminders.len(), others.len())
            });
            assert_eq!(others, 1, "nudges of person{number}\n{}", self.log());
            assert_eq!(reminders, 1, "reminders of person{number}\n{}", self.log());
            self.judge_promises(number, person.0).await;
        }
        self.judge_introductions();
        let recaps = self.posts("Thanks of the week");
        assert_eq!(recaps, 1, "recaps\n{}", self.log());
    }

    /// Each person is in one thread, and each thread has one message.
    fn judge_introductions(&self) {
        let guild = self.team.guild;
        let threads = self.discord.look(|world| {
            let threads = world.channels_of(guild).filter(|it| it.thread().is_some());
            let threads = threads.map(|it| {
                let people = it.thread().unwrap().members.clone();
                (people, world.messages_in(it.id).count())
            });
            threads.collect::<Vec<_>>()
        });
        for person in &self.team.people {
            let of_theirs = threads.iter().filter(|(people, _)| people.contains(person));
            assert_eq!(of_theirs.count(), 1, "threads of {person}\n{}", self.log());
        }
        assert_eq!(threads.len(), PEOPLE / 2, "{threads:?}\n{}", self.log());
        let messages = threads.iter().all(|(_, messages)| *messages == 1);
        assert!(messages, "{threads:?}\n{}", self.log());
    }

    async fn judge_promises(&self, number: usize, person: u64) {
        let promised = |wanted| {
            let promises = self.promises.lock().unwrap();
            i64::try_from(promises.iter().filter(|it| **it == wanted).count()).unwrap()
        };
        let file = url(&self.folder);
        let logged = stored::talks_logged_by(&file, person).await;
        assert!(logged >= promised(Promise::Logged(number)), "lost talks");
        assert!(logged <= 1, "a talk logged twice");
        let counted = stored::kudos_given_by(&file, person).await;
        assert!(counted >= promised(Promise::Given(number)), "lost kudos");
        let name = due::name(number);
        let posts = self.posts(&format!("**{name}** thanks"));
        let posts = i64::try_from(posts).unwrap();
        assert_eq!(counted, posts, "kudos and posts\n{}", self.log());
        for post in stored::posts_of_kudos_by(&file, person).await {
            let post = u64::try_from(post).unwrap();
            let there = self.discord.look(|world| {
                world
                    .messages_in(self.team.channel)
                    .any(|it| it.id.0 == post)
            });
            assert!(there, "a kudos without its post");
        }
    }

    /// How many posts in the team's channel contain this text.
    fn posts(&self, text: &str) -> usize {
        self.discord.look(|world| {
            let messages = world.messages_in(self.team.channel);
            let public = messages.filter(|message| message.only_for.is_none());
            let says = |message: &&rehearsal::Message| message.text().contains(text);
            public.filter(says).count()
        })
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

fn url(folder: &TempDir) -> String {
    format!("sqlite://{}", folder.path().join("rapport.db").display())
}

/// Whether the bot's answer contains `word`.
async fn answered(person: &Person, line: &str, word: &str) -> bool {
    let answer = person.types(line).await.ok();
    let message = answer.and_then(rehearsal::Answer::message);
    message.is_some_and(|message| message.text().contains(word))
}
