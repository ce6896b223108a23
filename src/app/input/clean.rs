//! What is let into a field.
//!
//! Here: taking out control characters and such as cannot be seen or turn the reading direction, and making line
//! breaks and tabs what the field can hold. Not here: showing foreign text that is already stored (`text::safe`). Look
//! next at [`super::Input`].

use super::Shape;

/// The text as a field of this shape holds it.
pub(super) fn cleaned(text: &str, shape: Shape) -> String {
    let text = match shape {
        // Whoever copies a line often copies its end too.
        Shape::Line => text.trim_end_matches(is_line_break),
        Shape::Note => text,
    };
    let mut kept = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        match c {
            '\n' if last == Some('\r') => {}
            c if is_line_break(c) => kept.push(match shape {
                Shape::Line => ' ',
                Shape::Note => '\n',
            }),
            '\t' => kept.push(' '),
            c if is_unwanted(c) => {}
            c => kept.push(c),
        }
        last = Some(c);
    }
    kept
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Joiners and variation selectors are wanted: emoji arrive one code point at a time.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
