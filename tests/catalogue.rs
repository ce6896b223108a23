//! The texts: complete in both languages, alike in what they take in, and readable by the program.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use riskroom::app::{Hint, TABLE};
use riskroom::text::catalogue::{Arg, Catalogue, Lang, sources};

/// Every key of a language with the variables its text takes in; panics at a file that does not parse and a double.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (file, source) in sources(lang) {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{}/{file}: {errors:?}", lang.tag()));
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                for (key, pattern) in patterns(message) {
                    let double = found.insert(key.clone(), variables(pattern));
                    assert_eq!(double, None, "{}/{file}: {key} is there twice", lang.tag());
                }
            }
        }
    }
    found
}

fn patterns<'a>(message: &'a Message<&'a str>) -> Vec<(String, &'a Pattern<&'a str>)> {
    let name = message.id.name;
    let own = message.value.iter().map(|pattern| (name.to_owned(), pattern));
    let attributes = message.attributes.iter().map(|it| (format!("{name}.{}", it.id.name), &it.value));
    own.chain(attributes).collect()
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, &mut found);
        }
    }
    found
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            found.extend(variants.iter().flat_map(|variant| variables(&variant.value)));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { id, .. } => {
            panic!("{} is a function; none are registered", id.name)
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_variables() {
    let (english, spanish) = (messages(Lang::En), messages(Lang::Es));
    let missing: Vec<_> = english.keys().filter(|key| !spanish.contains_key(*key)).collect();
    let surplus: Vec<_> = spanish.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "not in Spanish: {missing:?}; only in Spanish: {surplus:?}"
    );
    for (key, variables) in &english {
        assert_eq!(spanish.get(key), Some(variables), "{key}");
    }
}

#[test]
fn every_text_resolves() {
    for lang in Lang::ALL {
        let catalogue = Catalogue::load(lang);
        for (key, variables) in messages(lang) {
            let args: Vec<_> = variables.iter().map(|name| (name.as_str(), Arg::Number(2))).collect();
            let text = catalogue.format(&key, &args);
            // What cannot be resolved is left as a placeable.
            assert!(!text.contains(['{', '}']) && !text.trim().is_empty(), "{}: {key}: {text:?}", lang.tag());
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{key}: {text:?}");
            if variables.is_empty() {
                assert_eq!(catalogue.text(&key), text);
            }
        }
    }
}

#[test]
fn the_keys_are_those_of_the_files() {
    for lang in Lang::ALL {
        let catalogue = Catalogue::load(lang);
        assert!(catalogue.keys().eq(messages(lang).keys().map(String::as_str)));
        assert_eq!(catalogue.lang(), lang);
    }
}

#[test]
fn words_and_attributes_are_found_by_key() {
    let (english, spanish) = (Catalogue::load(Lang::En), Catalogue::load(Lang::Es));
    assert_eq!(english.text("band-critical"), "Critical");
    assert_eq!(spanish.text("band-critical"), "Crítico");
    assert_eq!(english.text("band-critical.short"), "CRIT");
    assert_eq!(spanish.text("band-critical.short"), "CRÍT");
    assert_eq!(spanish.text("step-solve"), "Resolver");
}

const ENGLISH: &[(&str, &str)] = &[
    ("one.ftl", "hello = Hello\n    .hint = say it\nbye = Bye"),
    (
        "two.ftl",
        "left = { $n ->\n    [one] one risk of { $title }\n   *[other] { $n } risks of { $title }\n }",
    ),
];
const SPANISH: &[(&str, &str)] = &[(
    "one.ftl",
    "hello = Hola\nleft = { $n ->\n    [one] un riesgo de { $title }\n   *[other] { $n } riesgos de { $title }\n }",
)];

#[test]
fn variables_are_filled_in_as_the_language_writes_them() {
    let english = Catalogue::from_sources(Lang::En, ENGLISH, ENGLISH);
    let spanish = Catalogue::from_sources(Lang::Es, SPANISH, ENGLISH);
    let left = |catalogue: &Catalogue, n| {
        catalogue.format("left", &[("n", Arg::Number(n)), ("title", Arg::Text("Q4 {x}"))])
    };
    assert_eq!(left(&english, 1), "one risk of Q4 {x}");
    assert_eq!(left(&english, 1_200), "1,200 risks of Q4 {x}");
    assert_eq!(left(&spanish, 1), "un riesgo de Q4 {x}");
    assert_eq!(left(&spanish, 1_200), "1.200 riesgos de Q4 {x}");
}

#[test]
fn what_spanish_lacks_is_said_in_english() {
    let spanish = Catalogue::from_sources(Lang::Es, SPANISH, ENGLISH);
    assert_eq!((spanish.text("hello"), spanish.text("bye")), ("Hola", "Bye"));
    assert_eq!(spanish.text("hello.hint"), "say it");
    assert_eq!(spanish.format("bye", &[]), "Bye");
    assert!(spanish.keys().eq(["bye", "hello", "hello.hint", "left"]));
}

#[test]
fn an_unknown_key_is_its_own_text() {
    let catalogue = Catalogue::load(Lang::Es);
    for key in ["no-such-key", "band-low.no-such-attribute", "", "a.b.c"] {
        assert_eq!(catalogue.text(key), key);
        assert_eq!(catalogue.format(key, &[("n", Arg::Number(1))]), key);
    }
}

#[test]
fn a_language_is_known_by_its_tag() {
    let table = [
        ("es", Some(Lang::Es)),
        ("es_ES.UTF-8", Some(Lang::Es)),
        ("ES-mx", Some(Lang::Es)),
        ("en_GB", Some(Lang::En)),
        ("es.UTF-8@euro", Some(Lang::Es)),
        ("est", None),
        ("C", None),
        ("", None),
    ];
    for (tag, lang) in table {
        assert_eq!(Lang::from_tag(tag), lang, "{tag}");
    }
}

#[test]
fn the_first_setting_that_is_not_empty_decides() {
    let table: [(&[(&str, &str)], Lang); 6] = [
        (&[], Lang::En),
        (&[("LANG", "es_ES.UTF-8")], Lang::Es),
        (&[("LC_ALL", ""), ("LANG", "es_ES.UTF-8")], Lang::Es),
        (&[("LC_ALL", "en_US.UTF-8"), ("LANG", "es_ES.UTF-8")], Lang::En),
        (&[("LC_MESSAGES", "es_AR"), ("LANG", "en_US")], Lang::Es),
        (&[("LC_ALL", "C"), ("LANG", "es_ES")], Lang::En),
    ];
    for (environment, lang) in table {
        let lookup =
            |name: &str| environment.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(Lang::from_environment(lookup), lang, "{environment:?}");
    }
}

/// The keys a source asks for in so many words.
fn keys_asked_for(source: &str) -> Vec<String> {
    let starts = [".text(\"", ".format(\"", "=> \""];
    let after = |start: &'static str| source.match_indices(start).map(move |(at, _)| at + start.len());
    let literal = |at: usize| source[at..].split('"').next().unwrap().to_owned();
    let is_key = |text: &String| {
        text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || "-.0123456789".contains(c))
    };
    starts.into_iter().flat_map(after).map(literal).filter(is_key).collect()
}

#[test]
fn every_text_a_screen_asks_for_is_there() {
    let catalogue = Catalogue::load(Lang::En);
    let keys: std::collections::BTreeSet<&str> = catalogue.keys().collect();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut asked = 0;
    for file in std::fs::read_dir(root).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            for key in keys_asked_for(&std::fs::read_to_string(&path).unwrap()) {
                asked += 1;
                assert!(keys.contains(key.as_str()), "{} asks for {key}", path.display());
            }
        }
    }
    assert!(asked > 100, "only {asked} keys found");
}

/// All Rust sources of the program, one after the other.
fn sources_of_the_program(folder: &std::path::Path) -> String {
    let mut texts = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts += &sources_of_the_program(&path);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            texts += &std::fs::read_to_string(&path).unwrap();
        }
    }
    texts
}

/// Whether a key put together from a beginning and a name has a name that the program knows.
fn is_put_together(key: &str, source: &str) -> bool {
    let is_known = |name: &str| source.contains(&format!("\"{name}\""));
    let is_argument = |name: &str| {
        let arguments = include_str!("../src/cli/arguments.rs");
        let (field, command) = (name.replace('-', "_"), name[..1].to_uppercase() + &name[1..]);
        [format!(" {field}: "), format!(" {command},"), format!(" {command} {{")]
            .iter()
            .any(|declared| arguments.contains(declared))
    };
    let demo = include_str!("../assets/demo.ron");
    let is_entry = |name: &str| is_known(name) || demo.contains(&format!("action:\"{name}\""));
    let row = |name: &str| TABLE.iter().find(|row| row.name == name);
    if let Some(name) = key.strip_prefix("action-") {
        return match name.strip_suffix(".hint") {
            Some(name) => row(name).is_some_and(|row| row.hint != Hint::Never),
            None => row(name).is_some(),
        };
    }
    if let Some(name) = key.strip_prefix("entry-") {
        return is_entry(name);
    }
    if let Some(number) = key.strip_prefix("month-") {
        return (1..=12).contains(&number.parse().unwrap_or(0));
    }
    if let Some(number) = key.strip_prefix("weekday-") {
        return (1..=7).contains(&number.parse().unwrap_or(0));
    }
    let word = key.strip_prefix("field-").or_else(|| key.strip_prefix("cell-"));
    let argument = key.strip_prefix("cli-arg-").or_else(|| key.strip_prefix("cli-"));
    word.is_some_and(is_known) || argument.is_some_and(is_argument)
}

#[test]
fn every_text_is_asked_for() {
    let source = sources_of_the_program(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let is_asked_for =
        |key: &&String| source.contains(&format!("\"{key}\"")) || is_put_together(key, &source);
    let texts = messages(Lang::En);
    let idle: Vec<&String> = texts.keys().filter(|key| !is_asked_for(key)).collect();
    assert!(idle.is_empty(), "nothing asks for {idle:?}");
}
