//! A program that knows nothing of ours and does what programs that sync do to files: [`Other`].

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use riskroom::domain::{Edit, History};
use riskroom::store::format::{decode, encode_verified};
use riskroom::store::paths::Places;

use crate::support::dice::Dice;
use crate::support::seeds::{at, key, risk, title};

/// What it does to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deed {
    /// Writes a newer version into it.
    Rewrite,
    /// Puts a newer version in its place.
    Replace,
    /// Puts an older version in its place.
    Older,
    Remove,
    Move,
    /// Removes the lock of the session.
    Unlock,
    /// Puts another version beside it.
    Copy,
    /// Writes the same bytes again.
    Touch,
}

impl Deed {
    pub(crate) const ALL: [Self; 8] = [
        Self::Rewrite,
        Self::Replace,
        Self::Older,
        Self::Remove,
        Self::Move,
        Self::Unlock,
        Self::Copy,
        Self::Touch,
    ];
    /// What takes nothing away from anybody.
    pub(crate) const KIND: [Self; 4] = [Self::Rewrite, Self::Replace, Self::Copy, Self::Touch];
}

pub(crate) struct Other {
    places: Places,
    dice: Dice,
    /// What is done at what time, so that no two edits are the same.
    time: i64,
    /// What it left where, and has not taken away again.
    pub(crate) left: BTreeMap<PathBuf, History>,
    /// All it has seen.
    seen: Vec<Vec<u8>>,
    /// Files that are not what they were when our program last wrote or read them, with the number of the last action
    /// they had then.
    pub(crate) touched: BTreeMap<PathBuf, u64>,
    /// How often it did what.
    pub(crate) deeds: BTreeMap<Deed, u32>,
}

impl Other {
    pub(crate) fn new(places: &Places, dice: Dice) -> Self {
        Self {
            places: places.clone(),
            dice,
            time: 0,
            left: BTreeMap::new(),
            seen: Vec::new(),
            touched: BTreeMap::new(),
            deeds: BTreeMap::new(),
        }
    }

    /// Does it, if there is anything to do it to.
    pub(crate) fn act(&mut self, deed: Deed, path: &Path) {
        let Ok(bytes) = fs::read(path) else { return };
        let history = decode(&bytes).unwrap().history;
        let revision = history.revision();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        match deed {
            Deed::Rewrite | Deed::Replace => {
                let newer = self.newer(history);
                self.put(deed, path, newer);
                self.touched.entry(path.to_owned()).or_insert(revision);
            }
            Deed::Older => {
                let others: Vec<&Vec<u8>> = self.seen.iter().filter(|seen| **seen != bytes).collect();
                if others.is_empty() {
                    return;
                }
                let older = decode(others[self.dice.below(others.len())]).unwrap().history;
                self.put(deed, path, older);
                self.touched.entry(path.to_owned()).or_insert(revision);
            }
            Deed::Remove => {
                fs::remove_file(path).unwrap();
                self.left.remove(path);
                self.touched.entry(path.to_owned()).or_insert(revision);
            }
            Deed::Move => {
                let to = path.with_file_name(format!("moved-{}.ron", self.tick()));
                fs::rename(path, &to).unwrap();
                self.left.remove(path);
                self.left.insert(to, history);
                self.touched.entry(path.to_owned()).or_insert(revision);
            }
            Deed::Unlock => {
                let lock = self.places.state_of(&history.session().id.to_string()).join("lock");
                // It may be gone already.
                let _ = fs::remove_file(lock);
            }
            Deed::Copy => {
                let copy = format!("{name}.sync-conflict-20261122-{}-ABCDEFG.ron", self.tick());
                let newer = self.newer(history);
                self.put(Deed::Rewrite, &path.with_file_name(copy), newer);
            }
            Deed::Touch => write(path, &bytes),
        }
        self.seen.push(bytes);
        *self.deeds.entry(deed).or_default() += 1;
    }

    fn put(&mut self, deed: Deed, path: &Path, history: History) {
        let bytes = encode_verified(&history).unwrap();
        if deed == Deed::Rewrite {
            write(path, &bytes);
        } else {
            let unfinished = path.with_file_name(".syncthing.tmp");
            write(&unfinished, &bytes);
            fs::rename(unfinished, path).unwrap();
        }
        self.left.insert(path.to_owned(), history);
    }

    /// With edits of its own.
    fn newer(&mut self, mut history: History) -> History {
        for _ in 0..=self.dice.below(2) {
            let time = self.tick();
            add(&mut history, "theirs", time);
        }
        history
    }

    fn tick(&mut self) -> i64 {
        self.time += 1;
        1_000_000 + self.time
    }
}

/// Adds a risk that nobody else adds.
pub(crate) fn add(history: &mut History, who: &str, time: i64) {
    let mut risk = risk(history.next_risk().number());
    risk.title = title(&format!("{who} {time}"));
    history.commit(at(time), key("add-risk"), vec![Edit::AddRisk(Box::new(risk))]).unwrap();
}

/// Writes as such programs do.
#[expect(clippy::disallowed_methods, reason = "nobody else writes as carefully as the store")]
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}
