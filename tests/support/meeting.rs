//! A meeting on a disk that can lose power, through the program's own opening, writing and reading: [`Meeting`].
//!
//! What is left of it after a cut is asked with [`left`]. Not here: the disk ([`super::simdisk`]).

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::tz::TimeZone;
use riskroom::domain::{Cell, Edit, History, Level, Template};
use riskroom::shell::logbook::Logbook;
use riskroom::shell::sessions::{Access, Desk, Sessions};
use riskroom::shell::words::Words;
use riskroom::store::journal::Draft;
use riskroom::store::paths::Places;
use riskroom::store::recover::{self, Fate, Found, Reading};
use riskroom::store::storage::{Storage, make_folders};
use riskroom::store::writer::{Report, Ways, Writer};
use riskroom::text::catalogue::Lang;
use tempfile::TempDir;

use super::dice::Dice;
use super::seeds::{agree, at, key, risk, template, title};
use super::simdisk::SimDisk;
use super::simdisk::tree::Tree;

/// Longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);

/// Tries again are asked for, or the record of a broken disk would have no end.
const NEVER: Duration = Duration::from_hours(1);

/// The folders of one user. They exist twice: on the disk that can lose power, and for the locks on a real one.
#[derive(Clone)]
pub(crate) struct Home {
    folder: Arc<TempDir>,
    pub(crate) places: Places,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::within(&folder.path().canonicalize().unwrap());
        Self { folder: Arc::new(folder), places }
    }

    /// A disk with the folder all others will be in.
    fn disk(&self) -> SimDisk {
        let disk = SimDisk::new();
        make_folders(&disk, &self.folder.path().canonicalize().unwrap()).unwrap();
        disk.settle();
        disk
    }
}

/// What is small, so that very many files can be read.
fn small() -> Template {
    let mut template = template(3);
    template.categories.truncate(1);
    template.hit_tags.clear();
    template
}

/// A meeting that is open.
pub(crate) struct Meeting {
    pub(crate) disk: SimDisk,
    pub(crate) home: Home,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Everything done in it.
    pub(crate) made: History,
    /// The texts left unfinished.
    pub(crate) drafts: Vec<Draft>,
    /// What the writer reported besides what is saved.
    pub(crate) news: Vec<Report>,
    writer: Arc<Writer>,
    sessions: Sessions,
    reports: Receiver<Report>,
    dice: Dice,
}

impl Meeting {
    /// A new session on a new disk.
    pub(crate) fn new(seed: u64) -> Self {
        let home = Home::new();
        Self::begin(home.disk(), home, None, seed)
    }

    /// Opens a session again.
    pub(crate) fn open(disk: SimDisk, home: Home, path: &Path, seed: u64) -> Self {
        Self::begin(disk, home, Some(path), seed)
    }

    fn begin(disk: SimDisk, home: Home, path: Option<&Path>, seed: u64) -> Self {
        let (sender, reports) = mpsc::channel();
        let told = disk.clone();
        let report = move |report: Report| {
            if let Report::Saved { revision, .. } = &report {
                told.told(*revision);
            }
            let _ = sender.send(report);
        };
        // An hour passes between two looks, so that backups and copies are of different hours.
        let hours = Mutex::new(0);
        let clock = move || {
            let mut hours = hours.lock().unwrap();
            *hours += 1;
            at(*hours * 3600).to_zoned(TimeZone::UTC)
        };
        let ways = Ways { retry: NEVER, ..Ways::default() };
        let storage: Arc<dyn Storage> = Arc::new(disk.clone());
        let writer = Writer::start_with(ways, Arc::clone(&storage), home.places.clone(), clock, report);
        let writer = Arc::new(writer.unwrap());
        let mut ids = Dice::new(seed);
        let mut sessions = Sessions::new(Desk {
            storage,
            writer: Arc::clone(&writer),
            places: home.places.clone(),
            template: small(),
            zone: TimeZone::UTC,
            draw: Box::new(move || Some(u128::from(ids.bits()) << 64 | u128::from(ids.bits()))),
            words: Arc::new(Words::new(Lang::En)),
            log: Logbook::silent(),
        });
        let opened = match path {
            Some(path) => sessions.open(path, at(9000)),
            None => sessions.create(title("Test"), at(0)),
        };
        let opened = opened.unwrap_or_else(|refused| panic!("it does not open: {refused:?}"));
        assert_eq!(opened.access, Access::Full, "it is open already");
        // As soon as it is open the screen says that it is saved.
        disk.told(opened.history.revision());
        let (path, made, drafts) = (opened.path, opened.history, opened.drafts);
        let (dice, news) = (Dice::new(seed), Vec::new());
        // As the program does with what was left unfinished.
        writer.drafts(path.clone(), drafts.clone());
        Self { disk, home, path, made, drafts, news, writer, sessions, reports, dice }
    }

    /// Does something and hands it over to be saved.
    pub(crate) fn act(&mut self) -> &mut Self {
        act(&mut self.made, &mut self.dice);
        self.writer.save(self.path.clone(), Box::new(self.made.clone()));
        self
    }

    pub(crate) fn acts(&mut self, count: u64) -> &mut Self {
        (0..count).for_each(|_| {
            self.act();
        });
        self
    }

    /// Leaves a text unfinished.
    pub(crate) fn draft(&mut self, text: &str) -> &mut Self {
        self.drafts = vec![Draft { purpose: "new-risk".to_owned(), text: text.to_owned() }];
        self.writer.drafts(self.path.clone(), self.drafts.clone());
        self
    }

    /// Has the whole file written.
    pub(crate) fn snapshot(&mut self) -> &mut Self {
        self.writer.snapshot(self.path.clone());
        self
    }

    /// Waits until the user is told that everything is saved.
    pub(crate) fn saved(&mut self) -> &mut Self {
        loop {
            let report = self.reports.recv_timeout(LONG).unwrap();
            let is_all =
                matches!(&report, Report::Saved { revision, .. } if *revision == self.made.revision());
            self.hear(report);
            if is_all {
                return self;
            }
        }
    }

    /// Waits until everything handed over was tried.
    pub(crate) fn tried(&mut self) -> &mut Self {
        let _ = self.writer.settle(LONG);
        while let Ok(report) = self.reports.try_recv() {
            self.hear(report);
        }
        self
    }

    fn hear(&mut self, report: Report) {
        match report {
            Report::Saved { .. } => {}
            Report::Moved { from, to, why } => {
                self.sessions.moved(&from, &to);
                self.path.clone_from(&to);
                self.news.push(Report::Moved { from, to, why });
            }
            Report::Trouble { .. }
            | Report::Well { .. }
            | Report::Folded { .. }
            | Report::Unbacked { .. } => {
                self.news.push(report);
            }
        }
    }

    /// Ends the meeting as a program does that ends well; tells whether all is on disk to stay.
    pub(crate) fn close(&mut self) -> bool {
        let is_durable = self.writer.flush(LONG);
        self.tried();
        is_durable
    }
}

/// Does one thing that is possible.
pub(crate) fn act(history: &mut History, dice: &mut Dice) {
    let now = at(i64::try_from(history.revision()).unwrap() * 7);
    let risks: Vec<_> = history.session().risks.iter().map(|risk| risk.id).collect();
    match dice.below(10) {
        0 if history.can_undo() => drop(history.undo(now, key("undo")).unwrap()),
        1 if history.can_redo() => drop(history.redo(now, key("redo")).unwrap()),
        2..=8 if !risks.is_empty() => {
            let (risk, cell) = (dice.one(&risks), dice.one(&Cell::ALL));
            let level = history.session().risk(risk).unwrap().levels().at(cell).map_or(0, Level::number);
            let others: Vec<u8> = (1..=3).filter(|other| *other != level).collect();
            let edit = agree(risk, cell, dice.one(&others));
            history.commit(now, key("set-level"), vec![edit]).unwrap();
        }
        _ => {
            let risk = risk(history.next_risk().number());
            history.commit(now, key("add-risk"), vec![Edit::AddRisk(Box::new(risk))]).unwrap();
        }
    }
}

/// What there is to be had of a session after a power cut.
///
/// # Errors
/// What was wrong, if nothing is to be had.
pub(crate) fn left(tree: &Tree, home: &Home, path: &Path) -> Result<Found, String> {
    let disk = SimDisk::holding(tree.clone());
    recover::read(&disk, &home.places, path).map_err(|trouble| trouble.to_string())
}

/// All there is to be had in the library and of the journals that go on from none of its files.
pub(crate) fn all_left(tree: &Tree, home: &Home) -> Vec<History> {
    let disk = SimDisk::holding(tree.clone());
    let files = disk.list(&home.places.sessions).unwrap_or_default();
    let sessions = files.iter().filter(|path| path.extension().is_some_and(|it| it == "ron"));
    let all: Vec<Found> = sessions.filter_map(|path| recover::read(&disk, &home.places, path).ok()).collect();
    let reading = Reading::new(&disk, &home.places);
    let orphans = recover::orphans(reading).into_iter().map(|it| it.history);
    let mut histories: Vec<History> = all.iter().map(|found| found.history.clone()).chain(orphans).collect();
    for found in all {
        for stray in found.strays {
            if let Fate::Mine(history) = stray.fate {
                histories.push(*history);
            }
        }
    }
    histories
}

/// Whether what is left is all that was told as saved, and nothing that was not done.
///
/// # Errors
/// What is wrong.
pub(crate) fn is_kept(left: &History, made: &History, told: u64) -> Result<(), String> {
    if left.revision() < told {
        return Err(format!("{told} was told, {} is left", left.revision()));
    }
    if left.base() != made.base() || !made.entries().starts_with(left.entries()) {
        return Err("what is left was not done".to_owned());
    }
    Ok(())
}
