//! The colors of the levels, which must be told apart by everyone in the room.
//!
//! Here: five backgrounds with their ink, at every depth. Not here: which level wears which ([`super::Role::chip`]).
//! Tests compute their contrast and their distance, also as people see them who lack one kind of cone; change nothing
//! here without them. Look next at [`super::palette`].

use ratatui::style::{Color, Modifier, Style};

use super::Depth;
use super::depth::Rgb;

/// The ink on a chip.
#[derive(Clone, Copy)]
enum Ink {
    Black,
    White,
}

/// One chip at every depth.
struct Chip {
    rgb: Rgb,
    of_256: u8,
    /// The palette's color; none is the terminal's own background.
    of_16: Option<Color>,
    /// What stands for the color where there is none; never reversed, which is the selection's.
    mono: Modifier,
    ink: Ink,
}

const CHIPS: [Chip; 5] = [
    Chip { rgb: Rgb(0xEA, 0xF2, 0xF8), of_256: 255, of_16: None, mono: Modifier::empty(), ink: Ink::Black },
    Chip {
        rgb: Rgb(0x9C, 0xC3, 0xE6),
        of_256: 110,
        of_16: Some(Color::Cyan),
        mono: Modifier::empty(),
        ink: Ink::Black,
    },
    Chip {
        rgb: Rgb(0xF2, 0xB1, 0x34),
        of_256: 215,
        of_16: Some(Color::Yellow),
        mono: Modifier::UNDERLINED,
        ink: Ink::Black,
    },
    Chip {
        rgb: Rgb(0xB8, 0x47, 0x0B),
        of_256: 124,
        of_16: Some(Color::Red),
        mono: Modifier::BOLD,
        ink: Ink::White,
    },
    Chip {
        rgb: Rgb(0x4A, 0x0D, 0x2B),
        of_256: 53,
        of_16: Some(Color::Magenta),
        mono: Modifier::BOLD.union(Modifier::UNDERLINED),
        ink: Ink::White,
    },
];

/// The fourth chip where light is scarce: darker, so that white on it keeps a contrast of 7:1.
const FOURTH_PROJECTED: Rgb = Rgb(0x8F, 0x33, 0x04);

/// How the five chips look at a depth.
pub(super) fn styles(depth: Depth) -> [Style; 5] {
    CHIPS.each_ref().map(|chip| style(chip, chip.rgb, depth))
}

/// How they look on a projector.
pub(super) fn projected(depth: Depth) -> [Style; 5] {
    let [first, second, third, fourth, fifth] = CHIPS.each_ref();
    [
        style(first, first.rgb, depth),
        style(second, second.rgb, depth),
        style(third, third.rgb, depth),
        style(fourth, FOURTH_PROJECTED, depth),
        style(fifth, fifth.rgb, depth),
    ]
}

fn style(chip: &Chip, rgb: Rgb, depth: Depth) -> Style {
    let ink = Rgb::from(chip.ink);
    match depth {
        Depth::Mono => Style::new().add_modifier(chip.mono),
        Depth::Ansi16 => chip.of_16.map_or(Style::new(), |color| Style::new().bg(color).fg(chip.ink.of_16())),
        Depth::Ansi256 => {
            Style::new().bg(Color::Indexed(chip.of_256)).fg(Color::Indexed(super::depth::nearest(ink)))
        }
        Depth::TrueColor => {
            Style::new().bg(Color::Rgb(rgb.0, rgb.1, rgb.2)).fg(Color::Rgb(ink.0, ink.1, ink.2))
        }
    }
}

impl Ink {
    fn of_16(self) -> Color {
        match self {
            Self::Black => Color::Black,
            Self::White => Color::White,
        }
    }
}

impl From<Ink> for Rgb {
    fn from(ink: Ink) -> Self {
        match ink {
            Ink::Black => Self(0, 0, 0),
            Ink::White => Self(255, 255, 255),
        }
    }
}
