//! Foreign text on screen: nothing hides in it, nothing steers the terminal, and it stays what it is where it can.

use std::borrow::Cow;

use proptest::prelude::*;
use riskroom::text::safe::{Safe, is_hidden, safe_lines};
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn what_is_hidden_is_written_out() {
    let table = [
        ("", ""),
        ("plain", "plain"),
        ("Reseña · 1.200 €", "Reseña · 1.200 €"),
        ("a\0b\x1b[31mred", "a␀b␛[31mred"),
        ("one\ntwo\tthree\r", "one␊two␉three␍"),
        ("\x7f\u{85}\u{9b}31m", "␡<U+0085><U+009B>31m"),
        ("user\u{202e}gpj.exe", "user<U+202E>gpj.exe"),
        ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"),
        ("pay\u{200b}pal", "pay<U+200B>pal"),
        ("\u{feff}BOM", "<U+FEFF>BOM"),
        ("a\u{2060}b\u{ad}c", "a<U+2060>b<U+00AD>c"),
        ("a\u{2028}b\u{2029}c", "a<U+2028>b<U+2029>c"),
        ("\u{e0041}", "<U+E0041>"),
        ("pass\u{200d}word", "pass<U+200D>word"),
        ("a\u{fe0f}", "a<U+FE0F>"),
        ("\u{200d}", "<U+200D>"),
        ("👩\u{200d}", "👩<U+200D>"),
        ("1\u{fe0f}", "1<U+FE0F>"),
    ];
    for (text, shown) in table {
        assert_eq!(Safe::new(text).as_str(), shown, "{text:?}");
    }
}

#[test]
fn emoji_keep_what_joins_them() {
    for emoji in ["👩‍💻", "👩🏽‍💻", "❤️", "🏳️‍🌈", "👨‍👩‍👧‍👦", "1️⃣", "#️⃣", "🇪🇸", "☎︎", "👩‍❤️‍👨"]
    {
        assert_eq!(Safe::new(emoji).as_str(), emoji, "{emoji:?}");
    }
}

#[test]
fn a_flood_of_marks_is_cut() {
    let flood = format!("a{}b", "\u{301}".repeat(1_000_000));
    assert_eq!(Safe::new(&flood).as_str(), format!("a{}…b", "\u{301}".repeat(6)));
    let eight = format!("a{}", "\u{301}".repeat(7));
    assert_eq!(Safe::new(&eight).as_str(), eight);
    let kiss = "👩🏽\u{200d}❤️\u{200d}💋\u{200d}👨🏿";
    assert_eq!(Safe::new(kiss).as_str(), "👩🏽\u{200d}❤️\u{200d}💋…");
}

#[test]
fn what_is_already_safe_is_borrowed() {
    for text in ["", "ASCII ~", "Reseña", "👩‍💻 caf\u{65}\u{301}"] {
        let is_borrowed = matches!(Safe::new(text).into_cow(), Cow::Borrowed(_));
        assert_eq!(is_borrowed, !text.contains('\u{200d}'), "{text:?}");
    }
}

#[test]
fn a_note_keeps_its_lines_and_nothing_else() {
    let lines: Vec<String> =
        safe_lines("one\r\ntwo\n\nfo\rur\u{2028}").map(|line| line.to_string()).collect();
    assert_eq!(lines, ["one", "two", "", "fo␍ur<U+2028>"]);
}

#[test]
fn a_safe_text_is_padded_like_any_other() {
    assert_eq!(format!("{:>4}|{:<4}|", Safe::new("é"), Safe::new("é")), "   é|é   |");
}

/// Text made of what makes trouble, in any order.
fn troubled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "a",
            "1",
            "#",
            " ",
            "\u{200d}",
            "\u{fe0f}",
            "\u{fe0e}",
            "\u{20e3}",
            "👩",
            "❤",
            "©",
            "🏽",
            "🏿",
            "🇪",
            "🇸",
            "\u{301}",
            "\u{600}",
            "\u{110bd}",
            "\u{915}",
            "\u{94d}",
            "\u{e33}",
            "\u{1100}",
            "\u{1161}",
            "\u{11a8}",
            "\u{200b}",
            "\u{202e}",
            "\u{e0020}",
            "\n",
            "\r",
            "\x1b",
            "…",
            "\u{13430}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_hides_in_any_text(text in troubled()) {
        let safe = Safe::new(&text);
        prop_assert!(!safe.chars().any(is_hidden));
        for grapheme in safe.graphemes(true) {
            prop_assert!(grapheme.chars().count() <= 8);
            let joins = grapheme.contains(['\u{200d}', '\u{fe0e}', '\u{fe0f}']);
            prop_assert!(!joins || grapheme.chars().count() > 1, "{grapheme:?}");
        }
    }

    #[test]
    fn safe_twice_is_safe_once(text in troubled()) {
        let once = Safe::new(&text);
        prop_assert_eq!(Safe::new(&once), once.clone());
    }

    #[test]
    fn printable_ascii_is_never_copied(text in "[ -~]{0,80}") {
        let is_borrowed = matches!(Safe::new(&text).into_cow(), Cow::Borrowed(_));
        prop_assert!(is_borrowed);
    }
}
