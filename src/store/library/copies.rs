//! Which files of the library are further copies of a session that is there: [`find`].
//!
//! Programs that sync, browsers and this program itself leave such files beside the first, under names they can be told
//! by. Not here: what is done with them; opened, a copy becomes a session of its own.

use std::path::PathBuf;

use super::Listing;
use crate::domain::Uid;

/// What follows the name of the first file in those this program makes.
const OURS: [&str; 2] = ["-mine-", "-recovered-"];

/// Notes for each copy which file it is a copy of.
///
/// A copy has a name that says so, and the id of the session; where one of the two cannot be read, the name is enough. If
/// it is the first file that cannot be read, that one goes with what was recovered from it.
pub(super) fn find(listings: &mut [Listing]) {
    if !listings.iter().any(|listing| root(listing).is_some()) {
        return;
    }
    let firsts: Vec<First> = listings.iter().filter(|it| root(it).is_none()).map(First::of).collect();
    let mut broken: Vec<(PathBuf, PathBuf)> = Vec::new();
    for listing in listings.iter_mut() {
        let Some(root) = root(listing) else { continue };
        let id = id(listing);
        let near = || firsts.iter().filter(|first| first.binned == listing.binned);
        let same = near().find(|first| id.is_some() && first.id == id);
        let called = || near().find(|first| first.stem == root && (id.is_none() || first.id.is_none()));
        match same.or_else(called) {
            Some(first) if first.id.is_none() && id.is_some() => {
                broken.push((first.path.clone(), listing.path.clone()));
            }
            Some(first) => listing.copy_of = Some(first.path.clone()),
            None => {}
        }
    }
    // The newest stands first, and so does the session that goes on.
    for (first, recovered) in broken.into_iter().rev() {
        if let Some(listing) = listings.iter_mut().find(|listing| listing.path == first) {
            listing.copy_of = Some(recovered);
        }
    }
}

/// A file whose name does not say that it is a copy.
struct First {
    path: PathBuf,
    stem: String,
    id: Option<Uid>,
    binned: bool,
}

impl First {
    fn of(listing: &Listing) -> Self {
        let (path, stem) = (listing.path.clone(), stem(listing));
        Self { path, stem, id: id(listing), binned: listing.binned }
    }
}

fn id(listing: &Listing) -> Option<Uid> {
    listing.outcome.as_ref().ok().map(|summary| summary.id)
}

fn stem(listing: &Listing) -> String {
    listing.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of the first file, if this is called a copy of it, or a copy of a copy.
fn root(listing: &Listing) -> Option<String> {
    let stem = stem(listing);
    let mut root = stem.as_str();
    while let Some(shorter) = shortened(root) {
        root = shorter;
    }
    (root.len() < stem.len()).then(|| root.to_owned())
}

/// The name without the last mark of a copy.
fn shortened(stem: &str) -> Option<&str> {
    if let Some((before, _)) = stem.rsplit_once(".sync-conflict-") {
        return Some(before).filter(|before| !before.is_empty());
    }
    if let Some((before, inside)) = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once(" (")) {
        let is_number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
        let is_copy = is_number || inside.contains("conflicted copy");
        return Some(before).filter(|before| is_copy && !before.is_empty());
    }
    OURS.iter().find_map(|word| {
        let (before, time) = stem.rsplit_once(word)?;
        (is_time(time) && !before.is_empty()).then_some(before)
    })
}

/// `14-02-11`, perhaps with a number behind it.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.len(), 3 | 4) && parts.iter().all(is_number)
}
