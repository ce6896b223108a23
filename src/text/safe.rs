//! Text from outside, made fit for a terminal: nothing in it can move the cursor, reorder what is read, or hide.
//!
//! Here: [`Safe`] for one piece of text and [`safe_lines`] for a note of many lines. Not here: the cleaning of what is
//! typed and pasted (`app::input`), which keeps such characters out of new text; this is for text that is already
//! there, in files, names and errors. Look next at [`super::catalogue`] for our own words.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use unicode_segmentation::UnicodeSegmentation;

/// The most code points one visible character may be made of; more are a flood of combining marks.
const MOST_CODE_POINTS: usize = 8;

/// Stands where code points of an overlong character were left out.
const CUT: char = '…';

/// Joins two emoji into one.
const JOINER: char = '\u{200D}';

/// A text that can be shown: what would be invisible or would steer the terminal is written out.
///
/// Invariants: there is no control character, no bidirectional control, no zero-width or tag character and no Unicode
/// line separator in it; joiners and variation selectors stand only inside emoji; no visible character has more than
/// eight code points. Making a safe text safe again changes nothing. Printable ASCII is borrowed, never copied.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Safe<'a>(Cow<'a, str>);

impl<'a> Safe<'a> {
    /// Makes `text` safe as one line: a line break in it becomes visible.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Self(Cow::Borrowed(text));
        }
        let shown =
            if text.chars().any(is_suspicious) { Cow::Owned(spell_out(text)) } else { Cow::Borrowed(text) };
        if shown.graphemes(true).any(is_overlong) {
            Self(Cow::Owned(cut_overlong(&shown)))
        } else {
            Self(shown)
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, still borrowed where nothing had to be written out.
    #[must_use]
    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }
}

impl Deref for Safe<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Safe<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The lines of a note, each made safe; line breaks of either kind end a line and nothing else does.
pub fn safe_lines(text: &str) -> impl Iterator<Item = Safe<'_>> {
    text.split('\n').map(|line| Safe::new(line.strip_suffix('\r').unwrap_or(line)))
}

/// Whether this character is never shown as it is, wherever it stands.
///
/// Joiners and variation selectors, which may stand inside emoji, are not among them.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' // soft hyphen, grapheme joiner, Arabic letter mark
            | '\u{115F}'..='\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
            | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}' // Khmer inherent vowels, Mongolian selectors
            | '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' // zero-width space and non-joiner, direction marks
            | '\u{2028}'..='\u{202E}' // line and paragraph separators, embeddings and overrides
            | '\u{2060}'..='\u{206F}' // word joiner, invisible operators, isolates
            | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}' // variation selectors no emoji has, byte order mark
            | '\u{FFF0}'..='\u{FFFB}' // annotations
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' // shorthand and music controls
            | '\u{E0000}'..='\u{E0FFF}') // tags, further selectors
}

/// Whether this character has to be looked at more closely.
fn is_suspicious(c: char) -> bool {
    is_hidden(c) || c == JOINER || is_emoji_selector(c)
}

/// Whether this is one of the two selectors that choose between text and emoji.
fn is_emoji_selector(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
}

/// Writes out every character that must not be shown as it is.
fn spell_out(text: &str) -> String {
    let mut shown = String::with_capacity(text.len().saturating_mul(2));
    let mut before = Before::default();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        let stays = match c {
            JOINER => before.joins() && next.is_some_and(is_pictograph),
            c if is_emoji_selector(c) => before.takes_selector(next),
            c => !is_hidden(c),
        };
        if stays {
            shown.push(c);
        } else {
            push_spelled(&mut shown, c);
        }
        before.move_past(c, stays);
    }
    shown
}

/// What stands before the character in question, as far as emoji care.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    /// Nothing that a joiner or selector may follow.
    #[default]
    Other,
    /// A digit, `#` or `*`, which a selector and U+20E3 make a key cap.
    KeyCap,
    /// A pictograph on its own.
    Pictograph,
    /// A pictograph with a selector or a skin tone.
    Finished,
}

impl Before {
    fn joins(self) -> bool {
        matches!(self, Self::Pictograph | Self::Finished)
    }

    fn takes_selector(self, next: Option<char>) -> bool {
        match self {
            Self::Pictograph => true,
            Self::KeyCap => next == Some('\u{20E3}'),
            Self::Other | Self::Finished => false,
        }
    }

    fn move_past(&mut self, c: char, stayed: bool) {
        *self = match c {
            '0'..='9' | '#' | '*' => Self::KeyCap,
            '\u{1F3FB}'..='\u{1F3FF}' if *self == Self::Pictograph => Self::Finished,
            c if is_emoji_selector(c) && stayed && *self == Self::Pictograph => Self::Finished,
            c if !c.is_ascii() && is_pictograph(c) => Self::Pictograph,
            _ => Self::Other,
        };
    }
}

/// Whether two of this character become one around a joiner and it does not cling to a letter: that is what Unicode
/// calls `Extended_Pictographic`, asked of the tables that are already in the program.
fn is_pictograph(c: char) -> bool {
    let is_one = |text: String| text.graphemes(true).nth(1).is_none();
    !c.is_ascii() && is_one(format!("{c}{JOINER}{c}")) && !is_one(format!("a{c}"))
}

/// Writes a character out: control pictures for the old control characters, the code point for all others.
fn push_spelled(shown: &mut String, c: char) {
    let code = u32::from(c);
    match char::from_u32(0x2400 + code) {
        Some(picture) if code < 0x20 => shown.push(picture),
        _ if c == '\u{7F}' => shown.push('␡'),
        _ => shown.extend(format!("<U+{code:04X}>").chars()),
    }
}

fn is_overlong(grapheme: &str) -> bool {
    grapheme.chars().nth(MOST_CODE_POINTS).is_some()
}

/// Cuts every overlong character; a joiner or selector that would end the cut piece goes too.
fn cut_overlong(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if is_overlong(grapheme) {
            // One less than the most, since a mark that binds to what follows would take the sign for the cut in.
            let kept: String = grapheme.chars().take(MOST_CODE_POINTS - 1).collect();
            shown.push_str(kept.trim_end_matches(|c| c == JOINER || is_emoji_selector(c)));
            shown.push(CUT);
        } else {
            shown.push_str(grapheme);
        }
    }
    shown
}
