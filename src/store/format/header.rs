//! The first line of a session file: what the file is, and the checksum of the rest.
//!
//! A byte that flips would load as another value in one case of ten, so that the hash is part of the format. Line
//! breaks of either kind count as one, because editors and version control change them.

use std::borrow::Cow;

use super::FORMAT;
use crate::store::atomic::Hash;

const BEGIN: &str = "// riskroom session ";

/// The first line for this body, without its line break.
pub(super) fn line(body: &str) -> String {
    line_of(FORMAT, body)
}

/// The first line for a body in this format.
pub(super) fn line_of(format: u64, body: &str) -> String {
    format!("{BEGIN}{format} · sha256:{}", Hash::of(body.as_bytes()))
}

/// A text with `\n` line breaks and without a byte order mark.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// What the first line says of a plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// It fits the rest.
    Fits,
    /// It is one of ours, but not for this rest; the format it tells, if it can be made out.
    Differs(Option<u64>),
    /// It is none of ours.
    Missing,
}

impl Header {
    pub(super) fn of(text: &str) -> Self {
        let (first, body) = text.split_once('\n').unwrap_or((text, ""));
        if first == line(body) {
            return Self::Fits;
        }
        match first.strip_prefix(BEGIN) {
            Some(rest) => Self::Differs(rest.split(' ').next().and_then(|format| format.parse().ok())),
            None => Self::Missing,
        }
    }
}
