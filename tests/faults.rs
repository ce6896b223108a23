//! A disk that fails on request, for the tests of saving: [`Faulty`].

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use riskroom::store::storage::{Disk, Log, Stamp, Storage};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    WriteNew,
    CreateLog,
    Read,
    Stamp,
    Resolve,
    Rename,
    HardLink,
    SyncFolder,
}

/// The real disk, on which one step fails a number of times with an error of the system.
#[derive(Default)]
pub(crate) struct Faulty {
    fault: Mutex<Option<(Step, i32, u32)>>,
    /// A file another program replaces with `theirs` while we write our own.
    pub(crate) intruded: Mutex<Option<PathBuf>>,
    /// Written names, in order.
    pub(crate) written: Mutex<Vec<PathBuf>>,
}

pub(crate) const EIO: i32 = 5;
pub(crate) const EACCES: i32 = 13;
pub(crate) const ENOSPC: i32 = 28;
pub(crate) const EROFS: i32 = 30;
pub(crate) const EOPNOTSUPP: i32 = 95;

impl Faulty {
    pub(crate) fn failing(step: Step, error: i32, times: u32) -> Self {
        let faulty = Self::default();
        faulty.fail(step, error, times);
        faulty
    }

    pub(crate) fn fail(&self, step: Step, error: i32, times: u32) {
        *self.fault.lock().unwrap() = Some((step, error, times));
    }

    pub(crate) fn heal(&self) {
        *self.fault.lock().unwrap() = None;
    }

    fn meet(&self, step: Step) -> io::Result<()> {
        match self.fault.lock().unwrap().as_mut() {
            Some((at, error, times)) if *at == step && *times > 0 => {
                *times -= 1;
                Err(io::Error::from_raw_os_error(*error))
            }
            _ => Ok(()),
        }
    }
}

impl Storage for Faulty {
    fn write_new(&self, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()> {
        self.written.lock().unwrap().push(path.to_owned());
        if let Some(file) = self.intruded.lock().unwrap().take() {
            let theirs = file.with_extension("theirs");
            Disk.write_new(&theirs, b"theirs", None)?;
            Disk.rename(&theirs, &file)?;
        }
        if let Err(error) = self.meet(Step::WriteNew) {
            // As a full disk does: a part of the file is there.
            Disk.write_new(path, &bytes[..bytes.len() / 2], mode)?;
            return Err(error);
        }
        Disk.write_new(path, bytes, mode)
    }
    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>> {
        self.meet(Step::CreateLog).and_then(|()| Disk.create_log(path, bytes))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.meet(Step::Read).and_then(|()| Disk.read(path, limit))
    }
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.meet(Step::Stamp).and_then(|()| Disk.stamp(path))
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.meet(Step::Resolve).and_then(|()| Disk.resolve(path))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet(Step::Rename).and_then(|()| Disk.rename(from, to))
    }
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet(Step::HardLink).and_then(|()| Disk.hard_link(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.meet(Step::SyncFolder).and_then(|()| Disk.sync_folder(folder))
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.make_folder(folder)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        Disk.list(folder)
    }
}
