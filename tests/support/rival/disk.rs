//! A disk on which somebody else does something just before a call: [`Shared`].
//!
//! Not here: what is done (the tests of rivals), and a disk that fails ([`crate::support::faulty`]).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use riskroom::store::storage::{Log, Stamp, Storage};

use crate::support::faulty::{Fault, FaultyDisk, Lasts};

const EIO: i32 = 5;

/// What somebody else does.
type Act = Box<dyn FnOnce() + Send>;

/// A real folder that somebody else works in too.
#[derive(Clone, Default)]
pub(crate) struct Shared {
    disk: FaultyDisk,
    /// After how many calls it is done.
    plan: Arc<Mutex<Option<(u32, Act)>>>,
}

impl Shared {
    /// Has something done before the call with this number from now on, the first being 0; instead of what was to be
    /// done before.
    pub(crate) fn interrupt(&self, calls: u32, act: impl FnOnce() + Send + 'static) {
        *self.plan.lock().unwrap() = Some((calls, Box::new(act)));
    }

    /// Nothing is done any more.
    pub(crate) fn calm(&self) {
        self.plan.lock().unwrap().take();
    }

    /// Nothing gets to the disk after so many calls, as if the process was killed.
    pub(crate) fn die(&self, calls: u32) {
        self.disk.fail(calls, Fault::Error(EIO), Lasts::ForEver);
    }

    /// What somebody else does comes first, and nothing is written any more once the process is dead.
    fn write(&self) -> io::Result<&FaultyDisk> {
        let disk = self.meet();
        if disk.failed().is_empty() { Ok(disk) } else { Err(io::Error::from_raw_os_error(EIO)) }
    }

    fn meet(&self) -> &FaultyDisk {
        let mut plan = self.plan.lock().unwrap();
        match plan.take() {
            Some((0, act)) => {
                drop(plan);
                act();
            }
            Some((calls, act)) => *plan = Some((calls - 1, act)),
            None => {}
        }
        &self.disk
    }
}

struct SharedLog(Shared, Box<dyn Log>);

impl Log for SharedLog {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write()?;
        self.1.append(bytes)
    }
}

impl Storage for Shared {
    fn write_new(&self, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()> {
        self.write()?.write_new(path, bytes, mode)
    }
    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>> {
        let log = self.write()?.create_log(path, bytes)?;
        Ok(Box::new(SharedLog(self.clone(), log)))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.meet().read(path, limit)
    }
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.meet().stamp(path)
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.meet().resolve(path)
    }
    /// A change in the instant between the last look and this is not noticed, as [`riskroom::store::atomic`] says: it
    /// comes before the call after it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet().hard_link(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.meet().remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.meet().sync_folder(folder)
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.meet().make_folder(folder)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.meet().list(folder)
    }
}
