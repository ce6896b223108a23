//! The demo: a meeting that comes with the program, moved so that it was today.
//!
//! Not here: what is in it (`assets/demo.ron` and `assets/demo.es.ron`) and the moving ([`History::shifted`]).

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Opened, Sessions};
use crate::domain::{History, Uid};
use crate::shell::words::Refused;
use crate::store::format;
use crate::store::library::Trouble;
use crate::store::locate;
use crate::store::paths::slug;
use crate::store::read::LIMIT;
use crate::store::recover::State;
use crate::store::storage::parent;
use crate::text::catalogue::Lang;

/// The meeting in this language.
const fn demo(lang: Lang) -> &'static [u8] {
    match lang {
        Lang::En => include_bytes!("../../../assets/demo.ron"),
        Lang::Es => include_bytes!("../../../assets/demo.es.ron"),
    }
}

pub(super) fn open(sessions: &mut Sessions, now: Timestamp) -> Result<Opened, Refused> {
    let date = now.to_zoned(sessions.desk.zone.clone()).date().to_string();
    let lang = sessions.desk.words.lang();
    for path in demos(sessions, lang).iter().filter(|path| begins_with(path, &date)) {
        if is_as_made(sessions, lang, path)
            && let Ok(opened) = sessions.open(path, now)
        {
            return Ok(opened);
        }
    }
    let demo = format::decode(self::demo(lang)).map_err(Trouble::Format)?.history;
    let today = day(now, &sessions.desk.zone);
    let id = (sessions.desk.draw)().map(Uid::from_bits).ok_or(Refused::NoRandomBits)?;
    let moved = demo.shifted(today - meeting(&demo), id).map_err(|_| Refused::BadDemo)?;
    let opened = sessions.keep(moved, now)?;
    let all = Lang::ALL.into_iter().flat_map(|lang| demos(sessions, lang)).collect::<Vec<_>>();
    for path in all.iter().filter(|path| !begins_with(path, &date)) {
        remove(sessions, path, &demo, now);
    }
    Ok(opened)
}

/// The demos of the library in a language. A file somebody gave another name is somebody's.
fn demos(sessions: &Sessions, lang: Lang) -> Vec<PathBuf> {
    let name = format!("-{}-", slug(&title(lang)));
    let paths = sessions.desk.storage.list(&sessions.desk.places.sessions).unwrap_or_default();
    let is_called_so = |path: &PathBuf| {
        path.file_name().is_some_and(|file| file.to_string_lossy().contains(&name))
            && path.extension().is_some_and(|extension| extension == "ron")
    };
    paths.into_iter().filter(is_called_so).collect()
}

fn begins_with(path: &Path, date: &str) -> bool {
    path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(date))
}

/// The title of the demo in a language, without reading all of it.
fn title(lang: Lang) -> String {
    let title = str::from_utf8(demo(lang)).ok().and_then(|text| locate::value(text, "session.title"));
    title.map(|title| title.trim_matches('"').to_owned()).unwrap_or_default()
}

/// Whether nobody has changed a demo in its file, as far as that can be told without reading all of it.
fn is_as_made(sessions: &Sessions, lang: Lang, path: &Path) -> bool {
    let bytes = sessions.desk.storage.read(path, LIMIT).unwrap_or_default();
    let told = |bytes: &[u8]| {
        let text = str::from_utf8(bytes).ok()?;
        let value = |path: &str| locate::value(text, path).map(str::to_owned);
        Some((value("session.demo")?, value("history.counters.entries")?))
    };
    told(&bytes).is_some() && told(&bytes) == told(demo(lang))
}

/// Removes an old demo, in whichever language it is, that is open nowhere and that nobody has touched, in its journals neither; best effort: it is
/// offered again at any time.
fn remove(sessions: &Sessions, path: &Path, demo: &History, now: Timestamp) {
    let Ok(found) = sessions.read(path) else { return };
    let Ok(_lock) = sessions.lock(found.history.session().id, path, now) else { return };
    let Ok(State::Whole(found)) = sessions.reading().look(path) else { return };
    let is_one = found.history.session().demo && found.history.revision() == demo.revision();
    if is_one && found.journals.is_empty() && found.strays.is_empty() {
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
