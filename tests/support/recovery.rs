//! What the next opening of a session would find: its file and, on top, its journals in all places.

use std::fs;
use std::path::{Path, PathBuf};

use riskroom::domain::Uid;
use riskroom::store::paths::Places;
use riskroom::store::recover::{self, Found};
use riskroom::store::storage::Disk;

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

/// What the next opening of this file finds.
pub(crate) fn recovered(places: &Places, path: &Path) -> Found {
    recover::read(&Disk, places, path).unwrap()
}
