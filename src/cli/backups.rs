//! `riskroom backups FILE`: one tab-separated line per earlier file of a session, newest first.
//!
//! Time, revision, size in bytes, path. The file itself may be damaged or gone: its name tells the session then.

use std::path::Path;

use super::{Exit, Surroundings};
use crate::store::backups;
use crate::store::paths::Places;
use crate::store::read::read;
use crate::store::recover::{Reading, rescue};
use crate::store::sentence;
use crate::text::catalogue::Catalogue;

pub(super) fn run(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    let storage = around.storage;
    let file = read(storage, path);
    let bytes = file.as_ref().map_or(&[][..], |file| &file.bytes);
    let Some(id) = rescue::identity(Reading::new(storage, places), path, bytes) else {
        return match file {
            Err(error) => around.complain(Exit::from(&error), &sentence::read_error(&error, catalogue)),
            Ok(_) => around.print(&none(path, catalogue)),
        };
    };
    let line = |backup: backups::Backup| {
        let at = around.zone.to_datetime(backup.taken).strftime("%Y-%m-%d %H:%M:%S").to_string();
        format!("{at}\t{}\t{}\t{}\n", backup.revision, backup.size, sentence::path(&backup.path))
    };
    let found = backups::list(storage, &places.backups_of(&id.to_string()));
    let mut lines: String = found.into_iter().map(line).collect();
    if lines.is_empty() {
        lines = none(path, catalogue);
    }
    around.print(&lines)
}

fn none(path: &Path, catalogue: &Catalogue) -> String {
    format!("{}: {}\n", sentence::path(path), catalogue.text("cli-no-backups"))
}
