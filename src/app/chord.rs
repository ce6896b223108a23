//! Keys as the program knows them: one key with what is held beside it, and sequences of those.
//!
//! Here: [`Chord`] and [`Sequence`], read from and written in the words a user sees. Not here: what a key does (the
//! table of actions) and the terminal library's own keys, which the shell translates. Look next at [`key`] for the
//! names of single keys.

pub mod key;

use std::fmt;

pub use self::key::Key;

/// One key and what is held beside it.
///
/// Invariants, kept by every way to make one: a character says by itself whether Shift is held, so Shift is never set
/// beside one; a letter beside Ctrl is lower case, since most terminals cannot tell; Shift+Tab is
/// [`Key::BackTab`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    alt: bool,
    shift: bool,
}

impl Chord {
    /// A key with nothing held.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: false }
    }

    /// A character as it was typed.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// A character with Ctrl.
    #[must_use]
    pub fn ctrl_char(c: char) -> Self {
        Self::char(c).with_ctrl()
    }

    /// The same with Ctrl held.
    #[must_use]
    pub fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }.normal()
    }

    /// The same with Alt held.
    #[must_use]
    pub fn with_alt(self) -> Self {
        Self { alt: true, ..self }.normal()
    }

    /// The same with Shift held; a character stays as it is, since it says so itself.
    #[must_use]
    pub fn with_shift(self) -> Self {
        Self { shift: true, ..self }.normal()
    }

    /// The key.
    #[must_use]
    pub fn key(self) -> Key {
        self.key
    }

    /// Whether Ctrl is held.
    #[must_use]
    pub fn has_ctrl(self) -> bool {
        self.ctrl
    }

    /// Whether Alt is held.
    #[must_use]
    pub fn has_alt(self) -> bool {
        self.alt
    }

    /// Whether Shift is held beside a key that does not say so itself.
    #[must_use]
    pub fn has_shift(self) -> bool {
        self.shift
    }

    /// The character this types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        if let Key::Char(c) = self.key { (!self.ctrl && !self.alt).then_some(c) } else { None }
    }

    /// Reads a chord: `Ctrl+z`, `Shift+Tab`, `G`, `Space`, `.`, `F1`, `PgDn`; the names in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        while let Some((held, key)) =
            rest.split_once('+').filter(|(held, key)| !held.is_empty() && !key.is_empty())
        {
            let flag = match held.to_ascii_lowercase().as_str() {
                "ctrl" => &mut ctrl,
                "alt" => &mut alt,
                "shift" => &mut shift,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
            rest = key;
        }
        let key = Key::parse(rest)?;
        Some(Self { key, ctrl, alt, shift }.normal())
    }

    fn normal(self) -> Self {
        match self.key {
            Key::Char(c) if self.ctrl => {
                Self { key: Key::Char(c.to_ascii_lowercase()), shift: false, ..self }
            }
            Key::Char(_) | Key::BackTab => Self { shift: false, ..self },
            Key::Tab if self.shift => Self { key: Key::BackTab, shift: false, ..self },
            Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::Backspace
            | Key::Delete
            | Key::Insert
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::F(_) => self,
        }
    }
}

impl From<Key> for Chord {
    fn from(key: Key) -> Self {
        Self::plain(key)
    }
}

impl fmt::Display for Chord {
    /// Writes the words a user sees: `Ctrl+S`, `Space`, `PgDn`, `Shift+↑`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, word) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if is_held {
                f.write_str(word)?;
            }
        }
        if let (Key::Char(c), true) = (self.key, self.ctrl) {
            return Key::Char(c.to_ascii_uppercase()).fmt(f);
        }
        self.key.fmt(f)
    }
}

/// Chords pressed one after the other, such as `g i`; never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(Vec<Chord>);

impl Sequence {
    /// Reads chords with blanks between them: `g i`, `g g`, `Ctrl+S`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let chords = text.split_whitespace().map(Chord::parse).collect::<Option<Vec<_>>>()?;
        (!chords.is_empty()).then_some(Self(chords))
    }

    /// The chords in the order of pressing.
    #[must_use]
    pub fn chords(&self) -> &[Chord] {
        &self.0
    }

    /// Whether it begins with all of `pressed`; a sequence begins with itself.
    #[must_use]
    pub fn starts_with(&self, pressed: &[Chord]) -> bool {
        self.0.starts_with(pressed)
    }
}

impl From<Chord> for Sequence {
    fn from(chord: Chord) -> Self {
        Self(vec![chord])
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, chord) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            chord.fmt(f)?;
        }
        Ok(())
    }
}
