//! A library of many sessions: listed for the first time, listed once it is known, searched; and the memory that takes.
//!
//! 100 and 10,000 sessions; 100,000 as well if `RISKROOM_LARGE` is set.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise, and prints what it finds"
)]

#[path = "../tests/support/library.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod library;
#[path = "../tests/support/seeds.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod seeds;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use riskroom::app::home::Home;
use riskroom::shell::clock::now;
use riskroom::shell::search::search;
use riskroom::shell::sessions;
use riskroom::shell::words::Words;
use riskroom::store::format::encode;
use riskroom::store::index::Index;
use riskroom::store::paths::Places;
use riskroom::store::storage::{Disk, Storage};
use riskroom::text::catalogue::Lang;

/// What is searched for: often, rarely, nowhere, with letters left out, several words.
const WORDS: [&str; 6] = ["resena", "log-ins 77", "nowhere", "contrsenas", "parcels door", "zoe"];
const ROUNDS: usize = 5;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let large = std::env::var_os("RISKROOM_LARGE").is_some();
    for count in [100, 10_000, 100_000].into_iter().filter(|count| large || *count < 100_000) {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let places = Places::within(folder.path());
        fill(&places.sessions, count);
        measure(&places, count);
    }
}

/// Writes sessions as if that was long ago. They repeat after 3,000 but for their names and identities.
fn fill(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let some: Vec<Vec<u8>> =
        library::library(count.min(3_000)).iter().map(|(_, it)| encode(it).unwrap()).collect();
    for number in 0..count {
        let path = folder.join(format!("session-{number:06}.ron"));
        Disk.write_new(&path, &some[number % some.len()], None).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    }
}

fn measure(places: &Places, count: usize) {
    let words = Words::new(Lang::En);
    let open = |index: &mut Index| {
        let started = Instant::now();
        let list = sessions::list(index, &Disk, places, &[], &words, now(), |_, _| {});
        let mut home = Home::default();
        home.list(list);
        (started.elapsed(), home)
    };
    let (cold, home) = open(&mut Index::default());
    println!("library of {count}, first time: {cold:.2?}");
    drop(home);
    let warm: Vec<Duration> = (0..ROUNDS).map(|_| open(&mut Index::default()).0).collect();
    tell(&format!("library of {count}, known"), warm);
    let mut index = Index::default();
    let (_, home) = open(&mut index);
    println!("memory with {count} sessions at Home: {} MB", memory());
    let searches = (0..ROUNDS).flat_map(|_| WORDS).map(|words| {
        let started = Instant::now();
        let found = search(&index, &Disk, places, words, || true).unwrap();
        std::hint::black_box(found.all);
        started.elapsed()
    });
    tell(&format!("search of {count}"), searches.collect());
    println!("memory after searching {count}: {} MB", memory());
    assert_eq!(home.shown.len(), count);
}

/// The memory of this process now.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1024
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!("{what}: p50 {:.2?}, p99 {:.2?}", at(50), at(99));
}
