//! Terminal keys become our chords.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use riskroom::app::chord::{Chord, Key};
use riskroom::shell::keys::chord;

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Chord> {
    chord(&KeyEvent::new(code, modifiers))
}

/// `key`, with the letters of the modifiers: `c`, `a`, `s`.
fn with(held: &str, key: Key) -> Chord {
    held.chars().fold(Chord::plain(key), |chord, letter| match letter {
        'c' => chord.with_ctrl(),
        'a' => chord.with_alt(),
        _ => chord.with_shift(),
    })
}

#[test]
fn a_character_shows_its_shift_itself() {
    assert_eq!(pressed(KeyCode::Char('a'), NONE), Some(with("", Key::Char('a'))));
    assert_eq!(pressed(KeyCode::Char('A'), SHIFT), Some(with("", Key::Char('A'))));
    assert_eq!(pressed(KeyCode::Char('s'), CTRL), Some(with("c", Key::Char('s'))));
    assert_eq!(pressed(KeyCode::Char('ñ'), ALT), Some(with("a", Key::Char('ñ'))));
}

#[test]
fn alt_gr_is_what_it_typed() {
    for letter in ['@', '€', '{', '#', 'ł', '\\'] {
        assert_eq!(pressed(KeyCode::Char(letter), CTRL | ALT), Some(with("", Key::Char(letter))));
    }
    for letter in ['q', '7'] {
        assert_eq!(pressed(KeyCode::Char(letter), CTRL | ALT), Some(with("ca", Key::Char(letter))));
    }
}

#[test]
fn a_release_is_nothing_and_a_repeat_is_a_press() {
    let event = |kind| KeyEvent::new_with_kind(KeyCode::Enter, NONE, kind);
    assert_eq!(chord(&event(KeyEventKind::Release)), None);
    assert_eq!(chord(&event(KeyEventKind::Repeat)), Some(with("", Key::Enter)));
}

#[test]
fn named_keys_keep_their_modifiers() {
    assert_eq!(pressed(KeyCode::Left, CTRL | SHIFT), Some(with("cs", Key::Left)));
    assert_eq!(pressed(KeyCode::F(5), ALT), Some(with("a", Key::F(5))));
    assert_eq!(pressed(KeyCode::PageDown, NONE), Some(with("", Key::PageDown)));
}

#[test]
fn shift_tab_is_one_key_however_it_is_told() {
    assert_eq!(pressed(KeyCode::BackTab, SHIFT), Some(with("", Key::BackTab)));
    assert_eq!(pressed(KeyCode::Tab, SHIFT), Some(with("", Key::BackTab)));
    assert_eq!(pressed(KeyCode::Tab, NONE), Some(with("", Key::Tab)));
}

#[test]
fn control_space_is_told_in_two_ways() {
    assert_eq!(pressed(KeyCode::Null, NONE), Some(with("c", Key::Char(' '))));
    assert_eq!(pressed(KeyCode::Char(' '), CTRL), Some(with("c", Key::Char(' '))));
}

#[test]
fn keys_without_a_name_are_nothing() {
    assert_eq!(pressed(KeyCode::CapsLock, NONE), None);
    assert_eq!(pressed(KeyCode::Char('\u{85}'), NONE), None);
    assert_eq!(pressed(KeyCode::Char('q'), KeyModifiers::SUPER), None);
}
