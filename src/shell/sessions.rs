//! What is done with session files when the program asks for it: open, make, close, bin, restore, list.
//!
//! Here: [`Sessions`], which works at once and one task at a time; the thread that keeps it from holding up the screen
//! is in `real`, and the tests call it directly. Not here: the bytes ([`crate::store`]) and the saving of an
//! open session ([`reported`] tells what came of it).

mod demo;
mod opening;
mod templates;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::logbook::{Line, Logbook};
use super::words::{Refused, Words};
use crate::app::compare::Compared;
use crate::app::event::Deed;
use crate::app::{Again, Event, home};
use crate::domain::{Edit, History, Key, Session, Template, Title, Uid};
use crate::exchange::changes::markdown;
use crate::store::atomic::{Hash, Identity};
use crate::store::difference::Difference;
use crate::store::error::{Cause, SaveError};
use crate::store::format::{MIGRATIONS, Migration};
use crate::store::index::{Index, Progress};
use crate::store::journal::Draft;
use crate::store::library::{self, Listing};
use crate::store::lock::Lock;
use crate::store::paths::{Places, stem};
use crate::store::recover;
use crate::store::recover::sentence::News;
use crate::store::recover::{Reading, Seen, known};
use crate::store::sentence;
use crate::store::storage::{Storage, make_folders, parent};
use crate::store::writer::{Adopted, Kept, Report, Writer};
use crate::text::dates;

/// The most files written of one session.
const EXPORTS: u32 = 10_000;
/// How long a session that is closed may keep the next one waiting for the disk.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where the random bits of identities come from: the system, or a seed in tests.
pub type Draw = Box<dyn FnMut() -> Option<u128> + Send>;

/// What the work with session files needs.
pub struct Desk {
    /// The disk.
    pub storage: Arc<dyn Storage>,
    /// Who saves.
    pub writer: Arc<Writer>,
    /// Where things are kept.
    pub places: Places,
    /// What new sessions start from.
    pub template: Template,
    /// Where the user is.
    pub zone: TimeZone,
    /// Random bits.
    pub draw: Draw,
    /// What is said of it.
    pub words: Arc<Words>,
    /// Who keeps the log.
    pub log: Logbook,
}

/// A session that was opened or made, with its file.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Where it lies.
    pub path: PathBuf,
    /// The session and all that was done to it.
    pub history: History,
    /// What may be done with it.
    pub access: Access,
    /// What happened to it, the most important first.
    pub news: Vec<News>,
    /// The texts left unfinished.
    pub drafts: Vec<Draft>,
}

/// What may be done with a session that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Full,
    /// Another window has it.
    Elsewhere {
        /// The process that has it.
        pid: Option<u32>,
        /// Since when, in the words of that process.
        since: Option<String>,
    },
    /// It was edited outside the program.
    HandEdited(Vec<Difference>),
    /// It cannot be locked.
    Unlocked(Cause),
    /// It is a copy, whose file cannot be written to make it one of its own.
    Unwritten(SaveError),
    /// A journal of it cannot be read now: whatever is written could pass over the changes in it.
    Barred,
}

/// The work with session files, and the locks of those that are open here.
pub struct Sessions {
    desk: Desk,
    locks: BTreeMap<PathBuf, Held>,
    /// What was seen last of sessions that another window has.
    followed: BTreeMap<PathBuf, (Uid, Seen)>,
    /// What edited files were when they were shown.
    shown: BTreeMap<PathBuf, Hash>,
    /// The steps from older formats.
    migrations: &'static [Migration],
}

/// A session that is open here.
struct Held {
    id: Uid,
    /// It ends with this.
    lock: Arc<Lock>,
}

/// What the writer is put in charge of.
struct Holding<'a> {
    history: &'a History,
    /// What the file is.
    identity: Identity,
    /// The number of the last action in it.
    revision: u64,
    /// The journals that have the rest.
    journals: Vec<PathBuf>,
    /// The texts left unfinished.
    drafts: &'a [Draft],
}

impl<'a> Holding<'a> {
    /// A session that is all in its file.
    const fn whole(history: &'a History, identity: Identity) -> Self {
        let revision = history.revision();
        Self { history, identity, revision, journals: Vec::new(), drafts: &[] }
    }
}

impl Sessions {
    /// No session is open.
    #[must_use]
    pub const fn new(desk: Desk) -> Self {
        Self {
            desk,
            locks: BTreeMap::new(),
            followed: BTreeMap::new(),
            shown: BTreeMap::new(),
            migrations: MIGRATIONS,
        }
    }

    /// Reads older formats by these steps from now on.
    pub const fn read_by(&mut self, migrations: &'static [Migration]) {
        self.migrations = migrations;
    }

    /// Makes a session in the library and locks it.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be written.
    pub fn create(&mut self, title: Title, now: Timestamp) -> Result<Opened, Refused> {
        let bits = (self.desk.draw)().zip((self.desk.draw)());
        let (id, seed) = bits.ok_or(Refused::NoRandomBits)?;
        let seed = u64::try_from(seed >> 64).unwrap_or_default();
        let session = Session::new(Uid::from_bits(id), title, now, seed, &self.desk.template);
        self.keep(History::new(session), now)
    }

    /// Does something in a session that is not open: opens it, does it, and closes it once it is on disk.
    #[must_use]
    pub fn follow_up(&mut self, path: &Path, step: Deed, action: Key, now: Timestamp) -> Event {
        match self.done_in(path, &step, action, now) {
            Ok(seq) => Event::FollowedUp { path: path.to_owned(), step, seq },
            Err(refused) => Event::NotFollowedUp(self.desk.words.refused(&refused, path)),
        }
    }

    fn done_in(&mut self, path: &Path, step: &Deed, action: Key, now: Timestamp) -> Result<u64, Refused> {
        let Opened { path, mut history, .. } = self.open_undamaged(path, now)?;
        let outcome = done(&mut history, step, action, now);
        let seq = history.revision();
        if outcome.is_ok() {
            self.desk.writer.save(path.clone(), Box::new(history));
            self.desk.writer.snapshot(path.clone());
        }
        let durable = self.close(&path);
        outcome?;
        if durable { Ok(seq) } else { Err(Refused::NotDurable) }
    }

    /// Writes the log of changes of a session into a file of its own beside the sessions; none is ever overwritten.
    #[must_use]
    pub fn export_changes(&self, path: &Path, history: &History) -> Event {
        let words = &self.desk.words;
        let text = markdown(history, words.catalogue(), &self.desk.zone);
        let folder = self.desk.places.data.join("exports");
        match self.write_beside(&folder, &stem(path), &text) {
            Ok(written) => Event::Exported(sentence::path(&written)),
            Err(error) => Event::Trouble(words.refused(&Refused::Unwritten(error), path)),
        }
    }

    /// Writes a text under the first name that is free: `x-changes.md`, `x-changes-2.md`.
    fn write_beside(&self, folder: &Path, stem: &str, text: &str) -> Result<PathBuf, SaveError> {
        let storage = &*self.desk.storage;
        make_folders(storage, folder).map_err(|error| SaveError::not_written(folder, &error))?;
        let mut number = 1_u32;
        loop {
            let tail = if number == 1 { String::new() } else { format!("-{number}") };
            let path = folder.join(format!("{stem}-changes{tail}.md"));
            match storage.write_new(&path, text.as_bytes(), None) {
                Ok(()) => return Ok(path),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < EXPORTS => number += 1,
                Err(error) => return Err(SaveError::not_written(&path, &error)),
            }
        }
    }

    /// Reads two sessions to compare them, with what waits in their journals.
    #[must_use]
    pub fn compare(&self, from: &Path, to: &Path) -> Event {
        let read = |path: &Path| match recover::read(&*self.desk.storage, &self.desk.places, path) {
            Ok(found) => Ok(Box::new(Compared { path: path.to_owned(), history: found.history })),
            Err(trouble) => Err(Event::Trouble(self.desk.words.refused(&trouble.into(), path))),
        };
        match (read(from), read(to)) {
            (Ok(before), Ok(after)) => Event::Compared { before, after },
            (Err(trouble), _) | (_, Err(trouble)) => trouble,
        }
    }

    /// Makes a session in the library that goes on from the one in this file, and locks it. The earlier one is only read.
    ///
    /// # Errors
    /// [`Refused`] if the earlier one cannot be read, or the new one cannot be written.
    pub fn carry_over(&mut self, from: &Path, title: Title, now: Timestamp) -> Result<Opened, Refused> {
        let bits = (self.desk.draw)().zip((self.desk.draw)());
        let (id, seed) = bits.ok_or(Refused::NoRandomBits)?;
        let seed = u64::try_from(seed >> 64).unwrap_or_default();
        let earlier = recover::read(&*self.desk.storage, &self.desk.places, from)?;
        let session = earlier.history.session().carried(Uid::from_bits(id), title, now, seed);
        self.keep(History::new(session), now)
    }

    /// Makes the demo of today, or opens it if nobody has touched it yet; untouched ones of other days go.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be written.
    pub fn open_demo(&mut self, now: Timestamp) -> Result<Opened, Refused> {
        demo::open(self, now)
    }

    /// Lets go of a session once its last changes are on disk; whether they are. If not, it stays locked, and the
    /// writer goes on trying.
    pub fn close(&mut self, path: &Path) -> bool {
        let durable = self.desk.writer.flush_file(path, PATIENCE);
        if durable {
            if self.locks.contains_key(path) || self.followed.contains_key(path) {
                self.desk.log.note(Line::Closed(path.to_owned()));
            }
            self.desk.writer.forget(path.to_owned());
            self.locks.remove(path);
            self.followed.remove(path);
            self.shown.remove(path);
        }
        durable
    }

    /// Follows an open session into the file where the writer goes on with it.
    pub fn moved(&mut self, from: &Path, to: &Path) {
        if let Some(held) = self.locks.remove(from) {
            if held.lock.is_ours() {
                // Where it cannot be remembered, the file is taken for a copy the next time.
                let _ = known::remember(self.reading(), held.id, to);
            }
            self.locks.insert(to.to_owned(), held);
        }
    }

    /// Moves a session into the bin, unless it is open.
    ///
    /// # Errors
    /// [`Refused`]; the file is where it was.
    pub fn bin(&self, path: &Path, now: Timestamp) -> Result<(), Refused> {
        // A file that cannot be read has nobody who could be working on it.
        let id = self.read(path).ok().map(|found| found.history.session().id);
        let _lock = id.map(|id| self.lock(id, path, now)).transpose()?;
        library::bin(&*self.desk.storage, path, &self.desk.places.trash)?;
        Ok(())
    }

    /// Moves a session out of the bin.
    ///
    /// # Errors
    /// [`Refused`]; the file is where it was.
    pub fn restore(&self, path: &Path) -> Result<(), Refused> {
        library::restore(&*self.desk.storage, path, &self.desk.places.sessions)?;
        Ok(())
    }

    /// The path a file is known by in the library, if it lies there, or else its full path.
    #[must_use]
    pub fn known_path(&self, path: &Path) -> PathBuf {
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let resolved = |path: &Path| self.desk.storage.resolve(path).ok();
        let sessions = &self.desk.places.sessions;
        let is_there = resolved(parent(&full)).is_some_and(|folder| Some(folder) == resolved(sessions));
        match full.file_name() {
            Some(name) if is_there => sessions.join(name),
            Some(_) | None => full,
        }
    }

    fn read(&self, path: &Path) -> Result<library::Opened, Refused> {
        Ok(library::open(&*self.desk.storage, path)?)
    }

    fn reading(&self) -> Reading<'_> {
        Reading { migrations: self.migrations, ..Reading::new(&*self.desk.storage, &self.desk.places) }
    }

    /// Locks the session in this file, unless it is open anywhere, under another name of ours perhaps.
    fn lock(&self, id: Uid, path: &Path, now: Timestamp) -> Result<Lock, Refused> {
        match self.locks.iter().find(|(_, held)| held.id == id) {
            Some((open, _)) if open == path => return Err(Refused::NotDurable),
            Some((open, _)) => return Err(Refused::Copy { open: open.clone() }),
            None => {}
        }
        let since = dates::clock(now, &self.desk.zone);
        Ok(Lock::take(&self.desk.places.state_of(&id.to_string()), process::id(), &since)?)
    }

    /// Writes a history as a new file of the library and locks it.
    fn keep(&mut self, history: History, now: Timestamp) -> Result<Opened, Refused> {
        let Desk { storage, places, zone, .. } = &self.desk;
        let id = history.session().id;
        let lock = self.lock(id, Path::new(""), now)?;
        let date = now.to_zoned(zone.clone()).date();
        let (path, identity) = library::create_with(&**storage, &places.sessions, &history, date)?;
        self.hold(&path, lock, Holding::whole(&history, identity));
        Ok(Opened::new(path, history))
    }

    /// Keeps the lock of a session, and puts the writer in charge of its file while that is ours. The file is the
    /// session's own from now on. What it has not, the writer brings to disk.
    fn hold(&mut self, path: &Path, lock: Lock, holding: Holding<'_>) {
        let Holding { history, identity, revision, journals, drafts } = holding;
        let id = history.session().id;
        // Where it cannot be remembered, a copy is not told from its original.
        let _ = known::remember(self.reading(), id, path);
        let lock = Arc::new(lock);
        let adopted = Adopted { id, identity, revision, journals };
        let writer = &self.desk.writer;
        writer.adopt(path.to_owned(), adopted, &lock);
        if !drafts.is_empty() {
            writer.drafts(path.to_owned(), drafts.to_vec());
        }
        if revision < history.revision() {
            writer.save(path.to_owned(), Box::new(history.clone()));
            writer.snapshot(path.to_owned());
        }
        self.locks.insert(path.to_owned(), Held { id, lock });
    }
}

impl Opened {
    /// A session of which there is nothing to tell.
    #[must_use]
    pub const fn new(path: PathBuf, history: History) -> Self {
        Self { path, history, access: Access::Full, news: Vec::new(), drafts: Vec::new() }
    }
}

/// The sessions in library and bin and these other files, as the home screen knows them; `tick` is told how far the reading is, and what is known
/// so far.
pub fn list(
    index: &mut Index,
    storage: &dyn Storage,
    places: &Places,
    others: &[PathBuf],
    words: &Words,
    now: Timestamp,
    tick: impl FnMut(Progress, &[Listing]),
) -> Vec<home::Listing> {
    let found = index.scan(storage, places, others, now, tick);
    listed(found, words)
}

/// Listings of files as the home screen knows them.
#[must_use]
pub fn listed(found: Vec<Listing>, words: &Words) -> Vec<home::Listing> {
    let listing = |Listing { path, binned, outcome, copy_of, .. }: Listing| {
        let summary = outcome.map_err(|trouble| sentence::trouble(&trouble, &path, words.catalogue()));
        home::Listing { path, summary, binned, copy_of }
    };
    found.into_iter().map(listing).collect()
}

/// What the writer reports, as an event; times are told for this zone.
#[must_use]
pub fn reported(report: Report, words: &Words, zone: &TimeZone) -> Event {
    match report {
        Report::Saved { path, revision } => Event::Saved { path, revision },
        Report::Trouble { path, error, kept } => {
            let again = if error.is_passing() { Again::Soon } else { Again::Never };
            let kept = match kept {
                Kept::In(folder) => Some(sentence::path(&folder)),
                Kept::Nowhere => None,
            };
            Event::NotSaved { path, sentence: words.not_saved(&error), again, kept }
        }
        Report::Well { path } => Event::Well(path),
        Report::Moved { from, to, why } => {
            let sentence = words.moved(&to, why, zone);
            Event::Moved { from, to, sentence }
        }
        Report::Folded { path } => Event::Trouble(words.folded(&path)),
        Report::Unbacked { folder, cause, .. } => Event::Trouble(words.unbacked(&folder, &cause)),
    }
}

/// Drafts as the writer takes them.
#[must_use]
pub fn drafts(drafts: Vec<(String, String)>) -> Vec<Draft> {
    drafts.into_iter().map(|(purpose, text)| Draft { purpose, text }).collect()
}

/// Follows a solution up, if the session still is as it was when that was asked for.
fn done(history: &mut History, step: &Deed, action: Key, now: Timestamp) -> Result<(), Refused> {
    match step {
        Deed::Edit { was, edit } => {
            if !was.is_still_in(history.session()) {
                return Err(Refused::Changed);
            }
            let edit = Edit::Solution(was.id, edit.clone().into());
            history.commit(now, action, vec![edit]).map_err(Refused::Untaken)
        }
        Deed::Undo(seq) => {
            if history.last_done().is_none_or(|entry| entry.seq != *seq) {
                return Err(Refused::Changed);
            }
            history.undo(now, action).map(drop).map_err(Refused::Untaken)
        }
    }
}
