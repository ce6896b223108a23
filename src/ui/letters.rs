//! Large letters: a text as rows of blocks.
//!
//! The letters are those of the bitmap font `font8x8`, eight pixels high and as wide as each needs. [`Size`] says how many
//! cells a pixel takes. A text with a sign that the font lacks is not written at all, rather than with a wrong one. Not
//! here: where such rows stand (`ui::present`).

use font8x8::legacy::{BASIC_LEGACY, LATIN_LEGACY};

use super::paint::wrap;

/// Rows of pixels of a letter.
const HEIGHT: usize = 8;
/// Columns of pixels between two letters.
const GAP: usize = 1;
/// Columns of pixels of a blank.
const BLANK: usize = 3;

/// What the font lacks and titles are written with: the lowest bit is the leftmost pixel.
const OWN: [(char, [u8; HEIGHT]); 11] = [
    ('€', [0x3c, 0x66, 0x1f, 0x06, 0x1f, 0x66, 0x3c, 0x00]),
    ('◎', [0x3c, 0x42, 0x99, 0xa5, 0xa5, 0x99, 0x42, 0x3c]),
    ('●', [0x00, 0x1e, 0x3f, 0x3f, 0x3f, 0x3f, 0x1e, 0x00]),
    ('•', [0x00, 0x00, 0x06, 0x0f, 0x0f, 0x06, 0x00, 0x00]),
    ('–', [0x00, 0x00, 0x00, 0x7f, 0x00, 0x00, 0x00, 0x00]),
    ('—', [0x00, 0x00, 0x00, 0xff, 0x00, 0x00, 0x00, 0x00]),
    ('…', [0x00, 0x00, 0x00, 0x00, 0x00, 0xdb, 0xdb, 0x00]),
    ('‘', [0x06, 0x03, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00]),
    ('’', [0x06, 0x06, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00]),
    ('“', [0x36, 0x1b, 0x1b, 0x00, 0x00, 0x00, 0x00, 0x00]),
    ('”', [0x36, 0x36, 0x1b, 0x00, 0x00, 0x00, 0x00, 0x00]),
];

/// The quarters of a cell: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// How large a text is written, from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Size {
    /// As any other text: one row.
    #[default]
    Plain,
    /// Four pixels to a cell: four rows.
    Quarters,
    /// Two pixels to a cell, one above the other: four rows, twice as wide.
    Halves,
    /// A cell for each pixel: eight rows.
    Cells,
    /// Two cells for each pixel: eight rows, twice as wide.
    Doubles,
}

impl Size {
    /// Large letters, the largest first.
    pub const LARGE: [Self; 4] = [Self::Doubles, Self::Cells, Self::Halves, Self::Quarters];

    /// Rows of a line.
    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Plain => 1,
            Self::Quarters | Self::Halves => 4,
            Self::Cells | Self::Doubles => 8,
        }
    }

    /// The cells that so many pixels side by side take.
    const fn columns(self, pixels: usize) -> usize {
        match self {
            Self::Quarters => pixels.div_ceil(2),
            Self::Plain | Self::Halves | Self::Cells => pixels,
            Self::Doubles => pixels * 2,
        }
    }
}

/// A text in lines of large letters, one string for each row of cells; in [`Size::Plain`] the lines themselves, the last
/// one ending in `…` if they are too many. Large letters are never cut: `None` if a sign is missing in the font, if a word
/// is wider than so many columns, or if there would be more than `most` lines.
///
/// No row is wider than `columns`.
#[must_use]
pub fn rows(text: &str, size: Size, columns: u16, most: usize) -> Option<Vec<String>> {
    let columns = usize::from(columns);
    if size == Size::Plain {
        return Some(wrap(text, columns, most));
    }
    let lines = lines(text, size, columns, most)?;
    let mut rows = Vec::new();
    for line in lines {
        let pixels = pixels(&line)?;
        match size {
            Size::Plain => {}
            Size::Quarters => rows.extend(pixels.chunks(2).map(quarters)),
            Size::Halves => rows.extend(pixels.chunks(2).map(halves)),
            Size::Cells => rows.extend(pixels.iter().map(|row| cells(row, "█", " "))),
            Size::Doubles => rows.extend(pixels.iter().map(|row| cells(row, "██", "  "))),
        }
    }
    Some(rows)
}

/// The text broken at blanks; a blank that does not break stays in its word.
fn lines(text: &str, size: Size, columns: usize, most: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if size.columns(width(word)?) > columns {
            return None;
        }
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| width(longer).is_some_and(|it| size.columns(it) <= columns)) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None if lines.len() == most => return None,
            None => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// The columns of pixels of a line; `None` if a sign is missing.
fn width(line: &str) -> Option<usize> {
    let mut width = 0;
    for (place, letter) in line.chars().enumerate() {
        width += glyph(letter)?.width + if place == 0 { 0 } else { GAP };
    }
    Some(width)
}

/// A letter: its pixels without the empty columns beside it, the lowest bit the leftmost one.
struct Glyph {
    rows: [u8; HEIGHT],
    width: usize,
}

fn glyph(letter: char) -> Option<Glyph> {
    if matches!(letter, ' ' | '\u{a0}') {
        return Some(Glyph { rows: [0; HEIGHT], width: BLANK });
    }
    let own = OWN.iter().find(|(known, _)| *known == letter).map(|(_, rows)| rows);
    // The first 128 code points, and those from U+00A0 to U+00FF.
    let place = usize::try_from(u32::from(letter)).ok()?;
    let latin = || place.checked_sub(0xa0).and_then(|place| LATIN_LEGACY.get(place));
    let rows = own.or_else(|| BASIC_LEGACY.get(place)).or_else(latin)?;
    let used = rows.iter().fold(0, |used, row| used | row);
    if used == 0 {
        return None;
    }
    let left = used.trailing_zeros();
    let width = usize::try_from(u8::BITS - used.leading_zeros() - left).ok()?;
    Some(Glyph { rows: rows.map(|row| row >> left), width })
}

/// The pixels of a line, row by row; `None` if a sign is missing.
fn pixels(line: &str) -> Option<[Vec<bool>; HEIGHT]> {
    let mut pixels: [Vec<bool>; HEIGHT] = Default::default();
    for (place, letter) in line.chars().enumerate() {
        let glyph = glyph(letter)?;
        for (row, bits) in pixels.iter_mut().zip(glyph.rows) {
            row.extend(std::iter::repeat_n(false, if place == 0 { 0 } else { GAP }));
            row.extend((0..glyph.width).map(|column| bits >> column & 1 == 1));
        }
    }
    Some(pixels)
}

/// Two rows of pixels as quarters of cells.
fn quarters(pair: &[Vec<bool>]) -> String {
    let [above, below] = pair else { return String::new() };
    let cell = |(above, below): (&[bool], &[bool])| {
        let quarter = |row: &[bool], at: usize, worth: usize| {
            if row.get(at).copied().unwrap_or(false) { worth } else { 0 }
        };
        let sum = quarter(above, 0, 1) + quarter(above, 1, 2) + quarter(below, 0, 4) + quarter(below, 1, 8);
        QUARTERS.get(sum).copied().unwrap_or(' ')
    };
    above.chunks(2).zip(below.chunks(2)).map(cell).collect()
}

/// Two rows of pixels as halves of cells.
fn halves(pair: &[Vec<bool>]) -> String {
    let [above, below] = pair else { return String::new() };
    let cell = |(above, below): (&bool, &bool)| match (above, below) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    above.iter().zip(below).map(cell).collect()
}

/// A row of pixels as whole cells.
fn cells(row: &[bool], full: &str, empty: &str) -> String {
    row.iter().map(|on| if *on { full } else { empty }).collect()
}
