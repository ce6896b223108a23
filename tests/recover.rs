//! What is left after a crash, damage, another window or another hand, and what the program makes of it.

mod barred;
mod copies;
mod damage;
mod edges;
mod edited;
mod journals;
mod older;
mod salvage;
mod shown;
mod strays;
mod windows;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use riskroom::app::{Access, Welcome};
use riskroom::domain::{Edit, Entry, History, RiskEdit};
use riskroom::store::atomic::Hash;
use riskroom::store::journal::{self, Head, Record};
use riskroom::store::paths::Places;
use riskroom::store::storage::{Disk, PRIVATE_FILE, Storage, make_folders};

use crate::support::room::Room;
use crate::support::seeds::{r, title};
use crate::support::sessions::{commit, small};

/// The session, with so many changes of the title of R1 more.
fn changed(history: &History, times: usize) -> History {
    let mut history = history.clone();
    for _ in 0..times {
        let text = format!("Change {}", history.revision());
        commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Title(title(&text)))]);
    }
    history
}

/// The entries after this number.
fn after(history: &History, seq: u64) -> Vec<Arc<Entry>> {
    history.entries().iter().filter(|entry| entry.seq > seq).cloned().collect()
}

/// The bytes of a journal that goes on from a file.
fn journal_of(path: &Path, bytes: &[u8], base: &History, entries: &[Arc<Entry>]) -> String {
    let id = base.session().id;
    let head = Head { id, revision: base.revision(), hash: Hash::of(bytes), path: journal::told(path) };
    let mut text = journal::first_line(&head);
    for entry in entries {
        text.push_str(&journal::line(entry.seq, &Record::Entry(Arc::clone(entry))).unwrap());
    }
    text
}

fn folder(places: &Places, history: &History, place: usize) -> PathBuf {
    let folder = places.journals_of(&history.session().id.to_string())[place].clone();
    make_folders(&Disk, &folder).unwrap();
    folder
}

/// Leaves a journal in one of the three folders.
fn leave(places: &Places, history: &History, place: usize, name: &str, text: &str) -> PathBuf {
    let path = folder(places, history, place).join(name);
    Disk.write_new(&path, text.as_bytes(), Some(PRIVATE_FILE)).unwrap();
    path
}

/// Leaves a backup of a state.
fn back_up(places: &Places, history: &History) -> PathBuf {
    let bytes = riskroom::store::format::encode(history).unwrap();
    let name = format!("2026-01-15T08-30-00Z.{}.{}.ron", history.revision(), Hash::of(&bytes).short());
    let folder = places.backups_of(&history.session().id.to_string());
    make_folders(&Disk, &folder).unwrap();
    Disk.write_new(&folder.join(&name), &bytes, None).unwrap();
    folder.join(name)
}

/// A room with a session in its library and a journal with three more changes in STATE.
fn crashed() -> (Room, PathBuf, History, PathBuf) {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 3);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    (room, path, whole, journal)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

/// What another program does to a file.
pub(crate) fn overwrite(path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
    let path = path.as_ref();
    // It may not be there yet.
    let _ = fs::remove_file(path);
    Disk.write_new(path, content.as_ref(), None).unwrap();
}

fn news(room: &Room) -> String {
    room.world.welcome.news.join("\n")
}

fn is_full(welcome: &Welcome) -> bool {
    welcome.access == Access::Full
}
