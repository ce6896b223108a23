//! Making a file smaller by folding its oldest actions, [`fold_until_small`], and the bytes of a file that folds only if it
//! must, [`encode`].
//!
//! Not here: when the writer folds, and what it keeps before ([`super::writer`]).

use super::format::{self, Fault, FormatError};
use super::writer::{LARGE, LONG};
use crate::domain::History;

/// The bytes of a file, which can be read back, and whether its oldest actions are folded in it: only those of one that
/// would be too large or too much work are.
///
/// # Errors
/// What the bytes could not be made for.
pub fn encode(history: &History) -> Result<(Vec<u8>, bool), FormatError> {
    if history.work() <= LONG {
        let bytes = format::encode(history)?;
        if is_below(LARGE, &bytes) || history.entries().is_empty() {
            return Ok((format::verified(bytes, history)?, false));
        }
    }
    let (_, bytes) = fold_until_small(history, (LARGE, LONG), format::encode_verified)?;
    Ok((bytes, true))
}

/// The history with its oldest actions folded until its file has at most so many bytes and takes at most so much work,
/// and that file; with none of them left, it is as large as it is.
pub(super) fn fold_until_small(
    history: &History,
    (large, long): (u64, u64),
    encode: fn(&History) -> Result<Vec<u8>, FormatError>,
) -> Result<(History, Vec<u8>), FormatError> {
    let mut keep = history.entries().len();
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
