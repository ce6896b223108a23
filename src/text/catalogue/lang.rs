//! The languages, and how one is chosen.
//!
//! Here: names of languages in settings and in the environment. Not here: reading the environment (the shell hands a
//! look-up in). Look next at [`super::Catalogue`].

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The language of a tag as locales write it, with or without a country and an encoding: `es`, `es_ES.UTF-8`,
    /// `en-GB`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }

    /// The language the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty
    /// decides, and English stands in for a language the program does not speak.
    pub fn from_environment(lookup: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(lookup)
            .find(|tag| !tag.is_empty())
            .and_then(|tag| Self::from_tag(&tag))
            .unwrap_or_default()
    }

    /// Its tag: `en`, `es`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }
}
