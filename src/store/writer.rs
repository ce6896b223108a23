//! The one thread that writes: [`Writer`].
//!
//! An action is durable as a line of the session's journal, within one write and one sync of being handed over; all
//! that has come meanwhile goes into the same write. From time to time the whole file is written, a snapshot, and the
//! journal begins anew.
//!
//! Here is how the program talks to the thread. Not here: when it does what (`desk`), one session's state (`sheet`),
//! its journal (`journaling`), its snapshot (`snapshot`), the way aside from a file that is somebody else's now
//! (`aside`), cleaning up (`sweep`).

mod aside;
mod desk;
mod journaling;
mod sheet;
mod snapshot;
mod sweep;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use jiff::{Timestamp, Zoned};

use self::desk::Desk;
use super::atomic::Identity;
use super::error::{Cause, SaveError};
use super::format::{self, FormatError};
use super::journal::Draft;
use super::lock::Lock;
use super::paths::Places;
use super::storage::Storage;
use crate::domain::{History, MAX_WORK, Uid};

/// How long something that failed waits for its next try.
pub const RETRY: Duration = Duration::from_secs(5);
/// How long an action waits for the snapshot it is in.
pub const DIRTY: Duration = Duration::from_mins(1);
/// After so many actions there is a snapshot.
pub const ENTRIES: u64 = 50;
/// A file of more bytes than this gets its oldest actions folded.
pub const LARGE: u64 = 12 * 1024 * 1024;
/// A file of more work than this gets its oldest actions folded too.
pub const LONG: u64 = MAX_WORK / 2;
/// A journal of more bytes than this makes room for another, without the unfinished texts that were replaced since.
pub const LONG_JOURNAL: usize = 4 * 1024 * 1024;
/// The most bytes put into one journal: a little less than a reader takes.
pub const MOST: usize = 15 * 1024 * 1024;

/// When the thread does what, and how it makes a file. Tests take other times and sizes.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// How long something that failed waits for its next try.
    pub retry: Duration,
    /// How long an action waits for the snapshot it is in.
    pub dirty: Duration,
    /// After so many actions there is a snapshot.
    pub entries: u64,
    /// A file of more bytes than this gets its oldest actions folded.
    pub large: u64,
    /// A file of more work than this gets them folded too.
    pub long: u64,
    /// A journal of more bytes than this makes room for another.
    pub journal: usize,
    /// The most bytes put into one journal.
    pub most: usize,
    /// Makes the bytes of a file, and is sure that they can be read.
    pub encode: fn(&History) -> Result<Vec<u8>, FormatError>,
}

impl Default for Ways {
    fn default() -> Self {
        Self {
            retry: RETRY,
            dirty: DIRTY,
            entries: ENTRIES,
            large: LARGE,
            long: LONG,
            journal: LONG_JOURNAL,
            most: MOST,
            encode: format::encode_verified,
        }
    }
}

/// A file the writer takes charge of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The session in it.
    pub id: Uid,
    /// What the file is now.
    pub identity: Identity,
    /// The number of the last action in the file.
    pub revision: u64,
    /// Journals that were read into the history: to be removed once a snapshot holds all of it.
    pub journals: Vec<PathBuf>,
}

/// What keeps the changes that are not where they belong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kept {
    /// A journal in this folder, or the session file in it.
    In(PathBuf),
    /// Nothing but the memory of this process.
    Nowhere,
}

/// Why a session goes on in another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Another program changed the file at this time; it keeps the name.
    Changed(Timestamp),
    /// The file was removed or moved.
    Removed,
    /// The lock of the session is not ours any more; the file keeps the name.
    NotOurs,
}

/// What became of what was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// This state, and so every earlier one, is on disk: in the file or in a journal.
    Saved {
        /// The file.
        path: PathBuf,
        /// The number of the last action.
        revision: u64,
    },
    /// Something could not be written where it belongs; reported for each try.
    Trouble {
        /// The file.
        path: PathBuf,
        /// Why. If [`SaveError::is_passing`], it is tried again by itself.
        error: SaveError,
        /// What has the changes meanwhile.
        kept: Kept,
    },
    /// Everything is where it belongs again.
    Well {
        /// The file.
        path: PathBuf,
    },
    /// The session goes on in another file; all later reports are under its name.
    Moved {
        /// The file so far.
        from: PathBuf,
        /// The file from now on.
        to: PathBuf,
        /// Why.
        why: Why,
    },
    /// The file became so large that its oldest actions cannot be undone any more once it is opened again.
    Folded {
        /// The file.
        path: PathBuf,
    },
    /// The file was written, but the one before it could not be kept as a backup; reported for the first of a series.
    Unbacked {
        /// The file.
        path: PathBuf,
        /// The folder of the backups.
        folder: PathBuf,
        /// Why.
        cause: Cause,
    },
}

/// A handle on the thread that writes files.
///
/// Only an [adopted](Writer::adopt) file is written, only while it is still what was known, and only while the lock of
/// its session is ours; otherwise the session goes on in a file beside it. A write that failed is never trusted again:
/// everything since the last snapshot is written to a new file elsewhere, and everything is tried again where it belongs
/// every [`RETRY`]. With nothing to do the thread sleeps.
///
/// Dropping the handle does not wait: call [`flush`](Writer::flush) first.
#[derive(Debug)]
pub struct Writer {
    messages: Sender<Message>,
}

/// What the thread is told.
enum Message {
    Adopt(PathBuf, Adopted, Weak<Lock>),
    Save(PathBuf, Box<History>),
    Drafts(PathBuf, Vec<Draft>),
    Snapshot(PathBuf),
    Forget(PathBuf),
    /// One file, or all of them.
    Flush(Option<PathBuf>, Sender<bool>),
    /// All files, as they are.
    Settle(Sender<bool>),
}

impl Writer {
    /// Starts the thread; `report` is called on it. `clock` tells the local time, for the names of files.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub fn start(
        storage: Arc<dyn Storage>,
        places: Places,
        clock: impl Fn() -> Zoned + Send + 'static,
        report: impl Fn(Report) + Send + 'static,
    ) -> io::Result<Self> {
        Self::start_with(Ways::default(), storage, places, clock, report)
    }

    /// Starts the thread with other ways.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub fn start_with(
        ways: Ways,
        storage: Arc<dyn Storage>,
        places: Places,
        clock: impl Fn() -> Zoned + Send + 'static,
        report: impl Fn(Report) + Send + 'static,
    ) -> io::Result<Self> {
        let (messages, inbox) = mpsc::channel();
        let desk = Desk::new(ways, storage, places, Box::new(clock), Box::new(report));
        thread::Builder::new().name("writer".to_owned()).spawn(move || desk.work(&inbox))?;
        Ok(Self { messages })
    }

    /// Takes charge of a file just read or made, as long as this lock is ours. The caller keeps the lock: the thread only
    /// looks at it, and a lock that is gone is nobody's.
    ///
    /// What was read from the journals besides is handed over next, by [`save`](Writer::save) and
    /// [`drafts`](Writer::drafts): a snapshot removes those journals.
    pub fn adopt(&self, path: PathBuf, adopted: Adopted, lock: &Arc<Lock>) {
        self.tell(Message::Adopt(path, adopted, Arc::downgrade(lock)));
    }

    /// Hands over the newest state of a session, and does not wait. The thread knows which of its actions are new.
    ///
    /// Once the thread is gone nothing can be saved or reported, which [`flush`](Writer::flush) tells.
    pub fn save(&self, path: PathBuf, history: Box<History>) {
        self.tell(Message::Save(path, history));
    }

    /// Hands over all texts of a session left unfinished, instead of those before. They outlive snapshots; an empty list
    /// ends them.
    pub fn drafts(&self, path: PathBuf, drafts: Vec<Draft>) {
        self.tell(Message::Drafts(path, drafts));
    }

    /// Has the whole file written soon, if it is not of the newest state.
    pub fn snapshot(&self, path: PathBuf) {
        self.tell(Message::Snapshot(path));
    }

    /// Drops everything about a session; what is on disk of it stays. For when it is closed.
    pub fn forget(&self, path: PathBuf) {
        self.tell(Message::Forget(path));
    }

    /// Has the whole file of every session written, what had failed tried again, and waits until that is done. Tells
    /// whether everything handed over before is on disk to stay: in its file, or in a journal that the next opening
    /// reads. One among the temporary files is not meant to stay.
    ///
    /// Gives up, with `false`, after the timeout or when the thread is gone.
    #[must_use]
    pub fn flush(&self, timeout: Duration) -> bool {
        self.ask(timeout, |reply| Message::Flush(None, reply))
    }

    /// The same for one file: what has become of the others does not matter.
    #[must_use]
    pub fn flush_file(&self, path: &Path, timeout: Duration) -> bool {
        self.ask(timeout, |reply| Message::Flush(Some(path.to_owned()), reply))
    }

    /// Waits until everything handed over before was tried, without having any file written for that, and tells the same
    /// as [`flush`](Writer::flush).
    #[must_use]
    pub fn settle(&self, timeout: Duration) -> bool {
        self.ask(timeout, Message::Settle)
    }

    fn ask(&self, timeout: Duration, message: impl FnOnce(Sender<bool>) -> Message) -> bool {
        let (reply, answer) = mpsc::channel();
        self.tell(message(reply));
        answer.recv_timeout(timeout).unwrap_or(false)
    }

    fn tell(&self, message: Message) {
        // The thread ends only with its handle; should it have died, the message has nobody to read it.
        let _ = self.messages.send(message);
    }
}
