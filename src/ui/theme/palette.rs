//! The colors of every theme: the only place where a color is a literal, the chips' excepted.
//!
//! Here: a theme's few colors at a depth. Not here: bold and underlined, which [`super::Theme`] adds, and
//! the levels' ([`super::chip`]). Look next at [`super::depth`].

use ratatui::style::{Color, Style};

use super::chip;
use super::depth::{Depth, Rgb};
use super::{Role, ThemeName};

/// The few colors a theme is made of; a color that is not there is the terminal's own.
pub(super) struct Palette {
    pub(super) background: Option<Color>,
    pub(super) text: Option<Color>,
    pub(super) muted: Option<Color>,
    pub(super) accent: Option<Color>,
    pub(super) ok: Option<Color>,
    pub(super) warning: Option<Color>,
    pub(super) problem: Option<Color>,
    chips: [Style; 5],
}

/// The same for a terminal that can be told any color.
struct Hues {
    background: Rgb,
    text: Rgb,
    muted: Rgb,
    accent: Rgb,
    ok: Rgb,
    warning: Rgb,
    problem: Rgb,
}

const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(0xFF, 0xFF, 0xFF);
const NEAR_BLACK: Rgb = Rgb(0x10, 0x14, 0x18);

const LIGHT: Hues = Hues {
    background: WHITE,
    text: NEAR_BLACK,
    muted: Rgb(0x59, 0x59, 0x59),
    accent: Rgb(0x00, 0x55, 0x8B),
    ok: Rgb(0x00, 0x60, 0x4A),
    warning: Rgb(0x7A, 0x4F, 0x00),
    problem: Rgb(0xA3, 0x12, 0x3A),
};

const DARK: Hues = Hues {
    background: NEAR_BLACK,
    text: Rgb(0xED, 0xED, 0xED),
    muted: Rgb(0xA8, 0xA8, 0xA8),
    accent: Rgb(0x6C, 0xC0, 0xF5),
    ok: Rgb(0x4F, 0xD1, 0xB0),
    warning: Rgb(0xF0, 0xC6, 0x49),
    problem: Rgb(0xFF, 0x8F, 0xA8),
};

impl Palette {
    /// The palette of a theme at a depth.
    pub(super) fn of(name: ThemeName, depth: Depth) -> Self {
        match (depth, name) {
            (Depth::Mono, _) | (_, ThemeName::Mono) => Self::plain(chip::styles(Depth::Mono)),
            (_, ThemeName::Auto | ThemeName::Terminal) => Self::terminal(),
            (Depth::Ansi16, ThemeName::Light) => Self::light_of_16(),
            (Depth::Ansi16, ThemeName::Dark) => Self::dark_of_16(),
            (Depth::Ansi16, ThemeName::ProjectorLight) => Self {
                background: Some(Color::White),
                text: Some(Color::Black),
                accent: Some(Color::Blue),
                ..Self::plain(chip::projected(depth))
            },
            (Depth::Ansi16, ThemeName::ProjectorDark) => Self {
                background: Some(Color::Black),
                text: Some(Color::White),
                accent: Some(Color::LightCyan),
                ..Self::plain(chip::projected(depth))
            },
            (Depth::Ansi256 | Depth::TrueColor, ThemeName::Light) => Self::told(&LIGHT, depth),
            (Depth::Ansi256 | Depth::TrueColor, ThemeName::Dark) => Self::told(&DARK, depth),
            (Depth::Ansi256 | Depth::TrueColor, ThemeName::ProjectorLight) => {
                Self::projected(WHITE, BLACK, LIGHT.accent, depth)
            }
            (Depth::Ansi256 | Depth::TrueColor, ThemeName::ProjectorDark) => {
                Self::projected(BLACK, WHITE, DARK.accent, depth)
            }
        }
    }

    /// The style of a chip.
    pub(super) fn chip(&self, role: Role) -> Style {
        let place = Role::CHIPS.iter().position(|chip| *chip == role);
        place.and_then(|place| self.chips.get(place)).copied().unwrap_or_default()
    }

    fn plain(chips: [Style; 5]) -> Self {
        Self {
            background: None,
            text: None,
            muted: None,
            accent: None,
            ok: None,
            warning: None,
            problem: None,
            chips,
        }
    }

    /// The owner's sixteen colors on the owner's background. Muted is plain text: what some palettes call bright black
    /// is others' background.
    fn terminal() -> Self {
        Self {
            accent: Some(Color::Blue),
            ok: Some(Color::Green),
            warning: Some(Color::Yellow),
            problem: Some(Color::Red),
            ..Self::plain(chip::styles(Depth::Ansi16))
        }
    }

    fn light_of_16() -> Self {
        Self {
            background: Some(Color::White),
            text: Some(Color::Black),
            accent: Some(Color::Blue),
            ok: Some(Color::Blue),
            warning: Some(Color::Magenta),
            problem: Some(Color::Red),
            ..Self::plain(chip::styles(Depth::Ansi16))
        }
    }

    fn dark_of_16() -> Self {
        Self {
            background: Some(Color::Black),
            text: Some(Color::White),
            muted: Some(Color::Gray),
            accent: Some(Color::LightCyan),
            ok: Some(Color::LightGreen),
            warning: Some(Color::LightYellow),
            problem: Some(Color::LightRed),
            chips: chip::styles(Depth::Ansi16),
        }
    }

    fn told(hues: &Hues, depth: Depth) -> Self {
        Self {
            background: depth.color(hues.background),
            text: depth.color(hues.text),
            muted: depth.color(hues.muted),
            accent: depth.color(hues.accent),
            ok: depth.color(hues.ok),
            warning: depth.color(hues.warning),
            problem: depth.color(hues.problem),
            chips: chip::styles(depth),
        }
    }

    /// Text and accent only; weight and words say the rest.
    fn projected(background: Rgb, text: Rgb, accent: Rgb, depth: Depth) -> Self {
        Self {
            background: depth.color(background),
            text: depth.color(text),
            muted: depth.color(text),
            accent: depth.color(accent),
            ok: depth.color(accent),
            warning: depth.color(text),
            problem: depth.color(text),
            chips: chip::projected(depth),
        }
    }
}
