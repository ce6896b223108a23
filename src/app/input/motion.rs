//! Where a cursor can go in a text: by visible character, by word, by line, by column.
//!
//! Here: pure functions from a text and a byte offset to a byte offset, always between two visible characters. Not
//! here: selection and state ([`super::Input`]). Look next there.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// The text before an offset.
pub(super) fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// The text from an offset on.
fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// One character to the right.
pub(super) fn next(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// One character to the left.
pub(super) fn previous(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The offset itself if it lies between two characters, else the end of the character it lies in.
pub(super) fn at_or_after(text: &str, at: usize) -> usize {
    if GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(true) {
        at
    } else {
        next(text, at)
    }
}

/// The end of the word to the right, over blanks before it.
pub(super) fn next_word(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut word = Kind::Blank;
    for grapheme in after(text, at).graphemes(true) {
        let kind = Kind::of(grapheme);
        if word != Kind::Blank && kind != word {
            break;
        }
        word = kind;
        end += grapheme.len();
    }
    end
}

/// The beginning of the word to the left, over blanks behind it.
pub(super) fn previous_word(text: &str, at: usize) -> usize {
    let mut start = at;
    let mut word = Kind::Blank;
    for grapheme in before(text, at).graphemes(true).rev() {
        let kind = Kind::of(grapheme);
        if word != Kind::Blank && kind != word {
            break;
        }
        word = kind;
        start -= grapheme.len();
    }
    start
}

/// The beginning of the line.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    at - line_before(text, at).len()
}

/// The end of the line, before its break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    after(text, at).find('\n').map_or(text.len(), |length| at + length)
}

/// The part of the line before an offset.
pub(super) fn line_before(text: &str, at: usize) -> &str {
    let before = before(text, at);
    before.rsplit('\n').next().unwrap_or(before)
}

/// The last place in the line around `inside` that is no further right than so many columns.
pub(super) fn at_column(text: &str, inside: usize, columns: usize) -> usize {
    let start = line_start(text, inside);
    let line = text.get(start..line_end(text, inside)).unwrap_or_default();
    let mut used = 0;
    let mut at = start;
    for grapheme in line.graphemes(true) {
        used += grapheme.width();
        if used > columns {
            break;
        }
        at += grapheme.len();
    }
    at
}

/// Splits off as many whole visible characters as there is room for, counted in code points.
pub(super) fn split_at_chars(text: &str, room: usize) -> (&str, &str) {
    let mut used = 0;
    let mut at = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.chars().count();
        if used > room {
            break;
        }
        at += grapheme.len();
    }
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// What a visible character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Letter,
    Sign,
}

impl Kind {
    fn of(grapheme: &str) -> Self {
        if grapheme.starts_with(char::is_whitespace) {
            Self::Blank
        } else if grapheme.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            Self::Letter
        } else {
            Self::Sign
        }
    }
}
