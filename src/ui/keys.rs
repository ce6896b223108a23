//! Keys as they are written on the user's keyboard: `Space` is `Espacio` in Spanish.
//!
//! Not here: the names by which keys are bound, which are the same in every language
//! ([`chord`](crate::app::chord)).

use crate::app::chord::Sequence;
use crate::app::{Action, App, Chord, Key};
use crate::text::catalogue::Catalogue;

/// The first keys of an action; nothing if none are bound.
pub(super) fn of_action(app: &App, action: Action, words: &Catalogue) -> Option<String> {
    app.keymap.keys(action).next().map(|keys| sequence(keys, words))
}

/// Keys pressed one after the other.
pub(super) fn sequence(keys: &Sequence, words: &Catalogue) -> String {
    keys.chords().iter().map(|pressed| chord(*pressed, words)).collect::<Vec<_>>().join(" ")
}

/// Keys pressed together.
pub(super) fn chord(chord: Chord, words: &Catalogue) -> String {
    let shift = format!("{}+", words.text("key-shift"));
    let written = chord.to_string().replace("Shift+", &shift);
    match name_key(chord.key()) {
        Some(name) => written.replace(&chord.key().to_string(), words.text(name)),
        None => written,
    }
}

const fn name_key(key: Key) -> Option<&'static str> {
    match key {
        Key::Char(' ') => Some("key-space"),
        Key::Backspace => Some("key-backspace"),
        Key::Delete => Some("key-delete"),
        Key::Insert => Some("key-insert"),
        Key::Home => Some("key-home"),
        Key::End => Some("key-end"),
        Key::PageUp => Some("key-page-up"),
        Key::PageDown => Some("key-page-down"),
        Key::Char(_)
        | Key::Enter
        | Key::Esc
        | Key::Tab
        | Key::BackTab
        | Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::F(_) => None,
    }
}
