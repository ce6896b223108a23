//! What a thing on screen is, as far as its look goes.
//!
//! Here: [`Role`], its letters for the golden frames, and which chip a level wears. Not here: how a role looks
//! ([`super::Theme`]). Look next there.

use ratatui::style::{Color, Style};

/// What a thing on screen is. No information is in a role alone: a sign, a digit or a word says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text, and the background of the whole screen.
    Text,
    /// What may be overlooked.
    Muted,
    /// What belongs to the current thing.
    Accent,
    /// It went well.
    Ok,
    /// It wants a look.
    Warning,
    /// It went wrong.
    Problem,
    /// The frame of a pane.
    Border,
    /// The frame of the pane that keys go to.
    FocusBorder,
    /// The title in a frame.
    Title,
    /// A key in the footer or help.
    Key,
    /// The head of a column or a group.
    Header,
    /// The selected row: laid over the style that is there.
    Selection,
    /// Letters that a search found.
    Found,
    /// A level, the mildest.
    Chip1,
    /// A level, second of five.
    Chip2,
    /// A level, the middle one.
    Chip3,
    /// A level, fourth of five.
    Chip4,
    /// A level, the worst.
    Chip5,
    /// The band Low.
    Low,
    /// The band Medium.
    Medium,
    /// The band High.
    High,
    /// The band Critical.
    Critical,
}

impl Role {
    /// Every role, in the order of their numbers.
    pub const ALL: [Self; 22] = [
        Self::Text,
        Self::Muted,
        Self::Accent,
        Self::Ok,
        Self::Warning,
        Self::Problem,
        Self::Border,
        Self::FocusBorder,
        Self::Title,
        Self::Key,
        Self::Header,
        Self::Selection,
        Self::Found,
        Self::Chip1,
        Self::Chip2,
        Self::Chip3,
        Self::Chip4,
        Self::Chip5,
        Self::Low,
        Self::Medium,
        Self::High,
        Self::Critical,
    ];

    /// The chips of the levels, mildest first.
    pub const CHIPS: [Self; 5] = [Self::Chip1, Self::Chip2, Self::Chip3, Self::Chip4, Self::Chip5];

    /// The chip of a level on a scale of so many: the ends wear the first and the last chip, the rest are spread
    /// evenly between; on scales of six and seven neighbors may share one.
    #[must_use]
    pub fn chip(level: u8, levels: u8) -> Self {
        let steps = u16::from(levels).saturating_sub(1).max(1);
        let above_first = u16::from(level).saturating_sub(1).min(steps);
        // Rounded to the nearest of the five.
        match (above_first * 8 + steps) / (steps * 2) {
            0 => Self::Chip1,
            1 => Self::Chip2,
            2 => Self::Chip3,
            3 => Self::Chip4,
            _ => Self::Chip5,
        }
    }

    /// Whether it is a chip of a level or a band, which keep their colors in the selected row.
    #[must_use]
    pub const fn is_chip(self) -> bool {
        matches!(
            self,
            Self::Chip1
                | Self::Chip2
                | Self::Chip3
                | Self::Chip4
                | Self::Chip5
                | Self::Low
                | Self::Medium
                | Self::High
                | Self::Critical
        )
    }

    /// The role it has in the selected row: plain text, but for chips, bands and what a search found.
    #[must_use]
    pub const fn selected(self) -> Self {
        if self.is_chip() || matches!(self, Self::Found) { self } else { Self::Text }
    }

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The letter, or for a chip the digit, that stands for it in golden frames.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Text => 't',
            Self::Muted => 'm',
            Self::Accent => 'a',
            Self::Ok => 'o',
            Self::Warning => 'w',
            Self::Problem => 'p',
            Self::Border => 'b',
            Self::FocusBorder => 'f',
            Self::Title => 'i',
            Self::Key => 'k',
            Self::Header => 'h',
            Self::Selection => 's',
            Self::Found => 'u',
            Self::Chip1 => '1',
            Self::Chip2 => '2',
            Self::Chip3 => '3',
            Self::Chip4 => '4',
            Self::Chip5 => '5',
            Self::Low => 'l',
            Self::Medium => 'd',
            Self::High => 'g',
            Self::Critical => 'c',
        }
    }

    /// The role that gave a cell its foreground, in a frame drawn with [`super::Theme::roles`].
    #[must_use]
    pub fn of(style: Style) -> Option<Self> {
        if let Some(Color::Indexed(number)) = style.fg {
            Self::ALL.get(usize::from(number)).copied()
        } else {
            None
        }
    }

    /// The letter for a cell of a frame drawn with [`super::Theme::roles`]: upper case where it is selected (a chip's
    /// digit has none), `.` where no role was given.
    #[must_use]
    pub fn letter_of(style: Style) -> char {
        let is_selected = style.bg == Some(Color::Indexed(Self::Selection.number()));
        match Self::of(style) {
            Some(role) if is_selected => role.letter().to_ascii_uppercase(),
            Some(role) => role.letter(),
            None if is_selected => 'S',
            None => '.',
        }
    }
}
