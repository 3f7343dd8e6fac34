//! A leaderboard over ten thousand kudos and over ten million, side by side, and its picture:
//! `cargo bench --bench board`. The first run makes the files and keeps them below `target/tmp`.
#![expect(
    clippy::unwrap_used,
    reason = "a measurement that cannot go on says so by panicking"
)]

#[path = "../file.rs"]
mod file;

use std::sync::LazyLock;

use chrono::NaiveDate;
use divan::Bencher;
use file::File;
use rapport::ids::{ChannelId, PersonId, TeamId};
use rapport::kudos::board::{Scope, Side};
use rapport::kudos::chart::{Bar, Chart};
use rapport::kudos::period::Period;
use rapport::kudos::store::{self, Counted};
use rapport::language::Language;

/// A team of a hundred people in five channels, with three years of kudos.
const KUDOS: &str = "
    INSERT INTO teams (team_id, zone, circle, added_at) VALUES (7, 'UTC', 'regular', 1700000000);
    INSERT INTO kudos (team_id, channel_id, giver_id, reason, day, given_at, interaction_id)
    WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT {count})
    SELECT 7, 1 + n % 5, 1 + (n * 37) % 100, 'for the help',
           date(1700000000 + n * 94608000 / {count}, 'unixepoch'),
           1700000000 + n * 94608000 / {count}, n
    FROM n;
    INSERT INTO kudos_receivers
    SELECT team_id, 1 + (interaction_id * 37 + 1 + (interaction_id / 100) % 99) % 100, kudos_id
    FROM kudos;";

static SMALL: LazyLock<File> = LazyLock::new(|| made("kudos-10-thousand", 10_000));
static LARGE: LazyLock<File> = LazyLock::new(|| made("kudos-10-million", 10_000_000));

fn made(name: &str, count: u64) -> File {
    File::made(name, &KUDOS.replace("{count}", &count.to_string()))
}

fn main() {
    divan::main();
}

/// The second to last day of the three years.
fn counted(period: Period, scope: Scope) -> Counted {
    let today = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
    Counted {
        team: TeamId(7),
        channel: ChannelId(1),
        scope,
        side: Side::Received,
        buckets: period.buckets(today),
    }
}

const BOARDS: [&str; 3] = [
    "this month, one channel",
    "last 30 days, whole server",
    "all time, whole server",
];

fn board_of(name: &str) -> Counted {
    match name {
        "this month, one channel" => counted(Period::ThisMonth, Scope::Channel),
        "last 30 days, whole server" => counted(Period::Last30Days, Scope::Server),
        _ => counted(Period::AllTime, Scope::Server),
    }
}

fn measure(bencher: Bencher<'_, '_>, file: &File, board: &str) {
    let counted = board_of(board);
    bencher.bench_local(|| {
        let board = file.run(store::board(file.database.readers(), &counted));
        let page = board.unwrap().page(1, PersonId(1));
        assert_eq!(page.rows.len(), 10);
        page
    });
}

#[divan::bench(args = BOARDS)]
fn over_10_thousand(bencher: Bencher<'_, '_>, board: &str) {
    measure(bencher, &SMALL, board);
}

#[divan::bench(args = BOARDS)]
fn over_10_million(bencher: Bencher<'_, '_>, board: &str) {
    measure(bencher, &LARGE, board);
}

/// From a page of the board to the bytes of a PNG.
#[divan::bench]
fn picture(bencher: Bencher<'_, '_>) {
    let counted = board_of("all time, whole server");
    let board = SMALL.run(store::board(SMALL.database.readers(), &counted));
    let page = board.unwrap().page(1, PersonId(1));
    let names = ["Ada", "Grace Hopper", "Łukasz", "Ольга", "Νίκη"];
    let bars = page.rows.iter().zip(names.iter().cycle());
    let chart = Chart {
        language: Language::English,
        title: "Most thanked, all time".to_owned(),
        subtitle: "Kudos received on the whole server".to_owned(),
        bars: bars
            .map(|(row, name)| Bar {
                row: *row,
                name: Some((*name).to_owned()),
            })
            .collect(),
        own: None,
        longest: page.most,
    };
    bencher.bench_local(|| SMALL.run(chart.draw().png()).unwrap());
}
