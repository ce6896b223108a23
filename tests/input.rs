//! The field that letters go into, told in keys.

use proptest::prelude::*;
use riskroom::app::chord::Chord;
use riskroom::app::input::Input;
use unicode_segmentation::UnicodeSegmentation;

/// Presses keys named with blanks between them; a single character types itself.
fn press(input: &mut Input, keys: &str) {
    for key in keys.split_whitespace() {
        let chord = Chord::parse(key).unwrap_or_else(|| panic!("no key: {key}"));
        assert!(input.handle(chord), "{key} was not consumed");
    }
}

fn type_text(input: &mut Input, text: &str) {
    for c in text.chars() {
        assert!(input.handle(Chord::char(c)));
    }
}

/// The text with `|` for the cursor and `[ ]` around the selection.
fn shown(input: &Input) -> String {
    let mut marks = vec![(input.cursor(), '|')];
    if let Some(range) = input.selection() {
        marks.extend([(range.start, '['), (range.end, ']')]);
    }
    let mut text = input.text().to_owned();
    marks.sort_by_key(|(at, mark)| (*at, *mark != '['));
    for (at, mark) in marks.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

/// What keys do to a line, or to a note if there is a line break in it.
fn check(text: &str, keys: &str, expected: &str) {
    let mut input = if text.contains('\n') { Input::note(text) } else { Input::line(text) };
    press(&mut input, keys);
    assert_eq!(shown(&input), expected, "{text:?} {keys}");
}

#[test]
fn keys_edit_a_line() {
    check("one", "a", "onea|");
    check("one", "← ← x", "ox|ne");
    check("one", "Home x", "x|one");
    check("one", "Home → End", "one|");
    check("one", "Backspace", "on|");
    check("one", "Home Delete", "|ne");
    check("one", "Home Backspace ←", "|one");
    check("one", "Delete →", "one|");
    check("one", "Space x", "one x|");
}

#[test]
fn words_are_jumped_over_and_removed() {
    check("one two-three", "Ctrl+←", "one two-|three");
    check("one two-three", "Ctrl+← Ctrl+←", "one two|-three");
    check("one two  ", "Ctrl+←", "one |two  ");
    check("one  two", "Home Ctrl+→", "one|  two");
    check("one  two", "Home Ctrl+→ Ctrl+→", "one  two|");
    check("one two", "Ctrl+W", "one |");
    check("one two ", "Ctrl+W Ctrl+W", "|");
    check("one two", "Home Ctrl+Delete", "| two");
    check("año nuevo", "Ctrl+← Ctrl+←", "|año nuevo");
}

#[test]
fn characters_are_what_is_seen() {
    check("a👩‍💻", "Backspace", "a|");
    check("a👩‍💻", "←", "a|👩‍💻");
    check("e\u{301}a", "Home →", "e\u{301}|a");
    check("e\u{301}a", "Home Delete", "|a");
    check("🇪🇸", "Backspace", "|");
}

#[test]
fn a_letter_that_joins_the_next_mark_leaves_the_cursor_behind_both() {
    // The mark stands alone at first; it clings to what is typed before it.
    check("\u{301}x", "Home e", "e\u{301}|x");
}

#[test]
fn shift_selects_and_typing_replaces() {
    check("one two", "Shift+← Shift+←", "one t[|wo]");
    check("one two", "Home Shift+Ctrl+→", "[one|] two");
    check("one two", "Shift+Home x", "x|");
    check("one two", "Shift+Home Backspace", "|");
    check("one two", "Home Shift+End Delete", "|");
    check("one two", "Shift+← Shift+← ←", "one t|wo");
    check("one two", "Home Shift+→ Shift+→ →", "on|e two");
    check("one", "Shift+← Shift+→", "one|");
    check("one two", "Shift+← Ctrl+W", "one tw|");
}

#[test]
fn a_note_has_lines() {
    check("ab\ncd", "Enter x", "ab\ncd\nx|");
    check("ab\ncd", "Home", "ab\n|cd");
    check("ab\ncd", "Home ←", "ab|\ncd");
    check("ab\ncd", "Home Backspace", "ab|cd");
    check("ab\ncd", "↑", "ab|\ncd");
    check("ab\ncd", "↑ Home End", "ab|\ncd");
    check("ab\ncd", "↑ ↑ ↓ ↓", "ab\ncd|");
    check("long\na\nlong", "↑ ↑", "long|\na\nlong");
    check("long\na\nlong", "↑ ← ↑", "|long\na\nlong");
    check("日本\nabcd", "← ↑", "日|本\nabcd");
    check("ab\ncd", "Shift+↑", "ab[|\ncd]");
    check("ab\ncd", "Ctrl+Home", "|ab\ncd");
    check("ab\ncd", "Ctrl+Home Ctrl+End", "ab\ncd|");
}

#[test]
fn undo_goes_word_by_word() {
    let mut input = Input::line("");
    type_text(&mut input, "one two");
    press(&mut input, "Ctrl+Z");
    assert_eq!(shown(&input), "one |");
    press(&mut input, "Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(shown(&input), "|");
    press(&mut input, "Ctrl+Y");
    assert_eq!(shown(&input), "one |");
    press(&mut input, "Ctrl+Y Ctrl+Y");
    assert_eq!(shown(&input), "one two|");
    press(&mut input, "Ctrl+Z x Ctrl+Y");
    assert_eq!(shown(&input), "one x|");
}

#[test]
fn undo_brings_back_what_was_removed_or_replaced() {
    check("one two", "Backspace Backspace Ctrl+Z", "one two|");
    check("one two", "Backspace Backspace Backspace Backspace Ctrl+Z", "one |");
    check("one two", "Ctrl+W Ctrl+Z", "one two|");
    check("one two", "Shift+Home x Ctrl+Z", "[|one two]");
    check("one", "a ← b Ctrl+Z", "one|a");
}

#[test]
fn what_is_pasted_is_cleaned() {
    let table = [
        ("one\r\ntwo\rthree\nfour\n", "one two three four", "one\ntwo\nthree\nfour\n"),
        ("tab\there", "tab here", "tab here"),
        ("\x1b[31mred\x07", "[31mred", "[31mred"),
        ("a\u{2028}b\u{85}c", "a b c", "a\nb\nc"),
        ("left\u{202e}thgir\u{200b}\u{feff}", "leftthgir", "leftthgir"),
        ("👩‍💻", "👩‍💻", "👩‍💻"),
    ];
    for (pasted, in_line, in_note) in table {
        let (mut line, mut note) = (Input::line(""), Input::note(""));
        assert_eq!((line.paste(pasted), note.paste(pasted)), (0, 0));
        assert_eq!((line.text(), note.text()), (in_line, in_note));
        assert_eq!((Input::line(pasted).text(), Input::note(pasted).text()), (in_line, in_note));
    }
}

#[test]
fn a_full_field_refuses_letters_and_tells_what_a_paste_lost() {
    let mut input = Input::line("ab").limited(4);
    assert_eq!(input.paste("cdef"), 2);
    assert_eq!(input.text(), "abcd");
    assert!(input.is_full() && !input.insert('x'));
    press(&mut input, "x Shift+← y");
    assert_eq!(input.text(), "abcy");
    // A character is not torn apart.
    let mut input = Input::line("").limited(4);
    assert_eq!(input.paste("ab👩‍💻"), 3);
    assert_eq!(input.text(), "ab");
    // What was there stays, though it be too long.
    let mut input = Input::line("abcdef").limited(4);
    assert_eq!((input.paste("x"), input.text()), (1, "abcdef"));
}

#[test]
fn a_paste_is_one_step() {
    let mut input = Input::line("");
    type_text(&mut input, "a");
    input.paste("one two three");
    press(&mut input, "Ctrl+Z");
    assert_eq!(shown(&input), "a|");
}

#[test]
fn keys_that_mean_something_outside_are_not_consumed() {
    for key in
        ["Esc", "Tab", "Shift+Tab", "PgUp", "PgDn", "F1", "Insert", "Ctrl+S", "Ctrl+P", "Alt+x", "Ctrl+Enter"]
    {
        let mut note = Input::note("text");
        assert!(!note.handle(Chord::parse(key).unwrap()), "{key}");
        assert_eq!(shown(&note), "text|");
    }
    for key in ["Enter", "Up", "Down"] {
        let chord = Chord::parse(key).unwrap();
        assert!(!Input::line("").handle(chord) && Input::note("").handle(chord), "{key}");
    }
}

#[test]
fn the_cursor_is_known_in_lines_and_columns() {
    let mut input = Input::note("one\n日本 caf\u{65}\u{301}");
    assert_eq!((input.line_of_cursor(), input.columns_before_cursor()), (1, 9));
    assert_eq!(input.line_before_cursor(), "日本 caf\u{65}\u{301}");
    press(&mut input, "↑");
    assert_eq!((input.line_of_cursor(), input.columns_before_cursor()), (0, 3));
    assert!(!input.is_empty() && Input::line("").is_empty());
    press(&mut input, "Shift+Home");
    assert_eq!(input.selected(), Some("one"));
}

/// Something a person may do to a field.
#[derive(Clone, Debug)]
enum Deed {
    Press(Chord),
    Paste(String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let keys = [
        "←",
        "→",
        "↑",
        "↓",
        "Home",
        "End",
        "Backspace",
        "Delete",
        "Ctrl+←",
        "Ctrl+→",
        "Ctrl+W",
        "Shift+←",
        "Shift+→",
        "Shift+↑",
        "Shift+↓",
        "Shift+Home",
        "Shift+Ctrl+←",
        "Ctrl+Z",
        "Ctrl+Y",
        "Enter",
        "Space",
        "a",
        "é",
    ];
    let chords: Vec<Chord> = keys.iter().map(|key| Chord::parse(key).unwrap()).collect();
    let marks = ["\u{301}", "\u{200d}", "\u{fe0f}", "👩", "🏽", "🇪", "\u{600}", "\u{94d}", "\u{915}", "日"];
    let marks: Vec<Chord> = marks.iter().filter_map(|mark| mark.chars().next()).map(Chord::char).collect();
    prop_oneof![
        6 => prop::sample::select(chords).prop_map(Deed::Press),
        2 => prop::sample::select(marks).prop_map(Deed::Press),
        1 => any::<char>().prop_map(|c| Deed::Press(Chord::char(c))),
        1 => any::<String>().prop_map(Deed::Paste),
        1 => "[a-z\t\r\n\u{301}👩\u{200d}]{0,9}".prop_map(Deed::Paste),
    ]
}

fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

proptest! {
    #[test]
    fn a_field_stays_in_order_whatever_is_done(
        text in any::<String>(),
        deeds in prop::collection::vec(deed(), 0..60),
        is_note in any::<bool>(),
        room in 0_usize..20,
    ) {
        let fresh = if is_note { Input::note(&text) } else { Input::line(&text) };
        let initial = fresh.text().to_owned();
        let limit = initial.chars().count() + room;
        let mut input = fresh.limited(limit);
        for deed in deeds {
            match deed {
                Deed::Press(chord) => {
                    input.handle(chord);
                }
                Deed::Paste(text) => {
                    let left_out = input.paste(&text);
                    prop_assert!(left_out <= text.chars().count());
                }
            }
            let text = input.text();
            prop_assert!(is_boundary(text, input.cursor()), "{}", shown(&input));
            if let Some(range) = input.selection() {
                prop_assert!(!range.is_empty() && is_boundary(text, range.start) && is_boundary(text, range.end));
            }
            prop_assert!(!text.chars().any(|c| c.is_control() && !(is_note && c == '\n')), "{text:?}");
            prop_assert!(text.chars().count() <= limit);
            prop_assert_eq!(input.line_before_cursor(), text[..input.cursor()].rsplit('\n').next().unwrap());
        }
        let last = input.text().to_owned();
        let mut steps = 0;
        while input.undo() {
            steps += 1;
        }
        prop_assert_eq!(input.text(), initial);
        for _ in 0..steps {
            prop_assert!(input.redo());
        }
        prop_assert_eq!(input.text(), last);
    }
}
