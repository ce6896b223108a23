//! Opening a session, whatever has happened to its file: a crash, another window, another hand, damage.
//!
//! Here: which of the ways is taken, and what is told. Not here: what is found ([`crate::store::recover`]), and what
//! the program makes of the answer ([`crate::app`]).

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Access, Holding, Opened, Sessions};
use crate::app::{self, Event, Welcome};
use crate::domain::{History, Uid};
use crate::shell::logbook::Line;
use crate::shell::words::Refused;
use crate::store::atomic::Identity;
use crate::store::backups::Before;
use crate::store::error::{ReadError, SaveError, Unreadable};
use crate::store::format::FORMAT;
use crate::store::journal::Draft;
use crate::store::library::Trouble;
use crate::store::lock::{Lock, LockError};
use crate::store::read::LIMIT;
use crate::store::recover::sentence::{self, News};
use crate::store::recover::settle::Accepted;
use crate::store::recover::{
    Edited, Found, Orphan, Rescued, Seen, State, Torn, known, orphans, rescue, settle,
};
use crate::store::storage::parent;

/// How the first line of a session file begins.
const BEGIN: &[u8] = b"// riskroom session";

impl Sessions {
    /// Opens a session: reads and locks it, or only shows it if another window has it, it cannot be locked, a journal of
    /// it cannot be read now, it is a copy that cannot be made a session of its own, or it was edited outside the program.
    ///
    /// # Errors
    /// [`Refused`] if nothing can be made of it.
    pub fn open(&mut self, path: &Path, now: Timestamp) -> Result<Opened, Refused> {
        match self.take_over(path, now) {
            Err(refused @ (Refused::Locked(_) | Refused::Barred(_) | Refused::Unwritten(_))) => {
                self.view(path, refused, now)
            }
            outcome => outcome,
        }
    }

    /// Opens a session for writing.
    ///
    /// # Errors
    /// [`Refused`] if another window has it, it cannot be locked, a journal of it cannot be read now, or nothing can be
    /// made of it.
    pub fn take_over(&mut self, path: &Path, now: Timestamp) -> Result<Opened, Refused> {
        if self.locks.contains_key(path) && !self.close(path) {
            return Err(Refused::NotDurable);
        }
        match self.reading().look(path) {
            Ok(State::Whole(found)) => self.open_whole(path, *found, now),
            Ok(State::Edited(edited)) => Ok(self.show(path, &edited)),
            Err(trouble) if trouble.is_damage() => self.open_damaged(path, trouble, now),
            Err(trouble) => Err(trouble.into()),
        }
    }

    /// Opens a session for writing that is whole, and not open here: nothing else is made of it.
    ///
    /// # Errors
    /// [`Refused`] if it is anything else, cannot be locked, or has changes that are not on disk yet.
    pub(super) fn open_undamaged(&mut self, path: &Path, now: Timestamp) -> Result<Opened, Refused> {
        if self.locks.contains_key(path) {
            return Err(Refused::NotDurable);
        }
        match self.reading().look(path)? {
            State::Whole(found) => self.open_whole(path, *found, now),
            State::Edited(_) => Err(Refused::Edited),
        }
    }

    /// The same for a session that is shown here, asked for again and again perhaps: nothing if it is open here since the
    /// last time, as the answer to that tells.
    pub fn try_again(&mut self, path: &Path, now: Timestamp) -> Option<Result<Opened, Refused>> {
        let is_open = self.locks.contains_key(path);
        if is_open { None } else { Some(self.take_over(path, now)) }
    }

    /// The session that another window has, if it has changed since the last look.
    pub fn follow(&mut self, path: &Path) -> Option<History> {
        let (id, before) = self.followed.get(path)?;
        let (id, seen) = (*id, self.reading().seen(path, *id));
        if seen == *before {
            return None;
        }
        // What is half written is looked at again the next time.
        let Ok(State::Whole(found)) = self.reading().look(path) else { return None };
        self.followed.insert(path.to_owned(), (id, seen));
        Some(found.history)
    }

    /// Keeps what was edited outside the program as an action of its own, and opens the session. If the file is another
    /// one than was shown by now, it is shown first.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be read or is open in another window.
    pub fn accept(&mut self, path: &Path, now: Timestamp) -> Result<Opened, Refused> {
        let edited = match self.reading().look(path)? {
            State::Edited(edited) => edited,
            State::Whole(_) => return self.open(path, now),
        };
        barred(&edited.unread)?;
        if self.shown.remove(path) != Some(edited.identity.hash) {
            return Ok(self.show(path, &edited));
        }
        let mut history = edited.accepted(now);
        let original = known::original(self.reading(), history.session().id, path);
        if original.is_some() {
            history = self.with_new_id(&history)?;
        }
        let lock = self.lock(history.session().id, path, now)?;
        let at = (now, &self.desk.zone);
        let accepted = settle::accept(self.reading(), path, &edited, &history, original, at)?;
        let Accepted { identity, news, journals } = accepted;
        let drafts = edited.drafts;
        // The texts left unfinished are in the journals until the writer has them.
        self.hold(path, lock, Holding { drafts: &drafts, journals, ..Holding::whole(&history, identity) });
        Ok(Opened { news, drafts, ..Opened::new(path.to_owned(), history) })
    }

    /// Makes files of sessions whose own file was removed while journals still tell of changes. What was made, for each.
    pub fn bring_back_orphans(&mut self) -> Vec<News> {
        orphans(self.reading()).into_iter().filter_map(|orphan| self.bring_back(orphan)).collect()
    }

    /// One that is open somewhere, or has no room now, stays as it is.
    fn bring_back(&self, orphan: Orphan) -> Option<News> {
        let Orphan { path, history, recovered, journals, drafts } = orphan;
        let id = history.session().id;
        let _lock = self.lock(id, &path, recovered.last).ok()?;
        let at = (recovered.last, &self.desk.zone);
        let (made, _) = settle::create_beside(self.reading(), &path, "recovered", at, &history).ok()?;
        known::remember(self.reading(), id, &made).ok()?;
        // Texts left unfinished stay in the journals, for the window that opens the session.
        for journal in journals.iter().filter(|_| drafts.is_empty()) {
            settle::remove(&*self.desk.storage, journal);
        }
        let news = News::BroughtBack { changes: recovered.changes, path: made };
        self.desk.log.note(Line::Told(id, news.clone()));
        Some(news)
    }

    /// A piece of news, in a sentence.
    #[must_use]
    pub fn told(&self, news: &News) -> String {
        sentence::news(news, &self.desk.zone, self.desk.words.catalogue())
    }

    /// What came of opening or making a session, as an event.
    #[must_use]
    pub fn opened(&self, outcome: Result<Opened, Refused>, path: &Path) -> Event {
        self.note(&outcome);
        let words = &self.desk.words;
        match outcome {
            Ok(Opened { path, history, access, news, drafts }) => {
                let welcome = Welcome {
                    access: self.access(access, &news),
                    news: news.iter().map(|it| self.told(it)).collect(),
                    drafts: drafts.into_iter().map(|draft| (draft.purpose, draft.text)).collect(),
                };
                Event::Opened { path, history: Box::new(history), welcome: Box::new(welcome) }
            }
            Err(refused) => Event::Trouble(words.refused(&refused, path)),
        }
    }

    /// Keeps in the log what came of it.
    fn note(&self, outcome: &Result<Opened, Refused>) {
        let log = &self.desk.log;
        match outcome {
            _ if log.is_silent() => {}
            Ok(opened) => {
                let stamp = self.desk.storage.stamp(&opened.path).ok();
                log.note(Line::opened(opened, stamp.map(|stamp| stamp.size)));
                let id = opened.history.session().id;
                opened.news.iter().for_each(|news| log.note(Line::Told(id, news.clone())));
            }
            Err(refused) => log.note(Line::Refused(refused.clone())),
        }
    }

    /// What is told of it all the time; that the file is damaged, too, as long as it is only shown.
    fn access(&self, access: Access, news: &[News]) -> app::Access {
        let words = &self.desk.words;
        let told = |reason: String| match sentence::shown_damage(news, words.catalogue()) {
            Some(damage) => format!("{damage} {reason}"),
            None => reason,
        };
        match access {
            Access::Full => app::Access::Full,
            Access::Elsewhere { pid, since } => {
                app::Access::Elsewhere { sentence: told(words.elsewhere(pid, since.as_deref())) }
            }
            Access::Unlocked(cause) => app::Access::Barred { sentence: told(words.unlocked(&cause)) },
            Access::Unwritten(error) => app::Access::Barred { sentence: told(words.not_saved(&error)) },
            Access::Barred => {
                app::Access::Barred { sentence: told(words.catalogue().text("recovery-barred").to_owned()) }
            }
            Access::HandEdited(differences) => app::Access::HandEdited {
                sentence: sentence::edited(differences.len(), words.catalogue()),
                differences: differences.iter().map(crate::store::difference::Difference::line).collect(),
            },
        }
    }

    fn open_whole(&mut self, path: &Path, found: Found, now: Timestamp) -> Result<Opened, Refused> {
        let id = found.history.session().id;
        if self.is_kept(path) {
            let copy = self.with_new_id(&found.history)?;
            let opened = self.keep(copy, now)?;
            return Ok(Opened { news: vec![News::Copied { original: path.to_owned() }], ..opened });
        }
        if let Some(original) = known::original(self.reading(), id, path) {
            let Found { history, identity, revision, format, drafts, journals, .. } = found;
            let before = (revision, Before::saving(format));
            let copied = Copied { history: &history, identity, before, drafts, journals };
            return self.open_copy(path, copied, original, now);
        }
        barred(&found.unread)?;
        let lock = self.lock(id, path, now)?;
        // Once more under the lock, if the other window may have written in between.
        let found = if self.reading().seen(path, id) == found.seen {
            found
        } else {
            match self.reading().look(path)? {
                State::Whole(found) if found.history.session().id == id => *found,
                State::Whole(_) | State::Edited(_) => return Err(changing(path)),
            }
        };
        barred(&found.unread)?;
        Ok(self.take_on(path, found, lock, now))
    }

    /// Goes on with what was found, and brings to disk what is not in the file.
    fn take_on(&mut self, path: &Path, found: Found, lock: Lock, now: Timestamp) -> Opened {
        let id = found.history.session().id;
        let mut news = sentence::journals(found.recovered, found.torn.missing, &self.damaged(id));
        let at = (now, &self.desk.zone);
        news.extend(settle::settle(self.reading(), path, id, &found.strays, at));
        let is_older = found.format < FORMAT;
        news.extend(is_older.then_some(News::Converted { from: found.format }));
        let is_behind = found.recovered.is_some() || is_older;
        let written = is_behind.then(|| settle::bring_in(self.reading(), path, &found));
        let Found { history, identity, revision, torn, drafts, mut journals, .. } = found;
        if settle::keep_torn(self.reading(), id, &torn.paths).is_err() {
            journals.retain(|journal| !torn.paths.contains(journal));
        }
        let holding = match written {
            Some(Ok(identity)) => Holding::whole(&history, identity),
            Some(Err(SaveError::Unproven { landed, .. })) => {
                Holding { revision, ..Holding::whole(&history, *landed) }
            }
            // The writer tries again, and tells why.
            Some(Err(_)) | None => Holding { revision, ..Holding::whole(&history, identity) },
        };
        self.hold(path, lock, Holding { journals, drafts: &drafts, ..holding });
        Opened { news, drafts, ..Opened::new(path.to_owned(), history) }
    }

    /// Makes a copy of a session one of its own, in its own file.
    fn open_copy(
        &mut self,
        path: &Path,
        Copied { history, identity, before, drafts, journals }: Copied<'_>,
        original: PathBuf,
        now: Timestamp,
    ) -> Result<Opened, Refused> {
        let history = self.with_new_id(history)?;
        let id = history.session().id;
        let lock = self.lock(id, path, now)?;
        let identity = settle::snapshot(self.reading(), path, &identity, &history, before)?;
        self.hold(path, lock, Holding { drafts: &drafts, ..Holding::whole(&history, identity) });
        // What they had is in the file, under its new id.
        for journal in journals {
            settle::remove(&*self.desk.storage, &journal);
        }
        let news = vec![News::Copied { original }];
        Ok(Opened { news, drafts, ..Opened::new(path.to_owned(), history) })
    }

    /// Makes the best of a damaged file, in a new one.
    fn open_damaged(&mut self, path: &Path, trouble: Trouble, now: Timestamp) -> Result<Opened, Refused> {
        let bytes = self.desk.storage.read(path, LIMIT).unwrap_or_default();
        let id = rescue::identity(self.reading(), path, &bytes);
        if id.is_none() && !bytes.starts_with(BEGIN) {
            return Err(trouble.into());
        }
        let own = id.and_then(|id| known::original(self.reading(), id, path));
        let is_copy = own.is_some();
        if let Some(own) = own.filter(|_| settle::has_copy(self.reading(), id, path, &bytes)) {
            let mut opened = self.open(&own, now)?;
            opened.news.insert(0, News::DamagedBefore { trouble, path: own });
            return Ok(opened);
        }
        // What is left of a damaged copy is a session of its own: the whole one stays what it is.
        let lock = id.filter(|_| !is_copy).map(|id| self.lock(id, path, now)).transpose()?;
        // The file itself stays as it is; a copy that has no room is not worth a meeting.
        let _ = settle::keep_copy(self.reading(), id, path, &bytes);
        let rescued = rescue::rescue(self.reading(), path, &bytes, id, now);
        let Some(mut rescued) = rescued else { return Err(trouble.into()) };
        barred(&rescued.unread)?;
        if is_copy {
            rescued = Rescued {
                history: self.with_new_id(&rescued.history)?,
                journals: Vec::new(),
                torn: Torn::default(),
                ..rescued
            };
        }
        if settle::keep_torn(self.reading(), rescued.history.session().id, &rescued.torn.paths).is_err() {
            rescued.journals.retain(|journal| !rescued.torn.paths.contains(journal));
        }
        let id = rescued.history.session().id;
        let lock = match lock {
            Some(lock) => lock,
            None => self.lock(id, path, now)?,
        };
        let at = (now, &self.desk.zone);
        let (made, identity) =
            settle::create_beside(self.reading(), path, "recovered", at, &rescued.history)?;
        let holding = Holding::whole(&rescued.history, identity);
        let journals = rescued.journals.clone();
        self.hold(&made, lock, Holding { journals, drafts: &rescued.drafts, ..holding });
        let news = sentence::rescued(&rescued, trouble, &made, &self.damaged(id));
        Ok(Opened { news, drafts: rescued.drafts, ..Opened::new(made, rescued.history) })
    }

    /// Shows a session that cannot be opened for writing now: the best of it, if its file is damaged.
    fn view(&mut self, path: &Path, refused: Refused, now: Timestamp) -> Result<Opened, Refused> {
        let Viewed { history, seen, mut news } = match self.reading().look(path) {
            Ok(State::Whole(found)) => {
                let news = found.unread.into_iter().map(News::Waits).collect();
                Viewed { history: found.history, seen: found.seen, news }
            }
            Err(trouble) if trouble.is_damage() => self.view_damaged(path, trouble, now)?,
            Ok(State::Edited(_)) | Err(_) => return Err(refused),
        };
        let access = match refused {
            Refused::Locked(LockError::Held { pid, since }) => {
                self.followed.insert(path.to_owned(), (history.session().id, seen));
                Access::Elsewhere { pid, since }
            }
            Refused::Locked(LockError::Failed { path, cause }) => {
                news.push(News::Unlocked { folder: parent(&path).to_owned(), cause: cause.clone() });
                Access::Unlocked(cause)
            }
            Refused::Barred(_) => Access::Barred,
            Refused::Unwritten(error) => Access::Unwritten(error),
            other @ (Refused::Unread(_)
            | Refused::Copy { .. }
            | Refused::NotDurable
            | Refused::Changed
            | Refused::Edited
            | Refused::Untaken(_)
            | Refused::NoRandomBits
            | Refused::BadDemo) => return Err(other),
        };
        Ok(Opened { access, news, ..Opened::new(path.to_owned(), history) })
    }

    /// The best of a damaged file, without writing any of it.
    fn view_damaged(&self, path: &Path, trouble: Trouble, now: Timestamp) -> Result<Viewed, Refused> {
        let reading = self.reading();
        let bytes = self.desk.storage.read(path, LIMIT).unwrap_or_default();
        let id = rescue::identity(reading, path, &bytes);
        let seen = id.map(|id| reading.seen(path, id)).unwrap_or_default();
        let Some(rescued) = rescue::rescue(reading, path, &bytes, id, now) else {
            return Err(trouble.into());
        };
        let damage = sentence::shown(&rescued, trouble);
        let news = std::iter::once(damage).chain(rescued.unread.into_iter().map(News::Waits)).collect();
        Ok(Viewed { history: rescued.history, seen, news })
    }

    /// Shows a session that was edited outside the program, as it was edited.
    fn show(&mut self, path: &Path, edited: &Edited) -> Opened {
        self.shown.insert(path.to_owned(), edited.identity.hash);
        let access = Access::HandEdited(edited.differences());
        let news = edited.unread.iter().cloned().map(News::Waits).collect();
        Opened { access, news, ..Opened::new(path.to_owned(), History::new(edited.session.clone())) }
    }

    /// Whether a file is a backup or a copy that the program keeps: it is never worked on itself.
    fn is_kept(&self, path: &Path) -> bool {
        let resolved = |path: &Path| self.desk.storage.resolve(path).ok();
        let Some((path, state)) = resolved(path).zip(resolved(&self.desk.places.state)) else { return false };
        // Sessions themselves may lie below the state folder: only its own folders count.
        let folder = path.parent().and_then(|folder| folder.strip_prefix(state).ok());
        let names: Vec<&str> = folder.into_iter().flatten().filter_map(|name| name.to_str()).collect();
        match names.as_slice() {
            ["damaged"] => true,
            [id, "backups" | "damaged"] => id.parse::<Uid>().is_ok(),
            _ => false,
        }
    }

    fn damaged(&self, id: Uid) -> PathBuf {
        self.desk.places.damaged_of(&id.to_string())
    }

    fn with_new_id(&mut self, history: &History) -> Result<History, Refused> {
        let id = (self.desk.draw)().map(Uid::from_bits).ok_or(Refused::NoRandomBits)?;
        // A history that replays does so under any id.
        history.with_id(id).map_err(|_| Refused::NoRandomBits)
    }
}

/// A session that is only shown.
struct Viewed {
    history: History,
    /// What to compare with a later look.
    seen: Seen,
    news: Vec<News>,
}

/// A copy of a session that is to be one of its own.
struct Copied<'a> {
    history: &'a History,
    /// What its file is.
    identity: Identity,
    /// The number of the last action in the file, and what the backup of it is made before.
    before: (u64, Before),
    drafts: Vec<Draft>,
    /// The journals that are in the history.
    journals: Vec<PathBuf>,
}

/// Whether nothing is to be written, because of what cannot be read now.
fn barred(unread: &[ReadError]) -> Result<(), Refused> {
    unread.first().map_or(Ok(()), |error| Err(Refused::Barred(error.clone())))
}

/// What is said of a file that another program keeps changing.
fn changing(path: &Path) -> Refused {
    let reason = Unreadable::Changing;
    Refused::Unread(Trouble::Unread(ReadError { path: path.to_owned(), reason }))
}
