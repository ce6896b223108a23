//! Two windows, or a window and another program, on the same files: every edit of both is in some file of the library.
//!
//! Two hundred interleavings, each the same in every run: what one does comes between two actions of the other, or
//! before any call of the other's writer to the disk.

mod processes;

use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use riskroom::domain::{Entry, History};
use riskroom::shell::words::Refused;
use riskroom::store::library;
use riskroom::store::lock::LockError;
use riskroom::store::paths::Places;
use riskroom::store::storage::{Disk, Storage};
use riskroom::store::writer::Why;

use crate::support::dice::Dice;
use crate::support::rival::other::{Deed, Other};
use crate::support::rival::window::{Window, Work};

/// How many interleavings there are of each kind.
const WINDOWS: u64 = 70;
const PROGRAMS: u64 = 70;
const ALL: u64 = 60;
const _: () = assert!(WINDOWS + PROGRAMS + ALL >= 200);

type Entries = Vec<Arc<Entry>>;

/// What was seen, in numbers.
#[derive(Debug, Default)]
struct Seen {
    /// How often a window was closed or killed, and all it was told as saved had to be there.
    promised: usize,
    kills: u32,
    takeovers: u32,
    followed: u32,
    refused: u32,
    recovered: u32,
    /// Sessions that went on in another file.
    moves: BTreeMap<&'static str, u32>,
    deeds: BTreeMap<Deed, u32>,
    /// Files that another program took away when all was in them, and nothing was done any more.
    taken: usize,
}

/// One interleaving.
struct World {
    places: Places,
    _folder: tempfile::TempDir,
    windows: Vec<Window>,
    other: Arc<Mutex<Other>>,
    has_other: bool,
    dice: Dice,
    time: i64,
    /// What was told as saved, of windows that are closed.
    promised: Vec<Entries>,
    /// What is not asked for.
    excused: Vec<Entries>,
    seen: Seen,
    /// What happened, for whoever looks for the reason of a failure.
    log: Arc<Mutex<Vec<String>>>,
}

impl World {
    fn new(seed: u64, windows: u64, has_other: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::within(&folder.path().canonicalize().unwrap());
        let other = Arc::new(Mutex::new(Other::new(&places, Dice::new(seed + 1000))));
        let windows = (0..windows).map(|number| Window::new(&places, seed * 10 + number)).collect();
        let (promised, excused, log) = (Vec::new(), Vec::new(), Arc::default());
        Self {
            places,
            _folder: folder,
            windows,
            other,
            has_other,
            dice: Dice::new(seed),
            time: 10,
            promised,
            excused,
            seen: Seen::default(),
            log,
        }
    }

    fn log(&self, what: String) {
        self.log.lock().unwrap().push(what);
    }

    fn run(mut self) -> Seen {
        self.windows[0].create();
        for _ in 0..15 + self.dice.below(20) {
            if self.has_other && self.dice.percent(25) {
                self.interfere();
            } else {
                let number = self.dice.below(self.windows.len());
                self.step(number);
            }
        }
        let kills = self.dice.percent(50);
        for number in 0..self.windows.len() {
            if kills { self.kill(number) } else { self.close(number) }
        }
        self.recover();
        self.check();
        self.seen.deeds.clone_from(&self.other.lock().unwrap().deeds);
        self.seen
    }

    fn tick(&mut self) -> i64 {
        self.time += 1;
        self.time
    }

    fn files(&self) -> Vec<PathBuf> {
        let files = Disk.list(&self.places.sessions).unwrap();
        let is_hidden = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');
        files.into_iter().filter(|path| !is_hidden(path)).collect()
    }

    /// The other program does something to a file: whatever it likes to one that is open in a window.
    fn interfere(&mut self) {
        let open: Vec<_> = self.windows.iter().filter_map(|window| window.work.as_ref()).collect();
        let open: Vec<_> =
            open.iter().filter(|work| !work.is_elsewhere).map(|work| work.path.clone()).collect();
        let files = self.files();
        if !open.is_empty() && self.dice.percent(80) {
            let (deed, path) = (self.dice.one(&Deed::ALL), self.dice.one(&open));
            self.log(format!("{deed:?} {}", path.display()));
            self.other.lock().unwrap().act(deed, &path);
        } else if !files.is_empty() {
            let (deed, path) = (self.dice.one(&Deed::KIND), self.dice.one(&files));
            self.log(format!("{deed:?} {}", path.display()));
            self.other.lock().unwrap().act(deed, &path);
        }
    }

    /// A window does something.
    fn step(&mut self, number: usize) {
        let time = self.tick();
        let work = self.windows[number].work.clone();
        match work {
            None => self.open(number),
            Some(work) if work.is_elsewhere => match self.dice.below(4) {
                0 => drop(self.windows[number].close()),
                1 => {
                    self.windows[number].follow();
                    self.check_followed(number);
                }
                _ => self.take_over(number),
            },
            Some(work) => match self.dice.below(20) {
                0..=9 => self.edit(number),
                10..=12 => {
                    self.interrupted(number);
                    self.windows[number].snapshot();
                    self.settle(number);
                }
                13 => {
                    self.windows[number].draft(&format!("{} {time}", work.told));
                    self.settle(number);
                }
                14..=16 => self.close(number),
                17 => self.kill(number),
                _ => (0..3).for_each(|_| self.edit(number)),
            },
        }
    }

    /// Has the other program do something in the middle of what this window does next, perhaps.
    fn interrupted(&mut self, number: usize) {
        if !self.has_other || !self.dice.percent(40) {
            return;
        }
        let (deed, calls) = (self.dice.one(&Deed::ALL), self.dice.below(25));
        let (other, path) =
            (Arc::clone(&self.other), self.windows[number].work.as_ref().unwrap().path.clone());
        let log = Arc::clone(&self.log);
        let act = move || {
            log.lock().unwrap().push(format!("meanwhile {deed:?} {}", path.display()));
            other.lock().unwrap().act(deed, &path);
        };
        self.windows[number].disk.interrupt(u32::try_from(calls).unwrap(), act);
    }

    fn edit(&mut self, number: usize) {
        let time = self.tick();
        self.interrupted(number);
        self.windows[number].edit(&format!("window {number}"), time, &mut self.dice);
        self.settle(number);
    }

    fn settle(&mut self, number: usize) {
        self.windows[number].settle();
        self.windows[number].disk.calm();
        if let Some(work) = &self.windows[number].work {
            self.log(format!("{number} saved {} of {}", work.told, work.made.revision()));
        }
        let moves = std::mem::take(&mut self.windows[number].moves);
        self.moved(moves);
    }

    fn moved(&mut self, moves: Vec<(PathBuf, Why)>) {
        for (from, why) in moves {
            self.log(format!("moved from {}: {why:?}", from.display()));
            self.other.lock().unwrap().touched.remove(&from);
            let why = match why {
                Why::Changed(_) => "changed",
                Why::Removed => "removed",
                Why::NotOurs => "not ours",
            };
            *self.seen.moves.entry(why).or_default() += 1;
        }
    }

    fn open(&mut self, number: usize) {
        let (time, files) = (self.tick(), self.files());
        if files.is_empty() {
            return;
        }
        let path = self.dice.one(&files);
        match self.windows[number].open(&path, time) {
            Ok(()) => self.opened(number),
            Err(refused) => panic!("{} does not open: {refused:?}", path.display()),
        }
    }

    fn opened(&mut self, number: usize) {
        let work = self.windows[number].work.as_ref().unwrap();
        self.log(format!(
            "{number} opened {} at {} (read-only: {})",
            work.path.display(),
            work.told,
            work.is_elsewhere
        ));
        if !work.is_elsewhere {
            self.other.lock().unwrap().touched.remove(&work.path);
            self.seen.recovered += u32::from(work.news > 0);
        }
    }

    fn take_over(&mut self, number: usize) {
        let time = self.tick();
        let path = self.windows[number].work.as_ref().unwrap().path.clone();
        let is_held = self.holder(number).is_some();
        match self.windows[number].take_over(time) {
            Ok(()) => {
                assert!(self.has_other || !is_held, "two windows have it");
                self.seen.takeovers += 1;
                self.opened(number);
            }
            Err(Refused::Locked(LockError::Held { .. })) => {
                assert!(self.has_other || is_held, "nobody has it");
                self.seen.refused += 1;
            }
            // Another program took it away.
            Err(Refused::Unread(_)) if !path.exists() => drop(self.windows[number].close()),
            Err(refused) => panic!("{refused:?}"),
        }
    }

    /// The session of another window that has the file this one only shows.
    fn holder(&self, number: usize) -> Option<&Work> {
        let shown = self.windows[number].work.as_ref().unwrap();
        let works = self.windows.iter().filter_map(|window| window.work.as_ref());
        works.filter(|work| !work.is_elsewhere).find(|work| work.path == shown.path)
    }

    /// What is shown of another window's session is all that window was told is saved.
    fn check_followed(&mut self, number: usize) {
        let shown = self.windows[number].work.clone().unwrap();
        let is_touched = self.other.lock().unwrap().touched.contains_key(&shown.path);
        let Some(work) = self.holder(number).filter(|_| !is_touched) else { return };
        assert!(shown.made.entries().starts_with(&told(work)), "it does not follow");
        self.seen.followed += 1;
    }

    /// Ends well.
    fn close(&mut self, number: usize) {
        let Some(work) = self.windows[number].work.clone() else { return };
        if !work.is_elsewhere {
            self.interrupted(number);
        }
        let was_taken = self.taken(&work);
        let closed = self.windows[number].close();
        self.settle(number);
        let Some(closed) = closed else {
            assert!(self.has_other, "it cannot be closed");
            return;
        };
        if !closed.is_elsewhere {
            assert_eq!(closed.told, closed.made.revision(), "closed, and not told that it is saved");
            self.log(format!("{number} closed {} at {}", closed.path.display(), closed.told));
            self.promised.push(told(&closed));
            // Nothing was done to what another program took away, or it did so after the last look.
            let is_taken = self.taken(&closed) && !(closed.is_edited && was_taken);
            if is_taken {
                self.excused.push(told(&closed));
                self.seen.taken += 1;
            }
        }
    }

    /// Whether all that was told was in a file that another program took away.
    fn taken(&self, work: &Work) -> bool {
        self.other.lock().unwrap().touched.get(&work.path).is_some_and(|revision| work.told <= *revision)
    }

    /// Ends somewhere in the middle of something.
    fn kill(&mut self, number: usize) {
        let time = self.tick();
        let calls = u32::try_from(self.dice.below(30)).unwrap();
        let seed = self.dice.bits();
        let mut window = std::mem::replace(&mut self.windows[number], Window::new(&self.places, seed));
        if window.work.as_ref().is_some_and(|work| !work.is_elsewhere) {
            window.disk.die(calls);
            window.edit(&format!("window {number}"), time, &mut self.dice);
            if self.dice.percent(50) {
                window.snapshot();
            }
            window.settle();
        }
        let ended = window.kill();
        self.moved(ended.moves);
        self.seen.kills += 1;
        let Some(work) = ended.work.filter(|work| !work.is_elsewhere) else { return };
        self.log(format!("{number} was killed in {} at {}", work.path.display(), work.told));
        self.promised.push(told(&work));
        if self.taken(&work) {
            self.excused.push(told(&work));
            self.seen.taken += 1;
        }
    }

    /// Opens everything once more, and what comes of that.
    fn recover(&mut self) {
        let mut done = Vec::new();
        Window::new(&self.places, self.dice.bits()).bring_back();
        while let Some(path) = self.files().into_iter().find(|path| !done.contains(path)) {
            assert!(done.len() < 100, "there is no end of files");
            let mut window = Window::new(&self.places, self.dice.bits());
            let time = self.tick();
            window.open(&path, time).unwrap_or_else(|refused| panic!("{}: {refused:?}", path.display()));
            assert!(!window.work.as_ref().unwrap().is_elsewhere, "{} is still open", path.display());
            window.close().expect("it closes");
            done.push(path);
        }
    }

    /// Everything promised is in a file.
    fn check(&mut self) {
        let listed = library::scan(&Disk, &self.places.sessions, &self.places.trash);
        let files: Vec<PathBuf> =
            listed.into_iter().filter(|listing| !listing.binned).map(|listing| listing.path).collect();
        let read = |path: &PathBuf| library::open(&Disk, path).unwrap().history;
        let histories: Vec<History> = files.iter().map(read).collect();
        let is_there = |entries: &[Arc<Entry>]| histories.iter().any(|it| it.entries().starts_with(entries));
        for promised in &self.promised {
            let is_excused = self.excused.iter().any(|excused| excused.starts_with(promised));
            let (count, log) = (promised.len(), self.log.lock().unwrap().join("\n"));
            assert!(is_there(promised) || is_excused, "of {count} edits not all are in {files:#?}:\n{log}");
        }
        for (path, history) in &self.other.lock().unwrap().left {
            assert!(
                is_there(history.entries()),
                "what another program left in {} is not in {files:#?}",
                path.display()
            );
        }
        if !self.has_other {
            assert_eq!(files.len(), 1, "nobody else was there");
        }
        self.seen.promised = self.promised.len();
    }
}

/// What was told as saved.
fn told(work: &Work) -> Entries {
    work.made.entries().iter().filter(|entry| entry.seq <= work.told).cloned().collect()
}

/// Runs them all; what was seen in sum.
fn run(seeds: Range<u64>, windows: u64, has_other: bool) -> Seen {
    let mut sum = Seen::default();
    let mut failed = Vec::new();
    for seed in seeds {
        let Ok(seen) = catch_unwind(|| World::new(seed, windows, has_other).run()) else {
            failed.push(seed);
            continue;
        };
        sum.promised += seen.promised;
        sum.kills += seen.kills;
        sum.takeovers += seen.takeovers;
        sum.followed += seen.followed;
        sum.refused += seen.refused;
        sum.recovered += seen.recovered;
        sum.taken += seen.taken;
        for (why, count) in seen.moves {
            *sum.moves.entry(why).or_default() += count;
        }
        for (deed, count) in seen.deeds {
            *sum.deeds.entry(deed).or_default() += count;
        }
    }
    assert!(failed.is_empty(), "seeds {failed:?}");
    assert!(sum.kills > 0 && sum.recovered > 0, "{sum:?}");
    sum
}

/// Another program did everything, and windows went aside for every reason.
fn was_in_the_way(seen: &Seen) {
    assert!(Deed::ALL.iter().all(|deed| seen.deeds.contains_key(deed)), "{seen:?}");
    assert_eq!(seen.moves.len(), 3, "{seen:?}");
    assert!(seen.taken * 10 < seen.promised, "too little is asked for: {seen:?}");
}

#[test]
fn two_windows() {
    let seen = run(0..WINDOWS, 2, false);
    assert!(seen.takeovers > 0 && seen.followed > 0 && seen.refused > 0, "{seen:?}");
    assert!(seen.moves.is_empty() && seen.taken == 0, "nobody else was there: {seen:?}");
}

#[test]
fn a_window_and_another_program() {
    was_in_the_way(&run(1000..1000 + PROGRAMS, 1, true));
}

#[test]
fn two_windows_and_another_program() {
    was_in_the_way(&run(2000..2000 + ALL, 2, true));
}
