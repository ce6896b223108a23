//! From crossterm's keys to ours: [`chord`], pure.
//!
//! Not here: what a chord does, and pastes, mouse and resizes, which need no translation.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::chord::{Chord, Key};

/// The chord of a key event, or nothing for a release, for a key we have no name for, and with a Super, Hyper or Meta
/// key held, which belongs to the desktop.
///
/// `AltGr`, which Windows reports as Ctrl+Alt, is taken for what it typed: with both set, a character that is no ASCII
/// letter or digit is plain text. Shift is told for named keys only; a character already shows it.
#[must_use]
pub fn chord(event: &KeyEvent) -> Option<Chord> {
    let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
        return None;
    }
    let mut chord = Chord {
        key: key(event.code)?,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    match chord.key {
        Key::Char(letter) => {
            if chord.ctrl && chord.alt && !letter.is_ascii_alphanumeric() {
                (chord.ctrl, chord.alt) = (false, false);
            }
            chord.ctrl |= event.code == KeyCode::Null;
            chord.shift = false;
        }
        Key::Tab if chord.shift => (chord.key, chord.shift) = (Key::BackTab, false),
        Key::BackTab => chord.shift = false,
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
        | Key::F(_) => {}
    }
    Some(chord)
}

fn key(code: KeyCode) -> Option<Key> {
    match code {
        KeyCode::Char(letter) => (!letter.is_control()).then_some(Key::Char(letter)),
        // Ctrl+Space, as terminals have always sent it.
        KeyCode::Null => Some(Key::Char(' ')),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Esc),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::BackTab => Some(Key::BackTab),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Delete => Some(Key::Delete),
        KeyCode::Insert => Some(Key::Insert),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::F(number) => Some(Key::F(number)),
        KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Pause
        | KeyCode::Menu
        | KeyCode::KeypadBegin
        | KeyCode::Media(_)
        | KeyCode::Modifier(_) => None,
    }
}
