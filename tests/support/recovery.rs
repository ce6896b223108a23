//! What the next opening of a session would find: its file and, on top, its journals in all places.

use std::fs;
use std::path::{Path, PathBuf};

use riskroom::domain::{History, Uid};
use riskroom::store::atomic::Hash;
use riskroom::store::format;
use riskroom::store::journal::{self, Draft, Journal};
use riskroom::store::paths::Places;

/// A session as it is found on disk.
pub(crate) struct Found {
    pub(crate) history: History,
    pub(crate) drafts: Vec<Draft>,
}

/// The journals of a session in all places.
pub(crate) fn journals(places: &Places, id: Uid) -> Vec<PathBuf> {
    let in_folder = |folder: PathBuf| {
        let files = fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path());
        let mut files: Vec<_> = files.filter(|it| it.extension().is_some_and(|it| it == "log")).collect();
        files.sort();
        files
    };
    places.journals_of(&id.to_string()).into_iter().flat_map(in_folder).collect()
}

/// The file with every action that follows in a journal, and the drafts of the newest journal. One that goes on from an
/// earlier file counts as well: its actions are in this one, or follow.
pub(crate) fn recovered(places: &Places, path: &Path) -> Found {
    let bytes = fs::read(path).unwrap();
    let mut history = format::decode(&bytes).unwrap().history;
    let id = history.session().id;
    let read = |path: PathBuf| journal::read(&fs::read(path).unwrap());
    let mut journals: Vec<Journal> = journals(places, id).into_iter().filter_map(read).collect();
    journals.retain(|journal| journal.head.id == id);
    // Those of this very file last: their drafts count.
    let last = |journal: &Journal| journal.entries.last().map_or(journal.head.revision, |entry| entry.seq);
    journals.sort_by_key(|journal| (journal.head.hash == Hash::of(&bytes), last(journal)));
    let mut drafts = Vec::new();
    for journal in journals {
        for entry in &journal.entries {
            if entry.seq <= history.revision() {
                let known = history.entries().iter().find(|known| known.seq == entry.seq);
                assert!(known.is_none_or(|known| known == entry), "two pasts");
            } else if entry.seq == history.revision() + 1 {
                history.append(entry.clone()).unwrap();
            }
        }
        drafts = journal.drafts;
    }
    Found { history, drafts }
}
