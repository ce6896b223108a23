//! Large letters: as wide as promised, the same pixels at every size, and never a wrong letter.

use std::collections::HashMap;

use proptest::prelude::*;
use riskroom::ui::letters::{Size, rows};
use unicode_width::UnicodeWidthStr;

const QUARTERS: &str = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";

/// Everything Spanish titles are written with.
const SPANISH: &str = "¿Cuánto pingüino? ¡Ñandú, año, acción, éxito, índice, ÁÉÍÓÚÜ! 1,99 € – «así» “no” ‘sí’ … 50 % (n.º 3) D◎";

/// The pixels that a text in quarters or in whole cells shows, a row of pixels per item, without blanks at the ends.
fn pixels(rows: &[String], size: Size) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows {
        let (mut above, mut below) = (String::new(), String::new());
        for cell in row.chars() {
            let dot = |bits: usize, at: usize| if bits & at == 0 { ' ' } else { '#' };
            match size {
                Size::Quarters => {
                    let bits = QUARTERS.chars().position(|it| it == cell).unwrap();
                    above.extend([dot(bits, 1), dot(bits, 2)]);
                    below.extend([dot(bits, 4), dot(bits, 8)]);
                }
                Size::Halves => {
                    let bits = " ▀▄█".chars().position(|it| it == cell).unwrap();
                    above.push(dot(bits, 1));
                    below.push(dot(bits, 2));
                }
                Size::Cells => above.push(if cell == '█' { '#' } else { ' ' }),
                Size::Plain | Size::Doubles => panic!("no pixels are read of {size:?}"),
            }
        }
        found.push(above.trim_end().to_owned());
        if size != Size::Cells {
            found.push(below.trim_end().to_owned());
        }
    }
    found
}

#[test]
fn spanish_has_all_its_letters() {
    for size in Size::LARGE {
        assert!(rows(SPANISH, size, u16::MAX, 1).is_some());
    }
}

#[test]
fn a_letter_is_four_rows_of_quarters() {
    let shown = ["▗█▖▗▄▄       ▟▌", "█ █▗▄▄ ▟▀▙   ▐▌", "█▀█▐▌▐▌█ █   ▐▌", "▀ ▀▝▘▝▘▝▀▘  ▝▀▀▘"];
    let text = rows("Año 1", Size::Quarters, 80, 1).unwrap();
    assert_eq!(text.iter().map(|row| row.trim_end()).collect::<Vec<_>>(), shown);
}

#[test]
fn no_two_letters_look_alike() {
    let mut known: HashMap<Vec<String>, char> = HashMap::new();
    for letter in (' '..='ÿ').chain("€–—…‘’“”●◎•".chars()) {
        let Some(text) = rows(&format!("|{letter}|"), Size::Cells, 80, 1) else { continue };
        // Blanks, the apostrophe of typewriters, and two pairs that the font itself draws alike: `¦|` and `°º`.
        if letter.is_whitespace() || "'¦°".contains(letter) {
            continue;
        }
        let before = known.insert(text, letter);
        assert_eq!(before, None, "{letter}");
    }
    assert!(known.len() > 150, "{}", known.len());
}

#[test]
fn a_sign_that_the_font_lacks_is_never_written_as_another() {
    for text in ["価格", "a\u{301}", "Straße 👩‍🚒", "\u{202e}abc", "a\tb", "Łódź", "\u{ad}"] {
        for size in Size::LARGE {
            assert_eq!(rows(text, size, 500, 9), None, "{text:?}");
        }
        assert!(rows(text, Size::Plain, 500, 9).is_some());
    }
}

#[test]
fn what_does_not_fit_is_not_cut() {
    assert_eq!(rows("Chargebacks", Size::Quarters, 20, 9), None);
    assert_eq!(rows("A B C D", Size::Cells, 8, 3), None);
    assert_eq!(rows("A B C D", Size::Cells, 8, 4).map(|it| it.len()), Some(32));
    assert_eq!(rows("", Size::Cells, 8, 4), Some(Vec::new()));
}

fn any_size() -> impl Strategy<Value = Size> {
    prop::sample::select(vec![Size::Plain, Size::Quarters, Size::Halves, Size::Cells, Size::Doubles])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_row_is_wider_than_asked(
        text in prop_oneof!["[ -~áñ€]{0,60}", "\\PC{0,20}"], size in any_size(), columns in 0..220_u16, most in 0..5_usize,
    ) {
        if let Some(found) = rows(&text, size, columns, most) {
            prop_assert!(found.len() <= most * usize::from(size.rows()));
            prop_assert_eq!(found.len() % usize::from(size.rows()), 0);
            for row in found {
                // A sign two columns wide needs them even where there is only one.
                prop_assert!(row.width() <= usize::from(columns.max(2)), "{}", row);
            }
        }
    }

    #[test]
    fn every_size_shows_the_same_pixels(text in "[!-~áéíóúñÑ¿€]{1,12}") {
        let whole = pixels(&rows(&text, Size::Cells, 500, 1).unwrap(), Size::Cells);
        for size in [Size::Quarters, Size::Halves] {
            prop_assert_eq!(&pixels(&rows(&text, size, 500, 1).unwrap(), size), &whole);
        }
        let double = rows(&text, Size::Doubles, 500, 1).unwrap();
        let halved: Vec<String> = double.iter().map(|row| row.chars().step_by(2).collect()).collect();
        prop_assert_eq!(pixels(&halved, Size::Cells), whole);
    }
}
