//! From older formats to the newest: [`Migration`], one step per format.
//!
//! When a saved type changes: raise [`FORMAT`] by one, freeze a sample of the format in `tests/samples`, and add a
//! [`Migration`] from the one before it to [`MIGRATIONS`], which makes its text one of the next format. A file of an older
//! format is read through these steps; nothing is written until it is opened to be worked on, and the file as it was is
//! kept among the backups then. A file of an older format that somebody edited is read through them, too, and told as
//! edited.
//!
//! Actions in journals and what is left of broken files are read one by one, without steps: a field that comes later
//! therefore has a value that it begins with (`serde(default)`).
//!
//! - Format 2: duels and the number of dots of a session, sign and dots of a risk.
//!
//! Not here: reading the newest format ([`super::decode`]).

use std::str;

use super::FORMAT;
use super::header::{self, Told};

/// The step from one format to the next.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The format it leads from.
    pub from: u64,
    /// Makes the text after the first line one of the next format, or tells why that is not possible.
    pub step: fn(&str) -> Result<String, String>,
}

/// Every step there is.
pub const MIGRATIONS: &[Migration] = &[Migration { from: 1, step: from_1 }];

/// Format 2 only adds fields that have a value to begin with.
fn from_1(body: &str) -> Result<String, String> {
    renumbered(body, "1", "2").ok_or_else(|| "it does not begin with `format: 1`".to_owned())
}

/// The text with another number as its first field; no other byte changes.
fn renumbered(body: &str, from: &str, to: &str) -> Option<String> {
    let (before, after) = body.split_once("format:")?;
    let blanks = after.len() - after.trim_start().len();
    let (blanks, after) = after.split_at_checked(blanks)?;
    let rest = after.strip_prefix(from).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(format!("{before}format:{blanks}{to}{rest}"))
}

/// The same file in the newest format and the format it had; `None` if it is not of an older format that the steps lead
/// from. Its first line fits the result exactly if it fitted the file.
pub(super) fn newest(bytes: &[u8], migrations: &[Migration]) -> Option<(u64, Result<Vec<u8>, String>)> {
    let text = header::plain(str::from_utf8(bytes).ok()?);
    let Told { first, body, format } = header::told(&text)?;
    let from = migrations.iter().find(|step| step.from < FORMAT && Some(step.from) == format)?.from;
    let fits = first == Some(header::line_of(from, body).as_str());
    match lead(from, body.to_owned(), migrations) {
        Ok(body) => Some((from, Ok(signed(first, &body, fits)))),
        Err(reason) if fits => Some((from, Err(reason))),
        // Somebody made it so: what is wrong with it is told where it stands.
        Err(_) => None,
    }
}

/// The text under a first line: one that fits, or else the one it had, if any.
fn signed(first: Option<&str>, body: &str, fits: bool) -> Vec<u8> {
    match first {
        Some(_) if fits => format!("{}\n{body}", header::line(body)).into_bytes(),
        Some(first) => format!("{first}\n{body}").into_bytes(),
        None => body.as_bytes().to_vec(),
    }
}

fn lead(from: u64, mut body: String, migrations: &[Migration]) -> Result<String, String> {
    for format in from..FORMAT {
        let step = migrations.iter().find(|step| step.from == format);
        let step = step.ok_or_else(|| format!("nothing leads on from format {format}"))?;
        body = (step.step)(&body)?;
    }
    Ok(body)
}
