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
    let key = key(event.code)?;
    let held = |modifier| event.modifiers.contains(modifier);
    let (mut ctrl, mut alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    if let Key::Char(letter) = key
        && ctrl
        && alt
        && !letter.is_ascii_alphanumeric()
    {
        (ctrl, alt) = (false, false);
    }
    ctrl |= event.code == KeyCode::Null;
    let chord = Chord::plain(key);
    let chord = if held(KeyModifiers::SHIFT) { chord.with_shift() } else { chord };
    let chord = if alt { chord.with_alt() } else { chord };
    Some(if ctrl { chord.with_ctrl() } else { chord })
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
