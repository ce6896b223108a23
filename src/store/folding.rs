//! Making a file smaller by folding its oldest actions: the bytes of one that folds only if it must, [`encode`].
//!
//! Not here: when the writer folds, and what it keeps before ([`super::writer`]).

use super::format::{self, Fault, FormatError};
use super::writer::{LARGE, LONG};
use crate::domain::History;

/// What stands before the actions in a file; a line break in a text is written otherwise.
const ENTRIES: &str = "\n        entries: [";

/// The bytes of a file, which can be read back, and whether its oldest actions are folded in it: only those of one that
/// would be too large or too much work are.
///
/// # Errors
/// What the bytes could not be made for.
pub fn encode(history: &History) -> Result<(Vec<u8>, bool), FormatError> {
    let count = history.entries().len();
    let mut keep = count;
    if history.work() <= LONG {
        let bytes = format::encode(history)?;
        if is_below(LARGE, &bytes) || count == 0 {
            return Ok((format::verified(bytes, history)?, false));
        }
        keep = likely(&bytes, count);
    }
    let (less, bytes) = fold_until_small(history, keep, (LARGE, LONG), format::encode)?;
    Ok((format::verified(bytes, &less)?, true))
}

/// Twice as many actions as are likely to have room in a file, as far as the bytes of one with all of them tell.
fn likely(bytes: &[u8], count: usize) -> usize {
    let begin = str::from_utf8(bytes).ok().and_then(|text| text.rfind(ENTRIES)).unwrap_or_default();
    let each = bytes.len().saturating_sub(begin) / count.max(1);
    let room = usize::try_from(LARGE).unwrap_or(usize::MAX).saturating_sub(begin);
    (room / each.max(1)).saturating_mul(2).clamp(1, count)
}

/// The history with its oldest actions folded until its file has at most so many bytes and takes at most so much work,
/// and that file: half of `keep` actions are tried first, then half of these, and so on. With none of them left, it is as
/// large as it is.
pub(super) fn fold_until_small(
    history: &History,
    mut keep: usize,
    (large, long): (u64, u64),
    encode: fn(&History) -> Result<Vec<u8>, FormatError>,
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
