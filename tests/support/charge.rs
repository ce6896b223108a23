//! A session in the charge of a writer: [`Charge`], with files in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use jiff::tz::TimeZone;
use riskroom::domain::{Edit, History, Line, SessionEdit, Uid};
use riskroom::store::journal::Draft;
use riskroom::store::lock::Lock;
use riskroom::store::paths::Places;
use riskroom::store::read::read;
use riskroom::store::recover::Found;
use riskroom::store::storage::{Disk, Storage, make_folders};
use riskroom::store::writer::{Adopted, Report, Ways, Writer};
use riskroom::store::{atomic, format};
use tempfile::TempDir;

use super::recovery;
use super::seeds::session_of;
use super::sessions::commit;

/// Longer than any test takes.
pub(crate) const LONG: Duration = Duration::from_mins(1);

/// Nothing happens by itself, and nothing is too large.
pub(crate) fn patient() -> Ways {
    Ways { retry: LONG, dirty: LONG, ..Ways::default() }
}

pub(crate) struct Charge {
    pub(crate) places: Places,
    pub(crate) path: PathBuf,
    pub(crate) history: History,
    pub(crate) writer: Writer,
    pub(crate) reports: Receiver<Report>,
    pub(crate) lock: Option<Arc<Lock>>,
    /// The last of all, after what works in it.
    pub(crate) folder: TempDir,
}

impl Charge {
    /// A session at `data/sessions/shop.ron` with nothing done to it.
    pub(crate) fn over(disk: Arc<dyn Storage>, ways: Ways) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::within(folder.path());
        make_folders(&Disk, &places.sessions).unwrap();
        let path = places.sessions.join("shop.ron");
        let history = History::new(session_of(5));
        atomic::create(&Disk, &path, &format::encode(&history).unwrap()).unwrap();
        let (sender, reports) = mpsc::channel();
        let report = move |report| drop(sender.send(report));
        let clock = || "2026-11-22T14:03:12Z".parse::<jiff::Timestamp>().unwrap().to_zoned(TimeZone::UTC);
        let writer = Writer::start_with(ways, disk, places.clone(), clock, report).unwrap();
        let lock = Lock::take(&places.state_of(&history.session().id.to_string()), 1, "13:04").unwrap();
        let mut charge = Self { places, path, history, writer, reports, lock: Some(Arc::new(lock)), folder };
        charge.adopt(Vec::new());
        charge
    }

    /// Gives the file at hand into the charge of the writer.
    pub(crate) fn adopt(&mut self, journals: Vec<PathBuf>) {
        let identity = read(&Disk, &self.path).unwrap().identity;
        let revision = self.file().revision();
        let adopted = Adopted { id: self.id(), identity, revision, journals };
        self.writer.adopt(self.path.clone(), adopted, self.lock.as_ref().unwrap());
    }

    pub(crate) fn id(&self) -> Uid {
        self.history.session().id
    }

    /// Does something and hands it over; its number.
    pub(crate) fn edit(&mut self) -> u64 {
        self.act();
        self.writer.save(self.path.clone(), Box::new(self.history.clone()));
        self.history.revision()
    }

    /// Does something and keeps it.
    pub(crate) fn act(&mut self) {
        let shop = Line::new(format!("shop {}", self.history.revision() + 1)).unwrap();
        commit(&mut self.history, vec![Edit::Session(SessionEdit::Shop(shop))]);
    }

    pub(crate) fn leave(&self, text: &str) {
        self.writer.drafts(self.path.clone(), drafts(text));
    }

    pub(crate) fn report(&self) -> Report {
        self.reports.recv_timeout(LONG).unwrap()
    }

    /// What was reported until everything handed over was tried.
    pub(crate) fn settled(&self) -> Vec<Report> {
        let _ = self.writer.settle(LONG);
        self.reports.try_iter().collect()
    }

    pub(crate) fn saved(&self, revision: u64) -> Report {
        Report::Saved { path: self.path.clone(), revision }
    }

    /// What is in the file alone.
    pub(crate) fn file(&self) -> History {
        format::decode(&fs::read(&self.path).unwrap()).unwrap().history
    }

    /// What the next opening would find.
    pub(crate) fn recovered(&self) -> Found {
        recovery::recovered(&self.places, &self.path)
    }

    pub(crate) fn journals(&self) -> Vec<PathBuf> {
        recovery::journals(&self.places, self.id())
    }

    /// The folder of its journals in one of the three places.
    pub(crate) fn place(&self, number: usize) -> PathBuf {
        self.places.journals_of(&self.id().to_string())[number].clone()
    }
}

/// One draft, or none for an empty text.
pub(crate) fn drafts(text: &str) -> Vec<Draft> {
    let draft = Draft { purpose: "new-risk".to_owned(), text: text.to_owned() };
    if text.is_empty() { Vec::new() } else { vec![draft] }
}

/// The names in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let paths = Disk.list(folder).unwrap_or_default();
    paths.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}
