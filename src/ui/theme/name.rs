//! The themes there are to choose from.
//!
//! Here: their names in settings and the order of the theme key. Not here: their colors ([`super::palette`]), nor
//! asking a terminal for its background (the shell). Look next at [`super::Theme`].

use std::fmt;
use std::str::FromStr;

/// A theme by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// Light or dark, as the terminal says it is.
    #[default]
    Auto,
    /// Dark text on white.
    Light,
    /// Light text on near black.
    Dark,
    /// Few and strong colors on white, for a lit room.
    ProjectorLight,
    /// Few and strong colors on black, for a dark room.
    ProjectorDark,
    /// The terminal's own sixteen colors on its own background.
    Terminal,
    /// No color at all.
    Mono,
}

/// Whether a terminal's background is light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Brightness {
    /// Dark text is read well on it.
    Light,
    /// Light text is read well on it.
    Dark,
}

impl ThemeName {
    /// Every theme, in the order of the theme key.
    pub const ALL: [Self; 7] = [
        Self::Auto,
        Self::Light,
        Self::Dark,
        Self::ProjectorLight,
        Self::ProjectorDark,
        Self::Terminal,
        Self::Mono,
    ];

    /// The one that follows, around in a circle.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|name| *name != self).nth(1).unwrap_or_default()
    }

    /// What Auto means on a terminal with this background, as far as it is known; any other name means itself.
    #[must_use]
    pub fn resolve(self, background: Option<Brightness>) -> Self {
        if self != Self::Auto {
            return self;
        }
        match background {
            Some(Brightness::Light) => Self::Light,
            Some(Brightness::Dark) => Self::Dark,
            None => Self::Terminal,
        }
    }

    /// The name in settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::ProjectorLight => "projector-light",
            Self::ProjectorDark => "projector-dark",
            Self::Terminal => "terminal",
            Self::Mono => "mono",
        }
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ThemeName {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::ALL.into_iter().find(|name| name.as_str() == text).ok_or(UnknownName)
    }
}

/// There is no theme or color depth of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is none of that name")]
pub struct UnknownName;
