//! Making a file smaller by folding its oldest actions: the bytes of one that folds only if it must, [`encode`].
//!
//! Not here: when the writer folds, and what it keeps before ([`super::writer`]).

use super::format::{self, Fault, FormatError};
use super::writer::{LARGE, LONG};
use crate::domain::History;

/// So many of the newest actions tell how long one is.
const SAMPLE: usize = 1000;

/// The bytes of a file, which can be read back, and whether its oldest actions are folded in it: only those of one that
/// would be too large or too much work are.
///
/// # Errors
/// What the bytes could not be made for.
pub fn encode(history: &History) -> Result<(Vec<u8>, bool), FormatError> {
    let count = history.entries().len();
    let session = format::session_part(history)?;
    let large = usize::try_from(LARGE).unwrap_or(usize::MAX);
    // Without actions there is nothing to fold.
    let most = if count == 0 { usize::MAX } else { large };
    let mut keep = count;
    if history.work() <= LONG {
        match format::encode_within(&session, history, most)? {
            Ok(bytes) => return Ok((format::verified(bytes, history)?, false)),
            Err(before) => keep = likely(history, large.saturating_sub(before))?,
        }
    }
    let encode = |less: &History| format::encode_with(&session, less);
    let (less, bytes) = fold_until_small(history, keep, (LARGE, LONG), encode)?;
    Ok((format::verified(bytes, &less)?, true))
}

/// Twice as many actions as are likely to have this room, at most all: so that half of them go at least, and the file has
/// room for what comes.
fn likely(history: &History, room: usize) -> Result<usize, FormatError> {
    let entries = history.entries();
    let newest = entries.get(entries.len().saturating_sub(SAMPLE)..).unwrap_or_default();
    let each = format::length(newest)? / newest.len().max(1);
    let fit = (room - room / 16) / each.max(1);
    Ok(fit.saturating_mul(2).clamp(1, entries.len().max(1)))
}

/// The history with its oldest actions folded until its file has at most so many bytes and takes at most so much work,
/// and that file: half of `keep` actions are tried first, then half of these, and so on. With none of them left, it is as
/// large as it is.
pub(super) fn fold_until_small(
    history: &History,
    mut keep: usize,
    (large, long): (u64, u64),
    encode: impl Fn(&History) -> Result<Vec<u8>, FormatError>,
) -> Result<(History, Vec<u8>), FormatError> {
    loop {
        keep /= 2;
        let less = fold(history, keep)?;
        if less.work() > long && keep > 0 {
            continue;
        }
        let bytes = encode(&less)?;
        if is_below(large, &bytes) || keep == 0 {
            return Ok((less, bytes));
        }
    }
}

/// The history with about so many of its actions.
pub(super) fn fold(history: &History, keep: usize) -> Result<History, FormatError> {
    history.folded(keep).map_err(|broken| {
        let fault = broken.refusal.map_or(Fault::OutOfTurn, Fault::Impossible);
        FormatError::whole(fault)
    })
}

/// Whether there are at most so many bytes.
pub(super) fn is_below(large: u64, bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).is_ok_and(|size| size <= large)
}
