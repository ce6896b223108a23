//! `riskroom recover FILE`: what opening a session would bring back, without a screen. What happened and where the
//! session is now, one line each.

use std::path::Path;

use super::check::differences;
use super::{Exit, Surroundings};
use crate::domain::Uid;
use crate::store::error::ReadError;
use crate::store::library::Trouble;
use crate::store::paths::Places;
use crate::store::random;
use crate::store::read::LIMIT;
use crate::store::recover::sentence::{News, journals, news, rescued as sentences};
use crate::store::recover::{Found, Reading, State, known, rescue, settle};
use crate::store::sentence;
use crate::text::catalogue::Catalogue;

/// How the first line of a session file begins.
const BEGIN: &[u8] = b"// riskroom session";

pub(super) fn run(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    let path = &*std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let storage = around.storage;
    let mut task = Task { reading: Reading::new(storage, places), path, catalogue, around };
    let done = match task.reading.look(path) {
        Ok(State::Whole(found)) => task.whole(found),
        Ok(State::Edited(edited)) => {
            let lines = differences(path, &edited, catalogue);
            Ok(task.around.print(&lines).or_worse(Exit::Damaged))
        }
        Err(trouble) if trouble.is_damage() => task.damaged(&trouble),
        Err(trouble) => Err(task.refuse(&trouble)),
    };
    done.unwrap_or_else(|exit| exit)
}

struct Task<'a, 's> {
    reading: Reading<'a>,
    path: &'a Path,
    catalogue: &'a Catalogue,
    around: &'a mut Surroundings<'s>,
}

impl Task<'_, '_> {
    /// Brings into the file what its journals have.
    fn whole(&mut self, found: Box<Found>) -> Result<Exit, Exit> {
        if found.journals.is_empty() && found.strays.is_empty() && found.unread.is_empty() {
            let nothing = self.catalogue.text("cli-nothing-to-recover");
            return Ok(self.around.print(&format!("{}: {nothing}\n", sentence::path(self.path))));
        }
        let id = found.history.session().id;
        let _lock = self.lock(id)?;
        let found = if self.reading.seen(self.path, id) == found.seen { found } else { self.again()? };
        let folder = self.reading.places.damaged_of(&id.to_string());
        let mut told = journals(found.recovered, found.torn.missing, &folder);
        let kept = settle::keep_torn(self.reading, id, &found.torn.paths);
        kept.map_err(|error| self.not_written(&error))?;
        self.put_aside(&found.unread, &mut told)?;
        let at = (self.around.now, &self.around.zone);
        told.extend(settle::settle(self.reading, self.path, id, &found.strays, at));
        if found.recovered.is_some() {
            let written = settle::bring_in(self.reading, self.path, &found);
            written.map_err(|error| self.not_written(&error))?;
            // Texts left unfinished stay in the journals, for the window that opens the session.
            for journal in found.journals.iter().filter(|_| found.drafts.is_empty()) {
                settle::remove(self.reading.storage, journal);
            }
        }
        self.around.log(self.reading.places, id, &told);
        Ok(self.tell(&told, self.path))
    }

    /// What there is after another window has written in between.
    fn again(&mut self) -> Result<Box<Found>, Exit> {
        match self.reading.look(self.path) {
            Ok(State::Whole(found)) => Ok(found),
            Ok(State::Edited(edited)) => Err(self.refuse(&Trouble::Format(edited.error))),
            Err(trouble) => Err(self.refuse(&trouble)),
        }
    }

    /// Makes the best of a damaged file, in a new one.
    fn damaged(&mut self, trouble: &Trouble) -> Result<Exit, Exit> {
        let bytes = self.around.storage.read(self.path, LIMIT).unwrap_or_default();
        let id = rescue::identity(self.reading, self.path, &bytes);
        if id.is_none() && !bytes.starts_with(BEGIN) {
            return Err(self.refuse(trouble));
        }
        let _lock = id.map(|id| self.lock(id)).transpose()?;
        let own = id.and_then(|id| known::original(self.reading, id, self.path));
        let is_copy = own.is_some();
        if let Some(own) = own.filter(|_| settle::has_copy(self.reading, id, self.path, &bytes)) {
            let told = News::DamagedBefore { trouble: trouble.clone(), path: own.clone() };
            return Ok(self.tell(&[told], &own));
        }
        let copied = settle::keep_copy(self.reading, id, self.path, &bytes);
        copied.map_err(|error| self.not_written(&error))?;
        let rescued = rescue::rescue(self.reading, self.path, &bytes, id, self.around.now);
        let mut rescued = rescued.ok_or_else(|| self.refuse(trouble))?;
        if is_copy {
            // What is left of a damaged copy is a session of its own: the whole one stays what it is.
            let own = random::identity().and_then(|id| rescued.history.with_id(id).ok());
            let none = || self.around.complain(Exit::Internal, self.catalogue.text("cli-no-random-bits"));
            rescued.history = own.ok_or_else(none)?;
        }
        let mut told = Vec::new();
        self.put_aside(&rescued.unread, &mut told)?;
        let kept = settle::keep_torn(self.reading, rescued.history.session().id, &rescued.torn.paths);
        kept.map_err(|error| self.not_written(&error))?;
        let at = (self.around.now, &self.around.zone);
        let made = settle::create_beside(self.reading, self.path, "recovered", at, &rescued.history);
        let (path, _) = made.map_err(|error| self.not_written(&error))?;
        let session = rescued.history.session();
        // Where it cannot be remembered, the next damage is recovered into one more file.
        let _ = known::remember(self.reading, session.id, &path);
        let folder = self.reading.places.damaged_of(&session.id.to_string());
        told.splice(0..0, sentences(&rescued, trouble.clone(), &path, &folder));
        self.around.log(self.reading.places, session.id, &told);
        Ok(self.tell(&told, &path))
    }

    /// Moves journals that cannot be read now out of the way, as this command was asked for; not whole folders of them.
    fn put_aside(&mut self, unread: &[ReadError], told: &mut Vec<News>) -> Result<(), Exit> {
        let is_folder = |error: &&ReadError| settle::is_folder(self.reading.storage, &error.path);
        let folders: Vec<ReadError> = unread.iter().filter(is_folder).cloned().collect();
        if !folders.is_empty() {
            return Err(self.around.tell_waiting(&folders, self.catalogue));
        }
        for error in unread {
            let aside = settle::put_aside(self.reading, &error.path);
            let path = aside.map_err(|error| self.not_written(&error))?;
            told.push(News::PutAside { path });
        }
        Ok(())
    }

    fn lock(&mut self, id: Uid) -> Result<crate::store::lock::Lock, Exit> {
        self.around.lock(id, self.reading.places, self.catalogue.lang())
    }

    fn tell(&mut self, told: &[News], path: &Path) -> Exit {
        let line = |it: &News| format!("{}\n", news(it, &self.around.zone, self.catalogue));
        let lines: String = told.iter().map(line).chain([format!("{}\n", sentence::path(path))]).collect();
        self.around.print(&lines)
    }

    fn refuse(&mut self, trouble: &Trouble) -> Exit {
        let sentence = sentence::trouble(trouble, self.path, self.catalogue);
        self.around.complain(Exit::from(trouble), &sentence)
    }

    fn not_written(&mut self, error: &crate::store::error::SaveError) -> Exit {
        self.around.complain(Exit::Io, &sentence::save_error(error, self.catalogue))
    }
}
