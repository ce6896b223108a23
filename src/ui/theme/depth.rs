//! How many colors a terminal shows, and how a color is told to one with fewer.
//!
//! Here: [`Depth`], the rule that settles it, and the nearest of 256 colors. Not here: asking the terminal and the
//! environment (the shell does, and hands the answers in). Look next at [`super::palette`].

use std::fmt;
use std::str::FromStr;

use ratatui::style::Color;

use super::name::UnknownName;

/// How many colors there are; more is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// None.
    Mono,
    /// The sixteen of the terminal's own palette.
    Ansi16,
    /// Those and a fixed cube and ramp of 240.
    Ansi256,
    /// All of 24 bits.
    TrueColor,
}

/// A color as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Depth {
    /// Every depth, fewest colors first.
    pub const ALL: [Self; 4] = [Self::Mono, Self::Ansi16, Self::Ansi256, Self::TrueColor];

    /// The depth to draw in: a flag decides, else `NO_COLOR`, else `FORCE_COLOR` (see [`Self::forced`]), else what was
    /// found out about the terminal.
    #[must_use]
    pub fn resolve(flag: Option<Self>, no_color: bool, forced: Option<Self>, detected: Self) -> Self {
        match (flag, no_color) {
            (Some(depth), _) => depth,
            (None, true) => Self::Mono,
            (None, false) => forced.unwrap_or(detected),
        }
    }

    /// What a value of `FORCE_COLOR` asks for: `0` or `false` no color, `1` to `3` a depth, anything else that there
    /// be color at all.
    #[must_use]
    pub fn forced(value: &str, detected: Self) -> Self {
        match value {
            "0" | "false" => Self::Mono,
            "1" => Self::Ansi16,
            "2" => Self::Ansi256,
            "3" => Self::TrueColor,
            _ => detected.max(Self::Ansi16),
        }
    }

    /// A color as a terminal of this depth is told; none below 256 colors, where a color is chosen by hand.
    #[must_use]
    pub fn color(self, rgb: Rgb) -> Option<Color> {
        match self {
            Self::Mono | Self::Ansi16 => None,
            Self::Ansi256 => Some(Color::Indexed(nearest(rgb))),
            Self::TrueColor => Some(Color::Rgb(rgb.0, rgb.1, rgb.2)),
        }
    }

    /// The name in settings and flags.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mono => "mono",
            Self::Ansi16 => "16",
            Self::Ansi256 => "256",
            Self::TrueColor => "truecolor",
        }
    }
}

impl fmt::Display for Depth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Depth {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::ALL.into_iter().find(|depth| depth.as_str() == text).ok_or(UnknownName)
    }
}

/// The steps of red, green and blue in the cube of 216 colors that begins at 16.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of the 240 fixed colors: one of the cube, or one of the 24 grays that begin at 232.
#[must_use]
pub fn nearest(rgb: Rgb) -> u8 {
    let Rgb(red, green, blue) = rgb;
    let (red_step, red) = nearest_step(red);
    let (green_step, green) = nearest_step(green);
    let (blue_step, blue) = nearest_step(blue);
    let in_cube = (16 + 36 * red_step + 6 * green_step + blue_step, Rgb(red, green, blue));
    let grays = (0..24_u8).map(|step| 8 + 10 * step).map(|gray| Rgb(gray, gray, gray));
    let candidates = std::iter::once(in_cube).chain((232..=255).zip(grays));
    candidates.min_by_key(|(_, candidate)| distance(rgb, *candidate)).map_or(16, |(index, _)| index)
}

/// The nearest step of the cube for one of the three parts: its number and its value.
fn nearest_step(part: u8) -> (u8, u8) {
    (0..).zip(CUBE).min_by_key(|(_, step)| step.abs_diff(part)).unwrap_or_default()
}

/// How far apart two colors are, squared.
fn distance(a: Rgb, b: Rgb) -> u32 {
    [(a.0, b.0), (a.1, b.1), (a.2, b.2)].into_iter().map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
