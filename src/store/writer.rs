//! The one thread that writes: [`Writer`].
//!
//! Here is how the program talks to it. Not here: what the thread does with a job (`desk`), and how a file is saved
//! ([`super::atomic`]).

mod desk;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use self::desk::Desk;
use super::atomic::Identity;
use super::error::SaveError;
use super::lock::Lock;
use super::storage::Storage;
use crate::domain::Uid;

/// How long a failed save waits for its next try.
pub const RETRY: Duration = Duration::from_secs(5);

/// Makes the bytes of a file on the writer's thread, checks included, or tells what is wrong with them.
pub type Make = Box<dyn FnOnce() -> Result<Vec<u8>, String> + Send>;

/// A state of a file to be saved.
pub struct Job {
    /// The file.
    pub path: PathBuf,
    /// The caller's number of this state; the reports name it.
    pub revision: u64,
    /// What makes its bytes; it is dropped unused if a newer job for the same file comes first.
    pub bytes: Make,
}

impl fmt::Debug for Job {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Job")
            .field("path", &self.path)
            .field("revision", &self.revision)
            .finish_non_exhaustive()
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

/// What became of a job. A job that a newer one has replaced is not reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// This state, and so every earlier one, is on disk.
    Saved {
        /// The file.
        path: PathBuf,
        /// The state.
        revision: u64,
    },
    /// This state is not on disk for certain; reported for each try.
    Failed {
        /// The file.
        path: PathBuf,
        /// The state.
        revision: u64,
        /// Why. If [`SaveError::is_passing`], it is tried again by itself; otherwise the next job of that file is.
        error: SaveError,
    },
}

/// A handle on the thread that writes files, one save at a time, the newest state of each file only.
///
/// A file that is not [adopted](Writer::adopt) is created and never overwritten; a known one is replaced only if it is
/// still what was known, and only while the lock of its session is ours. What the thread has written itself, it knows. After a passing failure the newest state is
/// tried again every [`RETRY`], from a new file each time. With nothing to do the thread sleeps.
///
/// Dropping the handle does not wait: call [`flush`](Writer::flush) first.
#[derive(Debug)]
pub struct Writer {
    messages: Sender<Message>,
}

/// What the thread is told.
enum Message {
    Save(Job),
    Adopt(PathBuf, Adopted, Weak<Lock>),
    Forget(PathBuf),
    /// One file, or all of them.
    Flush(Option<PathBuf>, Sender<bool>),
}

impl Writer {
    /// Starts the thread; `report` is called on it.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub fn start(storage: Arc<dyn Storage>, report: impl Fn(Report) + Send + 'static) -> io::Result<Self> {
        Self::start_retrying(storage, RETRY, report)
    }

    /// Starts the thread with another pause between two tries.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub fn start_retrying(
        storage: Arc<dyn Storage>,
        retry: Duration,
        report: impl Fn(Report) + Send + 'static,
    ) -> io::Result<Self> {
        let (messages, inbox) = mpsc::channel();
        let desk = Desk::new(storage, retry, Box::new(report));
        thread::Builder::new().name("writer".to_owned()).spawn(move || desk.work(&inbox))?;
        Ok(Self { messages })
    }

    /// Hands over a state to be saved, and does not wait.
    ///
    /// Once the thread is gone nothing can be saved or reported, which [`flush`](Writer::flush) tells.
    pub fn save(&self, job: Job) {
        self.tell(Message::Save(job));
    }

    /// Takes charge of a file just read or made, as long as this lock is ours. The caller keeps the lock: the thread only
    /// looks at it, and a lock that is gone is nobody's.
    pub fn adopt(&self, path: PathBuf, adopted: Adopted, lock: &Arc<Lock>) {
        self.tell(Message::Adopt(path, adopted, Arc::downgrade(lock)));
    }

    /// Drops everything about a file: its waiting and failed states and what was known of it. For when the work goes on
    /// under another name.
    pub fn forget(&self, path: PathBuf) {
        self.tell(Message::Forget(path));
    }

    /// Waits until everything handed over before is done, tried again where it had failed, and tells whether all of it
    /// is on disk. Gives up, with `false`, after the timeout or when the thread is gone.
    #[must_use]
    pub fn flush(&self, timeout: Duration) -> bool {
        self.flush_these(None, timeout)
    }

    /// The same for one file: what has become of the others does not matter.
    #[must_use]
    pub fn flush_file(&self, path: &Path, timeout: Duration) -> bool {
        self.flush_these(Some(path.to_owned()), timeout)
    }

    fn flush_these(&self, path: Option<PathBuf>, timeout: Duration) -> bool {
        let (reply, answer) = mpsc::channel();
        self.tell(Message::Flush(path, reply));
        answer.recv_timeout(timeout).unwrap_or(false)
    }

    fn tell(&self, message: Message) {
        // The thread ends only with its handle; should it have died, the message has nobody to read it.
        let _ = self.messages.send(message);
    }
}
