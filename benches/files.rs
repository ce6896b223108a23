//! Session files of the demo and of 300 risks: made with the check that they can be read, and read; and how long an
//! action takes to the disk, as a line of the journal and with the whole file.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise, and prints what it finds"
)]

mod support;

use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use riskroom::domain::{Edit, History, Key, Line, SessionEdit};
use riskroom::store::atomic;
use riskroom::store::format::{decode, encode, encode_verified};
use riskroom::store::lock::Lock;
use riskroom::store::paths::Places;
use riskroom::store::storage::{Disk, make_folders};
use riskroom::store::writer::{Adopted, Report, Ways, Writer};

use support::generate::history_with;
use support::{VOTERS, criterion};

const DEMO: &[u8] = include_bytes!("../assets/demo.ron");
const LONG: Duration = Duration::from_mins(1);
/// How many actions are timed.
const LINES: u64 = 300;
const SNAPSHOTS: u64 = 40;
/// Voters of the largest session, which holds no more.
const FEW: usize = 4;

fn main() {
    let mut criterion = criterion();
    let histories: [(&str, History); 2] =
        [("demo", decode(DEMO).unwrap().history), ("300 risks", history_with(300, VOTERS, 1))];
    for (name, history) in &histories {
        let bytes = encode(history).unwrap();
        criterion.bench_function(&format!("encode/{name}"), |bencher| bencher.iter(|| encode(history)));
        criterion.bench_function(&format!("encode verified/{name}"), |bencher| {
            bencher.iter(|| encode_verified(history));
        });
        criterion.bench_function(&format!("decode/{name}"), |bencher| bencher.iter(|| decode(&bytes)));
    }
    criterion.final_summary();
    if std::env::args().any(|argument| argument == "--bench") {
        for (risks, voters) in [(60, VOTERS), (300, VOTERS), (3_000, FEW)] {
            to_disk(risks, history_with(risks, voters, 1));
        }
    }
}

/// Times one action after the other, from its end to the report of the writer.
fn to_disk(risks: usize, mut history: History) {
    // Not among the temporary files, which may be in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let places = Places::within(folder.path());
    make_folders(&Disk, &places.sessions).unwrap();
    let path = places.sessions.join("bench.ron");
    let bytes = encode(&history).unwrap();
    let identity = atomic::create(&Disk, &path, &bytes).unwrap();
    let (sender, reports) = mpsc::channel();
    let clock = || Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let ways = Ways { entries: u64::MAX, dirty: LONG * 60, ..Ways::default() };
    let report = move |report| drop(sender.send(report));
    let writer = Writer::start_with(ways, Arc::new(Disk), places.clone(), clock, report).unwrap();
    let id = history.session().id;
    let lock = Arc::new(Lock::take(&places.state_of(&id.to_string()), 1, "").unwrap());
    let adopted = Adopted { id, identity, revision: history.revision(), journals: Vec::new() };
    writer.adopt(path.clone(), adopted, &lock);

    let act = |history: &mut History| {
        let shop = Line::new(format!("shop {}", history.revision())).unwrap();
        let edits = vec![Edit::Session(SessionEdit::Shop(shop))];
        history.commit(Timestamp::UNIX_EPOCH, Key::new("bench").unwrap(), edits).unwrap();
        let started = Instant::now();
        writer.save(path.clone(), Box::new(history.clone()));
        let report = reports.recv_timeout(LONG).unwrap();
        assert!(matches!(report, Report::Saved { .. }), "{report:?}");
        started.elapsed()
    };
    let lines: Vec<Duration> = (0..LINES).map(|_| act(&mut history)).collect();
    let snapshots = (0..SNAPSHOTS).map(|_| {
        act(&mut history);
        let started = Instant::now();
        assert!(writer.flush(LONG));
        started.elapsed()
    });
    let snapshots: Vec<Duration> = snapshots.collect();
    let size = bytes.len() / 1024;
    tell(&format!("action to journal/{risks} risks, {size} KiB"), lines);
    tell(&format!("snapshot/{risks} risks, {size} KiB"), snapshots);
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!("{what}: p50 {:.2?}, p99 {:.2?}, most {:.2?}", at(50), at(99), at(100));
}
