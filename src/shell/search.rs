//! Searching all texts of all sessions: what is found where, newest session first.
//!
//! Not here: the texts, which the index keeps ([`crate::store::index`]), and how words are found in them
//! ([`crate::app::search`]).

use crate::app::home::found::{Found, Hit};
use crate::app::search::{Words, folded};
use crate::store::index::{Index, Line};
use crate::store::paths::Places;
use crate::store::storage::Storage;
use crate::text::safe::Safe;

/// The most that is told; how many there are is told as well.
pub const MOST: usize = 300;

/// Searches until the end, or until nobody waits for it any more.
pub fn search(
    index: &Index,
    storage: &dyn Storage,
    places: &Places,
    wanted: &str,
    mut goes_on: impl FnMut() -> bool,
) -> Option<Found> {
    let words = Words::of(wanted);
    let (mut hits, mut ended) = (Vec::new(), false);
    if !words.is_empty() {
        index.walk(storage, places, |path, summary, lines| {
            let found = lines.iter().filter_map(|line| hit(&words, line)).map(|(line, text)| Hit {
                path: path.to_owned(),
                session: summary.title.clone(),
                created: summary.created,
                spot: line.spot,
                title: line.title.to_owned(),
                text,
            });
            hits.extend(found);
            ended = !goes_on();
            !ended
        });
    }
    if ended {
        return None;
    }
    // The newest session first, and within it as it stands there.
    hits.sort_by(|one, other| {
        (other.created, &one.path, one.spot).cmp(&(one.created, &other.path, other.spot))
    });
    let all = hits.len();
    hits.truncate(MOST);
    Some(Found { words: wanted.to_owned(), hits, all })
}

/// What is said here, if all words are in it, with the first line of its texts that one of them is in.
fn hit<'a>(words: &Words, line: &Line<'a>) -> Option<(Line<'a>, String)> {
    let title = folded(line.title);
    let whole = format!("{title}\n{}", folded(line.rest));
    if !words.are_in_lines(&whole) {
        return None;
    }
    let text = if words.are_in_lines(&title) {
        String::new()
    } else {
        let told = line.rest.lines().find(|text| words.any_is_in(&folded(text)));
        told.map(|text| Safe::new(text.trim()).to_string()).unwrap_or_default()
    };
    Some((*line, text))
}
