//! How keys are written: chords with blanks between them as in settings and help, and typed text in quotes.
//!
//! `a 'Price goes live too low' Enter . 3 4 Ctrl+s g i`

use riskroom::app::Chord;

/// The chords of a script.
pub(crate) fn chords(script: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    for (place, part) in script.split('\'').enumerate() {
        if place % 2 == 1 {
            chords.extend(part.chars().map(Chord::char));
        } else {
            let chord = |word: &str| Chord::parse(word).unwrap_or_else(|| panic!("`{word}` is no key"));
            chords.extend(part.split_whitespace().map(chord));
        }
    }
    chords
}
