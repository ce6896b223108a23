//! `riskroom changes FILE`: every change of a session, one tab-separated line each, oldest first.
//!
//! Time in UTC, id, what it is called, what changed, and `undone` behind what was taken back. Votes nobody has seen are
//! counted only.

use std::path::Path;

use super::{Exit, Surroundings};
use crate::domain::change::changes;
use crate::store::paths::Places;
use crate::store::recover;
use crate::store::sentence;
use crate::text::catalogue::Catalogue;
use crate::text::changes::told;

pub(super) fn run(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    let found = match recover::read(around.storage, places, path) {
        Ok(found) => found,
        Err(error) => {
            return around.complain(Exit::from(&error), &sentence::trouble(&error, path, catalogue));
        }
    };
    let mut text = String::new();
    for change in changes(&found.history) {
        let told = told(&change, &found.history, catalogue);
        let undone = if change.undone { catalogue.text("changes-undone") } else { "" };
        let columns = [&change.at.to_string(), &told.id, &told.name, &told.values(), undone];
        text.push_str(columns.map(|column| column.replace('\t', " ")).join("\t").trim_end());
        text.push('\n');
    }
    let printed = around.print(&text);
    printed.or_worse(around.tell_waiting(&found.unread, catalogue))
}
