//! The first line of a session file: what the file is, and the checksum of the rest.
//!
//! A byte that flips would load as another value in one case of ten, so that the hash is part of the format. Line
//! breaks of either kind count as one, because editors and version control change them.

use std::borrow::Cow;

use super::FORMAT;
use crate::store::atomic::Hash;
use crate::store::locate;

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

/// A plain text taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'t> {
    /// The first line, if it is one of ours.
    pub(super) first: Option<&'t str>,
    /// What follows it.
    pub(super) body: &'t str,
    /// The format that the first line tells, or without one the text itself.
    pub(super) format: Option<u64>,
}

/// Takes a plain text apart; `None` if it tells no format.
pub(super) fn told(text: &str) -> Option<Told<'_>> {
    let (first, body) = text.split_once('\n').unwrap_or((text, ""));
    let told = if first.starts_with(BEGIN) {
        Told { first: Some(first), body, format: number(first) }
    } else {
        Told { first: None, body: text, format: locate::value(text, "format").and_then(|it| it.parse().ok()) }
    };
    told.format.map(|_| told)
}

/// The format that a first line of ours tells, if it can be made out.
fn number(first: &str) -> Option<u64> {
    first.strip_prefix(BEGIN)?.split(' ').next()?.parse().ok()
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
        if first.starts_with(BEGIN) { Self::Differs(number(first)) } else { Self::Missing }
    }
}
