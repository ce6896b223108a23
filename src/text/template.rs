//! The templates that come with the program: categories, tags, levels and settings of an online shop, per language.
//!
//! Here: reading them from the program itself. Not here: what a template is ([`Template`]), nor templates of the user's
//! own (`store`). Look next at `assets/templates`.

use thiserror::Error;

use super::catalogue::Lang;
use crate::domain::Template;

/// One template in each language.
struct Source {
    /// The key of its name on screen.
    key: &'static str,
    english: &'static str,
    spanish: &'static str,
}

/// The templates, the default one first.
const SOURCES: [Source; 2] = [
    Source {
        key: "template-online-shop",
        english: include_str!("../../assets/templates/online-shop.en.ron"),
        spanish: include_str!("../../assets/templates/online-shop.es.ron"),
    },
    Source {
        key: "template-online-shop-short",
        english: include_str!("../../assets/templates/online-shop-short.en.ron"),
        spanish: include_str!("../../assets/templates/online-shop-short.es.ron"),
    },
];

/// Why a built-in template cannot be read; a test keeps it from happening.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{key} in `{}`, {position}: {problem}", .lang.tag())]
pub struct BadTemplate {
    key: &'static str,
    lang: Lang,
    /// Line and column.
    position: String,
    problem: String,
}

/// The default template in this language.
///
/// # Errors
/// [`BadTemplate`] if the text in the program is not a template.
pub fn template(lang: Lang) -> Result<Template, BadTemplate> {
    let [default, _] = &SOURCES;
    default.read(lang)
}

/// Every template in this language with the key of its name, the default one first.
///
/// # Errors
/// [`BadTemplate`] if a text in the program is not a template.
pub fn builtin(lang: Lang) -> Result<Vec<(&'static str, Template)>, BadTemplate> {
    SOURCES.iter().map(|source| Ok((source.key, source.read(lang)?))).collect()
}

impl Source {
    fn read(&self, lang: Lang) -> Result<Template, BadTemplate> {
        let text = match lang {
            Lang::En => self.english,
            Lang::Es => self.spanish,
        };
        ron::from_str(text).map_err(|error| BadTemplate {
            key: self.key,
            lang,
            position: error.span.start.to_string(),
            problem: error.code.to_string(),
        })
    }
}
