//! A disk on which the call with a given number fails, once or from then on.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use riskroom::store::storage::{Disk, Log, Stamp, Storage};

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// With this number of the system; of what was to be written, half is there.
    Error(i32),
    /// Only half is written, and there is no reason.
    ShortWrite,
}

/// For how long it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lasts {
    Once,
    ForEver,
}

/// A call that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) call: &'static str,
    pub(crate) path: PathBuf,
}

#[derive(Default)]
struct State {
    calls: u32,
    plan: Option<(u32, Fault, Lasts)>,
    failed: Vec<Failed>,
    appended: Vec<usize>,
}

/// A real folder, of which nothing is synced: it is fast, and no power is cut here.
#[derive(Clone, Default)]
pub(crate) struct FaultyDisk {
    state: Arc<Mutex<State>>,
}

impl FaultyDisk {
    /// The call with this number from now on fails, the first one being 0.
    pub(crate) fn fail(&self, number: u32, fault: Fault, lasts: Lasts) {
        let mut state = self.state.lock().unwrap();
        let at = state.calls + number;
        state.plan = Some((at, fault, lasts));
    }

    pub(crate) fn heal(&self) {
        self.state.lock().unwrap().plan = None;
    }

    pub(crate) fn calls(&self) -> u32 {
        self.state.lock().unwrap().calls
    }

    pub(crate) fn failed(&self) -> Vec<Failed> {
        self.state.lock().unwrap().failed.clone()
    }

    /// How many lines each call to add to a journal added.
    pub(crate) fn appended(&self) -> Vec<usize> {
        self.state.lock().unwrap().appended.clone()
    }

    fn meet(&self, call: &'static str, path: &Path) -> io::Result<()> {
        let mut state = self.state.lock().unwrap();
        let number = state.calls;
        state.calls += 1;
        let Some((at, fault, lasts)) = state.plan else { return Ok(()) };
        if number != at && (number < at || lasts == Lasts::Once) {
            return Ok(());
        }
        state.failed.push(Failed { call, path: path.to_owned() });
        Err(match fault {
            Fault::Error(number) => io::Error::from_raw_os_error(number),
            Fault::ShortWrite => io::ErrorKind::WriteZero.into(),
        })
    }

    fn write(&self, call: &'static str, file: &mut fs::File, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.meet(call, path) {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        file.write_all(bytes)
    }
}

struct FaultyLog {
    disk: FaultyDisk,
    file: fs::File,
    path: PathBuf,
}

impl Log for FaultyLog {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let lines = std::str::from_utf8(bytes).unwrap().lines().count();
        self.disk.state.lock().unwrap().appended.push(lines);
        self.disk.write("append", &mut self.file, &self.path, bytes)
    }
}

impl Storage for FaultyDisk {
    fn write_new(&self, path: &Path, bytes: &[u8], _: Option<u32>) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.write("write_new", &mut file, path, bytes)
    }
    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>> {
        let mut file = OpenOptions::new().append(true).create_new(true).open(path)?;
        self.write("create_log", &mut file, path, bytes)?;
        Ok(Box::new(FaultyLog { disk: self.clone(), file, path: path.to_owned() }))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.meet("read", path).and_then(|()| Disk.read(path, limit))
    }
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.meet("stamp", path).and_then(|()| Disk.stamp(path))
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.meet("resolve", path).and_then(|()| Disk.resolve(path))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet("rename", to).and_then(|()| Disk.rename(from, to))
    }
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet("hard_link", to).and_then(|()| Disk.hard_link(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.meet("remove", path).and_then(|()| Disk.remove(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.meet("sync_folder", folder)
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.meet("make_folder", folder).and_then(|()| Disk.make_folder(folder))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.meet("list", folder).and_then(|()| Disk.list(folder))
    }
}
