//! `riskroom check FILE…`: `FILE: ok`, with what waits in a journal, or one line per finding, or per difference of a file that was edited.

use std::path::{Path, PathBuf};

use super::{Exit, Surroundings};
use crate::store::format::{self, Fault};
use crate::store::library::Trouble;
use crate::store::paths::Places;
use crate::store::read::read;
use crate::store::recover::{Edited, Reading, Recovered, State};
use crate::store::sentence;
use crate::text::catalogue::{Arg, Catalogue};

pub(super) fn run(
    files: &[PathBuf],
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    files.iter().fold(Exit::Ok, |worst, file| worst.or_worse(check(file, places, catalogue, around)))
}

/// Prints what is to be said of one file.
pub(super) fn check(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    match Reading::new(around.storage, places).look(path) {
        Ok(State::Whole(found)) if !found.unread.is_empty() => around.tell_waiting(&found.unread, catalogue),
        Ok(State::Whole(found)) => {
            let ok = match found.recovered {
                Some(Recovered { changes, .. }) => {
                    let count = Arg::Number(i64::try_from(changes).unwrap_or(i64::MAX));
                    catalogue.format("cli-check-waits", &[("count", count)])
                }
                None => catalogue.text("cli-check-ok").to_owned(),
            };
            around.print(&format!("{}: {ok}\n", sentence::path(path)))
        }
        Ok(State::Edited(edited)) => {
            let lines = differences(path, &edited, catalogue);
            let printed = around.print(&lines).or_worse(Exit::Damaged);
            printed.or_worse(around.tell_waiting(&edited.unread, catalogue))
        }
        // Only of what does not go together there may be more; reading a large file again would take its time again.
        Err(Trouble::Format(error)) if !matches!(error.fault, Fault::Finding(_)) => {
            let worst = if error.is_newer() { Exit::Newer } else { Exit::Damaged };
            around.print(&format!("{}\n", sentence::placed(path, &error, catalogue))).or_worse(worst)
        }
        Err(_) => findings(path, catalogue, around),
    }
}

/// How many differences there are, and one line each.
pub(super) fn differences(path: &Path, edited: &Edited, catalogue: &Catalogue) -> String {
    let (file, differences) = (sentence::path(path), edited.differences());
    let count = Arg::Number(i64::try_from(differences.len()).unwrap_or(i64::MAX));
    let first = format!("{file}: {}\n", catalogue.format("cli-check-edited", &[("count", count)]));
    let others = differences.iter().map(|difference| format!("{file}: {}\n", difference.line()));
    std::iter::once(first).chain(others).collect()
}

/// Prints all that is wrong with a file.
fn findings(path: &Path, catalogue: &Catalogue, around: &mut Surroundings<'_>) -> Exit {
    let bytes = match read(around.storage, path) {
        Ok(file) => file.bytes,
        Err(error) => return around.complain(Exit::from(&error), &sentence::read_error(&error, catalogue)),
    };
    let findings = format::findings(&bytes);
    let mut lines = String::new();
    for finding in &findings {
        lines.push_str(&sentence::placed(path, finding, catalogue));
        lines.push('\n');
    }
    let found = findings.iter().map(|it| if it.is_newer() { Exit::Newer } else { Exit::Damaged });
    found.fold(around.print(&lines), Exit::or_worse)
}
