//! Imports point downwards, and what belongs to the world stays with those who meet it.

use super::assert_none;
use super::source::{Source, names, sources};

/// Each layer with those it may name. `main` and `lib` put them together and are no layers.
const LAYERS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("text", &["domain"]),
    ("app", &["domain"]),
    ("ui", &["app", "domain", "text"]),
    ("store", &["domain", "text"]),
    ("exchange", &["domain", "text"]),
    ("shell", &["app", "domain", "exchange", "store", "text", "ui"]),
    // It stands above the shell and hands it the settings, among them how things look.
    ("cli", &["domain", "shell", "store", "text", "ui"]),
];

/// What comes from outside, with the layers that may name it.
const OUTSIDE: [(&str, &[&str]); 10] = [
    ("ratatui", &["ui", "shell"]),
    ("crossterm", &["shell"]),
    ("rustix", &["store", "shell"]),
    ("signal_hook", &["shell"]),
    ("std::fs", &["store"]),
    ("std::env", &["shell", "main"]),
    ("std::thread", &["store", "shell"]),
    ("Timestamp::now", &["shell"]),
    ("Instant::now", &["store", "shell"]),
    ("SystemTime", &[]),
];

#[test]
fn imports_point_downwards() {
    let sources = sources(&["src"]);
    let inside = sources.iter().filter(|source| !["main", "lib"].contains(&source.layer()));
    assert_none(inside.flat_map(upward), "a layer names one it may not");
}

#[test]
fn every_layer_is_in_the_table() {
    let known =
        |layer: &str| LAYERS.iter().any(|(name, _)| *name == layer) || ["main", "lib"].contains(&layer);
    let unknown = sources(&["src"]).into_iter().filter(|source| !known(source.layer()));
    assert_none(unknown.map(|source| source.at(1, source.layer())), "a layer without a row in the table");
}

#[test]
fn only_the_layers_that_meet_the_world_name_it() {
    let findings = sources(&["src"]).into_iter().flat_map(|source| {
        let lines: Vec<String> =
            source.code().flat_map(|(number, line)| foreign(&source, number, line)).collect();
        lines
    });
    assert_none(findings, "a layer names a part of the world that is not its own");
}

/// The lines of a file that name a layer its own may not.
fn upward(source: &Source) -> Vec<String> {
    let allowed =
        LAYERS.iter().find(|(name, _)| *name == source.layer()).map_or(&[][..], |(_, allowed)| allowed);
    let is_allowed = |layer: &str| layer == source.layer() || allowed.contains(&layer);
    let lines = source.code().flat_map(|(number, line)| {
        let named = named_layers(line, source.depth());
        named.filter(|layer| !is_allowed(layer)).map(move |layer| (number, layer))
    });
    lines.map(|(number, layer)| source.at(number, &format!("{} names {layer}", source.layer()))).collect()
}

/// The layers a line names, by `crate::…` or by climbing with `super::…`. A group such as `crate::{…}` hides them and is
/// given back as it is.
fn named_layers(line: &str, depth: usize) -> impl Iterator<Item = &str> {
    let climb = "super::".repeat(depth);
    let by_crate = line.split("crate::").skip(1);
    let climbs = line.contains(&climb).then(|| line.split_once(&climb).map(|(_, rest)| rest)).flatten();
    by_crate.chain(climbs).map(first_name)
}

fn first_name(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    if end == 0 { path } else { &path[..end] }
}

fn foreign(source: &Source, number: usize, line: &str) -> Vec<String> {
    let named = OUTSIDE.iter().filter(|(word, _)| names(line, word));
    let refused = named.filter(|(_, layers)| !layers.contains(&source.layer()));
    refused.map(|(word, _)| source.at(number, &format!("{} names {word}", source.layer()))).collect()
}

#[test]
fn a_path_to_a_layer_is_found_however_it_is_written() {
    let named = |line, depth| named_layers(line, depth).collect::<Vec<_>>();
    assert_eq!(named("use crate::ui::Look;", 1), ["ui"]);
    assert_eq!(named("let a = crate::app::App::new(crate::domain::Key);", 2), ["app", "domain"]);
    assert_eq!(named("use crate::{app, ui};", 1), ["{app, ui};"]);
    assert_eq!(named("use super::ui::Look;", 1), ["ui"]);
    assert_eq!(named("use super::ui::Look;", 2), Vec::<&str>::new());
    assert_eq!(named("use super::super::ui::Look;", 2), ["ui"]);
}
