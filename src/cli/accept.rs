//! `riskroom check --accept FILE…`: keeps what was edited outside the program, as an action that can be undone.

use std::path::{Path, PathBuf};

use super::{Exit, Surroundings, check};
use crate::store::paths::Places;
use crate::store::random;
use crate::store::recover::sentence::news;
use crate::store::recover::{Reading, State, known, settle};
use crate::store::sentence;
use crate::text::catalogue::{Arg, Catalogue};

pub(super) fn run(
    files: &[PathBuf],
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    files.iter().fold(Exit::Ok, |worst, file| {
        let full = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        worst.or_worse(accept(&full, places, catalogue, around).unwrap_or_else(|exit| exit))
    })
}

/// Accepts one file, or says of it what a check says.
fn accept(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Result<Exit, Exit> {
    let storage = around.storage;
    let reading = Reading::new(storage, places);
    let id = match reading.look(path) {
        Ok(State::Edited(edited)) => edited.session.id,
        Ok(State::Whole(_)) | Err(_) => return Ok(check::check(path, places, catalogue, around)),
    };
    let _lock = around.lock(id, places, catalogue.lang())?;
    let Ok(State::Edited(edited)) = reading.look(path) else {
        return Ok(check::check(path, places, catalogue, around));
    };
    if !edited.unread.is_empty() {
        return Err(around.tell_waiting(&edited.unread, catalogue));
    }
    let mut history = edited.accepted(around.now);
    let original = known::original(reading, id, path);
    if original.is_some() {
        let own = random::identity().and_then(|id| history.with_id(id).ok());
        let none = || around.complain(Exit::Internal, catalogue.text("cli-no-random-bits"));
        history = own.ok_or_else(none)?;
    }
    let at = (around.now, &around.zone);
    let accepted = settle::accept(reading, path, &edited, &history, original, at);
    let not_written = |error| around.complain(Exit::Io, &sentence::save_error(&error, catalogue));
    let told = accepted.map_err(not_written)?.news;
    around.log(places, history.session().id, &told);
    let count = Arg::Number(i64::try_from(edited.differences().len()).unwrap_or(i64::MAX));
    let mut lines =
        format!("{}: {}\n", sentence::path(path), catalogue.format("cli-accepted", &[("count", count)]));
    let line = |told| format!("{}: {}\n", sentence::path(path), news(told, &around.zone, catalogue));
    lines.extend(told.iter().map(line));
    Ok(around.print(&lines))
}
