//! A window on real files, with a disk of its own that can die: [`Window`].

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::tz::TimeZone;
use riskroom::domain::History;
use riskroom::shell::logbook::Logbook;
use riskroom::shell::sessions::{Access, Desk, Opened, Sessions};
use riskroom::shell::words::{Refused, Words};
use riskroom::store::journal::Draft;
use riskroom::store::paths::Places;
use riskroom::store::storage::Storage;
use riskroom::store::writer::{Report, Ways, Why, Writer};
use riskroom::text::catalogue::Lang;

use super::disk::Shared;
use super::other::add;
use crate::support::dice::Dice;
use crate::support::seeds::{at, key, template, title};

/// Longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);
/// Nothing is tried again by itself, so that each run is the same.
const NEVER: Duration = Duration::from_hours(1);

pub(crate) struct Window {
    pub(crate) disk: Shared,
    pub(crate) work: Option<Work>,
    /// Why sessions went on in other files.
    pub(crate) moves: Vec<(PathBuf, Why)>,
    writer: Arc<Writer>,
    sessions: Sessions,
    reports: Receiver<Report>,
}

/// The session in a window.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) path: PathBuf,
    pub(crate) made: History,
    /// The last action that was told as saved.
    pub(crate) told: u64,
    /// Whether another window has it.
    pub(crate) is_elsewhere: bool,
    /// How many things were told when it was opened.
    pub(crate) news: usize,
    /// Whether something was done in this window.
    pub(crate) is_edited: bool,
}

impl Window {
    pub(crate) fn new(places: &Places, seed: u64) -> Self {
        let (sender, reports) = mpsc::channel();
        let disk = Shared::default();
        let storage: Arc<dyn Storage> = Arc::new(disk.clone());
        let hours = Mutex::new(0);
        let clock = move || {
            let mut hours = hours.lock().unwrap();
            *hours += 1;
            at(*hours * 3600).to_zoned(TimeZone::UTC)
        };
        let report = move |report| drop(sender.send(report));
        let ways = Ways { retry: NEVER, dirty: NEVER, ..Ways::default() };
        let writer = Writer::start_with(ways, Arc::clone(&storage), places.clone(), clock, report);
        let writer = Arc::new(writer.unwrap());
        let mut ids = Dice::new(seed);
        let mut template = template(3);
        template.categories.truncate(1);
        template.hit_tags.clear();
        let sessions = Sessions::new(Desk {
            storage,
            writer: Arc::clone(&writer),
            places: places.clone(),
            template,
            zone: TimeZone::UTC,
            draw: Box::new(move || Some(u128::from(ids.bits()) << 64 | u128::from(ids.bits()))),
            words: Arc::new(Words::new(Lang::En)),
            log: Logbook::silent(),
        });
        Self { disk, work: None, moves: Vec::new(), writer, sessions, reports }
    }

    pub(crate) fn create(&mut self) {
        let opened = self.sessions.create(title("Test"), at(0));
        self.take(opened).unwrap();
    }

    pub(crate) fn open(&mut self, path: &Path, time: i64) -> Result<(), Refused> {
        let opened = self.sessions.open(path, at(time));
        self.take(opened)
    }

    /// Tries to get full access to what another window has.
    pub(crate) fn take_over(&mut self, time: i64) -> Result<(), Refused> {
        let path = self.work.as_ref().unwrap().path.clone();
        let opened = self.sessions.take_over(&path, at(time));
        self.take(opened)
    }

    fn take(&mut self, opened: Result<Opened, Refused>) -> Result<(), Refused> {
        let Opened { path, history, access, news, drafts } = opened?;
        assert!(!matches!(access, Access::HandEdited(_)), "nobody edits by hand: {}", path.display());
        let is_elsewhere = access != Access::Full;
        let told = history.revision();
        if !is_elsewhere {
            // As the program does with what was left unfinished.
            self.writer.drafts(path.clone(), drafts);
        }
        self.work =
            Some(Work { path, made: history, told, is_elsewhere, news: news.len(), is_edited: false });
        self.settle();
        Ok(())
    }

    /// Makes files of the sessions whose file is gone, as the home screen does.
    pub(crate) fn bring_back(&mut self) {
        self.sessions.bring_back_orphans();
    }

    /// Looks whether the session another window has is changed.
    pub(crate) fn follow(&mut self) {
        let work = self.work.as_mut().unwrap();
        if let Some(history) = self.sessions.follow(&work.path) {
            work.told = history.revision();
            work.made = history;
        }
    }

    /// Does one thing and hands it over to be saved.
    pub(crate) fn edit(&mut self, who: &str, time: i64, dice: &mut Dice) {
        let work = self.work.as_mut().unwrap();
        match dice.below(6) {
            0 if work.made.can_undo() => drop(work.made.undo(at(time), key("undo")).unwrap()),
            1 if work.made.can_redo() => drop(work.made.redo(at(time), key("redo")).unwrap()),
            _ => add(&mut work.made, who, time),
        }
        work.is_edited = true;
        self.writer.save(work.path.clone(), Box::new(work.made.clone()));
    }

    pub(crate) fn draft(&mut self, text: &str) {
        let path = self.work.as_ref().unwrap().path.clone();
        let draft = Draft { purpose: "new-risk".to_owned(), text: text.to_owned() };
        self.writer.drafts(path, vec![draft]);
    }

    pub(crate) fn snapshot(&mut self) {
        self.writer.snapshot(self.work.as_ref().unwrap().path.clone());
    }

    /// Waits until everything handed over was tried.
    pub(crate) fn settle(&mut self) {
        let _ = self.writer.settle(LONG);
        while let Ok(report) = self.reports.try_recv() {
            self.hear(&report);
        }
    }

    /// Lets go of the session; gives it if it is on disk to stay.
    pub(crate) fn close(&mut self) -> Option<Work> {
        let path = self.work.as_ref().unwrap().path.clone();
        let is_durable = self.sessions.close(&path);
        self.settle();
        if is_durable { self.work.take() } else { None }
    }

    /// Ends as a process does that is killed.
    pub(crate) fn kill(self) -> Ended {
        self.disk.die(0);
        let Self { work, moves, writer, sessions, reports, .. } = self;
        drop((sessions, writer));
        let mut ended = Ended { work, moves };
        // Its last report comes before the end of its thread.
        while let Ok(report) = reports.recv_timeout(LONG) {
            ended.hear(&report);
        }
        ended
    }

    fn hear(&mut self, report: &Report) {
        if let Report::Moved { from, to, .. } = report {
            self.sessions.moved(from, to);
        }
        let mut ended = Ended { work: self.work.take(), moves: std::mem::take(&mut self.moves) };
        ended.hear(report);
        (self.work, self.moves) = (ended.work, ended.moves);
    }
}

/// What is known of a window that is no more.
pub(crate) struct Ended {
    pub(crate) work: Option<Work>,
    pub(crate) moves: Vec<(PathBuf, Why)>,
}

impl Ended {
    fn hear(&mut self, report: &Report) {
        match (report, &mut self.work) {
            (Report::Saved { path, revision }, Some(work)) if *path == work.path => {
                work.told = work.told.max(*revision);
            }
            (Report::Moved { from, to, why }, work) => {
                self.moves.push((from.clone(), *why));
                if let Some(work) = work.as_mut().filter(|work| work.path == *from) {
                    work.path.clone_from(to);
                }
            }
            (
                Report::Saved { .. }
                | Report::Trouble { .. }
                | Report::Well { .. }
                | Report::Folded { .. }
                | Report::Unbacked { .. },
                _,
            ) => {}
        }
    }
}
