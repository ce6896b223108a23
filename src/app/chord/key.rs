//! Single keys and their names.
//!
//! Here: [`Key`]. Not here: what is held beside a key ([`super::Chord`]). Look next there.

use std::fmt;

/// A key of the keyboard; a character key is the character it types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character, the blank included.
    Char(char),
    /// Enter, or Return.
    Enter,
    /// Escape.
    Esc,
    /// The tabulator.
    Tab,
    /// The tabulator with Shift.
    BackTab,
    /// Removes what stands before the cursor.
    Backspace,
    /// Removes what stands after the cursor.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// A function key by its number, from 1.
    F(u8),
}

/// The keys with a name: as it is shown, then what else may stand for it.
const NAMED: [(Key, &str, &[&str]); 15] = [
    (Key::Char(' '), "Space", &[]),
    (Key::Enter, "Enter", &["return"]),
    (Key::Esc, "Esc", &["escape"]),
    (Key::Tab, "Tab", &[]),
    (Key::Backspace, "Backspace", &[]),
    (Key::Delete, "Delete", &["del"]),
    (Key::Insert, "Insert", &["ins"]),
    (Key::Up, "↑", &["up"]),
    (Key::Down, "↓", &["down"]),
    (Key::Left, "←", &["left"]),
    (Key::Right, "→", &["right"]),
    (Key::Home, "Home", &[]),
    (Key::End, "End", &[]),
    (Key::PageUp, "PgUp", &["pageup"]),
    (Key::PageDown, "PgDn", &["pagedown"]),
];

impl Key {
    /// Reads a key by its name in any case, or a single character as itself.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_name = |name: &&str| name.eq_ignore_ascii_case(text);
        if let Some((key, ..)) =
            NAMED.iter().find(|(_, name, others)| is_name(name) || others.iter().any(is_name))
        {
            return Some(*key);
        }
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => (!c.is_control() && !c.is_whitespace()).then_some(Self::Char(c)),
            (Some('F' | 'f'), Some('1'..='9')) => {
                let number = text.trim_start_matches(['F', 'f']).parse().ok()?;
                (1..=24).contains(&number).then_some(Self::F(number))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name, _)) = NAMED.iter().find(|(key, ..)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::BackTab => f.write_str("Shift+Tab"),
            Self::F(number) => write!(f, "F{number}"),
            Self::Enter
            | Self::Esc
            | Self::Tab
            | Self::Backspace
            | Self::Delete
            | Self::Insert
            | Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::Home
            | Self::End
            | Self::PageUp
            | Self::PageDown => fmt::Debug::fmt(self, f),
        }
    }
}
