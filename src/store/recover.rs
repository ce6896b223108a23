//! What is left of a session after a crash, a power cut, another program or a hand: found without changing anything, by
//! [`Reading::look`].
//!
//! A session is its file and the journals that go on from it, wherever they had room. Here: putting both together, for
//! the window that writes, for one that only reads, for commands and for tests. The parts: `journals` finds and joins
//! journals, `stray` judges those of other bases, [`salvage`](mod@salvage) reads what
//! is left of a broken file, [`rescue`](mod@rescue) makes the best of all that, [`settle`] is what writes,
//! [`known`] remembers which file is the session's own, [`orphan`]
//! finds sessions whose file is gone, and [`sentence`] tells a person.

mod journals;
pub mod known;
pub mod orphan;
pub mod rescue;
pub mod salvage;
pub mod sentence;
pub mod settle;
mod stray;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use self::journals::{Paper, Papers};
use super::atomic::Identity;
use super::difference::{Difference, differences};
use super::error::ReadError;
use super::format::{self, Examined, FormatError, MIGRATIONS, Migration};
use super::journal::Draft;
use super::library::Trouble;
use super::paths::Places;
use super::read::{self, Loaded};
use super::storage::{Stamp, Storage};
use crate::domain::{History, Key, Session, Uid};
pub use orphan::{Orphan, orphans};
pub use rescue::{Rescued, Source, rescue};
pub use salvage::{Salvaged, salvage};
pub use stray::{Fate, Stray};

/// The name of the action that accepts an edit.
const ACCEPT: &str = "accept";

/// What sessions are read from.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The disk.
    pub storage: &'a dyn Storage,
    /// Where journals and backups are.
    pub places: &'a Places,
    /// The steps from older formats.
    pub migrations: &'a [Migration],
}

/// A session put together from its file and its journals.
#[derive(Debug, Clone)]
pub struct Found {
    /// The session with all that was done to it.
    pub history: History,
    /// What the file is.
    pub identity: Identity,
    /// The number of the last action in the file.
    pub revision: u64,
    /// The format of the file.
    pub format: u64,
    /// What the journals had that the file has not.
    pub recovered: Option<Recovered>,
    /// What of the journals cannot be read.
    pub torn: Torn,
    /// The texts left unfinished.
    pub drafts: Vec<Draft>,
    /// The journals that are in the history now: to be removed once a snapshot holds all of it.
    pub journals: Vec<PathBuf>,
    /// Journals of this session that do not go on from this file.
    pub strays: Vec<Stray>,
    /// What may be journals of it, and cannot be read now: nothing is to be written over what they may go on from.
    pub unread: Vec<ReadError>,
    /// What the disk told of the file and the journals before they were read.
    pub seen: Seen,
}

/// What journals had that the file has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovered {
    /// How many actions.
    pub changes: u64,
    /// When the last of them was.
    pub last: Timestamp,
}

/// What of some journals cannot be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Torn {
    /// The journals, which are used as far as they go.
    pub paths: Vec<PathBuf>,
    /// What no other journal has of them.
    pub missing: Missing,
}

/// What is missing for certain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Missing {
    /// Nothing: another journal has it.
    #[default]
    Nothing,
    /// A last line that was never whole, so that nobody was told it is saved.
    Unfinished,
    /// So many lines, after damage to the disk or the file.
    Lines(usize),
}

impl Torn {
    /// Of these journals, which are all in a history that ends with this action.
    fn of(papers: &[Paper], revision: u64) -> Self {
        let torn = || papers.iter().filter(|paper| paper.is_torn());
        let last = torn().filter(|paper| paper.last() >= revision || paper.last() == 0);
        let broken = last.clone().map(Paper::broken).max();
        let missing = match broken {
            None => Missing::Nothing,
            Some(0) => Missing::Unfinished,
            Some(lines) => Missing::Lines(lines),
        };
        Self { paths: torn().map(|paper| paper.path.clone()).collect(), missing }
    }
}

/// A file that was edited outside the program.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The session as it was edited.
    pub session: Session,
    /// What it was edited from: what the file's own history leads to, or else the newest backup.
    pub before: Option<History>,
    /// What the file is.
    pub identity: Identity,
    /// Why it is not opened like others.
    pub error: FormatError,
    /// The texts left unfinished.
    pub drafts: Vec<Draft>,
    /// The journals of the session: none goes on from this file.
    pub strays: Vec<Stray>,
    /// What may be journals of it, and cannot be read now.
    pub unread: Vec<ReadError>,
}

impl Edited {
    /// What the edit changed; nothing if the session is not different, or nothing is left to compare it with.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let before = self.before.as_ref();
        before.map_or_else(Vec::new, |before| differences(before.session(), &self.session))
    }

    /// The history in which the edit is one more action, which can be undone. Without anything to go on from, the
    /// session as it was edited begins one.
    #[must_use]
    pub fn accepted(&self, at: Timestamp) -> History {
        let Some(mut history) = self.before.clone() else { return History::new(self.session.clone()) };
        if let Ok(action) = Key::new(ACCEPT) {
            // A session that is not different is only written again.
            let _ = history.replace(at, action, self.session.clone());
        }
        history
    }
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
pub enum State {
    /// A session.
    Whole(Box<Found>),
    /// One that was edited outside the program.
    Edited(Box<Edited>),
}

impl State {
    /// The session it is of.
    #[must_use]
    pub fn id(&self) -> Uid {
        match self {
            Self::Whole(found) => found.history.session().id,
            Self::Edited(edited) => edited.session.id,
        }
    }
}

/// What the disk tells of a file and the journals of its session, without reading them.
pub type Seen = Vec<(PathBuf, Stamp)>;

/// Puts a session together from its file and its journals. Nothing on disk is changed.
///
/// # Errors
/// [`Trouble`] if the file is not whole, one that was edited outside the program included.
pub fn read(storage: &dyn Storage, places: &Places, path: &Path) -> Result<Found, Trouble> {
    match Reading::new(storage, places).look(path)? {
        State::Whole(found) => Ok(*found),
        State::Edited(edited) => Err(Trouble::Format(edited.error)),
    }
}

impl<'a> Reading<'a> {
    /// From this disk and these places.
    #[must_use]
    pub const fn new(storage: &'a dyn Storage, places: &'a Places) -> Self {
        Self { storage, places, migrations: MIGRATIONS }
    }

    /// Puts a session together from its file and its journals, or tells that the file was edited. Nothing on disk is
    /// changed.
    ///
    /// # Errors
    /// [`Trouble`] if the file cannot be read, is damaged or is of a newer format.
    pub fn look(self, path: &Path) -> Result<State, Trouble> {
        let Loaded { bytes, identity } = read::read(self.storage, path)?;
        Ok(match format::examine(&bytes, self.migrations)? {
            Examined::Whole(loaded) => State::Whole(Box::new(self.whole(path, loaded, identity))),
            Examined::Edited(edited) => State::Edited(Box::new(self.edited(path, *edited, identity))),
        })
    }

    /// What to compare with a later look, to tell whether anything has changed in between.
    #[must_use]
    pub fn seen(self, path: &Path, id: Uid) -> Seen {
        let journals = journals::paths(self, id).into_iter().map(|(path, _)| path);
        let stamp = |path: PathBuf| self.storage.stamp(&path).ok().map(|stamp| (path, stamp));
        std::iter::once(path.to_owned()).chain(journals).filter_map(stamp).collect()
    }

    fn whole(self, path: &Path, loaded: format::Loaded, identity: Identity) -> Found {
        let format::Loaded { mut history, format } = loaded;
        let in_file = history.clone();
        let revision = history.revision();
        let Papers { read: papers, unread, seen } = journals::of(self, history.session().id);
        let seen = std::iter::once((path.to_owned(), identity.stamp)).chain(seen).collect();
        let goes_on = |paper: &Paper| {
            (paper.goes_on_from(identity.hash) || paper.overlaps(&in_file))
                && !stray::belongs_elsewhere(self, path, paper)
        };
        let (own, others): (Vec<Paper>, Vec<Paper>) = papers.into_iter().partition(goes_on);
        let joined = journals::join(&mut history, own);
        let judged = |paper| stray::judge(self, path, &history, Some((identity.hash, &in_file)), paper);
        // What goes on from the file and stopped half-way would do so again.
        let stopped = joined.stopped.into_iter().filter_map(|paper| {
            if paper.goes_on_from(identity.hash) { Some(stray::lost(paper)) } else { judged(paper) }
        });
        let strays: Vec<Stray> =
            stopped.chain(joined.left.into_iter().chain(others).filter_map(judged)).collect();
        let mut journals: Vec<PathBuf> = joined.used.iter().map(|paper| paper.path.clone()).collect();
        // A crash between a snapshot and its journal leaves the texts in the journal before: it stays for now.
        let drafts = journals::last_drafts(&joined.used).unwrap_or_else(|| stray::stale_drafts(&strays));
        let (with, without): (Vec<Stray>, Vec<Stray>) = strays.into_iter().partition(Stray::has_drafts);
        journals.extend(with.into_iter().map(|stray| stray.path));
        let torn = Torn::of(&joined.used, history.revision());
        Found {
            history,
            identity,
            revision,
            format,
            recovered: joined.recovered,
            torn,
            drafts,
            journals,
            strays: without,
            unread,
            seen,
        }
    }

    fn edited(self, path: &Path, edited: format::Edited, identity: Identity) -> Edited {
        let format::Edited { session, history, error } = edited;
        let id = session.id;
        let before = history.or_else(|| rescue::newest_backup(self, id).map(|(_, history)| history));
        let judged = |paper| match &before {
            Some(before) => stray::judge(self, path, before, None, paper),
            None => Some(stray::lost(paper)),
        };
        let Papers { read: papers, unread, .. } = journals::of(self, id);
        let strays: Vec<Stray> = papers.into_iter().filter_map(judged).collect();
        Edited { session, before, identity, error, drafts: stray::stale_drafts(&strays), strays, unread }
    }
}
