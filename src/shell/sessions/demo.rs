//! The demo: a meeting that comes with the program, moved so that it was today.
//!
//! Not here: what is in it (`assets/demo.ron`) and the moving ([`History::shifted`]).

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Opened, Sessions};
use crate::domain::{History, Uid};
use crate::shell::words::Refused;
use crate::store::format;
use crate::store::library::Trouble;
use crate::store::paths::slug;
use crate::store::storage::parent;

const DEMO: &[u8] = include_bytes!("../../../assets/demo.ron");

/// A demo nobody has touched.
struct Untouched {
    path: PathBuf,
    /// The day of its meeting.
    days: i32,
}

pub(super) fn open(sessions: &mut Sessions, now: Timestamp) -> Result<Opened, Refused> {
    let demo = format::decode(DEMO).map_err(Trouble::Format)?.history;
    let today = day(now, &sessions.desk.zone);
    let untouched = untouched(sessions, &demo);
    for found in untouched.iter().filter(|found| found.days == today) {
        if let Ok(opened) = sessions.open(&found.path, now) {
            return Ok(opened);
        }
    }
    let id = (sessions.desk.draw)().map(Uid::from_bits).ok_or(Refused::NoRandomBits)?;
    let moved = demo.shifted(today - meeting(&demo), id).map_err(|_| Refused::BadDemo)?;
    let opened = sessions.keep(moved, now)?;
    for found in untouched.iter().filter(|found| found.days != today) {
        remove(sessions, &found.path, now);
    }
    Ok(opened)
}

/// The demos of the library that are as they were made. A file somebody gave another name is somebody's.
fn untouched(sessions: &Sessions, demo: &History) -> Vec<Untouched> {
    let name = format!("-{}-", slug(&demo.session().title));
    let paths = sessions.desk.storage.list(&sessions.desk.places.sessions).unwrap_or_default();
    let is_called_so = |path: &PathBuf| {
        path.file_name().is_some_and(|file| file.to_string_lossy().contains(&name))
            && path.extension().is_some_and(|extension| extension == "ron")
    };
    let untouched = |path: PathBuf| {
        let history = sessions.read(&path).ok()?.history;
        let is_one = history.session().demo && history.revision() == demo.revision();
        is_one.then(|| Untouched { path, days: meeting(&history) })
    };
    paths.into_iter().filter(is_called_so).filter_map(untouched).collect()
}

/// Removes an old demo that is open nowhere, best effort: it is offered again at any time.
fn remove(sessions: &Sessions, path: &Path, now: Timestamp) {
    let Ok(found) = sessions.read(path) else { return };
    if let Ok(_lock) = sessions.lock(found.history.session().id, path, now) {
        let storage = &*sessions.desk.storage;
        let _ = storage.remove(path).and_then(|()| storage.sync_folder(parent(path)));
    }
}

/// The day of the meeting, in days since 1970: that of its last entry.
fn meeting(history: &History) -> i32 {
    let last = history.entries().last().map_or(history.session().created, |entry| entry.at);
    day(last, &TimeZone::UTC)
}

/// The day of a time where the user is, in days since 1970.
fn day(at: Timestamp, zone: &TimeZone) -> i32 {
    let date = at.to_zoned(zone.clone()).date();
    let epoch = jiff::civil::date(1970, 1, 1);
    date.since((jiff::Unit::Day, epoch)).map_or(0, |span| span.get_days())
}
