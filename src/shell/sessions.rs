//! What is done with session files when the program asks for it: open, make, close, bin, restore, list.
//!
//! Here: [`Sessions`], which works at once and one task at a time; the thread that keeps it from holding up the screen
//! is in `real`, and the tests call it directly. Not here: the bytes ([`crate::store`]) and the saving of an
//! open session ([`reported`] tells what came of it).

mod demo;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::words::{Refused, Words};
use crate::app::{Again, Event, home};
use crate::domain::{History, Session, Template, Title, Uid};
use crate::store::atomic::Identity;
use crate::store::journal::Draft;
use crate::store::library::{self, Listing, Summary};
use crate::store::lock::Lock;
use crate::store::paths::Places;
use crate::store::sentence;
use crate::store::storage::{Storage, parent};
use crate::store::writer::{Adopted, Kept, Report, Writer};
use crate::text::dates;

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
}

/// A session that was opened or made, with its file.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Where it lies.
    pub path: PathBuf,
    /// The session and all that was done to it.
    pub history: History,
}

/// The work with session files, and the locks of those that are open here.
pub struct Sessions {
    desk: Desk,
    locks: BTreeMap<PathBuf, Held>,
}

/// A session that is open here.
struct Held {
    id: Uid,
    /// It ends with this.
    _lock: Arc<Lock>,
}

impl Sessions {
    /// No session is open.
    #[must_use]
    pub const fn new(desk: Desk) -> Self {
        Self { desk, locks: BTreeMap::new() }
    }

    /// Reads a session and locks it; the writer may replace exactly what was read.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be read or is open in another window.
    pub fn open(&mut self, path: &Path, now: Timestamp) -> Result<Opened, Refused> {
        if self.locks.contains_key(path) && !self.close(path) {
            return Err(Refused::NotDurable);
        }
        let found = self.read(path)?;
        // Read once more under the lock, if the other window has saved and closed just in between.
        let id = found.history.session().id;
        let lock = self.lock(id, path, now)?;
        let found = if self.is_unchanged(path, &found.identity) { found } else { self.read(path)? };
        self.hold(path, &found.history, lock, found.identity);
        Ok(Opened { path: path.to_owned(), history: found.history })
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
            self.desk.writer.forget(path.to_owned());
            self.locks.remove(path);
        }
        durable
    }

    /// Follows an open session into the file where the writer goes on with it.
    pub fn moved(&mut self, from: &Path, to: &Path) {
        if let Some(held) = self.locks.remove(from) {
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

    fn is_unchanged(&self, path: &Path, identity: &Identity) -> bool {
        self.desk.storage.stamp(path).is_ok_and(|stamp| stamp == identity.stamp)
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
        self.hold(&path, &history, lock, identity);
        Ok(Opened { path, history })
    }

    /// Keeps the lock of a session, and lets the writer replace its file while that is ours.
    fn hold(&mut self, path: &Path, history: &History, lock: Lock, identity: Identity) {
        let lock = Arc::new(lock);
        let (id, revision) = (history.session().id, history.revision());
        let adopted = Adopted { id, identity, revision, journals: Vec::new() };
        self.desk.writer.adopt(path.to_owned(), adopted, &lock);
        self.locks.insert(path.to_owned(), Held { id, _lock: lock });
    }
}

/// The sessions in library and bin, as the home screen knows them.
#[must_use]
pub fn list(
    storage: &dyn Storage,
    places: &Places,
    words: &Words,
    zone: &TimeZone,
    now: Timestamp,
) -> Vec<home::Listing> {
    let found = library::scan(storage, &places.sessions, &places.trash);
    let today = now.to_zoned(zone.clone()).date();
    let listing = |Listing { path, binned, outcome, .. }: Listing| {
        let summary = match outcome {
            Ok(summary) => Ok(summarized(summary, today)),
            Err(trouble) => Err(sentence::trouble(&trouble, &path, words.catalogue())),
        };
        home::Listing { path, summary, binned, copy_of: None }
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

fn summarized(summary: Summary, today: jiff::civil::Date) -> home::Summary {
    let overdue = summary.overdue(today);
    home::Summary {
        id: summary.id,
        created: summary.created,
        title: summary.title,
        shop: summary.shop.to_string(),
        people: summary.people,
        risks: summary.risks,
        scored: summary.scored,
        solutions: summary.solutions,
        overdue,
        top_band: summary.top_band,
        top_risks: summary.top_risks,
        closed: summary.closed,
    }
}
