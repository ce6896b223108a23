//! `riskroom check FILE…`: `FILE: ok`, or one line per finding.

use std::path::{Path, PathBuf};

use super::{Exit, Surroundings};
use crate::store::format;
use crate::store::read::read;
use crate::store::sentence;
use crate::text::catalogue::Catalogue;

pub(super) fn run(files: &[PathBuf], catalogue: &Catalogue, around: &mut Surroundings<'_>) -> Exit {
    files.iter().fold(Exit::Ok, |worst, file| worst.or_worse(check(file, catalogue, around)))
}

fn check(path: &Path, catalogue: &Catalogue, around: &mut Surroundings<'_>) -> Exit {
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
    if findings.is_empty() {
        lines = format!("{}: {}\n", sentence::path(path), catalogue.text("cli-check-ok"));
    }
    let found = findings.iter().map(|it| if it.is_newer() { Exit::Newer } else { Exit::Damaged });
    found.fold(around.print(&lines), Exit::or_worse)
}
