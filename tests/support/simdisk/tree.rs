//! Files, folders and their names at one moment: [`Tree`].

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::Act;

pub(crate) type Inode = u64;

/// The place of a name: its folder, and the name.
pub(crate) type Slot = (Inode, String);

const TOP: Inode = 1;

#[derive(Debug, Clone)]
struct Node {
    /// The bytes of a file.
    bytes: Option<Arc<Vec<u8>>>,
    changed: i64,
    mode: u32,
}

/// What there is at one moment, whether it has a name or not.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    nodes: BTreeMap<Inode, Node>,
    names: BTreeMap<Slot, Inode>,
}

impl Tree {
    pub(crate) fn new() -> Self {
        let mut tree = Self { nodes: BTreeMap::new(), names: BTreeMap::new() };
        tree.add_folder(TOP);
        tree
    }

    pub(crate) fn add_file(&mut self, inode: Inode) {
        self.nodes.insert(inode, Node { bytes: Some(Arc::default()), changed: 0, mode: 0 });
    }

    pub(crate) fn add_folder(&mut self, inode: Inode) {
        self.nodes.insert(inode, Node { bytes: None, changed: 0, mode: 0o700 });
    }

    /// What is at a path.
    ///
    /// # Errors
    /// `NotFound`, and `NotADirectory` if the path goes through a file.
    pub(crate) fn find(&self, path: &Path) -> io::Result<Inode> {
        let mut inode = TOP;
        for part in resolved(path).components().skip(1) {
            if self.bytes(inode).is_some() {
                return Err(ErrorKind::NotADirectory.into());
            }
            let name = part.as_os_str().to_str().unwrap().to_owned();
            inode = *self.names.get(&(inode, name)).ok_or(ErrorKind::NotFound)?;
        }
        Ok(inode)
    }

    /// Where the name of a path stands.
    ///
    /// # Errors
    /// Those of its folder.
    pub(crate) fn slot(&self, path: &Path) -> io::Result<Slot> {
        let path = resolved(path);
        let folder = self.find(path.parent().unwrap())?;
        if self.bytes(folder).is_some() {
            return Err(ErrorKind::NotADirectory.into());
        }
        Ok((folder, path.file_name().unwrap().to_str().unwrap().to_owned()))
    }

    /// The same for a name that is not taken.
    ///
    /// # Errors
    /// `AlreadyExists` if it is.
    pub(crate) fn free_slot(&self, path: &Path) -> io::Result<Slot> {
        let slot = self.slot(path)?;
        if self.names.contains_key(&slot) { Err(ErrorKind::AlreadyExists.into()) } else { Ok(slot) }
    }

    pub(crate) fn named(&self, slot: &Slot) -> Option<Inode> {
        self.names.get(slot).copied()
    }

    pub(crate) fn names_in(&self, folder: Inode) -> impl Iterator<Item = &str> {
        self.names.range((folder, String::new())..(folder + 1, String::new())).map(|((_, name), _)| &**name)
    }

    /// The bytes of a file, nothing of a folder.
    pub(crate) fn bytes(&self, inode: Inode) -> Option<&Arc<Vec<u8>>> {
        self.nodes[&inode].bytes.as_ref()
    }

    pub(crate) fn set_bytes(&mut self, file: Inode, bytes: Vec<u8>) {
        self.nodes.get_mut(&file).unwrap().bytes = Some(Arc::new(bytes));
    }

    pub(crate) fn changed_and_mode(&self, inode: Inode) -> (i64, u32) {
        let node = &self.nodes[&inode];
        (node.changed, node.mode)
    }

    pub(crate) fn set_mode(&mut self, inode: Inode, mode: u32) {
        self.nodes.get_mut(&inode).unwrap().mode = mode;
    }

    pub(crate) fn last_change(&self) -> i64 {
        self.nodes.values().map(|node| node.changed).max().unwrap()
    }

    pub(crate) fn last_inode(&self) -> Inode {
        *self.nodes.keys().next_back().unwrap()
    }

    /// Takes over a file or folder of another tree, as it is there.
    pub(crate) fn adopt(&mut self, other: &Self, inode: Inode) {
        if let Some(node) = other.nodes.get(&inode) {
            let bytes = node.bytes.as_ref().map(|_| Arc::default());
            self.nodes.entry(inode).or_insert_with(|| Node { bytes, ..node.clone() });
        }
    }

    /// Lets something happen.
    pub(crate) fn follow(&mut self, act: &Act, clock: i64) {
        match act {
            Act::Name { slot, inode } => {
                self.names.insert(slot.clone(), *inode);
            }
            Act::Unname { slot } => {
                self.names.remove(slot);
            }
            Act::Rename { from, to, inode } => {
                if self.names.get(from) == Some(inode) {
                    self.names.remove(from);
                }
                self.names.insert(to.clone(), *inode);
            }
            Act::Write { file, bytes } => self.change(*file, clock, |old| old.extend_from_slice(bytes)),
            Act::Truncate { file } => self.change(*file, clock, Vec::clear),
            Act::Sync { .. } | Act::SyncFailed { .. } | Act::SyncFolder { .. } | Act::Told(_) => {}
        }
    }

    fn change(&mut self, file: Inode, clock: i64, change: impl FnOnce(&mut Vec<u8>)) {
        let node = self.nodes.get_mut(&file).unwrap();
        node.changed = clock;
        change(Arc::make_mut(node.bytes.as_mut().unwrap()));
    }

    /// Every file that can be reached, with its path.
    pub(crate) fn files(&self) -> Vec<(PathBuf, &[u8])> {
        let mut files = Vec::new();
        let mut folders = vec![(PathBuf::from("/"), TOP)];
        while let Some((path, folder)) = folders.pop() {
            for name in self.names_in(folder) {
                let inode = self.names[&(folder, name.to_owned())];
                match &self.nodes[&inode].bytes {
                    Some(bytes) => files.push((path.join(name), bytes.as_slice())),
                    None => folders.push((path.join(name), inode)),
                }
            }
        }
        files.sort();
        files
    }

    /// A number of what can be reached: equal for equal files under equal names.
    pub(crate) fn signature(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.files().hash(&mut hasher);
        hasher.finish()
    }
}

/// A path from the top, without detours.
pub(crate) fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::from("/");
    for part in path.components() {
        match part {
            Component::Normal(name) => resolved.push(name),
            Component::ParentDir => {
                resolved.pop();
            }
            Component::RootDir | Component::CurDir | Component::Prefix(_) => {}
        }
    }
    resolved
}
