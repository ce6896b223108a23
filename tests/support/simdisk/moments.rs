//! Every moment of a record, and what power cuts leave of it: [`Moments`].

use std::collections::HashMap;
use std::fmt::Write;

use super::cut::{Platter, Survival};
use super::tree::{Inode, Tree};
use super::{Act, SimDisk};

/// A write of more bytes than these is torn at so many of them.
const MANY: usize = 900;

/// What was there at first, and all that happened since.
pub(crate) struct Moments {
    before: Tree,
    acts: Vec<Act>,
    after: Tree,
    /// How many choices of chance are tried at each moment.
    chances: u64,
    /// Whether a write is torn at each of its bytes, or a long one at very many.
    every_byte: bool,
}

/// One power cut.
#[derive(Clone)]
pub(crate) struct Cut {
    /// How many acts happened before it.
    pub(crate) at: usize,
    pub(crate) survival: Survival,
    /// Up to which number the user had been told that everything is saved.
    pub(crate) told: u64,
    /// Whether the user had been told anything.
    pub(crate) was_told: bool,
    /// What is there when the power comes back.
    pub(crate) tree: Tree,
}

impl Moments {
    pub(crate) fn of(disk: &SimDisk, chances: u64) -> Self {
        let (before, acts) = disk.record();
        let after = disk.tree();
        Self { before, acts, after, chances, every_byte: false }
    }

    pub(crate) fn with_every_byte(self) -> Self {
        Self { every_byte: true, ..self }
    }

    /// Looks at every different thing power cuts can leave, and gives their number. `told` is what the user had been
    /// told before.
    ///
    /// # Panics
    /// With the record and the choice, if `check` finds something wrong.
    pub(crate) fn check(&self, told: u64, mut check: impl FnMut(&Cut) -> Result<(), String>) -> usize {
        let mut seen: HashMap<u64, (bool, u64)> = HashMap::new();
        self.each(told, |cut| {
            let promised = (cut.was_told, cut.told);
            let before = seen.insert(cut.tree.signature(), promised);
            if before.is_none_or(|before| before < promised)
                && let Err(wrong) = check(&cut)
            {
                panic!("{wrong}\n{}", self.tell(&cut));
            }
        });
        seen.len()
    }

    /// Whether there is a cut of which this is true.
    pub(crate) fn any(&self, mut is: impl FnMut(&Cut) -> bool) -> bool {
        let mut found = false;
        self.each(0, |cut| found = found || is(&cut));
        found
    }

    fn each(&self, mut told: u64, mut with: impl FnMut(Cut)) {
        let mut platter = Platter::new(self.before.clone());
        let mut was_told = false;
        for at in 0..=self.acts.len() {
            if let Some(act) = at.checked_sub(1).map(|last| &self.acts[last]) {
                platter.take(act, &self.after);
                if let Act::Told(revision) = act {
                    told = told.max(*revision);
                    was_told = true;
                }
            }
            for survival in self.survivals(&platter, at) {
                with(Cut { at, survival, told, was_told, tree: platter.after(survival) });
            }
        }
    }

    fn survivals(&self, platter: &Platter, at: usize) -> Vec<Survival> {
        let mut survivals = vec![Survival::Nothing];
        if platter.is_at_rest() {
            return survivals;
        }
        survivals.push(Survival::Everything);
        let seed = u64::try_from(at).unwrap() << 32;
        survivals.extend((0..self.chances).map(|chance| Survival::Chance(seed | chance)));
        if self.every_byte {
            let step = platter.torn().div_ceil(MANY).max(1);
            survivals.extend((0..platter.torn()).step_by(step).map(Survival::AllBut));
        }
        survivals
    }

    /// The record up to a cut, for people.
    fn tell(&self, cut: &Cut) -> String {
        let mut names: HashMap<Inode, &str> = HashMap::new();
        let mut told = String::new();
        for (number, act) in self.acts.iter().enumerate() {
            if number == cut.at {
                writeln!(told, "---- power cut, {:?} ----", cut.survival).unwrap();
            }
            if let Act::Name { slot, inode } | Act::Rename { to: slot, inode, .. } = act {
                names.insert(*inode, &slot.1);
            }
            let name = |inode: &Inode| format!("{inode} {}", names.get(inode).copied().unwrap_or_default());
            let line = match act {
                Act::Name { slot, inode } => format!("name       {} in {}", name(inode), name(&slot.0)),
                Act::Unname { slot } => format!("remove     {} in {}", slot.1, name(&slot.0)),
                Act::Rename { from, inode, .. } => format!("rename     {} to {}", from.1, name(inode)),
                Act::Write { file, bytes } => format!("write      {}: {}", name(file), start(bytes)),
                Act::Truncate { file } => format!("truncate   {}", name(file)),
                Act::Sync { file } => format!("sync       {}", name(file)),
                Act::SyncFailed { file } => format!("sync fails {}", name(file)),
                Act::SyncFolder { folder } => format!("sync names {}", name(folder)),
                Act::Told(revision) => format!("TOLD       {revision}"),
            };
            writeln!(told, "{number:4} {line}").unwrap();
        }
        writeln!(told, "---- left, with {} told ----", cut.told).unwrap();
        for (path, bytes) in cut.tree.files() {
            writeln!(told, "{} {}", path.display(), start(bytes)).unwrap();
        }
        told
    }
}

fn start(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
    format!("{} bytes {text:?}", bytes.len())
}
