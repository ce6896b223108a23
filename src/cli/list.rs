//! `riskroom list`: one tab-separated line per session, newest first.
//!
//! Date, state, risks, solutions, title, path. The states are words for programs, the same in every language.

use super::{Exit, Surroundings};
use crate::store::library::{self, Listing, Trouble};
use crate::store::paths::Places;
use crate::store::sentence;
use crate::text::catalogue::Catalogue;
use crate::text::safe::Safe;

/// Stands for a figure that is not known.
const UNKNOWN: &str = "-";

pub(super) fn run(places: &Places, catalogue: &Catalogue, around: &mut Surroundings<'_>) -> Exit {
    let listings = library::scan(around.storage, &places.sessions, &places.trash);
    let lines: String = listings
        .iter()
        .filter(|listing| !listing.binned)
        .map(|listing| line(listing, catalogue, around))
        .collect();
    around.print(&lines)
}

fn line(listing: &Listing, catalogue: &Catalogue, around: &Surroundings<'_>) -> String {
    let date = listing.date().to_zoned(around.zone.clone()).date();
    let path = sentence::path(&listing.path);
    match &listing.outcome {
        Ok(summary) => {
            let state = if summary.closed { "closed" } else { "open" };
            let title = Safe::new(&summary.title);
            format!("{date}\t{state}\t{}\t{}\t{title}\t{path}\n", summary.risks, summary.solutions)
        }
        Err(trouble) => {
            let (state, reason) = match trouble {
                Trouble::Unread(error) => ("unreadable", sentence::read_error(error, catalogue)),
                Trouble::Format(error) if error.is_newer() => {
                    ("newer", sentence::format_error(error, catalogue))
                }
                Trouble::Format(error) => ("damaged", sentence::format_error(error, catalogue)),
            };
            format!("{date}\t{state}\t{UNKNOWN}\t{UNKNOWN}\t{reason}\t{path}\n")
        }
    }
}
