//! From older formats to the newest: [`Migration`], one step per format.
//!
//! There is no older format yet. When a saved type changes: raise [`FORMAT`] by one, freeze a sample of the format before
//! in `tests/samples`, and add a [`Migration`] from it to [`MIGRATIONS`], which makes its text one of the next format. A
//! file of an older format is read through these steps; nothing is written until it is opened to be worked on, and the
//! file as it was is kept among the backups then.
//!
//! Not here: reading the newest format ([`super::decode`]).

use std::str;

use super::FORMAT;
use super::header;

/// The step from one format to the next.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The format it leads from.
    pub from: u64,
    /// Makes the text after the first line one of the next format, or tells why that is not possible.
    pub step: fn(&str) -> Result<String, String>,
}

/// Every step there is.
pub const MIGRATIONS: &[Migration] = &[];

/// The same file in the newest format and the format it had; `None` if it is not a whole file of an older format that
/// the steps lead from.
pub(super) fn newest(bytes: &[u8], migrations: &[Migration]) -> Option<(u64, Result<Vec<u8>, String>)> {
    if migrations.is_empty() {
        return None;
    }
    let text = header::plain(str::from_utf8(bytes).ok()?);
    let (first, body) = text.split_once('\n')?;
    let is_of = |step: &&Migration| step.from < FORMAT && first == header::line_of(step.from, body);
    let from = migrations.iter().find(is_of)?.from;
    Some((from, lead(from, body.to_owned(), migrations)))
}

fn lead(from: u64, mut body: String, migrations: &[Migration]) -> Result<Vec<u8>, String> {
    for format in from..FORMAT {
        let step = migrations.iter().find(|step| step.from == format);
        let step = step.ok_or_else(|| format!("nothing leads on from format {format}"))?;
        body = (step.step)(&body)?;
    }
    Ok(format!("{}\n{body}", header::line(&body)).into_bytes())
}
