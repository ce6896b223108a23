//! The field that letters go into: one line or a note of many.
//!
//! Here: [`Input`] with its text, cursor and selection, what an editing key does, and undo by word. Not here: what
//! Enter, Esc and Tab mean around a field (the screens decide), and wrapping and drawing (`ui`). Look next at
//! `motion` for where a cursor can go, `history` for undo and `clean` for what is let in.

mod clean;
mod history;
mod keys;
mod motion;
mod seats;

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use self::clean::cleaned;
use self::history::{History, Moment, Run};

/// Whether a field holds one line or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Line,
    Note,
}

/// A text being edited, with a cursor, perhaps a selection, and a way back.
///
/// Invariants: the cursor and both ends of the selection stand between two visible characters; no control character is
/// in the text, and a line break only in a note; no edit makes the text longer than its limit.
#[derive(Clone, Debug)]
pub struct Input {
    shape: Shape,
    text: String,
    /// Byte offset.
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// In code points.
    limit: usize,
    /// The column that going up and down tries to keep.
    goal: Option<usize>,
    history: History,
}

impl Input {
    /// A field of one line that holds `text`, the cursor at its end.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self::new(Shape::Line, text)
    }

    /// A field of many lines that holds `text`, the cursor at its end.
    #[must_use]
    pub fn note(text: &str) -> Self {
        Self::new(Shape::Note, text)
    }

    /// The same with room for so many code points; a text that is already longer stays, but takes no more.
    #[must_use]
    pub fn limited(self, chars: usize) -> Self {
        Self { limit: chars, ..self }
    }

    fn new(shape: Shape, text: &str) -> Self {
        let text = cleaned(text, shape);
        let cursor = text.len();
        Self { shape, text, cursor, anchor: None, limit: usize::MAX, goal: None, history: History::default() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it holds many lines.
    #[must_use]
    pub fn is_note(&self) -> bool {
        self.shape == Shape::Note
    }

    /// Whether no more can be typed without removing something.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.room(&(self.cursor..self.cursor)) == 0
    }

    /// Where the cursor stands, in bytes.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What is selected, in bytes; never empty.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// The text that is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.text.get(self.selection()?)
    }

    /// The number of the line the cursor stands in, from 0.
    #[must_use]
    pub fn line_of_cursor(&self) -> usize {
        motion::before(&self.text, self.cursor).matches('\n').count()
    }

    /// What stands before the cursor in its line.
    #[must_use]
    pub fn line_before_cursor(&self) -> &str {
        motion::line_before(&self.text, self.cursor)
    }

    /// How many columns of the terminal [`Self::line_before_cursor`] takes.
    #[must_use]
    pub fn columns_before_cursor(&self) -> usize {
        self.line_before_cursor().width()
    }

    /// Types one character in place of the selection; whether it was taken, which it is not when the field is full or
    /// the character does not belong into one.
    pub fn insert(&mut self, c: char) -> bool {
        let text = cleaned(c.encode_utf8(&mut [0; 4]), self.shape);
        let range = self.target();
        if text.is_empty() || self.room(&range) == 0 {
            return false;
        }
        let begins_word =
            !c.is_whitespace() && motion::before(&self.text, range.start).ends_with(char::is_whitespace);
        let run = if range.is_empty() && !begins_word && c != '\n' { Run::Typing } else { Run::NewTyping };
        self.replace(range, &text, run);
        true
    }

    /// Puts a text in place of the selection, cleaned of what does not belong into a field; returns how many code
    /// points were left out for lack of room.
    pub fn paste(&mut self, text: &str) -> usize {
        let text = cleaned(text, self.shape);
        let range = self.target();
        let (taken, left_out) = motion::split_at_chars(&text, self.room(&range));
        if !taken.is_empty() {
            self.replace(range, taken, Run::Single);
        }
        left_out.chars().count()
    }

    /// Puts a text in place of everything, as one step that undo takes back.
    pub fn replace_all(&mut self, text: &str) {
        let text = cleaned(text, self.shape);
        let (taken, _) = motion::split_at_chars(&text, self.limit);
        self.replace(0..self.text.len(), taken, Run::Single);
    }

    /// Goes back by one word or one removal; whether there was one.
    pub fn undo(&mut self) -> bool {
        let now = self.moment();
        self.history.undo(now).map(|then| self.return_to(then)).is_some()
    }

    /// Takes the last undo back; whether there was one.
    pub fn redo(&mut self) -> bool {
        let now = self.moment();
        self.history.redo(now).map(|then| self.return_to(then)).is_some()
    }

    /// What typing or pasting would replace: the selection, or nothing at the cursor.
    fn target(&self) -> Range<usize> {
        self.selection().unwrap_or(self.cursor..self.cursor)
    }

    /// How many code points may take the place of `range`.
    fn room(&self, range: &Range<usize>) -> usize {
        let replaced = self.text.get(range.clone()).map_or(0, |text| text.chars().count());
        self.limit.saturating_sub(self.text.chars().count() - replaced)
    }

    /// Removes the selection, or else what lies between the cursor and `to`.
    fn erase(&mut self, to: usize, run: Run) {
        let range = self.selection().unwrap_or(self.cursor.min(to)..self.cursor.max(to));
        if !range.is_empty() {
            let run = if self.selection().is_some() { Run::Single } else { run };
            self.replace(range, "", run);
        }
    }

    /// The one place where the text changes.
    fn replace(&mut self, range: Range<usize>, with: &str, run: Run) {
        let now = self.moment();
        self.history.remember(now, run);
        let tail = self.text.get(range.end..).unwrap_or_default();
        let text = [motion::before(&self.text, range.start), with, tail].concat();
        // What was typed may have joined the character behind it.
        self.cursor = motion::at_or_after(&text, range.start + with.len());
        self.text = text;
        self.anchor = None;
        self.goal = None;
    }

    /// Moves the cursor, and leaves the other end of the selection behind if there is to be one.
    fn go(&mut self, to: usize, extent: Extent) {
        self.anchor = match extent {
            Extent::Selects => self.anchor.or(Some(self.cursor)),
            Extent::Moves => None,
        };
        self.cursor = to;
        self.goal = None;
        self.history.end_run();
    }

    fn moment(&self) -> Moment {
        Moment { text: self.text.clone(), cursor: self.cursor, anchor: self.anchor }
    }

    fn return_to(&mut self, then: Moment) {
        self.text = then.text;
        self.cursor = then.cursor;
        self.anchor = then.anchor;
        self.goal = None;
    }
}

/// Whether a movement leaves a selection behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Moves,
    Selects,
}
