//! What a power cut can leave: [`Platter`] knows what is durable at a moment, [`Survival`] chooses of the rest.
//!
//! The model is meaner than any one file system, and what it does each of them may do:
//! - What was written and not synced is there, or not, or in part: up to any byte, or with any of its sectors missing,
//!   which then hold zeros or rubbish. Two files have nothing to do with each other.
//! - A name that was given, taken away or exchanged stays so only once its folder is synced; before that, each of these
//!   changes survives or not, in whatever combination. An exchange is never seen half done; one between two folders
//!   takes both to be synced. That a file is synced says nothing about its name.
//! - After a failed sync, nothing of that file ever becomes durable for certain.

use std::collections::{BTreeMap, BTreeSet};

use super::Act;
use super::tree::{Inode, Slot, Tree};
use crate::support::dice::Dice;

const SECTOR: usize = 512;

/// What survives of that which is not durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Survival {
    Nothing,
    Everything,
    /// All but the bytes of the last write from this one on.
    AllBut(usize),
    /// A choice of its own for each name and file.
    Chance(u64),
}

/// A name that is not durable yet.
#[derive(Debug, Clone)]
struct Naming {
    act: Act,
    /// The folders that are still to be synced.
    waits_for: Vec<Inode>,
}

/// What is durable of a disk, and what is not yet.
#[derive(Debug, Clone)]
pub(crate) struct Platter {
    durable: Tree,
    names: Vec<Naming>,
    bytes: BTreeMap<Inode, Vec<Act>>,
    /// Files of which a sync has failed: nothing of them becomes durable any more.
    doubtful: BTreeSet<Inode>,
    last_written: Option<Inode>,
    clock: i64,
}

impl Platter {
    /// Everything is durable.
    pub(crate) fn new(durable: Tree) -> Self {
        let clock = durable.last_change();
        let (names, bytes, doubtful) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        Self { durable, names, bytes, doubtful, last_written: None, clock }
    }

    /// Lets something happen. `all` is the disk at a later moment; it tells what is a file and what a folder.
    pub(crate) fn take(&mut self, act: &Act, all: &Tree) {
        self.clock += 1;
        match act {
            Act::Name { slot, inode } => {
                self.durable.adopt(all, *inode);
                self.names.push(Naming { act: act.clone(), waits_for: vec![slot.0] });
            }
            Act::Unname { slot } => self.names.push(Naming { act: act.clone(), waits_for: vec![slot.0] }),
            Act::Rename { from, to, .. } => {
                let mut waits_for = vec![from.0, to.0];
                waits_for.dedup();
                self.names.push(Naming { act: act.clone(), waits_for });
            }
            Act::Write { file, .. } | Act::Truncate { file } => {
                self.bytes.entry(*file).or_default().push(act.clone());
                self.last_written = Some(*file);
            }
            Act::Sync { file } if self.doubtful.contains(file) => {}
            Act::Sync { file } => {
                for act in self.bytes.remove(file).unwrap_or_default() {
                    self.durable.follow(&act, self.clock);
                }
            }
            Act::SyncFailed { file } => {
                self.doubtful.insert(*file);
            }
            Act::SyncFolder { folder } => self.sync_folder(*folder),
            Act::Told(_) => {}
        }
    }

    fn sync_folder(&mut self, folder: Inode) {
        for naming in &mut self.names {
            naming.waits_for.retain(|waited| *waited != folder);
        }
        // In order, and nothing before one that waits for the same name.
        let mut waiting: Vec<Naming> = Vec::new();
        for naming in std::mem::take(&mut self.names) {
            let blocked =
                waiting.iter().any(|other| touches(other).any(|slot| touches(&naming).any(|it| it == slot)));
            if naming.waits_for.is_empty() && !blocked {
                self.durable.follow(&naming.act, self.clock);
            } else {
                waiting.push(naming);
            }
        }
        self.names = waiting;
    }

    /// How many bytes the last write added, if they are not durable.
    pub(crate) fn torn(&self) -> usize {
        let last = self.last_written.and_then(|file| self.bytes.get(&file)?.last());
        last.map_or(0, |act| if let Act::Write { bytes, .. } = act { bytes.len() } else { 0 })
    }

    /// Whether anything can be lost.
    pub(crate) fn is_at_rest(&self) -> bool {
        self.names.is_empty() && self.bytes.is_empty()
    }

    /// What is there when the power comes back.
    pub(crate) fn after(&self, survival: Survival) -> Tree {
        let mut tree = self.durable.clone();
        let mut dice = Dice::new(if let Survival::Chance(seed) = survival { seed } else { 0 });
        let likely = dice.one(&[10, 50, 90]);
        for naming in &self.names {
            let survives = match survival {
                Survival::Nothing => naming.waits_for.is_empty(),
                Survival::Everything | Survival::AllBut(_) => true,
                Survival::Chance(_) => naming.waits_for.is_empty() || dice.percent(likely),
            };
            if survives {
                tree.follow(&naming.act, self.clock);
            }
        }
        for (&file, acts) in &self.bytes {
            match survival {
                Survival::Nothing => {}
                Survival::Everything => {
                    for act in acts {
                        tree.follow(act, self.clock);
                    }
                }
                Survival::AllBut(cut) => {
                    let is_last = self.last_written == Some(file);
                    let (last, before) = acts.split_last().unwrap();
                    for act in before {
                        tree.follow(act, self.clock);
                    }
                    follow_up_to(&mut tree, last, if is_last { cut } else { usize::MAX }, self.clock);
                }
                Survival::Chance(_) => tear(&mut tree, file, acts, &mut dice, self.clock),
            }
        }
        tree
    }
}

/// The names a change is about.
fn touches(naming: &Naming) -> impl Iterator<Item = &Slot> {
    let (one, other) = match &naming.act {
        Act::Name { slot, .. } | Act::Unname { slot } => (Some(slot), None),
        Act::Rename { from, to, .. } => (Some(from), Some(to)),
        Act::Write { .. }
        | Act::Truncate { .. }
        | Act::Sync { .. }
        | Act::SyncFailed { .. }
        | Act::SyncFolder { .. }
        | Act::Told(_) => (None, None),
    };
    one.into_iter().chain(other)
}

fn follow_up_to(tree: &mut Tree, act: &Act, cut: usize, clock: i64) {
    if let Act::Write { file, bytes } = act {
        let bytes = bytes[..bytes.len().min(cut)].into();
        tree.follow(&Act::Write { file: *file, bytes }, clock);
    } else {
        tree.follow(act, clock);
    }
}

/// Lets a part of the writes of one file survive.
fn tear(tree: &mut Tree, file: Inode, acts: &[Act], dice: &mut Dice, clock: i64) {
    let old = tree.bytes(file).unwrap().to_vec();
    let whole = dice.below(acts.len() + 1);
    for act in &acts[..whole] {
        tree.follow(act, clock);
    }
    if let Some(act) = acts.get(whole) {
        let length = if let Act::Write { bytes, .. } = act { bytes.len() } else { 0 };
        follow_up_to(tree, act, dice.below(length + 1), clock);
    }
    if dice.percent(50) {
        return;
    }
    // The length is there, but not every sector.
    let mut new = tree.bytes(file).unwrap().to_vec();
    for from in (0..new.len()).step_by(SECTOR).collect::<Vec<_>>() {
        if dice.percent(60) {
            continue;
        }
        let rubbish = dice.one(&[0, b'\n', 0x5a]);
        for at in from..new.len().min(from + SECTOR) {
            new[at] = old.get(at).copied().unwrap_or(rubbish);
        }
    }
    tree.set_bytes(file, new);
}
