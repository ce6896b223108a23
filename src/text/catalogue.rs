//! Every sentence of the program, by key and language.
//!
//! Here: loading the texts of `assets/locales` and looking them up. Not here: the texts themselves, nor their choice
//! (a refusal becomes a sentence where it is shown). Look next at [`lang`] for the languages, then at
//! `assets/locales/en/words.ftl`.

pub mod lang;

use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;

pub use self::lang::Lang;
use super::numbers;

/// One locale's files, from the one list of their names.
macro_rules! sources {
    ($lang:literal) => {
        sources!(
            $lang, "words.ftl", "actions.ftl", "screens.ftl", "messages.ftl", "cli.ftl", "shell.ftl", "recovery.ftl",
            "deck.ftl", "capture.ftl", "rounds.ftl", "ranking.ftl", "list.ftl", "prepare.ftl", "votes.ftl", "gaps.ftl",
            "weights.ftl", "pace.ftl", "grid.ftl", "present.ftl",
            "crosschecks.ftl", "decide.ftl", "board.ftl", "changes.ftl", "replay.ftl", "carry.ftl", "compare.ftl", "library.ftl", "follow-ups.ftl", "trend.ftl"
        )
    };
    ($lang:literal, $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../../assets/locales/", $lang, "/", $file)))),+]
    };
}

const ENGLISH: &[(&str, &str)] = sources!("en");
const SPANISH: &[(&str, &str)] = sources!("es");

/// The files of a language as they were compiled in: name and content, in the order of loading.
#[must_use]
pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => ENGLISH,
        Lang::Es => SPANISH,
    }
}

/// A value that a message takes in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A whole number; the message may choose its words by it, and it is shown with its thousands apart.
    Number(i64),
    /// A text, shown as it is: foreign text goes through [`super::safe::Safe`] first.
    Text(&'a str),
}

/// The texts of one language, complete: what it lacks is taken from English.
///
/// A key is the name of a message, or `message.attribute`.
pub struct Catalogue {
    lang: Lang,
    /// What needs no variables, resolved once.
    plain: HashMap<String, String>,
    keys: BTreeSet<String>,
    /// The preferred language first.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// Reads the texts of a language.
    #[must_use]
    pub fn load(lang: Lang) -> Self {
        Self::from_sources(lang, sources(lang), sources(Lang::En))
    }

    /// Reads a language from files given by name and content, and fills its gaps from `english`.
    #[must_use]
    pub fn from_sources(lang: Lang, own: &[(&str, &str)], english: &[(&str, &str)]) -> Self {
        let mut catalogue =
            Self { lang, plain: HashMap::new(), keys: BTreeSet::new(), bundles: Vec::with_capacity(2) };
        catalogue.add(lang, own);
        match lang {
            Lang::En => {}
            Lang::Es => catalogue.add(Lang::En, english),
        }
        catalogue
    }

    /// The language it speaks.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key that takes no variables, by one look-up; an unknown key is its own text.
    #[must_use]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with its variables filled in; an unknown key is its own text.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, value_of(*arg));
        }
        self.bundles
            .iter()
            .find_map(|bundle| resolve(bundle, key, Some(&values)))
            .map_or_else(|| key.to_owned(), |resolved| resolved.text)
    }

    /// Every key that has a text, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// Adds a language behind those already there: it fills their gaps and changes nothing else.
    fn add(&mut self, lang: Lang, sources: &[(&str, &str)]) {
        let (bundle, keys) = bundle(lang, sources);
        for key in keys {
            if !self.keys.contains(&key) {
                if let Some(resolved) = resolve(&bundle, &key, None).filter(|resolved| resolved.is_complete) {
                    self.plain.insert(key.clone(), resolved.text);
                }
                self.keys.insert(key);
            }
        }
        self.bundles.push(bundle);
    }
}

/// A text with its placeables filled in.
struct Resolved {
    text: String,
    /// Whether there was a value for every placeable.
    is_complete: bool,
}

fn resolve(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<Resolved> {
    let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    Some(Resolved { text, is_complete: errors.is_empty() })
}

/// Parses the files of a language; returns the keys they define beside it.
///
/// A piece that cannot be parsed and a key that is there twice are left out; a test sees to it that there are none.
fn bundle(lang: Lang, sources: &[(&str, &str)]) -> (FluentBundle<FluentResource>, Vec<String>) {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| shown(value, Lang::En),
        Lang::Es => |value, _| shown(value, Lang::Es),
    }));
    let mut keys = Vec::new();
    for (_, source) in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        keys.extend(resource.entries().flat_map(keys_of));
        let _doubles_are_found_by_a_test = bundle.add_resource(resource);
    }
    (bundle, keys)
}

/// The keys that an entry defines: its own, if it has a text, and those of its attributes.
fn keys_of(entry: &ast::Entry<&str>) -> Vec<String> {
    let ast::Entry::Message(message) = entry else { return Vec::new() };
    let name = message.id.name;
    let own = message.value.iter().map(|_| name.to_owned());
    own.chain(message.attributes.iter().map(|attribute| format!("{name}.{}", attribute.id.name))).collect()
}

/// How a value that a message asks for is written, where it is a number.
fn shown(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    if let FluentValue::Number(number) = value {
        Some(numbers::decimal(number.value, number.options.minimum_fraction_digits.unwrap_or(0), lang))
    } else {
        None
    }
}

fn value_of(arg: Arg<'_>) -> FluentValue<'_> {
    match arg {
        Arg::Number(number) => number.into(),
        Arg::Text(text) => text.into(),
    }
}
