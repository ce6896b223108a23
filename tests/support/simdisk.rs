//! A disk in memory that can lose power: [`SimDisk`].
//!
//! It keeps a log of all that was asked of it, with marks for what was told to the user in between, so that every
//! moment can be looked at afterwards: [`moments`] does. What a power cut leaves is in [`cut`], files and names are in
//! [`tree`].
//! There are no symbolic links, pipes and devices; folders are private and belong to one user.

pub(crate) mod cut;
pub(crate) mod moments;
pub(crate) mod tree;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use riskroom::store::storage::{Kind, Log, PRIVATE_FILE, PRIVATE_FOLDER, Stamp, Storage, parent};

use self::tree::{Inode, Slot, Tree, resolved};

/// One thing that happened to the disk.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// A file or folder got its first or another name.
    Name { slot: Slot, inode: Inode },
    /// A name was removed.
    Unname { slot: Slot },
    /// A name was exchanged for another, in place of what had that.
    Rename { from: Slot, to: Slot, inode: Inode },
    /// Bytes were added at the end.
    Write { file: Inode, bytes: Arc<[u8]> },
    /// All bytes were dropped.
    Truncate { file: Inode },
    /// The bytes are durable.
    Sync { file: Inode },
    /// The bytes should have become durable and may never do so.
    SyncFailed { file: Inode },
    /// The names in a folder are durable.
    SyncFolder { folder: Inode },
    /// The user was told that everything up to this number is saved.
    Told(u64),
}

/// The steps that can be made to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A file cannot be written to the end; a half is there.
    Write,
    /// A file or the end of a log cannot be synced.
    Sync,
    SyncFolder,
    Rename,
    HardLink,
    MakeFolder,
}

/// A step that fails below a folder, so many times.
#[derive(Debug, Clone)]
struct Fault {
    under: PathBuf,
    step: Step,
    error: i32,
    times: u32,
}

/// A disk; its clones are the same disk.
#[derive(Clone)]
pub(crate) struct SimDisk(Arc<Mutex<Machine>>);

struct Machine {
    tree: Tree,
    before: Tree,
    acts: Vec<Act>,
    clock: i64,
    next: Inode,
    faults: Vec<Fault>,
}

impl SimDisk {
    /// An empty disk with one folder at its top.
    pub(crate) fn new() -> Self {
        Self::holding(Tree::new())
    }

    /// A disk that was off and holds what the power cut left.
    pub(crate) fn holding(tree: Tree) -> Self {
        let (clock, next) = (tree.last_change(), tree.last_inode() + 1);
        let before = tree.clone();
        Self(Arc::new(Mutex::new(Machine {
            tree,
            before,
            acts: Vec::new(),
            clock,
            next,
            faults: Vec::new(),
        })))
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.0.lock().unwrap()
    }

    /// Notes that the user was told that everything up to this number is saved.
    pub(crate) fn told(&self, revision: u64) {
        self.machine().acts.push(Act::Told(revision));
    }

    /// What was there at first, and all that happened since.
    pub(crate) fn record(&self) -> (Tree, Vec<Act>) {
        let machine = self.machine();
        (machine.before.clone(), machine.acts.clone())
    }

    /// What is there now.
    pub(crate) fn tree(&self) -> Tree {
        self.machine().tree.clone()
    }

    /// Makes everything durable and forgets how it came about: where a scenario begins.
    pub(crate) fn settle(&self) {
        let mut machine = self.machine();
        machine.acts.clear();
        machine.before = machine.tree.clone();
    }

    /// Makes a step fail below a folder, so many times.
    pub(crate) fn fail(&self, under: impl Into<PathBuf>, step: Step, error: i32, times: u32) {
        self.machine().faults.push(Fault { under: under.into(), step, error, times });
    }

    pub(crate) fn heal(&self) {
        self.machine().faults.clear();
    }

    /// What a careless program does: drops all bytes of a file and writes others in their place.
    pub(crate) fn overwrite(&self, path: &Path, bytes: &[u8]) {
        let mut machine = self.machine();
        let file = machine.tree.find(path).unwrap();
        machine.act(Act::Truncate { file });
        machine.write(file, bytes);
    }

    /// Writes all bytes of a file that was not there, and syncs nothing.
    pub(crate) fn write_carelessly(&self, path: &Path, bytes: &[u8]) {
        let mut machine = self.machine();
        let file = machine.create(path, Tree::add_file).unwrap();
        machine.write(file, bytes);
    }

    /// Makes what was written to a file durable.
    pub(crate) fn sync(&self, path: &Path) {
        let mut machine = self.machine();
        let file = machine.tree.find(path).unwrap();
        machine.act(Act::Sync { file });
    }
}

impl Machine {
    fn act(&mut self, act: Act) {
        self.clock += 1;
        self.tree.follow(&act, self.clock);
        self.acts.push(act);
    }

    fn meet(&mut self, step: Step, path: &Path) -> io::Result<()> {
        let mut faults = self.faults.iter_mut();
        let fault = faults.find(|it| it.step == step && it.times > 0 && path.starts_with(&it.under));
        fault.map_or(Ok(()), |fault| {
            fault.times -= 1;
            Err(io::Error::from_raw_os_error(fault.error))
        })
    }

    fn create(&mut self, path: &Path, add: impl FnOnce(&mut Tree, Inode)) -> io::Result<Inode> {
        let slot = self.tree.free_slot(path)?;
        let inode = self.next;
        self.next += 1;
        add(&mut self.tree, inode);
        self.act(Act::Name { slot, inode });
        Ok(inode)
    }

    /// In two pieces, so that a power cut can come between them.
    fn write(&mut self, file: Inode, bytes: &[u8]) {
        let (one, other) = bytes.split_at(bytes.len() / 2);
        for bytes in [one, other].into_iter().filter(|bytes| !bytes.is_empty()) {
            self.act(Act::Write { file, bytes: bytes.into() });
        }
    }

    fn write_and_sync(&mut self, file: Inode, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.meet(Step::Write, path) {
            self.write(file, &bytes[..bytes.len() / 2]);
            return Err(error);
        }
        self.write(file, bytes);
        if let Err(error) = self.meet(Step::Sync, path) {
            self.act(Act::SyncFailed { file });
            return Err(error);
        }
        self.act(Act::Sync { file });
        Ok(())
    }

    fn write_file(&mut self, path: &Path, bytes: &[u8], mode: u32) -> io::Result<Inode> {
        let file = self.create(path, Tree::add_file)?;
        self.tree.set_mode(file, mode);
        self.write_and_sync(file, path, bytes)?;
        Ok(file)
    }
}

impl Storage for SimDisk {
    fn write_new(&self, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()> {
        self.machine().write_file(path, bytes, mode.unwrap_or(PRIVATE_FILE)).map(drop)
    }

    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>> {
        let file = self.machine().write_file(path, bytes, PRIVATE_FILE)?;
        Ok(Box::new(SimLog { disk: self.clone(), file, path: path.to_owned() }))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let machine = self.machine();
        let bytes = machine.tree.bytes(machine.tree.find(path)?).ok_or(ErrorKind::IsADirectory)?;
        if u64::try_from(bytes.len()).unwrap() > limit {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(bytes.to_vec())
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let machine = self.machine();
        let inode = machine.tree.find(path)?;
        let bytes = machine.tree.bytes(inode);
        let (changed, mode) = machine.tree.changed_and_mode(inode);
        Ok(Stamp {
            kind: if bytes.is_some() { Kind::File } else { Kind::Folder },
            device: 1,
            inode,
            size: bytes.map_or(0, |bytes| u64::try_from(bytes.len()).unwrap()),
            changed: (1_768_467_600 + changed / 1000, changed % 1000 * 1_000_000),
            mode,
            owner: rustix::process::geteuid().as_raw(),
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.machine().tree.find(path).map(|_| resolved(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut machine = self.machine();
        machine.meet(Step::Rename, to)?;
        let inode = machine.tree.find(from)?;
        let (from, to) = (machine.tree.slot(from)?, machine.tree.slot(to)?);
        if machine.tree.named(&to).is_some_and(|there| machine.tree.bytes(there).is_none()) {
            return Err(ErrorKind::IsADirectory.into());
        }
        machine.act(Act::Rename { from, to, inode });
        Ok(())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut machine = self.machine();
        machine.meet(Step::HardLink, to)?;
        let inode = machine.tree.find(from)?;
        machine.tree.bytes(inode).ok_or(ErrorKind::PermissionDenied)?;
        let slot = machine.tree.free_slot(to)?;
        machine.act(Act::Name { slot, inode });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut machine = self.machine();
        let inode = machine.tree.find(path)?;
        machine.tree.bytes(inode).ok_or(ErrorKind::IsADirectory)?;
        let slot = machine.tree.slot(path)?;
        machine.act(Act::Unname { slot });
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut machine = self.machine();
        machine.meet(Step::SyncFolder, folder)?;
        let inode = machine.tree.find(folder)?;
        machine.act(Act::SyncFolder { folder: inode });
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut machine = self.machine();
        machine.meet(Step::MakeFolder, parent(folder))?;
        let inode = machine.create(folder, Tree::add_folder)?;
        machine.tree.set_mode(inode, PRIVATE_FOLDER);
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let machine = self.machine();
        let inode = machine.tree.find(folder)?;
        if machine.tree.bytes(inode).is_some() {
            return Err(ErrorKind::NotADirectory.into());
        }
        Ok(machine.tree.names_in(inode).map(|name| folder.join(name)).collect())
    }
}

struct SimLog {
    disk: SimDisk,
    file: Inode,
    path: PathBuf,
}

impl Log for SimLog {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.machine().write_and_sync(self.file, &self.path, bytes)
    }
}
