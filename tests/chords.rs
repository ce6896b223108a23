//! Keys by name: what is shown can be read again, and what terminals cannot tell apart is the same.

use riskroom::app::chord::{Chord, Key, Sequence};

const KEYS: [Key; 21] = [
    Key::Char('a'),
    Key::Char('G'),
    Key::Char(' '),
    Key::Char('+'),
    Key::Char('ñ'),
    Key::Enter,
    Key::Esc,
    Key::Tab,
    Key::BackTab,
    Key::Backspace,
    Key::Delete,
    Key::Insert,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::F(12),
];

/// Every key with everything that can be held.
fn chords() -> Vec<Chord> {
    let mut all = Vec::new();
    for chord in KEYS.map(Chord::plain) {
        for chord in [chord, chord.with_ctrl()] {
            for chord in [chord, chord.with_alt()] {
                all.extend([chord, chord.with_shift()]);
            }
        }
    }
    all
}

#[test]
fn what_is_shown_can_be_read_again() {
    for chord in chords() {
        assert_eq!(Chord::parse(&chord.to_string()), Some(chord), "{chord}");
        let sequence = Sequence::parse(&format!("g {chord}")).unwrap();
        assert_eq!(sequence.chords(), [Chord::char('g'), chord]);
        assert_eq!(Sequence::parse(&sequence.to_string()), Some(sequence));
    }
    for number in 1..=24 {
        assert_eq!(Chord::parse(&format!("f{number}")), Some(Key::F(number).into()));
    }
}

#[test]
fn chords_read_as_people_write_them() {
    let table = [
        ("Ctrl+z", Chord::ctrl_char('z'), "Ctrl+Z"),
        ("ctrl+S", Chord::ctrl_char('s'), "Ctrl+S"),
        ("Ctrl+Shift+z", Chord::ctrl_char('z'), "Ctrl+Z"),
        ("Ctrl++", Chord::ctrl_char('+'), "Ctrl++"),
        ("Shift+Tab", Key::BackTab.into(), "Shift+Tab"),
        ("shift+up", Chord::plain(Key::Up).with_shift(), "Shift+↑"),
        ("Ctrl+Left", Chord::plain(Key::Left).with_ctrl(), "Ctrl+←"),
        ("G", Chord::char('G'), "G"),
        ("Shift+G", Chord::char('G'), "G"),
        ("Space", Chord::char(' '), "Space"),
        ("Ctrl+Space", Chord::ctrl_char(' '), "Ctrl+Space"),
        (".", Chord::char('.'), "."),
        ("+", Chord::char('+'), "+"),
        ("F1", Key::F(1).into(), "F1"),
        ("F", Chord::char('F'), "F"),
        ("PgDn", Key::PageDown.into(), "PgDn"),
        ("PageUp", Key::PageUp.into(), "PgUp"),
        ("Del", Key::Delete.into(), "Delete"),
        ("↑", Key::Up.into(), "↑"),
        ("escape", Key::Esc.into(), "Esc"),
    ];
    for (text, chord, shown) in table {
        assert_eq!(Chord::parse(text), Some(chord), "{text}");
        assert_eq!(chord.to_string(), shown);
    }
}

#[test]
fn what_is_no_chord_is_refused() {
    for text in
        ["", " ", "\n", "Ctrl+", "Hyper+x", "Ctrl+Ctrl+x", "F0", "F25", "F999", "Foo", "+x", "++", "ab"]
    {
        assert_eq!(Chord::parse(text), None, "{text:?}");
    }
    for text in ["", "  ", "g Foo"] {
        assert_eq!(Sequence::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_sequence_begins_with_what_was_pressed() {
    let sequence = Sequence::parse("g i").unwrap();
    let [g, i] = ['g', 'i'].map(Chord::char);
    assert!(sequence.starts_with(&[]) && sequence.starts_with(&[g]) && sequence.starts_with(&[g, i]));
    assert!(!sequence.starts_with(&[i]) && !sequence.starts_with(&[g, i, g]));
    assert_eq!(Sequence::from(g).to_string(), "g");
}

#[test]
fn only_a_character_on_its_own_is_typed() {
    assert_eq!(Chord::char('ñ').typed(), Some('ñ'));
    assert_eq!(Chord::char('ñ').with_alt().typed(), None);
    assert_eq!(Chord::ctrl_char('a').typed(), None);
    assert_eq!(Chord::plain(Key::Enter).typed(), None);
}
