//! The templates that come with the program: categories, tags, levels and settings of an online shop, per language.
//!
//! Here: reading them from the program itself. Not here: what a template is ([`Template`]), nor templates of the user's
//! own (`store`). Look next at `assets/templates`.

use thiserror::Error;

use super::catalogue::Lang;
use crate::domain::Template;

const ENGLISH: &str = include_str!("../../assets/templates/online-shop.en.ron");
const SPANISH: &str = include_str!("../../assets/templates/online-shop.es.ron");

/// Why a built-in template cannot be read; a test keeps it from happening.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("template `online-shop.{}.ron`, {position}: {problem}", .lang.tag())]
pub struct BadTemplate {
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
    let source = match lang {
        Lang::En => ENGLISH,
        Lang::Es => SPANISH,
    };
    ron::from_str(source).map_err(|error| BadTemplate {
        lang,
        position: error.span.start.to_string(),
        problem: error.code.to_string(),
    })
}
