//! What each key does inside a field.
//!
//! Here: the one match over the keys. Not here: how the text changes ([`super::Input`]) and what a key that is not
//! consumed does. Look next at [`super::motion`].

use unicode_width::UnicodeWidthStr;

use super::history::Run;
use super::{Extent, Input, motion};
use crate::app::chord::{Chord, Key};

impl Input {
    /// Does what an editing key does; whether the key was one.
    ///
    /// Enter breaks the line in a note; apart from that, Enter, Esc and Tab are never consumed, nor are Up and Down in a
    /// single line.
    pub fn handle(&mut self, chord: Chord) -> bool {
        let is_plain = !chord.has_ctrl() && !chord.has_alt();
        let extent = if chord.has_shift() { Extent::Selects } else { Extent::Moves };
        match chord.key() {
            Key::Char(c) if is_plain => {
                self.insert(c);
            }
            Key::Char(c) => return chord.has_ctrl() && !chord.has_alt() && self.control(c),
            Key::Enter if is_plain && self.is_note() => {
                self.insert('\n');
            }
            Key::Backspace => self.backspace(is_plain),
            Key::Delete => self.delete(is_plain),
            Key::Left => self.left(is_plain, extent),
            Key::Right => self.right(is_plain, extent),
            Key::Home if is_plain => self.go(motion::line_start(&self.text, self.cursor), extent),
            Key::End if is_plain => self.go(motion::line_end(&self.text, self.cursor), extent),
            Key::Home => self.go(0, extent),
            Key::End => self.go(self.text.len(), extent),
            Key::Up if self.is_note() && is_plain => self.up(extent),
            Key::Down if self.is_note() && is_plain => self.down(extent),
            Key::Up
            | Key::Down
            | Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Insert
            | Key::PageUp
            | Key::PageDown
            | Key::F(_) => return false,
        }
        true
    }

    fn control(&mut self, c: char) -> bool {
        match c {
            'w' => self.backspace(false),
            'z' => {
                self.undo();
            }
            'y' => {
                self.redo();
            }
            _ => return false,
        }
        true
    }

    fn backspace(&mut self, by_one: bool) {
        if by_one {
            let to = motion::previous(&self.text, self.cursor);
            self.erase(to, erasing(self.text.get(to..self.cursor)));
        } else {
            self.erase(motion::previous_word(&self.text, self.cursor), Run::Single);
        }
    }

    fn delete(&mut self, by_one: bool) {
        if by_one {
            let to = motion::next(&self.text, self.cursor);
            self.erase(to, erasing(self.text.get(self.cursor..to)));
        } else {
            self.erase(motion::next_word(&self.text, self.cursor), Run::Single);
        }
    }

    fn left(&mut self, by_one: bool, extent: Extent) {
        let to = match self.selection() {
            Some(selection) if extent == Extent::Moves && by_one => selection.start,
            _ if by_one => motion::previous(&self.text, self.cursor),
            _ => motion::previous_word(&self.text, self.cursor),
        };
        self.go(to, extent);
    }

    fn right(&mut self, by_one: bool, extent: Extent) {
        let to = match self.selection() {
            Some(selection) if extent == Extent::Moves && by_one => selection.end,
            _ if by_one => motion::next(&self.text, self.cursor),
            _ => motion::next_word(&self.text, self.cursor),
        };
        self.go(to, extent);
    }

    fn up(&mut self, extent: Extent) {
        let start = motion::line_start(&self.text, self.cursor);
        self.go_to_line(start.checked_sub(1), extent);
    }

    fn down(&mut self, extent: Extent) {
        let end = motion::line_end(&self.text, self.cursor);
        self.go_to_line((end < self.text.len()).then_some(end + 1), extent);
    }

    /// Goes to the wanted column of the line that `inside` lies in, or stays if there is none.
    fn go_to_line(&mut self, inside: Option<usize>, extent: Extent) {
        let goal = self.goal.unwrap_or_else(|| motion::line_before(&self.text, self.cursor).width());
        let to = inside.map_or(self.cursor, |inside| motion::at_column(&self.text, inside, goal));
        self.go(to, extent);
        self.goal = Some(goal);
    }
}

/// Removing letter after letter is undone at once, up to a blank.
fn erasing(erased: Option<&str>) -> Run {
    if erased.is_some_and(|text| text.contains(char::is_whitespace)) { Run::NewErasing } else { Run::Erasing }
}
